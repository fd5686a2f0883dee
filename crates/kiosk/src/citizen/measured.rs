//! What the measures are told of a visit's form.

use motcua_domain::guide::page_kind;

use super::{CitizenDesk, Guide};
use crate::measures::Way;

impl Guide {
    /// The version its measures are kept under: 0 for the form that fits every procedure.
    pub(super) fn measured_version(&self) -> u32 {
        if self.form.fits_all() { 0 } else { self.form.version() }
    }
}

impl CitizenDesk {
    /// A form was begun.
    pub(super) fn measure_begun(&self, guide: &Guide) {
        self.measures.begun(&guide.draft.procedure, guide.measured_version());
    }

    /// The page of a guide is on the screen.
    pub(super) fn measure_shown(&self, guide: &Guide) {
        // What is sent in later is no form of a procedure.
        if guide.supplement.is_some() {
            return;
        }
        self.measures.shown(&guide.draft.procedure, guide.measured_version(), &guide.draft.page);
    }

    /// An officer turned from the guide's page to another.
    pub(super) fn measure_turned(&self, guide: &Guide, to: &str) {
        let from = guide.draft.page.as_str();
        if from == to {
            return;
        }
        let order = guide.form.page_kinds();
        let place = |page: &str| (order.iter().position(|kind| *kind == page_kind(page)), page.to_owned());
        self.measures.turned(if place(from) < place(to) { Way::On } else { Way::Back });
    }
}
