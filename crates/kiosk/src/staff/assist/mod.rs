//! An officer helps with a draft whose owner agreed: it is in the officer's hand until they give it back,
//! the owner takes it back, or it is submitted.

mod changes;
mod sign;

use std::collections::HashMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use motcua_domain::catalogue::ChannelKind;
use motcua_domain::guide::{ChoiceView, Draft, Form, Sources, Surroundings};
use motcua_domain::wire::{DraftChange, DraftContent, Problem, SaveDraft, SharedDraft};
use motcua_domain::words::{Locale, Words};
use serde_json::Value;
use uuid::Uuid;

use self::sign::Review;
use super::StaffDesk;
use crate::citizen::Answers;
use crate::draft_key::{base64, bytes, new_code};
use crate::outbox::hex_sha256;
use crate::sealed_draft::{self, Begun, changed, damaged, page_place};
use crate::store::Seal;
use crate::times::service_of;
use crate::view::{AssistView, SharedRow, TimesOffered};

/// The console speaks Vietnamese.
const LOCALE: Locale = Locale::Vi;

/// The draft an officer has in hand. It lives in memory, and goes with the officer.
pub(super) struct Assist {
    id: Uuid,
    kiosk: String,
    key: [u8; 32],
    found: DraftContent,
    begun: Begun,
    /// Its code, and the submission's.
    code: String,
    /// As it was saved last.
    last: Draft,
    /// Pages that were fetched.
    pages: HashMap<String, Vec<u8>>,
    /// What was printed of it to be signed.
    review: Option<Review>,
}

impl StaffDesk {
    /// Drafts whose owners want help now.
    ///
    /// # Errors
    /// `token-missing`, `central-away`.
    pub async fn shared_drafts(&self) -> Result<Vec<SharedRow>, Problem> {
        let token = self.token()?;
        let shared = self.ended_when_refused(self.central.shared_drafts(&token).await)?;
        let row = |draft: SharedDraft| SharedRow { procedure_name: self.procedure_name(&draft.procedure), draft };
        Ok(shared.into_iter().map(row).collect())
    }

    /// Takes a shared draft in hand. One that cannot be opened here goes back to its owner at once.
    ///
    /// # Errors
    /// `draft-not-shared` when its owner took it back, `form-version-gone`, `draft-damaged`, `token-missing`,
    /// `central-away`.
    pub async fn assist_take(&self, id: Uuid) -> Result<AssistView, Problem> {
        let token = self.token()?;
        let shared = self.ended_when_refused(self.central.shared_drafts(&token).await)?;
        let kiosk = shared.into_iter().find(|draft| draft.id == id).ok_or_else(not_shared)?.device_name;
        let opened = self.assist_open_taken(&token, id, kiosk).await;
        if opened.is_err()
            && let Err(problem) = self.central.give_draft_back(&token, id).await
        {
            tracing::warn!(code = problem.code, "a draft that could not be opened was not given back");
        }
        let (hand, view) = opened?;
        *self.assist.lock().await = Some(hand);
        Ok(view)
    }

    async fn assist_open_taken(&self, token: &str, id: Uuid, kiosk: String) -> Result<(Assist, AssistView), Problem> {
        let opened = self.ended_when_refused(self.central.take_draft(token, id).await)?;
        let found = DraftContent { opening: opened.opening, ..self.central.draft_as(token, id).await? };
        let key = found.key.as_deref().ok_or_else(not_shared)?;
        let key: [u8; 32] = bytes(key).ok().and_then(|key| key.try_into().ok()).ok_or_else(damaged)?;
        let sealed = bytes(&found.content).map_err(|_| damaged())?;
        let begun = sealed_draft::open(id, &Seal::new(&key), &sealed, &self.catalogue)?;
        let last = begun.draft.clone();
        let code = begun.code.clone().unwrap_or_else(|| new_code().to_string());
        let hand = Assist { id, kiosk, key, found, begun, code, last, pages: HashMap::new(), review: None };
        let view = self.assisted(&hand).await?;
        Ok((hand, view))
    }

    /// The draft in hand as it stands.
    ///
    /// # Errors
    /// `nothing-begun`.
    pub async fn assist_view(&self) -> Result<AssistView, Problem> {
        let assist = self.assist.lock().await;
        self.assisted(assist.as_ref().ok_or_else(nothing_in_hand)?).await
    }

    /// "Tiếp tục" for the owner.
    ///
    /// # Errors
    /// `page-out-of-date`, `unknown-field`; `draft-elsewhere` when its owner took it back: then it is in
    /// hand no more; `central-away`: then nothing was changed.
    pub async fn assist_next(&self, page: &str, answers: &Answers) -> Result<AssistView, Problem> {
        self.assist_change(|form, draft, around| form.next(draft, page, &answers.0, around)).await
    }

    /// "Quay lại" for the owner.
    ///
    /// # Errors
    /// As [`StaffDesk::assist_next`].
    pub async fn assist_back(&self, page: &str, answers: &Answers) -> Result<AssistView, Problem> {
        self.assist_change(|form, draft, around| form.back(draft, page, &answers.0, around)).await
    }

    /// "Sửa" on the review.
    ///
    /// # Errors
    /// As [`StaffDesk::assist_next`].
    pub async fn assist_open(&self, page: &str) -> Result<AssistView, Problem> {
        self.assist_change(|form, draft, around| form.open(draft, page, around)).await
    }

    /// A page of a paper, as a `data:` URL.
    ///
    /// # Errors
    /// `page-unknown`, `draft-damaged`, `token-missing`, `central-away`.
    pub async fn assist_page(&self, page: &str) -> Result<String, Problem> {
        let token = self.token()?;
        let mut assist = self.assist.lock().await;
        let hand = assist.as_mut().ok_or_else(nothing_in_hand)?;
        self.assist_fetch(&token, hand, page).await?;
        let picture = hand.pages.get(page).ok_or_else(|| Problem::new("page-unknown"))?;
        Ok(format!("data:image/jpeg;base64,{}", STANDARD.encode(picture)))
    }

    /// Has a page of a paper here.
    async fn assist_fetch(&self, token: &str, hand: &mut Assist, page: &str) -> Result<(), Problem> {
        let unknown = || Problem::new("page-unknown");
        let known = hand.begun.draft.pages.iter().find(|known| known.id == page).ok_or_else(unknown)?;
        if hand.pages.contains_key(page) {
            return Ok(());
        }
        let file: Uuid = page.parse().map_err(|_| unknown())?;
        let sealed = self.central.draft_file_as(token, hand.id, file).await?;
        let opened = Seal::new(&hand.key).open(&sealed, &page_place(hand.id, file)).map_err(|_| damaged())?;
        if hex_sha256(&opened) != known.sha256 {
            return Err(damaged());
        }
        hand.pages.insert(page.to_owned(), opened);
        Ok(())
    }

    /// Gives the draft back to its owner's kiosk.
    ///
    /// # Errors
    /// `token-missing`, `central-away`: then it is in hand still.
    pub async fn assist_give_back(&self) -> Result<(), Problem> {
        let token = self.token()?;
        let mut assist = self.assist.lock().await;
        let Some(id) = assist.as_ref().map(|assist| assist.id) else { return Ok(()) };
        match self.ended_when_refused(self.central.give_draft_back(&token, id).await) {
            Err(problem) if problem.code == "central-away" => return Err(problem),
            // What was taken back, or is no draft any more, is in hand no more either.
            _ => *assist = None,
        }
        Ok(())
    }

    async fn assist_change(
        &self,
        step: impl FnOnce(&Form, &mut Draft, &Surroundings<'_>) -> Result<(), Problem>,
    ) -> Result<AssistView, Problem> {
        let mut assist = self.assist.lock().await;
        let hand = assist.as_mut().ok_or_else(nothing_in_hand)?;
        let mut draft = hand.begun.draft.clone();
        step(&hand.begun.form, &mut draft, &self.assist_around(&hand.begun))?;
        if let Err(problem) = self.assist_save(hand, &draft).await {
            if is_lost(&problem) {
                *assist = None;
            }
            return Err(problem);
        }
        hand.begun.draft = draft;
        self.assisted(hand).await
    }

    async fn assist_save(&self, hand: &mut Assist, draft: &Draft) -> Result<(), Problem> {
        let token = self.token()?;
        let fields = changed(Some(&hand.last), draft);
        let content = sealed_draft::close(
            hand.id,
            &Seal::new(&hand.key),
            draft,
            &hand.begun.form,
            &hand.begun.procedure,
            &hand.code,
        )
        .map_err(|_| Problem::new("internal"))?;
        let change = DraftChange { at: self.clock.now(), page: hand.last.page.clone(), fields };
        let save = SaveDraft {
            found_by: hand.found.found_by.clone(),
            opening: hand.found.opening,
            revision: hand.found.revision + 1,
            procedure: draft.procedure.clone(),
            form_version: draft.form_version,
            proofs: hand.found.proofs.clone(),
            content: base64(&content),
            files: draft.pages.iter().filter_map(|page| page.id.parse().ok()).collect(),
            wrong_proofs: 0,
            changes: Some(change).into_iter().filter(|change| !change.fields.is_empty()).collect(),
        };
        let saved = self.ended_when_refused(self.central.save_draft_as(&token, hand.id, &save).await)?;
        hand.found.revision = saved.revision;
        hand.last = draft.clone();
        Ok(())
    }

    async fn assisted(&self, hand: &Assist) -> Result<AssistView, Problem> {
        let token = self.token()?;
        Ok(AssistView {
            id: hand.id,
            kiosk: hand.kiosk.clone(),
            guide: hand.begun.form.view(&hand.begun.draft, &self.assist_around(&hand.begun)),
            changes: self.changes(&token, hand.id, &hand.begun.form).await?,
            code: hand.code.clone(),
            review: hand.review.as_ref().map(|review| review.view(&hand.begun.draft)),
        })
    }

    /// The times that can be chosen with the draft in hand, as a list.
    ///
    /// # Errors
    /// `assist-nothing`, `token-missing`, or what the central system refuses with.
    pub async fn assist_times(&self) -> Result<Vec<ChoiceView>, Problem> {
        let token = self.token()?;
        let (procedure, chosen) = {
            let assist = self.assist.lock().await;
            let Begun { form, draft, procedure, .. } = &assist.as_ref().ok_or_else(nothing_in_hand)?.begun;
            (procedure.clone(), form.time_wanted(&Value::Object(draft.answers.clone())))
        };
        let branch = self.link.known().branch;
        let answer = match branch.as_ref().and_then(|branch| service_of(branch, &procedure)) {
            None => Ok(Vec::new()),
            Some(service) => self.ended_when_refused(self.central.slots(Some(&token), service).await),
        };
        Ok(TimesOffered::of(answer, branch.as_ref(), self.clock.now())?.choices(chosen, Words::of(LOCALE)))
    }

    fn assist_around<'a>(&self, begun: &'a Begun) -> Surroundings<'a> {
        let branch = self.link.known().branch;
        Surroundings {
            locale: LOCALE,
            now: self.clock.now(),
            reader: false,
            // Pages come from the kiosk where their owner stands.
            sources: Sources::default(),
            procedure: &begun.procedure,
            units: self.units.units(),
            postage: branch.as_ref().and_then(|branch| branch.postage),
            channel: ChannelKind::Online,
            hours: branch.map(|branch| branch.hours).unwrap_or_default(),
        }
    }
}

/// Whether a draft is in hand no more after this: its owner took it back, or it is no draft any more.
fn is_lost(problem: &Problem) -> bool {
    ["draft-elsewhere", "draft-gone", "unknown-draft"].contains(&problem.code.as_str())
}

fn not_shared() -> Problem {
    Problem::new("draft-not-shared")
}

fn nothing_in_hand() -> Problem {
    Problem::new("assist-nothing")
}
