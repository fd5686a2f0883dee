//! What the windows show: the answers of the use cases, in types the pages are generated from.

use motcua_domain::guide::ReviewRow;
use motcua_domain::time::Moment;
use motcua_domain::wire::{
    Acceptance, BoardView, Branch, Lookup, Problem, QueueView, StaffMember, SubmissionLine, Ticket,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the first screen needs.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct HomeView {
    /// The centre, or none when the central system was never reached.
    pub branch: Option<Branch>,
    /// Whether paper will come.
    pub printer: PrinterView,
    /// Whether the central system answers now.
    pub online: bool,
    /// How long a page waits before it asks "Bạn còn ở đó không?", in milliseconds.
    pub idle_ask_ms: u32,
    /// How long it waits for the answer, in milliseconds.
    pub idle_leave_ms: u32,
    /// Pixels in a millimetre of this screen.
    pub px_per_mm: f64,
}

/// What is known of the printer before somebody starts what ends in paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PrinterView {
    /// Whether it can print now.
    pub ready: bool,
    /// Why not: `no_paper`, `paper_low`, `cover_open`, `jam`, `offline`, `paused`, `not_set_up`.
    pub cause: Option<String>,
    /// The trial printer, which writes PDF files into a folder, and says so.
    pub trial: bool,
}

/// How a print ended. Only `printed` may be shown as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PrintView {
    /// Where it ended.
    pub state: PrintState,
    /// Why not, when it is not `printed`: the causes of [`PrinterView`], or `mute`.
    pub cause: Option<String>,
    /// Whether it went to the trial printer.
    pub trial: bool,
}

/// The ends of a print job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum PrintState {
    /// The device said that paper came out.
    Printed,
    /// The device said that none will.
    Failed,
    /// The device did not say.
    Unknown,
}

/// A QR code for the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct QrPicture {
    /// Side in modules, the quiet zone of four included: the `viewBox` is `0 0 size size`.
    pub size: u32,
    /// One SVG path of all dark modules.
    pub path: String,
}

/// A number that was issued.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TicketShown {
    /// The number.
    pub ticket: Ticket,
    /// What it is for.
    pub group_name: String,
    /// Counters that serve it.
    pub counters: Vec<u32>,
    /// The QR printed on it.
    pub qr: QrPicture,
    /// Whether a phone can follow it by the QR.
    pub phone: bool,
    /// The print job: ask `print_result` for its end.
    pub print: u64,
}

/// A number somebody holds already, as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TicketHeld {
    /// The number.
    pub ticket: Ticket,
    /// What it is for.
    pub group_name: String,
    /// Counters that serve it.
    pub counters: Vec<u32>,
}

/// A life event tile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LifeEventTile {
    /// Stable name.
    pub id: String,
    /// In the person's language.
    pub name: String,
    /// A word for its picture.
    pub icon: String,
}

/// A procedure in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ProcedureLine {
    /// National code.
    pub code: String,
    /// In the person's language.
    pub name: String,
    /// Its first sentence.
    pub summary: String,
    /// Whether it can be submitted at this kiosk.
    pub here: bool,
}

/// A procedure explained, before one starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ProcedureView {
    /// National code.
    pub code: String,
    /// In the person's language.
    pub name: String,
    /// What it is.
    pub summary: String,
    /// Who may apply.
    pub who: String,
    /// The field's service group, to take a number for it instead.
    pub group: String,
    /// Papers by case; the first element of each is "when", or empty.
    pub cases: Vec<CaseView>,
    /// How long it takes, in words, by way of handing it in.
    pub deadlines: Vec<ReviewRow>,
    /// What it costs, in words.
    pub fees: Vec<ReviewRow>,
    /// What one receives.
    pub outcomes: Vec<String>,
    /// Whether it can be submitted at this kiosk.
    pub here: bool,
    /// Whether an appointment to show originals belongs to it.
    pub appointment: bool,
}

/// Papers of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CaseView {
    /// When it applies.
    pub when: Option<String>,
    /// What to hand in or show, each in one line with its counts.
    pub papers: Vec<String>,
}

/// How a submission stands after "Nộp".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SubmissionShown {
    /// The submission code.
    pub code: String,
    /// Its name.
    pub procedure_name: String,
    /// Whether the central system said it has it.
    pub sent: bool,
    /// When it said so.
    pub received_at: Option<Moment>,
    /// The QR printed on the receipt.
    pub qr: QrPicture,
    /// Originals to bring or show later.
    pub to_show: Vec<String>,
    /// The print job: ask `print_result` for its end.
    pub print: u64,
}

/// What Tra cứu found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LookupShown {
    /// What the central system says.
    pub found: Lookup,
    /// The procedure's name.
    pub procedure_name: String,
}

/// A short message from the machine to the citizen's page, with the name of the event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CitizenNews {
    /// The draft changed (a card was read, a document arrived): ask for the view again.
    Guide,
    /// A code was scanned at Tra cứu.
    Scanned {
        /// The code.
        code: String,
    },
    /// A ticket was scanned.
    Ticket {
        /// As it stands.
        held: TicketHeld,
    },
    /// What came in could not be used.
    Refused {
        /// Why.
        problem: Problem,
    },
    /// The printer or the connection changed: ask for `home` again.
    Home,
}

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
    /// Whether the central system answers now.
    pub online: bool,
    /// When the hall was last known.
    pub as_of: Option<Moment>,
    /// The officer's printer.
    pub printer: PrinterView,
    /// Submissions that kiosks of this machine saved and have not sent.
    pub unsent: u32,
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

/// A submission at the console.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SubmissionView {
    /// The line of the list.
    pub line: SubmissionLine,
    /// The procedure's name.
    pub procedure_name: String,
    /// Its answers, page by page, in words.
    pub sections: Vec<motcua_domain::guide::ReviewSection>,
    /// Its consents, in words.
    pub consents: Vec<ReviewRow>,
    /// Its files.
    pub files: Vec<FileLine>,
    /// Papers an officer may tick as seen or taken.
    pub papers: Vec<PaperLine>,
    /// The dossier it became.
    pub acceptance: Option<Acceptance>,
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

/// What a board shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct BoardShown {
    /// The last known truth, or none when there was never any.
    pub board: Option<BoardView>,
    /// The service groups, to name the waiting lists.
    pub branch: Option<Branch>,
    /// When it was last known to be true; a board says so when older than 30 s.
    pub as_of: Option<Moment>,
    /// Whether the stream is alive now.
    pub live: bool,
}
