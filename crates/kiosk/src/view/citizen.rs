//! What the citizen's window shows.

use motcua_domain::guide::ReviewRow;
use motcua_domain::queue::HelpCall;
use motcua_domain::time::Moment;
use motcua_domain::wire::{Appointment, Branch, Lookup, Problem, Ticket};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{PrinterView, QrPicture};

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
    /// Whether a number can be given now: by the central system, or by the kiosk itself.
    pub numbers: bool,
    /// How long a page waits before it asks "Bạn còn ở đó không?", in milliseconds.
    pub idle_ask_ms: u32,
    /// How long it waits for the answer, in milliseconds.
    pub idle_leave_ms: u32,
    /// Pixels in a millimetre of this screen.
    pub px_per_mm: f64,
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
    /// Papers by case; of several cases one applies.
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
    /// When it applies; none when there is but one case.
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
    /// Whether the central system said that it will not take it: an officer must look at it.
    pub refused: bool,
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
    /// The printer or the connection changed: ask for `home` again.
    Home,
}
