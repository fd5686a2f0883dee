//! Tables of papers that a record calls cases although they are parts of one list: "Giấy tờ phải nộp",
//! "Giấy tờ phải xuất trình", "Lưu ý". Whoever had to choose among them would lack the others' papers.

use std::sync::LazyLock;

use regex::Regex;

use super::Case;
use crate::text::fold;

/// What a table's name says it is, when it does not say when it applies.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// It has no name, or one that says nothing.
    Unnamed,
    /// Papers to hand in.
    HandIn,
    /// Papers that are only shown.
    Show,
    /// Notes.
    Notes,
}

static HEADING: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"^\W*(?:(thanh phan ho so|bao gom|gom)|(?:cac )?giay to phai (nop|xuat trinh)(?: \([^)]*\))?|(luu y|ghi chu))(?:,? moi loai 01 ban)?(?:,? (?:bao )?gom)?\W*$";
    Regex::new(pattern).expect("a pattern that tests have tried")
});

impl Part {
    fn of(case: &Case) -> Option<Self> {
        let Some(when) = &case.when else { return Some(Self::Unnamed) };
        let when = fold(&when.vi);
        let found = HEADING.captures(&when)?;
        Some(match (found.get(2).map(|to| to.as_str()), found.get(3)) {
            (Some("nop"), _) => Self::HandIn,
            (Some(_), _) => Self::Show,
            (None, Some(_)) => Self::Notes,
            (None, None) => Self::Unnamed,
        })
    }
}

/// Puts parts together. Where all tables are parts of one list there is one case; where some are cases,
/// notes without papers belong to each of them, and the rest stays as the record has it.
pub(super) fn put_together(cases: Vec<Case>) -> Vec<Case> {
    let mut parts: Vec<(Option<Part>, Case)> = cases.into_iter().map(|case| (Part::of(&case), case)).collect();
    if parts.len() > 1 && parts.iter().all(|(part, _)| part.is_some()) {
        parts.sort_by_key(|(part, _)| *part);
        let mut whole = Case { when: None, papers: Vec::new(), notes: Vec::new() };
        for (part, case) in parts {
            let shown = part == Some(Part::Show);
            whole.papers.extend(case.papers.into_iter().map(|mut paper| {
                paper.only_shown |= shown;
                paper
            }));
            whole.notes.extend(case.notes);
        }
        return vec![whole];
    }
    let is_note = |(part, case): &(Option<Part>, Case)| {
        matches!(part, Some(Part::Notes | Part::Unnamed)) && case.papers.is_empty() && !case.notes.is_empty()
    };
    let (notes, mut rest): (Vec<_>, Vec<_>) = parts.into_iter().partition(is_note);
    if rest.is_empty() {
        return notes.into_iter().map(|(_, case)| case).collect();
    }
    let notes: Vec<String> = notes.into_iter().flat_map(|(_, case)| case.notes).collect();
    rest.iter_mut().for_each(|(_, case)| case.notes.extend(notes.iter().cloned()));
    rest.into_iter().map(|(_, case)| case).collect()
}

/// A text of a record without the dash or star that began its line, and without the mark that ended it.
pub(super) fn bare(text: &str) -> &str {
    let begun = text.trim_start_matches(['-', '–', '—', '+', '*', '•', '·', ' ']);
    begun.trim_end_matches([';', ',', ':', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Evidence, LocalText};

    fn text(vi: &str) -> LocalText {
        LocalText { vi: vi.to_owned(), en: None }
    }

    fn case(when: Option<&str>, papers: &[&str], notes: &[&str]) -> Case {
        let paper =
            |name: &&str| Evidence { name: text(name), form: None, originals: Some(1), copies: 0, only_shown: false };
        Case {
            when: when.map(text),
            papers: papers.iter().map(paper).collect(),
            notes: notes.iter().map(|note| (*note).to_owned()).collect(),
        }
    }

    #[test]
    fn parts_of_one_list_are_one_list_and_what_is_only_shown_says_so() {
        let cases = put_together(vec![
            case(Some("* Giấy tờ phải xuất trình"), &["Hộ chiếu"], &["a"]),
            case(Some("* Lưu ý"), &[], &["b"]),
            case(Some("Các giấy tờ phải nộp (bản chính), mỗi loại 01 bản, gồm"), &["Giấy chứng sinh"], &[]),
            case(None, &["Tờ khai"], &[]),
        ]);
        let [whole] = cases.as_slice() else { panic!("one list: {cases:?}") };
        let papers: Vec<_> = whole.papers.iter().map(|paper| (paper.name.vi.as_str(), paper.only_shown)).collect();
        assert_eq!(papers, [("Tờ khai", false), ("Giấy chứng sinh", false), ("Hộ chiếu", true)]);
        assert_eq!((whole.when.as_ref(), whole.notes.as_slice()), (None, &["a".to_owned(), "b".to_owned()][..]));
    }

    #[test]
    fn cases_stay_cases_and_notes_belong_to_each() {
        let cases = put_together(vec![
            case(Some("*Lưu ý"), &[], &["nhớ"]),
            case(Some("Các giấy tờ phải nộp đối với tàu biển"), &["A"], &[]),
            case(Some("a) Đối với cấp mới"), &["B"], &["riêng"]),
        ]);
        assert_eq!(cases.iter().map(|case| case.papers.len()).collect::<Vec<_>>(), [1, 1]);
        assert_eq!(cases[1].notes, ["riêng", "nhớ"]);
        assert!(cases.iter().flat_map(|case| &case.papers).all(|paper| !paper.only_shown));
        let alone = vec![case(Some("Trường hợp khác"), &["A"], &[])];
        assert_eq!(put_together(alone.clone()), alone);
        let notes = vec![case(Some("Lưu ý"), &[], &["nhớ"])];
        assert_eq!(put_together(notes.clone()), notes);
    }

    #[test]
    fn lines_lose_only_their_marks() {
        assert_eq!(bare("- Giấy chứng sinh; "), "Giấy chứng sinh");
        assert_eq!(bare("+ - a) Đơn:"), "a) Đơn");
        assert_eq!(bare("-"), "");
    }
}
