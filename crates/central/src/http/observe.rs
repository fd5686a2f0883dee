//! What is known of each request: a name of its own for the log and for who asked, and the figures. Never
//! its address, which may hold somebody's code, and never what it holds.

use std::time::Instant;

use axum::body::{Body, to_bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use serde_json::{Map, Value};
use tracing::{Instrument, Level};
use uuid::Uuid;

use crate::app::App;
use crate::refusal::ProblemDetails;

/// The header with a request's name.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// The longest problem that is looked into.
const LONGEST_PROBLEM: usize = 64 * 1024;

/// Names, counts and logs a request.
pub(super) async fn request(State(app): State<App>, request: Request, next: Next) -> Response {
    let id = named(request.headers()).to_string();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map(|route| route.as_str().to_owned());
    let span = tracing::info_span!("request", id, %method, route);
    async {
        let begun = Instant::now();
        let response = next.run(request).await;
        let (status, took) = (response.status(), begun.elapsed());
        app.metrics.answered(&method, route.as_deref(), status, took);
        let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        if status.is_server_error() {
            tracing::warn!(status = status.as_u16(), millis, "answered");
        } else if method == Method::GET || method == Method::HEAD {
            tracing::debug!(status = status.as_u16(), millis, "answered");
        } else {
            tracing::event!(Level::INFO, status = status.as_u16(), millis, "answered");
        }
        with_name(response, &id).await
    }
    .instrument(span)
    .await
}

/// The name that the asker gave, when it is a UUID: anything else could hold a person's number. A new one
/// otherwise.
fn named(headers: &HeaderMap) -> Uuid {
    let given = headers.get(REQUEST_ID).and_then(|id| Uuid::try_parse(id.to_str().ok()?).ok());
    given.unwrap_or_else(Uuid::now_v7)
}

/// Gives the name back, in a problem also in its body, where people see it.
async fn with_name(response: Response, id: &str) -> Response {
    let problem = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == ProblemDetails::MEDIA_TYPE);
    let (mut parts, mut body) = response.into_parts();
    if let Ok(value) = HeaderValue::from_str(id) {
        parts.headers.insert(REQUEST_ID, value);
    }
    if problem {
        let bytes = to_bytes(body, LONGEST_PROBLEM).await.unwrap_or_default();
        body = match serde_json::from_slice::<Map<String, Value>>(&bytes) {
            Ok(mut said) => {
                said.insert("request_id".to_owned(), id.into());
                parts.headers.remove(header::CONTENT_LENGTH);
                Body::from(Value::Object(said).to_string())
            }
            Err(_) => Body::from(bytes),
        };
    }
    Response::from_parts(parts, body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_uuid_is_taken_over_as_the_name_of_a_request() {
        let given = "0192f0c1-7b5a-7c3e-9d21-3f6f2a9b4c5d";
        let named_by = |id: &'static str| named(&[(REQUEST_ID, HeaderValue::from_static(id))].into_iter().collect());
        assert_eq!(named_by(given).to_string(), given);
        for other in ["089300123456", "device_abc", "", "0192f0c1-7b5a-7c3e-9d21-3f6f2a9b4c5d; x"] {
            assert_ne!(named_by(other).to_string(), other);
        }
        assert_ne!(named(&HeaderMap::new()), named(&HeaderMap::new()));
    }
}
