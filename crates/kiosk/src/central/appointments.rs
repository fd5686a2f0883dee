//! Appointments at the central API: by a kiosk with its own token, or by an officer with theirs.

use jiff::civil::Date;
use motcua_domain::time::Moment;
use motcua_domain::wire::{Appointment, BookAppointment, CheckInAppointment, Problem, SlotDay, Ticket};
use reqwest::Method;
use uuid::Uuid;

use super::CentralClient;

impl CentralClient {
    /// The days and times that can be booked for a service.
    ///
    /// # Errors
    /// `unknown-service`, `central-away`.
    pub async fn slots(&self, staff: Option<&str>, service: &str) -> Result<Vec<SlotDay>, Problem> {
        // The stable name may hold whatever a supervisor wrote into it.
        let query: String = service.bytes().map(|byte| format!("%{byte:02X}")).collect();
        Ok(self.read(&format!("/v1/appointments/slots?service={query}"), staff).await?)
    }

    /// Keeps a time. The same `key` never keeps a second one.
    ///
    /// # Errors
    /// `slot-full`, `slot-unknown`, `unknown-service`, `central-away`.
    pub async fn book(
        &self,
        staff: Option<&str>,
        service: &str,
        start: Moment,
        key: Uuid,
    ) -> Result<Appointment, Problem> {
        let body = BookAppointment { service: service.to_owned(), start };
        Ok(self.write(Method::POST, "/v1/appointments", staff, key, &body).await?)
    }

    /// An appointment by its identity or its code.
    ///
    /// # Errors
    /// `unknown-appointment`, `appointment-code-wrong`, `central-away`.
    pub async fn appointment(&self, staff: Option<&str>, id_or_code: &str) -> Result<Appointment, Problem> {
        Ok(self.read(&format!("/v1/appointments/{id_or_code}"), staff).await?)
    }

    /// The appointments of a day (officers).
    ///
    /// # Errors
    /// `central-away`, or what the API refuses with.
    pub async fn appointments(&self, staff: &str, date: Date) -> Result<Vec<Appointment>, Problem> {
        Ok(self.read(&format!("/v1/appointments?date={date}"), Some(staff)).await?)
    }

    /// The number of somebody who comes for an appointment. The same `key` never gives a second one.
    ///
    /// # Errors
    /// `appointment-early`, `appointment-used`, `has-number` and the like, `central-away`.
    pub async fn check_in(
        &self,
        staff: Option<&str>,
        id: Uuid,
        body: &CheckInAppointment,
        key: Uuid,
    ) -> Result<Ticket, Problem> {
        Ok(self.write(Method::POST, &format!("/v1/appointments/{id}/check-in"), staff, key, body).await?)
    }

    /// Gives a time back.
    ///
    /// # Errors
    /// `appointment-used`, `appointment-cancelled`, `unknown-appointment`, `central-away`.
    pub async fn cancel_appointment(&self, staff: Option<&str>, id: Uuid) -> Result<Appointment, Problem> {
        Ok(self.write(Method::POST, &format!("/v1/appointments/{id}/cancel"), staff, Uuid::now_v7(), &()).await?)
    }
}
