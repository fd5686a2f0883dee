//! Where a change is made: the transaction under way, with the hall as it is in it.

use std::sync::Arc;

use axum::http::StatusCode;
use motcua_domain::branch::BranchConfig;
use motcua_domain::queue::{Fact, Hall, Ticket};
use motcua_domain::time::Moment;
use motcua_domain::wire::{Change, Problem, StreamEvent};
use tokio::sync::{OwnedRwLockWriteGuard, RwLock};

use super::answered::{self, Answered, Key};
use super::audit::{self, Deed};
use super::event::{self, Entry};
use super::lobby::Lobby;
use super::sql::{self, Conn, Engine, Pool};
use crate::clock;
use crate::refusal::Refusal;

/// The hall as everybody may see it: only what is committed. None while the log cannot be read.
pub(crate) type Seen = Arc<RwLock<Option<Lobby>>>;

/// The lock that whoever writes to PostgreSQL holds until the commit; any number.
const TURN: i64 = 7_011;

/// What a change is about, and how that was before and is now, by reference.
#[derive(Default)]
pub(crate) struct Reference {
    /// What it is about, where the address does not say it.
    pub(crate) subject: Option<String>,
    /// How it was.
    pub(crate) before: Option<String>,
    /// How it is.
    pub(crate) after: Option<String>,
}

/// Where a change is made: inside a transaction.
pub(crate) struct Unit {
    /// The connection, for the tables' statements.
    pub(crate) conn: Conn,
    /// When the change is made.
    pub(crate) now: Moment,
    /// Held while a transaction is under way, so that nobody sees what is not committed.
    pub(super) lobby: Option<OwnedRwLockWriteGuard<Option<Lobby>>>,
    pub(super) entries: Vec<Entry>,
    pub(super) answers: Vec<(Key, Answered)>,
    /// Whether the catalogue of procedures changed, which is no fact of the hall.
    pub(super) catalogue_changed: bool,
    /// Whether something was deleted that may not stay on the disk.
    pub(super) erases: bool,
    /// What was done in this transaction that goes into the audit.
    pub(super) deeds: Vec<Deed>,
    /// What the change under way says of itself for the audit.
    pub(super) reference: Option<Reference>,
    /// What other processes did, for those who listen here.
    pub(super) heard: Vec<StreamEvent>,
    /// The revision up to which listeners were told.
    pub(super) told: Option<u64>,
}

impl Unit {
    /// A unit on a connection, with nothing under way.
    pub(super) fn new(conn: Conn) -> Self {
        Self {
            conn,
            now: clock::now(),
            lobby: None,
            entries: Vec::new(),
            answers: Vec::new(),
            catalogue_changed: false,
            erases: false,
            deeds: Vec::new(),
            reference: None,
            heard: Vec::new(),
            told: None,
        }
    }

    /// Says for the audit what the change under way is about, and how that was before and is now: by
    /// reference.
    pub(crate) fn refer(&mut self, reference: Reference) {
        self.reference = Some(reference);
    }

    /// Puts something into the audit with this transaction.
    pub(crate) fn audit(&mut self, deed: Deed) {
        self.deeds.push(deed);
    }

    fn lobby(&mut self) -> Result<&mut Lobby, Refusal> {
        self.lobby.as_mut().and_then(|lobby| lobby.as_mut()).ok_or(Refusal::NotCommitted)
    }

    /// What is deleted here leaves no bytes on the disk, from a moment after the commit.
    pub(crate) fn erase(&mut self) {
        self.erases = true;
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
    pub(super) fn turn(&mut self) -> Result<(), Refusal> {
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

    /// Reads the hall from the log where it is not known, and takes in what other processes did. Before the
    /// centre is set up there is none.
    pub(super) async fn read_hall(&mut self) -> Result<(), Refusal> {
        let Some(lobby) = self.lobby.as_mut() else { return Ok(()) };
        match lobby.as_mut() {
            None => **lobby = Lobby::load(&mut self.conn, self.now).await?,
            Some(known) if self.conn.engine() == Engine::Postgres => known.catch_up(&mut self.conn).await?,
            Some(_) => {}
        }
        let Some(lobby) = lobby.as_ref() else { return Ok(()) };
        let told = self.told.unwrap_or(lobby.revision);
        if told < lobby.revision {
            let branch = &lobby.config().id;
            let heard = event::after(&mut self.conn, branch, lobby.revision, told, u32::MAX).await?;
            let reset = StreamEvent { revision: lobby.revision, at: self.now, change: Change::Reset };
            self.heard = heard.unwrap_or_else(|| vec![reset]);
        }
        self.told = Some(lobby.revision);
        Ok(())
    }

    /// Begins a transaction, the only one that changes anything while it lasts: of PostgreSQL, over all
    /// processes.
    pub(super) async fn begin(&mut self) -> Result<(), Refusal> {
        match self.conn.engine() {
            Engine::Sqlite => {
                sql::query("BEGIN IMMEDIATE").execute(&mut self.conn).await?;
            }
            Engine::Postgres => {
                sql::query("BEGIN").execute(&mut self.conn).await?;
                sql::query("SELECT pg_advisory_xact_lock($1)").bind(TURN).execute(&mut self.conn).await?;
            }
        }
        Ok(())
    }

    /// Gives up a connection that broke; without another one it is tried again with the next change.
    pub(super) async fn reconnect(&mut self, writes: &Pool) {
        match writes.acquire().await {
            Ok(conn) => std::mem::replace(&mut self.conn, conn).give_up(),
            Err(error) => tracing::warn!(%error, "no connection to the database"),
        }
    }

    pub(super) async fn savepoint(&mut self) -> Result<(), Refusal> {
        sql::query("SAVEPOINT change").execute(&mut self.conn).await?;
        Ok(())
    }

    pub(super) async fn leave_savepoint(&mut self, stays: bool) -> Result<(), Refusal> {
        if !stays {
            // Fails when SQLite rolled everything back (disk full, input/output error): then no
            // change of this batch stands.
            sql::query("ROLLBACK TO change").execute(&mut self.conn).await?;
        }
        sql::query("RELEASE change").execute(&mut self.conn).await?;
        Ok(())
    }

    /// Writes what was recorded and answered.
    pub(super) async fn flush(&mut self) -> Result<(), Refusal> {
        if !self.entries.is_empty() {
            let branch = self.lobby()?.config().id.clone();
            event::add(&mut self.conn, &branch, &self.entries).await?;
        }
        answered::keep(&mut self.conn, &self.answers, self.now).await?;
        audit::add(&mut self.conn, &self.deeds, self.now).await
    }
}
