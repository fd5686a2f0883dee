//! Tables `submission`, `submission_file` and `acceptance`: what citizens sent, and the dossiers
//! officers made of it.

use axum::http::StatusCode;
use motcua_domain::calendar::Calendar;
use motcua_domain::catalogue::Deadline;
use motcua_domain::dossier::{Code, DossierCode, ladder};
use motcua_domain::guide::TimeWanted;
use motcua_domain::queue::Fact;
use motcua_domain::time::Moment;
use motcua_domain::wire::{
    AcceptSubmission, Acceptance, CostLine, Lookup, Receipt, StaffMember, Submission, SubmissionDetail, SubmissionLine,
    SubmissionState, SupplementRequest,
};
use uuid::Uuid;

use super::sql::{self, Conn};
use super::submission_time::Chosen;
use super::{
    Reference, Unit, catalogue, count, decoded, draft, draft_help, file, follow, paper_event, payment, sealed_key,
    signed_review, submission_time, supplement, supplement_answer,
};
use crate::refusal::Refusal;

/// A submission that was checked against its form, ready to be stored.
pub(crate) struct Checked {
    /// What was sent, with its code in the printed form.
    pub(crate) submission: Submission,
    /// The applicant's name as answered.
    pub(crate) applicant: String,
    /// Canonical JSON of what was sent.
    pub(crate) content: String,
    /// Its SHA-256.
    pub(crate) content_sha256: String,
    /// SHA-256 of what somebody signs for who has it submitted for them.
    pub(crate) signed_sha256: String,
    /// What it costs, part by part.
    pub(crate) cost: Vec<CostLine>,
    /// When its sender wants to come, where the form asks for it.
    pub(crate) wanted: Option<TimeWanted>,
}

/// A submission that was taken.
pub(crate) struct Taken {
    /// Its receipt, but for its time.
    pub(crate) receipt: Receipt,
    /// What was chosen with it.
    pub(crate) chosen: Option<Chosen>,
    /// Whether it was new.
    pub(crate) new: bool,
}

/// Takes a submission, and books the time that was chosen with it. The same one again gets the same receipt,
/// and books nothing more.
pub(crate) async fn add(unit: &mut Unit, device: &str, checked: &Checked) -> Result<Taken, Refusal> {
    let Checked { submission, applicant, content, content_sha256, signed_sha256, cost, wanted } = checked;
    let receipt = |received_at| Receipt {
        id: submission.id,
        code: submission.code.clone(),
        received_at,
        content_sha256: content_sha256.clone(),
        time: None,
    };
    let known: Option<(String, i64)> =
        sql::query_as("SELECT content_sha256, received_at FROM submission WHERE id = $1 AND device = $2")
            .bind(submission.id.to_string())
            .bind(device)
            .fetch_optional(&mut unit.conn)
            .await?;
    match known {
        Some((hash, received_at)) if hash == *content_sha256 => {
            let chosen = submission_time::of(&mut unit.conn, submission.id).await?;
            return Ok(Taken { receipt: receipt(Moment::from_millis(received_at)), chosen, new: false });
        }
        Some(_) => return Err(Refusal::conflict("submission-differs")),
        None => {}
    }
    signed_review::check(unit, submission, signed_sha256).await?;
    for document in &submission.documents {
        if !file::is_from(&mut unit.conn, device, document).await? {
            return Err(Refusal::wrong("document-unknown").with("evidence", &document.evidence));
        }
    }
    let id = submission.id.to_string();
    let taken: bool = sql::query_scalar("SELECT EXISTS (SELECT 1 FROM submission WHERE id = $1)")
        .bind(&id)
        .fetch_one(&mut unit.conn)
        .await?;
    if taken {
        return Err(Refusal::conflict("submission-code-taken"));
    }
    let seal = sealed_key::make(unit, &id).await?;
    let added = sql::query(
        "INSERT INTO submission (id, code, device, procedure, applicant, received_at, content_sha256, content)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
    )
    .bind(&id)
    .bind(&submission.code)
    .bind(device)
    .bind(&submission.procedure)
    .bind(seal.close_text(&applicant_of(&id), applicant)?)
    .bind(unit.now.millis())
    .bind(content_sha256)
    .bind(seal.close_text(&content_of(&id), content)?)
    .execute(&mut unit.conn)
    .await?;
    if added.rows_affected() == 0 {
        return Err(Refusal::conflict("submission-code-taken"));
    }
    for document in &submission.documents {
        sql::query("INSERT INTO submission_file (submission, file) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(submission.id.to_string())
            .bind(document.file.to_string())
            .execute(&mut unit.conn)
            .await?;
    }
    if let Some(draft) = &submission.draft {
        draft::submitted(unit, draft, submission.assisted.is_some()).await?;
        draft_help::note(unit, draft.id, submission.id).await?;
    }
    if let Some(token_sha256) = &submission.follow_sha256 {
        follow::keep(unit, submission.id, token_sha256).await?;
    }
    payment::open(unit, submission.id, &submission.code, cost).await?;
    let kept = match wanted {
        Some(wanted) => Some(submission_time::keep(unit, submission, device, *wanted).await?),
        None => None,
    };
    let (chosen, booked) = kept.unzip();
    if let Some(booked) = booked.flatten() {
        unit.record(booked)?;
    }
    unit.record(Fact::Submission { at: unit.now, id: submission.id })?;
    unit.refer(Reference { subject: Some(id), before: None, after: Some("received".to_owned()) });
    Ok(Taken { receipt: receipt(unit.now), chosen, new: true })
}

/// An officer accepts a submission: it becomes a dossier with a code, once.
pub(crate) async fn accept(
    unit: &mut Unit,
    id: Uuid,
    taken: &AcceptSubmission,
    who: &StaffMember,
) -> Result<Acceptance, Refusal> {
    let Some(detail) = find(&mut unit.conn, id).await? else {
        return Err(Refusal::not_found("unknown-submission"));
    };
    if let Some(acceptance) = detail.acceptance {
        return Err(Refusal::conflict("already-accepted").with("code", acceptance.dossier_code));
    }
    let agency_code = unit.hall()?.config().agency_code.clone();
    let today = unit.now.business_date();
    let number = count::next(&mut unit.conn, &format!("dossier:{}:{today}", agency_code)).await?;
    let line = count::next(&mut unit.conn, &format!("book:{}", today.year())).await?;
    let Submission { procedure: code, record_version, .. } = &detail.submission;
    // What the person was told is what holds.
    let procedure = match record_version {
        Some(version) => catalogue::at_version(&mut unit.conn, code, *version).await?,
        None => catalogue::entry(&mut unit.conn, code).await?.map(|entry| entry.procedure),
    };
    let acceptance = Acceptance {
        dossier_code: DossierCode::mint(&agency_code, today, number).as_str().to_owned(),
        accepted_at: unit.now,
        due_at: procedure.and_then(|procedure| due_at(unit.now, procedure.online_deadline()?)),
        officer: who.name.clone(),
        papers: taken.papers.clone(),
        book: u32::from(today.year().unsigned_abs()),
        line,
    };
    let papers = serde_json::to_string(&acceptance.papers).map_err(|error| sqlx::Error::Encode(error.into()))?;
    sql::query(
        "INSERT INTO acceptance
         (submission, dossier_code, accepted_at, due_at, account, officer, papers, book, line)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(id.to_string())
    .bind(&acceptance.dossier_code)
    .bind(acceptance.accepted_at.millis())
    .bind(acceptance.due_at.map(Moment::millis))
    .bind(&who.account)
    .bind(&acceptance.officer)
    .bind(papers)
    .bind(acceptance.book)
    .bind(acceptance.line)
    .execute(&mut unit.conn)
    .await?;
    unit.record(Fact::Submission { at: unit.now, id })?;
    let after = Some(format!("dossier:{}", acceptance.dossier_code));
    unit.refer(Reference { subject: None, before: Some("received".to_owned()), after });
    Ok(acceptance)
}

/// When a result is due; none when that passes through a year whose holidays are not known.
fn due_at(accepted: Moment, deadline: &Deadline) -> Option<Moment> {
    let calendar = Calendar::shipped();
    let due = calendar.due_at(accepted, deadline)?;
    let mut years = accepted.business_date().year()..=due.business_date().year();
    years.all(|year| calendar.knows(year)).then_some(due)
}

/// A submission as it was sent, with its acceptance; without its time, of which the hall knows.
pub(crate) async fn find(conn: &mut Conn, id: Uuid) -> sqlx::Result<Option<SubmissionDetail>> {
    let row: Option<(String, i64)> = sql::query_as("SELECT content, received_at FROM submission WHERE id = $1")
        .bind(id.to_string())
        .fetch_optional(&mut *conn)
        .await?;
    let Some((content, received_at)) = row else { return Ok(None) };
    // Without its key it was deleted.
    let Some(seal) = sealed_key::of(conn, &id.to_string()).await? else { return Ok(None) };
    let content = seal.open_text(&content_of(&id.to_string()), &content);
    let submission = decoded(&content.ok_or_else(|| sealed_key::broken("a submission"))?)?;
    let acceptance = acceptance(&mut *conn, id).await?;
    let payment = payment::find(&mut *conn, id).await?;
    let supplements = supplement::of(&mut *conn, id, &seal).await?;
    let supplement_answers = supplement_answer::of(&mut *conn, id, &seal).await?;
    let helped_by = draft_help::helped(&mut *conn, id).await?;
    let submitted_by = signed_review::of(&mut *conn, id).await?;
    let reprints = paper_event::reprints(conn, id).await?;
    let received_at = Moment::from_millis(received_at);
    Ok(Some(SubmissionDetail {
        submission,
        received_at,
        acceptance,
        payment,
        supplements,
        supplement_answers,
        helped_by,
        submitted_by,
        time: None,
        reprints,
    }))
}

async fn acceptance(conn: &mut Conn, id: Uuid) -> sqlx::Result<Option<Acceptance>> {
    type Row = (String, i64, Option<i64>, String, String, u32, u32);
    let row: Option<Row> = sql::query_as(
        "SELECT dossier_code, accepted_at, due_at, officer, papers, book, line FROM acceptance WHERE submission = $1",
    )
    .bind(id.to_string())
    .fetch_optional(conn)
    .await?;
    let Some((dossier_code, accepted_at, due_at, officer, papers, book, line)) = row else { return Ok(None) };
    Ok(Some(Acceptance {
        dossier_code,
        accepted_at: Moment::from_millis(accepted_at),
        due_at: due_at.map(Moment::from_millis),
        officer,
        papers: serde_json::from_str(&papers).map_err(|error| sqlx::Error::Decode(error.into()))?,
        book,
        line,
    }))
}

/// Submissions, the newest first; those behind `before` when it is given, and only those that wait for an
/// officer when `open`: nobody accepted them yet, or their applicants sent in what was asked for.
pub(crate) async fn list(
    conn: &mut Conn,
    before: Option<Uuid>,
    most: u32,
    open: bool,
) -> Result<Vec<SubmissionLine>, Refusal> {
    let (at, id) = match before {
        None => (i64::MAX, String::new()),
        Some(id) => {
            let at: Option<i64> = sql::query_scalar("SELECT received_at FROM submission WHERE id = $1")
                .bind(id.to_string())
                .fetch_optional(&mut *conn)
                .await?;
            let at = at.ok_or_else(|| Refusal::new(StatusCode::NOT_FOUND, "unknown-submission"))?;
            (at, id.to_string())
        }
    };
    type Row = (String, String, String, i64, String, Vec<u8>, Option<String>, u32, bool);
    let rows: Vec<Row> = sql::query_as(
        "SELECT id, code, procedure, received_at, applicant, wrapped, dossier_code, files, answered FROM (
         SELECT s.id, s.code, s.procedure, s.received_at, s.applicant, k.wrapped, a.dossier_code,
            (SELECT COUNT(*) FROM submission_file f WHERE f.submission = s.id) AS files,
            EXISTS (SELECT 1 FROM supplement r JOIN supplement_answer n ON n.supplement = r.id
                LEFT JOIN supplement_done d ON d.supplement = r.id
                WHERE r.submission = s.id AND d.supplement IS NULL) AS answered
         FROM submission s JOIN sealed_key k ON k.subject = s.id LEFT JOIN acceptance a ON a.submission = s.id
         WHERE (s.received_at, s.id) < ($1, $2)) AS lines
         WHERE NOT $4 OR dossier_code IS NULL OR answered
         ORDER BY received_at DESC, id DESC LIMIT $3",
    )
    .bind(at)
    .bind(id)
    .bind(most)
    .bind(open)
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(id, code, procedure, received_at, applicant, wrapped, dossier_code, files, answered)| {
            let applicant = opened_applicant(conn, &id, &wrapped, &applicant)?;
            Ok(SubmissionLine {
                id: id.parse().map_err(|_| sqlx::Error::Decode("a submission's id".into()))?,
                code,
                procedure,
                received_at: Moment::from_millis(received_at),
                applicant,
                state: state(dossier_code.is_some()),
                dossier_code,
                files,
                answered,
            })
        })
        .collect()
}

/// Where what was sent is sealed for.
pub(super) fn content_of(id: &str) -> String {
    format!("submission/{id}/content")
}

/// Where an applicant's name is sealed for.
pub(super) fn applicant_of(id: &str) -> String {
    format!("submission/{id}/applicant")
}

/// The applicant's name of a submission, as its row and its key have it.
pub(super) fn opened_applicant(conn: &Conn, id: &str, wrapped: &[u8], sealed: &str) -> sqlx::Result<String> {
    let opened = sealed_key::unwrapped(conn, id, wrapped)?.open_text(&applicant_of(id), sealed);
    opened.ok_or_else(|| sealed_key::broken("a name"))
}

/// The submission with a code.
pub(crate) async fn with_code(conn: &mut Conn, code: &Code) -> sqlx::Result<Option<Uuid>> {
    let (submission, dossier) = match code {
        Code::Submission(code) => (Some(code.as_str()), None),
        Code::Dossier(code) => (None, Some(code.as_str())),
    };
    let id: Option<String> = sql::query_scalar(
        "SELECT id FROM submission WHERE code = $1
         UNION ALL SELECT submission FROM acceptance WHERE dossier_code = $2",
    )
    .bind(submission)
    .bind(dossier)
    .fetch_optional(conn)
    .await?;
    id.map(|id| id.parse()).transpose().map_err(|_| sqlx::Error::Decode("a submission's id".into()))
}

/// What may be known of a submission without knowing whose it is.
pub(crate) fn told(detail: &SubmissionDetail) -> Lookup {
    let SubmissionDetail { submission, received_at, acceptance, payment, supplements, time, .. } = detail;
    let payment = payment.as_ref().map(|detail| &detail.payment).filter(|payment| payment.concerns_holder());
    let accepted_at = acceptance.as_ref().map(|acceptance| acceptance.accepted_at);
    Lookup {
        code: submission.code.clone(),
        procedure: submission.procedure.clone(),
        state: state(acceptance.is_some()),
        received_at: *received_at,
        dossier_code: acceptance.as_ref().map(|acceptance| acceptance.dossier_code.clone()),
        accepted_at,
        due_at: acceptance.as_ref().and_then(|acceptance| acceptance.due_at),
        ladder: ladder(submission.made_at, Some(*received_at), accepted_at, payment),
        payment: payment.cloned(),
        supplements: supplements
            .iter()
            .filter(|asked| asked.done_at.is_none())
            .map(|asked| SupplementRequest { papers: Vec::new(), ..asked.clone() })
            .collect(),
        time: time.clone(),
    }
}

fn state(accepted: bool) -> SubmissionState {
    if accepted { SubmissionState::Accepted } else { SubmissionState::Received }
}
