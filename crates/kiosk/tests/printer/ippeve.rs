//! A real IPP Everywhere printer: `ippeveprinter` of the package cups-ipp-utils, on loopback.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use motcua_kiosk::printer::{IppPrinter, Patience, Printer};
use tempfile::TempDir;

/// What the device does with each job, by the words in the file `state`: with none it puts the page out, with
/// `broken` it gives up, with `slow` it is at the page until the file is empty. Any other word is a state reason,
/// such as `media-empty`, which the device says until the file is empty; the job that met it has not come out
/// then, for who was to have it has cancelled it.
const DEVICE: &str = r#"#!/bin/sh
cd "$(dirname "$0")"
said=$(cat state)
case "$said" in
  broken) echo 'ERROR: broken' >&2; exit 1 ;;
  slow) while [ -s state ]; do sleep 0.05; done ;;
  ?*)
    for reason in $said; do echo "STATE: +$reason" >&2; done
    while [ -s state ]; do sleep 0.05; done
    for reason in $said; do echo "STATE: -$reason" >&2; done
    exit 1 ;;
esac
cp "$1" "out/$(ls out | wc -l).pdf"
"#;

/// The printer, ended when it is dropped.
pub struct Ippeve {
    child: Child,
    port: u16,
    folder: TempDir,
}

impl Ippeve {
    /// Starts one, or says that it is not installed.
    pub async fn start() -> Option<Self> {
        for program in ["ippeveprinter", "dbus-run-session"] {
            if Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_err() {
                println!("skipped: {program} is not installed");
                return None;
            }
        }
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("out")).expect("a folder");
        fs::create_dir(folder.path().join("spool")).expect("a folder");
        let device = folder.path().join("device");
        fs::write(&device, DEVICE).expect("a file");
        fs::write(folder.path().join("state"), []).expect("a file");
        fs::set_permissions(&device, fs::Permissions::from_mode(0o755)).expect("a mode");
        let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port").port();
        let printer = format!(
            "DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS exec ippeveprinter -r off -n localhost -p {port} \
             -d {folder}/spool -c {folder}/device -f application/pdf thu",
            folder = folder.path().display()
        );
        let mut command = Command::new("dbus-run-session");
        command.args(["--", "sh", "-c", &printer]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.process_group(0).spawn().expect("dbus-run-session");
        let this = Self { child, port, folder };
        let client = this.client();
        let started = Instant::now();
        while !client.status().await.ready {
            assert!(started.elapsed() < Duration::from_secs(20), "ippeveprinter did not start");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Some(this)
    }

    pub fn uri(&self) -> String {
        format!("ipp://localhost:{}/ipp/print", self.port)
    }

    /// A client that soon gives up on somebody bringing paper.
    pub fn client(&self) -> IppPrinter {
        let blocked = Duration::from_millis(1_500);
        IppPrinter::with_patience(&self.uri(), Patience { blocked, ..Patience::default() }).expect("an address")
    }

    /// Writes the words of the file `state`: what befalls the next job, or the one that is on its way.
    pub fn set_state(&self, words: &[&str]) {
        // Whole or not at all: the device reads it meanwhile.
        let new = self.folder.path().join("state.new");
        fs::write(&new, words.join(" ")).expect("a file");
        fs::rename(new, self.folder.path().join("state")).expect("a file");
    }

    /// Empties or fills both trays, as seen before any job.
    pub fn set_trays(&self, sheets: u32) {
        let tray = |n: u32| format!("size{n}=iso_a4_210x297mm&type{n}=stationery&level{n}={sheets}");
        let url = format!("http://localhost:{}/media?{}&{}", self.port, tray(1), tray(3));
        let status = Command::new("curl").args(["-s", "-o", "/dev/null", &url]).status().expect("curl");
        assert!(status.success());
    }

    /// The pages that came out, in order.
    pub fn printed(&self) -> Vec<Vec<u8>> {
        let out = self.folder.path().join("out");
        let count = fs::read_dir(&out).expect("the folder").count();
        (0..count).map(|i| fs::read(out.join(format!("{i}.pdf"))).expect("a file")).collect()
    }

    /// How many files it keeps of the jobs it was given.
    pub fn spooled(&self) -> usize {
        fs::read_dir(self.folder.path().join("spool")).expect("the folder").count()
    }

    /// Pulls the plug.
    pub fn stop(&mut self) {
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.child.wait();
        while TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
            std::thread::yield_now();
        }
    }
}

impl Drop for Ippeve {
    fn drop(&mut self) {
        self.stop();
    }
}
