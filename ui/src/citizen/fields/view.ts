// Keeps what is typed into in sight: between the header and the keyboard, with its label where both fit.

/** A stretch of the page, from top to bottom. */
export interface Span {
  top: number;
  bottom: number;
}

/** How far to scroll so that the first of these that fits is in view; the last one is, as far as it can be. */
export function scrollFor(view: Span, wanted: Span[]): number {
  const room = view.bottom - view.top;
  const span = wanted.find(({ top, bottom }) => bottom - top <= room) ?? wanted.at(-1);
  if (!span) return 0;
  if (span.top < view.top || span.bottom - span.top > room) return span.top - view.top;
  return Math.max(0, span.bottom - view.bottom);
}

/** Pixels between what is shown and the edge. */
const AIR = 8;

/** Brings the place that is typed into in this field, and its label, between header and keyboard. */
export function bringIntoView(field: HTMLElement): void {
  const main = field.closest('main');
  const box = field.querySelector<HTMLElement>('[data-active]');
  if (!main || !box) return;
  const shape = (one: Element) => one.getBoundingClientRect();
  const label = shape(box.closest('[data-labelled]') ?? field);
  const frame = shape(box);
  const caret = shape(box.querySelector('.caret') ?? box);
  const view = shape(main);
  main.scrollTop += scrollFor({ top: view.top + AIR, bottom: view.bottom - AIR }, [
    { top: label.top, bottom: frame.bottom },
    frame,
    caret,
  ]);
}
