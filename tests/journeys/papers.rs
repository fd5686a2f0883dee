//! Scene 7: pages from the camera and from a phone: blurred, dark, upside-down, one taken again, one taken
//! away.

use reqwest::{Client, StatusCode};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::central::{Central, answered};
use crate::drawn::{jpeg, on_a_table, out_of_focus, print, stamped};
use crate::journey;
use crate::product::{Product, pages_of, printed, text_of};

/// The largest piece that a phone sends.
const PIECE: usize = 256 * 1024;

/// A phone that was held before the code on the screen: it opens the address, and sends a picture as the
/// page's script does. The network is cut after the first piece.
async fn send_by_phone(product: &Product, picture: &[u8]) {
    let address = product.see("phone").await.attr("data-address").await.expect("a page").expect("its address");
    let phone = Client::new();
    let page = phone.get(&address).send().await.expect("an answer");
    assert_eq!(page.status(), StatusCode::OK);
    let page = page.text().await.expect("a page");
    assert!(page.contains("Mời bạn đưa giấy ủy quyền có chứng thực"), "it says which paper:\n{page}");
    product.until("phone-state", "that the phone is there", |said| said.contains("đã kết nối")).await;

    let sha256: String = Sha256::digest(picture).iter().map(|byte| format!("{byte:02x}")).collect();
    let told = json!({ "size": picture.len(), "key": "1-2-3-4", "sha256": sha256 });
    let number = answered(phone.post(format!("{address}/files")).json(&told)).await["number"].clone();
    let file = format!("{address}/files/{number}");
    let send = async |at: usize| {
        let piece = picture[at..picture.len().min(at + PIECE)].to_vec();
        let request = phone.patch(&file).header("Upload-Offset", at).body(piece);
        assert!(request.send().await.expect("an answer").status().is_success());
    };
    send(0).await;
    product
        .until("phone-state", "that something comes", |said| said.contains("đang gửi") || said.contains("Đang nhận"))
        .await;
    let here = phone.head(&file).send().await.expect("an answer");
    let here: usize = here.headers()["upload-offset"].to_str().expect("ASCII").parse().expect("a number");
    assert_eq!(here, PIECE, "it goes on where it was cut");
    for at in (here..picture.len()).step_by(PIECE) {
        send(at).await;
    }
    let told = async || answered(phone.get(format!("{address}/state"))).await;
    let mut now = told().await;
    while now["pages"][0]["state"] == "waiting" {
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        now = told().await;
    }
    assert_eq!(now["pages"][0]["state"], "taken", "{now}");
    let done = phone.post(format!("{address}/done")).send().await.expect("an answer");
    assert!(done.status().is_success());
    product.until("phone-state", "that it is done", |said| said.contains("gửi xong")).await;
}

#[test]
fn every_fault_of_a_page_is_named_and_only_what_was_kept_is_sent() {
    journey(async {
        let central = Central::start().await;
        let product = central.product(&["--camera"]).await;
        product.copy_until_authorisation().await;

        product.tap("way-camera").await;
        product.shoot(&jpeg(&out_of_focus(&print(), 0.9, 4.0), 92), 1, "bị mờ, chữ khó đọc").await;
        product.tap("next").await;
        product.until("problem", "that it cannot be read", |said| said.contains("chưa đọc rõ")).await;
        product.at_page("authorisation_certified").await;
        product.tap("retake-1").await;
        product.see("retaking").await;
        product.shoot(&jpeg(&on_a_table(&print(), 0.9), 92), 1, "Chữ đọc rõ").await;
        assert!(!product.sees("page-2").await, "it took the place of the one before");

        product.shoot(&jpeg(&on_a_table(&print(), 0.3), 92), 2, "tối quá").await;
        product.tap("look-2").await;
        product.tap("remove").await;
        product.tap("remove-yes").await;
        product.until_gone("page-2").await;

        product.shoot(&jpeg(&on_a_table(&print(), 0.9).rotate180(), 92), 2, "bị ngược đầu").await;
        product.tap("look-2").await;
        product.tap("turn").await;
        product.tap("turn").await;
        product.tap("close").await;
        product.until("page-2", "upright", |said| said.contains("Chữ đọc rõ")).await;

        product.tap("other-way").await;
        product.tap("way-phone").await;
        send_by_phone(&product, &jpeg(&on_a_table(&stamped(), 0.9), 92)).await;
        product.until("page-3", "from the phone", |said| said.contains("Chữ đọc rõ")).await;

        product.authorisation_to_review().await;
        let review = product.text("review").await;
        assert!(review.contains("Đã đính kèm 3 trang"), "{review}");
        let code = product.submit().await;
        product.until_printed().await;
        let receipt = text_of(&printed(&product.data, "receipt").await);
        let (_, to_show) = receipt.split_once("Bản chính cần mang theo").expect("what to bring");
        for original in ["Thẻ căn cước của bạn", "Giấy ủy quyền có chứng thực"] {
            assert!(to_show.contains(original), "{original} is to be shown at the counter:\n{receipt}");
        }

        let submission = central.submission(&code).await;
        let [paper] = submission["documents"].as_array().expect("papers").as_slice() else {
            panic!("one paper was sent: {submission}")
        };
        assert_eq!((&paper["evidence"], &paper["pages"]), (&json!("authorisation_certified"), &json!(3)));
        let pdf = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(pdf.path(), central.file(&paper["file"]).await).expect("written");
        assert_eq!(pages_of(pdf.path()), 3, "the page that was taken away is not in it");
        product.close().await;
        central.stop().await;
    });
}
