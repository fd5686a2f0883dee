use motcua_domain::wire::{Problem, RateTicket};
use uuid::Uuid;

use super::CitizenDesk;

/// What was said of a ticket, and under which key: a lost answer is asked for again under the same.
#[derive(Default)]
pub(super) struct Said(Option<(Uuid, RateTicket, Uuid)>);

impl Said {
    /// The key of the same thing said before, or a new one.
    fn key(&self, ticket: Uuid, rating: &RateTicket) -> Uuid {
        let same = |(before, said, _): &&(Uuid, RateTicket, Uuid)| *before == ticket && said == rating;
        self.0.as_ref().filter(same).map_or_else(Uuid::now_v7, |(.., key)| *key)
    }
}

impl CitizenDesk {
    /// Says how it was, once, for a ticket that was served.
    ///
    /// # Errors
    /// `rated-already`, `ticket-not-in-state`, `rating-wrong`, `unknown-ticket`, `central-away`: nobody
    /// knows then whether it arrived, and saying the same again is safe.
    pub async fn rate_ticket(&self, ticket: Uuid, rating: RateTicket) -> Result<(), Problem> {
        // Nothing is held while the central system is asked: the visit may end meanwhile.
        let key = {
            let mut visit = self.visit.lock().await;
            let key = visit.said.key(ticket, &rating);
            visit.said = Said(Some((ticket, rating.clone(), key)));
            key
        };
        self.central.rate(ticket, &rating, key).await
    }
}
