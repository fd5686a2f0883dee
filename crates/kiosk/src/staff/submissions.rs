use std::collections::BTreeMap;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use motcua_domain::catalogue::Procedure;
use motcua_domain::guide::{self, Form, ReviewRow, ReviewSection};
use motcua_domain::paper::{self, AcceptancePaper, AcceptedPaper};
use motcua_domain::wire::{
    Acceptance, AttachedFile, Branch, PaperTaken, Problem, Submission, SubmissionDetail, SubmissionLine,
    SubmissionState, SupplementAnswer, SupplementRequest,
};
use motcua_domain::words::{Locale, Words};
use uuid::Uuid;

use super::StaffDesk;
use crate::explain::deadline_words;
use crate::printer::PaperKind;
use crate::view::{
    AcceptedView, ChangeRow, FileLine, PaperLine, SubmissionRow, SubmissionView, SubmittedFor, SupplementAnswerView,
    TransferShown,
};

/// The console speaks Vietnamese.
pub(super) const LOCALE: Locale = Locale::Vi;
/// How wide a page of a file is drawn for the console, in pixels.
const PAGE_PIXELS: u32 = 1_000;

impl StaffDesk {
    /// The newest submissions.
    ///
    /// # Errors
    /// `token-missing`, `central-away`.
    pub async fn submissions(&self) -> Result<Vec<SubmissionRow>, Problem> {
        let token = self.token()?;
        let lines = self.ended_when_refused(self.central.submissions(&token).await)?;
        let row = |line: SubmissionLine| SubmissionRow { procedure_name: self.procedure_name(&line.procedure), line };
        Ok(lines.into_iter().map(row).collect())
    }

    /// One submission with its answers, files and papers.
    ///
    /// # Errors
    /// `unknown-submission`, `token-missing`, `central-away`.
    pub async fn submission(&self, id: Uuid) -> Result<SubmissionView, Problem> {
        let detail = self.detail(id).await?;
        let (form, _) = self.begun_on(&detail.submission).await?;
        let procedure_name = self.procedure_name(&detail.submission.procedure);
        let changes = match detail.submission.draft {
            Some(draft) => self.changes(&self.token()?, draft.id, &form).await?,
            None => Vec::new(),
        };
        let bank = self.link.known().branch.and_then(|branch| branch.bank);
        let transfer = detail.payment.as_ref().and_then(|detail| detail.payment.still_to_pay()).zip(bank);
        let transfer = transfer.and_then(|(sum, bank)| TransferShown::of(&bank, sum, &detail.submission.code));
        Ok(SubmissionView { transfer, ..shown(detail, &form, procedure_name, changes) })
    }

    /// A page of a file, drawn, as a `data:` URL of a PNG.
    ///
    /// # Errors
    /// `unknown-file`, `scan-unreadable`, `token-missing`, `central-away`.
    pub async fn file_page(&self, file: Uuid, page: u32) -> Result<String, Problem> {
        let token = self.token()?;
        let (bytes, media_type) = self.ended_when_refused(self.central.file(&token, file).await)?;
        let draw = move || motcua_page::page_picture(&bytes, &media_type, page, PAGE_PIXELS);
        let picture = tokio::task::spawn_blocking(draw).await.map_err(|_| Problem::new("scan-unreadable"))??;
        Ok(format!("data:image/png;base64,{}", STANDARD.encode(picture)))
    }

    /// Accepts a submission, and prints Mẫu 01 with the dossier's code.
    ///
    /// # Errors
    /// `already-accepted`, `unknown-submission`, `token-missing`, `central-away`.
    pub async fn accept(&self, id: Uuid, papers: BTreeMap<String, PaperTaken>) -> Result<AcceptedView, Problem> {
        let token = self.token()?;
        let accepted = self.ended_when_refused(self.central.accept(&token, id, papers, Uuid::now_v7()).await);
        let detail = self.detail(id).await?;
        let acceptance = match (accepted, &detail.acceptance) {
            // The answer to an earlier press was lost: it is this officer's own acceptance.
            (Err(problem), Some(earlier)) if problem.code == "already-accepted" && self.is_me(&earlier.officer) => {
                earlier.clone()
            }
            (accepted, _) => accepted?,
        };
        let branch = self.link.known().branch.ok_or_else(|| Problem::new("central-away"))?;
        let words = Words::of(LOCALE);
        let (form, procedure) = self.begun_on(&detail.submission).await?;
        let paper = mau_01(&branch, &detail, &acceptance, &form, procedure.as_deref(), self.prints.trial());
        let compose = move |reprint| paper::acceptance(&AcceptancePaper { reprint, ..paper.clone() }, words);
        // It is accepted all the same: its officer finds it so after signing in again.
        let _session = self.still(&token)?;
        let print = self.prints.start_of(id, PaperKind::Acceptance, Arc::new(compose));
        Ok(AcceptedView { acceptance, print })
    }

    fn is_me(&self, officer: &str) -> bool {
        self.session().as_ref().is_some_and(|session| session.who.name == officer)
    }

    pub(super) async fn detail(&self, id: Uuid) -> Result<SubmissionDetail, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.submission(&token, id).await)
    }

    /// The form a submission was answered on, and the procedure as it was then.
    pub(super) async fn begun_on(
        &self,
        submission: &Submission,
    ) -> Result<(Arc<Form>, Option<Arc<Procedure>>), Problem> {
        let unknown = || Problem::new("form-version-unknown");
        let known = self.catalogue.procedure(&submission.procedure).ok();
        let Some(version) = submission.record_version else {
            let form = self.catalogue.forms().form(&submission.procedure, submission.form_version).cloned();
            return Ok((form.ok_or_else(unknown)?, known));
        };
        let procedure = match known.filter(|known| known.version == version) {
            Some(known) => known,
            None => {
                let token = self.token()?;
                let answer = self.central.procedure_in(&token, &submission.procedure, version).await;
                Arc::new(self.ended_when_refused(answer)?)
            }
        };
        let form = guide::any_form(&procedure).map_err(|_| unknown())?;
        Ok((Arc::new(form), Some(procedure)))
    }

    pub(super) fn procedure_name(&self, code: &str) -> String {
        self.catalogue
            .procedure(code)
            .map_or_else(|_| code.to_owned(), |procedure| procedure.name.get(LOCALE).to_owned())
    }
}

fn shown(detail: SubmissionDetail, form: &Form, procedure_name: String, changes: Vec<ChangeRow>) -> SubmissionView {
    let SubmissionDetail {
        submission,
        received_at,
        acceptance,
        payment,
        supplements,
        supplement_answers,
        helped_by,
        submitted_by,
        time,
        reprints,
        ..
    } = detail;
    let papers = form.evidence_in_words(&submission.answers, LOCALE);
    let files = submission.documents.iter().map(|document| FileLine {
        id: document.file.to_string(),
        name: form.evidence_name(&document.evidence, &submission.answers, LOCALE),
        pages: document.pages,
        size: document.size,
    });
    let texts = guide::consent_texts(LOCALE);
    let consents = submission.consents.iter().map(|consent| ReviewRow {
        label: texts
            .iter()
            .find(|(purpose, ..)| *purpose == consent.purpose)
            .map_or_else(|| consent.purpose.clone(), |(_, title, _)| title.clone()),
        value: consent.at.local().strftime("%H:%M %d/%m/%Y").to_string(),
    });
    let words = Words::of(LOCALE);
    let time = time.map(|time| ReviewSection {
        page: "time".to_owned(),
        title: words.say("staff-submission-time"),
        rows: vec![ReviewRow { label: time.title(words), value: time.in_words(words) }],
    });
    SubmissionView {
        line: SubmissionLine {
            id: submission.id,
            code: submission.code.clone(),
            procedure: submission.procedure.clone(),
            received_at,
            applicant: form.applicant(&submission.answers).name,
            state: if acceptance.is_some() { SubmissionState::Accepted } else { SubmissionState::Received },
            dossier_code: acceptance.as_ref().map(|a| a.dossier_code.clone()),
            files: submission.documents.len() as u32,
            answered: supplements.iter().any(|asked| asked.done_at.is_none() && asked.answered_at.is_some()),
        },
        procedure_name,
        sections: form.answers_at_console(&submission.answers, LOCALE).into_iter().chain(time).collect(),
        consents: consents.collect(),
        files: files.collect(),
        papers: papers
            .iter()
            .map(|paper| PaperLine {
                evidence: paper.evidence.clone(),
                name: paper.name.clone(),
                originals: paper.originals,
                copies: paper.copies,
            })
            .collect(),
        acceptance,
        delivery: form.delivery_in_words(&submission.answers, LOCALE),
        payment,
        transfer: None,
        supplement_answers: answered(&supplements, supplement_answers),
        supplements,
        helped_by,
        reprints,
        changes,
        submitted_by: submitted_by.map(|by| SubmittedFor {
            mark: paper::content_mark(&by.content_sha256).to_owned(),
            officer: by.officer,
            printed_at: by.printed_at,
        }),
    }
}

/// What applicants sent in answer to requests, with each paper's name or the message's title before what was
/// said of it.
fn answered(requests: &[SupplementRequest], answers: Vec<SupplementAnswer>) -> Vec<SupplementAnswerView> {
    let view = |answer: SupplementAnswer| {
        let request = requests.iter().find(|request| request.id == answer.request)?;
        let form = guide::supplement_form(request).ok()?;
        let row = |section: ReviewSection| {
            let title = section.title;
            section.rows.into_iter().map(move |row| ReviewRow { label: title.clone(), value: row.value })
        };
        let file = |document: &AttachedFile| FileLine {
            id: document.file.to_string(),
            name: form.evidence_name(&document.evidence, &answer.answers, LOCALE),
            pages: document.pages,
            size: document.size,
        };
        Some(SupplementAnswerView {
            rows: form.answers_in_words(&answer.answers, LOCALE).into_iter().flat_map(row).collect(),
            files: answer.documents.iter().map(file).collect(),
            id: answer.id,
            request: answer.request,
            received_at: answer.received_at,
        })
    };
    answers.into_iter().filter_map(view).collect()
}

/// The facts of Mẫu 01 for a dossier that was just accepted.
fn mau_01(
    branch: &Branch,
    detail: &SubmissionDetail,
    acceptance: &Acceptance,
    form: &Form,
    procedure: Option<&Procedure>,
    trial: bool,
) -> AcceptancePaper {
    let SubmissionDetail { submission, payment, .. } = detail;
    let answers = &submission.answers;
    let applicant = form.applicant(answers);
    let mut fees = form.fees(answers, submission.channel(), LOCALE);
    fees.extend(payment.as_ref().and_then(|detail| detail.not_reckoned().zip(detail.fee_set())));
    let deadline = procedure.map(|procedure| deadline_words(procedure, Words::of(LOCALE)));
    // An act bears the name of the law, not the one people say.
    let procedure_name = procedure.map_or(submission.procedure.as_str(), Procedure::official).to_owned();
    let mut papers: Vec<AcceptedPaper> = Vec::new();
    for line in form.evidence_in_words(answers, LOCALE) {
        let taken = acceptance.papers.get(&line.evidence).copied().unwrap_or_default();
        let files = submission.documents.iter().filter(|d| d.evidence == line.evidence).count() as u32;
        if taken != PaperTaken::default() || files > 0 {
            papers.push(AcceptedPaper { name: line.name, originals: taken.originals, copies: taken.copies, files });
        }
    }
    AcceptancePaper {
        agency: branch.agency.clone(),
        reception: branch.name.clone(),
        place: Some(branch.place.clone()),
        dossier_code: acceptance.dossier_code.clone(),
        applicant_name: Some(applicant.name),
        masked_number: applicant.number.map(|number| number.masked()),
        address: applicant.address,
        phone: applicant.phone,
        email: None,
        procedure_name,
        papers,
        sets: Some(1),
        deadline_words: deadline.filter(|words| !words.is_empty()),
        accepted_at: acceptance.accepted_at,
        due_at: acceptance.due_at,
        result_at: Some(form.result_in_words(answers, LOCALE)),
        fees,
        book: Some(acceptance.book),
        line: Some(acceptance.line),
        officer: Some(acceptance.officer.clone()),
        reprint: false,
        trial,
    }
}
