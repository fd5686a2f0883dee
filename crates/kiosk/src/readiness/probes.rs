use std::path::PathBuf;
use std::sync::Arc;

use async_trait::async_trait;
use motcua_domain::readiness::{self as judged, Check, Verdict};

use super::devices::{self, CameraParts, ReaderParts, SpeakerParts};
use super::tried::Tried;
use super::{Probes, machine};
use crate::capture::Scanner;
use crate::catalogue::Catalogue;
use crate::central::CentralClient;
use crate::clock::Clock;
use crate::link::Link;
use crate::printer::Printer;

/// The parts of a machine, each where there is one.
pub struct Parts {
    /// Its printer.
    pub printer: Arc<dyn Printer>,
    /// Whether it prints for people: a board does not.
    pub prints_for_people: bool,
    /// Its card and code reader.
    pub reader: Option<ReaderParts>,
    /// Its document camera.
    pub camera: Option<CameraParts>,
    /// The scanner it drives.
    pub scanner: Option<Scanner>,
    /// The folder of a scanner that works by itself.
    pub scan_folder: Option<PathBuf>,
    /// Its loudspeaker.
    pub speaker: Option<SpeakerParts>,
    /// The central system.
    pub central: Arc<CentralClient>,
    /// Whether the central system runs inside its program.
    pub inside: bool,
    /// What only a running program knows.
    pub running: Option<RunningParts>,
    /// Where it keeps its data.
    pub data: PathBuf,
    /// Its clock.
    pub clock: Arc<dyn Clock>,
    /// The version of WebKit.
    pub webkit: Option<String>,
}

/// What only a running program knows.
pub struct RunningParts {
    /// The link to the central system.
    pub link: Arc<Link>,
    /// The procedures.
    pub catalogue: Arc<Catalogue>,
}

/// Looks at a machine's parts. Clones look at the same, and know what was tried.
#[derive(Clone)]
pub struct MachineProbes {
    pub(super) parts: Arc<Parts>,
    pub(super) tried: Arc<Tried>,
}

impl MachineProbes {
    /// Looks at these parts.
    pub fn new(parts: Parts) -> Self {
        Self { parts: Arc::new(parts), tried: Arc::default() }
    }

    /// Does on a thread of its own what may block.
    async fn apart(&self, check: Check, look: impl FnOnce(&Parts, &Tried) -> Verdict + Send + 'static) -> Verdict {
        let (parts, tried) = (self.parts.clone(), self.tried.clone());
        let looked = tokio::task::spawn_blocking(move || look(&parts, &tried)).await;
        looked.unwrap_or_else(|_| Verdict::hung(check))
    }
}

#[async_trait]
impl Probes for MachineProbes {
    async fn look(&self, check: Check) -> Verdict {
        let (parts, tried) = (&*self.parts, &*self.tried);
        match check {
            Check::Printer => devices::printer(&*parts.printer, parts.prints_for_people, tried).await,
            Check::Reader => self.apart(check, |parts, _| devices::reader(parts.reader.as_ref())).await,
            Check::Camera => self.apart(check, |parts, tried| devices::camera(parts.camera.as_ref(), tried)).await,
            Check::Scanner => devices::scanner(parts.scanner.as_ref()).await,
            Check::ScanFolder => self.apart(check, |parts, _| devices::scan_folder(parts.scan_folder.as_deref())).await,
            Check::Speaker => devices::speaker(parts.speaker.as_ref(), tried).await,
            Check::Touch => judged::touch(tried.touch()),
            Check::Clock => machine::clock(&parts.central, &*parts.clock).await,
            Check::Zone => machine::zone().await,
            Check::Disk => self.apart(check, |parts, _| machine::disk(&parts.data)).await,
            Check::Store => machine::store(&parts.data).await,
            Check::Network => {
                let link = parts.running.as_ref().map(|running| &*running.link);
                machine::network(&parts.central, link, parts.inside).await
            }
            Check::Unsent => machine::unsent(&parts.data).await,
            Check::Program => machine::program(&parts.central).await,
            Check::System => self.apart(check, |parts, _| machine::system(parts.webkit.as_deref())).await,
            Check::Fonts => self.apart(check, |_, _| machine::fonts()).await,
            Check::Catalogue => {
                let left_out = parts.running.as_ref().map_or(0, |running| running.catalogue.forms_left_out());
                machine::catalogue(&parts.data, left_out).await
            }
        }
    }
}
