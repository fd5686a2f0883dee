// The citizen's words. Vietnamese comes with the page, another language when somebody asks for it, and
// those of a part that is loaded later with that part.

import viCitizen from '../../locales/vi/citizen.ftl?raw';
import viErrors from '../../locales/vi/errors.ftl?raw';
import type { Locale } from '../shared/bindings/Locale';
import { type Say, Words } from '../shared/words';

const spoken: Partial<Record<Locale, Words>> & { vi: Words } = {
  vi: new Words('vi', [viCitizen, viErrors]),
};
const parts: Record<Locale, string>[] = [];

/** Fetches the words of a language; [`wordsOf`] has them afterwards. */
export async function learn(language: Locale): Promise<void> {
  if (language !== 'en' || spoken.en) return;
  const files = await Promise.all([
    import('../../locales/en/citizen.ftl?raw'),
    import('../../locales/en/errors.ftl?raw'),
  ]);
  spoken.en = new Words('en', [...files.map((file) => file.default), ...parts.map(({ en }) => en)]);
}

/** Takes in the words of a part of the page, in every language: called once, where the part is loaded. */
export function teach(words: Record<Locale, string>): void {
  parts.push(words);
  for (const [language, source] of Object.entries(words)) spoken[language as Locale]?.add(source);
}

export const wordsOf = (language: Locale): Say => (spoken[language] ?? spoken.vi).say;
