//! Provinces and communes through a network that comes and goes.

use std::sync::{Arc, Mutex};

use axum::extract::{Query, State};
use axum::routing::get;
use axum::{Json, Router};
use motcua_domain::units::{ProvinceUnits, Unit};
use motcua_domain::wire::ImportedUnits;
use motcua_kiosk::units::KnownUnits;
use serde::Deserialize;

use crate::Kiosk;

#[derive(Default)]
struct Told {
    revision: String,
    provinces: Vec<ProvinceUnits>,
    /// How many answers had units in them.
    whole: usize,
}

#[derive(Deserialize)]
struct Asked {
    known: Option<String>,
}

async fn units(State(told): State<Arc<Mutex<Told>>>, Query(asked): Query<Asked>) -> Json<ImportedUnits> {
    let mut told = told.lock().expect("no test panics holding it");
    let news = asked.known.as_ref() != Some(&told.revision);
    told.whole += usize::from(news);
    let provinces = news.then(|| told.provinces.clone());
    Json(ImportedUnits { revision: told.revision.clone(), provinces })
}

async fn central() -> (Kiosk, Arc<Mutex<Told>>) {
    let told = Arc::new(Mutex::new(Told::default()));
    let router = Router::new().route("/v1/units", get(units)).with_state(told.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move { axum::serve(listener, router).await });
    (Kiosk::at(&url).await, told)
}

fn can_tho() -> ProvinceUnits {
    let commune = Unit { code: "31117".to_owned(), name: "Phường Cái Khế".to_owned() };
    ProvinceUnits { code: "92".to_owned(), name: "Thành phố Cần Thơ".to_owned(), communes: vec![commune] }
}

#[tokio::test]
async fn an_import_comes_once_and_is_kept_for_a_start_without_the_network() {
    let (kiosk, told) = central().await;
    let units = KnownUnits::new(kiosk.store.clone(), kiosk.client.clone());
    assert!(units.units().knows_communes_of("91"), "the product's own are there before anybody answers");
    units.sync().await.expect("in step");
    assert!(!units.sync().await.expect("in step"), "nothing was imported");
    let before = units.units();
    {
        let mut told = told.lock().expect("no test panics holding it");
        (told.revision, told.provinces, told.whole) = ("r1".to_owned(), vec![can_tho()], 0);
    }
    assert!(units.sync().await.expect("in step"));
    assert!(!units.sync().await.expect("in step"));
    assert_eq!(told.lock().expect("no test panics holding it").whole, 1);
    assert!(units.units().knows_communes_of("92") && units.units().knows_communes_of("91"));
    assert!(!before.knows_communes_of("92"), "who holds them sees no change of them");

    let away = Kiosk::at("http://127.0.0.1:9").await;
    let again = KnownUnits::new(kiosk.store.clone(), away.client.clone());
    again.recall().await.expect("kept");
    assert!(again.sync().await.is_err());
    assert_eq!(again.units().commune("31117").map(|one| one.name.clone()).as_deref(), Some("Phường Cái Khế"));

    // The central system was set up anew: what it does not know is known no more.
    *told.lock().expect("no test panics holding it") = Told::default();
    assert!(units.sync().await.expect("in step"));
    assert!(!units.units().knows_communes_of("92") && units.units().knows_communes_of("91"));
}

#[tokio::test]
async fn units_are_found_for_an_address() {
    let kiosk = Kiosk::at("http://127.0.0.1:9").await;
    let citizen = kiosk.citizen();
    let provinces = citizen.find_units(None, " ");
    assert_eq!((provinces.units.len(), provinces.known), (34, true));
    let communes = citizen.find_units(Some("91"), "");
    assert_eq!((communes.units.len(), communes.known), (102, true));
    let found = citizen.find_units(Some("91"), "p rach gia");
    assert_eq!(
        found.units.first().map(|one| (one.code.as_str(), one.name.as_str())),
        Some(("30742", "Phường Rạch Giá"))
    );
    assert!(citizen.find_units(Some("91"), "a").units.len() <= 60);
    let unknown = citizen.find_units(Some("92"), "cai khe");
    assert_eq!((unknown.units.len(), unknown.known), (0, false), "then the commune is free text");
}
