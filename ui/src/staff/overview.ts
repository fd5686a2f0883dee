// What a supervisor sees of the hall: waits by service, and what happens at the counters.
import type { ConsoleView } from '../shared/bindings/ConsoleView';
import type { CounterInfo } from '../shared/bindings/CounterInfo';
import type { Line } from '../shared/bindings/Line';
import type { Ticket } from '../shared/bindings/Ticket';
import { lineName, minutesWaited } from './hall';

/** Those who wait in one line. */
export interface Wait {
  key: string;
  name: string;
  waiting: number;
  /** How many of them have priority. */
  priority: number;
  /** Whole minutes the one who came first has waited; null when nobody waits. */
  longest: number | null;
  /** How many counters that would call them are open, without those on a break. */
  counters: number;
}

/** Every service in the centre's order, then lines of one counter or officer where somebody waits. */
export function waits(view: ConsoleView, now: number): Wait[] {
  const waiting = view.queue?.waiting ?? [];
  const services = (view.branch?.groups ?? []).flatMap((group) => group.services.map(({ id }) => id));
  const lines: Line[] = services.map((service) => ({ service }));
  for (const { line } of waiting) if (!lines.some((one) => key(one) === key(line))) lines.push(line);
  return lines.map((line) => {
    const there = waiting.filter((ticket) => key(ticket.line) === key(line));
    return {
      key: key(line),
      name: lineName(view, line),
      waiting: there.length,
      priority: there.filter((ticket) => ticket.priority !== null).length,
      longest: there.length === 0 ? null : Math.max(...there.map((ticket) => minutesWaited(ticket, now))),
      counters: (view.branch?.counters ?? []).filter((counter) => calls(counter, line)).length,
    };
  });
}

/** A counter with the number that is there. */
export interface AtCounter {
  counter: CounterInfo;
  ticket: Ticket | null;
}

/** Every counter, by its number. */
export function atCounters(view: ConsoleView): AtCounter[] {
  const there = view.queue?.at_counters ?? [];
  return (view.branch?.counters ?? []).map((counter) => ({
    counter,
    ticket: there.find((ticket) => ticket.counter === counter.number) ?? null,
  }));
}

function calls(counter: CounterInfo, line: Line): boolean {
  if (!counter.open || counter.on_break !== null) return false;
  if ('counter' in line) return line.counter === counter.number;
  if ('officer' in line) return line.officer === counter.account;
  return counter.serves.includes(line.service) || counter.and_finally.includes(line.service);
}

function key(line: Line): string {
  return Object.entries(line).flat().join('-');
}
