//! Papers that an officer prints about a submission: Mẫu 02 to 06, and what is to be paid. Printing one is no act of
//! the central system; nothing of what is written on them is kept.

use std::sync::Arc;

use motcua_domain::calendar::Calendar;
use motcua_domain::catalogue::Procedure;
use motcua_domain::paper::{
    self, ControlPaper, DiscontinuationPaper, Document, ExtensionPaper, FormReady, FormWanted, OfficialPaper,
    PaymentSlipPaper, RefusalPaper, SupplementRequestPaper,
};
use motcua_domain::wire::{Problem, SubmissionDetail};
use motcua_domain::words::Words;
use uuid::Uuid;

use super::StaffDesk;
use super::submissions::LOCALE;
use crate::citizen::transfer;
use crate::printer::PaperKind;

impl StaffDesk {
    /// Starts printing the Mẫu 02 of what an officer asked for.
    ///
    /// # Errors
    /// `unknown-supplement`, `unknown-submission`, `token-missing`, `central-away`.
    pub async fn print_supplement_request(&self, submission: Uuid, request: Uuid) -> Result<u64, Problem> {
        let token = self.token()?;
        let detail = self.detail(submission).await?;
        let asked = detail.supplements.iter().find(|one| one.id == request);
        let asked = asked.cloned().ok_or_else(|| Problem::new("unknown-supplement"))?;
        let (of, _) = self.official(&detail).await?;
        let officer = self.myself().map(|(_, name)| name);
        let (at, papers, reason) = (asked.at, asked.papers, asked.text);
        let paper = SupplementRequestPaper { of, at, papers, reason, officer };
        self.print_official((&token, submission), PaperKind::SupplementRequest, paper.of.clone(), move |of, words| {
            paper::supplement_request(&SupplementRequestPaper { of, ..paper.clone() }, words)
        })
    }

    /// Starts printing a form that an officer filled in.
    ///
    /// # Errors
    /// As [`FormWanted::checked`] says, `unknown-submission`, `token-missing`, `central-away`.
    pub async fn print_form(&self, submission: Uuid, wanted: &FormWanted) -> Result<u64, Problem> {
        let token = self.token()?;
        let detail = self.detail(submission).await?;
        let now = self.clock.now();
        let ready = wanted.checked(detail.acceptance.as_ref(), now, Calendar::shipped())?;
        let (official, procedure) = self.official(&detail).await?;
        let officer = self.myself().map(|(_, name)| name);
        match ready {
            FormReady::Refusal { reason } => {
                self.print_official((&token, submission), PaperKind::Refusal, official, move |of, words| {
                    let paper = RefusalPaper { of, at: now, reason: reason.clone(), officer: officer.clone() };
                    paper::refusal(&paper, words)
                })
            }
            FormReady::Extension { of: accepted, reason, new_due_at } => {
                self.print_official((&token, submission), PaperKind::Extension, official, move |of, words| {
                    let (accepted_at, due_at) = (accepted.accepted_at, accepted.due_at);
                    let (reason, new_due_at) = (reason.clone(), Some(new_due_at));
                    paper::extension(&ExtensionPaper { of, accepted_at, due_at, new_due_at, reason }, words)
                })
            }
            FormReady::Discontinuation { of: accepted, reason } => {
                self.print_official((&token, submission), PaperKind::Discontinuation, official, move |of, words| {
                    let (accepted_at, reason) = (accepted.accepted_at, reason.clone());
                    paper::discontinuation(&DiscontinuationPaper { of, accepted_at, reason }, words)
                })
            }
            FormReady::Control => {
                let solves = procedure.map(|known| known.departments.join("; ")).filter(|names| !names.is_empty());
                self.print_official((&token, submission), PaperKind::Control, official, move |of, words| {
                    paper::control(&ControlPaper { of, at: now, solves: solves.clone() }, words)
                })
            }
        }
    }

    /// Starts printing what is to be paid for a submission, and how, as it stands now.
    ///
    /// # Errors
    /// `nothing-to-pay` while nobody said how much it is, or it is nothing, `unknown-submission`, `token-missing`,
    /// `central-away`.
    pub async fn print_payment(&self, submission: Uuid) -> Result<u64, Problem> {
        let token = self.token()?;
        let detail = self.detail(submission).await?;
        let payment = detail.payment.as_ref().ok_or_else(|| Problem::new("nothing-to-pay"))?;
        let total = payment.payment.expected.filter(|sum| sum.0 > 0).ok_or_else(|| Problem::new("nothing-to-pay"))?;
        let known = payment.lines.iter().filter_map(|line| Some((line.what.clone(), line.amount?)));
        let set = payment.not_reckoned().zip(payment.fee_set());
        let branch = self.link.known().branch.ok_or_else(|| Problem::new("central-away"))?;
        let code = detail.submission.code.clone();
        let paper = PaymentSlipPaper {
            lines: known.chain(set).collect(),
            total,
            state: payment.payment.state,
            transfer: branch.bank.as_ref().and_then(|bank| transfer(bank, total, &code)),
            centre: branch.name,
            procedure_name: self.procedure_name(&detail.submission.procedure),
            at: self.clock.now(),
            qr: code.clone(),
            code,
            reprint: false,
            trial: self.prints.trial(),
        };
        let (size, words) = (self.slips, Words::of(LOCALE));
        let compose = move |reprint| paper::payment_slip(&PaymentSlipPaper { reprint, ..paper.clone() }, size, words);
        let _session = self.still(&token)?;
        Ok(self.prints.start_of(submission, PaperKind::PaymentSlip, Arc::new(compose)))
    }

    /// Its reprints are counted with the submission. Nothing is printed for an officer who signed out meanwhile.
    fn print_official(
        &self,
        (token, submission): (&str, Uuid),
        kind: PaperKind,
        of: OfficialPaper,
        make: impl Fn(OfficialPaper, &'static Words) -> Document + Send + Sync + 'static,
    ) -> Result<u64, Problem> {
        let compose = move |reprint| make(OfficialPaper { reprint, ..of.clone() }, Words::of(LOCALE));
        let _session = self.still(token)?;
        Ok(self.prints.start_of(submission, kind, Arc::new(compose)))
    }

    /// What every official form says of a submission, and its procedure as it was then.
    async fn official(&self, detail: &SubmissionDetail) -> Result<(OfficialPaper, Option<Arc<Procedure>>), Problem> {
        let branch = self.link.known().branch.ok_or_else(|| Problem::new("central-away"))?;
        let submission = &detail.submission;
        let (form, procedure) = self.begun_on(submission).await?;
        let applicant = form.applicant(&submission.answers);
        // An official paper bears the name of the law, not the one people say.
        let official = procedure.as_deref().map_or(submission.procedure.as_str(), Procedure::official);
        let code = detail.acceptance.as_ref().map_or(&submission.code, |accepted| &accepted.dossier_code);
        let paper = OfficialPaper {
            agency: branch.agency,
            reception: branch.name,
            place: Some(branch.place),
            code: code.clone(),
            applicant_name: Some(applicant.name),
            address: applicant.address,
            phone: applicant.phone,
            email: None,
            procedure_name: official.to_owned(),
            reprint: false,
            trial: self.prints.trial(),
        };
        Ok((paper, procedure))
    }
}
