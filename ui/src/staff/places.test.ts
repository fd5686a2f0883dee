import { describe, expect, it } from 'vitest';
import { branch, counter, ticket } from '../shared/samples';
import { matching, places } from './places';
import { consoleView } from './samples';

const view = consoleView({
  branch: { ...branch, counters: [...branch.counters, counter(12, 'ho-tich')] },
  queue: {
    revision: 1,
    waiting: [ticket('C001', { line: { counter: 3 } })],
    at_counters: [],
    parked: [],
    missed: [],
    began_anew: null,
  },
});
const all = places(view, ticket('A001'));
const keys = (typed: string) => matching(all, typed).map((place) => place.key);

describe('the places a number can be sent to', () => {
  it('are other counters, officers at one, and services, without where it stands', () => {
    expect(keys('')).toEqual(['counter-2', 'counter-3', 'counter-12', 'officer-binh', 'service-chung-thuc']);
  });

  it('tell who is there and how many wait', () => {
    const notes = Object.fromEntries(all.map(({ key, note }) => [key, note]));
    expect(notes['counter-2']).toBe('Trần Văn Bình · 0 người chờ');
    expect(notes['counter-3']).toBe('Đang đóng · 1 người chờ');
  });

  it('are found by number, the number itself first, and without marks', () => {
    expect(keys('2')[0]).toBe('counter-2');
    expect(keys('12')).toEqual(['counter-12']);
    expect(keys('chung thuc')).toEqual(['service-chung-thuc']);
    expect(keys('binh')).toEqual(['counter-2', 'officer-binh']);
    expect(keys('không có')).toEqual([]);
  });
});
