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

use crate::app::App;
use crate::refusal::{ProblemDetails, Refusal};
use crate::secret;
use crate::store::answered::{self, Answered};
use crate::store::{Pending, Unit};

/// What a write answers when it is done.
pub(crate) struct Answer {
    status: StatusCode,
    body: Vec<u8>,
}

impl Answer {
    /// 200 with a body.
    pub(crate) fn ok<T: Serialize>(body: &T) -> Result<Self, Refusal> {
        Self::new(StatusCode::OK, body)
    }

    /// 201 with what was made.
    pub(crate) fn created<T: Serialize>(body: &T) -> Result<Self, Refusal> {
        Self::new(StatusCode::CREATED, body)
    }

    /// 204: done, with nothing to say.
    pub(crate) fn done() -> Self {
        Self { status: StatusCode::NO_CONTENT, body: Vec::new() }
    }

    fn new<T: Serialize>(status: StatusCode, body: &T) -> Result<Self, Refusal> {
        let body = serde_json::to_vec(body).map_err(|error| sqlx::Error::Encode(error.into()))?;
        Ok(Self { status, body })
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
        Ok(Self { app: app.clone(), key: key.to_owned(), request })
    }
}

/// Marks a write as being carried out, for as long as its asker waits.
struct Running {
    app: App,
    write: (String, String),
}

impl Running {
    fn start(app: &App, who: &str, key: &str) -> Result<Self, Refusal> {
        let write = (who.to_owned(), key.to_owned());
        let mut running = app.running.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if running.insert(write.clone()) {
            Ok(Self { app: app.clone(), write })
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

/// The stored answer once more, if it answered the same request.
fn again(earlier: Answered, request_sha256: &str) -> Result<Answer, Refusal> {
    if earlier.request_sha256 != request_sha256 {
        return Err(Refusal::wrong("idempotency-key-reused"));
    }
    let status = StatusCode::from_u16(earlier.status).unwrap_or(StatusCode::OK);
    Ok(Answer { status, body: earlier.body })
}

impl Once {
    /// The stored answer, for writes that check something the effect itself changes.
    pub(crate) async fn stored(&self, who: &str, payload: &[u8]) -> Result<Option<Response>, Refusal> {
        let earlier = answered::find(&mut *self.app.read().await?, who, &self.key).await?;
        let again = earlier.map(|earlier| again(earlier, &self.fingerprint(payload))).transpose()?;
        Ok(again.map(Answer::into_response))
    }

    fn fingerprint(&self, payload: &[u8]) -> String {
        secret::sha256(format!("{}{}", self.request, secret::sha256(payload)).as_bytes())
    }

    /// Carries a write out, or gives the stored answer. `payload` is what tells one request from
    /// another; passwords do not belong in it, because a bare hash of it is kept.
    pub(crate) async fn run<F>(self, who: String, payload: &[u8], work: F) -> Result<Response, Refusal>
    where
        F: for<'a> FnOnce(&'a mut Unit) -> Pending<'a, Answer> + Send + 'static,
    {
        let request_sha256 = self.fingerprint(payload);
        let Self { app, key, .. } = self;
        let _running = Running::start(&app, &who, &key)?;
        let answer = app
            .writer
            .run(move |unit| {
                Box::pin(async move {
                    if let Some(earlier) = answered::find(&mut unit.conn, &who, &key).await? {
                        return again(earlier, &request_sha256);
                    }
                    let answer = match work(unit).await {
                        Ok(answer) => answer,
                        Err(Refusal::Problem(status, problem)) if status.is_client_error() => {
                            unit.undo().await?;
                            Answer::new(status, &ProblemDetails::new(status, problem))?
                        }
                        Err(failure) => return Err(failure),
                    };
                    let kept = Answered { request_sha256, status: answer.status.as_u16(), body: answer.body };
                    answered::keep(&mut unit.conn, &who, &key, &kept, unit.now).await?;
                    Ok(Answer { status: answer.status, body: kept.body })
                })
            })
            .await?;
        Ok(answer.into_response())
    }
}
