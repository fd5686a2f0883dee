//! What a statement is given.

use std::borrow::Cow;

use sqlx::Arguments;
use sqlx::postgres::PgArguments;
use sqlx::sqlite::SqliteArguments;

/// One value of a statement. Nothing knows of which kind it is, as PostgreSQL asks.
#[derive(Clone)]
pub(crate) enum Value<'q> {
    /// A whole number.
    Int(Option<i64>),
    /// Yes or no.
    Bool(Option<bool>),
    /// Text.
    Text(Option<Cow<'q, str>>),
    /// Bytes.
    Bytes(Option<Cow<'q, [u8]>>),
}

/// What can be a [`Value`].
pub(crate) trait Bind<'q> {
    /// As a value.
    fn value(self) -> Value<'q>;
    /// No value, of this kind.
    fn nothing() -> Value<'q>;
}

macro_rules! whole_numbers {
    ($($kind:ty),*) => {$(
        impl<'q> Bind<'q> for $kind {
            fn value(self) -> Value<'q> {
                Value::Int(Some(self.into()))
            }
            fn nothing() -> Value<'q> {
                Value::Int(None)
            }
        }
    )*};
}
whole_numbers!(i64, i32, u32, u16, u8);

impl<'q> Bind<'q> for bool {
    fn value(self) -> Value<'q> {
        Value::Bool(Some(self))
    }
    fn nothing() -> Value<'q> {
        Value::Bool(None)
    }
}

macro_rules! texts {
    ($($kind:ty),*) => {$(
        impl<'q> Bind<'q> for $kind {
            fn value(self) -> Value<'q> {
                Value::Text(Some(Cow::from(self)))
            }
            fn nothing() -> Value<'q> {
                Value::Text(None)
            }
        }
    )*};
}
texts!(&'q str, String, &'q String, Cow<'q, str>);

macro_rules! bytes {
    ($($kind:ty),*) => {$(
        impl<'q> Bind<'q> for $kind {
            fn value(self) -> Value<'q> {
                Value::Bytes(Some(Cow::from(self)))
            }
            fn nothing() -> Value<'q> {
                Value::Bytes(None)
            }
        }
    )*};
}
bytes!(&'q [u8], Vec<u8>, &'q Vec<u8>);

impl<'q, T: Bind<'q>> Bind<'q> for Option<T> {
    fn value(self) -> Value<'q> {
        self.map_or_else(T::nothing, T::value)
    }
    fn nothing() -> Value<'q> {
        T::nothing()
    }
}

impl<'q, T> Bind<'q> for &'q Option<T>
where
    &'q T: Bind<'q>,
{
    fn value(self) -> Value<'q> {
        self.as_ref().value()
    }
    fn nothing() -> Value<'q> {
        <&'q T>::nothing()
    }
}

macro_rules! borrowed_numbers {
    ($($kind:ty),*) => {$(
        impl<'q> Bind<'q> for &'q $kind {
            fn value(self) -> Value<'q> {
                (*self).value()
            }
            fn nothing() -> Value<'q> {
                <$kind>::nothing()
            }
        }
    )*};
}
borrowed_numbers!(i64, u32, bool);

/// As SQLite takes them.
pub(super) fn for_sqlite(values: Vec<Value<'_>>) -> sqlx::Result<SqliteArguments> {
    let mut arguments = SqliteArguments::default();
    for value in values {
        match value {
            Value::Int(number) => arguments.add(number),
            Value::Bool(yes) => arguments.add(yes),
            Value::Text(text) => arguments.add(text.map(Cow::into_owned)),
            Value::Bytes(bytes) => arguments.add(bytes.map(Cow::into_owned)),
        }
        .map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

/// As PostgreSQL takes them.
pub(super) fn for_postgres(values: Vec<Value<'_>>) -> sqlx::Result<PgArguments> {
    let mut arguments = PgArguments::default();
    for value in values {
        match value {
            Value::Int(number) => arguments.add(number),
            Value::Bool(yes) => arguments.add(yes),
            Value::Text(text) => arguments.add(text.as_deref()),
            Value::Bytes(bytes) => arguments.add(bytes.as_deref()),
        }
        .map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}
