//! An officer's desk: signing in, a counter, the queue, and accepting submissions.

mod accounts;
mod appointments;
mod assist;
mod config;
mod counter;
mod devices;
mod drafts;
mod forms;
mod measures;
mod payments;
mod procedures;
mod reports;
mod submissions;

use std::sync::{Arc, Mutex, MutexGuard};

use motcua_domain::paper::PaperSize;
use motcua_domain::wire::{Branch, ChangePassword, Problem, SignIn, StaffMember};
use tokio::sync::watch;
use uuid::Uuid;

use crate::catalogue::Catalogue;
use crate::central::CentralClient;
use crate::clock::Clock;
use crate::link::Link;
use crate::outbox::Outbox;
use crate::print_desk::PrintDesk;
use crate::store::Store;
use crate::units::KnownUnits;
use crate::view::{ConsoleView, LastDone, PrintView};

/// An officer's side of a console. The session's token stays here and never reaches a page.
pub struct StaffDesk {
    central: Arc<CentralClient>,
    link: Arc<Link>,
    store: Store,
    outbox: Arc<Outbox>,
    catalogue: Arc<Catalogue>,
    units: Arc<KnownUnits>,
    prints: Arc<PrintDesk>,
    slips: PaperSize,
    clock: Arc<dyn Clock>,
    mute: Option<watch::Receiver<bool>>,
    session: Mutex<Option<Session>>,
    /// The draft in hand of the officer signed in.
    assist: tokio::sync::Mutex<Option<assist::Assist>>,
}

/// What the desk is made of.
pub struct StaffParts {
    /// The central API.
    pub central: Arc<CentralClient>,
    /// The link to it.
    pub link: Arc<Link>,
    /// The machine's store.
    pub store: Store,
    /// The sender of saved submissions.
    pub outbox: Arc<Outbox>,
    /// Every procedure.
    pub catalogue: Arc<Catalogue>,
    /// The country's units.
    pub units: Arc<KnownUnits>,
    /// The console's printer.
    pub prints: Arc<PrintDesk>,
    /// What receipts and lists of papers are printed on: a roll or [`PaperSize::A5`].
    pub slips: PaperSize,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Whether numbers are not heard, where this machine calls them aloud.
    pub mute: Option<watch::Receiver<bool>>,
}

#[derive(Clone)]
struct Session {
    token: String,
    who: StaffMember,
    last: Option<LastDone>,
    /// What was asked whose answer did not come: asking again is the same asking.
    asked: Option<(String, Uuid)>,
}

impl StaffDesk {
    /// A desk with nobody at it.
    pub fn new(parts: StaffParts) -> Arc<Self> {
        let StaffParts { central, link, store, outbox, catalogue, units, prints, slips, clock, mute } = parts;
        Arc::new(Self {
            central,
            link,
            store,
            outbox,
            catalogue,
            units,
            prints,
            slips,
            clock,
            mute,
            session: Mutex::default(),
            assist: tokio::sync::Mutex::default(),
        })
    }

    /// What the console shows all the time.
    pub async fn console(&self) -> ConsoleView {
        let known = self.link.known();
        let (who, last) = self.session().clone().map(|session| (session.who, session.last)).unzip();
        let who = who.map(|mut who| {
            // The hall says which counter is whose: a day that ends closes it, a colleague may take it over.
            who.counter = known.branch.as_ref().and_then(|branch| counter_of(branch, &who.account));
            who
        });
        let signed_in = who.is_some();
        let counter = who.as_ref().and_then(|who| who.counter);
        let queue = known.queue.filter(|_| signed_in);
        let current = queue.as_ref().and_then(|queue| {
            queue.at_counters.iter().find(|ticket| counter.is_some() && ticket.counter == counter).cloned()
        });
        ConsoleView {
            who,
            branch: known.branch,
            queue,
            current,
            last: last.flatten(),
            online: known.live,
            as_of: known.heard_at,
            printer: self.prints.printer().await,
            unsent: self.store.unsent().await.unwrap_or_default(),
            mute: self.mute.as_ref().is_some_and(|mute| *mute.borrow()),
            devices: if signed_in { known.devices } else { Vec::new() },
        }
    }

    /// Signs an officer in.
    ///
    /// # Errors
    /// `sign-in-wrong`, `sign-in-wait`, `central-away`.
    pub async fn sign_in(&self, account: &str, password: &str) -> Result<ConsoleView, Problem> {
        let request = SignIn { account: account.trim().to_lowercase(), password: password.to_owned() };
        let session = self.central.sign_in(&request).await?;
        self.link.refresh().await;
        self.begin_session(Session { token: session.token, who: session.who, last: None, asked: None });
        self.look_at_devices().await;
        Ok(self.console().await)
    }

    /// Changes the password of the officer signed in.
    ///
    /// # Errors
    /// `password-wrong`, `password-short` and the like, `token-missing`, `central-away`.
    pub async fn change_password(&self, current: &str, new: &str) -> Result<ConsoleView, Problem> {
        let token = self.token()?;
        let request = ChangePassword { current: current.to_owned(), new: new.to_owned() };
        self.ended_when_refused(self.central.change_password(&token, &request).await)?;
        self.know_myself(&token).await?;
        Ok(self.console().await)
    }

    /// Ends the officer's session, and closes their counter. When the central system cannot be
    /// reached it ends here, and there when it expires.
    ///
    /// # Errors
    /// `counter-busy` while somebody is at the counter: the session goes on.
    pub async fn sign_out(&self) -> Result<ConsoleView, Problem> {
        // Whose draft is in hand gets it back.
        self.assist_give_back().await?;
        let token = self.token()?;
        match self.central.sign_out(&token).await {
            Err(problem) if problem.code == "counter-busy" => return Err(problem),
            Err(problem) => {
                tracing::warn!(code = problem.code, "the session ends at the central system when it expires")
            }
            Ok(()) => {}
        }
        self.end_session();
        self.link.refresh().await;
        Ok(self.console().await)
    }

    /// The print desk of this console.
    pub fn prints(&self) -> &PrintDesk {
        &self.prints
    }

    /// Prints a job of this console once more, marked "IN LẠI", and has it counted as this officer's.
    ///
    /// # Errors
    /// `print-job-unknown`, `print-job-running`, `token-missing`.
    pub fn reprint(&self, job: u64) -> Result<u64, Problem> {
        let session = self.session();
        let account = session.as_ref().map(|session| session.who.account.clone());
        self.prints.reprint_by(job, Some(account.ok_or_else(|| Problem::new("token-missing"))?))
    }

    /// Waits for the end of a print job of the officer signed in.
    ///
    /// # Errors
    /// `print-job-unknown`, `token-missing`.
    pub async fn print_result(&self, job: u64) -> Result<PrintView, Problem> {
        self.signed_in()?;
        self.prints.result(job).await
    }

    /// Asks the central system who is signed in.
    async fn know_myself(&self, token: &str) -> Result<(), Problem> {
        let who = self.ended_when_refused(self.central.me(token).await)?;
        if let Some(session) = self.session().as_mut().filter(|session| session.token == token) {
            session.who = who;
        }
        Ok(())
    }

    /// Whether an officer is signed in at this console.
    ///
    /// # Errors
    /// As every action of an officer without one.
    pub fn signed_in(&self) -> Result<(), Problem> {
        self.token().map(drop)
    }

    /// The token of the officer signed in.
    fn token(&self) -> Result<String, Problem> {
        self.session().as_ref().map(|session| session.token.clone()).ok_or_else(|| Problem::new("token-missing"))
    }

    /// The account and the name of the officer signed in.
    fn myself(&self) -> Option<(String, String)> {
        self.session().as_ref().map(|session| (session.who.account.clone(), session.who.name.clone()))
    }

    /// A session the central system no longer knows is over here as well.
    fn ended_when_refused<T>(&self, answer: Result<T, Problem>) -> Result<T, Problem> {
        if answer.as_ref().is_err_and(|problem| {
            ["token-missing", "token-unknown", "signed-out-idle"].contains(&problem.code.as_str())
        }) {
            self.end_session();
        }
        answer
    }

    /// Somebody is signed in: whoever was here before has nothing printed any more.
    fn begin_session(&self, begun: Session) {
        let mut session = self.session();
        self.prints.forget();
        *session = Some(begun);
    }

    /// Nobody is signed in any more: what still waits for the printer is not printed, and nothing is printed again.
    fn end_session(&self) {
        let mut session = self.session();
        *session = None;
        self.prints.forget();
    }

    /// Holds the session of this token, so that what is started meanwhile is started in it.
    ///
    /// # Errors
    /// `token-missing` when it has ended, and somebody else may be here.
    fn still(&self, token: &str) -> Result<MutexGuard<'_, Option<Session>>, Problem> {
        let session = self.session();
        let same = session.as_ref().is_some_and(|session| session.token == token);
        if same { Ok(session) } else { Err(Problem::new("token-missing")) }
    }

    /// Asks something under a key; after an answer that did not come, under the same one.
    async fn once<T, F>(&self, what: String, ask: impl FnOnce(Uuid) -> F) -> Result<T, Problem>
    where
        F: Future<Output = Result<T, Problem>>,
    {
        let earlier = self.session().as_mut().and_then(|session| session.asked.take());
        let key = earlier.filter(|(asked, _)| *asked == what).map_or_else(Uuid::now_v7, |(_, key)| key);
        let answer = self.ended_when_refused(ask(key).await);
        let lost = answer.as_ref().is_err_and(|problem| problem.code == "central-away");
        if let Some(session) = self.session().as_mut() {
            session.asked = lost.then_some((what, key));
        }
        answer
    }

    fn session(&self) -> MutexGuard<'_, Option<Session>> {
        self.session.lock().expect("no thread panics holding this")
    }
}

/// The counter an officer has open.
fn counter_of(branch: &Branch, account: &str) -> Option<u32> {
    let counter = branch.counters.iter().find(|counter| counter.account.as_deref() == Some(account))?;
    Some(counter.number)
}
