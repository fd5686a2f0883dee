//! One way to say a statement to either engine, SQLite or PostgreSQL.
//!
//! The functions are named as sqlx's own and used the same way; a [`Conn`] is a connection of the one or
//! the other. Statements number what they are given (`$1`) and stand once where both engines read them
//! alike; where they do not, the place says so. sqlx's own `Any` is no choice: it fails a whole row of
//! SQLite over one boolean column.

mod builder;
mod pool;
mod row;
mod value;

use std::marker::PhantomData;

use futures_util::stream::{BoxStream, StreamExt};
use sqlx::postgres::{PgArguments, Postgres};
use sqlx::sqlite::{Sqlite, SqliteArguments};
use sqlx::{SqlSafeStr, SqlStr};

pub(crate) use builder::Builder;
pub(crate) use pool::{Conn, Engine, Pool};

use pool::Link;
use row::{Column, FromRow, Line};
use value::{Bind, Value};

/// A statement with what it is given.
pub(crate) struct Query<'q> {
    statement: SqlStr,
    values: Vec<Value<'q>>,
}

/// A statement whose rows are read as `T`.
pub(crate) struct QueryAs<'q, T> {
    query: Query<'q>,
    row: PhantomData<fn() -> T>,
}

/// A statement of which the first column is read.
pub(crate) struct QueryScalar<'q, T>(QueryAs<'q, (T,)>);

/// What a statement did.
pub(crate) struct Done {
    rows: u64,
}

impl Done {
    /// How many rows it added, changed or deleted.
    pub(crate) fn rows_affected(&self) -> u64 {
        self.rows
    }
}

/// A statement that answers nothing.
pub(crate) fn query<'q>(statement: impl SqlSafeStr) -> Query<'q> {
    Query { statement: statement.into_sql_str(), values: Vec::new() }
}

/// A statement that answers rows.
pub(crate) fn query_as<'q, T>(statement: impl SqlSafeStr) -> QueryAs<'q, T> {
    QueryAs { query: query(statement), row: PhantomData }
}

/// A statement that answers one column.
pub(crate) fn query_scalar<'q, T>(statement: impl SqlSafeStr) -> QueryScalar<'q, T> {
    QueryScalar(query_as(statement))
}

impl<'q> Query<'q> {
    /// Gives it the next value.
    pub(crate) fn bind(mut self, value: impl Bind<'q>) -> Self {
        self.values.push(value.value());
        self
    }

    /// Carries it out.
    pub(crate) async fn execute(self, conn: &mut Conn) -> sqlx::Result<Done> {
        let rows = match &mut conn.link {
            Link::Sqlite(conn) => {
                let values = value::for_sqlite(self.values)?;
                let query = sqlx::query_with::<Sqlite, SqliteArguments>(self.statement, values);
                query.execute(&mut **conn).await?.rows_affected()
            }
            Link::Postgres(conn) => {
                let values = value::for_postgres(self.values)?;
                let query = sqlx::query_with::<Postgres, PgArguments>(self.statement, values);
                query.execute(&mut **conn).await?.rows_affected()
            }
        };
        Ok(Done { rows })
    }

    fn lines(self, conn: &mut Conn) -> BoxStream<'_, sqlx::Result<Line>>
    where
        'q: 'static,
    {
        match &mut conn.link {
            Link::Sqlite(conn) => match value::for_sqlite(self.values) {
                Ok(values) => {
                    let query = sqlx::query_with::<Sqlite, SqliteArguments>(self.statement, values);
                    query.fetch(&mut **conn).map(|row| row.map(Line::Sqlite)).boxed()
                }
                Err(error) => futures_util::stream::once(async { Err(error) }).boxed(),
            },
            Link::Postgres(conn) => match value::for_postgres(self.values) {
                Ok(values) => {
                    let query = sqlx::query_with::<Postgres, PgArguments>(self.statement, values);
                    query.fetch(&mut **conn).map(|row| row.map(Line::Postgres)).boxed()
                }
                Err(error) => futures_util::stream::once(async { Err(error) }).boxed(),
            },
        }
    }
}

impl<'q, T: FromRow> QueryAs<'q, T> {
    /// Gives it the next value.
    pub(crate) fn bind(mut self, value: impl Bind<'q>) -> Self {
        self.query = self.query.bind(value);
        self
    }

    /// Every row.
    pub(crate) async fn fetch_all(self, conn: &mut Conn) -> sqlx::Result<Vec<T>> {
        let Query { statement, values } = self.query;
        match &mut conn.link {
            Link::Sqlite(conn) => {
                let query = sqlx::query_with::<Sqlite, SqliteArguments>(statement, value::for_sqlite(values)?);
                let rows = query.fetch_all(&mut **conn).await?;
                rows.into_iter().map(|row| T::from_row(&Line::Sqlite(row))).collect()
            }
            Link::Postgres(conn) => {
                let query = sqlx::query_with::<Postgres, PgArguments>(statement, value::for_postgres(values)?);
                let rows = query.fetch_all(&mut **conn).await?;
                rows.into_iter().map(|row| T::from_row(&Line::Postgres(row))).collect()
            }
        }
    }

    /// The first row, if there is one.
    pub(crate) async fn fetch_optional(self, conn: &mut Conn) -> sqlx::Result<Option<T>> {
        let Query { statement, values } = self.query;
        let line = match &mut conn.link {
            Link::Sqlite(conn) => {
                let query = sqlx::query_with::<Sqlite, SqliteArguments>(statement, value::for_sqlite(values)?);
                query.fetch_optional(&mut **conn).await?.map(Line::Sqlite)
            }
            Link::Postgres(conn) => {
                let query = sqlx::query_with::<Postgres, PgArguments>(statement, value::for_postgres(values)?);
                query.fetch_optional(&mut **conn).await?.map(Line::Postgres)
            }
        };
        line.map(|line| T::from_row(&line)).transpose()
    }

    /// The first row.
    ///
    /// # Errors
    /// `RowNotFound` when there is none.
    pub(crate) async fn fetch_one(self, conn: &mut Conn) -> sqlx::Result<T> {
        self.fetch_optional(conn).await?.ok_or(sqlx::Error::RowNotFound)
    }
}

impl<T: FromRow + 'static> QueryAs<'static, T> {
    /// The rows one by one, as they come.
    pub(crate) fn fetch(self, conn: &mut Conn) -> BoxStream<'_, sqlx::Result<T>> {
        self.query.lines(conn).map(|line| T::from_row(&line?)).boxed()
    }
}

impl<'q, T: Column> QueryScalar<'q, T> {
    /// Gives it the next value.
    pub(crate) fn bind(self, value: impl Bind<'q>) -> Self {
        Self(self.0.bind(value))
    }

    /// The column of the first row.
    ///
    /// # Errors
    /// `RowNotFound` when there is none.
    pub(crate) async fn fetch_one(self, conn: &mut Conn) -> sqlx::Result<T> {
        Ok(self.0.fetch_one(conn).await?.0)
    }

    /// The column of the first row, if there is one.
    pub(crate) async fn fetch_optional(self, conn: &mut Conn) -> sqlx::Result<Option<T>> {
        Ok(self.0.fetch_optional(conn).await?.map(|(value,)| value))
    }

    /// The column of every row.
    pub(crate) async fn fetch_all(self, conn: &mut Conn) -> sqlx::Result<Vec<T>> {
        Ok(self.0.fetch_all(conn).await?.into_iter().map(|(value,)| value).collect())
    }
}
