//! How long a ticket takes from its facts to its PDF: prints `ticket_page_ms <median> ms`.

use std::time::Instant;

use motcua_domain::paper::{TicketPaper, ticket};
use motcua_domain::time::Moment;
use motcua_domain::words::{Locale, Words};
use motcua_kiosk::paper::render;

/// Tickets made before any is timed.
const WARM: usize = 20;
/// Tickets timed.
const TIMED: usize = 301;

fn main() {
    let words = Words::of(Locale::Vi);
    let mut times: Vec<f64> = (0..WARM + TIMED)
        .map(|i| {
            let facts = TicketPaper {
                centre: "Trung tâm Phục vụ hành chính công tỉnh An Giang".to_owned(),
                label: format!("A{i:03}"),
                group: "Hộ tịch, quốc tịch, chứng thực".to_owned(),
                counters: vec![3, 4, 5],
                ahead: Some(7),
                wait: None,
                issued_at: Moment::from_millis(1_795_395_900_000),
                qr: format!("https://motcua.angiang.example/t/01936a7e-7b1c-7c3a-9d5e-6f2b8a4c{i:04}"),
                phone: true,
                for_procedure: None,
                reprint: false,
                trial: false,
            };
            let begun = Instant::now();
            let pdf = render(&ticket(&facts, words)).expect("a ticket fits its paper");
            assert!(pdf.starts_with(b"%PDF"));
            begun.elapsed().as_secs_f64() * 1_000.0
        })
        .skip(WARM)
        .collect();
    times.sort_by(f64::total_cmp);
    println!("ticket_page_ms {:.2} ms", times[TIMED / 2]);
}
