//! From the first schema that was released, forward only.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use motcua_central::Settings;
use motcua_domain::branch::BranchConfig;
use sqlx::migrate::Migrator;
use sqlx::{Connection, Row, SqliteConnection};
use tempfile::TempDir;

use crate::central::{Central, run};

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// A row in every table of the first schema.
const ROWS: &str = include_str!("first_schema_rows.sql");

async fn connected(folder: &TempDir) -> SqliteConnection {
    let file = folder.path().join("central.db");
    SqliteConnection::connect(&format!("sqlite://{}?mode=rwc", file.display())).await.unwrap()
}

/// The tables of the first schema.
async fn tables(conn: &mut SqliteConnection) -> Vec<String> {
    sqlx::query_scalar(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_sqlx%' ESCAPE '\\' ORDER BY name",
    )
    .fetch_all(conn)
    .await
    .unwrap()
}

/// Each row of a table as text, by the columns it has in the first schema.
async fn rows(conn: &mut SqliteConnection, table: &str, columns: &[String]) -> Vec<String> {
    let columns = columns.iter().map(|column| format!("quote(\"{column}\")")).collect::<Vec<_>>().join(" || ',' || ");
    let read = format!("SELECT {columns} FROM \"{table}\" ORDER BY 1");
    let found = sqlx::query(sqlx::AssertSqlSafe(read)).fetch_all(conn).await.unwrap();
    found.iter().map(|row| row.get(0)).collect()
}

/// The columns of a table, but for those that are sealed meanwhile: that they open is held by the tests of
/// sealing.
async fn columns(conn: &mut SqliteConnection, table: &str) -> Vec<String> {
    let sealed = "'bytes', 'applicant', 'content'";
    let read = format!("SELECT name FROM pragma_table_info('{table}') WHERE name NOT IN ({sealed})");
    sqlx::query_scalar(sqlx::AssertSqlSafe(read)).fetch_all(conn).await.unwrap()
}

/// A database of the first schema with a row in every table.
async fn first_schema(folder: &TempDir) -> SqliteConnection {
    let mut conn = connected(folder).await;
    SQLITE.run_to(1, &mut conn).await.unwrap();
    sqlx::raw_sql(ROWS).execute(&mut conn).await.unwrap();
    conn
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_kept_by_the_first_schema_is_there_after_every_migration() {
    let folder = TempDir::new().unwrap();
    let mut conn = first_schema(&folder).await;
    let mut before = BTreeMap::new();
    for table in tables(&mut conn).await {
        let columns = columns(&mut conn, &table).await;
        let kept = rows(&mut conn, &table, &columns).await;
        assert!(!kept.is_empty(), "no row for {table}");
        before.insert(table, (columns, kept));
    }
    conn.close().await.unwrap();

    let folder = Central::start_in(folder, &[]).stop();
    let mut conn = connected(&folder).await;
    let applied: i64 = sqlx::query_scalar("SELECT count(*) FROM _sqlx_migrations").fetch_one(&mut conn).await.unwrap();
    assert_eq!(usize::try_from(applied).unwrap(), SQLITE.iter().count());
    for (table, (columns, kept)) in &before {
        // What has had its time is gone: a start deletes it as it always did.
        if ["day_key", "enrolment_code", "staff_session", "answered"].contains(&table.as_str()) {
            continue;
        }
        let after = rows(&mut conn, table, columns).await;
        for row in kept {
            assert!(after.contains(row), "{table} lost {row}; it has {after:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_of_a_newer_program_or_with_another_migration_is_refused_in_clear_words() {
    for (change, says) in [
        (
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'later', TRUE, x'00', 0)",
            "newer version of this program",
        ),
        ("UPDATE _sqlx_migrations SET checksum = x'00' WHERE version = 1", "another version of migration 1"),
    ] {
        let folder = Central::start(&[]).stop();
        let mut conn = connected(&folder).await;
        sqlx::query(change).execute(&mut conn).await.unwrap();
        conn.close().await.unwrap();
        let output = run(folder.path(), &["serve", "--listen", "127.0.0.1:0"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && said.contains(says), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_inside_another_program_refuses_the_same() {
    let folder = Central::start(&[]).stop();
    let mut conn = connected(&folder).await;
    sqlx::query("UPDATE _sqlx_migrations SET version = 9999 WHERE version = 26").execute(&mut conn).await.unwrap();
    conn.close().await.unwrap();
    let (listen, banks) = ("127.0.0.1:0".parse().unwrap(), Default::default());
    let database = format!("sqlite://{}", folder.path().join("central.db").display());
    let settings = Settings { listen, database, branch: BranchConfig::default(), public_url: None, banks };
    let error = motcua_central::start(settings).await.err().unwrap().to_string();
    assert!(error.contains("newer version of this program"), "{error}");
}

/// Nobody edits a migration that has landed: databases that ran it would be refused. A new one is added to
/// the list with the line that this test prints.
#[test]
fn no_migration_that_landed_was_changed() {
    let list = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("migrations/landed.txt");
    let landed = std::fs::read_to_string(list).unwrap();
    let mut now = String::new();
    for (engine, migrator) in [("postgres", &POSTGRES), ("sqlite", &SQLITE)] {
        for migration in migrator.iter() {
            let checksum: String = migration.checksum.iter().map(|byte| format!("{byte:02x}")).collect();
            writeln!(now, "{engine} {:04} {checksum}", migration.version).unwrap();
        }
    }
    let gone: Vec<_> = landed.lines().filter(|line| !now.lines().any(|other| other == *line)).collect();
    assert!(gone.is_empty(), "changed or taken away, which no migration that landed may be: {gone:?}");
    let new: Vec<_> = now.lines().filter(|line| !landed.lines().any(|other| other == *line)).collect();
    assert!(new.is_empty(), "write these into migrations/landed.txt:\n{}", new.join("\n"));
}
