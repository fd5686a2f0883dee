// A line of text with a caret, and what each key does to it. Pure.
import type { Key } from './key';
import { compose, type Manner, pressTone, type Tone, USUAL } from './syllable';

/** The text in NFC, and how many UTF-16 units stand before the caret. */
export interface Line {
  text: string;
  caret: number;
}

export const lineOf = (text: string): Line => {
  const whole = text.normalize('NFC');
  return { text: whole, caret: whole.length };
};

const WORD = /\p{L}+$/u;

function rewritten(line: Line, make: (word: string) => string): Line {
  const before = line.text.slice(0, line.caret);
  const word = WORD.exec(before)?.[0] ?? '';
  const now = before.slice(0, before.length - word.length) + make(word).normalize('NFC');
  return { text: now + line.text.slice(line.caret), caret: now.length };
}

/** Types a character; letters and digits compose with the word before the caret as somebody types. */
export function type(
  line: Line,
  character: string,
  longest: number | null = null,
  manner: Manner = USUAL,
): Line {
  const made = rewritten(line, (word) => compose(word, character, manner));
  return longest !== null && [...made.text].length > longest ? line : made;
}

/** Presses a tone key. */
export const tone = (line: Line, which: Tone, manner: Manner = USUAL): Line =>
  rewritten(line, (word) => pressTone(word, which, manner.rule));

/** Takes away the character before the caret. */
export function erase(line: Line): Line {
  const before = [...line.text.slice(0, line.caret)].slice(0, -1).join('');
  return { text: before + line.text.slice(line.caret), caret: before.length };
}

/** Moves the caret by characters. */
export function move(line: Line, by: number): Line {
  return { ...line, caret: Math.max(0, Math.min(line.text.length, line.caret + by)) };
}

/** What any key does. */
export function pressed(line: Line, key: Key, longest: number | null, manner: Manner): Line {
  if (key.kind === 'erase') return erase(line);
  if (key.kind === 'left') return move(line, -1);
  if (key.kind === 'right') return move(line, 1);
  if (key.kind === 'tone') return tone(line, key.tone, manner);
  return type(line, key.character, longest, manner);
}

/** Whether the next letter begins a word, where a name takes a capital. */
export const atWordStart = (line: Line): boolean => !WORD.test(line.text.slice(0, line.caret));
