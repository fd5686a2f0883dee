// What a person answers on one page of questions, before "Tiếp tục" hands it to Rust.
import type { Answers } from '../../shared/bindings/Answers';
import type { FieldView } from '../../shared/bindings/FieldView';
import { AddressTyped } from '../fields/address.svelte';
import { DateTyped } from '../fields/date.svelte';
import { type Answer, isText, TextTyped, type Typed } from '../fields/typed.svelte';
import type { Key, Keys } from '../keyboard/key';

function typedOf(field: FieldView, value: unknown): Typed | null {
  if (field.widget === 'date') return new DateTyped(value);
  if (field.widget === 'address') return new AddressTyped(value);
  return isText(field.widget) ? new TextTyped(field, value) : null;
}

export class PageAnswers {
  /** Answers of fields that no key writes into. */
  values = $state<Answers>({});
  typed = $state<Record<string, Typed>>({});
  /** The field the next key goes to. */
  active = $state<string | null>(null);
  #fields: FieldView[];

  constructor(fields: FieldView[]) {
    this.#fields = fields;
    for (const field of fields) this.fill(field.field, field.value);
    const first = fields[0]?.field;
    if (first && this.typed[first]) this.active = first;
  }

  /** Answers a field as a whole: what came with the page, or what was offered. */
  fill(name: string, value: FieldView['value']): void {
    const field = this.#fields.find((one) => one.field === name);
    const typed = field && typedOf(field, value);
    if (typed) this.typed[name] = typed;
    else this.values[name] = value as Answer;
  }

  get #now(): Typed | undefined {
    return this.active === null ? undefined : this.typed[this.active];
  }

  /** The keys the active field wants. */
  get keys(): Keys | null {
    return this.#now?.keys ?? null;
  }

  get capital(): boolean {
    return this.#now?.capital ?? false;
  }

  /** The date whose parts are picked now. */
  get date(): DateTyped | null {
    return this.#now instanceof DateTyped ? this.#now : null;
  }

  press(key: Key): void {
    this.#now?.press(key);
  }

  /** A field's answer; null where nothing was answered. */
  answer(name: string): Answer {
    return this.typed[name]?.answer() ?? this.values[name] ?? null;
  }

  /** Every answer of the page. */
  all(): Answers {
    return Object.fromEntries(this.#fields.map(({ field }) => [field, this.answer(field)]));
  }
}
