//! Answering what an officer asked for: by the applicant alone, exactly once, and never called sent before it is.

use std::sync::atomic::Ordering;

use motcua_domain::guide::{GuideView, PageBody};
use motcua_domain::wire::Submission;
use motcua_kiosk::citizen::CitizenDesk;
use motcua_kiosk::clock::Clock;
use motcua_kiosk::outbox::{Outbox, Sent, hex_sha256};
use motcua_kiosk::store::Here;
use motcua_kiosk::view::AnswerHere;
use serde_json::json;
use sqlx::{Connection, SqliteConnection};
use uuid::Uuid;

use crate::Kiosk;
use crate::drafts::{CARD, answers};
use crate::drawn::{on_a_table, print};
use crate::papers::Lobby;
use crate::simulated_supplements::{CODE, SimulatedSupplements};

const PAPERS: &[&str] = &["Thẻ căn cước", "Giấy ủy quyền"];

/// Proves with digits, reads what was asked, and agrees: the first page about a paper.
async fn begun(desk: &CitizenDesk, request: Uuid) -> GuideView {
    desk.supplement_find(Some(request)).await;
    let view = desk.supplement_open_digits("1234").await.expect("the applicant");
    assert_eq!((view.page.as_str(), view.supplement.as_deref()), ("asked", Some(CODE)));
    let PageBody::Questions { notes, .. } = &view.body else { panic!("what was asked") };
    assert_eq!(notes[0], "Ảnh thẻ bị mờ, xin gửi lại.");
    let view = desk.guide_next("asked", &answers(json!({}))).await.expect("on");
    assert_eq!(view.page, "consents");
    desk.guide_next("consents", &answers(json!({ "process": true }))).await.expect("agreed")
}

/// Has no paper at hand, and writes a message.
async fn with_words(desk: &CitizenDesk, request: Uuid) {
    begun(desk, request).await;
    for page in ["have_1", "have_2"] {
        desk.guide_next(page, &answers(json!({ page: "none" }))).await.expect("on");
    }
    let message = json!({ "message": "Ngày mai tôi mang đến." });
    let view = desk.guide_next("message", &answers(message)).await.expect("on");
    assert_eq!(view.page, "review", "{:?}", view.problems);
}

#[tokio::test]
async fn the_applicant_answers_with_papers_and_words_and_it_arrives_as_an_answer() {
    let central = SimulatedSupplements::start(PAPERS).await;
    let lobby = Lobby::before(&central.url).await;
    let desk = &lobby.desk;
    let found = desk.lookup(CODE).await.expect("found");
    let request = found.found.supplements[0].id;
    begun(desk, request).await;
    let view = desk.guide_next("have_1", &answers(json!({ "have_1": "here" }))).await.expect("on");
    assert_eq!(view.title, "Thẻ căn cước");
    lobby.lay(&on_a_table(&print(), 0.9));
    desk.take_picture().await.expect("a page");
    desk.guide_next("p1", &answers(json!({}))).await.expect("on");
    desk.guide_next("have_2", &answers(json!({ "have_2": "none" }))).await.expect("on");
    let view = desk.guide_next("message", &answers(json!({ "message": "Ảnh mới đây ạ" }))).await.expect("on");
    assert!(matches!(view.body, PageBody::Review { .. }), "{:?}", view.problems);
    assert_eq!(desk.draft_saved().await, None, "no draft is made of it");

    let shown = desk.guide_submit().await.expect("sent");
    assert!(shown.sent && shown.supplement && shown.pay.is_none());
    assert_eq!((shown.code.as_str(), &shown.to_show[..]), (CODE, &["Giấy ủy quyền".to_owned()][..]));
    assert!(shown.ladder.len() == 3 && shown.ladder.iter().all(|rung| rung.at.is_some()), "{:?}", shown.ladder);
    assert_eq!(desk.guide_submit().await.expect("the same"), shown, "a second tap sends nothing more");
    {
        let known = central.known();
        let [sent] = &known.answers[..] else { panic!("one answer") };
        assert_eq!((sent.code.as_str(), sent.procedure.as_str()), (CODE, "2.000635"));
        assert_eq!(sent.answers, json!({ "have_1": "here", "have_2": "none", "message": "Ảnh mới đây ạ" }));
        assert_eq!(sent.documents[0].evidence, "p1");
        assert!(known.files[0].starts_with(b"%PDF"));
        assert!(sent.draft.is_none());
    }
    let found = desk.lookup(CODE).await.expect("found");
    assert!(found.found.supplements[0].answered_at.is_some() && found.answers_here.is_empty());
}

#[tokio::test]
async fn only_the_applicant_begins_with_digits_or_with_the_card() {
    let central = SimulatedSupplements::start(PAPERS).await;
    let kiosk = Kiosk::at(&central.url).await;
    let desk = kiosk.citizen();
    assert_eq!(desk.supplement_open_digits("1234").await.expect_err("of nothing").code, "nothing-begun");
    let request = central.known().request.id;
    desk.supplement_find(Some(request)).await;
    for (digits, code) in
        [("123", "supplement-digits-missing"), ("", "supplement-digits-missing"), ("9999", "supplement-digits-wrong")]
    {
        assert_eq!(desk.supplement_open_digits(digits).await.expect_err("refused").code, code, "{digits}");
    }
    let other = CARD.replace("089087001234", "089087001235");
    assert_eq!(desk.scan_typed(other).await.expect_err("another's").code, "supplement-digits-wrong");
    assert_eq!(desk.guide_view().await.expect_err("nothing is begun").code, "nothing-begun");
    desk.scan_typed(CARD.to_owned()).await.expect("the applicant");
    assert_eq!(desk.guide_view().await.expect("begun").page, "asked");

    // Who comes next can do nothing with it.
    desk.end_visit().await;
    assert_eq!(desk.guide_view().await.expect_err("over").code, "nothing-begun");
    assert_eq!(desk.supplement_open_digits("1234").await.expect_err("over").code, "nothing-begun");
}

#[tokio::test]
async fn what_could_not_be_sent_is_kept_through_a_power_cut_and_sent_once() {
    let central = SimulatedSupplements::start(PAPERS).await;
    let kiosk = Kiosk::at(&central.url).await;
    // The submission itself was made at this very kiosk: its code is here already.
    let own = submission();
    kiosk.store.save_submission(&own, &[]).await.expect("saved");
    kiosk.store.submission_sent(own.id, kiosk.clock.now()).await.expect("sent");
    let desk = kiosk.citizen();
    let request = central.known().request.id;
    with_words(&desk, request).await;
    central.known().away = true;
    let shown = desk.guide_submit().await.expect("saved");
    assert!(!shown.sent && !shown.refused && shown.received_at.is_none());
    assert_eq!(shown.ladder.iter().filter(|rung| rung.at.is_some()).count(), 1, "it is saved, and no more");
    desk.end_visit().await;

    let kiosk = kiosk.after_the_power_cut().await;
    assert_eq!(kiosk.store.not_handed_over(CODE).await.expect("a look"), None, "the submission itself is there");
    central.known().away = false;
    let found = kiosk.citizen().lookup(CODE).await.expect("found");
    assert_eq!(found.answers_here, [AnswerHere { request, refused: false }]);
    kiosk.clock.0.fetch_add(301_000, Ordering::SeqCst);
    let outbox = Outbox::new(kiosk.store.clone(), kiosk.client.clone(), kiosk.clock.clone());
    let due = kiosk.store.due_submissions(kiosk.clock.now()).await.expect("a list");
    let [id] = due[..] else { panic!("one answer waits: {due:?}") };
    assert!(matches!(outbox.send(id).await, Ok(Sent::Received(_))));
    assert_eq!(outbox.send(id).await.expect("nothing more"), Sent::Waiting);
    assert_eq!(central.known().answers.len(), 1);
    let found = kiosk.citizen().lookup(CODE).await.expect("found");
    assert!(found.answers_here.is_empty() && found.found.supplements[0].answered_at.is_some());
}

#[tokio::test]
async fn an_answer_to_what_is_done_meanwhile_is_kept_for_an_officer_and_not_called_sent() {
    let central = SimulatedSupplements::start(PAPERS).await;
    let kiosk = Kiosk::at(&central.url).await;
    let desk = kiosk.citizen();
    let request = central.known().request.id;
    with_words(&desk, request).await;
    central.done();
    let shown = desk.guide_submit().await.expect("saved");
    assert!(shown.refused && !shown.sent && shown.supplement);
    assert_eq!(kiosk.store.answers_not_handed_over().await.expect("a list"), [(request, Here::Refused)]);
    assert_eq!(kiosk.store.unsent().await.expect("a count"), 1, "officers see that something lies here");
}

/// The tables that hold what is not sent yet were made anew: nothing in them may be lost by that.
#[tokio::test]
async fn what_waited_before_answers_lay_here_waits_on() {
    let mut database = SqliteConnection::connect("sqlite::memory:").await.expect("a database");
    let run = async |database: &mut SqliteConnection, sql: &'static str| {
        sqlx::raw_sql(sql).execute(database).await.expect("it runs");
    };
    for before in [include_str!("../../migrations/0001_outbox.sql"), include_str!("../../migrations/0007_follow.sql")] {
        run(&mut database, before).await;
    }
    run(
        &mut database,
        "INSERT INTO submission (id, code, made_at, state, next_try_at, follow_sha256)
           VALUES ('a', 'A7KM-3XPT', 1, 'saved', 2, 'hash');
         INSERT INTO submission_file VALUES ('a', 0, 'p', 'application/pdf', 1, 3, 'sha', 'key', x'010203');",
    )
    .await;
    run(&mut database, "BEGIN").await;
    run(&mut database, include_str!("../../migrations/0009_supplements.sql")).await;
    run(&mut database, "COMMIT").await;
    let row: (String, String, Option<String>, Vec<u8>) = sqlx::query_as(
        "SELECT s.state, s.follow_sha256, s.supplement, f.content
         FROM submission s JOIN submission_file f ON f.submission_id = s.id WHERE s.code = 'A7KM-3XPT'",
    )
    .fetch_one(&mut database)
    .await
    .expect("the submission and its file");
    assert_eq!(row, ("saved".to_owned(), "hash".to_owned(), None, vec![1, 2, 3]));
    let again =
        "INSERT INTO submission (id, code, made_at, state, next_try_at) VALUES ('b', 'A7KM-3XPT', 1, 'saved', 2)";
    assert!(sqlx::raw_sql(again).execute(&mut database).await.is_err(), "a code is one submission's");
    run(&mut database, "DELETE FROM submission").await;
    let files: u32 =
        sqlx::query_scalar("SELECT COUNT(*) FROM submission_file").fetch_one(&mut database).await.expect("a count");
    assert_eq!(files, 0, "and its files go with it");
}

fn submission() -> Submission {
    Submission {
        id: Uuid::now_v7(),
        code: CODE.to_owned(),
        procedure: "2.000635".to_owned(),
        form_version: 1,
        record_version: None,
        made_at: motcua_domain::time::Moment::from_millis(1_795_395_000_000),
        language: "vi".to_owned(),
        answers: json!({}),
        consents: Vec::new(),
        documents: Vec::new(),
        draft: None,
        follow_sha256: Some(hex_sha256(b"its own token")),
        supplement: None,
        assisted: None,
    }
}
