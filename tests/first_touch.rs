//! Two waits of a person at the real window: from the start of the program to the first page that can be
//! touched, as WebDriver sees it, and from a touch of "Tiếp tục" or "Quay lại" until the other page is drawn,
//! the answers sealed on the disk before it.

#[path = "product/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the journeys use the rest")]
mod product;

use std::time::Instant;

use product::{CARD, Product};
use serde_json::json;

const ROUNDS: usize = 5;
/// Page changes timed.
const PAGES: usize = 21;

/// Touches a button and resolves to the milliseconds until another page was drawn.
const TOUCH: &str = "
    const [id, done] = [arguments[0], arguments[1]];
    const page = () => document.querySelector('[data-page]')?.dataset.page;
    const button = () => document.querySelector(`[data-testid='${id}']`);
    const ready = () => (button()?.disabled === false ? touch() : setTimeout(ready, 20));
    const touch = () => {
        const [before, begun] = [page(), performance.now()];
        button().click();
        const look = () => requestAnimationFrame(() => {
            if (page() === before) return look();
            requestAnimationFrame(() => done(performance.now() - begun));
        });
        look();
    };
    ready();";

#[tokio::main]
async fn main() {
    let mut times = Vec::with_capacity(ROUNDS);
    for round in 1..=ROUNDS {
        let started = Instant::now();
        let product = Product::start(&["--faces=citizen"]).await;
        product.on("citizen").await;
        let tile = product.see("tile-ticket").await;
        assert!(tile.is_displayed().await.expect("a tile") && tile.is_enabled().await.expect("a tile"));
        times.push(started.elapsed().as_millis());
        if round == ROUNDS {
            println!("next_page_ms {:.0} ms", next_page(&product).await);
        }
        product.close().await;
    }
    times.sort_unstable();
    println!("first_touch_ms {} ms", times[ROUNDS / 2]);
}

/// The median in milliseconds.
async fn next_page(product: &Product) -> f64 {
    product.begin("1.001193").await;
    product.agree().await;
    product.reader.read(CARD);
    product.at_page("applicant").await;
    let mut times = Vec::with_capacity(PAGES);
    for turn in 0..=PAGES {
        let button = if turn % 2 == 0 { "next" } else { "back" };
        let took = product.client.execute_async(TOUCH, vec![json!(button)]).await.expect("another page");
        times.push(took.as_f64().expect("milliseconds"));
    }
    // The first one also loads what the pages of questions share.
    times.remove(0);
    times.sort_by(f64::total_cmp);
    times[PAGES / 2]
}
