use super::tidy;
use crate::wire::Problem;

/// The characters of a submission code: no I, O, Q, Z, 0 or 1, which are read for one another.
const ALPHABET: &[u8; 30] = b"ABCDEFGHJKLMNPRSTUVWXY23456789";

/// How many characters it has, the hyphen apart.
const LENGTH: usize = 8;

/// A submission code (mã nộp tạm): what a citizen holds before the central system gives a dossier
/// code. Eight characters, shown `XXXX-XXXX`; some 39 bits, so that it cannot be guessed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ts_rs::TS, utoipa::ToSchema)]
#[ts(type = "string")]
#[schema(value_type = String, example = "A7KM-3XPT")]
pub struct SubmissionCode(String);

impl SubmissionCode {
    /// From random bytes. A byte past the last whole multiple of thirty is passed over, so that no
    /// character comes more often than another.
    ///
    /// None when fewer than eight bytes were left: draw again. Thirty-two bytes practically always do.
    pub fn from_random(random: &[u8]) -> Option<Self> {
        let alphabet = ALPHABET.len() as u8;
        let fair = u8::MAX - u8::MAX % alphabet;
        let characters: String = random
            .iter()
            .filter(|byte| **byte < fair)
            .take(LENGTH)
            .map(|byte| char::from(ALPHABET[usize::from(byte % alphabet)]))
            .collect();
        (characters.len() == LENGTH).then(|| Self::shown(&characters))
    }

    /// As somebody typed or scanned it: lower case, spaces, and a missing or misplaced hyphen are
    /// forgiven.
    ///
    /// # Errors
    /// `submission-code-wrong` with `why` = `character` and the first `character` that no code has,
    /// or `why` = `length` and the `count` of characters found.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        characters(text, LENGTH).map(|characters| Self::shown(&characters))
    }

    /// The codes that stand as words of their own in a text, each once: `Nop ho so A7KM3XPT FT26328`. Any
    /// word of eight such characters may be one.
    pub fn named_in(text: &str) -> Vec<Self> {
        let mut codes: Vec<Self> = Vec::new();
        for word in text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
            if let Ok(code) = Self::parse(word)
                && !codes.contains(&code)
            {
                codes.push(code);
            }
        }
        codes
    }

    /// With its hyphen: `XXXX-XXXX`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn shown(characters: &str) -> Self {
        let (first, second) = characters.split_at(LENGTH / 2);
        Self(format!("{first}-{second}"))
    }
}

/// The characters of a code as somebody typed or scanned it.
///
/// # Errors
/// Those of [`SubmissionCode::parse`].
pub(super) fn characters(text: &str, length: usize) -> Result<String, Problem> {
    let wrong = |why: &str| Problem::new("submission-code-wrong").with("why", why);
    let mut characters = String::with_capacity(length);
    for c in tidy(text).filter(|c| *c != '-') {
        if characters.len() == length {
            let count = tidy(text).filter(|c| *c != '-').count();
            return Err(wrong("length").with("count", count));
        }
        if !u8::try_from(c).is_ok_and(|byte| ALPHABET.contains(&byte)) {
            let shown = if c.is_alphanumeric() || c.is_ascii_punctuation() { c } else { '?' };
            return Err(wrong("character").with("character", shown));
        }
        characters.push(c);
    }
    if characters.len() == length { Ok(characters) } else { Err(wrong("length").with("count", characters.len())) }
}

super::string_code!(SubmissionCode);

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_character_comes_equally_often() {
        let mut seen = BTreeMap::new();
        for byte in 0..=u8::MAX {
            if let Some(code) = SubmissionCode::from_random(&[byte; 8]) {
                *seen.entry(code.to_string()).or_insert(0) += 1;
            }
        }
        assert_eq!(seen.len(), ALPHABET.len());
        assert!(seen.values().all(|count| *count == 8), "{seen:?}");
    }

    #[test]
    fn too_few_usable_bytes_make_no_code() {
        assert_eq!(SubmissionCode::from_random(&[0; 7]), None);
        assert_eq!(SubmissionCode::from_random(&[255; 64]), None);
    }

    #[test]
    fn typing_is_forgiven_and_mistakes_are_named() {
        let code = SubmissionCode::parse("A7KM-3XPT").expect("a code");
        for typed in ["a7km3xpt", " a7km 3xpt ", "A7KM–3XPT", "a7-km3-xpt"] {
            assert_eq!(SubmissionCode::parse(typed).as_ref(), Ok(&code), "{typed}");
        }
        let args = |text: &str| SubmissionCode::parse(text).expect_err("wrong").args;
        assert_eq!(args("A7KM-3XP0")["character"], "0");
        assert_eq!(args("A7KM-3XP")["count"], "7");
        assert_eq!(args("A7KM-3XPTT")["count"], "9");
        assert_eq!(args("A7KM-3XP\u{0}")["character"], "?");
    }

    #[test]
    fn codes_are_found_in_what_banks_pass_on() {
        let named = |text: &str| SubmissionCode::named_in(text).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(named("A7KM3XPT"), ["A7KM-3XPT"]);
        assert_eq!(named("Nop ho so a7km-3xpt FT26328.A7KM3XPT"), ["A7KM-3XPT"]);
        assert_eq!(named("XA7KM3XPT A7KM3XP"), [""; 0]);
        assert_eq!(named("A7KM3XPT,B7KM3XPT"), ["A7KM-3XPT", "B7KM-3XPT"]);
        assert_eq!(named(""), [""; 0]);
    }

    proptest! {
        #[test]
        fn a_code_survives_being_shown_and_typed(random in prop::array::uniform32(any::<u8>()), upper in any::<bool>()) {
            if let Some(code) = SubmissionCode::from_random(&random) {
                prop_assert_eq!(code.as_str().len(), 9);
                prop_assert!(!code.as_str().contains(['I', 'O', 'Q', 'Z', '0', '1']));
                let typed = if upper { code.to_string() } else { code.as_str().to_lowercase().replace('-', "") };
                prop_assert_eq!(SubmissionCode::parse(&typed), Ok(code));
            }
        }
    }
}
