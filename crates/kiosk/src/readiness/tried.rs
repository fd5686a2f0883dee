use std::sync::{Mutex, MutexGuard, PoisonError};

use motcua_domain::readiness::CameraFound;

/// What officers tried since the program started, and what came of it.
#[derive(Debug, Default)]
pub(super) struct Tried(Mutex<Now>);

#[derive(Debug, Default)]
struct Now {
    page: Option<bool>,
    heard: Option<bool>,
    camera: Option<CameraFound>,
    touch: Option<f64>,
}

impl Tried {
    /// Whether the last test page came out right.
    pub(super) fn page(&self) -> Option<bool> {
        self.now().page
    }

    pub(super) fn set_page(&self, right: Option<bool>) {
        self.now().page = right;
    }

    /// Whether the last test sound was heard.
    pub(super) fn heard(&self) -> Option<bool> {
        self.now().heard
    }

    pub(super) fn set_heard(&self, heard: Option<bool>) {
        self.now().heard = heard;
    }

    /// What the last test picture showed.
    pub(super) fn camera(&self) -> Option<CameraFound> {
        self.now().camera
    }

    pub(super) fn set_camera(&self, found: CameraFound) {
        self.now().camera = Some(found);
    }

    /// How far off the worst touch landed, in millimetres.
    pub(super) fn touch(&self) -> Option<f64> {
        self.now().touch
    }

    pub(super) fn set_touch(&self, worst: f64) {
        self.now().touch = Some(worst);
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
