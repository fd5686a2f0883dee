//! An officer submits for somebody who signed, before the central API itself: exactly what was printed, once,
//! and with both their names.

use std::sync::Arc;

use motcua_central::{Running, Settings};
use motcua_domain::branch::BranchConfig;
use motcua_domain::wire::DraftEditor;
use motcua_kiosk::citizen::CitizenDesk;
use motcua_kiosk::link::Link;
use motcua_kiosk::outbox::{Outbox, Sent};
use motcua_kiosk::printer::{NoPrinter, Printer, TrialPrinter};
use motcua_kiosk::staff::StaffDesk;
use motcua_kiosk::view::{AssistState, AssistView, SubmissionView};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::Kiosk;
use crate::drafts::{answers, begun, to_review};
use crate::proxy::{Proxy, Way};

const PASSWORD: &str = "một mật khẩu đủ dài";

/// A centre with a kiosk at which somebody shares their draft, and a console beyond a network.
struct Centre {
    server: Running,
    network: Proxy,
    desk: Arc<CitizenDesk>,
    console: Kiosk,
    staff: Arc<StaffDesk>,
    /// The draft's code.
    code: String,
    _kiosk: Kiosk,
    _folder: tempfile::TempDir,
}

impl Centre {
    /// With the draft on its review, shared.
    async fn start(printer: impl FnOnce(&Kiosk) -> Arc<dyn Printer>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let server = motcua_central::start(Settings {
            listen: "127.0.0.1:0".parse().expect("an address"),
            database: format!("sqlite://{}", folder.path().join("central.db").display()),
            branch: BranchConfig::default(),
            public_url: None,
            banks: Default::default(),
        })
        .await
        .expect("the central server");
        let network = Proxy::start(server.address).await;
        let enrolled = async |url: String| {
            let kiosk = Kiosk::at(&url).await;
            let code = server.enrolment_code().await.expect("a code");
            let device = kiosk.client.enrol(&code, "Ki-ốt").await.expect("enrolled");
            kiosk.client.use_device_token(&device.token);
            kiosk
        };
        let kiosk = enrolled(format!("http://{}", server.address)).await;
        let console = enrolled(format!("http://{}", network.address)).await;
        let desk = kiosk.citizen();
        let (code, _) = begun(&desk).await;
        to_review(&desk).await;
        desk.assist_share().await.expect("shared");
        let link = Arc::new(Link::new(console.client.clone(), console.clock.clone()));
        let staff = console.staff_with(link, printer(&console));
        let first = server.first_administrator.as_ref().expect("the first administrator");
        staff.sign_in(&first.account, &first.password).await.expect("signed in");
        staff.change_password(&first.password, PASSWORD).await.expect("a password of their own");
        Self { server, network, desk, console, staff, code, _kiosk: kiosk, _folder: folder }
    }

    async fn taken(&self) -> AssistView {
        let [shared] = &self.staff.shared_drafts().await.expect("a list")[..] else { panic!("one is shared") };
        assert!(matches!(shared.draft.editor, DraftEditor::Kiosk { .. }));
        self.staff.assist_take(shared.draft.id).await.expect("in hand")
    }

    async fn printed(&self) -> AssistView {
        self.staff.assist_print_review().await.expect("it is printed")
    }

    async fn submit(&self, agreed: &[&str]) -> Result<(), String> {
        let agreed: Vec<String> = agreed.iter().map(|purpose| (*purpose).to_owned()).collect();
        let shown = self.staff.assist_submit(&agreed, true).await.map_err(|problem| problem.code)?;
        assert!(shown.sent && shown.code == self.code);
        Ok(())
    }

    /// What the central system has.
    async fn submissions(&self) -> Vec<Uuid> {
        let http = reqwest::Client::new();
        let get = async |path: &str| -> Value {
            let first = self.server.first_administrator.as_ref().expect("the first administrator");
            let url = format!("http://{}", self.server.address);
            let who = json!({ "account": first.account, "password": PASSWORD }).to_string();
            let sign_in = http.post(format!("{url}/v1/staff/sign-in")).header("content-type", "application/json");
            let session: Value = sign_in.body(who).send().await.expect("an answer").json().await.expect("a session");
            let token = session["token"].as_str().expect("a token");
            let answer = http.get(format!("{url}{path}")).bearer_auth(token).send().await.expect("an answer");
            answer.json().await.expect("JSON")
        };
        let mut ids = Vec::new();
        for line in get("/v1/submissions").await.as_array().expect("a list") {
            let id = line["id"].as_str().expect("an identity");
            let detail = get(&format!("/v1/submissions/{id}")).await;
            let consents = detail["submission"]["consents"].as_array().expect("consents").clone();
            assert!(!consents.is_empty() && consents.iter().all(|consent| consent["method"] == "signed_review"));
            ids.push(id.parse().expect("an identity"));
        }
        ids
    }
}

fn trial(console: &Kiosk) -> Arc<dyn Printer> {
    Arc::new(TrialPrinter::new(console.folder.path().join("printed")))
}

#[tokio::test(flavor = "multi_thread")]
async fn exactly_what_was_printed_is_submitted_and_bears_both_names() {
    let centre = Centre::start(trial).await;
    let staff = &centre.staff;
    let mut news = centre.desk.news();
    tokio::spawn(centre.desk.clone().follow_assist());
    let taken = centre.taken().await;
    assert_eq!((taken.guide.page.as_str(), taken.code.as_str(), taken.review), ("review", centre.code.as_str(), None));
    assert_eq!(centre.submit(&["process"]).await, Err("review-not-printed".to_owned()));

    let first = centre.printed().await.review.expect("printed");
    let consents: Vec<_> = first.consents.iter().map(|consent| consent.purpose.as_str()).collect();
    assert_eq!((consents, first.void), (vec!["process"], false));
    for agreed in [&[][..], &["contact"], &["process", "contact"]] {
        assert_eq!(centre.submit(agreed).await, Err("review-consents".to_owned()), "{agreed:?}");
    }
    staff.assist_open("contact").await.expect("\"Sửa\"");
    assert_eq!(staff.assist_print_review().await.expect_err("no review").code, "page-out-of-date");
    let typed = json!({ "address": { "text": "Số 7 Nguyễn Huệ, An Giang" } });
    let changed = staff.assist_next("contact", &answers(typed)).await.expect("changed");
    assert!(changed.review.expect("printed before").void);
    assert_eq!(changed.changes[0].labels.len(), 1, "{:?}", changed.changes[0]);
    assert_eq!(centre.submit(&["process"]).await, Err("review-void".to_owned()));

    let second = centre.printed().await.review.expect("printed");
    assert!(!second.void && second.mark != first.mark);
    centre.submit(&["process"]).await.expect("submitted");
    assert_eq!(centre.submit(&["process"]).await, Err("assist-nothing".to_owned()));
    let [id] = centre.submissions().await[..] else { panic!("one submission") };
    let SubmissionView { submitted_by, helped_by, changes, .. } = staff.submission(id).await.expect("it is there");
    let by = submitted_by.expect("an officer");
    let who = staff.console().await.who.expect("signed in").name;
    assert_eq!((&by.officer, by.mark, helped_by), (&who, second.mark, vec![who.clone()]));
    assert!(changes.iter().any(|row| row.change.who == DraftEditor::Officer { name: who.clone() }), "{changes:?}");

    while !matches!(centre.desk.assist_state(), AssistState::Submitted { .. }) {
        news.recv().await.expect("news");
    }
    assert_eq!(centre.desk.assist_state(), AssistState::Submitted { code: centre.code.clone() });
    assert_eq!(centre.desk.guide_view().await.expect_err("it is no draft").code, "nothing-begun");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_did_not_come_out_of_the_printer_was_signed_by_nobody() {
    let centre = Centre::start(|_| Arc::new(NoPrinter)).await;
    centre.taken().await;
    centre.printed().await;
    assert_eq!(centre.submit(&["process"]).await, Err("review-not-printed".to_owned()));
    assert!(centre.submissions().await.is_empty());
    centre.staff.assist_give_back().await.expect("given back");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_leaves_one_submission() {
    let centre = Centre::start(trial).await;
    centre.taken().await;
    centre.printed().await;
    centre.network.set(Way::Swallow);
    let staff = centre.staff.clone();
    let submitting = tokio::spawn(async move { staff.assist_submit(&["process".to_owned()], false).await });
    let id = loop {
        if let [id] = centre.submissions().await[..] {
            break id;
        }
    };
    centre.network.set(Way::Cut);
    let shown = submitting.await.expect("it ends").expect("saved");
    assert_eq!((shown.sent, shown.refused, &shown.code), (false, false, &centre.code), "nobody said that it arrived");
    centre.network.set(Way::Open);
    let outbox = Outbox::new(centre.console.store.clone(), centre.console.client.clone(), centre.console.clock.clone());
    assert!(matches!(outbox.send(id).await.expect("a store"), Sent::Received(_)));
    assert_eq!(centre.submissions().await, [id]);
}
