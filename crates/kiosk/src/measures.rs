//! Counts what happens on the pages of guided submissions, so that a centre sees where people stop. Only
//! counts leave the visit: no answer, no name, no code, no time of day.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use motcua_domain::guide::page_kind;
use motcua_domain::time::Moment;
use motcua_domain::wire::{FormMeasures, GuideMeasures, PageMeasures};
use tokio::sync::Notify;
use uuid::Uuid;

use crate::central::{CentralClient, Refusal};
use crate::clock::Clock;
use crate::store::{Store, StoreError};

/// How often what was counted is put down and sent.
const RHYTHM: Duration = Duration::from_secs(60);

/// The longest somebody is counted to be on a page, in milliseconds: an hour.
const LONGEST: i64 = 60 * 60 * 1000;

/// Which way somebody left a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// "Tiếp tục", or the card was read.
    On,
    /// "Quay lại", or "Sửa" on the review.
    Back,
}

/// What was counted, and the page that is on the screen.
pub struct Measures {
    store: Store,
    central: Arc<CentralClient>,
    clock: Arc<dyn Clock>,
    counted: Mutex<Counted>,
    wake: Notify,
}

#[derive(Default)]
struct Counted {
    forms: Vec<FormMeasures>,
    now: Option<OnScreen>,
    /// Whether an officer had the draft of this visit in hand.
    assisted: bool,
}

#[derive(Clone, PartialEq)]
struct OnScreen {
    procedure: String,
    version: u32,
    page: String,
    since: Moment,
}

impl Measures {
    /// Nothing counted yet; [`Measures::run`] sends what is.
    pub fn new(store: Store, central: Arc<CentralClient>, clock: Arc<dyn Clock>) -> Arc<Self> {
        Arc::new(Self { store, central, clock, counted: Mutex::default(), wake: Notify::new() })
    }

    /// A form was begun: its procedure and version, 0 for the one that fits every procedure.
    pub fn begun(&self, procedure: &str, version: u32) {
        self.left();
        self.form(&mut self.counted(), procedure, version).begun += 1;
    }

    /// A page is on the screen; the one that is there already is no other. Where nobody left the one before by
    /// its buttons, whoever was on it stopped there: each time a page was shown ends in one way.
    pub fn shown(&self, procedure: &str, version: u32, page: &str) {
        let mut counted = self.counted();
        let same = |now: &OnScreen| now.page == page && now.procedure == procedure && now.version == version;
        if counted.now.as_ref().is_some_and(same) {
            return;
        }
        self.here(&mut counted, |page| page.left += 1);
        counted.now =
            Some(OnScreen { procedure: procedure.to_owned(), version, page: page.to_owned(), since: self.clock.now() });
        self.here(&mut counted, |page| page.shown += 1);
    }

    /// The page was left by its buttons.
    pub fn went(&self, way: Way) {
        self.go(&mut self.counted(), way, true);
    }

    /// An officer who helps turned the page: how long that took says nothing about it.
    pub fn turned(&self, way: Way) {
        self.go(&mut self.counted(), way, false);
    }

    /// "Tiếp tục" found these fields wrong, each with the name of its cause.
    pub fn kept_by(&self, faults: &[(String, String)]) {
        self.here(&mut self.counted(), |page| faults.iter().for_each(|(field, cause)| page.stopped(field, cause)));
    }

    /// An officer was called.
    pub fn helped(&self) {
        self.here(&mut self.counted(), |page| page.helped += 1);
    }

    /// An officer has the draft in hand: when it is submitted, it is not alone.
    pub fn assisted(&self) {
        self.counted().assisted = true;
    }

    /// The form was submitted.
    pub fn submitted(&self) {
        let mut counted = self.counted();
        let Some(now) = counted.now.clone() else { return };
        self.go(&mut counted, Way::On, true);
        let assisted = std::mem::take(&mut counted.assisted);
        let form = self.form(&mut counted, &now.procedure, now.version);
        if assisted {
            form.assisted += 1;
        } else {
            form.alone += 1;
        }
        self.wake.notify_one();
    }

    /// The visit ended, or another form was begun: a page that is still there was where somebody stopped.
    pub fn left(&self) {
        let mut counted = self.counted();
        self.here(&mut counted, |page| page.left += 1);
        (counted.now, counted.assisted) = (None, false);
        self.wake.notify_one();
    }

    /// Puts down and sends what was counted, for as long as the program runs: each minute, and when a visit
    /// ends.
    pub async fn run(self: Arc<Self>) {
        loop {
            if let Err(error) = self.put_down().await {
                tracing::warn!(%error, "what was counted of the guide's pages could not be kept");
            } else if let Err(error) = self.send().await {
                tracing::warn!(%error, "what was counted of the guide's pages could not be read");
            }
            let _ = tokio::time::timeout(RHYTHM, self.wake.notified()).await;
        }
    }

    /// Puts down what was counted as a batch.
    ///
    /// # Errors
    /// [`StoreError`]: then it is counted on, and put down later.
    pub async fn put_down(&self) -> Result<(), StoreError> {
        let forms = std::mem::take(&mut self.counted().forms);
        if forms.is_empty() {
            return Ok(());
        }
        let measures = GuideMeasures { forms };
        let kept = self.store.keep_measures(Uuid::now_v7(), &measures).await;
        if kept.is_err() {
            self.counted().forms.extend(measures.forms);
        }
        kept
    }

    /// Sends what was put down, the oldest batch first. One the central system has is forgotten; one it will
    /// never take, as well.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails. That the central system is away is none: it is sent later.
    pub async fn send(&self) -> Result<(), StoreError> {
        while let Some((batch, measures)) = self.store.oldest_measures().await? {
            match self.central.send_measures(batch, &measures).await {
                Ok(()) => {}
                Err(Refusal::Never(problem)) if problem.code != "central-not-understood" => {
                    tracing::warn!(code = problem.code, "the central system does not take a batch of counts");
                }
                Err(_) => return Ok(()),
            }
            self.store.forget_measures(batch).await?;
        }
        Ok(())
    }

    fn go(&self, counted: &mut Counted, way: Way, timed: bool) {
        let Some(since) = counted.now.as_ref().map(|now| now.since) else { return };
        // A clock that was set meanwhile makes no page take longer than a visit.
        let seconds = (self.clock.now().millis() - since.millis()).clamp(0, LONGEST) as u64 / 1_000;
        self.here(counted, |page| {
            match way {
                Way::On => page.on += 1,
                Way::Back => page.back += 1,
            }
            if timed {
                page.took(seconds);
            }
        });
        counted.now = None;
    }

    /// Counts on the page that is on the screen, if one is.
    fn here(&self, counted: &mut Counted, count: impl FnOnce(&mut PageMeasures)) {
        if let Some(now) = counted.now.clone() {
            count(self.form(counted, &now.procedure, now.version).page(page_kind(&now.page)));
        }
    }

    fn form<'a>(&self, counted: &'a mut Counted, procedure: &str, version: u32) -> &'a mut FormMeasures {
        let date = self.clock.now().business_date();
        let same = |form: &FormMeasures| form.procedure == procedure && form.version == version && form.date == date;
        let place = counted.forms.iter().position(same).unwrap_or_else(|| {
            counted.forms.push(FormMeasures::new(procedure, version, date));
            counted.forms.len() - 1
        });
        &mut counted.forms[place]
    }

    fn counted(&self) -> MutexGuard<'_, Counted> {
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
