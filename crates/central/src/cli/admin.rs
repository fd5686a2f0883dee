//! `admin`: what a console cannot do. Passwords and codes are printed once, on standard output, and kept
//! nowhere.

use clap::{Args, Subcommand};
use motcua_central::admin;
use motcua_domain::time::Moment;

use super::{Outcome, who};

/// What a console cannot do: a lost password, a lost device, a first administrator.
#[derive(Args)]
pub(super) struct Command {
    /// The database.
    #[arg(
        long,
        global = true,
        env = "MOTCUA_DATABASE",
        hide_env_values = true,
        default_value = "sqlite://motcua-central.db"
    )]
    database: String,
    /// Who does it; the account on this machine when left out.
    #[arg(long, global = true)]
    by: Option<String>,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Lists the accounts.
    Accounts,
    /// Gives an account a new first password, prints it once, and signs the account out everywhere.
    ResetPassword {
        /// The account.
        account: String,
    },
    /// Makes the first administrator anew and prints the first password once.
    FirstAdministrator,
    /// Closes an account: nobody signs in with it any more, and what it did stays under its name.
    CloseAccount {
        /// The account.
        account: String,
    },
    /// Signs everybody out, or one account everywhere.
    EndSessions {
        /// The account; everybody without it.
        account: Option<String>,
    },
    /// Lists the devices.
    Devices,
    /// Sends a device away for good: it must enrol again to come back.
    RevokeDevice {
        /// Its identity, as 'admin devices' lists it.
        id: String,
    },
    /// Prints a one-time code with which a device enrols within 15 minutes.
    EnrolCode,
}

impl Command {
    pub(super) async fn run(self) -> Outcome {
        super::log_for_people();
        let (database, by) = (&self.database, &who(self.by));
        match self.what {
            What::Accounts => {
                for line in admin::accounts(database).await? {
                    let state = match (line.closed, line.must_change_password) {
                        (true, _) => "closed",
                        (false, true) => "first password",
                        (false, false) => "open",
                    };
                    println!("{}\t{}\t{}\t{state}\t{} signed in", line.account, line.role, line.name, line.sessions);
                }
            }
            What::ResetPassword { account } => match admin::reset_password(database, by, &account).await? {
                Some(password) => println!("{password}"),
                None => return Err(no_account(&account)),
            },
            What::FirstAdministrator => {
                let (account, password) = admin::first_administrator(database, by).await?;
                println!("account: {account}\npassword: {password}");
            }
            What::CloseAccount { account } => {
                if !admin::close_account(database, by, &account).await? {
                    return Err(no_account(&account));
                }
                println!("closed");
            }
            What::EndSessions { account } => {
                println!("{} signed out", admin::end_sessions(database, by, account).await?);
            }
            What::Devices => {
                for line in admin::devices(database).await? {
                    let at = |moment: Option<Moment>| moment.map_or_else(|| "-".to_owned(), |at| at.to_string());
                    let (enrolled, heard) = (at(Some(line.enrolled_at)), at(line.heard_at));
                    let revoked = line.revoked_at.map_or_else(String::new, |at| format!("\trevoked {at}"));
                    println!("{}\t{}\tenrolled {enrolled}\theard {heard}{revoked}", line.id, line.name);
                }
            }
            What::RevokeDevice { id } => {
                if !admin::revoke_device(database, by, &id).await? {
                    return Err(format!("there is no device {id} that is let in: 'admin devices' lists them").into());
                }
                println!("revoked");
            }
            What::EnrolCode => println!("{}", admin::make_enrolment_code(database, by).await?),
        }
        Ok(())
    }
}

fn no_account(account: &str) -> Box<dyn std::error::Error> {
    format!("there is no account {account}: 'admin accounts' lists them").into()
}
