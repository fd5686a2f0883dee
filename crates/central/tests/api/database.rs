//! The database a test runs on: a file of SQLite, or, where `MOTCUA_TEST_POSTGRES` has the URL of a
//! PostgreSQL, a database of its own there. What is looked at behind the server's back is the same in both.

use serde_json::{Value, json};
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Connection, PgConnection, Row, SqliteConnection, TypeInfo, ValueRef};
use tempfile::TempDir;

use crate::server::Server;

/// The PostgreSQL that tests may make databases in, if there is one.
pub fn postgres() -> Option<String> {
    std::env::var("MOTCUA_TEST_POSTGRES").ok()
}

/// The database of a test by its folder; made where it has to be.
pub async fn url(folder: &TempDir) -> String {
    let Some(server) = postgres() else {
        return format!("sqlite://{}", folder.path().join("central.db").display());
    };
    let mark = folder.path().join("postgres");
    let known = std::fs::read_to_string(&mark);
    let name = known.unwrap_or_else(|_| format!("test_{}", uuid::Uuid::now_v7().simple()));
    if !mark.exists() {
        let mut conn = PgConnection::connect(&server).await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut conn).await.unwrap();
        conn.close().await.unwrap();
        std::fs::write(&mark, &name).unwrap();
    }
    server.replace("/postgres?", &format!("/{name}?"))
}

/// A way past the server.
pub enum Database {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Database {
    /// To the data of a server.
    pub async fn of(server: &Server) -> Self {
        Self::at(&server.database().await).await
    }

    pub async fn at(url: &str) -> Self {
        if url.starts_with("sqlite:") {
            Self::Sqlite(SqliteConnection::connect(url).await.unwrap())
        } else {
            Self::Postgres(PgConnection::connect(url).await.unwrap())
        }
    }

    /// Statements, one after the other.
    pub async fn run(&mut self, statements: impl Into<String>) {
        self.try_run(statements).await.unwrap();
    }

    /// The same, where it may be refused.
    pub async fn try_run(&mut self, statements: impl Into<String>) -> sqlx::Result<()> {
        let statements = AssertSqlSafe(statements.into());
        match self {
            Self::Sqlite(conn) => sqlx::raw_sql(statements).execute(conn).await.map(drop),
            Self::Postgres(conn) => sqlx::raw_sql(statements).execute(conn).await.map(drop),
        }
    }

    /// The rows of a statement, each a list of its columns.
    pub async fn rows(&mut self, statement: impl Into<String>) -> Vec<Value> {
        let statement = AssertSqlSafe(statement.into());
        match self {
            Self::Sqlite(conn) => {
                let rows = sqlx::query(statement).fetch_all(conn).await.unwrap();
                rows.iter().map(|row| (0..row.len()).map(|place| of_sqlite(row, place)).collect()).collect()
            }
            Self::Postgres(conn) => {
                let rows = sqlx::query(statement).fetch_all(conn).await.unwrap();
                rows.iter().map(|row| (0..row.len()).map(|place| of_postgres(row, place)).collect()).collect()
            }
        }
    }

    /// The only row.
    pub async fn row(&mut self, statement: impl Into<String>) -> Value {
        let mut rows = self.rows(statement).await;
        assert_eq!(rows.len(), 1, "{rows:?}");
        rows.remove(0)
    }

    /// The only column of the only row.
    pub async fn one(&mut self, statement: impl Into<String>) -> Value {
        self.row(statement).await[0].clone()
    }

    pub async fn close(self) {
        match self {
            Self::Sqlite(conn) => conn.close().await.unwrap(),
            Self::Postgres(conn) => conn.close().await.unwrap(),
        }
    }
}

fn of_sqlite(row: &SqliteRow, place: usize) -> Value {
    let raw = row.try_get_raw(place).unwrap();
    match raw.type_info().name() {
        _ if raw.is_null() => Value::Null,
        "INTEGER" => json!(row.get::<i64, _>(place)),
        "BOOLEAN" => json!(row.get::<bool, _>(place)),
        "BLOB" => json!(row.get::<Vec<u8>, _>(place)),
        _ => json!(row.get::<String, _>(place)),
    }
}

fn of_postgres(row: &PgRow, place: usize) -> Value {
    let raw = row.try_get_raw(place).unwrap();
    match raw.type_info().name() {
        _ if raw.is_null() => Value::Null,
        "INT8" => json!(row.get::<i64, _>(place)),
        "INT4" => json!(row.get::<i32, _>(place)),
        // As SQLite tells it.
        "BOOL" => json!(i64::from(row.get::<bool, _>(place))),
        "BYTEA" => json!(row.get::<Vec<u8>, _>(place)),
        _ => json!(row.get::<String, _>(place)),
    }
}
