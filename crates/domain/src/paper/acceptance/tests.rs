use super::*;
use crate::words::Locale;

fn unknown() -> AcceptancePaper {
    AcceptancePaper {
        agency: "UBND tỉnh An Giang".to_owned(),
        reception: "Trung tâm Phục vụ hành chính công".to_owned(),
        place: None,
        dossier_code: "H01.50.05.13-261123-0975".to_owned(),
        applicant_name: None,
        masked_number: None,
        address: Some(" ".to_owned()),
        phone: None,
        email: None,
        procedure_name: "Đăng ký khai sinh".to_owned(),
        papers: vec![AcceptedPaper { name: "Tờ khai".to_owned(), originals: 1, copies: 2, files: 0 }],
        sets: None,
        deadline_words: None,
        accepted_at: "2026-11-23T01:05:00Z".parse().expect("a moment"),
        due_at: None,
        result_at: None,
        fees: Vec::new(),
        book: None,
        line: None,
        officer: None,
        reprint: false,
        trial: false,
    }
}

fn labels(document: &Document) -> Vec<String> {
    fn walk(blocks: &[Block], found: &mut Vec<String>) {
        for block in blocks {
            match block {
                Block::Line { label, .. } => found.push(label.clone()),
                Block::Text { text, .. } => found.push(text.clone()),
                Block::Columns(shares) => shares.iter().for_each(|s| walk(&s.blocks, found)),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    walk(&document.blocks, &mut found);
    found
}

/// The order of TT 03/2025/TT-VPCP, Mẫu 01.
const ORDER: [&str; 17] = [
    "Mã hồ sơ",
    "Bộ phận tiếp nhận và trả kết quả",
    "Tiếp nhận hồ sơ của",
    "CCCD/MST",
    "Địa chỉ",
    "Số điện thoại",
    "Email",
    "Thủ tục hành chính cần giải quyết",
    "1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ",
    "2. Số lượng hồ sơ",
    "3. Thời gian giải quyết hồ sơ theo quy định",
    "4. Thời gian nhận hồ sơ",
    "5. Thời gian trả kết quả giải quyết hồ sơ",
    "6. Đăng ký nhận kết quả tại",
    "7. Phí, lệ phí (nếu có)",
    "Vào Sổ theo dõi hồ sơ, Quyển số",
    "Số thứ tự",
];

#[test]
fn the_items_stand_in_the_order_of_the_form_on_both_copies() {
    let document = acceptance(&unknown(), Words::of(Locale::Vi));
    let labels = labels(&document);
    let halves: Vec<&[String]> = labels.split(|l| l.starts_with("UBND")).filter(|half| !half.is_empty()).collect();
    assert_eq!(halves.len(), 2);
    for half in halves {
        let mut rest = half.iter();
        for item in ORDER {
            assert!(rest.any(|l| l.starts_with(item)), "{item} is missing or out of order in {half:?}");
        }
    }
    assert!(labels.contains(&"(Liên 1: Lưu)".to_owned()) && labels.contains(&"(Liên 2: Giao khách hàng)".to_owned()));
}

#[test]
fn the_form_is_vietnamese_in_every_language() {
    assert_eq!(acceptance(&unknown(), Words::of(Locale::En)), acceptance(&unknown(), Words::of(Locale::Vi)));
}

#[test]
fn what_is_unknown_is_left_open_and_never_invented() {
    let document = acceptance(&unknown(), Words::of(Locale::Vi));
    let value = |starts: &str| {
        document.blocks.iter().find_map(|b| match b {
            Block::Line { label, value } if label.starts_with(starts) => Some(value.clone()),
            _ => None,
        })
    };
    assert_eq!(value("Địa chỉ"), Some(None));
    assert_eq!(value("7. Phí"), Some(None));
    assert_eq!(value("5. Thời"), Some(Some("… giờ … phút, ngày … tháng … năm …".to_owned())));
    assert_eq!(value("4. Thời"), Some(Some("08 giờ 05 phút, ngày 23 tháng 11 năm 2026".to_owned())));
}

#[test]
fn originals_and_copies_have_rows_of_their_own() {
    let document = acceptance(&unknown(), Words::of(Locale::Vi));
    let rows = document.blocks.iter().find_map(|b| match b {
        Block::Table { rows, .. } => Some(rows.clone()),
        _ => None,
    });
    let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
    let expected = vec![row(["1", "Tờ khai", "Bản chính", "1"]), row(["2", "Tờ khai", "Bản sao", "2"])];
    assert_eq!(rows, Some(expected));
}
