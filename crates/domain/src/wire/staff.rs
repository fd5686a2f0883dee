use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// `POST /v1/staff/sign-in`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// The account's name.
    #[schema(example = "quantri")]
    pub account: String,
    /// The password, in clear inside TLS or on loopback.
    pub password: String,
}

/// The answer to [`SignIn`].
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct StaffSession {
    /// Sent as `Authorization: Bearer …` from now on. It never reaches a page.
    pub token: String,
    /// Who signed in.
    pub who: StaffMember,
}

/// An officer as colleagues see them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct StaffMember {
    /// The account's name.
    pub account: String,
    /// The person's name, as printed under "Người tiếp nhận hồ sơ".
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Every other call is refused (`password-change-required`) until it is changed.
    pub must_change_password: bool,
    /// The counter they have open, if any.
    pub counter: Option<u32>,
}

/// What a member of staff may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Serves at a counter, and accepts submissions.
    Officer,
    /// As an officer; more rights come with what a supervisor sets.
    Supervisor,
    /// Also adds accounts and machines.
    Administrator,
    /// Reads what was done, and how the centre does; serves nobody and sees nobody's papers.
    Auditor,
}

/// `POST /v1/staff/password`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The password until now.
    pub current: String,
    /// The new one: at least 10 characters, not the old one, not the account's name.
    pub new: String,
}

/// `POST /v1/staff/accounts/{account}/password` (administrators): another first password.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetPassword {
    /// At least 10 characters; it must be changed at the next sign-in.
    pub password: String,
}

/// `POST /v1/staff/accounts` (administrators): a new member of staff.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAccount {
    /// 3 to 32 of a–z, 0–9, dot and hyphen.
    #[schema(example = "lan.nguyen")]
    pub account: String,
    /// The person's name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// A first password, to be changed at the first sign-in.
    pub password: String,
}
