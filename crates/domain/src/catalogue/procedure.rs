use serde::{Deserialize, Serialize};

use super::national::Field;
use crate::payment::Vnd;
use crate::words::Locale;

/// A text in the languages the catalogue has it in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct LocalText {
    /// Vietnamese.
    pub vi: String,
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub en: Option<String>,
}

impl LocalText {
    /// In the language asked for, or in Vietnamese.
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::En => self.en.as_deref().unwrap_or(&self.vi),
            Locale::Vi => &self.vi,
        }
    }
}

/// A procedure (thủ tục) as people need to know it: facts, with plain words over them.
///
/// It is one the product ships, restated in plain words, or was read from a record of the national
/// database; then what could not be read for certain is in the record's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
pub struct Procedure {
    /// The national code, the only key: `1.001193`.
    pub code: String,
    /// The version of the record it was read from; 0 is the product's own.
    #[serde(default)]
    pub version: u32,
    /// Its name: an everyday one where somebody wrote one.
    pub name: LocalText,
    /// The name in the national database, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub official_name: Option<String>,
    /// What it is, in two short sentences; empty where nobody wrote them.
    #[serde(default)]
    pub summary: LocalText,
    /// What to bring, in plain words; empty where nobody wrote it.
    #[serde(default)]
    pub bring: Vec<LocalText>,
    /// Who may apply.
    pub who: LocalText,
    /// The field (lĩnh vực) it belongs to, as the national database names it.
    pub field: String,
    /// The service group whose number one takes for it; none when no group of the catalogue does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub group: Option<String>,
    /// The departments or offices that carry it out.
    pub departments: Vec<String>,
    /// Levels of government that carry it out.
    pub levels: Vec<Level>,
    /// How much of it can be done online; none when the record does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub online: Option<OnlineLevel>,
    /// Ways to hand it in, each with its own deadline and fees.
    pub channels: Vec<Channel>,
    /// The papers, by case; of several cases one applies.
    pub cases: Vec<Case>,
    /// Conditions, in the record's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub conditions: Option<String>,
    /// What one receives.
    pub outcomes: Vec<LocalText>,
    /// Life events under which people look for it.
    #[serde(default)]
    pub life_events: Vec<String>,
    /// Everyday names for it, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Fields that could not be read for certain, and that no officer has checked.
    #[serde(default)]
    pub unsure: Vec<Field>,
}

impl Procedure {
    /// The name that acts of an office bear: that of the national database.
    pub fn official(&self) -> &str {
        self.official_name.as_deref().unwrap_or(&self.name.vi)
    }

    /// Whether applications may be handed in online.
    pub fn takes_online(&self) -> bool {
        self.channels.iter().any(|channel| channel.kind == ChannelKind::Online)
    }

    /// The rows for what is handed in that way, else those of its first way. Several rows are told apart by
    /// nothing a form knows.
    pub fn rows_for(&self, channel: ChannelKind) -> Vec<&Channel> {
        let of = |kind| self.channels.iter().filter(|row| row.kind == kind).collect::<Vec<_>>();
        match of(channel) {
            none if none.is_empty() => self.channels.first().map(|first| of(first.kind)).unwrap_or_default(),
            rows => rows,
        }
    }

    /// How long the office has for what is handed in online; none when that is not known, or depends on
    /// something that only an officer can tell.
    pub fn online_deadline(&self) -> Option<&Deadline> {
        let mut rows = self.channels.iter().filter(|channel| channel.kind == ChannelKind::Online);
        let deadline = rows.next()?.deadline.as_ref().filter(|first| !matches!(first, Deadline::Unknown(_)))?;
        rows.all(|row| row.deadline.as_ref() == Some(deadline)).then_some(deadline)
    }
}

/// A level of government.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Cấp bộ.
    Ministry,
    /// Cấp tỉnh.
    Province,
    /// Cấp xã: xã, phường, đặc khu.
    Commune,
    /// Cơ quan khác.
    Other,
}

/// How much can be done online (NĐ 42/2022 and after; the old levels 2, 3 and 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum OnlineLevel {
    /// Information and forms only.
    Information,
    /// Một phần: some step still happens at a counter.
    Partial,
    /// Toàn trình: wholly online.
    Full,
}

/// A way to hand an application in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
pub struct Channel {
    /// Which way.
    pub kind: ChannelKind,
    /// How long the office has; none when the record says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub deadline: Option<Deadline>,
    /// What it costs; empty when the record names no fee, which is not the same as free.
    pub fees: Vec<Fee>,
    /// What tells it from other rows of the same way; empty when there is but one.
    #[serde(default)]
    pub note: String,
}

/// Ways to hand an application in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum ChannelKind {
    /// Trực tiếp.
    InPerson,
    /// Trực tuyến.
    Online,
    /// Dịch vụ bưu chính.
    Post,
}

/// How long an office has. Working days and calendar days are never mixed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Deadline {
    /// Returned the same working day; the next one when received after 15:00.
    SameDay,
    /// Hours of work, eight to a working day.
    WorkingHours(u32),
    /// Ngày làm việc.
    WorkingDays(u32),
    /// Ngày (calendar days).
    CalendarDays(u32),
    /// Tháng.
    Months(u32),
    /// Could not be read for certain: the record's own words.
    Unknown(String),
}

/// A fee or charge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
pub struct Fee {
    /// How much; 0 is free (Miễn phí). None when it could not be read for certain: then the
    /// original is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub amount: Option<Vnd>,
    /// What it is counted by: `giấy`, `lần`, `hồ sơ`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub unit: Option<String>,
    /// What it is for, and when it applies.
    pub what: LocalText,
    /// The record's own words, where the amount is not certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub original: Option<String>,
}

/// A case (trường hợp) with its papers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
pub struct Case {
    /// When it applies; none when there is but one case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub when: Option<LocalText>,
    /// What to hand in or show.
    pub papers: Vec<Evidence>,
    /// What the record says beside its papers.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// A paper (giấy tờ).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
pub struct Evidence {
    /// What it is.
    pub name: LocalText,
    /// The file of its form, or several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub form: Option<String>,
    /// How many originals; none when it could not be read for certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub originals: Option<u32>,
    /// How many copies.
    pub copies: u32,
    /// Only shown to the officer and taken home again.
    #[serde(default)]
    pub only_shown: bool,
}

/// A service group (lĩnh vực at the kiosk) with its number series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct ServiceGroup {
    /// Stable name: `ho-tich`.
    pub id: String,
    /// The letter before its numbers.
    pub prefix: char,
    /// As people read it on the tile.
    pub name: LocalText,
    /// A word for its picture.
    pub icon: String,
}

/// A life event under which people look for procedures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
pub struct LifeEvent {
    /// Stable name: `co-con`.
    pub id: String,
    /// "Có con".
    pub name: LocalText,
    /// A word for its picture.
    pub icon: String,
}
