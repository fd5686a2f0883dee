//! An officer checks the machine: prints the test page, holds its code under the reader, takes a test picture,
//! measures the screen, and prints the report to sign.

use crate::journey;
use crate::product::{Product, printed, qr_codes, text_of};

/// Waits until a part of the machine has a light.
async fn until_light(product: &Product, check: &str, light: &str) {
    let css = format!("[data-testid='check-{check}'][data-light='{light}']");
    let wait = product.client.wait().at_most(crate::product::PATIENCE);
    if wait.for_element(fantoccini::Locator::Css(&css)).await.is_err() {
        panic!("{check} never became {light}\n{}", product.page_text().await);
    }
}

/// Keeps a picture of the page where somebody wants to look at it.
pub async fn picture(product: &Product, name: &str) {
    if let Some(folder) = std::env::var_os("PAPER_OUT") {
        let picture = product.client.screenshot().await.expect("a picture");
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.png")), picture).expect("kept");
    }
}

#[test]
fn an_officer_checks_the_machine_and_prints_its_test_page_and_its_report() {
    journey(async {
        let product = Product::start(&["--faces=citizen,staff", "--camera", "--read=trial", "--name=Ki-ốt 2"]).await;
        product.on("staff").await;
        let refused = product.invoke("readiness", serde_json::json!({})).await.expect_err("nobody is signed in");
        assert_eq!(refused["code"], "token-missing");
        product.open_counter(1).await;
        product.tap("open-readiness").await;
        // What there is of this machine: a trial printer, a reader, a camera of a trial, a folder, a trial voice.
        until_light(&product, "printer", "amber").await;
        until_light(&product, "reader", "grey").await;
        until_light(&product, "scan-folder", "green").await;
        until_light(&product, "store", "green").await;
        until_light(&product, "network", "green").await;
        until_light(&product, "clock", "green").await;
        until_light(&product, "program", "green").await;
        until_light(&product, "system", "green").await;
        picture(&product, "readiness-begin").await;

        product.tap("print-test").await;
        product.until("test-word", "told", |word| word.contains("không ra giấy")).await;
        let page = printed(&product.data, "test-page").await;
        assert!(text_of(&page).contains("Ki-ốt 2"));
        let code = qr_codes(&page);
        assert_eq!(code.len(), 2, "a QR and a bar code: {code:?}");
        picture(&product, "readiness-test-page").await;
        product.tap("page-wrong").await;
        until_light(&product, "printer", "red").await;

        product.reader.read(&code[0]);
        until_light(&product, "reader", "green").await;
        // The citizen's page did not take the test code for somebody's.
        product.on("citizen").await;
        product.see("tile-ticket").await;
        product.on("staff").await;

        product.tap("take-picture").await;
        product.see("camera-picture").await;
        until_light(&product, "camera", "amber").await;

        product.tap("play-sound").await;
        product.tap("sound-heard").await;
        until_light(&product, "speaker", "amber").await;

        product.tap("measure-screen").await;
        let width = "return document.querySelector('[data-testid=bar]').getBoundingClientRect().width;";
        let width = product.client.execute(width, Vec::new()).await.expect("a width");
        assert!((width.as_f64().expect("a number") - 403.0).abs() < 0.5, "100 mm at 4.03 pixels each: {width}");
        picture(&product, "readiness-screen").await;
        product.tap("start-touch").await;
        picture(&product, "readiness-touch").await;
        // A finger that lands in the middle of each cross.
        let touch = "const area = document.querySelector('[data-testid=touch-area]');
            const { left, top, width, height } = area.getBoundingClientRect();
            const cross = document.querySelector('.cross').style;
            const at = (part, whole) => (Number.parseFloat(part) / 100) * whole;
            area.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true,
                clientX: left + at(cross.left, width) + 4, clientY: top + at(cross.top, height) }));";
        for _ in 0..9 {
            product.see("touch-area").await;
            product.client.execute(touch, Vec::new()).await.expect("a touch");
        }
        product.see("touch-errors").await;
        product.tap("screen-close").await;
        until_light(&product, "touch", "green").await;

        product.tap("print-report").await;
        product.until("report-word", "told", |word| word.contains("không ra giấy")).await;
        let report = text_of(&printed(&product.data, "readiness").await);
        for said in ["Biên bản kiểm tra máy", "Ki-ốt 2", "Đã đọc được mã thử", "Trang thử in ra không đúng", "Hỏng"]
        {
            assert!(report.contains(said), "{said} is not on the report:\n{report}");
        }
        picture(&product, "readiness-end").await;
        product.close().await;
    });
}
