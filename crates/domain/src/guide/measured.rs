//! What the measures of a form need: names that are the same for every person, and words for officers.

use super::draft::{Draft, Surroundings};
use super::form::Form;
use super::shown::{CARD, CONSENTS, REVIEW};
use crate::words::Locale;

/// The name of a page without the number of a repeated part's item: `witness_person.2` is
/// `witness_person`.
pub fn page_kind(page: &str) -> &str {
    match page.rsplit_once('.') {
        Some((kind, item)) if item.bytes().all(|byte| byte.is_ascii_digit()) => kind,
        _ => page,
    }
}

/// The path of a field, or the name of a paper, without items' numbers: `witnesses/0/name` is
/// `witnesses/name`.
pub fn field_kind(field: &str) -> String {
    let steps = field.split('/').filter(|step| step.is_empty() || !step.bytes().all(|byte| byte.is_ascii_digit()));
    page_kind(&steps.collect::<Vec<_>>().join("/")).to_owned()
}

impl Form {
    /// What keeps the draft's owner from going on from this page: each field with the name of its cause,
    /// without items' numbers, and without anything that was answered.
    pub fn kept_by(&self, draft: &Draft, around: &Surroundings) -> Vec<(String, String)> {
        let faults = self.faults(draft, &self.shown(draft), around).into_iter();
        let here = faults.filter(|fault| fault.page == draft.page);
        here.map(|fault| (field_kind(&fault.field), fault.cause)).collect()
    }

    /// The pages a form may have, in their order, without items' numbers.
    pub fn page_kinds(&self) -> Vec<&str> {
        let own = self.pages.iter().map(|page| page.name.as_str());
        [CONSENTS, CARD].into_iter().chain(own).chain([REVIEW]).collect()
    }

    /// The heading of a page for officers, with … for what the person answered.
    pub fn page_heading(&self, page: &str, locale: Locale) -> String {
        let common = [CONSENTS, CARD, REVIEW].contains(&page);
        let key = if common { format!("guide-page-{page}") } else { format!("page-{page}") };
        self.without_answers(&key, locale).unwrap_or_else(|| page.to_owned())
    }

    /// The label of a field, or the name of a paper, for officers.
    pub fn field_label(&self, field: &str, locale: Locale) -> String {
        let keys = [field.replace('/', "-"), format!("paper-{field}"), format!("guide-consent-{field}")];
        let label = keys.iter().find_map(|key| self.without_answers(key, locale));
        label.unwrap_or_else(|| field.to_owned())
    }

    fn without_answers(&self, key: &str, locale: Locale) -> Option<String> {
        let words = self.words(locale);
        if !words.has(key) {
            return None;
        }
        let said = words.say(key);
        let mut parts = said.split("{$");
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            text.push('…');
            text.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
        }
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Forms;
    use super::*;

    #[test]
    fn items_of_a_repeated_part_are_one() {
        assert_eq!(page_kind("witness_person.12"), "witness_person");
        assert_eq!(page_kind("child"), "child");
        assert_eq!(field_kind("witnesses/0/name"), "witnesses/name");
        assert_eq!(field_kind("original.2"), "original");
        assert_eq!(field_kind("child_name"), "child_name");
    }

    #[test]
    fn every_page_of_a_form_has_a_heading_without_answers() {
        let form = Forms::shipped().newest("1.001193").expect("shipped");
        let kinds = form.page_kinds();
        assert_eq!((kinds.first(), kinds.last()), (Some(&"consents"), Some(&"review")));
        for kind in kinds {
            let heading = form.page_heading(kind, Locale::Vi);
            assert!(heading != kind && !heading.contains('{'), "{kind}: {heading}");
        }
        assert_eq!(form.page_heading("witness_person", Locale::Vi), "Người làm chứng thứ … là ai?");
        assert_eq!(form.field_label("witnesses/name", Locale::Vi), "Họ, chữ đệm và tên người làm chứng");
        assert_eq!(form.page_heading("gone", Locale::Vi), "gone");
        assert_eq!(form.field_label("gone", Locale::Vi), "gone");
    }
}
