import { describe, expect, it } from 'vitest';
import type { ConsoleView } from '../shared/bindings/ConsoleView';
import { branch, counter, ticket } from '../shared/samples';
import { elsewhere, groupName, lineName, mine, mineAside, minutesWaited, notes, serviceName } from './hall';
import { consoleView } from './samples';

describe('minutes waited', () => {
  const one = ticket('A001', { since: '2026-11-23T08:00:00.000+07:00' });
  const at = (time: string) => Date.parse(`2026-11-23T${time}+07:00`);

  it('are whole and counted down', () => {
    expect(minutesWaited(one, at('08:00:59'))).toBe(0);
    expect(minutesWaited(one, at('08:12:59'))).toBe(12);
  });

  it('are never negative when this clock runs behind', () => {
    expect(minutesWaited(one, at('07:58:00'))).toBe(0);
  });

  it('end when the holder was seen at the counter', () => {
    const seen = { ...one, state: 'serving' as const, started_at: '2026-11-23T08:20:00.000+07:00' };
    expect(minutesWaited(seen, at('09:00:00'))).toBe(20);
    expect(minutesWaited({ ...seen, state: 'called' }, at('09:00:00'))).toBe(60);
  });
});

describe('the waiting list of a counter', () => {
  const own = counter(1, 'ho-tich', { open: true, account: 'lan', and_finally: ['chung-thuc'] });
  const waiting = [
    ticket('B001', { service: 'chung-thuc', line: { service: 'chung-thuc' } }),
    ticket('A002'),
    ticket('C001', { line: { counter: 1 }, no_shows: 1 }),
    ticket('C002', { line: { officer: 'lan' } }),
    ticket('C003', { line: { counter: 3 } }),
  ];
  const view: ConsoleView = consoleView({
    branch: { ...branch, counters: [own, ...branch.counters.slice(1)] },
    queue: { revision: 1, waiting, at_counters: [], parked: [], missed: [], began_anew: null },
  });

  it('has its services, what waits for it or its officer, and last what it helps with', () => {
    expect(mine(view).map((one) => one.label)).toEqual(['A002', 'C001', 'C002', 'B001']);
    expect(elsewhere(view)).toBe(1);
  });

  it('is empty without a counter', () => {
    expect(mine(consoleView({ queue: view.queue, counter: null }))).toEqual([]);
  });

  it('has beside it those called to it last', () => {
    const aside = [ticket('D001', { counter: 1, line: { service: 'dat-dai' } }), waiting[4] ?? ticket('')];
    expect(mineAside(aside, view).map((one) => one.label)).toEqual(['D001']);
  });

  it('tells what colleagues should know', () => {
    expect(notes(view, waiting[2] ?? ticket(''))).toEqual(['Chờ riêng Quầy 1', 'Đã vắng 1 lần']);
    expect(notes(view, waiting[0] ?? ticket(''))).toEqual(['Việc quầy làm giúp']);
    expect(notes(view, waiting[1] ?? ticket(''))).toEqual([]);
  });

  it('names what it shows as people know it', () => {
    expect(groupName(view, 'chung-thuc')).toBe('Chứng thực');
    expect(groupName({ ...view, branch: null }, 'chung-thuc')).toBe('chung-thuc');
    expect(serviceName(view, 'ho-tich')).toBe('Hộ tịch');
    expect(lineName(view, { officer: 'binh' })).toBe('Trần Văn Bình');
  });
});
