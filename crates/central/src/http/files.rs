//! Files: handed in by kiosks before the submission that names them, read by staff.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use motcua_domain::wire::StoredFile;
use uuid::Uuid;

use super::caller::{Device, SignedIn};
use super::input::{self, Named};
use super::once::{Answer, Once};
use crate::app::App;
use crate::refusal::Refusal;
use crate::secret;
use crate::store::file;

/// The largest file, in bytes: 15 MiB.
const MOST: usize = 15 * 1024 * 1024;

/// What a file is, by its first bytes; never by what the sender calls it.
pub(super) fn media_type(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'%', b'P', b'D', b'F', b'-', ..] => Some("application/pdf"),
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("image/png"),
        _ => None,
    }
}

/// Hands in a file: PDF, JPEG or PNG of at most 15 MiB. One that no submission names is deleted
/// after a month.
#[utoipa::path(post, path = "/v1/files", tag = "submissions",
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = StoredFile)), security(("device" = [])))]
pub(crate) async fn add(
    State(app): State<App>,
    device: Device,
    once: Once,
    request: Request,
) -> Result<Response, Refusal> {
    let bytes = input::read(request, MOST).await?;
    let media_type =
        media_type(&bytes).ok_or_else(|| Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "file-kind-refused"))?;
    let (bytes, sha256) = app
        .hash(move || {
            let sha256 = secret::sha256(&bytes);
            (bytes, sha256)
        })
        .await?;
    let stored = StoredFile { id: Uuid::now_v7(), sha256, size: bytes.len() as u64 };
    let payload = stored.sha256.clone();
    once.run(device.identity(), payload.as_bytes(), move |unit| {
        Box::pin(async move {
            file::add(unit, &device.id, &stored, media_type, &bytes).await?;
            Answer::created(&stored)
        })
    })
    .await
}

/// The bytes of a file.
#[utoipa::path(get, path = "/v1/files/{id}", tag = "submissions", params(("id" = Uuid, Path)),
    responses((status = 200, content_type = "application/octet-stream")), security(("staff" = [])))]
pub(crate) async fn read(State(app): State<App>, _: SignedIn, Named(id): Named<Uuid>) -> Result<Response, Refusal> {
    let found = file::read(&mut app.read().await?, id).await?;
    let (media_type, bytes) = found.ok_or_else(|| Refusal::not_found("unknown-file"))?;
    let media_type = HeaderValue::from_str(&media_type).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let attachment = HeaderValue::from_static("attachment");
    Ok(([(header::CONTENT_TYPE, media_type), (header::CONTENT_DISPOSITION, attachment)], bytes).into_response())
}

#[cfg(test)]
mod tests {
    use super::media_type;

    #[test]
    fn files_are_known_by_their_first_bytes() {
        assert_eq!(media_type(b"%PDF-1.7\n"), Some("application/pdf"));
        assert_eq!(media_type(&[0xff, 0xd8, 0xff, 0xe0]), Some("image/jpeg"));
        assert_eq!(media_type(b"\x89PNG\r\n\x1a\n...."), Some("image/png"));
        for refused in [&b""[..], b"%PD", b"<html>", b"MZ\x90", b"GIF89a", b" %PDF-1.7"] {
            assert_eq!(media_type(refused), None);
        }
    }
}
