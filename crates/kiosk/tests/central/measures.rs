//! What is counted of the guide's pages: in counts only, and each count once.

use std::collections::HashSet;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use axum::{Json, Router};
use motcua_domain::wire::{GuideMeasures, PageMeasures, Problem};
use motcua_kiosk::citizen::Answers;
use motcua_kiosk::link::Link;
use motcua_kiosk::measures::{Measures, Way};
use motcua_kiosk::view::ProcedureCase;
use proptest::prelude::*;
use serde_json::json;

use crate::Kiosk;

/// A central system that takes measures.
#[derive(Default)]
struct Told {
    keys: HashSet<String>,
    /// What was counted, each batch once.
    batches: Vec<GuideMeasures>,
    /// The next answer does not come.
    loses_answer: bool,
    /// It takes nothing that names this page.
    refuses: Option<&'static str>,
    /// Everything that was ever sent.
    heard: String,
}

async fn take(State(told): State<Arc<Mutex<Told>>>, headers: HeaderMap, body: Bytes) -> Result<StatusCode, Refused> {
    let mut told = told.lock().expect("no test panics holding it");
    let text = String::from_utf8(body.to_vec()).expect("JSON");
    told.heard.push_str(&text);
    if told.refuses.is_some_and(|page| text.contains(page)) {
        return Err((StatusCode::UNPROCESSABLE_ENTITY, Json(Problem::new("measures-wrong"))));
    }
    let key = headers["idempotency-key"].to_str().expect("a key").to_owned();
    if told.keys.insert(key) {
        told.batches.push(serde_json::from_str(&text).expect("measures"));
    }
    if std::mem::take(&mut told.loses_answer) {
        return Err((StatusCode::SERVICE_UNAVAILABLE, Json(Problem::new("not-stored"))));
    }
    Ok(StatusCode::NO_CONTENT)
}

type Refused = (StatusCode, Json<Problem>);

async fn central() -> (Kiosk, Arc<Mutex<Told>>) {
    let told = Arc::new(Mutex::new(Told::default()));
    let router = Router::new().route("/v1/guide-measures", post(take)).with_state(told.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move { axum::serve(listener, router).await });
    (Kiosk::at(&url).await, told)
}

impl Kiosk {
    fn measures(&self) -> Arc<Measures> {
        Measures::new(self.store.clone(), self.client.clone(), self.clock.clone())
    }
}

/// The sums of a page over all batches: shown, on, back, left, helped.
fn page(told: &Mutex<Told>, name: &str) -> [u32; 5] {
    let told = told.lock().expect("no test panics holding it");
    let pages = told.batches.iter().flat_map(|batch| &batch.forms).flat_map(|form| &form.pages);
    pages.filter(|page| page.page == name).fold([0; 5], |sum, page: &PageMeasures| {
        let own = [page.shown, page.on, page.back, page.left, page.helped];
        std::array::from_fn(|place| sum[place] + own[place])
    })
}

#[tokio::test]
async fn a_batch_put_down_before_the_power_went_is_sent_after_it_and_counts_once() {
    let (kiosk, told) = central().await;
    let measures = kiosk.measures();
    measures.begun("1.001193", 1);
    measures.shown("1.001193", 1, "consents");
    measures.shown("1.001193", 1, "consents");
    measures.went(Way::On);
    measures.shown("1.001193", 1, "witness.1");
    measures.helped();
    measures.left();
    measures.put_down().await.expect("kept");
    drop(measures);

    let after = kiosk.measures();
    told.lock().expect("no test panics holding it").loses_answer = true;
    after.send().await.expect("sent");
    after.send().await.expect("sent again, if it was not acknowledged");
    assert_eq!(told.lock().expect("no test panics holding it").batches.len(), 1);
    assert_eq!((page(&told, "consents"), page(&told, "witness")), ([1, 1, 0, 0, 0], [1, 0, 0, 1, 1]));
    assert!(kiosk.store.oldest_measures().await.expect("read").is_none(), "nothing is kept once it is there");
    after.put_down().await.expect("nothing to keep");
    assert!(kiosk.store.oldest_measures().await.expect("read").is_none(), "nothing happened, nothing is sent");
}

#[tokio::test]
async fn a_form_an_officer_had_in_hand_was_not_submitted_alone() {
    let kiosk = Kiosk::at("http://127.0.0.1:9").await;
    let measures = kiosk.measures();
    for helped in [true, false, false] {
        measures.begun("1.001193", 1);
        measures.shown("1.001193", 1, "review");
        if helped {
            measures.assisted();
        }
        measures.submitted();
        measures.left();
    }
    measures.put_down().await.expect("kept");
    let (_, kept) = kiosk.store.oldest_measures().await.expect("read").expect("one");
    let form = &kept.forms[0];
    assert_eq!((form.begun, form.alone, form.assisted), (3, 2, 1));
    assert_eq!((form.pages[0].on, form.pages[0].left), (3, 0), "who submitted did not stop");
}

#[tokio::test]
async fn one_batch_that_is_refused_holds_up_no_other() {
    let (kiosk, told) = central().await;
    let measures = kiosk.measures();
    told.lock().expect("no test panics holding it").refuses = Some("poison");
    for page in ["poison", "child"] {
        measures.shown("1.001193", 1, page);
        measures.left();
        measures.put_down().await.expect("kept");
    }
    measures.send().await.expect("sent");
    assert_eq!(page(&told, "child"), [1, 0, 0, 1, 0]);
    assert!(kiosk.store.oldest_measures().await.expect("read").is_none());

    let away = Measures::new(kiosk.store.clone(), Kiosk::at("http://127.0.0.1:9").await.client, kiosk.clock.clone());
    away.shown("1.001193", 1, "child");
    away.left();
    away.put_down().await.expect("kept");
    away.send().await.expect("away is no fault");
    assert!(kiosk.store.oldest_measures().await.expect("read").is_some(), "it waits");
}

#[tokio::test]
async fn seconds_are_of_those_who_went_on_or_back() {
    let kiosk = Kiosk::at("http://127.0.0.1:9").await;
    let measures = kiosk.measures();
    for (seconds, way) in [(8, Some(Way::On)), (25, Some(Way::Back)), (400, Some(Way::On)), (999, None)] {
        measures.shown("1.001193", 1, "child");
        kiosk.clock.0.fetch_add(seconds * 1_000, Ordering::SeqCst);
        match way {
            Some(way) => measures.went(way),
            None => measures.left(),
        }
    }
    measures.kept_by(&[("name".to_owned(), "required".to_owned())]);
    measures.put_down().await.expect("kept");
    let (_, kept) = kiosk.store.oldest_measures().await.expect("read").expect("one");
    let child = &kept.forms[0].pages[0];
    assert_eq!((child.shown, child.on, child.back, child.left), (4, 2, 1, 1));
    assert_eq!((child.seconds, child.within), (433, [1, 1, 0, 0, 0, 1]));
    assert!(child.errors.is_empty(), "no page is on the screen any more");
}

#[tokio::test]
async fn a_visit_is_counted_page_by_page_and_nothing_personal_is_in_it() {
    let (kiosk, told) = central().await;
    let measures = kiosk.measures();
    let link = Arc::new(Link::new(kiosk.client.clone(), kiosk.clock.clone()));
    let citizen = kiosk.citizen_counted(link, None, measures.clone());
    let wanted = ProcedureCase { code: "1.001193".to_owned(), case: None, version: None };
    let answers = |value: serde_json::Value| Answers(value.as_object().expect("an object").clone());
    let none = answers(json!({}));

    assert_eq!(citizen.guide_begin(&wanted).await.expect("begun").page, "consents");
    let refused = citizen.guide_next("consents", &none).await.expect("looked at");
    assert_eq!(refused.page, "consents");
    let card = citizen.guide_next("consents", &answers(json!({ "process": true, "contact": false }))).await;
    assert_eq!(card.expect("gone on").page, "card");
    let first = citizen.guide_next("card", &none).await.expect("gone on").page;
    let typed = answers(json!({ "applicant_name": "Nguyễn Thị Bí Mật 7", "applicant_number": "089190001234" }));
    let stays = citizen.guide_next(&first, &typed).await.expect("looked at");
    assert_eq!(stays.page, first);
    citizen.guide_back(&first, &typed).await.expect("gone back");
    citizen.guide_view().await.expect("looked at again");
    citizen.end_visit().await;
    measures.put_down().await.expect("kept");
    measures.send().await.expect("sent");

    assert_eq!((page(&told, "consents"), page(&told, &first)), ([1, 1, 0, 0, 0], [1, 0, 1, 0, 0]));
    assert_eq!(page(&told, "card"), [2, 1, 0, 1, 0], "the visit ended where it had gone back to");
    let told = told.lock().expect("no test panics holding it");
    let form = &told.batches[0].forms[0];
    assert_eq!((form.procedure.as_str(), form.begun, form.alone, form.assisted), ("1.001193", 1, 0, 0));
    let errors = |name: &str| {
        let page = form.pages.iter().find(|page| page.page == name).expect("counted");
        page.errors.iter().map(|error| format!("{} {}", error.field, error.cause)).collect::<Vec<_>>()
    };
    assert_eq!(errors("consents"), ["process refused"]);
    assert!(errors(&first).contains(&"applicant_name person-name".to_owned()), "{:?}", errors(&first));
    for personal in ["Bí Mật", "089190001234", "true"] {
        assert!(!told.heard.contains(personal), "{personal} was sent");
    }
}

#[test]
fn each_time_a_page_was_shown_ends_in_one_way() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let kiosk = runtime.block_on(Kiosk::at("http://127.0.0.1:9"));
    let walk = prop::collection::vec((0_u8..8, 0_usize..3, 0_u32..2), 1..40);
    proptest!(ProptestConfig::with_cases(128), |(steps in walk)| {
        let measures = kiosk.measures();
        for (step, page, version) in steps {
            match step {
                0 => measures.begun("1.001193", version),
                // By a button, by an officer who turns the page, or as another draft is opened.
                1..=3 => measures.shown("1.001193", version, ["consents", "child", "review"][page]),
                4 => measures.went([Way::On, Way::Back][page % 2]),
                5 => measures.turned([Way::On, Way::Back][page % 2]),
                6 => measures.submitted(),
                _ => measures.left(),
            }
        }
        measures.left();
        let counted = runtime.block_on(async {
            measures.put_down().await.expect("kept");
            let (batch, counted) = kiosk.store.oldest_measures().await.expect("read").unwrap_or_default();
            kiosk.store.forget_measures(batch).await.expect("forgotten");
            counted
        });
        for page in counted.forms.iter().flat_map(|form| &form.pages) {
            prop_assert_eq!(page.shown, page.on + page.back + page.left, "{:?}", page);
        }
    });
}

#[tokio::test]
async fn a_page_an_officer_turned_is_left_and_its_seconds_are_nobodys() {
    let kiosk = Kiosk::at("http://127.0.0.1:9").await;
    let measures = kiosk.measures();
    measures.shown("1.001193", 1, "child");
    kiosk.clock.0.fetch_add(90_000, Ordering::SeqCst);
    measures.turned(Way::On);
    measures.shown("1.001193", 1, "origin");
    measures.left();
    measures.put_down().await.expect("kept");
    let (_, kept) = kiosk.store.oldest_measures().await.expect("read").expect("one");
    let child = &kept.forms[0].pages[0];
    assert_eq!((child.shown, child.on, child.seconds, child.within), (1, 1, 0, [0; 6]));
}
