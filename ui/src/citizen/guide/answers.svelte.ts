// What a person types on one page of questions, before "Tiếp tục" hands it to Rust. Nothing is judged
// here: half a date or a short number goes as it is, and Rust says what is wrong with it.
import type { Answers } from '../../shared/bindings/Answers';
import type { FieldView } from '../../shared/bindings/FieldView';
import type { Widget } from '../../shared/bindings/Widget';
import type { Key } from '../keyboard/key';
import { atWordStart, erase, type Line, lineOf, move, tone, type } from '../keyboard/line';

export const DATE_PARTS = ['day', 'month', 'year'] as const;
export type DatePart = (typeof DATE_PARTS)[number];
const PART_LENGTH: Record<DatePart, number> = { day: 2, month: 2, year: 4 };

/** Widgets typed on a keyboard, and which one. */
const KEYBOARDS: Partial<Record<Widget, 'letters' | 'digits'>> = {
  name: 'letters',
  text: 'letters',
  long_text: 'letters',
  citizen_number: 'digits',
  phone: 'digits',
  date: 'digits',
};
/** The most digits one can type where the form names no limit. */
const DIGITS_AT_MOST = 15;

/** Where the next key goes. */
export interface Active {
  field: string;
  part: DatePart | null;
}

export class PageAnswers {
  values = $state<Answers>({});
  lines = $state<Record<string, Line>>({});
  dates = $state<Record<string, Record<DatePart, string>>>({});
  active = $state<Active | null>(null);
  #fields: FieldView[];

  constructor(fields: FieldView[]) {
    this.#fields = fields;
    for (const { field, widget, value } of fields) {
      if (widget === 'date') {
        const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : [];
        this.dates[field] = { day, month, year };
      } else if (KEYBOARDS[widget]) {
        this.lines[field] = lineOf(typeof value === 'string' ? value : '');
      } else {
        this.values[field] = value;
      }
    }
    const first = fields[0];
    if (first && KEYBOARDS[first.widget]) this.activate(first.field);
  }

  #find = (field: string | undefined) => this.#fields.find((one) => one.field === field);

  /** The keyboard the active field wants. */
  get keyboard(): 'letters' | 'digits' | null {
    const widget = this.#find(this.active?.field)?.widget;
    return (widget && KEYBOARDS[widget]) ?? null;
  }

  /** Whether the next letter is a capital: each word of a name, and the first of a text. */
  get capital(): boolean {
    const field = this.#find(this.active?.field);
    const line = field && this.lines[field.field];
    if (!line) return false;
    return field.widget === 'name' ? atWordStart(line) : line.text.slice(0, line.caret).trim() === '';
  }

  activate(field: string, part: DatePart | null = null): void {
    this.active = { field, part: this.dates[field] ? (part ?? 'day') : null };
  }

  /** Puts the caret before the character at `caret`. */
  place(field: string, caret: number): void {
    const line = this.lines[field];
    if (line) this.lines[field] = { ...line, caret };
  }

  press(key: Key): void {
    const field = this.#find(this.active?.field);
    if (!field) return;
    if (this.active?.part) this.#pressDate(field.field, this.active.part, key);
    const line = this.lines[field.field];
    if (line) this.lines[field.field] = this.#typed(field, line, key);
  }

  #typed(field: FieldView, line: Line, key: Key): Line {
    if (key.kind === 'erase') return erase(line);
    if (key.kind === 'left') return move(line, -1);
    if (key.kind === 'right') return move(line, 1);
    if (this.keyboard === 'digits')
      return key.kind === 'character' && /^\d$/.test(key.character)
        ? type(line, key.character, field.max_length ?? DIGITS_AT_MOST)
        : line;
    return key.kind === 'tone' ? tone(line, key.tone) : type(line, key.character, field.max_length);
  }

  #pressDate(field: string, part: DatePart, key: Key): void {
    const date = this.dates[field];
    if (!date) return;
    const at = DATE_PARTS.indexOf(part);
    if (key.kind === 'erase') {
      const before = DATE_PARTS[at - 1];
      if (date[part] === '' && before) this.activate(field, before);
      else date[part] = date[part].slice(0, -1);
    } else if (key.kind === 'character' && /^\d$/.test(key.character)) {
      const full = date[part].length >= PART_LENGTH[part];
      date[part] = full ? key.character : date[part] + key.character;
      // A first digit that no day or month begins with stands alone.
      const alone =
        (part === 'day' && /^[4-9]$/.test(date.day)) || (part === 'month' && /^[2-9]$/.test(date.month));
      if (alone) date[part] = `0${date[part]}`;
      const next = DATE_PARTS[at + 1];
      if (date[part].length === PART_LENGTH[part] && next) this.activate(field, next);
    }
  }

  /** Every answer of the page; null where nothing was answered. */
  all(): Answers {
    const answers: Answers = { ...this.values };
    for (const [field, { text }] of Object.entries(this.lines)) answers[field] = text.trim() || null;
    for (const [field, { day, month, year }] of Object.entries(this.dates))
      answers[field] =
        day || month || year ? [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-') : null;
    return answers;
  }
}
