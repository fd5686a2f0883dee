//! The catalogue of words: one set of Fluent files for the screen, paper and voice.
//!
//! The files live in `ui/locales/{vi,en,km}/` and are compiled in. Vietnamese is complete; a word
//! missing in another language is said in Vietnamese.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A language the product speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Locale {
    /// Every language, Vietnamese first.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// From a BCP 47 tag; anything unknown is Vietnamese.
    pub fn from_tag(tag: &str) -> Self {
        Self::ALL.into_iter().find(|l| l.tag() == tag).unwrap_or_default()
    }
}

const VI: &[&str] = &[
    include_str!("../../../../ui/locales/vi/errors.ftl"),
    include_str!("../../../../ui/locales/vi/citizen.ftl"),
    include_str!("../../../../ui/locales/vi/staff.ftl"),
    include_str!("../../../../ui/locales/vi/board.ftl"),
    include_str!("../../../../ui/locales/vi/paper.ftl"),
    include_str!("../../../../ui/locales/vi/rating.ftl"),
    include_str!("../../../../ui/locales/vi/report.ftl"),
    include_str!("../../../../ui/locales/vi/import.ftl"),
    include_str!("../../../../ui/locales/vi/measures.ftl"),
    include_str!("../../../../ui/locales/vi/catalogue.ftl"),
    include_str!("../../../../ui/locales/vi/procedures.ftl"),
    include_str!("../../../../ui/locales/vi/draft.ftl"),
    include_str!("../../../../ui/locales/vi/after.ftl"),
    include_str!("../../../../ui/locales/vi/payments.ftl"),
    include_str!("../../../../ui/locales/vi/guide.ftl"),
    include_str!("../../../../ui/locales/vi/papers.ftl"),
    include_str!("../../../../ui/locales/vi/forms.ftl"),
    include_str!("../../../../ui/locales/vi/lint.ftl"),
    include_str!("../../../../ui/locales/vi/assist.ftl"),
    include_str!("../../../../ui/locales/vi/audit.ftl"),
    include_str!("../../../../ui/locales/vi/supplement.ftl"),
    include_str!("../../../../ui/locales/vi/readiness.ftl"),
    include_str!("../../../../ui/locales/vi/official.ftl"),
];
const EN: &[&str] = &[
    include_str!("../../../../ui/locales/en/errors.ftl"),
    include_str!("../../../../ui/locales/en/citizen.ftl"),
    include_str!("../../../../ui/locales/en/staff.ftl"),
    include_str!("../../../../ui/locales/en/board.ftl"),
    include_str!("../../../../ui/locales/en/paper.ftl"),
    include_str!("../../../../ui/locales/en/rating.ftl"),
    include_str!("../../../../ui/locales/en/report.ftl"),
    include_str!("../../../../ui/locales/en/import.ftl"),
    include_str!("../../../../ui/locales/en/measures.ftl"),
    include_str!("../../../../ui/locales/en/catalogue.ftl"),
    include_str!("../../../../ui/locales/en/procedures.ftl"),
    include_str!("../../../../ui/locales/en/draft.ftl"),
    include_str!("../../../../ui/locales/en/after.ftl"),
    include_str!("../../../../ui/locales/en/payments.ftl"),
    include_str!("../../../../ui/locales/en/guide.ftl"),
    include_str!("../../../../ui/locales/en/papers.ftl"),
    include_str!("../../../../ui/locales/en/forms.ftl"),
    include_str!("../../../../ui/locales/en/lint.ftl"),
    include_str!("../../../../ui/locales/en/assist.ftl"),
    include_str!("../../../../ui/locales/en/audit.ftl"),
    include_str!("../../../../ui/locales/en/supplement.ftl"),
    include_str!("../../../../ui/locales/en/readiness.ftl"),
    include_str!("../../../../ui/locales/en/official.ftl"),
];

/// The words of one language, with Vietnamese behind it for what it lacks.
pub struct Words {
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
    fallback: Option<&'static Words>,
}

impl Words {
    /// The product's words in a language.
    pub fn of(locale: Locale) -> &'static Self {
        static VIETNAMESE: OnceLock<Words> = OnceLock::new();
        static ENGLISH: OnceLock<Words> = OnceLock::new();
        let vietnamese = VIETNAMESE.get_or_init(|| Self::from_sources(Locale::Vi, VI, None));
        match locale {
            Locale::Vi => vietnamese,
            Locale::En => ENGLISH.get_or_init(|| Self::from_sources(Locale::En, EN, Some(vietnamese))),
        }
    }

    /// Words of one's own, such as a form's, asked before `fallback`.
    pub fn from_sources(locale: Locale, sources: &[&str], fallback: Option<&'static Self>) -> Self {
        let language = locale.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        for source in sources {
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { locale, bundle, fallback }
    }

    /// The language these words are in.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Whether the key has words here or in the fallback.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key) || self.fallback.is_some_and(|f| f.has(key))
    }

    /// The words of a key. A key nobody wrote words for comes back as itself, so that it is seen.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// A day with its name: `Thứ Tư, 25/11/2026`.
    pub fn day(&self, date: Date) -> String {
        let weekday = date.weekday().to_monday_one_offset().to_string();
        let (day, month) = (format!("{:02}", date.day()), format!("{:02}", date.month()));
        let year = date.year().to_string();
        self.say_with("day-long", &[("weekday", &weekday), ("day", &day), ("month", &month), ("year", &year)])
    }

    /// The words of a key with its arguments. Whole numbers are passed as numbers, for plurals.
    pub fn say_with(&self, key: &str, args: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return match self.fallback {
                Some(fallback) => fallback.say_with(key, args),
                None => key.to_owned(),
            };
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            match value.parse::<u32>() {
                Ok(number) if number.to_string() == *value => values.set(*name, number),
                _ => values.set(*name, FluentValue::String(Cow::Borrowed(value))),
            }
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned()
    }
}

#[cfg(test)]
mod plain;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_syntax::ast::Entry;

    use super::*;

    fn keys(sources: &[&str]) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for source in sources {
            let resource = FluentResource::try_new((*source).to_owned()).map_err(|(_, e)| e).expect("valid Fluent");
            for entry in resource.entries() {
                if let Entry::Message(message) = entry {
                    assert!(keys.insert(message.id.name.to_owned()), "{} stands twice", message.id.name);
                }
            }
        }
        keys
    }

    #[test]
    fn every_language_has_the_same_keys_and_none_stands_twice() {
        let vietnamese = keys(VI);
        let english = keys(EN);
        assert_eq!(vietnamese.difference(&english).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in English");
        assert_eq!(english.difference(&vietnamese).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in Vietnamese");
    }

    #[test]
    fn a_day_has_its_name() {
        let date = jiff::civil::date(2026, 11, 25);
        assert_eq!(Words::of(Locale::Vi).day(date), "Thứ Tư, 25/11/2026");
        assert_eq!(Words::of(Locale::En).day(date), "Wednesday, 25/11/2026");
        assert_eq!(Words::of(Locale::Vi).day(jiff::civil::date(2026, 12, 6)), "Chủ Nhật, 06/12/2026");
    }

    #[test]
    fn vietnamese_words_are_composed() {
        use unicode_normalization::is_nfc;
        for source in VI {
            assert!(is_nfc(source));
        }
    }
}
