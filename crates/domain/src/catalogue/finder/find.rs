use std::collections::HashMap;

use super::index::{Finder, Hit, Met, Where};
use super::likeness::one_slip;
use super::query::readings;

/// How well a word must be met on the whole for a procedure to be shown.
const LEAST: f32 = 0.48;
/// How many of those that meet most words are looked at more closely.
const CLOSER: usize = 400;

impl Finder {
    /// The procedures a query means, the best first, at most `limit`. Nothing is found for nothing.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Hit> {
        let digits: String = query.chars().filter(|c| c.is_ascii_digit()).collect();
        let is_code = digits.len() >= 4 && query.trim().chars().all(|c| c.is_ascii_digit() || ".- ".contains(c));
        if is_code {
            return self.by_code(&digits, limit);
        }
        let readings: Vec<Reading> = readings(query, |word| self.places.contains_key(word))
            .into_iter()
            .map(|words| self.understood(words))
            .collect();
        let mut best: HashMap<usize, (f32, usize)> = HashMap::new();
        for (nth, reading) in readings.iter().enumerate() {
            // A reading in other words than were typed is worth a little less.
            let worth = if nth == 0 { 1.0 } else { 0.97 };
            for (place, score) in self.read(reading) {
                let known = best.entry(place).or_insert((0.0, nth));
                if score * worth > known.0 {
                    *known = (score * worth, nth);
                }
            }
        }
        let mut found: Vec<_> = best.into_iter().collect();
        found.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then(a.0.cmp(&b.0)));
        found.truncate(limit);
        found
            .into_iter()
            .map(|(place, (score, nth))| Hit { place, score, met: self.met(place, &readings[nth]) })
            .collect()
    }

    fn by_code(&self, digits: &str, limit: usize) -> Vec<Hit> {
        let begins = |code: &&str| code.replace('.', "").starts_with(digits);
        let hit = |(place, code): (usize, &str)| {
            let met = Met { asked: digits.to_owned(), by: code.to_owned(), at: Where::Code };
            Hit { place, score: 100.0, met: vec![met] }
        };
        let found = self.codes.iter().map(String::as_str).enumerate().filter(|(_, code)| begins(code));
        found.take(limit).map(hit).collect()
    }

    /// The words of the index that a typed word may be, each with how like it is.
    fn alike(&self, typed: &str, last: bool) -> Vec<(u32, f32)> {
        let exact = self.places.get(typed).copied();
        let mut alike: Vec<_> = exact.map(|word| (word, 1.0)).into_iter().collect();
        let bytes = typed.as_bytes();
        for length in bytes.len().saturating_sub(1)..=bytes.len() + 1 {
            for word in self.by_length.get(length).into_iter().flatten() {
                let other = self.words[*word as usize].as_bytes();
                if bytes.len().min(other.len()) >= 2 && bytes.len().max(other.len()) >= 4 && one_slip(bytes, other) {
                    alike.push((*word, if exact.is_some() { 0.3 } else { 0.7 }));
                }
            }
        }
        // The last word may be unfinished.
        if last && typed.len() >= 2 {
            for word in self.by_length.iter().skip(typed.len() + 1).flatten() {
                if self.words[*word as usize].starts_with(typed) && !alike.iter().any(|(known, _)| known == word) {
                    alike.push((*word, if exact.is_some() { 0.5 } else { 0.8 }));
                }
            }
        }
        alike
    }

    /// A reading with the words of the index that each of its words may be.
    fn understood(&self, words: Vec<String>) -> Reading {
        let last = words.len().saturating_sub(1);
        let alike: Vec<_> = words.iter().enumerate().map(|(at, word)| self.alike(word, at == last)).collect();
        let likeness = alike
            .iter()
            .map(|alike| {
                let mut of = vec![0.0; self.words.len()];
                alike.iter().for_each(|(word, like)| of[*word as usize] = *like);
                of
            })
            .collect();
        Reading { words, alike, likeness }
    }

    /// What one reading of a query finds, and how well each fits.
    fn read(&self, reading: &Reading) -> Vec<(usize, f32)> {
        // A word nobody knows may be a name, or chatter: it tells less than one that is known.
        let unknown = 0.4 * (1.0 + self.codes.len() as f32).ln();
        let tells: Vec<f32> = reading
            .alike
            .iter()
            .map(|words| words.iter().map(|(word, like)| self.tells[*word as usize] * like).fold(0.0, f32::max))
            .map(|tells| if tells == 0.0 { unknown } else { tells })
            .collect();
        let whole: f32 = tells.iter().sum();
        let count = self.codes.len();
        let (mut sum, mut best) = (vec![0.0_f32; count], vec![0.0_f32; count]);
        let mut touched = Vec::new();
        for (words, tells) in reading.alike.iter().zip(&tells) {
            for (word, like) in words {
                for (place, at) in &self.stands[*word as usize] {
                    let known = &mut best[*place as usize];
                    if *known == 0.0 {
                        touched.push(*place);
                    }
                    *known = known.max(like * at.worth());
                }
            }
            for place in touched.drain(..) {
                sum[place as usize] += std::mem::take(&mut best[place as usize]) * tells;
            }
        }
        let least = LEAST * Where::Name.worth();
        let mut found: Vec<(usize, f32)> =
            sum.iter().map(|sum| sum / whole).enumerate().filter(|(_, part)| *part >= least).collect();
        if found.len() > CLOSER {
            found.select_nth_unstable_by(CLOSER, |a, b| b.1.total_cmp(&a.1));
            found.truncate(CLOSER);
        }
        found.into_iter().map(|(place, part)| (place, self.closer(place, part, reading))).collect()
    }

    /// How well a procedure fits that meets most words: also the order of the words, and how much of
    /// its name was asked for.
    fn closer(&self, place: usize, part: f32, reading: &Reading) -> f32 {
        let pairs = reading.words.len().saturating_sub(1);
        let mut best = 0.0_f32;
        let mut next = vec![0.0_f32; pairs];
        for phrase in &self.phrases[place] {
            let (mut covered, mut all) = (0.0, 0.0);
            next.fill(0.0);
            let mut before: Option<usize> = None;
            for word in phrase {
                let word = *word as usize;
                let mut like = 0.0_f32;
                for (at, likeness) in reading.likeness.iter().enumerate() {
                    like = like.max(likeness[word]);
                    if let (Some(before), Some(pair)) = (before, at.checked_sub(1)) {
                        let both = reading.likeness[pair][before].min(likeness[word]);
                        next[pair] = next[pair].max(both);
                    }
                }
                all += self.tells[word];
                covered += self.tells[word] * like;
                before = Some(word);
            }
            let order = if pairs == 0 { 1.0 } else { next.iter().sum::<f32>() / pairs as f32 };
            best = best.max(0.18 * order + 0.22 * if all > 0.0 { covered / all } else { 0.0 });
        }
        100.0 * (0.5 * part + best + 0.1 * self.asked[place])
    }

    /// What of a reading a procedure meets, word by word.
    fn met(&self, place: usize, reading: &Reading) -> Vec<Met> {
        let met = reading.words.iter().zip(&reading.alike).filter_map(|(asked, words)| {
            let stands = |word: u32| {
                let stands = &self.stands[word as usize];
                stands.binary_search_by_key(&(place as u32), |(one, _)| *one).ok().map(|found| stands[found].1)
            };
            let found = words.iter().filter_map(|(word, like)| Some((*word, *like, stands(*word)?)));
            let (word, _, at) = found.max_by(|a, b| (a.1 * a.2.worth()).total_cmp(&(b.1 * b.2.worth())))?;
            Some(Met { asked: asked.clone(), by: self.words[word as usize].to_string(), at })
        });
        met.collect()
    }
}

/// One way to understand a query.
struct Reading {
    words: Vec<String>,
    /// For each word, those of the index it may be, with how like it is.
    alike: Vec<Vec<(u32, f32)>>,
    /// The same, by the places of all words of the index.
    likeness: Vec<Vec<f32>>,
}
