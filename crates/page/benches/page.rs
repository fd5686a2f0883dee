//! How long a photographed page takes: prints `page_judged_ms <median> ms`, what is the matter with it being
//! said, and `page_kept_ms <median> ms`, made upright, small and clean. The picture has 8 megapixels.

#[path = "../tests/drawn/mod.rs"]
mod drawn;

use std::time::Instant;

use image::imageops::FilterType;
use motcua_page::{Page, Through, judge};

/// Runs timed.
const TIMED: usize = 21;

fn main() {
    let picture = drawn::on_a_table(&drawn::print(), 0.9).resize_exact(2448, 3264, FilterType::Triangle);
    println!("page_judged_ms {:.1} ms", median(|| assert_eq!(judge(&picture, Through::Lens), [])));
    println!("page_kept_ms {:.1} ms", median(|| assert!(Page::of(picture.clone()).is_ok())));
}

/// The median of the runs in milliseconds, after one that is not timed.
fn median(mut run: impl FnMut()) -> f64 {
    run();
    let mut times: Vec<f64> = (0..TIMED)
        .map(|_| {
            let begun = Instant::now();
            run();
            begun.elapsed().as_secs_f64() * 1_000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[TIMED / 2]
}
