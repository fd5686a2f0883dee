//! Payments: what a holder says, what officers take and put right, and what needs somebody.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use motcua_domain::dossier::SubmissionCode;
use motcua_domain::payment::Payment;
use motcua_domain::wire::{PaymentDetail, PaymentsToSee, SetPayment, SettleCredit, SettlePayment, TakePayment};
use uuid::Uuid;

use super::caller::{Device, SignedIn};
use super::input::{Body, Named};
use super::once::{Answer, Once};
use crate::app::App;
use crate::clock;
use crate::refusal::Refusal;
use crate::store::{bank_credit, payment};

/// Money that needs an officer.
#[utoipa::path(get, path = "/v1/payments", tag = "payments", responses((status = 200, body = PaymentsToSee)),
    security(("staff" = [])))]
pub(crate) async fn to_see(State(app): State<App>, _: SignedIn) -> Result<Json<PaymentsToSee>, Refusal> {
    let late_minutes = app.lobby().await?.config().transfer_late_minutes;
    Ok(Json(payment::to_see(&mut app.read().await?, clock::now(), late_minutes).await?))
}

/// The holder of a code says that it was transferred. That is no money: it is being checked.
#[utoipa::path(post, path = "/v1/lookup/{code}/transferred", tag = "payments", params(("code" = String, Path)),
    responses((status = 200, body = Payment)), security(("device" = [])))]
pub(crate) async fn said(device: Device, once: Once, Named(code): Named<String>) -> Result<Response, Refusal> {
    let code = SubmissionCode::parse(&code)?;
    once.run(device.identity(), &[], move |unit| {
        Box::pin(async move { Answer::ok(&payment::said(unit, &code).await?) })
    })
    .await
}

/// An officer says what the fees cost that are not reckoned.
#[utoipa::path(post, path = "/v1/submissions/{id}/payment/amount", tag = "payments", params(("id" = Uuid, Path)),
    request_body = SetPayment, responses((status = 200, body = PaymentDetail)), security(("staff" = [])))]
pub(crate) async fn set(
    staff: SignedIn,
    once: Once,
    Named(id): Named<Uuid>,
    Body { value, bytes }: Body<SetPayment>,
) -> Result<Response, Refusal> {
    once.run(staff.identity(), &bytes, move |unit| {
        Box::pin(async move { Answer::ok(&payment::set(unit, id, &value, &staff.who).await?) })
    })
    .await
}

/// An officer took money at the counter.
#[utoipa::path(post, path = "/v1/submissions/{id}/payment/taken", tag = "payments", params(("id" = Uuid, Path)),
    request_body = TakePayment, responses((status = 200, body = PaymentDetail)), security(("staff" = [])))]
pub(crate) async fn take(
    staff: SignedIn,
    once: Once,
    Named(id): Named<Uuid>,
    Body { value, bytes }: Body<TakePayment>,
) -> Result<Response, Refusal> {
    once.run(staff.identity(), &bytes, move |unit| {
        Box::pin(async move { Answer::ok(&payment::take(unit, id, value.amount, &staff.who).await?) })
    })
    .await
}

/// An officer put right what did not fit.
#[utoipa::path(post, path = "/v1/submissions/{id}/payment/settled", tag = "payments", params(("id" = Uuid, Path)),
    request_body = SettlePayment, responses((status = 200, body = PaymentDetail)), security(("staff" = [])))]
pub(crate) async fn settle(
    staff: SignedIn,
    once: Once,
    Named(id): Named<Uuid>,
    Body { value, bytes }: Body<SettlePayment>,
) -> Result<Response, Refusal> {
    once.run(staff.identity(), &bytes, move |unit| {
        Box::pin(async move { Answer::ok(&payment::settle(unit, id, &value, &staff.who).await?) })
    })
    .await
}

/// An officer says what a credit without a submission was for.
#[utoipa::path(post, path = "/v1/payments/credits/{id}/settled", tag = "payments", params(("id" = Uuid, Path)),
    request_body = SettleCredit, responses((status = 204)), security(("staff" = [])))]
pub(crate) async fn settle_credit(
    staff: SignedIn,
    once: Once,
    Named(id): Named<Uuid>,
    Body { value, bytes }: Body<SettleCredit>,
) -> Result<Response, Refusal> {
    once.run(staff.identity(), &bytes, move |unit| {
        Box::pin(async move {
            bank_credit::settle(unit, id, &value, &staff.who).await?;
            Ok(Answer::done())
        })
    })
    .await
}
