//! Papers from a phone: in pieces, through cuts, and only for the kiosk that asked for them.

use reqwest::header::{CONTENT_TYPE, LOCATION};
use reqwest::{Method, Response, StatusCode, redirect};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::database::Database;
use crate::server::{PUBLIC_URL, Server, is_on_disk, key, run};

const TOKEN: &str = "00112233445566778899aabbccddeeff";
/// The largest piece.
const PIECE: usize = 256 * 1024;

/// SHA-256 in lower-case hex.
fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// So many bytes that begin as a JPEG does.
fn picture(length: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
    bytes[..3].copy_from_slice(&[0xff, 0xd8, 0xff]);
    bytes
}

/// A phone with the page of one paper open.
struct Phone<'a> {
    server: &'a Server,
    id: Uuid,
    token: &'static str,
}

async fn begin<'a>(server: &'a Server, device: &str, token: &'static str, most_pages: u32) -> Phone<'a> {
    let id = Uuid::now_v7();
    let wanted = json!({ "id": id, "token_sha256": sha256(token.as_bytes()), "paper": "Giấy chứng <sinh>",
        "language": "vi", "most_pages": most_pages });
    let (status, begun) = server.post(device, "/v1/uploads", wanted).await;
    assert_eq!((status, &begun["public_url"]), (StatusCode::CREATED, &json!(PUBLIC_URL)), "{begun}");
    Phone { server, id, token }
}

impl Phone<'_> {
    async fn ask(
        &self,
        method: Method,
        path: &str,
        change: impl FnOnce(reqwest::RequestBuilder) -> reqwest::RequestBuilder,
    ) -> Response {
        let client = reqwest::Client::builder().redirect(redirect::Policy::none()).build().unwrap();
        let request = client.request(method, self.server.url(&format!("/u/{}{path}", self.token)));
        change(request).send().await.unwrap()
    }

    async fn page(&self) -> (StatusCode, String) {
        let answer = self.ask(Method::GET, "", |request| request).await;
        let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.headers()["cache-control"], "no-store");
        assert_eq!(answer.headers()["referrer-policy"], "no-referrer");
        (answer.status(), answer.text().await.unwrap())
    }

    async fn announce(&self, new: Value) -> (StatusCode, Value) {
        let answer = self.ask(Method::POST, "/files", |request| request.json(&new)).await;
        (answer.status(), answer.json().await.unwrap())
    }

    /// Makes room for a file of these bytes.
    async fn room(&self, bytes: &[u8]) -> u32 {
        let (status, new) = self.announce(json!({ "size": bytes.len(), "sha256": sha256(bytes) })).await;
        assert_eq!(status, StatusCode::CREATED, "{new}");
        u32::try_from(new["number"].as_u64().unwrap()).unwrap()
    }

    /// The status, and how much the server says it has.
    async fn piece(&self, number: u32, at: usize, bytes: &[u8]) -> (StatusCode, Option<usize>) {
        let path = format!("/files/{number}");
        let answer = self.ask(Method::PATCH, &path, |r| r.header("upload-offset", at).body(bytes.to_vec())).await;
        let here = answer.headers().get("upload-offset").map(|here| here.to_str().unwrap().parse().unwrap());
        (answer.status(), here)
    }

    /// Sends a whole file in pieces.
    async fn send(&self, bytes: &[u8]) -> u32 {
        let number = self.room(bytes).await;
        for (at, piece) in bytes.chunks(PIECE).enumerate() {
            let (status, here) = self.piece(number, at * PIECE, piece).await;
            assert_eq!((status, here), (StatusCode::NO_CONTENT, Some(at * PIECE + piece.len())));
        }
        number
    }

    async fn pages(&self) -> Vec<Value> {
        let answer = self.ask(Method::GET, "/state", |request| request).await;
        assert_eq!(answer.status(), StatusCode::OK);
        answer.json::<Value>().await.unwrap()["pages"].as_array().unwrap().clone()
    }

    async fn state(&self) -> Value {
        let (status, state) = self.server.get(&self.server.device, &format!("/v1/uploads/{}", self.id)).await;
        assert_eq!(status, StatusCode::OK, "{state}");
        state
    }

    /// The bytes of a file as its kiosk gets them.
    async fn fetched(&self, number: u32) -> (StatusCode, Vec<u8>) {
        let url = self.server.url(&format!("/v1/uploads/{}/files/{number}", self.id));
        let answer = self.server.http.get(url).bearer_auth(&self.server.device).send().await.unwrap();
        (answer.status(), answer.bytes().await.unwrap().to_vec())
    }

    async fn judge(&self, number: u32, verdict: Value) -> StatusCode {
        let path = format!("/v1/uploads/{}/files/{number}/verdict", self.id);
        self.server.post(&self.server.device, &path, verdict).await.0
    }

    async fn end(&self) {
        let path = format!("/v1/uploads/{}", self.id);
        let (status, _) = self.server.send(Method::DELETE, &self.server.device, Some(&key()), &path, None).await;
        assert_eq!(status, StatusCode::NO_CONTENT);
    }
}

/// The database beside the server.
async fn count(server: &Server, table: &'static str) -> i64 {
    Database::of(server).await.one(format!("SELECT COUNT(*) FROM {table}")).await.as_i64().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_goes_in_pieces_to_the_kiosk_and_is_gone_when_that_has_it() {
    let server = Server::start().await;
    let phone = begin(&server, &server.device, TOKEN, 30).await;
    assert_eq!(phone.state().await["opened"], false);
    let (status, page) = phone.page().await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("<h1>Giấy chứng &lt;sinh&gt;</h1>") && page.contains("src=\"/upload.js\""), "{page}");
    assert!(!page.contains("phone-upload-") && !page.contains("<script>"), "{page}");
    assert_eq!(phone.state().await["opened"], true);

    let bytes = picture(PIECE * 2 + 100);
    let number = phone.room(&bytes).await;
    phone.piece(number, 0, &bytes[..PIECE]).await;
    let state = phone.state().await;
    assert_eq!((&state["sending"], &state["files"]), (&json!(1), &json!([])), "half of it is nothing for the kiosk");
    assert_eq!(phone.fetched(number).await.0, StatusCode::NOT_FOUND);
    phone.piece(number, PIECE, &bytes[PIECE..2 * PIECE]).await;
    phone.piece(number, 2 * PIECE, &bytes[2 * PIECE..]).await;
    let state = phone.state().await;
    let expected = json!([{ "number": number, "size": bytes.len(), "sha256": sha256(&bytes) }]);
    assert_eq!((&state["sending"], &state["files"]), (&json!(0), &expected));
    assert!(phone.fetched(number).await == (StatusCode::OK, bytes));
    assert_eq!(phone.pages().await[0]["state"], "waiting");

    assert_eq!(phone.judge(number, json!({})).await, StatusCode::NO_CONTENT);
    assert_eq!(count(&server, "upload_piece").await, 0, "its bytes are gone");
    assert_eq!(phone.fetched(number).await.0, StatusCode::NOT_FOUND);
    assert_eq!(phone.state().await["files"], json!([]));
    assert_eq!(phone.pages().await[0]["state"], "taken");
    assert_eq!(phone.state().await["done"], false);
    let done = phone.ask(Method::POST, "/done", |request| request).await;
    assert_eq!(
        (done.status(), done.headers()[LOCATION].to_str().unwrap()),
        (StatusCode::SEE_OTHER, &*format!("/u/{TOKEN}"))
    );
    assert_eq!(phone.state().await["done"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_cut_it_goes_on_where_it_stopped() {
    let server = Server::start().await;
    let phone = begin(&server, &server.device, TOKEN, 30).await;
    let bytes = picture(PIECE * 3);
    // Announced twice, because the first answer was lost: one file.
    let new = json!({ "size": bytes.len(), "sha256": sha256(&bytes), "key": "1-2-3" });
    let (_, first) = phone.announce(new.clone()).await;
    assert_eq!(phone.announce(new).await.1, first);
    let number = u32::try_from(first["number"].as_u64().unwrap()).unwrap();
    phone.piece(number, 0, &bytes[..PIECE]).await;
    let path = format!("/files/{number}");
    let headers = phone.ask(Method::HEAD, &path, |request| request).await.headers().clone();
    let number_in = |name: &str| headers[name].to_str().unwrap().parse::<usize>().unwrap();
    assert_eq!((number_in("upload-offset"), number_in("upload-length")), (PIECE, 3 * PIECE));
    for wrong in [0, PIECE - 1, 2 * PIECE] {
        assert_eq!(phone.piece(number, wrong, &bytes[..10]).await, (StatusCode::CONFLICT, Some(PIECE)), "{wrong}");
    }
    phone.piece(number, PIECE, &bytes[PIECE..PIECE + 7]).await;
    phone.piece(number, PIECE + 7, &bytes[PIECE + 7..2 * PIECE]).await;
    phone.piece(number, 2 * PIECE, &bytes[2 * PIECE..]).await;
    assert_eq!(phone.state().await["files"][0]["sha256"], sha256(&bytes));
    // What was damaged on the way begins anew.
    let number = phone.room(&bytes).await;
    let mut damaged = bytes.clone();
    damaged[PIECE] ^= 1;
    for (at, piece) in damaged.chunks(PIECE).enumerate().take(2) {
        phone.piece(number, at * PIECE, piece).await;
    }
    assert_eq!(phone.piece(number, 2 * PIECE, &damaged[2 * PIECE..]).await, (StatusCode::CONFLICT, Some(0)));
    for (at, piece) in bytes.chunks(PIECE).enumerate() {
        phone.piece(number, at * PIECE, piece).await;
    }
    assert!(phone.fetched(number).await.1 == bytes);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_much_or_no_paper_is_refused() {
    let server = Server::start().await;
    let phone = begin(&server, &server.device, TOKEN, 5).await;
    let code = async |new: Value| {
        let (status, problem) = phone.announce(new).await;
        (status.as_u16(), problem["code"].as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(code(json!({ "size": 15 * 1024 * 1024 + 1 })).await, (413, "body-too-large".into()));
    assert_eq!(code(json!({ "size": 0 })).await, (422, "upload-empty".into()));
    assert_eq!(code(json!({ "size": 10, "name": "An.jpg" })).await.0, 422, "a name is not taken");

    let number = phone.room(&[0; 20]).await;
    for wrong in [&b"<svg onload=alert(1)>"[..20], b"GIF89a..............", b"MZ\x90\0................"] {
        let number = phone.room(&[0; 20]).await;
        assert_eq!(phone.piece(number, 0, wrong).await.0, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let (status, _) = phone.piece(number, 0, &picture(21)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "more than was said");
    assert_eq!(phone.piece(number, 0, &picture(PIECE + 1)).await.0, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(phone.piece(99, 0, &picture(10)).await.0, StatusCode::NOT_FOUND);
    assert_eq!(phone.pages().await.len(), 1, "what was no paper left no trace");

    // Four of 15 MiB are more than 60 MB.
    for _ in 0..3 {
        assert_eq!(code(json!({ "size": 15 * 1024 * 1024 })).await.0, 201);
    }
    assert_eq!(code(json!({ "size": 15 * 1024 * 1024 })).await, (422, "upload-full".into()));
    assert_eq!(code(json!({ "size": 10 })).await.0, 201);
    assert_eq!(code(json!({ "size": 10 })).await, (422, "upload-pages".into()), "five pages are asked for");
    let removed = phone.ask(Method::POST, &format!("/files/{number}/remove"), |request| request).await;
    assert_eq!(removed.status(), StatusCode::SEE_OTHER);
    assert_eq!(code(json!({ "size": 10 })).await.0, 201, "there is room again");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_kiosk_said_is_on_the_phone_and_a_page_can_be_done_again() {
    let server = Server::start().await;
    let phone = begin(&server, &server.device, TOKEN, 2).await;
    let first = phone.send(&picture(100)).await;
    assert_eq!(phone.judge(first, json!({ "faults": ["blurred", "dark"] })).await, StatusCode::NO_CONTENT);
    let pages = phone.pages().await;
    assert_eq!(pages[0]["state"], "faulty");
    assert!(
        pages[0]["said"].as_str().unwrap().starts_with("Ảnh bị mờ.")
            && pages[0]["said"].as_str().unwrap().contains("Ảnh bị tối.")
    );
    let remove = phone.ask(Method::POST, &format!("/files/{first}/remove"), |request| request).await;
    assert_eq!((remove.status(), phone.pages().await.len()), (StatusCode::SEE_OTHER, 1), "the kiosk has it");

    let second = phone.send(&picture(200)).await;
    let refused = json!({ "refused": { "code": "scan-unreadable", "args": {} } });
    assert_eq!(phone.judge(second, refused).await, StatusCode::NO_CONTENT);
    assert_eq!(phone.pages().await[1]["state"], "refused");
    assert!(phone.page().await.1.contains("Máy chưa nhận trang này."));

    // The refused one counts for nothing, and one that is done again is none more.
    phone.send(&picture(300)).await;
    let again = json!({ "size": 100, "replaces": first });
    let (status, new) = phone.announce(again).await;
    assert_eq!(status, StatusCode::CREATED, "{new}");
    let number = u32::try_from(new["number"].as_u64().unwrap()).unwrap();
    phone.piece(number, 0, &picture(100)).await;
    assert_eq!(phone.state().await["files"][1]["replaces"], first);
    phone.judge(number, json!({})).await;
    let left: Vec<_> = phone.pages().await.iter().map(|page| page["number"].as_u64().unwrap()).collect();
    assert_eq!(left, [u64::from(second), u64::from(second) + 1, u64::from(number)], "the blurred one is gone");
    let (_, problem) = phone.announce(json!({ "size": 100, "replaces": number })).await;
    assert_eq!(problem["code"], "upload-pages", "what can be read well is not done again");
    for wrong in [json!({ "faults": ["ugly"] }), json!({ "why": "x" })] {
        assert_eq!(phone.judge(number, wrong).await, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_opens_nothing_but_its_own_and_only_for_a_while() {
    let server = Server::start().await;
    let other = server.enrol("Ki-ốt 2").await;
    let phone = begin(&server, &server.device, TOKEN, 30).await;
    let number = phone.send(&picture(100)).await;
    let path = format!("/v1/uploads/{}", phone.id);
    for (method, path, body) in [
        (Method::GET, path.clone(), None),
        (Method::GET, format!("{path}/files/{number}"), None),
        (Method::POST, format!("{path}/files/{number}/verdict"), Some(json!({}))),
    ] {
        let (status, problem) = server.send(method, &other, Some(&key()), &path, body).await;
        assert_eq!((status, &problem["code"]), (StatusCode::NOT_FOUND, &json!("unknown-upload")), "{path}");
    }
    server.send(Method::DELETE, &other, Some(&key()), &path, None).await;
    assert_eq!(phone.state().await["files"][0]["number"], number, "another kiosk ends nothing");

    // Nothing kept opens it: neither the token nor what is asked with it is in the database.
    assert!(!is_on_disk(&server, TOKEN.as_bytes()));

    let later = begin(&server, &other, "ffeeddccbbaa99887766554433221100", 30).await;
    let own = format!("(SELECT device FROM upload WHERE id = '{}')", later.id);
    Database::of(&server).await.run(format!("UPDATE upload SET until = 1 WHERE device <> {own}")).await;
    let (status, page) = phone.page().await;
    assert!(status == StatusCode::NOT_FOUND && page.contains("không dùng được nữa") && page.contains("can no longer"));
    assert_eq!(phone.announce(json!({ "size": 10 })).await.1["code"], "unknown-upload");
    assert_eq!(phone.piece(number, 100, &picture(10)).await.0, StatusCode::NOT_FOUND);
    assert_eq!(server.get(&server.device, &path).await.0, StatusCode::NOT_FOUND);
    assert_eq!(later.page().await.0, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_of_a_visit_ends_it_and_so_does_the_next() {
    let server = Server::start().await;
    let phone = begin(&server, &server.device, TOKEN, 30).await;
    phone.send(&picture(PIECE + 1)).await;
    phone.end().await;
    assert_eq!(phone.page().await.0, StatusCode::NOT_FOUND);
    phone.end().await;
    let first = begin(&server, &server.device, TOKEN, 30).await;
    first.send(&picture(10)).await;
    let next = begin(&server, &server.device, "ffeeddccbbaa99887766554433221100", 30).await;
    assert_eq!((first.page().await.0, next.page().await.0), (StatusCode::NOT_FOUND, StatusCode::OK));
    for table in ["upload_file", "upload_piece"] {
        assert_eq!(count(&server, table).await, 0, "{table}");
    }
    let wrong = [("token_sha256", json!(TOKEN)), ("most_pages", json!(31)), ("paper", json!(" "))];
    for (field, value) in wrong {
        let mut wanted = json!({ "id": Uuid::now_v7(), "token_sha256": sha256(b"x"), "paper": "Giấy", "language": "vi", "most_pages": 1 });
        wanted[field] = value;
        let (status, problem) = server.post(&server.device, "/v1/uploads", wanted).await;
        assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("upload-wrong")), "{field}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_is_readable_in_no_file_and_a_restart_ends_it() {
    let server = Server::start().await;
    let phone = begin(&server, &server.device, TOKEN, 30).await;
    // Where it was taken stands in the file of a phone's photo.
    let mut bytes = picture(PIECE + 40_000);
    bytes[300..310].copy_from_slice(b"GPS10.3759");
    let number = phone.send(&bytes).await;
    assert!(!is_on_disk(&server, b"GPS10.3759"), "on its way");
    assert!(phone.fetched(number).await.1 == bytes);
    phone.end().await;
    assert!(!is_on_disk(&server, b"GPS10.3759"), "at its end");

    begin(&server, &server.device, TOKEN, 30).await.send(&bytes).await;
    let Server { running, folder, .. } = server;
    running.stop().await;
    let server = Server { running: run(&folder).await, folder, ..server };
    let phone = Phone { server: &server, id: Uuid::now_v7(), token: TOKEN };
    let (status, page) = phone.page().await;
    assert!(status == StatusCode::NOT_FOUND && page.contains("không dùng được nữa"), "{page}");
    assert_eq!(count(&server, "upload_piece").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_hears_that_its_kiosk_asks_no_more() {
    let server = Server::start().await;
    let phone = begin(&server, &server.device, TOKEN, 30).await;
    phone.send(&picture(100)).await;
    let says = async || phone.pages().await[0]["said"].as_str().unwrap().to_owned();
    assert!(says().await.contains("Máy đang xem"));
    Database::of(&server).await.run("UPDATE upload SET begun_at = begun_at - 61000").await;
    assert!(says().await.contains("chưa trả lời"), "{}", says().await);
    phone.state().await;
    assert!(says().await.contains("Máy đang xem"), "it is back");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_tries_tokens_gets_slow() {
    let server = Server::start().await;
    let phone = begin(&server, &server.device, TOKEN, 30).await;
    let mut answers = Vec::new();
    for at in 0..25 {
        let url = server.url(&format!("/u/{:032x}/state", 1 + at));
        answers.push(server.http.get(url).send().await.unwrap().status());
    }
    assert_eq!(answers[..20], [StatusCode::NOT_FOUND; 20]);
    assert_eq!(answers[24], StatusCode::TOO_MANY_REQUESTS);
    for wrong in ["x", "..%2F", &TOKEN.to_uppercase(), &TOKEN[1..]] {
        let status = server.http.get(server.url(&format!("/u/{wrong}"))).send().await.unwrap().status();
        assert!(status.is_client_error(), "{wrong}: {status}");
    }
    assert_eq!(phone.page().await.0, StatusCode::OK, "who has one does not wait for it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_without_scripts_sends_one_picture_at_a_time() {
    let server = Server::start().await;
    let phone = begin(&server, &server.device, TOKEN, 30).await;
    let form = async |bytes: &[u8]| {
        let head = "--x\r\nContent-Disposition: form-data; name=\"page\"; filename=\"An.jpg\"\r\n\r\n";
        let body = [head.as_bytes(), b"\r\n", head.as_bytes(), bytes, b"\r\n--x--\r\n"].concat();
        let kind = "multipart/form-data; boundary=x";
        phone.ask(Method::POST, "", |request| request.header(CONTENT_TYPE, kind).body(body)).await
    };
    let bytes = picture(PIECE + 300);
    let answer = form(&bytes).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert!(phone.fetched(1).await.1 == bytes);
    assert!(phone.page().await.1.contains("Đã gửi. Máy đang xem trang này"));
    for (wrong, status) in [(&b""[..], 422), (b"<svg>", 415)] {
        let answer = form(wrong).await;
        assert_eq!(answer.status().as_u16(), status);
        assert!(answer.text().await.unwrap().contains(&format!("href=\"/u/{TOKEN}\"")), "a way back");
    }
    let answer = form(&picture(16 * 1024 * 1024)).await;
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(phone.pages().await.len(), 1);
}
