//! The table of submissions on their way to the central system.

use motcua_domain::time::Moment;
use motcua_domain::wire::Submission;
use sqlx::{Row, SqliteConnection};
use uuid::Uuid;

use super::seal::random;
use super::{Seal, SealBroken, Store, StoreError};

/// So long after "Nộp" the sending is left to who waits before the screen, in milliseconds: two
/// senders at once would tell that person the wrong thing.
const LEFT_TO_THE_PERSON_MS: i64 = 10_000;

/// A file of a submission, as it lies in the store.
pub struct SavedFile {
    /// The form's name of the paper.
    pub evidence: String,
    /// `application/pdf`, `image/jpeg` or `image/png`.
    pub media_type: String,
    /// How many pages.
    pub pages: u32,
    /// SHA-256 of the bytes, in hex.
    pub sha256: String,
    /// The same upload never makes a second file on the server.
    pub upload_key: Uuid,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// How a submission lies here that the central system does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    /// It is on its way.
    Saved,
    /// The central system will not take it; an officer must look at it.
    Refused,
}

impl Here {
    fn parse(state: &str) -> Option<Self> {
        match state {
            "saved" => Some(Self::Saved),
            "refused" => Some(Self::Refused),
            _ => None,
        }
    }
}

/// How far a submission that was saved here has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Came {
    /// When the central system received it.
    pub received_at: Option<Moment>,
    /// The central system will not take it.
    pub refused: bool,
    /// Its person says that it was paid, and the central system was not told yet.
    pub transfer_said: bool,
}

/// A submission that is to be sent.
pub struct Pending {
    /// As it is sent, but for its documents, whose server names are not known yet.
    pub submission: Submission,
    /// Its files.
    pub files: Vec<SavedFile>,
    /// How often it was tried.
    pub attempts: u32,
}

impl Store {
    /// Saves a submission with its files, in one transaction: when this returns, it survives the power cord.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was saved then.
    pub async fn save_submission(&self, submission: &Submission, files: &[SavedFile]) -> Result<(), StoreError> {
        let id = submission.id.to_string();
        let key: [u8; 32] = random();
        let own = Seal::new(&key);
        let content = own.close(&serde_json::to_vec(submission)?, &id);
        let mut change = self.change().await?;
        sqlx::query(
            "INSERT INTO submission \
             (id, code, made_at, state, wrapped_key, content, next_try_at, follow_sha256, supplement) \
             VALUES ($1, $2, $3, 'saved', $4, $5, $6, $7, $8)",
        )
        .bind(&id)
        .bind(&submission.code)
        .bind(submission.made_at.millis())
        .bind(self.seal.close(&key, &id))
        .bind(content)
        .bind(submission.made_at.plus_millis(LEFT_TO_THE_PERSON_MS).millis())
        .bind(&submission.follow_sha256)
        .bind(submission.supplement.as_ref().map(|answers| answers.request.to_string()))
        .execute(&mut *change)
        .await?;
        for (position, file) in files.iter().enumerate() {
            sqlx::query(
                "INSERT INTO submission_file \
                 (submission_id, position, evidence, media_type, pages, size, sha256, upload_key, content) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            )
            .bind(&id)
            .bind(position as i64)
            .bind(&file.evidence)
            .bind(&file.media_type)
            .bind(file.pages)
            .bind(file.bytes.len() as i64)
            .bind(&file.sha256)
            .bind(file.upload_key.to_string())
            .bind(own.close(&file.bytes, &id))
            .execute(&mut *change)
            .await?;
        }
        if let Some(draft) = &submission.draft {
            super::draft::forget(&mut change, draft.id).await?;
        }
        change.commit().await?;
        Ok(())
    }

    /// Submissions whose time to be tried has come, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn due_submissions(&self, now: Moment) -> Result<Vec<Uuid>, StoreError> {
        let rows = sqlx::query_scalar::<_, String>(
            "SELECT id FROM submission WHERE state = 'saved' AND next_try_at <= $1 ORDER BY made_at",
        )
        .bind(now.millis())
        .fetch_all(&self.pool)
        .await?;
        Ok(rows.iter().filter_map(|id| id.parse().ok()).collect())
    }

    /// A saved submission, opened; none when it was sent meanwhile.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Seal`] when the row does not open.
    pub async fn pending(&self, id: Uuid) -> Result<Option<Pending>, StoreError> {
        let place = id.to_string();
        let mut connection = self.pool.acquire().await?;
        let row =
            sqlx::query("SELECT wrapped_key, content, attempts FROM submission WHERE id = $1 AND state = 'saved'")
                .bind(&place)
                .fetch_optional(&mut *connection)
                .await?;
        let Some(row) = row else { return Ok(None) };
        let key: [u8; 32] =
            self.seal.open(&row.try_get::<Vec<u8>, _>("wrapped_key")?, &place)?.try_into().map_err(|_| SealBroken)?;
        let own = Seal::new(&key);
        let submission = serde_json::from_slice(&own.open(&row.try_get::<Vec<u8>, _>("content")?, &place)?)?;
        let files = files_of(&mut connection, &own, &place).await?;
        Ok(Some(Pending { submission, files, attempts: row.try_get("attempts")? }))
    }

    /// The central system has it: everything personal goes, the code and the time stay.
    ///
    /// # Errors
    /// [`StoreError`]; the submission stays to be sent then, which is harmless.
    pub async fn submission_sent(&self, id: Uuid, received_at: Moment) -> Result<(), StoreError> {
        let mut change = self.change().await?;
        sqlx::query(
            "UPDATE submission SET state = 'sent', received_at = $2, wrapped_key = NULL, content = NULL, problem = NULL \
             WHERE id = $1",
        )
        .bind(id.to_string())
        .bind(received_at.millis())
        .execute(&mut *change)
        .await?;
        sqlx::query("DELETE FROM submission_file WHERE submission_id = $1")
            .bind(id.to_string())
            .execute(&mut *change)
            .await?;
        change.commit().await?;
        Ok(())
    }

    /// It could not be sent now: when to try again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn try_submission_again(&self, id: Uuid, at: Moment) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE submission SET attempts = attempts + 1, next_try_at = $2 WHERE id = $1 AND state = 'saved'",
        )
        .bind(id.to_string())
        .bind(at.millis())
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// The central system will never accept it: it is kept for an officer and holds up nothing.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn submission_refused(&self, id: Uuid, code: &str) -> Result<(), StoreError> {
        sqlx::query("UPDATE submission SET state = 'refused', problem = $2 WHERE id = $1 AND state = 'saved'")
            .bind(id.to_string())
            .bind(code)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// How far a submission has come; not at all when it is not here.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn came(&self, id: Uuid) -> Result<Came, StoreError> {
        let row: Option<(String, Option<i64>, bool)> = sqlx::query_as(
            "SELECT state, received_at, EXISTS (SELECT 1 FROM transfer_said WHERE submission_id = submission.id)
             FROM submission WHERE id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(&self.pool)
        .await?;
        Ok(row.map_or_else(Came::default, |(state, received_at, transfer_said)| Came {
            received_at: received_at.map(Moment::from_millis),
            refused: state == "refused",
            transfer_said,
        }))
    }

    /// How many submissions the central system does not have: on their way, and refused.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn unsent(&self) -> Result<u32, StoreError> {
        Ok(sqlx::query_scalar("SELECT count(*) FROM submission WHERE state <> 'sent'").fetch_one(&self.pool).await?)
    }

    /// The code of the submission of a receipt's token, if it was made here.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn followed(&self, token_sha256: &str) -> Result<Option<String>, StoreError> {
        Ok(sqlx::query_scalar("SELECT code FROM submission WHERE follow_sha256 = $1")
            .bind(token_sha256)
            .fetch_optional(&self.pool)
            .await?)
    }

    /// How a submission of this code lies here; none when there is none, or when it was handed over. One that
    /// was refused as out of date says nothing of the one that was made of the draft later.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn not_handed_over(&self, code: &str) -> Result<Option<Here>, StoreError> {
        let state: Option<String> = sqlx::query_scalar(
            "SELECT state FROM submission WHERE code = $1 AND supplement IS NULL \
                 ORDER BY state = 'refused' LIMIT 1",
        )
        .bind(code)
        .fetch_optional(&self.pool)
        .await?;
        Ok(state.and_then(|state| Here::parse(&state)))
    }

    /// Answers to what officers asked for that the central system does not have, by their requests, the newest
    /// first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn answers_not_handed_over(&self) -> Result<Vec<(Uuid, Here)>, StoreError> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT supplement, state FROM submission WHERE supplement IS NOT NULL AND state <> 'sent' \
             ORDER BY made_at DESC",
        )
        .fetch_all(&self.pool)
        .await?;
        Ok(rows.iter().filter_map(|(request, state)| Some((request.parse().ok()?, Here::parse(state)?))).collect())
    }
}

async fn files_of(connection: &mut SqliteConnection, own: &Seal, place: &str) -> Result<Vec<SavedFile>, StoreError> {
    let rows = sqlx::query("SELECT * FROM submission_file WHERE submission_id = $1 ORDER BY position")
        .bind(place)
        .fetch_all(connection)
        .await?;
    let mut files = Vec::with_capacity(rows.len());
    for row in rows {
        let upload_key: String = row.try_get("upload_key")?;
        files.push(SavedFile {
            evidence: row.try_get("evidence")?,
            media_type: row.try_get("media_type")?,
            pages: row.try_get("pages")?,
            sha256: row.try_get("sha256")?,
            upload_key: upload_key.parse().map_err(|_| SealBroken)?,
            bytes: own.open(&row.try_get::<Vec<u8>, _>("content")?, place)?,
        });
    }
    Ok(files)
}
