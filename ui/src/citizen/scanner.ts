// A card reader that pretends to be a keyboard: fast keystrokes that end with Enter. What it types is
// handed over once and kept nowhere, and never shown.

/** A reader's keys follow each other within this many milliseconds; a person's do not. */
const GAP = 80;
/** No card text is shorter. */
const SHORTEST = 12;

export class KeyScanner {
  #typed = '';
  #last = 0;

  constructor(private readonly scanned: (text: string) => void) {}

  /** Takes a keystroke with its time in milliseconds. */
  key(key: string, at: number): void {
    if (at - this.#last > GAP) this.#typed = '';
    this.#last = at;
    if (key === 'Enter') {
      const text = this.#typed;
      this.#typed = '';
      if (text.length >= SHORTEST) this.scanned(text);
    } else if ([...key].length === 1) this.#typed += key;
  }
}
