use std::collections::BTreeMap;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use motcua_domain::guide::{self, Form, ReviewRow};
use motcua_domain::paper::{self, AcceptancePaper};
use motcua_domain::wire::{PaperTaken, Problem, SubmissionDetail, SubmissionLine, SubmissionState};
use motcua_domain::words::{Locale, Words};
use uuid::Uuid;

use super::StaffDesk;
use crate::scanner;
use crate::view::{AcceptedView, FileLine, PaperLine, SubmissionRow, SubmissionView};

/// The console speaks Vietnamese.
const LOCALE: Locale = Locale::Vi;
/// How wide a page of a file is drawn for the console, in pixels.
const PAGE_PIXELS: u32 = 1_000;

impl StaffDesk {
    /// The newest submissions.
    ///
    /// # Errors
    /// `not-signed-in`, `central-away`.
    pub async fn submissions(&self) -> Result<Vec<SubmissionRow>, Problem> {
        let token = self.token()?;
        let lines = self.ended_when_refused(self.central.submissions(&token).await)?;
        let row = |line: SubmissionLine| SubmissionRow { procedure_name: procedure_name(&line.procedure), line };
        Ok(lines.into_iter().map(row).collect())
    }

    /// One submission with its answers, files and papers.
    ///
    /// # Errors
    /// `unknown-submission`, `not-signed-in`, `central-away`.
    pub async fn submission(&self, id: Uuid) -> Result<SubmissionView, Problem> {
        let detail = self.detail(id).await?;
        shown(detail)
    }

    /// A page of a file, drawn, as a `data:` URL of a PNG.
    ///
    /// # Errors
    /// `unknown-file`, `scan-unreadable`, `not-signed-in`, `central-away`.
    pub async fn file_page(&self, file: Uuid, page: u32) -> Result<String, Problem> {
        let token = self.token()?;
        let (bytes, media_type) = self.ended_when_refused(self.central.file(&token, file).await)?;
        let draw = move || scanner::page_picture(&bytes, &media_type, page, PAGE_PIXELS);
        let picture = tokio::task::spawn_blocking(draw).await.map_err(|_| Problem::new("scan-unreadable"))??;
        Ok(format!("data:image/png;base64,{}", STANDARD.encode(picture)))
    }

    /// Accepts a submission, and prints Mẫu 01 with the dossier's code.
    ///
    /// # Errors
    /// `already-accepted`, `unknown-submission`, `not-signed-in`, `central-away`.
    pub async fn accept(&self, id: Uuid, papers: BTreeMap<String, PaperTaken>) -> Result<AcceptedView, Problem> {
        let token = self.token()?;
        // One key for the submission: a second tap, or a lost answer, is the same acceptance.
        let acceptance = self.ended_when_refused(self.central.accept(&token, id, papers, id).await)?;
        let detail = self.detail(id).await?;
        let form = form_of(&detail)?;
        let branch = self.link.known().branch.ok_or_else(|| Problem::new("central-away"))?;
        let words = Words::of(LOCALE);
        let paper = AcceptancePaper::of(&branch, &detail.submission, &acceptance, form, words, self.prints.trial());
        let compose = move |reprint| paper::acceptance(&AcceptancePaper { reprint, ..paper.clone() }, words);
        let print = self.prints.start("acceptance", Arc::new(compose));
        Ok(AcceptedView { acceptance, print })
    }

    async fn detail(&self, id: Uuid) -> Result<SubmissionDetail, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.submission(&token, id).await)
    }
}

fn form_of(detail: &SubmissionDetail) -> Result<&'static Form, Problem> {
    guide::form(&detail.submission.procedure, detail.submission.form_version)
        .ok_or_else(|| Problem::new("form-version-unknown"))
}

fn procedure_name(code: &str) -> String {
    crate::citizen::known(code).map_or_else(|_| code.to_owned(), |procedure| procedure.name.get(LOCALE).to_owned())
}

fn shown(detail: SubmissionDetail) -> Result<SubmissionView, Problem> {
    let form = form_of(&detail)?;
    let SubmissionDetail { submission, received_at, acceptance } = detail;
    let papers = form.evidence_in_words(&submission.answers, LOCALE);
    let names: BTreeMap<&str, &str> = papers.iter().map(|p| (p.evidence.as_str(), p.name.as_str())).collect();
    let files = submission.documents.iter().map(|document| FileLine {
        id: document.file.to_string(),
        name: names.get(document.evidence.as_str()).map_or_else(|| document.evidence.clone(), |n| (*n).to_owned()),
        pages: document.pages,
        size: document.size,
    });
    let texts = guide::consent_texts(LOCALE);
    let consents = submission.consents.iter().map(|consent| ReviewRow {
        label: texts
            .iter()
            .find(|text| text.purpose == consent.purpose)
            .map_or_else(|| consent.purpose.clone(), |text| text.title.clone()),
        value: consent.at.local().strftime("%H:%M %d/%m/%Y").to_string(),
    });
    Ok(SubmissionView {
        line: SubmissionLine {
            id: submission.id,
            code: submission.code.clone(),
            procedure: submission.procedure.clone(),
            received_at,
            applicant: form.applicant(&submission.answers).name.unwrap_or_default(),
            state: if acceptance.is_some() { SubmissionState::Accepted } else { SubmissionState::Received },
            dossier_code: acceptance.as_ref().map(|a| a.dossier_code.clone()),
            files: submission.documents.len() as u32,
        },
        procedure_name: procedure_name(&submission.procedure),
        sections: form.answers_in_words(&submission.answers, LOCALE),
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
    })
}
