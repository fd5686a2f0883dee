//! Drafts: saved by kiosks after every answer, sealed, and opened again by who proves to be their owner.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::Json;
use axum::extract::{FromRequestParts, Path, Request, State};
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use motcua_domain::wire::{DraftContent, DraftProof, LockedDraft, OpenDraft, OpenedDraft, SaveDraft, SavedDraft};
use uuid::Uuid;

use super::caller::{Caller, Device, SignedIn};
use super::input::{self, Body, Named};
use super::once::{Answer, Once};
use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::secret;
use crate::store::{draft, draft_help};

/// The largest sealed page, in bytes: a file a submission takes, and its seal.
const FILE_MOST: usize = 15 * 1024 * 1024 + 64;
/// The longest sealed answers, in characters of base64.
const CONTENT_MOST: usize = 900 * 1024;
/// The most pages a save names, and the most changes it tells of.
const LIST_MOST: usize = 200;
/// The longest name of a page, a field or a procedure.
const NAME_MOST: usize = 100;

/// Keys of drafts whose owners let officers help, for as long as they do. They are written nowhere.
#[derive(Default)]
pub(crate) struct DraftKeys(Mutex<HashMap<Uuid, String>>);

impl DraftKeys {
    fn keys(&self) -> MutexGuard<'_, HashMap<Uuid, String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers the key of a draft.
    pub(super) fn keep(&self, draft: Uuid, key: String) {
        self.keys().insert(draft, key);
    }

    /// The key of a draft, if it is known.
    pub(super) fn of(&self, draft: Uuid) -> Option<String> {
        self.keys().get(&draft).cloned()
    }

    /// Forgets the key of a draft.
    pub(super) fn forget(&self, draft: Uuid) {
        self.keys().remove(&draft);
    }
}

/// Whether it is so many bytes in lower-case hex.
pub(super) fn is_hex(text: &str, bytes: usize) -> bool {
    text.len() == bytes * 2 && text.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'))
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.len() <= NAME_MOST && !text.contains(char::is_control)
}

fn is_sound(draft: &SaveDraft) -> bool {
    let proof = |proof: &DraftProof| is_hex(&proof.verifier, 32) && proof.wrapped_key.len() <= 512;
    is_hex(&draft.found_by, 32)
        && (1..=2).contains(&draft.proofs.len())
        && draft.proofs.iter().all(proof)
        && draft.content.len() <= CONTENT_MOST
        && draft.files.len() <= LIST_MOST
        && draft.changes.len() <= LIST_MOST
        && draft.changes.iter().all(|change| is_name(&change.page) && change.fields.iter().all(|field| is_name(field)))
        && is_name(&draft.procedure)
}

/// Saves a draft as it stands. The newest revision is kept; an older one changes nothing.
#[utoipa::path(put, path = "/v1/drafts/{id}", tag = "drafts", params(("id" = Uuid, Path)), request_body = SaveDraft,
    responses((status = 200, body = SavedDraft)), security(("device" = []), ("staff" = [])))]
pub(crate) async fn save(
    caller: Caller,
    once: Once,
    Named(id): Named<Uuid>,
    Body { value, bytes }: Body<SaveDraft>,
) -> Result<Response, Refusal> {
    if !is_sound(&value) {
        return Err(Refusal::wrong("draft-wrong"));
    }
    let editor = caller.identity();
    once.run(editor.clone(), &bytes, move |unit| {
        Box::pin(async move { Answer::ok(&draft::save(unit, &editor, id, &value).await?) })
    })
    .await
}

/// A sealed page in the address of a request.
pub(crate) struct PageOf {
    draft: Uuid,
    file: Uuid,
}

impl FromRequestParts<App> for PageOf {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let unknown = || Refusal::not_found("no-such-route");
        let path = Path::<(Uuid, Uuid)>::from_request_parts(parts, app).await;
        let Path((draft, file)) = path.map_err(|_| unknown())?;
        Ok(Self { draft, file })
    }
}

/// Hands in a sealed page before the draft that names it.
#[utoipa::path(post, path = "/v1/drafts/{id}/files/{file}", tag = "drafts",
    params(("id" = Uuid, Path), ("file" = Uuid, Path)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 204)), security(("device" = []), ("staff" = [])))]
pub(crate) async fn add_file(
    State(app): State<App>,
    caller: Caller,
    once: Once,
    page: PageOf,
    request: Request,
) -> Result<Response, Refusal> {
    let bytes = input::read(request, FILE_MOST).await?;
    let (bytes, sha256) = app
        .hash(move || {
            let sha256 = secret::sha256(&bytes);
            (bytes, sha256)
        })
        .await?;
    let editor = caller.identity();
    once.run(editor.clone(), sha256.as_bytes(), move |unit| {
        Box::pin(async move {
            draft::add_file(unit, &editor, page.draft, page.file, &bytes).await?;
            Ok(Answer::done())
        })
    })
    .await
}

/// Opens a draft for who proves to be its owner; it takes over from where it was open. Wrong proofs are
/// counted by what was asked for, whether there is such a draft or not, and lock it until an officer
/// unlocks it.
#[utoipa::path(post, path = "/v1/drafts/open", tag = "drafts", request_body = OpenDraft,
    responses((status = 200, body = OpenedDraft), (status = 423, description = "Too many wrong proofs.")),
    security(("device" = [])))]
pub(crate) async fn open(
    State(app): State<App>,
    device: Device,
    once: Once,
    Body { value, bytes }: Body<OpenDraft>,
) -> Result<Response, Refusal> {
    if !is_hex(&value.found_by, 32) || !is_hex(&value.verifier, 32) {
        return Err(Refusal::wrong("draft-wrong"));
    }
    let editor = device.identity();
    once.run(editor.clone(), &bytes, move |unit| {
        Box::pin(async move {
            match draft::open(unit, &editor, &value).await? {
                Ok(opened) => {
                    app.draft_keys.forget(opened.id);
                    Answer::ok(&opened)
                }
                // The count stands whatever is answered.
                Err(refusal) => {
                    let (status, problem) = refusal.said();
                    Answer::refusal(status, problem)
                }
            }
        })
    })
    .await
}

/// A draft that this asker may read: who edits it, or shares it.
async fn readable(app: &App, caller: &Caller, id: Uuid) -> Result<DraftContent, Refusal> {
    let mut conn = app.read().await?;
    let (editor, content) = draft::read(&mut conn, id).await?.ok_or_else(|| Refusal::not_found("unknown-draft"))?;
    let (asker, sharing) = (caller.identity(), draft_help::sharing(&mut conn, id).await?);
    if asker != editor && sharing.as_deref() != Some(&asker) {
        return Err(Refusal::conflict("draft-elsewhere"));
    }
    let key = app.draft_keys.of(id).filter(|_| sharing.is_some());
    let helps = matches!(caller, Caller::Staff(_));
    Ok(DraftContent { shared: key.is_some(), key: key.filter(|_| helps), ..content })
}

/// A draft, for who edits it and for the kiosk that shares it.
#[utoipa::path(get, path = "/v1/drafts/{id}", tag = "drafts", params(("id" = Uuid, Path)),
    responses((status = 200, body = DraftContent)), security(("device" = []), ("staff" = [])))]
pub(crate) async fn read(
    State(app): State<App>,
    caller: Caller,
    Named(id): Named<Uuid>,
) -> Result<Json<DraftContent>, Refusal> {
    readable(&app, &caller, id).await.map(Json)
}

/// A sealed page, for who may read its draft.
#[utoipa::path(get, path = "/v1/drafts/{id}/files/{file}", tag = "drafts",
    params(("id" = Uuid, Path), ("file" = Uuid, Path)),
    responses((status = 200, content_type = "application/octet-stream")), security(("device" = []), ("staff" = [])))]
pub(crate) async fn file(State(app): State<App>, caller: Caller, page: PageOf) -> Result<Response, Refusal> {
    readable(&app, &caller, page.draft).await?;
    let found = draft::file(&mut app.read().await?, page.draft, page.file).await?;
    let bytes = found.ok_or_else(|| Refusal::not_found("unknown-file"))?;
    Ok(([(header::CONTENT_TYPE, "application/octet-stream")], bytes).into_response())
}

/// Drafts that are locked after wrong proofs, and those unlocked in the last day.
#[utoipa::path(get, path = "/v1/drafts/locked", tag = "drafts", responses((status = 200, body = Vec<LockedDraft>)),
    security(("staff" = [])))]
pub(crate) async fn locked(State(app): State<App>, _: SignedIn) -> Result<Json<Vec<LockedDraft>>, Refusal> {
    Ok(Json(draft::locked(&mut app.read().await?, clock::now()).await?))
}

/// The officer who asks saw who the owner is: proofs may be tried again.
#[utoipa::path(post, path = "/v1/drafts/{id}/unlock", tag = "drafts", params(("id" = Uuid, Path)),
    responses((status = 204)), security(("staff" = [])))]
pub(crate) async fn unlock(staff: SignedIn, once: Once, Named(id): Named<Uuid>) -> Result<Response, Refusal> {
    once.run(staff.identity(), &[], move |unit| {
        Box::pin(async move {
            draft::unlock(unit, id, &staff.who).await?;
            Ok(Answer::done())
        })
    })
    .await
}
