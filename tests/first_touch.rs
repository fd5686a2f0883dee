//! From the start of the program to the first page that can be touched, as WebDriver sees it.

#[path = "product/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the journeys use the rest")]
mod product;

use std::time::Instant;

const ROUNDS: usize = 5;

#[tokio::main]
async fn main() {
    let mut times = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let started = Instant::now();
        let product = product::Product::start(&["--faces=citizen"]).await;
        product.on("citizen").await;
        let tile = product.see("tile-ticket").await;
        assert!(tile.is_displayed().await.expect("a tile") && tile.is_enabled().await.expect("a tile"));
        times.push(started.elapsed().as_millis());
        product.close().await;
    }
    times.sort_unstable();
    println!("first_touch_ms {} ms", times[ROUNDS / 2]);
}
