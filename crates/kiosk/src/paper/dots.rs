//! What a roll bears, moved onto the dots of a thermal head: a line of one and a half dots would be one dot
//! here and two there, and a code's modules of unlike width.

use super::piece::Mark;
use super::sheet::DOT;

/// The next whole dot, in points.
pub(super) fn up(points: f32) -> f32 {
    (points / DOT - 0.001).ceil() * DOT
}

fn near(points: f32) -> f32 {
    (points / DOT).round() * DOT
}

/// A mark on whole dots: letters stand on one, straight lines cover whole ones, and shapes begin on one.
pub(super) fn snapped(mark: Mark) -> Mark {
    match mark {
        Mark::Text { x, y, face, size, text } => Mark::Text { x, y: near(y), face, size, text },
        Mark::Line { from, to, thick, dotted } if from.1 == to.1 || from.0 == to.0 => {
            let thick = near(thick).max(DOT);
            let middle = |at: f32| near(at - thick / 2.0) + thick / 2.0;
            let level = from.1 == to.1;
            let moved = |(x, y): (f32, f32)| if level { (near(x), middle(y)) } else { (middle(x), near(y)) };
            Mark::Line { from: moved(from), to: moved(to), thick, dotted }
        }
        Mark::Line { .. } => mark,
        Mark::Shape(mut rectangles) => {
            let least = |of: fn(&(f32, f32, f32, f32)) -> f32| rectangles.iter().map(of).fold(f32::INFINITY, f32::min);
            let (x, y) = (least(|r| r.0), least(|r| r.1));
            if x.is_finite() && y.is_finite() {
                for rectangle in &mut rectangles {
                    rectangle.0 += near(x) - x;
                    rectangle.1 += near(y) - y;
                }
            }
            Mark::Shape(rectangles)
        }
    }
}
