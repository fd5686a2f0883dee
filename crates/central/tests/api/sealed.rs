//! What people send lies sealed: nothing of it can be read where it is kept, and without its key it is gone.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::StatusCode;
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

use crate::database::{Database, postgres};
use crate::server::{Server, run};
use crate::submissions::submission;
use crate::supplements::{ID, answer, ask, prove, send};

/// What tells the person, and nobody else.
const MARKS: [&str; 6] = [
    "Trần Đỗ Uyên Phương Mốc",
    "089195000123",
    "17 ngõ Đánh Dấu, phường Mỹ Phước",
    "0907 111 222",
    "Ảnh thẻ của chị Mốc bị mờ",
    "Tôi là Mốc, gửi lại ảnh mới",
];
const PDF: &[u8] = b"%PDF-1.7 a card with the mark GPS10.3759 in it, photographed on both sides";

/// Every way in which a mark may be written.
fn written(mark: &str) -> Vec<Vec<u8>> {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let decomposed: String = mark.nfd().collect();
    let bare: String = decomposed.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect();
    let hex: String = mark.bytes().map(|byte| format!("{byte:02x}")).collect();
    let percent: String = mark.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let mut ways = vec![
        mark.into(),
        decomposed.clone().into_bytes(),
        bare.into_bytes(),
        utf16(mark),
        hex.into_bytes(),
        percent.into_bytes(),
    ];
    // Base64 by where it begins; what a neighbour has a part in is left out.
    for before in 0..3 {
        let encoded = STANDARD.encode([&vec![0; before], mark.as_bytes()].concat());
        let first = (before * 8).div_ceil(6);
        ways.push(encoded.as_bytes()[first..encoded.len() - 4].to_vec());
    }
    ways
}

/// Everything the server keeps, byte by byte: its files, or every row of every table.
async fn kept(server: &Server) -> Vec<u8> {
    if postgres().is_none() {
        let files = std::fs::read_dir(server.folder.path()).unwrap().flatten();
        return files.flat_map(|file| std::fs::read(file.path()).unwrap()).collect();
    }
    let mut database = Database::of(server).await;
    let tables = "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'";
    let mut all = Vec::new();
    for table in database.rows(tables).await {
        let rows = format!("SELECT t::text FROM \"{}\" t", table[0].as_str().unwrap());
        for row in database.rows(rows).await {
            all.extend(row[0].as_str().unwrap().bytes());
        }
    }
    all
}

async fn assert_unreadable(server: &Server, when: &str) {
    let kept = kept(server).await;
    assert!(kept.len() > 10_000);
    for mark in MARKS.into_iter().chain(["GPS10.3759"]) {
        for way in written(mark) {
            assert!(
                !kept.windows(way.len()).any(|at| at == way),
                "{when}: {mark:?} as {:?}",
                String::from_utf8_lossy(&way)
            );
        }
    }
}

/// A submission of the marked person, asked about and answered: an officer's token, and its file.
async fn scene(server: &Server) -> (String, Value) {
    let (status, file) = server.upload(&server.device, PDF).await;
    assert_eq!(status, StatusCode::CREATED);
    let mut sent = submission(ID, "A7KM-3XPT", json!([]));
    sent["answers"]["applicant_name"] = json!(MARKS[0]);
    sent["answers"]["applicant_number"] = json!(MARKS[1]);
    sent["answers"]["address"]["text"] = json!(MARKS[2]);
    sent["answers"]["registered_at"] = json!(format!("Ủy ban nhân dân, gọi {}", MARKS[3]));
    let (status, receipt) = send(server, &sent).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
    let officer = server.officer("lan").await;
    let body = json!({ "text": MARKS[4], "papers": ["identity"] });
    let (status, request) = server.post(&officer, &format!("/v1/submissions/{ID}/supplement"), body).await;
    assert_eq!(status, StatusCode::CREATED, "{request}");
    let request = request["id"].as_str().unwrap().to_owned();
    assert_eq!(prove(server, &server.device, &request, "0123", "the secret").await.0, StatusCode::OK);
    let mut answered = answer(1, &request, "the secret", &file);
    answered["answers"]["message"] = json!(MARKS[5]);
    let (status, receipt) = send(server, &answered).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
    ask(server, &officer, json!([])).await;
    let accept = json!({ "papers": { "identity": { "originals": 1, "copies": 0 } } });
    server.post(&officer, &format!("/v1/submissions/{ID}/accept"), accept).await;
    (officer, file)
}

/// All that an officer may see of it.
async fn seen(server: &Server, officer: &str, file: &Value) -> (Value, Value, Vec<u8>) {
    let (_, list) = server.get(officer, "/v1/submissions").await;
    let (_, detail) = server.get(officer, &format!("/v1/submissions/{ID}")).await;
    let url = server.url(&format!("/v1/files/{}", file["id"].as_str().unwrap()));
    let bytes = server.http.get(url).bearer_auth(officer).send().await.unwrap().bytes().await.unwrap();
    (list, detail, bytes.to_vec())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_person_can_be_read_where_it_is_kept() {
    let mut server = Server::start().await;
    let (officer, file) = scene(&server).await;
    assert_unreadable(&server, "while it runs").await;
    let shown = seen(&server, &officer, &file).await;
    assert_eq!(shown.0[0]["applicant"], MARKS[0]);
    assert!(MARKS[1..].iter().all(|mark| shown.1.to_string().contains(mark)), "{}", shown.1);
    assert_eq!(shown.2, PDF);
    server.running.stop().await;
    server.running = run(&server.folder).await;
    assert_unreadable(&server, "after a restart").await;
    assert_eq!(seen(&server, &officer, &file).await, shown);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_key_a_submission_is_gone() {
    let server = Server::start().await;
    let (officer, file) = scene(&server).await;
    Database::of(&server).await.run("DELETE FROM sealed_key").await;
    let (list, detail, bytes) = seen(&server, &officer, &file).await;
    assert_eq!((list, &detail["code"]), (json!([]), &json!("unknown-submission")));
    assert_eq!(serde_json::from_slice::<Value>(&bytes).unwrap()["code"], "unknown-file");
    assert_eq!(server.get(&server.device, "/v1/lookup/A7KM-3XPT").await.1["code"], "unknown-code");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_server_of_before_sealing_wrote_is_sealed_at_the_start() {
    let mut server = Server::start().await;
    let (officer, file) = scene(&server).await;
    let shown = seen(&server, &officer, &file).await;
    let mut database = Database::of(&server).await;
    server.running.stop().await;
    // As it stood there before.
    let quoted = |text: &Value| text.to_string().replace('\'', "''");
    let sent = quoted(&shown.1["submission"]);
    let text = shown.1["supplements"][0]["text"].as_str().unwrap();
    let papers = quoted(&shown.1["supplements"][0]["papers"]);
    let answered = &shown.1["supplement_answers"][0];
    let mut whole = answer(1, answered["request"].as_str().unwrap(), "the secret", &file);
    whole["answers"] = answered["answers"].clone();
    let (whole, asked) = (quoted(&whole), answered["request"].as_str().unwrap());
    let bytes: String = PDF.iter().map(|byte| format!("{byte:02x}")).collect();
    let bytes = match &database {
        Database::Sqlite(_) => format!("x'{bytes}'"),
        Database::Postgres(_) => format!("'\\x{bytes}'"),
    };
    database
        .run(format!(
            "DELETE FROM sealed_key; UPDATE submission SET applicant = '{}', content = '{sent}';
             UPDATE supplement SET text = '', papers = '[]';
             UPDATE supplement SET text = '{text}', papers = '{papers}' WHERE id = '{asked}';
             UPDATE supplement_answer SET content = '{whole}';
             UPDATE file SET sealed = FALSE, bytes = {bytes}",
            MARKS[0]
        ))
        .await;
    database.close().await;
    server.running = run(&server.folder).await;
    let (list, detail, bytes) = seen(&server, &officer, &file).await;
    assert_eq!((&list, bytes), (&shown.0, shown.2));
    assert_eq!(detail["submission"], shown.1["submission"]);
    assert_eq!(detail["supplements"][0]["text"], shown.1["supplements"][0]["text"]);
    assert_eq!(detail["supplement_answers"], shown.1["supplement_answers"]);
    // What stood there is overwritten, and the log is emptied with the next commits.
    let gone = async {
        while kept(&server).await.windows(MARKS[0].len()).any(|at| at == MARKS[0].as_bytes()) {
            server.issue("ho-tich").await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(30), gone).await.expect("overwritten");
    assert_unreadable(&server, "sealed at the start").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_key_does_not_start_a_server() {
    if postgres().is_some() {
        println!("skipped: every server of these tests has the same key there");
        return;
    }
    let mut server = Server::start().await;
    server.running.stop().await;
    let key = server.folder.path().join("central.db.key");
    let own = std::fs::read(&key).unwrap();
    std::fs::write(&key, "0123456789abcdef".repeat(4)).unwrap();
    let settings = || motcua_central::Settings {
        listen: "127.0.0.1:0".parse().unwrap(),
        database: format!("sqlite://{}", server.folder.path().join("central.db").display()),
        branch: crate::server::branch(),
        public_url: None,
        banks: Default::default(),
    };
    let error = motcua_central::start(settings()).await.err().unwrap().to_string();
    assert!(error.contains("central.db.key") && error.contains("not the one"), "{error}");
    std::fs::write(&key, "no key").unwrap();
    let error = motcua_central::start(settings()).await.err().unwrap().to_string();
    assert!(error.contains("64 hex digits"), "{error}");
    std::fs::write(&key, own).unwrap();
    server.running = run(&server.folder).await;
}
