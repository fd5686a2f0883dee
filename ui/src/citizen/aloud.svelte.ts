// Reading aloud: begun by a touch, ended by its last sentence, a touch, or leaving. While it is on, every
// page and every error is read by itself. It is one person's, and ends with the visit.
import { citizen } from '../shared/bindings/commands';
import type { Loudness } from '../shared/bindings/Loudness';

export const LOUDNESS: readonly Loudness[] = ['soft', 'usual', 'loud'];

export class Aloud {
  /** Pages are read by themselves. */
  on = $state(false);
  slow = $state(false);
  loudness = $state<Loudness>('usual');
  reading = $state(false);
  /** Nothing was heard when it was asked for: this machine has no voice. */
  mute = $state(false);
  #turn = 0;

  /** Reads the procedures with these codes as results. */
  found = (codes: string[]): Promise<void> => this.#say(() => citizen.read_found(codes, this.#manner()));

  /** Reads lines of a page. */
  page(lines: string[]): Promise<void> {
    return this.#say(() => citizen.read_aloud(lines, this.#manner()));
  }

  #manner = () => ({ slow: this.slow, loudness: this.loudness });

  async #say(asked: () => Promise<boolean>): Promise<void> {
    const turn = ++this.#turn;
    this.reading = true;
    this.mute = false;
    const heard = await asked().catch(() => false);
    if (turn !== this.#turn) return;
    this.reading = false;
    this.mute = !heard;
  }

  /** Ends the sentence, not the reading of pages. */
  hush(): void {
    this.mute = false;
    if (!this.reading) return;
    this.#turn++;
    this.reading = false;
    void citizen.hush().catch(() => null);
  }

  /** Whether the next person would be read to otherwise than usual. */
  get changed(): boolean {
    return this.on || this.slow || this.loudness !== 'usual';
  }

  /** On, or off. */
  turn(): void {
    if (this.on) this.off();
    else this.on = true;
  }

  off(): void {
    this.on = false;
    this.hush();
  }
}
