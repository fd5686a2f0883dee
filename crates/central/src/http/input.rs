//! What comes in, bounded and read strictly; what cannot be read is refused with a reason.

use std::str::FromStr;
use std::time::Duration;

use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use tokio_stream::StreamExt;

use crate::app::App;
use crate::refusal::Refusal;

/// The most a JSON body may have, in bytes.
const JSON_MOST: usize = 1024 * 1024;
/// How long a whole body may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);
/// Of what is too large, up to so many times of what is taken is heard to its end: who is still sending when the
/// answer comes hears of a broken connection instead of the reason.
const HEARD: usize = 2;

/// Reads a whole body of at most so many bytes.
pub(crate) async fn read(request: Request, most: usize) -> Result<Vec<u8>, Refusal> {
    let too_large = || Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "body-too-large").with("most", most / 1024);
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    if length.and_then(|length| length.parse::<usize>().ok()).is_some_and(|length| length > HEARD * most) {
        return Err(too_large());
    }
    let mut stream = request.into_body().into_data_stream();
    let whole = async {
        let (mut bytes, mut came) = (Vec::new(), 0);
        while let Some(part) = stream.next().await {
            let part = part.map_err(|_| Refusal::new(StatusCode::BAD_REQUEST, "body-cut-off"))?;
            came += part.len();
            if came > HEARD * most {
                return Err(too_large());
            }
            if came <= most {
                bytes.extend_from_slice(&part);
            }
        }
        if came > most { Err(too_large()) } else { Ok(bytes) }
    };
    let slow = |_| Refusal::new(StatusCode::REQUEST_TIMEOUT, "body-too-slow");
    tokio::time::timeout(PATIENCE, whole).await.map_err(slow)?
}

/// A JSON body, as it came and as it was understood.
pub(crate) struct Body<T> {
    /// As it was understood.
    pub(crate) value: T,
    /// As it came.
    pub(crate) bytes: Vec<u8>,
}

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Refusal;
    async fn from_request(request: Request, _: &App) -> Result<Self, Refusal> {
        let media_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if media_type.is_some_and(|kind| !kind.to_ascii_lowercase().starts_with("application/json")) {
            return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "body-not-json"));
        }
        let bytes = read(request, JSON_MOST).await?;
        let value = serde_json::from_slice(&bytes).map_err(|error| {
            // The library's text may quote what was sent: only the place is told.
            let refusal = match error.classify() {
                Category::Data => Refusal::wrong("body-not-understood"),
                _ => Refusal::new(StatusCode::BAD_REQUEST, "body-not-json"),
            };
            refusal.with("line", error.line()).with("column", error.column())
        })?;
        Ok(Self { value, bytes })
    }
}

/// The one parameter of a path; what cannot be one names nothing that exists.
pub(crate) struct Named<T>(pub(crate) T);

impl<T: FromStr> FromRequestParts<App> for Named<T> {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let Path(text) =
            Path::<String>::from_request_parts(parts, app).await.map_err(|_| Refusal::not_found("no-such-route"))?;
        text.parse().map(Self).map_err(|_| Refusal::not_found("no-such-route"))
    }
}

/// The query of an address.
pub(crate) struct Asked<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<App> for Asked<T> {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let Query(value) = Query::<T>::from_request_parts(parts, app)
            .await
            .map_err(|_| Refusal::new(StatusCode::BAD_REQUEST, "query-not-understood"))?;
        Ok(Self(value))
    }
}
