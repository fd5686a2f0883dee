// The citizen's words. Vietnamese comes with the page; another language when somebody asks for it.

import viCitizen from '../../locales/vi/citizen.ftl?raw';
import viErrors from '../../locales/vi/errors.ftl?raw';
import viRating from '../../locales/vi/rating.ftl?raw';
import type { Locale } from '../shared/bindings/Locale';
import { type Say, speaker } from '../shared/words';

const speakers: Partial<Record<Locale, Say>> & { vi: Say } = {
  vi: speaker('vi', [viCitizen, viErrors, viRating]),
};

/** Fetches the words of a language; [`wordsOf`] has them afterwards. */
export async function learn(language: Locale): Promise<void> {
  if (language !== 'en' || speakers.en) return;
  const files = await Promise.all([
    import('../../locales/en/citizen.ftl?raw'),
    import('../../locales/en/errors.ftl?raw'),
    import('../../locales/en/rating.ftl?raw'),
  ]);
  speakers.en = speaker(
    'en',
    files.map((file) => file.default),
  );
}

export const wordsOf = (language: Locale): Say => speakers[language] ?? speakers.vi;
