//! The official forms, the payment slip and the day's report, read back with other programs.

use motcua_domain::paper::{PaperSize, payment_slip};
use motcua_domain::payment::{VietQr, Vnd};
use motcua_domain::words::{Locale, Words};

use crate::official_samples::{DOSSIER, SUBMISSION, document, documents, waiting_slip};
use crate::reading::Paper;
use crate::samples::longest_name;
use crate::{assert_says, assert_subset, assert_tidy, made, words_of, words_of_text};

fn of(name: &str) -> Paper {
    made(&document(name))
}

#[test]
fn each_official_paper_is_tidy_in_its_longest_and_in_its_emptiest_form() {
    for (name, document) in documents() {
        println!("{name}");
        let paper = made(&document);
        assert_tidy(&paper);
        assert_subset(&paper);
        let info = paper.info();
        assert!(info.contains(&document.title) && !info.contains("Bưởi") && !info.contains("A7KM"), "{name}: {info}");
    }
}

#[test]
fn each_form_has_the_head_of_an_official_paper_and_a_title_of_its_own() {
    let titles = [
        ("mau-02", "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ"),
        ("mau-03", "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ"),
        ("mau-04", "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT"),
        ("mau-05", "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ"),
        ("mau-06", "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ"),
    ];
    for (name, title) in titles {
        let paper = of(name);
        assert_says(&paper, &["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]);
        let text = words_of_text(&paper.text()).join(" ");
        for (_, other) in titles {
            assert_eq!(text.contains(other), title == other, "{name}: {other}");
        }
        assert!(!text.contains("GIẤY TIẾP NHẬN"), "{name} is no acceptance");
        assert_eq!(paper.words().1.len(), 1, "{name} is one sheet");
        let code = if name == "mau-02" { SUBMISSION } else { DOSSIER };
        assert_eq!(paper.codes(203), [code, code], "{name}: a QR and a bar code");
    }
}

#[test]
fn what_an_officer_wrote_and_the_longest_names_stand_on_the_forms_whole() {
    for name in ["mau-02-extreme", "mau-03-extreme", "mau-04-extreme", "mau-05-extreme"] {
        let paper = of(name);
        assert_says(&paper, &["BẢN IN THỬ", "IN LẠI"]);
        assert_eq!(words_of(&paper, &longest_name()), words_of_text(&longest_name()), "{name}");
        assert_eq!(paper.text().matches("thống").count(), 12, "{name}: the reason");
    }
}

#[test]
fn a_request_for_forty_papers_names_each_and_repeats_its_head() {
    let paper = of("mau-02-extreme");
    let text = paper.text();
    assert!((1..=40).all(|n| text.contains(&format!("({n})"))), "{text}");
    let (words, pages) = paper.words();
    assert!(pages.len() >= 4, "{}", pages.len());
    let heads = words.iter().filter(|word| word.text == "TT").count();
    let sheets = (1..=pages.len())
        .filter(|page| {
            words.iter().any(|word| word.page == *page && word.text.starts_with('(') && word.text.ends_with(')'))
        })
        .count();
    assert!(heads >= sheets - 1, "{heads} heads on {sheets} sheets");
}

#[test]
fn the_day_report_of_a_large_centre_repeats_its_heads_and_ends_in_signatures() {
    let small = of("day-report");
    assert_says(&small, &["BÁO CÁO NGÀY", "Thứ Hai, 23/11/2026", "ngày làm việc chưa kết thúc", "NGƯỜI LẬP BÁO CÁO"]);
    let large = of("day-report-extreme");
    let (words, pages) = large.words();
    assert!(pages.len() > small.words().1.len() + 3, "{}", pages.len());
    assert_says(&large, &["(44)", "LÃNH ĐẠO TRUNG TÂM", "81 % đúng"]);
    let last = words.iter().rposition(|word| word.text == "ĐẠO").map(|at| words[at].page);
    assert_eq!(last, Some(pages.len()), "who signs has seen all sheets");
    // Both tables of 45 lines go over several sheets.
    assert!(large.text().matches("Vắng").count() >= 6);
}

#[test]
fn a_payment_slip_is_paid_by_its_code_only_while_nobody_paid_and_is_no_receipt() {
    for size in [PaperSize::Roll58, PaperSize::Roll80, PaperSize::A5] {
        let paper = made(&payment_slip(&waiting_slip(), size, Words::of(Locale::Vi)));
        assert_says(&paper, &["Phiếu báo nộp tiền", "42.000 đồng", "không phải là biên lai", "Nop ho so A7KM3XPT"]);
        let read = paper.codes(203);
        let paid = read.iter().find_map(|text| VietQr::parse(text).ok()).expect("the code to pay by reads back");
        assert_eq!((paid.amount, paid.bill.as_deref()), (Some(Vnd(42_000)), Some("A7KM3XPT")));
    }
    let checking = of("payment-slip-checking-vi-roll80");
    assert_says(&checking, &["Đang kiểm tra", "đừng chuyển lần nữa"]);
    assert!(checking.codes(203).iter().all(|text| VietQr::parse(text).is_err()));
}
