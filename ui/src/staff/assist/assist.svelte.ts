// The drafts officers are asked to help with, and the one in hand.
import type { Answers } from '../../shared/bindings/Answers';
import type { AssistView } from '../../shared/bindings/AssistView';
import { staff } from '../../shared/bindings/commands';
import type { Problem } from '../../shared/bindings/Problem';
import type { SharedRow } from '../../shared/bindings/SharedRow';
import type { SubmissionShown } from '../../shared/bindings/SubmissionShown';
import { problemOf } from '../../shared/problem';
import { printEnd } from '../printing';
import type { Print } from '../submissions.svelte';

/** What ends having a draft in hand: its owner took it back, or it is no draft any more. */
const OVER = ['draft-elsewhere', 'draft-gone', 'unknown-draft', 'assist-nothing', 'draft-not-shared'];

/** Milliseconds for which it is said that a draft was given back. */
const SAID = 15_000;

export class Assist {
  shared = $state.raw<SharedRow[]>([]);
  open = $state.raw<AssistView | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  givenBack = $state(false);
  /** What was submitted last for somebody, until its receipt was handed over. */
  submitted = $state.raw<SubmissionShown | null>(null);
  receipt = $state.raw<Print | null>(null);

  /** Reads which drafts are shared now; what was read stays when the central system is away. */
  async list(): Promise<void> {
    this.shared = await staff.shared_drafts().catch(() => this.shared);
  }

  async #do(act: () => Promise<AssistView | null>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    this.givenBack = false;
    try {
      this.open = await act();
    } catch (reason) {
      this.problem = problemOf(reason);
      if (OVER.includes(this.problem.code)) this.open = null;
    } finally {
      this.busy = false;
    }
    await this.list();
  }

  take = (id: string) =>
    this.#do(async () => {
      const taken = await staff.assist_take(id);
      this.handedOver();
      return taken;
    });
  next = (page: string, answers: Answers) => this.#do(() => staff.assist_next(page, answers));
  back = (page: string, answers: Answers) => this.#do(() => staff.assist_back(page, answers));
  edit = (page: string) => this.#do(() => staff.assist_open(page));
  print = () => this.#do(() => staff.assist_print_review());
  /** Submits what was signed, and follows the receipt to the printer. */
  submit = (agreed: string[], cameOut: boolean) =>
    this.#do(async () => {
      this.submitted = await staff.assist_submit(agreed, cameOut);
      void this.#follow(this.submitted.print);
      return null;
    });
  /** Prints the receipt once more. */
  reprint = async () => {
    const { open, receipt } = this;
    if (!receipt) return;
    await this.#do(async () => {
      void this.#follow(await staff.console_reprint(receipt.job));
      return open;
    });
  };
  handedOver = () => {
    this.submitted = null;
    this.receipt = null;
  };
  giveBack = async () => {
    await this.#do(async () => {
      await staff.assist_give_back();
      return null;
    });
    this.givenBack = this.problem === null;
    setTimeout(() => {
      this.givenBack = false;
    }, SAID);
  };

  async #follow(job: number): Promise<void> {
    this.receipt = { job, end: null };
    const end = await printEnd(job);
    if (this.receipt?.job === job) this.receipt = { job, end };
  }
}
