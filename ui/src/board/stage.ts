// Which calls are in the light. Several calls at once are lit beside one another; when the light is full
// the others wait for a place, so that each is seen long enough and none overwrites another.
import type { BoardCall } from '../shared/bindings/BoardCall';
import { callKey } from './hall';

/** How long a call is lit (milliseconds). */
export const LIT_MS = 15_000;
/** How long it is lit at least, though others wait for its place (milliseconds). */
export const LEAST_MS = 7_000;

export interface Lit {
  call: BoardCall;
  /** When it came into the light. */
  since: number;
}

export interface Stage {
  /** The calls of the last view; none before the first. */
  known: ReadonlySet<string> | null;
  /** The lit calls, the first to come first. */
  lit: Lit[];
  /** Calls that wait for a place, the first to come first. */
  next: BoardCall[];
}

export const EMPTY: Stage = { known: null, lit: [], next: [] };

/**
 * The stage after a view, or after some time. With nothing to compare with (the first view), every call
 * counts as old: a board that starts must not flash the whole morning. A call that is over leaves, and so
 * does one whose holder has come; a recall is lit anew.
 */
export function advance(stage: Stage, called: BoardCall[], now: number, places: number): Stage {
  const open = called.filter((call) => !call.serving);
  const calls = new Map(open.map((call) => [callKey(call), call]));
  const standing = (call: BoardCall) => calls.get(callKey(call));
  const fresh = stage.known ? open.filter((call) => !stage.known?.has(callKey(call))) : [];
  fresh.sort((a, b) => a.called_at.localeCompare(b.called_at));
  const next = [...stage.next.flatMap((call) => standing(call) ?? []), ...fresh];
  const lit = stage.lit.flatMap(({ call, since }) => {
    const stands = now - since < LIT_MS && standing(call);
    return stands ? [{ call: stands, since }] : [];
  });
  while (next.length > 0) {
    const oldest = lit[0];
    if (lit.length >= places) {
      if (!oldest || now - oldest.since < LEAST_MS) break;
      lit.shift();
    }
    const call = next.shift();
    if (call) lit.push({ call, since: now });
  }
  return { known: new Set(called.map(callKey)), lit, next };
}
