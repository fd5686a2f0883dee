//! The administrative units of this machine: what the product ships, with what was imported at the central
//! system over it. They are kept in the store, so that an address can be given without the network.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use motcua_domain::units::{ProvinceUnits, Units};
use motcua_domain::wire::Problem;
use tokio::sync::watch;

use crate::central::CentralClient;
use crate::link::Known;
use crate::store::{Store, StoreError};

/// How often the central system is asked whether something was imported: it happens once in years.
const RHYTHM: Duration = Duration::from_secs(300);

/// All provinces and communes this machine knows.
pub struct KnownUnits {
    store: Store,
    central: Arc<CentralClient>,
    units: RwLock<Arc<Units>>,
}

impl KnownUnits {
    /// The units the product ships; [`KnownUnits::recall`] adds what was kept.
    pub fn new(store: Store, central: Arc<CentralClient>) -> Arc<Self> {
        Arc::new(Self { store, central, units: RwLock::new(Arc::new(Units::shipped().clone())) })
    }

    /// The units as they are known now; who holds them sees no change of them.
    pub fn units(&self) -> Arc<Units> {
        self.units.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes up what was kept when the central system last told of an import.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn recall(&self) -> Result<(), StoreError> {
        if let Some((_, imported)) = self.store.imported_units().await? {
            self.hold(&imported);
        }
        Ok(())
    }

    /// Asks whether something was imported, for as long as the program runs: when the central system is
    /// there again, and every five minutes.
    pub async fn run(self: Arc<Self>, mut known: watch::Receiver<Known>) {
        loop {
            let live = known.borrow_and_update().live;
            if live && let Err(why) = self.sync().await {
                tracing::warn!(%why, "the administrative units could not be brought up to date");
            }
            let changed = async {
                while known.changed().await.is_ok() {
                    if known.borrow_and_update().live != live {
                        return;
                    }
                }
                std::future::pending().await
            };
            let _ = tokio::time::timeout(RHYTHM, changed).await;
        }
    }

    /// Takes in what was imported since the last time; whether anything was.
    ///
    /// # Errors
    /// [`NotSynced`]: what was known goes on.
    pub async fn sync(&self) -> Result<bool, NotSynced> {
        let known = self.store.imported_units().await?.map(|(revision, _)| revision);
        let answer = self.central.imported_units(known.as_deref()).await?;
        let Some(imported) = answer.provinces else { return Ok(false) };
        self.store.keep_imported_units(&answer.revision, &imported).await?;
        self.hold(&imported);
        Ok(true)
    }

    fn hold(&self, imported: &[ProvinceUnits]) {
        let units = Arc::new(Units::shipped().with_imported(imported));
        *self.units.write().unwrap_or_else(PoisonError::into_inner) = units;
    }
}

/// Why the units are as they were.
#[derive(Debug, thiserror::Error)]
pub enum NotSynced {
    /// The central system did not say what was imported.
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
