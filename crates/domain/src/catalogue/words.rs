//! What the catalogue says, in words: days of work and calendar days are never confused.

use super::{ChannelKind, Deadline, Evidence};
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

impl Evidence {
    /// "Giấy chứng sinh: 1 bản chính"; what is only shown says so.
    pub fn in_words(&self, words: &Words) -> String {
        let parts = [("catalogue-originals", self.originals), ("catalogue-copies", self.copies)];
        let counts: Vec<String> = parts
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| words.say_with(key, &[("count", &count.to_string())]))
            .collect();
        let mut said = format!("{}: {}", self.name.get(words.locale()), counts.join(", "));
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
        let paper = |originals, copies, only_shown| Evidence { name: name.clone(), originals, copies, only_shown };
        let (vi, en) = (Words::of(Locale::Vi), Words::of(Locale::En));
        assert_eq!(paper(1, 0, false).in_words(vi), "Giấy chứng sinh: 1 bản chính");
        assert_eq!(paper(1, 0, true).in_words(vi), "Giấy chứng sinh: 1 bản chính (chỉ xuất trình)");
        assert_eq!(paper(1, 2, false).in_words(en), "Medical birth record: 1 original, 2 copies");
    }
}
