//! Several processes over one PostgreSQL: what one of them did, the others hear at once by LISTEN/NOTIFY.
//!
//! What is said is only a hint. The hall is read from the log, under the lock that every writer holds; one who
//! missed a hint sees with its next change, within a minute, what it missed.

use std::time::Duration;

use motcua_domain::wire::DeviceStatus;
use serde::{Deserialize, Serialize};
use sqlx::postgres::{PgListener, PgPool};
use tokio::sync::mpsc;
use tokio::time::sleep;
use uuid::Uuid;

use super::sql::{self, Conn, Pool};

/// What the processes listen to.
const CHANNEL: &str = "motcua";
/// The longest that PostgreSQL carries, in bytes.
const LONGEST: usize = 7_900;
/// How long after a lost connection it is tried again.
const AGAIN: Duration = Duration::from_secs(1);

/// What one process tells the others.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Hint {
    /// The log has grown.
    Log,
    /// The catalogue of procedures changed.
    Catalogue,
    /// A machine may no more.
    Revoked {
        /// The machine.
        device: String,
    },
    /// A machine said how it is.
    Heard {
        /// The machine.
        device: Uuid,
        /// What it said.
        status: Box<DeviceStatus>,
    },
}

#[derive(Serialize, Deserialize)]
struct Told {
    from: Uuid,
    hint: Hint,
}

/// The other processes, as this one reaches them; nobody where the engine is SQLite.
#[derive(Clone)]
pub(crate) struct Processes {
    own: Uuid,
    pool: Option<PgPool>,
}

impl Processes {
    /// Those over the same data.
    pub(crate) fn over(writes: &Pool) -> Self {
        Self { own: Uuid::now_v7(), pool: writes.of_postgres().cloned() }
    }

    /// Tells the others when the transaction under way is committed.
    pub(super) async fn tell_in(&self, conn: &mut Conn, hint: Hint) -> sqlx::Result<()> {
        let Some(told) = self.written(hint) else { return Ok(()) };
        sql::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(told).execute(conn).await?;
        Ok(())
    }

    /// Tells the others now. What they do not hear they hear again.
    pub(crate) async fn tell(&self, hint: Hint) {
        let (Some(pool), Some(told)) = (&self.pool, self.written(hint)) else { return };
        let said = sqlx::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(told).execute(pool).await;
        if let Err(error) = said {
            tracing::debug!(%error, "the other processes were not told");
        }
    }

    fn written(&self, hint: Hint) -> Option<String> {
        self.pool.as_ref()?;
        let told = serde_json::to_string(&Told { from: self.own, hint }).ok()?;
        (told.len() <= LONGEST).then_some(told)
    }

    /// What the others tell from now on; none where nobody can. After a break it begins with [`Hint::Log`].
    pub(crate) fn listen(&self) -> Option<mpsc::Receiver<Hint>> {
        let (pool, own) = (self.pool.clone()?, self.own);
        let (tell, told) = mpsc::channel(256);
        tokio::spawn(async move {
            while !tell.is_closed() {
                if let Err(error) = hear(&pool, own, &tell).await {
                    tracing::warn!(%error, "the other processes are not heard");
                }
                tokio::select! {
                    () = sleep(AGAIN) => {}
                    () = tell.closed() => {}
                }
            }
        });
        Some(told)
    }
}

async fn hear(pool: &PgPool, own: Uuid, tell: &mpsc::Sender<Hint>) -> sqlx::Result<()> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    // It may have grown while nobody listened.
    let _ = tell.send(Hint::Log).await;
    loop {
        let said = tokio::select! {
            said = listener.try_recv() => said?,
            () = tell.closed() => return Ok(()),
        };
        let Some(said) = said else { return Ok(()) };
        match serde_json::from_str::<Told>(said.payload()) {
            Ok(told) if told.from == own => {}
            Ok(told) => {
                let _ = tell.send(told.hint).await;
            }
            Err(error) => tracing::debug!(%error, "another process said something unknown"),
        }
    }
}
