//! What a statement answers.

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, TypeInfo, ValueRef};

/// A row of either engine.
pub(crate) enum Line {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

/// What a column can be read as.
pub(crate) trait Column: Sized {
    /// Reads the column at a place.
    fn read(line: &Line, place: usize) -> sqlx::Result<Self>;
}

/// What a row can be read as: its columns in order.
pub(crate) trait FromRow: Sized {
    /// Reads a row.
    fn from_row(line: &Line) -> sqlx::Result<Self>;
}

/// Whether a column holds nothing.
fn is_nothing(line: &Line, place: usize) -> sqlx::Result<bool> {
    Ok(match line {
        Line::Sqlite(row) => row.try_get_raw(place)?.is_null(),
        Line::Postgres(row) => row.try_get_raw(place)?.is_null(),
    })
}

impl<T: Column> Column for Option<T> {
    fn read(line: &Line, place: usize) -> sqlx::Result<Self> {
        if is_nothing(line, place)? { Ok(None) } else { T::read(line, place).map(Some) }
    }
}

impl Column for i64 {
    fn read(line: &Line, place: usize) -> sqlx::Result<Self> {
        match line {
            Line::Sqlite(row) => row.try_get(place),
            // A number that a statement names itself is shorter than those of the tables.
            Line::Postgres(row) => {
                let short = row.try_get_raw(place)?.type_info().name() == "INT4";
                if short { row.try_get::<i32, _>(place).map(i64::from) } else { row.try_get(place) }
            }
        }
    }
}

macro_rules! whole_numbers {
    ($($kind:ty),*) => {$(
        impl Column for $kind {
            fn read(line: &Line, place: usize) -> sqlx::Result<Self> {
                let wide = |source| sqlx::Error::ColumnDecode { index: place.to_string(), source };
                i64::read(line, place)?.try_into().map_err(|error: std::num::TryFromIntError| wide(error.into()))
            }
        }
    )*};
}
whole_numbers!(i32, u32, u16, u8);

macro_rules! as_they_are {
    ($($kind:ty),*) => {$(
        impl Column for $kind {
            fn read(line: &Line, place: usize) -> sqlx::Result<Self> {
                match line {
                    Line::Sqlite(row) => row.try_get(place),
                    Line::Postgres(row) => row.try_get(place),
                }
            }
        }
    )*};
}
as_they_are!(bool, String, Vec<u8>);

macro_rules! rows {
    ($($name:ident $place:tt),*) => {
        impl<$($name: Column),*> FromRow for ($($name,)*) {
            fn from_row(line: &Line) -> sqlx::Result<Self> {
                Ok(($($name::read(line, $place)?,)*))
            }
        }
    };
}
rows!(A 0);
rows!(A 0, B 1);
rows!(A 0, B 1, C 2);
rows!(A 0, B 1, C 2, D 3);
rows!(A 0, B 1, C 2, D 3, E 4);
rows!(A 0, B 1, C 2, D 3, E 4, F 5);
rows!(A 0, B 1, C 2, D 3, E 4, F 5, G 6);
rows!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
rows!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8);
rows!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9);
rows!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10);
rows!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11);
rows!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12);
