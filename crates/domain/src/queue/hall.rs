use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use jiff::civil::{Date, Time};
use uuid::Uuid;

use super::appointment::Appointment;
use super::counter::{CounterDeed, CounterSession};
use super::drag::Drag;
use super::fact::Fact;
use super::help::HelpCall;
use super::holder::Holders;
use super::label::{Label, Series, TicketNumber};
use super::name::Name;
use super::order::{Caller, Lines};
use super::pace::Pace;
use super::state::TicketState;
use super::ticket::{Deed, Issued, Ticket, TicketEvent, Why};
use crate::branch::{BranchConfig, CounterConfig};
use crate::time::Moment;
use crate::wire::Problem;

/// All that is happening in a centre's hall on a business date.
///
/// It holds the tickets of the day that can still be served; those that ended are in the log only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hall {
    pub(super) config: Arc<BranchConfig>,
    pub(super) date: Date,
    /// When the newest fact happened.
    pub(super) newest: Moment,
    /// Boxed, so that the table's free places cost little.
    pub(super) tickets: HashMap<Uuid, Box<Ticket>>,
    pub(super) lines: Lines,
    pub(super) counters: BTreeMap<u32, CounterSession>,
    /// How many without priority each counter has called since it last called one with.
    pub(super) ordinary_calls: BTreeMap<u32, u32>,
    /// The last number the central server gave in each series.
    pub(super) last: BTreeMap<Series, TicketNumber>,
    /// The number above which the central server gives its next ones, and since when: what is known of today began
    /// anew then.
    pub(super) epoch: Option<(TicketNumber, Moment)>,
    /// The labels kiosks gave by themselves.
    pub(super) printed: BTreeSet<Label>,
    /// The labels kept from earlier days, which are not given again.
    pub(super) kept: BTreeSet<Label>,
    /// How many numbers of each service were given on this date.
    pub(super) issued: BTreeMap<Name, u32>,
    /// Who showed a card for which numbers.
    pub(super) holders: Holders,
    /// The last press at each device for each service.
    pub(super) presses: HashMap<(Name, Name), (Moment, Uuid)>,
    /// The appointments of this day and of those to come, by their start.
    pub(super) appointments: BTreeMap<(Moment, Uuid), Appointment>,
    /// The open calls for help, by the machine they came from.
    pub(super) help: BTreeMap<Uuid, HelpCall>,
    /// How long people took a counter today.
    pub(super) pace: Pace,
    /// How much longer people waited today than was foreseen.
    pub(super) drag: Drag,
}

impl Hall {
    /// An empty hall on a business date.
    pub fn new(config: Arc<BranchConfig>, date: Date) -> Self {
        Self {
            config,
            date,
            newest: Moment::from_local(date.to_datetime(Time::midnight())),
            tickets: HashMap::new(),
            lines: Lines::default(),
            counters: BTreeMap::new(),
            ordinary_calls: BTreeMap::new(),
            last: BTreeMap::new(),
            epoch: None,
            printed: BTreeSet::new(),
            kept: BTreeSet::new(),
            issued: BTreeMap::new(),
            holders: Holders::default(),
            presses: HashMap::new(),
            appointments: BTreeMap::new(),
            help: BTreeMap::new(),
            pace: Pace::default(),
            drag: Drag::default(),
        }
    }

    /// How the centre is set up.
    pub fn config(&self) -> &BranchConfig {
        &self.config
    }

    /// Puts other settings in force.
    pub fn set_config(&mut self, config: Arc<BranchConfig>) {
        self.config = config;
    }

    /// Its business date.
    pub fn date(&self) -> Date {
        self.date
    }

    /// A ticket that can still be served today.
    pub fn ticket(&self, id: Uuid) -> Option<&Ticket> {
        self.tickets.get(&id).map(Box::as_ref)
    }

    /// Every ticket that can still be served today, in no order.
    pub fn tickets(&self) -> impl Iterator<Item = &Ticket> {
        self.tickets.values().map(Box::as_ref)
    }

    /// A counter that is open.
    pub fn session(&self, number: u32) -> Option<&CounterSession> {
        self.counters.get(&number)
    }

    /// The open counters, by number.
    pub fn sessions(&self) -> impl Iterator<Item = (u32, &CounterSession)> {
        self.counters.iter().map(|(number, session)| (*number, session))
    }

    /// The counter an officer has open.
    pub fn counter_of(&self, account: &str) -> Option<(u32, &CounterSession)> {
        self.sessions().find(|(_, session)| session.officer == *account)
    }

    /// How many wait for a service group.
    pub fn waiting_in(&self, group: &str) -> usize {
        self.config.services_of(group).map(|service| self.lines.waiting_for(&service.id)).sum()
    }

    /// Everybody who waits, in the order of their places.
    pub fn waiting(&self) -> Vec<&Ticket> {
        let mut waiting: Vec<_> = self.tickets().filter(|ticket| ticket.state == TicketState::Waiting).collect();
        waiting.sort_unstable_by_key(|ticket| ticket.place);
        waiting
    }

    pub(super) fn counter_config(&self, number: u32) -> Result<&CounterConfig, Problem> {
        self.config.counter(number).ok_or_else(|| Problem::new("unknown-counter").with("counter", number))
    }

    /// Who asks for the next person at a counter.
    pub(super) fn caller<'a>(&self, counter: &'a CounterConfig, officer: &'a Name) -> Caller<'a> {
        Caller { counter, officer, ordinary_calls: self.calls_since_priority(counter.number) }
    }

    /// How many without priority a counter has called since it last called one with. A counter that
    /// never did owes them the next call.
    pub(super) fn calls_since_priority(&self, counter: u32) -> u32 {
        self.ordinary_calls.get(&counter).copied().unwrap_or(u32::MAX)
    }

    /// Makes a stored fact true.
    pub fn apply(&mut self, fact: &Fact) {
        self.newest = fact.at();
        match fact {
            Fact::Ticket(event) => self.apply_ticket(event),
            Fact::Counter(event) => match &event.deed {
                CounterDeed::Open { name } => {
                    let session = CounterSession {
                        officer: event.by.clone(),
                        name: name.clone(),
                        since: event.at,
                        on_break: None,
                        ticket: self.at_counter(event.counter),
                        finished: None,
                        taken: None,
                        free: None,
                    };
                    self.counters.insert(event.counter, session);
                }
                CounterDeed::Close => {
                    self.counters.remove(&event.counter);
                }
                CounterDeed::Break => self.on_break(event.counter, Some(event.at)),
                CounterDeed::Back => self.on_break(event.counter, None),
            },
            Fact::Appointment(event) => self.apply_appointment(event),
            Fact::Help(event) => self.apply_help(event),
            Fact::Day { at } => {
                self.date = at.business_date();
                self.forget_appointments();
                self.last.clear();
                self.epoch = None;
                self.printed.clear();
                self.kept.clear();
                self.issued.clear();
                self.holders.clear();
                self.presses.clear();
                self.ordinary_calls.clear();
                self.tickets.retain(|_, ticket| ticket.state.is_active());
                self.counters.clear();
                self.help.clear();
                self.pace = Pace::default();
                self.drag = Drag::default();
            }
            Fact::Epoch { at } => self.epoch = Some((TicketNumber::of_epoch(*at), *at)),
            Fact::Config { .. } | Fact::Submission { .. } => {}
        }
    }

    /// Since when what is known of this date began anew, if it did: what was before may be forgotten.
    pub fn began_anew(&self) -> Option<Moment> {
        self.epoch.map(|(_, at)| at)
    }

    fn on_break(&mut self, counter: u32, since: Option<Moment>) {
        if let Some(session) = self.counters.get_mut(&counter) {
            session.on_break = since;
            session.free = None;
        }
    }

    /// The ticket that is at a counter, whoever has it open.
    fn at_counter(&self, counter: u32) -> Option<Uuid> {
        let there = |ticket: &&Ticket| ticket.counter == Some(counter) && ticket.state.is_at_counter();
        self.tickets().find(there).map(|ticket| ticket.id)
    }

    fn apply_ticket(&mut self, event: &TicketEvent) {
        if let Deed::Issue(issued) = &event.deed {
            return self.apply_issue(event, issued);
        }
        let known = self.find(event.ticket).cloned();
        self.tickets.remove(&event.ticket);
        if let Deed::Keep(kept) = &event.deed {
            self.kept.insert(kept.label);
        }
        let mut ticket = match (known, &event.deed) {
            (Some(ticket), _) => ticket,
            // The log of a day begins with those that were kept.
            (None, Deed::Keep(kept)) => (**kept).clone(),
            (None, _) => return,
        };
        if ticket.state == TicketState::Waiting {
            self.lines.remove(&ticket);
        }
        // The counter it was last called to may have somebody else by now.
        if let Some(session) = ticket.counter.and_then(|number| self.counters.get_mut(&number))
            && session.ticket == Some(ticket.id)
        {
            session.ticket = None;
        }
        let before = ticket.clone();
        ticket.apply(event);
        self.remember_call(&ticket, &event.deed);
        self.remember_time(&before, &ticket, event);
        match event.deed {
            Deed::Reprint => {}
            Deed::Call { why, .. } if why != Why::Chosen => self.drag.came(ticket.id, Some(event.at)),
            _ => self.drag.came(ticket.id, None),
        }
        if ticket.state == TicketState::Waiting {
            self.lines.insert(&ticket);
        }
        if let Some(session) = ticket.counter.and_then(|number| self.counters.get_mut(&number)) {
            if ticket.state.is_at_counter() {
                session.ticket = Some(ticket.id);
                session.finished = None;
            } else if event.deed == Deed::Finish || session.finished.as_ref().is_some_and(|last| last.id == ticket.id) {
                session.finished = Some(ticket.clone());
            }
        }
        if ticket.state.is_active() || ticket.state == TicketState::NoShow {
            self.tickets.insert(ticket.id, Box::new(ticket));
        }
    }

    fn apply_issue(&mut self, event: &TicketEvent, issued: &Issued) {
        let ticket = Ticket::issued(event.ticket, event.at, issued);
        let printed = issued.label.number.kiosk().is_some();
        // A number that a kiosk gave on an earlier day, and tells of today, is none of today's.
        let of_today = !printed || issued.arrived.business_date() == self.date;
        if !printed {
            let last = self.last.entry(issued.label.series).or_insert(issued.label.number);
            *last = (*last).max(issued.label.number);
        } else if of_today {
            self.printed.insert(issued.label);
        }
        if of_today {
            *self.issued.entry(issued.service.clone()).or_default() += 1;
        }
        if let Some(holder) = &issued.holder {
            self.holders.add(issued.group.clone(), holder.clone(), ticket.id);
        }
        self.presses.insert((event.by.clone(), issued.service.clone()), (event.at, ticket.id));
        if let Some(appointment) = issued.appointment {
            self.apply_check_in(appointment, &ticket);
        }
        if let Some(wait) = issued.wait {
            self.drag.said(ticket.id, event.at, wait);
        }
        self.lines.insert(&ticket);
        self.tickets.insert(ticket.id, Box::new(ticket));
    }

    /// Keeps the count that the ratio of priority goes by.
    fn remember_call(&mut self, ticket: &Ticket, deed: &Deed) {
        if let Deed::Call { counter, .. } = deed {
            let since =
                if ticket.priority.is_some() { 0 } else { self.calls_since_priority(*counter).saturating_add(1) };
            self.ordinary_calls.insert(*counter, since);
        }
    }
}
