// What a key of any keyboard asks for, and which keys a field wants.
import type { Tone } from './syllable';

export type Key =
  | { kind: 'character'; character: string }
  | { kind: 'tone'; tone: Tone }
  | { kind: 'erase' }
  | { kind: 'left' }
  | { kind: 'right' };

/** Letters, digits, digits with three zeros at once, the days of a month, or the months of a year. */
export type Keys = 'letters' | 'digits' | 'thousands' | 'days' | 'months';

/** The same from a keyboard that is plugged in; none for keys that mean nothing here. */
export function keyOf(event: KeyboardEvent): Key | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.key === 'Backspace') return { kind: 'erase' };
  if (event.key === 'ArrowLeft') return { kind: 'left' };
  if (event.key === 'ArrowRight') return { kind: 'right' };
  return [...event.key].length === 1 ? { kind: 'character', character: event.key } : null;
}
