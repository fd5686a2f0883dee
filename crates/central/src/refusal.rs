//! Why a request was refused, and how that is said over HTTP (RFC 9457).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use motcua_domain::wire::Problem;
use motcua_domain::words::{Locale, Words};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A request was not carried out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    /// For a reason the asker can act on. Nothing was changed.
    #[error("refused: {1}")]
    Problem(StatusCode, Problem),
    /// The database failed.
    #[error("the database failed")]
    Store(#[from] sqlx::Error),
    /// The transaction of this change and of others in it was not committed.
    #[error("not committed")]
    NotCommitted,
}

impl Refusal {
    /// A refusal with a status and a problem's code.
    pub(crate) fn new(status: StatusCode, code: &str) -> Self {
        Self::Problem(status, Problem::new(code))
    }

    /// 409: it cannot be done as things stand.
    pub(crate) fn conflict(code: &str) -> Self {
        Self::new(StatusCode::CONFLICT, code)
    }

    /// 404: there is no such thing.
    pub(crate) fn not_found(code: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, code)
    }

    /// 422: it can be read, but not be right.
    pub(crate) fn wrong(code: &str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, code)
    }

    /// 403: not for this asker.
    pub(crate) fn forbidden(code: &str) -> Self {
        Self::new(StatusCode::FORBIDDEN, code)
    }

    /// 409: a number was already given under another label, so none is given for this request.
    pub(crate) fn given_otherwise(label: impl ToString) -> Problem {
        Problem::new("given-otherwise").with("label", label)
    }

    /// The same with one more argument for its message.
    pub(crate) fn with(self, name: &str, value: impl ToString) -> Self {
        match self {
            Self::Problem(status, problem) => Self::Problem(status, problem.with(name, value)),
            other => other,
        }
    }

    /// Its status and problem. What the database said stays in the log.
    pub(crate) fn said(self) -> (StatusCode, Problem) {
        match self {
            Self::Problem(status, problem) => (status, problem),
            Self::Store(error) => {
                tracing::error!(%error, "the database failed");
                (StatusCode::INTERNAL_SERVER_ERROR, Problem::new("internal"))
            }
            Self::NotCommitted => (StatusCode::SERVICE_UNAVAILABLE, Problem::new("not-stored")),
        }
    }
}

impl From<getrandom::Error> for Refusal {
    /// The system has no randomness to make secrets of.
    fn from(error: getrandom::Error) -> Self {
        tracing::error!(%error, "no randomness");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal")
    }
}

impl From<Problem> for Refusal {
    /// A rule of the domain was broken by what was sent.
    fn from(problem: Problem) -> Self {
        Self::Problem(StatusCode::UNPROCESSABLE_ENTITY, problem)
    }
}

impl Refusal {
    /// A rule of the hall was broken: there is no such thing, it makes no sense, or it cannot be done
    /// as things stand.
    pub(crate) fn of_the_hall(problem: Problem) -> Self {
        let status = match problem.code.as_str() {
            "unknown-ticket" | "unknown-counter" | "unknown-appointment" => StatusCode::NOT_FOUND,
            "unknown-group" | "unknown-service" | "unknown-language" | "unknown-priority" | "service-needed"
            | "not-its-number" | "slot-unknown" => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        };
        Self::Problem(status, problem)
    }
}

/// The body of every refusal, as `application/problem+json` (RFC 9457).
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ProblemDetails {
    /// `urn:motcua:problem:` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// What happened and what to do, in English. People are shown the words of `code` in their language.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The name of the request in the server's log, for whoever is asked what happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// The reason and its arguments.
    #[serde(flatten)]
    pub problem: Problem,
}

impl ProblemDetails {
    /// The media type of this body.
    pub const MEDIA_TYPE: &str = "application/problem+json";

    pub(crate) fn new(status: StatusCode, problem: Problem) -> Self {
        let args: Vec<_> = problem.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let title = Words::of(Locale::En).say_with(&problem.message_key(), &args);
        Self {
            kind: format!("urn:motcua:problem:{}", problem.code),
            title,
            status: status.as_u16(),
            request_id: None,
            problem,
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (status, problem) = self.said();
        let wait = problem.args.get("seconds").and_then(|seconds| HeaderValue::from_str(seconds).ok());
        let mut response = (status, axum::Json(ProblemDetails::new(status, problem))).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(ProblemDetails::MEDIA_TYPE));
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if matches!(status, StatusCode::PAYLOAD_TOO_LARGE | StatusCode::REQUEST_TIMEOUT) {
            // The rest of the body is not read: another request on this connection would be lost.
            headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
        }
        match wait {
            Some(seconds) if status == StatusCode::TOO_MANY_REQUESTS => {
                headers.insert(header::RETRY_AFTER, seconds);
            }
            _ if status == StatusCode::SERVICE_UNAVAILABLE => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
            }
            _ => {}
        }
        response
    }
}
