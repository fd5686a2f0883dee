use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use super::config::BranchConfig;

/// A part of what a supervisor sets, for the history of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum ConfigPart {
    /// The centre's names, address and codes.
    Centre,
    /// Service groups.
    Groups,
    /// Services.
    Services,
    /// Counters and their work profiles.
    Counters,
    /// Who is called before others.
    Priorities,
    /// How people are called.
    Calling,
    /// When and to whom numbers are given.
    Issuing,
    /// How appointments are kept.
    Appointments,
    /// What becomes of those who wait when the day ends.
    EndOfDay,
    /// What the boards say.
    Notices,
    /// How long drafts are kept.
    Drafts,
    /// The account that fees are paid to, how long transfers are waited for, and postage.
    Payment,
}

impl BranchConfig {
    /// The parts that are otherwise than in an earlier version.
    pub fn changed_since(&self, earlier: &Self) -> Vec<ConfigPart> {
        // Named one by one, so that a new field has to be thought of here.
        let Self {
            id,
            name,
            agency,
            address,
            place,
            agency_code,
            groups,
            services,
            counters,
            priorities,
            calling,
            issuing,
            appointments,
            end_of_day,
            notices,
            keep_drafts_days,
            keep_accepted_days,
            keep_open_days,
            bank,
            postage,
            transfer_late_minutes,
        } = self;
        let centre = [id, name, agency, address, place, agency_code]
            != [&earlier.id, &earlier.name, &earlier.agency, &earlier.address, &earlier.place, &earlier.agency_code];
        let parts = [
            (ConfigPart::Centre, centre),
            (ConfigPart::Groups, *groups != earlier.groups),
            (ConfigPart::Services, *services != earlier.services),
            (ConfigPart::Counters, *counters != earlier.counters),
            (ConfigPart::Priorities, *priorities != earlier.priorities),
            (ConfigPart::Calling, *calling != earlier.calling),
            (ConfigPart::Issuing, *issuing != earlier.issuing),
            (ConfigPart::Appointments, *appointments != earlier.appointments),
            (ConfigPart::EndOfDay, *end_of_day != earlier.end_of_day),
            (ConfigPart::Notices, *notices != earlier.notices),
            (
                ConfigPart::Drafts,
                *keep_drafts_days != earlier.keep_drafts_days
                    || *keep_accepted_days != earlier.keep_accepted_days
                    || *keep_open_days != earlier.keep_open_days,
            ),
            (
                ConfigPart::Payment,
                (bank, postage, transfer_late_minutes)
                    != (&earlier.bank, &earlier.postage, &earlier.transfer_late_minutes),
            ),
        ];
        parts.into_iter().filter_map(|(part, changed)| changed.then_some(part)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::branch::{EndOfDay, Notice};

    #[test]
    fn a_change_names_the_parts_it_touched_and_no_other() {
        let earlier = BranchConfig::default();
        let since = |change: fn(&mut BranchConfig)| {
            let mut later = earlier.clone();
            change(&mut later);
            later.changed_since(&earlier)
        };
        assert_eq!(since(|_| {}), []);
        assert_eq!(since(|b| b.place = "Rạch Giá".to_owned()), [ConfigPart::Centre]);
        assert_eq!(since(|b| b.services[0].daily = Some(60)), [ConfigPart::Services]);
        assert_eq!(since(|b| b.counters.swap(0, 1)), [ConfigPart::Counters]);
        let several = |b: &mut BranchConfig| {
            b.groups[0].icon = "tree".to_owned();
            b.calling.age_cap_minutes += 1;
            b.end_of_day = EndOfDay::Keep;
            b.notices.push(Notice::default());
        };
        assert_eq!(
            since(several),
            [ConfigPart::Groups, ConfigPart::Calling, ConfigPart::EndOfDay, ConfigPart::Notices]
        );
        let the_rest = |b: &mut BranchConfig| {
            b.priorities.clear();
            b.issuing.stop_minutes += 1;
            b.appointments.per_slot += 1;
            b.keep_drafts_days += 1;
        };
        assert_eq!(
            since(the_rest),
            [ConfigPart::Priorities, ConfigPart::Issuing, ConfigPart::Appointments, ConfigPart::Drafts]
        );
    }
}
