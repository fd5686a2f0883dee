//! Connections of either engine.

use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgPool, Postgres};
use sqlx::sqlite::{Sqlite, SqlitePool};

/// Which engine holds the data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Engine {
    /// One file, one process.
    Sqlite,
    /// A server, for several processes.
    Postgres,
}

/// A connection; back in its pool when it is dropped.
pub(crate) enum Conn {
    /// See [`Engine::Sqlite`].
    Sqlite(PoolConnection<Sqlite>),
    /// See [`Engine::Postgres`].
    Postgres(PoolConnection<Postgres>),
}

/// Connections to the same data.
#[derive(Clone)]
pub(crate) enum Pool {
    /// See [`Engine::Sqlite`].
    Sqlite(SqlitePool),
    /// See [`Engine::Postgres`].
    Postgres(PgPool),
}

impl Pool {
    /// A connection, when one is free.
    pub(crate) async fn acquire(&self) -> sqlx::Result<Conn> {
        Ok(match self {
            Self::Sqlite(pool) => Conn::Sqlite(pool.acquire().await?),
            Self::Postgres(pool) => Conn::Postgres(pool.acquire().await?),
        })
    }
}

impl Conn {
    /// Which engine it leads to.
    pub(crate) fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// Drops one that broke.
    pub(crate) fn give_up(self) {
        match self {
            Self::Sqlite(conn) => drop(conn.detach()),
            Self::Postgres(conn) => drop(conn.detach()),
        }
    }

    /// Ends it for good; the last one of a SQLite file leaves no log beside it.
    pub(crate) async fn close(self) -> sqlx::Result<()> {
        match self {
            Self::Sqlite(conn) => conn.close().await,
            Self::Postgres(conn) => conn.close().await,
        }
    }
}
