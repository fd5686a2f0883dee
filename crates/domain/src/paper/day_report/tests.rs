use super::*;
use crate::paper::official::tests::{assert_order, said};
use crate::queue::{Accuracy, Durations, Figures};
use crate::wire::{CounterReport, HourReport, ServiceReport};

const MINUTE: i64 = 60_000;

fn name(name: &str) -> Name {
    Name::from(name)
}

fn figures(issued: u32, waited: i64) -> Figures {
    let took = |mean: i64| Durations { mean, median: mean, most: mean * 2, longest: mean * 3 };
    Figures {
        issued,
        called: issued,
        finished: issued - 1,
        no_show: 1,
        waiting: took(waited * MINUTE),
        serving: took(4 * MINUTE),
        ..Figures::default()
    }
}

fn paper() -> DayReportPaper {
    let in_group =
        |place, group: &str, service: &str| InGroup { group: (place, group.to_owned()), service: service.to_owned() };
    let names = [
        (name("khai-sinh"), in_group(0, "Hộ tịch", "Khai sinh")),
        (name("ket-hon"), in_group(0, "Hộ tịch", "Kết hôn")),
        (name("dat-dai"), in_group(1, "Đất đai", "Đất đai")),
    ];
    let service = |service: &str, issued, waited| ServiceReport {
        service: name(service),
        figures: figures(issued, waited),
        accuracy: None,
    };
    let opened = "2026-11-23T00:30:00Z".parse().expect("a moment");
    let report = DayReport {
        date: jiff::civil::date(2026, 11, 23),
        until: Some("2026-11-23T09:58:00Z".parse().expect("a moment")),
        hall: figures(1_060, 7),
        services: vec![
            service("khai-sinh", 30, 10),
            service("ket-hon", 10, 2),
            service("dat-dai", 20, 5),
            service("da-bo", 1_000, 1),
        ],
        counters: vec![CounterReport {
            number: 3,
            opened_at: Some(opened),
            open: 455 * MINUTE,
            breaks: 0,
            on_break: 0,
            served: 59,
            busy: 236 * MINUTE,
            serving: Durations { mean: 4 * MINUTE, median: 4 * MINUTE, most: 8 * MINUTE, longest: 12 * MINUTE },
        }],
        hours: vec![
            HourReport { hour: 7, issued: 40, waiting: Some(8 * MINUTE + 6_000) },
            HourReport { hour: 8, issued: 0, waiting: None },
        ],
        calls: Default::default(),
        accuracy: Accuracy { told: 50, silent: 2, error: 150.0, late: -90.0, covered: 0.814 },
        ratings: Default::default(),
    };
    DayReportPaper {
        agency: "UBND tỉnh An Giang".to_owned(),
        centre: "Trung tâm Phục vụ hành chính công".to_owned(),
        place: Some("An Giang".to_owned()),
        names: ServiceNames(names.into()),
        report,
        at: "2026-11-23T10:10:00Z".parse().expect("a moment"),
        by: Some("Lê Thị Hồng".to_owned()),
        reprint: false,
        trial: false,
    }
}

fn of(paper: &DayReportPaper) -> Document {
    day_report(paper, Words::of(Locale::Vi))
}

#[test]
fn its_parts_follow_from_the_whole_hall_to_each_counter_and_hour_and_to_the_signatures() {
    let mut paper = paper();
    paper.report.ratings.grades = [1, 0, 2, 5];
    paper.report.ratings.reasons = [(name("cho-lau"), 2)].into();
    let parts = [
        "UBND TỈNH AN GIANG",
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
        "BÁO CÁO NGÀY",
        "Thứ Hai, 23/11/2026",
        "Số liệu đến 16:58, ngày làm việc chưa kết thúc.",
        "Phát số: 1.060",
        "Thời gian",
        "Chờ đến lần gọi đầu | 7 | 7 | 14 | 21",
        "Theo nhóm dịch vụ",
        "Theo dịch vụ",
        "Theo quầy",
        "3 | 07:30 | 455 | – | – | 59 | 236 | 4 | 12",
        "Theo giờ đến",
        "7:00 – 8:00 | 40 | 8,1",
        "8:00 – 9:00 | – | –",
        "Lý do gọi",
        "sai trung bình 2,5 phút; 81 % đúng",
        "gọi sớm hơn đã báo 1,5 phút",
        "Rất hài lòng | 5 | 63 %",
        "Chờ lâu: 2",
        "NGƯỜI LẬP BÁO CÁO (Ký và ghi rõ họ tên) Lê Thị Hồng",
    ];
    assert_order(&of(&paper), &parts);
}

#[test]
fn groups_are_summed_and_their_means_weighed() {
    let said = said(&of(&paper()));
    // 30 waited 10 minutes, 10 waited 2: together 8.
    assert!(said.contains("Hộ tịch | 40 | 38 | 2 | – | 8 | 4"), "{said}");
    assert!(said.contains("Đất đai | 20 | 19 | 1 | – | 5 | 4"), "{said}");
    assert!(said.contains("da-bo | 1.000"), "what is not set up any more keeps its stable name: {said}");
    assert!(said.contains("Cả sảnh | 1.060"), "{said}");
}

#[test]
fn services_are_not_listed_twice_where_each_is_its_group() {
    let mut paper = paper();
    paper.report.services.retain(|line| line.service != name("ket-hon"));
    let said = said(&of(&paper));
    assert!(said.contains("Theo nhóm dịch vụ") && !said.contains("Theo dịch vụ"), "{said}");
}

#[test]
fn a_day_that_is_over_is_not_called_unfinished_and_an_empty_one_has_no_tables() {
    let tomorrow = DayReportPaper { at: "2026-11-24T01:00:00Z".parse().expect("a moment"), ..paper() };
    assert!(!said(&of(&tomorrow)).contains("chưa kết thúc"));
    let mut empty = tomorrow;
    empty.report.until = None;
    let document = of(&empty);
    assert!(said(&document).contains("Không có số liệu ngày Thứ Hai, 23/11/2026"));
    assert!(!document.blocks.iter().any(|block| matches!(block, Block::Table { .. })));
}

#[test]
fn minutes_are_told_as_the_console_tells_them() {
    let told = [0, 30_000, 276_000, 9 * MINUTE, 597_000, 2_340_000].map(minutes);
    assert_eq!(told, ["0", "0,5", "4,6", "9", "10", "39"]);
}
