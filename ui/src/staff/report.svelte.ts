// A day's report at the console.
import { staff } from '../shared/bindings/commands';
import type { DayReport } from '../shared/bindings/DayReport';
import type { Problem } from '../shared/bindings/Problem';
import { problemOf } from '../shared/problem';

export class Report {
  /** The business date shown. */
  date = $state('');
  /** None while it is on its way, or was refused. */
  day = $state.raw<DayReport | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** The file it was saved as. */
  saved = $state<string | null>(null);
  saving = $state(false);

  /** Shows a day, or the same once more; of two asked for at once the later stays. */
  async show(date: string): Promise<void> {
    if (date !== this.date) {
      this.day = null;
      this.saved = null;
    }
    this.date = date;
    this.problem = null;
    try {
      const day = await staff.day_report(date);
      if (date === this.date) this.day = day;
    } catch (reason) {
      if (date === this.date) this.problem = problemOf(reason);
    }
  }

  async save(): Promise<void> {
    if (this.saving) return;
    const { date } = this;
    this.saving = true;
    this.saved = null;
    this.problem = null;
    try {
      const saved = await staff.save_day_report(date);
      if (date === this.date) this.saved = saved;
    } catch (reason) {
      if (date === this.date) this.problem = problemOf(reason);
    } finally {
      this.saving = false;
    }
  }
}
