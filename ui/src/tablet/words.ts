// The tablet's words in each language.
import enRating from '../../locales/en/rating.ftl?raw';
import viErrors from '../../locales/vi/errors.ftl?raw';
import viRating from '../../locales/vi/rating.ftl?raw';
import { type Say, speaker } from '../shared/words';

export type Language = 'vi' | 'en';

/** What citizens read. What is said to staff who connect the tablet is in Vietnamese only. */
const SPEAKERS: Record<Language, Say> = {
  vi: speaker('vi', [viRating, viErrors]),
  en: speaker('en', [enRating]),
};

export const wordsOf = (language: Language): Say => SPEAKERS[language];
