// The present against moments, in Vietnamese time whatever time zone the machine is set to.
import type { Moment } from './bindings/Moment';

const VIETNAM_MS = 7 * 3_600_000;

/** The moment of a count of milliseconds since 1970-01-01T00:00:00Z. */
export function momentAt(ms: number): Moment {
  return new Date(ms + VIETNAM_MS).toISOString().replace('Z', '+07:00');
}

/** The day of the week of a moment, 0 is Sunday. */
export function weekday(moment: Moment): number {
  return new Date(`${moment.slice(0, 10)}T00:00:00Z`).getUTCDay();
}

/** Milliseconds from a moment until `now`; never below zero, for clocks that disagree. */
export function elapsed(moment: Moment, now: number): number {
  return Math.max(0, now - Date.parse(moment));
}
