//! `motcua --diagnose`, as an administrator runs it: without a display, beside a program that runs or without
//! one, before a server that is away and over a store that is broken.

#[path = "product/devices.rs"]
#[allow(dead_code, reason = "the journeys use the rest")]
mod devices;

use std::collections::BTreeSet;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output};
use std::time::Duration;

use devices::CardReader;
use motcua_domain::wire::CatalogueChanges;
use motcua_kiosk::printer::{EscPosPrinter, Patience, Printer};
use motcua_kiosk::store::{Identity, Store};
use serde_json::Value;

/// Port 9 discards what is sent to it: no server answers there.
const NOBODY: &str = "--central=http://127.0.0.1:9";

fn diagnose(data: &Path, options: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_motcua"))
        .arg(format!("--data={}", data.display()))
        .args(options)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("LC_ALL")
        .env("LANG", "vi_VN.UTF-8")
        .env("TZ", "Asia/Ho_Chi_Minh")
        .output()
        .expect("the program runs")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        panic!("{error}: {} {}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
    })
}

fn of<'a>(json: &'a Value, check: &str) -> &'a Value {
    let checks = json["checks"].as_array().expect("checks");
    checks.iter().find(|one| one["check"] == check).expect("the check")
}

async fn server(folder: &Path) -> motcua_central::Running {
    motcua_central::start(motcua_central::Settings {
        listen: ([127, 0, 0, 1], 0).into(),
        database: format!("sqlite://{}?mode=rwc", folder.join("central.sqlite").display()),
        branch: Default::default(),
        public_url: None,
        banks: Default::default(),
    })
    .await
    .expect("the central server")
}

async fn store(data: &Path) -> Store {
    let identity = Identity::load(data).expect("an identity");
    Store::open(data, identity.seal().expect("a seal")).await.expect("a store")
}

fn files(folder: &Path) -> BTreeSet<String> {
    let files = std::fs::read_dir(folder).expect("the folder").flatten();
    files.map(|file| file.file_name().to_string_lossy().into_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_machine_that_is_well_ends_with_0_and_what_is_the_matter_is_the_exit_code() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let store = store(&data).await;
    let changes = CatalogueChanges {
        edition: "01900000-0000-7000-8000-000000000000".parse().expect("an identity"),
        revision: 7,
        anew: true,
        more: false,
        changed: Vec::new(),
    };
    store.keep_catalogue(&changes).await.expect("a catalogue");
    let server = server(folder.path()).await;
    let central = format!("--central=http://{}", server.address);
    let before = files(&data);

    // A board needs neither printer nor reader: nothing of it is left to see to but the disk, which is this
    // machine's own.
    let board = diagnose(&data, &[&central, "--faces=board", "--diagnose=json"]);
    let told = json(&board);
    for check in told["checks"].as_array().expect("checks").iter().filter(|check| check["check"] != "disk") {
        assert!(["absent", "green", "grey"].contains(&check["light"].as_str().expect("a light")), "{check}");
    }
    let expected = match of(&told, "disk")["light"].as_str() {
        Some("green") => 0,
        Some("amber") => 1,
        _ => 2,
    };
    assert_eq!(board.status.code(), Some(expected), "{told}");
    assert_eq!(of(&told, "catalogue")["args"]["revision"], "7");
    assert_eq!(of(&told, "network")["light"], "green");
    assert_eq!(of(&told, "clock")["key"], "ready-clock-right");

    // The trial printer is good for training only.
    let trial = diagnose(&data, &[&central, "--printer=trial", "--diagnose=json"]);
    assert_eq!(of(&json(&trial), "printer")["light"], "amber");
    assert!(trial.status.code() >= Some(1), "{:?}", trial.status);

    // The program that holds the store goes on with it, and nothing new lies beside it.
    store.keep_catalogue(&changes).await.expect("the store is not disturbed");
    let new: Vec<String> = files(&data).difference(&before).cloned().collect();
    assert_eq!(new, Vec::<String>::new());
    server.stop().await;
}

#[test]
fn before_a_server_that_is_away_it_says_so_in_time_and_in_the_readers_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = diagnose(folder.path(), &[NOBODY, "--name=Ki-ốt 7", "--diagnose"]);
    assert_eq!(output.status.code(), Some(2));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    for said in
        ["kiểm tra máy “Ki-ốt 7”", "Không kết nối được http://127.0.0.1:9", "Cần làm: Xem dây mạng", "Chưa cài máy in"]
    {
        assert!(text.contains(said), "{said} is not in:\n{text}");
    }
    assert!(!text.contains('\u{1b}'), "a list to read has no colours that a file would keep");
    let english = diagnose(folder.path(), &[NOBODY, "--diagnose", "--lang=en"]);
    let text = String::from_utf8(english.stdout).expect("UTF-8");
    assert!(text.contains("http://127.0.0.1:9 cannot be reached"), "{text}");
    assert_eq!(files(folder.path()), BTreeSet::new(), "a machine that never ran has nothing afterwards");
}

#[test]
fn a_broken_store_is_said_to_be_broken() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("kiosk.sqlite"), b"nothing of a database".repeat(400)).expect("a file");
    let output = diagnose(folder.path(), &[NOBODY, "--diagnose=json"]);
    assert_eq!(output.status.code(), Some(2));
    let told = json(&output);
    assert_eq!(of(&told, "store")["key"], "ready-store-damaged");
    assert_eq!(of(&told, "unsent")["light"], "grey");
    assert!(of(&told, "store")["todo"].as_str().is_some_and(|todo| todo.contains("đừng xóa tệp")), "{told}");
}

#[test]
fn a_reader_in_use_stays_with_who_uses_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let reader = CardReader::new();
    let option = format!("--reader={}", reader.device().display());
    let key = || {
        let told = json(&diagnose(folder.path(), &[NOBODY, &option, "--diagnose=json"]));
        of(&told, "reader")["key"].as_str().expect("a key").to_owned()
    };
    assert_eq!(key(), "ready-reader-there");
    let mut in_use = std::fs::OpenOptions::new().read(true).write(true).open(reader.device()).expect("the line");
    reader.read("089087001234");
    assert_eq!(key(), "ready-reader-held");
    // What was scanned meanwhile is still there for who has the line.
    let mut read = [0; 12];
    std::io::Read::read_exact(&mut in_use, &mut read).expect("what was scanned");
    assert_eq!(&read, b"089087001234");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_printer_that_the_program_talks_with_is_in_use_and_stays_with_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let device = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("escpos://{}", device.local_addr().expect("its address"));
    // The program asks a printer that takes its time: longer than the check takes.
    let long = Duration::from_secs(600);
    let patience = Patience { answer: long, blocked: long, job: long };
    let printer = EscPosPrinter::with_patience(&address, patience).expect("an address").locked_in(folder.path());
    let asking = tokio::spawn(async move { printer.status().await });
    let (talk, _) = device.accept().expect("the program's talk");

    let output = diagnose(folder.path(), &[NOBODY, &format!("--printer={address}"), "--diagnose=json"]);
    let told = json(&output);
    assert_eq!(of(&told, "printer")["key"], "ready-printer-in_use");
    assert_eq!(of(&told, "printer")["light"], "grey");
    device.set_nonblocking(true).expect("a listener");
    assert!(device.accept().is_err(), "nobody else came");
    // The program's talk ends, and it is said how the printer is.
    drop(talk);
    assert!(!asking.await.expect("its end").ready);
    drop(device);
    let output = diagnose(folder.path(), &[NOBODY, &format!("--printer={address}"), "--diagnose=json"]);
    assert_eq!(of(&json(&output), "printer")["key"], "ready-printer-offline");
}

#[test]
fn a_printer_that_is_no_printer_is_told_to_who_typed_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = diagnose(folder.path(), &["--printer=laser", "--diagnose"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--printer laser"));
}
