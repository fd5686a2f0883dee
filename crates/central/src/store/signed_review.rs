//! Table `signed_review`: what officers printed for somebody to sign, and which submissions are that.

use motcua_domain::time::Moment;
use motcua_domain::wire::{Confirmed, PrintedReview, StaffMember, Submission, SubmittedBy};
use uuid::Uuid;

use super::sql::{self, Conn};
use super::{Unit, draft};
use crate::refusal::Refusal;

/// How a consent is given that stands on a signed review.
const ON_PAPER: &str = "signed_review";

/// An officer prints the draft they have in hand, to be signed.
///
/// # Errors
/// `draft-elsewhere` when they do not have it in hand any more, `draft-gone`, `unknown-draft`,
/// `submission-differs` when that submission was printed before.
pub(crate) async fn printed(
    unit: &mut Unit,
    draft: Uuid,
    review: &PrintedReview,
    who: &StaffMember,
) -> Result<(), Refusal> {
    if draft::opening_of(&mut unit.conn, draft, &format!("staff:{}", who.account)).await? != review.opening {
        return Err(Refusal::conflict("draft-elsewhere"));
    }
    let kept = sql::query(
        "INSERT INTO signed_review (submission, draft, opening, content_sha256, account, officer, printed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
    )
    .bind(review.submission.to_string())
    .bind(draft.to_string())
    .bind(review.opening)
    .bind(&review.content_sha256)
    .bind(&who.account)
    .bind(&who.name)
    .bind(unit.now.millis())
    .execute(&mut unit.conn)
    .await?;
    if kept.rows_affected() == 0 { Err(Refusal::conflict("submission-differs")) } else { Ok(()) }
}

/// Whether a submission may say what it says of its confirmation: one that was signed is exactly what an
/// officer printed of this draft, and has no consent that stands elsewhere; any other has none that stands
/// on paper.
///
/// # Errors
/// `review-unknown` when no officer printed it, `review-differs` when something else was printed.
pub(super) async fn check(unit: &mut Unit, submission: &Submission, signed_sha256: &str) -> Result<(), Refusal> {
    let on_paper = submission.consents.iter().filter(|consent| consent.method == ON_PAPER).count();
    let Some(assisted) = &submission.assisted else {
        return if on_paper == 0 { Ok(()) } else { Err(Refusal::conflict("review-unknown")) };
    };
    let printed: Option<(String, u32, String)> =
        sql::query_as("SELECT draft, opening, content_sha256 FROM signed_review WHERE submission = $1")
            .bind(submission.id.to_string())
            .fetch_optional(&mut unit.conn)
            .await?;
    let (draft, opening, printed_sha256) = printed.ok_or_else(|| Refusal::conflict("review-unknown"))?;
    let same_draft = submission.draft.is_some_and(|of| of.id.to_string() == draft && of.opening == opening);
    let same_content = assisted.content_sha256 == printed_sha256 && signed_sha256 == printed_sha256;
    if same_draft && same_content && on_paper == submission.consents.len() {
        Ok(())
    } else {
        Err(Refusal::conflict("review-differs"))
    }
}

/// The officer who submitted it for its owner.
pub(super) async fn of(conn: &mut Conn, submission: Uuid) -> sqlx::Result<Option<SubmittedBy>> {
    let row: Option<(String, String, i64)> =
        sql::query_as("SELECT officer, content_sha256, printed_at FROM signed_review WHERE submission = $1")
            .bind(submission.to_string())
            .fetch_optional(conn)
            .await?;
    Ok(row.map(|(officer, content_sha256, printed_at)| SubmittedBy {
        officer,
        confirmed: Confirmed::SignedReview,
        content_sha256,
        printed_at: Moment::from_millis(printed_at),
    }))
}
