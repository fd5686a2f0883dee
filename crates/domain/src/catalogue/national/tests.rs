//! Every kind of dirt the published records have, each in the smallest record that shows it.

use super::*;
use crate::catalogue::Level;
use crate::catalogue::{ChannelKind, Deadline};
use crate::payment::Vnd;

fn record(change: impl FnOnce(&mut RawRecord)) -> NationalRecord {
    let mut raw = RawRecord {
        ma_thu_tuc: "1.001193".to_owned(),
        ten_thu_tuc: "Đăng ký khai sinh".to_owned(),
        ..RawRecord::default()
    };
    change(&mut raw);
    read(&raw).expect("a record")
}

fn ways(rows: &str) -> NationalRecord {
    record(|raw| raw.cach_thuc_thuc_hien = format!("Hình thức nộpThời gianPhí, lệ phíMô tả{rows}"))
}

fn papers(text: &str) -> NationalRecord {
    record(|raw| raw.thanh_phan_ho_so = text.replace('|', "Tên giấy tờMẫu đơn, tờ khaiSố lượng"))
}

fn whys(record: &NationalRecord) -> Vec<Why> {
    record.doubts.iter().map(|doubt| doubt.why).collect()
}

#[test]
fn rows_of_one_table_are_told_apart() {
    let record = ways(
        "Trực tuyến7 Ngày làm việc10,000 Việt Nam Đồng(10.000 đồng/bản)Qua cổng. Trực tiếp: không.Dịch vụ bưu \
         chính7 NgàyMiễn phíTrực tiếp1 GiờKhông có thông tinTại quầy",
    );
    assert_eq!(whys(&record), []);
    let told: Vec<_> = record.ways.iter().map(|way| (way.kind, way.deadline.clone(), way.note.as_str())).collect();
    assert_eq!(
        told,
        [
            (ChannelKind::Online, Some(Deadline::WorkingDays(7)), "Qua cổng. Trực tiếp: không."),
            (ChannelKind::Post, Some(Deadline::CalendarDays(7)), ""),
            (ChannelKind::InPerson, Some(Deadline::WorkingHours(1)), "Tại quầy"),
        ]
    );
    let fee = &record.ways[0].fees[0];
    assert_eq!(
        (fee.amount, fee.unit.as_deref(), fee.condition.as_str()),
        (Some(Vnd(10_000)), Some("bản"), "10.000 đồng/bản")
    );
    assert_eq!(record.ways[1].fees[0].amount, Some(Vnd(0)));
    assert!(record.ways[2].fees.is_empty(), "silence is not free");
}

#[test]
fn a_deadline_without_its_unit_is_no_deadline() {
    let deadline = |cell: &str| {
        let record = ways(&format!("Trực tiếp{cell}"));
        (record.ways[0].deadline.clone(), whys(&record).first().copied())
    };
    let unknown = |text: &str| Some(Deadline::Unknown(text.to_owned()));
    assert_eq!(deadline("1Miễn phí"), (unknown("1"), Some(Why::DeadlineWithoutUnit)));
    assert_eq!(deadline("0,5 Ngày làm việcMiễn phí"), (Some(Deadline::WorkingHours(4)), None));
    assert_eq!(deadline("0.3 Ngày làm việcMiễn phí"), (unknown("0.3 Ngày làm việc"), Some(Why::DeadlineNotWhole)));
    assert_eq!(deadline("0,5 NgàyMiễn phí"), (unknown("0,5 Ngày"), Some(Why::DeadlineNotWhole)));
    assert_eq!(deadline("0 Ngày làm việcMiễn phí"), (unknown("0 Ngày làm việc"), Some(Why::DeadlineNotWhole)));
    assert_eq!(deadline("2 ThángMiễn phí"), (Some(Deadline::Months(2)), None));
    assert_eq!(deadline("8 GiờMiễn phí"), (Some(Deadline::WorkingHours(8)), None));
    assert_eq!(deadline("24 GiờMiễn phí"), (unknown("24 Giờ"), Some(Why::DeadlineHoursUnclear)));
    let days = Some(Deadline::CalendarDays(7));
    assert_eq!(deadline("7 NgàyMiễn phí07 ngày kể từ ngày nhận"), (days, None));
    let unlike = Some(Why::DeadlineUnlikeWords);
    assert_eq!(deadline("7 NgàyMiễn phí07 ngày làm việc kể từ ngày nhận"), (unknown("7 Ngày"), unlike));
    assert_eq!(deadline("7 Ngày làm việcMiễn phí07 (bảy) ngày"), (unknown("7 Ngày làm việc"), unlike));
    assert_eq!(deadline("Không có thông tinMiễn phí"), (None, None));
    assert_eq!(deadline("Không quy địnhMiễn phí"), (unknown("Không quy định"), Some(Why::DeadlineInWords)));
}

#[test]
fn an_amount_is_read_only_where_nothing_beside_it_says_otherwise() {
    let fee = |cell: &str| {
        let record = ways(&format!("Trực tiếp5 Ngày làm việc{cell}"));
        (record.ways[0].fees[0].amount, whys(&record).first().copied())
    };
    let some = |amount| (Some(Vnd(amount)), None);
    assert_eq!(fee("1,200,000 Việt Nam Đồng"), some(1_200_000));
    assert_eq!(fee("300.000 VNĐ(Phí thực hiện là 300.000 đồng/chứng chỉ)"), some(300_000));
    assert_eq!(fee("75,000 VNĐ(Thông tư số 25/2021/TT-BTC ngày 07/4/2021)"), some(75_000));
    assert_eq!(fee("Miễn phí(Không)"), some(0));
    assert_eq!(fee("Miễn phí(Lệ phí cấp giấy: 40.000 đồng)"), (None, Some(Why::FreeButWords)));
    assert_eq!(fee("Miễn phí(theo quy định)"), (None, Some(Why::FreeButWords)));
    assert_eq!(fee("5,000 VNĐ(trực tuyến 7.000 đồng/lần)"), (None, Some(Why::AmountUnlikeWords)));
    assert_eq!(fee("50,000 VNĐ(nộp trực tuyến bằng 50%)"), (None, Some(Why::AmountUnlikeWords)));
    assert_eq!(fee("50,000 VNĐ(do Hội đồng nhân dân tỉnh quyết định)"), (None, Some(Why::AmountSetElsewhere)));
    assert_eq!(fee("2,000 VNĐ(/trang)Từ trang thứ 3: 1.000 đồng/trang"), (None, Some(Why::AmountUnlikeWords)));
    assert_eq!(fee("5,000 VNĐ(Miễn phí từ ngày 07/4/2026)"), (None, Some(Why::AmountUnlikeWords)));
    assert_eq!(fee("5,000 VNĐMiễn lệ phí kể từ ngày 07/4/2026"), (None, Some(Why::AmountUnlikeWords)));
    assert_eq!(fee("20 VNĐ"), (None, Some(Why::AmountTooSmall)));
    assert_eq!(fee("10 USD(10 USD/người)"), (None, Some(Why::NotInDong)));
    assert_eq!(fee("1,20 VNĐ"), (None, Some(Why::AmountUnclear)));
}

#[test]
fn a_unit_ends_where_its_sentence_goes_on_and_several_are_none() {
    let unit = |words: &str| ways(&format!("Trực tiếp5 Ngày10,000 VNĐ({words})")).ways[0].fees[0].unit.clone();
    assert_eq!(unit("10.000 đồng/người/lần đăng ký;").as_deref(), Some("người/lần đăng ký"));
    assert_eq!(unit("25.000 đồng/hồ sơ kể từ ngày 01/7/2025").as_deref(), Some("hồ sơ"));
    assert_eq!(unit("Kiểm tra: 10.000/01 lần").as_deref(), Some("lần"));
    assert_eq!(unit("10USD/thẻ.").as_deref(), Some("thẻ"));
    assert_eq!(unit("10.000 đồng/lần, 20.000 đồng/giấy"), None);
    assert_eq!(unit("đồng/văn bản xác nhận một việc hộ tịch đã đăng ký"), None);
}

#[test]
fn a_deadline_in_a_sentence_without_its_full_stop_does_not_swallow_its_row() {
    let answer = "Hệ thống giải quyết thủ tục phản hồi tự động";
    let record = ways(&format!("Trực tuyến{answer}.Không có thông tinDịch vụ bưu chính{answer}Không có thông tin"));
    assert_eq!(record.ways.len(), 2);
    assert!(record.ways.iter().all(|way| matches!(way.deadline, Some(Deadline::Unknown(_)))));
}

#[test]
fn several_fees_of_a_row_are_several_and_brackets_within_brackets_are_words() {
    let record = ways("Trực tuyến3 Ngày100,000 VNĐ(cá nhân (một người))200,000 VNĐ(tổ chức)Ghi chú");
    let fees: Vec<_> = record.ways[0].fees.iter().map(|fee| (fee.amount, fee.condition.as_str())).collect();
    assert_eq!(fees, [(Some(Vnd(100_000)), "cá nhân (một người)"), (Some(Vnd(200_000)), "tổ chức")]);
    assert_eq!(record.ways[0].note, "Ghi chú");
}

#[test]
fn a_deadline_without_unit_that_runs_into_an_amount_makes_both_unknown() {
    let record = ways("Trực tuyến120,000 VNĐTrực tiếp120 VNĐ");
    assert!(record.ways.iter().all(|way| way.fees[0].amount.is_none()));
    assert!(record.ways.iter().all(|way| matches!(way.deadline, Some(Deadline::Unknown(_)))));
    assert!(whys(&record).contains(&Why::DeadlineAndFeeGlued));
}

#[test]
fn papers_end_with_their_counts_and_notes_are_no_papers() {
    let record = papers(
        "--|Giấy chứng sinh1 bản chínhTờ khai;Mau 01.docx1 bản chính,2 bản saoTrường hợp có ủy quyền thì nộp 02 bản \
         chính giấy ủy quyền0 bản chínhNghị định ngày 31/12/20261 bản chínhBản sao sổ0 bản chính,1 bản sao",
    );
    assert_eq!(whys(&record), []);
    let case = &record.cases[0];
    let rows: Vec<_> =
        case.papers.iter().map(|p| (p.name.as_str(), p.form.as_deref(), p.originals, p.copies)).collect();
    assert_eq!(
        rows,
        [
            ("Giấy chứng sinh", None, Some(1), 0),
            ("Tờ khai;", Some("Mau 01.docx"), Some(1), 2),
            ("Nghị định ngày 31/12/2026", None, Some(1), 0),
            ("Bản sao sổ", None, Some(0), 1),
        ]
    );
    assert_eq!(case.notes, ["Trường hợp có ủy quyền thì nộp 02 bản chính giấy ủy quyền"]);
    assert_eq!(case.when, None);
}

#[test]
fn each_case_has_its_name_and_papers() {
    let record = papers("a) Trường hợp trực tiếp:|Đơn1 bản chínhb) Trường hợp trực tuyến|Tệp tin1 bản chính");
    assert_eq!(whys(&record), []);
    let cases: Vec<_> = record.cases.iter().map(|c| (c.when.as_deref(), c.papers[0].name.as_str())).collect();
    assert_eq!(cases, [(Some("a) Trường hợp trực tiếp"), "Đơn"), (Some("b) Trường hợp trực tuyến"), "Tệp tin")]);
}

#[test]
fn a_count_that_may_belong_to_the_name_is_in_doubt() {
    let record = papers("--|Đơn theo mẫu số 031 bản chính");
    assert_eq!(whys(&record), [Why::CountGlued]);
    assert_eq!(record.cases[0].papers[0].originals, None);
    assert_eq!(whys(&papers("--|Đơn1 bản chínhGiấy không có số lượng")), [Why::PaperWithoutCount]);
    let together = papers("--|Đơn1 bản chính Giấy khai sinh1 bản chính");
    assert_eq!((whys(&together), together.cases[0].papers[0].originals), (vec![Why::CountGlued], None));
    assert_eq!(whys(&papers("--|Đơn1 bản chínhSổ.1 bản chính * Lưu ý|Giấy1 bản chính")), [Why::CountGlued]);
    assert_eq!(whys(&papers("Nộp theo hướng dẫn.")), [Why::NoRows]);
    assert_eq!(whys(&papers("--|đơn đề nghị.docx1 bản chính")), [Why::FormGlued]);
    assert_eq!(whys(&papers("--|Đơn của BộMẫu đơnMau.docx1 bản chính")), [Why::FormGlued]);
    let named = papers("--|Tờ khai (mẫu NA17).1.MauDon17.doc1 bản chính");
    assert_eq!(named.cases[0].papers[0].form.as_deref(), Some("1.MauDon17.doc"));
    let form = |text: &str| papers(&format!("--|{text}1 bản chính")).cases[0].papers[0].form.clone();
    assert_eq!(form("Văn bản;Mẫu I.1.20.docx").as_deref(), Some("Mẫu I.1.20.docx"));
    let two = form("Đơn.Mẫu TP-01a.docxMẫu TP-01b.docx");
    assert_eq!(two.as_deref(), Some("Mẫu TP-01a.docxMẫu TP-01b.docx"));
    assert_eq!(form("Kết quả.phu luc VII.docxPhụ lục VI.docx"), None, "not the second alone");
    assert!(papers("--").doubts.is_empty(), "nothing is no doubt");
}

#[test]
fn lists_are_lists_though_their_items_have_commas() {
    let record = record(|raw| {
        raw.doi_tuong_thuc_hien =
            "Cán bộ, công chức, viên chức, Tổ chức (không bao gồm doanh nghiệp, HTX), Công dân Việt Nam".to_owned();
        raw.cap_thuc_hien = "Cấp tỉnh, Cấp xã".to_owned();
        raw.co_quan_thuc_hien = "Thuế tỉnh, thành phố, Chi cục Thuế".to_owned();
        raw.ket_qua_xu_ly = "Giấy khai sinhMã: KQ.G15.000226Bản saoMã: \
                             KQ.G15.000227Từ khóaKhông có thông tinMô tảKhông có thông tinChọn cơ quan thực hiệnNộp hồ sơ"
            .to_owned();
        raw.can_cu_phap_ly =
            "Tên văn bản pháp lýMã văn bảnLuật Hộ tịch60/2014/QH13Luật năm 202446/2024/QH15Về phí264/2016/TT-BTCVề lệ phíNghị định 123/2015/NĐ-CP123/2015/NĐ-CP".to_owned();
        raw.yeu_cau_dieu_kien = "Không.".to_owned();
        raw.trinh_tu_thuc_hien = "Bước 1: Nộp.\nTại quầy.\n\nBước 2: Nhận.".to_owned();
    });
    assert_eq!(whys(&record), []);
    let subjects = ["Cán bộ, công chức, viên chức", "Tổ chức (không bao gồm doanh nghiệp, HTX)", "Công dân Việt Nam"];
    assert_eq!(record.subjects, subjects);
    assert_eq!(record.levels, [Level::Province, Level::Commune]);
    assert_eq!(record.departments, ["Thuế tỉnh, thành phố", "Chi cục Thuế"]);
    assert_eq!(record.results.iter().map(|r| r.name.as_str()).collect::<Vec<_>>(), ["Giấy khai sinh", "Bản sao"]);
    assert_eq!(record.legal, ["60/2014/QH13", "46/2024/QH15", "264/2016/TT-BTC", "123/2015/NĐ-CP"]);
    assert_eq!(record.conditions, None);
    assert_eq!(record.steps, ["Bước 1: Nộp.\nTại quầy.", "Bước 2: Nhận."]);
}

#[test]
fn a_result_has_its_code_unless_it_runs_into_the_next_name() {
    let read = |list: &str| {
        let record =
            record(|raw| raw.ket_qua_xu_ly = format!("{list}Từ khóaThẻMô tảCó giá trị 10 năm.Chọn cơ quan thực hiện"));
        let results = record.results.iter().map(|r| (r.name.clone(), r.code.clone().unwrap_or_default()));
        (results.collect::<Vec<_>>(), whys(&record))
    };
    let pairs =
        |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>();
    assert_eq!(
        read("SổMã: KQ.G24.000002- ThẻMã: 000.00.00.G15-KQ0187GiấyMã: rjwegefu"),
        (pairs(&[("Sổ", "KQ.G24.000002"), ("- Thẻ", "000.00.00.G15-KQ0187"), ("Giấy", "rjwegefu")]), vec![])
    );
    assert_eq!(
        read("SổMã: KQ.G24.0000021ThẻMã: KQ.G24.000003"),
        (pairs(&[("Sổ", ""), ("KQ.G24.0000021Thẻ", "KQ.G24.000003")]), vec![Why::ResultGlued])
    );
}

#[test]
fn a_legal_number_ends_where_its_kind_ends() {
    let legal = |text: &str| record(|raw| raw.can_cu_phap_ly = text.to_owned()).legal;
    assert_eq!(legal("Quyết định 09/2023/QĐ-TTg ngày, 47/2014/QH13của"), ["09/2023/QĐ-TTg", "47/2014/QH13"]);
    assert_eq!(
        legal("số 53/2025/TT-BCAngày.53/2025/TT-BCA22/2023/TT-BCA22/2023/TT-BCAQUY ĐỊNH"),
        ["53/2025/TT-BCA", "22/2023/TT-BCA"]
    );
    assert_eq!(legal("số 53/2025/TT-BCAngày.53/2025/TT-BCAThông tư"), ["53/2025/TT-BCA"]);
    assert_eq!(legal("1211/2016/UBTVQH13 và 01/2015/TTLT-BTCVề"), ["1211/2016/UBTVQH13", "01/2015/TTLT-BTC"]);
    assert_eq!(legal("15/5/2026.55/2026/TT-BTC66.7/2025/NQ-CP"), ["55/2026/TT-BTC", "66.7/2025/NQ-CP"]);
}

#[test]
fn text_is_composed_however_it_was_written() {
    let read = read_line(r#"{"ma_thu_tuc":"1.001193","ten_thu_tuc":"\u0110a\u0306ng ky\u0301","linh_vuc":"Hộ tịch"}"#);
    let read = read.expect("a record");
    assert_eq!((read.name.as_str(), read.field.as_deref()), ("Đăng ký", Some("Hộ tịch")));
}

#[test]
fn a_line_that_is_no_record_says_why() {
    let why = |line: &str| read_line(line).expect_err("no record").to_string();
    assert!(why("{").contains("not a JSON object"));
    assert!(why("{\"ma_thu_tuc\": 1}").contains("not a JSON object"));
    assert!(why("{\"ma_thu_tuc\": \"1.1193\", \"ten_thu_tuc\": \"x\"}").contains("no national code"));
    assert!(why("{\"ma_thu_tuc\": \"1.001193\"}").contains("has no name"));
}

proptest::proptest! {
    #[test]
    fn whatever_a_cell_holds_it_is_read_or_in_doubt(cells in proptest::collection::vec("[0-9.,() ]{0,6}|Trực tiếp|Trực tuyến|Miễn phí|Không có thông tin| Ngày làm việc| VNĐ|1 bản chính|,1 bản sao|Tên giấy tờMẫu đơn, tờ khaiSố lượng|\\.docx|[a-zA-ZĐđ]{1,4}", 0..14)) {
        let text = cells.concat();
        let record = record(|raw| {
            raw.cach_thuc_thuc_hien = text.clone();
            raw.thanh_phan_ho_so = text.clone();
            raw.ket_qua_xu_ly = text.clone();
        });
        for fee in record.ways.iter().flat_map(|way| &way.fees) {
            proptest::prop_assert!(fee.amount.is_some() || !record.is_certain(Field::Ways), "{fee:?}");
        }
        for paper in record.cases.iter().flat_map(|case| &case.papers) {
            proptest::prop_assert!(paper.originals.is_some() || !record.is_certain(Field::Papers), "{paper:?}");
        }
    }
}
