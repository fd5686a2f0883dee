//! How long a ticket of at least 80 × 130 mm takes from its PDF to the dots of a thermal head of 203 dpi:
//! prints `raster_p50_ms` and `raster_ms`, the 99th percentile.

use std::time::Instant;

use motcua_domain::paper::{TicketPaper, ticket};
use motcua_domain::time::Moment;
use motcua_domain::words::{Locale, Words};
use motcua_kiosk::paper::render;
use motcua_kiosk::printer::Raster;

/// Pages made before any is timed.
const WARM: usize = 20;
/// Pages timed.
const TIMED: usize = 501;
/// 130 mm in dots of 203 dpi.
const LONG: u32 = 1_039;

fn main() {
    let facts = TicketPaper {
        centre: "Trung tâm Phục vụ hành chính công tỉnh An Giang".to_owned(),
        label: "A012".to_owned(),
        group: "Hộ tịch, quốc tịch, chứng thực".to_owned(),
        counters: vec![3, 4, 5],
        ahead: Some(7),
        wait: None,
        issued_at: Moment::from_millis(1_795_395_900_000),
        qr: "https://motcua.angiang.example/t/01936a7e-7b1c-7c3a-9d5e-6f2b8a4c1d0e".to_owned(),
        phone: true,
        for_procedure: None,
        reprint: false,
        trial: false,
    };
    let pdf = render(&ticket(&facts, Words::of(Locale::Vi))).expect("a ticket fits its paper");
    let mut times: Vec<f64> = (0..WARM + TIMED)
        .map(|_| {
            let begun = Instant::now();
            let pages = Raster::pages(&pdf, 576).expect("a ticket can be read");
            let time = begun.elapsed().as_secs_f64() * 1_000.0;
            assert!(pages.len() == 1 && pages[0].height() >= LONG);
            time
        })
        .skip(WARM)
        .collect();
    times.sort_by(f64::total_cmp);
    println!("raster_p50_ms {:.2} ms", times[TIMED / 2]);
    println!("raster_ms {:.2} ms", times[TIMED * 99 / 100]);
}
