//! What citizens read and hear is held to short sentences, one form of address, and words of every day.

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// The most words of a sentence: Vietnamese counts syllables, and who listens has to keep them in mind.
const LONGEST: usize = 24;
/// Other forms of address than "bạn", and words of offices and of machines.
const NEVER: &[&str] = &[
    "quý khách",
    "quý vị",
    "ông/bà",
    "ông bà",
    "anh/chị",
    "anh chị",
    "cô bác",
    "session",
    "timeout",
    "server",
    "token",
    "click",
    "upload",
    "máy chủ",
    "phiên làm việc",
    "truy cập",
    "đăng nhập",
    "tải lên",
    "không hợp lệ",
    "cơ quan có thẩm quyền",
    "số định danh",
    "competent",
];

/// Errors that only officers, supervisors and whoever sets up a machine meet.
const NOT_CITIZENS: &[&str] =
    &["error-branch-", "error-account-", "error-token-", "error-signed-out-", "error-board-", "error-picture-"];

/// The files whose words citizens meet, in a language.
macro_rules! of_citizens {
    ($locale:literal) => {
        [
            include_str!(concat!("../../../../ui/locales/", $locale, "/citizen.ftl")),
            include_str!(concat!("../../../../ui/locales/", $locale, "/guide.ftl")),
            include_str!(concat!("../../../../ui/locales/", $locale, "/papers.ftl")),
            include_str!(concat!("../../../../ui/locales/", $locale, "/draft.ftl")),
            include_str!(concat!("../../../../ui/locales/", $locale, "/after.ftl")),
            include_str!(concat!("../../../../ui/locales/", $locale, "/assist.ftl")),
            include_str!(concat!("../../../../ui/locales/", $locale, "/supplement.ftl")),
            include_str!(concat!("../../../../ui/locales/", $locale, "/rating.ftl")),
            include_str!(concat!("../../../../ui/locales/", $locale, "/forms.ftl")),
            include_str!(concat!("../../../../ui/locales/", $locale, "/catalogue.ftl")),
            include_str!(concat!("../../../../ui/locales/", $locale, "/errors.ftl")),
        ]
    };
}

/// Every text a message can come to say, with … for what is put in.
fn texts(pattern: &Pattern<&str>, all: &mut Vec<String>) {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter().for_each(|variant| texts(&variant.value, all));
                text.push('…');
            }
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                text.push_str(value)
            }
            PatternElement::Placeable { .. } => text.push('…'),
        }
    }
    all.push(text);
}

/// What is amiss in the words of a file.
fn amiss(source: &str) -> Vec<String> {
    let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| errors).expect("valid Fluent");
    let mut amiss = Vec::new();
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        if NOT_CITIZENS.iter().any(|start| message.id.name.starts_with(start)) {
            continue;
        }
        let mut said = Vec::new();
        message.value.iter().for_each(|pattern| texts(pattern, &mut said));
        for text in said {
            let low = text.to_lowercase();
            amiss.extend(
                NEVER.iter().filter(|word| low.contains(**word)).map(|word| format!("{}: {word}", message.id.name)),
            );
            let longest = text.split(['.', '?', '!', ';', ':', '\n']).map(|one| one.split_whitespace().count()).max();
            if longest.is_some_and(|words| words > LONGEST) {
                amiss.push(format!("{}: {longest:?} words in a sentence", message.id.name));
            }
        }
    }
    amiss
}

#[test]
fn citizens_are_spoken_to_in_short_sentences_and_words_of_every_day() {
    for source in of_citizens!("vi").into_iter().chain(of_citizens!("en")) {
        assert_eq!(amiss(source), Vec::<String>::new());
    }
}

#[test]
fn what_is_amiss_is_found() {
    let wrong =
        "a = Kính mời Quý khách đến quầy.\nb = { $count ->\n    [one] Phiên\n   *[other] Session { $count }\n}\n";
    assert_eq!(amiss(wrong), ["a: quý khách", "b: session"]);
    assert_eq!(amiss(&format!("a = {}\n", "một ".repeat(LONGEST + 1))).len(), 1);
    assert_eq!(amiss(&format!("a = {}. {0}\n", "một ".repeat(LONGEST).trim())), Vec::<String>::new());
}
