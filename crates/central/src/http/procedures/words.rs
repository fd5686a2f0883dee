//! Plain words as they come in: tidied, bounded, and refused with a reason.

use motcua_domain::catalogue::{LocalText, PlainWords, shipped_words, starter};
use motcua_domain::text::clean;
use motcua_domain::wire::WordsVersion;

use crate::refusal::Refusal;
use crate::store::catalogue::Entry;

/// The most characters of a name.
const NAME: usize = 200;
/// The most characters of a summary.
const SUMMARY: usize = 400;
/// The most lines of what to bring, and characters of each.
const BRING: (usize, usize) = (12, 200);
/// The most everyday names, and characters of each.
const SYNONYMS: (usize, usize) = (30, 80);

/// The words that are laid over a procedure: those written last, or the product's own.
pub(super) fn in_force(entry: &Entry, versions: &[WordsVersion]) -> PlainWords {
    let written = versions.first().map(|newest| &newest.words);
    written.or_else(|| shipped_words(&entry.procedure.code)).cloned().unwrap_or_default()
}

/// Words in NFC without stray white space, empty lines and what stands twice.
///
/// # Errors
/// When something is too long, too many, not in Vietnamese, or no life event.
pub(super) fn tidied(words: PlainWords) -> Result<PlainWords, Refusal> {
    let mut synonyms = Vec::new();
    for synonym in words.synonyms.iter().map(|synonym| clean(synonym)).filter(|synonym| !synonym.is_empty()) {
        if !synonyms.contains(&synonym) {
            synonyms.push(within("synonyms", synonym, SYNONYMS.1)?);
        }
    }
    let mut bring = Vec::new();
    for line in words.bring {
        let line = local("bring", line, BRING.1)?;
        if !line.vi.is_empty() {
            bring.push(line);
        }
    }
    let mut life_events: Vec<String> = Vec::new();
    for event in words.life_events {
        if !starter().life_events.iter().any(|known| known.id == event) {
            return Err(Refusal::wrong("unknown-life-event").with("event", event));
        }
        if !life_events.contains(&event) {
            life_events.push(event);
        }
    }
    for (what, count, most) in [("bring", bring.len(), BRING.0), ("synonyms", synonyms.len(), SYNONYMS.0)] {
        if count > most {
            return Err(Refusal::wrong("words-too-many").with("what", what).with("most", most));
        }
    }
    // An English name may stand beside the official one, which is not written here.
    let name =
        LocalText { vi: within("name", clean(&words.name.vi), NAME)?, en: english("name", words.name.en, NAME)? };
    Ok(PlainWords { name, summary: local("summary", words.summary, SUMMARY)?, bring, synonyms, life_events })
}

/// A text that is in Vietnamese wherever it is in English.
fn local(what: &str, text: LocalText, most: usize) -> Result<LocalText, Refusal> {
    let text = LocalText { vi: within(what, clean(&text.vi), most)?, en: english(what, text.en, most)? };
    if text.vi.is_empty() && text.en.is_some() {
        return Err(Refusal::wrong("words-not-in-vietnamese").with("what", what));
    }
    Ok(text)
}

fn english(what: &str, text: Option<String>, most: usize) -> Result<Option<String>, Refusal> {
    let text = text.map(|text| clean(&text)).filter(|text| !text.is_empty());
    text.map(|text| within(what, text, most)).transpose()
}

fn within(what: &str, text: String, most: usize) -> Result<String, Refusal> {
    if text.chars().count() > most {
        return Err(Refusal::wrong("words-too-long").with("what", what).with("most", most));
    }
    Ok(text)
}
