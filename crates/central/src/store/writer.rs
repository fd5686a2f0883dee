//! One task writes. Changes that wait for it together are committed together, so that one sync of
//! the disk carries many tickets; nobody is answered before the commit that holds their change.

use std::future::Future;
use std::pin::Pin;

use motcua_domain::time::Moment;
use motcua_domain::wire::StreamEvent;
use sqlx::{Connection, SqliteConnection};
use tokio::sync::{broadcast, mpsc, oneshot};
use tokio::task::JoinHandle;

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

/// Where a change is made: inside a transaction, and inside a savepoint of its own.
pub(crate) struct Unit {
    /// The connection, for the tables' statements.
    pub(crate) conn: SqliteConnection,
    /// When the change is made.
    pub(crate) now: Moment,
    /// Events of this change, told once it is committed.
    pub(crate) events: Vec<StreamEvent>,
}

impl Unit {
    /// Takes back what this change did so far; it can go on from here.
    pub(crate) async fn undo(&mut self) -> Result<(), Refusal> {
        self.events.clear();
        sqlx::query("ROLLBACK TO change").execute(&mut self.conn).await?;
        Ok(())
    }
}

type Deliver = Box<dyn FnOnce(bool) + Send>;
type Job = Box<dyn for<'a> FnOnce(&'a mut Unit) -> Pin<Box<dyn Future<Output = Ran> + Send + 'a>> + Send>;

/// A change that ran: whether it stays, and how its asker is told once it was committed (or not).
struct Ran {
    keep: bool,
    deliver: Deliver,
}

/// The way to the writing task. It ends when the last of these is dropped.
#[derive(Clone)]
pub(crate) struct Writer {
    jobs: mpsc::Sender<Job>,
    news: broadcast::Sender<StreamEvent>,
}

impl Writer {
    /// Starts the writing task on a connection.
    pub(crate) fn start(conn: SqliteConnection) -> (Self, JoinHandle<()>) {
        let (jobs, queue) = mpsc::channel(QUEUE);
        let (news, _) = broadcast::channel(NEWS);
        let unit = Unit { conn, now: clock::now(), events: Vec::new() };
        let task = tokio::spawn(write(unit, queue, news.clone()));
        (Self { jobs, news }, task)
    }

    /// Makes a change and answers when it is on the disk. A refusal leaves no trace.
    pub(crate) async fn run<T, F>(&self, work: F) -> Result<T, Refusal>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(&'a mut Unit) -> Pending<'a, T> + Send + 'static,
    {
        let (tell, told) = oneshot::channel();
        let job: Job = Box::new(move |unit| {
            Box::pin(async move {
                let result = work(unit).await;
                let keep = result.is_ok();
                let deliver: Deliver = Box::new(move |committed| {
                    // Nobody listens when the asker hung up; the change stands all the same.
                    let _ = tell.send(if committed { result } else { Err(Refusal::NotCommitted) });
                });
                Ran { keep, deliver }
            })
        });
        self.jobs.send(job).await.map_err(|_| Refusal::NotCommitted)?;
        told.await.map_err(|_| Refusal::NotCommitted)?
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

async fn write(mut unit: Unit, mut queue: mpsc::Receiver<Job>, news: broadcast::Sender<StreamEvent>) {
    let mut batch = Vec::with_capacity(BATCH);
    while queue.recv_many(&mut batch, BATCH).await > 0 {
        let mut answers = Vec::with_capacity(batch.len());
        let committed = match commit(&mut unit, &mut batch, &mut answers).await {
            Ok(events) => {
                for event in events {
                    // An error here means that nobody listens.
                    let _ = news.send(event);
                }
                true
            }
            Err(error) => {
                tracing::error!(%error, changes = answers.len(), "a commit failed");
                // After some failures SQLite has rolled back by itself already.
                let _ = sqlx::query("ROLLBACK").execute(&mut unit.conn).await;
                false
            }
        };
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

/// Runs the batch in one transaction; answers with the events to tell.
async fn commit(unit: &mut Unit, batch: &mut Vec<Job>, answers: &mut Vec<Deliver>) -> sqlx::Result<Vec<StreamEvent>> {
    let mut events = Vec::new();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut unit.conn).await?;
    for job in batch.drain(..) {
        unit.now = clock::now();
        unit.events.clear();
        sqlx::query("SAVEPOINT change").execute(&mut unit.conn).await?;
        let ran = job(unit).await;
        answers.push(ran.deliver);
        if ran.keep {
            events.append(&mut unit.events);
        } else {
            // Fails when SQLite rolled everything back (disk full, input/output error): then no
            // change of this batch stands.
            sqlx::query("ROLLBACK TO change").execute(&mut unit.conn).await?;
        }
        sqlx::query("RELEASE change").execute(&mut unit.conn).await?;
    }
    sqlx::query("COMMIT").execute(&mut unit.conn).await?;
    Ok(events)
}
