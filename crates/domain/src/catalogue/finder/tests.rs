use super::*;

fn one(code: &str, name: &str, synonyms: &[&str], field: &str) -> Searchable {
    Searchable {
        code: code.to_owned(),
        name: name.to_owned(),
        synonyms: synonyms.iter().map(|synonym| (*synonym).to_owned()).collect(),
        field: field.to_owned(),
        departments: Vec::new(),
        asked: 0.0,
    }
}

fn finder() -> Finder {
    Finder::new([
        one("1.004194", "Đăng ký tạm trú", &["ở trọ"], "Đăng ký, quản lý cư trú"),
        one("1.002755", "Gia hạn tạm trú", &[], "Đăng ký, quản lý cư trú"),
        one("1.001193", "Thủ tục đăng ký khai sinh", &["làm giấy khai sinh cho con"], "Hộ tịch"),
        one("2.000528", "Thủ tục đăng ký khai sinh có yếu tố nước ngoài", &[], "Hộ tịch"),
        one("1.004873", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân", &[], "Hộ tịch"),
    ])
}

fn codes(query: &str) -> Vec<&'static str> {
    let all = ["1.004194", "1.002755", "1.001193", "2.000528", "1.004873"];
    finder().find(query, 9).iter().map(|hit| all[hit.place]).collect()
}

#[test]
fn words_are_understood_however_they_are_typed() {
    for query in
        ["dk tam tru", "đăng ký tạm trú", "dangkytamtru", "tam tru dang ky", "dang ky tam tr", "dang ki tam tru"]
    {
        assert_eq!(codes(query).first(), Some(&"1.004194"), "{query}: {:?}", finder().find(query, 3));
    }
    assert_eq!(codes("giay doc than"), ["1.004873"]);
    assert_eq!(codes("kai sinh").first(), Some(&"1.001193"));
    assert_eq!(codes("khai sinh nuoc ngoai").first(), Some(&"2.000528"));
    assert_eq!(codes("ho tich").len(), 0, "a field alone says too little beside a name");
}

#[test]
fn a_code_is_found_with_and_without_its_dot() {
    assert_eq!(codes("1.001193"), ["1.001193"]);
    assert_eq!(codes("1001193"), ["1.001193"]);
    assert_eq!(codes("1.00"), [""; 0], "too short to mean one");
}

#[test]
fn a_result_says_what_was_met_and_where() {
    let hit = &finder().find("o tro", 1)[0];
    assert_eq!(hit.met, [Met { asked: "tro".to_owned(), by: "tro".to_owned(), at: Where::Synonym }]);
    let slip = &finder().find("khai sinhh", 1)[0];
    assert_eq!((slip.met[1].by.as_str(), slip.met[1].at), ("sinh", Where::Synonym));
}

#[test]
fn nothing_is_found_for_nothing_and_what_is_asked_more_comes_first() {
    for query in ["", "  ", ".", "zzzzqqq", "🙂"] {
        assert_eq!(finder().find(query, 5), [], "{query}");
    }
    let twice = |asked| {
        let often = Searchable { asked, ..one("2", "Xóa đăng ký thường trú", &[], "") };
        Finder::new([one("1", "Xóa đăng ký tạm trú", &[], ""), often]).find("xoa dang ky", 2)[0].place
    };
    assert_eq!((twice(0.0), twice(1.0)), (0, 1));
}

proptest::proptest! {
    #[test]
    fn any_query_is_answered(query in "\\PC{0,60}") {
        let hits = finder().find(&query, 3);
        proptest::prop_assert!(hits.len() <= 3 && hits.iter().all(|hit| hit.score.is_finite()));
    }
}
