//! One task writes. Changes that wait for it together are committed together, so that one sync of
//! the disk carries many tickets; nobody is answered, and nobody sees, before the commit that holds
//! their change.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use axum::http::StatusCode;
use motcua_domain::branch::BranchConfig;
use motcua_domain::queue::{Fact, Hall, Ticket};
use motcua_domain::time::Moment;
use motcua_domain::wire::{Problem, StreamEvent};
use sqlx::{Connection, SqliteConnection};
use tokio::sync::{OwnedRwLockWriteGuard, RwLock, broadcast, mpsc, oneshot};
use tokio::task::JoinHandle;

use super::answered::{self, Answered, Key};
use super::event::{self, Entry};
use super::lobby::Lobby;
use crate::clock;
use crate::refusal::Refusal;

/// How many changes one commit carries at most.
const BATCH: usize = 64;
/// How many changes may wait. Past it, askers wait to be let in.
const QUEUE: usize = 1024;
/// How many events a slow listener may fall behind before it must fetch the snapshot.
const NEWS: usize = 1024;

/// A change in the making.
pub(crate) type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T, Refusal>> + Send + 'a>>;

/// The hall as everybody may see it: only what is committed. None while the log cannot be read.
pub(crate) type Seen = Arc<RwLock<Option<Lobby>>>;

/// Where a change is made: inside a transaction.
pub(crate) struct Unit {
    /// The connection, for the tables' statements.
    pub(crate) conn: SqliteConnection,
    /// When the change is made.
    pub(crate) now: Moment,
    /// Held while a transaction is under way, so that nobody sees what is not committed.
    lobby: Option<OwnedRwLockWriteGuard<Option<Lobby>>>,
    entries: Vec<Entry>,
    answers: Vec<(Key, Answered)>,
}

impl Unit {
    fn lobby(&mut self) -> Result<&mut Lobby, Refusal> {
        self.lobby.as_mut().and_then(|lobby| lobby.as_mut()).ok_or(Refusal::NotCommitted)
    }

    /// The hall, with all that was recorded in this transaction so far.
    pub(crate) fn hall(&mut self) -> Result<&Hall, Refusal> {
        Ok(&self.lobby()?.hall)
    }

    /// Records a fact, which the hall takes in at once. It is the last step of a change that can
    /// fail: nothing is taken back any more. Answers with the ticket it was about, as it is now.
    pub(crate) fn record(&mut self, fact: Fact) -> Result<Option<Ticket>, Refusal> {
        let lobby = self.lobby()?;
        // A ticket that ends leaves the hall; it is made of itself and its last event then.
        let before = match &fact {
            Fact::Ticket(event) => lobby.hall.find(event.ticket).cloned(),
            _ => None,
        };
        self.take(before, fact)
    }

    /// As [`Unit::record`], for a ticket that has left the hall.
    pub(crate) fn record_of(&mut self, ticket: Ticket, fact: Fact) -> Result<(), Refusal> {
        self.take(Some(ticket), fact).map(|_| ())
    }

    fn take(&mut self, before: Option<Ticket>, fact: Fact) -> Result<Option<Ticket>, Refusal> {
        let lobby = self.lobby()?;
        let revision = lobby.take(&fact);
        let ticket = match &fact {
            Fact::Ticket(event) => lobby.hall.ticket(event.ticket).cloned().or_else(|| {
                before.map(|mut ticket| {
                    ticket.apply(event);
                    ticket
                })
            }),
            _ => None,
        };
        let entry = Entry::new(revision, fact, ticket.as_ref(), &lobby.hall);
        self.entries.push(entry);
        Ok(ticket)
    }

    /// What the hall decides, without recording it yet.
    pub(crate) fn decided<T>(&mut self, rule: impl FnOnce(&Hall, Moment) -> Result<T, Problem>) -> Result<T, Refusal> {
        let now = self.now;
        rule(self.hall()?, now).map_err(Refusal::of_the_hall)
    }

    /// The answer an earlier write with this key was given. If there was none, a late one is refused
    /// from now on.
    pub(crate) async fn answer_or_settle(&mut self, key: Key, late: Problem) -> Result<Option<Answered>, Refusal> {
        let earlier = self.answers.iter().find(|(known, _)| *known == key).map(|(_, answer)| answer.clone());
        let known = match earlier {
            Some(answer) => Some(answer),
            None => answered::find(&mut self.conn, std::slice::from_ref(&key)).await?.remove(&key),
        };
        if known.is_none() {
            self.answers.push((key, Answered::refusal(StatusCode::CONFLICT, late)?));
        }
        Ok(known)
    }

    /// Has the hall decide, and records what it decided, if anything.
    pub(crate) fn decide(
        &mut self,
        rule: impl FnOnce(&Hall, Moment) -> Result<Option<Fact>, Problem>,
    ) -> Result<Option<Ticket>, Refusal> {
        match self.decided(rule)? {
            Some(fact) => self.record(fact),
            None => Ok(None),
        }
    }

    /// Puts other settings in force.
    pub(crate) fn configure(&mut self, config: BranchConfig, version: u32) -> Result<(), Refusal> {
        self.lobby()?.hall.set_config(Arc::new(config));
        self.record(Fact::Config { at: self.now, version })?;
        Ok(())
    }

    /// Ends the day when another has begun.
    fn turn(&mut self) -> Result<(), Refusal> {
        let set_up = self.lobby.as_ref().is_some_and(|lobby| lobby.is_some());
        if !set_up {
            return Ok(());
        }
        let now = self.now;
        for fact in self.hall()?.turn(now) {
            self.record(fact)?;
        }
        Ok(())
    }
}

/// A change of the hall alone: no statement of its own.
pub(crate) type Decide<T> = Box<dyn FnOnce(&mut Unit) -> Result<T, Refusal> + Send>;
/// A change with statements of its own.
pub(crate) type Write<T> = Box<dyn for<'a> FnOnce(&'a mut Unit) -> Pending<'a, T> + Send>;

/// How a change is made.
pub(crate) enum Work<T> {
    /// In memory; the log is written with the commit.
    Decide(Decide<T>),
    /// With statements, inside a savepoint.
    Write(Write<T>),
}

type Tell<T> = oneshot::Sender<Result<T, Refusal>>;
type Deliver = Box<dyn FnOnce(bool) + Send>;
type Own = Box<dyn for<'a> FnOnce(&'a mut Unit) -> Pin<Box<dyn Future<Output = Ran> + Send + 'a>> + Send>;

/// A change that ran: whether it stays, and how its asker is told once it was committed (or not).
struct Ran {
    stays: bool,
    deliver: Deliver,
}

impl Ran {
    fn new<T: Send + 'static>(result: Result<T, Refusal>, tell: Tell<T>) -> Self {
        let stays = result.is_ok();
        let deliver = Box::new(move |committed| {
            // Nobody listens when the asker hung up; the change stands all the same.
            let _ = tell.send(if committed { result } else { Err(Refusal::NotCommitted) });
        });
        Self { stays, deliver }
    }
}

/// A change that waits for its turn.
enum Job {
    /// One whose answer is kept by its key.
    Keyed { key: Key, request_sha256: String, work: Work<Answered>, tell: Tell<Answered> },
    /// One of the server itself.
    Own(Own),
}

/// The way to the writing task. It ends when the last of these is dropped.
#[derive(Clone)]
pub(crate) struct Writer {
    jobs: mpsc::Sender<Job>,
    news: broadcast::Sender<StreamEvent>,
}

impl Writer {
    /// Starts the writing task on a connection.
    pub(crate) fn start(conn: SqliteConnection) -> (Self, Seen, JoinHandle<()>) {
        let (jobs, queue) = mpsc::channel(QUEUE);
        let (news, _) = broadcast::channel(NEWS);
        let seen = Seen::default();
        let unit = Unit { conn, now: clock::now(), lobby: None, entries: Vec::new(), answers: Vec::new() };
        let task = tokio::spawn(write(unit, Arc::clone(&seen), queue, news.clone()));
        (Self { jobs, news }, seen, task)
    }

    /// Makes a change once, or gives the answer it was given before. A refusal by a rule is an answer
    /// as well; it leaves no other trace.
    pub(crate) async fn answer(
        &self,
        key: Key,
        request_sha256: String,
        work: Work<Answered>,
    ) -> Result<Answered, Refusal> {
        let (tell, told) = oneshot::channel();
        self.send(Job::Keyed { key, request_sha256, work, tell }).await?;
        told.await.map_err(|_| Refusal::NotCommitted)?
    }

    /// Makes a change of the server's own and answers when it is on the disk.
    pub(crate) async fn run<T, F>(&self, work: F) -> Result<T, Refusal>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(&'a mut Unit) -> Pending<'a, T> + Send + 'static,
    {
        let (tell, told) = oneshot::channel();
        let own: Own = Box::new(move |unit| Box::pin(async move { Ran::new(work(unit).await, tell) }));
        self.send(Job::Own(own)).await?;
        told.await.map_err(|_| Refusal::NotCommitted)?
    }

    async fn send(&self, job: Job) -> Result<(), Refusal> {
        self.jobs.send(job).await.map_err(|_| Refusal::NotCommitted)
    }

    /// Events from now on, each after its commit.
    pub(crate) fn listen(&self) -> broadcast::Receiver<StreamEvent> {
        self.news.subscribe()
    }

    /// Whether the writing task is there.
    pub(crate) fn is_up(&self) -> bool {
        !self.jobs.is_closed()
    }
}

async fn write(mut unit: Unit, seen: Seen, mut queue: mpsc::Receiver<Job>, news: broadcast::Sender<StreamEvent>) {
    let mut batch = Vec::with_capacity(BATCH);
    while queue.recv_many(&mut batch, BATCH).await > 0 {
        unit.lobby = Some(Arc::clone(&seen).write_owned().await);
        let mut answers = Vec::with_capacity(batch.len());
        let committed = match commit(&mut unit, &mut batch, &mut answers).await {
            Ok(()) => true,
            Err(error) => {
                tracing::error!(%error, changes = answers.len(), "a commit failed");
                // After some failures SQLite has rolled back by itself already.
                let _ = sqlx::query("ROLLBACK").execute(&mut unit.conn).await;
                // What was taken in is not true: the hall is read again before the next change.
                unit.lobby.as_deref_mut().map(Option::take);
                unit.entries.clear();
                false
            }
        };
        unit.lobby = None;
        for entry in unit.entries.drain(..) {
            // An error here means that nobody listens.
            let _ = news.send(entry.told());
        }
        unit.answers.clear();
        for deliver in answers {
            deliver(committed);
        }
        // Changes that did not run: dropping them tells their askers.
        batch.clear();
    }
    if let Err(error) = unit.conn.close().await {
        tracing::warn!(%error, "the database did not close cleanly");
    }
}

/// Runs the batch in one transaction.
async fn commit(unit: &mut Unit, batch: &mut Vec<Job>, answers: &mut Vec<Deliver>) -> Result<(), Refusal> {
    sqlx::query("BEGIN IMMEDIATE").execute(&mut unit.conn).await?;
    unit.now = clock::now();
    unit.read_hall().await?;
    let keys = batch.iter().filter_map(|job| match job {
        Job::Keyed { key, .. } => Some(key.clone()),
        Job::Own(_) => None,
    });
    let keys: Vec<_> = keys.collect();
    let mut known = answered::find(&mut unit.conn, &keys).await?;
    for job in batch.drain(..) {
        unit.now = clock::now();
        unit.turn()?;
        let recorded = unit.entries.len();
        let ran = match job {
            Job::Own(own) => {
                unit.savepoint().await?;
                let ran = own(unit).await;
                unit.leave_savepoint(ran.stays).await?;
                ran
            }
            Job::Keyed { key, request_sha256, work, tell } => {
                let result = match known.get(&key) {
                    Some(earlier) if earlier.request_sha256 == request_sha256 => Ok(earlier.clone()),
                    Some(_) => Err(Refusal::wrong("idempotency-key-reused")),
                    None => unit.keyed(work).await.map(|answer| Answered { request_sha256, ..answer }),
                };
                if let Ok(answer) = &result
                    && !known.contains_key(&key)
                {
                    known.insert(key.clone(), answer.clone());
                    unit.answers.push((key, answer.clone()));
                }
                Ran::new(result, tell)
            }
        };
        let taken_in = unit.entries.len() > recorded;
        answers.push(ran.deliver);
        if taken_in && !ran.stays {
            return Err(Refusal::NotCommitted);
        }
    }
    unit.flush().await?;
    sqlx::query("COMMIT").execute(&mut unit.conn).await?;
    Ok(())
}

impl Unit {
    /// Reads the hall from the log where it is not known. Before the centre is set up there is none.
    async fn read_hall(&mut self) -> Result<(), Refusal> {
        let Some(lobby) = self.lobby.as_mut().filter(|lobby| lobby.is_none()) else { return Ok(()) };
        **lobby = Lobby::load(&mut self.conn, self.now).await?;
        Ok(())
    }

    /// Runs a change whose answer is kept: a refusal by a rule becomes an answer.
    async fn keyed(&mut self, work: Work<Answered>) -> Result<Answered, Refusal> {
        let result = match work {
            Work::Decide(decide) => decide(self),
            Work::Write(write) => {
                self.savepoint().await?;
                let result = write(self).await;
                self.leave_savepoint(result.is_ok()).await?;
                result
            }
        };
        match result {
            Err(Refusal::Problem(status, problem)) if status.is_client_error() => Answered::refusal(status, problem),
            other => other,
        }
    }

    async fn savepoint(&mut self) -> Result<(), Refusal> {
        sqlx::query("SAVEPOINT change").execute(&mut self.conn).await?;
        Ok(())
    }

    async fn leave_savepoint(&mut self, stays: bool) -> Result<(), Refusal> {
        if !stays {
            // Fails when SQLite rolled everything back (disk full, input/output error): then no
            // change of this batch stands.
            sqlx::query("ROLLBACK TO change").execute(&mut self.conn).await?;
        }
        sqlx::query("RELEASE change").execute(&mut self.conn).await?;
        Ok(())
    }

    /// Writes what was recorded and answered.
    async fn flush(&mut self) -> Result<(), Refusal> {
        if !self.entries.is_empty() {
            let branch = self.lobby()?.config().id.clone();
            event::add(&mut self.conn, &branch, &self.entries).await?;
        }
        answered::keep(&mut self.conn, &self.answers, self.now).await?;
        Ok(())
    }
}
