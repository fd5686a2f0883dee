//! Pages of papers at the citizen's screen: taken, judged, taken again, arranged, sent; and none of
//! them left for the next person.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use image::DynamicImage;
use motcua_domain::guide::{GuideView, PageBody, PageFault, PageSeen, PageSource, Widget};
use motcua_domain::time::Moment;
use motcua_kiosk::capture::{Camera, Capture, Scanner, Source, TrialCamera, folder};
use motcua_kiosk::citizen::{Answers, CitizenDesk, CitizenParts};
use motcua_kiosk::link::Link;
use motcua_kiosk::measures::Measures;
use motcua_kiosk::store::Pending;
use motcua_kiosk::view::{CitizenNews, ProcedureCase};
use motcua_page::{Incoming, MAX_PAGE_BYTES};
use serde_json::{Map, Value, json};
use tokio::time::timeout;

use crate::Kiosk;
use crate::drawn::{jpeg, on_a_table, out_of_focus, print, stamped};

/// Longer than anything here takes.
const LONG: Duration = Duration::from_secs(60);

/// A kiosk with a camera that plays pictures and a scanner's folder, and its citizen's desk.
pub struct Lobby {
    pub kiosk: Kiosk,
    pub desk: Arc<CitizenDesk>,
    devices: tempfile::TempDir,
}

impl Lobby {
    async fn open() -> Self {
        Self::before("http://127.0.0.1:9").await
    }

    /// One before a central API.
    pub async fn before(url: &str) -> Self {
        Self::with(url, None, None).await
    }

    /// One with other devices than the camera that plays pictures.
    async fn with(url: &str, camera: Option<Arc<dyn Source>>, scanner: Option<Arc<dyn Source>>) -> Self {
        let kiosk = Kiosk::at(url).await;
        let devices = tempfile::tempdir().expect("a folder");
        let [frames, scans] = ["frames", "scans"].map(|name| devices.path().join(name));
        fs::create_dir(&frames).expect("a folder");
        fs::create_dir(&scans).expect("a folder");
        let link = Arc::new(Link::new(kiosk.client.clone(), kiosk.clock.clone()));
        let measures = Measures::new(kiosk.store.clone(), kiosk.client.clone(), kiosk.clock.clone());
        let capture = Capture {
            camera: Some(camera.unwrap_or_else(|| Arc::new(TrialCamera::new(frames)))),
            scanner,
            folder: Some(folder::watch(scans)),
        };
        let desk = CitizenDesk::new(CitizenParts { capture, ..kiosk.citizen_parts(link, None, measures) });
        Self { kiosk, desk, devices }
    }

    fn frames(&self) -> PathBuf {
        self.devices.path().join("frames")
    }

    /// Lays a sheet under the camera.
    pub fn lay(&self, page: &DynamicImage) {
        fs::write(self.frames().join("sheet.jpg"), jpeg(page, 92)).expect("laid");
    }

    /// From the first page of a birth registration to the one that asks for the birth certificate.
    pub async fn until_a_paper(&self) -> GuideView {
        let wanted = ProcedureCase { code: "1.001193".to_owned(), case: None, version: None };
        let mut view = self.desk.guide_begin(&wanted).await.expect("begun");
        for _ in 0..40 {
            if matches!(view.body, PageBody::Document { .. }) {
                return view;
            }
            view = self.on(&view).await;
        }
        panic!("no paper is asked for; it stays at {}: {:?}", view.page, view.problems);
    }

    /// "Tiếp tục", with an answer to everything that is asked.
    pub async fn on(&self, view: &GuideView) -> GuideView {
        let Value::Object(answers) = answers(&view.body) else { panic!("answers by field") };
        self.desk.guide_next(&view.page, &Answers(answers)).await.expect("the page is current")
    }

    pub async fn submitted(&self) -> Pending {
        let late = Moment::from_millis(1_795_395_800_000 + 86_400_000);
        let due = self.kiosk.store.due_submissions(late).await.expect("read");
        self.kiosk.store.pending(due[0]).await.expect("read").expect("a submission")
    }
}

pub fn answers(body: &PageBody) -> Value {
    let answer = |widget: Widget, field: &motcua_domain::guide::FieldView| match widget {
        Widget::Name => json!("Nguyễn Thị Sen"),
        Widget::Text | Widget::LongText => json!("Long Xuyên, An Giang"),
        Widget::Year => json!("1993"),
        // A child of this year and a grown-up.
        Widget::Date if field.field.contains("child") => json!("2026-10-02"),
        Widget::Date => json!("1995-06-15"),
        Widget::CitizenNumber => json!("089195001234"),
        Widget::Phone => json!("0912345678"),
        Widget::Count | Widget::Amount => json!(field.range.map_or(1, |(least, _)| least)),
        Widget::Choice => json!(field.choices[0].value),
        Widget::YesNo => json!(true),
        Widget::Address => json!({ "text": "Ấp Hòa Long, xã Bình Hòa, An Giang" }),
        Widget::Signature => json!("M10 10L200 200"),
        Widget::Appointment => json!("later"),
    };
    match body {
        PageBody::Consents { purposes } => {
            purposes.iter().map(|purpose| (purpose.purpose.clone(), json!(true))).collect::<Map<_, _>>().into()
        }
        PageBody::Questions { fields, .. } => {
            let answers = fields.iter().map(|field| (field.field.clone(), answer(field.widget, field)));
            // A year of birth is asked as text.
            let year = |(name, value): (String, Value)| {
                let value = if name.ends_with("birth_year") { json!("1993") } else { value };
                (name, value)
            };
            answers.map(year).collect::<Map<_, _>>().into()
        }
        _ => json!({}),
    }
}

pub fn pages(view: &GuideView) -> &[PageSeen] {
    match &view.body {
        PageBody::Document { pages, .. } => pages,
        other => panic!("a paper, not {other:?}"),
    }
}

pub fn faults(page: &PageSeen) -> Vec<PageFault> {
    page.faults.iter().map(|fault| fault.fault).collect()
}

fn files(folder: &Path) -> usize {
    fs::read_dir(folder).expect("a folder").count()
}

/// Scene 7: three pages under the camera; blurred, upside down and dark ones among them; one is taken
/// again, one turned, one deleted.
#[tokio::test]
async fn a_paper_of_three_pages_is_sent_as_it_was_made_good() {
    let lobby = Lobby::open().await;
    let desk = &lobby.desk;
    let view = lobby.until_a_paper().await;
    let PageBody::Document { sources, .. } = view.body else { panic!("a paper") };
    assert!(sources.camera && sources.trial && sources.folder && !sources.scanner);

    let good = on_a_table(&print(), 0.9);
    lobby.lay(&out_of_focus(&print(), 0.9, 4.0));
    let view = desk.take_picture().await.expect("a page");
    assert_eq!(faults(&pages(&view)[0]), [PageFault::Blurred]);
    assert!(!pages(&view)[0].faults[0].advice.is_empty());
    let blurred = pages(&view)[0].id.clone();
    let stays = lobby.on(&view).await;
    assert_eq!((stays.page.as_str(), stays.problems.len()), (view.page.as_str(), 1), "it must be decided about");

    desk.retake_page(Some(blurred.clone())).await.expect("to be taken again");
    lobby.lay(&good);
    let view = desk.take_picture().await.expect("taken again");
    assert_eq!((pages(&view).len(), faults(&pages(&view)[0])), (1, vec![]));
    let first = pages(&view)[0].id.clone();
    assert_eq!(desk.page_picture(&blurred, 100).await.expect_err("it is gone").code, "page-unknown");

    lobby.lay(&on_a_table(&stamped().rotate180(), 0.9));
    let view = desk.take_picture().await.expect("a page");
    assert_eq!(faults(&pages(&view)[1]), [PageFault::UpsideDown]);
    let view = desk.turn_page(&pages(&view)[1].id.clone()).await.expect("turned");
    let view = desk.turn_page(&pages(&view)[1].id.clone()).await.expect("turned");
    assert_eq!(faults(&pages(&view)[1]), []);
    let second = pages(&view)[1].id.clone();

    lobby.lay(&on_a_table(&print(), 0.3));
    let view = desk.take_picture().await.expect("a page");
    assert_eq!(faults(&pages(&view)[2]), [PageFault::Dark]);
    let deleted = pages(&view)[2].id.clone();
    let shown = desk.page_picture(&deleted, 2339).await.expect("its picture");
    assert!(shown.starts_with("data:image/jpeg;base64,"));
    let view = desk.remove_page(&deleted).await.expect("deleted");
    assert_eq!(pages(&view).len(), 2);

    lobby.lay(&on_a_table(&print(), 0.28));
    let view = desk.take_picture().await.expect("a page");
    let third = pages(&view)[2].id.clone();
    desk.keep_page(&third).await.expect("used all the same");
    let view = desk.move_page(&third, 0).await.expect("moved");
    assert_eq!(pages(&view).iter().map(|page| &page.id).collect::<Vec<_>>(), [&third, &first, &second]);
    let crop = motcua_domain::guide::Crop { left: 50, top: 30, right: 950, bottom: 970 };
    let view = desk.crop_page(&first, crop).await.expect("cut to the sheet");
    assert_eq!((pages(&view).len(), faults(&pages(&view)[1])), (3, vec![]));

    let mut view = lobby.on(&view).await;
    for _ in 0..20 {
        if matches!(view.body, PageBody::Review { .. }) {
            break;
        }
        view = lobby.on(&view).await;
    }
    assert!(matches!(view.body, PageBody::Review { .. }), "{:?}", view.problems);
    desk.guide_submit().await.expect("saved");
    let sent = lobby.submitted().await;
    let [file] = &sent.files[..] else { panic!("one paper is one file") };
    assert_eq!((file.media_type.as_str(), file.pages), ("application/pdf", 3));
    assert!(file.bytes.len() <= 3 * MAX_PAGE_BYTES + 3_000, "{}", file.bytes.len());
    let paper = Incoming::open(file.bytes.clone()).expect("opened");
    assert_eq!(paper.pages(), 3);
    let bright = |page: u32| {
        let grey = paper.picture(page).expect("drawn").to_luma8();
        grey.pixels().map(|pixel| u64::from(pixel.0[0])).sum::<u64>() / u64::from(grey.width() * grey.height())
    };
    let light = [bright(0), bright(1), bright(2)];
    assert!(light[0] < 80 && light[1] > 110 && light[2] > 110, "in the order they were put: {light:?}");
}

#[tokio::test]
async fn a_camera_that_shows_nothing_says_why() {
    let lobby = Lobby::open().await;
    assert_eq!(lobby.desk.take_picture().await.expect_err("nothing begun").code, "nothing-begun");
    lobby.until_a_paper().await;
    let code = async || lobby.desk.take_picture().await.expect_err("no picture").code;
    assert_eq!(code().await, "camera-dark");
    assert!(lobby.desk.camera_frame().await.is_some(), "the screen shows the dark");
    fs::write(lobby.frames().join("busy"), b"").expect("held by somebody");
    assert_eq!(code().await, "camera-busy");
    assert_eq!(lobby.desk.camera_frame().await, None);
    fs::remove_dir_all(lobby.frames()).expect("unplugged");
    assert_eq!(code().await, "camera-unplugged");
    assert_eq!(lobby.desk.scan_now().await.expect_err("no scanner").code, "scanner-unplugged");
    let view = lobby.desk.guide_view().await.expect("still there");
    assert_eq!(pages(&view), []);
}

/// A program that stands for another one.
fn program(folder: &Path, script: &str) -> PathBuf {
    let program = folder.join("program");
    fs::write(&program, format!("#!/bin/sh\n{script}\n")).expect("written");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("its rights");
    program
}

/// From SANE's own `test` backend, whose feeder is empty here.
#[tokio::test]
async fn a_sheet_on_the_scanners_glass_becomes_a_judged_page_of_the_paper() {
    let folder = tempfile::tempdir().expect("a folder");
    let script = "case \"$*\" in
        *--source=Auto*--batch*) exec scanimage \"$@\" --read-return-value=SANE_STATUS_NO_DOCS ;;
        *--batch*) exec scanimage \"$@\" --test-picture=Grid -x 60 -y 30 ;;
        *) exec scanimage \"$@\" ;; esac";
    let scanner = Arc::new(Scanner::through(program(folder.path(), script), "test"));
    let lobby = Lobby::with("http://127.0.0.1:9", None, Some(scanner)).await;
    lobby.until_a_paper().await;
    let view = lobby.desk.scan_now().await.expect("scanned");
    let [page] = pages(&view) else { panic!("one sheet, not {}", pages(&view).len()) };
    assert_eq!((page.source, page.width, page.height), (PageSource::Scanner, 472, 236), "60 x 30 mm at 200 dpi");
    assert!(faults(page).contains(&PageFault::Small), "{:?}", faults(page));
    assert!(lobby.desk.page_picture(&page.id, 100).await.expect("its picture").starts_with("data:image/jpeg"));
}

/// Through `v4l2-ctl` as the camera speaks to it: a stream of JPEGs on its standard output.
#[tokio::test]
async fn a_frame_of_the_cameras_stream_becomes_a_judged_page_of_the_paper() {
    let folder = tempfile::tempdir().expect("a folder");
    let [device, frame] = ["video0", "frame.jpg"].map(|name| folder.path().join(name));
    fs::write(&device, b"").expect("a device");
    fs::write(&frame, jpeg(&out_of_focus(&print(), 0.9, 4.0), 92)).expect("a frame");
    let script = format!(
        "case \"$*\" in
            *--list-formats-ext*) printf \"\\t[0]: 'MJPG' (Motion-JPEG)\\n\\t\\tSize: Discrete 1920x1080\\n\" ;;
            *--stream-mmap*) while cat {}; do sleep 0.1; done ;;
        esac",
        frame.display()
    );
    let camera = Arc::new(Camera::through(program(folder.path(), &script), &device));
    let lobby = Lobby::with("http://127.0.0.1:9", Some(camera), None).await;
    lobby.until_a_paper().await;
    let view = lobby.desk.take_picture().await.expect("taken");
    let [page] = pages(&view) else { panic!("one page, not {}", pages(&view).len()) };
    assert_eq!((page.source, faults(page)), (PageSource::Camera, vec![PageFault::Blurred]));
    assert!(lobby.desk.camera_frame().await.expect("what lies before it").starts_with("data:image/jpeg"));
}

#[tokio::test]
async fn a_file_in_the_scanners_folder_becomes_its_pages() {
    let lobby = Lobby::open().await;
    let mut news = lobby.desk.news();
    tokio::spawn(lobby.desk.clone().listen());
    lobby.until_a_paper().await;
    let scans = lobby.devices.path().join("scans");
    let page = motcua_page::Page::of(print()).expect("a page");
    fs::write(scans.join("scan.pdf"), motcua_page::pdf(&[page.clone(), page])).expect("scanned");
    while !matches!(timeout(LONG, news.recv()).await.expect("in time").expect("news"), CitizenNews::Guide) {}
    let view = lobby.desk.guide_view().await.expect("the page");
    assert_eq!(pages(&view).len(), 2);
    assert!(pages(&view).iter().all(|page| page.source == PageSource::Folder && page.faults.is_empty()));
    assert_eq!(files(&scans), 0);

    fs::write(scans.join("scan.exe"), b"MZ\x90 a program that calls itself a paper").expect("written");
    let refused = timeout(LONG, async {
        loop {
            if let CitizenNews::Refused { problem } = news.recv().await.expect("news") {
                return problem.code;
            }
        }
    });
    assert_eq!(refused.await.expect("in time"), "scan-wrong-type");
}

#[tokio::test]
async fn a_paper_that_cannot_be_taken_whole_is_not_taken_in_part() {
    let lobby = Lobby::open().await;
    lobby.until_a_paper().await;
    let wanted = lobby.desk.wanted().await.expect("a paper");
    let page = motcua_page::Page::of(print()).expect("a page");
    let take = async |bytes: Vec<u8>| lobby.desk.take_page(&wanted, bytes, PageSource::Phone).await;
    let count = async || pages(&lobby.desk.guide_view().await.expect("the page")).len();

    let thread = motcua_page::Page { width: 1, height: 20_000, ..page.clone() };
    let broken = motcua_page::pdf(&[page, thread]);
    assert_eq!(take(broken).await.expect_err("its second page").code, "scan-unreadable");
    assert_eq!(count().await, 0);

    take(jpeg(&print(), 80)).await.expect("one page");
    let note = motcua_page::Page::of(DynamicImage::new_rgb8(60, 60)).expect("a page");
    let thirty = motcua_page::pdf(&vec![note.clone(); 30]);
    assert_eq!(take(thirty).await.expect_err("one too many").code, "pages-too-many");
    assert_eq!(count().await, 1);
    take(motcua_page::pdf(&[note.clone(), note])).await.expect("whole");
    assert_eq!(count().await, 3);
}

#[tokio::test]
async fn who_left_the_page_takes_no_page_again() {
    let lobby = Lobby::open().await;
    lobby.until_a_paper().await;
    lobby.lay(&on_a_table(&print(), 0.9));
    let view = lobby.desk.take_picture().await.expect("a page");
    lobby.desk.retake_page(Some(pages(&view)[0].id.clone())).await.expect("to be taken again");
    let next = lobby.on(&view).await;
    assert_ne!(next.page, view.page);
    lobby.desk.guide_back(&next.page, &Answers::default()).await.expect("back");
    let view = lobby.desk.take_picture().await.expect("a page");
    assert_eq!(pages(&view).len(), 2, "nothing said that it would take the other's place");
}

#[tokio::test]
async fn a_page_that_comes_late_is_nobodys() {
    let lobby = Lobby::open().await;
    lobby.until_a_paper().await;
    let wanted = lobby.desk.wanted().await.expect("a paper");
    lobby.lay(&print());
    let taken = pages(&lobby.desk.take_picture().await.expect("a page"))[0].id.clone();
    lobby.desk.end_visit().await;
    assert_eq!(lobby.desk.page_picture(&taken, 100).await.expect_err("gone").code, "nothing-begun");

    lobby.until_a_paper().await;
    let late = jpeg(&print(), 90);
    let refused = lobby.desk.take_page(&wanted, late, PageSource::Phone).await.expect_err("of another person");
    assert_eq!(refused.code, "document-not-asked");
    assert_eq!(pages(&lobby.desk.guide_view().await.expect("the page")), []);
    assert_eq!(lobby.desk.page_picture(&taken, 100).await.expect_err("gone").code, "page-unknown");
}
