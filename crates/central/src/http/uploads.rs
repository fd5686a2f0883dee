//! Papers that a phone sends, for the kiosk that asked for them. The phone's side is [`super::phone::upload`].

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use motcua_domain::time::Moment;
use motcua_domain::wire::{BeginUpload, PageVerdict, UploadBegun, UploadState};
use uuid::Uuid;

use super::caller::Device;
use super::input::{Body, Named};
use super::once::{Answer, Once};
use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::store::upload::Upload;
use crate::store::{upload, upload_file};

/// How long a kiosk may do without asking before the phone is told, in milliseconds: it asks every
/// second, and judges a page for half a minute at most.
const SILENT: i64 = 60_000;

/// When kiosks last asked for the uploads they opened. One that was cut off, or restarted, asks no more.
#[derive(Default)]
pub(crate) struct Followed(Mutex<HashMap<String, Moment>>);

impl Followed {
    fn note(&self, upload: &str, now: Moment) {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        asked.retain(|_, at| now.millis() - at.millis() <= SILENT);
        asked.insert(upload.to_owned(), now);
    }

    /// Whether nobody takes any more what the phone sends.
    pub(super) fn is_silent(&self, upload: &Upload, now: Moment) -> bool {
        let asked = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&upload.id).copied();
        now.millis() - asked.unwrap_or(upload.begun_at()).millis() > SILENT
    }
}

/// Opens a page for one paper, which a phone reaches by `/u/{token}` for 15 minutes, or up to 30 while
/// pages come. What the device opened before ends.
#[utoipa::path(post, path = "/v1/uploads", tag = "submissions", request_body = BeginUpload,
    responses((status = 201, body = UploadBegun)), security(("device" = [])))]
pub(crate) async fn begin(
    State(app): State<App>,
    device: Device,
    once: Once,
    Body { value, bytes }: Body<BeginUpload>,
) -> Result<Response, Refusal> {
    let public_url = app.public_url.clone().ok_or_else(|| Refusal::conflict("upload-no-address"))?;
    once.run(device.identity(), &bytes, move |unit| {
        Box::pin(async move {
            let until = upload::begin(unit, &device.id, &value).await?;
            Answer::created(&UploadBegun { public_url, until })
        })
    })
    .await
}

/// What came so far, for the device that opened it.
#[utoipa::path(get, path = "/v1/uploads/{id}", tag = "submissions", params(("id" = Uuid, Path)),
    responses((status = 200, body = UploadState)), security(("device" = [])))]
pub(crate) async fn read(
    State(app): State<App>,
    device: Device,
    Named(id): Named<Uuid>,
) -> Result<Json<UploadState>, Refusal> {
    let mut conn = app.read().await?;
    let known = upload::of_device(&mut conn, &device.id, id, clock::now()).await?;
    app.followed.note(&known.id, clock::now());
    Ok(Json(upload::state(&mut conn, &known).await?))
}

/// Ends it: the address leads nowhere any more, and what lies here is deleted.
#[utoipa::path(delete, path = "/v1/uploads/{id}", tag = "submissions", params(("id" = Uuid, Path)),
    responses((status = 204)), security(("device" = [])))]
pub(crate) async fn end(device: Device, once: Once, Named(id): Named<Uuid>) -> Result<Response, Refusal> {
    once.run(device.identity(), &[], move |unit| {
        Box::pin(async move {
            upload::end(unit, &device.id, id).await?;
            Ok(Answer::done())
        })
    })
    .await
}

/// The bytes of a file that came whole.
#[utoipa::path(get, path = "/v1/uploads/{id}/files/{number}", tag = "submissions",
    params(("id" = Uuid, Path), ("number" = u32, Path)),
    responses((status = 200, content_type = "application/octet-stream")), security(("device" = [])))]
pub(crate) async fn file(
    State(app): State<App>,
    device: Device,
    Path(of): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let (id, number) = named(&of)?;
    let mut conn = app.read().await?;
    let known = upload::of_device(&mut conn, &device.id, id, clock::now()).await?;
    let files = upload_file::files(&mut conn, &known.id).await?;
    let whole = files.iter().any(|file| file.number == number && file.sha256.is_some() && file.verdict.is_none());
    if !whole {
        return Err(Refusal::not_found("unknown-file"));
    }
    let bytes = upload_file::bytes(&mut conn, &app.piece_seal, &known.id, number).await?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment")),
    ];
    Ok((headers, bytes).into_response())
}

/// What the kiosk made of a file. Its bytes are deleted; the phone shows the verdict.
#[utoipa::path(post, path = "/v1/uploads/{id}/files/{number}/verdict", tag = "submissions",
    params(("id" = Uuid, Path), ("number" = u32, Path)), request_body = PageVerdict,
    responses((status = 204)), security(("device" = [])))]
pub(crate) async fn judge(
    device: Device,
    once: Once,
    Path(of): Path<(String, String)>,
    Body { value, bytes }: Body<PageVerdict>,
) -> Result<Response, Refusal> {
    let (id, number) = named(&of)?;
    once.run(device.identity(), &bytes, move |unit| {
        Box::pin(async move {
            let known = upload::of_device(&mut unit.conn, &device.id, id, unit.now).await?;
            upload_file::judge(unit, &known, number, &value).await?;
            Ok(Answer::done())
        })
    })
    .await
}

/// An upload and one of its files; what cannot be one names nothing that exists.
fn named((id, number): &(String, String)) -> Result<(Uuid, u32), Refusal> {
    id.parse().ok().zip(number.parse().ok()).ok_or_else(|| Refusal::not_found("unknown-upload"))
}
