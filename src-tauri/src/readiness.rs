//! The parts of this machine, as the command line names them, for its checks.

use std::sync::Arc;

use motcua_kiosk::capture::{Scanner, Source};
use motcua_kiosk::central::CentralClient;
use motcua_kiosk::clock::Clock;
use motcua_kiosk::printer::Printer;
use motcua_kiosk::readiness::{CameraParts, Parts, ReaderParts, ReaderWatch, RunningParts, SpeakerParts};
use motcua_kiosk::speech::SoundTest;

use crate::settings::{Face, Settings};

/// What the checks share with the program; what is none is looked at from outside.
pub struct Shared {
    pub printer: Arc<dyn Printer>,
    pub central: Arc<CentralClient>,
    pub clock: Arc<dyn Clock>,
    pub reader: Option<ReaderWatch>,
    pub camera: Option<Arc<dyn Source>>,
    pub sound: Option<SoundTest>,
    pub running: Option<RunningParts>,
}

/// The parts of this machine.
pub fn parts(settings: &Settings, shared: Shared) -> Parts {
    let Shared { printer, central, clock, reader, camera, sound, running } = shared;
    let watched = reader;
    let camera = settings.camera.as_deref().map(|named| {
        let folder = named.strip_prefix("trial:");
        CameraParts { source: camera, device: folder.unwrap_or(named).into(), trial: folder.is_some() }
    });
    let sane = settings.scanner.iter().find_map(|scanner| scanner.strip_prefix("sane:"));
    let folder = settings.scanner.iter().find(|scanner| !scanner.starts_with("sane:"));
    Parts {
        printer,
        prints_for_people: settings.faces.iter().any(|face| *face != Face::Board),
        reader: settings.reader.clone().map(|device| ReaderParts { device, watched }),
        camera,
        scanner: sane.map(Scanner::new),
        scan_folder: folder.map(Into::into),
        speaker: sound.map(|test| SpeakerParts { test, trial: settings.voice.trial() }),
        central,
        inside: settings.central.is_none(),
        running,
        data: settings.data.clone(),
        clock,
        webkit: tauri::webview_version().ok(),
    }
}
