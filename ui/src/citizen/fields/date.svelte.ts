// A date of three parts, each picked or typed.
import type { Key, Keys } from '../keyboard/key';
import type { Answer, Typed } from './typed.svelte';

export const DATE_PARTS = ['day', 'month', 'year'] as const;
export type DatePart = (typeof DATE_PARTS)[number];
const LENGTHS: Record<DatePart, number> = { day: 2, month: 2, year: 4 };

/** Days of a month; a February of an unknown year has 29. */
function daysOf(month: number, year: number | null): number {
  if (month === 2) {
    const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
    return leap ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export class DateTyped implements Typed {
  parts = $state<Record<DatePart, string>>({ day: '', month: '', year: '' });
  /** The part the next key goes to. */
  part = $state<DatePart>('day');
  readonly capital = false;

  constructor(value: unknown) {
    const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : [];
    this.parts = { day, month, year };
  }

  get keys(): Keys {
    return this.part === 'day' ? 'days' : this.part === 'month' ? 'months' : 'digits';
  }

  /** The day that its month does not have; the month is 0 where no month has it. */
  get impossible(): { day: number; month: number } | null {
    const [day, month, year] = [Number(this.parts.day), Number(this.parts.month), this.parts.year];
    if (day > 31) return { day, month: 0 };
    if (month < 1 || month > 12) return null;
    return day > daysOf(month, year.length === 4 ? Number(year) : null) ? { day, month } : null;
  }

  /** Takes a whole day or month, and goes on to the next part. */
  pick(part: DatePart, number: number): void {
    this.parts[part] = String(number).padStart(2, '0');
    this.part = DATE_PARTS[DATE_PARTS.indexOf(part) + 1] ?? part;
  }

  press(key: Key): void {
    const { part, parts } = this;
    const at = DATE_PARTS.indexOf(part);
    if (key.kind === 'erase') {
      const before = DATE_PARTS[at - 1];
      if (parts[part] === '' && before) this.part = before;
      else parts[part] = parts[part].slice(0, -1);
    } else if (key.kind === 'character' && /^\d$/.test(key.character)) {
      const full = parts[part].length >= LENGTHS[part];
      parts[part] = full ? key.character : parts[part] + key.character;
      // A first digit that no day or month begins with stands alone.
      const alone =
        (part === 'day' && /^[4-9]$/.test(parts.day)) || (part === 'month' && /^[2-9]$/.test(parts.month));
      if (alone) parts[part] = `0${parts[part]}`;
      const next = DATE_PARTS[at + 1];
      if (parts[part].length === LENGTHS[part] && next) this.part = next;
    }
  }

  answer(): Answer {
    const { day, month, year } = this.parts;
    return day || month || year ? [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-') : null;
  }
}
