//! The catalogue of this machine: what the product ships, with what the central system told over it, and the
//! forms that officers added. It is kept in the store, so that it can be searched without the network.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use motcua_domain::catalogue::{Procedure, Shelf, starter};
use motcua_domain::guide::Forms;
use motcua_domain::wire::Problem;
use tokio::sync::watch;

use crate::central::CentralClient;
use crate::link::Known;
use crate::store::{Store, StoreError};

/// How often the central system is asked when nothing tells of a change.
const RHYTHM: Duration = Duration::from_secs(60);

/// All procedures this machine knows, and all forms of their own.
pub struct Catalogue {
    store: Store,
    central: Arc<CentralClient>,
    shelf: RwLock<Arc<Shelf>>,
    forms: RwLock<Here>,
}

/// The forms this machine can go through, and how many it cannot.
#[derive(Clone)]
struct Here {
    forms: Arc<Forms>,
    left_out: u32,
}

impl Catalogue {
    /// The catalogue the product ships; [`Catalogue::recall`] adds what was kept.
    pub fn new(store: Store, central: Arc<CentralClient>) -> Arc<Self> {
        let forms = RwLock::new(Here { forms: Forms::shipped().clone(), left_out: 0 });
        Arc::new(Self { store, central, shelf: RwLock::new(Arc::new(shelf(Vec::new()))), forms })
    }

    /// Takes up what was kept when the central system was last heard.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn recall(&self) -> Result<(), StoreError> {
        self.recall_forms().await?;
        self.recall_procedures().await
    }

    async fn recall_procedures(&self) -> Result<(), StoreError> {
        let kept = self.store.kept_procedures().await?;
        // Reading thousands of procedures takes longer than a touch may wait.
        let shelf = tokio::task::spawn_blocking(move || shelf(read(&kept))).await.expect("nothing in it panics");
        *self.shelf.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(shelf);
        Ok(())
    }

    /// A form that this version of the program cannot use is left out: its procedure keeps the way it has.
    async fn recall_forms(&self) -> Result<(), StoreError> {
        let (added, retired) = (self.store.kept_forms().await?, self.store.known_forms().await?.retired);
        let loaded = tokio::task::spawn_blocking(move || Forms::with_added(&added, &retired)).await;
        let (forms, left_out) = loaded.expect("nothing in it panics");
        for one in &left_out {
            tracing::warn!(form = %one.form, why = %one.why, "an added form cannot be used here");
        }
        let left_out = left_out.len().try_into().unwrap_or(u32::MAX);
        *self.forms.write().unwrap_or_else(PoisonError::into_inner) = Here { forms: Arc::new(forms), left_out };
        Ok(())
    }

    /// The forms of their own that procedures have, as they are known now; who holds them sees no change of
    /// them.
    pub fn forms(&self) -> Arc<Forms> {
        self.here().forms
    }

    /// How many added forms this version of the program cannot use.
    pub fn forms_left_out(&self) -> u32 {
        self.here().left_out
    }

    fn here(&self) -> Here {
        self.forms.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The procedures as they are known now; who holds them sees no change of them.
    pub fn shelf(&self) -> Arc<Shelf> {
        self.shelf.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The procedure of a code.
    ///
    /// # Errors
    /// `unknown-procedure`.
    pub fn procedure(&self, code: &str) -> Result<Arc<Procedure>, Problem> {
        self.shelf().procedure(code).cloned().ok_or_else(|| Problem::new("unknown-procedure"))
    }

    /// Asks for what changed, for as long as the program runs: when the central system is there
    /// again, when it tells of a change, and once a minute.
    pub async fn run(self: Arc<Self>, mut known: watch::Receiver<Known>) {
        let mut told = None;
        loop {
            let now = {
                let known = known.borrow_and_update();
                known.live.then_some(known.catalogue)
            };
            if now.is_some()
                && let Err(why) = self.sync().await
            {
                tracing::warn!(%why, "the catalogue could not be brought up to date");
            }
            told = now.or(told);
            let news = async {
                while known.changed().await.is_ok() {
                    let known = known.borrow_and_update();
                    if known.live.then_some(known.catalogue) != told {
                        return;
                    }
                }
                std::future::pending().await
            };
            let _ = tokio::time::timeout(RHYTHM, news).await;
        }
    }

    /// Takes in what changed since the last time; whether anything did.
    ///
    /// # Errors
    /// [`NotSynced`]: what was known goes on.
    pub async fn sync(&self) -> Result<bool, NotSynced> {
        // What keeps one of them back does not keep back the other.
        let (procedures, forms) = (self.sync_procedures().await, self.sync_forms().await);
        Ok(procedures? | forms?)
    }

    async fn sync_forms(&self) -> Result<bool, NotSynced> {
        let known = self.store.known_forms().await?;
        let told = self.central.added_forms().await?;
        if told == known {
            return Ok(false);
        }
        let mut new = Vec::new();
        for added in told.added.iter().filter(|added| !known.added.contains(added)) {
            let package = self.central.form_package(&added.form).await?;
            new.push((added.clone(), package));
        }
        self.store.keep_forms(&told, &new).await?;
        self.recall_forms().await?;
        Ok(true)
    }

    async fn sync_procedures(&self) -> Result<bool, NotSynced> {
        let from = self.store.catalogue_revision().await?;
        let mut whole = self.central.catalogue_changes(from).await?;
        // Kept when all of it is here: half of a new catalogue is worse than the old one.
        while whole.more {
            let next = self.central.catalogue_changes(Some((whole.edition, whole.revision))).await?;
            if next.anew {
                whole = next;
                continue;
            }
            whole.changed.extend(next.changed);
            (whole.revision, whole.more) = (next.revision, next.more);
        }
        let any = whole.anew || !whole.changed.is_empty();
        if any {
            self.store.keep_catalogue(&whole).await?;
            self.recall_procedures().await?;
        }
        Ok(any)
    }
}

/// Why the catalogue is as it was.
#[derive(Debug, thiserror::Error)]
pub enum NotSynced {
    /// The central system did not say what changed.
    #[error("the central system: {}", .0.code)]
    Central(Problem),
    /// It could not be kept.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Problem> for NotSynced {
    fn from(problem: Problem) -> Self {
        Self::Central(problem)
    }
}

/// One that this version cannot read is left out: it comes again with the next change of it.
fn read(kept: &[String]) -> Vec<Procedure> {
    let read = |row: &String| match serde_json::from_str(row) {
        Ok(procedure) => Some(procedure),
        Err(error) => {
            tracing::warn!(%error, "a kept procedure cannot be read");
            None
        }
    };
    kept.iter().filter_map(read).collect()
}

/// What the product ships, with what was kept over it.
fn shelf(kept: Vec<Procedure>) -> Shelf {
    Shelf::new(starter().procedures.iter().cloned().chain(kept))
}
