// What the board makes of the hall: which part it shows, what fits, and when it must say it is behind.
import type { BoardCall } from '../shared/bindings/BoardCall';
import type { BoardShown } from '../shared/bindings/BoardShown';
import type { BoardTicket } from '../shared/bindings/BoardTicket';
import type { BoardView } from '../shared/bindings/BoardView';
import { elapsed } from '../shared/now';
import type { Layout } from './layout';

/** A view older than this says so (milliseconds). */
export const STALE_MS = 30_000;

/** Whether people must be told that what they see may be old. */
export function isStale(shown: BoardShown, now: number): boolean {
  return !shown.live || shown.as_of === null || elapsed(shown.as_of, now) > STALE_MS;
}

/** One call: a recall of the same number is another one. */
export function callKey(call: BoardCall): string {
  return `${call.label} ${call.called_at}`;
}

/** The part of the hall a board is set up for; a board without groups and counters shows all of it. */
export function partOf(view: BoardView, { counters, groups }: Layout): BoardView {
  if (counters.length === 0 && groups.length === 0) return view;
  const served = view.groups.filter(
    ({ id, counters: by }) => groups.includes(id) || by.some((number) => counters.includes(number)),
  );
  const numbers = new Set([
    ...counters,
    ...view.groups.filter(({ id }) => groups.includes(id)).flatMap((group) => group.counters),
  ]);
  const ids = new Set(served.map(({ id }) => id));
  return {
    ...view,
    groups: served,
    counters: view.counters.filter(({ number }) => numbers.has(number)),
    called: view.called.filter(({ counter }) => numbers.has(counter)),
    waiting: view.waiting.filter(({ group, counter }) =>
      counter === null ? ids.has(group) : numbers.has(counter),
    ),
  };
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
  labels: Cut<string>;
  /** Rows of labels. */
  rows: number;
}

/** The waiting list as a table. */
export interface WaitingTable {
  groups: WaitingGroup[];
  /** How many groups were left out. */
  more: number;
  /** All rows. */
  rows: number;
  /** Labels in a row. */
  columns: number;
}

/** With no more rows than this the numbers are as large as they get. */
export const LEAST_ROWS = 5;

/** The place for a waiting list. */
export interface Place {
  /** As many rows as can be read across the hall. */
  rows: number;
  /** As many numbers beside one another. */
  columns: number;
  /** Its width by its height. */
  shape: number;
}

/**
 * The waiting list by service group, in the centre's order, in numbers as large as they fit. No group is
 * squeezed out by another's length, and what does not fit is counted.
 */
export function waitingTable(waiting: BoardTicket[], names: BoardView['groups'], most: Place): WaitingTable {
  const byGroup = new Map<string, string[]>(names.map(({ id }) => [id, []]));
  for (const { group, label } of waiting) byGroup.set(group, [...(byGroup.get(group) ?? []), label]);
  const busy = cut(
    [...byGroup].filter(([, labels]) => labels.length > 0),
    most.rows,
  );
  const needed = (columns: number) => busy.shown.map(([, labels]) => Math.ceil(labels.length / columns));
  // How large the numbers are: as high as a row, and as wide as a column allows.
  const size = (columns: number) => {
    const rows = sum(needed(columns));
    return rows > most.rows ? 0 : Math.min(1 / Math.max(LEAST_ROWS, rows), most.shape / columns / 3.4);
  };
  let columns = most.columns;
  for (let fewer = columns - 1; fewer > 1; fewer -= 1) if (size(fewer) > size(columns)) columns = fewer;
  const need = needed(columns);
  const rows = need.map(() => 1);
  let left = most.rows - rows.length - (busy.more > 0 ? 1 : 0);
  for (; left > 0; left -= 1) {
    const missing = need.map((count, place) => count - (rows[place] ?? 0));
    const place = missing.indexOf(Math.max(...missing));
    if ((missing[place] ?? 0) <= 0) break;
    rows[place] = (rows[place] ?? 0) + 1;
  }
  return {
    groups: busy.shown.map(([id, labels], place) => ({
      id,
      name: names.find((group) => group.id === id)?.name.vi ?? id,
      labels: cut(labels, (rows[place] ?? 1) * columns),
      rows: rows[place] ?? 1,
    })),
    more: busy.more,
    rows: sum(rows) + (busy.more > 0 ? 1 : 0),
    columns,
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

/** The longest label's length, so that all fit in one size. */
export function longest(labels: string[]): number {
  return Math.max(4, ...labels.map((label) => label.length));
}
