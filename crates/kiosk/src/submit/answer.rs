//! The answer to what an officer asked for: it goes the way of a submission, and its slip says what it is.

use motcua_domain::catalogue::Procedure;
use motcua_domain::guide::Form;
use motcua_domain::paper::SupplementPaper;
use motcua_domain::wire::Problem;

use super::{Counter, Made, Slip, Submitted};

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
    ) -> Result<Submitted, Problem> {
        let (came, _) = self.hand_in(made).await?;
        let Made { submission, files, to_show, .. } = made;
        let (locale, answers) = (self.slips.locale, &submission.answers);
        let slip = SupplementPaper {
            centre: self.slips.branch.as_ref().map(|branch| branch.name.clone()).unwrap_or_default(),
            code: submission.code.clone(),
            procedure_name: procedure.name.get(locale).to_owned(),
            made_at: submission.made_at,
            received_at: None,
            refused: false,
            papers_sent: files.iter().map(|file| form.evidence_name(&file.evidence, answers, locale)).collect(),
            to_show: to_show.clone(),
            message: answers.get("message").is_some(),
            ladder: Vec::new(),
            qr: self.followed(made),
            phone: self.slips.phone(),
            reprint: false,
            trial: self.slips.prints.trial(),
        };
        self.print(made, Slip::Answer(Box::new(slip)), None, None, came)
    }
}
