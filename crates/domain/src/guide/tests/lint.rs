//! The linter: silent on what ships, and one broken package for each kind of fault.

use std::collections::BTreeSet;

use super::repeats::REPEATS;
use super::*;
use crate::guide::Package;
use crate::guide::lint::{Finding, PackageFile, lint};
use crate::guide::shipped::PACKAGES;

fn told(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|f| format!("{} {} {}: {}", f.file.name(), f.code, f.place, f.in_words(Locale::En))).collect()
}

#[test]
fn what_ships_has_no_fault() {
    std::thread::scope(|scope| {
        for package in PACKAGES.iter().chain([&REPEATS]) {
            scope.spawn(move || assert_eq!(told(&lint(package)), Vec::<String>::new(), "{}", package.about));
        }
    });
}

/// The example of the documentation: its parts by the headings above them.
#[test]
fn the_form_that_is_written_down_as_an_example_has_no_fault() {
    let told_of = include_str!("../../../../../docs/forms.md");
    let part = |file: &str| {
        let (_, behind) = told_of.split_once(&format!("### {file}\n```")).expect("a heading");
        behind.split_once('\n').and_then(|(_, text)| text.split_once("```")).expect("a block").0
    };
    let (schema, ui, about, words) = (part("schema.json"), part("ui.json"), part("form.json"), part("vi.ftl"));
    assert_eq!(told(&lint(&Package { schema, ui, about, words: [words, words] })), Vec::<String>::new());
}

/// The sample package with something replaced in one of its files; it must be there.
fn broken(file: PackageFile, from: &str, to: &str) -> Vec<Finding> {
    let mut files = [REPEATS.schema, REPEATS.ui, REPEATS.about, REPEATS.words[0], REPEATS.words[1]].map(str::to_owned);
    let place = PackageFile::ALL.iter().position(|other| *other == file).expect("a file");
    assert!(files[place].contains(from), "{from} is in {}", file.name());
    files[place] = files[place].replacen(from, to, 1);
    let [schema, ui, about, vi, en] = &files;
    lint(&Package { schema, ui, about, words: [vi, en] })
}

#[test]
fn every_kind_of_fault_is_found_and_said_in_both_languages() {
    use PackageFile::{About, En, Schema, Ui, Vi};
    let paper = r#""id": "original","#;
    let fee = r#""id": "witnesses", "each": 10000,"#;
    let has = r##""scope": "#/properties/has_witnesses", "schema": { "const": true }, "failWhenUndefined": true"##;
    let never = has.replace("true }", "7 }");
    let always = has.replace(r#"{ "const": true }"#, r#"{ "type": "boolean" }"#);
    let late = has.replace("has_witnesses", "originals");
    let required = r#""value", "has_witnesses", "originals"]"#;
    let hidden = r#""else": { "properties": { "witnesses": false } }"#;
    let widget = r#""options": { "widget": "amount" }"#;
    let empty = r#"{ "type": "Category", "label": "nothing", "elements": [] },
        { "type": "Category", "label": "original_scan""#;
    // So many numbers that the pages of two originals cannot be tried together.
    let many = format!(r#"{{ "enum": {:?} }}"#, (1..=30).map(|n| n * 4).collect::<Vec<_>>());
    let age = r#""age": { "type": "integer", "minimum": 0, "maximum": 9 }, "value": {"#;
    let cases: Vec<(PackageFile, &str, String, &str, PackageFile, &str)> = vec![
        (Schema, r#""type": "object","#, r#""type": "thing","#.to_owned(), "unusable", Ui, ""),
        (Ui, r#""label": "value","#, r#""label": "value", "script": "x","#.to_owned(), "unusable", Ui, ""),
        (Vi, "Bạn tên gì?", "Bạn te\u{302}n gì?".to_owned(), "not-composed", Vi, "1"),
        (Vi, "Bạn tên gì?", "<script>x</script>".to_owned(), "executable", Vi, "1"),
        (Schema, r#""minLength": 2"#, r#""pattern": "^javascript:", "minLength": 2"#.to_owned(), "executable", Schema, "5"),
        (Schema, r#""value": {"#, r#""value": { "type": "integer" }, "value": {"#.to_owned(), "repeated-name", Schema, "value"),
        (About, fee, r#""id": "copies", "each": 10000,"#.to_owned(), "repeated-name", About, "copies"),
        (Vi, "phone =", "phone = Số\nphone =".to_owned(), "repeated-name", Vi, "phone"),
        (Schema, r#""minLength": 2"#, r#""$ref": "https://example.org/x.json""#.to_owned(), "reference", Schema, "/properties/applicant_name/$ref"),
        (Schema, r#""minLength": 2"#, r#""onClick": "x", "minLength": 2"#.to_owned(), "unknown-keyword", Schema, "/properties/applicant_name/onClick"),
        (Ui, has, has.replace(r#"{ "const": true }"#, r#"{ "konst": true }"#), "unknown-keyword", Ui, "/elements/3/rule/condition/schema/konst"),
        (Ui, r#""label": "value","#, r#""label": "Giá trị","#.to_owned(), "bad-name", Ui, "Giá trị"),
        (Ui, r#"{ "type": "Category", "label": "original_scan""#, empty.to_owned(), "empty-page", Ui, "nothing"),
        (Ui, r#""evidence": "original" }, "elements": []"#, r#""evidence": "original" }, "elements": [{ "type": "Label", "text": "originals-note" }]"#.to_owned(), "mixed-page", Ui, "original_scan"),
        (Ui, r##"{ "type": "Control", "scope": "#/properties/has_witnesses""##, r##"{ "type": "Control", "scope": "#/properties/address", "options": { "widget": "text" } }, { "type": "Control", "scope": "#/properties/phone", "options": { "widget": "phone" } }, { "type": "Control", "scope": "#/properties/has_witnesses""##.to_owned(), "crowded-page", Ui, "value"),
        (About, r#""attach": "required""#, r#""attach": "never""#.to_owned(), "page-never-shown", Ui, "original_scan"),
        (Ui, has, r##""scope": "#", "schema": {}"##.to_owned(), "rule-of-nothing", Ui, "witnesses"),
        (Ui, has, late, "late-rule", Ui, "witnesses"),
        (Schema, r#""value": {"#, r#""gifts": { "type": "array", "maxItems": 2, "items": { "type": "object", "unevaluatedProperties": false } }, "value": {"#.to_owned(), "group-without-page", Ui, "gifts"),
        (Ui, r#"items/properties/name", "options": { "widget": "name""#, r#"items/properties/name", "options": { "widget": "name", "prefill": "name""#.to_owned(), "prefill-in-group", Ui, "witnesses/name"),
        (Ui, r#""consent": "contact""#, r#""consent": "spam""#.to_owned(), "unknown-consent", Ui, "phone"),
        (Ui, r#", "consent": "contact""#, String::new(), "phone-without-consent", Ui, "phone"),
        (Ui, r#""day": "past""#, r#""age": [{ "at_least": 18, "of": "address" }]"#.to_owned(), "age-of-no-date", Ui, "applicant_birth_date"),
        (Ui, r#""day": "past""#, format!(r#""age": [{{ "at_least": 18, "when": {{ {has} }} }}]"#), "late-rule", Ui, "applicant_birth_date"),
        (Ui, widget, r#""options": { "widget": "amount", "day": "past" }"#.to_owned(), "widget-type", Schema, "value"),
        (Schema, r#"["family", "neighbour", "other"]"#, "[]".to_owned(), "widget-type", Schema, "witnesses/relation"),
        (Schema, r#"["family", "neighbour", "other"]"#, "[1, 2]".to_owned(), "widget-type", Schema, "witnesses/relation"),
        (Schema, r#", "enum": ["family", "neighbour", "other"]"#, String::new(), "widget-type", Schema, "witnesses/relation"),
        (Schema, r#""relation": { "type""#, r##""relation": { "dependentSchemas": { "a": { "$ref": "#" } }, "type""##.to_owned(), "reference", Schema, "/properties/witnesses/items/properties/relation/dependentSchemas/a/$ref"),
        (Schema, r#""type": "object","#, r##""type": "object", "$ref": "#","##.to_owned(), "reference", Schema, "/$ref"),
        (About, r#""version": 1"#, r#""version": 1, "supplement": true"#.to_owned(), "supplement", About, "supplement"),
        (Ui, widget, r#""options": { "widget": "amount", "offers": [{ "answer": "originals" }] }"#.to_owned(), "unknown-offer", Ui, "value"),
        (Ui, widget, r#""options": { "widget": "phone" }"#.to_owned(), "widget-type", Schema, "value"),
        (About, r#""phone": "phone""#, r#""phone": "telephone""#.to_owned(), "unknown-field", About, "telephone"),
        (About, r#""count": "copies""#, r#""count": "sheets""#.to_owned(), "unknown-field", About, "originals/sheets"),
        (About, paper, r#""id": "extra", "originals": 0, "copies": 0, "attach": "optional" }, { "id": "original","#.to_owned(), "paper-without-page", About, "extra"),
        (About, fee, format!(r#"{fee} "channel": "online","#), "fee-channel-missing", About, "in_person"),
        (About, fee, format!(r#"{fee} "channel": "post","#), "fee-by-post", About, "witnesses"),
        (Schema, r#"        "unevaluatedProperties": false
      }
    },
    "originals""#, r#"        "title": "x"
      }
    },
    "originals""#.to_owned(), "open-schema", Schema, "witnesses"),
        (Schema, r#""value": {"#, age.to_owned(), "not-asked", Schema, "age"),
        (Schema, r#""title": { "type": "string","#, r#""title": { "type": "string", "pattern": "^[0-9]+$","#.to_owned(), "no-example", Schema, "originals/title"),
        (Ui, has, never, "unreachable-page", Ui, "witnesses"),
        (Ui, r#"{ "minItems": 2 }"#, r#"{ "minItems": 4 }"#.to_owned(), "rule-never", Ui, "originals-witnessed"),
        (About, r#"{ "maximum": 10 }"#, r#"{ "maximum": 0 }"#.to_owned(), "rule-never", About, "original"),
        (About, r#"{ "maximum": 10 }"#, many, "not-all-tried", Ui, "originals, originals/pages"),
        (About, r#"{ "maximum": 10 }"#, r#"{ "maximum": 500 }"#.to_owned(), "rule-always", About, "original"),
        (Ui, has, always, "rule-always", Ui, "witnesses"),
        (Schema, required, r#""value", "has_witnesses", "witnesses", "originals"]"#.to_owned(), "required-but-hidden", Schema, "witnesses"),
        (Schema, r#""then": { "required": ["witnesses"] }"#, r#""then": { "properties": { "value": false } }"#.to_owned(), "asked-but-forbidden", Schema, "value"),
        (Schema, hidden, r#""else": { "title": "x" }"#.to_owned(), "hidden-but-allowed", Schema, "witnesses"),
        (Schema, r#""else": { "properties": { "how": false } }"#, r#""else": { "title": "x" }"#.to_owned(), "hidden-but-allowed", Schema, "witnesses/how"),
        (Schema, r#""const": "other" } }, "required": ["relation"] }"#, r#""const": "family" } }, "required": ["relation"] }"#.to_owned(), "required-but-hidden", Schema, "witnesses/how"),
        (
            Schema,
            "\"required\": [\"name\", \"relation\"],\n        \"allOf\": [",
            r#""required": ["relation"], "allOf": [{
                "if": { "properties": { "relation": { "const": "other" } }, "required": ["relation"] },
                "then": { "required": ["name"] }
            },"#
                .to_owned(),
            "shown-but-not-required",
            Schema,
            "witnesses/name",
        ),
        (En, "phone =", "telephone =".to_owned(), "missing-word", En, "phone"),
        (En, "phone =", "telephone =".to_owned(), "unused-word", En, "telephone"),
        (Vi, "fee-copies =", "fee-sheets =".to_owned(), "missing-word", Vi, "fee-copies"),
        (Vi, "Mời bạn đưa { $title }", "Mời bạn đưa { $name_of_it }".to_owned(), "unknown-variable", Vi, "page-original_scan"),
        (Vi, "Bạn cần chứng thực mấy", "{ $n } Bạn cần chứng thực mấy".to_owned(), "unknown-variable", Vi, "page-originals"),
        (Vi, "Giấy tờ thứ { $n } là gì?", "{ $title } là gì?".to_owned(), "unsure-variable", Vi, "page-original"),
        (Vi, "Bạn cần chứng thực mấy", "{ $witnesses } Bạn cần chứng thực mấy".to_owned(), "unsure-variable", Vi, "page-originals"),
        (Vi, "Giấy tờ trị giá bao nhiêu?", "{ $phone } Giấy tờ trị giá bao nhiêu?".to_owned(), "unsure-variable", Vi, "page-value"),
        (Schema, r#""title": { "type": "string","#, r#""title": { "type": "string", "pattern": "^[0-9]+$", "examples": ["12"],"#.to_owned(), "no-error-text", Vi, "originals-title-error-not"),
        (Vi, "phone = Số điện thoại", "phone = { Số điện thoại".to_owned(), "unreadable-words", Vi, ""),
    ];
    let (mut kinds, mut missed) = (BTreeSet::new(), Vec::new());
    for (file, from, to, code, in_file, place) in cases {
        let findings = broken(file, from, &to);
        let found = findings.iter().find(|finding| {
            finding.code == code && finding.file == in_file && (place.is_empty() || finding.place == place)
        });
        let Some(found) = found else {
            missed.push(format!("{code} at {place} for {from} → {to}: {:#?}", told(&findings)));
            continue;
        };
        for locale in Locale::ALL {
            let said = found.in_words(locale);
            assert!(!said.starts_with("lint-") && !said.contains("{$") && said.contains(&found.place), "{said}");
        }
        kinds.insert(code);
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
    let by_post = PACKAGES.iter().find(|package| package.about.contains("2.000635")).expect("it ships");
    let renamed = [by_post.schema, by_post.ui, by_post.words[0], by_post.words[1]];
    let [schema, ui, vi, en] = &renamed.map(|text| text.replace("post_address", "mail_address"));
    let findings = lint(&Package { schema, ui, about: by_post.about, words: [vi, en] });
    assert_eq!(findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["post-address"]);
    kinds.insert("post-address");
    // Every sentence there is belongs to a fault that was found above.
    let written: BTreeSet<&str> = include_str!("../../../../../ui/locales/vi/lint.ftl")
        .lines()
        .filter_map(|line| line.strip_prefix("lint-")?.split_once(" = ").map(|(code, _)| code))
        .collect();
    assert_eq!(kinds, written);
}
