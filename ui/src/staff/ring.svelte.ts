// Calls for help ring until somebody goes there. It lasts as long as the officer's sign-in, and so does that
// it was muted.

/** Milliseconds from one ring to the next. */
const EVERY = 6_000;

export class Ring {
  muted = $state(false);
  #waiting: string[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly strike: () => void) {}

  /** Told which calls nobody has answered. A new one rings at once. */
  heed(waiting: string[]): void {
    const fresh = waiting.some((call) => !this.#waiting.includes(call));
    this.#waiting = waiting;
    if (fresh || waiting.length === 0) this.#again();
  }

  mute(muted: boolean): void {
    this.muted = muted;
    this.#again();
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #again(): void {
    clearInterval(this.#timer);
    if (this.muted || this.#waiting.length === 0) return;
    this.strike();
    this.#timer = setInterval(this.strike, EVERY);
  }
}
