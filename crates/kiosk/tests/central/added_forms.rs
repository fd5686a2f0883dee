//! Forms that officers added: fetched once each, kept without the network, and every version gone on with.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::extract::{Path as Of, Query, State};
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use motcua_domain::catalogue::WayOn;
use motcua_domain::guide::{GuideView, PageBody};
use motcua_domain::wire::{AddedForm, AddedForms, CatalogueChanges, FormPackage, FormVersion};
use motcua_kiosk::catalogue::Catalogue;
use motcua_kiosk::citizen::{CitizenDesk, CitizenParts};
use motcua_kiosk::link::Link;
use motcua_kiosk::measures::Measures;
use motcua_kiosk::outbox::hex_sha256;
use motcua_kiosk::view::{DraftPlace, ProcedureCase};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use crate::Kiosk;
use crate::drafts::{BIRTH, CARD, answers, opened_by_birth, until};
use crate::simulated_drafts::SimulatedDrafts;

/// The certificate of marital status, of which the product ships no form.
const CODE: &str = "1.004873";

fn of(version: u32) -> FormVersion {
    FormVersion { procedure: CODE.to_owned(), version }
}

/// The form as an officer wrote it.
fn package(version: u32) -> FormPackage {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../central/tests/forms").join(CODE);
    let file = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a file of the form");
    let about = file("form.json").replace("\"version\": 1", &format!("\"version\": {version}"));
    let [schema, ui, vi, en] = ["schema.json", "ui.json", "vi.ftl", "en.ftl"].map(file);
    FormPackage { form: of(version), schema, ui, about, vi, en }
}

/// The form with one choice less.
fn without_loans(version: u32) -> FormPackage {
    let written = package(version);
    let schema = written.schema.replace("\"house\", \"loan\"", "\"house\"");
    assert_ne!(schema, written.schema);
    FormPackage { schema, ..written }
}

/// A form with something that only a later version of the program knows.
fn of_a_later_program(version: u32) -> FormPackage {
    let written = package(version);
    FormPackage { ui: written.ui.replace("\"yes_no\"", "\"by_voice\""), ..written }
}

/// What a central system tells of forms.
#[derive(Default)]
struct Told {
    packages: Vec<FormPackage>,
    retired: Vec<FormVersion>,
    /// The packages that were asked for.
    asked: Vec<u32>,
    /// No package comes through any more.
    breaks_off: bool,
}

#[derive(Clone)]
struct Central {
    url: String,
    told: Arc<Mutex<Told>>,
}

#[derive(Deserialize)]
struct From {
    edition: Option<Uuid>,
}

impl Central {
    async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let central = Self { url, told: Arc::default() };
        let router = Router::new()
            .route("/v1/catalogue", get(catalogue))
            .route("/v1/forms", get(forms))
            .route("/v1/forms/{code}/{version}", get(form))
            .fallback(get(async || StatusCode::SERVICE_UNAVAILABLE))
            .with_state(central.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        central
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().expect("no test panics holding it")
    }

    fn add(&self, package: FormPackage) {
        self.told().packages.push(package);
    }
}

async fn catalogue(Query(from): Query<From>) -> Json<CatalogueChanges> {
    let (edition, anew) = (Uuid::nil(), from.edition.is_none());
    Json(CatalogueChanges { edition, revision: 0, anew, more: false, changed: Vec::new() })
}

async fn forms(State(central): State<Central>) -> Json<AddedForms> {
    let told = central.told();
    let sha256 = |package: &FormPackage| hex_sha256(&serde_json::to_vec(package).expect("JSON"));
    let added = |package: &FormPackage| AddedForm { form: package.form.clone(), sha256: sha256(package) };
    Json(AddedForms { added: told.packages.iter().map(added).collect(), retired: told.retired.clone() })
}

async fn form(
    State(central): State<Central>,
    Of((code, version)): Of<(String, u32)>,
) -> Result<Json<FormPackage>, StatusCode> {
    let mut told = central.told();
    told.asked.push(version);
    let known = told.packages.iter().find(|known| known.form == FormVersion { procedure: code.clone(), version });
    let known = known.filter(|_| !told.breaks_off).cloned();
    known.map(Json).ok_or(StatusCode::SERVICE_UNAVAILABLE)
}

impl Kiosk {
    /// The catalogue that is kept here, in step with a central system.
    async fn catalogue(&self, central: &str) -> Arc<Catalogue> {
        let client = motcua_kiosk::central::CentralClient::new(central);
        client.use_device_token("a token");
        let catalogue = Catalogue::new(self.store.clone(), Arc::new(client));
        catalogue.recall().await.expect("kept");
        catalogue
    }

    /// A citizen's desk over this catalogue.
    fn citizen_by(&self, catalogue: &Arc<Catalogue>) -> Arc<CitizenDesk> {
        let link = Arc::new(Link::new(self.client.clone(), self.clock.clone()));
        let measures = Measures::new(self.store.clone(), self.client.clone(), self.clock.clone());
        CitizenDesk::new(CitizenParts { catalogue: catalogue.clone(), ..self.citizen_parts(link, None, measures) })
    }
}

/// Begins the procedure and shows the card; the draft's code.
async fn begun(desk: &CitizenDesk) -> String {
    let wanted = ProcedureCase { code: CODE.to_owned(), case: None, version: None };
    desk.guide_begin(&wanted).await.expect("begun");
    desk.guide_next("consents", &answers(json!({ "process": true }))).await.expect("agreed");
    desk.scan_typed(CARD.to_owned()).await.expect("a card");
    assert_eq!(desk.guide_view().await.expect("begun").page, "applicant");
    desk.draft_saved().await.expect("the owner is known").code
}

/// Goes on from the card to the page after the address.
async fn behind_the_address(desk: &CitizenDesk) -> GuideView {
    desk.guide_next("applicant", &answers(json!({}))).await.expect("from the card");
    let typed = json!({ "address": { "text": "Ấp Vĩnh Thành 3, An Giang" } });
    desk.guide_next("contact", &answers(typed)).await.expect("typed")
}

/// Says to be single; the page that asks for the purpose.
async fn to_purpose(desk: &CitizenDesk) -> GuideView {
    assert_eq!(behind_the_address(desk).await.page, "status", "the pages are those of the added form");
    desk.guide_next("status", &answers(json!({ "status": "single" }))).await.expect("chosen")
}

fn choices(view: &GuideView) -> Vec<&str> {
    let PageBody::Questions { fields, .. } = &view.body else { panic!("{view:?}") };
    fields[0].choices.iter().map(|choice| choice.value.as_str()).collect()
}

async fn way(desk: &CitizenDesk) -> WayOn {
    desk.procedure(CODE).await.expect("it ships").way
}

#[tokio::test]
async fn an_added_form_comes_once_and_is_there_without_the_network() {
    let central = Central::start().await;
    let mut kiosk = Kiosk::at(&central.url).await;
    let catalogue = kiosk.catalogue(&central.url).await;
    let desk = kiosk.citizen_by(&catalogue);
    assert!(catalogue.sync().await.expect("in step"), "the catalogue is new");
    assert!(!catalogue.sync().await.expect("in step"), "nothing is");
    assert_eq!(way(&desk).await, WayOn::AnyForm);

    central.add(package(1));
    assert!(catalogue.sync().await.expect("in step"));
    assert!(!catalogue.sync().await.expect("in step"));
    assert_eq!(way(&desk).await, WayOn::Form);
    let found = desk.find_procedures("giấy độc thân").await;
    let line = found.iter().flat_map(|group| &group.lines).find(|line| line.code == CODE).expect("found");
    assert_eq!(line.way, WayOn::Form);
    begun(&desk).await;
    assert_eq!(choices(&to_purpose(&desk).await), ["marriage", "house", "loan", "other"]);
    assert_eq!(central.told().asked, [1], "each version is fetched once");

    kiosk = kiosk.after_the_power_cut().await;
    let catalogue = kiosk.catalogue("http://127.0.0.1:9").await;
    let desk = kiosk.citizen_by(&catalogue);
    assert!(catalogue.sync().await.is_err());
    assert_eq!(way(&desk).await, WayOn::Form);
    begun(&desk).await;
    assert_eq!(to_purpose(&desk).await.page, "purpose");

    // A central system that was set up anew has none.
    central.told().packages.clear();
    let catalogue = kiosk.catalogue(&central.url).await;
    assert!(catalogue.sync().await.expect("in step"));
    assert_eq!(way(&kiosk.citizen_by(&catalogue)).await, WayOn::AnyForm);
}

#[tokio::test]
async fn who_began_goes_on_with_their_version_when_another_comes_or_theirs_is_retired() {
    let central = Central::start().await;
    let mut kiosk = Kiosk::at(&central.url).await;
    let catalogue = kiosk.catalogue(&central.url).await;
    central.add(package(1));
    catalogue.sync().await.expect("in step");
    let desk = kiosk.citizen_by(&catalogue);
    let code = begun(&desk).await;
    central.add(without_loans(2));
    central.told().retired.push(of(1));
    catalogue.sync().await.expect("in step");
    assert_eq!(choices(&to_purpose(&desk).await), ["marriage", "house", "loan", "other"]);

    kiosk = kiosk.after_the_power_cut().await;
    let catalogue = kiosk.catalogue(&central.url).await;
    let desk = kiosk.citizen_by(&catalogue);
    let back = opened_by_birth(&desk, &code, BIRTH).await.expect("the owner");
    assert_eq!((back.page.as_str(), choices(&back)), ("purpose", vec!["marriage", "house", "loan", "other"]));
    assert_eq!(desk.guide_next("purpose", &answers(json!({ "purpose": "loan" }))).await.expect("on").page, "before");
    desk.end_visit().await;
    begun(&desk).await;
    assert_eq!(choices(&to_purpose(&desk).await), ["marriage", "house", "other"], "who begins now begins the newest");

    // Nothing but what is retired is left to begin.
    central.told().retired.push(of(2));
    catalogue.sync().await.expect("in step");
    assert_eq!(way(&desk).await, WayOn::AnyForm);
    assert_eq!(central.told().asked, [1, 2]);
}

#[tokio::test]
async fn a_draft_on_the_form_that_fits_all_goes_on_when_its_procedure_gets_one_of_its_own() {
    let central = Central::start().await;
    let mut kiosk = Kiosk::at(&central.url).await;
    let catalogue = kiosk.catalogue(&central.url).await;
    let desk = kiosk.citizen_by(&catalogue);
    let code = begun(&desk).await;
    central.add(package(1));
    catalogue.sync().await.expect("in step");
    assert_eq!(way(&desk).await, WayOn::Form);
    // It is saved once more, and sealed with the record it was made of.
    let there = behind_the_address(&desk).await;
    assert_eq!(there.page, "case", "its own pages");
    kiosk = kiosk.after_the_power_cut().await;
    let catalogue = kiosk.catalogue(&central.url).await;
    let back = opened_by_birth(&kiosk.citizen_by(&catalogue), &code, BIRTH).await.expect("the owner");
    assert_eq!(back, there);
}

#[tokio::test]
async fn what_this_program_cannot_use_is_left_out_and_told() {
    let central = Central::start().await;
    let mut kiosk = Kiosk::at(&central.url).await;
    let catalogue = kiosk.catalogue(&central.url).await;
    central.add(of_a_later_program(1));
    assert!(catalogue.sync().await.expect("in step"));
    let desk = kiosk.citizen_by(&catalogue);
    assert_eq!((catalogue.forms_left_out(), way(&desk).await), (1, WayOn::AnyForm));
    begun(&desk).await;
    assert_eq!(behind_the_address(&desk).await.page, "case", "it keeps the way it had");
    desk.end_visit().await;

    central.add(package(2));
    central.add(of_a_later_program(3));
    catalogue.sync().await.expect("in step");
    assert_eq!((catalogue.forms_left_out(), way(&desk).await), (2, WayOn::Form));
    kiosk = kiosk.after_the_power_cut().await;
    let catalogue = kiosk.catalogue("http://127.0.0.1:9").await;
    let desk = kiosk.citizen_by(&catalogue);
    assert_eq!(catalogue.forms_left_out(), 2);
    begun(&desk).await;
    assert_eq!(to_purpose(&desk).await.page, "purpose", "the newest that it can use");
}

#[tokio::test]
async fn half_of_what_was_added_is_not_taken_for_the_whole() {
    let central = Central::start().await;
    let kiosk = Kiosk::at(&central.url).await;
    let catalogue = kiosk.catalogue(&central.url).await;
    let desk = kiosk.citizen_by(&catalogue);
    central.add(package(1));
    catalogue.sync().await.expect("in step");
    central.add(package(2));
    central.told().retired.push(of(1));
    central.told().breaks_off = true;
    assert!(catalogue.sync().await.is_err());
    assert_eq!(way(&desk).await, WayOn::Form, "the first is begun until the second is here");
    central.told().breaks_off = false;
    assert!(catalogue.sync().await.expect("in step"));
    assert_eq!(way(&desk).await, WayOn::Form);
    assert_eq!(catalogue.forms().newest(CODE).expect("a form").version(), 2);
}

#[tokio::test]
async fn where_the_version_of_a_draft_is_not_known_it_says_so_and_nothing_is_lost() {
    let (drafts, central) = (SimulatedDrafts::start().await, Central::start().await);
    central.add(package(1));
    let here = Kiosk::at(&drafts.url).await;
    let catalogue = here.catalogue(&central.url).await;
    catalogue.sync().await.expect("in step");
    let desk = here.citizen_by(&catalogue);
    let code = begun(&desk).await;
    let left = to_purpose(&desk).await;
    tokio::spawn(desk.clone().keep_drafts());
    until(&desk, DraftPlace::Central).await;
    desk.end_visit().await;

    let there = Kiosk::other(&drafts).await;
    let catalogue = there.catalogue(&central.url).await;
    let desk = there.citizen_by(&catalogue);
    let gone = opened_by_birth(&desk, &code, BIRTH).await.expect_err("no such form here");
    assert_eq!(gone.code, "form-version-gone");
    assert_eq!(desk.guide_view().await.expect_err("nothing is open").code, "nothing-begun");
    // As soon as the form is here it goes on.
    catalogue.sync().await.expect("in step");
    assert_eq!(opened_by_birth(&desk, &code, BIRTH).await.expect("the owner"), left);
}
