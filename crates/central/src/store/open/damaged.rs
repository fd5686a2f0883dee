//! A damaged file of SQLite: set aside whole, never deleted, and what can be read of how the centre is set up taken
//! over, so that numbers go on.

use std::path::{Path, PathBuf};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, Connection, SqliteConnection};

/// What a centre cannot work without, parents before children. The rest is in the file that was set aside, and
/// in backups.
const TAKEN_OVER: [&str; 14] = [
    "branch_config",
    "staff",
    "device",
    "vault",
    "day_key",
    "form_package",
    "form_retirement",
    "procedure_import",
    "procedure_record",
    "procedure_words",
    "procedure_check",
    "unit_import",
    "picture",
    "count",
];

/// What SQLite says of a file that is damaged, and of one that is none of its own.
const CORRUPT: i32 = 11;
const NOT_A_DATABASE: i32 = 26;

/// Moves a file that is damaged out of the way, with its log; answers with where it is now. A file that cannot be
/// looked at for another reason (locked, not allowed, no room) is left where it is.
pub(super) async fn set_aside(file: &Path) -> std::io::Result<Option<PathBuf>> {
    if std::fs::metadata(file).map_or(0, |about| about.len()) == 0 || !is_damaged(file).await {
        return Ok(None);
    }
    let aside =
        PathBuf::from(format!("{}.damaged-{}", file.display(), crate::clock::now().local().strftime("%Y%m%d-%H%M%S")));
    for end in ["", "-wal", "-shm"] {
        let (from, to) = (format!("{}{end}", file.display()), format!("{}{end}", aside.display()));
        if Path::new(&from).exists() {
            std::fs::rename(from, to)?;
        }
    }
    tracing::error!(
        aside = %aside.display(),
        "the database was damaged and is set aside whole; a new one begins and numbers go on. Restore a backup: \
         motcua-central restore"
    );
    Ok(Some(aside))
}

async fn is_damaged(file: &Path) -> bool {
    let look = async {
        let options = SqliteConnectOptions::new().filename(file).create_if_missing(false);
        let mut conn = SqliteConnection::connect_with(&options).await?;
        let said: Vec<String> = sqlx::query_scalar("PRAGMA quick_check(1)").fetch_all(&mut conn).await?;
        conn.close().await?;
        Ok::<_, sqlx::Error>(said == ["ok"])
    };
    match look.await {
        Ok(sound) => !sound,
        Err(sqlx::Error::Database(error)) => {
            let code = error.code().and_then(|code| code.parse::<i32>().ok());
            matches!(code.map(|code| code & 0xff), Some(CORRUPT | NOT_A_DATABASE))
        }
        Err(_) => false,
    }
}

/// Takes over what can be read. What cannot is told in the log, and begins empty.
pub(super) async fn take_over(conn: &mut SqliteConnection, aside: &Path) -> sqlx::Result<()> {
    let attached = sqlx::query("ATTACH DATABASE $1 AS damaged").bind(aside.display().to_string()).execute(&mut *conn);
    if let Err(error) = attached.await {
        tracing::error!(%error, "nothing can be read of the damaged database");
        return Ok(());
    }
    for table in TAKEN_OVER {
        if let Err(error) = take_over_table(conn, table).await {
            tracing::error!(%error, table, "a table of the damaged database cannot be read");
        }
    }
    sqlx::query("DETACH DATABASE damaged").execute(conn).await?;
    Ok(())
}

async fn take_over_table(conn: &mut SqliteConnection, table: &str) -> sqlx::Result<()> {
    let columns: Vec<String> = sqlx::query_scalar(
        "SELECT new.name FROM pragma_table_info($1) new JOIN pragma_table_info($1, 'damaged') old ON old.name = new.name",
    )
    .bind(table)
    .fetch_all(&mut *conn)
    .await?;
    let columns = columns.join(", ");
    let copy = format!("INSERT OR IGNORE INTO main.{table} ({columns}) SELECT {columns} FROM damaged.{table}");
    sqlx::query(AssertSqlSafe(copy)).execute(conn).await?;
    Ok(())
}
