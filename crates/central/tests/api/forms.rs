//! Forms that officers write: added while the server runs, checked against, corrected by a higher version, and
//! retired.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use motcua_central::{AddFormError, Added, NotAdded, add_form, list_forms, retire_form};
use motcua_domain::time::Moment;
use motcua_domain::wire::FormVersion;
use motcua_domain::words::Locale;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::server::Server;
use crate::submissions::submission;

const CODE: &str = "1.004873";

/// The form of a certificate of marital status, as an officer wrote it.
fn written() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms").join(CODE)
}

/// A copy of a form's folder with something replaced in its files; it must be there.
fn changed(folder: &Path, changes: &[(&str, &str, &str)]) -> TempDir {
    let copy = TempDir::new().unwrap();
    for file in fs::read_dir(folder).unwrap() {
        let file = file.unwrap();
        let mut text = fs::read_to_string(file.path()).unwrap();
        for (_, from, to) in changes.iter().filter(|(of, ..)| file.file_name() == *of) {
            assert!(text.contains(from), "{from}");
            text = text.replace(from, to);
        }
        fs::write(copy.path().join(file.file_name()), text).unwrap();
    }
    copy
}

/// The same form in another version.
fn version(version: u32) -> TempDir {
    changed(&written(), &[("form.json", "\"version\": 1", &format!("\"version\": {version}"))])
}

fn of(version: u32) -> FormVersion {
    FormVersion { procedure: CODE.to_owned(), version }
}

/// What an applicant sends on a version of the form.
fn sent(n: u32, version: u32) -> Value {
    let code = format!("A7KM-3XP{}", char::from(b'A' + u8::try_from(n).unwrap()));
    let mut body = submission(&format!("018f0000-0000-7000-8000-00000000000{n}"), &code, json!([]));
    body["procedure"] = json!(CODE);
    body["form_version"] = json!(version);
    body["answers"] = json!({
        "applicant_name": "Nguyễn Văn An", "applicant_number": "089195000123", "applicant_birth_date": "1995-03-02",
        "address": { "text": "12 Trần Hưng Đạo, phường Long Xuyên, An Giang" },
        "status": "single", "purpose": "marriage", "partner_name": "Trần Thị Bưởi", "before": false
    });
    body
}

async fn send(server: &Server, body: &Value) -> (StatusCode, Value) {
    server.post(&server.device, "/v1/submissions", body.clone()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_is_added_beside_the_running_server_and_answers_are_checked_against_it() {
    let server = Server::start().await;
    let none = json!({ "added": [], "retired": [] });
    assert_eq!(server.get(&server.device, "/v1/forms").await, (StatusCode::OK, none));
    assert_eq!(send(&server, &sent(1, 1)).await.1["code"], "unknown-form");

    let added = add_form(&written(), &server.database().await, "Lan").await.unwrap();
    assert_eq!(added, (of(1), Added::New));
    let (_, told) = server.get(&server.device, "/v1/forms").await;
    let form = &told["added"][0];
    assert_eq!((&form["procedure"], &form["version"]), (&json!(CODE), &json!(1)));
    let (status, package) = server.get(&server.device, &format!("/v1/forms/{CODE}/1")).await;
    assert_eq!(status, StatusCode::OK, "{package}");
    for (field, file) in
        [("schema", "schema.json"), ("ui", "ui.json"), ("about", "form.json"), ("vi", "vi.ftl"), ("en", "en.ftl")]
    {
        assert_eq!(package[field], fs::read_to_string(written().join(file)).unwrap(), "{file}");
    }
    for unknown in [format!("/v1/forms/{CODE}/2"), format!("/v1/forms/{CODE}/x"), "/v1/forms/2.000635/1".to_owned()] {
        let (status, problem) = server.get(&server.device, &unknown).await;
        assert_eq!((status, &problem["code"]), (StatusCode::NOT_FOUND, &json!("unknown-form")), "{unknown}");
    }

    let wrong: [fn(&mut Value); 4] = [
        |body| body["answers"]["status"] = json!("none"),
        |body| body["answers"]["purpose"] = json!("loan"),
        |body| body["answers"]["copies"] = json!(1),
        |body| drop(body["answers"].as_object_mut().unwrap().remove("partner_name")),
    ];
    for change in wrong {
        let mut body = sent(1, 1);
        change(&mut body);
        let (status, problem) = send(&server, &body).await;
        assert_eq!((status.as_u16(), &problem["code"]), (422, &json!("answers-wrong")), "{problem}");
    }
    let (status, receipt) = send(&server, &sent(1, 1)).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
    let lan = server.officer("lan").await;
    let (_, list) = server.get(&lan, "/v1/submissions").await;
    assert_eq!((&list[0]["procedure"], &list[0]["applicant"]), (&json!(CODE), &json!("Nguyễn Văn An")));
    let path = format!("/v1/submissions/{}/supplement", list[0]["id"].as_str().unwrap());
    let asked = json!({ "text": "Bản cũ mờ quá", "papers": ["identity"] });
    let (status, supplement) = server.post(&lan, &path, asked).await;
    assert_eq!((status, &supplement["papers"]), (StatusCode::CREATED, &json!(["Thẻ căn cước của bạn"])));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_kiosks_counted_is_told_in_the_words_of_an_added_form() {
    let server = Server::start().await;
    add_form(&written(), &server.database().await, "Lan").await.unwrap();
    let today = Moment::from_millis(jiff::Timestamp::now().as_millisecond()).business_date().to_string();
    let page = json!({ "page": "status", "shown": 6, "left": 0, "on": 6, "back": 0, "helped": 0, "seconds": 60,
        "within": [0, 6, 0, 0, 0, 0], "errors": [] });
    let sums = json!({ "forms": [{ "procedure": CODE, "version": 1, "date": today, "begun": 6, "alone": 6,
        "assisted": 0, "pages": [page] }] });
    let (status, problem) =
        server.send(Method::POST, &server.device, Some("batch"), "/v1/guide-measures", Some(sums)).await;
    assert_eq!(status, StatusCode::NO_CONTENT, "{problem}");
    let (_, told) = server.get(&server.admin, "/v1/guide-measures").await;
    assert_eq!(told["forms"][0]["pages"][0]["title"], "Hiện nay tình trạng hôn nhân của bạn thế nào?");
}

/// Why a folder is not added.
async fn refusal(server: &Server, folder: &Path) -> NotAdded {
    match add_form(folder, &server.database().await, "Lan").await {
        Err(AddFormError::Not(form, why)) => {
            let said = Locale::ALL.map(|locale| why.in_words(&form, locale));
            assert!(said.iter().all(|said| said.contains(&form.procedure) && !said.contains("form-p")), "{said:?}");
            why
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_fit_what_is_there_is_refused_and_nothing_is_stored() {
    let server = Server::start().await;
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/forms/2.000635");
    let broken = changed(&written(), &[("vi.ftl", "page-purpose = ", "page-porpoise = ")]);
    match add_form(broken.path(), &server.database().await, "Lan").await {
        Err(AddFormError::Faults(findings)) => {
            assert_eq!((findings.len(), findings[0].code), (3, "missing-word"), "{findings:?}");
        }
        other => panic!("{other:?}"),
    }
    let of_nothing = changed(&written(), &[("form.json", CODE, "9.999999")]);
    assert_eq!(refusal(&server, of_nothing.path()).await, NotAdded::UnknownProcedure);
    assert_eq!(refusal(&server, version(0).path()).await, NotAdded::NotAbove { newest: 0 });
    // What the product ships counts as well.
    assert_eq!(add_form(&shipped, &server.database().await, "Lan").await.unwrap().1, Added::Known);
    let other = changed(&shipped, &[("vi.ftl", "Mỗi bản 8.000 đồng.", "Mỗi bản 9.000 đồng.")]);
    assert_eq!(refusal(&server, other.path()).await, NotAdded::Differs);
    assert!(list_forms(&server.database().await).await.unwrap().iter().all(|line| line.added.is_none() && line.begun));

    add_form(version(3).path(), &server.database().await, "Lan").await.unwrap();
    assert_eq!(add_form(version(3).path(), &server.database().await, "Mai").await.unwrap(), (of(3), Added::Known));
    let other = changed(version(3).path(), &[("vi.ftl", "Vay vốn ngân hàng", "Vay tiền ngân hàng")]);
    assert_eq!(refusal(&server, other.path()).await, NotAdded::Differs);
    assert_eq!(refusal(&server, version(2).path()).await, NotAdded::NotAbove { newest: 3 });
    let (_, told) = server.get(&server.device, "/v1/forms").await;
    assert_eq!(told["added"].as_array().unwrap().len(), 1, "{told}");

    let nowhere = format!("sqlite://{}", server.folder.path().join("other.db").display());
    assert!(matches!(add_form(&written(), &nowhere, "Lan").await, Err(AddFormError::Database(_))));
    assert!(matches!(add_form(server.folder.path(), &nowhere, "Lan").await, Err(AddFormError::Folder(_))));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_began_goes_on_when_a_version_is_corrected_or_retired() {
    let server = Server::start().await;
    let database = server.database().await;
    let second = [
        ("form.json", "\"version\": 1", "\"version\": 2"),
        ("schema.json", "\"house\", \"loan\"", "\"house\""),
        ("vi.ftl", "purpose-loan = Vay vốn ngân hàng\n", ""),
        ("en.ftl", "purpose-loan = A loan from a bank\n", ""),
    ];
    let second = changed(&written(), &second);
    add_form(&written(), &database, "Lan").await.unwrap();
    // The server has the first in mind by now.
    assert_eq!(send(&server, &sent(1, 1)).await.0, StatusCode::CREATED);
    add_form(second.path(), &database, "Mai").await.unwrap();
    let loan = |n, version| {
        let mut body = sent(n, version);
        body["answers"]["purpose"] = json!("loan");
        body["answers"].as_object_mut().unwrap().remove("partner_name");
        body
    };
    assert_eq!(send(&server, &loan(2, 2)).await.1["code"], "answers-wrong");
    assert_eq!(send(&server, &loan(2, 1)).await.0, StatusCode::CREATED, "begun on the first");

    assert_eq!(retire_form(&of(2), &database, "Mai").await.unwrap(), Some(true));
    assert_eq!(retire_form(&of(2), &database, "Lan").await.unwrap(), Some(false));
    assert_eq!(retire_form(&of(3), &database, "Lan").await.unwrap(), None);
    assert_eq!(send(&server, &sent(3, 2)).await.0, StatusCode::CREATED, "begun before it was retired");
    let (_, told) = server.get(&server.device, "/v1/forms").await;
    assert_eq!(told["retired"], json!([{ "procedure": CODE, "version": 2 }]));
    let lines = async || {
        let lines = list_forms(&database).await.unwrap().into_iter().filter(|line| line.form.procedure == CODE);
        lines.map(|line| (line.form.version, line.begun, line.in_words(Locale::En))).collect::<Vec<_>>()
    };
    let now = lines().await;
    assert_eq!(now.iter().map(|line| (line.0, line.1)).collect::<Vec<_>>(), [(1, true), (2, false)]);
    assert!(now[0].2.contains("added by Lan") && now[0].2.ends_with("in use"), "{}", now[0].2);
    assert!(now[1].2.contains("added by Mai") && now[1].2.contains("retired by Mai"), "{}", now[1].2);

    // A retired version stays the newest there was.
    assert_eq!(refusal(&server, version(2).path()).await, NotAdded::Differs);
    add_form(version(3).path(), &database, "Mai").await.unwrap();
    let now = lines().await;
    assert_eq!(now.iter().map(|line| (line.0, line.1)).collect::<Vec<_>>(), [(1, false), (2, false), (3, true)]);
    assert!(now[0].2.ends_with("only for applications that were begun on it"), "{}", now[0].2);
    // Also one that the product ships.
    let shipped = FormVersion { procedure: "2.000635".to_owned(), version: 1 };
    assert_eq!(retire_form(&shipped, &database, "Mai").await.unwrap(), Some(true));
    assert!(list_forms(&database).await.unwrap().iter().all(|line| line.form != shipped || !line.begun));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_commands_say_what_became_of_it_and_end_with_1_when_nothing_did() {
    let server = Server::start().await;
    let database = server.database().await;
    let run = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_motcua-central"));
        command.args(words).args(["--database", &database]).env("RUST_LOG", "error").env("USER", "lan");
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let broken = changed(&written(), &[("en.ftl", "purpose-other = Something else\n", "")]);
    let (ended, said) = run(&["add-form", broken.path().to_str().unwrap(), "--language", "en"]);
    assert_eq!(ended, Some(1));
    assert_eq!(said, "en.ftl: The words of “purpose-other” are missing in en.ftl. [missing-word]\n");
    let folder = written();
    let folder = folder.to_str().unwrap();
    for said_of_it in ["Đã thêm tờ khai 1.004873, phiên bản 1.", "đúng nội dung này"] {
        let (ended, said) = run(&["add-form", folder]);
        assert!(ended == Some(0) && said.contains(said_of_it), "{said}");
    }
    let (ended, said) = run(&["forms"]);
    assert_eq!(ended, Some(0));
    let line = said.lines().find(|line| line.starts_with(CODE)).unwrap();
    assert!(line.contains("lan thêm lúc ") && line.ends_with("; đang dùng"), "{line}");
    assert_eq!(said.matches("có sẵn trong chương trình; đang dùng").count(), 8, "{said}");
    let other = changed(&written(), &[("vi.ftl", "Vay vốn ngân hàng", "Vay tiền ngân hàng")]);
    let (ended, said) = run(&["add-form", other.path().to_str().unwrap()]);
    assert!(ended == Some(1) && said.contains("với nội dung khác"), "{said}");
    for (version, ends, said_of_it) in [("1", 0, "Từ nay không ai bắt đầu"), ("1", 0, "từ trước"), ("7", 1, "Không có")]
    {
        let (ended, said) = run(&["retire-form", CODE, version]);
        assert!(ended == Some(ends) && said.contains(said_of_it), "{said}");
    }
}

#[test]
fn the_commands_check_a_folder_and_lay_it_out() {
    let run = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_motcua-central"));
        let output = command.args(words).env("RUST_LOG", "error").output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let folder = written();
    assert_eq!(
        run(&["check-form", folder.to_str().unwrap()]),
        (Some(0), String::new()),
        "silent when nothing is wrong"
    );
    let broken = changed(&folder, &[("en.ftl", "purpose-other = Something else\n", "")]);
    let broken = broken.path().to_str().unwrap();
    let told = "en.ftl: The words of “purpose-other” are missing in en.ftl. [missing-word]\n";
    assert_eq!(run(&["check-form", broken, "--language", "en"]), (Some(1), told.to_owned()));
    let nothing = tempfile::tempdir().unwrap();
    assert_ne!(run(&["check-form", nothing.path().to_str().unwrap()]).0, Some(0));

    let page = nothing.path().join("preview.html");
    let (ended, _) = run(&["preview-form", folder.to_str().unwrap(), "--out", page.to_str().unwrap()]);
    assert_eq!(ended, Some(0));
    let html = std::fs::read_to_string(page).unwrap();
    assert!(html.starts_with("<!doctype html>") && html.contains("Vay vốn ngân hàng"), "{html}");
}
