// How the draft on the screen is kept, as the machine says: asked when a page opens, and when it changed.
import { listen } from '@tauri-apps/api/event';
import type { CitizenNews } from '../../shared/bindings/CitizenNews';
import { citizen } from '../../shared/bindings/commands';
import type { DraftSaved } from '../../shared/bindings/DraftSaved';
import { visit } from '../visit.svelte';

export class KeptDraft {
  saved = $state.raw<DraftSaved | null>(null);

  /** Asks how it is kept; a machine that does not answer changes nothing. */
  async look(): Promise<void> {
    const saved = await citizen.draft_saved().catch(() => this.saved);
    this.saved = saved;
    const kept = saved && (saved.place === 'here' || saved.place === 'central');
    visit.leaving = kept ? { key: 'draft-leaving', args: { code: saved.code, days: saved.keep_days } } : null;
  }

  /** Looks again whenever it changed, until the page is left. */
  follow(): () => void {
    const stop = listen<CitizenNews>('citizen', ({ payload }) => {
      if (payload.kind === 'draft') void this.look();
    });
    return () => void stop.then((unlisten) => unlisten());
  }
}
