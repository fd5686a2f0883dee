import { expect, it } from 'vitest';
import { scrollFor } from './view';

const view = { top: 100, bottom: 300 };

it('stays where all of it is in view', () => {
  expect(scrollFor(view, [{ top: 100, bottom: 300 }])).toBe(0);
});

it('comes from below and from above, no farther than it must', () => {
  expect(scrollFor(view, [{ top: 250, bottom: 340 }])).toBe(40);
  expect(scrollFor(view, [{ top: 60, bottom: 160 }])).toBe(-40);
});

it('shows the box where its label does not fit beside it, and the caret where the box is too high', () => {
  const label = { top: 200, bottom: 500 };
  expect(scrollFor(view, [label, { top: 400, bottom: 500 }])).toBe(200);
  expect(scrollFor(view, [label, { top: 250, bottom: 500 }, { top: 460, bottom: 480 }])).toBe(180);
});

it('shows the beginning of what never fits', () => {
  expect(scrollFor(view, [{ top: 120, bottom: 900 }])).toBe(20);
});
