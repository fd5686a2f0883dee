// What the board makes of the hall: which calls are new, what fits, and when it must say it is behind.
import type { BoardShown } from '../shared/bindings/BoardShown';
import type { Branch } from '../shared/bindings/Branch';
import type { Ticket } from '../shared/bindings/Ticket';
import { elapsed } from '../shared/now';

/** A view older than this says so (milliseconds). */
export const STALE_MS = 30_000;
/** How long a new call stays marked (milliseconds). */
export const FRESH_MS = 15_000;
/** Calls shown below the newest one. */
export const EARLIER_CALLS = 4;
/** Service groups that fit into the waiting column. */
export const GROUPS_SHOWN = 8;

/** Whether people must be told that what they see may be old. */
export function isStale(shown: BoardShown, now: number): boolean {
  return !shown.live || shown.as_of === null || elapsed(shown.as_of, now) > STALE_MS;
}

/** With no more groups than this, the waiting list is drawn larger. */
export const ROOMY_GROUPS = 3;

/** One call: a recall of the same number is another one. */
export function callKey(ticket: Ticket): string {
  return `${ticket.id} ${ticket.called_at}`;
}

/** When each call was first seen here, by its key; what is no longer called is forgotten. */
export type Seen = ReadonlyMap<string, number>;

/**
 * Carries `seen` over to the calls of a new view. With nothing to compare with (the first view), every
 * call counts as old: a board that starts must not flash the whole morning.
 */
export function seenCalls(seen: Seen | null, called: Ticket[], now: number): Seen {
  const arrival = seen ? now : Number.NEGATIVE_INFINITY;
  return new Map(called.map((ticket) => [callKey(ticket), seen?.get(callKey(ticket)) ?? arrival]));
}

/** Whether a call still deserves its mark. */
export function isFresh(seen: Seen, ticket: Ticket, now: number): boolean {
  return now - (seen.get(callKey(ticket)) ?? Number.NEGATIVE_INFINITY) < FRESH_MS;
}

/** The first of a list and how many it leaves out. */
export interface Cut<T> {
  shown: T[];
  more: number;
}

/** Cuts a list to `room` places; what says "and N more" takes one of them. */
export function cut<T>(list: T[], room: number): Cut<T> {
  if (list.length <= room) return { shown: list, more: 0 };
  const shown = list.slice(0, Math.max(0, room - 1));
  return { shown, more: list.length - shown.length };
}

/** The people of one service group who wait. */
export interface WaitingGroup {
  id: string;
  name: string;
  count: number;
  labels: Cut<string>;
}

/** The waiting list by service group, in the branch's order; groups nobody waits for are left out. */
export function waitingGroups(waiting: Ticket[], branch: Branch | null): Cut<WaitingGroup> {
  const byGroup = new Map<string, string[]>();
  for (const group of branch?.groups ?? []) byGroup.set(group.id, []);
  for (const ticket of waiting) {
    const labels = byGroup.get(ticket.group);
    if (labels) labels.push(ticket.label);
    else byGroup.set(ticket.group, [ticket.label]);
  }
  const busy = [...byGroup].filter(([, labels]) => labels.length > 0);
  const groups = cut(busy, GROUPS_SHOWN);
  const room = labelRoom(groups.shown.length);
  return {
    more: groups.more,
    shown: groups.shown.map(([id, labels]) => ({
      id,
      name: branch?.groups.find((group) => group.id === id)?.name ?? id,
      count: labels.length,
      labels: cut(labels, room),
    })),
  };
}

/** How many labels each group may show: three large lines of four, two of five, or one. */
function labelRoom(groups: number): number {
  if (groups <= ROOMY_GROUPS) return 12;
  return groups <= 5 ? 10 : 5;
}
