use motcua_domain::dossier::Code;
use motcua_domain::wire::Problem;

use super::{CitizenDesk, find};
use crate::view::LookupShown;

impl CitizenDesk {
    /// What the holder of a code may know.
    ///
    /// # Errors
    /// `submission-code-wrong` for what is no code, `unknown-code`, `not-sent-yet` for a submission
    /// that is saved here and not handed over, `central-away`.
    pub async fn lookup(&self, code: &str) -> Result<LookupShown, Problem> {
        let code = Code::parse(code)?.to_string();
        let unsent = self.store.is_unsent(&code).await.unwrap_or(false);
        let found = match self.central.lookup(&code).await {
            Err(problem) if unsent && ["unknown-code", "central-away"].contains(&problem.code.as_str()) => {
                return Err(Problem::new("not-sent-yet").with("code", code));
            }
            other => other?,
        };
        let locale = self.visit.lock().await.locale;
        let procedure_name = find::known(&found.procedure)
            .map_or_else(|_| found.procedure.clone(), |procedure| procedure.name.get(locale).to_owned());
        Ok(LookupShown { found, procedure_name })
    }
}
