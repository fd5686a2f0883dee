use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use async_trait::async_trait;
use motcua_domain::wire::Problem;
use motcua_page::MAX_BYTES;
use tokio::sync::mpsc;

use super::{Shot, Source};

/// The name of a file in the folder that stands for another program holding the camera.
const BUSY: &str = "busy";

/// A camera that plays pictures, to try the program without a device. Before it lies the last picture
/// of its folder, by name; an empty folder is a covered lens, a missing one an unplugged device, and
/// one with a file named `busy` a device in other hands.
pub struct TrialCamera {
    folder: PathBuf,
}

impl TrialCamera {
    /// A camera that plays the pictures of this folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }
}

#[async_trait]
impl Source for TrialCamera {
    fn trial(&self) -> bool {
        true
    }

    fn present(&self) -> bool {
        self.folder.is_dir()
    }

    async fn arm(&self) {}

    async fn disarm(&self) {}

    async fn frame(&self) -> Option<Vec<u8>> {
        let folder = self.folder.clone();
        tokio::task::spawn_blocking(move || look(&folder)).await.ok()?.ok()
    }

    fn take(&self) -> mpsc::Receiver<Shot> {
        let (sender, shots) = mpsc::channel(1);
        let folder = self.folder.clone();
        tokio::task::spawn_blocking(move || {
            // Nobody waiting for it any more is no fault.
            let _ = sender.try_send(look(&folder));
        });
        shots
    }
}

/// What lies before the camera.
fn look(folder: &Path) -> Shot {
    let files = fs::read_dir(folder).map_err(|_| Problem::new("camera-unplugged"))?;
    let mut files: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
    files.sort();
    if files.iter().any(|file| file.file_name().is_some_and(|name| name == BUSY)) {
        return Err(Problem::new("camera-busy"));
    }
    let Some(last) = files.last() else { return Ok(motcua_page::darkness()) };
    let mut picture = Vec::new();
    let read = fs::File::open(last).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut picture));
    read.map(|_| picture).map_err(|_| Problem::new("camera-silent"))
}
