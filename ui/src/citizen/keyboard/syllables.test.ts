// Every syllable of the table, typed in each way in which people type it.
import { describe, expect, it } from 'vitest';
import { lineOf, type as press } from './line';
import { compose, type Manner, type Method, pressTone, type Tone, type ToneRule } from './syllable';
import { SYLLABLES } from './syllables.table';

type Keys = Exclude<Method, 'keys'>;
const TONES: [mark: string, tone: Tone, telex: string, vni: string][] = [
  ['\u0301', 'sac', 's', '1'],
  ['\u0300', 'huyen', 'f', '2'],
  ['\u0309', 'hoi', 'r', '3'],
  ['\u0303', 'nga', 'x', '4'],
  ['\u0323', 'nang', 'j', '5'],
];
const MARKED: Record<string, { base: string; telex: string; vni: string }> = {
  â: { base: 'a', telex: 'a', vni: '6' },
  ê: { base: 'e', telex: 'e', vni: '6' },
  ô: { base: 'o', telex: 'o', vni: '6' },
  ă: { base: 'a', telex: 'w', vni: '8' },
  ơ: { base: 'o', telex: 'w', vni: '7' },
  ư: { base: 'u', telex: 'w', vni: '7' },
  đ: { base: 'd', telex: 'd', vni: '9' },
};

/** The letters of a syllable with their marks, and its tone apart. */
function taken(syllable: string) {
  const apart = syllable.normalize('NFD');
  const found = TONES.find(([mark]) => apart.includes(mark));
  const plain = found ? apart.replace(found[0], '') : apart;
  return { letters: [...plain.normalize('NFC')], tone: found };
}

/** Ways to type it: marks and tone where they stand, the tone early, or all of them at the end. */
function ways(syllable: string, method: Keys): string[] {
  const { letters, tone } = taken(syllable);
  const toned = tone ? tone[method === 'telex' ? 2 : 3] : '';
  const key = (letter: string) => {
    const marked = MARKED[letter];
    return marked ? marked.base + marked[method] : letter;
  };
  // A third o stands for two of them that bear no hat.
  const bare = (text: string) => (method === 'telex' ? text.replace('oo', 'ooo') : text);
  const there = syllable.includes('oo') || syllable.includes('oó');
  const inline = there ? bare(letters.join('')) : letters.map(key).join('');
  const ways = [inline + toned];
  if (there) return ways;
  // Right behind the last vowel.
  const last = letters.findLastIndex((letter) => /[aăâeêioôơuưy]/.test(letter));
  ways.push(letters.map((letter, at) => key(letter) + (at === last ? toned : '')).join(''));
  const bases = letters.map((letter) => MARKED[letter]?.base ?? letter).join('');
  // One key is enough for ươ.
  const marks = letters.flatMap((letter) => MARKED[letter]?.[method] ?? []);
  const once = [...new Set(marks)].join('');
  return [...ways, bases + once + toned, bases + toned + once];
}

/** As a line takes it, which gives the keys back where they make no syllable. */
const typed = (keys: string, manner: Manner) =>
  [...keys].reduce((line, key) => press(line, key, manner), lineOf('')).text;

/** Rows where typing made something else. */
function wrong(rule: ToneRule, make: (syllable: string) => [typed: string, made: string][]) {
  const rows: string[] = [];
  for (const syllable of SYLLABLES)
    for (const [keys, made] of make(syllable.traditional))
      if (made !== syllable[rule]) rows.push(`${keys} → ${made}, not ${syllable[rule]}`);
  return rows;
}

describe.each(['traditional', 'new'] as const)('syllables in the %s style', (rule) => {
  it.each(['telex', 'vni'] as const)('are typed by %s', (method) => {
    expect(
      wrong(rule, (one) => ways(one, method).map((keys) => [keys, typed(keys, { method, rule })])),
    ).toEqual([]);
  });

  it.each(['telex', 'vni'] as const)('are typed by %s in capitals', (method) => {
    const capitals = (one: string) =>
      ways(one, method).map((keys): [string, string] => [
        keys,
        typed(keys.toUpperCase(), { method, rule }).toLowerCase(),
      ]);
    expect(wrong(rule, capitals)).toEqual([]);
    expect(typed('DDUWOWNGF', { method: 'telex', rule })).toBe('ĐƯỜNG');
    expect(typed('D9UO7NG2', { method: 'vni', rule })).toBe('ĐƯỜNG');
  });

  it.each(['keys', 'telex', 'vni'] as const)('are typed by the letter and tone keys beside %s', (method) => {
    const keyed = (one: string): [string, string][] => {
      const { letters, tone } = taken(one);
      // Telex makes ô of two o.
      if (method === 'telex' && /oo/.test(letters.join(''))) return [];
      const last = letters.findLastIndex((letter) => /[aăâeêioôơuưy]/.test(letter));
      const manner = { method, rule };
      const press = (word: string) => (tone ? pressTone(word, tone[1], rule) : word);
      const after = press(letters.reduce((word, letter) => compose(word, letter, manner), ''));
      // The tone before the end moves to where it belongs.
      const early = letters.reduce((word, letter, at) => {
        const now = compose(word, letter, manner);
        return at === last ? press(now) : now;
      }, '');
      return [
        [`${one}, then its tone`, after],
        [`${one}, its tone early`, early],
      ];
    };
    expect(wrong(rule, keyed)).toEqual([]);
  });
});

it('holds enough of them, in both styles, and each once', () => {
  expect(SYLLABLES.length).toBeGreaterThanOrEqual(300);
  expect(new Set(SYLLABLES.map((one) => one.traditional)).size).toBe(SYLLABLES.length);
  expect(SYLLABLES.filter((one) => one.traditional !== one.new).length).toBeGreaterThan(15);
});

describe('VNI', () => {
  const vni = (keys: string) => typed(keys, { method: 'vni', rule: 'traditional' });

  it.each([
    ['a11', 'a1'],
    ['a66', 'a6'],
    ['o77', 'o7'],
    ['a88', 'a8'],
    ['d99', 'd9'],
    ['duo77ng', 'duo7ng'],
    ['ma1150', 'ma150'],
  ])('writes the digit that is typed twice: %s → %s', (keys, made) => expect(vni(keys)).toBe(made));

  it.each([
    ['12/3', '12/3'],
    ['2026', '2026'],
    ['bcs1', 'bcs1'],
    ['ma0', 'ma0'],
    ['e8', 'e8'],
    ['i7', 'i7'],
    ['b9', 'b9'],
  ])('leaves digits alone that mark nothing: %s', (keys, made) => expect(vni(keys)).toBe(made));

  it('takes a tone off with 0, and exchanges one', () => {
    expect(vni('hoa20')).toBe('hoa');
    expect(vni('hoa21')).toBe('hóa');
    expect(vni('a68')).toBe('ă');
  });

  it('leaves the letters of Telex alone', () => {
    expect(vni('loos')).toBe('loos');
    expect(vni('sawf')).toBe('sawf');
  });
});

it('composes nothing by letters and digits where only the keys with marks do', () => {
  expect(typed('Aaron', { method: 'keys', rule: 'traditional' })).toBe('Aaron');
  expect(typed('a1s6', { method: 'keys', rule: 'traditional' })).toBe('a1s6');
});
