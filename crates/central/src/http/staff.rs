//! Staff: signing in and out, passwords, accounts.

use std::net::SocketAddr;

use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use motcua_domain::text;
use motcua_domain::wire::{ChangePassword, NewAccount, ResetPassword, SignIn, StaffMember, StaffSession};

use super::caller::{SignedIn, machine, officer};
use super::input::{Body, Named};
use super::once::{Answer, Once};
use crate::app::App;
use crate::refusal::Refusal;
use crate::secret;
use crate::store::audit::Deed;
use crate::store::{Reference, sign_in_failure, staff};

/// Signs a member of staff in.
///
/// No token and no `Idempotency-Key`: there is no identity yet to keep them by. A repeated sign-in
/// only makes one more session, and growing delays by account and address stand against guessing.
#[utoipa::path(post, path = "/v1/staff/sign-in", tag = "staff", request_body = SignIn,
    responses((status = 200, body = StaffSession)))]
pub(crate) async fn sign_in(
    State(app): State<App>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Body { value: SignIn { account, password }, .. }: Body<SignIn>,
) -> Result<Json<StaffSession>, Refusal> {
    let account = account.trim().to_lowercase();
    let wrong = || Refusal::new(StatusCode::UNAUTHORIZED, "sign-in-wrong");
    if account.len() > 32 || password.len() > 512 {
        return Err(wrong());
    }
    let (typed, from) = (account.clone(), from.ip());
    app.writer.run(move |unit| Box::pin(async move { sign_in_failure::attempt(unit, &typed, from).await })).await?;
    let known = staff::find(&mut app.read().await?, &account).await?;
    let (hash, who) = known.map(|known| (known.password, known.who)).unzip();
    let device = machine(&headers, &app).await;
    let deed = |outcome: StatusCode| Deed {
        // What was typed may be a password: only an account that is there is named.
        who: who.as_ref().map_or_else(|| "nobody".to_owned(), |who| format!("staff:{}", who.account)),
        device: device.clone(),
        verb: "staff.sign-in",
        subject: None,
        outcome: outcome.as_u16(),
        before: None,
        after: None,
    };
    if !app.hash(move || secret::password_fits(&password, hash.as_deref())).await? {
        app.seen_once(deed(StatusCode::UNAUTHORIZED)).await;
        return Err(wrong());
    }
    let done = deed(StatusCode::OK);
    let who = app.at_counter(who.ok_or_else(wrong)?).await?;
    let signing_in = app.writer.run(move |unit| {
        Box::pin(async move {
            unit.audit(done);
            sign_in_failure::succeeded(unit, &account, from).await?;
            staff::sign_in(unit, &account, device.as_deref()).await
        })
    });
    let token = signing_in.await?;
    Ok(Json(StaffSession { token, who }))
}

/// Signs out, and closes the counter.
#[utoipa::path(post, path = "/v1/staff/sign-out", tag = "staff", responses((status = 204)),
    security(("staff" = [])))]
pub(crate) async fn sign_out(me: SignedIn, once: Once) -> Result<Response, Refusal> {
    once.run(me.identity(), &[], move |unit| {
        Box::pin(async move {
            staff::sign_out(unit, &me.token_sha256).await?;
            let officer = officer(&me.who);
            unit.decide(|hall, now| match hall.counter_of(&officer.account) {
                Some((number, _)) => hall.close_counter(number, &officer, now).map(Some),
                None => Ok(None),
            })?;
            Ok(Answer::done())
        })
    })
    .await
}

/// Changes one's own password and signs out everywhere else.
#[utoipa::path(post, path = "/v1/staff/password", tag = "staff", request_body = ChangePassword,
    responses((status = 204)), security(("staff" = [])))]
pub(crate) async fn change_password(
    State(app): State<App>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    me: SignedIn,
    once: Once,
    Body { value: ChangePassword { current, new }, bytes }: Body<ChangePassword>,
) -> Result<Response, Refusal> {
    // What is kept to compare a repeated request with cannot be searched for the passwords in it
    // without the token, of which only a hash is kept.
    let payload = [me.token.as_bytes(), &bytes].concat();
    // After the change the old password is wrong: a repeated request is known by its key first.
    if let Some(answer) = once.stored(&me.identity(), &payload).await? {
        return Ok(answer);
    }
    check_password(&new, &me.who.account)?;
    if new == current {
        return Err(Refusal::wrong("password-same"));
    }
    let (account, from) = (me.who.account.clone(), from.ip());
    app.writer.run(move |unit| Box::pin(async move { sign_in_failure::attempt(unit, &account, from).await })).await?;
    let known = staff::find(&mut app.read().await?, &me.who.account).await?;
    let stored = known.map(|known| known.password);
    let hash = app
        .hash(move || {
            if !secret::password_fits(&current, stored.as_deref()) {
                return Err(Refusal::forbidden("password-wrong"));
            }
            Ok(secret::hash_password(&new)?)
        })
        .await??;
    once.run(me.identity(), &payload, move |unit| {
        Box::pin(async move {
            sign_in_failure::succeeded(unit, &me.who.account, from).await?;
            staff::change_password(unit, &me.who.account, &hash, &me.token_sha256).await?;
            Ok(Answer::done())
        })
    })
    .await
}

/// Who is signed in.
#[utoipa::path(get, path = "/v1/staff/me", tag = "staff", responses((status = 200, body = StaffMember)),
    security(("staff" = [])))]
pub(crate) async fn me(me: SignedIn) -> Json<StaffMember> {
    Json(me.who)
}

/// Adds a member of staff, who changes the password at the first sign-in.
#[utoipa::path(post, path = "/v1/staff/accounts", tag = "staff", request_body = NewAccount,
    responses((status = 201, body = StaffMember)), security(("staff" = [])))]
pub(crate) async fn add_account(
    State(app): State<App>,
    me: SignedIn,
    once: Once,
    Body { value: mut new, .. }: Body<NewAccount>,
) -> Result<Response, Refusal> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' || c == '-';
    if !(3..=32).contains(&new.account.len()) || !new.account.chars().all(plain) {
        return Err(Refusal::wrong("account-name-wrong"));
    }
    new.name = text::clean(&new.name);
    if new.name.is_empty() || new.name.chars().count() > 80 {
        return Err(Refusal::wrong("staff-name-wrong"));
    }
    check_password(&new.password, &new.account)?;
    let password = std::mem::take(&mut new.password);
    let hash = app.hash(move || secret::hash_password(&password)).await??;
    // Everything but the password is compared.
    let payload = format!("{}\n{}\n{:?}", new.account, new.name, new.role);
    once.run(me.identity(), payload.as_bytes(), move |unit| {
        Box::pin(async move {
            let added = staff::add(unit, &new, &hash).await?;
            let subject = Some(format!("staff:{}", added.account));
            unit.refer(Reference { subject, before: None, after: Some(format!("role:{:?}", added.role)) });
            Answer::created(&added)
        })
    })
    .await
}

/// Gives an account another first password, to be changed at the next sign-in; whoever is signed in with it no
/// longer is.
#[utoipa::path(post, path = "/v1/staff/accounts/{account}/password", tag = "staff", params(("account" = String, Path)),
    request_body = ResetPassword, responses((status = 204)), security(("staff" = [])))]
pub(crate) async fn reset_password(
    State(app): State<App>,
    me: SignedIn,
    once: Once,
    Named(account): Named<String>,
    Body { value: ResetPassword { password }, .. }: Body<ResetPassword>,
) -> Result<Response, Refusal> {
    check_password(&password, &account)?;
    let hash = app.hash(move || secret::hash_password(&password)).await??;
    // The password is not compared.
    once.run(me.identity(), &[], move |unit| {
        Box::pin(async move {
            staff::reset_password(unit, &account, &hash).await?;
            Ok(Answer::done())
        })
    })
    .await
}

/// Closes an account for good. Nobody closes their own: somebody must be left who can.
#[utoipa::path(post, path = "/v1/staff/accounts/{account}/close", tag = "staff", params(("account" = String, Path)),
    responses((status = 204)), security(("staff" = [])))]
pub(crate) async fn close(me: SignedIn, once: Once, Named(account): Named<String>) -> Result<Response, Refusal> {
    if account == me.who.account {
        return Err(Refusal::conflict("account-own"));
    }
    once.run(me.identity(), &[], move |unit| {
        Box::pin(async move {
            staff::close(unit, &account).await?;
            Ok(Answer::done())
        })
    })
    .await
}

/// Everybody with an account, by name.
#[utoipa::path(get, path = "/v1/staff/accounts", tag = "staff", responses((status = 200, body = Vec<StaffMember>)),
    security(("staff" = [])))]
pub(crate) async fn accounts(State(app): State<App>, _: SignedIn) -> Result<Json<Vec<StaffMember>>, Refusal> {
    let mut all = staff::all(&mut app.read().await?).await?;
    let lobby = app.lobby().await?;
    for who in &mut all {
        who.counter = lobby.hall.counter_of(&who.account).map(|(number, _)| number);
    }
    Ok(Json(all))
}

/// At least 10 characters, at most 128, and not the account's name.
fn check_password(password: &str, account: &str) -> Result<(), Refusal> {
    match password.chars().count() {
        ..10 => Err(Refusal::wrong("password-short").with("least", 10)),
        129.. => Err(Refusal::wrong("password-long").with("most", 128)),
        _ if password.to_lowercase() == account => Err(Refusal::wrong("password-is-account")),
        _ => Ok(()),
    }
}
