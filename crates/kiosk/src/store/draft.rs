//! The tables of drafts: sealed, until the central system has them.

use motcua_domain::time::Moment;
use motcua_domain::wire::{DraftChange, DraftProof, MOST_WRONG_PROOFS, ProofKind, SaveDraft};
use sqlx::{Row, SqliteConnection};
use uuid::Uuid;

use super::{SealBroken, Store, StoreError};
use crate::draft_key::base64;

/// The most changes told at once; older ones are left out.
const MOST_CHANGES: usize = 100;

/// A draft after one more answer, all of it sealed.
pub struct DraftNow {
    /// Its identity.
    pub id: Uuid,
    /// What it is found by.
    pub found_by: String,
    /// Which opening of it this is.
    pub opening: u32,
    /// Counts up with every answer.
    pub revision: u32,
    /// The procedure's national code.
    pub procedure: String,
    /// The version of its form.
    pub form_version: u32,
    /// The ways to it.
    pub proofs: Vec<DraftProof>,
    /// The sealed answers.
    pub content: Vec<u8>,
    /// All pages that belong to it.
    pub files: Vec<Uuid>,
    /// Sealed pages that are new here, and whether the central system has them.
    pub new_files: Vec<(Uuid, Vec<u8>, bool)>,
    /// What was changed.
    pub change: Option<DraftChange>,
    /// When.
    pub saved_at: Moment,
}

/// A draft as it lies here.
pub struct DraftHere {
    /// Its identity.
    pub id: Uuid,
    /// Which opening of it this is.
    pub opening: u32,
    /// Its revision.
    pub revision: u32,
    /// The ways to it.
    pub proofs: Vec<DraftProof>,
    /// The sealed answers.
    pub content: Vec<u8>,
}

/// What came of a proof.
pub enum Tried {
    /// No such draft is here.
    NotHere,
    /// Too many wrong proofs.
    Locked,
    /// Wrong; so many more may be tried.
    Wrong(u32),
    /// Right.
    Open(DraftHere),
}

/// A draft the central system does not have yet, and its sealed pages that it lacks.
pub struct DraftToPush {
    /// What is told.
    pub save: SaveDraft,
    /// The pages.
    pub files: Vec<(Uuid, Vec<u8>)>,
}

impl Store {
    /// Saves a draft in one transaction: when this returns, it survives the power cord.
    ///
    /// # Errors
    /// [`StoreError`]; it is as it was before then.
    pub async fn save_draft(&self, draft: &DraftNow) -> Result<(), StoreError> {
        let id = draft.id.to_string();
        let mut change = self.change().await?;
        let told: Option<(String, i64)> = sqlx::query_as("SELECT changes, pushed FROM draft WHERE id = $1")
            .bind(&id)
            .fetch_optional(&mut *change)
            .await?;
        let mut changes: Vec<DraftChange> = match told {
            Some((changes, _)) => serde_json::from_str(&changes)?,
            None => Vec::new(),
        };
        changes.extend(draft.change.clone());
        let old = changes.len().saturating_sub(MOST_CHANGES);
        changes.drain(..old);
        let files: Vec<String> = draft.files.iter().map(Uuid::to_string).collect();
        let files = serde_json::to_string(&files)?;
        sqlx::query(
            "INSERT INTO draft \
             (id, found_by, opening, revision, procedure, form_version, proofs, content, files, changes, saved_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
             ON CONFLICT (id) DO UPDATE SET opening = $3, revision = $4, proofs = $7, content = $8, files = $9, \
             changes = $10, saved_at = $11",
        )
        .bind(&id)
        .bind(&draft.found_by)
        .bind(draft.opening)
        .bind(draft.revision)
        .bind(&draft.procedure)
        .bind(draft.form_version)
        .bind(serde_json::to_string(&draft.proofs)?)
        .bind(&draft.content)
        .bind(&files)
        .bind(serde_json::to_string(&changes)?)
        .bind(draft.saved_at.millis())
        .execute(&mut *change)
        .await?;
        for (file, content, pushed) in &draft.new_files {
            sqlx::query("INSERT OR REPLACE INTO draft_file (draft, id, content, pushed) VALUES ($1, $2, $3, $4)")
                .bind(&id)
                .bind(file.to_string())
                .bind(content)
                .bind(pushed)
                .execute(&mut *change)
                .await?;
        }
        sqlx::query("DELETE FROM draft_file WHERE draft = $1 AND id NOT IN (SELECT value FROM json_each($2))")
            .bind(&id)
            .bind(&files)
            .execute(&mut *change)
            .await?;
        change.commit().await?;
        Ok(())
    }

    /// Drafts of which the central system lacks the newest revision, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn drafts_to_push(&self) -> Result<Vec<Uuid>, StoreError> {
        let ids: Vec<String> = sqlx::query_scalar("SELECT id FROM draft WHERE pushed < revision ORDER BY saved_at")
            .fetch_all(&self.pool)
            .await?;
        Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
    }

    /// A draft that the central system lacks; none when it has it meanwhile.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn draft_to_push(&self, id: Uuid) -> Result<Option<DraftToPush>, StoreError> {
        let mut read = self.pool.begin().await?;
        let row = sqlx::query(
            "SELECT d.*, (SELECT count FROM draft_wrong_proof w WHERE w.found_by = d.found_by) AS wrong \
             FROM draft d WHERE d.id = $1 AND d.pushed < d.revision",
        )
        .bind(id.to_string())
        .fetch_optional(&mut *read)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let save = SaveDraft {
            found_by: row.try_get("found_by")?,
            opening: row.try_get("opening")?,
            revision: row.try_get("revision")?,
            procedure: row.try_get("procedure")?,
            form_version: row.try_get("form_version")?,
            proofs: serde_json::from_str(row.try_get("proofs")?)?,
            content: base64(row.try_get("content")?),
            files: serde_json::from_str(row.try_get("files")?)?,
            wrong_proofs: row.try_get::<Option<u32>, _>("wrong")?.unwrap_or(0),
            changes: serde_json::from_str(row.try_get("changes")?)?,
        };
        let rows: Vec<(String, Vec<u8>)> =
            sqlx::query_as("SELECT id, content FROM draft_file WHERE draft = $1 AND pushed = 0 ORDER BY id")
                .bind(id.to_string())
                .fetch_all(&mut *read)
                .await?;
        let files = rows.into_iter().filter_map(|(id, content)| Some((id.parse().ok()?, content))).collect();
        Ok(Some(DraftToPush { save, files }))
    }

    /// The central system has a sealed page.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn draft_file_pushed(&self, draft: Uuid, file: Uuid) -> Result<(), StoreError> {
        sqlx::query("UPDATE draft_file SET pushed = 1 WHERE draft = $1 AND id = $2")
            .bind(draft.to_string())
            .bind(file.to_string())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The central system lost pages: all that are here are handed in again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn draft_files_missing(&self, draft: Uuid) -> Result<(), StoreError> {
        sqlx::query("UPDATE draft_file SET pushed = 0 WHERE draft = $1")
            .bind(draft.to_string())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The central system has this revision; wrong proofs are counted there from now on.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn draft_pushed(&self, pushed: &SaveDraft, id: Uuid) -> Result<(), StoreError> {
        let mut change = self.change().await?;
        sqlx::query("DELETE FROM draft_wrong_proof WHERE found_by = $1")
            .bind(&pushed.found_by)
            .execute(&mut *change)
            .await?;
        // What was changed while it was on its way is told the next time.
        let changes: Option<String> = sqlx::query_scalar("SELECT changes FROM draft WHERE id = $1")
            .bind(id.to_string())
            .fetch_optional(&mut *change)
            .await?;
        if let Some(changes) = changes {
            let mut left: Vec<DraftChange> = serde_json::from_str(&changes)?;
            left.retain(|change| !pushed.changes.contains(change));
            sqlx::query("UPDATE draft SET pushed = $2, changes = $3 WHERE id = $1")
                .bind(id.to_string())
                .bind(pushed.revision)
                .bind(serde_json::to_string(&left)?)
                .execute(&mut *change)
                .await?;
        }
        change.commit().await?;
        Ok(())
    }

    /// A draft that lies here was opened here again: it is under another opening from now on.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn reopen_draft(&self, id: Uuid, opening: u32) -> Result<(), StoreError> {
        sqlx::query("UPDATE draft SET opening = $2 WHERE id = $1")
            .bind(id.to_string())
            .bind(opening)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Deletes what the central system has, but for the draft that is being answered here.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget_pushed_drafts(&self, but: Option<Uuid>) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM draft WHERE pushed >= revision AND id <> $1")
            .bind(but.map(|id| id.to_string()).unwrap_or_default())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Deletes drafts that were not touched since a moment.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget_old_drafts(&self, before: Moment) -> Result<(), StoreError> {
        let mut change = self.change().await?;
        sqlx::query("DELETE FROM draft WHERE saved_at < $1").bind(before.millis()).execute(&mut *change).await?;
        sqlx::query("DELETE FROM draft_wrong_proof WHERE found_by NOT IN (SELECT found_by FROM draft)")
            .execute(&mut *change)
            .await?;
        change.commit().await?;
        Ok(())
    }

    /// Deletes a draft: it was opened elsewhere, submitted, or is gone.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget_draft(&self, id: Uuid) -> Result<(), StoreError> {
        forget(&mut *self.pool.acquire().await?, id).await
    }

    /// Tries a proof on a draft that lies here. A wrong one is on the disk before this returns.
    ///
    /// # Errors
    /// [`StoreError`]; nothing is opened then.
    pub async fn try_draft(&self, found_by: &str, kind: ProofKind, verifier: &str) -> Result<Tried, StoreError> {
        let mut change = self.change().await?;
        let row = sqlx::query(
            "SELECT id, opening, revision, proofs, content, \
             (SELECT count FROM draft_wrong_proof w WHERE w.found_by = draft.found_by) AS wrong \
             FROM draft WHERE found_by = $1",
        )
        .bind(found_by)
        .fetch_optional(&mut *change)
        .await?;
        let Some(row) = row else { return Ok(Tried::NotHere) };
        let wrong = row.try_get::<Option<u32>, _>("wrong")?.unwrap_or(0);
        if wrong >= MOST_WRONG_PROOFS {
            return Ok(Tried::Locked);
        }
        let proofs: Vec<DraftProof> = serde_json::from_str(row.try_get("proofs")?)?;
        if !proofs.iter().any(|proof| proof.kind == kind && proof.verifier == verifier) {
            sqlx::query(
                "INSERT INTO draft_wrong_proof (found_by, count) VALUES ($1, 1) \
                 ON CONFLICT (found_by) DO UPDATE SET count = count + 1",
            )
            .bind(found_by)
            .execute(&mut *change)
            .await?;
            change.commit().await?;
            let left = MOST_WRONG_PROOFS - (wrong + 1);
            return Ok(if left == 0 { Tried::Locked } else { Tried::Wrong(left) });
        }
        sqlx::query("DELETE FROM draft_wrong_proof WHERE found_by = $1").bind(found_by).execute(&mut *change).await?;
        change.commit().await?;
        let id: String = row.try_get("id")?;
        Ok(Tried::Open(DraftHere {
            id: id.parse().map_err(|_| SealBroken)?,
            opening: row.try_get("opening")?,
            revision: row.try_get("revision")?,
            proofs,
            content: row.try_get("content")?,
        }))
    }

    /// The draft that lies here under what it is found by.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn draft_found_by(&self, found_by: &str) -> Result<Option<Uuid>, StoreError> {
        let id: Option<String> = sqlx::query_scalar("SELECT id FROM draft WHERE found_by = $1")
            .bind(found_by)
            .fetch_optional(&self.pool)
            .await?;
        Ok(id.and_then(|id| id.parse().ok()))
    }

    /// A sealed page that lies here.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn draft_file(&self, draft: Uuid, file: Uuid) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(sqlx::query_scalar("SELECT content FROM draft_file WHERE draft = $1 AND id = $2")
            .bind(draft.to_string())
            .bind(file.to_string())
            .fetch_optional(&self.pool)
            .await?)
    }
}

/// Deletes a draft and what was counted of it.
pub(super) async fn forget(connection: &mut SqliteConnection, id: Uuid) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM draft_wrong_proof WHERE found_by = (SELECT found_by FROM draft WHERE id = $1)")
        .bind(id.to_string())
        .execute(&mut *connection)
        .await?;
    sqlx::query("DELETE FROM draft WHERE id = $1").bind(id.to_string()).execute(connection).await?;
    Ok(())
}
