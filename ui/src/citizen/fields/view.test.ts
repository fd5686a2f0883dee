import { expect, it } from 'vitest';
import { scrollFor } from './view';

const view = { top: 100, bottom: 300 };

it('stays where the label and the box are in view', () => {
  expect(scrollFor(view, { top: 100, bottom: 140 }, [{ top: 150, bottom: 300 }])).toBe(0);
});

it('comes from below and from above, no farther than it must', () => {
  expect(scrollFor(view, { top: 250, bottom: 270 }, [{ top: 280, bottom: 340 }])).toBe(40);
  expect(scrollFor(view, { top: 60, bottom: 80 }, [{ top: 90, bottom: 160 }])).toBe(-40);
});

it('shows what was found as well where there is room', () => {
  const label = { top: 200, bottom: 220 };
  const box = { top: 230, bottom: 290 };
  expect(scrollFor(view, label, [{ top: 230, bottom: 380 }, box])).toBe(80);
  expect(scrollFor(view, label, [{ top: 230, bottom: 420 }, box])).toBe(0);
});

it('keeps the label at the edge and shows the box below it, or the caret of a box that is too high', () => {
  const label = { top: 100, bottom: 140 };
  expect(scrollFor(view, label, [{ top: 300, bottom: 400 }])).toBe(100);
  expect(
    scrollFor(view, label, [
      { top: 200, bottom: 500 },
      { top: 460, bottom: 480 },
    ]),
  ).toBe(180);
});

it('shows the beginning of what never fits', () => {
  expect(scrollFor(view, { top: 120, bottom: 120 }, [{ top: 120, bottom: 900 }])).toBe(20);
});
