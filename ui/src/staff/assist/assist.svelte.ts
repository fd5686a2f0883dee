// The drafts officers are asked to help with, and the one in hand.
import type { Answers } from '../../shared/bindings/Answers';
import type { AssistView } from '../../shared/bindings/AssistView';
import { staff } from '../../shared/bindings/commands';
import type { Problem } from '../../shared/bindings/Problem';
import type { SharedRow } from '../../shared/bindings/SharedRow';
import { problemOf } from '../../shared/problem';

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

  take = (id: string) => this.#do(() => staff.assist_take(id));
  next = (page: string, answers: Answers) => this.#do(() => staff.assist_next(page, answers));
  back = (page: string, answers: Answers) => this.#do(() => staff.assist_back(page, answers));
  edit = (page: string) => this.#do(() => staff.assist_open(page));
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
}
