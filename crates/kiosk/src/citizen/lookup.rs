use motcua_domain::dossier::Code;
use motcua_domain::payment::Payment;
use motcua_domain::wire::Problem;

use super::CitizenDesk;
use super::payment::pay_shown;
use crate::outbox::hex_sha256;
use crate::store::Here;
use crate::view::{AnswerHere, LookupShown};

impl CitizenDesk {
    /// The code of the submission whose receipt is under the reader.
    ///
    /// # Errors
    /// `unknown-code`, `central-away`.
    pub(super) async fn followed(&self, token: &str) -> Result<String, Problem> {
        match self.store.followed(&hex_sha256(token.as_bytes())).await {
            Ok(Some(code)) => Ok(code),
            _ => Ok(self.central.lookup(token).await?.code),
        }
    }

    /// What the holder of a code may know.
    ///
    /// # Errors
    /// `submission-code-wrong` for what is no code, `unknown-code`, `not-sent-yet` for a submission
    /// that is saved here and not handed over, `not-taken` for one the central system refused,
    /// `central-away`.
    pub async fn lookup(&self, code: &str) -> Result<LookupShown, Problem> {
        let code = Code::parse(code)?.to_string();
        let here = self.store.not_handed_over(&code).await.unwrap_or(None);
        let found = match self.central.lookup(&code).await {
            Err(problem) if ["unknown-code", "central-away"].contains(&problem.code.as_str()) => {
                return Err(match here {
                    Some(Here::Saved) => Problem::new("not-sent-yet").with("code", code),
                    Some(Here::Refused) => Problem::new("not-taken").with("code", code),
                    None => problem,
                });
            }
            other => other?,
        };
        let locale = self.visit.lock().await.locale;
        let procedure_name = self
            .catalogue
            .procedure(&found.procedure)
            .map_or_else(|_| found.procedure.clone(), |procedure| procedure.name.get(locale).to_owned());
        let here = self.store.answers_not_handed_over().await.unwrap_or_default();
        let answers_here =
            here.into_iter().filter(|(request, _)| found.supplements.iter().any(|one| one.id == *request));
        let answers_here = answers_here.map(|(request, here)| AnswerHere { request, refused: here == Here::Refused });
        let bank = self.link.known().branch.and_then(|branch| branch.bank);
        // Of money that came and does not fit only an officer knows how much is missing.
        let open = found.payment.as_ref().and_then(Payment::still_to_pay);
        let pay = open.map(|sum| pay_shown(bank.as_ref(), sum, &found.code));
        Ok(LookupShown { answers_here: answers_here.collect(), pay, found, procedure_name })
    }
}
