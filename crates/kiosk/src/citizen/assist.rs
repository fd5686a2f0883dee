//! An officer helps with the draft of this visit: its owner agrees, sees who has it in hand and what they
//! do, and can take it back at any time.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use motcua_domain::wire::{DraftContent, DraftEditor, Problem, ShareDraft};
use tokio::sync::Notify;
use uuid::Uuid;

use super::draft::store_failed;
use super::guide::nothing_begun;
use super::{CitizenDesk, Guide, Visit};
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
pub(crate) struct Assist {
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
        let shared = self.now().draft;
        self.over(AssistState::Alone);
        self.now().left.extend(shared);
        self.look();
    }

    /// Officers can open the draft no more: nothing is left to be taken back.
    pub(super) fn over(&self, state: AssistState) {
        let mut now = self.now();
        (now.state, now.draft, now.revision) = (state, None, 0);
    }

    /// Whether officers may open this draft.
    pub(crate) fn shares(&self, draft: Uuid) -> bool {
        self.now().draft == Some(draft)
    }

    /// Whether an officer has this draft in hand.
    pub(super) fn officer_edits(&self, draft: Uuid) -> bool {
        self.shares(draft) && matches!(self.now().state, AssistState::Officer { .. })
    }

    /// Who has the draft in hand is looked at now.
    pub(crate) fn look(&self) {
        self.changed.notify_one();
    }
}

impl CitizenDesk {
    /// Who has the draft in hand.
    pub fn assist_state(&self) -> AssistState {
        self.assist.now().state.clone()
    }

    /// What was begun in a visit, to be changed by its owner.
    ///
    /// # Errors
    /// `nothing-begun`; `assist-officer-edits` while an officer has it in hand.
    pub(super) fn in_hand<'a>(&self, visit: &'a mut Visit) -> Result<&'a mut Guide, Problem> {
        let guide = visit.guide.as_mut().ok_or_else(nothing_begun)?;
        if self.assist.officer_edits(guide.kept.id) { Err(officer_edits()) } else { Ok(guide) }
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
        now.left.retain(|left| *left != id);
        drop(now);
        self.assist.look();
        Ok(AssistState::Shared)
    }

    /// Its owner takes the draft back: officers can open it no more.
    ///
    /// # Errors
    /// `central-away`, `store`: then it is looked at again who has it in hand.
    pub async fn assist_take_back(&self) -> Result<AssistState, Problem> {
        let mut visit = self.visit.lock().await;
        let Some(id) = self.assist.now().draft else { return Ok(AssistState::Alone) };
        // An answer on its way under the opening before would be taken for another kiosk's.
        let still = self.drafts.still().await;
        match self.central.take_draft_back(id).await {
            Err(problem) if problem.code != "draft-not-shared" => return Err(problem),
            _ => {}
        }
        let draft = self.central.draft(id).await?;
        if let Some(guide) = visit.guide.as_mut().filter(|guide| guide.kept.id == id) {
            self.in_hand_again(guide, &draft).await?;
        }
        self.assist.over(AssistState::Alone);
        drop(still);
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
        // What was answered last goes under the opening it was answered under.
        if !matches!(self.drafts.push(id).await, Ok(true)) {
            return false;
        }
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

    /// Looks who has a shared draft in hand, and shows it as they left it.
    pub(super) async fn look_at(&self, id: Uuid) -> Result<(), Problem> {
        let draft = match self.central.draft(id).await {
            Ok(draft) => draft,
            Err(Refusal::Never(problem)) if problem.code == "unknown-draft" => return self.submitted_for(id).await,
            Err(Refusal::Never(problem)) if problem.code == "draft-elsewhere" => return self.left_for(id).await,
            Err(refusal) => return Err(refusal.into()),
        };
        let mut visit = self.visit.lock().await;
        let before = self.assist.now().clone();
        let Some(guide) = visit.guide.as_mut().filter(|guide| guide.kept.id == id && before.draft == Some(id)) else {
            return Ok(());
        };
        let state = match &draft.editor {
            // What was asked before it was taken back.
            _ if draft.opening < guide.kept.opening => return Ok(()),
            DraftEditor::Officer { name } => AssistState::Officer { name: name.clone() },
            DraftEditor::Kiosk { .. } if draft.shared => AssistState::Shared,
            DraftEditor::Kiosk { .. } => AssistState::Lapsed,
        };
        let officer = matches!(state, AssistState::Officer { .. });
        if officer {
            self.measures.assisted();
        }
        let moved = if officer { draft.revision != before.revision } else { draft.opening > guide.kept.opening };
        if state == before.state && !moved {
            return Ok(());
        }
        if officer {
            self.show(guide, &draft).await?;
        } else if moved {
            let _still = self.drafts.still().await;
            self.in_hand_again(guide, &draft).await?;
        }
        visit.retaken = None;
        if state == AssistState::Lapsed {
            self.assist.over(state);
        } else {
            let mut now = self.assist.now();
            (now.state, now.revision) = (state, draft.revision);
        }
        // What takes in papers stops and goes on with who has it in hand.
        self.shown(&mut visit).await?;
        self.tell(CitizenNews::Guide);
        Ok(())
    }

    /// Shows the draft as an officer left it. What was answered here since they took it is theirs to answer.
    async fn show(&self, guide: &mut Guide, draft: &DraftContent) -> Result<(), Problem> {
        let sealed = bytes(&draft.content).map_err(|_| damaged())?;
        let Begun { draft: theirs, .. } =
            sealed_draft::open(draft.id, &Seal::new(guide.kept.key()), &sealed, &self.catalogue)?;
        self.measure_turned(guide, &theirs.page);
        self.store.forget_draft(draft.id).await.map_err(store_failed)?;
        self.drafts.answer(Some((draft.id, draft.revision)));
        // Pages come from the kiosk alone: an officer can only take some away.
        guide.files.retain(|page, _| theirs.pages.iter().any(|known| known.id == *page));
        guide.draft = theirs;
        guide.kept.none_here();
        Ok(())
    }

    /// The kiosk has the draft in hand again, as it was left. Nothing is pushed meanwhile.
    async fn in_hand_again(&self, guide: &mut Guide, draft: &DraftContent) -> Result<(), Problem> {
        if draft.opening == guide.kept.opening + 1 {
            // Nobody had it meanwhile: what is here is the newest.
            self.store.reopen_draft(draft.id, draft.opening).await.map_err(store_failed)?;
            guide.kept.opening = draft.opening;
            self.drafts.wake();
            return Ok(());
        }
        self.show(guide, draft).await?;
        let theirs = guide.draft.clone();
        let seal = Seal::new(guide.kept.key());
        self.fetch_pages(guide, &seal, true).await?;
        guide.kept.taken_over(draft.opening, draft.revision, theirs);
        Ok(())
    }

    /// Its officer submitted it: it is no draft any more.
    async fn submitted_for(&self, id: Uuid) -> Result<(), Problem> {
        let mut visit = self.visit.lock().await;
        let Some(guide) = visit.guide.take_if(|guide| guide.kept.id == id) else { return Ok(()) };
        let code = guide.kept.code.to_string();
        self.measures.submitted();
        self.store.forget_draft(id).await.map_err(store_failed)?;
        self.drafts.answer(None);
        self.capture.disarm().await;
        if self.assist.shares(id) {
            self.assist.over(AssistState::Submitted { code });
            self.tell(CitizenNews::Guide);
        }
        Ok(())
    }

    /// Its owner goes on with it at another kiosk.
    async fn left_for(&self, id: Uuid) -> Result<(), Problem> {
        if self.assist.shares(id) {
            self.assist.over(AssistState::Alone);
            self.drafts.overtaken(id).await.map_err(store_failed)?;
            self.tell(CitizenNews::Guide);
        }
        Ok(())
    }
}

pub(super) fn officer_edits() -> Problem {
    Problem::new("assist-officer-edits")
}
