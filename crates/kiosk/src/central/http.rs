use std::sync::RwLock;
use std::time::Duration;

use motcua_domain::wire::Problem;
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// How long one try may take. The central node is on the same machine or the same LAN.
const TRY: Duration = Duration::from_secs(4);
/// How long one try of a file may take: 15 MB at 1 MB/s, with as much again.
const LARGE: Duration = Duration::from_secs(30);
/// Pauses before the second and third try of a write whose answer did not come.
const PAUSES: [Duration; 2] = [Duration::from_millis(150), Duration::from_millis(600)];

/// Why the central API did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It could not be reached, or it failed: asking again with the same key may succeed.
    Away,
    /// It asks to wait so many seconds.
    Later(u64),
    /// It does not know this device or officer (any more), or does not let them.
    NotYou(Problem),
    /// It will never accept this.
    Never(Problem),
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Away | Refusal::Later(_) => Problem::new("central-away"),
            Refusal::NotYou(problem) | Refusal::Never(problem) => problem,
        }
    }
}

/// There is no certificate of an authority in what was given as one.
#[derive(Debug, thiserror::Error)]
#[error("there is no certificate of an authority in it: give a file in PEM")]
pub struct NoAuthority;

fn builder() -> reqwest::ClientBuilder {
    reqwest::Client::builder().connect_timeout(Duration::from_secs(2)).no_proxy()
}

/// A connection to the central API. Device calls carry the device's token, staff calls the officer's.
pub struct CentralClient {
    http: reqwest::Client,
    base: String,
    device: RwLock<Option<String>>,
}

impl CentralClient {
    /// A client of the server at `base`, such as `http://127.0.0.1:7080`.
    pub fn new(base: &str) -> Self {
        Self::with(base, builder().build().expect("the TLS backend is compiled in"))
    }

    /// A client of the server at `base` that trusts the authorities in these bytes (PEM) and nobody else: for a
    /// centre that made its certificate itself.
    ///
    /// # Errors
    /// When there is no authority in them.
    pub fn trusting(base: &str, authorities: &[u8]) -> Result<Self, NoAuthority> {
        let authorities = reqwest::Certificate::from_pem_bundle(authorities).map_err(|_| NoAuthority)?;
        if authorities.is_empty() {
            return Err(NoAuthority);
        }
        Ok(Self::with(base, builder().tls_certs_only(authorities).build().map_err(|_| NoAuthority)?))
    }

    fn with(base: &str, http: reqwest::Client) -> Self {
        Self { http, base: base.trim_end_matches('/').to_owned(), device: RwLock::new(None) }
    }

    /// Why it cannot be reached, for whoever sets a machine up: `central-not-trusted` when it shows a certificate
    /// that this machine does not trust, and otherwise `central-away`.
    pub(super) async fn why_away(&self) -> Problem {
        let asked = self.request(Method::GET, "/healthz", None).timeout(TRY).send().await;
        let mut cause: Option<&dyn std::error::Error> = asked.as_ref().err().map(|error| error as _);
        while let Some(error) = cause {
            // So rustls begins whatever it says of a certificate; reqwest hands its error on as text only.
            if error.to_string().starts_with("invalid peer certificate") {
                return Problem::new("central-not-trusted");
            }
            cause = error.source();
        }
        Problem::new("central-away")
    }

    /// From now on device calls carry this token.
    pub fn use_device_token(&self, token: &str) {
        *self.device.write().expect("no thread panics holding this") = Some(token.to_owned());
    }

    /// Where the central system is asked.
    pub fn address(&self) -> &str {
        &self.base
    }

    pub(super) fn request(&self, method: Method, path: &str, staff: Option<&str>) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.base));
        let device = self.device.read().expect("no thread panics holding this");
        match staff.or(device.as_deref()) {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    pub(super) async fn read<T: DeserializeOwned>(&self, path: &str, staff: Option<&str>) -> Result<T, Refusal> {
        body(answer(self.request(Method::GET, path, staff), TRY).await?).await
    }

    /// Reads what an officer asks for by the fields of `query`.
    pub(super) async fn ask<Q: Serialize, T: DeserializeOwned>(
        &self,
        path: &str,
        staff: &str,
        query: &Q,
    ) -> Result<T, Refusal> {
        body(answer(self.request(Method::GET, path, Some(staff)).query(query), TRY).await?).await
    }

    /// Reads what is kept in versions, with the version (the `ETag`).
    pub(super) async fn read_version<T: DeserializeOwned>(&self, path: &str, staff: &str) -> Result<(T, u32), Refusal> {
        let response = answer(self.request(Method::GET, path, Some(staff)), TRY).await?;
        let version = response.headers().get("etag").and_then(|v| v.to_str().ok()?.trim_matches('"').parse().ok());
        let version = version.ok_or_else(|| Refusal::Never(Problem::new("central-not-understood")))?;
        Ok((body(response).await?, version))
    }

    /// Replaces what is kept in versions, when this version is still the newest.
    pub(super) async fn write_version<B: Serialize, T: DeserializeOwned>(
        &self,
        path: &str,
        staff: &str,
        content: &B,
        version: u32,
    ) -> Result<T, Refusal> {
        let from = format!("\"{version}\"");
        let request = || self.request(Method::PUT, path, Some(staff)).header("if-match", &from).json(content);
        body(self.written(Uuid::now_v7(), TRY, request).await?).await
    }

    pub(super) async fn read_bytes(&self, path: &str, staff: Option<&str>) -> Result<(Vec<u8>, String), Refusal> {
        let response = answer(self.request(Method::GET, path, staff), LARGE).await?;
        let media_type = response.headers().get("content-type").and_then(|v| v.to_str().ok()).unwrap_or_default();
        let media_type = media_type.to_owned();
        let bytes = response.bytes().await.map_err(|_| Refusal::Away)?;
        Ok((bytes.to_vec(), media_type))
    }

    pub(super) async fn write<B: Serialize, T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        staff: Option<&str>,
        key: Uuid,
        content: &B,
    ) -> Result<T, Refusal> {
        body(self.written(key, TRY, || self.request(method.clone(), path, staff).json(content)).await?).await
    }

    pub(super) async fn write_bytes<T: DeserializeOwned>(
        &self,
        path: &str,
        staff: Option<&str>,
        key: Uuid,
        media_type: &str,
        bytes: Vec<u8>,
    ) -> Result<T, Refusal> {
        let request = || self.request(Method::POST, path, staff).header("content-type", media_type).body(bytes.clone());
        body(self.written(key, LARGE, request).await?).await
    }

    pub(super) async fn write_nothing(&self, path: &str, staff: &str) -> Result<(), Refusal> {
        let request = || self.request(Method::POST, path, Some(staff));
        self.written(Uuid::now_v7(), TRY, request).await.map(drop)
    }

    /// Writes what is answered with nothing.
    pub(super) async fn write_silently<B: Serialize>(
        &self,
        path: &str,
        staff: &str,
        content: &B,
    ) -> Result<(), Refusal> {
        let request = || self.request(Method::POST, path, Some(staff)).json(content);
        self.written(Uuid::now_v7(), TRY, request).await.map(drop)
    }

    /// Sends a write up to three times under one key, so that a lost answer is asked for again
    /// instead of done again.
    async fn written(
        &self,
        key: Uuid,
        patience: Duration,
        request: impl Fn() -> RequestBuilder,
    ) -> Result<Response, Refusal> {
        let mut pauses = PAUSES.into_iter();
        loop {
            match answer(request().header("idempotency-key", key.to_string()), patience).await {
                Err(Refusal::Away) => match pauses.next() {
                    Some(pause) => tokio::time::sleep(pause).await,
                    None => return Err(Refusal::Away),
                },
                other => return other,
            }
        }
    }
}

async fn answer(request: RequestBuilder, patience: Duration) -> Result<Response, Refusal> {
    let response = request.timeout(patience).send().await.map_err(|_| Refusal::Away)?;
    let status = response.status();
    if status.is_success() {
        return Ok(response);
    }
    let wait = response.headers().get("retry-after").and_then(|v| v.to_str().ok()).and_then(|v| v.parse().ok());
    let problem = response.json::<Problem>().await.unwrap_or_else(|_| Problem::new("central-not-understood"));
    match status {
        // Still running under the same key: the answer will be there later.
        StatusCode::CONFLICT if problem.code == "still-running" => Err(Refusal::Away),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(Refusal::NotYou(problem)),
        _ if status.is_server_error() => Err(wait.map_or(Refusal::Away, Refusal::Later)),
        StatusCode::TOO_MANY_REQUESTS if problem.code.starts_with("sign-in") => Err(Refusal::Never(problem)),
        StatusCode::TOO_MANY_REQUESTS => Err(Refusal::Later(wait.unwrap_or(5))),
        _ => Err(Refusal::Never(problem)),
    }
}

async fn body<T: DeserializeOwned>(response: Response) -> Result<T, Refusal> {
    let bytes = response.bytes().await.map_err(|_| Refusal::Away)?;
    let bytes: &[u8] = if bytes.is_empty() { b"null" } else { &bytes };
    serde_json::from_slice(bytes).map_err(|_| Refusal::Never(Problem::new("central-not-understood")))
}
