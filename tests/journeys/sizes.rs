//! A form with everything that is asked (lists of places, an amount, somebody in a group, a signature), gone
//! through on a wide screen, where the keys leave the least room: every page holds in the four sizes of text.

use serde_json::json;

use crate::central::Central;
use crate::journey;

#[test]
fn every_page_of_a_form_holds_in_four_sizes_of_text_and_all_of_it_arrives() {
    journey(async {
        let central = Central::start().await;
        let product = central.product(&["--faces=citizen", "--windowed=1920x1080"]).await;
        product.begin_of("mo-cua-hang", "1.001612").await;
        let choices = json!({ "acting": "other", "founder": "family", "receive": "post", "members": 2,
            "start_date": "15/01/2027" });
        product.walk(&choices, async |page| product.in_four_sizes(page, async |_| ()).await).await;
        let code = product.submit().await;
        product.in_four_sizes("submitted", async |_| ()).await;

        let submission = central.submission(&code).await;
        let answers = &submission["answers"];
        let text = "12 Trần Hưng Đạo, Phường Long Xuyên, Tỉnh An Giang";
        let place = json!({ "text": text, "province": "91", "commune": "30307" });
        let member = json!({ "name": "Trần Thị Mận", "number": "089193004321", "birth_date": "2000-10-02",
            "home": place });
        assert_eq!(answers["members"], json!([member, member]));
        assert_eq!((&answers["business_address"], &answers["capital"]), (&place, &json!(50_000_000)));
        let signature = answers["signature"].as_str().expect("a signature");
        assert_eq!(signature.matches('M').count(), 2, "two strokes: {signature}");
        product.close().await;
        central.stop().await;
    });
}
