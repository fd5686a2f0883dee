//! A birth with two witnesses, of whom one has written a statement: what was answered and attached for each
//! arrives as that one's. And the cases of a birth that only an officer can do.

use motcua_domain::catalogue::starter;
use motcua_domain::guide::PageBody;
use motcua_kiosk::citizen::Answers;
use motcua_kiosk::outbox::Sent;
use motcua_kiosk::view::ProcedureCase;
use serde_json::{Value, json};

use crate::drawn::{on_a_table, print};
use crate::papers::{Lobby, answers};
use crate::simulated::{Fault, SimulatedCentral};

const BIRTH: &str = "1.001193";

fn birth(case: Option<u32>) -> ProcedureCase {
    let version = starter().procedure(BIRTH).expect("it ships").version;
    ProcedureCase { code: BIRTH.to_owned(), case, version: Some(version) }
}

#[tokio::test]
async fn two_witnesses_with_one_statement_arrive_as_they_were_answered() {
    let central = SimulatedCentral::start().await;
    central.play(Fault::Away);
    let lobby = Lobby::before(&central.url).await;
    let mut view = lobby.desk.guide_begin(&birth(Some(1))).await.expect("begun");
    let mut pages = Vec::new();
    for _ in 0..40 {
        if matches!(view.body, PageBody::Review { .. }) {
            break;
        }
        if view.page == "witness_statement.1" {
            lobby.lay(&on_a_table(&print(), 0.9));
            lobby.desk.take_picture().await.expect("a page");
        }
        let mut given = answers(&view.body);
        match view.page.as_str() {
            "birth" => given["certificate"] = json!(false),
            "witnesses" => given["witnesses"] = json!(2),
            "witness_person.1" => given["witnesses/0/name"] = json!("Lê Thị Năm"),
            "witness_person.2" => given["witnesses/1/name"] = json!("Trần Văn Sáu"),
            _ => {}
        }
        let Value::Object(given) = given else { panic!("answers by field") };
        pages.push(view.page.clone());
        view = lobby.desk.guide_next(&view.page, &Answers(given)).await.expect("the page is current");
    }
    assert!(matches!(view.body, PageBody::Review { .. }), "{}: {:?}", view.page, view.problems);
    let of_witnesses: Vec<&String> = pages.iter().filter(|page| page.contains('.')).collect();
    let expected = ["witness_person.1", "witness_statement.1", "witness_person.2", "witness_statement.2"];
    assert_eq!(of_witnesses, expected, "item by item");
    lobby.desk.guide_submit().await.expect("saved");

    let id = lobby.submitted().await.submission.id;
    central.play(Fault::None);
    assert!(matches!(lobby.kiosk.outbox().send(id).await, Ok(Sent::Received(_))));
    let stored = central.stored.lock().expect("what is stored");
    let [sent] = &stored.submissions[..] else { panic!("one submission") };
    let home = json!({ "text": "Ấp Hòa Long, xã Bình Hòa, An Giang" });
    let witness = |name: &str| json!({ "name": name, "number": "089195001234", "home": home });
    assert_eq!(sent.answers["witnesses"], json!([witness("Lê Thị Năm"), witness("Trần Văn Sáu")]));
    let papers: Vec<(&str, u32)> = sent.documents.iter().map(|one| (one.evidence.as_str(), one.pages)).collect();
    assert_eq!(papers, [("witness_statement.1", 1)]);
    assert!(stored.files[&sent.documents[0].file].starts_with(b"%PDF-"));
}

#[tokio::test]
async fn who_chose_a_case_for_an_officer_is_told_before_beginning() {
    let lobby = Lobby::before("http://127.0.0.1:9").await;
    for case in [3, 4] {
        assert_eq!(
            lobby.desk.guide_begin(&birth(Some(case))).await.expect_err("for an officer").code,
            "case-at-counter"
        );
    }
    assert_eq!(lobby.desk.guide_view().await.expect_err("nothing was begun").code, "nothing-begun");
    for case in [None, Some(0), Some(2)] {
        assert_eq!(lobby.desk.guide_begin(&birth(case)).await.expect("begun").page, "consents");
    }
}
