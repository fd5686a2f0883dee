import { describe, expect, it } from 'vitest';
import { branch, counter, ticket } from '../shared/samples';
import { atCounters, waits } from './overview';
import { consoleView } from './samples';

const at = (time: string) => `2026-11-23T${time}:00.000+07:00`;
const counters = [
  counter(1, 'ho-tich', { open: true, officer: 'Lan', account: 'lan' }),
  counter(2, 'chung-thuc', { open: true, officer: 'Bình', account: 'binh', on_break: at('08:10') }),
  counter(3, 'ho-tich'),
];
const view = consoleView({
  branch: { ...branch, counters },
  queue: {
    revision: 1,
    waiting: [
      ticket('A001', { since: at('08:00'), priority: 'cao-tuoi' }),
      ticket('A002', { since: at('08:10') }),
      ticket('B001', { since: at('08:15'), line: { service: 'chung-thuc' } }),
      ticket('A003', { since: at('08:18'), line: { officer: 'binh' } }),
    ],
    at_counters: [ticket('A000', { state: 'serving', counter: 1 })],
    parked: [],
    missed: [],
    began_anew: null,
  },
});

describe('waits by service', () => {
  const lines = waits(view, Date.parse(at('08:20')));

  it('count who waits, who of them has priority, and the longest wait', () => {
    expect(lines[0]).toMatchObject({ name: 'Hộ tịch', waiting: 2, priority: 1, longest: 20, counters: 1 });
  });

  it('count no counter that is on a break', () => {
    expect(lines[1]).toMatchObject({ name: 'Chứng thực', waiting: 1, counters: 0 });
  });

  it('have lines of one officer only where somebody waits', () => {
    expect(lines.map((line) => line.key)).toEqual(['service-ho-tich', 'service-chung-thuc', 'officer-binh']);
  });
});

describe('the counters', () => {
  it('show the number that is there', () => {
    expect(atCounters(view).map(({ ticket }) => ticket?.label ?? null)).toEqual(['A000', null, null]);
  });
});
