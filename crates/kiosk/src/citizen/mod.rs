//! A citizen's visit: from the first touch to "Kết thúc", and nothing of it afterwards.

mod aloud;
mod appointment;
mod assist;
mod checklist;
mod draft;
mod find;
mod guide;
mod help;
mod holder;
mod lookup;
mod measured;
mod papers;
mod payment;
mod payment_slip;
mod phone;
mod printing;
mod rating;
mod submit;
mod submitted;
mod supplement;
mod ticket;
mod units;

pub(crate) use assist::Assist;
pub(crate) use find::life_events;
pub use guide::Answers;
pub(crate) use payment::{ToPay, transfer};

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use motcua_domain::catalogue::Procedure;
use motcua_domain::dossier::SubmissionCode;
use motcua_domain::guide::{Draft, Form};
use motcua_domain::paper::PaperSize;
use motcua_domain::wire::Problem;
use motcua_domain::words::{Locale, Words};
use tokio::sync::{Mutex, MutexGuard, broadcast};
use uuid::Uuid;

use self::aloud::Aloud;
use self::draft::Kept;
use self::help::Help;
use self::phone::Phone;
use self::supplement::Answering;
use crate::capture::Capture;
use crate::catalogue::Catalogue;
use crate::central::CentralClient;
use crate::clock::Clock;
use crate::drafts::Drafts;
use crate::link::Link;
use crate::measures::Measures;
use crate::outbox::Outbox;
use crate::own_series::OwnNumbers;
use crate::print_desk::PrintDesk;
use crate::reader::Reader;
use crate::slip::Slips;
use crate::speech::Speaker;
use crate::store::Store;
use crate::submit::Submitted;
use crate::units::KnownUnits;
use crate::view::{CitizenNews, HomeView, NumberWanted, PaperSlot, TicketShown};

/// What a site sets for its citizens' screens.
#[derive(Clone, Debug, PartialEq)]
pub struct CitizenSettings {
    /// How long a page waits before it asks "Bạn còn ở đó không?", in milliseconds.
    pub idle_ask_ms: u32,
    /// How long it waits for the answer, in milliseconds.
    pub idle_leave_ms: u32,
    /// Pixels in a millimetre of the screen.
    pub px_per_mm: f64,
    /// What receipts are printed on: a roll or [`PaperSize::A5`]. Numbers come on a
    /// [roll](PaperSize::roll).
    pub receipt: PaperSize,
    /// Where the machine puts its paper out.
    pub slot: PaperSlot,
}

/// The citizen's side of a kiosk.
pub struct CitizenDesk {
    settings: CitizenSettings,
    central: Arc<CentralClient>,
    link: Arc<Link>,
    store: Store,
    outbox: Arc<Outbox>,
    drafts: Drafts,
    assist: Arc<Assist>,
    own: Arc<OwnNumbers>,
    prints: Arc<PrintDesk>,
    catalogue: Arc<Catalogue>,
    units: Arc<KnownUnits>,
    measures: Arc<Measures>,
    clock: Arc<dyn Clock>,
    reader: Option<Reader>,
    capture: Capture,
    papers: papers::Desk,
    phone: Phone,
    aloud: Aloud,
    visit: Mutex<Visit>,
    /// How many visits have ended.
    visits: AtomicU64,
    help: Help,
    news: broadcast::Sender<CitizenNews>,
}

/// What the desk is made of.
pub struct CitizenParts {
    /// What the site sets.
    pub settings: CitizenSettings,
    /// The central API.
    pub central: Arc<CentralClient>,
    /// The link to it.
    pub link: Arc<Link>,
    /// The kiosk's store.
    pub store: Store,
    /// The sender of saved submissions.
    pub outbox: Arc<Outbox>,
    /// Numbers while the central system is away.
    pub own: Arc<OwnNumbers>,
    /// The kiosk's printer.
    pub prints: Arc<PrintDesk>,
    /// Every procedure.
    pub catalogue: Arc<Catalogue>,
    /// Every province and commune.
    pub units: Arc<KnownUnits>,
    /// What is counted of the guide's pages.
    pub measures: Arc<Measures>,
    /// What reads pages aloud, where this kiosk has a loudspeaker.
    pub aloud: Option<Arc<dyn Speaker>>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The card and code reader, where there is one.
    pub reader: Option<Reader>,
    /// What takes pictures of papers.
    pub capture: Capture,
}

/// One person's visit. It lives in memory only, and is replaced by an empty one at its end.
#[derive(Default)]
struct Visit {
    locale: Locale,
    guide: Option<Guide>,
    /// The draft somebody wants to go on with, and has not proved to be theirs.
    wanted: Option<SubmissionCode>,
    /// What an officer asked for that somebody wants to answer, and has not shown to be theirs to answer.
    to_answer: Option<Uuid>,
    ticket: Option<TicketShown>,
    /// Hash of the card that was shown for a number.
    holder: Option<String>,
    /// A number asked for whose answer did not come: asking again is the same asking.
    asked: Option<(NumberWanted, Uuid)>,
    appointment: appointment::Asked,
    said: rating::Said,
    submitted: Option<Submitted>,
    /// The payment slip that was printed last, as it is known how the payment stands.
    payment_slip: Option<payment_slip::Slip>,
    /// The page whose place the next one takes.
    retaken: Option<String>,
}

/// A draft with what it was begun on, and the pages of its papers by their identity.
struct Guide {
    draft: Draft,
    form: Arc<Form>,
    procedure: Arc<Procedure>,
    files: HashMap<String, Vec<u8>>,
    /// Which page stands where another was turned, cut or taken again.
    became: HashMap<String, String>,
    kept: Kept,
    /// What it answers, where an officer asked for something.
    supplement: Option<Answering>,
}

impl CitizenDesk {
    /// A desk of these parts.
    pub fn new(parts: CitizenParts) -> Arc<Self> {
        let CitizenParts {
            settings,
            central,
            link,
            store,
            outbox,
            own,
            prints,
            catalogue,
            units,
            measures,
            aloud,
            clock,
            reader,
            capture,
        } = parts;
        let news = broadcast::Sender::new(32);
        let visit = Mutex::default();
        let assist = Arc::<Assist>::default();
        let drafts =
            Drafts::new(store.clone(), central.clone(), link.clone(), clock.clone(), news.clone(), assist.clone());
        let help = Help::new(central.clone(), link.clone(), news.clone());
        let phone = Phone::new(central.clone());
        Arc::new(Self {
            settings,
            central,
            link,
            store,
            outbox,
            drafts,
            assist,
            own,
            prints,
            catalogue,
            units,
            measures,
            clock,
            reader,
            capture,
            papers: papers::Desk::default(),
            phone,
            aloud: Aloud::new(aloud),
            visit,
            visits: AtomicU64::new(0),
            help,
            news,
        })
    }

    /// What the first screen needs.
    pub async fn home(&self) -> HomeView {
        let known = self.link.known();
        let fresh = if known.live { self.central.branch().await.ok() } else { None };
        HomeView {
            branch: fresh.or(known.branch),
            printer: self.prints.printer().await,
            slot: self.settings.slot,
            online: known.live,
            numbers: known.live || self.own.are_there().await,
            idle_ask_ms: self.settings.idle_ask_ms,
            idle_leave_ms: self.settings.idle_leave_ms,
            px_per_mm: self.settings.px_per_mm,
            voice: self.aloud.there(),
        }
    }

    /// The language of this visit.
    pub async fn set_language(&self, language: &str) {
        self.visit.lock().await.locale = Locale::from_tag(language);
    }

    /// The visit is over: nothing of it is left in this machine's memory, spool or scanner folder. A draft
    /// stays, sealed, for its owner.
    pub async fn end_visit(&self) {
        let mut visit = self.visit.lock().await;
        *visit = Visit::default();
        self.visits.fetch_add(1, Ordering::SeqCst);
        // Before the next visit can print anything.
        self.prints.forget();
        drop(visit);
        self.drafts.answer(None);
        self.assist.end();
        self.measures.left();
        self.help.end();
        self.phone.end();
        self.hush();
        self.capture.disarm().await;
    }

    /// How many visits have ended: the same number as before is the same visit.
    fn visits(&self) -> u64 {
        self.visits.load(Ordering::SeqCst)
    }

    /// Whether nobody is in the middle of a guided submission: then a test disturbs nobody, and shows nobody's
    /// papers.
    pub async fn is_idle(&self) -> bool {
        self.visit.lock().await.guide.is_none()
    }

    /// The print desk of this kiosk.
    pub fn prints(&self) -> &PrintDesk {
        &self.prints
    }

    /// News for the citizen's page.
    pub fn news(&self) -> broadcast::Receiver<CitizenNews> {
        self.news.subscribe()
    }

    fn tell(&self, news: CitizenNews) {
        // Nobody listening is no fault: the page asks for its state when it opens.
        let _ = self.news.send(news);
    }

    fn refuse(&self, problem: Problem) {
        self.tell(CitizenNews::Refused { problem });
    }

    /// What papers of the queue are made with.
    fn slips(&self, locale: Locale) -> Slips<'_> {
        Slips { branch: self.link.known().branch, locale, prints: &self.prints, size: self.settings.receipt }
    }

    async fn words(&self) -> (MutexGuard<'_, Visit>, &'static Words) {
        let visit = self.visit.lock().await;
        let words = Words::of(visit.locale);
        (visit, words)
    }
}
