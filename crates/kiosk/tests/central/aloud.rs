//! What a citizen's kiosk says aloud of the pages that are shown.

use std::sync::Arc;

use motcua_kiosk::citizen::CitizenDesk;
use motcua_kiosk::link::Link;
use motcua_kiosk::measures::Measures;
use motcua_kiosk::speech::TrialSpeaker;
use motcua_kiosk::view::{Loudness, ReadManner};

use crate::Kiosk;
use crate::simulated::SimulatedCentral;

const MANNER: ReadManner = ReadManner { slow: false, loudness: Loudness::Usual };

/// A kiosk with a voice that keeps what it was to say.
async fn with_a_voice() -> (SimulatedCentral, Kiosk, Arc<CitizenDesk>, Arc<TrialSpeaker>) {
    let central = SimulatedCentral::start().await;
    let kiosk = Kiosk::before(&central).await;
    let link = Arc::new(Link::new(kiosk.client.clone(), kiosk.clock.clone()));
    let measures = Measures::new(kiosk.store.clone(), kiosk.client.clone(), kiosk.clock.clone());
    let mut parts = kiosk.citizen_parts(link, None, measures);
    let voice = Arc::new(TrialSpeaker::default());
    parts.aloud = Some(voice.clone());
    (central, kiosk, CitizenDesk::new(parts), voice)
}

fn lines(of: &[&str]) -> Vec<String> {
    of.iter().map(|line| (*line).to_owned()).collect()
}

#[tokio::test]
async fn a_page_is_said_as_it_is_shown_error_question_and_answer() {
    let (_central, _kiosk, citizen, voice) = with_a_voice().await;
    let shown = ["Xin bạn chú ý:", "Mục “Giới tính” chưa được chọn.", "Giới tính", "1: Nam.", "2: Nữ."];
    assert!(citizen.read_aloud(lines(&shown), MANNER).await);
    assert_eq!(voice.said(), shown);
    assert!(citizen.read_aloud(lines(&["Câu trả lời bây giờ: Nữ.", " "]), MANNER).await);
    assert_eq!(voice.said()[shown.len()..], ["Câu trả lời bây giờ: Nữ."]);
}

#[tokio::test]
async fn codes_are_said_sign_by_sign_and_own_numbers_by_their_end() {
    let (_central, _kiosk, citizen, voice) = with_a_voice().await;
    let shown = ["Số của bạn: A012", "ABCD-2345", "Số căn cước: 089190001234", "Sinh ngày 05/11/1952."];
    assert!(citizen.read_aloud(lines(&shown), MANNER).await);
    citizen.set_language("en").await;
    assert!(citizen.read_aloud(lines(&["Phone: 0912345678"]), MANNER).await);
    assert_eq!(
        voice.said(),
        [
            "Số của bạn: A không một hai",
            "A B C D, hai ba bốn năm",
            "Số căn cước: số có đuôi một hai ba bốn",
            "Sinh ngày 5 tháng 11 năm 1952.",
            "Phone: a number ending in five six seven eight",
        ]
    );
}

#[tokio::test]
async fn a_long_review_is_said_to_its_end_and_one_without_end_says_so() {
    let (_central, _kiosk, citizen, voice) = with_a_voice().await;
    let rows: Vec<String> = (1..=200).map(|row| format!("Mục {row}: câu trả lời")).collect();
    assert!(citizen.read_aloud(rows.clone(), MANNER).await);
    assert_eq!(voice.said(), rows);
    assert!(citizen.read_aloud(vec!["dài ".repeat(1_000); 100], MANNER).await);
    let said = voice.said();
    assert!(said.last().is_some_and(|last| last.contains("còn dài")), "{:?}", said.last());
    let length: usize = said[rows.len()..].iter().map(|text| text.chars().count()).sum();
    assert!(length < 30_000, "{length}");
}
