// A signature while a finger draws it.
import { HEIGHT, WIDTH } from '../../shared/signature';

/** The longest path that is taken (crates/domain/src/guide/view.rs, `Widget::Signature`). */
const LONGEST = 20_000;
/** A finger that trembles within this distance has not moved. */
const STILL = 4;

export interface Point {
  x: number;
  y: number;
}

/** A point in the box, from its place as a part of the box's width and height. */
export const pointOf = (right: number, down: number): Point => ({
  x: Math.round(Math.min(1, Math.max(0, right)) * WIDTH),
  y: Math.round(Math.min(1, Math.max(0, down)) * HEIGHT),
});

/** Whether a finger has moved from a point to another. */
export const moved = (from: Point, to: Point): boolean => Math.hypot(to.x - from.x, to.y - from.y) >= STILL;

/** The path with one more stroke, which begins as a dot. */
export const begun = (path: string, { x, y }: Point): string =>
  within(path, `${path ? ' ' : ''}M ${x} ${y} L ${x} ${y}`);

/** The path with its last stroke drawn on. */
export const drawn = (path: string, { x, y }: Point): string => within(path, ` L ${x} ${y}`);

/** What would be too long is not added. */
const within = (path: string, more: string) => (path.length + more.length > LONGEST ? path : path + more);
