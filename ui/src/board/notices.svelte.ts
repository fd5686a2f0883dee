// What the centre has to say, as far as it can be shown: a picture that cannot be had leaves its words, and a
// notice of which nothing is left is passed over.
import type { BoardNotice } from '../shared/bindings/BoardNotice';
import type { LocalText } from '../shared/bindings/LocalText';

/** Each stands long enough to be read twice (milliseconds). */
const EACH_MS = 12_000;
/** A picture that could not be had is asked for again after so long (milliseconds). */
export const AGAIN_MS = 60_000;

export interface Shown {
  text: LocalText | null;
  /** Where its picture is. */
  url: string | null;
  picture: string | null;
}

export class Notices {
  /** All that can be shown. */
  list = $state.raw<Shown[]>([]);
  /** Whether a picture is among them: then they have a place of their own, whichever of them is shown. */
  pictures = $derived(this.list.some(({ url }) => url !== null));
  #told: BoardNotice[] = [];
  /** The list in short: the pictures themselves may be long. */
  #shown = '[]';
  #urls = new Map<string, string>();
  #asked = new Map<string, number>();

  constructor(private readonly fetch: (picture: string) => Promise<string>) {}

  /** Takes what the board was told, and asks for the pictures that are missing. */
  take(told: BoardNotice[], now: number): void {
    this.#told = told;
    const named = new Set(told.flatMap(({ picture }) => picture ?? []));
    for (const map of [this.#urls, this.#asked])
      for (const picture of map.keys()) if (!named.has(picture)) map.delete(picture);
    for (const picture of named) {
      const asked = this.#asked.get(picture);
      if (this.#urls.has(picture) || (asked !== undefined && now - asked < AGAIN_MS)) continue;
      this.#asked.set(picture, now);
      void this.#ask(picture);
    }
    this.#show();
  }

  /** A picture came, and is none: it is not asked for again. */
  broken(picture: string): void {
    this.#urls.delete(picture);
    this.#asked.set(picture, Number.POSITIVE_INFINITY);
    this.#show();
  }

  /** The one to show at a time. */
  at(now: number): Shown | undefined {
    return this.list[Math.floor(now / EACH_MS) % this.list.length];
  }

  async #ask(picture: string): Promise<void> {
    const url = await this.fetch(picture).catch(() => null);
    if (url === null || !this.#asked.has(picture)) return;
    this.#urls.set(picture, url);
    this.#show();
  }

  #show(): void {
    const list = this.#told.flatMap(({ text, picture }) => {
      const url = (picture && this.#urls.get(picture)) ?? null;
      return text || url ? [{ text, url, picture }] : [];
    });
    // News of the hall are no news of these: an unchanged picture is not drawn again.
    const shown = JSON.stringify(list.map(({ text, url, picture }) => [text, url && picture]));
    if (shown !== this.#shown) this.list = list;
    this.#shown = shown;
  }
}
