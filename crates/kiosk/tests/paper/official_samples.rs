//! The official forms, the payment slip and the day's report as people get them, ordinary and extreme.

use motcua_domain::paper::{
    ControlPaper, DayReportPaper, DiscontinuationPaper, Document, ExtensionPaper, OfficialPaper, PaperSize,
    PaymentSlipPaper, RefusalPaper, ServiceNames, SupplementRequestPaper, Transfer, control, day_report,
    discontinuation, extension, payment_slip, refusal, supplement_request,
};
use motcua_domain::payment::{BankAccount, PaymentState, Vnd};
use motcua_domain::wire::{Branch, DayReport};
use motcua_domain::words::{Locale, Words};
use serde_json::{Value, json};

use crate::samples::{CENTRE, longest_name, moment};

/// The dossier of the samples.
pub const DOSSIER: &str = "H01.50.05.13-261123-0975";
/// The submission of the samples.
pub const SUBMISSION: &str = "A7KM-3XPT";
/// A reason as officers write it.
const REASON: &str = "Giấy chứng sinh là bản chụp, chưa có chứng thực.\nTờ khai chưa có chữ ký của người yêu cầu.";

/// Every document of these kinds, by a name for its picture.
pub fn documents() -> Vec<(&'static str, Document)> {
    let vi = Words::of(Locale::Vi);
    vec![
        ("mau-02", supplement_request(&asked(known()), vi)),
        ("mau-02-blank", supplement_request(&asked_nothing(), vi)),
        ("mau-02-extreme", supplement_request(&asked_for_forty(), vi)),
        ("mau-03", refusal(&refused(known(), REASON), vi)),
        ("mau-03-extreme", refusal(&refused(extreme(), &long_reason()), vi)),
        ("mau-04", extension(&extended(known(), REASON), vi)),
        ("mau-04-blank", extension(&extended_blank(), vi)),
        ("mau-04-extreme", extension(&extended(extreme(), &long_reason()), vi)),
        ("mau-05", discontinuation(&stopped(known(), REASON), vi)),
        ("mau-05-extreme", discontinuation(&stopped(extreme(), &long_reason()), vi)),
        ("mau-06", control(&controlled(known()), vi)),
        ("mau-06-extreme", control(&controlled(extreme()), vi)),
        ("payment-slip-checking-vi-roll80", payment_slip(&slip(PaymentState::Checking), PaperSize::Roll80, vi)),
        ("payment-slip-extreme-vi-roll80", payment_slip(&extreme_slip(), PaperSize::Roll80, vi)),
        ("payment-slip-extreme-vi-a5", payment_slip(&extreme_slip(), PaperSize::A5, vi)),
        ("day-report", day_report(&day(5, 6), vi)),
        ("day-report-extreme", day_report(&day(45, 30), vi)),
    ]
}

/// A payment that is waited for.
pub fn waiting_slip() -> PaymentSlipPaper {
    slip(PaymentState::Waiting)
}

/// One of them.
pub fn document(name: &str) -> Document {
    let found = documents().into_iter().find(|(known, _)| *known == name);
    found.map(|(_, document)| document).unwrap_or_else(|| panic!("no document {name}"))
}

fn known() -> OfficialPaper {
    OfficialPaper {
        agency: "Ủy ban nhân dân phường Long Xuyên".to_owned(),
        reception: CENTRE.to_owned(),
        place: Some("An Giang".to_owned()),
        code: DOSSIER.to_owned(),
        applicant_name: Some("Nguyễn Thị Bưởi".to_owned()),
        address: Some("Số 12, đường Trần Hưng Đạo, khóm Bình Long 3, phường Long Xuyên, tỉnh An Giang".to_owned()),
        phone: Some("0912 345 678".to_owned()),
        email: None,
        procedure_name: "Đăng ký khai sinh".to_owned(),
        reprint: false,
        trial: false,
    }
}

fn unknown() -> OfficialPaper {
    OfficialPaper {
        agency: String::new(),
        reception: String::new(),
        place: None,
        code: DOSSIER.to_owned(),
        applicant_name: None,
        address: None,
        phone: None,
        email: None,
        procedure_name: String::new(),
        reprint: false,
        trial: false,
    }
}

fn extreme() -> OfficialPaper {
    OfficialPaper {
        agency: "Ban Quản lý các khu công nghiệp, khu kinh tế và khu nông nghiệp ứng dụng công nghệ cao tỉnh An Giang"
            .to_owned(),
        applicant_name: Some(
            "Công ty Trách nhiệm hữu hạn Một thành viên Đầu tư Xây dựng Thương mại Dịch vụ Xuất nhập khẩu Thủy sản Cửu \
             Long"
                .to_owned(),
        ),
        email: Some("mot-dia-chi-thu-dien-tu-rat-dai-khong-co-dau-cach@don-vi-truc-thuoc.angiang.gov.vn".to_owned()),
        procedure_name: longest_name(),
        reprint: true,
        trial: true,
        ..known()
    }
}

/// Four paragraphs of as many letters as an officer may write: 1,000.
fn long_reason() -> String {
    let part = "Bản vẽ hoàn công chưa thể hiện đủ hệ thống phòng cháy và chữa cháy theo giấy phép đã cấp; ".repeat(3);
    let part: String = part.chars().take(249).collect();
    [part.as_str(); 4].join("\n")
}

fn asked(of: OfficialPaper) -> SupplementRequestPaper {
    SupplementRequestPaper {
        of: OfficialPaper { code: SUBMISSION.to_owned(), ..of },
        at: moment("2026-11-23T01:05:00Z"),
        papers: vec![
            "Tờ khai đăng ký khai sinh".to_owned(),
            "Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp".to_owned(),
        ],
        reason: REASON.to_owned(),
        officer: Some("Trần Văn Hậu".to_owned()),
    }
}

fn asked_nothing() -> SupplementRequestPaper {
    let (of, papers, reason) = (unknown(), Vec::new(), String::new());
    SupplementRequestPaper { of, papers, reason, officer: None, ..asked(known()) }
}

fn asked_for_forty() -> SupplementRequestPaper {
    let name = "Bản sao có chứng thực của văn bản chứng minh quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn \
                liền với đất theo quy định của pháp luật về đất đai";
    let papers = (1..=40).map(|i| format!("{name} ({i})")).collect();
    SupplementRequestPaper { papers, reason: long_reason(), ..asked(extreme()) }
}

fn refused(of: OfficialPaper, reason: &str) -> RefusalPaper {
    let officer = Some("Trần Văn Hậu".to_owned());
    RefusalPaper { of, at: moment("2026-11-23T01:05:00Z"), reason: reason.to_owned(), officer }
}

fn extended(of: OfficialPaper, reason: &str) -> ExtensionPaper {
    ExtensionPaper {
        of,
        accepted_at: moment("2026-11-23T01:05:00Z"),
        due_at: Some(moment("2026-11-30T10:00:00Z")),
        new_due_at: Some(moment("2026-12-07T10:00:00Z")),
        reason: reason.to_owned(),
    }
}

fn extended_blank() -> ExtensionPaper {
    ExtensionPaper { due_at: None, new_due_at: None, ..extended(unknown(), "") }
}

fn stopped(of: OfficialPaper, reason: &str) -> DiscontinuationPaper {
    DiscontinuationPaper { of, accepted_at: moment("2026-11-23T01:05:00Z"), reason: reason.to_owned() }
}

fn controlled(of: OfficialPaper) -> ControlPaper {
    let solves = Some("Ủy ban nhân dân cấp xã".to_owned());
    ControlPaper { of, at: moment("2026-11-23T01:05:00Z"), solves }
}

fn slip(state: PaymentState) -> PaymentSlipPaper {
    PaymentSlipPaper {
        centre: CENTRE.to_owned(),
        code: SUBMISSION.to_owned(),
        procedure_name: "Cấp bản sao trích lục hộ tịch".to_owned(),
        lines: vec![
            ("Bản sao trích lục hộ tịch".to_owned(), Vnd(16_000)),
            ("Tiền gửi bưu điện".to_owned(), Vnd(26_000)),
        ],
        total: Vnd(42_000),
        state,
        transfer: transfer(Vnd(42_000)),
        at: moment("2026-11-23T01:05:00Z"),
        qr: SUBMISSION.to_owned(),
        reprint: false,
        trial: false,
    }
}

/// The code a bank's app reads.
pub fn transfer(sum: Vnd) -> Option<Transfer> {
    let (bin, account) = ("970415".to_owned(), "101234567890".to_owned());
    let bank = BankAccount { bin, account, name: "VietinBank, Trung tâm PVHCC tỉnh An Giang".to_owned() };
    let qr = bank.payload(sum, SUBMISSION).expect("a code");
    let to = format!("{} · {}", bank.name, bank.account);
    Some(Transfer { qr, to, purpose: "Nop ho so A7KM3XPT".to_owned() })
}

fn extreme_slip() -> PaymentSlipPaper {
    let sum = Vnd(9_999_999_999);
    let line = |i: u64| (format!("Phí thẩm định hồ sơ đề nghị cấp giấy phép số {i}"), Vnd(1_234_567 * i));
    PaymentSlipPaper {
        procedure_name: longest_name(),
        lines: (1..=40).map(line).collect(),
        total: sum,
        transfer: transfer(sum),
        reprint: true,
        trial: true,
        ..slip(PaymentState::Waiting)
    }
}

const MINUTE: i64 = 60_000;

fn figures(issued: i64) -> Value {
    let took = |mean: i64| {
        json!({
            "mean": mean * MINUTE, "median": mean * MINUTE, "most": 2 * mean * MINUTE, "longest": 3 * mean * MINUTE + 12_000
        })
    };
    json!({
        "issued": issued, "kept": 0, "open": 0, "called": issued - 2, "finished": issued - 5, "no_show": 3,
        "cancelled": 1, "expired": 1, "waiting": took(9), "way": took(1), "serving": took(6)
    })
}

/// A day of so many services and counters.
fn day(services: usize, counters: u32) -> DayReportPaper {
    let long = "Đất đai, tài nguyên, môi trường, khoáng sản, biển và hải đảo, khí tượng thủy văn";
    let name = |n: usize| match n {
        0 => "Hộ tịch".to_owned(),
        1 => "Chứng thực".to_owned(),
        n => format!("{long} ({n})"),
    };
    // Three services a group.
    let group = |n: usize| {
        let of = |n: usize| json!({ "id": format!("dich-vu-{n}"), "name": { "vi": name(n) } });
        json!({
            "id": format!("nhom-{n}"), "prefix": "A", "name": name(n), "name_en": name(n), "icon": "family",
            "counters": [1], "waiting": 0, "services": (3 * n..3 * n + 3).map(of).collect::<Vec<_>>()
        })
    };
    let branch: Branch = serde_json::from_value(json!({
        "id": "thu", "name": CENTRE, "agency": "Ủy ban nhân dân tỉnh An Giang", "address": "", "place": "An Giang",
        "public_url": null, "groups": (0..services.div_ceil(3)).map(group).collect::<Vec<_>>(), "counters": [], "priorities": [],
        "appointment_priority": null, "appointments": false, "keep_drafts_days": 7
    }))
    .expect("a centre");
    let service = |n: usize| json!({ "service": format!("dich-vu-{n}"), "figures": figures(40), "accuracy": null });
    let counter = |number: u32| {
        json!({
            "number": number, "opened_at": "2026-11-23T07:30:00.000+07:00", "open": 455 * MINUTE, "breaks": 2,
            "on_break": 25 * MINUTE, "served": 41, "busy": 246 * MINUTE,
            "serving": figures(41)["serving"]
        })
    };
    let hour = |hour: i64| json!({ "hour": hour, "issued": 12 * hour, "waiting": (hour * MINUTE) + 6_000 });
    let report: DayReport = serde_json::from_value(json!({
        "date": "2026-11-23", "until": "2026-11-23T16:58:00.000+07:00", "hall": figures(40 * services as i64),
        "services": (0..services).map(service).collect::<Vec<_>>(),
        "counters": (1..=counters).map(counter).collect::<Vec<_>>(),
        "hours": (7..=16).map(hour).collect::<Vec<_>>(),
        "calls": { "turn": 100, "priority": 12, "age": 3, "front": 0, "finally": 4, "chosen": 1 },
        "accuracy": { "told": 100, "silent": 3, "error": 190.0, "late": 64.0, "covered": 0.81 },
        "ratings": { "grades": [1, 2, 9, 31], "reasons": { "nhanh": 20, "cho-lau": 3 } }
    }))
    .expect("a report");
    DayReportPaper {
        names: ServiceNames::of(&branch),
        agency: branch.agency,
        centre: branch.name,
        place: Some(branch.place),
        report,
        at: moment("2026-11-23T10:10:00Z"),
        by: Some("Lê Thị Hồng".to_owned()),
        reprint: false,
        trial: false,
    }
}
