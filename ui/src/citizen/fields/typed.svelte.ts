// What is being typed in one field, until "Tiếp tục" hands it to Rust. Nothing is judged here: half a
// date or a short number goes as it is, and Rust says what is wrong with it.
import type { Answers } from '../../shared/bindings/Answers';
import type { FieldView } from '../../shared/bindings/FieldView';
import type { Key, Keys } from '../keyboard/key';
import { atWordStart, type Line, lineOf, pressed } from '../keyboard/line';
import { manner } from '../keyboard/manner.svelte';

export type Answer = Answers[string];

/** A field that keys write into. */
export interface Typed {
  /** The keys it wants now; none when it is answered by touches of its own. */
  readonly keys: Keys | null;
  /** Whether the next letter is a capital by itself. */
  readonly capital: boolean;
  press(key: Key): void;
  /** What is handed over; null when nothing was answered. */
  answer(): Answer;
}

/** Widgets of digits, and the most digits one can type where the form names no limit. */
const DIGITS: Partial<Record<FieldView['widget'], number>> = {
  year: 4,
  citizen_number: 12,
  phone: 15,
  amount: 12,
};

/** Widgets that are a line or some lines of characters. */
export const isText = (widget: FieldView['widget']) =>
  ['name', 'text', 'long_text'].includes(widget) || widget in DIGITS;

/** A line, some lines, or a number. */
export class TextTyped implements Typed {
  line = $state<Line>(lineOf(''));
  #widget: FieldView['widget'];
  #longest: number | null;

  constructor({ widget, max_length }: Pick<FieldView, 'widget' | 'max_length'>, value: unknown) {
    this.#widget = widget;
    this.#longest = max_length ?? DIGITS[widget] ?? null;
    this.line = lineOf(typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  }

  get keys(): Keys {
    if (this.#widget === 'amount') return 'thousands';
    return this.#widget in DIGITS ? 'digits' : 'letters';
  }

  /** Each word of a name begins with a capital, and a text with one. */
  get capital(): boolean {
    return this.#widget === 'name' ? atWordStart(this.line) : beginsText(this.line);
  }

  /** Puts the caret before the character at `caret`. */
  place(caret: number): void {
    this.line = { ...this.line, caret };
  }

  press(key: Key): void {
    if (
      this.keys !== 'letters' &&
      (key.kind === 'tone' || (key.kind === 'character' && !/^\d$/.test(key.character)))
    )
      return;
    const now = pressed(this.line, key, this.#longest, this.keys === 'letters' ? manner : PLAIN);
    // A sum has no zeros before it.
    this.line =
      this.#widget === 'amount' && /^0\d/.test(now.text) ? lineOf(now.text.replace(/^0+(?=\d)/, '')) : now;
  }

  answer(): Answer {
    const text = this.line.text.trim();
    if (text === '') return null;
    return this.#widget === 'amount' ? Number(text) : text;
  }
}

/** Digits are digits, however somebody types letters. */
const PLAIN = { method: 'keys', rule: 'traditional' } as const;

export const beginsText = (line: Line): boolean => line.text.slice(0, line.caret).trim() === '';
