//! What the officers' console shows.

use motcua_domain::branch::BranchConfig;
use motcua_domain::guide::{ReviewRow, ReviewSection};
use motcua_domain::time::Moment;
use motcua_domain::wire::{
    Acceptance, Branch, DeviceInfo, LockedDraft, PaperReprints, PaymentDetail, QueueView, StaffMember, SubmissionLine,
    SupplementRequest, Ticket,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{ChangeRow, PrinterView, TransferShown};

/// What the console shows all the time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ConsoleView {
    /// Who is signed in; none shows the sign-in.
    pub who: Option<StaffMember>,
    /// The centre.
    pub branch: Option<Branch>,
    /// The hall.
    pub queue: Option<QueueView>,
    /// The ticket at the officer's counter.
    pub current: Option<Ticket>,
    /// What the officer last did with a ticket, as the central system accepted it.
    pub last: Option<LastDone>,
    /// Whether the central system answers now.
    pub online: bool,
    /// When the hall was last known.
    pub as_of: Option<Moment>,
    /// The officer's printer.
    pub printer: PrinterView,
    /// Submissions that kiosks of this machine saved and have not sent.
    pub unsent: u32,
    /// Whether this machine is to call numbers aloud and cannot.
    pub mute: bool,
    /// The machines of the centre, and who wants help at them.
    pub devices: Vec<DeviceInfo>,
}

/// What an officer last did with a ticket: some of it can be undone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LastDone {
    /// What was done.
    pub did: Did,
    /// The ticket as it stood then.
    pub ticket: Ticket,
}

/// What an officer does with a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Did {
    /// Called it.
    Call,
    /// Called its number once more.
    Recall,
    /// Began to serve its holder.
    Start,
    /// Served its holder.
    Finish,
    /// Nobody came.
    NoShow,
    /// Sent it on.
    Transfer,
    /// Sent its holder away for a while.
    Park,
    /// Called its holder back to the counter.
    Resume,
    /// Let it wait again.
    ReturnToQueue,
    /// Took it back.
    Cancel,
    /// Undid that it was finished.
    Reopen,
}

/// How the centre is set up, for the form that changes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ConfigView {
    /// The settings in force.
    pub config: BranchConfig,
    /// Their version, to be named when they are changed.
    pub version: u32,
}

/// A line of the list of submissions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SubmissionRow {
    /// What the central system says of it.
    pub line: SubmissionLine,
    /// The procedure's name.
    pub procedure_name: String,
}

/// A line of the list of locked drafts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LockedDraftRow {
    /// What the central system says of it.
    pub line: LockedDraft,
    /// The procedure's name.
    pub procedure_name: String,
}

/// A submission at the console.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SubmissionView {
    /// The line of the list.
    pub line: SubmissionLine,
    /// The procedure's name.
    pub procedure_name: String,
    /// Its answers, page by page, in words.
    pub sections: Vec<ReviewSection>,
    /// Its consents, in words.
    pub consents: Vec<ReviewRow>,
    /// Its files.
    pub files: Vec<FileLine>,
    /// Papers an officer may tick as seen or taken.
    pub papers: Vec<PaperLine>,
    /// The dossier it became.
    pub acceptance: Option<Acceptance>,
    /// How and where the result is received, in words.
    pub delivery: String,
    /// Its payment; none where it surely costs nothing.
    pub payment: Option<PaymentDetail>,
    /// The code to pay what is still to be paid, for who pays with a phone at the counter.
    pub transfer: Option<TransferShown>,
    /// What officers asked for because it was missing, the oldest first.
    pub supplements: Vec<SupplementRequest>,
    /// What the applicant sent in answer, the newest first.
    pub supplement_answers: Vec<SupplementAnswerView>,
    /// Officers who changed something of it before its owner confirmed it, by name.
    pub helped_by: Vec<String>,
    /// Who changed what of its draft since its owner first let somebody help, the newest first; never what to.
    pub changes: Vec<ChangeRow>,
    /// Which of its papers were printed again, and how often.
    pub reprints: Vec<PaperReprints>,
    /// The officer who submitted it for its owner, who signed on paper.
    pub submitted_by: Option<SubmittedFor>,
}

/// An officer submitted for somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SubmittedFor {
    /// The officer's name.
    pub officer: String,
    /// When the paper was printed that its owner signed.
    pub printed_at: Moment,
    /// The beginning of the hash of what was signed, as it stands on that paper.
    pub mark: String,
}

/// What an applicant sent in answer to a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SupplementAnswerView {
    /// Its identity.
    pub id: Uuid,
    /// The request it answers.
    pub request: Uuid,
    /// When it arrived.
    pub received_at: Moment,
    /// What was said of each paper, and the message.
    pub rows: Vec<ReviewRow>,
    /// The papers.
    pub files: Vec<FileLine>,
}

/// A file at the console.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FileLine {
    /// The file's identity.
    pub id: String,
    /// The paper it is.
    pub name: String,
    /// How many pages.
    pub pages: u32,
    /// Its length in bytes.
    pub size: u64,
}

/// A paper to tick when accepting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PaperLine {
    /// The form's name for it.
    pub evidence: String,
    /// In words.
    pub name: String,
    /// Originals asked for.
    pub originals: u32,
    /// Copies asked for.
    pub copies: u32,
}

/// A submission that was accepted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AcceptedView {
    /// The dossier.
    pub acceptance: Acceptance,
    /// The print job of Mẫu 01: ask `print_result` for its end.
    pub print: u64,
}

/// An account that was added.
#[derive(Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AddedAccount {
    /// Whose it is.
    pub who: StaffMember,
    /// The first password, to be shown once: it is kept nowhere in clear.
    pub password: String,
}
