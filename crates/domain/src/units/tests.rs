use std::path::Path;

use super::*;

fn names(communes: &[&Commune]) -> Vec<String> {
    communes.iter().map(|commune| commune.name.clone()).collect()
}

#[test]
fn the_shipped_table_has_all_provinces_and_the_communes_of_an_giang() {
    let units = Units::shipped();
    assert_eq!(units.provinces().len(), 34);
    assert_eq!(units.provinces().iter().filter(|one| one.kind == ProvinceKind::City).count(), 7);
    let communes = units.communes_of("91");
    let count = |kind| communes.iter().filter(|one| one.kind == kind).count();
    assert_eq!((count(CommuneKind::Commune), count(CommuneKind::Ward), count(CommuneKind::SpecialZone)), (85, 14, 3));
    assert!(units.knows_communes_of("91") && !units.knows_communes_of("92") && !units.knows_communes_of("00"));
    let rach_gia = units.commune("30742").expect("known");
    assert_eq!((rach_gia.name.as_str(), rach_gia.province.as_str()), ("Phường Rạch Giá", "91"));
    assert_eq!(units.province("91").map(|one| one.name.as_str()), Some("Tỉnh An Giang"));
    assert!(units.province("89").is_none() && units.commune("30743").is_none());
    assert_eq!(communes.first().map(|one| one.name.as_str()), Some("Xã An Biên"), "in the order of the alphabet");
}

#[test]
fn the_shipped_table_is_as_the_published_one() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/administrative-units.json");
    let Ok(published) = std::fs::read_to_string(&file) else {
        eprintln!("skipped: no {}", file.display());
        return;
    };
    let published = read_units(&published).expect("the published table is read");
    let change = Units::shipped().change(&published);
    assert_eq!((change.provinces, change.communes), (34, 3321));
    assert_eq!((change.added, change.renamed, change.gone), (3321 - 102, Vec::new(), Vec::new()));
    let all = Units::shipped().with_imported(&published);
    assert!(all.provinces().iter().all(|province| all.knows_communes_of(&province.code)));
    assert_eq!(Units::shipped().communes_of("91"), all.communes_of("91"));
    assert_eq!(read_units(&serde_json::to_string(&all.table()).expect("JSON")).expect("read back"), all.table());
}

#[test]
fn communes_are_found_however_they_are_typed() {
    let units = Units::shipped();
    let first = |query| names(&units.find_communes("91", query)).first().cloned().unwrap_or_default();
    for query in ["phu quoc", "Phú Quốc", "phuquoc", "đk phú quốc", "dac khu phu quoc", "xã phú quốc", "pq", "phú q"]
    {
        assert_eq!(first(query), "Đặc khu Phú Quốc", "{query}");
    }
    for query in ["p rach gia", "P.Rạch Giá", "rach gia", "phuong rach", "RACH GIA", "xa rach gia"] {
        assert_eq!(first(query), "Phường Rạch Giá", "{query}");
    }
    assert_eq!(first("hoa dien"), first("Hòa Điền"));
    assert_eq!(first("dinh my"), "Xã Định Mỹ");
    assert_eq!(names(&units.find_communes("91", "giang")).first().map(String::as_str), Some("Xã Giang Thành"));
    assert!(names(&units.find_communes("91", "giang")).contains(&"Xã Bình Giang".to_owned()), "also inside a name");
    assert_eq!(units.find_communes("91", "khong co").len(), 0);
    assert_eq!(units.find_communes("91", " ").len(), 102);
    assert_eq!(units.find_communes("91", "phường").len(), 14, "only what it is");
    assert!(names(&units.find_communes("91", "p")).contains(&"Đặc khu Phú Quốc".to_owned()), "p may begin a name");
    assert!(names(&units.find_communes("91", "t")).contains(&"Phường Tân Châu".to_owned()));
    assert_eq!(units.find_communes("92", "").len(), 0, "not known");
}

#[test]
fn provinces_are_found_with_ones_own_first() {
    let units = Units::shipped();
    let all = units.find_provinces("", Some("91"));
    let begin: Vec<_> = all.iter().take(3).map(|one| one.name.as_str()).collect();
    assert_eq!((all.len(), begin), (34, vec!["Tỉnh An Giang", "Tỉnh Bắc Ninh", "Tỉnh Cà Mau"]));
    assert_eq!(units.find_provinces("", Some("92"))[0].code, "92");
    assert_eq!(units.find_provinces("tp hcm", None)[0].name, "Thành phố Hồ Chí Minh");
    assert_eq!(units.find_provinces("da nang", Some("91"))[0].name, "Thành phố Đà Nẵng");
}

#[test]
fn an_address_names_its_province_last() {
    let units = Units::shipped();
    let code = |address| units.named_in(address).map(|one| one.code.clone()).unwrap_or_default();
    assert_eq!(code("Tỉnh An Giang"), "91");
    assert_eq!(code("12 đường Hà Nội, Long Xuyên, an giang."), "91");
    assert_eq!(code("Rạch Giá"), "");
    assert_eq!(code("Xã Huế Xuân, TP. Đà Nẵng"), "48");
}

#[test]
fn an_address_is_written_with_what_there_is() {
    assert_eq!(address_text("Số 12", "Phường Rạch Giá", "Tỉnh An Giang"), "Số 12, Phường Rạch Giá, Tỉnh An Giang");
    assert_eq!(address_text(" ", "Huyện Châu Thành", ""), "Huyện Châu Thành");
}

#[test]
fn imported_units_are_laid_over_and_what_is_different_is_told() {
    let json = r#"[{"code": "92", "name": "Thành phố Cần Thơ", "communes": [{"code": "31117", "name": "phường  Cái Khế"}]},
        {"code": "91", "name": "Thành phố An Giang", "communes": [{"code": "30742", "name": "Phường Rạch Giá Mới"}]}]"#;
    let imported = read_units(json).expect("sound");
    let change = Units::shipped().change(&imported);
    let renamed: Vec<_> = change.renamed.iter().map(|(code, ..)| code.as_str()).collect();
    assert_eq!((change.communes, change.added, renamed, change.gone.len()), (2, 1, vec!["91", "30742"], 101));
    let units = Units::shipped().with_imported(&imported);
    assert_eq!(units.commune("31117").map(|one| one.name.as_str()), Some("Phường Cái Khế"), "tidied");
    assert_eq!(units.provinces().len(), 34);
    assert_eq!(units.communes_of("91").len(), 1);
    assert!(units.commune("31078").is_none());
    let again = units.change(&imported);
    assert_eq!((again.added, again.renamed.len(), again.gone.len()), (0, 0, 0));
}

#[test]
fn a_table_with_a_mistake_is_refused_with_its_record_named() {
    let refused = |json: &str| read_units(json).expect_err("refused").to_string();
    let of = |commune: &str| format!(r#"[{{"code":"92","name":"Tỉnh A","communes":[{commune}]}}]"#);
    let commune = r#"{"code":"31117","name":"Xã B"}"#;
    for (json, words) in [
        ("{}".to_owned(), "list of provinces"),
        ("[]".to_owned(), "no province"),
        (of(""), "province 1 (\"92\", Tỉnh A): it has no communes"),
        (of(&commune.replace("31117", "3111")), "commune 1 (\"3111\", Xã B): a code of 5 digits"),
        (of(&commune.replace("31117", "3111a")), "5 digits"),
        (of(&commune.replace("Xã B", "Huyện B")), "commune 1 (\"31117\", Huyện B): the name must begin"),
        (of(&commune.replace("Xã B", "Tỉnh B")), "the name must begin"),
        (of(&commune.replace("Xã B", "Xã")), "the name must begin"),
        (of(&format!("{commune},{commune}")), "commune 2 (\"31117\", Xã B): the code stood before"),
        (of(&commune.replace("name", "ten")), "list of provinces"),
        (of(commune).replace("\"92\"", "\"092\""), "a code of 2 digits"),
        (of(commune).replace("Tỉnh A", "Xã A"), "must begin with Tỉnh or Thành phố"),
    ] {
        assert!(refused(&json).contains(words), "{json}: {}", refused(&json));
    }
}
