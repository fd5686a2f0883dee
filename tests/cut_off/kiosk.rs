//! A kiosk without windows: a line with a service group comes in, the number given goes out.

use std::path::Path;
use std::sync::Arc;

use motcua_domain::paper::PaperSize;
use motcua_kiosk::catalogue::Catalogue;
use motcua_kiosk::central::CentralClient;
use motcua_kiosk::citizen::{CitizenDesk, CitizenParts, CitizenSettings};
use motcua_kiosk::clock::{Clock, SystemClock};
use motcua_kiosk::link::Link;
use motcua_kiosk::measures::Measures;
use motcua_kiosk::outbox::Outbox;
use motcua_kiosk::own_series::OwnNumbers;
use motcua_kiosk::print_desk::PrintDesk;
use motcua_kiosk::printer::NoPrinter;
use motcua_kiosk::store::{Identity, Store};
use motcua_kiosk::units::KnownUnits;
use motcua_kiosk::view::{NumberWanted, PaperSlot};

/// Runs until its input ends. With a code it enrols first.
pub async fn run(central: &str, folder: &Path, code: Option<String>) {
    let mut identity = Identity::load(folder).unwrap();
    let client = Arc::new(CentralClient::new(central));
    if let Some(code) = code {
        identity.token = Some(client.enrol(&code, "Ki-ốt").await.unwrap().token);
        identity.save(folder).unwrap();
    }
    client.use_device_token(identity.token.as_deref().unwrap());
    let store = Store::open(folder, identity.seal().unwrap()).await.unwrap();
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let link = Arc::new(Link::new(client.clone(), clock.clone()));
    let own = Arc::new(OwnNumbers::new(store.clone(), client.clone(), link.clone(), clock.clone()));
    let desk = CitizenDesk::new(CitizenParts {
        settings: CitizenSettings {
            idle_ask_ms: 45_000,
            idle_leave_ms: 20_000,
            px_per_mm: 4.0,
            receipt: PaperSize::A5,
            slot: PaperSlot::Below,
        },
        catalogue: Catalogue::new(store.clone(), client.clone()),
        units: KnownUnits::new(store.clone(), client.clone()),
        measures: Measures::new(store.clone(), client.clone(), clock.clone()),
        aloud: None,
        central: client.clone(),
        link: link.clone(),
        store: store.clone(),
        outbox: Arc::new(Outbox::new(store, client, clock.clone())),
        own: own.clone(),
        prints: Arc::new(PrintDesk::new(Arc::new(NoPrinter))),
        clock,
        reader: None,
        capture: motcua_kiosk::capture::Capture::default(),
    });
    let (following, giving) = (link.clone(), own.clone());
    tokio::spawn(async move { following.run().await });
    tokio::spawn(async move { giving.run().await });
    // It can work when it knows the centre and has a series of its own.
    while link.known().branch.is_none() || !own.are_there().await {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    println!("ready");
    // Only this task waits for a line; the others run on the runtime's own threads.
    for group in std::io::stdin().lines() {
        let group = group.unwrap();
        match desk.take_ticket(NumberWanted { group, service: None, priority: None, procedure: None }).await {
            Ok(shown) => println!("{} {}", shown.ticket.label, shown.ticket.id),
            Err(problem) => println!("{}", problem.code),
        }
        desk.end_visit().await;
    }
}
