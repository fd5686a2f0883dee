// Reading aloud what was found: begun by a touch, ended by its last sentence, a touch, or leaving.
import { citizen } from '../shared/bindings/commands';

export class Aloud {
  reading = $state(false);
  /** Nothing was heard when it was asked for: this machine has no voice. */
  mute = $state(false);
  #turn = 0;

  /** Reads the procedures with these codes as results. */
  async read(codes: string[]): Promise<void> {
    const turn = ++this.#turn;
    this.reading = true;
    this.mute = false;
    const heard = await citizen.read_found(codes).catch(() => false);
    if (turn !== this.#turn) return;
    this.reading = false;
    this.mute = !heard;
  }

  hush(): void {
    this.mute = false;
    if (!this.reading) return;
    this.#turn++;
    this.reading = false;
    void citizen.hush().catch(() => null);
  }
}
