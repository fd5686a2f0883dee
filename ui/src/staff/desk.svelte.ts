// The officer's desk: the console's view, kept true, and the commands that change it.
import type { ConsoleView } from '../shared/bindings/ConsoleView';
import { staff } from '../shared/bindings/commands';
import type { Problem } from '../shared/bindings/Problem';
import { problemOf } from '../shared/problem';
import type { Action } from './actions';

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

  /** Does what a button or a key of the counter says. */
  async act(action: Action): Promise<void> {
    if (action === 'call_next') {
      const done = await this.run(() => staff.call_next());
      this.nobodyWaits = done && this.view?.current == null;
      return;
    }
    const id = this.view?.current?.id;
    if (id !== undefined) await this.run(() => staff[action](id));
  }
}
