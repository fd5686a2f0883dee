//! An officer helps with a draft: one edits at a time, and whatever comes between, nothing of it is lost
//! without a word.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use motcua_central::{Running, Settings, start};
use motcua_domain::branch::BranchConfig;
use motcua_domain::guide::{PageBody, PageSource};
use motcua_domain::wire::DraftEditor;
use motcua_kiosk::capture::{Capture, Shot, Source};
use motcua_kiosk::citizen::{CitizenDesk, CitizenParts};
use motcua_kiosk::link::Link;
use motcua_kiosk::measures::Measures;
use motcua_kiosk::staff::StaffDesk;
use motcua_kiosk::view::{AssistState, DraftPlace, ProcedureCase};
use serde_json::json;
use sqlx::{Connection, SqliteConnection};
use tempfile::TempDir;
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::Kiosk;
use crate::drafts::{
    BIRTH, CARD, add_photo, answers, begun, contact, opened_by_birth, pages, photo, to_document, to_review, until,
};

/// Longer than anything here takes.
const LONG: Duration = Duration::from_secs(60);
pub const PASSWORD: &str = "một mật khẩu đủ dài";

/// The central API, a kiosk where somebody answers, and an officer's console.
struct Centre {
    running: Running,
    folder: TempDir,
    kiosk: Kiosk,
    owner: Arc<CitizenDesk>,
    camera: Arc<Camera>,
    officer: Arc<StaffDesk>,
    _console: Kiosk,
}

/// A camera of which it is known whether it is ready.
#[derive(Default)]
struct Camera(AtomicBool);

#[async_trait]
impl Source for Camera {
    fn present(&self) -> bool {
        true
    }
    async fn arm(&self) {
        self.0.store(true, Ordering::SeqCst);
    }
    async fn disarm(&self) {
        self.0.store(false, Ordering::SeqCst);
    }
    async fn frame(&self) -> Option<Vec<u8>> {
        None
    }
    fn take(&self) -> mpsc::Receiver<Shot> {
        mpsc::channel(1).1
    }
}

pub async fn serve(folder: &TempDir, listen: SocketAddr) -> Running {
    let database = format!("sqlite://{}", folder.path().join("central.db").display());
    let (branch, banks) = (BranchConfig::default(), Default::default());
    start(Settings { listen, database, branch, public_url: None, banks }).await.expect("a server")
}

pub async fn enrolled(running: &Running, name: &str) -> Kiosk {
    let kiosk = Kiosk::at(&format!("http://{}", running.address)).await;
    let code = running.enrolment_code().await.expect("a code");
    let device = kiosk.client.enrol(&code, name).await.expect("enrolled");
    kiosk.client.use_device_token(&device.token);
    kiosk
}

pub fn link(kiosk: &Kiosk) -> Arc<Link> {
    Arc::new(Link::new(kiosk.client.clone(), kiosk.clock.clone()))
}

impl Centre {
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let running = serve(&folder, SocketAddr::from(([127, 0, 0, 1], 0))).await;
        let kiosk = enrolled(&running, "Ki-ốt 1").await;
        let camera = Arc::new(Camera::default());
        let capture = Capture { camera: Some(camera.clone()), ..Capture::default() };
        let measures = Measures::new(kiosk.store.clone(), kiosk.client.clone(), kiosk.clock.clone());
        let owner = CitizenDesk::new(CitizenParts { capture, ..kiosk.citizen_parts(link(&kiosk), None, measures) });
        let console = enrolled(&running, "Bàn 1").await;
        let officer = console.staff(link(&console));
        let first = running.first_administrator.clone().expect("the first start");
        officer.sign_in(&first.account, &first.password).await.expect("signed in");
        officer.change_password(&first.password, PASSWORD).await.expect("changed");
        Self { running, folder, kiosk, owner, camera, officer, _console: console }
    }

    async fn share(&self) {
        assert_eq!(self.owner.assist_share().await, Ok(AssistState::Shared));
    }

    async fn take(&self) {
        let shared = self.officer.shared_drafts().await.expect("a list");
        self.officer.assist_take(shared[0].draft.id).await.expect("taken");
    }

    /// From now on the kiosk keeps up with the central system.
    fn follow(&self) {
        tokio::spawn(self.owner.clone().keep_drafts());
        tokio::spawn(self.owner.clone().follow_assist());
    }

    async fn until(&self, wanted: impl Fn(&AssistState) -> bool) {
        let mut news = self.owner.news();
        let looked = async {
            while !wanted(&self.owner.assist_state()) {
                news.recv().await.expect("news");
            }
        };
        timeout(LONG, looked).await.expect("in time");
    }

    async fn until_officer(&self) {
        self.until(|state| matches!(state, AssistState::Officer { name } if name == "Quản trị")).await;
    }

    async fn give_back(&self) {
        self.officer.assist_give_back().await.expect("given back");
    }

    async fn page(&self) -> String {
        self.owner.guide_view().await.expect("a page").page
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_given_as_an_officer_takes_the_draft_does_not_end_the_visit() {
    let centre = Centre::open().await;
    let owner = &centre.owner;
    begun(owner).await;
    contact(owner).await;
    centre.share().await;
    centre.take().await;
    let copies = |count: u32| answers(json!({ "receive": "counter", "copies": count }));
    owner.guide_next("result", &copies(2)).await.expect("the kiosk has not looked yet");
    centre.follow();
    centre.until_officer().await;
    assert_eq!(centre.page().await, "result", "what the officer sees");
    assert_eq!(owner.guide_next("result", &copies(2)).await.expect_err("one edits").code, "assist-officer-edits");

    centre.officer.assist_next("result", &copies(3)).await.expect("answered");
    centre.give_back().await;
    centre.until(|state| *state == AssistState::Shared).await;
    assert_eq!(centre.page().await, "event");
    owner.guide_next("event", &answers(json!({ "event": "birth" }))).await.expect("its owner goes on");
    until(owner, DraftPlace::Central).await;
    assert_eq!(owner.draft_saved().await.expect("kept").place, DraftPlace::Central);
    assert_eq!(centre.page().await, "whom");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_officer_has_in_hand_is_not_submitted_by_its_owner() {
    let centre = Centre::open().await;
    let owner = &centre.owner;
    let (code, _) = begun(owner).await;
    to_review(owner).await;
    centre.share().await;
    centre.take().await;
    for _ in 0..2 {
        assert_eq!(owner.guide_submit().await.expect_err("one edits").code, "assist-officer-edits");
    }
    assert_eq!(centre.kiosk.count("submission").await, 0);
    centre.follow();
    centre.give_back().await;
    centre.until(|state| *state == AssistState::Shared).await;
    let shown = owner.guide_submit().await.expect("its owner's again");
    assert!(shown.sent && shown.code == code, "the code is good for one");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_officer_changed_unseen_is_looked_at_before_it_is_submitted() {
    let centre = Centre::open().await;
    let owner = &centre.owner;
    begun(owner).await;
    to_review(owner).await;
    centre.share().await;
    centre.take().await;
    centre.officer.assist_open("result").await.expect("\"Sửa\"");
    let copies = answers(json!({ "receive": "counter", "copies": 7 }));
    centre.officer.assist_next("result", &copies).await.expect("changed");
    centre.give_back().await;
    // The kiosk was cut off all the while.
    assert_eq!(owner.guide_submit().await.expect_err("not as its owner saw it").code, "assist-changed");
    let PageBody::Review { sections, .. } = owner.guide_view().await.expect("the review").body else {
        panic!("a review")
    };
    assert!(sections.iter().flat_map(|section| &section.rows).any(|row| row.value.contains('7')), "{sections:?}");
    assert!(owner.guide_submit().await.expect("seen now").sent);
    assert_eq!(centre.owner.assist_state(), AssistState::Alone);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_takes_the_draft_back_keeps_the_answer_that_was_on_its_way() {
    let centre = Centre::open().await;
    let owner = &centre.owner;
    let (code, _) = begun(owner).await;
    contact(owner).await;
    centre.share().await;
    let result = answers(json!({ "receive": "counter", "copies": 2 }));
    owner.guide_next("result", &result).await.expect("on its way");
    assert_eq!(owner.assist_take_back().await, Ok(AssistState::Alone));
    assert_eq!(centre.page().await, "event");
    centre.follow();
    until(owner, DraftPlace::Central).await;
    assert_eq!(centre.page().await, "event", "it is nobody else's");
    let other = enrolled(&centre.running, "Ki-ốt 2").await;
    assert_eq!(opened_by_birth(&other.citizen(), &code, BIRTH).await.expect("its owner").page, "event");
    // That ended it here for good.
    until(owner, DraftPlace::Central).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_paper_is_taken_in_while_an_officer_has_the_draft_in_hand() {
    let centre = Centre::open().await;
    let (owner, camera) = (&centre.owner, &centre.camera.0);
    begun(owner).await;
    to_document(owner).await;
    let page = pages(&add_photo(owner).await)[0].clone();
    let wanted = owner.wanted().await.expect("a paper");
    centre.share().await;
    assert!(camera.load(Ordering::SeqCst));
    centre.take().await;
    centre.follow();
    centre.until_officer().await;
    assert!(!camera.load(Ordering::SeqCst), "it lets go");
    let refused = [
        owner.wanted().await.err(),
        owner.take_page(&wanted, photo(), PageSource::Phone).await.err(),
        owner.turn_page(&page).await.err(),
        owner.remove_page(&page).await.err(),
        owner.keep_page(&page).await.err(),
        owner.retake_page(Some(page.clone())).await.err(),
        owner.scan_typed(CARD.to_owned()).await.err(),
    ];
    for refused in refused {
        assert_eq!(refused.expect("refused").code, "assist-officer-edits");
    }
    centre.give_back().await;
    centre.until(|state| *state == AssistState::Shared).await;
    assert!(camera.load(Ordering::SeqCst), "it is ready again");
    assert_eq!(pages(&add_photo(owner).await).len(), 2);
    until(owner, DraftPlace::Central).await;
    // A page lies here again for who comes back, also where the one before was let go.
    assert_eq!(centre.kiosk.count("draft_file").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_officer_cannot_open_goes_back_to_its_owner() {
    let centre = Centre::open().await;
    begun(&centre.owner).await;
    centre.share().await;
    let file = format!("sqlite://{}", centre.folder.path().join("central.db").display());
    let mut file = SqliteConnection::connect(&file).await.expect("the database");
    sqlx::raw_sql("UPDATE draft SET content = 'AAAA'").execute(&mut file).await.expect("damaged");
    let shared = centre.officer.shared_drafts().await.expect("a list");
    let refused = centre.officer.assist_take(shared[0].draft.id).await.expect_err("damaged");
    assert_eq!(refused.code, "draft-damaged");
    let shared = centre.officer.shared_drafts().await.expect("a list");
    assert!(matches!(&shared[0].draft.editor, DraftEditor::Kiosk { name } if name == "Ki-ốt 1"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_begins_something_else_shares_nothing_of_it() {
    let centre = Centre::open().await;
    let owner = &centre.owner;
    begun(owner).await;
    centre.share().await;
    centre.take().await;
    centre.follow();
    centre.until_officer().await;
    let wanted = ProcedureCase { code: "1.001193".to_owned(), case: None, version: None };
    owner.guide_begin(&wanted).await.expect("begun");
    assert_eq!(owner.assist_state(), AssistState::Alone);
    let next = owner.guide_next("consents", &answers(json!({ "process": true }))).await.expect("its owner's alone");
    assert_ne!(next.page, "consents");
    // What was shared before is taken back when the officer has done.
    centre.give_back().await;
    let gone = async {
        while !centre.officer.shared_drafts().await.expect("a list").is_empty() {
            tokio::task::yield_now().await;
        }
    };
    timeout(LONG, gone).await.expect("in time");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_restart_of_the_central_system_its_owner_is_asked_again() {
    let mut centre = Centre::open().await;
    begun(&centre.owner).await;
    centre.share().await;
    let address = centre.running.address;
    centre.running.stop().await;
    centre.running = serve(&centre.folder, address).await;
    centre.follow();
    centre.until(|state| *state == AssistState::Lapsed).await;
    assert!(centre.officer.shared_drafts().await.expect("a list").is_empty());
    centre.share().await;
    centre.take().await;
    centre.until_officer().await;
}
