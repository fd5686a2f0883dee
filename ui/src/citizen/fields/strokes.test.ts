import { expect, it } from 'vitest';
import { drawn, isPath, pathOf, pointOf, type Stroke } from './strokes';

it('writes whole numbers of a box of 1000 × 400, also from beyond its edge', () => {
  expect(pointOf(0.12345, 0.5)).toEqual({ x: 123, y: 200 });
  expect(pointOf(-0.2, 1.7)).toEqual({ x: 0, y: 400 });
});

it('writes strokes as lines, and a dot as a line to where it is', () => {
  const strokes: Stroke[] = [
    [
      { x: 1, y: 2 },
      { x: 30, y: 40 },
      { x: 60, y: 40 },
    ],
    [{ x: 9, y: 9 }],
  ];
  expect(pathOf(strokes)).toBe('M 1 2 L 30 40 L 60 40 M 9 9 L 9 9');
  expect(isPath(pathOf(strokes))).toBe(true);
  expect(pathOf([[]])).toBe('');
});

it('takes a tremor for a finger at rest', () => {
  const one = drawn([[]], { x: 100, y: 100 });
  expect(drawn(one, { x: 102, y: 101 })).toBe(one);
  expect(drawn(one, { x: 108, y: 100 })).toHaveLength(1);
});

it('takes no more strokes than there may be', () => {
  let strokes: Stroke[] = [[]];
  for (let at = 0; at < 5_000; at++) strokes = drawn(strokes, { x: (at * 37) % 1000, y: (at * 91) % 400 });
  const { length } = pathOf(strokes);
  expect(length).toBeGreaterThan(19_000);
  expect(length).toBeLessThanOrEqual(20_000);
});

it('takes no answer in words for a signature', () => {
  for (const text of ['', 'M', 'Mai', 'M 1 2', 'M 1 2 L 3', 'M 1 2 L 3 4 Z', 'Lan M 1 2 L 3 4'])
    expect(isPath(text)).toBe(false);
});
