// The officer's desk: the console's view, kept true, and the commands that change it.
import type { ConsoleView } from '../shared/bindings/ConsoleView';
import { staff } from '../shared/bindings/commands';
import type { Problem } from '../shared/bindings/Problem';
import { problemOf } from '../shared/problem';
import { type Action, undoOf } from './actions';

/** The console as the machine last told it. One command runs at a time. */
export class Desk {
  view = $state.raw<ConsoleView | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** Whether a command is under way. */
  busy = $state(false);
  /** Whether the last call found nobody waiting. */
  nobodyWaits = $state(false);
  #refreshing = false;
  #again = false;

  /** Asks for the view; calls that come meanwhile are answered by one more question. */
  async refresh(): Promise<void> {
    this.#again = true;
    if (this.#refreshing) return;
    this.#refreshing = true;
    try {
      while (this.#again) {
        this.#again = false;
        const view = await staff.console();
        // A command that ended meanwhile knows more than this answer: ask again instead.
        if (!this.#again) this.view = view;
      }
    } catch (reason) {
      this.problem = problemOf(reason);
    } finally {
      this.#refreshing = false;
    }
  }

  /** Runs a command and shows what it answers; says whether it was done. */
  async run(command: () => Promise<ConsoleView>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    this.nobodyWaits = false;
    try {
      this.view = await command();
      return true;
    } catch (reason) {
      this.problem = problemOf(reason);
      // What was refused may tell that the view is old: a colleague was faster, or the sign-in ended.
      void this.refresh();
      return false;
    } finally {
      this.#again = true;
      this.busy = false;
    }
  }

  /** Does what a button or a key of the counter says; what asks a question first is not for here. */
  async act(action: Exclude<Action, 'transfer' | 'cancel'>): Promise<void> {
    if (action === 'call_next' || action === 'start_break' || action === 'end_break') {
      await this.run(() => staff[action]());
      // Nobody to call is no mistake.
      this.nobodyWaits = this.problem?.code === 'queue-empty';
      if (this.nobodyWaits) this.problem = null;
      return;
    }
    const id = this.view?.current?.id;
    if (id !== undefined) await this.run(() => staff[action](id));
  }

  /** Undoes what was done last, where that can be. */
  async undo(): Promise<void> {
    const { view } = this;
    const way = view && undoOf(view);
    const id = view?.last?.ticket.id;
    if (way && id !== undefined) await this.run(() => staff[way](id));
  }
}
