// A paper that an officer has printed: on its way, its end, and once more.
import { staff } from '../../shared/bindings/commands';
import type { Problem } from '../../shared/bindings/Problem';
import { problemOf } from '../../shared/problem';
import { printEnd } from '../printing';
import type { Print } from '../submissions.svelte';

export class Paper {
  /** Its last job; null before the first. */
  print = $state.raw<Print | null>(null);
  /** Why it could not be asked for. */
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);

  /** How it stands: `none` before the first job, `waiting` while the printer works. */
  get state(): string {
    if (!this.print) return 'none';
    return this.print.end?.state ?? 'waiting';
  }

  /** Asks for it, then follows it to the printer. True when it was asked for. */
  async start(ask: () => Promise<number>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    let job: number;
    try {
      job = await ask();
    } catch (reason) {
      this.problem = problemOf(reason);
      return false;
    } finally {
      this.busy = false;
    }
    this.print = { job, end: null };
    void printEnd(job).then((end) => {
      if (this.print?.job === job) this.print = { job, end };
    });
    return true;
  }

  /** The same once more, marked "IN LẠI". */
  async again(): Promise<void> {
    const before = this.print;
    if (before?.end) await this.start(() => staff.console_reprint(before.job));
  }
}
