//! What the catalogue says, in words: days of work and calendar days are never confused.

use super::{Channel, ChannelKind, Deadline, Evidence, Fee, Procedure};
use crate::text::{clean, cut};
use crate::words::Words;

impl Deadline {
    /// "7 ngày làm việc", "7 ngày"; one that is not certain is said to be so, in the record's words.
    pub fn in_words(&self, words: &Words) -> String {
        let counted = |key, count: &u32| words.say_with(key, &[("count", &count.to_string())]);
        match self {
            Self::SameDay => words.say("guide-deadline-same-day"),
            Self::WorkingHours(count) => counted("guide-deadline-working-hours", count),
            Self::WorkingDays(count) => counted("guide-deadline-working-days", count),
            Self::CalendarDays(count) => counted("guide-deadline-calendar-days", count),
            Self::Months(count) => counted("guide-deadline-months", count),
            Self::Unknown(text) => words.say_with("catalogue-deadline-unknown", &[("text", text)]),
        }
    }
}

impl Procedure {
    /// How long it takes by each way of handing it in, as a name and what it names; one line without a
    /// name when every way says the same.
    pub fn deadlines_in_words(&self, words: &Words) -> Vec<(String, String)> {
        let mut lines: Vec<(String, String)> = Vec::new();
        for channel in &self.channels {
            let Some(deadline) = &channel.deadline else { continue };
            let line = (channel.name_in_words(words), deadline.in_words(words));
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        let silent = self.channels.iter().any(|channel| channel.deadline.is_none());
        if !silent && lines.iter().all(|line| line.1 == lines[0].1) {
            lines.truncate(1);
            lines.iter_mut().for_each(|line| line.0.clear());
        }
        lines
    }

    /// What it costs, as what a fee is for and the fee, each once; empty when the record names none. Where
    /// it is not the same for every way of handing it in, each fee says for which it is.
    pub fn fees_in_words(&self, words: &Words) -> Vec<(String, String)> {
        let of = |channel: &Channel| -> Vec<(String, String)> {
            let mut lines: Vec<_> = channel.fees.iter().map(|fee| fee.line(words)).collect();
            lines.sort_unstable();
            lines
        };
        let alike = self.channels.windows(2).all(|pair| of(&pair[0]) == of(&pair[1]));
        let mut lines: Vec<(String, String)> = Vec::new();
        for channel in &self.channels {
            for (what, amount) in channel.fees.iter().map(|fee| fee.line(words)) {
                let what = match (alike, what.is_empty()) {
                    (true, _) => what,
                    (false, true) => channel.name_in_words(words),
                    (false, false) => format!("{}: {what}", channel.name_in_words(words)),
                };
                if !lines.iter().any(|known| (&known.0, &known.1) == (&what, &amount)) {
                    lines.push((what, amount));
                }
            }
        }
        lines
    }
}

impl Channel {
    /// "Nộp trực tiếp", with what tells it from other rows of the same way.
    fn name_in_words(&self, words: &Words) -> String {
        let way = self.kind.in_words(words);
        if self.note.is_empty() { way } else { format!("{way}: {}", cut(&self.note, LONGEST)) }
    }
}

impl ChannelKind {
    /// "Nộp trực tiếp".
    pub fn in_words(self, words: &Words) -> String {
        words.say(match self {
            Self::InPerson => "catalogue-channel-in-person",
            Self::Online => "catalogue-channel-online",
            Self::Post => "catalogue-channel-post",
        })
    }
}

/// The most of a record's own words for a fee or a row that people are shown, in characters: officers see
/// all of them.
const LONGEST: usize = 240;

impl Fee {
    /// What it is for, and how much; where the amount is not certain, the record's own words say both.
    fn line(&self, words: &Words) -> (String, String) {
        let what = if self.amount.is_some() { self.what.get(words.locale()) } else { "" };
        (what.to_owned(), self.in_words(words))
    }

    /// "8.000 đồng/giấy"; an amount that is not certain is said in the record's words.
    pub fn in_words(&self, words: &Words) -> String {
        let amount = match self.amount {
            Some(amount) => amount.in_words(words),
            None => {
                let original = cut(self.original.as_deref().unwrap_or_default(), LONGEST);
                words.say_with("catalogue-fee-unknown", &[("text", &original)])
            }
        };
        match &self.unit {
            Some(unit) if self.amount.is_some_and(|amount| amount.0 > 0) => format!("{amount}/{unit}"),
            _ => amount,
        }
    }
}

impl Evidence {
    /// What it is called: some have no name but that of their form, and a few none at all.
    pub fn called(&self, words: &Words) -> String {
        let names = [self.name.get(words.locale()), self.form.as_deref().unwrap_or_default()];
        let name = names.into_iter().map(clean).find(|name| !name.is_empty());
        name.unwrap_or_else(|| words.say("catalogue-paper-unnamed"))
    }

    /// "1 bản chính, 2 bản sao"; a number of originals that is not certain is said to be so.
    pub fn counts_in_words(&self, words: &Words) -> String {
        let originals = match self.originals {
            None => Some(words.say("catalogue-originals-unknown")),
            Some(0) => None,
            Some(count) => Some(words.say_with("catalogue-originals", &[("count", &count.to_string())])),
        };
        let copies =
            (self.copies > 0).then(|| words.say_with("catalogue-copies", &[("count", &self.copies.to_string())]));
        originals.into_iter().chain(copies).collect::<Vec<_>>().join(", ")
    }

    /// "Giấy chứng sinh: 1 bản chính"; what is only shown says so.
    pub fn in_words(&self, words: &Words) -> String {
        let mut said = self.called(words);
        let counts = self.counts_in_words(words);
        if !counts.is_empty() {
            said = format!("{said}: {counts}");
        }
        if self.only_shown {
            said = format!("{said} {}", words.say("catalogue-only-shown"));
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::super::LocalText;
    use super::*;
    use crate::words::Locale;

    #[test]
    fn days_of_work_are_not_days() {
        let vi = Words::of(Locale::Vi);
        assert_eq!(Deadline::WorkingDays(7).in_words(vi), "7 ngày làm việc");
        assert_eq!(Deadline::CalendarDays(7).in_words(vi), "7 ngày");
        assert!(Deadline::Unknown("20 ngày; 15 ngày".to_owned()).in_words(vi).contains("“20 ngày; 15 ngày”"));
    }

    #[test]
    fn papers_are_said_whole() {
        let name = LocalText { vi: "Giấy chứng sinh".to_owned(), en: Some("Medical birth record".to_owned()) };
        let paper =
            |originals, copies, only_shown| Evidence { name: name.clone(), form: None, originals, copies, only_shown };
        let (vi, en) = (Words::of(Locale::Vi), Words::of(Locale::En));
        assert_eq!(paper(Some(1), 0, false).in_words(vi), "Giấy chứng sinh: 1 bản chính");
        assert_eq!(paper(Some(1), 0, true).in_words(vi), "Giấy chứng sinh: 1 bản chính (chỉ cho xem, rồi mang về)");
        assert_eq!(paper(Some(1), 2, false).in_words(en), "Medical birth record: 1 original, 2 copies");
    }
}
