// Someone may have walked away: ask first, then leave.

export interface IdleTimes {
  /** Milliseconds without a touch before the question. */
  ask: number;
  /** Milliseconds the question waits; none leaves without a question. */
  leave: number | null;
}

/** Watches for touches. `asked` opens and closes the question, `left` ends the visit. */
export class Idle {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #times: IdleTimes | null = null;

  constructor(
    private readonly asked: (open: boolean) => void,
    private readonly left: () => void,
  ) {}

  /** Watches from now on, or stops watching. */
  watch(times: IdleTimes | null): void {
    const before = this.#times;
    this.#times = times;
    // The same times read anew are no sign of a person.
    if (before?.ask !== times?.ask || before?.leave !== times?.leave) this.touch();
  }

  /** Someone is there. */
  touch(): void {
    clearTimeout(this.#timer);
    this.asked(false);
    const times = this.#times;
    if (!times) return;
    this.#timer = setTimeout(() => {
      if (times.leave === null) return this.left();
      this.asked(true);
      this.#timer = setTimeout(this.left, times.leave);
    }, times.ask);
  }
}
