// Keeps what is typed into in sight: between the header and the keyboard, with its label where both fit.

/** A stretch of the page, from top to bottom. */
export interface Span {
  top: number;
  bottom: number;
}

/**
 * How far to scroll so that a label and what stands below it are in view. Where both do not fit, the label
 * stays at the edge, and the first of the narrower stretches that fits beside it comes into view.
 */
export function scrollFor(view: Span, label: Span, boxes: Span[]): number {
  const room = view.bottom - view.top;
  const below = { top: view.top + (label.bottom - label.top), bottom: view.bottom };
  const whole = boxes.find(({ bottom }) => bottom - label.top <= room);
  if (whole) return shift(view, { top: label.top, bottom: whole.bottom });
  const fits = ({ top, bottom }: Span) => bottom - top <= below.bottom - below.top;
  const box = boxes.find(fits) ?? boxes.at(-1);
  return box ? shift(below, box) : 0;
}

/** The least movement that brings a stretch into view; the beginning of one that never fits. */
function shift(view: Span, { top, bottom }: Span): number {
  if (top < view.top || bottom - top > view.bottom - view.top) return top - view.top;
  return Math.max(0, bottom - view.bottom);
}

/** Pixels between what is shown and the edge. */
const AIR = 8;

/** Brings the place that is touched or typed into in this field between header and keyboard, below its
 * label; of what is found for it the first entry, where there is room. */
export function bringIntoView(field: HTMLElement): void {
  const main = field.closest('main');
  const box = field.querySelector<HTMLElement>('[data-active]');
  if (!main || !box) return;
  const shape = (one: Element | null | undefined) => one?.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  const view = main.getBoundingClientRect();
  const found = shape(field.querySelector('[data-found]'));
  // Where the label would be if it did not stay at the edge.
  const part = box.closest('[data-labelled]') ?? field;
  const { top } = part.getBoundingClientRect();
  const height = shape(part.querySelector('[data-label]'))?.height ?? 0;
  main.scrollTop += scrollFor(
    { top: view.top + AIR, bottom: view.bottom - AIR },
    { top, bottom: top + height },
    [
      ...(found ? [{ top: frame.top, bottom: found.bottom }] : []),
      frame,
      shape(box.querySelector('.caret')) ?? frame,
    ],
  );
}
