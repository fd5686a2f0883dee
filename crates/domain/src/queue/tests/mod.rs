//! The rules of the hall, tried from outside: what an officer, a kiosk and a clock can do to it.

mod ahead;
mod appointments;
mod bounds;
mod counters;
mod estimate;
mod figures;
mod holders;
mod invariants;
mod issuing;
mod nights;
mod order;
mod report;
mod serving;

use std::sync::Arc;

use uuid::Uuid;

use super::*;
use crate::branch::{BranchConfig, CounterConfig, Service};
use crate::time::Moment;
use crate::wire::Problem;

/// Monday, 23 November 2026, eight in the morning.
fn morning() -> Moment {
    "2026-11-23T08:00:00+07:00".parse().expect("a moment")
}

/// Two groups: H with the services `sinh` and `tu`, C with `sao`. Counter 1 serves `sinh`; counter 2
/// `sinh` and `tu`, and helps with `sao`; counter 3 `sao`, and helps with `tu`.
fn config() -> BranchConfig {
    let mut config = BranchConfig::default();
    let service = |id: &str, group: &str| Service {
        id: id.into(),
        group: group.into(),
        name: config.groups[0].name.clone(),
        minutes: 8,
        daily: None,
    };
    let services = vec![service("sinh", "ho-tich"), service("tu", "ho-tich"), service("sao", "chung-thuc")];
    let counter = |number, serves: &[&str], and_finally: &[&str]| CounterConfig {
        number,
        serves: serves.iter().map(|id| (*id).into()).collect(),
        and_finally: and_finally.iter().map(|id| (*id).into()).collect(),
    };
    config.counters =
        vec![counter(1, &["sinh"], &[]), counter(2, &["sinh", "tu"], &["sao"]), counter(3, &["sao"], &["tu"])];
    config.services = services;
    config.groups.truncate(2);
    config.check().expect("a sound branch");
    config
}

/// An officer: `lan` is one, `chi` supervises.
fn officer(account: &str) -> Officer {
    Officer { account: account.into(), name: account.into(), supervisor: account == "chi" }
}

/// A hall, its log, and a clock that stands until it is moved.
struct World {
    hall: Hall,
    log: Vec<Fact>,
    now: Moment,
    /// Every ticket that was ever issued.
    ids: Vec<Uuid>,
}

impl World {
    fn new(change: impl FnOnce(&mut BranchConfig)) -> Self {
        let mut config = config();
        change(&mut config);
        let now = morning();
        Self { hall: Hall::new(Arc::new(config), now.business_date()), log: Vec::new(), now, ids: Vec::new() }
    }

    fn wait(&mut self, seconds: i64) {
        self.now = self.now.plus_millis(seconds * 1_000);
    }

    /// Takes in what the hall decided.
    fn take(&mut self, fact: Fact) {
        self.hall.apply(&fact);
        self.log.push(fact);
    }

    /// What somebody who comes for a service asks.
    fn ask(&self, service: &str) -> Ask {
        let group = if service == "sao" { "chung-thuc" } else { "ho-tich" };
        Ask {
            id: Uuid::from_u128(self.ids.len() as u128 + 1),
            group: group.to_owned(),
            service: Some(service.to_owned()),
            language: "vi".to_owned(),
            priority: None,
            holder: None,
            by: "device:1".into(),
        }
    }

    fn issue(&mut self, ask: &Ask) -> Result<Uuid, Problem> {
        let fact = self.hall.issue(ask, self.now)?;
        self.take(fact);
        self.ids.push(ask.id);
        Ok(ask.id)
    }

    /// Somebody without priority takes a number.
    fn comes(&mut self, service: &str) -> Uuid {
        self.issue(&self.ask(service)).expect("a number")
    }

    /// Somebody with priority takes a number.
    fn comes_first(&mut self, service: &str) -> Uuid {
        let ask = Ask { priority: Some("cao-tuoi".to_owned()), ..self.ask(service) };
        self.issue(&ask).expect("a number")
    }

    /// Somebody checks in for an appointment, as the log has it.
    fn comes_for(&mut self, service: &str, slot: Moment, priority: bool) -> Uuid {
        let priority = priority.then(|| "cao-tuoi".to_owned());
        let by = format!("desk:{}", self.ids.len());
        let ask = Ask { priority, by: by.as_str().into(), ..self.ask(service) };
        let mut fact = self.hall.issue(&ask, self.now).expect("a number");
        if let Fact::Ticket(TicketEvent { deed: Deed::Issue(issued), .. }) = &mut fact {
            issued.arrived = slot;
            issued.appointment = Some(ask.id);
        }
        self.take(fact);
        self.ids.push(ask.id);
        ask.id
    }

    fn opens(&mut self, counter: u32, account: &str) -> Result<(), Problem> {
        let fact = self.hall.open_counter(counter, &officer(account), false, self.now)?;
        fact.into_iter().for_each(|fact| self.take(fact));
        Ok(())
    }

    fn next(&mut self, counter: u32, account: &str) -> Result<Option<(Uuid, Why)>, Problem> {
        let Some(fact) = self.hall.call_next(counter, &officer(account), self.now)? else { return Ok(None) };
        let Fact::Ticket(TicketEvent { ticket, deed: Deed::Call { why, .. }, .. }) = &fact else {
            panic!("{fact:?} is no call");
        };
        let called = (*ticket, *why);
        self.take(fact);
        Ok(Some(called))
    }

    fn order(&mut self, id: Uuid, order: Order, account: &str) -> Result<(), Problem> {
        let fact = self.hall.order(id, order, &officer(account), self.now)?;
        self.take(fact);
        Ok(())
    }

    /// Calls the next and serves them within no time.
    fn serves(&mut self, counter: u32, account: &str) -> Option<(Uuid, Why)> {
        let called = self.next(counter, account).expect("a free counter");
        if let Some((id, _)) = called {
            self.order(id, Order::Start, account).expect("they came");
            self.order(id, Order::Finish, account).expect("they were served");
        }
        called
    }

    fn label(&self, id: Uuid) -> String {
        self.hall.find(id).expect("a ticket of today").label.to_string()
    }

    fn state(&self, id: Uuid) -> Option<TicketState> {
        self.hall.find(id).map(|ticket| ticket.state)
    }
}

/// The code something was refused with.
fn refused<T: std::fmt::Debug>(result: Result<T, Problem>) -> String {
    result.expect_err("refused").code
}
