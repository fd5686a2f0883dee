//! Where pages come from: a scanner's folder, a scanner, a camera, and what they say when they cannot.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use motcua_domain::wire::Problem;
use motcua_kiosk::capture::folder::{self, Arrival};
use motcua_kiosk::capture::{Camera, Scanner, Shot, Source, TrialCamera, Wanted};
use tokio::sync::mpsc::Receiver;
use tokio::time::timeout;

/// Longer than anything here takes.
const LONG: Duration = Duration::from_secs(60);

const PDF: &[u8] = b"%PDF-1.4\nnot looked into here\n%%EOF\n";

fn wanted(visit: u64, evidence: &str) -> Wanted {
    Wanted { visit, evidence: evidence.to_owned() }
}

fn files(folder: &Path) -> usize {
    fs::read_dir(folder).expect("a folder").count()
}

async fn next(arrivals: &mut Receiver<Arrival>) -> Arrival {
    timeout(LONG, arrivals.recv()).await.expect("a file in time").expect("a watch")
}

async fn shots(mut shots: Receiver<Shot>) -> Vec<Shot> {
    let mut all = Vec::new();
    while let Some(shot) = timeout(LONG, shots.recv()).await.expect("a shot in time") {
        all.push(shot);
    }
    all
}

fn refused(shots: &[Shot]) -> Vec<&str> {
    shots.iter().filter_map(|shot| shot.as_ref().err()).map(|problem: &Problem| problem.code.as_str()).collect()
}

/// A program that stands for another one.
fn program(folder: &Path, script: &str) -> PathBuf {
    let program = folder.join("program");
    fs::write(&program, format!("#!/bin/sh\n{script}\n")).expect("written");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("its rights");
    program
}

#[tokio::test]
async fn files_are_delivered_for_what_was_wanted_and_leave_the_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("somebody.pdf"), PDF).expect("written");
    let watched = folder::watch(folder.path().to_owned());
    let mut arrivals = watched.arrivals();
    watched.arm(wanted(0, "giay-chung-sinh")).await;
    assert_eq!(files(folder.path()), 0, "it was there before the paper was asked for");

    fs::write(folder.path().join("Scan 001.PDF"), PDF).expect("written");
    watched.arm(wanted(0, "giay-chung-sinh")).await;
    assert_eq!(files(folder.path()), 1, "asking again takes nothing away");
    let arrival = next(&mut arrivals).await;
    assert_eq!((arrival.wanted, arrival.file), (wanted(0, "giay-chung-sinh"), Ok(PDF.to_vec())));
    assert_eq!(files(folder.path()), 0);

    fs::write(folder.path().join("scan"), b"#!/bin/sh\nrm -rf /\n").expect("written");
    assert_eq!(next(&mut arrivals).await.file.expect_err("refused").code, "scan-wrong-type");
    assert_eq!(files(folder.path()), 0);
}

#[tokio::test]
async fn nothing_of_one_person_is_left_for_the_next() {
    let folder = tempfile::tempdir().expect("a folder");
    let watched = folder::watch(folder.path().to_owned());
    let mut arrivals = watched.arrivals();
    watched.arm(wanted(0, "cccd")).await;
    fs::write(folder.path().join("late.pdf"), PDF).expect("written");
    watched.disarm().await;
    assert_eq!(files(folder.path()), 0);
    watched.arm(wanted(0, "cccd")).await;
    fs::write(folder.path().join("late.pdf"), PDF).expect("written");
    // The same paper of another person.
    watched.arm(wanted(1, "cccd")).await;
    assert_eq!(files(folder.path()), 0);
    fs::write(folder.path().join("next.pdf"), PDF).expect("written");
    assert_eq!(next(&mut arrivals).await.wanted, wanted(1, "cccd"));

    fs::write(folder.path().join("left.pdf"), PDF).expect("written");
    drop(watched);
    assert!(timeout(LONG, arrivals.recv()).await.expect("an end in time").is_none());
    assert_eq!(files(folder.path()), 0, "the end of the watch empties it too");
}

#[tokio::test]
async fn a_trial_camera_plays_its_folder_and_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let frames = folder.path().join("frames");
    let camera = TrialCamera::new(&frames);
    assert!(camera.trial());
    assert!(!camera.present());
    assert_eq!(refused(&shots(camera.take()).await), ["camera-unplugged"]);
    fs::create_dir(&frames).expect("a folder");
    assert!(camera.present());
    let dark = shots(camera.take()).await.remove(0).expect("a black picture");
    assert!(motcua_page::is_dark(&image::load_from_memory(&dark).expect("a picture")));
    fs::write(frames.join("1.jpg"), b"one").expect("written");
    fs::write(frames.join("2.jpg"), b"two").expect("written");
    assert_eq!(shots(camera.take()).await, [Ok(b"two".to_vec())]);
    assert_eq!(camera.frame().await.as_deref(), Some(b"two".as_slice()));
    fs::write(frames.join("busy"), b"").expect("written");
    assert_eq!(refused(&shots(camera.take()).await), ["camera-busy"]);
    assert_eq!(camera.frame().await, None);
}

/// A `v4l2-ctl` whose device shows these bytes again and again.
const CAMERA: &str = r#"
case "$*" in
  *--list-formats-ext*)
    printf "\t[0]: 'MJPG' (Motion-JPEG, compressed)\n\t\tSize: Discrete 640x480\n" ;;
  *--set-fmt-video=width=640,height=480,pixelformat=MJPG*--stream-mmap*--stream-to=-*)
    n=0
    while true; do n=$((n + 1)); printf '\377\330%d\377\331' $n; printf '<' >&2; sleep 0.02; done ;;
esac"#;

#[tokio::test]
async fn a_camera_gives_a_picture_taken_after_it_was_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let device = folder.path().join("video0");
    fs::write(&device, b"").expect("a device");
    let camera = Camera::through(program(folder.path(), CAMERA), &device);
    assert!(camera.present());
    camera.arm().await;
    let number = |shot: &Shot| -> u32 {
        let shot = shot.as_ref().expect("a picture");
        String::from_utf8_lossy(&shot[2..shot.len() - 2]).parse().expect("a number")
    };
    let first = number(&shots(camera.take()).await[0]);
    let second = number(&shots(camera.take()).await[0]);
    assert!(second > first);
    assert!(camera.frame().await.is_some());
    camera.disarm().await;
    assert_eq!(camera.frame().await, None, "nothing of what it saw stays");
}

#[tokio::test]
async fn a_camera_says_what_is_the_matter_with_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let device = folder.path().join("video0");
    let busy = "echo 'VIDIOC_REQBUFS returned -1 (Device or resource busy)' >&2\nexit 1";
    for (script, there, code) in [
        (CAMERA.to_owned(), false, "camera-unplugged"),
        (busy.to_owned(), true, "camera-busy"),
        (CAMERA.replace("while true", &format!("{busy}\nwhile true")), true, "camera-busy"),
        ("echo 'Unknown thing' >&2\nexit 1".to_owned(), true, "camera-silent"),
        ("exit 0".to_owned(), true, "camera-silent"),
    ] {
        // Without its device the program of the camera ends as the real one does.
        let script = if there { script } else { "echo 'Cannot open device, exiting.' >&2\nexit 1".to_owned() };
        let _ = fs::remove_file(&device);
        if there {
            fs::write(&device, b"").expect("a device");
        }
        let camera = Camera::through(program(folder.path(), &script), &device);
        assert_eq!(camera.present(), there);
        assert_eq!(refused(&shots(camera.take()).await), [code], "{script}");
    }
    let nowhere = Camera::through(folder.path().join("not-installed"), &device);
    assert_eq!(refused(&shots(nowhere.take()).await), ["camera-silent"]);
}

#[tokio::test]
async fn a_camera_that_hangs_shows_nothing_and_is_started_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let device = folder.path().join("video0");
    fs::write(&device, b"").expect("a device");
    // The first time it shows one picture and then hangs; what is started later goes on.
    let script = format!(
        "started={}/started\ncase \"$*\" in *--stream-mmap*)\n[ -e $started ] || {{ touch $started; \
            printf '\\377\\330first\\377\\331'; exec tail -f /dev/null; }} ;; esac\n{CAMERA}",
        folder.path().display()
    );
    let camera = Camera::through(program(folder.path(), &script), &device);
    assert_eq!(refused(&shots(camera.take()).await), Vec::<&str>::new(), "the first picture");
    assert_eq!(refused(&shots(camera.take()).await), ["camera-silent"]);
    assert_eq!(camera.frame().await, None, "what it saw last does not lie there now");
    timeout(LONG, async {
        while camera.frame().await.is_none() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await
    .expect("started again");
}

/// The `test` backend as it should behave in this test.
fn sane(folder: &Path, options: &str) -> Scanner {
    // Small sheets, so that the test is quick; the probe with `--all-options` stays as it is.
    let script = format!(
        "case \"$*\" in *--batch*) exec scanimage \"$@\" -x 20 -y 30 {options} ;; *) exec scanimage \"$@\" ;; esac"
    );
    Scanner::through(program(folder, &script), "test")
}

#[tokio::test]
async fn a_scanner_empties_its_feeder() {
    let folder = tempfile::tempdir().expect("a folder");
    let scanner = sane(folder.path(), "--test-picture=Grid");
    // The backend's feeder holds ten sheets.
    let sheets = shots(scanner.take()).await;
    assert_eq!(sheets.len(), 10);
    for sheet in sheets {
        let sheet = image::load_from_memory(&sheet.expect("a sheet")).expect("a PNG");
        assert_eq!((sheet.width(), sheet.height()), (157, 236), "20 x 30 mm at 200 pixels an inch");
    }
    assert!(scanner.present());
}

#[tokio::test]
async fn an_empty_feeder_leads_to_the_glass() {
    let folder = tempfile::tempdir().expect("a folder");
    let script = "case \"$*\" in
        *--source=Auto*--batch*) exec scanimage \"$@\" -x 20 -y 30 --read-return-value=SANE_STATUS_NO_DOCS ;;
        *--batch*) exec scanimage \"$@\" -x 20 -y 30 ;;
        *) exec scanimage \"$@\" ;; esac";
    let scanner = Scanner::through(program(folder.path(), script), "test");
    let sheets = shots(scanner.take()).await;
    assert_eq!(sheets.len(), 1);
    assert!(sheets[0].is_ok());
}

#[tokio::test]
async fn a_scanner_says_what_is_the_matter_with_it() {
    let folder = tempfile::tempdir().expect("a folder");
    for (status, code) in [
        ("NO_DOCS", "scanner-no-paper"),
        ("DEVICE_BUSY", "scanner-busy"),
        ("JAMMED", "scanner-jam"),
        ("COVER_OPEN", "scanner-cover-open"),
        ("IO_ERROR", "scanner-unplugged"),
        ("NO_MEM", "scanner-failed"),
    ] {
        let scanner = sane(folder.path(), &format!("--read-return-value=SANE_STATUS_{status}"));
        assert_eq!(refused(&shots(scanner.take()).await), [code], "{status}");
    }
    let nowhere = Scanner::new("motcua-no-such-scanner");
    assert_eq!(refused(&shots(nowhere.take()).await), ["scanner-unplugged"]);
    assert!(!nowhere.present());
}

#[tokio::test]
async fn a_scanner_whose_program_does_not_end_is_understood() {
    let folder = tempfile::tempdir().expect("a folder");
    for (options, codes) in
        [("--test-picture=Grid", vec![]), ("--read-return-value=SANE_STATUS_JAMMED", vec!["scanner-jam"])]
    {
        let script = format!(
            "case \"$*\" in *--batch*) scanimage \"$@\" -x 20 -y 30 {options}; exec tail -f /dev/null ;; \
             *) exec scanimage \"$@\" ;; esac"
        );
        let scanner = Scanner::through(program(folder.path(), &script), "test");
        assert_eq!(refused(&shots(scanner.take()).await), codes, "{options}");
    }
}

#[tokio::test]
async fn what_is_scanned_lies_nowhere_afterwards() {
    let folder = tempfile::tempdir().expect("a folder");
    let scanner = sane(folder.path(), "--read-delay=yes --read-delay-duration=2000");
    let mut taking = scanner.take();
    assert!(timeout(LONG, taking.recv()).await.expect("in time").expect("a sheet").is_ok());
    // A program that was killed left a folder; another scan that runs keeps its own.
    let left = Path::new("/dev/shm/motcua-scan-left-by-a-test");
    fs::create_dir_all(left).expect("a folder");
    let running = spools();
    sane(folder.path(), "");
    assert!(!left.exists(), "a start deletes it");
    assert!(running.iter().any(|spool| spool != left && spool.exists()), "{running:?}");
    // Its owner leaves in the middle of a stack.
    drop(taking);
    timeout(LONG, async {
        while !spools().is_empty() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await
    .expect("nothing is left");
}

/// Where sheets lie that are being scanned.
fn spools() -> Vec<PathBuf> {
    let memory = fs::read_dir("/dev/shm").into_iter().flatten().flatten();
    let spools = memory.filter(|file| file.file_name().to_string_lossy().starts_with("motcua-scan-"));
    spools.map(|file| file.path()).collect()
}
