use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use super::error::BranchError;
use super::hours::{OpeningHours, Openness, open_parts, openness};
use super::notice::Notice;
use crate::calendar::Calendar;
use crate::catalogue::{LocalText, ServiceGroup};
use crate::dossier::DossierCode;
use crate::payment::{BankAccount, Postage};
use crate::queue::{Name, Series};
use crate::time::Moment;

/// Everything a supervisor sets for a centre. Every version is kept; the newest is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct BranchConfig {
    /// Short stable name: `angiang`.
    pub id: String,
    /// As people know it.
    pub name: String,
    /// The agency above it.
    pub agency: String,
    /// Where it stands.
    pub address: String,
    /// The place named on official papers.
    pub place: String,
    /// The agency part of its dossier codes.
    pub agency_code: String,
    /// Its service groups, in the order people see them.
    pub groups: Vec<ServiceGroup>,
    /// What is served in the groups: at least one service a group.
    pub services: Vec<Service>,
    /// Its counters.
    pub counters: Vec<CounterConfig>,
    /// Who is called before others, in the order people see them.
    #[serde(default)]
    pub priorities: Vec<PriorityGroup>,
    /// How people are called.
    #[serde(default)]
    pub calling: Calling,
    /// When and to whom numbers are given.
    #[serde(default)]
    pub issuing: Issuing,
    /// How appointments are kept.
    #[serde(default)]
    pub appointments: Appointments,
    /// What becomes of those who still wait when the day ends.
    #[serde(default)]
    pub end_of_day: EndOfDay,
    /// What the boards say to everybody, one after another.
    #[serde(default)]
    pub notices: Vec<Notice>,
    /// For how many days after its last change a draft is kept for its owner.
    #[serde(default = "keep_drafts_days")]
    pub keep_drafts_days: u32,
    /// How many days after it was accepted what was submitted is kept; then it is deleted for good, and only
    /// figures stay.
    #[serde(default = "keep_accepted_days")]
    pub keep_accepted_days: u32,
    /// The same for what nobody accepted, from the day it came.
    #[serde(default = "keep_open_days")]
    pub keep_open_days: u32,
    /// The account that fees are transferred to; without one they are paid at the counter only.
    #[serde(default)]
    pub bank: Option<BankAccount>,
    /// What it costs to send a result by post; without it nothing is reckoned for the post.
    #[serde(default)]
    pub postage: Option<Postage>,
    /// After how many minutes a transfer that its sender told of, and no bank did, is an officer's matter.
    #[serde(default = "transfer_late_minutes")]
    pub transfer_late_minutes: u32,
}

/// Two hours: a bank tells within minutes, and its sender may still be in the hall.
fn transfer_late_minutes() -> u32 {
    120
}

/// A week.
fn keep_accepted_days() -> u32 {
    365
}

fn keep_open_days() -> u32 {
    180
}

fn keep_drafts_days() -> u32 {
    7
}

/// What a person comes for within a service group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Stable name: `ho-tich`.
    #[schema(value_type = String)]
    pub id: Name,
    /// The group whose numbers it uses.
    #[schema(value_type = String)]
    pub group: Name,
    /// As people read it.
    pub name: LocalText,
    /// How many minutes a person usually takes: where the estimate of waiting begins before there
    /// is experience of the day.
    pub minutes: u32,
    /// How many numbers a day; none for no limit.
    #[serde(default)]
    pub daily: Option<u32>,
}

/// A counter and its work profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct CounterConfig {
    /// Its number as it hangs above it.
    pub number: u32,
    /// The services it serves.
    #[schema(value_type = Vec<String>)]
    pub serves: Vec<Name>,
    /// Services it helps with when nobody waits for those it serves ("and finally").
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub and_finally: Vec<Name>,
}

/// People who are called before others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct PriorityGroup {
    /// Stable name: `cao-tuoi`.
    #[schema(value_type = String)]
    pub id: Name,
    /// As people read it: "Người từ đủ 75 tuổi".
    pub name: LocalText,
}

/// How people are called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct Calling {
    /// While others wait, one call in so many at a counter is of somebody with priority. 1: they
    /// always go first.
    pub priority_one_in: u32,
    /// Whoever has waited longer than this many minutes goes first, in the order of arrival.
    pub age_cap_minutes: u32,
    /// Whether somebody who was not there when called may be put back in line, once.
    pub second_chance: bool,
}

/// When and to whom numbers are given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct Issuing {
    /// When the centre is open; empty for always.
    pub hours: Vec<OpeningHours>,
    /// How many minutes before the end of the day no number is given any more.
    pub stop_minutes: u32,
    /// Whether a person who showed a card may hold only one number of a group at a time.
    pub one_per_person: bool,
    /// Within so many seconds a second number of the same service is not given to the same kiosk.
    pub press_guard_seconds: u32,
}

/// How many days ahead appointments may be made at most.
pub const MOST_DAYS_AHEAD: u32 = 90;

/// For how many days what was submitted is kept at least and at most: a month, and ten years.
const LEAST_KEPT_DAYS: u32 = 30;
/// See [`LEAST_KEPT_DAYS`].
const MOST_KEPT_DAYS: u32 = 3_650;
/// For how many days a draft may be kept at most.
pub const MOST_DRAFT_DAYS: u32 = 30;
/// The longest a transfer is waited for before an officer is told, in minutes: a week.
const MOST_TRANSFER_MINUTES: u32 = 7 * 24 * 60;

/// How far from its time one may come for an appointment at most, in minutes: a day.
const MOST_MINUTES_OFF: u32 = 24 * 60;

/// How appointments are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct Appointments {
    /// Length of a slot in minutes; 0 when there are no appointments.
    pub slot_minutes: u32,
    /// How many people a slot of a service takes.
    pub per_slot: u32,
    /// How many minutes before the slot one may check in.
    pub early_minutes: u32,
    /// Up to how many minutes after the slot's start it still counts as an appointment; later the
    /// person gets an ordinary place.
    pub late_minutes: u32,
    /// How many days ahead one may book.
    pub days_ahead: u32,
    /// The priority group of those who come in time for one; none gives them no priority. People do
    /// not choose it themselves.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub priority: Option<Name>,
}

/// What becomes of those who still wait when the day ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum EndOfDay {
    /// Their numbers expire.
    #[default]
    Expire,
    /// Their numbers are kept for the next day, in the same order.
    Keep,
}

impl Default for Calling {
    fn default() -> Self {
        Self { priority_one_in: 3, age_cap_minutes: 60, second_chance: true }
    }
}

impl Default for Issuing {
    fn default() -> Self {
        Self { hours: Vec::new(), stop_minutes: 30, one_per_person: true, press_guard_seconds: 0 }
    }
}

impl Default for Appointments {
    fn default() -> Self {
        Self { slot_minutes: 30, per_slot: 2, early_minutes: 30, late_minutes: 15, days_ahead: 14, priority: None }
    }
}

impl BranchConfig {
    /// Whether it can be worked with.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), BranchError> {
        if [&self.id, &self.name, &self.agency, &self.place].into_iter().any(|text| text.trim().is_empty()) {
            return Err(BranchError::Unnamed);
        }
        if !DossierCode::is_agency(&self.agency_code) {
            return Err(BranchError::AgencyCode(self.agency_code.clone()));
        }
        let (mut ids, mut letters) = (BTreeSet::new(), BTreeSet::new());
        for group in &self.groups {
            let own = ids.insert(group.id.as_str()) && letters.insert(group.prefix);
            let empty = !self.services.iter().any(|service| *service.group == *group.id);
            if !own || empty || group.id.is_empty() || Series::new(group.prefix).is_err() {
                return Err(BranchError::Group(group.id.clone()));
            }
        }
        let mut services = BTreeSet::new();
        for service in &self.services {
            let own = services.insert(&service.id) && !service.id.is_empty();
            if !own || service.minutes == 0 || !ids.contains(&*service.group) {
                return Err(BranchError::Service(service.id.to_string()));
            }
        }
        let mut numbers = BTreeSet::new();
        for counter in &self.counters {
            let known = counter.serves.iter().chain(&counter.and_finally).all(|service| services.contains(service));
            if !known || counter.number == 0 || !numbers.insert(counter.number) {
                return Err(BranchError::Counter(counter.number));
            }
        }
        let served: BTreeSet<_> = self.counters.iter().flat_map(|counter| &counter.serves).collect();
        if let Some(unserved) = services.into_iter().find(|service| !served.contains(service)) {
            return Err(BranchError::Unserved(unserved.to_string()));
        }
        let mut priorities = BTreeSet::new();
        if let Some(twice) = self.priorities.iter().find(|group| group.id.is_empty() || !priorities.insert(&group.id)) {
            return Err(BranchError::Priority(twice.id.to_string()));
        }
        if self.calling.priority_one_in == 0 || self.calling.age_cap_minutes == 0 {
            return Err(BranchError::Calling);
        }
        let times = &self.appointments;
        let kept = times.priority.as_ref().is_none_or(|id| priorities.contains(id));
        let sound = times.slot_minutes == 0 || (5..=240).contains(&times.slot_minutes) && times.per_slot > 0;
        let near = times.early_minutes.max(times.late_minutes) <= MOST_MINUTES_OFF;
        if !kept || !sound || !near || times.days_ahead > MOST_DAYS_AHEAD {
            return Err(BranchError::Appointments);
        }
        if !(LEAST_KEPT_DAYS..=MOST_KEPT_DAYS).contains(&self.keep_accepted_days)
            || !(LEAST_KEPT_DAYS..=MOST_KEPT_DAYS).contains(&self.keep_open_days)
        {
            return Err(BranchError::Kept);
        }
        if !(1..=MOST_DRAFT_DAYS).contains(&self.keep_drafts_days) {
            return Err(BranchError::Drafts);
        }
        if let Some(place) = self.notices.iter().position(|notice| !notice.is_sound()) {
            return Err(BranchError::Notice(place + 1));
        }
        if self.bank.as_ref().is_some_and(|bank| !bank.is_sound()) {
            return Err(BranchError::Bank);
        }
        if self.postage.as_ref().is_some_and(|postage| !postage.is_sound()) {
            return Err(BranchError::Postage);
        }
        if self.transfer_late_minutes > MOST_TRANSFER_MINUTES {
            return Err(BranchError::Transfer);
        }
        let sound = |part: &OpeningHours| {
            part.from < part.until && !part.weekdays.is_empty() && part.weekdays.iter().all(|day| (1..=7).contains(day))
        };
        if self.issuing.hours.iter().all(sound) { Ok(()) } else { Err(BranchError::Hours) }
    }

    /// A service group.
    pub fn group(&self, id: &str) -> Option<&ServiceGroup> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// The number series of a group.
    pub fn series(&self, group: &str) -> Option<Series> {
        Series::new(self.group(group)?.prefix).ok()
    }

    /// A service.
    pub fn service(&self, id: &str) -> Option<&Service> {
        self.services.iter().find(|service| *service.id == *id)
    }

    /// The services of a group.
    pub fn services_of(&self, group: &str) -> impl Iterator<Item = &Service> {
        self.services.iter().filter(move |service| *service.group == *group)
    }

    /// A counter.
    pub fn counter(&self, number: u32) -> Option<&CounterConfig> {
        self.counters.iter().find(|counter| counter.number == number)
    }

    /// The numbers of the counters that serve some service of a group.
    pub fn counters_for(&self, group: &str) -> Vec<u32> {
        let serves =
            |counter: &&CounterConfig| self.services_of(group).any(|service| counter.serves.contains(&service.id));
        self.counters.iter().filter(serves).map(|counter| counter.number).collect()
    }

    /// The parts of a day in which the centre is open, in order; none on a public holiday, or where no
    /// hours are set.
    pub fn hours_of(&self, calendar: &Calendar, date: Date) -> Vec<(Moment, Moment)> {
        open_parts(&self.issuing.hours, date, calendar)
    }

    /// Whether numbers are given now.
    pub fn openness(&self, calendar: &Calendar, now: Moment) -> Openness {
        openness(&self.issuing.hours, self.issuing.stop_minutes, calendar, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payment::Vnd;

    fn account(bin: &str) -> BankAccount {
        BankAccount { bin: bin.to_owned(), account: "101".to_owned(), name: "Trung tâm".to_owned() }
    }

    fn postage(province: u8) -> Postage {
        Postage { province, within_province: Vnd(26_000), elsewhere: Vnd(35_000) }
    }

    #[test]
    fn a_branch_may_take_transfers_and_use_the_post() {
        let branch =
            BranchConfig { bank: Some(account("970415")), postage: Some(postage(91)), ..BranchConfig::default() };
        branch.check().expect("a sound branch");
    }

    #[test]
    fn a_branch_that_cannot_work_is_refused() {
        let with = |change: fn(&mut BranchConfig)| {
            let mut branch = BranchConfig::default();
            change(&mut branch);
            branch.check().expect_err("refused")
        };
        assert!(matches!(with(|b| b.agency_code = "h 1".to_owned()), BranchError::AgencyCode(_)));
        assert!(matches!(with(|b| b.groups[0].prefix = b.groups[1].prefix), BranchError::Group(_)));
        assert!(matches!(with(|b| b.services[0].group = "không có".into()), BranchError::Group(_)));
        assert!(matches!(with(|b| b.services[0].minutes = 0), BranchError::Service(_)));
        assert!(matches!(with(|b| b.counters[0].number = 2), BranchError::Counter(2)));
        assert!(matches!(with(|b| b.counters[0].and_finally = vec!["x".into()]), BranchError::Counter(1)));
        assert!(matches!(with(|b| b.counters.clear()), BranchError::Unserved(_)));
        assert!(matches!(with(|b| b.name.clear()), BranchError::Unnamed));
        assert!(matches!(with(|b| b.calling.priority_one_in = 0), BranchError::Calling));
        assert!(matches!(with(|b| b.appointments.per_slot = 0), BranchError::Appointments));
        assert!(matches!(with(|b| b.appointments.days_ahead = 91), BranchError::Appointments));
        assert!(matches!(with(|b| b.appointments.late_minutes = 1_441), BranchError::Appointments));
        assert!(matches!(with(|b| b.appointments.priority = Some("x".into())), BranchError::Appointments));
        assert!(matches!(with(|b| b.keep_accepted_days = 29), BranchError::Kept));
        assert!(matches!(with(|b| b.keep_open_days = 3_651), BranchError::Kept));
        assert!(matches!(with(|b| b.keep_drafts_days = 0), BranchError::Drafts));
        assert!(matches!(with(|b| b.keep_drafts_days = 31), BranchError::Drafts));
        assert!(matches!(with(|b| b.notices.push(Notice::default())), BranchError::Notice(1)));
        assert!(matches!(with(|b| b.bank = Some(account("97041"))), BranchError::Bank));
        assert!(matches!(with(|b| b.postage = Some(postage(0))), BranchError::Postage));
        assert!(matches!(with(|b| b.transfer_late_minutes = 10_081), BranchError::Transfer));
        assert!(matches!(with(|b| b.priorities[1].id = b.priorities[0].id.clone()), BranchError::Priority(_)));
    }
}
