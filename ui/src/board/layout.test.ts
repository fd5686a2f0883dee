import { expect, it } from 'vitest';
import { columnsFor, layoutOf } from './layout';

it('is read from the address', () => {
  expect(layoutOf('')).toEqual({ kind: 'hall', counters: [], groups: [] });
  expect(layoutOf('?layout=counters&counters=1-4,7')).toEqual({
    kind: 'counters',
    counters: [1, 2, 3, 4, 7],
    groups: [],
  });
  expect(layoutOf('?layout=group&groups=ho-tich,chung-thuc')).toEqual({
    kind: 'group',
    counters: [],
    groups: ['ho-tich', 'chung-thuc'],
  });
});

it('takes what cannot be read for not said', () => {
  expect(layoutOf('?layout=upside-down&counters=one,4-2,,-3')).toEqual({
    kind: 'hall',
    counters: [],
    groups: [],
  });
  expect(layoutOf('?counters=1-9999').counters.length).toBe(200);
});

it('gives each counter a panel of a good shape', () => {
  const wide = 16 / 9;
  expect([1, 4, 6, 20].map((panels) => columnsFor(panels, wide))).toEqual([1, 2, 3, 5]);
  expect([1, 2, 8, 20].map((panels) => columnsFor(panels, 9 / 16))).toEqual([1, 1, 2, 3]);
  expect(columnsFor(0, wide)).toBe(1);
});
