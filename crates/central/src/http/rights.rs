//! Who may use which route, and what of it goes into the audit: one table, which every request passes.

use axum::RequestExt;
use axum::extract::{MatchedPath, RawPathParams, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use motcua_domain::wire::Role;

use super::caller::{Known, identify};
use crate::app::App;
use crate::refusal::Refusal;
use crate::store::audit::Deed;

use Kept::{Act, Nothing, Read};
use Who::{Administrator, Auditor, Device, DeviceOrStaff, Everybody, Hall, Reader, SignedIn, Staff, Supervisor};

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// Whoever reaches the server.
    Everybody,
    /// An enrolled device.
    Device,
    /// An enrolled device, or whoever may do what staff may.
    DeviceOrStaff,
    /// An enrolled device, or any member of staff.
    Hall,
    /// Somebody signed in, even if the password must still be changed.
    SignedIn,
    /// An officer, a supervisor or an administrator.
    Staff,
    /// A supervisor or an administrator.
    Supervisor,
    /// As a supervisor; an auditor as well.
    Reader,
    /// An administrator.
    Administrator,
    /// An auditor or an administrator.
    Auditor,
}

/// What of a use is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// Nothing: it concerns nobody, or the log of the hall has it.
    Nothing,
    /// That it was done, in the transaction that does it.
    Act(&'static str),
    /// That it was read, before it is told.
    Read(&'static str),
}

/// A route with who may use it.
#[derive(Debug)]
pub(crate) struct Right {
    method: Method,
    path: &'static str,
    who: Who,
    kept: Kept,
}

const fn get(path: &'static str, who: Who, kept: Kept) -> Right {
    Right { method: Method::GET, path, who, kept }
}

const fn post(path: &'static str, who: Who, kept: Kept) -> Right {
    Right { method: Method::POST, path, who, kept }
}

const fn put(path: &'static str, who: Who, kept: Kept) -> Right {
    Right { method: Method::PUT, path, who, kept }
}

const fn delete(path: &'static str, who: Who, kept: Kept) -> Right {
    Right { method: Method::DELETE, path, who, kept }
}

/// Every route under `/v1`.
pub(crate) const RIGHTS: &[Right] = &[
    get("/v1/health", Everybody, Nothing),
    get("/v1/openapi.json", Everybody, Nothing),
    // Machines.
    post("/v1/devices/enrol", Everybody, Nothing),
    post("/v1/devices/codes", Administrator, Act("device.make-code")),
    get("/v1/devices/enrolled", Administrator, Nothing),
    post("/v1/devices/{id}/revoke", Administrator, Act("device.revoke")),
    post("/v1/devices/series", Device, Nothing),
    get("/v1/devices/day-key", Device, Nothing),
    post("/v1/devices/status", Device, Nothing),
    get("/v1/devices", Staff, Nothing),
    get("/v1/devices/help", Device, Nothing),
    post("/v1/devices/help", Device, Nothing),
    delete("/v1/devices/help", Device, Nothing),
    post("/v1/devices/{id}/help/answered", Staff, Nothing),
    post("/v1/papers/events", Device, Nothing),
    // Staff.
    post("/v1/staff/sign-in", Everybody, Nothing),
    post("/v1/staff/sign-out", SignedIn, Act("staff.sign-out")),
    post("/v1/staff/password", SignedIn, Act("staff.change-password")),
    get("/v1/staff/me", SignedIn, Nothing),
    post("/v1/staff/accounts", Administrator, Act("staff.add")),
    get("/v1/staff/accounts", Reader, Nothing),
    post("/v1/staff/accounts/{account}/password", Administrator, Act("staff.reset-password")),
    post("/v1/staff/accounts/{account}/close", Administrator, Act("staff.close")),
    // What was done.
    get("/v1/audit", Auditor, Nothing),
    get("/v1/audit/head", Auditor, Nothing),
    get("/v1/retention", Reader, Nothing),
    // The hall.
    get("/v1/public/board/{branch}", Everybody, Nothing),
    get("/v1/public/board/{branch}/events", Everybody, Nothing),
    get("/v1/public/pictures/{id}", Everybody, Nothing),
    get("/v1/branch", Hall, Nothing),
    get("/v1/branch/config", Reader, Nothing),
    put("/v1/branch/config", Supervisor, Act("config.set")),
    get("/v1/branch/config/versions", Reader, Nothing),
    post("/v1/branch/pictures", Supervisor, Act("picture.add")),
    get("/v1/queue", Hall, Nothing),
    get("/v1/board", Hall, Nothing),
    get("/v1/events", Hall, Nothing),
    post("/v1/tickets", Device, Nothing),
    post("/v1/tickets/printed", Device, Nothing),
    get("/v1/tickets/{id}", DeviceOrStaff, Nothing),
    post("/v1/tickets/{id}/rating", Device, Nothing),
    post("/v1/tickets/{id}/call", Staff, Nothing),
    post("/v1/tickets/{id}/recall", Staff, Nothing),
    post("/v1/tickets/{id}/start", Staff, Nothing),
    post("/v1/tickets/{id}/finish", Staff, Nothing),
    post("/v1/tickets/{id}/no-show", Staff, Nothing),
    post("/v1/tickets/{id}/transfer", Staff, Nothing),
    post("/v1/tickets/{id}/park", Staff, Nothing),
    post("/v1/tickets/{id}/resume", Staff, Nothing),
    post("/v1/tickets/{id}/return", Staff, Nothing),
    post("/v1/tickets/{id}/cancel", Staff, Nothing),
    post("/v1/tickets/{id}/reopen", Staff, Nothing),
    post("/v1/counters/{number}/open", Staff, Nothing),
    post("/v1/counters/{number}/close", Staff, Nothing),
    post("/v1/counters/{number}/break", Staff, Nothing),
    post("/v1/counters/{number}/back", Staff, Nothing),
    post("/v1/counters/{number}/call-next", Staff, Nothing),
    get("/v1/counters/{number}/finished", Device, Nothing),
    get("/v1/appointments/slots", DeviceOrStaff, Nothing),
    post("/v1/appointments", DeviceOrStaff, Nothing),
    get("/v1/appointments", Staff, Nothing),
    get("/v1/appointments/{id}", DeviceOrStaff, Nothing),
    post("/v1/appointments/{id}/check-in", DeviceOrStaff, Nothing),
    post("/v1/appointments/{id}/cancel", DeviceOrStaff, Nothing),
    get("/v1/reports/day", Reader, Nothing),
    get("/v1/reports/day.csv", Reader, Read("report.export")),
    post("/v1/guide-measures", Device, Nothing),
    get("/v1/guide-measures", Reader, Nothing),
    // What citizens send.
    post("/v1/files", Device, Nothing),
    get("/v1/files/{id}", Staff, Read("file.read")),
    post("/v1/submissions", Device, Act("submission.send")),
    get("/v1/submissions", Staff, Read("submission.list")),
    get("/v1/submissions/{id}", Staff, Read("submission.read")),
    post("/v1/submissions/{id}/accept", Staff, Act("submission.accept")),
    post("/v1/submissions/{id}/supplement", Staff, Act("supplement.ask")),
    post("/v1/supplements/{id}/done", Staff, Act("supplement.done")),
    post("/v1/supplements/{id}/prove", Device, Act("supplement.prove")),
    get("/v1/lookup/{code}", DeviceOrStaff, Nothing),
    post("/v1/uploads", Device, Nothing),
    get("/v1/uploads/{id}", Device, Nothing),
    delete("/v1/uploads/{id}", Device, Nothing),
    get("/v1/uploads/{id}/files/{number}", Device, Nothing),
    post("/v1/uploads/{id}/files/{number}/verdict", Device, Nothing),
    // Drafts, sealed by their kiosks.
    post("/v1/drafts/open", Device, Act("draft.open")),
    get("/v1/drafts/locked", Staff, Nothing),
    get("/v1/drafts/shared", Staff, Nothing),
    get("/v1/drafts/{id}", DeviceOrStaff, Read("draft.read")),
    put("/v1/drafts/{id}", DeviceOrStaff, Nothing),
    get("/v1/drafts/{id}/files/{file}", DeviceOrStaff, Read("draft.read-file")),
    post("/v1/drafts/{id}/files/{file}", DeviceOrStaff, Nothing),
    post("/v1/drafts/{id}/unlock", Staff, Act("draft.unlock")),
    post("/v1/drafts/{id}/share", Device, Act("draft.share")),
    delete("/v1/drafts/{id}/share", Device, Act("draft.take-back")),
    post("/v1/drafts/{id}/open", Staff, Act("draft.take")),
    post("/v1/drafts/{id}/give-back", Staff, Act("draft.give-back")),
    get("/v1/drafts/{id}/changes", Staff, Nothing),
    post("/v1/drafts/{id}/review", Staff, Act("draft.print-review")),
    // Money.
    post("/v1/bank/{bank}/credits", Everybody, Nothing),
    get("/v1/payments", Staff, Read("payment.list")),
    post("/v1/lookup/{code}/transferred", Device, Nothing),
    post("/v1/submissions/{id}/payment/taken", Staff, Act("payment.take")),
    post("/v1/submissions/{id}/payment/amount", Staff, Act("payment.set-amount")),
    post("/v1/submissions/{id}/payment/settled", Staff, Act("payment.settle")),
    post("/v1/payments/credits/{id}/settled", Staff, Act("payment.settle-credit")),
    // The catalogue.
    get("/v1/catalogue", Device, Nothing),
    get("/v1/units", Device, Nothing),
    get("/v1/forms", Device, Nothing),
    get("/v1/forms/{code}/{version}", Device, Nothing),
    get("/v1/procedures", Staff, Nothing),
    get("/v1/procedures/{code}", Staff, Nothing),
    get("/v1/procedures/{code}/versions/{version}", Staff, Nothing),
    post("/v1/procedures/{code}/check", Staff, Act("procedure.check")),
    put("/v1/procedures/{code}/words", Supervisor, Act("procedure.set-words")),
];

/// The right of a route.
fn right(method: &Method, path: &str) -> Option<&'static Right> {
    // What answers GET answers HEAD.
    let method = if method == Method::HEAD { &Method::GET } else { method };
    RIGHTS.iter().find(|right| right.method == *method && right.path == path)
}

/// Whether somebody known may do what a right allows.
fn check(who: Who, known: &Known) -> Result<(), Refusal> {
    let refused = |code| Err(Refusal::forbidden(code));
    let staff = match known {
        Known::Device(_) => {
            return if matches!(who, Device | DeviceOrStaff | Hall) { Ok(()) } else { refused("staff-only") };
        }
        Known::SignedIn(staff) => &staff.who,
    };
    match who {
        SignedIn => return Ok(()),
        Device => return refused(if staff.must_change_password { "password-change-required" } else { "device-only" }),
        _ if staff.must_change_password => return refused("password-change-required"),
        _ => {}
    }
    match (who, staff.role) {
        (_, Role::Administrator)
        | (Auditor | Reader, Role::Auditor)
        | (Hall, _)
        | (Reader | Supervisor, Role::Supervisor) => Ok(()),
        (Auditor, _) => refused("auditor-only"),
        (_, Role::Auditor) => refused("auditor-reads-only"),
        (Staff | DeviceOrStaff, _) => Ok(()),
        (Administrator, _) => refused("administrator-only"),
        _ => refused("supervisor-only"),
    }
}

/// What a request is for the audit; known to the writes it becomes.
#[derive(Clone)]
pub(crate) struct Noted(pub(crate) Deed);

/// Lets through who may, and keeps what is to be kept.
pub(super) async fn guard(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let path = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let Some(path) = path.filter(|path| path.starts_with("/v1/")) else { return next.run(request).await };
    // A method that the route does not have is told so by the route.
    let Some(right) = right(request.method(), &path) else { return next.run(request).await };
    if right.who == Everybody {
        return next.run(request).await;
    }
    let subject = subject(&mut request).await;
    let known = match identify(request.headers(), &app).await {
        Ok(known) => known,
        Err(refusal) => return refusal.into_response(),
    };
    let deed = |verb, outcome: StatusCode| Deed {
        who: known.identity(),
        device: known.device(),
        verb,
        subject: subject.clone(),
        outcome: outcome.as_u16(),
        before: None,
        after: None,
    };
    if let Err(refusal) = check(right.who, &known) {
        // Somebody who wants more than they may is worth knowing of; a first sign-in is not.
        let kept = match right.kept {
            Act(verb) | Read(verb) => verb,
            Nothing => "refused",
        };
        if let Known::SignedIn(staff) = &known
            && !staff.who.must_change_password
        {
            app.seen_once(deed(kept, StatusCode::FORBIDDEN)).await;
        }
        return refusal.into_response();
    }
    if let Act(verb) = right.kept {
        request.extensions_mut().insert(Noted(deed(verb, StatusCode::OK)));
    }
    let read = match right.kept {
        Read(verb) => Some(deed(verb, StatusCode::OK)),
        _ => None,
    };
    request.extensions_mut().insert(known);
    let response = next.run(request).await;
    match read {
        // Nothing is told that is not in the audit.
        Some(deed) if response.status().is_success() => match app.read_of(deed).await {
            Ok(()) => response,
            Err(refusal) => refusal.into_response(),
        },
        _ => response,
    }
}

/// What the address names.
async fn subject(request: &mut Request) -> Option<String> {
    let params = request.extract_parts::<RawPathParams>().await.ok()?;
    let values: Vec<&str> = params.iter().map(|(_, value)| value).collect();
    // What is too long names nothing.
    (!values.is_empty()).then(|| values.join("/")).filter(|subject| subject.len() <= 120)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use motcua_domain::words::{Locale, Words};

    use super::*;

    #[test]
    fn every_route_is_in_the_table_and_no_other() {
        let document = serde_json::to_value(crate::http::openapi()).expect("a document");
        let mut routes = BTreeSet::new();
        for (path, item) in document["paths"].as_object().expect("paths") {
            for method in item.as_object().expect("methods").keys() {
                routes.insert(format!("{} {path}", method.to_uppercase()));
            }
        }
        let table: BTreeSet<_> = RIGHTS.iter().map(|right| format!("{} {}", right.method, right.path)).collect();
        assert_eq!(table, routes);
        assert_eq!(RIGHTS.len(), table.len(), "each stands once");
    }

    #[test]
    fn what_is_kept_has_words() {
        for right in RIGHTS {
            if let Act(verb) | Read(verb) = right.kept {
                assert!(Words::of(Locale::Vi).has(&format!("audit-verb-{}", verb.replace('.', "-"))), "{verb}");
            }
        }
    }

    #[test]
    fn what_staff_write_is_in_the_audit_or_in_the_log_of_the_hall() {
        // What the log of the hall has, with who did it.
        let hall = ["/v1/tickets", "/v1/counters", "/v1/appointments", "/v1/devices/{id}/help", "/v1/drafts/{id}"];
        for right in RIGHTS.iter().filter(|right| right.method != Method::GET) {
            let by_staff = matches!(right.who, Staff | Supervisor | Administrator | SignedIn);
            let logged = hall.iter().any(|begin| right.path.starts_with(begin));
            assert!(!by_staff || logged || matches!(right.kept, Act(_)), "{right:?}");
        }
    }
}
