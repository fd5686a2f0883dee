use uuid::Uuid;

use super::fact::Fact;
use super::hall::Hall;
use super::issue::Ask;
use super::label::{KioskNumber, Label};
use super::state::TicketState;
use super::ticket::{Deed, TicketEvent};
use crate::time::Moment;
use crate::wire::Problem;

/// What a kiosk did while it was cut off, told of when it is back.
impl Hall {
    /// Takes in a number the kiosk printed by itself. One of a business date gone by only goes into
    /// the history.
    ///
    /// # Errors
    /// Those of [`Hall::issue_printed`].
    pub fn take_in(
        &self,
        ask: &Ask,
        label: Label,
        kiosk: KioskNumber,
        printed: Moment,
        now: Moment,
    ) -> Result<Vec<Fact>, Problem> {
        let mut facts = vec![self.issue_printed(ask, label, kiosk, printed, now)?];
        if printed.business_date() < self.date() {
            let by = "system".into();
            facts.push(Fact::Ticket(TicketEvent { ticket: ask.id, at: now, by, deed: Deed::Expire }));
        }
        Ok(facts)
    }

    /// Takes back a number whose answer never reached the kiosk, which gave one of its own instead.
    /// None when nobody holds it any more anyway.
    pub fn void(&self, id: Uuid, now: Moment) -> Option<Fact> {
        let ticket = self.ticket(id)?;
        let unseen = matches!(ticket.state, TicketState::Waiting | TicketState::Called);
        let deed = Deed::Cancel { reason: "double".into() };
        unseen.then(|| Fact::Ticket(TicketEvent { ticket: id, at: now, by: "system".into(), deed }))
    }
}
