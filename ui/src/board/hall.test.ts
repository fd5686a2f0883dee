import { describe, expect, it } from 'vitest';
import type { BoardShown } from '../shared/bindings/BoardShown';
import { momentAt } from '../shared/now';
import { cut, isStale, partOf, waitingTable } from './hall';
import { call, START, view, waiting } from './samples';

describe('a stale board', () => {
  const shown = (age: number, live = true): BoardShown => ({
    board: null,
    as_of: momentAt(START - age),
    live,
    mute: false,
  });

  it('is one whose truth is older than thirty seconds', () => {
    expect(isStale(shown(30_000), START)).toBe(false);
    expect(isStale(shown(30_001), START)).toBe(true);
  });

  it('is one whose stream is cut, or that never had a view', () => {
    expect(isStale(shown(0, false), START)).toBe(true);
    expect(isStale({ ...shown(0), as_of: null }, START)).toBe(true);
  });

  it('is not made by a clock that runs behind the server', () => {
    expect(isStale(shown(-90_000), START)).toBe(false);
  });
});

describe('a part of the hall', () => {
  const hall = view({
    called: [call('A001', 1), call('B001', 2)],
    waiting: [waiting('A002'), waiting('B002', 'chung-thuc'), waiting('B003', 'chung-thuc', 3)],
  });
  const labels = (of: { label: string }[]) => of.map(({ label }) => label);

  it('is all of it when nothing is said', () => {
    expect(partOf(hall, { kind: 'hall', counters: [], groups: [] })).toBe(hall);
  });

  it('is what its counters call, and who waits for what they serve', () => {
    const part = partOf(hall, { kind: 'group', counters: [1], groups: [] });
    expect(labels(part.called)).toEqual(['A001']);
    expect(labels(part.waiting)).toEqual(['A002']);
    expect(part.groups.map(({ id }) => id)).toEqual(['ho-tich']);
  });

  it('is what the counters of its groups call, with who was sent to one of them', () => {
    const part = partOf(hall, { kind: 'group', counters: [], groups: ['ho-tich'] });
    expect(part.counters.map(({ number }) => number)).toEqual([1, 3]);
    expect(labels(part.waiting)).toEqual(['A002', 'B003']);
  });
});

describe('what does not fit', () => {
  it('is counted, and what says so takes a place', () => {
    expect(cut([1, 2, 3], 3)).toEqual({ shown: [1, 2, 3], more: 0 });
    expect(cut([1, 2, 3, 4], 3)).toEqual({ shown: [1, 2], more: 2 });
  });
});

describe('the waiting list', () => {
  const most = { rows: 12, columns: 4, shape: 0.95 };
  const names = view().groups;
  const many = (count: number, group: string, prefix: string) =>
    Array.from({ length: count }, (_, place) => waiting(`${prefix}${String(place).padStart(3, '0')}`, group));

  it('shows few people in large numbers, and more in smaller ones', () => {
    expect(waitingTable(many(3, 'ho-tich', 'A'), names, most)).toMatchObject({ columns: 2, rows: 2 });
    expect(waitingTable(many(16, 'ho-tich', 'A'), names, most)).toMatchObject({ columns: 2, rows: 8 });
    expect(waitingTable(many(30, 'ho-tich', 'A'), names, most)).toMatchObject({ columns: 3, rows: 10 });
    expect(waitingTable(many(40, 'ho-tich', 'A'), names, most)).toMatchObject({ columns: 4, rows: 10 });
  });

  it('never loses anybody: shown and counted make all', () => {
    for (const count of [0, 1, 7, 40, 48, 49, 200]) {
      const hall = [...many(count, 'ho-tich', 'A'), ...many(Math.ceil(count / 3), 'chung-thuc', 'B')];
      const table = waitingTable(hall, names, most);
      const all = table.groups.reduce((sum, { labels }) => sum + labels.shown.length + labels.more, 0);
      expect(all).toBe(hall.length);
      expect(table.rows).toBeLessThanOrEqual(most.rows);
      for (const { labels, rows } of table.groups) {
        expect(labels.shown.length + Math.min(1, labels.more)).toBeLessThanOrEqual(rows * table.columns);
      }
    }
  });

  it('lets a long queue squeeze nobody out', () => {
    const table = waitingTable([...many(100, 'ho-tich', 'A'), waiting('B001', 'chung-thuc')], names, most);
    expect(table.groups.map(({ rows }) => rows)).toEqual([11, 1]);
    expect(table.groups[1]?.labels.shown).toEqual(['B001']);
  });

  it('counts the groups that do not fit, within its rows', () => {
    const groups = Array.from({ length: 20 }, (_, place) => ({
      id: `g${place}`,
      name: { vi: `Nhóm ${place}` },
      counters: [],
    }));
    const table = waitingTable(
      groups.map(({ id }) => waiting('A001', id)),
      groups,
      most,
    );
    expect(table.groups.length + table.more).toBe(20);
    expect(table.rows).toBe(12);
  });

  it('keeps the order of the centre, and names a group it does not know by its id', () => {
    const table = waitingTable(
      [waiting('X001', 'la'), waiting('B001', 'chung-thuc'), waiting('A001')],
      names,
      most,
    );
    expect(table.groups.map(({ name }) => name)).toEqual(['Hộ tịch', 'Chứng thực', 'la']);
  });
});
