//! What becomes of a draft that is submitted, by its owner or by an officer for them: a submission with its
//! papers, saved so that it survives the power cord, sent, and a receipt that says how far it came.

mod answer;
mod submitted;

use std::collections::HashMap;
use std::time::Duration;

use motcua_domain::catalogue::Procedure;
use motcua_domain::guide::{Content, ContentPaper, Draft, Form, Surroundings};
use motcua_domain::paper::{PaperSize, ReceiptPaper};
use motcua_domain::time::Moment;
use motcua_domain::wire::{Assisted, AttachedFile, Confirmed, DraftRef, Problem, Submission, SubmissionTime};
use motcua_domain::words::Words;
use motcua_page::{Page, pdf};
use uuid::Uuid;

use crate::citizen::ToPay;
use crate::explain::deadline_words;
use crate::outbox::{Outbox, Sent, hex_sha256};
use crate::printer::PaperKind;
use crate::slip::Slips;
use crate::store::{Came, SavedFile, Store, random};
use crate::view::{PayShown, SubmissionShown};

use self::submitted::Slip;
pub(crate) use self::submitted::Submitted;

/// How long the person waits for the central system's word before the screen says "đã lưu, chưa nộp".
const PATIENCE: Duration = Duration::from_secs(8);

/// A draft that is to be submitted.
pub(crate) struct Ready<'a> {
    pub(crate) draft: &'a Draft,
    pub(crate) form: &'a Form,
    pub(crate) around: Surroundings<'a>,
    /// The pages of its papers, by their identity.
    pub(crate) files: &'a HashMap<String, Vec<u8>>,
    /// Its code, and the submission's.
    pub(crate) code: String,
    /// What the central system has of it.
    pub(crate) of: Option<DraftRef>,
}

/// A submission that was made of a draft, with what the person is told of it.
pub(crate) struct Made {
    pub(crate) submission: Submission,
    pub(crate) files: Vec<SavedFile>,
    /// The token in the address at which it is followed.
    token: String,
    /// Originals to bring or show later.
    pub(crate) to_show: Vec<String>,
}

impl Made {
    /// It will be confirmed on paper: that is how every consent is given, and it says what is signed. Answers
    /// with the hash of that.
    pub(crate) fn mark_for_signature(&mut self) -> String {
        let submission = &mut self.submission;
        for consent in &mut submission.consents {
            consent.method = "signed_review".to_owned();
        }
        // As the central system will have them; their names there are no part of what is signed.
        let document = |file: &SavedFile| AttachedFile {
            evidence: file.evidence.clone(),
            file: Uuid::nil(),
            sha256: file.sha256.clone(),
            size: file.bytes.len() as u64,
            media_type: file.media_type.clone(),
            pages: file.pages,
        };
        submission.documents = self.files.iter().map(document).collect();
        let content_sha256 = hex_sha256(submission.signed_json().as_bytes());
        submission.documents.clear();
        submission.assisted =
            Some(Assisted { confirmed: Confirmed::SignedReview, content_sha256: content_sha256.clone() });
        content_sha256
    }

    /// It was signed, of this revision of its draft.
    pub(crate) fn signed(&mut self, of: DraftRef, now: Moment) {
        let submission = &mut self.submission;
        submission.draft = Some(of);
        submission.made_at = now;
        for consent in &mut submission.consents {
            consent.at = now;
        }
    }
}

impl Ready<'_> {
    /// Makes what is sent: exactly what the review shows.
    ///
    /// # Errors
    /// `answers-missing` when the review is not complete, or a page is not there.
    pub(crate) fn make(&self) -> Result<Made, Problem> {
        let Self { draft, form, around, files, .. } = self;
        let Content { answers, consents, papers, to_show } =
            form.content(draft, around).map_err(|_| answers_missing())?;
        let token = follow_token();
        let submission = Submission {
            id: Uuid::now_v7(),
            code: self.code.clone(),
            procedure: form.procedure().to_owned(),
            form_version: form.version(),
            record_version: form.fits_all().then_some(around.procedure.version),
            made_at: around.now,
            language: around.locale.tag().to_owned(),
            answers,
            consents,
            documents: Vec::new(),
            draft: self.of,
            follow_sha256: Some(hex_sha256(token.as_bytes())),
            supplement: None,
            assisted: None,
        };
        let files = papers.iter().map(|paper| paper_file(paper, draft, files)).collect::<Result<_, _>>()?;
        Ok(Made { submission, files, token, to_show })
    }
}

/// A paper as one PDF of its pages.
fn paper_file(paper: &ContentPaper, draft: &Draft, files: &HashMap<String, Vec<u8>>) -> Result<SavedFile, Problem> {
    let page = |id: &String| {
        let known = draft.pages.iter().find(|page| page.id == *id)?;
        Some(Page { jpeg: files.get(id)?.clone(), width: known.width, height: known.height })
    };
    let pages: Vec<Page> = paper.pages.iter().map(page).collect::<Option<_>>().ok_or_else(answers_missing)?;
    let bytes = pdf(&pages);
    Ok(SavedFile {
        evidence: paper.evidence.clone(),
        media_type: "application/pdf".to_owned(),
        pages: u32::try_from(pages.len()).unwrap_or(u32::MAX),
        sha256: hex_sha256(&bytes),
        upload_key: Uuid::now_v7(),
        bytes,
    })
}

/// Where submissions are saved and sent, and their receipts printed.
pub(crate) struct Counter<'a> {
    pub(crate) store: &'a Store,
    pub(crate) outbox: &'a Outbox,
    pub(crate) slips: Slips<'a>,
    /// What receipts are printed on.
    pub(crate) size: PaperSize,
}

impl Counter<'_> {
    /// Saves a submission, sends it, and starts printing its receipt.
    ///
    /// # Errors
    /// `store` when it could not be saved: then nothing was submitted.
    pub(crate) async fn submit(&self, made: &Made, form: &Form, procedure: &Procedure) -> Result<Submitted, Problem> {
        let (came, held) = self.hand_in(made).await?;
        let Made { submission, files, to_show, .. } = made;
        // Nobody holds it before the central system says so.
        let time = held.or_else(|| form.time_wanted(&submission.answers).map(SubmissionTime::unsent));
        let locale = self.slips.locale;
        let branch = self.slips.branch.as_ref();
        let (answers, code) = (&submission.answers, &submission.code);
        let to_pay = ToPay::of(form, answers, submission.channel(), code, branch, locale);
        let applicant = form.applicant(answers);
        let receipt = ReceiptPaper {
            centre: branch.map(|b| b.name.clone()).unwrap_or_default(),
            code: code.clone(),
            procedure_name: procedure.name.get(locale).to_owned(),
            procedure_code: procedure.code.clone(),
            applicant_name: applicant.name,
            masked_number: applicant.number.map(|number| number.masked()).unwrap_or_default(),
            made_at: submission.made_at,
            received_at: None,
            sent: false,
            refused: false,
            papers_sent: files.iter().map(|file| form.evidence_name(&file.evidence, answers, locale)).collect(),
            to_show: to_show.clone(),
            fees: to_pay.lines,
            deadline_words: deadline_words(procedure, Words::of(locale)),
            time: time.clone(),
            delivery: form.delivery_in_words(answers, locale),
            ladder: Vec::new(),
            payment: to_pay.receipt,
            qr: self.followed(made),
            phone: self.slips.phone(),
            reprint: false,
            trial: self.slips.prints.trial(),
        };
        self.print(made, Slip::Receipt(Box::new(receipt)), to_pay.shown, time, came)
    }

    /// What its QR says.
    fn followed(&self, made: &Made) -> String {
        self.slips.address("d", &made.token)
    }

    /// Saves what was made, and sends it while the person waits: how far it came, and what became of the time
    /// that was chosen with it.
    async fn hand_in(&self, made: &Made) -> Result<(Came, Option<SubmissionTime>), Problem> {
        let id = made.submission.id;
        self.store.save_submission(&made.submission, &made.files).await.map_err(|error| {
            tracing::error!(%error, "a submission could not be saved");
            Problem::new("store")
        })?;
        let time = match tokio::time::timeout(PATIENCE, self.outbox.send(id)).await {
            Ok(Ok(Sent::Received(receipt))) => receipt.time,
            Ok(Err(error)) => {
                tracing::error!(%id, %error, "a saved submission could not be sent");
                None
            }
            Ok(Ok(Sent::Waiting | Sent::Refused(_))) | Err(_) => None,
        };
        // It is saved in any case; how far it came is told when it can be read again.
        Ok((self.store.came(id).await.unwrap_or_default(), time))
    }

    /// Starts printing the slip of what was made, and says what the screen shows.
    fn print(
        &self,
        made: &Made,
        slip: Slip,
        pay: Option<PayShown>,
        time: Option<SubmissionTime>,
        came: Came,
    ) -> Result<Submitted, Problem> {
        let shown = SubmissionShown {
            code: made.submission.code.clone(),
            procedure_name: slip.procedure_name().to_owned(),
            sent: false,
            refused: false,
            received_at: None,
            qr: crate::paper::qr(&self.followed(made)).map_err(|_| Problem::new("internal"))?,
            to_show: made.to_show.clone(),
            ladder: Vec::new(),
            pay,
            time,
            supplement: made.submission.supplement.is_some(),
            print: 0,
        };
        let mut submitted = Submitted::new(made.submission.id, slip, shown);
        submitted.came(came);
        let compose = submitted.composer(self.size, Words::of(self.slips.locale));
        submitted.shown.print = self.slips.prints.start_of(made.submission.id, PaperKind::Receipt, compose);
        Ok(submitted)
    }
}

/// The token in the address at which a submission is followed: 128 random bits, which nobody can guess.
fn follow_token() -> String {
    random::<16>().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn answers_missing() -> Problem {
    Problem::new("answers-missing")
}
