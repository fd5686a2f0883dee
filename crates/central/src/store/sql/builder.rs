//! Statements with as many values as there are.

use std::fmt::Write;
use std::marker::PhantomData;

use sqlx::{AssertSqlSafe, SqlSafeStr};

use super::{Bind, Query, QueryAs, Value};

/// A statement in the making. Text is the program's own; whatever comes from outside is bound.
pub(crate) struct Builder<'q> {
    statement: String,
    values: Vec<Value<'q>>,
}

/// The values of one row in the making.
pub(crate) struct Values<'b, 'q> {
    builder: &'b mut Builder<'q>,
    first: bool,
}

impl<'q> Builder<'q> {
    /// Begins with a text.
    pub(crate) fn new(begin: &'static str) -> Self {
        Self { statement: begin.to_owned(), values: Vec::new() }
    }

    /// Goes on with a text.
    pub(crate) fn push(&mut self, text: &'static str) -> &mut Self {
        self.statement.push_str(text);
        self
    }

    /// Goes on with a value.
    pub(crate) fn push_bind(&mut self, value: impl Bind<'q>) -> &mut Self {
        self.values.push(value.value());
        let _ = write!(self.statement, "${}", self.values.len());
        self
    }

    /// Goes on with `VALUES` and a row for each.
    pub(crate) fn push_values<T>(
        &mut self,
        rows: impl IntoIterator<Item = T>,
        mut fill: impl FnMut(Values<'_, 'q>, T),
    ) -> &mut Self {
        self.push("VALUES ");
        for (place, row) in rows.into_iter().enumerate() {
            self.push(if place > 0 { ", (" } else { "(" });
            fill(Values { builder: self, first: true }, row);
            self.push(")");
        }
        self
    }

    /// The statement.
    pub(crate) fn build(self) -> Query<'q> {
        Query { statement: AssertSqlSafe(self.statement).into_sql_str(), values: self.values }
    }

    /// The statement, for rows.
    pub(crate) fn build_query_as<T>(self) -> QueryAs<'q, T> {
        QueryAs { query: self.build(), row: PhantomData }
    }
}

impl<'q> Values<'_, 'q> {
    /// The next value of the row.
    pub(crate) fn push_bind(&mut self, value: impl Bind<'q>) -> &mut Self {
        if !self.first {
            self.builder.push(", ");
        }
        self.first = false;
        self.builder.push_bind(value);
        self
    }
}
