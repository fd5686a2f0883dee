//! The desks behind the windows, and how they are put together at the start.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use motcua_central::Running;
use motcua_domain::paper::PaperSize;
use motcua_domain::wire::Problem;
use motcua_kiosk::catalogue::Catalogue;
use motcua_kiosk::citizen::{CitizenDesk, CitizenParts, CitizenSettings};
use motcua_kiosk::clock::{Clock, SystemClock};
use motcua_kiosk::link::Link;
use motcua_kiosk::measures::Measures;
use motcua_kiosk::outbox::Outbox;
use motcua_kiosk::own_series::OwnNumbers;
use motcua_kiosk::paper_events::PaperEvents;
use motcua_kiosk::pictures::Pictures;
use motcua_kiosk::print_desk::PrintDesk;
use motcua_kiosk::print_journal::PrintJournal;
use motcua_kiosk::printer::{
    AfterRestart, EscPosAddressError, EscPosPrinter, IppPrinter, NoPrinter, Printer, TrialPrinter,
};
use motcua_kiosk::reader;
use motcua_kiosk::readiness::{MachineProbes, PATIENCE, ReaderWatch, Readiness, RunningParts};
use motcua_kiosk::staff::{StaffDesk, StaffParts};
use motcua_kiosk::status::{Rhythm, StatusReporter};
use motcua_kiosk::store::{Identity, Store};
use motcua_kiosk::units::KnownUnits;
use tauri::async_runtime::spawn;
use tokio::sync::watch;

use crate::readiness;
use crate::settings::{Face, ReceiptSize, Settings};
use crate::voice::Voices;

/// Why the program could not start, in words for who installs it.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The central server inside did not start.
    #[error("the central server inside could not start: {0}")]
    Central(#[from] motcua_central::StartError),
    /// The central server inside made no code for this machine.
    #[error("the central server inside made no code for this machine: {0}")]
    Code(#[from] motcua_central::StoreError),
    /// The data folder or its database cannot be used.
    #[error("the data folder {0}: {1}")]
    Store(std::path::PathBuf, motcua_kiosk::store::StoreError),
    /// The central server refused this machine, or could not be asked.
    #[error(
        "this machine could not be enrolled at the central server ({0}): check its address and make a new code with 'motcua-central enrol-code'"
    )]
    Enrol(Problem),
    /// The authority of the central server's certificate cannot be read.
    #[error("--central-ca {0}: {1}")]
    CentralCa(std::path::PathBuf, String),
    /// A remote central server was named for a machine that was never enrolled.
    #[error(
        "this machine is not enrolled at {0}: make a code there with 'motcua-central enrol-code' and start once with --enrol CODE"
    )]
    NotEnrolled(String),
    /// The printer's address is neither `trial` nor one of a known kind.
    #[error("--printer {0}: give 'trial' or an address that begins with ipp://, http:// or escpos:")]
    Printer(String),
    /// The address of an ESC/POS printer is not understood.
    #[error("--printer {0}: {1}")]
    EscPos(String, EscPosAddressError),
    /// The player cannot be told which device to play on.
    #[error("--sound-device: {0}")]
    SoundDevice(#[from] motcua_kiosk::speech::PlayerError),
    /// The first administrator's password could not be written down.
    #[error("the first administrator's password could not be written to {0}: {1}")]
    FirstPassword(std::path::PathBuf, std::io::Error),
}

/// What the commands work on.
pub struct App {
    /// The citizen's desk.
    pub citizen: Arc<CitizenDesk>,
    /// The officer's desk.
    pub staff: Arc<StaffDesk>,
    /// The link to the central system.
    pub link: Arc<Link>,
    /// The checks of this machine.
    pub readiness: Readiness,
    /// What an officer can try of this machine.
    pub probes: MachineProbes,
    /// What people call this machine.
    pub name: String,
    /// What slips are printed on.
    pub slips: PaperSize,
    /// The pictures of the boards' notices.
    pub pictures: Pictures,
    /// Whether calls are to be heard here and are not; none where this machine does not speak.
    mute: Option<watch::Receiver<bool>>,
    /// Where the person at this machine looks for files that were saved.
    pub downloads: OnceLock<PathBuf>,
    /// The central server inside, which lives as long as the program.
    _central: Option<Running>,
}

impl App {
    /// Puts the desks together and starts what runs beside them.
    pub async fn start(settings: &Settings) -> Result<Self, StartError> {
        let store_error = |error| StartError::Store(settings.data.clone(), error);
        let mut identity = Identity::load(&settings.data).map_err(store_error)?;
        let store = Store::open(&settings.data, identity.seal().map_err(store_error)?).await.map_err(store_error)?;
        let running = match settings.central {
            Some(_) => None,
            None => Some(start_inside(settings).await?),
        };
        let base = match (&settings.central, &running) {
            (Some(url), _) => url.clone(),
            (None, Some(running)) => format!("http://{}", running.address),
            (None, None) => unreachable!("a central server is named or runs inside"),
        };
        let central = Arc::new(settings.client(&base)?);
        if identity.token.is_none() {
            let code = match (&settings.enrol, &running) {
                (Some(code), _) => code.clone(),
                (None, Some(running)) => running.enrolment_code().await?,
                (None, None) => return Err(StartError::NotEnrolled(base)),
            };
            let device = central.enrol(&code, settings.name()).await.map_err(StartError::Enrol)?;
            identity.token = Some(device.token);
            identity.save(&settings.data).map_err(store_error)?;
        }
        central.use_device_token(identity.token.as_deref().unwrap_or_default());

        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let link = Arc::new(Link::new(central.clone(), clock.clone()));
        let outbox = Arc::new(Outbox::new(store.clone(), central.clone(), clock.clone()));
        let own = Arc::new(OwnNumbers::new(store.clone(), central.clone(), link.clone(), clock.clone()));
        let printer: Arc<dyn Printer> = AfterRestart::begin(printer(settings, &identity.print_mark())?);
        let journal = PrintJournal::open(store.clone(), clock.clone());
        let papers = PaperEvents::new(store.clone(), central.clone(), link.clone(), clock.clone());
        let Voices { announcer, aloud, test } = settings.voice.voices(&settings.data, clock.clone())?;
        let catalogue = Catalogue::new(store.clone(), central.clone());
        catalogue.recall().await.map_err(store_error)?;
        let units = KnownUnits::new(store.clone(), central.clone());
        units.recall().await.map_err(store_error)?;
        let measures = Measures::new(store.clone(), central.clone(), clock.clone());
        let slips = match settings.receipt {
            ReceiptSize::Roll58 => PaperSize::Roll58,
            ReceiptSize::Roll80 => PaperSize::Roll80,
            ReceiptSize::A5 => PaperSize::A5,
        };
        let reader = settings.reader.clone().map(reader::watch);
        let capture = settings.capture();
        let probes = MachineProbes::new(readiness::parts(
            settings,
            readiness::Shared {
                printer: printer.clone(),
                central: central.clone(),
                clock: clock.clone(),
                reader: reader.as_ref().map(|r| ReaderWatch { presence: r.presence(), tests: r.tests() }),
                camera: capture.camera.clone(),
                sound: test,
                running: Some(RunningParts { link: link.clone(), catalogue: catalogue.clone() }),
            },
        ));
        let readiness = Readiness::new(settings.name(), settings.px_per_mm, Arc::new(probes.clone()), PATIENCE);
        let citizen = CitizenDesk::new(CitizenParts {
            settings: CitizenSettings {
                idle_ask_ms: settings.idle_ask_ms,
                idle_leave_ms: settings.idle_leave_ms,
                px_per_mm: settings.px_per_mm,
                receipt: slips,
                slot: settings.paper_slot.told(),
            },
            central: central.clone(),
            link: link.clone(),
            store: store.clone(),
            outbox: outbox.clone(),
            own: own.clone(),
            prints: Arc::new(PrintDesk::new(printer.clone()).with_journal(journal.clone()).telling(papers.clone())),
            catalogue: catalogue.clone(),
            units: units.clone(),
            measures: measures.clone(),
            aloud,
            clock: clock.clone(),
            reader,
            capture,
        });
        let mute = announcer.map(|announcer| {
            let (mute, known) = (announcer.mute(), link.watch());
            spawn(async move { announcer.run(known).await });
            mute
        });
        let pictures = Pictures::new(central.clone(), settings.data.join("pictures"));
        let prints = settings.faces.iter().any(|face| *face != Face::Board);
        let reporter = StatusReporter {
            central: central.clone(),
            link: link.clone(),
            store: store.clone(),
            catalogue: catalogue.clone(),
            faces: settings.faces.iter().map(|face| face.told()).collect(),
            printer: prints.then(|| printer.clone()),
            journal: prints.then(|| journal.clone()),
            papers: prints.then(|| papers.clone()),
            mute: mute.clone(),
            rhythm: Rhythm::default(),
        };
        let staff = StaffDesk::new(StaffParts {
            central,
            link: link.clone(),
            store,
            outbox: outbox.clone(),
            catalogue: catalogue.clone(),
            units: units.clone(),
            prints: Arc::new(PrintDesk::new(printer).with_journal(journal).telling(papers.clone())),
            slips,
            clock,
            mute: mute.clone(),
        });

        let following = link.clone();
        spawn(async move { following.run().await });
        spawn(async move { outbox.run().await });
        if prints {
            spawn(catalogue.run(link.watch()));
            spawn(units.run(link.watch()));
        }
        if prints {
            spawn(papers.run());
        }
        spawn(reporter.run());
        if settings.faces.contains(&Face::Citizen) {
            spawn(citizen.clone().listen());
            spawn(measures.run());
            spawn(citizen.clone().follow_help());
            spawn(citizen.clone().keep_drafts());
            spawn(citizen.clone().follow_assist());
            spawn(citizen.clone().follow_outbox());
            spawn(citizen.clone().follow_printer());
            spawn(async move { own.run().await });
        }
        if settings.faces.contains(&Face::Staff) {
            spawn(staff.clone().follow_devices());
        }
        Ok(Self {
            citizen,
            staff,
            link,
            readiness,
            probes,
            name: settings.name().to_owned(),
            slips,
            pictures,
            mute,
            downloads: OnceLock::new(),
            _central: running,
        })
    }

    /// Whether calls are to be heard here and are not.
    pub fn mute(&self) -> bool {
        self.mute.as_ref().is_some_and(|mute| *mute.borrow())
    }
}

/// Starts the central server inside this program, on SQLite in the data folder.
async fn start_inside(settings: &Settings) -> Result<Running, StartError> {
    let plain_http_on_the_network = settings.plain_http_on_the_network;
    let serving = motcua_central::Serving { plain_http_on_the_network, ..Default::default() };
    let inside = motcua_central::Settings {
        listen: settings.listen,
        database: format!("sqlite://{}?mode=rwc", settings.data.join("central.sqlite").display()),
        branch: motcua_domain::branch::BranchConfig::default(),
        public_url: settings.public_url.clone(),
        banks: settings.banks.iter().cloned().collect(),
    };
    let running = motcua_central::start_with(inside, serving).await?;
    if let Some(first) = &running.first_administrator {
        let path = settings.data.join("first-administrator.txt");
        first.write_down(&path).map_err(|error| StartError::FirstPassword(path.clone(), error))?;
        tracing::info!(path = %path.display(), "the first administrator's password is in this file, to be changed at the first sign-in");
    }
    Ok(running)
}

/// The printer that the command line names; its own jobs bear this mark.
pub fn printer(settings: &Settings, mark: &str) -> Result<Arc<dyn Printer>, StartError> {
    Ok(match settings.printer.as_deref() {
        None => Arc::new(NoPrinter),
        Some("trial") => Arc::new(TrialPrinter::new(settings.data.join("printed"))),
        Some(address) if address.starts_with("ipp://") || address.starts_with("http://") => {
            let printer = IppPrinter::new(address).map_err(|_| StartError::Printer(address.to_owned()))?;
            Arc::new(printer.marked(mark))
        }
        Some(address) if address.starts_with("escpos:") => {
            let printer = EscPosPrinter::new(address).map_err(|error| StartError::EscPos(address.to_owned(), error))?;
            // This program and its `--diagnose` leave each other's talks with it alone.
            Arc::new(printer.locked_in(&settings.data))
        }
        Some(other) => return Err(StartError::Printer(other.to_owned())),
    })
}
