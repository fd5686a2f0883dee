//! What every request handler can reach.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Deref;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use motcua_domain::wire::StaffMember;
use tokio::sync::{OwnedRwLockReadGuard, Semaphore, broadcast, watch};

use crate::clock;
use crate::http::Paces;
use crate::http::bank::BankSecret;
use crate::http::board::Publisher;
use crate::http::drafts::DraftKeys;
use crate::http::forms::KnownForms;
use crate::http::procedures::Procedures;
use crate::http::status::Heard;
use crate::http::uploads::Followed;
use crate::metrics::Metrics;
use crate::reads_kept::ReadsKept;
use crate::refusal::Refusal;
use crate::store::answered::Key;
use crate::store::audit::Deed;
use crate::store::sql::{Conn, Pool};
use crate::store::vault::Seal;
use crate::store::{Lobby, Seen, Writer};

/// The server's state, shared by all requests.
#[derive(Clone)]
pub(crate) struct App(Arc<Shared>);

/// See [`App`].
pub(crate) struct Shared {
    /// Readers of the database.
    pub(crate) reads: Pool,
    /// The way to the one writer.
    pub(crate) writer: Writer,
    /// The hall as everybody may see it.
    pub(crate) seen: Seen,
    /// Where phones reach the public pages.
    pub(crate) public_url: Option<String>,
    /// Writes that are being carried out now, by asker and key.
    pub(crate) running: Mutex<HashSet<Key>>,
    /// Devices that asked before, by what is kept of their tokens, so that a kiosk is known without
    /// asking the database; whose right is taken away leaves at once.
    pub(crate) devices: Mutex<HashMap<String, (String, Instant)>>,
    /// What machines say of themselves.
    pub(crate) heard: Heard,
    /// How fast phones may ask.
    pub(crate) paces: Paces,
    /// What boards without a token are told.
    pub(crate) boards: Publisher,
    /// The catalogue as officers list and search it.
    pub(crate) procedures: Procedures,
    /// Every procedure's own form.
    pub(crate) forms: KnownForms,
    /// Keys of drafts whose owners let officers help.
    pub(crate) draft_keys: DraftKeys,
    /// What pieces of photos from phones are sealed with.
    pub(crate) piece_seal: Seal,
    /// Which uploads their kiosks still follow.
    pub(crate) followed: Followed,
    /// The secrets shared with banks, by the banks' stable names.
    pub(crate) banks: BTreeMap<String, BankSecret>,
    /// What was put into the audit lately.
    pub(crate) reads_kept: ReadsKept,
    /// Devices whose right was taken away, as it happens.
    pub(crate) revoked: broadcast::Sender<String>,
    /// Passwords hashed at once: each takes 19 MiB and a core.
    pub(crate) hashing: Arc<Semaphore>,
    /// Figures for whoever watches over the server.
    pub(crate) metrics: Metrics,
    /// Who has it may read the figures from another machine.
    pub(crate) metrics_token: Option<String>,
    /// The URL of the database.
    pub(crate) database: String,
    /// Turns true when the server stops.
    pub(crate) stopping: watch::Receiver<bool>,
}

impl App {
    /// Shares the state.
    pub(crate) fn new(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }

    /// A reading connection.
    pub(crate) async fn read(&self) -> Result<Conn, Refusal> {
        Ok(self.0.reads.acquire().await?)
    }

    /// The hall as it is now, all of it committed. It waits for a commit under way, and a commit waits
    /// for it: keep it for a moment only.
    pub(crate) async fn lobby(&self) -> Result<impl Deref<Target = Lobby> + use<>, Refusal> {
        let seen = Arc::clone(&self.0.seen).read_owned().await;
        OwnedRwLockReadGuard::try_map(seen, Option::as_ref).map_err(|_| Refusal::NotCommitted)
    }

    /// Puts a read into the audit before it is told; the same read again within minutes is one read.
    pub(crate) async fn read_of(&self, deed: Deed) -> Result<(), Refusal> {
        if self.0.reads_kept.is_known(&deed, clock::now()) {
            return Ok(());
        }
        let kept = deed.clone();
        let keep = self.0.writer.run(move |unit| {
            Box::pin(async move {
                unit.audit(kept);
                Ok(())
            })
        });
        keep.await?;
        self.0.reads_kept.note(deed, clock::now());
        Ok(())
    }

    /// Puts something into the audit once in minutes; it is of no matter to whoever asks whether it could be.
    pub(crate) async fn seen_once(&self, deed: Deed) {
        if let Err(error) = self.read_of(deed).await {
            tracing::warn!(%error, "something refused is not in the audit");
        }
    }

    /// A member of staff with the counter they have open.
    pub(crate) async fn at_counter(&self, mut who: StaffMember) -> Result<StaffMember, Refusal> {
        who.counter = self.lobby().await?.hall.counter_of(&who.account).map(|(number, _)| number);
        Ok(who)
    }

    /// A device may no more: it is forgotten here, and its open streams end.
    pub(crate) fn forget_device(&self, id: &str) {
        self.0.devices.lock().unwrap_or_else(std::sync::PoisonError::into_inner).retain(|_, (known, _)| known != id);
        // An error here means that nobody listens.
        let _ = self.0.revoked.send(id.to_owned());
    }

    /// Runs something slow where it does not hold up other requests.
    pub(crate) async fn hash<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let broken = || Refusal::new(axum::http::StatusCode::INTERNAL_SERVER_ERROR, "internal");
        let _turn = Arc::clone(&self.0.hashing).acquire_owned().await.map_err(|_| broken())?;
        tokio::task::spawn_blocking(work).await.map_err(|_| broken())
    }
}

impl Deref for App {
    type Target = Shared;
    fn deref(&self) -> &Shared {
        &self.0
    }
}

/// Waits until the server is told to stop; for ever when nobody can tell it any more.
pub(crate) async fn told_to_stop(stopping: &mut watch::Receiver<bool>) {
    let told = stopping.wait_for(|stop| *stop).await.is_ok();
    if !told {
        std::future::pending::<()>().await;
    }
}
