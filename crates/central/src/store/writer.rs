//! One task writes. Changes that wait for it together are committed together, so that one sync of
//! the disk carries many tickets; nobody is answered, and nobody sees, before the commit that holds
//! their change.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Instant;

use motcua_domain::wire::{Change, StreamEvent};
use tokio::sync::{broadcast, mpsc, oneshot};
use tokio::task::JoinHandle;

use super::answered::{self, Answered, Key};
use super::audit::Deed;
use super::open::empty_log;
use super::processes::{Hint, Processes};
use super::sql::{self, Engine, Pool};
use super::unit::{Seen, Unit};
use crate::clock;
use crate::metrics::Commits;
use crate::refusal::Refusal;

/// How many changes one commit carries at most.
const BATCH: usize = 64;
/// How many changes may wait. Past it, askers wait to be let in.
const QUEUE: usize = 1024;
/// How many events a slow listener may fall behind before it must fetch the snapshot.
const NEWS: usize = 1024;

/// A change in the making.
pub(crate) type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T, Refusal>> + Send + 'a>>;

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
    Keyed { key: Key, request_sha256: String, work: Work<Answered>, deed: Option<Box<Deed>>, tell: Tell<Answered> },
    /// One of the server itself.
    Own(Own),
}

/// The way to the writing task. It ends when the last of these is dropped.
#[derive(Clone)]
pub(crate) struct Writer {
    jobs: mpsc::Sender<Job>,
    news: broadcast::Sender<StreamEvent>,
    processes: Processes,
    commits: Commits,
}

impl Writer {
    /// Starts the writing task.
    ///
    /// # Errors
    /// When there is no connection.
    pub(crate) async fn start(writes: Pool) -> sqlx::Result<(Self, Seen, JoinHandle<()>)> {
        let (jobs, queue) = mpsc::channel(QUEUE);
        let (news, _) = broadcast::channel(NEWS);
        let seen = Seen::default();
        let unit = Unit::new(writes.acquire().await?);
        let (processes, commits) = (Processes::over(&writes), Commits::default());
        let writing = write(unit, writes, processes.clone(), Arc::clone(&seen), queue, news.clone(), commits.clone());
        Ok((Self { jobs, news, processes, commits }, seen, tokio::spawn(writing)))
    }

    /// Makes a change once, or gives the answer it was given before. A refusal by a rule is an answer
    /// as well; it leaves no other trace.
    pub(crate) async fn answer(
        &self,
        key: Key,
        request_sha256: String,
        work: Work<Answered>,
        deed: Option<Deed>,
    ) -> Result<Answered, Refusal> {
        let (tell, told) = oneshot::channel();
        self.send(Job::Keyed { key, request_sha256, work, deed: deed.map(Box::new), tell }).await?;
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

    /// The other processes over the same data.
    pub(crate) fn processes(&self) -> &Processes {
        &self.processes
    }

    /// Takes in what another process did.
    pub(crate) async fn look(&self) -> Result<(), Refusal> {
        self.run(|_| Box::pin(async { Ok(()) })).await
    }

    /// Tells those who listen here that the catalogue changed.
    pub(crate) fn tell_catalogue(&self) {
        let _ = self.news.send(StreamEvent { revision: 0, at: clock::now(), change: Change::Catalogue });
    }

    /// What the writing task counts.
    pub(crate) fn commits(&self) -> &Commits {
        &self.commits
    }

    /// Whether the writing task is there.
    pub(crate) fn is_up(&self) -> bool {
        !self.jobs.is_closed()
    }
}

async fn write(
    mut unit: Unit,
    writes: Pool,
    processes: Processes,
    seen: Seen,
    mut queue: mpsc::Receiver<Job>,
    news: broadcast::Sender<StreamEvent>,
    commits: Commits,
) {
    let mut batch = Vec::with_capacity(BATCH);
    while queue.recv_many(&mut batch, BATCH).await > 0 {
        unit.lobby = Some(Arc::clone(&seen).write_owned().await);
        let mut answers = Vec::with_capacity(batch.len());
        let (changes, begun) = (batch.len(), Instant::now());
        let committed = match commit(&mut unit, &processes, &mut batch, &mut answers).await {
            Ok(()) => true,
            Err(error) => {
                tracing::error!(%error, changes = answers.len(), "a commit failed");
                // After some failures SQLite has rolled back by itself already.
                let rolled_back = sql::query("ROLLBACK").execute(&mut unit.conn).await;
                if rolled_back.is_err() && unit.conn.engine() == Engine::Postgres {
                    unit.reconnect(&writes).await;
                }
                // What was taken in is not true: the hall is read again before the next change.
                unit.lobby.as_deref_mut().map(Option::take);
                unit.entries.clear();
                unit.deeds.clear();
                unit.catalogue_changed = false;
                false
            }
        };
        commits.count(changes, begun.elapsed(), committed);
        let revision = unit.lobby.take().and_then(|lobby| Some(lobby.as_ref()?.revision));
        let entries = unit.entries.drain(..).map(|entry| entry.told());
        for happened in unit.heard.drain(..).chain(entries) {
            unit.told = Some(happened.revision);
            // An error here means that nobody listens.
            let _ = news.send(happened);
        }
        if std::mem::take(&mut unit.catalogue_changed) {
            // Only for those who listen now: who comes later asks what changed anyway.
            let revision = revision.unwrap_or_default();
            let _ = news.send(StreamEvent { revision, at: unit.now, change: Change::Catalogue });
        }
        unit.answers.clear();
        unit.deeds.clear();
        for deliver in answers {
            deliver(committed);
        }
        // Changes that did not run: dropping them tells their askers.
        batch.clear();
        if unit.erases && unit.conn.engine() == Engine::Sqlite {
            // While somebody reads, it is for the next commit, which comes within a minute.
            match empty_log(&mut unit.conn).await {
                Ok(emptied) => unit.erases = !emptied,
                Err(error) => tracing::warn!(%error, "the log with what was deleted could not be emptied"),
            }
        }
    }
    if let Err(error) = unit.conn.close().await {
        tracing::warn!(%error, "the database did not close cleanly");
    }
}

/// Runs the batch in one transaction.
async fn commit(
    unit: &mut Unit,
    processes: &Processes,
    batch: &mut Vec<Job>,
    answers: &mut Vec<Deliver>,
) -> Result<(), Refusal> {
    unit.begin().await?;
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
                let deeds = unit.deeds.len();
                let ran = own(unit).await;
                unit.leave_savepoint(ran.stays).await?;
                if !ran.stays {
                    unit.deeds.truncate(deeds);
                }
                ran
            }
            Job::Keyed { key, request_sha256, work, deed, tell } => {
                let result = match known.get(&key) {
                    Some(earlier) if earlier.request_sha256 == request_sha256 => Ok(earlier.clone()),
                    Some(_) => Err(Refusal::wrong("idempotency-key-reused")),
                    None => keyed(unit, work, deed.map(|deed| *deed))
                        .await
                        .map(|answer| Answered { request_sha256, ..answer }),
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
    if !unit.entries.is_empty() {
        processes.tell_in(&mut unit.conn, Hint::Log).await?;
    }
    if unit.catalogue_changed {
        processes.tell_in(&mut unit.conn, Hint::Catalogue).await?;
    }
    sql::query("COMMIT").execute(&mut unit.conn).await?;
    Ok(())
}

/// Runs a change whose answer is kept: a refusal by a rule becomes an answer, if nothing was recorded
/// before it.
async fn keyed(unit: &mut Unit, work: Work<Answered>, deed: Option<Deed>) -> Result<Answered, Refusal> {
    let (recorded, deeds) = (unit.entries.len(), unit.deeds.len());
    unit.reference = None;
    let result = match work {
        Work::Decide(decide) => decide(unit),
        Work::Write(write) => {
            unit.savepoint().await?;
            let result = write(unit).await;
            unit.leave_savepoint(result.is_ok()).await?;
            result
        }
    };
    if result.is_err() {
        unit.deeds.truncate(deeds);
    }
    let outcome = match &result {
        Ok(answer) => answer.status,
        Err(Refusal::Problem(status, _)) => *status,
        Err(_) => return result,
    };
    if let Some(deed) = deed {
        let reference = unit.reference.take().filter(|_| outcome.is_success()).unwrap_or_default();
        let subject = reference.subject.or(deed.subject);
        let (before, after) = (reference.before, reference.after);
        unit.audit(Deed { subject, before, after, outcome: outcome.as_u16(), ..deed });
    }
    match result {
        Err(Refusal::Problem(status, problem)) if status.is_client_error() && unit.entries.len() == recorded => {
            Answered::refusal(status, problem)
        }
        other => other,
    }
}
