import { describe, expect, it } from 'vitest';
import type { BoardShown } from '../shared/bindings/BoardShown';
import { momentAt } from '../shared/now';
import { branch, ticket } from '../shared/samples';
import { cut, FRESH_MS, isFresh, isStale, seenCalls, waitingGroups } from './hall';

const NOW = Date.parse('2026-11-23T08:05:00.000+07:00');

describe('a stale board', () => {
  const shown = (age: number, live = true): BoardShown => ({
    board: null,
    branch: null,
    as_of: momentAt(NOW - age),
    live,
  });

  it('is one whose truth is older than thirty seconds', () => {
    expect(isStale(shown(30_000), NOW)).toBe(false);
    expect(isStale(shown(30_001), NOW)).toBe(true);
  });

  it('is one whose stream is cut, or that never had a view', () => {
    expect(isStale(shown(0, false), NOW)).toBe(true);
    expect(isStale({ board: null, branch: null, as_of: null, live: true }, NOW)).toBe(true);
  });

  it('is not made by a clock that runs behind the server', () => {
    expect(isStale(shown(-90_000), NOW)).toBe(false);
  });
});

describe('a new call', () => {
  const first = ticket('A001', { state: 'called', counter: 1, called_at: momentAt(NOW) });
  const second = ticket('B001', { state: 'called', counter: 2, called_at: momentAt(NOW) });

  it('is marked for a short time, and two at once are both marked', () => {
    const before = seenCalls(null, [], NOW);
    const seen = seenCalls(before, [first, second], NOW);
    expect(isFresh(seen, first, NOW + FRESH_MS - 1)).toBe(true);
    expect(isFresh(seen, second, NOW + FRESH_MS - 1)).toBe(true);
    expect(isFresh(seen, first, NOW + FRESH_MS)).toBe(false);
  });

  it('is not made by starting the board', () => {
    expect(isFresh(seenCalls(null, [first], NOW), first, NOW)).toBe(false);
  });

  it('is not made by seeing the same view again, but is by a recall', () => {
    const seen = seenCalls(seenCalls(null, [], NOW), [first], NOW);
    const later = NOW + FRESH_MS;
    expect(isFresh(seenCalls(seen, [first], later), first, later)).toBe(false);
    const again = { ...first, called_at: momentAt(later) };
    expect(isFresh(seenCalls(seen, [again], later), again, later)).toBe(true);
  });

  it('is forgotten when its ticket leaves', () => {
    let seen = seenCalls(null, [], NOW);
    for (let i = 0; i < 1000; i += 1)
      seen = seenCalls(seen, [ticket(`A${i}`, { called_at: momentAt(NOW + i) })], NOW);
    expect(seen.size).toBe(1);
  });
});

describe('what does not fit', () => {
  it('is counted, and the line that says so takes a place', () => {
    expect(cut([1, 2, 3], 3)).toEqual({ shown: [1, 2, 3], more: 0 });
    expect(cut([1, 2, 3, 4], 3)).toEqual({ shown: [1, 2], more: 2 });
  });

  it('never loses a waiting number: shown and counted make all', () => {
    const waiting = Array.from({ length: 40 }, (_, i) => ticket(`A${String(i).padStart(3, '0')}`));
    const [group] = waitingGroups(waiting, branch).shown;
    expect(group?.name).toBe('Hộ tịch');
    expect(group?.count).toBe(40);
    expect((group?.labels.shown.length ?? 0) + (group?.labels.more ?? 0)).toBe(40);
    expect(group?.labels.shown[0]).toBe('A000');
  });

  it('keeps the order of the centre, and names a group it does not know by its id', () => {
    const waiting = [
      ticket('X001', { group: 'la' }),
      ticket('B001', { group: 'chung-thuc' }),
      ticket('A001'),
    ];
    expect(waitingGroups(waiting, branch).shown.map((group) => group.name)).toEqual([
      'Hộ tịch',
      'Chứng thực',
      'la',
    ]);
  });
});
