//! Starting and stopping the server.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::OpenOptions;
use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::serve::ListenerExt;
use jiff::civil::Time;
use motcua_domain::branch::{BranchConfig, BranchError};
use motcua_domain::time::Moment;
use motcua_domain::wire::AuditHead;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, broadcast, mpsc, watch};
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};

use crate::app::{App, Shared, told_to_stop};
use crate::clock;
use crate::http;
use crate::http::Paces;
use crate::http::bank::BankSecret;
use crate::http::board::Publisher;
use crate::http::drafts::DraftKeys;
use crate::http::forms::KnownForms;
use crate::http::procedures::Procedures;
use crate::http::status::Heard;
use crate::http::uploads::Followed;
use crate::metrics::Metrics;
use crate::reads_kept::ReadsKept;
use crate::refusal::Refusal;
use crate::secret;
use crate::serving::{Certificate, Door, Serving, TlsError};
use crate::store::audit::{self, AuditFault};
use crate::store::open::{OpenError, Opened, open};
use crate::store::processes::Hint;
use crate::store::sql::Pool;
use crate::store::vault::Seal;
use crate::store::{
    Pending, Unit, Writer, answered, catalogue, config, day_key, device, draft, draft_help, epoch, file, picture,
    retention, sealing, staff, supplement_answer, upload,
};

/// A day in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;
/// How long stored answers are kept: a kiosk may be cut off for weeks.
const ANSWERS_KEPT: i64 = 30 * DAY;
/// How long a file that no submission names is kept: longer than the answer that names it, so that a
/// replayed upload never names a file that is gone.
const FILES_KEPT: i64 = ANSWERS_KEPT + DAY;
/// How long a picture that no settings in force name is kept: it may be named by what is just being
/// filled in.
const PICTURES_KEPT: i64 = 7 * DAY;
/// The longest until the date is looked at again, in milliseconds: a clock may be set.
const MOST_WAIT: i64 = 60 * 1000;
/// How often what has had its time is deleted.
const TIDY: Duration = Duration::from_secs(60 * 60);
/// How long requests may take to end when the server stops.
const STOPPING: Duration = Duration::from_secs(6);
/// How long the database may take to close.
const CLOSING: Duration = Duration::from_secs(3);
/// The first administrator's account.
pub(crate) const FIRST: &str = "quantri";

/// How the server is to run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where it listens; port 0 takes any free port.
    pub listen: SocketAddr,
    /// The database, such as `sqlite://central.db`.
    pub database: String,
    /// The centre, for the first start.
    pub branch: BranchConfig,
    /// Where a phone on the same network reaches the public pages, if it can.
    pub public_url: Option<String>,
    /// The banks that tell of credits, by their stable names, with the secret shared with each. None of
    /// them is known otherwise.
    pub banks: BTreeMap<String, BankSecret>,
}

/// The account made at the first start.
#[derive(Clone)]
pub struct FirstAdministrator {
    /// The account's name.
    pub account: String,
    /// Its password, known nowhere else; it must be changed at the first sign-in.
    pub password: String,
}

impl FirstAdministrator {
    /// Writes account and password into a file that only its owner can read.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write_down(&self, file: &Path) -> std::io::Result<()> {
        // A file from before keeps its mode when it is opened again: make a new one.
        match std::fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(file)?;
        writeln!(file, "account: {}\npassword: {}", self.account, self.password)?;
        file.sync_all()
    }
}

/// Why the server could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The branch cannot be worked with.
    #[error("the branch cannot be worked with: {0}")]
    Branch(#[from] BranchError),
    /// The database could not be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It was to speak plain HTTP beyond this machine.
    #[error(
        "{0} can be reached from the network, where everybody could read plain HTTP: give the server a certificate, let it listen on 127.0.0.1, or say that it may all the same"
    )]
    PlainHttp(SocketAddr),
    /// The certificate cannot be used.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// It could not listen.
    #[error("cannot listen on {0}: {1}")]
    Listen(SocketAddr, std::io::Error),
}

/// The database could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("the database could not be read or written: {0}")]
pub struct StoreError(String);

impl From<Refusal> for StoreError {
    fn from(refusal: Refusal) -> Self {
        Self(match refusal {
            Refusal::Store(error) => error.to_string(),
            other => other.to_string(),
        })
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        Self(error.to_string())
    }
}

/// A running server. Dropping it leaves it running; [`Running::stop`] ends it.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// The account made just now, when this was the first start.
    pub first_administrator: Option<FirstAdministrator>,
    certificate: Option<Certificate>,
    writer: Writer,
    reads: Pool,
    stop: watch::Sender<bool>,
    serving: JoinHandle<()>,
    writing: JoinHandle<()>,
}

impl Running {
    /// A one-time code with which a device enrols within 15 minutes.
    ///
    /// # Errors
    /// When it could not be stored.
    pub async fn enrolment_code(&self) -> Result<String, StoreError> {
        Ok(self.writer.run(|unit| Box::pin(device::make_code(unit))).await?.0)
    }

    /// `https` or `http`.
    pub fn scheme(&self) -> &'static str {
        if self.certificate.is_some() { "https" } else { "http" }
    }

    /// Reads the certificate and its key again, for connections from now on. False without one.
    ///
    /// # Errors
    /// When they cannot be used; the one from before goes on being shown.
    pub fn read_certificate_again(&self) -> Result<bool, TlsError> {
        self.certificate.as_ref().map_or(Ok(false), |certificate| certificate.read_again().map(|()| true))
    }

    /// Whether the writing task takes changes and commits them.
    pub async fn is_well(&self) -> bool {
        self.writer.run(|_| Box::pin(async { Ok(()) })).await.is_ok()
    }

    /// Stops taking requests, lets those under way end, and closes the database.
    pub async fn stop(self) {
        let Self { writer, reads, stop, mut serving, writing, .. } = self;
        // Nobody listens when the server has ended by itself.
        let _ = stop.send(true);
        if timeout(STOPPING, &mut serving).await.is_err() {
            tracing::warn!("requests did not end in time");
            serving.abort();
        }
        // The connection that closes last empties the log of a file, and it must be the one that writes.
        if timeout(CLOSING, reads.close()).await.is_err() {
            tracing::warn!("what was read did not end in time");
        }
        drop(writer);
        if timeout(CLOSING, writing).await.is_err() {
            tracing::warn!("the database did not close in time");
        }
    }
}

/// A one-time enrolment code written straight into the database, for the machine that holds it.
///
/// # Errors
/// When the database cannot be opened or written.
pub async fn enrolment_code(database: &str) -> Result<String, StartError> {
    Ok(change(database, false, |unit| Box::pin(device::make_code(unit))).await?.0)
}

/// Walks the chain of the audit, and looks for a head that was written down earlier.
///
/// # Errors
/// When the database cannot be opened or read.
pub async fn verify_audit(
    database: &str,
    expected: Option<AuditHead>,
) -> Result<Result<AuditHead, AuditFault>, StartError> {
    let opened = open(database, None, false).await?;
    let mut conn = opened.reads.acquire().await.map_err(StoreError::from)?;
    Ok(audit::verify(&mut conn, expected.as_ref()).await.map_err(StoreError::from)?)
}

/// Changes a database on which a server may run at the same time.
pub(crate) async fn change<T, F>(database: &str, create: bool, work: F) -> Result<T, StartError>
where
    T: Send + 'static,
    F: for<'a> FnOnce(&'a mut Unit) -> Pending<'a, T> + Send + 'static,
{
    let (writer, _, writing) =
        Writer::start(open(database, None, create).await?.writes).await.map_err(StoreError::from)?;
    let changed = writer.run(work).await.map_err(StoreError::from);
    drop(writer);
    // It only closes the connection now.
    let _ = writing.await;
    Ok(changed?)
}

/// Starts the server: opens the database, sets the centre up at the first start, and listens.
///
/// # Errors
/// See [`StartError`]; nothing runs then.
pub async fn start(settings: Settings) -> Result<Running, StartError> {
    start_with(settings, Serving::default()).await
}

/// As [`start`], and says how it meets the network.
///
/// # Errors
/// See [`StartError`]; nothing runs then.
pub async fn start_with(settings: Settings, serving: Serving) -> Result<Running, StartError> {
    settings.branch.check()?;
    if !serving.may_listen(settings.listen) {
        return Err(StartError::PlainHttp(settings.listen));
    }
    let certificate = serving.tls.map(Certificate::read).transpose()?;
    let failed = |error| StartError::Listen(settings.listen, error);
    let listener = TcpListener::bind(settings.listen).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let Opened { writes, reads, .. } = open(&settings.database, serving.key_file.as_deref(), true).await?;
    let (writer, seen, writing) = Writer::start(writes.clone()).await.map_err(StoreError::from)?;
    // One process keeps it in memory; several must open what phones sent to the others.
    let piece_seal = match writes.of_postgres() {
        None => Seal::random().map_err(Refusal::from).map_err(StoreError::from)?,
        Some(_) => writes.vault().seal_for("pieces"),
    };
    let branch = settings.branch;
    writer
        .run(move |unit| {
            Box::pin(async move {
                upload::end_all(&mut unit.conn).await?;
                config::seed(unit, &branch).await?;
                draft_help::lapse(unit).await?;
                catalogue::bring_up_to_date(unit).await
            })
        })
        .await
        .map_err(StoreError::from)?;
    sealing::seal_all(&writer).await.map_err(StoreError::from)?;
    // The first change after the set-up begins the day.
    writer.run(|unit| Box::pin(epoch::begin(unit))).await.map_err(StoreError::from)?;
    let first_administrator = first_administrator(&writer).await.map_err(StoreError::from)?;
    let (stop, stopping) = watch::channel(false);
    tokio::spawn(tidy(writer.clone(), stopping.clone()));
    tokio::spawn(watch_the_date(writer.clone(), stopping.clone()));
    let metrics = Metrics::new(writer.commits());
    let door = Door::open(listener, certificate.clone(), serving.connections).map_err(failed)?;
    let app = App::new(Shared {
        reads: reads.clone(),
        writer: writer.clone(),
        seen,
        public_url: settings.public_url,
        running: Mutex::new(HashSet::new()),
        devices: Mutex::new(HashMap::new()),
        heard: Heard::default(),
        paces: Paces::default(),
        boards: Publisher::default(),
        procedures: Procedures::default(),
        forms: KnownForms::default(),
        draft_keys: DraftKeys::default(),
        piece_seal,
        followed: Followed::default(),
        banks: settings.banks,
        reads_kept: ReadsKept::default(),
        revoked: broadcast::channel(64).0,
        hashing: Arc::new(Semaphore::new(2)),
        metrics,
        metrics_token: serving.metrics_token,
        database: settings.database,
        stopping: stopping.clone(),
    });
    if let Some(hints) = app.writer.processes().listen() {
        tokio::spawn(hear(app.clone(), hints, stopping.clone()));
    }
    let serving = tokio::spawn(serve(door, app, stopping));
    tracing::info!(%address, "the central API listens");
    Ok(Running { address, first_administrator, certificate, writer, reads, stop, serving, writing })
}

/// Takes in what other processes over the same data tell.
async fn hear(app: App, mut hints: mpsc::Receiver<Hint>, mut stopping: watch::Receiver<bool>) {
    loop {
        let hint = tokio::select! {
            hint = hints.recv() => hint,
            () = told_to_stop(&mut stopping) => return,
        };
        match hint {
            None => return,
            Some(Hint::Log) => {
                if let Err(error) = app.writer.look().await {
                    tracing::warn!(%error, "what another process did is not known yet");
                }
            }
            Some(Hint::Catalogue) => app.writer.tell_catalogue(),
            Some(Hint::Revoked { device }) => app.forget_device(&device),
            Some(Hint::Heard { device, status }) => {
                app.heard.take(device, *status, clock::now());
            }
        }
    }
}

async fn serve(door: Door, app: App, mut stopping: watch::Receiver<bool>) {
    // Only what is tapped tells axum the address of who asks.
    let door = door.tap_io(|_| {});
    let service = http::router(app).into_make_service_with_connect_info::<SocketAddr>();
    let stopped = async move { told_to_stop(&mut stopping).await };
    if let Err(error) = axum::serve(door, service).with_graceful_shutdown(stopped).await {
        tracing::error!(%error, "the server ended");
    }
}

/// Makes the first administrator, with a random password. Until somebody has set a password of their
/// own every start makes a new one, so that a first start that was cut short locks nobody out.
async fn first_administrator(writer: &Writer) -> Result<Option<FirstAdministrator>, Refusal> {
    let settled = writer.run(|unit| Box::pin(async { Ok(staff::any_settled(&mut unit.conn).await?) })).await?;
    if settled {
        return Ok(None);
    }
    let password = secret::readable(16)?;
    let hash = secret::hash_password(&password)?;
    writer.run(move |unit| Box::pin(async move { staff::set_first(unit, FIRST, "Quản trị", &hash).await })).await?;
    Ok(Some(FirstAdministrator { account: FIRST.to_owned(), password }))
}

/// Ends the day soon after midnight also when nobody asks for anything, and deletes every minute what
/// phones sent and nobody took.
async fn watch_the_date(writer: Writer, mut stopping: watch::Receiver<bool>) {
    loop {
        let now = clock::now();
        let tomorrow =
            now.business_date().tomorrow().map(|date| Moment::from_local(date.to_datetime(Time::midnight())));
        let wait = tomorrow.map_or(DAY, |midnight| midnight.millis() - now.millis()).clamp(0, MOST_WAIT);
        tokio::select! {
            () = sleep(Duration::from_millis(wait.unsigned_abs() + 1_000)) => {}
            () = told_to_stop(&mut stopping) => return,
        }
        // Every change looks at the date first.
        let look = writer.run(|unit| Box::pin(async { Ok(upload::forget(&mut unit.conn, unit.now).await?) }));
        if let Err(error) = look.await {
            tracing::warn!(%error, "the date could not be looked at");
        }
    }
}

/// Deletes what has had its time: at the start, and every hour.
async fn tidy(writer: Writer, mut stopping: watch::Receiver<bool>) {
    let mut hourly = interval(TIDY);
    hourly.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = hourly.tick() => {}
            () = told_to_stop(&mut stopping) => return,
        }
        let tidied = writer.run(|unit| {
            Box::pin(async move {
                unit.erase();
                day_key::forget(&mut unit.conn, unit.now).await?;
                answered::forget(&mut unit.conn, unit.now.plus_millis(-ANSWERS_KEPT)).await?;
                staff::forget(&mut unit.conn, unit.now.plus_millis(-staff::IDLE)).await?;
                file::forget(&mut unit.conn, unit.now.plus_millis(-FILES_KEPT)).await?;
                supplement_answer::forget(&mut unit.conn, unit.now).await?;
                let set_up = config::newest(&mut unit.conn).await?;
                if let Some(config) = &set_up {
                    draft::forget(unit, config.keep_drafts_days).await?;
                }
                let named = set_up.iter().flat_map(|set_up| &set_up.notices).filter_map(|one| one.picture.as_ref());
                picture::forget(&mut unit.conn, named, unit.now, unit.now.plus_millis(-PICTURES_KEPT)).await?;
                Ok(())
            })
        });
        if let Err(error) = tidied.await {
            tracing::warn!(%error, "what has had its time could not be deleted");
        }
        if let Err(error) = delete_submissions(&writer).await {
            tracing::warn!(%error, "submissions that had their time could not be deleted");
        }
    }
}

/// Deletes the submissions that had their time, part by part, so that nobody waits for it.
async fn delete_submissions(writer: &Writer) -> Result<(), Refusal> {
    loop {
        let deleted = writer.run(|unit| {
            Box::pin(async move {
                match config::newest(&mut unit.conn).await? {
                    Some(config) => retention::delete(unit, &config).await,
                    None => Ok(0),
                }
            })
        });
        match deleted.await? {
            0 => return Ok(()),
            submissions => tracing::info!(submissions, "submissions that had their time were deleted"),
        }
    }
}
