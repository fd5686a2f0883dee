// News from the machine for the console.
import { listen } from '@tauri-apps/api/event';

/** How often to look even without news: minutes pass, and an event can be lost (milliseconds). */
const TICK_MS = 15_000;

/** Calls `look` now, at every news of the console, and every 15 seconds; ends with what it returns. */
export function follow(look: () => void): () => void {
  look();
  const tick = setInterval(look, TICK_MS);
  const stop = listen('console', look);
  return () => {
    clearInterval(tick);
    void stop.then((end) => end());
  };
}
