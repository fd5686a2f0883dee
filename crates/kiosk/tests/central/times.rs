//! The time to come, chosen with a submission while the central system is away.

use motcua_domain::time::Moment;
use motcua_domain::wire::SubmissionTime;
use motcua_kiosk::citizen::Answers;
use motcua_kiosk::view::ProcedureCase;
use serde_json::{Value, json};

use crate::papers::Lobby;

#[tokio::test]
async fn what_nobody_holds_yet_is_not_said_to_be_held() {
    let lobby = Lobby::before("http://127.0.0.1:9").await;
    let wanted = ProcedureCase { code: "2.000815".to_owned(), case: None, version: None };
    let mut view = lobby.desk.guide_begin(&wanted).await.expect("begun");
    while view.page != "appointment" {
        view = lobby.on(&view).await;
    }
    let offered = lobby.desk.guide_times().await.expect("wishes");
    assert!(offered.away && offered.days.is_empty() && !offered.wishes.is_empty());
    // Chosen while the central system could be asked.
    let Value::Object(answer) = json!({ "visit_time": "2026-11-25T08:00" }) else { panic!("answers by field") };
    view = lobby.desk.guide_next("appointment", &Answers(answer)).await.expect("a time to come");
    while view.page != "review" {
        view = lobby.on(&view).await;
    }
    let shown = lobby.desk.guide_submit().await.expect("saved");
    let start: Moment = "2026-11-25T08:00:00+07:00".parse().expect("a moment");
    assert_eq!((shown.sent, shown.time), (false, Some(SubmissionTime::Pending { start })));
}
