//! Connections of either engine, each with the key of what lies sealed behind it.

use std::sync::Arc;

use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgPool, Postgres};
use sqlx::sqlite::{Sqlite, SqlitePool};

use crate::store::vault::Vault;

/// Which engine holds the data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Engine {
    /// One file, one process.
    Sqlite,
    /// A server, for several processes.
    Postgres,
}

/// A connection; back in its pool when it is dropped.
pub(crate) struct Conn {
    pub(super) link: Link,
    vault: Arc<Vault>,
}

pub(super) enum Link {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

/// Connections to the same data.
#[derive(Clone)]
pub(crate) struct Pool {
    links: Links,
    vault: Arc<Vault>,
}

#[derive(Clone)]
enum Links {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl Pool {
    /// To a file.
    pub(crate) fn sqlite(pool: SqlitePool, vault: &Arc<Vault>) -> Self {
        Self { links: Links::Sqlite(pool), vault: Arc::clone(vault) }
    }

    /// To a server.
    pub(crate) fn postgres(pool: PgPool, vault: &Arc<Vault>) -> Self {
        Self { links: Links::Postgres(pool), vault: Arc::clone(vault) }
    }

    /// A connection, when one is free.
    pub(crate) async fn acquire(&self) -> sqlx::Result<Conn> {
        let link = match &self.links {
            Links::Sqlite(pool) => Link::Sqlite(pool.acquire().await?),
            Links::Postgres(pool) => Link::Postgres(pool.acquire().await?),
        };
        Ok(Conn { link, vault: Arc::clone(&self.vault) })
    }

    /// Closes them all, those in use when they come back.
    pub(crate) async fn close(&self) {
        match &self.links {
            Links::Sqlite(pool) => pool.close().await,
            Links::Postgres(pool) => pool.close().await,
        }
    }

    /// PostgreSQL's own pool, for what only it can do.
    pub(crate) fn of_postgres(&self) -> Option<&PgPool> {
        match &self.links {
            Links::Sqlite(_) => None,
            Links::Postgres(pool) => Some(pool),
        }
    }

    /// The server's key.
    pub(crate) fn vault(&self) -> &Arc<Vault> {
        &self.vault
    }
}

impl Conn {
    /// Which engine it leads to.
    pub(crate) fn engine(&self) -> Engine {
        match self.link {
            Link::Sqlite(_) => Engine::Sqlite,
            Link::Postgres(_) => Engine::Postgres,
        }
    }

    /// The server's key.
    pub(crate) fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Drops one that broke.
    pub(crate) fn give_up(self) {
        match self.link {
            Link::Sqlite(conn) => drop(conn.detach()),
            Link::Postgres(conn) => drop(conn.detach()),
        }
    }

    /// Ends it for good; the last one of a SQLite file leaves no log beside it.
    pub(crate) async fn close(self) -> sqlx::Result<()> {
        match self.link {
            Link::Sqlite(conn) => conn.close().await,
            Link::Postgres(conn) => conn.close().await,
        }
    }
}
