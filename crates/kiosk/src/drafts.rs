//! Drafts on their way: each lies here, sealed, until the central system has its newest revision.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use motcua_domain::time::Moment;
use motcua_domain::wire::Problem;
use tokio::sync::{Notify, broadcast};
use uuid::Uuid;

use crate::central::{CentralClient, Refusal};
use crate::citizen::Assist;
use crate::clock::Clock;
use crate::link::Link;
use crate::store::{Store, StoreError};
use crate::view::CitizenNews;

/// How often it is tried again while the central system is away, and looked whether a draft's days are over.
const ROUND: Duration = Duration::from_secs(5);
/// A day in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;
/// How long a draft is kept where the centre's own measure was never heard.
const KEEP_DAYS: u32 = 7;

fn keep_days(link: &Link) -> u32 {
    link.known().branch.map_or(KEEP_DAYS, |branch| branch.keep_drafts_days)
}

/// Until when a draft is kept that was changed now.
pub(crate) fn keep_until(link: &Link, now: Moment) -> Moment {
    now.plus_millis(i64::from(keep_days(link)) * DAY)
}

/// What is known of the draft that is being answered here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    /// The newest revision the central system has.
    pub(crate) at_central: u32,
    /// It was opened elsewhere, or is gone: what is answered here is kept no more.
    pub(crate) elsewhere: bool,
}

/// The keeper of drafts.
pub(crate) struct Drafts {
    store: Store,
    central: Arc<CentralClient>,
    link: Arc<Link>,
    clock: Arc<dyn Clock>,
    news: broadcast::Sender<CitizenNews>,
    wake: Notify,
    /// One is pushed at a time, so that an older revision never overtakes a newer one.
    turn: tokio::sync::Mutex<()>,
    assist: Arc<Assist>,
    current: Mutex<Option<(Uuid, Standing)>>,
}

impl Drafts {
    /// A keeper over a store; [`Drafts::run`] keeps it going.
    pub(crate) fn new(
        store: Store,
        central: Arc<CentralClient>,
        link: Arc<Link>,
        clock: Arc<dyn Clock>,
        news: broadcast::Sender<CitizenNews>,
        assist: Arc<Assist>,
    ) -> Self {
        let (wake, turn, current) = (Notify::new(), tokio::sync::Mutex::default(), Mutex::default());
        Self { store, central, link, clock, news, wake, turn, assist, current }
    }

    fn current(&self) -> MutexGuard<'_, Option<(Uuid, Standing)>> {
        self.current.lock().expect("no thread panics holding this")
    }

    /// This draft is being answered here from now on; none is when the visit is over.
    pub(crate) fn answer(&self, draft: Option<(Uuid, u32)>) {
        *self.current() = draft.map(|(id, at_central)| (id, Standing { at_central, elsewhere: false }));
        self.wake.notify_one();
    }

    /// There is something new to push.
    pub(crate) fn wake(&self) {
        self.wake.notify_one();
    }

    /// How a draft stands that is being answered here.
    pub(crate) fn standing(&self, id: Uuid) -> Standing {
        self.current().filter(|(current, _)| *current == id).map(|(_, standing)| standing).unwrap_or_default()
    }

    /// For how many days after its last change a draft is kept.
    pub(crate) fn keep_days(&self) -> u32 {
        keep_days(&self.link)
    }

    /// Until when a draft is kept that was changed now.
    pub(crate) fn keep_until(&self) -> Moment {
        keep_until(&self.link, self.clock.now())
    }

    /// Pushes what lies here, and deletes what need not, for as long as the program runs.
    pub(crate) async fn run(&self) {
        loop {
            if let Err(error) = self.round().await {
                tracing::error!(%error, "drafts could not be looked after");
            }
            tokio::select! {
                () = self.wake.notified() => {}
                () = tokio::time::sleep(ROUND) => {}
            }
        }
    }

    async fn round(&self) -> Result<(), StoreError> {
        let oldest = self.clock.now().plus_millis(-i64::from(self.keep_days()) * DAY);
        self.store.forget_old_drafts(oldest).await?;
        for id in self.store.drafts_to_push().await? {
            if !self.push(id).await? {
                break;
            }
        }
        let open = self.current().map(|(id, _)| id);
        self.store.forget_pushed_drafts(open).await
    }

    /// Hands one draft to the central system, if it lacks it. False when it is away.
    pub(crate) async fn push(&self, id: Uuid) -> Result<bool, StoreError> {
        let _turn = self.turn.lock().await;
        let Some(draft) = self.store.draft_to_push(id).await? else { return Ok(true) };
        for (file, sealed) in draft.files {
            match self.central.send_draft_file(id, file, sealed).await {
                Ok(()) => self.store.draft_file_pushed(id, file).await?,
                Err(refusal) => return self.refused(id, refusal).await,
            }
        }
        match self.central.save_draft(id, &draft.save).await {
            Ok(saved) => {
                self.store.draft_pushed(&draft.save, id).await?;
                self.tell(id, |standing| standing.at_central = standing.at_central.max(saved.revision));
                Ok(true)
            }
            Err(refusal) => self.refused(id, refusal).await,
        }
    }

    /// Nothing is pushed while this is held.
    pub(crate) async fn still(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.turn.lock().await
    }

    /// Hands a draft over before it is submitted. Where there is nothing new to hand over, the central system
    /// is asked whether it was opened elsewhere since. False when it was.
    pub(crate) async fn push_to_submit(&self, id: Uuid, opening: u32) -> Result<bool, StoreError> {
        let at_central = self.standing(id).at_central;
        self.push(id).await?;
        let now = self.standing(id);
        if at_central == 0 || now != (Standing { at_central, elsewhere: false }) {
            return Ok(!now.elsewhere);
        }
        let refusal = match self.central.draft(id).await {
            Ok(draft) if draft.opening == opening => return Ok(true),
            Ok(_) => Refusal::Never(Problem::new("draft-elsewhere")),
            Err(refusal) => refusal,
        };
        let is_taken = matches!(refusal, Refusal::Never(_)) && self.assist.shares(id);
        self.refused(id, refusal).await?;
        Ok(!is_taken && !self.standing(id).elsewhere)
    }

    async fn refused(&self, id: Uuid, refusal: Refusal) -> Result<bool, StoreError> {
        match refusal {
            Refusal::Away | Refusal::Later(_) | Refusal::NotYou(_) => Ok(false),
            Refusal::Never(problem) => {
                match problem.code.as_str() {
                    // An officer took it whom its owner lets help.
                    "draft-elsewhere" | "draft-gone" if self.assist.shares(id) => self.assist.look(),
                    "draft-elsewhere" | "draft-gone" => self.overtaken(id).await?,
                    "draft-files-missing" => self.store.draft_files_missing(id).await?,
                    // It stays here for its owner until its days are over.
                    code => tracing::warn!(%id, code, "the central system refused a draft"),
                }
                Ok(true)
            }
        }
    }

    /// A draft was opened elsewhere, or is gone: nothing of it stays here.
    pub(crate) async fn overtaken(&self, id: Uuid) -> Result<(), StoreError> {
        self.store.forget_draft(id).await?;
        self.tell(id, |standing| standing.elsewhere = true);
        Ok(())
    }

    /// Notes how the draft stands that is being answered here, and says so to its page.
    fn tell(&self, id: Uuid, note: impl FnOnce(&mut Standing)) {
        if let Some((_, standing)) = self.current().as_mut().filter(|(current, _)| *current == id) {
            note(standing);
            // Nobody listening is no fault: a page asks when it opens.
            let _ = self.news.send(CitizenNews::Draft);
        }
    }
}
