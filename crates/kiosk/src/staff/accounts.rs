use motcua_domain::text;
use motcua_domain::wire::{
    AuditHead, AuditRow, AuditWanted, EnrolledDevice, EnrolmentCode, NewAccount, Problem, ResetPassword, Role,
    StaffMember,
};
use uuid::Uuid;

use super::StaffDesk;
use crate::store::random_u64;
use crate::view::AddedAccount;

/// What a first password is made of: nothing that looks like something else on paper.
const SIGNS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";

impl StaffDesk {
    /// Everybody with an account.
    ///
    /// # Errors
    /// `supervisor-only`, `token-missing`, `central-away`.
    pub async fn accounts(&self) -> Result<Vec<StaffMember>, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.accounts(&token).await)
    }

    /// Adds an account with a first password that is told here and nowhere else.
    ///
    /// # Errors
    /// `account-taken`, `account-name-wrong`, `staff-name-wrong`, `administrator-only`,
    /// `token-missing`, `central-away`.
    pub async fn add_account(&self, account: &str, name: &str, role: Role) -> Result<AddedAccount, Problem> {
        let token = self.token()?;
        let password = first_password();
        let account = account.trim().to_lowercase();
        let new = NewAccount { account, name: text::clean(name), role, password: password.clone() };
        let who = self.ended_when_refused(self.central.add_account(&token, &new).await)?;
        Ok(AddedAccount { who, password })
    }

    /// Gives an account another first password, which is told here and nowhere else.
    ///
    /// # Errors
    /// `unknown-account`, `administrator-only`, `token-missing`, `central-away`.
    pub async fn reset_password(&self, who: StaffMember) -> Result<AddedAccount, Problem> {
        let (token, password) = (self.token()?, first_password());
        let new = ResetPassword { password: password.clone() };
        self.ended_when_refused(self.central.reset_password(&token, &who.account, &new).await)?;
        Ok(AddedAccount { who, password })
    }

    /// Closes an account for good.
    ///
    /// # Errors
    /// `unknown-account`, `account-own`, `administrator-only`, `token-missing`, `central-away`.
    pub async fn close_account(&self, account: &str) -> Result<(), Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.close_account(&token, account).await)
    }

    /// Every device that was enrolled.
    ///
    /// # Errors
    /// `administrator-only`, `token-missing`, `central-away`.
    pub async fn enrolled_devices(&self) -> Result<Vec<EnrolledDevice>, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.enrolled_devices(&token).await)
    }

    /// A code with which one device enrols.
    ///
    /// # Errors
    /// `administrator-only`, `token-missing`, `central-away`.
    pub async fn make_enrolment_code(&self) -> Result<EnrolmentCode, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.make_enrolment_code(&token).await)
    }

    /// Takes a device's right away for good.
    ///
    /// # Errors
    /// `unknown-device`, `administrator-only`, `token-missing`, `central-away`.
    pub async fn revoke_device(&self, device: Uuid) -> Result<(), Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.revoke_device(&token, device).await)
    }

    /// What was done and read that concerns somebody, the newest first.
    ///
    /// # Errors
    /// `auditor-only`, `token-missing`, `central-away`.
    pub async fn audit(&self, wanted: &AuditWanted) -> Result<Vec<AuditRow>, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.audit(&token, wanted).await)
    }

    /// The newest row of the audit, to be kept on paper.
    ///
    /// # Errors
    /// `auditor-only`, `token-missing`, `central-away`.
    pub async fn audit_head(&self) -> Result<AuditHead, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.audit_head(&token).await)
    }
}

/// Twelve signs in threes of four, to be read out and typed once: some 59 bits.
fn first_password() -> String {
    let signs: Vec<char> = (0..12).map(|_| char::from(SIGNS[random_u64() as usize % SIGNS.len()])).collect();
    signs.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_password_is_long_enough_and_never_the_same() {
        let one = first_password();
        assert_eq!(one.chars().count(), 14);
        assert!(one.bytes().all(|sign| sign == b'-' || SIGNS.contains(&sign)));
        assert_ne!(one, first_password());
    }
}
