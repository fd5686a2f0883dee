//! Table `answered`: what a write was answered, kept with its effect in one transaction.

use std::collections::HashMap;

use axum::http::StatusCode;
use motcua_domain::time::Moment;
use motcua_domain::wire::Problem;
use serde::Serialize;

use super::sealed_key;
use super::sql::{self, Builder, Conn};
use crate::refusal::{ProblemDetails, Refusal};

/// What the key is for that answers are sealed with: they may say whose something is.
const PURPOSE: &str = "answers";
/// What a sealed answer begins with; JSON never does.
const SEALED: u8 = 1;

/// Where an answer is sealed for.
fn place(who: &str, key: &str) -> String {
    format!("answered/{who}/{key}")
}

/// A write by who asked for it and its `Idempotency-Key`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    /// Who asked.
    pub(crate) who: String,
    /// The key.
    pub(crate) key: String,
}

/// What a write was answered.
#[derive(Clone, Debug)]
pub(crate) struct Answered {
    /// Fingerprint of the request it answered.
    pub(crate) request_sha256: String,
    /// HTTP status.
    pub(crate) status: StatusCode,
    /// The body as it was sent.
    pub(crate) body: Vec<u8>,
}

impl Answered {
    /// A status with a body; which request it answers is added when it is kept.
    pub(crate) fn new<T: Serialize>(status: StatusCode, body: &T) -> Result<Self, Refusal> {
        let body = serde_json::to_vec(body).map_err(|error| sqlx::Error::Encode(error.into()))?;
        Ok(Self { request_sha256: String::new(), status, body })
    }

    /// A refusal by a rule.
    pub(crate) fn refusal(status: StatusCode, problem: Problem) -> Result<Self, Refusal> {
        Self::new(status, &ProblemDetails::new(status, problem))
    }

    /// 204: done, with nothing to say.
    pub(crate) fn done() -> Self {
        Self { request_sha256: String::new(), status: StatusCode::NO_CONTENT, body: Vec::new() }
    }
}

/// The answers to earlier writes with these keys.
pub(crate) async fn find(conn: &mut Conn, keys: &[Key]) -> sqlx::Result<HashMap<Key, Answered>> {
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let mut select: Builder =
        Builder::new("SELECT who, key, request_sha256, status, body FROM answered WHERE (who, key) IN (");
    select.push_values(keys, |mut row, key| {
        row.push_bind(&key.who).push_bind(&key.key);
    });
    select.push(")");
    let rows: Vec<(String, String, String, u16, Vec<u8>)> = select.build_query_as().fetch_all(conn).await?;
    if rows.is_empty() {
        return Ok(HashMap::new());
    }
    let seal = conn.vault().seal_for(PURPOSE);
    let answered = |(who, key, request_sha256, status, body): (String, String, String, u16, Vec<u8>)| {
        let status = StatusCode::from_u16(status).map_err(|error| sqlx::Error::Decode(error.into()))?;
        let body = match body.split_first() {
            Some((&SEALED, sealed)) => {
                seal.open(&place(&who, &key), sealed).ok_or_else(|| sealed_key::broken("an answer"))?
            }
            // From before answers were sealed, or one without a body.
            _ => body,
        };
        Ok((Key { who, key }, Answered { request_sha256, status, body }))
    };
    rows.into_iter().map(answered).collect()
}

/// Keeps answers.
pub(super) async fn keep(conn: &mut Conn, answers: &[(Key, Answered)], at: Moment) -> Result<(), Refusal> {
    if answers.is_empty() {
        return Ok(());
    }
    let seal = conn.vault().seal_for(PURPOSE);
    let mut bodies = Vec::with_capacity(answers.len());
    for (Key { who, key }, answer) in answers {
        bodies.push(match answer.body.as_slice() {
            [] => Vec::new(),
            body => [&[SEALED], seal.close(&place(who, key), body)?.as_slice()].concat(),
        });
    }
    let mut insert: Builder = Builder::new("INSERT INTO answered (who, key, request_sha256, status, body, at) ");
    insert.push_values(answers.iter().zip(&bodies), |mut row, ((key, answer), body)| {
        row.push_bind(&key.who)
            .push_bind(&key.key)
            .push_bind(&answer.request_sha256)
            .push_bind(answer.status.as_u16())
            .push_bind(body)
            .push_bind(at.millis());
    });
    insert.build().execute(conn).await?;
    Ok(())
}

/// Forgets answers older than a moment.
pub(crate) async fn forget(conn: &mut Conn, before: Moment) -> sqlx::Result<()> {
    sql::query("DELETE FROM answered WHERE at < $1").bind(before.millis()).execute(conn).await?;
    Ok(())
}
