//! An officer helps with the draft of this visit: its owner agrees, sees who has it in hand and what they
//! do, and can take it back at any time.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use motcua_domain::wire::{DraftContent, DraftEditor, Problem, ShareDraft};
use tokio::sync::Notify;
use uuid::Uuid;

use super::CitizenDesk;
use super::guide::nothing_begun;
use crate::central::Refusal;
use crate::draft_key::{base64, bytes};
use crate::sealed_draft::{self, Begun, damaged};
use crate::store::Seal;
use crate::view::{AssistState, CitizenNews};

/// Which wording its owner agrees to. Raise it with every change of what `assist-ask-text` says.
const CONSENT_TEXT_VERSION: u32 = 2;

/// How often it is looked who has the draft in hand, while it is shared.
const LOOK: Duration = Duration::from_millis(1_000);

/// How long one waits until the last answer is at the central system before the draft is shared.
const PATIENCE: Duration = Duration::from_secs(4);

/// The sharing of the draft of this visit.
#[derive(Default)]
pub(super) struct Assist {
    now: Mutex<Now>,
    changed: Notify,
}

#[derive(Clone, Default)]
struct Now {
    state: AssistState,
    /// The draft that is shared.
    draft: Option<Uuid>,
    /// The revision of the officer's that is shown.
    revision: u32,
    /// Drafts of visits that are over: they are taken back as soon as no officer has them in hand.
    left: Vec<Uuid>,
}

impl Assist {
    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().expect("no thread panics holding this")
    }

    /// Nobody shares anything any more: the visit is over, or another draft was begun.
    pub(super) fn end(&self) {
        let mut now = self.now();
        let shared = now.draft.take();
        now.left.extend(shared);
        (now.state, now.revision) = (AssistState::Alone, 0);
        self.changed.notify_one();
    }

    /// Whether an officer has this draft in hand.
    pub(super) fn officer_edits(&self) -> bool {
        matches!(self.now().state, AssistState::Officer { .. })
    }

    fn set(&self, draft: Uuid, state: AssistState, revision: u32) -> bool {
        let mut now = self.now();
        let same = now.draft == Some(draft);
        if same {
            (now.state, now.revision) = (state, revision);
        }
        same
    }
}

impl CitizenDesk {
    /// Who has the draft in hand.
    pub fn assist_state(&self) -> AssistState {
        self.assist.now().state.clone()
    }

    /// Its owner agrees that officers open the draft and help with it, for this visit.
    ///
    /// # Errors
    /// `nothing-begun` before anything of it is kept, `assist-not-saved` while the last answer has not
    /// reached the central system, `draft-elsewhere`, `central-away`.
    pub async fn assist_share(&self) -> Result<AssistState, Problem> {
        let visit = self.visit.lock().await;
        let kept = &visit.guide.as_ref().filter(|guide| guide.kept.revision > 0).ok_or_else(nothing_begun)?.kept;
        let id = kept.id;
        // What an officer opens is what its owner sees.
        let pushed = tokio::time::timeout(PATIENCE, self.drafts.push(id)).await;
        if !matches!(pushed, Ok(Ok(true))) {
            return Err(Problem::new("assist-not-saved"));
        }
        let share = ShareDraft {
            key: base64(kept.key()),
            opening: kept.opening,
            text_version: CONSENT_TEXT_VERSION,
            at: self.clock.now(),
        };
        self.central.share_draft(id, &share).await?;
        let mut now = self.assist.now();
        (now.state, now.draft, now.revision) = (AssistState::Shared, Some(id), kept.revision);
        drop(now);
        self.assist.changed.notify_one();
        Ok(AssistState::Shared)
    }

    /// Its owner takes the draft back: officers can open it no more.
    ///
    /// # Errors
    /// `draft-not-shared`, `central-away`: then it is as it was.
    pub async fn assist_take_back(&self) -> Result<AssistState, Problem> {
        let Some(id) = self.assist.now().draft else { return Ok(AssistState::Alone) };
        let opened = self.central.take_draft_back(id).await?;
        let draft = self.central.draft(id).await?;
        self.in_hand_again(&DraftContent { opening: opened.opening, ..draft }).await?;
        self.assist.now().draft = None;
        self.assist.end();
        self.tell(CitizenNews::Guide);
        Ok(AssistState::Alone)
    }

    /// Follows what an officer does with the draft, for as long as the program runs.
    pub async fn follow_assist(self: Arc<Self>) {
        loop {
            let Now { draft, left, .. } = self.assist.now().clone();
            if draft.is_none() && left.is_empty() {
                self.assist.changed.notified().await;
                continue;
            }
            for id in left {
                if self.is_back(id).await {
                    self.assist.now().left.retain(|known| *known != id);
                }
            }
            if let Some(id) = draft
                && let Err(problem) = self.look_at(id).await
            {
                tracing::warn!(code = problem.code, "a shared draft could not be looked at");
            }
            let _ = tokio::time::timeout(LOOK, self.assist.changed.notified()).await;
        }
    }

    /// Takes back what somebody shared who has left; an officer who has it in hand may finish first.
    async fn is_back(&self, id: Uuid) -> bool {
        match self.central.draft(id).await {
            Ok(DraftContent { editor: DraftEditor::Officer { .. }, .. }) => false,
            Ok(_) => match self.central.take_draft_back(id).await {
                Ok(_) => true,
                Err(problem) => problem.code != "central-away",
            },
            Err(Refusal::Never(_)) => true,
            Err(_) => false,
        }
    }

    async fn look_at(&self, id: Uuid) -> Result<(), Problem> {
        let draft = match self.central.draft(id).await {
            Ok(draft) => draft,
            // It was submitted by the officer: it is no draft any more.
            Err(Refusal::Never(problem)) if problem.code == "unknown-draft" => return self.submitted_for(id).await,
            Err(refusal) => return Err(refusal.into()),
        };
        let before = self.assist.now().clone();
        if before.draft != Some(id) {
            return Ok(());
        }
        match (&draft.editor, &before.state) {
            (DraftEditor::Officer { name }, state) => {
                self.measures.assisted();
                let now = AssistState::Officer { name: name.clone() };
                if now != *state || draft.revision != before.revision {
                    self.show(&draft).await?;
                    self.assist.set(id, now, draft.revision);
                    self.tell(CitizenNews::Guide);
                }
            }
            (DraftEditor::Kiosk { .. }, AssistState::Officer { .. }) => {
                self.in_hand_again(&draft).await?;
                self.assist.set(id, AssistState::Shared, draft.revision);
                self.tell(CitizenNews::Guide);
            }
            (DraftEditor::Kiosk { .. }, _) => {}
        }
        Ok(())
    }

    /// Shows the draft as the officer left it.
    async fn show(&self, draft: &DraftContent) -> Result<(), Problem> {
        let mut visit = self.visit.lock().await;
        let Some(guide) = visit.guide.as_mut().filter(|guide| guide.kept.id == draft.id) else { return Ok(()) };
        let sealed = bytes(&draft.content).map_err(|_| damaged())?;
        let Begun { draft: theirs, .. } =
            sealed_draft::open(draft.id, &Seal::new(guide.kept.key()), &sealed, &self.catalogue)?;
        self.measure_turned(guide, &theirs.page);
        // Pages come from the kiosk alone: an officer can only take some away.
        guide.draft = theirs;
        Ok(())
    }

    /// The kiosk has the draft in hand again, as the officer left it.
    async fn in_hand_again(&self, draft: &DraftContent) -> Result<(), Problem> {
        self.show(draft).await?;
        let mut visit = self.visit.lock().await;
        let Some(guide) = visit.guide.as_mut().filter(|guide| guide.kept.id == draft.id) else { return Ok(()) };
        guide.kept.taken_over(draft.opening, draft.revision, &guide.draft);
        self.drafts.answer(Some((draft.id, draft.revision)));
        Ok(())
    }

    async fn submitted_for(&self, id: Uuid) -> Result<(), Problem> {
        let mut visit = self.visit.lock().await;
        let Some(guide) = visit.guide.take_if(|guide| guide.kept.id == id) else { return Ok(()) };
        let code = guide.kept.code.to_string();
        self.measures.submitted();
        self.drafts.answer(None);
        if self.assist.set(id, AssistState::Submitted { code }, 0) {
            self.assist.now().draft = None;
            self.tell(CitizenNews::Guide);
        }
        Ok(())
    }
}
