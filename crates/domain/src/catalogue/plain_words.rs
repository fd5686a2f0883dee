use std::collections::HashMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::{LocalText, Procedure, starter};

/// The plain-language layer of a procedure: what people call it, what it is, what to bring. The product
/// ships these words for what is asked for most; a supervisor may write others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
#[serde(default, deny_unknown_fields)]
pub struct PlainWords {
    /// An everyday name; empty where the official one is plain enough.
    pub name: LocalText,
    /// What it is, in two short sentences.
    pub summary: LocalText,
    /// What to bring, a line each.
    pub bring: Vec<LocalText>,
    /// Everyday names for it, for search.
    pub synonyms: Vec<String>,
    /// Life events under which people look for it.
    pub life_events: Vec<String>,
}

/// Words the product ships for a procedure it holds no facts of.
#[derive(Deserialize)]
struct Shipped {
    code: String,
    #[serde(flatten)]
    words: Words,
}

/// As [`PlainWords`]; a flattened struct cannot deny unknown fields.
#[derive(Deserialize)]
struct Words {
    name: LocalText,
    summary: LocalText,
    bring: Vec<LocalText>,
    synonyms: Vec<String>,
    life_events: Vec<String>,
}

/// The words the product ships for a procedure.
pub fn shipped_words(code: &str) -> Option<&'static PlainWords> {
    shipped().get(code)
}

fn shipped() -> &'static HashMap<String, PlainWords> {
    static SHIPPED: OnceLock<HashMap<String, PlainWords>> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let more: Vec<Shipped> = serde_json::from_str(include_str!("../../catalogue/words.json"))
            .expect("the shipped words are checked by tests");
        let more = more.into_iter().map(|Shipped { code, words }| {
            let Words { name, summary, bring, synonyms, life_events } = words;
            (code, PlainWords { name, summary, bring, synonyms, life_events })
        });
        let own = starter().procedures.iter().map(|own| (own.code.clone(), own.plain_words()));
        own.chain(more).collect()
    })
}

impl Procedure {
    /// The plain words that stand over its facts.
    pub fn plain_words(&self) -> PlainWords {
        PlainWords {
            name: self.name.clone(),
            summary: self.summary.clone(),
            bring: self.bring.clone(),
            synonyms: self.synonyms.clone(),
            life_events: self.life_events.clone(),
        }
    }

    /// Lays plain words over its facts, in place of those that stood there.
    #[must_use]
    pub fn in_plain_words(mut self, words: &PlainWords) -> Self {
        let official = self.official_name.take().unwrap_or_else(|| self.name.vi.clone());
        let said = |name: &str| name.trim_end_matches('.').to_owned();
        if words.name.vi.is_empty() || said(&words.name.vi) == said(&official) {
            self.name = LocalText { vi: official, en: words.name.en.clone() };
        } else {
            self.name = words.name.clone();
            self.official_name = Some(official);
        }
        self.summary = words.summary.clone();
        self.bring = words.bring.clone();
        self.synonyms = words.synonyms.clone();
        self.life_events = words.life_events.clone();
        self
    }
}
