//! Drafts: kept after every answer, sealed, for their owner only, at any kiosk, and by one at a time.

use std::collections::HashMap;
use std::io::Cursor;
use std::path::Path;
use std::sync::atomic::Ordering;

use image::{DynamicImage, ImageFormat, RgbImage};
use motcua_domain::guide::{GuideView, PageBody, PageSource};
use motcua_domain::wire::{MOST_WRONG_PROOFS, Problem};
use motcua_kiosk::citizen::{Answers, CitizenDesk};
use motcua_kiosk::store::{Identity, Store};
use motcua_kiosk::view::{CitizenNews, DraftPlace, ProcedureCase};
use serde_json::{Value, json};
use sqlx::{Connection, SqliteConnection};

use crate::Kiosk;
use crate::simulated_drafts::SimulatedDrafts;

pub const CARD: &str = "089087001234||Nguyễn Văn Ẩn|01021987|Nam|12 Trần Hưng Đạo, Long Xuyên, An Giang|01012022";
const NUMBER: &str = "089087001234";
pub const BIRTH: &str = "1987-02-01";
/// A day in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;

pub fn answers(value: Value) -> Answers {
    Answers(value.as_object().cloned().expect("fields"))
}

impl Kiosk {
    /// The same machine after the power went.
    pub async fn after_the_power_cut(self) -> Self {
        let Self { clock, client, folder, .. } = self;
        let identity = Identity::load(folder.path()).expect("an identity");
        let store = Store::open(folder.path(), identity.seal().expect("a seal")).await.expect("a store");
        Self { store, clock, client, folder }
    }

    /// Another machine of the centre.
    pub async fn other(central: &SimulatedDrafts) -> Self {
        let kiosk = Self::at(&central.url).await;
        kiosk.client.use_device_token("another token");
        kiosk
    }

    pub async fn database(&self) -> SqliteConnection {
        let file = format!("sqlite://{}", self.folder.path().join("kiosk.sqlite").display());
        SqliteConnection::connect(&file).await.expect("the database")
    }

    pub async fn count(&self, table: &str) -> u32 {
        let select = format!("SELECT COUNT(*) FROM {table}");
        sqlx::query_scalar(sqlx::AssertSqlSafe(select)).fetch_one(&mut self.database().await).await.expect("a count")
    }
}

/// Everything that lies in a folder.
fn bytes_of(folder: &Path) -> Vec<u8> {
    let files = std::fs::read_dir(folder).expect("a folder");
    files.flat_map(|file| std::fs::read(file.expect("a file").path()).expect("its bytes")).collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

/// Begins a copy of a certificate, and shows the card. Answers with the code and the page.
pub async fn begun(desk: &CitizenDesk) -> (String, GuideView) {
    let wanted = ProcedureCase { code: "2.000635".to_owned(), case: None, version: None };
    desk.guide_begin(&wanted).await.expect("begun");
    assert_eq!(desk.draft_saved().await, None, "nobody owns it yet");
    desk.guide_next("consents", &answers(json!({ "process": true }))).await.expect("agreed");
    assert_eq!(desk.draft_saved().await, None, "nobody owns it yet");
    desk.scan_typed(CARD.to_owned()).await.expect("a card");
    let view = desk.guide_view().await.expect("begun");
    let saved = desk.draft_saved().await.expect("the owner is known");
    (saved.code, view)
}

pub async fn contact(desk: &CitizenDesk) -> GuideView {
    desk.guide_next("applicant", &Answers::default()).await.expect("from the card");
    let typed = json!({ "address": { "text": "Ấp Vĩnh Thành 3, An Giang" } });
    desk.guide_next("contact", &answers(typed)).await.expect("typed")
}

pub async fn opened_by_birth(desk: &CitizenDesk, code: &str, birth: &str) -> Result<GuideView, Problem> {
    desk.draft_find(Some(code)).await.expect("a code");
    desk.draft_open_birth(birth).await
}

pub async fn until(desk: &CitizenDesk, place: DraftPlace) {
    let mut news = desk.news();
    while desk.draft_saved().await.is_some_and(|saved| saved.place != place) {
        while !matches!(news.recv().await, Ok(CitizenNews::Draft)) {}
    }
}

#[tokio::test]
async fn every_answer_is_there_after_a_power_cut_for_its_owner_and_for_nobody_else() {
    let central = SimulatedDrafts::start().await;
    central.away(true);
    let mut kiosk = Kiosk::at(&central.url).await;
    let desk = kiosk.citizen();
    let (code, first) = begun(&desk).await;
    assert_eq!(first.page, "applicant");
    assert_eq!(desk.draft_saved().await.expect("kept").place, DraftPlace::Here);
    // The power goes after each answer: what was shown last is what comes back.
    kiosk = kiosk.after_the_power_cut().await;
    let desk = kiosk.citizen();
    assert_eq!(desk.guide_view().await.expect_err("nothing personal").code, "nothing-begun");
    assert_eq!(desk.draft_saved().await, None);
    assert_eq!(opened_by_birth(&desk, &code, BIRTH).await.expect("the owner"), first);
    let second = contact(&desk).await;
    assert_eq!(second.page, "result");
    kiosk = kiosk.after_the_power_cut().await;
    let desk = kiosk.citizen();
    desk.draft_find(Some(&code.to_lowercase().replace('-', " "))).await.expect("typed as people type");
    desk.scan_typed(CARD.to_owned()).await.expect("the owner's card");
    assert_eq!(desk.guide_view().await.expect("opened"), second);
    let back = desk.guide_back("result", &Answers::default()).await.expect("back");
    let PageBody::Questions { fields, .. } = &back.body else { panic!("{back:?}") };
    assert_eq!(fields[0].value["text"], "Ấp Vĩnh Thành 3, An Giang");

    let stored = bytes_of(kiosk.folder.path());
    for secret in ["Nguyễn Văn Ẩn", "Trần Hưng Đạo", "Ấp Vĩnh Thành", NUMBER, BIRTH, &code] {
        assert!(!holds(&stored, secret), "{secret} lies open in the store");
    }
    assert!(holds(&stored, "2.000635"), "this is the store");
}

#[tokio::test]
async fn the_central_system_gets_it_sealed_and_the_local_copy_goes_with_the_visit() {
    let central = SimulatedDrafts::start().await;
    let kiosk = Kiosk::at(&central.url).await;
    let desk = kiosk.citizen();
    let (code, _) = begun(&desk).await;
    central.away(true);
    tokio::spawn(desk.clone().keep_drafts());
    contact(&desk).await;
    assert_eq!(desk.draft_saved().await.expect("kept").place, DraftPlace::Here);
    central.away(false);
    desk.guide_back("result", &Answers::default()).await.expect("back");
    until(&desk, DraftPlace::Central).await;
    assert_eq!(central.revision(), 4, "the newest, whatever came before it did not");
    assert_eq!(kiosk.count("draft").await, 1, "kept while it is answered, should the network go");
    desk.end_visit().await;
    while kiosk.count("draft").await > 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(desk.guide_view().await.expect_err("nothing is left").code, "nothing-begun");
    let asked = std::mem::take(&mut central.known().asked);
    for secret in ["Nguyễn", "Ấp Vĩnh Thành", NUMBER, BIRTH, &code, &code.replace('-', "")] {
        assert!(!holds(&asked, secret), "{secret} was told");
    }
    let (_, draft) = central.known().draft.clone().expect("kept");
    assert_eq!(draft.proofs.len(), 2);
    let changes = central.known().changes.clone();
    let changed: Vec<_> = changes.iter().map(|change| (&*change.page, change.fields.join(" "))).collect();
    assert_eq!(changed.last(), Some(&("contact", "address".to_owned())), "names, never values");
}

#[tokio::test]
async fn another_kiosk_takes_over_and_the_first_one_keeps_nothing() {
    let central = SimulatedDrafts::start().await;
    let (first, second) = (Kiosk::at(&central.url).await, Kiosk::other(&central).await);
    let (here, there) = (first.citizen(), second.citizen());
    tokio::spawn(here.clone().keep_drafts());
    let (code, _) = begun(&here).await;
    let page = contact(&here).await;
    until(&here, DraftPlace::Central).await;
    there.draft_find(Some(&code)).await.expect("a code");
    there.scan_typed(CARD.to_owned()).await.expect("the owner's card");
    assert_eq!(there.guide_view().await.expect("opened"), page);
    assert_eq!(there.draft_saved().await.expect("kept").place, DraftPlace::Central);
    tokio::spawn(there.clone().keep_drafts());
    there.guide_next("result", &answers(json!({ "receive": "counter", "copies": 2 }))).await.expect("answered");
    until(&there, DraftPlace::Central).await;
    assert_eq!(central.known().draft.as_ref().map(|(_, draft)| (draft.opening, draft.revision)), Some((1, 4)));

    // The first one learns of it when it saves: what is shown next is not the draft.
    here.guide_next("result", &answers(json!({ "receive": "post", "copies": 9 }))).await.expect("not known yet");
    until(&here, DraftPlace::Elsewhere).await;
    for _ in 0..2 {
        let gone = here.guide_view().await.expect_err("overtaken").code;
        assert!(["draft-elsewhere", "nothing-begun"].contains(&&*gone), "{gone}");
    }
    assert_eq!((first.count("draft").await, first.count("draft_file").await), (0, 0));
    assert_eq!(central.revision(), 4);
}

#[tokio::test]
async fn what_was_overtaken_is_not_submitted() {
    let central = SimulatedDrafts::start().await;
    let (first, second) = (Kiosk::at(&central.url).await, Kiosk::other(&central).await);
    let (here, there) = (first.citizen(), second.citizen());
    let (code, _) = begun(&here).await;
    to_review(&here).await;
    central.away(true);
    assert_eq!(opened_by_birth(&there, &code, BIRTH).await.expect_err("away").code, "central-away");
    central.away(false);
    // The first "Nộp" of a draft the central system never heard of goes through; here it is overtaken.
    tokio::spawn(here.clone().keep_drafts());
    until(&here, DraftPlace::Central).await;
    opened_by_birth(&there, &code, BIRTH).await.expect("the owner");
    here.guide_open("contact").await.expect("\"Sửa\"");
    assert_eq!(here.guide_submit().await.expect_err("overtaken").code, "draft-elsewhere");
    let shown = there.guide_submit().await.expect("submitted by its owner");
    assert_eq!(shown.code, code, "one code for draft and submission");
    let submission = central.known().submissions.pop().expect("one");
    let draft = submission.draft.expect("the draft it was made of");
    assert_eq!((draft.opening, submission.code), (1, code));
    assert!(central.known().submissions.is_empty());
    assert_eq!(second.count("draft").await, 0);
}

/// Answers everything up to the review, for oneself.
pub async fn to_review(desk: &CitizenDesk) {
    contact(desk).await;
    for (page, typed) in [
        ("result", json!({ "receive": "counter", "copies": 2 })),
        ("event", json!({ "event": "birth" })),
        ("whom", json!({ "for_whom": "self" })),
        ("registration", json!({ "registered_at": "UBND phường Long Xuyên" })),
    ] {
        desk.guide_next(page, &answers(typed)).await.expect(page);
    }
    assert_eq!(desk.guide_view().await.expect("a page").page, "review");
}

#[tokio::test]
async fn a_submission_that_was_saved_takes_the_place_of_its_draft() {
    let central = SimulatedDrafts::start().await;
    central.away(true);
    let kiosk = Kiosk::at(&central.url).await;
    let desk = kiosk.citizen();
    let (code, _) = begun(&desk).await;
    to_review(&desk).await;
    let shown = desk.guide_submit().await.expect("saved");
    assert!(!shown.sent && shown.code == code);
    assert_eq!(kiosk.count("draft").await, 0, "nobody goes on with what was handed in");
    assert_eq!(kiosk.count("submission").await, 1);
    desk.end_visit().await;
    let again = opened_by_birth(&desk, &code, BIRTH).await.expect_err("handed in");
    assert_eq!(again.code, "central-away");
}

#[tokio::test]
async fn wrong_proofs_are_counted_here_too_across_restarts_and_told_with_the_draft() {
    let central = SimulatedDrafts::start().await;
    central.away(true);
    let mut kiosk = Kiosk::at(&central.url).await;
    let (code, _) = begun(&kiosk.citizen()).await;
    for left in (1..MOST_WRONG_PROOFS).rev() {
        kiosk = kiosk.after_the_power_cut().await;
        let problem = opened_by_birth(&kiosk.citizen(), &code, "1987-02-02").await.expect_err("wrong");
        assert_eq!((&*problem.code, &*problem.args["left"]), ("draft-proof-wrong", &*left.to_string()));
    }
    let desk = kiosk.citizen();
    for birth in ["1987-02-02", BIRTH] {
        assert_eq!(opened_by_birth(&desk, &code, birth).await.expect_err("locked").code, "draft-locked");
    }
    // Once the central system has it, it is locked there, at every kiosk.
    central.away(false);
    assert_eq!(opened_by_birth(&desk, &code, BIRTH).await.expect_err("locked").code, "draft-locked");
    assert_eq!(central.known().wrong.values().copied().max(), Some(MOST_WRONG_PROOFS));
    assert_eq!((kiosk.count("draft").await, kiosk.count("draft_wrong_proof").await), (0, 0));
    central.known().wrong.clear();
    opened_by_birth(&desk, &code, BIRTH).await.expect("an officer unlocked it");
}

#[tokio::test]
async fn only_the_right_code_kind_and_secret_open_it() {
    let central = SimulatedDrafts::start().await;
    let kiosk = Kiosk::at(&central.url).await;
    let desk = kiosk.citizen();
    let (code, _) = begun(&desk).await;
    desk.end_visit().await;
    assert_eq!(desk.draft_open_birth(BIRTH).await.expect_err("no code").code, "nothing-begun");
    assert_eq!(desk.draft_find(Some("A7KM-3XP0")).await.expect_err("no code").code, "submission-code-wrong");
    let other = if code.starts_with('A') { "B7KM-3XPT" } else { "A7KM-3XPT" };
    assert_eq!(opened_by_birth(&desk, other, BIRTH).await.expect_err("wrong").code, "draft-proof-wrong");
    assert_eq!(opened_by_birth(&desk, &code, "1988-02-01").await.expect_err("wrong").code, "draft-proof-wrong");
    assert_eq!(opened_by_birth(&desk, &code, "").await.expect_err("none").code, "draft-birth-missing");
    let stranger = CARD.replace(NUMBER, "089087001235");
    desk.draft_find(Some(&code)).await.expect("a code");
    assert_eq!(desk.scan_typed(stranger).await.expect_err("wrong").code, "draft-proof-wrong");
    desk.draft_find(None).await.expect("nobody wants it any more");
    // Now it stands for who takes a number, whom only the central system could tell apart.
    assert_eq!(desk.scan_typed(CARD.to_owned()).await.expect_err("central is away").code, "central-away");
    assert_eq!(desk.guide_view().await.expect_err("no code").code, "nothing-begun");
    opened_by_birth(&desk, &code, BIRTH).await.expect("the owner");
}

pub fn photo() -> Vec<u8> {
    let mut picture = RgbImage::from_fn(900, 1_200, |x, y| image::Rgb([(x % 251) as u8, (y % 241) as u8, 200]));
    picture.put_pixel(0, 0, image::Rgb([1, 2, 3]));
    let mut png = Vec::new();
    DynamicImage::ImageRgb8(picture).write_to(&mut Cursor::new(&mut png), ImageFormat::Png).expect("a picture");
    png
}

/// Goes to the page that asks for an authorisation.
pub async fn to_document(desk: &CitizenDesk) -> GuideView {
    contact(desk).await;
    for (page, typed) in [
        ("result", json!({ "receive": "counter", "copies": 2 })),
        ("event", json!({ "event": "birth" })),
        ("whom", json!({ "for_whom": "other" })),
        ("relation", json!({ "relation": "family" })),
    ] {
        desk.guide_next(page, &answers(typed)).await.expect(page);
    }
    desk.guide_view().await.expect("a page")
}

pub async fn add_photo(desk: &CitizenDesk) -> GuideView {
    let wanted = desk.wanted().await.expect("a paper is asked for");
    desk.take_page(&wanted, photo(), PageSource::Phone).await.expect("a page");
    desk.guide_view().await.expect("a page")
}

pub fn pages(view: &GuideView) -> Vec<String> {
    match &view.body {
        PageBody::Document { pages, .. } => pages.iter().map(|page| page.id.clone()).collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn papers_come_back_and_one_that_is_not_whole_is_asked_for_again() {
    let central = SimulatedDrafts::start().await;
    central.away(true);
    let mut kiosk = Kiosk::at(&central.url).await;
    let desk = kiosk.citizen();
    let (code, _) = begun(&desk).await;
    to_document(&desk).await;
    add_photo(&desk).await;
    let view = add_photo(&desk).await;
    let taken = pages(&view);
    assert_eq!((taken.len(), kiosk.count("draft_file").await), (2, 2));
    let picture = desk.page_picture(&taken[1], 200).await.expect("a picture");

    kiosk = kiosk.after_the_power_cut().await;
    let desk = kiosk.citizen();
    assert_eq!(opened_by_birth(&desk, &code, BIRTH).await.expect("the owner"), view);
    assert_eq!(desk.page_picture(&taken[1], 200).await.expect("a picture"), picture);
    assert!(desk.draft_saved().await.expect("kept").lost.is_empty());

    let damage = "UPDATE draft_file SET content = substr(content, 1, 100) WHERE id = $1";
    sqlx::query(damage).bind(&taken[0]).execute(&mut kiosk.database().await).await.expect("damaged");
    kiosk = kiosk.after_the_power_cut().await;
    let desk = kiosk.citizen();
    let view = opened_by_birth(&desk, &code, BIRTH).await.expect("the owner");
    assert_eq!(pages(&view), taken[1..], "the half page is not shown as there");
    assert_eq!(desk.draft_saved().await.expect("kept").lost, ["Giấy ủy quyền của người thân"]);
    // What is left of it is not sent for all of it, until its owner says so.
    let stays = desk.guide_next(&view.page, &Default::default()).await.expect("the page is current");
    assert_eq!((stays.page.as_str(), stays.problems.len()), (view.page.as_str(), 1));
    desk.keep_page(&taken[1]).await.expect("it is all there");
    let on = desk.guide_next(&view.page, &Default::default()).await.expect("the page is current");
    assert_ne!(on.page, view.page);
    desk.guide_back(&on.page, &Default::default()).await.expect("back at the paper");

    // From the central system, pages and all, at another kiosk.
    central.away(false);
    tokio::spawn(desk.clone().keep_drafts());
    until(&desk, DraftPlace::Central).await;
    let other = Kiosk::other(&central).await;
    let there = other.citizen();
    let view = opened_by_birth(&there, &code, BIRTH).await.expect("the owner");
    assert_eq!(pages(&view), taken[1..]);
    assert_eq!(there.page_picture(&taken[1], 200).await.expect("a picture"), picture);
    // A page taken away is deleted there too; the sealed ones look like nothing.
    assert!(central.known().files.values().all(|sealed| !sealed.starts_with(&[0xff, 0xd8])));
    there.remove_page(&taken[1]).await.expect("taken away");
    assert_eq!(other.count("draft_file").await, 0);
}

#[tokio::test]
async fn a_row_that_was_tampered_with_opens_nothing() {
    let central = SimulatedDrafts::start().await;
    central.away(true);
    let kiosk = Kiosk::at(&central.url).await;
    let (code, _) = begun(&kiosk.citizen()).await;
    let mut file = kiosk.database().await;
    let rows: HashMap<&str, &str> = HashMap::from([
        ("content", "UPDATE draft SET content = zeroblob(length(content))"),
        ("proofs", r#"UPDATE draft SET proofs = replace(proofs, '"wrapped_key":"', '"wrapped_key":"AAAA')"#),
        ("place", "UPDATE draft SET id = '018f0000-0000-7000-8000-000000000001'"),
    ]);
    for (what, tampering) in rows {
        sqlx::raw_sql("SAVEPOINT before").execute(&mut file).await.expect("a savepoint");
        sqlx::raw_sql("CREATE TABLE kept AS SELECT * FROM draft; RELEASE before")
            .execute(&mut file)
            .await
            .expect("kept");
        sqlx::raw_sql(sqlx::AssertSqlSafe(tampering)).execute(&mut file).await.expect("tampered");
        let problem = opened_by_birth(&kiosk.citizen(), &code, BIRTH).await.expect_err(what);
        assert_eq!(problem.code, "draft-damaged", "{what}");
        let restore = "DELETE FROM draft; INSERT INTO draft SELECT * FROM kept; DROP TABLE kept";
        sqlx::raw_sql(restore).execute(&mut file).await.expect("restored");
    }
    opened_by_birth(&kiosk.citizen(), &code, BIRTH).await.expect("as it was");
}

#[tokio::test]
async fn a_draft_is_gone_here_when_its_days_are_over() {
    let central = SimulatedDrafts::start().await;
    central.away(true);
    let kiosk = Kiosk::at(&central.url).await;
    let desk = kiosk.citizen();
    let mut codes = Vec::new();
    for days in [2, 6] {
        codes.push(begun(&desk).await.0);
        desk.end_visit().await;
        kiosk.clock.0.fetch_add(days * DAY, Ordering::SeqCst);
    }
    // One is eight days old, the other six.
    let desk = kiosk.citizen();
    tokio::spawn(desk.clone().keep_drafts());
    while kiosk.count("draft").await > 1 {
        tokio::task::yield_now().await;
    }
    opened_by_birth(&desk, &codes[1], BIRTH).await.expect("in its days");
    assert_eq!(opened_by_birth(&desk, &codes[0], BIRTH).await.expect_err("its days are over").code, "central-away");
}

#[tokio::test]
async fn who_corrects_their_number_proves_with_the_new_one() {
    let central = SimulatedDrafts::start().await;
    let kiosk = Kiosk::at(&central.url).await;
    let desk = kiosk.citizen();
    let (code, _) = begun(&desk).await;
    let corrected = json!({ "applicant_number": "089087001235", "applicant_birth_date": "1987-02-03" });
    desk.guide_next("applicant", &answers(corrected)).await.expect("corrected");
    desk.end_visit().await;
    assert_eq!(opened_by_birth(&desk, &code, BIRTH).await.expect_err("the old one").code, "draft-proof-wrong");
    opened_by_birth(&desk, &code, "1987-02-03").await.expect("the new one");
}

/// A machine whose disk takes nothing more says so, and goes on.
#[tokio::test]
async fn nothing_is_called_saved_that_was_not() {
    let central = SimulatedDrafts::start().await;
    central.away(true);
    let kiosk = Kiosk::at(&central.url).await;
    let desk = kiosk.citizen();
    begun(&desk).await;
    let mut file = kiosk.database().await;
    let full = "CREATE TRIGGER full BEFORE UPDATE ON draft BEGIN SELECT RAISE (ABORT, 'disk full'); END";
    sqlx::raw_sql(full).execute(&mut file).await.expect("a full disk");
    assert_eq!(contact(&desk).await.page, "result");
    assert_eq!(desk.draft_saved().await.expect("known").place, DraftPlace::Nowhere);
    sqlx::raw_sql("DROP TRIGGER full").execute(&mut file).await.expect("room again");
    desk.guide_view().await.expect("a page");
    assert_eq!(desk.draft_saved().await.expect("known").place, DraftPlace::Here);
}
