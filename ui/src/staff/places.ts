// Where a ticket can be sent on to, and finding a place by a few keys.
import type { ConsoleView } from '../shared/bindings/ConsoleView';
import type { CounterInfo } from '../shared/bindings/CounterInfo';
import type { Line } from '../shared/bindings/Line';
import type { Ticket } from '../shared/bindings/Ticket';
import { say } from './words';

/** A counter, an officer or a service that a ticket can be sent to. */
export interface Place {
  /** Tells it from the others: `counter-5`, `service-ho-tich`, `officer-lan`. */
  key: string;
  line: Line;
  name: string;
  /** What to know before sending somebody there. */
  note: string;
}

/** Everywhere a ticket can go: other counters, officers who are at one, services; not where it stands already. */
export function places(view: ConsoleView, ticket: Ticket): Place[] {
  const { branch, who } = view;
  if (!branch) return [];
  const waiting = (line: Line) => (view.queue?.waiting ?? []).filter((one) => same(one.line, line)).length;
  const place = (key: string, line: Line, name: string, note: string): Place => ({
    key,
    line,
    name,
    note: [note, say('staff-place-waiting', { count: waiting(line) })].filter((words) => words).join(' · '),
  });
  const counters = branch.counters
    .filter((counter) => counter.number !== who?.counter)
    .map((counter) => {
      const name = say('staff-counter', { number: counter.number });
      return place(`counter-${counter.number}`, { counter: counter.number }, name, counterState(counter));
    });
  const officers = branch.counters.flatMap(({ account, officer, number }) =>
    account === null || officer === null || account === who?.account
      ? []
      : [place(`officer-${account}`, { officer: account }, officer, say('staff-counter', { number }))],
  );
  const services = branch.groups.flatMap((group) =>
    group.services.map(({ id, name }) => place(`service-${id}`, { service: id }, name.vi, group.prefix)),
  );
  return [...counters, ...officers, ...services].filter(({ line }) => !same(line, ticket.line));
}

/** Whether a counter is open, and whose it is. */
export function counterState({ open, officer, on_break }: CounterInfo): string {
  if (!open) return say('staff-counter-closed');
  return on_break === null ? (officer ?? '') : say('staff-counter-break', { officer: officer ?? '' });
}

/** The places whose name or note has what was typed; a counter whose number it is comes first. */
export function matching(all: Place[], typed: string): Place[] {
  const wanted = folded(typed.trim());
  const found = all.filter(({ name, note }) => folded(`${name} ${note}`).includes(wanted));
  const exact = found.filter(({ line }) => 'counter' in line && String(line.counter) === wanted);
  return [...exact, ...found.filter((place) => !exact.includes(place))];
}

function same(one: Line, other: Line): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Without marks and case, so that "ho tich" finds "Hộ tịch". đ does not decompose. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}
