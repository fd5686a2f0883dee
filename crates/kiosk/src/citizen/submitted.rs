//! What becomes of a submission while its person is still there: it arrives, it is paid, and the screen and the
//! slip follow.

use std::sync::Arc;

use motcua_domain::wire::Problem;
use uuid::Uuid;

use super::CitizenDesk;
use super::guide::nothing_begun;
use super::printing::PATIENCE;
use crate::store::{Came, StoreError};
use crate::view::{CitizenNews, PaymentNow, SubmissionShown};

impl CitizenDesk {
    /// What was submitted in this visit, as it stands; none when nothing was.
    pub async fn submitted(&self) -> Option<SubmissionShown> {
        Some(self.visit.lock().await.submitted.as_ref()?.shown.clone())
    }

    /// Follows the outbox for as long as the program runs: who still stands before the screen sees that their
    /// submission arrived.
    pub async fn follow_outbox(self: Arc<Self>) {
        let mut came = self.outbox.watch();
        while came.changed().await.is_ok() {
            let Ok((id, _)) = self.of_submitted().await else { continue };
            match self.look_at_submitted(id).await {
                Ok(came) if came.received_at.is_some() => self.look_at_time(id).await,
                Ok(_) => {}
                Err(problem) => {
                    tracing::error!(%id, code = problem.code, "what became of a submission could not be read");
                }
            }
        }
    }

    /// Whether the time that was chosen with it is held, the central system's account of it says.
    async fn look_at_time(&self, id: Uuid) {
        let visit = self.visit.lock().await;
        let chosen = visit.submitted.as_ref().is_some_and(|own| own.id == id && own.shown.time.is_some());
        drop(visit);
        if chosen && self.payment().await.is_ok() {
            self.tell(CitizenNews::Submitted);
        }
    }

    /// How the payment of this visit's submission stands.
    ///
    /// # Errors
    /// `nothing-begun` when nothing was submitted in this visit, `store`, `central-away`.
    pub async fn payment(&self) -> Result<PaymentNow, Problem> {
        let (id, code) = self.of_submitted().await?;
        let found = match self.central.lookup(&code).await {
            Ok(found) => found,
            Err(problem) if problem.code == "unknown-code" => {
                let said = self.look_at_submitted(id).await?.transfer_said;
                return Ok(PaymentNow { payment: None, said });
            }
            Err(problem) => return Err(problem),
        };
        let mut came = self.look_at_submitted(id).await?;
        if came.received_at.is_none() {
            // It arrived, and its receipt was lost on the way: nothing is said of it before that is here.
            self.outbox.send(id).await.map_err(store_failed)?;
            came = self.look_at_submitted(id).await?;
        }
        let mut visit = self.visit.lock().await;
        let submitted = visit.submitted.as_mut().filter(|submitted| submitted.id == id).ok_or_else(nothing_begun)?;
        if came.received_at.is_none() {
            return Ok(PaymentNow { payment: None, said: came.transfer_said });
        }
        submitted.told(&found);
        Ok(PaymentNow { payment: found.payment, said: came.transfer_said })
    }

    /// "Tôi đã chuyển": kept here, and told to the central system as soon as it has the submission, once. It
    /// looks for the money then; a person's word is no payment.
    ///
    /// # Errors
    /// `nothing-begun` when nothing was submitted in this visit, `store` when it could not be kept.
    pub async fn say_transferred(&self) -> Result<PaymentNow, Problem> {
        let (id, _) = self.of_submitted().await?;
        self.store.say_transferred(id, self.clock.now()).await.map_err(store_failed)?;
        let payment = match tokio::time::timeout(PATIENCE, self.outbox.tell_transfer(id)).await {
            Ok(told) => told.map_err(store_failed)?,
            Err(_) => None,
        };
        Ok(PaymentNow { payment, said: self.look_at_submitted(id).await?.transfer_said })
    }

    /// The identity and the code of what was submitted in this visit.
    pub(super) async fn of_submitted(&self) -> Result<(Uuid, String), Problem> {
        let visit = self.visit.lock().await;
        let submitted = visit.submitted.as_ref().ok_or_else(nothing_begun)?;
        Ok((submitted.id, submitted.shown.code.clone()))
    }

    /// Reads how far it came; the page is told when that is further than it shows.
    pub(super) async fn look_at_submitted(&self, id: Uuid) -> Result<Came, Problem> {
        // Read while it is held: what was read earlier never overwrites what came later.
        let mut visit = self.visit.lock().await;
        let came = self.store.came(id).await.map_err(store_failed)?;
        if visit.submitted.as_mut().is_some_and(|submitted| submitted.id == id && submitted.came(came)) {
            self.tell(CitizenNews::Submitted);
        }
        Ok(came)
    }
}

fn store_failed(error: StoreError) -> Problem {
    tracing::error!(%error, "what became of a submission could not be read or kept");
    Problem::new("store")
}
