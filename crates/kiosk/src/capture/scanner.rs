use std::fs;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use motcua_domain::guide::MOST_PAGES;
use motcua_domain::wire::Problem;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;
use tokio::sync::mpsc;
use uuid::Uuid;

use super::{Shot, Source};

/// The finest print stays clear at 200 pixels an inch.
const RESOLUTION: &str = "200";

/// How long a sheet may take; old scanners warm their lamp for a minute.
const PATIENCE: Duration = Duration::from_secs(120);

/// How long a scanner may take to say that it is there.
const PROBE: Duration = Duration::from_secs(20);

/// How long the program may take to end after its last word. Backends hang while they let go of a device.
const ENDING: Duration = Duration::from_secs(3);

/// A scanner, by SANE. The program `scanimage` of sane-utils holds the device while it scans: sheets
/// in its feeder first, where it has one, else what lies on the glass.
pub struct Scanner {
    program: PathBuf,
    device: String,
    present: Arc<AtomicBool>,
}

impl Scanner {
    /// The scanner of this name, as `scanimage -L` lists it.
    pub fn new(device: impl Into<String>) -> Self {
        Self::through("scanimage", device)
    }

    /// The scanner of this name, through a program that takes what `scanimage` takes. Sheets that a
    /// program which was killed left behind are deleted.
    pub fn through(program: impl Into<PathBuf>, device: impl Into<String>) -> Self {
        Spool::sweep();
        Self { program: program.into(), device: device.into(), present: Arc::new(AtomicBool::new(true)) }
    }

    /// Whether it answers; it scans nothing.
    ///
    /// # Errors
    /// `scanner-unplugged`, `scanner-busy`, `scanner-failed`.
    pub async fn check(&self) -> Result<(), Problem> {
        self.scanning().options().await.map(drop)
    }

    fn scanning(&self) -> Scanning {
        Scanning { program: self.program.clone(), device: self.device.clone(), present: self.present.clone() }
    }
}

#[async_trait]
impl Source for Scanner {
    fn present(&self) -> bool {
        self.present.load(Ordering::SeqCst)
    }

    async fn arm(&self) {
        // Asked again only while it is away: a scanner that is asked wakes up.
        if !self.present() {
            let scanning = self.scanning();
            tokio::spawn(async move { scanning.options().await });
        }
    }

    async fn disarm(&self) {}

    async fn frame(&self) -> Option<Vec<u8>> {
        None
    }

    fn take(&self) -> mpsc::Receiver<Shot> {
        let (sender, shots) = mpsc::channel(1);
        let scanning = self.scanning();
        tokio::spawn(async move {
            tokio::select! {
                scanned = scanning.scan(&sender) => if let Err(problem) = scanned {
                    // Nobody waiting for it any more is no fault.
                    let _ = sender.send(Err(problem)).await;
                },
                () = sender.closed() => {}
            }
        });
        shots
    }
}

/// One run of a scanner.
struct Scanning {
    program: PathBuf,
    device: String,
    present: Arc<AtomicBool>,
}

impl Scanning {
    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        // Its words are looked into: they must not be in somebody's language.
        command.env("LC_ALL", "C").arg("-d").arg(&self.device).stdin(Stdio::null()).kill_on_drop(true);
        command
    }

    /// What can be set on it, in the program's words. Learns whether it is there.
    async fn options(&self) -> Result<String, Problem> {
        let asked = tokio::time::timeout(PROBE, self.command().arg("--all-options").output()).await;
        let answer = match asked {
            Ok(Ok(answer)) if answer.status.success() => Ok(String::from_utf8_lossy(&answer.stdout).into_owned()),
            Ok(Ok(answer)) => Err(problem(answer.status, &String::from_utf8_lossy(&answer.stderr), true)),
            Ok(Err(error)) => {
                tracing::error!(%error, "scanimage cannot be run");
                Err(Problem::new("scanner-failed"))
            }
            Err(_) => Err(Problem::new("scanner-failed")),
        };
        let gone = matches!(&answer, Err(problem) if problem.code != "scanner-busy");
        self.present.store(!gone, Ordering::SeqCst);
        answer
    }

    /// Every sheet of the feeder, or what lies on the glass.
    async fn scan(&self, out: &mpsc::Sender<Shot>) -> Result<(), Problem> {
        let options = self.options().await?;
        let sources = listed(&options, "--source");
        let feeder = sources.iter().find(|name| name.contains("ADF") || name.contains("Feeder"));
        let glass = sources.iter().find(|name| name.contains("Flatbed"));
        let colour = listed(&options, "--mode").into_iter().find(|mode| mode.starts_with("Color"));
        let Some(feeder) = feeder else { return self.run(glass, colour.as_ref(), 1, out).await };
        match (self.run(Some(feeder), colour.as_ref(), MOST_PAGES, out).await, glass) {
            (Err(problem), Some(glass)) if problem.code == "scanner-no-paper" => {
                self.run(Some(glass), colour.as_ref(), 1, out).await
            }
            (done, _) => done,
        }
    }

    async fn run(
        &self,
        source: Option<&String>,
        mode: Option<&String>,
        most: usize,
        out: &mpsc::Sender<Shot>,
    ) -> Result<(), Problem> {
        let spool = Spool::new().map_err(|error| {
            tracing::error!(%error, "there is no place to scan to");
            Problem::new("scanner-failed")
        })?;
        let mut command = self.command();
        command.args(source.map(|source| format!("--source={source}")));
        command.args(mode.map(|mode| format!("--mode={mode}")));
        command.args(["--resolution", RESOLUTION, "--format=png", "--batch-print"]);
        command.arg(format!("--batch-count={most}")).arg(format!("--batch={}/%d.png", spool.folder.display()));
        let started = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = started.map_err(|_| Problem::new("scanner-failed"))?;
        let (Some(pages), Some(errors)) = (child.stdout.take(), child.stderr.take()) else {
            return Err(Problem::new("scanner-failed"));
        };
        let mut pages = BufReader::new(pages).lines();
        let mut count = 0;
        let scanning = async {
            loop {
                match tokio::time::timeout(PATIENCE, pages.next_line()).await {
                    Ok(Ok(Some(page))) => {
                        count += 1;
                        let page = spool.take(Path::new(&page)).await.map_err(|_| Problem::new("scanner-failed"));
                        if out.send(page).await.is_err() {
                            return Ok(());
                        }
                    }
                    Ok(_) => return Ok(()),
                    Err(_) => return Err(Problem::new("scanner-failed")),
                }
            }
        };
        let listening = async {
            let mut said = String::new();
            let mut lines = BufReader::new(errors).lines();
            while let Ok(Some(line)) = lines.next_line().await {
                said.push_str(&line);
                said.push('\n');
                if line.starts_with("Batch terminated") && tokio::time::timeout(ENDING, child.wait()).await.is_err() {
                    let _ = child.start_kill();
                }
            }
            said
        };
        let (scanned, said) = tokio::join!(scanning, listening);
        scanned?;
        let end = child.wait().await.map_err(|_| Problem::new("scanner-failed"))?;
        // A feeder ends by being empty; a page that was read to its end has the status 5.
        let whole = end.success() || is_empty(end, &said) || said.contains("(scanner status = 5)\nBatch terminated");
        if count > 0 && whole { Ok(()) } else { Err(problem(end, &said, false)) }
    }
}

/// The values of an option: the words between bars behind its name.
fn listed(options: &str, name: &str) -> Vec<String> {
    let line = options.lines().map(str::trim).find(|line| line.starts_with(name));
    // "--source Flatbed|Automatic Document Feeder [Flatbed]", "--mode Gray|Color [Gray]".
    let values = line.and_then(|line| line[name.len()..].trim().rsplit_once(" [")).map(|(values, _)| values);
    values.unwrap_or_default().split('|').filter(|value| !value.is_empty()).map(str::to_owned).collect()
}

/// Whether the feeder has no sheet: `SANE_STATUS_NO_DOCS`, which is also the exit status.
fn is_empty(end: ExitStatus, said: &str) -> bool {
    end.code() == Some(7) || said.contains("out of documents")
}

/// Why a scan ended: the status of SANE (its standard, 4.2.7) as exit status or in words.
fn problem(end: ExitStatus, said: &str, opening: bool) -> Problem {
    let code = match end.code() {
        _ if said.contains("Device busy") => "scanner-busy",
        _ if said.contains("jammed") => "scanner-jam",
        _ if said.contains("cover is open") => "scanner-cover-open",
        _ if is_empty(end, said) => "scanner-no-paper",
        Some(3) => "scanner-busy",
        Some(6) => "scanner-jam",
        Some(8) => "scanner-cover-open",
        _ if opening || said.contains("device I/O") || said.contains("open of device") => "scanner-unplugged",
        _ => "scanner-failed",
    };
    tracing::warn!(code, "the scanner did not scan");
    Problem::new(code)
}

/// A folder in memory that only this program can look into, for the sheets that come. It is deleted at
/// the end of the run, whichever way that comes, or at the next start.
struct Spool {
    folder: PathBuf,
    /// Locked while the program runs that made it.
    _held: fs::File,
}

impl Spool {
    const PREFIX: &str = "motcua-scan-";

    fn parent() -> PathBuf {
        let memory = Path::new("/dev/shm");
        if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() }
    }

    fn new() -> std::io::Result<Self> {
        let folder = Self::parent().join(format!("{}{}", Self::PREFIX, Uuid::now_v7()));
        fs::DirBuilder::new().mode(0o700).create(&folder)?;
        let held = fs::File::open(&folder)?;
        held.lock()?;
        Ok(Self { folder, _held: held })
    }

    /// Deletes what nobody holds any more.
    fn sweep() {
        for left in fs::read_dir(Self::parent()).into_iter().flatten().flatten() {
            let is_spool = left.file_name().to_string_lossy().starts_with(Self::PREFIX);
            // Another user's cannot be opened, and is theirs to sweep.
            let unheld = || fs::File::open(left.path()).is_ok_and(|folder| folder.try_lock().is_ok());
            if is_spool && unheld() && fs::remove_dir_all(left.path()).is_ok() {
                tracing::warn!("sheets of a scan that was cut short were deleted");
            }
        }
    }

    /// A sheet's bytes; its file is gone then.
    async fn take(&self, page: &Path) -> std::io::Result<Vec<u8>> {
        let page = self.folder.join(page.file_name().unwrap_or_default());
        let bytes = tokio::fs::read(&page).await?;
        tokio::fs::remove_file(&page).await?;
        Ok(bytes)
    }
}

impl Drop for Spool {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            tracing::error!(%error, "what was scanned could not be deleted");
        }
    }
}
