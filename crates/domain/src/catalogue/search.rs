//! Finding a procedure from what people type: few letters, no marks, abbreviations, small slips.

use super::{Catalogue, Procedure};
use crate::text::fold;

/// Short forms people type, and the folded words they stand for.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("bs", "ban sao"),
    ("cccd", "can cuoc"),
    ("dk", "dang ky"),
    ("dkkh", "dang ky ket hon"),
    ("dkks", "dang ky khai sinh"),
    ("gcn", "giay chung nhan"),
    ("hkd", "ho kinh doanh"),
    ("hn", "hon nhan"),
    ("kh", "ket hon"),
    ("ks", "khai sinh"),
    ("kt", "khai tu"),
    ("qsdd", "quyen su dung dat"),
    ("tt", "tam tru"),
];

/// Words that say nothing about which procedure is meant.
const FILLERS: &[&str] = &["cho", "cua", "de", "toi", "minh", "muon", "can", "o", "va", "the", "xin", "lam", "giay"];

/// What a word is worth by where it is found: everyday names first, then the name, then the summary.
const SYNONYM: u32 = 6;
const NAME: u32 = 5;
const SUMMARY: u32 = 1;

impl Catalogue {
    /// The procedures a query means, best first, at most `limit`.
    ///
    /// Marks, the order of the words and one slip in a word of four letters or more do not matter; a
    /// word may be unfinished. A national code is found with or without its dot. An empty query
    /// finds nothing.
    pub fn find(&self, query: &str, limit: usize) -> Vec<&Procedure> {
        let wanted = words(&spelled_out(&fold(query)));
        let digits: String = query.chars().filter(|c| c.is_ascii_digit() || c.is_whitespace()).collect();
        let code = digits.trim();
        let by_code = code.len() >= 4 && query.chars().all(|c| c.is_ascii_digit() || ".- ".contains(c));

        let mut found: Vec<(u32, &Procedure)> = self
            .procedures
            .iter()
            .map(|p| {
                let hit = by_code && p.code.replace('.', "").starts_with(code);
                (if hit { u32::MAX } else { score(p, &wanted) }, p)
            })
            .filter(|(score, _)| *score > 0)
            .collect();
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        found.into_iter().take(limit).map(|(_, p)| p).collect()
    }
}

/// The query with its short forms written out.
fn spelled_out(folded: &str) -> String {
    let long = |word| SHORT_FORMS.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| *long);
    words(folded).iter().map(|word| long(word.as_str())).collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// How well a procedure fits: 0 when most of what was asked for is not in it.
fn score(procedure: &Procedure, wanted: &[String]) -> u32 {
    let telling: Vec<&String> = wanted.iter().filter(|w| !FILLERS.contains(&w.as_str())).collect();
    let asked = if telling.is_empty() { wanted.iter().collect() } else { telling };

    let summary = text_words(&procedure.summary.vi, procedure.summary.en.as_deref());
    let name = text_words(&procedure.name.vi, procedure.name.en.as_deref());
    let synonyms: Vec<Vec<String>> = procedure.synonyms.iter().map(|s| words(&spelled_out(&fold(s)))).collect();

    let mut sum = 0;
    let mut met = 0;
    for word in &asked {
        let in_synonyms = synonyms.iter().flatten().map(|w| likeness(word, w)).max().unwrap_or(0) * SYNONYM;
        let in_name = name.iter().map(|w| likeness(word, w)).max().unwrap_or(0) * NAME;
        let in_summary = summary.iter().map(|w| likeness(word, w)).max().unwrap_or(0) * SUMMARY;
        let best = in_synonyms.max(in_name).max(in_summary);
        met += u32::from(best > 0);
        sum += best;
    }
    if asked.is_empty() || (met as usize) * 3 < asked.len() * 2 {
        return 0;
    }
    // A name said whole beats the same words scattered over many, and the shorter name is the plainer.
    let phrase = std::iter::once(&name).chain(&synonyms).map(|said| closeness(said, wanted)).max().unwrap_or(0);
    sum + phrase
}

fn text_words(vi: &str, en: Option<&str>) -> Vec<String> {
    words(&fold(&format!("{vi} {}", en.unwrap_or_default())))
}

/// How much of a name and a query are one another, up to 60.
fn closeness(said: &[String], wanted: &[String]) -> u32 {
    let shared = said.iter().filter(|s| wanted.iter().any(|w| likeness(w, s) > 0)).count();
    let whole = said.len().max(1);
    let covered = u32::try_from(30 * shared / whole).unwrap_or(0);
    let met = wanted.iter().filter(|w| said.iter().any(|s| likeness(w, s) > 0)).count();
    covered + u32::try_from(30 * met / wanted.len().max(1)).unwrap_or(0)
}

/// How like a typed word is to a word of the catalogue: 4 the same, 3 its beginning, 2 a slip, 0 not.
fn likeness(typed: &str, word: &str) -> u32 {
    if typed == word {
        4
    } else if typed.len() >= 2 && word.starts_with(typed) {
        3
    } else if typed.len().min(word.len()) >= 3
        && typed.len().max(word.len()) >= 4
        && one_slip(typed.as_bytes(), word.as_bytes())
    {
        2
    } else {
        0
    }
}

/// Whether one letter too many, too few, wrong, or two letters swapped tell the words apart.
fn one_slip(a: &[u8], b: &[u8]) -> bool {
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    let swapped = a.len() >= 2 && b.len() >= 2 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..];
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Equal => !a.is_empty() && (a[1..] == b[1..] || swapped),
        std::cmp::Ordering::Greater => a[1..] == *b,
        std::cmp::Ordering::Less => *a == b[1..],
    }
}
