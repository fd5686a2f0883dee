//! Pictures of the boards' notices: handed in by supervisors, seen by everybody while the settings in
//! force name them.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use motcua_domain::branch::PictureId;
use motcua_domain::wire::StoredPicture;

use super::caller::SignedIn;
use super::input::{self, Named};
use super::once::{Answer, Once};
use crate::app::App;
use crate::picture::made_anew;
use crate::refusal::Refusal;
use crate::secret;
use crate::store::picture;

/// The largest picture that is taken in, in bytes: 3 MiB.
const MOST: usize = 3 * 1024 * 1024;

/// Hands in a picture for notices: PNG, JPEG or WebP of at most 3 MiB and 25 megapixels. It is kept as a
/// JPEG without metadata, at most 1920 pixels on its longer side. One that no settings in force name is
/// deleted after a week.
#[utoipa::path(post, path = "/v1/branch/pictures", tag = "hall",
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = StoredPicture)), security(("staff" = [])))]
pub(crate) async fn add(
    State(app): State<App>,
    me: SignedIn,
    once: Once,
    request: Request,
) -> Result<Response, Refusal> {
    let handed_in = input::read(request, MOST).await?;
    let (kept, payload, id) = app
        .hash(move || {
            let kept = made_anew(&handed_in)?;
            let id = secret::sha256(&kept.bytes);
            Ok::<_, Refusal>((kept, secret::sha256(&handed_in), id))
        })
        .await??;
    once.run(me.identity(), payload.as_bytes(), move |unit| {
        Box::pin(async move {
            let id = PictureId::try_from(id).map_err(|_| Refusal::wrong("picture-unreadable"))?;
            picture::add(unit, &id, &me.who.account, &kept.bytes).await?;
            Answer::created(&StoredPicture { id, width: kept.width, height: kept.height })
        })
    })
    .await
}

/// A picture that a notice names, as a JPEG. Its bytes never change.
#[utoipa::path(get, path = "/v1/public/pictures/{id}", tag = "public",
    params(("id" = String, Path, description = "The SHA-256 of its bytes.")),
    responses((status = 200, content_type = "image/jpeg")))]
pub(crate) async fn read(State(app): State<App>, Named(id): Named<PictureId>) -> Result<Response, Refusal> {
    let unknown = || Refusal::not_found("unknown-picture");
    let named = app.lobby().await?.config().notices.iter().any(|notice| notice.picture.as_ref() == Some(&id));
    if !named {
        return Err(unknown());
    }
    let bytes = picture::read(&mut app.read().await?, &id).await?.ok_or_else(unknown)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg")),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
    ];
    Ok((headers, bytes).into_response())
}
