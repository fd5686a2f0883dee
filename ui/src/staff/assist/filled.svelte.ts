// What an officer fills in on one page of a draft: texts as typed, which Rust tidies and checks.
import type { AddressAnswer } from '../../shared/bindings/AddressAnswer';
import type { Answers } from '../../shared/bindings/Answers';
import type { FieldView } from '../../shared/bindings/FieldView';

type Value = FieldView['value'];

const isAddress = (value: Value): value is AddressAnswer => typeof value === 'object' && value !== null;

/** A value as it stands in an input. */
export function typedOf({ widget, value }: FieldView): string {
  if (value === null) return '';
  if (isAddress(value)) return value.text;
  const date = widget === 'date' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value)) : null;
  return date ? `${date[3]}/${date[2]}/${date[1]}` : String(value);
}

export class Filled {
  values = $state<Record<string, string>>({});
  readonly #fields: FieldView[];
  readonly #before: Record<string, string>;

  constructor(fields: FieldView[]) {
    this.#fields = fields;
    this.#before = Object.fromEntries(fields.map((field) => [field.field, typedOf(field)]));
    this.values = { ...this.#before };
  }

  /** What was changed, as it is sent: what stayed as it was is not said again. */
  all(): Answers {
    const answers: Answers = {};
    for (const { field, widget } of this.#fields) {
      const typed = (this.values[field] ?? '').trim();
      if (typed === this.#before[field]) continue;
      if (typed === '') answers[field] = null;
      else if (widget === 'yes_no') answers[field] = typed === 'true';
      else if (widget === 'address') answers[field] = { text: typed };
      else answers[field] = typed;
    }
    return answers;
  }
}
