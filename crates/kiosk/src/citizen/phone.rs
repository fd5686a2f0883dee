//! The person's own phone: the kiosk shows an address as a QR code, the phone sends pages of the paper
//! asked for to the central system, and the kiosk takes them from there as they come.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use motcua_domain::guide::{MOST_PAGES, PageBody, PageFault, PageSource};
use motcua_domain::wire::{BeginUpload, PageVerdict, Problem, UploadState, UploadedFile};
use tokio::time::{sleep, timeout};
use uuid::Uuid;

use super::CitizenDesk;
use crate::capture::Wanted;
use crate::central::{CentralClient, Refusal};
use crate::outbox::hex_sha256;
use crate::paper::qr;
use crate::view::PhoneUpload;

/// How often the central system is asked what came.
const LOOK: Duration = Duration::from_secs(1);
/// How long the central system may take to open a page before another way is offered.
const PATIENCE: Duration = Duration::from_secs(5);

/// The page that is open for a phone, if one is.
pub(super) struct Phone {
    central: Arc<CentralClient>,
    open: Mutex<Option<Open>>,
    /// Pages are opened one after another.
    turn: tokio::sync::Mutex<()>,
}

struct Open {
    id: Uuid,
    wanted: Wanted,
    shown: PhoneUpload,
}

impl Phone {
    pub(super) fn new(central: Arc<CentralClient>) -> Self {
        Self { central, open: Mutex::default(), turn: tokio::sync::Mutex::default() }
    }

    fn open(&self) -> MutexGuard<'_, Option<Open>> {
        self.open.lock().expect("no thread panics holding this")
    }

    fn shown(&self, wanted: &Wanted) -> Option<PhoneUpload> {
        self.open().as_ref().filter(|open| open.wanted == *wanted).map(|open| open.shown.clone())
    }

    /// Takes in how it stands. False when it is not the open one any more.
    fn note(&self, id: Uuid, state: &UploadState) -> bool {
        let mut open = self.open();
        let Some(open) = open.as_mut().filter(|open| open.id == id) else { return false };
        let UploadState { until, opened, done, sending, .. } = *state;
        open.shown = PhoneUpload { until, opened, done, sending, ..open.shown.clone() };
        true
    }

    fn is_open(&self, id: Uuid) -> bool {
        self.open().as_ref().is_some_and(|open| open.id == id)
    }

    /// Nothing more comes of it. False when it was not the open one any more.
    fn close(&self, id: Uuid) -> bool {
        self.open().take_if(|open| open.id == id).is_some()
    }

    /// Ends what is open: at once for this kiosk, and at the central system as soon as that can be told;
    /// where it cannot, it ends there by itself within minutes.
    pub(super) fn end(&self) {
        let Some(Open { id, .. }) = self.open().take() else { return };
        self.end_at_central(id);
    }

    fn end_at_central(&self, id: Uuid) {
        let central = self.central.clone();
        tokio::spawn(async move {
            if central.end_upload(id).await.is_err() {
                tracing::warn!("an upload was not ended at the central system");
            }
        });
    }
}

impl CitizenDesk {
    /// Whether a person's phone reaches the central system now.
    pub(super) fn phone_reaches(&self) -> bool {
        let known = self.link.known();
        known.live && known.branch.is_some_and(|branch| branch.public_url.is_some())
    }

    /// Opens a page for the paper asked for; the one that is open for it already is the same.
    ///
    /// # Errors
    /// `nothing-begun`; `document-not-asked` while no paper is asked for; `pages-too-many` when it has its
    /// fill; `upload-no-address`; `central-away`.
    pub async fn phone_begin(self: &Arc<Self>) -> Result<PhoneUpload, Problem> {
        let _turn = self.phone.turn.lock().await;
        let wanted = self.wanted().await?;
        if let Some(shown) = self.phone.shown(&wanted) {
            return Ok(shown);
        }
        let view = self.guide_view().await?;
        let not_asked = || Problem::new("document-not-asked");
        let PageBody::Document { evidence, pages, .. } = view.body else { return Err(not_asked()) };
        let left = MOST_PAGES.saturating_sub(pages.len());
        if left == 0 {
            return Err(Problem::new("pages-too-many").with("most", MOST_PAGES));
        }
        let language = self.visit.lock().await.locale.tag().to_owned();
        let token = token()?;
        let begin = BeginUpload {
            id: Uuid::now_v7(),
            token_sha256: hex_sha256(token.as_bytes()),
            paper: view.title,
            language,
            most_pages: u32::try_from(left).unwrap_or(u32::MAX),
        };
        let asked = timeout(PATIENCE, self.central.begin_upload(&begin)).await;
        let begun = match asked {
            Ok(Ok(begun)) => begun,
            Ok(Err(refusal)) => return Err(refusal.into()),
            Err(_) => {
                self.phone.end_at_central(begin.id);
                return Err(Refusal::Away.into());
            }
        };
        let address = format!("{}/u/{token}", begun.public_url.trim_end_matches('/'));
        let qr = qr(&address).map_err(|_| Problem::new("internal"))?;
        let shown = PhoneUpload { qr, address, until: begun.until, opened: false, done: false, sending: 0 };
        // Whoever asked for it may have left, or gone on, meanwhile.
        if evidence != wanted.evidence || self.wanted().await.as_ref() != Ok(&wanted) {
            self.phone.end_at_central(begin.id);
            return Err(not_asked());
        }
        *self.phone.open() = Some(Open { id: begin.id, wanted: wanted.clone(), shown: shown.clone() });
        let desk = self.clone();
        tokio::spawn(async move { desk.follow_phone(begin.id, wanted).await });
        Ok(shown)
    }

    /// The page that is open for the paper asked for, as it stands; none when there is none any more.
    pub async fn phone_state(&self) -> Option<PhoneUpload> {
        self.phone.shown(&self.wanted().await.ok()?)
    }

    /// Nobody sends by phone any more.
    pub fn phone_end(&self) {
        self.phone.end();
    }

    /// Takes what the phone sent, for as long as it is wanted.
    async fn follow_phone(&self, id: Uuid, wanted: Wanted) {
        let mut taken = Taken::default();
        while self.phone.is_open(id) {
            if self.wanted().await.as_ref() != Ok(&wanted) {
                if self.phone.close(id) {
                    self.phone.end_at_central(id);
                }
                return;
            }
            match self.central.upload(id).await {
                Ok(state) => {
                    for file in &state.files {
                        if self.take_upload(id, &wanted, file, &mut taken).await.is_err() {
                            break;
                        }
                    }
                    self.judge_again(id, &wanted, &mut taken).await;
                    if !self.phone.note(id, &state) {
                        return;
                    }
                }
                Err(Refusal::Never(_)) => {
                    self.phone.close(id);
                }
                // It goes on when the central system is back.
                Err(_) => {}
            }
            sleep(LOOK).await;
        }
    }

    /// Takes a file and says what became of it. One that was taken before is only said again.
    async fn take_upload(
        &self,
        id: Uuid,
        wanted: &Wanted,
        file: &UploadedFile,
        taken: &mut Taken,
    ) -> Result<(), Refusal> {
        if !taken.verdicts.contains_key(&file.number) {
            let bytes = match self.central.uploaded_file(id, file.number).await {
                // It was taken away on the phone meanwhile.
                Err(Refusal::Never(_)) => return Ok(()),
                other => other?,
            };
            let verdict = self.judged(wanted, file, bytes, taken).await;
            taken.verdicts.insert(file.number, verdict);
        }
        match self.central.judge_upload(id, file.number, &taken.verdicts[&file.number]).await {
            Err(Refusal::Never(_)) => Ok(()),
            other => other,
        }
    }

    /// Says of pages that were turned, cut or taken again at the kiosk what is wrong with them now.
    async fn judge_again(&self, id: Uuid, wanted: &Wanted, taken: &mut Taken) {
        for (number, pages) in &taken.pages {
            let Some(faults) = self.faults_now(wanted, pages).await else { return };
            let Some(said) = taken.verdicts.get_mut(number).filter(|said| said.faults != faults) else { continue };
            let verdict = PageVerdict { faults, refused: None };
            match self.central.judge_upload(id, *number, &verdict).await {
                Ok(()) | Err(Refusal::Never(_)) => *said = verdict,
                Err(_) => return,
            }
        }
    }

    /// What is wrong with the pages that now stand where these did; none when they are not wanted any more.
    async fn faults_now(&self, wanted: &Wanted, pages: &[String]) -> Option<Vec<PageFault>> {
        let visit = self.visit.lock().await;
        let guide = visit.guide.as_ref().filter(|_| self.visits() == wanted.visit)?;
        let faults = pages.iter().filter_map(|id| guide.now(id)).flat_map(|page| page.faults.clone());
        Some(faults.collect::<BTreeSet<_>>().into_iter().collect())
    }

    async fn judged(&self, wanted: &Wanted, file: &UploadedFile, bytes: Vec<u8>, taken: &mut Taken) -> PageVerdict {
        let refused = |problem| PageVerdict { faults: Vec::new(), refused: Some(problem) };
        if hex_sha256(&bytes) != file.sha256 {
            return refused(Problem::new("upload-differs"));
        }
        let before = self.sent_by_phone(wanted).await;
        let again = match file.replaces.and_then(|number| taken.pages.get(&number)?.first()) {
            Some(id) => self.page_now(wanted, id).await,
            None => None,
        };
        if again.is_some() {
            self.retake(wanted, |_| again.clone()).await;
        }
        let result = self.take_page(wanted, bytes, PageSource::Phone).await;
        if again.is_some() {
            // Where it could not be used, the next page takes no other's place.
            self.retake(wanted, |retaken| retaken.filter(|id| Some(id) != again.as_ref())).await;
        }
        if let Err(problem) = result {
            return refused(problem);
        }
        let mut new = self.sent_by_phone(wanted).await;
        new.retain(|id| !before.contains(id));
        let faults = self.faults_now(wanted, &new).await.unwrap_or_default();
        taken.pages.insert(file.number, new);
        PageVerdict { faults, refused: None }
    }

    /// The pages of a paper that came by phone, in order.
    async fn sent_by_phone(&self, wanted: &Wanted) -> Vec<String> {
        let visit = self.visit.lock().await;
        let guide = visit.guide.as_ref().filter(|_| self.visits() == wanted.visit);
        let pages = guide.into_iter().flat_map(|guide| guide.draft.pages_of(&wanted.evidence));
        pages.filter(|page| page.source == PageSource::Phone).map(|page| page.id.clone()).collect()
    }

    /// The page that now stands where this one did, if there is one.
    async fn page_now(&self, wanted: &Wanted, id: &str) -> Option<String> {
        let visit = self.visit.lock().await;
        let guide = visit.guide.as_ref().filter(|_| self.visits() == wanted.visit)?;
        guide.now(id).map(|page| page.id.clone())
    }

    /// Changes which page the next one takes the place of.
    async fn retake(&self, wanted: &Wanted, change: impl FnOnce(Option<String>) -> Option<String>) {
        let mut visit = self.visit.lock().await;
        if self.visits() == wanted.visit {
            visit.retaken = change(visit.retaken.take());
        }
    }
}

/// What was taken of one upload, by the file's number.
#[derive(Default)]
struct Taken {
    verdicts: HashMap<u32, PageVerdict>,
    /// The pages of each, as they were when they came.
    pages: HashMap<u32, Vec<String>>,
}

/// 128 random bits in lower-case hex.
fn token() -> Result<String, Problem> {
    let mut random = [0_u8; 16];
    getrandom::fill(&mut random).map_err(|error| {
        tracing::error!(%error, "no randomness");
        Problem::new("internal")
    })?;
    Ok(random.iter().map(|byte| format!("{byte:02x}")).collect())
}
