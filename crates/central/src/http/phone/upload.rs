//! What the page of [`super::upload_page`] sends, `/u/{token}/…`: the pages of one paper, for the kiosk
//! before their owner. With scripts they go in pieces that survive a cut; without, a form sends one
//! picture at a time.
//!
//! The token is all that opens it: 128 random bits, of which only a hash is here. A file has no name.

use std::net::SocketAddr;

use axum::Json;
use axum::extract::{ConnectInfo, FromRequestParts, Path, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::super::files::media_type;
use super::super::input::{self, Body};
use super::upload_page::ended;
use super::{multipart, refused};
use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::secret;
use crate::store::Unit;
use crate::store::upload::{self, Upload};
use crate::store::upload_file::{self, MOST_BYTES, NewFile, PIECE, Piece};

/// Where a piece begins, and how much is here (as in tus 1.0.0).
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
/// How much there will be.
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
/// What a form has besides its file, in bytes.
const AROUND: usize = 8 * 1024;

/// An upload by the token in the address; refuses every other token, and who tries many of them.
pub(crate) struct Phone {
    /// The token, for addresses of the page itself.
    pub(super) token: String,
    /// The upload as it was when it was asked for.
    pub(super) upload: Upload,
}

impl FromRequestParts<App> for Phone {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let unknown = || Refusal::not_found("unknown-upload");
        let named = Path::<Vec<(String, String)>>::from_request_parts(parts, app).await.map_err(|_| unknown())?;
        let token = named.0.into_iter().find(|(name, _)| name == "token").ok_or_else(unknown)?.1;
        let now = clock::now();
        let known = upload::by_token(&mut app.read().await?, &secret::sha256(token.as_bytes()), now).await?;
        let Some(upload) = known else {
            if let Ok(ConnectInfo(from)) = ConnectInfo::<SocketAddr>::from_request_parts(parts, app).await {
                app.paces.wrong.ask(from.ip(), now)?;
            }
            return Err(unknown());
        };
        app.paces.asks.ask(upload.id.clone(), now)?;
        Ok(Self { token, upload })
    }
}

impl Phone {
    fn token_sha256(&self) -> String {
        secret::sha256(self.token.as_bytes())
    }

    /// Back to the page.
    fn to_page(&self) -> Response {
        (StatusCode::SEE_OTHER, [(header::LOCATION, format!("/u/{}", self.token))]).into_response()
    }
}

/// The upload, if it is still one when something is written.
async fn live(unit: &mut Unit, token_sha256: &str) -> Result<Upload, Refusal> {
    let known = upload::by_token(&mut unit.conn, token_sha256, unit.now).await?;
    known.ok_or_else(|| Refusal::not_found("unknown-upload"))
}

/// The number a file was given.
#[derive(Serialize)]
pub(crate) struct Numbered {
    number: u32,
}

/// `POST /u/{token}/files`: makes room for a file.
pub(crate) async fn add(
    State(app): State<App>,
    phone: Phone,
    Body { value, .. }: Body<NewFile>,
) -> Result<(StatusCode, Json<Numbered>), Refusal> {
    let token = phone.token_sha256();
    let work = async move |unit: &mut Unit| {
        let known = live(unit, &token).await?;
        upload_file::add_file(unit, &known, &value).await
    };
    let number = app.writer.run(move |unit| Box::pin(async move { work(unit).await })).await?;
    Ok((StatusCode::CREATED, Json(Numbered { number })))
}

/// `HEAD /u/{token}/files/{number}`: how much of a file is here.
pub(crate) async fn offset(
    State(app): State<App>,
    phone: Phone,
    Path((_, number)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let (here, size) = upload_file::offset(&mut app.read().await?, &phone.upload, numbered(&number)?).await?;
    Ok([(OFFSET, HeaderValue::from(here)), (LENGTH, HeaderValue::from(size))].into_response())
}

/// `PATCH /u/{token}/files/{number}`: the next piece of a file, of at most 256 KiB, that begins at
/// `Upload-Offset`. It answers with what is here then; 409 when the piece begins elsewhere.
pub(crate) async fn piece(
    State(app): State<App>,
    phone: Phone,
    Path((_, number)): Path<(String, String)>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Refusal> {
    let number = numbered(&number)?;
    let at = headers.get(OFFSET).and_then(|at| at.to_str().ok()?.parse::<u64>().ok());
    let at = at.ok_or_else(|| Refusal::new(StatusCode::BAD_REQUEST, "upload-offset"))?;
    let bytes = input::read(request, PIECE).await?;
    let (token, seal) = (phone.token_sha256(), app.piece_seal.clone());
    if at == 0 && media_type(&bytes).is_none() {
        remove_at_once(&app, token, number).await?;
        return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "file-kind-refused"));
    }
    let work = async move |unit: &mut Unit| {
        let known = live(unit, &token).await?;
        upload_file::add_piece(unit, &seal, &known, number, at, &bytes).await
    };
    let (status, here) = match app.writer.run(move |unit| Box::pin(async move { work(unit).await })).await? {
        Piece::Taken(here) => (StatusCode::NO_CONTENT, here),
        Piece::Elsewhere(here) => (StatusCode::CONFLICT, here),
        // The whole of it was something else: it begins anew.
        Piece::Differs => (StatusCode::CONFLICT, 0),
    };
    let offset = [(OFFSET, HeaderValue::from(here))];
    if status == StatusCode::CONFLICT {
        return Ok((offset, Refusal::conflict("upload-offset")).into_response());
    }
    Ok((status, offset).into_response())
}

/// `POST /u/{token}/files/{number}/remove`: takes away what the kiosk does not have.
pub(crate) async fn remove(
    State(app): State<App>,
    phone: Result<Phone, Refusal>,
    Path((_, number)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let phone = match phone {
        Ok(phone) => phone,
        Err(refusal) => return ended(&app, refusal).await,
    };
    // What the kiosk has meanwhile stays: the page shows it so.
    let removed = match numbered(&number) {
        Ok(number) => remove_at_once(&app, phone.token_sha256(), number).await,
        Err(refusal) => Err(refusal),
    };
    match removed {
        Ok(()) | Err(Refusal::Problem(StatusCode::CONFLICT | StatusCode::NOT_FOUND, _)) => Ok(phone.to_page()),
        Err(other) => Err(other),
    }
}

async fn remove_at_once(app: &App, token: String, number: u32) -> Result<(), Refusal> {
    let work = async move |unit: &mut Unit| {
        let known = live(unit, &token).await?;
        upload_file::remove(unit, &known, number).await
    };
    app.writer.run(move |unit| Box::pin(async move { work(unit).await })).await
}

/// `POST /u/{token}/done`: "Xong".
pub(crate) async fn done(State(app): State<App>, phone: Result<Phone, Refusal>) -> Result<Response, Refusal> {
    let phone = match phone {
        Ok(phone) => phone,
        Err(refusal) => return ended(&app, refusal).await,
    };
    let id = phone.upload.id.clone();
    app.writer.run(move |unit| Box::pin(async move { upload::note_done(unit, &id).await })).await?;
    Ok(phone.to_page())
}

/// `POST /u/{token}`: one picture, sent by a browser without scripts.
pub(crate) async fn send(
    State(app): State<App>,
    phone: Result<Phone, Refusal>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Refusal> {
    let phone = match phone {
        Ok(phone) => phone,
        Err(refusal) => return ended(&app, refusal).await,
    };
    match take_form(&app, &phone, &headers, request).await {
        Ok(()) => Ok(phone.to_page()),
        Err(Refusal::Problem(status, problem)) if status.is_client_error() => {
            refused(&app, &format!("/u/{}", phone.token), status, &problem).await
        }
        Err(other) => Err(other),
    }
}

async fn take_form(app: &App, phone: &Phone, headers: &HeaderMap, request: Request) -> Result<(), Refusal> {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let body = input::read(request, MOST_BYTES + AROUND).await?;
    let bytes = multipart::file(content_type, &body).ok_or_else(|| Refusal::wrong("upload-empty"))?.to_vec();
    if media_type(&bytes).is_none() {
        return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "file-kind-refused"));
    }
    let (token, seal) = (phone.token_sha256(), app.piece_seal.clone());
    let work = async move |unit: &mut Unit| {
        let known = live(unit, &token).await?;
        let number =
            upload_file::add_file(unit, &known, &NewFile { size: bytes.len() as u64, ..NewFile::default() }).await?;
        let mut at = 0;
        for piece in bytes.chunks(PIECE) {
            upload_file::add_piece(unit, &seal, &known, number, at, piece).await?;
            at += piece.len() as u64;
        }
        Ok(())
    };
    app.writer.run(move |unit| Box::pin(async move { work(unit).await })).await
}

fn numbered(number: &str) -> Result<u32, Refusal> {
    number.parse().map_err(|_| Refusal::not_found("unknown-file"))
}
