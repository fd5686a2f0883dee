//! Sends saved submissions until the central system says it has them, and then what their people said of
//! paying.
//!
//! Each is tried on its own: one that is refused, keeps failing or is long on its way holds up no other.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use futures_util::StreamExt;
use motcua_domain::payment::Payment;
use motcua_domain::time::Moment;
use motcua_domain::wire::{AttachedFile, Problem, Receipt};
use sha2::{Digest, Sha256};
use tokio::sync::watch;
use uuid::Uuid;

use crate::central::{CentralClient, Refusal};
use crate::clock::Clock;
use crate::store::{Pending, Store, StoreError};

/// The first pause after a failed try, in milliseconds; it doubles.
const FIRST_PAUSE: u64 = 1_000;
/// The longest pause between two tries, in milliseconds.
const LONGEST_PAUSE: u64 = 300_000;
/// How often it looks for submissions whose time has come.
const ROUND: Duration = Duration::from_secs(1);
/// How many are sent at once beside the one somebody waits for: a large one holds up no other, and
/// leaves that person a fair part of a slow line.
const AT_ONCE: usize = 2;

/// What came of one try.
#[derive(Clone, Debug, PartialEq)]
pub enum Sent {
    /// The central system has it, and its hash is ours.
    Received(Receipt),
    /// Not now; it stays saved and is tried again.
    Waiting,
    /// Never; it stays saved for an officer.
    Refused(Problem),
}

/// The sender of saved submissions.
pub struct Outbox {
    store: Store,
    central: Arc<CentralClient>,
    clock: Arc<dyn Clock>,
    /// What is being sent at this moment.
    in_hand: Mutex<HashSet<Uuid>>,
    /// Told as often as something came further.
    came: watch::Sender<()>,
}

impl Outbox {
    /// An outbox over a store; [`Outbox::run`] keeps it going.
    pub fn new(store: Store, central: Arc<CentralClient>, clock: Arc<dyn Clock>) -> Self {
        Self { store, central, clock, in_hand: Mutex::default(), came: watch::Sender::new(()) }
    }

    /// Changes as often as something that was saved was handed over, or never will be.
    pub fn watch(&self) -> watch::Receiver<()> {
        self.came.subscribe()
    }

    /// Sends what is due, for as long as the program runs.
    pub async fn run(&self) {
        loop {
            let (sent, told) = tokio::join!(self.send_all_due(), self.tell_all_due());
            for error in [sent.err(), told.err()].into_iter().flatten() {
                tracing::error!(%error, "the outbox could not be read");
            }
            tokio::time::sleep(ROUND).await;
        }
    }

    async fn send_all_due(&self) -> Result<(), StoreError> {
        let due = self.store.due_submissions(self.clock.now()).await?;
        futures_util::stream::iter(due).for_each_concurrent(AT_ONCE, |id| self.send_due(id)).await;
        Ok(())
    }

    async fn tell_all_due(&self) -> Result<(), StoreError> {
        for submission in self.store.due_transfers(self.clock.now()).await? {
            self.tell_transfer(submission).await?;
        }
        Ok(())
    }

    async fn send_due(&self, id: Uuid) {
        if let Err(error) = self.send(id).await {
            tracing::error!(%id, %error, "a saved submission could not be handled");
            self.pause(id, 8).await;
        }
    }

    /// Tries to send one submission now, whatever else is on its way. One that is being sent
    /// already is left to that sender, and waits.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails; the submission is still saved then.
    pub async fn send(&self, id: Uuid) -> Result<Sent, StoreError> {
        let Some(_held) = InHand::take(self, id) else { return Ok(Sent::Waiting) };
        let Some(pending) = self.store.pending(id).await? else { return Ok(Sent::Waiting) };
        let attempts = pending.attempts;
        match self.hand_over(pending).await {
            Ok(receipt) => {
                self.store.submission_sent(id, receipt.received_at).await?;
                self.came.send_replace(());
                Ok(Sent::Received(receipt))
            }
            Err(Refusal::Later(seconds)) => {
                let at = self.clock.now().plus_millis(seconds.min(LONGEST_PAUSE / 1000) as i64 * 1000);
                self.store.try_submission_again(id, at).await?;
                Ok(Sent::Waiting)
            }
            // Something that is not the central API answered, or one of another version: no refusal.
            Err(Refusal::Never(problem)) if problem.code == "central-not-understood" => {
                self.pause(id, attempts).await;
                Ok(Sent::Waiting)
            }
            Err(Refusal::Never(problem)) => {
                tracing::warn!(%id, code = problem.code, "the central system refused a submission");
                self.store.submission_refused(id, &problem.code).await?;
                self.came.send_replace(());
                Ok(Sent::Refused(problem))
            }
            // A device that was revoked is an officer's matter; what it holds is as good as ever.
            Err(Refusal::Away | Refusal::NotYou(_)) => {
                self.pause(id, attempts).await;
                Ok(Sent::Waiting)
            }
        }
    }

    /// Tells the central system now that the person of a submission says to have paid, if it has the
    /// submission and was not told. Answers with what it says to that.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails; the word is still kept then.
    pub async fn tell_transfer(&self, submission: Uuid) -> Result<Option<Payment>, StoreError> {
        let Some(said) = self.store.transfer_said(submission).await? else { return Ok(None) };
        let payment = match self.central.say_transferred(&said.code, said.key).await {
            Ok(payment) => Some(payment),
            Err(Refusal::Never(problem)) if problem.code == "nothing-to-pay" => None,
            Err(_) => {
                let at = next_try(self.clock.now(), said.attempts, crate::store::random_u64());
                self.store.try_transfer_again(submission, at).await?;
                return Ok(None);
            }
        };
        self.store.transfer_told(said.key).await?;
        self.came.send_replace(());
        Ok(payment)
    }

    async fn hand_over(&self, pending: Pending) -> Result<Receipt, Refusal> {
        let mut submission = pending.submission;
        for file in pending.files {
            let size = file.bytes.len() as u64;
            let stored = self.central.send_file(file.bytes, &file.media_type, file.upload_key).await?;
            if stored.sha256 != file.sha256 || stored.size != size {
                return Err(Refusal::Away);
            }
            submission.documents.push(AttachedFile {
                evidence: file.evidence,
                file: stored.id,
                sha256: file.sha256,
                size,
                media_type: file.media_type,
                pages: file.pages,
            });
        }
        let receipt = self.central.send_submission(&submission, submission.id).await?;
        if receipt.id != submission.id || receipt.content_sha256 != hex_sha256(submission.canonical_json().as_bytes()) {
            tracing::error!(id = %submission.id, "the receipt is for other content: the submission stays saved");
            return Err(Refusal::Away);
        }
        Ok(receipt)
    }

    async fn pause(&self, id: Uuid, attempts: u32) {
        let at = next_try(self.clock.now(), attempts, crate::store::random_u64());
        if let Err(error) = self.store.try_submission_again(id, at).await {
            tracing::error!(%id, %error, "the next try could not be noted");
        }
    }

    fn in_hand(&self) -> MutexGuard<'_, HashSet<Uuid>> {
        self.in_hand.lock().expect("no thread panics holding this")
    }
}

/// One sender's hold on a submission; given up when the sending ends or is given up.
struct InHand<'a> {
    outbox: &'a Outbox,
    id: Uuid,
}

impl<'a> InHand<'a> {
    /// None when another sender has it.
    fn take(outbox: &'a Outbox, id: Uuid) -> Option<Self> {
        outbox.in_hand().insert(id).then(|| Self { outbox, id })
    }
}

impl Drop for InHand<'_> {
    fn drop(&mut self) {
        self.outbox.in_hand().remove(&self.id);
    }
}

/// When to try again: full jitter between one second's worth and a doubling pause, at most five minutes.
fn next_try(now: Moment, attempts: u32, random: u64) -> Moment {
    let ceiling = FIRST_PAUSE.saturating_mul(1 << attempts.min(20)).min(LONGEST_PAUSE);
    now.plus_millis((FIRST_PAUSE / 2 + random % ceiling) as i64)
}

/// SHA-256 in lower-case hex.
pub fn hex_sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_five_minutes_and_no_further() {
        let now = Moment::from_millis(0);
        for attempts in 0..64 {
            for random in [0, 1, 999, u64::MAX] {
                let pause = next_try(now, attempts, random).millis();
                assert!((500..=300_500).contains(&pause), "{attempts} {random} {pause}");
            }
        }
        assert!(next_try(now, 0, 999).millis() < 1_500);
    }
}
