// Where people stop in forms: the days that are shown, and the form that is looked at.
import { staff } from '../../shared/bindings/commands';
import type { FormFunnel } from '../../shared/bindings/FormFunnel';
import type { GuideFunnels } from '../../shared/bindings/GuideFunnels';
import type { Problem } from '../../shared/bindings/Problem';
import { problemOf } from '../../shared/problem';
import { daysLater } from './measures';

/** How many days can be shown at once. */
export const SPANS = [7, 30, 90];

export class Measures {
  /** The last business date shown. */
  to = $state('');
  /** How many days are shown. */
  span = $state(7);
  /** None while they are on their way, or were refused. */
  funnels = $state.raw<GuideFunnels | null>(null);
  problem = $state.raw<Problem | null>(null);
  procedure = $state('');
  version = $state(0);
  #asked = 0;

  get from(): string {
    return daysLater(this.to, 1 - this.span);
  }

  /** The form that is looked at. */
  get form(): FormFunnel | null {
    const forms = this.funnels?.forms ?? [];
    const own = forms.filter((form) => form.procedure === this.procedure);
    return own.find((form) => form.version === this.version) ?? own[0] ?? forms[0] ?? null;
  }

  /** Shows so many days up to a date; of two asked for at once the later stays. */
  async show(to: string, span: number): Promise<void> {
    this.to = to;
    this.span = span;
    this.problem = null;
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const funnels = await staff.guide_measures(this.from, to, null);
      if (asked === this.#asked) this.funnels = funnels;
    } catch (reason) {
      if (asked !== this.#asked) return;
      this.funnels = null;
      this.problem = problemOf(reason);
    }
  }

  look(procedure: string, version: number): void {
    this.procedure = procedure;
    this.version = version;
  }
}
