// Vietnamese composition: Telex and VNI keys, the letters with marks, and where a tone stands in a
// syllable. Pure: strings in, strings in NFC out.
//
// Tones stand by the traditional rule (hòa, thúy), as on identity cards and in the heading
// "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"; 'new' places them on the main vowel (hoà, thuý).

export type Tone = 'sac' | 'huyen' | 'hoi' | 'nga' | 'nang';
export type ToneRule = 'traditional' | 'new';
/** What letters and digits do: nothing but themselves, Telex, or VNI. Tone keys work in each of them. */
export type Method = 'keys' | 'telex' | 'vni';
/** How somebody types. */
export interface Manner {
  method: Method;
  rule: ToneRule;
}

const MARKS: Record<Tone, string> = {
  sac: '\u0301',
  huyen: '\u0300',
  hoi: '\u0309',
  nga: '\u0303',
  nang: '\u0323',
};
const TONES: Record<Exclude<Method, 'keys'>, Record<string, Tone>> = {
  telex: { s: 'sac', f: 'huyen', r: 'hoi', x: 'nga', j: 'nang' },
  vni: { 1: 'sac', 2: 'huyen', 3: 'hoi', 4: 'nga', 5: 'nang' },
};
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

/** Codas after which a syllable has no tone, or sắc or nặng. */
const STOPS = new Set('c ch k p t'.split(' '));
const BARE: Record<string, string> = { ă: 'a', â: 'a', ê: 'e', ô: 'o', ơ: 'o', ư: 'u' };

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

/** How many marks and tones its vowels bear. */
export const marksOf = (word: string): number => word.normalize('NFD').match(/\p{Mn}/gu)?.length ?? 0;

/** Whether a word with marks is a Vietnamese syllable, or the beginning of one. */
export function isPossible(word: string): boolean {
  const syllable = parts(withoutTone(word));
  if (!syllable) return false;
  const tone = toneOf(word);
  const stopped =
    STOPS.has(syllable.coda.toLowerCase()) && tone !== null && tone !== 'sac' && tone !== 'nang';
  const letters = [...syllable.nucleus.toLowerCase()];
  // A letter that bears no mark yet may still get one.
  const begins = (whole: string) =>
    letters.every((letter, at) => [whole[at], BARE[whole[at] ?? '']].includes(letter));
  return !stopped && [...NUCLEI, 'oo'].some(begins);
}

/** Writes `to` over a part of `letters`, keeping capitals. */
function like(letters: string, to: string): string {
  return [...to].map((letter, at) => (isCapital(letters[at]) ? letter.toUpperCase() : letter)).join('');
}
const isCapital = (letter?: string) => letter !== undefined && letter !== letter.toLowerCase();

function replaced(syllable: Parts, nucleus: string): string {
  return syllable.onset + like(syllable.nucleus, nucleus) + syllable.coda;
}

const HATS: Record<string, string> = { a: 'â', e: 'ê', o: 'ô' };

/** The hat on a, e or o, typed as `key`; typed once more it comes off and the key stands. */
function hat(syllable: Parts, letter: string, key: string): string | null {
  const low = syllable.nucleus.toLowerCase();
  const hatted = HATS[letter] ?? '';
  if (low.includes(hatted)) return replaced(syllable, low.replace(hatted, letter)) + key;
  const bare = { a: /[aă]/, e: /e/, o: /[oơ]/ }[letter];
  const made = bare && low.replace(/ươ|ưo/, 'uo').replace(bare, hatted);
  return made && made !== low && bare.test(low) && NUCLEI.has(made) ? replaced(syllable, made) : null;
}

/** The horn on ư and ơ, or the breve on ă, typed as `key`; typed again they come off. */
function horn(syllable: Parts, horned: boolean, breve: boolean, key: string): string | null {
  const low = syllable.nucleus.toLowerCase();
  const on = (horned && /ươ|uơ|^[ơư]/.test(low) && !low.includes('ưo')) || (breve && low.includes('ă'));
  if (on)
    return (
      replaced(
        syllable,
        low.replace(/[ươă]/g, (x) => ({ ư: 'u', ơ: 'o', ă: 'a' })[x] ?? x),
      ) + key
    );
  const open = /^(h|th|kh)$/i.test(syllable.onset) && !syllable.coda;
  const tries: string[] = [];
  if (horned)
    tries.push(
      low === 'uo' && open ? 'uơ' : low.replace(/uo|uô|ưo/, 'ươ'),
      low.replace(/^u/, 'ư'),
      low.replace(/[oô]/, 'ơ'),
    );
  if (breve) tries.push(low.replace(/[aâ]/, 'ă'));
  const made = tries.find((nucleus) => nucleus !== low && NUCLEI.has(nucleus));
  return made ? replaced(syllable, made) : null;
}

/** The stroke of đ, typed as `key`; typed again it comes off. */
function stroke(plain: string, key: string): string | null {
  if (/^d/i.test(plain)) return plain.replace(/^d/i, (d) => like(d, 'đ'));
  return /^đ/i.test(plain) ? plain.replace(/^đ/i, (d) => like(d, 'd')) + key : null;
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

/** What a key that marks a letter makes of a syllable without its tone; none when it marks nothing here. */
function marked(plain: string, syllable: Parts | null, typed: string, method: Method): string | null {
  const key = typed.toLowerCase();
  // A d has its stroke before there is a vowel.
  const strokes = key === (method === 'vni' ? '9' : 'd') && (syllable || /^[dđ]$/i.test(plain));
  if (strokes) return stroke(plain, typed);
  if (!syllable) return null;
  if (method === 'telex') {
    if (key === 'w') return horn(syllable, true, true, typed);
    return HATS[key] ? hat(syllable, key, typed) : null;
  }
  if (key === '7') return horn(syllable, true, false, typed);
  if (key === '8') return horn(syllable, false, true, typed);
  if (key !== '6') return null;
  const hats = Object.keys(HATS).map((letter) => hat(syllable, letter, typed));
  return hats.find((made) => made !== null) ?? null;
}

/**
 * What one typed letter or digit makes of the syllable before the caret. Telex: `aa ee oo dd` and `w`
 * for marks, `s f r x j` for tones, `z` for none. VNI: 1–5 for tones, 6 hat, 7 horn, 8 breve, 9 đ, 0 for
 * none. The same key again undoes it and stands as itself.
 */
export function compose(word: string, typed: string, { method, rule }: Manner): string {
  const composes = method === 'telex' ? /^[a-z]$/i : /^[0-9]$/;
  if (method === 'keys' || !composes.test(typed))
    return /^\p{L}$/u.test(typed) ? append(word, typed, rule) : word + typed;
  const key = typed.toLowerCase();
  const tone = toneOf(word);
  const plain = withoutTone(word);
  const syllable = parts(plain);
  const made = marked(plain, syllable, typed, method);
  if (made !== null) return withTone(made, tone, rule);
  if (syllable) {
    const pressed = TONES[method][key];
    if (pressed) return tone === pressed ? plain + typed : withTone(word, pressed, rule);
    if (tone && key === (method === 'vni' ? '0' : 'z')) return plain;
  }
  return method === 'vni' || !syllable ? word + typed : append(word, typed, rule);
}
