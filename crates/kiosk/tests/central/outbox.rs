//! What was saved arrives exactly once, whatever breaks on the way, and leaves nothing behind.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use motcua_domain::wire::Submission;
use motcua_kiosk::clock::Clock;
use motcua_kiosk::outbox::{Outbox, Sent, hex_sha256};
use motcua_kiosk::store::{Here, SavedFile};
use uuid::Uuid;

use crate::Kiosk;
use crate::simulated::{Fault, SimulatedCentral};

/// Marks of a person, to be searched for in every byte on disk.
const NAME: &str = "Trần Thị Mốc Đánh Dấu";
const PAGE: &[u8] = b"%PDF-1.7 the marked page of a marked person";
/// A file the simulated system is long at.
const LARGE: &[u8] = b"%PDF-1.7 a thousand scanned pages";

impl Kiosk {
    pub fn outbox(&self) -> Outbox {
        Outbox::new(self.store.clone(), self.client.clone(), self.clock.clone())
    }

    async fn save(&self, code: &str) -> Uuid {
        self.save_with(code, PAGE).await
    }

    async fn save_with(&self, code: &str, page: &[u8]) -> Uuid {
        let submission = Submission {
            id: Uuid::now_v7(),
            code: code.to_owned(),
            procedure: "1.001193".to_owned(),
            form_version: 1,
            record_version: None,
            made_at: self.clock.now(),
            language: "vi".to_owned(),
            answers: serde_json::json!({ "child_name": NAME, "copies": 2 }),
            consents: Vec::new(),
            draft: None,
            follow_sha256: None,
            supplement: None,
            assisted: None,
            documents: Vec::new(),
        };
        let file = SavedFile {
            evidence: "birth_certificate".to_owned(),
            media_type: "application/pdf".to_owned(),
            pages: 1,
            sha256: hex_sha256(page),
            upload_key: Uuid::now_v7(),
            bytes: page.to_vec(),
        };
        self.store.save_submission(&submission, &[file]).await.expect("saved");
        submission.id
    }
}

fn marks_in(folder: &Path) -> usize {
    let marks = [NAME.as_bytes(), PAGE];
    let files = std::fs::read_dir(folder).expect("the folder").flatten();
    files
        .map(|file| std::fs::read(file.path()).expect("a file"))
        .map(|bytes| marks.iter().filter(|mark| bytes.windows(mark.len()).any(|window| window == **mark)).count())
        .sum()
}

#[tokio::test]
async fn a_submission_arrives_with_its_files_and_leaves_nothing() {
    let central = SimulatedCentral::start().await;
    let kiosk = Kiosk::before(&central).await;
    let outbox = kiosk.outbox();
    let id = kiosk.save("A7KM-3XPT").await;
    assert_eq!(kiosk.store.unsent().await.expect("a count"), 1);
    assert_eq!(marks_in(kiosk.folder.path()), 0, "it lies sealed while it waits");

    assert!(matches!(outbox.send(id).await, Ok(Sent::Received(_))));
    {
        let stored = central.stored.lock().expect("what is stored");
        assert_eq!(stored.submissions.len(), 1);
        assert_eq!(stored.submissions[0].answers["child_name"], NAME);
        let document = &stored.submissions[0].documents[0];
        assert_eq!(stored.files[&document.file], PAGE);
    }
    assert_eq!(kiosk.store.unsent().await.expect("a count"), 0);
    assert!(kiosk.store.pending(id).await.expect("a row").is_none());
    assert_eq!(marks_in(kiosk.folder.path()), 0);
}

#[tokio::test]
async fn an_answer_lost_after_the_commit_makes_no_second_submission() {
    let central = SimulatedCentral::start().await;
    let kiosk = Kiosk::before(&central).await;
    let outbox = kiosk.outbox();
    let id = kiosk.save("A7KM-3XPT").await;
    central.play(Fault::LoseAnswer);
    assert!(matches!(outbox.send(id).await, Ok(Sent::Received(_))));
    assert_eq!(central.stored.lock().expect("what is stored").submissions.len(), 1);
}

#[tokio::test]
async fn what_was_refused_does_not_stand_in_the_way_of_its_code() {
    let central = SimulatedCentral::start().await;
    let kiosk = Kiosk::before(&central).await;
    let state = async || kiosk.store.not_handed_over("A7KM-3XPT").await.expect("a look");
    let old = kiosk.save("A7KM-3XPT").await;
    kiosk.store.submission_refused(old, "draft-out-of-date").await.expect("noted");
    assert_eq!(state().await, Some(Here::Refused));
    let new = kiosk.save("A7KM-3XPT").await;
    assert_eq!(state().await, Some(Here::Saved));
    assert!(matches!(kiosk.outbox().send(new).await, Ok(Sent::Received(_))));
    assert_eq!(state().await, None, "what was made of the draft later is there");
    assert_eq!(kiosk.store.unsent().await.expect("a count"), 1, "the refused one is an officer's matter still");
}

#[tokio::test]
async fn while_the_central_system_is_away_it_stays_saved_and_is_tried_later() {
    let central = SimulatedCentral::start().await;
    let kiosk = Kiosk::before(&central).await;
    let outbox = kiosk.outbox();
    central.play(Fault::Away);
    let id = kiosk.save("A7KM-3XPT").await;
    assert_eq!(outbox.send(id).await.expect("a try"), Sent::Waiting);
    assert_eq!(kiosk.store.not_handed_over("A7KM-3XPT").await.expect("a look"), Some(Here::Saved));
    assert!(kiosk.store.due_submissions(kiosk.clock.now()).await.expect("a list").is_empty(), "not at once again");

    central.play(Fault::None);
    kiosk.clock.0.fetch_add(301_000, Ordering::SeqCst);
    assert_eq!(kiosk.store.due_submissions(kiosk.clock.now()).await.expect("a list"), [id]);
    assert!(matches!(outbox.send(id).await, Ok(Sent::Received(_))));
    assert_eq!(central.stored.lock().expect("what is stored").submissions.len(), 1);
}

#[tokio::test]
async fn one_that_is_refused_for_good_is_kept_and_holds_up_no_other() {
    let central = SimulatedCentral::start().await;
    let kiosk = Kiosk::before(&central).await;
    let outbox = kiosk.outbox();
    central.poison.lock().expect("poison").push("PPPP-PPPP".to_owned());
    let poison = kiosk.save("PPPP-PPPP").await;
    let good = kiosk.save("A7KM-3XPT").await;
    kiosk.clock.0.fetch_add(11_000, Ordering::SeqCst);
    for id in kiosk.store.due_submissions(kiosk.clock.now()).await.expect("a list") {
        outbox.send(id).await.expect("a try");
    }
    assert_eq!(central.codes(), ["A7KM-3XPT"]);
    assert!(kiosk.store.pending(good).await.expect("a row").is_none());
    let kept = kiosk.store.not_handed_over("PPPP-PPPP").await.expect("a look");
    assert_eq!(kept, Some(Here::Refused), "it is never deleted");
    kiosk.clock.0.fetch_add(301_000, Ordering::SeqCst);
    let due = kiosk.store.due_submissions(kiosk.clock.now()).await.expect("a list");
    assert!(!due.contains(&poison), "and never tried again");
}

#[tokio::test]
async fn a_receipt_for_other_content_deletes_nothing() {
    let central = SimulatedCentral::start().await;
    let kiosk = Kiosk::before(&central).await;
    let outbox = kiosk.outbox();
    central.play(Fault::WrongHash);
    let id = kiosk.save("A7KM-3XPT").await;
    assert_eq!(outbox.send(id).await.expect("a try"), Sent::Waiting);
    assert!(kiosk.store.pending(id).await.expect("a row").is_some());
}

/// What does not wait for the files the simulated system is long at.
async fn now<T>(sending: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(20), sending).await.expect("it waits for no other")
}

#[tokio::test]
async fn what_somebody_waits_for_does_not_wait_behind_large_ones_and_each_arrives_once() {
    let central = SimulatedCentral::start().await;
    let kiosk = Kiosk::before(&central).await;
    let outbox = Arc::new(kiosk.outbox());
    central.hold(LARGE);
    let mut large = Vec::new();
    for code in ["AAAA-AAAA", "BBBB-BBBB", "CCCC-CCCC"] {
        large.push(kiosk.save_with(code, LARGE).await);
    }
    kiosk.clock.0.fetch_add(11_000, Ordering::SeqCst);
    let running = outbox.clone();
    let running = tokio::spawn(async move { running.run().await });
    central.at.subscribe().wait_for(|at| *at >= 2).await.expect("two are on their way");
    assert_eq!(now(outbox.send(large[0])).await.expect("a try"), Sent::Waiting, "each has one sender at a time");

    let own = kiosk.save("A7KM-3XPT").await;
    assert!(matches!(now(outbox.send(own)).await, Ok(Sent::Received(_))));
    assert_eq!(central.codes(), ["A7KM-3XPT"]);
    assert_eq!(*central.at.borrow(), 2, "and no more than two others are sent beside it");

    central.let_pass();
    while kiosk.store.unsent().await.expect("a count") > 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    running.abort();
    let mut codes = central.codes();
    codes.sort();
    assert_eq!(codes, ["A7KM-3XPT", "AAAA-AAAA", "BBBB-BBBB", "CCCC-CCCC"]);
    assert_eq!(central.stored.lock().expect("what is stored").files.len(), 4, "nor is any file there twice");
}
