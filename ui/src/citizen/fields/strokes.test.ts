import { expect, it } from 'vitest';
import { isPath } from '../../shared/signature';
import { begun, drawn, moved, pointOf } from './strokes';

it('writes whole numbers of a box of 1000 × 400, also from beyond its edge', () => {
  expect(pointOf(0.12345, 0.5)).toEqual({ x: 123, y: 200 });
  expect(pointOf(-0.2, 1.7)).toEqual({ x: 0, y: 400 });
});

it('writes strokes as lines, and a dot as a line to where it is', () => {
  const line = drawn(begun('', { x: 1, y: 2 }), { x: 30, y: 40 });
  const path = begun(line, { x: 9, y: 9 });
  expect(path).toBe('M 1 2 L 1 2 L 30 40 M 9 9 L 9 9');
  expect(isPath(path)).toBe(true);
});

it('takes a tremor for a finger at rest', () => {
  expect(moved({ x: 100, y: 100 }, { x: 102, y: 101 })).toBe(false);
  expect(moved({ x: 100, y: 100 }, { x: 108, y: 100 })).toBe(true);
});

it('takes no more strokes than there may be', () => {
  let path = begun('', { x: 1, y: 1 });
  for (let at = 0; at < 5_000; at++) path = drawn(path, { x: (at * 37) % 1000, y: (at * 91) % 400 });
  expect(path.length).toBeGreaterThan(19_000);
  expect(path.length).toBeLessThanOrEqual(20_000);
  expect(isPath(path)).toBe(true);
});

it('takes no answer in words for a signature', () => {
  for (const text of ['', 'M', 'Mai', 'M 1 2', 'M 1 2 L 3', 'M 1 2 L 3 4 Z', 'Lan M 1 2 L 3 4'])
    expect(isPath(text)).toBe(false);
});
