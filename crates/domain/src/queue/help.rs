use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::counter::Officer;
use super::fact::Fact;
use super::hall::Hall;
use super::name::Name;
use crate::time::Moment;
use crate::wire::Problem;

/// Something that happened to a call for help at a machine. Nothing about who called is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpEvent {
    /// The machine.
    pub device: Uuid,
    /// When.
    pub at: Moment,
    /// Who did it: the machine for whoever stands before it, or an officer's account.
    pub by: Name,
    /// What.
    #[serde(flatten)]
    pub deed: HelpDeed,
}

/// What happened to a call for help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verb", rename_all = "snake_case")]
pub enum HelpDeed {
    /// Somebody at the machine wants an officer.
    Ask,
    /// An officer comes.
    Answer {
        /// The officer's name, for colleagues.
        name: Name,
    },
    /// Nobody has to come any more: they were helped, or they left.
    End,
}

/// A call for help that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
pub struct HelpCall {
    /// When somebody called.
    pub since: Moment,
    /// Who comes, once an officer has said so.
    pub answer: Option<HelpAnswer>,
}

/// An officer's word that they come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
pub struct HelpAnswer {
    /// When it was given.
    pub at: Moment,
    /// The officer's account.
    #[schema(value_type = String)]
    pub account: Name,
    /// The officer's name.
    #[schema(value_type = String)]
    pub officer: Name,
}

impl Hall {
    /// The open call for help of a machine.
    pub fn help_call(&self, device: Uuid) -> Option<&HelpCall> {
        self.help.get(&device)
    }

    /// Somebody at a machine wants an officer. While a call is open nothing more happens.
    pub fn ask_help(&self, device: Uuid, by: Name, now: Moment) -> Option<Fact> {
        let event = HelpEvent { device, at: now, by, deed: HelpDeed::Ask };
        self.help_call(device).is_none().then_some(Fact::Help(event))
    }

    /// An officer says that they come; saying it again changes nothing.
    ///
    /// # Errors
    /// `no-help-call` when nobody wants help there any more, `help-answered` when a colleague comes.
    pub fn answer_help(&self, device: Uuid, officer: &Officer, now: Moment) -> Result<Option<Fact>, Problem> {
        let call = self.help_call(device).ok_or_else(|| Problem::new("no-help-call"))?;
        match &call.answer {
            Some(answer) if answer.account == officer.account => Ok(None),
            Some(_) => Err(Problem::new("help-answered")),
            None => {
                let deed = HelpDeed::Answer { name: officer.name.clone() };
                Ok(Some(Fact::Help(HelpEvent { device, at: now, by: officer.account.clone(), deed })))
            }
        }
    }

    /// Nobody has to come to a machine any more; without an open call nothing happens.
    pub fn end_help(&self, device: Uuid, by: Name, now: Moment) -> Option<Fact> {
        let event = HelpEvent { device, at: now, by, deed: HelpDeed::End };
        self.help_call(device).map(|_| Fact::Help(event))
    }

    pub(super) fn apply_help(&mut self, event: &HelpEvent) {
        match &event.deed {
            HelpDeed::Ask => {
                self.help.insert(event.device, HelpCall { since: event.at, answer: None });
            }
            HelpDeed::Answer { name } => {
                if let Some(call) = self.help.get_mut(&event.device) {
                    let (account, officer) = (event.by.clone(), name.clone());
                    call.answer = Some(HelpAnswer { at: event.at, account, officer });
                }
            }
            HelpDeed::End => {
                self.help.remove(&event.device);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::branch::BranchConfig;

    const KIOSK: Uuid = Uuid::from_u128(1);

    fn officer(account: &str) -> Officer {
        Officer { account: account.into(), name: account.into(), supervisor: false }
    }

    #[test]
    fn a_call_is_asked_once_answered_by_one_and_ended() {
        let now = Moment::from_millis(1_795_395_900_000);
        let later = now.plus_millis(30_000);
        let mut hall = Hall::new(Arc::new(BranchConfig::default()), now.business_date());
        let mut log = Vec::new();
        let mut take = |hall: &mut Hall, fact: Fact| {
            hall.apply(&fact);
            log.push(fact);
        };
        let refused = |hall: &Hall, account| hall.answer_help(KIOSK, &officer(account), later).map_err(|p| p.code);
        assert_eq!(refused(&hall, "lan"), Err("no-help-call".to_owned()));
        assert_eq!(hall.end_help(KIOSK, "device:1".into(), now), None);

        let asked = hall.ask_help(KIOSK, "device:1".into(), now).expect("nobody was called");
        take(&mut hall, asked);
        assert_eq!(hall.ask_help(KIOSK, "device:1".into(), later), None, "one call at a time");
        let comes = hall.answer_help(KIOSK, &officer("lan"), later).expect("open").expect("not answered");
        take(&mut hall, comes);
        assert_eq!(refused(&hall, "lan"), Ok(None), "said twice");
        assert_eq!(refused(&hall, "minh"), Err("help-answered".to_owned()));
        let answer = HelpAnswer { at: later, account: "lan".into(), officer: "lan".into() };
        assert_eq!(hall.help_call(KIOSK), Some(&HelpCall { since: now, answer: Some(answer) }));

        // What is stored makes the same hall.
        let written = serde_json::to_string(&log).expect("JSON");
        let mut again = Hall::new(Arc::new(BranchConfig::default()), now.business_date());
        for fact in serde_json::from_str::<Vec<Fact>>(&written).expect("facts") {
            again.apply(&fact);
        }
        assert_eq!(again.help_call(KIOSK), hall.help_call(KIOSK));

        let ended = hall.end_help(KIOSK, "device:1".into(), later).expect("open");
        hall.apply(&ended);
        assert_eq!(hall.help_call(KIOSK), None);
        hall.apply(&hall.ask_help(KIOSK, "device:1".into(), later).expect("called anew"));
        hall.apply(&Fact::Day { at: later.plus_millis(24 * 60 * 60 * 1000) });
        assert_eq!(hall.help_call(KIOSK), None, "no call outlives its day");
    }
}
