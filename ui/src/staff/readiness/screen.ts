// Measuring a screen: sizes in millimetres, and how far touches land from their targets.

/** A citizen's card (ISO/IEC 7810 ID-1), in millimetres. */
export const CARD = { width: 85.6, height: 53.98 };
/** The bar that a ruler is held to, in millimetres. */
export const BAR = 100;

/** Where the nine targets stand, in parts of the screen. */
export const TARGETS: { x: number; y: number }[] = [0.08, 0.5, 0.92].flatMap((y) =>
  [0.06, 0.5, 0.94].map((x) => ({ x, y })),
);

export interface Point {
  x: number;
  y: number;
}

/** How far a touch landed from its target, in millimetres. */
export function offBy(touch: Point, target: Point, pxPerMm: number): number {
  return Math.hypot(touch.x - target.x, touch.y - target.y) / pxPerMm;
}

/** One step larger or smaller: a fiftieth of a pixel in a millimetre is half a millimetre of the bar. */
export function stepped(pxPerMm: number, steps: number): number {
  const next = Math.round((pxPerMm + steps * 0.02) * 100) / 100;
  return Math.min(20, Math.max(1, next));
}

/** A number as it is read in Việt Nam: `4,03`. */
export const written = (value: number, digits: number) => value.toFixed(digits).replace('.', ',');
