//! Forms that officers added, on their way to kiosks and consoles.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::guide::{Form, Package};

/// A version of a procedure's form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
pub struct FormVersion {
    /// The procedure's national code.
    #[schema(example = "1.004873")]
    pub procedure: String,
    /// The version, from 1.
    pub version: u32,
}

impl FormVersion {
    /// Which one a form is.
    pub fn of(form: &Form) -> Self {
        Self { procedure: form.procedure().to_owned(), version: form.version() }
    }
}

/// `1.004873 (2)`.
impl fmt::Display for FormVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.procedure, self.version)
    }
}

/// Answer of `GET /v1/forms`: the forms that officers added, without their texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AddedForms {
    /// Every one, by code and version.
    pub added: Vec<AddedForm>,
    /// Versions that are not begun any more, also of forms the product ships.
    pub retired: Vec<FormVersion>,
}

/// A form that an officer added. It never changes: what is corrected is another version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AddedForm {
    /// Which one.
    #[serde(flatten)]
    pub form: FormVersion,
    /// SHA-256 of its texts, in hex: which content it has.
    pub sha256: String,
}

/// Answer of `GET /v1/forms/{code}/{version}`: the texts of a form that an officer added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FormPackage {
    /// Which one.
    #[serde(flatten)]
    pub form: FormVersion,
    /// `schema.json`.
    pub schema: String,
    /// `ui.json`.
    pub ui: String,
    /// `form.json`.
    pub about: String,
    /// `vi.ftl`.
    pub vi: String,
    /// `en.ftl`.
    pub en: String,
}

impl FormPackage {
    /// Its files.
    pub fn files(&self) -> Package<'_> {
        Package { schema: &self.schema, ui: &self.ui, about: &self.about, words: [&self.vi, &self.en] }
    }
}
