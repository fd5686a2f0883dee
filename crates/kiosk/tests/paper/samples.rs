//! Documents as people get them, ordinary and extreme.

use motcua_domain::dossier::ladder;
use motcua_domain::guide::{ReviewRow, ReviewSection, TimeWanted};
use motcua_domain::paper::{
    AcceptancePaper, AcceptedPaper, Align, AppointmentPaper, Block, CaseLines, Checklist, ChecklistPaper, Column,
    Document, DraftPaper, PaperItem, PaperSize, ReadinessPaper, ReceiptPaper, ReceiptPayment, ReviewConsent,
    ReviewPaper, Row, Style, SupplementPaper, TestPaper, TicketPaper, TicketProcedure, Transfer,
};
use motcua_domain::payment::{BankAccount, Payment, PaymentState, Vnd};
use motcua_domain::queue::Wait;
use motcua_domain::readiness::{clock, fonts, reader};
use motcua_domain::time::Moment;
use motcua_domain::wire::SubmissionTime;

pub const CENTRE: &str = "Trung tâm Phục vụ hành chính công tỉnh An Giang";

/// A name of as many letters as the longest of the national database has: 1,094.
pub fn longest_name() -> String {
    let part = "Thủ tục chuyển nhượng toàn bộ hoặc một phần dự án đầu tư có sử dụng đất đối với trường hợp \
                thuộc thẩm quyền chấp thuận chủ trương đầu tư của Ủy ban nhân dân cấp tỉnh, ";
    part.repeat(7).chars().take(1_093).chain(['.']).collect()
}

pub fn moment(text: &str) -> Moment {
    text.parse().expect("a moment")
}

pub fn test_page() -> TestPaper {
    TestPaper {
        machine: "Ki-ốt 2".to_owned(),
        printer: "ESC/POS, 192.168.1.30:9100".to_owned(),
        made_at: moment("2026-11-23T08:05:00+07:00"),
        reprint: false,
        trial: false,
    }
}

pub fn readiness() -> ReadinessPaper {
    ReadinessPaper {
        centre: CENTRE.to_owned(),
        machine: "Ki-ốt 2".to_owned(),
        made_at: moment("2026-11-23T08:05:00+07:00"),
        verdicts: vec![fonts(true), clock(Some(90_000)), reader(None)],
        reprint: false,
        trial: false,
    }
}

pub fn ticket() -> TicketPaper {
    TicketPaper {
        centre: CENTRE.to_owned(),
        label: "A012".to_owned(),
        group: "Hộ tịch, quốc tịch, chứng thực".to_owned(),
        counters: vec![3, 4, 5],
        ahead: Some(7),
        wait: Some(Wait { seconds: 1_230, from_minutes: 15, to_minutes: 25 }),
        issued_at: moment("2026-11-23T01:05:00Z"),
        qr: "https://motcua.angiang.example/t/01936a7e-7b1c-7c3a-9d5e-6f2b8a4c1d0e".to_owned(),
        phone: true,
        for_procedure: None,
        reprint: false,
        trial: false,
    }
}

/// A number taken for a procedure whose papers are known only in the words of a record.
pub fn ticket_with_papers() -> TicketPaper {
    let procedure = TicketProcedure {
        name: "Đăng ký lại khai sinh".to_owned(),
        code: "1.004884".to_owned(),
        cases: vec![case_of_a_record()],
        unsure: true,
    };
    TicketPaper { for_procedure: Some(procedure), ..ticket() }
}

fn item(name: &str, counts: &str, form: Option<&str>, only_shown: bool) -> PaperItem {
    PaperItem { name: name.to_owned(), counts: counts.to_owned(), form: form.map(str::to_owned), only_shown }
}

/// Papers as records write them: long, with conditions inside, one on a form.
fn case_of_a_record() -> CaseLines {
    CaseLines {
        when: None,
        papers: vec![
            item("Tờ khai đăng ký lại khai sinh theo mẫu", "1 bản chính", Some("TK DK lai khai sinh.doc"), false),
            item(
                "Bản sao toàn bộ hồ sơ, giấy tờ của người yêu cầu hoặc hồ sơ, giấy tờ, tài liệu khác trong đó có các \
                 thông tin liên quan đến nội dung khai sinh, gồm: Giấy tờ tùy thân; sổ hộ khẩu, sổ tạm trú; bằng tốt \
                 nghiệp, giấy chứng nhận, chứng chỉ, học bạ, hồ sơ học tập do cơ quan đào tạo, quản lý giáo dục có thẩm \
                 quyền cấp hoặc xác nhận",
                "1 bản sao",
                None,
                false,
            ),
            item("Văn bản ủy quyền (được chứng thực), trường hợp ủy quyền", "1 bản chính, 2 bản sao", None, false),
            item("Hộ chiếu hoặc thẻ căn cước", "(hỏi cán bộ số bản chính)", None, true),
        ],
        notes: (1..=7)
            .map(|n| {
                format!("Ghi chú {n}: người tiếp nhận có trách nhiệm kiểm tra, đối chiếu với thông tin trong tờ khai")
            })
            .collect(),
    }
}

pub fn checklist() -> ChecklistPaper {
    ChecklistPaper {
        centre: CENTRE.to_owned(),
        list: Checklist {
            name: "Làm lại giấy khai sinh bị mất".to_owned(),
            official_name: Some("Thủ tục đăng ký lại khai sinh".to_owned()),
            code: "1.004884".to_owned(),
            version: 3,
            bring: vec!["Thẻ căn cước của bạn".to_owned(), "Giấy tờ cũ có ghi ngày sinh, quê quán".to_owned()],
            cases: vec![CaseLines {
                when: Some("Người yêu cầu là cán bộ, công chức, viên chức đang công tác".to_owned()),
                ..case_of_a_record()
            }],
            unsure: true,
            deadlines: vec![
                ("Nộp trực tiếp".to_owned(), "5 ngày làm việc".to_owned()),
                (
                    "Nộp trực tuyến".to_owned(),
                    "Chưa rõ: cơ sở dữ liệu quốc gia ghi “05 ngày; 25 ngày”. Xin bạn hỏi cán bộ.".to_owned(),
                ),
            ],
            fees: vec![
                ("Người thuộc hộ nghèo, người khuyết tật".to_owned(), "Miễn phí".to_owned()),
                (String::new(), "8.000 đồng/bản".to_owned()),
            ],
        },
        qr: "https://motcua.angiang.example/p/1.004884".to_owned(),
        phone: true,
        made_at: moment("2026-11-23T01:05:00Z"),
        reprint: false,
        trial: false,
    }
}

/// Three cases of twenty papers, with names as long as the longest.
pub fn extreme_checklist() -> ChecklistPaper {
    let paper = |n| {
        item(&format!("{} ({n})", longest_name()), "1 bản chính", Some("Mau_so_02c_Phieu_yeu_cau_dang_ky.docx"), false)
    };
    let case =
        |c: usize| CaseLines {
            when: (c > 0).then(longest_name),
            papers: (1..=20)
                .map(|n| {
                    if n % 7 == 0 {
                        paper(c * 20 + n)
                    } else {
                        item(&format!("Giấy ({})", c * 20 + n), "", None, true)
                    }
                })
                .collect(),
            notes: vec![longest_name(); 3],
        };
    let ordinary = checklist();
    ChecklistPaper {
        list: Checklist {
            name: longest_name(),
            official_name: Some(longest_name()),
            cases: (0..3).map(case).collect(),
            fees: vec![(longest_name(), "Chưa rõ".to_owned()); 2],
            ..ordinary.list
        },
        trial: true,
        reprint: true,
        ..ordinary
    }
}

/// A procedure of which next to nothing is known.
pub fn empty_checklist() -> ChecklistPaper {
    let ordinary = checklist();
    ChecklistPaper {
        centre: String::new(),
        list: Checklist {
            official_name: None,
            version: 0,
            bring: Vec::new(),
            cases: Vec::new(),
            unsure: false,
            deadlines: Vec::new(),
            fees: Vec::new(),
            ..ordinary.list
        },
        qr: String::new(),
        phone: false,
        ..ordinary
    }
}

pub fn extreme_ticket() -> TicketPaper {
    TicketPaper {
        centre: "Trung tâm Phục vụ hành chính công đặc khu Phú Quốc và các xã, phường lân cận thuộc tỉnh An Giang"
            .to_owned(),
        label: "AB20071234".to_owned(),
        group: longest_name(),
        counters: (1..=40).collect(),
        ahead: Some(4_294_967_295),
        wait: None,
        qr: "x".repeat(300),
        phone: false,
        reprint: true,
        trial: true,
        ..ticket()
    }
}

/// A number at a centre that says its name and its groups in Khmer too.
pub fn khmer_ticket() -> TicketPaper {
    TicketPaper {
        centre: "Trung tâm Phục vụ hành chính công · មជ្ឈមណ្ឌល\u{200b}សេវា\u{200b}រដ្ឋបាល\u{200b}សាធារណៈ".to_owned(),
        group: "អត្រានុកូលដ្ឋាន (Hộ tịch)".to_owned(),
        ..ticket()
    }
}

/// Khmer in every role: the first article of the Universal Declaration of Human Rights, and what is hard to shape.
pub fn khmer_page() -> Document {
    let article = "មនុស្ស\u{200b}ទាំងអស់ កើតមក\u{200b}មាន\u{200b}សេរីភាព និង\u{200b}ភាព\u{200b}ស្មើៗ\u{200b}គ្នា \
                   ក្នុង\u{200b}សេចក្ដី\u{200b}ថ្លៃថ្នូរ និង\u{200b}សិទ្ធិ។ មនុស្ស\u{200b}គ្រប់រូប \
                   សុទ្ធតែ\u{200b}មាន\u{200b}វិចារណញ្ញាណ និង\u{200b}សតិសម្បជញ្ញៈ \
                   ហើយ\u{200b}ត្រូវ\u{200b}ប្រព្រឹត្ត\u{200b}ចំពោះ\u{200b}គ្នា\u{200b}ទៅវិញទៅមក \
                   ក្នុង\u{200b}ស្មារតី\u{200b}រាប់អាន\u{200b}គ្នា\u{200b}ជា\u{200b}បងប្អូន។";
    let column = |title: &str, share| Column { title: title.to_owned(), share, align: Align::Start };
    Document {
        paper: PaperSize::A5,
        title: "Khmer".to_owned(),
        footer: String::new(),
        blocks: vec![
            Block::centred(Style::Title, "មជ្ឈមណ្ឌល\u{200b}សេវា\u{200b}រដ្ឋបាល\u{200b}សាធារណៈ"),
            Block::text(Style::Body, article),
            Block::text(Style::Strong, article),
            Block::Rows(vec![Row::new("ឈ្មោះ (Họ tên)", "ស្ត្រី ខ្ញុំ កោះ ក្រៅ ត្រូវ"), Row::new("ថ្ងៃខែឆ្នាំ", "០១-០២-២០២៦")]),
            Block::List(vec!["សៀវភៅ\u{200b}គ្រួសារ".to_owned(), "សំបុត្រ\u{200b}កំណើត (1 bản chính)".to_owned()]),
            Block::Table {
                columns: vec![column("ឯកសារ", 2), column("Ghi chú", 1)],
                rows: vec![vec!["អត្តសញ្ញាណប័ណ្ណ".to_owned(), "bản gốc".to_owned()]],
            },
        ],
    }
}

pub fn appointment() -> AppointmentPaper {
    AppointmentPaper {
        centre: CENTRE.to_owned(),
        address: "Số 1 đường Tôn Đức Thắng, phường Long Xuyên, tỉnh An Giang".to_owned(),
        service: "Hộ tịch, quốc tịch, chứng thực".to_owned(),
        start: moment("2026-11-25T02:00:00Z"),
        until: moment("2026-11-25T02:30:00Z"),
        opens: moment("2026-11-25T01:30:00Z"),
        late_after: moment("2026-11-25T02:15:00Z"),
        code: "K7M-3XP".to_owned(),
        qr: "https://motcua.angiang.example/a/01936a7e-7b1c-7c3a-9d5e-6f2b8a4c1d0e".to_owned(),
        phone: true,
        reprint: false,
        trial: false,
    }
}

/// The code with which the sample is paid.
pub fn transfer() -> Transfer {
    let bank = BankAccount {
        bin: "970415".to_owned(),
        account: "101234567890".to_owned(),
        name: "VietinBank – Trung tâm Phục vụ hành chính công tỉnh An Giang".to_owned(),
    };
    Transfer {
        qr: bank.payload(Vnd(24_000), "A7KM-3XPT").expect("a sound account"),
        to: format!("{} · {}", bank.name, bank.account),
        purpose: "Nop ho so A7KM3XPT".to_owned(),
    }
}

pub fn receipt() -> ReceiptPaper {
    ReceiptPaper {
        centre: CENTRE.to_owned(),
        code: "A7KM-3XPT".to_owned(),
        procedure_name: "Đăng ký khai sinh".to_owned(),
        procedure_code: "1.001193".to_owned(),
        applicant_name: "Nguyễn Thị Bưởi".to_owned(),
        masked_number: "089•••••1234".to_owned(),
        made_at: moment("2026-11-23T01:05:00Z"),
        received_at: Some(moment("2026-11-23T01:05:02Z")),
        sent: true,
        refused: false,
        papers_sent: vec!["Giấy chứng sinh (2 trang)".to_owned(), "Tờ khai đăng ký khai sinh".to_owned()],
        to_show: vec!["Giấy chứng sinh: 1 bản chính".to_owned(), "Căn cước của người đi đăng ký".to_owned()],
        fees: vec![
            ("Lệ phí đăng ký khai sinh quá hạn".to_owned(), Vnd(8_000)),
            ("Bản sao trích lục (2 bản)".to_owned(), Vnd(16_000)),
        ],
        deadline_words: "Trong ngày làm việc; nhận sau 15 giờ thì trả ngày làm việc tiếp theo".to_owned(),
        time: TimeWanted::parse("2026-11-25T08:30").map(SubmissionTime::unsent),
        delivery: "Gửi qua bưu điện về nhà: 12 Trần Hưng Đạo, Phường Long Xuyên, Tỉnh An Giang".to_owned(),
        ladder: ladder(
            moment("2026-11-23T01:05:00Z"),
            Some(moment("2026-11-23T01:05:02Z")),
            None,
            Some(&Payment::opened(Vnd(24_000), moment("2026-11-23T01:05:02Z"))),
        ),
        payment: Some(ReceiptPayment { total: Vnd(24_000), transfer: Some(transfer()), state: PaymentState::Waiting }),
        qr: "https://motcua.example/d/0123456789abcdef0123456789abcdef".to_owned(),
        phone: true,
        reprint: false,
        trial: false,
    }
}

pub fn extreme_receipt() -> ReceiptPaper {
    ReceiptPaper {
        procedure_name: longest_name(),
        applicant_name: "Công Tằng Tôn Nữ Nguyễn Phước Hoàng Trần Lê Thị Phương Quỳnh Như Ý Khuê Tuyết Ngưng"
            .to_owned(),
        papers_sent: (1..=40)
            .map(|i| format!("Giấy tờ số {i}: văn bản ủy quyền được chứng thực theo quy định"))
            .collect(),
        to_show: (1..=40).map(|i| format!("Bản chính số {i}")).collect(),
        fees: (1..=8).map(|i| (format!("Phí thẩm định hồ sơ loại {i} theo quy định"), Vnd(u64::MAX / 16))).collect(),
        deadline_words: "Hai mươi lăm ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ ".repeat(6),
        reprint: true,
        trial: true,
        ..receipt()
    }
}

pub fn empty_receipt() -> ReceiptPaper {
    ReceiptPaper {
        centre: String::new(),
        procedure_name: String::new(),
        procedure_code: String::new(),
        applicant_name: String::new(),
        masked_number: String::new(),
        received_at: None,
        sent: false,
        refused: false,
        papers_sent: Vec::new(),
        to_show: Vec::new(),
        fees: Vec::new(),
        deadline_words: String::new(),
        time: None,
        delivery: String::new(),
        ladder: Vec::new(),
        payment: None,
        ..receipt()
    }
}

pub fn acceptance() -> AcceptancePaper {
    let paper =
        |name: &str, originals, copies, files| AcceptedPaper { name: name.to_owned(), originals, copies, files };
    AcceptancePaper {
        agency: "Ủy ban nhân dân phường Long Xuyên".to_owned(),
        reception: CENTRE.to_owned(),
        place: Some("An Giang".to_owned()),
        dossier_code: "H01.50.05.13-261123-0975".to_owned(),
        applicant_name: Some("Nguyễn Thị Bưởi".to_owned()),
        masked_number: Some("089•••••1234".to_owned()),
        address: Some("Số 12, đường Trần Hưng Đạo, khóm Bình Long 3, phường Long Xuyên, tỉnh An Giang".to_owned()),
        phone: Some("0912 345 678".to_owned()),
        email: None,
        procedure_name: "Đăng ký khai sinh".to_owned(),
        papers: vec![
            paper("Tờ khai đăng ký khai sinh", 0, 0, 1),
            paper("Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp", 1, 0, 0),
            paper("Giấy chứng nhận kết hôn của cha mẹ trẻ em", 0, 1, 0),
        ],
        sets: Some(1),
        deadline_words: Some("Trong ngày làm việc".to_owned()),
        accepted_at: moment("2026-11-23T01:05:00Z"),
        due_at: Some(moment("2026-11-23T09:30:00Z")),
        result_at: Some("Quầy trả kết quả, Trung tâm Phục vụ hành chính công tỉnh An Giang".to_owned()),
        fees: vec![("Lệ phí".to_owned(), Vnd(8_000)), ("Bản sao trích lục".to_owned(), Vnd(16_000))],
        book: Some(2026),
        line: Some(975),
        officer: Some("Trần Văn Hậu".to_owned()),
        reprint: false,
        trial: false,
    }
}

pub fn extreme_acceptance() -> AcceptancePaper {
    let name = "Bản sao có chứng thực của văn bản chứng minh quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn \
                liền với đất theo quy định của pháp luật về đất đai";
    let paper = |i| AcceptedPaper { name: format!("{name} ({i})"), originals: 1, copies: 0, files: 0 };
    AcceptancePaper {
        procedure_name: longest_name(),
        papers: (1..=40).map(paper).collect(),
        applicant_name: Some(
            "Công ty Trách nhiệm hữu hạn Một thành viên Đầu tư Xây dựng Thương mại Dịch vụ Xuất nhập khẩu Thủy sản Cửu \
             Long"
                .to_owned(),
        ),
        email: Some("mot-dia-chi-thu-dien-tu-rat-dai-khong-co-dau-cach@don-vi-truc-thuoc.angiang.gov.vn".to_owned()),
        trial: true,
        reprint: true,
        ..acceptance()
    }
}

pub fn blank_acceptance() -> AcceptancePaper {
    AcceptancePaper {
        agency: String::new(),
        reception: String::new(),
        place: None,
        applicant_name: None,
        masked_number: None,
        address: None,
        phone: None,
        email: None,
        procedure_name: String::new(),
        papers: Vec::new(),
        sets: None,
        deadline_words: None,
        due_at: None,
        result_at: None,
        fees: Vec::new(),
        book: None,
        line: None,
        officer: None,
        ..acceptance()
    }
}

pub fn draft() -> DraftPaper {
    DraftPaper {
        centre: CENTRE.to_owned(),
        procedure_name: "Đăng ký khai sinh".to_owned(),
        code: "A7KM-3XPT".to_owned(),
        qr: "motcua:r:A7KM-3XPT".to_owned(),
        keep_until: moment("2026-12-01T02:00:00Z"),
        card: true,
        birth: true,
        reprint: false,
        trial: false,
    }
}

/// What was saved while the central system did not answer.
pub fn saved_receipt() -> ReceiptPaper {
    let made_at = moment("2026-11-23T01:05:00Z");
    ReceiptPaper {
        received_at: None,
        sent: false,
        ladder: ladder(made_at, None, None, None),
        payment: None,
        phone: false,
        qr: "motcua:d:0123456789abcdef0123456789abcdef".to_owned(),
        ..receipt()
    }
}

pub fn supplement() -> SupplementPaper {
    let made_at = moment("2026-11-24T03:20:00Z");
    let received_at = Some(moment("2026-11-24T03:20:02Z"));
    SupplementPaper {
        centre: CENTRE.to_owned(),
        code: "A7KM-3XPT".to_owned(),
        procedure_name: "Đăng ký khai sinh".to_owned(),
        made_at,
        received_at,
        refused: false,
        papers_sent: vec!["Giấy chứng nhận kết hôn của cha mẹ (1 trang)".to_owned()],
        to_show: vec!["Giấy chứng sinh: 1 bản chính".to_owned()],
        message: true,
        ladder: ladder(made_at, received_at, None, None),
        qr: "https://motcua.example/d/0123456789abcdef0123456789abcdef".to_owned(),
        phone: true,
        reprint: false,
        trial: false,
    }
}

pub fn review() -> ReviewPaper {
    let row = |label: &str, value: &str| ReviewRow { label: label.to_owned(), value: value.to_owned() };
    ReviewPaper {
        centre: CENTRE.to_owned(),
        procedure_name: "Đăng ký khai sinh".to_owned(),
        procedure_code: "1.001193".to_owned(),
        code: "A7KM-3XPT".to_owned(),
        sections: vec![
            ReviewSection {
                page: String::new(),
                title: "Người yêu cầu".to_owned(),
                rows: vec![
                    row("Họ, chữ đệm, tên", "Nguyễn Thị Bưởi"),
                    row("Ngày sinh", "15/06/1995"),
                    row("Nơi cư trú", "Số 12, đường Trần Hưng Đạo, phường Long Xuyên, tỉnh An Giang"),
                ],
            },
            ReviewSection {
                page: String::new(),
                title: "Người được khai sinh".to_owned(),
                rows: vec![
                    row("Họ, chữ đệm, tên", "Trần Nguyễn An"),
                    row("Ngày sinh", "02/10/2026"),
                    row("Nơi sinh", "Bệnh viện Sản - Nhi, phường Long Xuyên, tỉnh An Giang"),
                ],
            },
        ],
        attached: vec![("Giấy chứng sinh".to_owned(), 2), ("Tờ khai đăng ký khai sinh".to_owned(), 1)],
        to_show: vec!["Giấy chứng sinh: 1 bản chính".to_owned(), "Căn cước của người đi đăng ký".to_owned()],
        fees: vec![row("Lệ phí đăng ký khai sinh quá hạn", "8.000 đồng")],
        deadline: "Trong ngày làm việc".to_owned(),
        consents: vec![
            ReviewConsent {
                title: "Giải quyết hồ sơ".to_owned(),
                text: "Tôi đồng ý để Trung tâm dùng thông tin tôi khai trong hồ sơ này để giải quyết thủ tục."
                    .to_owned(),
                given: true,
            },
            ReviewConsent {
                title: "Báo tin qua điện thoại".to_owned(),
                text: "Tôi đồng ý để Trung tâm nhắn tin cho tôi về tình trạng hồ sơ.".to_owned(),
                given: false,
            },
        ],
        person: "Nguyễn Thị Bưởi".to_owned(),
        officer: "Trần Văn Hậu".to_owned(),
        printed_at: moment("2026-11-23T01:05:00Z"),
        keep_until: moment("2026-12-01T02:00:00Z"),
        content_sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
        reprint: false,
        trial: false,
    }
}
