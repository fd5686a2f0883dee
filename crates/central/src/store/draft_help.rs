//! Tables `draft_help` and `draft_change`: drafts whose owners let an officer help, who came, and who
//! changed what.

use motcua_domain::time::Moment;
use motcua_domain::wire::{DraftChange, LoggedChange, OpenedDraft, ShareDraft, SharedDraft, StaffMember};
use uuid::Uuid;

use super::sql::{self, Conn};
use super::{Unit, decoded, draft, encoded};
use crate::refusal::Refusal;

/// The owner agreed: from now on officers may open the draft.
///
/// # Errors
/// `draft-elsewhere` when this device no longer edits it, `unknown-draft`, `draft-gone`.
pub(crate) async fn share(unit: &mut Unit, device: &str, id: Uuid, share: &ShareDraft) -> Result<(), Refusal> {
    if draft::opening_of(&mut unit.conn, id, device).await? != share.opening {
        return Err(Refusal::conflict("draft-elsewhere"));
    }
    end(unit, id).await?;
    sql::query(
        "INSERT INTO draft_help (draft, agreed_at, text_version, device, shared_at) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(id.to_string())
    .bind(share.at.millis())
    .bind(share.text_version)
    .bind(device)
    .bind(unit.now.millis())
    .execute(&mut unit.conn)
    .await?;
    Ok(())
}

/// The device that shares a draft now.
pub(crate) async fn sharing(conn: &mut Conn, id: Uuid) -> sqlx::Result<Option<String>> {
    sql::query_scalar("SELECT device FROM draft_help WHERE draft = $1 AND ended_at IS NULL")
        .bind(id.to_string())
        .fetch_optional(conn)
        .await
}

/// An officer edits a shared draft from now on.
///
/// # Errors
/// `draft-not-shared`.
pub(crate) async fn take(unit: &mut Unit, id: Uuid, who: &StaffMember) -> Result<OpenedDraft, Refusal> {
    let taken = sql::query("UPDATE draft_help SET account = $2, officer = $3 WHERE draft = $1 AND ended_at IS NULL")
        .bind(id.to_string())
        .bind(&who.account)
        .bind(&who.name)
        .execute(&mut unit.conn)
        .await?;
    if taken.rows_affected() == 0 {
        return Err(Refusal::conflict("draft-not-shared"));
    }
    let opening = draft::hand_to(&mut unit.conn, id, &format!("staff:{}", who.account)).await?;
    Ok(OpenedDraft { id, opening })
}

/// The officer hands editing back to the kiosk; the owner still shares it.
///
/// # Errors
/// `draft-elsewhere` when this officer does not edit it, `draft-not-shared`.
pub(crate) async fn give_back(unit: &mut Unit, id: Uuid, who: &StaffMember) -> Result<OpenedDraft, Refusal> {
    draft::opening_of(&mut unit.conn, id, &format!("staff:{}", who.account)).await?;
    let device = sharing(&mut unit.conn, id).await?.ok_or_else(|| Refusal::conflict("draft-not-shared"))?;
    Ok(OpenedDraft { id, opening: draft::hand_to(&mut unit.conn, id, &device).await? })
}

/// The owner takes the draft back: no officer may open it any more.
///
/// # Errors
/// `draft-not-shared` when this device does not share it.
pub(crate) async fn take_back(unit: &mut Unit, device: &str, id: Uuid) -> Result<OpenedDraft, Refusal> {
    if sharing(&mut unit.conn, id).await?.as_deref() != Some(device) {
        return Err(Refusal::conflict("draft-not-shared"));
    }
    end(unit, id).await?;
    Ok(OpenedDraft { id, opening: draft::hand_to(&mut unit.conn, id, device).await? })
}

/// Nobody helps with a draft any more.
pub(super) async fn end(unit: &mut Unit, id: Uuid) -> Result<(), Refusal> {
    sql::query("UPDATE draft_help SET ended_at = $2 WHERE draft = $1 AND ended_at IS NULL")
        .bind(id.to_string())
        .bind(unit.now.millis())
        .execute(&mut unit.conn)
        .await?;
    Ok(())
}

/// The server starts, and knows no draft's key any more: their owners are asked again. What an officer has in
/// hand stays so, with the key at their console, until they give it back or its owner takes it.
pub(crate) async fn lapse(unit: &mut Unit) -> sqlx::Result<()> {
    sql::query(
        "UPDATE draft_help SET ended_at = $1
         WHERE ended_at IS NULL AND draft IN (SELECT id FROM draft WHERE editor NOT LIKE 'staff:%')",
    )
    .bind(unit.now.millis())
    .execute(&mut unit.conn)
    .await?;
    Ok(())
}

/// Drafts that are shared now, the longest waiting first.
pub(crate) async fn shared(conn: &mut Conn) -> sqlx::Result<Vec<SharedDraft>> {
    type Row = (String, String, String, i64, String);
    let rows: Vec<Row> = sql::query_as(
        "SELECT d.id, d.procedure, h.device, h.shared_at, d.editor FROM draft_help h JOIN draft d ON d.id = h.draft
         WHERE h.ended_at IS NULL AND d.ended IS NULL ORDER BY h.shared_at",
    )
    .fetch_all(&mut *conn)
    .await?;
    let id = |text: &str| text.parse::<Uuid>().map_err(|_| sqlx::Error::Decode("an id of a draft or device".into()));
    let mut shared = Vec::with_capacity(rows.len());
    for (draft, procedure, device, shared_at, editor) in rows {
        let device = device.trim_start_matches("device:");
        let name: Option<String> =
            sql::query_scalar("SELECT name FROM device WHERE id = $1").bind(device).fetch_optional(&mut *conn).await?;
        shared.push(SharedDraft {
            id: id(&draft)?,
            procedure,
            device: id(device)?,
            device_name: name.unwrap_or_default(),
            shared_at: Moment::from_millis(shared_at),
            editor: draft::named(conn, &editor).await?,
        });
    }
    Ok(shared)
}

/// Notes who changed which fields, for drafts with which somebody was let help.
pub(super) async fn log(unit: &mut Unit, id: Uuid, who: &str, changes: &[DraftChange]) -> Result<(), Refusal> {
    for change in changes {
        sql::query(
            "INSERT INTO draft_change (draft, at, who, page, fields) SELECT $1, $2, $3, $4, $5
             WHERE EXISTS (SELECT 1 FROM draft_help WHERE draft = $1)",
        )
        .bind(id.to_string())
        .bind(change.at.millis())
        .bind(who)
        .bind(&change.page)
        .bind(encoded(&change.fields)?)
        .execute(&mut unit.conn)
        .await?;
    }
    Ok(())
}

/// Notes on a submission which officers changed something of its draft.
pub(super) async fn note(unit: &mut Unit, draft: Uuid, submission: Uuid) -> sqlx::Result<()> {
    sql::query(
        "INSERT INTO submission_help (submission, account, officer)
         SELECT $2, s.account, s.name FROM staff s
         WHERE EXISTS (SELECT 1 FROM draft_change c WHERE c.draft = $1 AND c.who = 'staff:' || s.account)",
    )
    .bind(draft.to_string())
    .bind(submission.to_string())
    .execute(&mut unit.conn)
    .await?;
    Ok(())
}

/// The officers who changed something of the draft of a submission, by name.
pub(super) async fn helped(conn: &mut Conn, submission: Uuid) -> sqlx::Result<Vec<String>> {
    sql::query_scalar("SELECT officer FROM submission_help WHERE submission = $1 ORDER BY officer")
        .bind(submission.to_string())
        .fetch_all(conn)
        .await
}

/// Who changed what of a draft, from the first to the last.
pub(crate) async fn changes(conn: &mut Conn, id: Uuid) -> sqlx::Result<Vec<LoggedChange>> {
    let rows: Vec<(i64, String, String, String)> =
        sql::query_as("SELECT at, who, page, fields FROM draft_change WHERE draft = $1 ORDER BY rowid")
            .bind(id.to_string())
            .fetch_all(&mut *conn)
            .await?;
    let mut changes = Vec::with_capacity(rows.len());
    for (at, who, page, fields) in rows {
        let who = draft::named(conn, &who).await?;
        changes.push(LoggedChange { at: Moment::from_millis(at), who, page, fields: decoded(&fields)? });
    }
    Ok(changes)
}
