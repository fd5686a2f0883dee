// A signature as strokes of a finger: `M x y L x y …` with whole numbers, in a box of 1000 × 400.

export const WIDTH = 1000;
export const HEIGHT = 400;
/** The longest path that is taken (crates/domain/src/guide/view.rs, `Widget::Signature`). */
const LONGEST = 20_000;
/** A finger that trembles within this distance has not moved. */
const STILL = 4;

export interface Point {
  x: number;
  y: number;
}
export type Stroke = Point[];

/** A point in the box, from its place as a part of the box's width and height. */
export const pointOf = (right: number, down: number): Point => ({
  x: Math.round(Math.min(1, Math.max(0, right)) * WIDTH),
  y: Math.round(Math.min(1, Math.max(0, down)) * HEIGHT),
});

const written = ([first, ...rest]: Stroke): string =>
  // A dot is a line to where it is.
  first
    ? `M ${first.x} ${first.y} ${(rest.length > 0 ? rest : [first]).map(({ x, y }) => `L ${x} ${y}`).join(' ')}`
    : '';

export const pathOf = (strokes: Stroke[]): string => strokes.map(written).filter(Boolean).join(' ');

/** The strokes with one more point in the last of them, unless it says nothing new or there is no room. */
export function drawn(strokes: Stroke[], point: Point): Stroke[] {
  const stroke = strokes.at(-1);
  const last = stroke?.at(-1);
  if (!stroke || (last && Math.hypot(point.x - last.x, point.y - last.y) < STILL)) return strokes;
  const more = [...strokes.slice(0, -1), [...stroke, point]];
  return pathOf(more).length > LONGEST ? strokes : more;
}

/** Whether a text is a signature's path and nothing else. */
export const isPath = (text: string): boolean => /^(M \d{1,4} \d{1,3}( L \d{1,4} \d{1,3})+ ?)+$/.test(text);
