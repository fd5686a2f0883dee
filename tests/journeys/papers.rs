//! Scene 7: pages from the camera and from a phone: blurred, dark, upside-down, one taken again, one taken
//! away.

use fantoccini::Locator;
use serde_json::json;

use crate::central::Central;
use crate::drawn::{jpeg, on_a_table, out_of_focus, print, stamped};
use crate::journey;
use crate::phone::Phone;
use crate::product::{pages_of, printed, text_of};
use crate::proxy::{Proxy, Way};

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
        let proxy = Proxy::start(central.address()).await;
        let phone = Phone::before(&product, proxy.address).await;
        assert!(phone.text("main").await.contains("Mời bạn đưa giấy ủy quyền có chứng thực"), "it says which paper");
        product.until("phone-state", "that the phone is there", |said| said.contains("đã kết nối")).await;
        // The network is cut in the second piece, and comes back.
        proxy.cut_after(400 * 1024);
        phone.choose(&jpeg(&on_a_table(&stamped(), 0.9), 98)).await;
        phone.until_state(1, "cut").await;
        assert!(phone.progress().await > 0.0, "how far it came is seen");
        let asked = proxy.asked();
        proxy.set(Way::Open);
        phone.until_state(1, "taken").await;
        product.until("page-3", "from the phone", |said| said.contains("Chữ đọc rõ")).await;
        let size = phone.size_of_the_last();
        assert!(proxy.asked() - asked < size - 200 * 1024, "what was there was not sent again: {size}");
        phone.client.find(Locator::Id("done")).await.expect("a button").click().await.expect("a touch");
        product.until("phone-state", "that it is done", |said| said.contains("gửi xong")).await;

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
