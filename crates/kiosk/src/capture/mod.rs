//! Where pages of papers come from.
//!
//! | source | what it is |
//! |---|---|
//! | [`folder`] | a scanner that works by itself and writes into a folder, which is watched |
//! | [`Camera`] | a document camera (Video4Linux), through `v4l2-ctl` |
//! | [`Scanner`] | a scanner (SANE), through `scanimage` |
//! | [`TrialCamera`] | shows pictures of a folder as a camera would, and says that it is a trial |
//!
//! Those that take a picture when asked stand behind one port: [`Source`]. What they deliver is as it
//! came: `motcua_page` opens it within bounds, judges it and makes it a page.

mod camera;
pub mod folder;
mod frames;
mod scanner;
mod trial;

pub use camera::Camera;
pub use scanner::Scanner;
pub use trial::TrialCamera;

use std::sync::Arc;

use async_trait::async_trait;
use motcua_domain::guide::Sources;
use motcua_domain::wire::Problem;
use tokio::sync::mpsc;

/// The sources of a kiosk, each where there is one.
#[derive(Default)]
pub struct Capture {
    /// A document camera.
    pub camera: Option<Arc<dyn Source>>,
    /// A scanner that the kiosk drives.
    pub scanner: Option<Arc<dyn Source>>,
    /// The folder of a scanner that works by itself.
    pub folder: Option<folder::WatchedFolder>,
}

impl Capture {
    /// What can take pictures of papers now, by a phone or not.
    pub fn sources(&self, phone: bool) -> Sources {
        let there = |source: &Option<Arc<dyn Source>>| source.as_ref().is_some_and(|source| source.present());
        Sources {
            camera: there(&self.camera),
            trial: self.camera.as_ref().is_some_and(|camera| camera.trial()),
            scanner: there(&self.scanner),
            folder: self.folder.as_ref().is_some_and(folder::WatchedFolder::present),
            phone,
        }
    }

    /// A paper is asked for. Again for the same: nothing changes.
    pub async fn arm(&self, wanted: Wanted) {
        for source in [&self.camera, &self.scanner].into_iter().flatten() {
            source.arm().await;
        }
        if let Some(folder) = &self.folder {
            folder.arm(wanted).await;
        }
    }

    /// No paper is asked for any more.
    pub async fn disarm(&self) {
        for source in [&self.camera, &self.scanner].into_iter().flatten() {
            source.disarm().await;
        }
        if let Some(folder) = &self.folder {
            folder.disarm().await;
        }
    }
}

/// What a page is wanted for. One that comes for something else than is wanted now is nobody's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Which visit: how many ended before it.
    pub visit: u64,
    /// The paper, by the form's name for it.
    pub evidence: String,
}

/// One picture as a device gave it: JPEG or PNG, or why there is none.
pub type Shot = Result<Vec<u8>, Problem>;

/// A device that takes pictures of papers when it is asked to.
#[async_trait]
pub trait Source: Send + Sync {
    /// Whether it only plays pictures, to try the program: the screen says so.
    fn trial(&self) -> bool {
        false
    }

    /// Whether it is plugged in.
    fn present(&self) -> bool;

    /// A paper is asked for: it gets ready. Again: nothing changes.
    async fn arm(&self);

    /// No paper is asked for any more: it lets go, and nothing of what it saw stays.
    async fn disarm(&self);

    /// What lies before it now, as it came; none while it shows nothing.
    async fn frame(&self) -> Option<Vec<u8>>;

    /// Takes what lies before it: one picture, or all sheets of a feeder. It ends when there are no
    /// more; dropping it ends the taking.
    ///
    /// A device that cannot says which: `camera-unplugged`, `camera-busy`, `camera-silent`;
    /// `scanner-unplugged`, `scanner-busy`, `scanner-no-paper`, `scanner-jam`, `scanner-cover-open`,
    /// `scanner-failed`.
    fn take(&self) -> mpsc::Receiver<Shot>;
}
