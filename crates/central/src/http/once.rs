//! `Idempotency-Key` (IETF draft-ietf-httpapi-idempotency-key-header-07): a write has one effect
//! however often it is asked for.
//!
//! No key is 400. The same key with another payload is 422. While the first is still being carried
//! out it is 409. Once it is done, its stored answer is given again, a refusal as well. Effect and
//! answer are stored in one transaction, by asker and key.

use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde::Serialize;

use super::rights::Noted;
use crate::app::App;
use crate::refusal::{ProblemDetails, Refusal};
use crate::secret;
use crate::store::answered::{self, Answered, Key};
use crate::store::audit::Deed;
use crate::store::{Pending, Unit, Work};

/// What a write answers when it is done.
pub(crate) type Answer = Answered;

impl Answered {
    /// 200 with a body.
    pub(crate) fn ok<T: Serialize>(body: &T) -> Result<Self, Refusal> {
        Self::new(StatusCode::OK, body)
    }

    /// 201 with what was made.
    pub(crate) fn created<T: Serialize>(body: &T) -> Result<Self, Refusal> {
        Self::new(StatusCode::CREATED, body)
    }

    fn into_response(self) -> Response {
        let media_type = if self.status.is_success() { "application/json" } else { ProblemDetails::MEDIA_TYPE };
        let empty = self.body.is_empty();
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = self.status;
        if !empty {
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        }
        response
    }
}

/// A write that is carried out once: the key it came with, and what it is.
pub(crate) struct Once {
    app: App,
    key: String,
    request: String,
    deed: Option<Deed>,
}

impl FromRequestParts<App> for Once {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let value = parts.headers.get("idempotency-key").and_then(|value| value.to_str().ok()).unwrap_or_default();
        // The draft's header is a quoted string; a bare one is understood as well.
        let key = value.trim().trim_matches('"');
        if key.is_empty() || key.len() > 255 {
            return Err(Refusal::new(StatusCode::BAD_REQUEST, "idempotency-key-missing"));
        }
        let request = format!("{} {}\n", parts.method, parts.uri.path());
        let deed = parts.extensions.get::<Noted>().map(|noted| noted.0.clone());
        Ok(Self { app: app.clone(), key: key.to_owned(), request, deed })
    }
}

/// Marks a write as being carried out, for as long as its asker waits.
struct Running {
    app: App,
    write: Key,
}

impl Running {
    fn start(app: &App, write: &Key) -> Result<Self, Refusal> {
        let mut running = app.running.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if running.insert(write.clone()) {
            Ok(Self { app: app.clone(), write: write.clone() })
        } else {
            Err(Refusal::conflict("still-running"))
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.app.running.lock().unwrap_or_else(std::sync::PoisonError::into_inner).remove(&self.write);
    }
}

impl Once {
    /// The stored answer, for writes that check something the effect itself changes.
    pub(crate) async fn stored(&self, who: &str, payload: &[u8]) -> Result<Option<Response>, Refusal> {
        let key = Key { who: who.to_owned(), key: self.key.clone() };
        let known = answered::find(&mut self.app.read().await?, &[key]).await?;
        match known.into_values().next() {
            Some(earlier) if earlier.request_sha256 != self.fingerprint(payload) => {
                Err(Refusal::wrong("idempotency-key-reused"))
            }
            earlier => Ok(earlier.map(Answer::into_response)),
        }
    }

    fn fingerprint(&self, payload: &[u8]) -> String {
        secret::sha256(&[self.request.as_bytes(), payload].concat())
    }

    /// Carries a write out, or gives the stored answer. `payload` is what tells one request from
    /// another; passwords do not belong in it, because a bare hash of it is kept.
    pub(crate) async fn run<F>(self, who: String, payload: &[u8], work: F) -> Result<Response, Refusal>
    where
        F: for<'a> FnOnce(&'a mut Unit) -> Pending<'a, Answer> + Send + 'static,
    {
        self.carry_out(who, payload, Work::Write(Box::new(work))).await
    }

    /// As [`Once::run`], for what only happens in the hall.
    pub(crate) async fn decide<F>(self, who: String, payload: &[u8], work: F) -> Result<Response, Refusal>
    where
        F: FnOnce(&mut Unit) -> Result<Answer, Refusal> + Send + 'static,
    {
        self.carry_out(who, payload, Work::Decide(Box::new(work))).await
    }

    async fn carry_out(self, who: String, payload: &[u8], work: Work<Answer>) -> Result<Response, Refusal> {
        let request_sha256 = self.fingerprint(payload);
        let key = Key { who, key: self.key };
        let _running = Running::start(&self.app, &key)?;
        Ok(self.app.writer.answer(key, request_sha256, work, self.deed).await?.into_response())
    }
}
