//! Table `submission_time`: the times that people chose with their submissions, and the appointments that
//! hold them.

use motcua_domain::dossier::AppointmentCode;
use motcua_domain::guide::TimeWanted;
use motcua_domain::queue::Fact;
use motcua_domain::time::Moment;
use motcua_domain::wire::Submission;
use uuid::Uuid;

use super::sql::{self, Conn};
use super::{Unit, catalogue};
use crate::refusal::Refusal;
use crate::secret;

/// What was chosen with a submission.
#[derive(Clone, Copy)]
pub(crate) struct Chosen {
    /// As answered.
    pub(crate) wanted: TimeWanted,
    /// The appointment that was booked for it.
    pub(crate) appointment: Option<Uuid>,
}

/// Keeps what was chosen with a submission that was just stored, and books the time if it is free. Answers
/// with the fact to record as the last step, if one was booked. A time that cannot be booked refuses nothing:
/// the submission is as good without.
pub(super) async fn keep(
    unit: &mut Unit,
    submission: &Submission,
    device: &str,
    wanted: TimeWanted,
) -> Result<(Chosen, Option<Fact>), Refusal> {
    let booked = match wanted {
        TimeWanted::At(start) => book(unit, &submission.procedure, device, start).await?,
        TimeWanted::Wish(..) | TimeWanted::Later => None,
    };
    let appointment = booked.as_ref().map(|(id, _)| *id);
    sql::query("INSERT INTO submission_time (submission, wanted, appointment) VALUES ($1, $2, $3)")
        .bind(submission.id.to_string())
        .bind(wanted.to_string())
        .bind(appointment.map(|id| id.to_string()))
        .execute(&mut unit.conn)
        .await?;
    Ok((Chosen { wanted, appointment }, booked.map(|(_, fact)| fact)))
}

/// Has the hall book a time of the service that takes a procedure.
async fn book(unit: &mut Unit, procedure: &str, device: &str, start: Moment) -> Result<Option<(Uuid, Fact)>, Refusal> {
    let entry = catalogue::entry(&mut unit.conn, procedure).await?;
    let group = entry.and_then(|entry| entry.procedure.group).unwrap_or_default();
    let Some(service) = unit.hall()?.config().services_of(&group).next().map(|service| service.id.clone()) else {
        return Ok(None);
    };
    let (id, code) = (Uuid::now_v7(), unused_code(unit)?);
    let by = format!("device:{device}");
    match unit.decided(|hall, now| hall.book(id, code, &service, start, by.as_str().into(), now)) {
        Ok(fact) => Ok(Some((id, fact))),
        Err(Refusal::Problem(..)) => Ok(None),
        Err(other) => Err(other),
    }
}

/// A code that no appointment to come has.
pub(crate) fn unused_code(unit: &mut Unit) -> Result<AppointmentCode, Refusal> {
    loop {
        let code = AppointmentCode::parse(&secret::readable(6)?)?;
        if unit.hall()?.appointment_with(&code).is_none() {
            return Ok(code);
        }
    }
}

/// What was chosen with a submission; none where its form does not ask.
pub(crate) async fn of(conn: &mut Conn, submission: Uuid) -> sqlx::Result<Option<Chosen>> {
    let row: Option<(String, Option<String>)> =
        sql::query_as("SELECT wanted, appointment FROM submission_time WHERE submission = $1")
            .bind(submission.to_string())
            .fetch_optional(conn)
            .await?;
    let Some((wanted, appointment)) = row else { return Ok(None) };
    let wanted = TimeWanted::parse(&wanted).ok_or_else(|| sqlx::Error::Decode("a time".into()))?;
    let appointment = appointment.map(|id| id.parse()).transpose();
    let appointment = appointment.map_err(|_| sqlx::Error::Decode("an appointment's id".into()))?;
    Ok(Some(Chosen { wanted, appointment }))
}
