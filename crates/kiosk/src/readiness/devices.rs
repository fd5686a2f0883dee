//! What people touch, hear and get paper from.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use motcua_domain::readiness::{
    self as judged, CameraFound, FolderFound, PrinterFound, ReaderFound, ScannerFound, SoundTrouble, SpeakerFound,
    Verdict,
};
use rustix::fs::{Access, access};
use tokio::sync::watch;

use super::device_file::DeviceFile;
use super::tried::Tried;
use crate::capture::{Scanner, Source};
use crate::printer::Printer;
use crate::speech::{Mute, SoundTest};

/// A card and code reader.
pub struct ReaderParts {
    /// Its serial device.
    pub device: PathBuf,
    /// How this program's own watch of it goes; none when it is not watched.
    pub watched: Option<ReaderWatch>,
}

/// A watch of a reader.
pub struct ReaderWatch {
    /// Whether the device is being read.
    pub presence: watch::Receiver<bool>,
    /// How often the test page's code was read.
    pub tests: watch::Receiver<u64>,
}

/// A document camera.
pub struct CameraParts {
    /// What takes its pictures; none when none is to be taken.
    pub source: Option<Arc<dyn Source>>,
    /// Its device, or the folder a trial plays.
    pub device: PathBuf,
    /// Whether it only plays pictures.
    pub trial: bool,
}

/// A loudspeaker.
pub struct SpeakerParts {
    /// What tries it.
    pub test: SoundTest,
    /// Whether it only writes down what it would say.
    pub trial: bool,
}

pub(super) async fn printer(printer: &dyn Printer, wanted: bool, tried: &Tried) -> Verdict {
    let status = printer.status().await;
    judged::printer(&PrinterFound {
        described: printer.described(),
        trial: printer.trial(),
        ready: status.ready,
        cause: status.cause.map(|cause| cause.name().to_owned()),
        wanted,
        page_right: tried.page(),
    })
}

pub(super) fn reader(reader: Option<&ReaderParts>) -> Verdict {
    let Some(reader) = reader else { return judged::reader(None) };
    let DeviceFile { exists, allowed, held } = DeviceFile::look(&reader.device);
    let watched = reader.watched.as_ref();
    judged::reader(Some(&ReaderFound {
        device: reader.device.display().to_string(),
        exists,
        allowed,
        read: watched.map(|watch| *watch.presence.borrow()),
        held,
        tried: watched.is_some_and(|watch| *watch.tests.borrow() > 0),
    }))
}

pub(super) fn camera(camera: Option<&CameraParts>, tried: &Tried) -> Verdict {
    let Some(camera) = camera else { return judged::camera(CameraFound::None, false) };
    let found = match DeviceFile::look(&camera.device) {
        DeviceFile { exists: false, .. } => CameraFound::Unplugged,
        // A trial's folder is only read.
        DeviceFile { allowed: false, .. } if !camera.trial => CameraFound::Refused,
        _ => tried.camera().unwrap_or(CameraFound::There),
    };
    judged::camera(found, camera.trial)
}

pub(super) async fn scanner(scanner: Option<&Scanner>) -> Verdict {
    let Some(scanner) = scanner else { return judged::scanner(ScannerFound::None) };
    judged::scanner(match scanner.check().await {
        Ok(()) => ScannerFound::There,
        Err(problem) if problem.code == "scanner-busy" => ScannerFound::Busy,
        Err(_) => ScannerFound::Unplugged,
    })
}

pub(super) fn scan_folder(folder: Option<&Path>) -> Verdict {
    let Some(folder) = folder else { return judged::scan_folder(FolderFound::None, "") };
    let found = if fs::read_dir(folder).is_err() {
        if folder.exists() { FolderFound::Locked } else { FolderFound::Missing }
    } else if access(folder, Access::READ_OK | Access::WRITE_OK | Access::EXEC_OK).is_err() {
        FolderFound::Locked
    } else {
        FolderFound::Usable
    };
    judged::scan_folder(found, &folder.display().to_string())
}

pub(super) async fn speaker(speaker: Option<&SpeakerParts>, tried: &Tried) -> Verdict {
    let Some(SpeakerParts { test, trial }) = speaker else { return judged::speaker(None) };
    let trouble = match test.speaker.check().await {
        Ok(()) => None,
        Err(Mute::NoSound) => Some(SoundTrouble::NoSound),
        Err(Mute::NoVoice | Mute::NoClip) => Some(SoundTrouble::NoVoice),
    };
    judged::speaker(Some(SpeakerFound { trial: *trial, trouble, heard: tried.heard() }))
}
