//! Finding units by what somebody typed: without marks, without spaces, by beginnings of words.

use super::bare;
use super::order::Ordered;
use crate::text::fold;

/// What stands before a unit's name, as people write it, folded; the longer ones first.
const KINDS: &[&[&str]] = &[
    &["thanh", "pho"],
    &["dac", "khu"],
    &["thi", "tran"],
    &["tinh"],
    &["phuong"],
    &["xa"],
    &["tp"],
    &["dk"],
    &["tt"],
    &["p"],
    &["x"],
    &["t"],
];

/// What can be found by its name.
pub(super) trait Searched {
    /// The name with what the unit is.
    fn name(&self) -> &str;
}

/// How well a unit fits; the least is the best.
pub(super) type Fit = u8;

/// The units a query means, the best first, equals in their order; all of them when it says nothing.
pub(super) fn find<'a, T: Searched + Ordered>(units: &'a [T], query: &str) -> Vec<(Fit, &'a T)> {
    let typed = words(query);
    let mut found: Vec<_> = units.iter().filter_map(|unit| fit(&typed, unit.name()).map(|fit| (fit, unit))).collect();
    found.sort_by_key(|(fit, _)| *fit);
    found
}

/// How well a name fits what was typed.
fn fit(typed: &[String], name: &str) -> Option<Fit> {
    let (whole, own) = (words(name), words(bare(name)));
    let telling = without_kind(typed);
    if telling.is_empty() {
        // Nothing was typed, or only what the unit is, which may be the beginning of a name as well.
        return if begins(typed, &whole) { Some(0) } else { begins(typed, &own).then_some(1) };
    }
    let together = telling.concat();
    if telling == own.as_slice() {
        Some(0)
    } else if begins(telling, &own) {
        Some(1)
    } else if begins(typed, &whole) {
        Some(2)
    } else if (1..own.len()).any(|from| begins(telling, &own[from..])) {
        Some(3)
    } else if (1..whole.len()).any(|from| begins(typed, &whole[from..])) {
        Some(4)
    } else if together.len() > 1 && own.concat().starts_with(&together) {
        Some(5)
    } else {
        let initials: String = own.iter().filter_map(|word| word.chars().next()).collect();
        (together.len() > 1 && initials.starts_with(&together)).then_some(6)
    }
}

/// What was typed without what the unit is.
fn without_kind(typed: &[String]) -> &[String] {
    let kind = KINDS.iter().find(|kind| typed.len() >= kind.len() && typed.iter().zip(**kind).all(|(a, b)| a == b));
    &typed[kind.map_or(0, |kind| kind.len())..]
}

/// Whether a name begins with what was typed, each word with a word.
fn begins(typed: &[String], name: &[String]) -> bool {
    typed.len() <= name.len() && typed.iter().zip(name).all(|(typed, word)| word.starts_with(typed.as_str()))
}

fn words(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A text as its words with a space around each, to be looked for in another.
pub(super) fn spaced(text: &str) -> String {
    format!(" {} ", words(text).join(" "))
}
