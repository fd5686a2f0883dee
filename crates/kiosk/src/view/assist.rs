//! What is shown while an officer helps with a draft.

use motcua_domain::guide::{ConsentView, GuideView};
use motcua_domain::wire::{LoggedChange, SharedDraft};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Who has the draft of this kiosk in hand, for the citizen's page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AssistState {
    /// Its owner alone.
    #[default]
    Alone,
    /// Its owner; officers may open it.
    Shared,
    /// An officer: the page shows what they do, and takes no answers.
    Officer {
        /// The officer's name.
        name: String,
    },
    /// Its owner: officers can open it no more, although its owner did not take it back. They may be let in
    /// again.
    Lapsed,
    /// An officer submitted it with its owner's signature.
    Submitted {
        /// The submission's code.
        code: String,
    },
}

/// A draft whose owner asked for help, at the console.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SharedRow {
    /// As the central system has it.
    pub draft: SharedDraft,
    /// The procedure's name.
    pub procedure_name: String,
}

/// The draft an officer has in hand, at the console.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AssistView {
    /// Its identity.
    pub id: Uuid,
    /// The kiosk its owner stands at.
    pub kiosk: String,
    /// The page the draft is on.
    pub guide: GuideView,
    /// Who changed what since its owner first let somebody help, the newest first; never what to.
    pub changes: Vec<ChangeRow>,
    /// Its code: with it its owner comes back to it, and it becomes the submission's.
    pub code: String,
    /// What was printed of it last to be signed.
    pub review: Option<ReviewPrinted>,
}

/// A review that was printed to be signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReviewPrinted {
    /// The print job.
    pub job: u64,
    /// The beginning of the hash of what is signed, as it stands on the paper.
    pub mark: String,
    /// Whether something was changed since: then it must be printed again.
    pub void: bool,
    /// The consents that stand on it as given.
    pub consents: Vec<ConsentView>,
}

/// One change of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ChangeRow {
    /// As the central system has it.
    pub change: LoggedChange,
    /// The page's heading.
    pub page_title: String,
    /// The labels of its fields, and the names of its papers.
    pub labels: Vec<String>,
}
