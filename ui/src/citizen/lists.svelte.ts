// What of the catalogue somebody looks at, and how far down, so that going back finds it again.
import type { Under } from '../shared/bindings/Under';

/** How many entries of a list are drawn at once: a field may have far more than anybody reads. */
export const PART = 40;

/** What the list of procedures is asked for: a query, headings to leaf through, or what stands under one. */
export interface Search {
  query: string;
  under: Under | null;
  heading: string | null;
}
export const NOTHING: Search = { query: '', under: null, heading: null };

/** How far a list was opened and scrolled. */
export class Opened {
  shown = $state(PART);
  top = 0;
}

export class Lists {
  #opened = new Map<string, Opened>();

  of(search: Search): Opened {
    const key = JSON.stringify([search.query, search.under, search.heading]);
    const opened = this.#opened.get(key) ?? new Opened();
    this.#opened.set(key, opened);
    return opened;
  }

  forget(): void {
    this.#opened.clear();
  }
}
