//! Papers made as people get them, and read back with other programs.

#[path = "paper/barcodes.rs"]
mod barcodes;
#[path = "paper/drawn.rs"]
mod drawn;
#[path = "paper/official.rs"]
mod official;
#[path = "paper/official_samples.rs"]
mod official_samples;
#[path = "paper/pictures.rs"]
mod pictures;
#[path = "paper/reading.rs"]
mod reading;
#[path = "paper/registry.rs"]
mod registry;
#[path = "paper/samples.rs"]
mod samples;

use motcua_domain::paper::{
    AcceptancePaper, AppointmentPaper, ChecklistPaper, Document, PaperSize, ReceiptPaper, TicketPaper, acceptance,
    appointment, checklist, receipt, ticket,
};
use motcua_domain::payment::{VietQr, Vnd};
use motcua_domain::words::{Locale, Words};
use motcua_kiosk::paper::render;
use reading::{Paper, Word};

fn vietnamese() -> &'static Words {
    Words::of(Locale::Vi)
}

fn made(document: &Document) -> Paper {
    let pdf = render(document).expect("a PDF");
    if let Some(folder) = std::env::var_os("PAPER_OUT") {
        let name = std::thread::current().name().unwrap_or("paper").replace("::", "-");
        let count = std::fs::read_dir(&folder).expect("the folder").count();
        std::fs::write(std::path::Path::new(&folder).join(format!("{count:02}-{name}.pdf")), &pdf).expect("a file");
    }
    Paper::of(&pdf)
}

fn of_ticket(paper: &TicketPaper) -> Paper {
    made(&ticket(paper, vietnamese()))
}

fn of_receipt(paper: &ReceiptPaper, size: PaperSize) -> Paper {
    made(&receipt(paper, size, vietnamese()))
}

fn of_checklist(paper: &ChecklistPaper, size: PaperSize) -> Paper {
    made(&checklist(paper, size, vietnamese()))
}

fn of_acceptance(paper: &AcceptancePaper) -> Paper {
    made(&acceptance(paper, vietnamese()))
}

/// Every word is inside its page, and none stands on another.
fn assert_tidy(paper: &Paper) {
    let (words, pages) = paper.words();
    assert!(!words.is_empty());
    for word in &words {
        let (width, height) = pages[word.page - 1];
        let inside = word.left >= 5.0 && word.top >= 5.0 && word.right <= width - 5.0 && word.bottom <= height - 5.0;
        assert!(inside, "{word:?} runs off a page of {width} × {height}");
    }
    for (i, a) in words.iter().enumerate() {
        for b in words[i + 1..].iter().filter(|b| b.page == a.page) {
            let across = a.right.min(b.right) - a.left.max(b.left);
            let ((a_top, a_end), (b_top, b_end)) = (a.ink(), b.ink());
            let down = a_end.min(b_end) - a_top.max(b_top);
            let low = (a_end - a_top).min(b_end - b_top);
            assert!(across <= 0.5 || down <= low * 0.25, "{a:?} and {b:?} overlap");
        }
    }
}

fn assert_subset(paper: &Paper) {
    let fonts = paper.fonts();
    assert!(!fonts.is_empty());
    for font in fonts {
        let tagged = font.as_bytes().get(6) == Some(&b'+');
        let columns: Vec<&str> = font.split_whitespace().rev().take(5).collect();
        // From the right: object number (two columns), unicode, subset, embedded.
        assert!(tagged && columns[2..] == ["yes", "yes", "yes"], "not embedded and subset: {font}");
    }
}

fn assert_says(paper: &Paper, sentences: &[&str]) {
    let text = paper.text();
    for sentence in sentences {
        assert!(text.contains(sentence), "{sentence:?} is missing from {text}");
    }
}

fn found<'a>(words: &'a [Word], text: &str) -> &'a Word {
    words.iter().find(|w| w.text == text).unwrap_or_else(|| panic!("no word {text}"))
}

#[test]
fn a_ticket_says_its_facts_and_its_qr_reads_back() {
    let facts = samples::ticket();
    let paper = of_ticket(&facts);
    assert_tidy(&paper);
    assert_subset(&paper);
    assert_says(
        &paper,
        &[
            samples::CENTRE,
            "Phiếu số thứ tự",
            "A012",
            "Hộ tịch, quốc tịch, chứng thực",
            "3, 4, 5",
            "7 người",
            "08 giờ 05, ngày 23/11/2026",
            "Dùng điện thoại quét mã này",
        ],
    );
    // A thermal head has 203 dots an inch.
    assert_eq!(paper.codes(203), [facts.qr]);
    assert!(paper.bytes <= 60_000, "{} bytes", paper.bytes);
    let (words, pages) = paper.words();
    assert_eq!(pages.len(), 1);
    assert!((pages[0].0 - 80.0 * 72.0 / 25.4).abs() < 0.1, "80 mm wide");
    let number = found(&words, "A012");
    assert!(number.right - number.left > 150.0, "the number fills most of the width: {number:?}");
}

#[test]
fn an_appointment_says_when_and_its_qr_reads_back() {
    let facts = samples::appointment();
    let paper = made(&appointment(&facts, vietnamese()));
    assert_tidy(&paper);
    assert_subset(&paper);
    assert_says(
        &paper,
        &["Phiếu hẹn làm thủ tục", "Thứ Tư, 25/11/2026", "09:00 đến 09:30", "08:30", "09:15", "K7M-3XP"],
    );
    assert_eq!(paper.codes(203), std::slice::from_ref(&facts.qr));
    let longest = AppointmentPaper { service: samples::longest_name(), trial: true, reprint: true, ..facts };
    let paper = made(&appointment(&longest, vietnamese()));
    assert_tidy(&paper);
    assert_says(&paper, &["BẢN IN THỬ", "IN LẠI"]);
    assert_eq!(words_of(&paper, &longest.service), words_of_text(&longest.service));
}

#[test]
fn a_ticket_with_everything_too_long_is_still_whole() {
    let facts = samples::extreme_ticket();
    let paper = of_ticket(&facts);
    assert_tidy(&paper);
    assert_says(&paper, &["BẢN IN THỬ", "IN LẠI", "AB20071234", "4294967295 người"]);
    assert_eq!(words_of(&paper, &facts.group), words_of_text(&facts.group));
    assert_eq!(paper.codes(203), [facts.qr]);
}

#[test]
fn a_roll_is_as_long_as_its_content() {
    let height = |paper: &Paper| paper.words().1[0].1;
    let short = height(&of_ticket(&samples::ticket()));
    assert!(height(&of_ticket(&samples::extreme_ticket())) > 2.0 * short);
    assert!(short < 200.0 * 72.0 / 25.4, "an ordinary ticket wastes no paper: {short} points");
}

#[test]
fn a_receipt_is_whole_on_a_roll_and_on_a5() {
    for size in [PaperSize::Roll80, PaperSize::A5] {
        let facts = samples::receipt();
        let paper = of_receipt(&facts, size);
        assert_tidy(&paper);
        assert_subset(&paper);
        assert_says(
            &paper,
            &[
                "Phiếu nộp hồ sơ trực tuyến",
                "A7KM-3XPT",
                "Hồ sơ của bạn đã nộp.",
                "Nguyễn Thị Bưởi",
                "089•••••1234",
                "24.000 đồng",
                "Phiếu này không phải là Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
            ],
        );
        assert_says(&paper, &["Đã lưu: 08 giờ 05, ngày 23/11/2026", "Cán bộ đã tiếp nhận", "Nop ho so A7KM3XPT"]);
        let read = paper.codes(203);
        assert!(read.contains(&facts.qr));
        let paid = read.iter().find_map(|text| VietQr::parse(text).ok()).expect("the code to pay by reads back");
        assert_eq!((paid.amount, paid.bill.as_deref()), (Some(Vnd(24_000)), Some("A7KM3XPT")));
        // With two codes and the steps an A5 of everything takes a second sheet.
        assert_eq!(paper.words().1.len(), if size == PaperSize::A5 { 2 } else { 1 });
    }
}

#[test]
fn a_receipt_with_everything_too_long_loses_nothing() {
    let facts = samples::extreme_receipt();
    for size in [PaperSize::Roll80, PaperSize::A5] {
        let paper = of_receipt(&facts, size);
        assert_tidy(&paper);
        let text = paper.text();
        for i in 1..=40 {
            assert!(text.contains(&format!("Giấy tờ số {i}: ")) && text.contains(&format!("Bản chính số {i}")), "{i}");
        }
        assert_eq!(words_of(&paper, &facts.procedure_name), words_of_text(&facts.procedure_name));
    }
    let (words, pages) = of_receipt(&facts, PaperSize::A5).words();
    let count = pages.len();
    assert!(count > 1);
    let last = found(&words, &format!("{count}/{count}"));
    assert_eq!(last.page, count, "the sheets are counted");
}

#[test]
fn a_receipt_of_empty_fields_is_tidy_and_says_that_it_was_not_sent() {
    for size in [PaperSize::Roll80, PaperSize::A5] {
        let paper = of_receipt(&samples::empty_receipt(), size);
        assert_tidy(&paper);
        assert_says(&paper, &["Hồ sơ của bạn đã lưu, CHƯA nộp."]);
    }
}

#[test]
fn a_number_for_a_procedure_bears_its_papers_below() {
    let facts = samples::ticket_with_papers();
    let paper = of_ticket(&facts);
    assert_tidy(&paper);
    assert_says(
        &paper,
        &[
            "Bạn lấy số này để làm: Đăng ký lại khai sinh",
            "Văn bản ủy quyền (được chứng thực), trường hợp ủy quyền 1 bản chính, 2 bản sao",
            "Danh mục này có chỗ chưa chắc chắn.",
            "Mã thủ tục 1.004884",
        ],
    );
    assert_eq!(paper.codes(203), [facts.qr]);
    let (words, _) = paper.words();
    assert!(found(&words, "A012").top < found(&words, "(được").top);
    // All that stands on every number stands where it always does.
    let ordinary = of_ticket(&samples::ticket()).words().0;
    for (with, without) in words.iter().zip(&ordinary) {
        let moved = (with.left - without.left).abs() + (with.top - without.top).abs();
        assert!(with.text == without.text && moved < 0.1, "{with:?} is not {without:?}");
    }
}

#[test]
fn a_checklist_is_whole_on_a_roll_and_on_a5() {
    for size in [PaperSize::Roll80, PaperSize::A5] {
        let facts = samples::checklist();
        let paper = of_checklist(&facts, size);
        assert_tidy(&paper);
        assert_subset(&paper);
        assert_says(
            &paper,
            &[
                "GIẤY TỜ CẦN CHUẨN BỊ",
                "Làm lại giấy khai sinh bị mất",
                "Tờ khai đăng ký lại khai sinh theo mẫu",
                "1 bản chính · theo mẫu TK DK lai khai sinh.doc",
                "(hỏi cán bộ số bản chính) · (chỉ cho xem, rồi mang về)",
                "Còn 2 ghi chú nữa",
                "“05 ngày; 25 ngày”",
                "8.000 đồng/bản",
                "Phiếu này không phải biên nhận. Bạn chưa nộp hồ sơ.",
                "Mã thủ tục 1.004884 · bản 3 · in lúc 08 giờ 05, ngày 23/11/2026",
            ],
        );
        assert_eq!(paper.codes(203), [facts.qr]);
        let words = paper.words().0;
        assert!(found(&words, "chưa").top < found(&words, "Tờ").top, "first of all that nothing was handed in");
    }
}

#[test]
fn a_checklist_with_everything_too_long_loses_no_paper() {
    let facts = samples::extreme_checklist();
    for size in [PaperSize::Roll80, PaperSize::A5] {
        let paper = of_checklist(&facts, size);
        assert_tidy(&paper);
        let text = paper.text();
        assert!((1..=60).all(|n| text.contains(&format!("({n})"))));
        assert_eq!(words_of(&paper, &facts.list.name), words_of_text(&facts.list.name));
        // No scanner's eye sees four metres of a roll at once.
        assert!(size == PaperSize::Roll80 || paper.codes(203) == [facts.qr.as_str()]);
    }
}

#[test]
fn a_checklist_of_which_nothing_is_known_sends_to_an_officer() {
    for size in [PaperSize::Roll80, PaperSize::A5] {
        let paper = of_checklist(&samples::empty_checklist(), size);
        assert_tidy(&paper);
        assert_says(&paper, &["Chưa biết chắc cần giấy tờ gì. Xin bạn hỏi cán bộ.", "Phí, lệ phí Hỏi cán bộ"]);
        assert!(paper.codes(203).is_empty());
    }
}

#[test]
fn an_acceptance_is_the_form_in_two_copies() {
    let facts = samples::acceptance();
    let paper = of_acceptance(&facts);
    assert_tidy(&paper);
    assert_subset(&paper);
    assert_says(
        &paper,
        &[
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "An Giang, ngày 23 tháng 11 năm 2026",
            "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
            "(Liên 1: Lưu)",
            "(Liên 2: Giao khách hàng)",
            "4. Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 23 tháng 11 năm 2026",
            "5. Thời gian trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, ngày 23 tháng 11 năm 2026",
            "Tổng cộng: 24.000 đồng",
            "NGƯỜI TIẾP NHẬN HỒ SƠ",
        ],
    );
    assert_eq!(paper.words().1.len(), 2, "a sheet for each copy");
    // On each a QR and a bar code.
    assert_eq!(paper.codes(150), vec![facts.dossier_code; 4]);
}

#[test]
fn an_acceptance_of_forty_papers_goes_on_over_sheets() {
    let facts = samples::extreme_acceptance();
    let paper = of_acceptance(&facts);
    assert_tidy(&paper);
    let (words, pages) = paper.words();
    assert!(pages.len() >= 6 && pages.len() % 2 == 0, "{} sheets", pages.len());
    let heads = words.iter().filter(|w| w.text == "STT").count();
    let sheets_with_rows = (1..=pages.len())
        .filter(|page| {
            words
                .iter()
                .any(|w| w.page == *page && w.text.starts_with('(') && w.text.ends_with(')') && number_in(&w.text))
        })
        .count();
    assert!(heads >= sheets_with_rows, "the head stands on each of {sheets_with_rows} sheets: {heads}");
    let text = paper.text();
    for i in 1..=40 {
        assert_eq!(text.matches(&format!("({i})")).count(), 2, "paper {i} on both copies");
    }
}

fn number_in(text: &str) -> bool {
    text.trim_matches(['(', ')']).parse::<u32>().is_ok()
}

#[test]
fn a_blank_acceptance_invents_nothing() {
    let paper = of_acceptance(&samples::blank_acceptance());
    assert_tidy(&paper);
    assert_says(&paper, &["5. Thời gian trả kết quả giải quyết hồ sơ: … giờ … phút, ngày … tháng … năm …"]);
}

#[test]
fn english_papers_are_tidy_too() {
    let words = Words::of(Locale::En);
    for document in [ticket(&samples::ticket(), words), receipt(&samples::receipt(), PaperSize::Roll80, words)] {
        assert_tidy(&made(&document));
    }
}

#[test]
fn the_file_tells_nothing_of_the_person() {
    let info = of_receipt(&samples::receipt(), PaperSize::A5).info();
    assert!(info.contains("Phiếu nộp hồ sơ trực tuyến"), "{info}");
    for personal in ["Bưởi", "089", "A7KM"] {
        assert!(!info.contains(personal), "{info}");
    }
}

#[test]
fn characters_no_vietnamese_font_has_are_shown_somehow() {
    let mut facts = samples::receipt();
    facts.applicant_name = "Ирина Петрова 𓀀 Müller".to_owned();
    let paper = of_receipt(&facts, PaperSize::A5);
    assert_tidy(&paper);
    assert_says(&paper, &["Ирина Петрова ? Müller"]);
}

/// The words of a long text as they stand on paper, in order, from its first word on.
fn words_of(paper: &Paper, text: &str) -> Vec<String> {
    let wanted = words_of_text(text);
    let on_paper = words_of_text(&paper.text());
    let found = on_paper.windows(wanted.len()).find(|w| *w == wanted);
    found.map(<[String]>::to_vec).unwrap_or(on_paper)
}

fn words_of_text(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}
