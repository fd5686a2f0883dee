//! What the citizen's window shows.

use motcua_domain::catalogue::{Procedure, WayOn, Wish};
use motcua_domain::dossier::Rung;
use motcua_domain::guide::{ReviewRow, WishDay};
use motcua_domain::queue::HelpCall;
use motcua_domain::time::Moment;
use motcua_domain::wire::{Appointment, Branch, Lookup, Problem, SlotDay, SubmissionTime, Ticket};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{PaperSlot, PayShown, PrinterView, QrPicture};

/// What the first screen needs.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct HomeView {
    /// The centre, or none when the central system was never reached.
    pub branch: Option<Branch>,
    /// Whether paper will come.
    pub printer: PrinterView,
    /// Where it comes out.
    pub slot: PaperSlot,
    /// Whether the central system answers now.
    pub online: bool,
    /// Whether a number can be given now: by the central system, or by the kiosk itself.
    pub numbers: bool,
    /// How long a page waits before it asks "Bạn còn ở đó không?", in milliseconds.
    pub idle_ask_ms: u32,
    /// How long it waits for the answer, in milliseconds.
    pub idle_leave_ms: u32,
    /// Pixels in a millimetre of this screen.
    pub px_per_mm: f64,
    /// Whether pages can be read aloud here.
    pub voice: bool,
}

/// What somebody wants a number for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct NumberWanted {
    /// The service group.
    pub group: String,
    /// The service, where the group has several.
    #[serde(default)]
    #[ts(optional)]
    pub service: Option<String>,
    /// The priority group the person says they belong to.
    #[serde(default)]
    #[ts(optional)]
    pub priority: Option<String>,
    /// The procedure it is for, whose papers are printed below the number.
    #[serde(default)]
    #[ts(optional)]
    pub procedure: Option<ProcedureCase>,
}

/// A procedure and which of its cases applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ProcedureCase {
    /// National code.
    pub code: String,
    /// The place of the case among its cases, from 0; none when all of them are shown.
    #[serde(default)]
    #[ts(optional)]
    pub case: Option<u32>,
    /// The version of the procedure that was looked at.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<u32>,
}

impl ProcedureCase {
    /// The case among those of the procedure as it is now; none when it was chosen among those of
    /// another version, where the same place may stand for another case.
    pub fn case_of(&self, procedure: &Procedure) -> Option<usize> {
        self.case.filter(|_| self.version == Some(procedure.version)).map(|case| case as usize)
    }
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
    /// Given by the kiosk itself while the central system is away: nobody knows how many are ahead.
    pub cut_off: bool,
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

/// An appointment that was just made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AppointmentShown {
    /// The appointment.
    pub held: AppointmentHeld,
    /// The QR printed on its paper.
    pub qr: QrPicture,
    /// Whether a phone can open it by the QR.
    pub phone: bool,
    /// The print job: ask `print_result` for its end.
    pub print: u64,
}

/// An appointment somebody holds, as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AppointmentHeld {
    /// The appointment.
    pub appointment: Appointment,
    /// What it is for.
    pub service_name: String,
}

/// The times that can be chosen with a submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TimesOffered {
    /// The days that have free times, with the full ones beside them.
    pub days: Vec<SlotDay>,
    /// Without any such day: the days that may be wished for.
    pub wishes: Vec<WishDay>,
    /// Whether the central system could not be asked.
    pub away: bool,
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
    /// In the person's language, everyday where somebody wrote it.
    pub name: String,
    /// The name in the national database, where that is another.
    pub official_name: Option<String>,
    /// Its first sentence, or its field where nobody explained it.
    pub summary: String,
    /// How one goes on from it: by a form it can be submitted at this kiosk.
    pub way: WayOn,
}

/// Procedures that were found and that people want alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FoundGroup {
    /// What is wanted.
    pub wish: Wish,
    /// To be read behind "Bạn muốn…".
    pub title: String,
    /// The procedures, the best first.
    pub lines: Vec<ProcedureLine>,
}

/// A field, a department or a letter to leaf through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct HeadingTile {
    /// What it is asked for by, and what is read.
    pub name: String,
    /// How many procedures stand under it.
    pub count: u32,
}

/// A procedure explained, before one starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ProcedureView {
    /// National code.
    pub code: String,
    /// The version of its record: what a choice among its cases holds for.
    pub version: u32,
    /// In the person's language, everyday where somebody wrote it.
    pub name: String,
    /// The name in the national database, where that is another.
    pub official_name: Option<String>,
    /// What it is; empty where nobody wrote it.
    pub summary: String,
    /// What to bring, in plain words; empty where nobody wrote it.
    pub bring: Vec<String>,
    /// Who may apply; empty when the record does not say.
    pub who: String,
    /// The field it belongs to.
    pub field: String,
    /// Who carries it out.
    pub departments: Vec<String>,
    /// The service group to take a number of; none when no group of this centre does it.
    pub group: Option<String>,
    /// Papers by case; of several cases one applies.
    pub cases: Vec<CaseView>,
    /// How long it takes, in words, by way of handing it in.
    pub deadlines: Vec<ReviewRow>,
    /// What it costs, in words.
    pub fees: Vec<ReviewRow>,
    /// Conditions, in the record's own words.
    pub conditions: Option<String>,
    /// What one receives.
    pub outcomes: Vec<String>,
    /// How one goes on from it.
    pub way: WayOn,
    /// Whether an appointment to show originals belongs to it.
    pub appointment: bool,
    /// Whether something of it could not be read for certain.
    pub unsure: bool,
}

/// Papers of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CaseView {
    /// When it applies; none when there is but one case.
    pub when: Option<String>,
    /// What to hand in or show.
    pub papers: Vec<PaperView>,
    /// What the record says beside its papers.
    pub notes: Vec<String>,
}

/// A paper to hand in or show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PaperView {
    /// What it is.
    pub name: String,
    /// "1 bản chính, 2 bản sao"; empty when the record names none.
    pub counts: String,
    /// Only shown to the officer and taken home again.
    pub only_shown: bool,
}

/// A checklist of papers that is being printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ChecklistShown {
    /// The QR printed on it.
    pub qr: QrPicture,
    /// Whether a phone can open it by the QR.
    pub phone: bool,
    /// The print job: ask `print_result` for its end.
    pub print: u64,
}

/// The page that is open for a person's phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PhoneUpload {
    /// The QR of its address.
    pub qr: QrPicture,
    /// Its address, with the token that opens it.
    pub address: String,
    /// Until when it can be used.
    pub until: Moment,
    /// Whether a phone opened it.
    pub opened: bool,
    /// How many pages are on their way.
    pub sending: u32,
    /// Whether "Xong" was pressed on the phone.
    pub done: bool,
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
    /// Whether the central system said that it will not take it: an officer must look at it.
    pub refused: bool,
    /// When it said so.
    pub received_at: Option<Moment>,
    /// The QR printed on the receipt.
    pub qr: QrPicture,
    /// Originals to bring or show later.
    pub to_show: Vec<String>,
    /// How far it has come.
    pub ladder: Vec<Rung>,
    /// What is to be paid and how; none when nothing is.
    pub pay: Option<PayShown>,
    /// What became of the time that was chosen, where the form asks for one.
    pub time: Option<SubmissionTime>,
    /// Whether it is the answer to what an officer asked for.
    pub supplement: bool,
    /// The print job: ask `print_result` for its end.
    pub print: u64,
}

/// Where a draft is kept, as it stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum DraftPlace {
    /// The last answer could not be saved.
    Nowhere,
    /// On this machine, until the central system has it.
    Here,
    /// At the central system: any kiosk of the centre opens it.
    Central,
    /// It was opened at another machine: what is answered here is kept no more.
    Elsewhere,
}

/// How the draft that is being answered is kept for its owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DraftSaved {
    /// The code with which its owner comes back; the submission's code later.
    pub code: String,
    /// Where it is.
    pub place: DraftPlace,
    /// For how many days after the last answer.
    pub keep_days: u32,
    /// The papers, by name, of which a page could not be read again when it was opened.
    pub lost: Vec<String>,
}

/// What Tra cứu found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LookupShown {
    /// What the central system says.
    pub found: Lookup,
    /// What is still to be paid, and how it can be.
    pub pay: Option<PayShown>,
    /// The procedure's name.
    pub procedure_name: String,
    /// Answers to what officers asked for that lie at this machine, as the central system does not have them.
    pub answers_here: Vec<AnswerHere>,
}

/// An answer the central system does not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AnswerHere {
    /// What it answers.
    pub request: Uuid,
    /// Whether the central system will not take it: an officer must look at it.
    pub refused: bool,
}

/// How a call for help stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum HelpState {
    /// Nobody was called.
    None,
    /// Officers know that somebody wants one.
    Called,
    /// An officer said that they come.
    Coming,
}

impl HelpState {
    /// Of the call the central system holds.
    pub fn of(call: Option<&HelpCall>) -> Self {
        match call {
            None => Self::None,
            Some(HelpCall { answer: None, .. }) => Self::Called,
            Some(_) => Self::Coming,
        }
    }
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
    /// The slip of a draft was scanned.
    Resume {
        /// Its code.
        code: String,
    },
    /// A draft was opened with its owner's card: ask for the view.
    Resumed,
    /// It changed how the draft is kept: ask how.
    Draft,
    /// What was submitted came further: ask how far.
    Submitted,
    /// A ticket was scanned.
    Ticket {
        /// As it stands.
        held: Box<TicketHeld>,
    },
    /// The paper of an appointment was scanned.
    Appointment {
        /// As it stands.
        held: Box<AppointmentHeld>,
    },
    /// A list of papers was scanned.
    Procedure {
        /// Its procedure and case.
        wanted: ProcedureCase,
    },
    /// Something became of the call for help.
    Help {
        /// How it stands.
        state: HelpState,
    },
    /// A card was shown outside of a form: it stands for who takes a number.
    Holder,
    /// What came in could not be used.
    Refused {
        /// Why.
        problem: Problem,
    },
    /// The printer is another way than it was.
    Printer {
        /// How it is now.
        printer: PrinterView,
    },
    /// The connection changed: ask for `home` again.
    Home,
}
