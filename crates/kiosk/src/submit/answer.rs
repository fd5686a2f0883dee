//! The answer to what an officer asked for: it goes the way of a submission, and its slip says what it is.

use std::sync::Arc;

use motcua_domain::catalogue::Procedure;
use motcua_domain::dossier::{RungName, ladder};
use motcua_domain::guide::Form;
use motcua_domain::paper::{self, SupplementPaper};
use motcua_domain::wire::Problem;
use motcua_domain::words::Words;

use super::{Counter, Made};
use crate::outbox::Sent;
use crate::printer::PaperKind;
use crate::view::SubmissionShown;

impl Counter<'_> {
    /// Saves an answer, sends it, and starts printing its slip.
    ///
    /// # Errors
    /// `store` when it could not be saved: then nothing was sent.
    pub(crate) async fn submit_answer(
        &self,
        made: &Made,
        form: &Form,
        procedure: &Procedure,
    ) -> Result<SubmissionShown, Problem> {
        let Made { submission, files, token, to_show } = made;
        self.store.save_submission(submission, files).await.map_err(|error| {
            tracing::error!(%error, "an answer could not be saved");
            Problem::new("store")
        })?;
        let sent = self.hand_over(submission.id).await;
        let received_at = match &sent {
            Sent::Received(receipt) => Some(receipt.received_at),
            Sent::Waiting | Sent::Refused(_) => None,
        };
        let refused = matches!(sent, Sent::Refused(_));
        let (locale, answers) = (self.slips.locale, &submission.answers);
        // It is accepted and paid with its submission.
        let mut ladder = ladder(submission.made_at, received_at, None, None);
        ladder.retain(|rung| matches!(rung.name, RungName::Saved | RungName::Sent | RungName::Received));
        let followed = self.slips.address("d", token);
        let branch = self.slips.branch.as_ref();
        let slip = SupplementPaper {
            centre: branch.map(|branch| branch.name.clone()).unwrap_or_default(),
            code: submission.code.clone(),
            procedure_name: procedure.name.get(locale).to_owned(),
            made_at: submission.made_at,
            received_at,
            refused,
            papers_sent: files.iter().map(|file| form.evidence_name(&file.evidence, answers, locale)).collect(),
            to_show: to_show.clone(),
            message: answers.get("message").is_some(),
            ladder: ladder.clone(),
            qr: followed.clone(),
            phone: self.slips.phone(),
            reprint: false,
            trial: self.slips.prints.trial(),
        };
        let procedure_name = slip.procedure_name.clone();
        let (size, words) = (self.size, Words::of(locale));
        let compose = move |reprint| paper::supplement(&SupplementPaper { reprint, ..slip.clone() }, size, words);
        let print = self.slips.prints.start(PaperKind::Receipt, Arc::new(compose));
        Ok(SubmissionShown {
            code: submission.code.clone(),
            procedure_name,
            sent: received_at.is_some(),
            refused,
            received_at,
            qr: crate::paper::qr(&followed).map_err(|_| Problem::new("internal"))?,
            to_show: to_show.clone(),
            ladder,
            pay: None,
            time: None,
            supplement: true,
            print,
        })
    }
}
