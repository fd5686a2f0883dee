// A line of text with a caret, and what each key does to it. Pure.
import { pressTone, type Tone, typeLetter } from './syllable';

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

/** Types a character; ASCII letters compose by Telex with the word before the caret. */
export function type(line: Line, character: string, longest: number | null = null): Line {
  const made = /^[a-z]$/i.test(character)
    ? rewritten(line, (word) => typeLetter(word, character))
    : rewritten(line, (word) => word + character);
  return longest !== null && [...made.text].length > longest ? line : made;
}

/** Presses a tone key. */
export const tone = (line: Line, which: Tone): Line => rewritten(line, (word) => pressTone(word, which));

/** Takes away the character before the caret. */
export function erase(line: Line): Line {
  const before = [...line.text.slice(0, line.caret)].slice(0, -1).join('');
  return { text: before + line.text.slice(line.caret), caret: before.length };
}

/** Moves the caret by characters. */
export function move(line: Line, by: number): Line {
  return { ...line, caret: Math.max(0, Math.min(line.text.length, line.caret + by)) };
}

/** Whether the next letter begins a word, where a name takes a capital. */
export const atWordStart = (line: Line): boolean => !WORD.test(line.text.slice(0, line.caret));
