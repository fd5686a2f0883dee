//! `verify-audit`: whether anything that was done or read was changed afterwards.

use clap::Subcommand;
use motcua_central::{AuditHead, verify_audit};

use super::{Database, Outcome};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Walks the chain of the audit and says whether a row was changed, taken out or put in. Ends with 2 when one
    /// was.
    VerifyAudit {
        /// A head that was written down earlier, `NUMBER:HASH`: that it is still in the chain.
        #[arg(long, value_name = "NUMBER:HASH", value_parser = written_down)]
        expect: Option<AuditHead>,
        #[command(flatten)]
        database: Database,
    },
}

impl Command {
    pub(super) async fn run(self) -> Outcome {
        let Self::VerifyAudit { expect, database } = self;
        match verify_audit(&database.url, expect).await? {
            Ok(AuditHead { number, sha256 }) => {
                println!("{number} rows, each as it was written; the head is {number}:{sha256}");
                Ok(())
            }
            Err(fault) => {
                println!("{fault}");
                std::process::exit(2);
            }
        }
    }
}

fn written_down(text: &str) -> Result<AuditHead, String> {
    let (number, sha256) = text.split_once(':').ok_or("NUMBER:HASH is needed")?;
    let number = number.trim().parse().map_err(|_| format!("{number} is no number"))?;
    let sha256 = sha256.trim().to_ascii_lowercase();
    let plain = sha256.len() == 64 && sha256.bytes().all(|c| c.is_ascii_hexdigit());
    if plain { Ok(AuditHead { number, sha256 }) } else { Err("the hash has 64 hex digits".to_owned()) }
}
