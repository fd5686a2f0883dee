// A line of text with a caret, and what each key does to it. Pure.
import type { Key } from './key';
import { compose, isPossible, type Manner, marksOf, pressTone, type Tone } from './syllable';

/** The text in NFC, and how many UTF-16 units stand before the caret. */
export interface Line {
  text: string;
  caret: number;
  /** The word before the caret, and the keys it was made with; forgotten by whatever else happens. */
  typed?: { word: string; keys: string };
}

export const lineOf = (text: string): Line => {
  const whole = text.normalize('NFC');
  return { text: whole, caret: whole.length };
};

const WORD = /\p{L}+$/u;
const WHOLE = /^\p{L}+$/u;

function rewritten(line: Line, make: (word: string) => string): Line {
  const before = line.text.slice(0, line.caret);
  const word = WORD.exec(before)?.[0] ?? '';
  const now = before.slice(0, before.length - word.length) + make(word).normalize('NFC');
  return { text: now + line.text.slice(line.caret), caret: now.length };
}

/** Types a character; letters and digits compose with the word before the caret as somebody types. What
 * can be no Vietnamese syllable stands as its keys were pressed: a foreign name. */
export function type(line: Line, character: string, manner: Manner, longest: number | null = null): Line {
  let typed = { word: '', keys: '' };
  const made = rewritten(line, (word) => {
    const composed = compose(word, character, manner);
    const keys = (line.typed?.word === word ? line.typed.keys : word) + character;
    // A key that took a mark off again was meant to.
    const undone = marksOf(composed) < marksOf(word);
    const changed = !undone && WHOLE.test(composed) && marksOf(composed) > marksOf(keys);
    const foreign = changed && !isPossible(composed);
    typed = { word: foreign ? keys : composed, keys: undone ? composed : keys };
    return typed.word;
  });
  return longest !== null && [...made.text].length > longest ? line : { ...made, typed };
}

/** Presses a tone key. */
export const tone = (line: Line, which: Tone, manner: Manner): Line =>
  rewritten(line, (word) => pressTone(word, which, manner.rule));

/** Takes away the character before the caret. */
export function erase(line: Line): Line {
  const before = [...line.text.slice(0, line.caret)].slice(0, -1).join('');
  return { text: before + line.text.slice(line.caret), caret: before.length };
}

/** Moves the caret by characters. */
export function move(line: Line, by: number): Line {
  return { text: line.text, caret: Math.max(0, Math.min(line.text.length, line.caret + by)) };
}

/** What any key does. */
export function pressed(line: Line, key: Key, longest: number | null, manner: Manner): Line {
  if (key.kind === 'erase') return erase(line);
  if (key.kind === 'left') return move(line, -1);
  if (key.kind === 'right') return move(line, 1);
  if (key.kind === 'tone') return tone(line, key.tone, manner);
  return type(line, key.character, manner, longest);
}

/** Whether the next letter begins a word, where a name takes a capital. */
export const atWordStart = (line: Line): boolean => !WORD.test(line.text.slice(0, line.caret));
