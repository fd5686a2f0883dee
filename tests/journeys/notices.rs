//! A supervisor hangs a poster up at the console: the board shows it beside the numbers, and the settings
//! remember who did it. An administrator adds a colleague.

use std::time::{Duration, Instant};

use fantoccini::Locator;
use serde_json::json;

use crate::journey;
use crate::product::Product;

#[test]
fn a_poster_chosen_at_the_console_hangs_on_the_board() {
    journey(async {
        let product = Product::start(&[]).await;
        let poster = product.data.join("poster.png");
        image::RgbImage::from_pixel(2400, 1200, image::Rgb([0, 90, 40])).save(&poster).expect("a picture");
        product.open_counter(1).await;
        product.tap("nav-settings").await;
        product.tap("part-notices").await;
        product.tap("notice-add").await;
        product.write("notice-vi-0", "Mời bạn góp ý").await;
        let css = "[data-testid='notice-file-0']";
        let field = product.client.find(Locator::Css(css)).await.expect("a field for a file");
        field.send_keys(poster.to_str().expect("an UTF-8 path")).await.expect("chosen");
        width(&product, "[data-testid='notice-0'] img", 2400).await;
        product.tap("settings-save").await;
        product.see("settings-saved").await;

        product.on("board").await;
        // As it is kept, not as it was handed in.
        width(&product, "main [data-testid='notice'] img", 1920).await;
        product.until("notice", "its words", |said| said.contains("Mời bạn góp ý")).await;

        product.on("staff").await;
        product.tap("part-history").await;
        product.until("version-2", "the change", |told| told.contains("quantri") && told.contains("thông báo")).await;
        product.tap("part-accounts").await;
        product.write("new-name", "Đỗ Văn Đạt").await;
        product.tap("add-account").await;
        let password = product.text("first-password").await;
        product.until("account-dat.do", "a colleague", |told| told.contains("Đỗ Văn Đạt")).await;
        product.tap("password-noted").await;

        product.tap("sign-out").await;
        product.write("account", "dat.do").await;
        product.write("password", &password).await;
        product.tap("sign-in").await;
        product.see("new-password").await;
        product.close().await;
    });
}

/// Waits until a picture is drawn, so many pixels wide by itself.
async fn width(product: &Product, css: &str, pixels: u64) {
    let script = "const one = document.querySelector(arguments[0]); return one?.complete ? one.naturalWidth : 0;";
    let started = Instant::now();
    loop {
        let drawn = product.client.execute(script, vec![json!(css)]).await.expect("a script");
        if drawn == json!(pixels) {
            return;
        }
        assert!(started.elapsed() < Duration::from_secs(30), "{css} is {drawn} wide");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
