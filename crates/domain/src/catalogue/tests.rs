use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

use serde_json::Value;
use unicode_normalization::is_nfc;

use super::*;
use crate::guide::Forms;

const ICONS: &[&str] = &[
    "family",
    "stamp",
    "house",
    "land",
    "shop",
    "build",
    "heart",
    "scale",
    "car",
    "school",
    "health",
    "tree",
    "id-card",
    "briefcase",
    "other",
];

fn whole(text: &LocalText, of: &str) {
    assert!(!text.vi.trim().is_empty(), "{of}: no Vietnamese");
    assert!(is_nfc(&text.vi), "{of}: {} is not composed", text.vi);
    assert!(text.en.as_ref().is_some_and(|en| !en.trim().is_empty()), "{of}: {} has no English", text.vi);
}

fn is_code(code: &str) -> bool {
    matches!(code.split_once('.'), Some((a, b)) if a.len() == 1 && b.len() == 6 && format!("{a}{b}").bytes().all(|c| c.is_ascii_digit()))
}

#[test]
fn every_procedure_is_complete_in_both_languages() {
    let catalogue = starter();
    assert!(catalogue.procedures.len() >= 24, "{}", catalogue.procedures.len());
    let mut codes = BTreeSet::new();
    for p in &catalogue.procedures {
        let code = &p.code;
        assert!(is_code(code), "{code}");
        assert!(codes.insert(code), "{code} stands twice");
        for text in [&p.name, &p.summary, &p.who].into_iter().chain(&p.outcomes) {
            whole(text, code);
        }
        assert!(!p.levels.is_empty() && !p.channels.is_empty() && !p.outcomes.is_empty(), "{code}");
        assert!(!p.departments.is_empty() && !p.life_events.is_empty() && !p.synonyms.is_empty(), "{code}");
        assert!(p.synonyms.iter().chain(&p.departments).chain([&p.field]).all(|s| is_nfc(s)), "{code}");
        assert!(!p.cases.is_empty(), "{code}");
        for case in &p.cases {
            assert!(case.when.is_some() || p.cases.len() == 1, "{code}: of several cases one has no name");
            case.when.iter().for_each(|when| whole(when, code));
            assert!(!case.papers.is_empty(), "{code}");
            for paper in &case.papers {
                whole(&paper.name, code);
                assert!(
                    paper.originals.unwrap_or(0) + paper.copies > 0,
                    "{code}: {} is a note, not a paper",
                    paper.name.vi
                );
            }
        }
        for channel in &p.channels {
            channel.fees.iter().for_each(|fee| whole(&fee.what, code));
        }
        let online = p.channels.iter().any(|c| c.kind == ChannelKind::Online);
        assert_eq!(online, p.online != Some(OnlineLevel::Information), "{code}");
    }
}

#[test]
fn groups_and_life_events_are_distinct_and_used() {
    let catalogue = starter();
    assert!(catalogue.groups.len() >= 8 && catalogue.life_events.len() >= 8);
    let prefixes: BTreeSet<char> = catalogue.groups.iter().map(|g| g.prefix).collect();
    assert_eq!(prefixes.len(), catalogue.groups.len(), "a prefix stands twice");
    assert!(prefixes.iter().all(|c| c.is_ascii_uppercase() && !"IOQ".contains(*c)));
    for group in &catalogue.groups {
        whole(&group.name, &group.id);
        assert!(ICONS.contains(&group.icon.as_str()), "{}", group.icon);
        assert!(catalogue.procedures.iter().any(|p| p.group.as_ref() == Some(&group.id)), "{} is empty", group.id);
    }
    for event in &catalogue.life_events {
        whole(&event.name, &event.id);
        assert!(ICONS.contains(&event.icon.as_str()), "{}", event.icon);
        assert!(catalogue.of_life_event(&event.id).next().is_some(), "{} is empty", event.id);
    }
    for p in &catalogue.procedures {
        assert!(p.group.as_ref().is_some_and(|group| catalogue.group(group).is_some()), "{}: {:?}", p.code, p.group);
        for event in &p.life_events {
            assert!(catalogue.life_events.iter().any(|e| e.id == *event), "{}: {event}", p.code);
        }
    }
}

#[test]
fn what_is_asked_for_most_is_said_in_plain_words() {
    let catalogue = starter();
    let more: Vec<Value> = serde_json::from_str(include_str!("../../catalogue/words.json")).expect("JSON");
    let own = catalogue.procedures.iter().map(|one| one.code.as_str());
    let codes: Vec<&str> = own.chain(more.iter().map(|one| one["code"].as_str().expect("a code"))).collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "one stands twice");
    assert!(codes.len() >= 60, "{}", codes.len());
    for code in codes {
        assert!(is_code(code), "{code}");
        let words = shipped_words(code).expect("words");
        for text in [&words.name, &words.summary].into_iter().chain(&words.bring) {
            whole(text, code);
        }
        let sentences = words.summary.vi.split_inclusive(['.', '?', '!']).filter(|part| !part.trim().is_empty());
        assert_eq!(sentences.filter(|part| part.trim().chars().count() > 3).count(), 2, "{code}: {}", words.summary.vi);
        assert!((2..=6).contains(&words.bring.len()) && words.synonyms.len() >= 2, "{code}");
        let known = |event: &String| catalogue.life_events.iter().any(|one| one.id == *event);
        assert!(words.life_events.iter().all(known), "{code}: {:?}", words.life_events);
    }
}

#[test]
fn fields_lead_to_groups_there_are() {
    let fields: std::collections::BTreeMap<String, Option<String>> =
        serde_json::from_str(include_str!("../../catalogue/fields.json")).expect("JSON");
    for (field, group) in fields {
        assert!(is_nfc(&field), "{field}");
        assert!(group.is_none_or(|group| starter().group(&group).is_some()), "{field}");
    }
    for one in &starter().procedures {
        assert_eq!(group_of_field(&one.field), one.group.as_deref(), "{}", one.code);
    }
    assert_eq!(group_of_field("Hộ  tịch"), Some("ho-tich"));
    assert_eq!(group_of_field("Hải quan"), None);
}

#[test]
fn plain_words_are_laid_over_facts_and_taken_off_again() {
    let line = r#"{"ma_thu_tuc":"1.004884","ten_thu_tuc":"Thủ tục đăng ký lại khai sinh","linh_vuc":"Hộ tịch","cap_thuc_hien":"Cấp xã",
        "thanh_phan_ho_so":"--Tên giấy tờMẫu đơn, tờ khaiSố lượngTờ khaiMau.docx1 bản chính",
        "cach_thuc_thuc_hien":"Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến5 Ngày làm việcMiễn phí"}"#;
    let record = super::national::read_line(&line.replace('\n', "")).expect("a record");
    let facts = Procedure::of_record(&record, 7);
    assert_eq!(
        (facts.version, facts.group.as_deref(), Forms::shipped().way_on(&facts)),
        (7, Some("ho-tich"), WayOn::AnyForm)
    );
    assert_eq!(facts.cases[0].papers[0].form.as_deref(), Some("Mau.docx"));
    let said = facts.clone().in_plain_words(shipped_words("1.004884").expect("words"));
    assert_eq!(said.name.vi, "Đăng ký lại khai sinh");
    assert_eq!(said.official_name.as_deref(), Some("Thủ tục đăng ký lại khai sinh"));
    assert!(!said.bring.is_empty() && said.channels == facts.channels && said.cases == facts.cases);
    assert_eq!(said.wish(), Wish::Again);
    assert_eq!(said.in_plain_words(&PlainWords::default()), facts);
}

#[test]
fn a_shelf_is_leafed_through() {
    let shelf = shelf();
    let fields = shelf.headings(Under::Field);
    assert_eq!(fields.iter().map(|(_, count)| count).sum::<usize>(), starter().procedures.len());
    for (field, count) in fields {
        assert_eq!(shelf.under(Under::Field, &field).len(), count, "{field}");
    }
    let letters: Vec<String> = shelf.headings(Under::Letter).into_iter().map(|(letter, _)| letter).collect();
    assert!(letters.contains(&"Đ".to_owned()) && letters.contains(&"C".to_owned()), "{letters:?}");
    assert!(shelf.under(Under::Letter, "Đ").iter().all(|one| one.name.vi.starts_with(['Đ', 'đ'])));
    let with_d = Procedure { code: "1.000000".to_owned(), ..starter().procedures[0].clone() };
    let with_d = with_d.in_plain_words(&PlainWords::default());
    let thu_tuc = LocalText { vi: "Thủ tục đi biển".to_owned(), en: None };
    let thu_tuc = Procedure { code: "1.000001".to_owned(), name: thu_tuc, ..with_d.clone() };
    let with_d = Procedure { name: LocalText { vi: "Di chuyển hài cốt".to_owned(), en: None }, ..with_d };
    let more = Shelf::new(starter().procedures.iter().cloned().chain([with_d, thu_tuc]));
    assert!(more.under(Under::Letter, "Đ").iter().any(|one| one.code == "1.000001"));
    assert_eq!(more.under(Under::Letter, "D").iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["1.000000"]);
    let of = starter().of_life_event("co-con").count();
    assert_eq!(shelf.under(Under::LifeEvent, "co-con").len(), of);
    let wanted = shelf.find_wanted("ho kinh doanh", 12);
    assert_eq!(wanted[0].procedures[0].code, "1.001612");
    let wishes: Vec<Wish> = wanted.iter().map(|group| group.wish).collect();
    assert_eq!(wishes.iter().collect::<BTreeSet<_>>().len(), wishes.len(), "{wishes:?}");
}

#[test]
fn a_deadline_is_promised_only_where_all_rows_agree() {
    let mut one = starter().procedure("1.001193").expect("birth registration").clone();
    assert_eq!(one.online_deadline(), Some(&Deadline::SameDay));
    let online = one.channels.iter().find(|channel| channel.kind == ChannelKind::Online).expect("online").clone();
    one.channels.push(Channel {
        deadline: Some(Deadline::WorkingDays(5)),
        note: "khi phải xác minh".to_owned(),
        ..online
    });
    assert_eq!(one.online_deadline(), None);
    one.channels.retain(|channel| channel.note.is_empty());
    one.channels.iter_mut().for_each(|channel| channel.deadline = Some(Deadline::Unknown("5 hoặc 7".to_owned())));
    assert_eq!(one.online_deadline(), None);
}

#[test]
fn fees_and_deadlines_say_for_which_way_they_are_where_that_matters() {
    let vi = crate::words::Words::of(crate::words::Locale::Vi);
    let mut one = starter().procedure("1.001193").expect("birth registration").clone();
    assert_eq!(one.fees_in_words(vi), [("Lệ phí đăng ký khai sinh".to_owned(), "Miễn phí".to_owned())]);
    assert_eq!(one.deadlines_in_words(vi).len(), 1);
    let fee = |amount| Fee {
        amount: Some(crate::payment::Vnd(amount)),
        unit: None,
        what: LocalText::default(),
        original: None,
    };
    let row = |kind, amount, deadline| Channel { kind, deadline, fees: vec![fee(amount)], note: String::new() };
    one.channels =
        vec![row(ChannelKind::Online, 0, Some(Deadline::WorkingDays(5))), row(ChannelKind::InPerson, 8_000, None)];
    let line = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(one.fees_in_words(vi), [line("Nộp trực tuyến", "Miễn phí"), line("Nộp trực tiếp", "8.000 đồng")]);
    assert_eq!(one.deadlines_in_words(vi), [line("Nộp trực tuyến", "5 ngày làm việc")]);
}

/// Every number in a text, `10,000` and `10.000` read as 10000 and `03` as 3.
fn numbers(text: &str) -> BTreeSet<u64> {
    let joined: Vec<char> = text.chars().collect();
    let mut found = BTreeSet::new();
    let mut digits = String::new();
    for (i, c) in joined.iter().enumerate() {
        let three = |from: usize| joined.get(from..from + 3).is_some_and(|d| d.iter().all(char::is_ascii_digit));
        match c {
            '0'..='9' => digits.push(*c),
            '.' | ',' if !digits.is_empty() && three(i + 1) => {}
            _ => found.extend(std::mem::take(&mut digits).parse::<u64>()),
        }
    }
    found.extend(digits.parse::<u64>());
    found
}

#[test]
fn facts_are_those_of_the_national_records() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/procedures.jsonl.gz");
    let Ok(file) = std::fs::File::open(path) else {
        println!("skipped: the national records are not here");
        return;
    };
    let mut lines = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut lines).expect("readable records");
    let records: Vec<Value> = lines.lines().map(|l| serde_json::from_str(l).expect("a record")).collect();
    for p in &starter().procedures {
        let record = records.iter().find(|r| r["ma_thu_tuc"] == p.code.as_str());
        let record = record.unwrap_or_else(|| panic!("{} is not in the records", p.code));
        assert_eq!(record["linh_vuc"], p.field.as_str(), "{}", p.code);
        let ways = record["cach_thuc_thuc_hien"].as_str().unwrap_or_default();
        let text = format!("{ways}\n{}", record["trinh_tu_thuc_hien"].as_str().unwrap_or_default());
        let known = numbers(&text);
        for channel in &p.channels {
            for fee in &channel.fees {
                let amount = fee.amount.expect("what the product ships is certain");
                let stated = if amount.0 == 0 { ways.contains("Miễn phí") } else { known.contains(&amount.0) };
                assert!(stated, "{}: {amount} is not in the record", p.code);
            }
            let stated = match channel.deadline.as_ref().expect("what the product ships has one") {
                Deadline::SameDay => text.contains("15 giờ"),
                Deadline::WorkingHours(n) | Deadline::Months(n) => known.contains(&u64::from(*n)),
                Deadline::WorkingDays(n) => {
                    text.contains(&format!("{n} Ngày làm việc")) || text.contains(&format!("{n:02} ngày làm việc"))
                }
                Deadline::CalendarDays(n) => {
                    text.contains(&format!("{n} Ngày")) && !text.contains(&format!("{n} Ngày làm việc"))
                }
                Deadline::Unknown(words) => numbers(words).is_subset(&known),
            };
            assert!(stated, "{}: {:?} is not in the record", p.code, channel.deadline);
        }
    }
}

fn shelf() -> Shelf {
    Shelf::new(starter().procedures.iter().cloned())
}

#[test]
fn people_find_what_they_mean() {
    let shelf = shelf();
    let find = |query: &str, limit| shelf.find(query, limit);
    let queries: &[(&str, &str)] = &[
        ("dk tam tru", "1.004194"),
        ("đăng ký tạm trú", "1.004194"),
        ("tạm trú", "1.004194"),
        ("o tro", "1.004194"),
        ("giay doc than", "1.004873"),
        ("xac nhan hn", "1.004873"),
        ("tinh trang hon nhan", "1.004873"),
        ("lam giay khai sinh cho con", "1.001193"),
        ("khai sinh", "1.001193"),
        ("dkks", "1.001193"),
        ("kai sinh", "1.001193"),
        ("sinh con", "1.001193"),
        ("birth", "1.001193"),
        ("khai sin", "1.001193"),
        ("sao y", "2.000815"),
        ("sao y ban chinh", "2.000815"),
        ("chung thuc bs", "2.000815"),
        ("công chứng cccd", "2.000815"),
        ("photo cong chung", "2.000815"),
        ("1.001193", "1.001193"),
        ("1001193", "1.001193"),
        ("2000815", "2.000815"),
        ("ket hon", "1.000894"),
        ("dkkh", "1.000894"),
        ("đăng ký kết hôn", "1.000894"),
        ("hon ket", "1.000894"),
        ("khai tu", "1.000656"),
        ("giay chung tu", "1.000656"),
        ("trich luc khai sinh", "2.000635"),
        ("mat giay khai sinh", "2.000635"),
        ("doi ten", "1.004859"),
        ("cai chinh ho tich", "1.004859"),
        ("nhan cha cho con", "1.001022"),
        ("chung thuc chu ky", "2.000884"),
        ("uy quyen", "2.000884"),
        ("di chuc", "2.001019"),
        ("nhap ho khau", "1.004222"),
        ("thường trú", "1.004222"),
        ("thuong truu", "1.004222"),
        ("tach ho", "1.010038"),
        ("ct07", "1.010041"),
        ("so do", "1.013978"),
        ("gcn qsdd", "1.013978"),
        ("mat so do", "1.012786"),
        ("tach thua", "1.012784"),
        ("tranh chap dat", "1.012812"),
        ("xin phep xay nha", "1.013225"),
        ("giay phep xay dung", "1.013225"),
        ("xem quy hoach", "1.014159"),
        ("dk hkd", "1.001612"),
        ("mo quan", "1.001612"),
        ("ho kinh doanh", "1.001612"),
        ("lap cong ty", "2.001610"),
        ("dang ky xe may", "1.012575"),
        ("mat ca vet", "1.013082"),
        ("passport", "1.001456"),
        ("hộ chiếu", "1.001456"),
        ("mat ho chieu", "1.001445"),
        ("attp", "2.001827"),
        ("tau ca", "1.003650"),
        ("nuoi ca be", "1.014801"),
        ("luat su mien phi", "2.000829"),
        ("linh luong huu thay", "1.001601"),
    ];
    let missed: Vec<_> = queries
        .iter()
        .map(|(query, code)| (query, code, find(query, 3)))
        .filter(|(_, code, found)| found.iter().all(|p| p.code != **code))
        .map(|(query, _, found)| (query, found.iter().map(|p| p.code.clone()).collect::<Vec<_>>()))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
    for (query, code) in [
        ("dk tam tru", "1.004194"),
        ("giay doc than", "1.004873"),
        ("lam giay khai sinh cho con", "1.001193"),
        ("sao y", "2.000815"),
        ("1.001193", "1.001193"),
        ("ket hon", "1.000894"),
        ("khai sinh", "1.001193"),
    ] {
        assert_eq!(find(query, 5)[0].code, code, "{query}");
    }
}

#[test]
fn nothing_is_found_for_nothing() {
    let shelf = shelf();
    for query in ["", "  ", ".", "zzzzqqq"] {
        assert!(shelf.find(query, 5).is_empty(), "{query}");
    }
    assert_eq!(shelf.find("dang ky", 2).len(), 2);
}
