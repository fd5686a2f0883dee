//! What one does before a server serves: the description of a centre, codes for devices, the document of
//! the API.

use clap::Subcommand;
use motcua_domain::branch::BranchConfig;

use super::{Database, Outcome};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Prints a one-time code with which a device enrols within 15 minutes.
    EnrolCode {
        #[command(flatten)]
        database: Database,
    },
    /// Prints the description of the starter centre, to be changed and given to `serve --branch`.
    Branch,
    /// Prints the OpenAPI document.
    Openapi,
}

impl Command {
    pub(super) async fn run(self) -> Outcome {
        super::log_for_people();
        match self {
            Self::EnrolCode { database } => println!("{}", motcua_central::enrolment_code(&database.url).await?),
            Self::Branch => println!("{}", serde_json::to_string_pretty(&BranchConfig::default())?),
            Self::Openapi => println!("{}", motcua_central::openapi().to_pretty_json()?),
        }
        Ok(())
    }
}
