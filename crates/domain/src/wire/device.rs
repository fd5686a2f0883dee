use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::branch::{OpeningHours, PriorityGroup};
use crate::catalogue::LocalText;
use crate::payment::{BankAccount, Postage};
use crate::queue::KioskNumber;
use crate::time::Moment;
use crate::words::Locale;

/// `POST /v1/devices/enrol`: a device trades a one-time code for its token.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct EnrolDevice {
    /// The one-time code an administrator made.
    #[schema(example = "K7MX-2PHD")]
    pub code: String,
    /// What people call the device: "Ki-ốt 1".
    #[schema(example = "Ki-ốt 1")]
    pub name: String,
}

/// The answer to [`EnrolDevice`]. The token is shown this once; the server keeps its hash.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct DeviceToken {
    /// The device's identity.
    pub device_id: Uuid,
    /// Sent as `Authorization: Bearer …` from now on.
    pub token: String,
}

/// `POST /v1/devices/series`: the series of numbers a kiosk gives while it is cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OwnSeries {
    /// The digit before its numbers.
    #[schema(value_type = u8, minimum = 1, maximum = 9)]
    pub kiosk: KioskNumber,
    /// Until when it may be used; asking again puts that off.
    pub until: Moment,
}

/// `GET /v1/devices/day-key`: what kiosks hash card numbers with, so that a person holds one number of
/// a field only. It is thrown away with its day, and the hashes say nothing any more.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct DayKey {
    /// The business date it is for: `2026-11-23`.
    #[schema(value_type = String, example = "2026-11-23")]
    pub date: jiff::civil::Date,
    /// 256 random bits in hex.
    pub key: String,
}

/// `GET /v1/branch`: the centre this server runs, with what a lobby needs to draw itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Branch {
    /// Short stable name: `angiang`.
    pub id: String,
    /// As people know it: "Trung tâm Phục vụ hành chính công tỉnh An Giang".
    pub name: String,
    /// The agency above it, for the head of official papers.
    pub agency: String,
    /// Where it stands, for papers.
    pub address: String,
    /// Place named in "…, ngày … tháng … năm …" on official papers.
    pub place: String,
    /// Where a phone on the same network reaches the public pages; none when it cannot.
    pub public_url: Option<String>,
    /// Its service groups, in the order people see them.
    pub groups: Vec<ServiceGroupInfo>,
    /// Its counters, by number.
    pub counters: Vec<CounterInfo>,
    /// Who is called before others.
    pub priorities: Vec<PriorityGroup>,
    /// The priority group of those who come for an appointment: nobody chooses it.
    pub appointment_priority: Option<String>,
    /// Whether times can be booked.
    pub appointments: bool,
    /// For how many days after its last change a draft is kept for its owner.
    pub keep_drafts_days: u32,
    /// The account that fees are transferred to.
    #[serde(default)]
    pub bank: Option<BankAccount>,
    /// What it costs to send a result by post.
    #[serde(default)]
    pub postage: Option<Postage>,
    /// When it is open; empty where no hours are set.
    #[serde(default)]
    pub hours: Vec<OpeningHours>,
}

/// A field (lĩnh vực) people take a number for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct ServiceGroupInfo {
    /// Stable name: `ho-tich`.
    pub id: String,
    /// The letter before its numbers: `A`.
    pub prefix: String,
    /// Vietnamese name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// A word for its picture on the tile: `family`, `stamp`, `house`, `land`, `shop`, …
    pub icon: String,
    /// Numbers of the counters that serve it.
    pub counters: Vec<u32>,
    /// How many wait now.
    pub waiting: u32,
    /// What is served in it.
    pub services: Vec<ServiceInfo>,
}

impl ServiceGroupInfo {
    /// Its name in a language.
    pub fn said(&self, locale: Locale) -> &str {
        match locale {
            Locale::Vi => &self.name,
            Locale::En => &self.name_en,
        }
    }
}

/// What a person comes for within a service group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct ServiceInfo {
    /// Stable name.
    pub id: String,
    /// As people read it.
    pub name: LocalText,
}

/// A counter (quầy) of the hall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct CounterInfo {
    /// Its number as it hangs above it.
    pub number: u32,
    /// The service groups it serves.
    pub groups: Vec<String>,
    /// The services it serves.
    pub serves: Vec<String>,
    /// Services it helps with when nobody waits for those it serves.
    pub and_finally: Vec<String>,
    /// Whether an officer has it open now.
    pub open: bool,
    /// The officer's name.
    pub officer: Option<String>,
    /// The officer's account.
    pub account: Option<String>,
    /// Since when the officer is on a break.
    pub on_break: Option<Moment>,
}

/// A device that was enrolled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct EnrolledDevice {
    /// Its identity.
    pub id: Uuid,
    /// Its name, as said when it was enrolled.
    pub name: String,
    /// Since when.
    pub enrolled_at: Moment,
    /// When it was last heard, to the minute; none when it never was.
    pub heard_at: Option<Moment>,
    /// Since when it may no more.
    pub revoked_at: Option<Moment>,
}

/// A code with which one device enrols.
#[derive(Clone, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct EnrolmentCode {
    /// `XXXX-XXXX`, good once.
    pub code: String,
    /// Until when.
    pub until: Moment,
}
