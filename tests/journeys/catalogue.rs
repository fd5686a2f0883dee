//! Records of the national database are imported; somebody finds one without diacritics, chooses their
//! case, takes the list of papers home and submits; another takes a number with the papers on it.

use std::path::Path;

use motcua_central::{Running, Settings, import_procedures};
use serde_json::json;

use crate::journey;
use crate::product::{CARD, Product, printed, qr_codes, text_of};

/// May be handed in online to a commune; one of two cases applies.
const BOAT: &str = "1.999001";
/// Only at a counter.
const BELL: &str = "1.999002";

fn records(folder: &Path) -> std::path::PathBuf {
    let head = "Tên giấy tờMẫu đơn, tờ khaiSố lượng";
    let ways = "Hình thức nộpThời gianPhí, lệ phíMô tả";
    let boat = json!({
        "ma_thu_tuc": BOAT,
        "ten_thu_tuc": "Cấp giấy phép đưa khách tham quan bằng xuồng ba lá",
        "linh_vuc": "Hộ tịch",
        "cap_thuc_hien": "Cấp xã",
        "co_quan_thuc_hien": "Ủy ban nhân dân cấp xã",
        "cach_thuc_thuc_hien": format!("{ways}Trực tuyến7 Ngày làm việcMiễn phí"),
        "thanh_phan_ho_so": format!(
            "Xuồng của nhà:{head}Giấy tờ mua xuồng1 bản chínhXuồng đi thuê:{head}Hợp đồng thuê xuồng1 bản chính,2 bản sao"
        ),
    });
    let bell = json!({
        "ma_thu_tuc": BELL,
        "ten_thu_tuc": "Cho phép treo chuông ở đình làng",
        "linh_vuc": "Hộ tịch",
        "cap_thuc_hien": "Cấp xã",
        "cach_thuc_thuc_hien": format!("{ways}Trực tiếp5 Ngày làm việcMiễn phí"),
        "thanh_phan_ho_so": format!("--{head}Bản vẽ giá chuông1 bản chính"),
    });
    let file = folder.join("records.jsonl");
    std::fs::write(&file, format!("{boat}\n{bell}\n")).expect("the records");
    file
}

/// A central server with the records, and a kiosk before it.
async fn product_with_records(folder: &Path) -> (Running, Product) {
    let database = format!("sqlite://{}?mode=rwc", folder.join("central.db").display());
    let server = motcua_central::start(Settings {
        listen: ([127, 0, 0, 1], 0).into(),
        database: database.clone(),
        branch: Default::default(),
        public_url: None,
        banks: Default::default(),
    })
    .await
    .expect("the central server");
    import_procedures(&records(folder), Some(&database)).await.expect("imported while the server runs");
    let code = server.enrolment_code().await.expect("a code");
    let central = format!("--central=http://{}", server.address);
    let product = Product::start(&[&central, &format!("--enrol={code}"), "--read=trial"]).await;
    let first = server.first_administrator.as_ref().expect("the first administrator");
    first.write_down(&product.data.join("first-administrator.txt")).expect("written down");
    (server, product)
}

/// The words of a paper, wherever its lines end.
fn words_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Product {
    /// Types what somebody looks for, on the screen's keys.
    async fn look_for(&self, words: &str) {
        self.on("citizen").await;
        self.tap("tile-submit").await;
        self.tap("search").await;
        for character in words.chars() {
            let key = if character == ' ' { "space".to_owned() } else { character.to_string() };
            self.tap(&format!("key-{key}")).await;
        }
    }
}

#[test]
fn somebody_finds_their_case_takes_the_list_home_and_submits() {
    journey(async {
        let folder = tempfile::tempdir().expect("a folder");
        let (server, product) = product_with_records(folder.path()).await;
        product.on("citizen").await;
        product.look_for("xuong ba la").await;
        product.tap("read-found").await;
        product.tap(&format!("procedure-{BOAT}")).await;
        product.see("case-1").await;
        let said = std::fs::read_to_string(product.data.join("said.txt")).expect("what was read aloud");
        assert!(said.contains("xuồng ba lá") && said.contains("Nộp được tại máy này"), "{said}");

        product.tap("case-1").await;
        let papers = product.text("papers").await;
        assert!(papers.contains("Hợp đồng thuê xuồng") && !papers.contains("Giấy tờ mua xuồng"), "{papers}");
        product.tap("print-list").await;
        product.until_printed().await;
        let list = printed(&product.data, "checklist").await;
        let text = words_of(&text_of(&list));
        assert!(text.contains("GIẤY TỜ CẦN CHUẨN BỊ") && text.contains("Hợp đồng thuê xuồng"), "{text}");
        assert!(text.contains("2 bản sao") && !text.contains("Giấy tờ mua xuồng"), "{text}");
        assert_eq!(qr_codes(&list), [format!("motcua:p:{BOAT}?case=2&v=1")]);

        // The list under the reader leads back to the same case.
        product.tap("home").await;
        product.see("tile-submit").await;
        product.reader.read(&qr_codes(&list)[0]);
        product.until("papers", "those of the case", |shown| shown.contains("Hợp đồng thuê xuồng")).await;
        product.tap("begin").await;
        product.at_page("consents").await;
        product.agree().await;
        product.reader.read(CARD);
        product.at_page("applicant").await;
        product.next("contact").await;
        product.next("case").await;
        product.next("c2_p1").await;
        product.scan().await;
        product.next("request").await;
        product.next("receive").await;
        product.tap("choice-receive-counter").await;
        product.next("review").await;
        let review = product.text("review").await;
        assert!(review.contains("Xuồng đi thuê") && review.contains("Hợp đồng thuê xuồng"), "{review}");
        let code = product.submit().await;
        product.until_printed().await;

        product.open_counter(1).await;
        product.tap("nav-submissions").await;
        product.tap(&format!("submission-{code}")).await;
        let answers = product.text("answer-rows").await;
        assert!(answers.contains("Nguyễn Thị Sen") && answers.contains("Xuồng đi thuê"), "{answers}");
        product.tap("accept").await;
        product.tap("accept-confirm").await;
        product.text("dossier-code").await;
        product.close().await;
        server.stop().await;
    });
}

#[test]
fn what_is_only_done_at_a_counter_leads_there_with_the_papers_on_the_number() {
    journey(async {
        let folder = tempfile::tempdir().expect("a folder");
        let (server, product) = product_with_records(folder.path()).await;
        product.on("citizen").await;
        product.look_for("treo chuong dinh").await;
        product.tap(&format!("procedure-{BELL}")).await;
        product.tap("begin").await;
        // Whoever belongs to a priority group can say so first.
        product.tap("group-ho-tich").await;
        product.see("ticket-label").await;
        product.until_printed().await;
        let text = words_of(&text_of(&printed(&product.data, "ticket").await));
        assert!(text.contains("Cho phép treo chuông ở đình làng") && text.contains("Bản vẽ giá chuông"), "{text}");
        product.close().await;
        server.stop().await;
    });
}
