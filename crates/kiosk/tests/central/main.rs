//! A kiosk before a central API that plays faults, or before the real one.

mod added_forms;
mod aloud;
mod appointment;
mod assist;
mod catalogue;
mod drafts;
#[path = "../../../page/tests/drawn/mod.rs"]
mod drawn;
mod help;
mod measures;
mod outbox;
mod papers;
mod paying;
mod phone;
mod printing;
#[path = "../../../../tests/cut_off/proxy.rs"]
#[allow(dead_code, reason = "the journeys count and cut what is asked")]
mod proxy;
mod said;
mod secure;
mod signed;
mod simulated;
mod simulated_drafts;
mod simulated_hall;
#[path = "../printer/simulated.rs"]
#[allow(dead_code, reason = "the printer's own tests play more of it")]
mod simulated_printer;
mod simulated_supplements;
mod slow_printer;
mod supplements;
mod ticket;
mod times;
mod units;
mod witnesses;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use motcua_domain::time::Moment;
use motcua_kiosk::central::CentralClient;
use motcua_kiosk::clock::Clock;
use motcua_kiosk::store::{Identity, Store};
use simulated::SimulatedCentral;

struct SetClock(AtomicI64);

impl Clock for SetClock {
    fn now(&self) -> Moment {
        Moment::from_millis(self.0.load(Ordering::SeqCst))
    }
}

/// What a kiosk has: a store, a clock, and a way to the central API.
struct Kiosk {
    store: Store,
    clock: Arc<SetClock>,
    client: Arc<CentralClient>,
    folder: tempfile::TempDir,
}

impl Kiosk {
    async fn before(central: &SimulatedCentral) -> Self {
        Self::at(&central.url).await
    }

    async fn at(url: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let identity = Identity::load(folder.path()).expect("an identity");
        let store = Store::open(folder.path(), identity.seal().expect("a seal")).await.expect("a store");
        let clock = Arc::new(SetClock(AtomicI64::new(1_795_395_800_000)));
        let client = Arc::new(CentralClient::new(url));
        client.use_device_token("a token");
        Self { store, clock, client, folder }
    }
}
