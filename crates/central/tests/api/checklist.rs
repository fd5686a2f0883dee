//! The list of papers on a phone.

use reqwest::StatusCode;
use serde_json::json;

use crate::catalogue::{import, record};
use crate::server::Server;

async fn page(server: &Server, path: &str) -> (StatusCode, String) {
    let answer = server.http.get(server.url(path)).send().await.unwrap();
    let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    (answer.status(), answer.text().await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_shows_what_to_bring_for_a_case_and_says_what_is_not_certain() {
    let server = Server::start().await;
    let head = "Tên giấy tờMẫu đơn, tờ khaiSố lượng";
    let papers = format!(
        "Trường hợp thứ nhất{head}Tờ khai <một> theo mẫuMau 01.docx1 bản chínhTrường hợp thứ hai{head}Đơn hai0 bản chính,2 bản sao"
    );
    let ways = "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp7 Ngày làm việc8,000 Việt Nam Đồng(8.000 đồng/bản)\
                Tại quầyTrực tuyến1Miễn phí";
    let changed = json!({ "thanh_phan_ho_so": papers, "cach_thuc_thuc_hien": ways,
        "yeu_cau_dieu_kien": "Đủ 18 tuổi.\nCó nơi ở." });
    import(&server, &[record("1.900001", "Đăng ký việc thử", changed)]).await;

    let (status, whole) = page(&server, "/p/1.900001").await;
    assert_eq!(status, StatusCode::OK);
    for said in [
        "<h1>Đăng ký việc thử</h1>",
        "Mã thủ tục: 1.900001",
        "Thời hạn: 7 ngày làm việc",
        "Phí, lệ phí: 8.000 đồng/bản</p>",
        "cơ sở dữ liệu quốc gia ghi “1”. Xin bạn hỏi cán bộ.</p>",
        "Có phần chưa đọc được chắc chắn từ cơ sở dữ liệu quốc gia: cách thực hiện, thời hạn, phí.",
        "<p>Đủ 18 tuổi.</p><p>Có nơi ở.</p></details>",
        "<summary>Trường hợp thứ nhất</summary>",
        "Đơn hai<small>2 bản sao</small>",
        "Tờ khai &lt;một&gt; theo mẫu<small>1 bản chính</small><small>Mẫu: Mau 01.docx</small>",
    ] {
        assert!(whole.contains(said), "{said}: {whole}");
    }
    assert!(!whole.contains("<script") && !whole.contains("phone-checklist-"), "{whole}");
    let (_, second) = page(&server, "/p/1.900001?case=2").await;
    assert!(second.contains("<h3>Trường hợp thứ hai</h3>") && !second.contains("Tờ khai"), "{second}");
    assert!(second.contains("href=\"/p/1.900001\""), "the way to the other cases: {second}");
    for no_case in ["0", "3", "x"] {
        assert_eq!(page(&server, &format!("/p/1.900001?case={no_case}")).await, (status, whole.clone()), "{no_case}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_product_ships_is_in_plain_words_and_an_unknown_code_is_told_kindly() {
    let server = Server::start().await;
    let (_, birth) = page(&server, "/p/1.001193").await;
    let shipped = motcua_domain::catalogue::starter().procedure("1.001193").unwrap();
    assert!(birth.contains(&shipped.summary.vi) && !birth.contains("class=\"unsure\""), "{birth}");
    for line in &shipped.bring {
        assert!(birth.contains(&line.vi), "{}", line.vi);
    }
    let (status, unknown) = page(&server, "/p/1.999999").await;
    assert!(status == StatusCode::NOT_FOUND && unknown.contains("Không tìm thấy thủ tục này"), "{unknown}");
    assert!(unknown.contains("Trung tâm thử"));
}
