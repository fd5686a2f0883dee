use std::collections::HashMap;

use super::query::spelled_out;
use crate::text::fold;

/// A procedure as it can be found.
#[derive(Clone, Debug, Default)]
pub struct Searchable {
    /// National code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Everyday names.
    pub synonyms: Vec<String>,
    /// The field it belongs to.
    pub field: String,
    /// Who carries it out.
    pub departments: Vec<String>,
    /// How often it is asked for, as a share of the one most asked for: 0 to 1.
    pub asked: f32,
}

/// A procedure that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its place among those the finder was made of.
    pub place: usize,
    /// How well it fits: more is better.
    pub score: f32,
    /// What of the query was met, word by word.
    pub met: Vec<Met>,
}

/// A word of a query that was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// As it was understood.
    pub asked: String,
    /// The word that met it.
    pub by: String,
    /// Where that stands.
    pub at: Where,
}

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Where {
    /// In the departments that carry it out.
    Department,
    /// In the field.
    Field,
    /// In the name.
    Name,
    /// In an everyday name.
    Synonym,
    /// It is the code.
    Code,
}

impl Where {
    pub(super) fn worth(self) -> f32 {
        match self {
            Self::Code | Self::Synonym => 1.0,
            Self::Name => 0.95,
            Self::Field => 0.4,
            Self::Department => 0.25,
        }
    }
}

/// Procedures, ready to be searched.
pub struct Finder {
    pub(super) codes: Vec<String>,
    /// Words by their place in `words`.
    pub(super) places: HashMap<Box<str>, u32>,
    pub(super) words: Vec<Box<str>>,
    /// Words by length, for slips.
    pub(super) by_length: Vec<Vec<u32>>,
    /// Where each word stands: procedures with the best place in each.
    pub(super) stands: Vec<Vec<(u32, Where)>>,
    /// What a word tells: rare ones more.
    pub(super) tells: Vec<f32>,
    /// Of each procedure: its name, then its everyday names, as words.
    pub(super) phrases: Vec<Vec<Vec<u32>>>,
    pub(super) asked: Vec<f32>,
}

/// The words of a folded text.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned)
}

impl Finder {
    /// Makes procedures ready to be searched.
    pub fn new(all: impl IntoIterator<Item = Searchable>) -> Self {
        let mut finder = Self {
            codes: Vec::new(),
            places: HashMap::new(),
            words: Vec::new(),
            by_length: Vec::new(),
            stands: Vec::new(),
            tells: Vec::new(),
            phrases: Vec::new(),
            asked: Vec::new(),
        };
        for one in all {
            finder.add(one);
        }
        let count = finder.codes.len() as f32;
        finder.tells = finder.stands.iter().map(|stands| (1.0 + count / (1.0 + stands.len() as f32)).ln()).collect();
        finder
    }

    fn add(&mut self, one: Searchable) {
        let place = self.codes.len() as u32;
        self.codes.push(one.code);
        self.asked.push(one.asked.clamp(0.0, 1.0));
        let mut phrases = vec![self.phrase(&one.name, place, Where::Name)];
        for synonym in &one.synonyms {
            phrases.push(self.phrase(&spelled_out(synonym), place, Where::Synonym));
        }
        self.phrase(&one.field, place, Where::Field);
        for department in &one.departments {
            self.phrase(department, place, Where::Department);
        }
        self.phrases.push(phrases);
    }

    fn phrase(&mut self, text: &str, place: u32, at: Where) -> Vec<u32> {
        let folded = fold(text);
        words(&folded)
            .map(|word| {
                let word = self.word(word);
                let stands = &mut self.stands[word as usize];
                match stands.last_mut() {
                    Some((last, best)) if *last == place => *best = (*best).max(at),
                    _ => stands.push((place, at)),
                }
                word
            })
            .collect()
    }

    fn word(&mut self, word: String) -> u32 {
        if let Some(known) = self.places.get(word.as_str()) {
            return *known;
        }
        let place = self.words.len() as u32;
        let length = word.len();
        self.words.push(word.as_str().into());
        self.places.insert(word.into_boxed_str(), place);
        self.stands.push(Vec::new());
        if self.by_length.len() <= length {
            self.by_length.resize(length + 1, Vec::new());
        }
        self.by_length[length].push(place);
        place
    }
}
