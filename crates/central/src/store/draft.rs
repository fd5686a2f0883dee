//! Tables `draft`, `draft_proof`, `draft_file`, `draft_wrong_proof` and `draft_unlock`: what citizens have
//! not submitted yet, sealed, and who may have it.

use axum::http::StatusCode;
use motcua_domain::time::Moment;
use motcua_domain::wire::{
    DraftContent, DraftEditor, DraftProof, DraftRef, LockedDraft, MOST_WRONG_PROOFS, OpenDraft, OpenedDraft, ProofKind,
    SaveDraft, SavedDraft, StaffMember, Unlocked,
};
use uuid::Uuid;

use super::sql::{self, Conn};
use super::{Unit, draft_help};
use crate::refusal::Refusal;

/// A day in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;
/// For how long it is known of a draft whose days are over that it was there: longer than a kiosk may be
/// cut off.
const KNOWN_AS_GONE: i64 = 60 * DAY;
/// The most sealed pages a draft has.
const MOST_FILES: u32 = 200;

/// How a draft stands, if it is known.
struct Stand {
    opening: u32,
    editor: String,
    revision: u32,
    ended: Option<String>,
    saved_at: Moment,
}

async fn stand(conn: &mut Conn, id: Uuid) -> sqlx::Result<Option<Stand>> {
    type Row = (u32, String, u32, Option<String>, i64);
    let row: Option<Row> = sql::query_as("SELECT opening, editor, revision, ended, saved_at FROM draft WHERE id = $1")
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    Ok(row.map(|(opening, editor, revision, ended, saved_at)| Stand {
        opening,
        editor,
        revision,
        ended,
        saved_at: Moment::from_millis(saved_at),
    }))
}

/// The opening of a draft that is there.
///
/// # Errors
/// `unknown-draft`, `draft-gone`; `draft-elsewhere` when somebody else edits it.
pub(super) async fn opening_of(conn: &mut Conn, id: Uuid, editor: &str) -> Result<u32, Refusal> {
    let stand = stand(conn, id).await?.ok_or_else(|| Refusal::not_found("unknown-draft"))?;
    if stand.ended.is_some() {
        return Err(Refusal::conflict("draft-gone"));
    }
    if stand.editor == editor { Ok(stand.opening) } else { Err(Refusal::conflict("draft-elsewhere")) }
}

/// Saves a draft as `editor` has it now.
///
/// # Errors
/// `draft-elsewhere` when it was opened elsewhere since, `draft-gone` when it was submitted or its days
/// are over, `draft-files-missing` when a page it names has not come.
pub(crate) async fn save(unit: &mut Unit, editor: &str, id: Uuid, draft: &SaveDraft) -> Result<SavedDraft, Refusal> {
    let keep_until = |saved_at: Moment, days: u32| saved_at.plus_millis(i64::from(days) * DAY);
    let (days, now, place) = (unit.hall()?.config().keep_drafts_days, unit.now, id.to_string());
    match stand(&mut unit.conn, id).await? {
        None if draft.opening > 0 || !editor.starts_with("device:") => return Err(Refusal::conflict("draft-gone")),
        None => {}
        Some(Stand { ended: Some(_), .. }) => return Err(Refusal::conflict("draft-gone")),
        Some(known) if known.editor != editor || known.opening != draft.opening => {
            return Err(Refusal::conflict("draft-elsewhere"));
        }
        Some(known) if known.revision >= draft.revision => {
            return Ok(SavedDraft { revision: known.revision, keep_until: keep_until(known.saved_at, days) });
        }
        Some(_) => {}
    }
    let files: Vec<String> = draft.files.iter().map(Uuid::to_string).collect();
    let here: Vec<String> =
        sql::query_scalar("SELECT id FROM draft_file WHERE draft = $1").bind(&place).fetch_all(&mut unit.conn).await?;
    if files.iter().any(|file| !here.contains(file)) {
        return Err(Refusal::conflict("draft-files-missing"));
    }
    let saved = sql::query(
        "INSERT INTO draft (id, found_by, opening, editor, revision, procedure, form_version, content, saved_at)
         VALUES ($1, $2, 0, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (id) DO UPDATE SET revision = $4, content = $7, saved_at = $8",
    )
    .bind(&place)
    .bind(&draft.found_by)
    .bind(editor)
    .bind(draft.revision)
    .bind(&draft.procedure)
    .bind(draft.form_version)
    .bind(&draft.content)
    .bind(now.millis())
    .execute(&mut unit.conn)
    .await;
    match saved {
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => {
            return Err(Refusal::conflict("submission-code-taken"));
        }
        other => other?,
    };
    for gone in here.iter().filter(|file| !files.contains(file)) {
        sql::query("DELETE FROM draft_file WHERE draft = $1 AND id = $2")
            .bind(&place)
            .bind(gone)
            .execute(&mut unit.conn)
            .await?;
    }
    // An officer who helps has no part in how its owner comes back to it.
    if editor.starts_with("device:") {
        set_proofs(&mut unit.conn, &place, &draft.proofs).await?;
        count_wrong(unit, &draft.found_by, draft.wrong_proofs).await?;
    }
    draft_help::log(unit, id, editor, &draft.changes).await?;
    Ok(SavedDraft { revision: draft.revision, keep_until: keep_until(now, days) })
}

async fn set_proofs(conn: &mut Conn, place: &str, proofs: &[DraftProof]) -> sqlx::Result<()> {
    sql::query("DELETE FROM draft_proof WHERE draft = $1").bind(place).execute(&mut *conn).await?;
    for proof in proofs {
        sql::query(
            "INSERT INTO draft_proof (draft, kind, verifier, wrapped_key) VALUES ($1, $2, $3, $4)
             ON CONFLICT DO NOTHING",
        )
        .bind(place)
        .bind(proof.kind.name())
        .bind(&proof.verifier)
        .bind(&proof.wrapped_key)
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

async fn proofs(conn: &mut Conn, place: &str) -> sqlx::Result<Vec<DraftProof>> {
    let rows: Vec<(String, String, String)> =
        sql::query_as("SELECT kind, verifier, wrapped_key FROM draft_proof WHERE draft = $1 ORDER BY kind")
            .bind(place)
            .fetch_all(conn)
            .await?;
    let kind = |name: &str| [ProofKind::Number, ProofKind::Birth].into_iter().find(|kind| kind.name() == name);
    Ok(rows
        .into_iter()
        .filter_map(|(name, verifier, wrapped_key)| Some(DraftProof { kind: kind(&name)?, verifier, wrapped_key }))
        .collect())
}

/// Counts wrong proofs up to at least so many more than none.
async fn count_wrong(unit: &mut Unit, found_by: &str, count: u32) -> sqlx::Result<()> {
    if count == 0 {
        return Ok(());
    }
    sql::query(
        "INSERT INTO draft_wrong_proof (found_by, count, at) VALUES ($1, $2, $3)
         ON CONFLICT (found_by) DO UPDATE SET count = CASE WHEN draft_wrong_proof.count > $2 THEN draft_wrong_proof.count ELSE $2 END, at = $3",
    )
    .bind(found_by)
    .bind(count.min(MOST_WRONG_PROOFS))
    .bind(unit.now.millis())
    .execute(&mut unit.conn)
    .await?;
    Ok(())
}

/// Keeps a sealed page until a draft names it. The same one again changes nothing.
///
/// # Errors
/// `draft-elsewhere`, `draft-gone`, `documents-too-many`.
pub(crate) async fn add_file(
    unit: &mut Unit,
    editor: &str,
    draft: Uuid,
    id: Uuid,
    content: &[u8],
) -> Result<(), Refusal> {
    match opening_of(&mut unit.conn, draft, editor).await {
        Ok(_) => {}
        // A page comes before the draft it belongs to, from the kiosk where that was begun.
        Err(Refusal::Problem(StatusCode::NOT_FOUND, _)) if editor.starts_with("device:") => {}
        Err(refusal) => return Err(refusal),
    }
    let place = draft.to_string();
    let count: u32 = sql::query_scalar("SELECT COUNT(*) FROM draft_file WHERE draft = $1")
        .bind(&place)
        .fetch_one(&mut unit.conn)
        .await?;
    if count >= MOST_FILES {
        return Err(Refusal::conflict("documents-too-many").with("most", MOST_FILES));
    }
    sql::query(
        "INSERT INTO draft_file (draft, id, device, stored_at, content) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING",
    )
    .bind(place)
    .bind(id.to_string())
    .bind(editor)
    .bind(unit.now.millis())
    .bind(content)
    .execute(&mut unit.conn)
    .await?;
    Ok(())
}

/// What came of a proof: a wrong one is counted, so it is no failure of the change.
pub(crate) type Proven = Result<OpenedDraft, Refusal>;

/// Opens a draft for the kiosk at which its owner proved to be that. Wrong proofs are counted whether
/// there is such a draft or not.
pub(crate) async fn open(unit: &mut Unit, editor: &str, wanted: &OpenDraft) -> Result<Proven, Refusal> {
    let locked = || Refusal::new(StatusCode::LOCKED, "draft-locked");
    let wrong: Option<u32> = sql::query_scalar("SELECT count FROM draft_wrong_proof WHERE found_by = $1")
        .bind(&wanted.found_by)
        .fetch_optional(&mut unit.conn)
        .await?;
    let wrong = wrong.unwrap_or(0);
    if wrong >= MOST_WRONG_PROOFS {
        return Ok(Err(locked()));
    }
    let id: Option<String> = sql::query_scalar(
        "SELECT d.id FROM draft d JOIN draft_proof p ON p.draft = d.id
         WHERE d.found_by = $1 AND p.kind = $2 AND p.verifier = $3",
    )
    .bind(&wanted.found_by)
    .bind(wanted.kind.name())
    .bind(&wanted.verifier)
    .fetch_optional(&mut unit.conn)
    .await?;
    let Some(id) = id else {
        count_wrong(unit, &wanted.found_by, wrong + 1).await?;
        let left = MOST_WRONG_PROOFS - (wrong + 1);
        return Ok(Err(if left == 0 { locked() } else { Refusal::wrong("draft-proof-wrong").with("left", left) }));
    };
    sql::query("DELETE FROM draft_wrong_proof WHERE found_by = $1")
        .bind(&wanted.found_by)
        .execute(&mut unit.conn)
        .await?;
    let id: Uuid = id.parse().map_err(|_| sqlx::Error::Decode("a draft's id".into()))?;
    let opening = hand_to(&mut unit.conn, id, editor).await?;
    draft_help::end(unit, id).await?;
    Ok(Ok(OpenedDraft { id, opening }))
}

/// Makes somebody the editor of a draft: whoever was it before no longer is. Answers with the opening.
pub(super) async fn hand_to(conn: &mut Conn, id: Uuid, editor: &str) -> sqlx::Result<u32> {
    sql::query_scalar("UPDATE draft SET opening = opening + 1, editor = $2 WHERE id = $1 RETURNING opening")
        .bind(id.to_string())
        .bind(editor)
        .fetch_one(conn)
        .await
}

/// A draft that is there, whoever edits it; none when it is not. Whether it is shared, and its key, are not
/// known here.
pub(crate) async fn read(conn: &mut Conn, id: Uuid) -> sqlx::Result<Option<(String, DraftContent)>> {
    type Row = (u32, u32, String, u32, String, String, String);
    let row: Option<Row> = sql::query_as(
        "SELECT opening, revision, procedure, form_version, found_by, content, editor FROM draft
         WHERE id = $1 AND ended IS NULL",
    )
    .bind(id.to_string())
    .fetch_optional(&mut *conn)
    .await?;
    let Some((opening, revision, procedure, form_version, found_by, content, editor)) = row else { return Ok(None) };
    let proofs = proofs(conn, &id.to_string()).await?;
    let files: Vec<String> = sql::query_scalar("SELECT id FROM draft_file WHERE draft = $1 ORDER BY stored_at, id")
        .bind(id.to_string())
        .fetch_all(&mut *conn)
        .await?;
    let files = files.iter().filter_map(|id| id.parse().ok()).collect();
    let who = named(conn, &editor).await?;
    let content = DraftContent {
        id,
        opening,
        revision,
        procedure,
        form_version,
        found_by,
        proofs,
        content,
        files,
        editor: who,
        shared: false,
        key: None,
    };
    Ok(Some((editor, content)))
}

/// Who an editor is, by name.
pub(super) async fn named(conn: &mut Conn, editor: &str) -> sqlx::Result<DraftEditor> {
    let (kind, id) = editor.split_once(':').unwrap_or_default();
    let select = match kind {
        "staff" => "SELECT name FROM staff WHERE account = $1",
        _ => "SELECT name FROM device WHERE id = $1",
    };
    let name: Option<String> = sql::query_scalar(select).bind(id).fetch_optional(conn).await?;
    let name = name.unwrap_or_default();
    Ok(if kind == "staff" { DraftEditor::Officer { name } } else { DraftEditor::Kiosk { name } })
}

/// A sealed page.
pub(crate) async fn file(conn: &mut Conn, draft: Uuid, id: Uuid) -> sqlx::Result<Option<Vec<u8>>> {
    sql::query_scalar("SELECT content FROM draft_file WHERE draft = $1 AND id = $2")
        .bind(draft.to_string())
        .bind(id.to_string())
        .fetch_optional(conn)
        .await
}

/// Ends the draft a submission was made of, in the transaction that stores it. One that is not known, or
/// whose days were over, is no matter any more.
///
/// # Errors
/// `draft-out-of-date` when there is a newer revision, it was opened elsewhere since, an officer has it in
/// hand and it is not `signed` by its owner, or another submission was made of it.
pub(crate) async fn submitted(unit: &mut Unit, draft: &DraftRef, signed: bool) -> Result<(), Refusal> {
    let Some(stand) = stand(&mut unit.conn, draft.id).await? else { return Ok(()) };
    match stand.ended.as_deref() {
        Some("expired") => return Ok(()),
        None if stand.opening == draft.opening
            && stand.revision <= draft.revision
            && stand.editor.starts_with("staff:") == signed => {}
        _ => return Err(Refusal::conflict("draft-out-of-date")),
    }
    end(unit, draft.id, "submitted").await?;
    draft_help::end(unit, draft.id).await
}

/// Deletes what a draft holds: its keys first of all.
async fn end(unit: &mut Unit, id: Uuid, how: &str) -> Result<(), Refusal> {
    unit.erase();
    let (conn, place) = (&mut unit.conn, id.to_string());
    sql::query("DELETE FROM draft_wrong_proof WHERE found_by = (SELECT found_by FROM draft WHERE id = $1)")
        .bind(&place)
        .execute(&mut *conn)
        .await?;
    for delete in ["DELETE FROM draft_proof WHERE draft = $1", "DELETE FROM draft_file WHERE draft = $1"] {
        sql::query(delete).bind(&place).execute(&mut *conn).await?;
    }
    sql::query("UPDATE draft SET found_by = NULL, content = NULL, ended = $2 WHERE id = $1")
        .bind(&place)
        .bind(how)
        .execute(conn)
        .await?;
    Ok(())
}

/// Drafts that are locked, and those that were unlocked in the last day, the newest first.
pub(crate) async fn locked(conn: &mut Conn, now: Moment) -> sqlx::Result<Vec<LockedDraft>> {
    type Row = (String, String, String, i64, i64, Option<i64>, Option<String>);
    let rows: Vec<Row> = sql::query_as(
        "SELECT d.id, d.found_by, d.procedure, d.saved_at, w.at, NULL, NULL
         FROM draft d JOIN draft_wrong_proof w ON w.found_by = d.found_by WHERE w.count >= $1
         UNION ALL
         SELECT d.id, d.found_by, d.procedure, d.saved_at, u.locked_at, u.at, u.officer
         FROM draft d JOIN draft_unlock u ON u.draft = d.id WHERE u.at >= $2 AND d.ended IS NULL
         ORDER BY 5 DESC",
    )
    .bind(MOST_WRONG_PROOFS)
    .bind(now.plus_millis(-DAY).millis())
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(id, found_by, procedure, saved_at, locked_at, at, officer)| {
            Ok(LockedDraft {
                id: id.parse().map_err(|_| sqlx::Error::Decode("a draft's id".into()))?,
                found_by,
                procedure,
                saved_at: Moment::from_millis(saved_at),
                locked_at: Moment::from_millis(locked_at),
                unlocked: at.zip(officer).map(|(at, officer)| Unlocked { at: Moment::from_millis(at), officer }),
            })
        })
        .collect()
}

/// An officer saw who the owner is: proofs may be tried again. One that is not locked stays as it is.
///
/// # Errors
/// `unknown-draft`.
pub(crate) async fn unlock(unit: &mut Unit, id: Uuid, who: &StaffMember) -> Result<(), Refusal> {
    let found_by: Option<String> = sql::query_scalar("SELECT found_by FROM draft WHERE id = $1 AND ended IS NULL")
        .bind(id.to_string())
        .fetch_optional(&mut unit.conn)
        .await?;
    let found_by = found_by.ok_or_else(|| Refusal::not_found("unknown-draft"))?;
    let locked_at: Option<i64> =
        sql::query_scalar("DELETE FROM draft_wrong_proof WHERE found_by = $1 AND count >= $2 RETURNING at")
            .bind(found_by)
            .bind(MOST_WRONG_PROOFS)
            .fetch_optional(&mut unit.conn)
            .await?;
    let Some(locked_at) = locked_at else { return Ok(()) };
    sql::query("INSERT INTO draft_unlock (draft, at, account, officer, locked_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(id.to_string())
        .bind(unit.now.millis())
        .bind(&who.account)
        .bind(&who.name)
        .bind(locked_at)
        .execute(&mut unit.conn)
        .await?;
    Ok(())
}

/// Ends drafts that were not touched for so many days, and forgets what is left of them after a while.
pub(crate) async fn forget(unit: &mut Unit, days: u32) -> Result<(), Refusal> {
    let old = unit.now.plus_millis(-i64::from(days) * DAY).millis();
    let over: Vec<String> = sql::query_scalar("SELECT id FROM draft WHERE saved_at < $1 AND ended IS NULL")
        .bind(old)
        .fetch_all(&mut unit.conn)
        .await?;
    for id in over.iter().filter_map(|id| id.parse().ok()) {
        end(unit, id, "expired").await?;
        draft_help::end(unit, id).await?;
    }
    let long_ago = unit.now.plus_millis(-KNOWN_AS_GONE).millis();
    for (delete, before) in [
        ("DELETE FROM draft WHERE ended = 'expired' AND saved_at < $1", long_ago),
        ("DELETE FROM draft_file WHERE stored_at < $1 AND draft NOT IN (SELECT id FROM draft)", old),
        (
            "DELETE FROM draft_wrong_proof WHERE at < $1
             AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.found_by = draft_wrong_proof.found_by)",
            long_ago,
        ),
    ] {
        sql::query(delete).bind(before).execute(&mut unit.conn).await?;
    }
    Ok(())
}
