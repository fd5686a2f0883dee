//! Whether this machine is ready: each of its parts is looked at on its own, within a time, and judged by
//! [`motcua_domain::readiness`]. A part that hangs holds up nobody but itself.
//!
//! | module | what it does |
//! |---|---|
//! | `probes` | looks at each part of a machine |
//! | `devices` | what people touch, hear and get paper from |
//! | `device_file` | what can be told of a device without opening it |
//! | `machine` | clock, disk, store, network, versions |
//! | `tried` | what officers tried, and what came of it |
//! | `told` | the checks as text and for machines, for `motcua --diagnose` |

mod device_file;
mod devices;
mod machine;
mod probes;
mod told;
mod tried;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use motcua_domain::paper::{self, PaperSize, ReadinessPaper, TEST_CODE, TestPaper};
use motcua_domain::readiness::{CameraFound, Check, Verdict};
use motcua_domain::time::Moment;
use motcua_domain::wire::Problem;
use motcua_domain::words::{Locale, Words};
use tokio::sync::watch;

pub use devices::{CameraParts, ReaderParts, ReaderWatch, SpeakerParts};
pub use probes::{MachineProbes, Parts, RunningParts};
pub use told::{as_json, as_text};

use crate::print_desk::PrintDesk;
use crate::printer::PaperKind;
use crate::view::{CameraTried, CheckView, ReadinessView};

/// How long a part may say nothing. A scanner that wakes up takes the longest.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The longer side of a test picture on the screen, in pixels.
const PICTURE: u32 = 720;

/// Looks at the parts of a machine.
#[async_trait]
pub trait Probes: Send + Sync {
    /// How a part is now.
    async fn look(&self, check: Check) -> Verdict;
}

/// The checks of one machine.
pub struct Readiness {
    machine: String,
    px_per_mm: f64,
    parts: Arc<dyn Probes>,
    patience: Duration,
    /// Looks under way. One that hangs is not begun a second time.
    running: Mutex<HashMap<Check, watch::Receiver<Option<Verdict>>>>,
    /// What was last found.
    found: Mutex<BTreeMap<Check, Verdict>>,
}

impl Readiness {
    /// The checks of a machine of this name, on a screen of so many pixels in a millimetre; each part is waited
    /// for as long as `patience`.
    pub fn new(machine: &str, px_per_mm: f64, parts: Arc<dyn Probes>, patience: Duration) -> Self {
        Self {
            machine: machine.to_owned(),
            px_per_mm,
            parts,
            patience,
            running: Mutex::default(),
            found: Mutex::default(),
        }
    }

    /// What the page begins with.
    ///
    /// # Errors
    /// `internal` when no QR can be made.
    pub fn view(&self) -> Result<ReadinessView, Problem> {
        let code = crate::paper::qr(TEST_CODE).map_err(|_| Problem::new("internal"))?;
        Ok(ReadinessView {
            machine: self.machine.clone(),
            checks: Check::ALL.to_vec(),
            px_per_mm: self.px_per_mm,
            test_code: code,
        })
    }

    /// Looks at a part. Answers in time, whatever the part does.
    pub async fn check(&self, check: Check) -> Verdict {
        let mut end = self.begin(check);
        let verdict = match tokio::time::timeout(self.patience, end.wait_for(Option::is_some)).await {
            Ok(Ok(found)) => found.clone(),
            _ => None,
        };
        let verdict = verdict.unwrap_or_else(|| Verdict::hung(check));
        lock(&self.found).insert(check, verdict.clone());
        verdict
    }

    /// Looks at every part at the same time.
    pub async fn check_all(&self) -> Vec<Verdict> {
        futures_util::future::join_all(Check::ALL.map(|check| self.check(check))).await
    }

    /// Begins to look at a part, or joins a look that is under way.
    fn begin(&self, check: Check) -> watch::Receiver<Option<Verdict>> {
        let mut running = lock(&self.running);
        // A look whose sender is gone has ended.
        if let Some(end) = running.get(&check).filter(|end| end.borrow().is_none() && end.has_changed().is_ok()) {
            return end.clone();
        }
        let (ended, end) = watch::channel(None);
        let parts = self.parts.clone();
        tokio::spawn(async move { ended.send_replace(Some(parts.look(check).await)) });
        running.insert(check, end.clone());
        end
    }

    /// Starts printing a report of what was last found.
    ///
    /// # Errors
    /// `readiness-unchecked` when nothing was looked at yet.
    pub fn print_report(
        &self,
        prints: &PrintDesk,
        centre: String,
        made_at: Moment,
        size: PaperSize,
        locale: Locale,
    ) -> Result<u64, Problem> {
        let found = lock(&self.found);
        let verdicts: Vec<Verdict> = Check::ALL.iter().filter_map(|check| found.get(check).cloned()).collect();
        drop(found);
        if verdicts.is_empty() {
            return Err(Problem::new("readiness-unchecked"));
        }
        let machine = self.machine.clone();
        let paper = ReadinessPaper { centre, machine, made_at, verdicts, reprint: false, trial: prints.trial() };
        let compose = move |reprint| {
            paper::readiness_report(&ReadinessPaper { reprint, ..paper.clone() }, size, Words::of(locale))
        };
        Ok(prints.start(PaperKind::Readiness, Arc::new(compose)))
    }
}

/// What an officer can try of a machine.
impl MachineProbes {
    /// Starts printing a test page; what somebody saw on one before counts no more.
    pub fn print_test_page(
        &self,
        prints: &PrintDesk,
        machine: &str,
        made_at: Moment,
        size: PaperSize,
        locale: Locale,
    ) -> u64 {
        self.tried.set_page(None);
        let printer = self.parts.printer.described();
        let paper = TestPaper { machine: machine.to_owned(), printer, made_at, reprint: false, trial: prints.trial() };
        let compose = move |reprint| paper::test_page(&TestPaper { reprint, ..paper.clone() }, size, Words::of(locale));
        prints.start(PaperKind::TestPage, Arc::new(compose))
    }

    /// Whether the test page came out right, as an officer saw it.
    pub fn page_seen(&self, right: bool) {
        self.tried.set_page(Some(right));
    }

    /// Plays the test sound, and returns when it has been played.
    ///
    /// # Errors
    /// `sound-not-here` when this machine makes no sound, and those of [`SoundTest::run`].
    ///
    /// [`SoundTest::run`]: crate::speech::SoundTest::run
    pub async fn test_sound(&self) -> Result<(), Problem> {
        let speaker = self.parts.speaker.as_ref().ok_or_else(|| Problem::new("sound-not-here"))?;
        self.tried.set_heard(None);
        speaker.test.run().await
    }

    /// Whether the test sound was heard, as an officer says.
    pub fn sound_heard(&self, heard: bool) {
        self.tried.set_heard(Some(heard));
    }

    /// How far the touches landed from their targets, in millimetres.
    pub fn touched(&self, errors: &[f64]) {
        let worst = errors.iter().copied().fold(0.0, |worst: f64, error| if error > worst { error } else { worst });
        let unknown = errors.is_empty() || errors.iter().any(|error| !error.is_finite());
        self.tried.set_touch(if unknown { f64::INFINITY } else { worst });
    }

    /// Takes a picture to see whether the camera works. It is kept nowhere.
    pub async fn take_picture(&self) -> Option<String> {
        let camera = self.parts.camera.as_ref()?.source.as_ref()?;
        let shot = camera.take().recv().await.unwrap_or_else(|| Err(Problem::new("camera-silent")));
        camera.disarm().await;
        let shot = match shot {
            Ok(picture) => picture,
            Err(problem) => {
                self.tried.set_camera(match problem.code.as_str() {
                    "camera-unplugged" => CameraFound::Unplugged,
                    "camera-busy" => CameraFound::Busy,
                    _ => CameraFound::Silent,
                });
                return None;
            }
        };
        let small = tokio::task::spawn_blocking(move || {
            let small = motcua_page::small(&shot, PICTURE)?;
            let picture = motcua_page::Incoming::open(small.clone())?.picture(0)?;
            Ok::<_, Problem>((small, motcua_page::is_dark(&picture)))
        });
        let Ok(Ok((small, dark))) = small.await else {
            self.tried.set_camera(CameraFound::Silent);
            return None;
        };
        self.tried.set_camera(if dark { CameraFound::Dark } else { CameraFound::Sees });
        Some(format!("data:image/jpeg;base64,{}", STANDARD.encode(small)))
    }
}

impl CheckView {
    /// A verdict in an officer's words.
    pub fn of(verdict: &Verdict, locale: Locale) -> Self {
        let words = Words::of(locale);
        Self { check: verdict.check, light: verdict.light, found: verdict.said(words), todo: verdict.advice(words) }
    }

    /// With the picture that it was judged by.
    pub fn with(self, picture: Option<String>) -> CameraTried {
        CameraTried { view: self, picture }
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
