// The citizen's words in each language.

import enCitizen from '../../locales/en/citizen.ftl?raw';
import enErrors from '../../locales/en/errors.ftl?raw';
import enRating from '../../locales/en/rating.ftl?raw';
import viCitizen from '../../locales/vi/citizen.ftl?raw';
import viErrors from '../../locales/vi/errors.ftl?raw';
import viRating from '../../locales/vi/rating.ftl?raw';
import type { Locale } from '../shared/bindings/Locale';
import { type Say, speaker } from '../shared/words';

const SPEAKERS: Record<Locale, Say> = {
  vi: speaker('vi', [viCitizen, viErrors, viRating]),
  en: speaker('en', [enCitizen, enErrors, enRating]),
};

export const wordsOf = (language: Locale): Say => SPEAKERS[language];
