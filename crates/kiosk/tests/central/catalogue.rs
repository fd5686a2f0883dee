//! The catalogue through a network that comes and goes: whole once, then only what changed, and kept.

use std::sync::{Arc, Mutex};

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use motcua_domain::catalogue::{Procedure, starter};
use motcua_domain::wire::{AddedForms, CatalogueChanges};
use motcua_kiosk::catalogue::Catalogue;
use serde::Deserialize;
use uuid::Uuid;

use crate::Kiosk;

/// A central system that tells a catalogue two procedures at a time.
#[derive(Default)]
struct Told {
    edition: Uuid,
    entries: Vec<Procedure>,
    /// Whether it goes away after the first part.
    breaks_off: bool,
    /// What was asked: after which revision, and how many procedures were sent.
    asked: Vec<(Option<u64>, usize)>,
}

#[derive(Deserialize)]
struct From {
    edition: Option<Uuid>,
    after: Option<u64>,
}

async fn changes(
    State(told): State<Arc<Mutex<Told>>>,
    Query(from): Query<From>,
) -> Result<Json<CatalogueChanges>, StatusCode> {
    let mut told = told.lock().expect("no test panics holding it");
    if told.breaks_off && from.after.is_some_and(|after| after > 0) {
        return Err(StatusCode::SERVICE_UNAVAILABLE);
    }
    let known = from.after.filter(|_| from.edition == Some(told.edition));
    let begin = known.unwrap_or(0) as usize;
    let end = (begin + 2).min(told.entries.len());
    let changed = told.entries[begin..end].to_vec();
    told.asked.push((from.after, changed.len()));
    Ok(Json(CatalogueChanges {
        edition: told.edition,
        revision: end as u64,
        anew: known.is_none(),
        more: end < told.entries.len(),
        changed,
    }))
}

fn procedure(code: &str, name: &str) -> Procedure {
    let mut one = starter().procedures[0].clone();
    one.code = code.to_owned();
    one.name.vi = name.to_owned();
    one.synonyms = Vec::new();
    one
}

async fn central() -> (Kiosk, Arc<Mutex<Told>>) {
    let told = Arc::new(Mutex::new(Told {
        edition: Uuid::now_v7(),
        entries: vec![
            procedure("9.000001", "Cấp giấy đi biển"),
            procedure("9.000002", "Cấp giấy lên núi"),
            procedure("9.000003", "Cấp giấy qua sông"),
        ],
        breaks_off: false,
        asked: Vec::new(),
    }));
    let none = async || Json(AddedForms::default());
    let router =
        Router::new().route("/v1/catalogue", get(changes)).route("/v1/forms", get(none)).with_state(told.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move { axum::serve(listener, router).await });
    (Kiosk::at(&url).await, told)
}

fn found(catalogue: &Catalogue, query: &str) -> Option<String> {
    catalogue.shelf().find(query, 1).first().map(|one| one.code.clone())
}

#[tokio::test]
async fn it_comes_whole_once_and_then_only_what_changed() {
    let (kiosk, told) = central().await;
    let catalogue = Catalogue::new(kiosk.store.clone(), kiosk.client.clone());
    assert_ne!(found(&catalogue, "giấy qua sông").as_deref(), Some("9.000003"));
    assert!(catalogue.sync().await.expect("in step"));
    assert_eq!(found(&catalogue, "giay qua song").as_deref(), Some("9.000003"));
    assert_eq!(found(&catalogue, "dk tam tru").as_deref(), Some("1.004194"), "what the product ships is there as well");
    assert_eq!(told.lock().expect("no test panics holding it").asked, [(None, 2), (Some(2), 1)]);

    assert!(!catalogue.sync().await.expect("in step"), "nothing changed");
    let before = catalogue.procedure("9.000001").expect("known");
    told.lock().expect("no test panics holding it").entries.push(procedure("9.000001", "Cấp giấy ra khơi"));
    assert!(catalogue.sync().await.expect("in step"));
    assert_eq!(told.lock().expect("no test panics holding it").asked[2..], [(Some(3), 0), (Some(3), 1)]);
    assert_eq!(catalogue.procedure("9.000001").expect("known").name.vi, "Cấp giấy ra khơi");
    assert_eq!(before.name.vi, "Cấp giấy đi biển", "who began with it stays with it");
}

#[tokio::test]
async fn it_is_kept_for_a_start_without_the_network() {
    let (kiosk, told) = central().await;
    Catalogue::new(kiosk.store.clone(), kiosk.client.clone()).sync().await.expect("in step");
    let away = Kiosk::at("http://127.0.0.1:9").await;
    let again = Catalogue::new(kiosk.store.clone(), away.client.clone());
    again.recall().await.expect("kept");
    assert_eq!(found(&again, "giay len nui").as_deref(), Some("9.000002"));
    assert!(again.sync().await.is_err());
    assert_eq!(found(&again, "giay len nui").as_deref(), Some("9.000002"), "what was known goes on");

    // The central system was set up anew: what it does not know is known no more.
    *told.lock().expect("no test panics holding it") = Told {
        edition: Uuid::now_v7(),
        entries: vec![procedure("9.000009", "Cấp giấy lên mây")],
        breaks_off: false,
        asked: Vec::new(),
    };
    let back = Catalogue::new(kiosk.store.clone(), kiosk.client.clone());
    assert!(back.sync().await.expect("in step"));
    assert!(back.procedure("9.000002").is_err());
    assert_eq!(found(&back, "giay len may").as_deref(), Some("9.000009"));
}

#[tokio::test]
async fn half_of_a_new_catalogue_is_not_taken_for_the_whole() {
    let (kiosk, told) = central().await;
    let catalogue = Catalogue::new(kiosk.store.clone(), kiosk.client.clone());
    assert!(catalogue.sync().await.expect("in step"));
    {
        let mut told = told.lock().expect("no test panics holding it");
        told.edition = Uuid::now_v7();
        told.breaks_off = true;
    }
    assert!(catalogue.sync().await.is_err());
    let again = Catalogue::new(kiosk.store.clone(), kiosk.client.clone());
    again.recall().await.expect("kept");
    for code in ["9.000001", "9.000002", "9.000003"] {
        assert!(again.procedure(code).is_ok(), "{code} is known still");
    }
}
