use serde::{Deserialize, Serialize};

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

/// A procedure (thủ tục) as people need to know it, restated in plain words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// The national code, the only key: `1.001193`.
    pub code: String,
    /// Its official name, shortened only where it repeats itself.
    pub name: LocalText,
    /// What it is, in two short sentences.
    pub summary: LocalText,
    /// Who may apply.
    pub who: LocalText,
    /// The field (lĩnh vực) it belongs to, as the national database names it.
    pub field: String,
    /// The service group whose number one takes for it.
    pub group: String,
    /// The departments or offices that decide.
    pub departments: Vec<String>,
    /// Levels of government that carry it out.
    pub levels: Vec<Level>,
    /// How much of it can be done online.
    pub online: OnlineLevel,
    /// Ways to hand it in, each with its own deadline and fees.
    pub channels: Vec<Channel>,
    /// The papers, by case; of several cases one applies.
    pub cases: Vec<Case>,
    /// What one receives.
    pub outcomes: Vec<LocalText>,
    /// Life events under which people look for it.
    pub life_events: Vec<String>,
    /// Everyday names for it, for search.
    pub synonyms: Vec<String>,
}

/// A level of government.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Xã, phường, đặc khu.
    Commune,
    /// Tỉnh.
    Province,
}

/// How much can be done online (NĐ 42/2022 and after; the old levels 2, 3 and 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Which way.
    pub kind: ChannelKind,
    /// How long the office has.
    pub deadline: Deadline,
    /// What it costs; empty when the record names no fee, which is not the same as free.
    pub fees: Vec<Fee>,
}

/// Ways to hand an application in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// How much; 0 is free (Miễn phí).
    pub amount: Vnd,
    /// What it is for, and when it applies.
    pub what: LocalText,
}

/// A case (trường hợp) with its papers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// When it applies; none when there is but one case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<LocalText>,
    /// What to hand in or show.
    pub papers: Vec<Evidence>,
}

/// A paper (giấy tờ).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// What it is.
    pub name: LocalText,
    /// How many originals.
    pub originals: u32,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LifeEvent {
    /// Stable name: `co-con`.
    pub id: String,
    /// "Có con".
    pub name: LocalText,
    /// A word for its picture.
    pub icon: String,
}
