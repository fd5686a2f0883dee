// The procedure that is open: what is known of it, how citizens see it, and its plain words.
import { staff } from '../../shared/bindings/commands';
import type { PrintView } from '../../shared/bindings/PrintView';
import type { Problem } from '../../shared/bindings/Problem';
import type { ProcedureDetail } from '../../shared/bindings/ProcedureDetail';
import type { ProcedureView } from '../../shared/bindings/ProcedureView';
import { problemOf } from '../../shared/problem';
import { printEnd } from '../printing';
import { Wording } from './wording.svelte';

export class OpenProcedure {
  readonly code: string;
  detail = $state.raw<ProcedureDetail | null>(null);
  /** As citizens see it now. */
  seen = $state.raw<ProcedureView | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  /** Which side of it is shown. */
  tab = $state<'record' | 'words'>('record');
  /** Its plain words, from when they are first needed. */
  wording = $state.raw<Wording | null>(null);
  /** Its list of papers on the way to the printer; no end while the printer works. */
  print = $state.raw<{ job: number; end: PrintView | null } | null>(null);
  readonly #heard: (detail: ProcedureDetail) => void;

  constructor(code: string, heard: (detail: ProcedureDetail) => void) {
    this.code = code;
    this.#heard = heard;
  }

  /** Reads all that is known of it. */
  async load(): Promise<void> {
    await this.#once(async () => {
      await this.#take(await staff.console_procedure(this.code));
    });
  }

  /** The officer has looked through the version that is shown. A newer one is read and shown instead. */
  async check(): Promise<void> {
    const { detail } = this;
    if (detail?.review !== 'to_check') return;
    await this.#once(async () => {
      await this.#take(await staff.check_procedure(this.code, detail.procedure.version));
    });
    if (this.problem?.code !== 'procedure-changed') return;
    const why = this.problem;
    await this.load();
    // Why it looks different now is still to be said.
    this.problem ??= why;
  }

  /** Prints the papers of a case, or of all, and follows them to the printer. */
  async printPapers(at: number | null): Promise<void> {
    let job: number | undefined;
    await this.#once(async () => {
      const version = this.seen?.version;
      const wanted = at === null ? { code: this.code } : { code: this.code, case: at, version };
      job = (await staff.console_checklist(wanted)).print;
    });
    if (job === undefined) return;
    this.print = { job, end: null };
    const end = await printEnd(job);
    if (this.print.job === job) this.print = { job, end };
  }

  async #take(detail: ProcedureDetail): Promise<void> {
    this.detail = detail;
    this.#heard(detail);
    this.wording ??= new Wording(detail, (saved) => void this.#take(saved));
    this.seen = await staff.preview_words(this.code, detail.words, 'vi');
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
