// What an officer's console makes of the hall.
import type { ConsoleView } from '../shared/bindings/ConsoleView';
import type { Moment } from '../shared/bindings/Moment';
import type { Ticket } from '../shared/bindings/Ticket';
import { elapsed } from '../shared/now';

/** Whole minutes since a ticket was issued. */
export function minutesWaited(issued: Moment, now: number): number {
  return Math.floor(elapsed(issued, now) / 60_000);
}

/** Those who wait for this officer's counter, in the order of call. */
export function mine(view: ConsoleView): Ticket[] {
  const counter = view.branch?.counters.find((one) => one.number === view.who?.counter);
  if (!counter) return [];
  return (view.queue?.waiting ?? []).filter((ticket) => counter.groups.includes(ticket.group));
}

/** How many wait for other counters. */
export function elsewhere(view: ConsoleView): number {
  return (view.queue?.waiting.length ?? 0) - mine(view).length;
}

/** A service group's name, or its stable name when the centre is not known. */
export function groupName(view: ConsoleView, group: string): string {
  return view.branch?.groups.find((one) => one.id === group)?.name ?? group;
}
