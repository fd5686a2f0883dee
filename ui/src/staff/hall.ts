// What an officer's console makes of the hall.
import type { ConsoleView } from '../shared/bindings/ConsoleView';
import type { Line } from '../shared/bindings/Line';
import type { Moment } from '../shared/bindings/Moment';
import type { Ticket } from '../shared/bindings/Ticket';
import { elapsed } from '../shared/now';
import { ownCounter } from './actions';
import { say } from './words';

/** Whole minutes from a moment until now. */
export function minutesSince(moment: Moment, now: number): number {
  return Math.floor(elapsed(moment, now) / 60_000);
}

/** Whole minutes somebody has waited, or did until they were seen at the counter. */
export function minutesWaited(ticket: Ticket, now: number): number {
  const seen = ticket.state === 'serving' && ticket.started_at !== null;
  return minutesSince(ticket.since, seen ? Date.parse(ticket.started_at ?? '') : now);
}

/** Those who wait for this officer's counter: for what it serves first, then for what it helps with. */
export function mine(view: ConsoleView): Ticket[] {
  const waiting = view.queue?.waiting ?? [];
  const own = waiting.filter((ticket) => isMine(ticket.line, view));
  return [...own, ...waiting.filter((ticket) => isFinally(ticket, view))];
}

/** Whether a ticket is called by this officer's counter only when nobody waits for what it serves. */
export function isFinally(ticket: Ticket, view: ConsoleView): boolean {
  const { line } = ticket;
  return (
    'service' in line &&
    !isMine(line, view) &&
    (ownCounter(view)?.and_finally.includes(line.service) ?? false)
  );
}

/** Those set aside that concern this officer's counter: called to it last, or in its line. */
export function mineAside(tickets: Ticket[], view: ConsoleView): Ticket[] {
  const counter = view.who?.counter ?? null;
  return tickets.filter(
    (ticket) => (counter !== null && ticket.counter === counter) || isMine(ticket.line, view),
  );
}

function isMine(line: Line, view: ConsoleView): boolean {
  const counter = ownCounter(view);
  if (!counter) return false;
  if ('counter' in line) return line.counter === counter.number;
  if ('officer' in line) return line.officer === view.who?.account;
  return counter.serves.includes(line.service);
}

/** How many wait for other counters. */
export function elsewhere(view: ConsoleView): number {
  return (view.queue?.waiting.length ?? 0) - mine(view).length;
}

/** A ticket of today by its identity, wherever it stands. */
export function find(view: ConsoleView, id: string): Ticket | null {
  const { queue } = view;
  const all = queue ? [...queue.at_counters, ...queue.waiting, ...queue.parked, ...queue.missed] : [];
  return all.find((ticket) => ticket.id === id) ?? null;
}

/** A service group's name, or its stable name when the centre is not known. */
export function groupName(view: ConsoleView, group: string): string {
  return view.branch?.groups.find((one) => one.id === group)?.name ?? group;
}

/** A service's name, or its stable name when the centre does not have it. */
export function serviceName(view: ConsoleView, service: string): string {
  const services = view.branch?.groups.flatMap((group) => group.services) ?? [];
  return services.find((one) => one.id === service)?.name.vi ?? service;
}

/** The name of the priority group of a ticket's holder, or null. */
export function priorityName(view: ConsoleView, ticket: Ticket): string | null {
  if (ticket.priority === null) return null;
  return view.branch?.priorities.find((one) => one.id === ticket.priority)?.name.vi ?? ticket.priority;
}

/** What a ticket waits for, in words. */
export function lineName(view: ConsoleView, line: Line): string {
  if ('counter' in line) return say('staff-counter', { number: line.counter });
  if ('service' in line) return serviceName(view, line.service);
  return view.branch?.counters.find((one) => one.account === line.officer)?.officer ?? line.officer;
}

/** What colleagues should know of a ticket in a list: sent to one place only, not there before, helped with, printed again. */
export function notes(view: ConsoleView, ticket: Ticket): string[] {
  const only =
    'service' in ticket.line ? [] : [say('staff-note-only', { place: lineName(view, ticket.line) })];
  const missed = ticket.no_shows > 0 ? [say('staff-note-missed', { count: ticket.no_shows })] : [];
  const again = ticket.reprints > 0 ? [say('staff-reprinted', { count: ticket.reprints })] : [];
  return [...only, ...(isFinally(ticket, view) ? [say('staff-note-finally')] : []), ...missed, ...again];
}
