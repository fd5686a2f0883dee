//! Who asks: a device or a member of staff, by the bearer token. Only hashes of tokens are kept and
//! compared.

use std::time::{Duration, Instant};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use motcua_domain::queue::Officer;
use motcua_domain::wire::{Role, StaffMember};
use uuid::Uuid;

use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::secret;
use crate::store::{device, staff};

/// How long a device is known without asking the database, which a command beside this server may have changed.
const KNOWN_FOR: Duration = Duration::from_secs(2);

/// How often the last sign of life is written, in milliseconds: 5 minutes.
const NOTED_EVERY: i64 = 5 * 60 * 1000;

/// A device or a member of staff.
pub(crate) enum Caller {
    /// An enrolled device.
    Device(Device),
    /// Somebody signed in.
    Staff(SignedIn),
}

/// An enrolled device; refuses everybody else.
#[derive(Clone)]
pub(crate) struct Device {
    /// Its identity.
    pub(crate) id: String,
}

/// Somebody signed in; what they may, the table of rights says.
#[derive(Clone)]
pub(crate) struct SignedIn {
    /// Who it is.
    pub(crate) who: StaffMember,
    /// The token itself, for this request only.
    pub(crate) token: String,
    /// What is kept of the token.
    pub(crate) token_sha256: String,
    /// The machine they signed in at, where it said which it is.
    pub(crate) device: Option<String>,
}

impl Caller {
    /// Its name in stored answers and histories.
    pub(crate) fn identity(&self) -> String {
        match self {
            Self::Device(device) => device.identity(),
            Self::Staff(signed_in) => signed_in.identity(),
        }
    }
}

impl Device {
    /// Its name in stored answers and histories.
    pub(crate) fn identity(&self) -> String {
        format!("device:{}", self.id)
    }

    /// Its identity as the hall knows it.
    pub(crate) fn uuid(&self) -> Result<Uuid, Refusal> {
        Ok(self.id.parse().map_err(|_| sqlx::Error::Decode("a device's identity".into()))?)
    }
}

impl SignedIn {
    /// Its name in stored answers.
    pub(crate) fn identity(&self) -> String {
        format!("staff:{}", self.who.account)
    }
}

/// A member of staff as the hall knows them.
pub(crate) fn officer(who: &StaffMember) -> Officer {
    Officer {
        account: who.account.as_str().into(),
        name: who.name.as_str().into(),
        supervisor: matches!(who.role, Role::Supervisor | Role::Administrator),
    }
}

/// Who a request comes from, once its token was looked up.
#[derive(Clone)]
pub(super) enum Known {
    /// An enrolled device.
    Device(Device),
    /// Somebody signed in.
    SignedIn(SignedIn),
}

impl Known {
    /// Its name in stored answers and in the audit.
    pub(super) fn identity(&self) -> String {
        match self {
            Self::Device(device) => device.identity(),
            Self::SignedIn(signed_in) => signed_in.identity(),
        }
    }

    /// The machine it is at.
    pub(super) fn device(&self) -> Option<String> {
        match self {
            Self::Device(device) => Some(device.id.clone()),
            Self::SignedIn(signed_in) => signed_in.device.clone(),
        }
    }
}

/// Looks up who a request comes from.
pub(super) async fn identify(headers: &HeaderMap, app: &App) -> Result<Known, Refusal> {
    let unauthorized = |code| Refusal::new(StatusCode::UNAUTHORIZED, code);
    let header = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = header.and_then(|value| value.split_once(' ')).filter(|(kind, _)| kind.eq_ignore_ascii_case("bearer"));
    let Some((_, token)) = token else { return Err(unauthorized("token-missing")) };
    let token_sha256 = secret::sha256(token.trim().as_bytes());
    if token.starts_with("device_") {
        let id = device_id(app, token_sha256).await?.ok_or_else(|| unauthorized("token-unknown"))?;
        return Ok(Known::Device(Device { id }));
    }
    let mut conn = app.read().await?;
    let session = staff::by_token(&mut conn, &token_sha256).await?.ok_or_else(|| unauthorized("token-unknown"))?;
    drop(conn);
    let idle = clock::now().millis() - session.seen_at.millis();
    if idle > staff::IDLE {
        return Err(unauthorized("signed-out-idle"));
    }
    if idle > NOTED_EVERY {
        let token = token_sha256.clone();
        app.writer.run(move |unit| Box::pin(async move { staff::seen(unit, &token).await })).await?;
    }
    let who = app.at_counter(session.who).await?;
    Ok(Known::SignedIn(SignedIn { who, token: token.to_owned(), token_sha256, device: session.device }))
}

/// The machine at which somebody signs in, where it says which it is.
pub(super) async fn machine(headers: &HeaderMap, app: &App) -> Option<String> {
    identify(headers, app).await.ok()?.device()
}

/// The device with this token.
async fn device_id(app: &App, token_sha256: String) -> Result<Option<String>, Refusal> {
    let known = || app.devices.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some((id, asked)) = known().get(&token_sha256)
        && asked.elapsed() < KNOWN_FOR
    {
        return Ok(Some(id.clone()));
    }
    let found = device::by_token(&mut app.read().await?, &token_sha256).await?;
    match &found {
        Some(id) => drop(known().insert(token_sha256, (id.clone(), Instant::now()))),
        None => drop(known().remove(&token_sha256)),
    }
    Ok(found)
}

/// Who a request comes from, as the table of rights let it through.
fn known(parts: &Parts) -> Result<Known, Refusal> {
    // A route that is not in the table lets nobody in.
    parts.extensions.get().cloned().ok_or_else(|| Refusal::forbidden("not-allowed"))
}

impl FromRequestParts<App> for Caller {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Refusal> {
        Ok(match known(parts)? {
            Known::Device(device) => Self::Device(device),
            Known::SignedIn(signed_in) => Self::Staff(signed_in),
        })
    }
}

impl FromRequestParts<App> for Device {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Refusal> {
        match known(parts)? {
            Known::Device(device) => Ok(device),
            Known::SignedIn(_) => Err(Refusal::forbidden("device-only")),
        }
    }
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Refusal> {
        match known(parts)? {
            Known::SignedIn(signed_in) => Ok(signed_in),
            Known::Device(_) => Err(Refusal::forbidden("staff-only")),
        }
    }
}
