import { describe, expect, it } from 'vitest';
import type { ConsoleView } from '../shared/bindings/ConsoleView';
import { ticket } from '../shared/samples';
import { elsewhere, groupName, mine, minutesWaited } from './hall';
import { consoleView } from './samples';

describe('minutes waited', () => {
  const issued = '2026-11-23T08:00:00.000+07:00';
  const at = (time: string) => Date.parse(`2026-11-23T${time}+07:00`);

  it('are whole and counted down', () => {
    expect(minutesWaited(issued, at('08:00:59'))).toBe(0);
    expect(minutesWaited(issued, at('08:12:59'))).toBe(12);
  });

  it('are never negative when this clock runs behind', () => {
    expect(minutesWaited(issued, at('07:58:00'))).toBe(0);
  });
});

describe('the waiting list of a counter', () => {
  const view: ConsoleView = consoleView({
    queue: {
      revision: 1,
      waiting: [ticket('B001', { group: 'chung-thuc' }), ticket('A002'), ticket('A001')],
      at_counters: [],
      parked: [],
      missed: [],
    },
  });

  it('has its groups only, in the order of call, and counts the others', () => {
    expect(mine(view).map((one) => one.label)).toEqual(['A002', 'A001']);
    expect(elsewhere(view)).toBe(1);
  });

  it('is empty without a counter', () => {
    expect(mine(consoleView({ queue: view.queue, counter: null }))).toEqual([]);
  });

  it('names groups as people know them', () => {
    expect(groupName(view, 'chung-thuc')).toBe('Chứng thực');
    expect(groupName({ ...view, branch: null }, 'chung-thuc')).toBe('chung-thuc');
  });
});
