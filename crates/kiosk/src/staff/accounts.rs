use motcua_domain::text;
use motcua_domain::wire::{NewAccount, Problem, Role, StaffMember};

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
