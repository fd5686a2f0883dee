// Why a printer does not print, in words.
import type { Say } from '../../shared/words';

const KNOWN = [
  'no_paper',
  'paper_low',
  'cover_open',
  'jam',
  'doubt',
  'offline',
  'paused',
  'not_set_up',
  'mute',
  'output_full',
  'no_ink',
  'interrupted',
  'no_word',
  'in_use',
];

export const cause = (say: Say, name: string | null): string =>
  say(`print-cause-${name && KNOWN.includes(name) ? name.replaceAll('_', '-') : 'other'}`);
