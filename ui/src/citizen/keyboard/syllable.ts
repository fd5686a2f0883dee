// Vietnamese composition: Telex keys, the letters with marks, and where a tone stands in a syllable.
// Pure: strings in, strings in NFC out.
//
// Tones stand by the traditional rule (hòa, thúy), as on identity cards and in the heading
// "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"; 'new' places them on the main vowel (hoà, thuý).

export type Tone = 'sac' | 'huyen' | 'hoi' | 'nga' | 'nang';
export type ToneRule = 'traditional' | 'new';

const MARKS: Record<Tone, string> = {
  sac: '\u0301',
  huyen: '\u0300',
  hoi: '\u0309',
  nga: '\u0303',
  nang: '\u0323',
};
const TELEX_TONES: Record<string, Tone> = { s: 'sac', f: 'huyen', r: 'hoi', x: 'nga', j: 'nang' };
const ANY_TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const ONSETS = new Set(' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x'.split(' '));
const CODAS = new Set(' c ch k m n ng nh p t'.split(' '));
/** Vowel groups of Vietnamese; a mark is only put where it makes one of these. */
const NUCLEI = new Set(
  (
    'a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi ôi ơi ua uâ uê ui uô uơ uy ' +
    'ưa ưi ươ ưu yê iêu yêu oai oao oay oeo uây uôi uya uyê uyu ươi ươu uă'
  ).split(' '),
);

interface Parts {
  onset: string;
  nucleus: string;
  coda: string;
}

/** Splits a syllable without its tone; none when it cannot be a Vietnamese one. */
function parts(plain: string): Parts | null {
  const found = /^([^aăâeêioôơuưy]*)([aăâeêioôơuưy]+)([^aăâeêioôơuưy]*)$/iu.exec(plain);
  if (!found) return null;
  let [, onset = '', nucleus = '', coda = ''] = found;
  const glides = (/^q$/i.test(onset) && /^u/i.test(nucleus)) || (/^g$/i.test(onset) && /^i/i.test(nucleus));
  if (glides && nucleus.length > 1) {
    onset += nucleus[0];
    nucleus = nucleus.slice(1);
  }
  if (!ONSETS.has(onset.toLowerCase()) || !CODAS.has(coda.toLowerCase())) return null;
  return { onset, nucleus, coda };
}

const withoutTone = (word: string) => word.normalize('NFD').replace(ANY_TONE, '').normalize('NFC');

function toneOf(word: string): Tone | null {
  const mark = word.normalize('NFD').match(ANY_TONE)?.[0];
  return (Object.keys(MARKS) as Tone[]).find((tone) => MARKS[tone] === mark) ?? null;
}

/** Which letter of the vowel group bears the tone. */
function bearer({ nucleus, coda }: Parts, rule: ToneRule): number {
  for (let at = nucleus.length - 1; at >= 0; at--) if (/[ăâêôơư]/i.test(nucleus[at] ?? '')) return at;
  if (coda) return nucleus.length - 1;
  if (nucleus.length === 3) return 1;
  if (nucleus.length === 2 && rule === 'new' && /^(oa|oe|uy)$/i.test(nucleus)) return 1;
  return 0;
}

/** The syllable with this tone, or with none. What is no syllable takes it on its last vowel. */
export function withTone(word: string, tone: Tone | null, rule: ToneRule = 'traditional'): string {
  const plain = withoutTone(word);
  if (!tone) return plain;
  const syllable = parts(plain);
  const at = syllable
    ? syllable.onset.length + bearer(syllable, rule)
    : plain.search(/[aăâeêioôơuưy][^aăâeêioôơuưy]*$/iu);
  if (at < 0) return word;
  return (plain.slice(0, at + 1) + MARKS[tone] + plain.slice(at + 1)).normalize('NFC');
}

/** What a tone key makes of the syllable before the caret; the same key again takes the tone off. */
export function pressTone(word: string, tone: Tone, rule: ToneRule = 'traditional'): string {
  return withTone(word, toneOf(word) === tone ? null : tone, rule);
}

/** Writes `to` over a part of `letters`, keeping capitals. */
function like(letters: string, to: string): string {
  return [...to].map((letter, at) => (isCapital(letters[at]) ? letter.toUpperCase() : letter)).join('');
}
const isCapital = (letter?: string) => letter !== undefined && letter !== letter.toLowerCase();

function replaced(syllable: Parts, nucleus: string): string {
  return syllable.onset + like(syllable.nucleus, nucleus) + syllable.coda;
}

/** a, e, o typed again put the hat on; typed once more they take it off. */
function hat(syllable: Parts, key: string): string | null {
  const low = syllable.nucleus.toLowerCase();
  const hatted = { a: 'â', e: 'ê', o: 'ô' }[key] ?? '';
  if (low.includes(hatted)) return replaced(syllable, low.replace(hatted, key)) + key;
  const bare = { a: /[aă]/, e: /e/, o: /[oơ]/ }[key];
  const made = bare && low.replace(/ươ|ưo/, 'uo').replace(bare, hatted);
  return made && made !== low && bare.test(low) && NUCLEI.has(made) ? replaced(syllable, made) : null;
}

/** w puts the horn or the breve on; typed again it takes them off. */
function horn(syllable: Parts): string | null {
  const low = syllable.nucleus.toLowerCase();
  if (/ươ|uơ|^[ơưă]|oă|uă/.test(low) && !low.includes('ưo'))
    return `${replaced(
      syllable,
      low.replace(/[ươă]/g, (x) => ({ ư: 'u', ơ: 'o', ă: 'a' })[x] ?? x),
    )}w`;
  const open = /^(h|th|kh)$/i.test(syllable.onset) && !syllable.coda;
  const tries = [
    low === 'uo' && open ? 'uơ' : low.replace(/uo|uô|ưo/, 'ươ'),
    low.replace(/^u/, 'ư'),
    low.replace(/[oô]/, 'ơ'),
    low.replace(/[aâ]/, 'ă'),
  ];
  const made = tries.find((nucleus) => nucleus !== low && NUCLEI.has(nucleus));
  return made ? replaced(syllable, made) : null;
}

/** Adds a letter as it is, moving the tone to where it now belongs. */
function append(word: string, key: string, rule: ToneRule): string {
  const tone = toneOf(word);
  let plain = withoutTone(word) + key;
  const syllable = parts(plain);
  if (!syllable) return word + key;
  const low = syllable.nucleus.toLowerCase();
  // thuơ + n, and ưo + n, can only be ươn.
  if (/^(uơ|ưo)/.test(low) && (syllable.coda || low.length > 2))
    plain = replaced(syllable, low.replace(/^(uơ|ưo)/, 'ươ'));
  return withTone(plain, tone, rule);
}

/**
 * What one typed letter makes of the syllable before the caret, by Telex: `aa ee oo dd` and `w` for
 * marks, `s f r x j` for tones, `z` for none. The same key again undoes it and stands as a letter.
 */
export function typeLetter(word: string, letter: string, rule: ToneRule = 'traditional'): string {
  const key = letter.toLowerCase();
  const tone = toneOf(word);
  const syllable = parts(withoutTone(word));
  if (key === 'd' && /^d$/i.test(word)) return like(word, 'đ');
  if (key === 'd' && /^đ$/i.test(word)) return like(word, 'd') + letter;
  if (!syllable) return word + letter;

  const pressed = TELEX_TONES[key];
  if (pressed) return tone === pressed ? withoutTone(word) + letter : withTone(word, pressed, rule);
  if (key === 'z') return tone ? withoutTone(word) : word + letter;
  let marked: string | null = null;
  if (key === 'd' && /^d$/i.test(syllable.onset))
    marked = withoutTone(word).replace(/^d/i, (d) => like(d, 'đ'));
  else if (key === 'd' && /^đ$/i.test(syllable.onset))
    marked = withoutTone(word).replace(/^đ/i, (d) => like(d, 'd')) + letter;
  else if (key === 'w') marked = horn(syllable);
  else if (/^[aeo]$/.test(key)) marked = hat(syllable, key);
  return marked === null ? append(word, letter, rule) : withTone(marked, tone, rule);
}
