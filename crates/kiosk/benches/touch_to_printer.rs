//! How long a number takes from the touch to the first dots of its paper at the printer: asked for at a
//! central server over HTTP, stored there for good, set, made into dots, and sent to an ESC/POS printer
//! that says it is ready. Prints `touch_to_printer_p50_ms` and `touch_to_printer_p99_ms`. Then how long a
//! number and the first screen take while the printer is ten seconds at somebody's paper:
//! `number_while_printing_p99_ms` and `home_while_printing_p99_ms`.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use motcua_domain::branch::BranchConfig;
use motcua_domain::paper::PaperSize;
use motcua_kiosk::capture::Capture;
use motcua_kiosk::catalogue::Catalogue;
use motcua_kiosk::central::CentralClient;
use motcua_kiosk::citizen::{CitizenDesk, CitizenParts, CitizenSettings};
use motcua_kiosk::clock::{Clock, SystemClock};
use motcua_kiosk::link::Link;
use motcua_kiosk::measures::Measures;
use motcua_kiosk::outbox::Outbox;
use motcua_kiosk::own_series::OwnNumbers;
use motcua_kiosk::print_desk::{PrintDesk, PrintStage};
use motcua_kiosk::print_journal::PrintJournal;
use motcua_kiosk::printer::EscPosPrinter;
use motcua_kiosk::store::{Identity, Store};
use motcua_kiosk::units::KnownUnits;
use motcua_kiosk::view::{NumberWanted, PaperSlot, PrintState};

/// Numbers taken before any is timed.
const WARM: usize = 10;
/// Numbers timed.
const TIMED: usize = 300;
/// How long the slow printer is at one paper.
const A_PAPER: Duration = Duration::from_secs(10);

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let branch = BranchConfig::default();
    let group = branch.groups.first().expect("a group").id.clone();
    let central = motcua_central::start(motcua_central::Settings {
        listen: "127.0.0.1:0".parse().expect("an address"),
        database: format!("sqlite://{}", folder.path().join("central.db").display()),
        branch,
        public_url: None,
        banks: Default::default(),
    })
    .await
    .expect("a central server");
    let (seen, dots) = channel();
    let desk = kiosk(&folder.path().join("quick"), &central, &device(seen, Duration::ZERO)).await;
    let mut times = Vec::with_capacity(TIMED);
    for round in 0..WARM + TIMED {
        let took = take(&desk, &group, &dots).await;
        if round >= WARM {
            times.push(took.as_secs_f64() * 1_000.0);
        }
    }
    times.sort_by(f64::total_cmp);
    println!("touch_to_printer_p50_ms {:.2} ms", times[TIMED / 2]);
    println!("touch_to_printer_p99_ms {:.2} ms", times[TIMED * 99 / 100]);

    let (seen, _dots) = channel();
    let desk = kiosk(&folder.path().join("slow"), &central, &device(seen, A_PAPER)).await;
    let (mut numbers, mut homes) = (Vec::new(), Vec::new());
    let first = desk.take_ticket(wanted(&group)).await.expect("a number");
    while desk.prints().stage(first.print).expect("a job of this visit") == PrintStage::Queued {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let printing = Instant::now();
    while printing.elapsed() < A_PAPER * 9 / 10 {
        // The visit ends and another begins: a second press would give the same number.
        desk.end_visit().await;
        let touched = Instant::now();
        desk.take_ticket(wanted(&group)).await.expect("a number");
        numbers.push(touched.elapsed().as_secs_f64() * 1_000.0);
        let opened = Instant::now();
        desk.home().await;
        homes.push(opened.elapsed().as_secs_f64() * 1_000.0);
    }
    for (name, times) in [("number", &mut numbers), ("home", &mut homes)] {
        times.sort_by(f64::total_cmp);
        println!("{name}_while_printing_p99_ms {:.2} ms", times[times.len() * 99 / 100]);
    }
    central.stop().await;
}

fn wanted(group: &str) -> NumberWanted {
    NumberWanted { group: group.to_owned(), service: None, priority: None, procedure: None }
}

/// One number of one visit, until its paper is out.
async fn take(desk: &CitizenDesk, group: &str, dots: &Receiver<Instant>) -> Duration {
    let touched = Instant::now();
    let shown = desk.take_ticket(wanted(group)).await.expect("a number");
    let end = desk.prints().result(shown.print).await.expect("a job of this visit");
    assert_eq!(end.state, PrintState::Printed);
    assert!(!shown.cut_off, "the central server gave it");
    desk.end_visit().await;
    dots.try_iter().next().expect("it was printed").duration_since(touched)
}

async fn kiosk(folder: &std::path::Path, running: &motcua_central::Running, printer: &str) -> Arc<CitizenDesk> {
    std::fs::create_dir(folder).expect("a folder");
    let identity = Identity::load(folder).expect("an identity");
    let store = Store::open(folder, identity.seal().expect("a seal")).await.expect("a store");
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let central = Arc::new(CentralClient::new(&format!("http://{}", running.address)));
    let code = running.enrolment_code().await.expect("a code");
    let device = central.enrol(&code, "Ki-ốt 1").await.expect("enrolled");
    central.use_device_token(&device.token);
    let link = Arc::new(Link::new(central.clone(), clock.clone()));
    let journal = PrintJournal::open(store.clone(), clock.clone());
    let printer = EscPosPrinter::new(printer).expect("an address");
    let mut known = link.watch();
    let following = link.clone();
    tokio::spawn(async move { following.run().await });
    known.wait_for(|known| known.live).await.expect("a link");
    CitizenDesk::new(CitizenParts {
        settings: CitizenSettings {
            idle_ask_ms: 45_000,
            idle_leave_ms: 20_000,
            px_per_mm: 4.0,
            receipt: PaperSize::Roll80,
            slot: PaperSlot::Below,
        },
        central: central.clone(),
        own: Arc::new(OwnNumbers::new(store.clone(), central.clone(), link.clone(), clock.clone())),
        link,
        store: store.clone(),
        outbox: Arc::new(Outbox::new(store.clone(), central.clone(), clock.clone())),
        prints: Arc::new(PrintDesk::new(Arc::new(printer)).with_journal(journal)),
        catalogue: Catalogue::new(store.clone(), central.clone()),
        units: KnownUnits::new(store.clone(), central.clone()),
        measures: Measures::new(store, central, clock.clone()),
        aloud: None,
        clock,
        reader: None,
        capture: Capture::default(),
    })
}

/// A device that is ready, is so long at a paper, and tells when the dots of one begin to come.
fn device(seen: Sender<Instant>, takes: Duration) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("escpos://{}?process-id=yes", listener.local_addr().expect("its address"));
    std::thread::spawn(move || {
        for line in listener.incoming() {
            serve(line.expect("a connection"), &seen, takes);
        }
    });
    address
}

fn serve(mut line: TcpStream, seen: &Sender<Instant>, takes: Duration) {
    let (mut bytes, mut chunk, mut drawing) = (Vec::new(), [0; 64 * 1024], false);
    while let Ok(count @ 1..) = line.read(&mut chunk) {
        let now = Instant::now();
        bytes.extend_from_slice(&chunk[..count]);
        let mut at = 0;
        while at < bytes.len() {
            let rest = &bytes[at..];
            let (length, answer): (usize, Option<Vec<u8>>) = match rest {
                [0x10, 0x04, _, ..] => (3, Some(vec![0x12])),
                [0x10, 0x14, 8, ..] => (10, Some(vec![0x37, 0x25, 0])),
                [0x10, 0x05, _, ..] => (3, None),
                [0x1d, b'(', b'H', _, _, _, _, a, b, c, d, ..] => (11, Some(vec![0x37, 0x22, *a, *b, *c, *d, 0])),
                [0x1d, b'v', b'0', _, xl, xh, yl, yh, ..] => {
                    if !drawing {
                        drawing = true;
                        let _ = seen.send(now);
                    }
                    let [x, y] = [[*xl, *xh], [*yl, *yh]].map(|pair| usize::from(u16::from_le_bytes(pair)));
                    (8 + x * y, None)
                }
                [0x1d, b'V', ..] => {
                    drawing = false;
                    (4, None)
                }
                [0x1b, b'@', ..] => (2, None),
                [0, ..] => (1, None),
                // A command that has not come whole yet.
                [0x10 | 0x1b | 0x1d, ..] => break,
                other => panic!("no command of this device: {:02x?}", &other[..other.len().min(8)]),
            };
            if rest.len() < length {
                break;
            }
            if rest.starts_with(&[0x1d, b'(']) {
                std::thread::sleep(takes);
            }
            if let Some(answer) = answer {
                line.write_all(&answer).expect("an answer");
            }
            at += length;
        }
        bytes.drain(..at);
    }
}
