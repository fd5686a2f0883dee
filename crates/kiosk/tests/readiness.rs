//! A machine's checks: each answers in time whatever its device does, and says what it found.

#[path = "paper/reading.rs"]
#[allow(dead_code, reason = "the papers' own tests read more")]
mod reading;

use std::future::pending;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use motcua_domain::paper::{PaperSize, TEST_CODE};
use motcua_domain::readiness::{Check, Light, Verdict, fonts, zone};
use motcua_domain::time::Moment;
use motcua_domain::voice::Announcement;
use motcua_domain::words::Locale;
use motcua_kiosk::capture::TrialCamera;
use motcua_kiosk::central::CentralClient;
use motcua_kiosk::clock::Clock;
use motcua_kiosk::print_desk::PrintDesk;
use motcua_kiosk::printer::{NoPrinter, PrintEnd, PrintJob, Printer, PrinterStatus, TrialPrinter};
use motcua_kiosk::readiness::{
    CameraParts, MachineProbes, Parts, Probes, ReaderParts, Readiness, SpeakerParts, as_json, as_text,
};
use motcua_kiosk::speech::{Mute, SoundTest, Speaker};
use motcua_kiosk::store::{Identity, Store, StoreSeen, look};
use motcua_kiosk::view::{CheckView, PrintState};
use reading::Paper;
use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;

/// 2026-12-01, 10:30:00 in Hà Nội.
const NOW: i64 = 1_796_095_800_000;

struct SetClock(AtomicI64);

impl Clock for SetClock {
    fn now(&self) -> Moment {
        Moment::from_millis(self.0.load(Ordering::SeqCst))
    }
}

/// A printer, and a loudspeaker, that never answer.
struct Hangs;

#[async_trait]
impl Printer for Hangs {
    fn trial(&self) -> bool {
        false
    }
    fn described(&self) -> String {
        "/dev/usb/lp0".to_owned()
    }
    async fn status(&self) -> PrinterStatus {
        pending().await
    }
    async fn print(&self, _: PrintJob) -> PrintEnd {
        pending().await
    }
    async fn take_back(&self) {}
}

#[async_trait]
impl Speaker for Hangs {
    async fn check(&self) -> Result<(), Mute> {
        pending().await
    }
    async fn say(&self, _: &Announcement, _: u8) -> Result<(), Mute> {
        pending().await
    }
    async fn tone(&self, _: u8) -> Result<(), Mute> {
        pending().await
    }
}

/// A loudspeaker that plays, or says why not.
struct Plays(Result<(), Mute>);

#[async_trait]
impl Speaker for Plays {
    async fn check(&self) -> Result<(), Mute> {
        self.0
    }
    async fn say(&self, _: &Announcement, _: u8) -> Result<(), Mute> {
        self.0
    }
    async fn tone(&self, _: u8) -> Result<(), Mute> {
        self.0
    }
}

fn sounds(speaker: Arc<dyn Speaker>) -> SpeakerParts {
    let (volumes, clock) = ("80".parse().expect("a volume"), Arc::new(SetClock(AtomicI64::new(NOW))));
    SpeakerParts { test: SoundTest { speaker, volumes, clock }, trial: false }
}

/// A machine without devices, before a central system that nobody runs.
fn bare(data: &Path) -> Parts {
    Parts {
        printer: Arc::new(NoPrinter),
        prints_for_people: true,
        reader: None,
        camera: None,
        scanner: None,
        scan_folder: None,
        speaker: None,
        // Port 9 discards what is sent to it: no server answers there.
        central: Arc::new(CentralClient::new("http://127.0.0.1:9")),
        inside: false,
        running: None,
        data: data.to_owned(),
        clock: Arc::new(SetClock(AtomicI64::new(NOW))),
        webkit: Some("2.48.1".to_owned()),
    }
}

fn checks(parts: Parts) -> (Readiness, MachineProbes) {
    let probes = MachineProbes::new(parts);
    (Readiness::new("Ki-ốt 2", 4.0, Arc::new(probes.clone()), Duration::from_secs(30)), probes)
}

/// A central system whose health is as told, by a clock that is as told.
async fn central(status: StatusCode, version: &'static str, date: &'static str) -> Arc<CentralClient> {
    let body = format!(r#"{{"status":"ready","version":"{version}"}}"#);
    let answer = move || async move { (status, [("date", date), ("content-type", "application/json")], body) };
    let port = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = port.local_addr().expect("its address");
    let routes = Router::new().route("/v1/health", get(answer));
    tokio::spawn(async move { axum::serve(port, routes).await });
    Arc::new(CentralClient::new(&format!("http://{address}")))
}

/// A part that hangs, one that falls over, and the rest, which answers.
struct Faulty {
    looks: AtomicUsize,
}

#[async_trait]
impl Probes for Faulty {
    async fn look(&self, check: Check) -> Verdict {
        match check {
            Check::Printer => {
                self.looks.fetch_add(1, Ordering::SeqCst);
                pending().await
            }
            Check::Camera => panic!("a driver fell over"),
            Check::Zone => zone("UTC", Some(0)),
            _ => fonts(true),
        }
    }
}

#[tokio::test]
async fn a_part_that_hangs_is_said_to_hang_and_holds_up_no_other() {
    let parts = Arc::new(Faulty { looks: AtomicUsize::new(0) });
    let readiness = Readiness::new("Ki-ốt 2", 4.0, parts.clone(), Duration::from_millis(200));
    let found = readiness.check_all().await;
    assert_eq!(found.len(), Check::ALL.len());
    for verdict in &found {
        match verdict.check {
            Check::Printer | Check::Camera => assert_eq!(verdict.found, "ready-hung", "{verdict:?}"),
            Check::Zone => assert_eq!(verdict.light, Light::Amber),
            _ => assert_eq!(verdict.light, Light::Green),
        }
    }
    // Looking again begins no second look at what hangs, so that nothing piles up behind it.
    assert_eq!(readiness.check(Check::Printer).await.found, "ready-hung");
    assert_eq!(parts.looks.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn devices_that_never_answer_are_red_and_the_others_are_told_all_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let speaker = sounds(Arc::new(Hangs));
    let parts = Parts { printer: Arc::new(Hangs), speaker: Some(speaker), ..bare(folder.path()) };
    let probes = Arc::new(MachineProbes::new(parts));
    let readiness = Readiness::new("Ki-ốt 2", 4.0, probes, Duration::from_millis(300));
    for hung in [Check::Printer, Check::Speaker] {
        assert_eq!(readiness.check(hung).await, Verdict::hung(hung));
    }
    assert_eq!(readiness.check(Check::Reader).await.light, Light::Absent);
    assert_eq!(readiness.check(Check::System).await.args["webkit"], "2.48.1");
}

#[tokio::test]
async fn cut_off_the_network_is_red_and_the_clock_is_not_known() {
    let folder = tempfile::tempdir().expect("a folder");
    let (readiness, _) = checks(bare(folder.path()));
    assert_eq!(readiness.check(Check::Network).await.found, "ready-network-away");
    assert_eq!(readiness.check(Check::Clock).await.found, "ready-clock-unknown");
    assert_eq!(readiness.check(Check::Program).await.found, "ready-program-alone");
    let (inside, _) = checks(Parts { inside: true, ..bare(folder.path()) });
    assert_eq!(inside.check(Check::Network).await.found, "ready-network-asleep");
}

#[tokio::test]
async fn the_clock_is_compared_with_the_central_systems() {
    let folder = tempfile::tempdir().expect("a folder");
    // 10:30:00 in Hà Nội, as HTTP says it.
    let central = central(StatusCode::OK, env!("CARGO_PKG_VERSION"), "Tue, 01 Dec 2026 03:30:00 GMT").await;
    let clock = Arc::new(SetClock(AtomicI64::new(NOW)));
    let (readiness, _) = checks(Parts { central, clock: clock.clone(), ..bare(folder.path()) });
    for (ahead, light) in [
        (0, Light::Green),
        (30_000, Light::Amber),
        (-30_000, Light::Amber),
        (86_400_000, Light::Red),
        (-86_400_000, Light::Red),
    ] {
        clock.0.store(NOW + ahead, Ordering::SeqCst);
        let verdict = readiness.check(Check::Clock).await;
        assert_eq!(verdict.light, light, "{ahead}: {verdict:?}");
    }
    assert_eq!(readiness.check(Check::Network).await.light, Light::Green);
    assert_eq!(readiness.check(Check::Program).await.found, "ready-program-same");
}

#[tokio::test]
async fn a_central_system_that_cannot_work_or_is_of_another_version_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let date = "Tue, 01 Dec 2026 03:30:00 GMT";
    let unready = central(StatusCode::SERVICE_UNAVAILABLE, "0.1.0", date).await;
    let (readiness, _) = checks(Parts { central: unready, ..bare(folder.path()) });
    assert_eq!(readiness.check(Check::Network).await.found, "ready-network-unready");
    let newer = central(StatusCode::OK, "99.0.0", date).await;
    let (readiness, _) = checks(Parts { central: newer, ..bare(folder.path()) });
    let verdict = readiness.check(Check::Program).await;
    assert_eq!((verdict.light, verdict.args["central"].as_str()), (Light::Amber, "99.0.0"));
}

#[tokio::test]
async fn a_store_is_looked_at_beside_the_program_that_writes_it() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(look(folder.path()).await, StoreSeen::Missing);
    let identity = Identity::load(folder.path()).expect("an identity");
    let _store = Store::open(folder.path(), identity.seal().expect("a seal")).await.expect("a store");
    let seen = look(folder.path()).await;
    assert!(matches!(seen, StoreSeen::Sound { safe: true, waiting: Some((0, 0)), catalogue: None, .. }), "{seen:?}");
    let (readiness, _) = checks(bare(folder.path()));
    assert_eq!(readiness.check(Check::Store).await.light, Light::Green);
    assert_eq!(readiness.check(Check::Unsent).await.light, Light::Green);
    assert_eq!(readiness.check(Check::Catalogue).await.found, "ready-catalogue-none");
}

#[tokio::test]
async fn a_damaged_store_is_told_whichever_part_of_it_is_damaged() {
    for damage in ["no database", "a page"] {
        let (whole, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let identity = Identity::load(whole.path()).expect("an identity");
        let _store = Store::open(whole.path(), identity.seal().expect("a seal")).await.expect("a store");
        let file = folder.path().join("kiosk.sqlite");
        // A copy without a log, which would heal what is damaged here.
        let whole = SqliteConnectOptions::new().filename(whole.path().join("kiosk.sqlite"));
        let mut whole = whole.connect().await.expect("the store");
        let copy = sqlx::query("VACUUM INTO $1").bind(file.display().to_string());
        copy.execute(&mut whole).await.expect("a copy");
        assert!(matches!(look(folder.path()).await, StoreSeen::Sound { .. }));
        let mut bytes = std::fs::read(&file).expect("the file");
        match damage {
            "no database" => bytes = b"nothing of a database".repeat(400),
            _ => bytes.iter_mut().skip(4096).for_each(|byte| *byte = 0x5a),
        }
        std::fs::write(&file, bytes).expect("damaged");
        assert_eq!(look(folder.path()).await, StoreSeen::Damaged, "{damage}");
        let (readiness, _) = checks(bare(folder.path()));
        assert_eq!(readiness.check(Check::Store).await.found, "ready-store-damaged");
        assert_eq!(readiness.check(Check::Unsent).await.found, "ready-unsent-unknown");
    }
}

#[tokio::test]
async fn a_test_page_reads_back_and_what_somebody_saw_on_it_decides() {
    let folder = tempfile::tempdir().expect("a folder");
    let printer = Arc::new(TrialPrinter::new(folder.path().join("printed")));
    let prints = PrintDesk::new(printer.clone());
    let (readiness, probes) = checks(Parts { printer, ..bare(folder.path()) });
    let job = probes.print_test_page(&prints, "Ki-ốt 2", Moment::from_millis(NOW), PaperSize::Roll80, Locale::Vi);
    assert_eq!(prints.result(job).await.expect("its end").state, PrintState::Printed);
    let page = std::fs::read(folder.path().join("printed/000001-test-page.pdf")).expect("a page");
    if let Some(out) = std::env::var_os("PAPER_OUT") {
        std::fs::write(Path::new(&out).join("test-page.pdf"), &page).expect("kept");
    }
    let page = Paper::of(&page);
    let codes = page.codes(203);
    assert!(codes.len() == 2 && codes.iter().all(|code| code == TEST_CODE), "a QR and a bar code: {codes:?}");
    let text = page.text();
    for said in ["Ki-ốt 2", "10 giờ 30", "ằắẳẵặ", "ỳýỷỹỵđ", "MÉP TRÊN", "MÉP DƯỚI", "BẢN IN THỬ"]
    {
        assert!(text.contains(said), "{said} is not on it: {text}");
    }
    // The ruler is true: from the middle of one number to that of another.
    let (words, _) = page.words();
    let middle = |number: &str| {
        let word = words.iter().filter(|word| word.text == number).max_by(|a, b| a.top.total_cmp(&b.top));
        word.map(|word| (word.left + word.right) / 2.0).expect("a number of the ruler")
    };
    let length = (middle("60") - middle("10")) / 72.0 * 25.4;
    assert!((length - 50.0).abs() < 0.3, "50 mm are {length} mm");

    probes.page_seen(false);
    assert_eq!(readiness.check(Check::Printer).await.found, "ready-printer-bad-page");
    probes.page_seen(true);
    assert_eq!(readiness.check(Check::Printer).await.found, "ready-printer-trial", "files are no paper");
}

#[tokio::test]
async fn a_report_has_every_part_that_was_looked_at_on_a_roll_and_on_a_sheet() {
    let folder = tempfile::tempdir().expect("a folder");
    let prints = PrintDesk::new(Arc::new(TrialPrinter::new(folder.path().join("printed"))));
    let (readiness, _) = checks(bare(folder.path()));
    let report = |size| {
        let centre = "Trung tâm Phục vụ hành chính công".to_owned();
        readiness.print_report(&prints, centre, Moment::from_millis(NOW), size, Locale::Vi)
    };
    assert_eq!(report(PaperSize::A4).expect_err("nothing to report").code, "readiness-unchecked");
    readiness.check_all().await;
    for (number, size) in [(1, PaperSize::A4), (2, PaperSize::Roll80)] {
        let job = report(size).expect("a job");
        assert_eq!(prints.result(job).await.expect("its end").state, PrintState::Printed);
        let file = folder.path().join(format!("printed/{number:06}-readiness.pdf"));
        let bytes = std::fs::read(file).expect("a report");
        if let Some(out) = std::env::var_os("PAPER_OUT") {
            std::fs::write(Path::new(&out).join(format!("readiness-{number}.pdf")), &bytes).expect("kept");
        }
        let text = Paper::of(&bytes).text();
        for check in Check::ALL {
            let name = motcua_domain::words::Words::of(Locale::Vi).say(&format!("ready-{}", check.name()));
            assert!(text.contains(&name), "{name} is not on it: {text}");
        }
        for said in ["Biên bản kiểm tra máy", "Ki-ốt 2", "Người kiểm tra", "Việc cần làm: Báo quản trị viên cài máy in"]
        {
            assert!(text.contains(said), "{said} is not on it: {text}");
        }
    }
}

#[tokio::test]
async fn a_camera_that_sees_is_told_from_one_that_is_covered_busy_or_gone() {
    let folder = tempfile::tempdir().expect("a folder");
    let pictures = folder.path().join("camera");
    std::fs::create_dir(&pictures).expect("a folder");
    let camera = |trial| {
        let source = Some(Arc::new(TrialCamera::new(&pictures)) as Arc<dyn motcua_kiosk::capture::Source>);
        let camera = CameraParts { source, device: pictures.clone(), trial };
        checks(Parts { camera: Some(camera), ..bare(folder.path()) })
    };
    let (readiness, probes) = camera(false);
    assert_eq!(readiness.check(Check::Camera).await.found, "ready-camera-there");
    assert!(probes.take_picture().await.is_some(), "a dark picture is shown, so that it is seen to be dark");
    assert_eq!(readiness.check(Check::Camera).await.found, "ready-camera-dark");

    let seen = image::GrayImage::from_pixel(640, 480, image::Luma([200]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    seen.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    std::fs::write(pictures.join("1.png"), bytes.into_inner()).expect("a picture");
    let picture = probes.take_picture().await.expect("a picture");
    assert!(picture.starts_with("data:image/jpeg;base64,"));
    assert_eq!(readiness.check(Check::Camera).await.light, Light::Green);

    std::fs::write(pictures.join("busy"), "").expect("another program");
    assert_eq!(probes.take_picture().await, None);
    assert_eq!(readiness.check(Check::Camera).await.found, "ready-camera-busy");
    let (trial, _) = camera(true);
    assert_eq!(trial.check(Check::Camera).await.found, "ready-camera-trial");
    std::fs::remove_dir_all(&pictures).expect("unplugged");
    assert_eq!(readiness.check(Check::Camera).await.found, "ready-camera-unplugged");
}

#[tokio::test]
async fn a_sound_counts_when_somebody_heard_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let speaking = |speaker| {
        let speaker = sounds(Arc::new(Plays(speaker)));
        checks(Parts { speaker: Some(speaker), ..bare(folder.path()) })
    };
    let (readiness, probes) = speaking(Ok(()));
    assert_eq!(readiness.check(Check::Speaker).await.light, Light::Grey);
    probes.test_sound().await.expect("played");
    assert_eq!(readiness.check(Check::Speaker).await.light, Light::Grey, "playing is not hearing");
    probes.sound_heard(true);
    assert_eq!(readiness.check(Check::Speaker).await.light, Light::Green);
    probes.test_sound().await.expect("played");
    probes.sound_heard(false);
    assert_eq!(readiness.check(Check::Speaker).await.found, "ready-speaker-not-heard");

    let (readiness, probes) = speaking(Err(Mute::NoSound));
    assert_eq!(probes.test_sound().await.expect_err("no sound").code, "sound-no-device");
    assert_eq!(readiness.check(Check::Speaker).await.found, "ready-speaker-no-sound");
    let (_, none) = checks(bare(folder.path()));
    assert_eq!(none.test_sound().await.expect_err("no loudspeaker").code, "sound-not-here");
}

#[tokio::test]
async fn the_worst_touch_decides_and_what_cannot_be_measured_is_bad() {
    let folder = tempfile::tempdir().expect("a folder");
    let (readiness, probes) = checks(bare(folder.path()));
    assert_eq!(readiness.check(Check::Touch).await.light, Light::Grey);
    probes.touched(&[0.4, 2.9, 1.0]);
    assert_eq!(readiness.check(Check::Touch).await.light, Light::Green);
    probes.touched(&[0.4, 5.2, 1.0]);
    assert_eq!(readiness.check(Check::Touch).await.args["worst"], "5,2");
    probes.touched(&[0.4, f64::NAN]);
    assert_eq!(readiness.check(Check::Touch).await.light, Light::Red);
}

#[tokio::test]
async fn folders_and_devices_that_are_away_are_told_by_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let device = folder.path().join("ttyACM0");
    let parts = || Parts {
        reader: Some(ReaderParts { device: device.clone(), watched: None }),
        scan_folder: Some(folder.path().join("scan")),
        ..bare(folder.path())
    };
    let (readiness, _) = checks(parts());
    let reader = readiness.check(Check::Reader).await;
    assert_eq!(reader.found, "ready-reader-away");
    assert!(CheckView::of(&reader, Locale::Vi).found.contains("ttyACM0"));
    assert_eq!(readiness.check(Check::ScanFolder).await.found, "ready-scan-folder-missing");
    std::fs::create_dir(folder.path().join("scan")).expect("a folder");
    std::fs::write(&device, "").expect("a device");
    assert_eq!(readiness.check(Check::ScanFolder).await.light, Light::Green);
    assert_eq!(readiness.check(Check::Reader).await.found, "ready-reader-there");
}

#[tokio::test]
async fn without_a_window_the_checks_are_a_list_and_json() {
    let verdicts = [fonts(true), zone("UTC", Some(0))];
    let now = Moment::from_millis(NOW);
    let text = as_text("Ki-ốt 2", now, &verdicts, Locale::Vi);
    for said in [
        "kiểm tra máy “Ki-ốt 2”, 01/12/2026 10:30",
        "Đạt      Phông chữ của giấy in",
        "Cần xem  Múi giờ",
        "Cần làm: Phiếu in",
    ] {
        assert!(text.contains(said), "{said:?} is not in:\n{text}");
    }
    assert!(as_text("Kiosk 2", now, &verdicts, Locale::En).contains("To do: Papers still say"));
    let json = as_json("Ki-ốt 2", now, &verdicts, Locale::En);
    assert_eq!((&json["light"], &json["made_at"]), (&"amber".into(), &"2026-12-01T10:30:00.000+07:00".into()));
    assert_eq!(json["checks"][1]["key"], "ready-zone-other");
    assert_eq!(json["checks"][1]["args"]["zone"], "UTC");
}
