// Reads a page when it comes up, and again when something on it must be put right.
import { tick, untrack } from 'svelte';
import { visit } from '../visit.svelte';

/** Reads the page that is shown: that of the guide as Rust knows it, any other by its lines. */
export async function readPage(): Promise<void> {
  if (visit.place.at === 'guide') return visit.aloud.page(null);
  const { linesOf } = await import('../lines');
  const page = document.querySelector('main');
  return visit.aloud.page(page ? linesOf(page) : []);
}

/** While reading aloud is on, reads what is shown once it has settled, and after each of these changes. */
export function readsItself(changes: () => unknown): void {
  let fresh = true;
  $effect(() => {
    changes();
    fresh = true;
  });
  $effect(() => {
    changes();
    if (!visit.aloud.on) fresh = true;
    else if (!visit.busy && fresh) {
      fresh = false;
      void tick().then(() => untrack(readPage));
    }
  });
}
