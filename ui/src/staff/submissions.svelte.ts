// The submissions at the console: the list, the one that is open, and its acceptance.
import type { AcceptedView } from '../shared/bindings/AcceptedView';
import { staff } from '../shared/bindings/commands';
import type { PaperTaken } from '../shared/bindings/PaperTaken';
import type { PrintView } from '../shared/bindings/PrintView';
import type { Problem } from '../shared/bindings/Problem';
import type { SubmissionRow } from '../shared/bindings/SubmissionRow';
import type { SubmissionView } from '../shared/bindings/SubmissionView';
import { problemOf } from '../shared/problem';
import { printEnd } from './printing';

/** Mẫu 01 on its way to paper. */
export interface Print {
  job: number;
  /** How it ended; null while the printer works. */
  end: PrintView | null;
}

/** The list, what is open, and the prints of this sign-in. */
export class Submissions {
  /** Null until the list was read once. */
  rows = $state.raw<SubmissionRow[] | null>(null);
  open = $state.raw<SubmissionView | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  /** Mẫu 01 of each submission accepted here, by the submission's id. */
  prints = $state<Record<string, Print>>({});
  #listing = false;

  /** Reads the list. What was read before stays when the central system is away. */
  async list(): Promise<void> {
    if (this.#listing) return;
    this.#listing = true;
    try {
      this.rows = newestFirst(await staff.submissions());
      if (!this.open) this.problem = null;
    } catch (reason) {
      if (!this.open) this.problem = problemOf(reason);
    } finally {
      this.#listing = false;
    }
  }

  /** Opens one to read. */
  async show(id: string): Promise<void> {
    await this.#once(async () => {
      this.open = await staff.submission(id);
    });
  }

  /** Back to the list. */
  async back(): Promise<void> {
    this.open = null;
    this.problem = null;
    await this.list();
  }

  /** Accepts the open one with the papers taken, then follows its Mẫu 01 to the printer. */
  async accept(papers: Record<string, PaperTaken>): Promise<void> {
    const open = this.open;
    if (!open || open.acceptance) return;
    let accepted: AcceptedView | undefined;
    await this.#once(async () => {
      accepted = await staff.accept(open.line.id, papers);
    });
    if (!accepted) {
      // A colleague was faster: show what it became.
      const known = this.problem as Problem | null;
      if (known?.code === 'already-accepted')
        this.open = await staff.submission(open.line.id).catch(() => open);
      return;
    }
    const { acceptance, print } = accepted;
    const line = { ...open.line, state: 'accepted' as const, dossier_code: acceptance.dossier_code };
    if (this.open?.line.id === line.id) this.open = { ...open, line, acceptance };
    void this.list();
    await this.#follow(line.id, print);
  }

  /** Prints Mẫu 01 once more. */
  async reprint(id: string): Promise<void> {
    const print = this.prints[id];
    if (!print?.end) return;
    let job: number | undefined;
    await this.#once(async () => {
      job = await staff.console_reprint(print.job);
    });
    if (job !== undefined) await this.#follow(id, job);
  }

  /** Waits for the end of a job. */
  async #follow(id: string, job: number): Promise<void> {
    const print = { job, end: null };
    this.prints[id] = print;
    const end = await printEnd(job);
    if (this.prints[id]?.job === job) this.prints[id] = { job, end };
  }

  async #once(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await work();
    } catch (reason) {
      this.problem = problemOf(reason);
    } finally {
      this.busy = false;
    }
  }
}

/** Those that wait for an officer first; within each, the newest arrival first. */
export function newestFirst(rows: SubmissionRow[]): SubmissionRow[] {
  const rank = (row: SubmissionRow) => (row.line.state === 'received' || row.line.answered ? 0 : 1);
  return rows.toSorted((a, b) => rank(a) - rank(b) || b.line.received_at.localeCompare(a.line.received_at));
}
