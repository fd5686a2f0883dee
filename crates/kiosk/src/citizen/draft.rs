//! The draft a visit is about: kept after every answer, and opened again for who proves to be its owner.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;
use motcua_domain::card::Card;
use motcua_domain::dossier::SubmissionCode;
use motcua_domain::guide::{Draft, GuideView, Owner};
use motcua_domain::paper::{self, DraftPaper};
use motcua_domain::wire::{DraftChange, DraftProof, OpenDraft, Problem, ProofKind};
use motcua_domain::words::Words;
use uuid::Uuid;

use super::{CitizenDesk, Guide};
use crate::central::Refusal;
use crate::draft_key::{Opener, bytes, found_by, new_code, opener};
use crate::outbox::hex_sha256;
use crate::printer::PaperKind;
use crate::sealed_draft::{self, Begun, changed, damaged, page_place};
use crate::store::{DraftNow, Seal, SealBroken, StoreError, Tried, random};
use crate::view::{DraftPlace, DraftSaved};

/// How long one waits until what was answered last is at the central system, before it goes on without.
const PATIENCE: Duration = Duration::from_secs(4);

/// A draft beside its answers: who it is kept for, and how far it is kept.
pub(super) struct Kept {
    pub(super) id: Uuid,
    pub(super) code: SubmissionCode,
    found_by: Option<String>,
    key: [u8; 32],
    pub(super) opening: u32,
    /// 0 until it was saved once.
    pub(super) revision: u32,
    ways: BTreeMap<ProofKind, Way>,
    /// As it was saved last.
    last: Option<Draft>,
    /// Pages that lie in the store.
    here: HashSet<Uuid>,
    /// Pages that came from the central system.
    from_central: HashSet<Uuid>,
    /// Whether the last answer could not be saved.
    failed: bool,
    /// The papers of which a page could not be read again.
    lost: BTreeSet<String>,
}

/// A way to the draft, and what it was made of.
struct Way {
    secret: String,
    proof: DraftProof,
}

/// A sealed draft that was handed over to its owner.
struct Found {
    id: Uuid,
    opening: u32,
    revision: u32,
    proofs: Vec<DraftProof>,
    content: Vec<u8>,
    at_central: bool,
}

impl Kept {
    /// A new draft that nobody owns yet.
    pub(super) fn new() -> Self {
        Self {
            id: Uuid::now_v7(),
            code: new_code(),
            found_by: None,
            key: random(),
            opening: 0,
            revision: 0,
            ways: BTreeMap::new(),
            last: None,
            here: HashSet::new(),
            from_central: HashSet::new(),
            failed: false,
            lost: BTreeSet::new(),
        }
    }

    /// The key that seals it.
    pub(super) fn key(&self) -> &[u8; 32] {
        &self.key
    }

    /// Whether its ways are made of these secrets.
    fn is_opened_with(&self, secrets: &BTreeMap<ProofKind, String>) -> bool {
        secrets.iter().all(|(kind, secret)| self.ways.get(kind).is_some_and(|way| way.secret == *secret))
    }

    /// An officer who helped hands it back: it goes on from what they saved.
    pub(super) fn taken_over(&mut self, opening: u32, revision: u32, draft: Draft) {
        self.opening = opening;
        self.revision = revision;
        self.from_central = draft.pages.iter().filter_map(|page| page.id.parse().ok()).collect();
        self.last = Some(draft);
    }

    /// Nothing of it lies in the store any more.
    pub(super) fn none_here(&mut self) {
        self.here.clear();
    }
}

/// What an owner can prove with.
fn secrets(owner: &Owner) -> BTreeMap<ProofKind, String> {
    let number = owner.number.as_ref().map(|number| (ProofKind::Number, number.as_str().to_owned()));
    let birth = owner.birth_date.map(|date| (ProofKind::Birth, date.to_string()));
    number.into_iter().chain(birth).collect()
}

pub(super) fn store_failed(error: StoreError) -> Problem {
    tracing::error!(%error, "a draft could not be read");
    Problem::new("store")
}

impl CitizenDesk {
    /// Saves the draft if anything of it changed and its owner is known. It is on the disk before the
    /// page after it is shown; where that fails, [`DraftSaved::place`] says so.
    pub(super) async fn keep(&self, guide: &mut Guide) -> Result<(), Problem> {
        if self.drafts.standing(guide.kept.id).elsewhere {
            return Err(Problem::new("draft-elsewhere"));
        }
        if self.assist.officer_edits(guide.kept.id) {
            return Ok(());
        }
        let secrets = secrets(&guide.form.owner(&guide.draft));
        let is_kept = guide.kept.last.as_ref() == Some(&guide.draft) && guide.kept.is_opened_with(&secrets);
        if is_kept || secrets.is_empty() {
            return Ok(());
        }
        match self.save(guide, secrets).await {
            Ok(()) => guide.kept.failed = false,
            Err(error) => {
                tracing::error!(%error, "a draft could not be saved");
                guide.kept.failed = true;
            }
        }
        Ok(())
    }

    async fn save(&self, guide: &mut Guide, secrets: BTreeMap<ProofKind, String>) -> Result<(), StoreError> {
        let Guide { draft, form, procedure, files, kept, .. } = guide;
        let place = kept.id.to_string();
        let found_by = match &kept.found_by {
            Some(known) => known.clone(),
            None => kept.found_by.insert(found_by(&kept.code).await).clone(),
        };
        kept.ways.retain(|kind, _| secrets.contains_key(kind));
        for (kind, secret) in secrets {
            if kept.ways.get(&kind).is_none_or(|way| way.secret != secret) {
                let opener = opener(&kept.code, &found_by, kind, &secret).await;
                kept.ways.insert(kind, Way { secret, proof: opener.wrap(kind, &kept.key, &place) });
            }
        }
        let seal = Seal::new(&kept.key);
        let content = sealed_draft::close(kept.id, &seal, draft, form, procedure, kept.code.as_str())?;
        let pages: Vec<(Uuid, &Vec<u8>)> =
            draft.pages.iter().filter_map(|page| Some((page.id.parse().ok()?, files.get(&page.id)?))).collect();
        let new_files = pages
            .iter()
            .filter(|(page, _)| !kept.here.contains(page))
            .map(|(page, bytes)| {
                (*page, seal.close(bytes, &page_place(kept.id, *page)), kept.from_central.contains(page))
            })
            .collect();
        let now = self.clock.now();
        let fields = changed(kept.last.as_ref(), draft);
        let page = kept.last.as_ref().map_or(&draft.page, |last| &last.page).clone();
        let saved = DraftNow {
            id: kept.id,
            found_by,
            opening: kept.opening,
            revision: kept.revision + 1,
            procedure: draft.procedure.clone(),
            form_version: draft.form_version,
            proofs: kept.ways.values().map(|way| way.proof.clone()).collect(),
            content,
            files: pages.iter().map(|(page, _)| *page).collect(),
            new_files,
            change: (!fields.is_empty()).then_some(DraftChange { at: now, page, fields }),
            saved_at: now,
        };
        self.store.save_draft(&saved).await?;
        kept.revision = saved.revision;
        kept.here = saved.files.into_iter().collect();
        kept.last = Some(draft.clone());
        self.drafts.wake();
        Ok(())
    }

    /// Keeps drafts in step with the central system, for as long as the program runs.
    pub async fn keep_drafts(self: Arc<Self>) {
        self.drafts.run().await;
    }

    /// The code of the draft that is being answered and how far it is kept; none before its owner is
    /// known.
    pub async fn draft_saved(&self) -> Option<DraftSaved> {
        let visit = self.visit.lock().await;
        let Guide { kept, form, draft, .. } = visit.guide.as_ref()?;
        let standing = self.drafts.standing(kept.id);
        let place = match kept {
            _ if standing.elsewhere => DraftPlace::Elsewhere,
            Kept { failed: true, .. } => DraftPlace::Nowhere,
            Kept { revision: 0, .. } => return None,
            kept if standing.at_central >= kept.revision => DraftPlace::Central,
            _ => DraftPlace::Here,
        };
        let answers = draft.answers.clone().into();
        let lost = kept.lost.iter().map(|paper| form.evidence_name(paper, &answers, visit.locale)).collect();
        Some(DraftSaved { code: kept.code.to_string(), place, keep_days: self.drafts.keep_days(), lost })
    }

    /// Prints the slip with which its owner comes back to the draft.
    ///
    /// # Errors
    /// `nothing-begun` when there is none that is kept.
    pub async fn print_draft(&self) -> Result<u64, Problem> {
        let visit = self.visit.lock().await;
        let guide = visit.guide.as_ref().filter(|guide| guide.kept.revision > 0);
        let guide = guide.ok_or_else(super::guide::nothing_begun)?;
        let words = Words::of(visit.locale);
        let code = guide.kept.code.to_string();
        let draft = DraftPaper {
            centre: self.link.known().branch.map(|branch| branch.name).unwrap_or_default(),
            procedure_name: guide.procedure.name.get(visit.locale).to_owned(),
            qr: format!("motcua:r:{code}"),
            code,
            keep_until: self.drafts.keep_until(),
            card: guide.kept.ways.contains_key(&ProofKind::Number),
            birth: guide.kept.ways.contains_key(&ProofKind::Birth),
            reprint: false,
            trial: self.prints.trial(),
        };
        let roll = self.settings.receipt.roll();
        let compose = move |reprint| paper::draft(&DraftPaper { reprint, ..draft.clone() }, words).on(roll);
        Ok(self.prints.start(PaperKind::Draft, Arc::new(compose)))
    }

    /// Somebody wants to go on with the draft of this code, and proves next that it is theirs. Without a
    /// code nobody does any more. Whether there is such a draft is not said.
    ///
    /// # Errors
    /// `submission-code-wrong`.
    pub async fn draft_find(&self, code: Option<&str>) -> Result<(), Problem> {
        let code = code.map(SubmissionCode::parse).transpose()?;
        self.visit.lock().await.wanted = code;
        Ok(())
    }

    pub(super) async fn open_with_card(&self, card: &Card) -> Result<GuideView, Problem> {
        self.open(ProofKind::Number, card.number.as_str()).await
    }

    /// Opens the wanted draft for who knows its owner's birth date (`YYYY-MM-DD`).
    ///
    /// # Errors
    /// `nothing-begun` without a code, `draft-birth-missing`, `draft-proof-wrong` (argument `left`),
    /// `draft-locked`, `form-version-gone`, `draft-damaged`, `central-away`, `store`.
    pub async fn draft_open_birth(&self, date: &str) -> Result<GuideView, Problem> {
        let date: Date = date.parse().map_err(|_| Problem::new("draft-birth-missing"))?;
        self.open(ProofKind::Birth, &date.to_string()).await
    }

    async fn open(&self, kind: ProofKind, secret: &str) -> Result<GuideView, Problem> {
        let before = self.visits();
        let code = self.visit.lock().await.wanted.clone().ok_or_else(super::guide::nothing_begun)?;
        let found_by = found_by(&code).await;
        let opener = opener(&code, &found_by, kind, secret).await;
        let found = self.find(&found_by, kind, &opener).await?;
        let proof = found.proofs.iter().find(|proof| proof.kind == kind).ok_or_else(damaged)?;
        let (id, place) = (found.id, found.id.to_string());
        let broken = |_: SealBroken| damaged();
        let key = opener.unwrap(proof, &place).map_err(broken)?;
        let seal = Seal::new(&key);
        let Begun { draft, form, procedure, .. } = sealed_draft::open(id, &seal, &found.content, &self.catalogue)?;
        let mut guide = Guide {
            draft,
            form,
            procedure,
            files: HashMap::new(),
            became: HashMap::new(),
            kept: Kept::new(),
            supplement: None,
        };
        let secrets = secrets(&guide.form.owner(&guide.draft));
        let ways = found.proofs.iter().filter_map(|proof| {
            let secret = secrets.get(&proof.kind)?.clone();
            Some((proof.kind, Way { secret, proof: proof.clone() }))
        });
        guide.kept = Kept {
            id,
            code,
            found_by: Some(found_by),
            key,
            opening: found.opening,
            revision: found.revision,
            ways: ways.collect(),
            ..Kept::new()
        };
        // As it is kept: a page that is lost makes it another.
        guide.kept.last = Some(guide.draft.clone());
        self.fetch_pages(&mut guide, &seal, found.at_central).await?;
        let mut visit = self.visit.lock().await;
        if self.visits() != before {
            return Err(super::guide::nothing_begun());
        }
        self.assist.end();
        self.drafts.answer(Some((id, if found.at_central { found.revision } else { 0 })));
        visit.wanted = None;
        visit.submitted = None;
        self.measures.left();
        visit.guide = Some(guide);
        self.shown(&mut visit).await
    }

    /// Finds a draft: here while the central system lacks it, else there. Wrong proofs are counted where
    /// it is, before this says so.
    async fn find(&self, found_by: &str, kind: ProofKind, opener: &Opener) -> Result<Found, Problem> {
        if let Some(id) = self.store.draft_found_by(found_by).await.map_err(store_failed)? {
            // The central system counts, and knows whether it is open elsewhere.
            if let Ok(Err(error)) = tokio::time::timeout(PATIENCE, self.drafts.push(id)).await {
                return Err(store_failed(error));
            }
            self.store.forget_pushed_drafts(None).await.map_err(store_failed)?;
        }
        match self.store.try_draft(found_by, kind, &opener.verifier).await.map_err(store_failed)? {
            Tried::Locked => return Err(Problem::new("draft-locked")),
            Tried::Wrong(left) => return Err(Problem::new("draft-proof-wrong").with("left", left)),
            Tried::Open(here) => {
                return Ok(Found {
                    id: here.id,
                    opening: here.opening,
                    revision: here.revision,
                    proofs: here.proofs,
                    content: here.content,
                    at_central: false,
                });
            }
            Tried::NotHere => {}
        }
        let proof = OpenDraft { found_by: found_by.to_owned(), kind, verifier: opener.verifier.clone() };
        let opened = self.central.open_draft(&proof).await?;
        let draft = self.central.draft(opened.id).await?;
        Ok(Found {
            id: draft.id,
            opening: opened.opening,
            revision: draft.revision,
            content: bytes(&draft.content).map_err(|_| damaged())?,
            proofs: draft.proofs,
            at_central: true,
        })
    }

    /// Reads the draft's pages that are not in memory. One that is not whole is asked for again.
    pub(super) async fn fetch_pages(&self, guide: &mut Guide, seal: &Seal, at_central: bool) -> Result<(), Problem> {
        let Guide { draft, files, kept, .. } = guide;
        for page in draft.pages.clone() {
            if files.contains_key(&page.id) {
                continue;
            }
            // One that is no identity names no file.
            let file: Uuid = page.id.parse().unwrap_or_default();
            let here = self.store.draft_file(kept.id, file).await.map_err(store_failed)?;
            let is_here = here.is_some();
            let sealed = match here {
                None if at_central => match self.central.draft_file(kept.id, file).await {
                    Ok(sealed) => Some(sealed),
                    Err(Refusal::Never(_)) => None,
                    Err(other) => return Err(other.into()),
                },
                here => here,
            };
            let opened = sealed.and_then(|sealed| seal.open(&sealed, &page_place(kept.id, file)).ok());
            match opened.filter(|bytes| hex_sha256(bytes) == page.sha256) {
                Some(bytes) => {
                    if is_here {
                        kept.here.insert(file)
                    } else {
                        kept.from_central.insert(file)
                    };
                    files.insert(page.id, bytes);
                }
                None => {
                    draft.lose_page(&page.id);
                    kept.lost.insert(page.evidence);
                }
            }
        }
        Ok(())
    }
}
