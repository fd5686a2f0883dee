use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use motcua_domain::guide::{Crop, DraftPage, GuideView, PageFault, PageSource};
use motcua_domain::wire::Problem;
use motcua_page::{Incoming, Page, Through, is_dark, judge, small};
use sha2::{Digest, Sha256};
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep_until, timeout};
use uuid::Uuid;

use super::assist::officer_edits;
use super::guide::nothing_begun;
use super::{CitizenDesk, Guide};
use crate::capture::{Source, Wanted};
use crate::view::CitizenNews;

/// The longer side of what the camera shows on the screen, in pixels.
const PREVIEW: u32 = 800;

/// The least time between two of its pictures on the screen.
const PREVIEW_PACE: Duration = Duration::from_millis(100);

/// How long one page may take to be opened and judged. It takes half a second; a PDF made to keep a
/// reader busy is given up.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where pages are made: one at a time, because a picture needs much memory while it is opened.
#[derive(Default)]
pub(super) struct Desk {
    developing: Mutex<()>,
    previewed: Mutex<Option<Instant>>,
}

impl CitizenDesk {
    /// A page of the draft as a data URL, neither side longer than `max_px`.
    ///
    /// # Errors
    /// `nothing-begun`, `page-unknown`.
    pub async fn page_picture(&self, id: &str, max_px: u32) -> Result<String, Problem> {
        let page = self.page_of_draft(id).await?.1;
        Ok(data_url(&blocking(move || page.small(max_px)).await?))
    }

    /// What lies before the camera now, as a small data URL; none while it shows nothing, or no paper
    /// is asked for. At most ten a second.
    pub async fn camera_frame(&self) -> Option<String> {
        let camera = self.capture.camera.as_ref()?;
        let mut previewed = self.papers.previewed.lock().await;
        if let Some(last) = *previewed {
            sleep_until(last + PREVIEW_PACE).await;
        }
        *previewed = Some(Instant::now());
        let wanted = self.wanted().await.ok()?;
        let frame = camera.frame().await?;
        let shown = blocking(move || small(&frame, PREVIEW)).await.ok()?;
        // What the next person sees is never the paper of the one before.
        (self.wanted().await.ok()? == wanted).then(|| data_url(&shown))
    }

    /// Takes a picture of what lies before the camera.
    ///
    /// # Errors
    /// `nothing-begun`; `document-not-asked` on another page; `camera-unplugged`, `camera-busy`,
    /// `camera-silent`, `camera-dark` when nothing is to be seen; `pages-too-many`.
    pub async fn take_picture(&self) -> Result<GuideView, Problem> {
        self.shoot(self.capture.camera.as_ref(), PageSource::Camera).await
    }

    /// Scans what lies in the scanner's feeder or on its glass. Each page is shown as it comes.
    ///
    /// # Errors
    /// `nothing-begun`; `document-not-asked` on another page; `scanner-unplugged`, `scanner-busy`,
    /// `scanner-no-paper`, `scanner-jam`, `scanner-cover-open`, `scanner-failed`; `pages-too-many`.
    pub async fn scan_now(&self) -> Result<GuideView, Problem> {
        self.shoot(self.capture.scanner.as_ref(), PageSource::Scanner).await
    }

    async fn shoot(&self, device: Option<&Arc<dyn Source>>, source: PageSource) -> Result<GuideView, Problem> {
        let wanted = self.wanted().await?;
        let absent = if source == PageSource::Camera { "camera-unplugged" } else { "scanner-unplugged" };
        let mut shots = device.ok_or_else(|| Problem::new(absent))?.take();
        while let Some(shot) = shots.recv().await {
            self.take_page(&wanted, shot?, source).await?;
        }
        self.guide_view().await
    }

    /// What is wanted now: a page that comes later must be for the same.
    ///
    /// # Errors
    /// `nothing-begun`, `assist-officer-edits`; `document-not-asked` while no paper is asked for.
    pub async fn wanted(&self) -> Result<Wanted, Problem> {
        let mut visit = self.visit.lock().await;
        let guide = self.in_hand(&mut visit)?;
        let evidence = guide.form.asks_now(&guide.draft).ok_or_else(not_asked)?;
        Ok(Wanted { visit: self.visits(), evidence })
    }

    /// Takes in what came from outside, JPEG, PNG or PDF: each of its pages is judged and made a page of
    /// the paper it was wanted for, all of them or none. The first takes the place of a page that is retaken.
    ///
    /// # Errors
    /// `scan-wrong-type`, `scan-unreadable`, `scan-locked`, `scan-too-large`; `camera-dark`;
    /// `pages-too-many`; `document-not-asked` when the paper is not wanted any more, `assist-officer-edits`
    /// when an officer has the draft in hand: then nothing of it is left.
    pub async fn take_page(&self, wanted: &Wanted, raw: Vec<u8>, source: PageSource) -> Result<(), Problem> {
        let _turn = self.papers.developing.lock().await;
        let incoming = Arc::new(blocking(move || Incoming::open(raw)).await?);
        let mut developed = Vec::new();
        for index in 0..incoming.pages() {
            match self.wanted().await {
                Ok(now) if now == *wanted => {}
                Err(problem) if problem == officer_edits() => return Err(problem),
                _ => return Err(not_asked()),
            }
            let incoming = incoming.clone();
            let one = blocking(move || {
                let picture = incoming.picture(index)?;
                if source == PageSource::Camera && is_dark(&picture) {
                    return Err(Problem::new("camera-dark"));
                }
                let faults = judge(&picture, through(source));
                Ok((Page::of(picture)?, faults))
            })
            .await?;
            developed.push(one);
        }
        self.put(wanted, developed, source).await
    }

    async fn put(
        &self,
        wanted: &Wanted,
        developed: Vec<(Page, Vec<PageFault>)>,
        source: PageSource,
    ) -> Result<(), Problem> {
        let mut visit = self.visit.lock().await;
        if self.visits() != wanted.visit {
            return Err(not_asked());
        }
        let retaken = visit.retaken.take();
        let guide = self.in_hand(&mut visit)?;
        let made = developed.into_iter().map(|(page, faults)| {
            let new = draft_page(&page, &wanted.evidence, source, faults);
            (new, page)
        });
        guide.add(&wanted.evidence, made.collect(), retaken)?;
        // It is saved with the draft before anybody sees it.
        self.shown(&mut visit).await?;
        // Who pressed "Chụp" gets it as the answer.
        if source != PageSource::Camera {
            self.tell(CitizenNews::Guide);
        }
        Ok(())
    }

    /// The next page that comes, from wherever, takes the place of this one; none: it becomes a new one.
    ///
    /// # Errors
    /// `nothing-begun`, `assist-officer-edits`, `page-unknown`.
    pub async fn retake_page(&self, id: Option<String>) -> Result<GuideView, Problem> {
        let mut visit = self.visit.lock().await;
        let guide = self.in_hand(&mut visit)?;
        if id.as_ref().is_some_and(|id| !guide.files.contains_key(id)) {
            return Err(Problem::new("page-unknown"));
        }
        visit.retaken = id;
        self.shown(&mut visit).await
    }

    /// Turns a page by a quarter, clockwise.
    ///
    /// # Errors
    /// `nothing-begun`, `assist-officer-edits`, `page-unknown`.
    pub async fn turn_page(&self, id: &str) -> Result<GuideView, Problem> {
        self.redo(id, |page, known| {
            let page = page.turned(1)?;
            let on_its_head = judge(&page.picture()?, through(known.source)).contains(&PageFault::UpsideDown);
            let mut faults = known.faults.clone();
            faults.retain(|fault| *fault != PageFault::UpsideDown);
            faults.extend(on_its_head.then_some(PageFault::UpsideDown));
            Ok((page, faults))
        })
        .await
    }

    /// Keeps a part of a page.
    ///
    /// # Errors
    /// `nothing-begun`, `assist-officer-edits`, `page-unknown`.
    pub async fn crop_page(&self, id: &str, crop: Crop) -> Result<GuideView, Problem> {
        self.redo(id, move |page, known| {
            let page = page.cropped(&crop)?;
            let mut faults = judge(&page.picture()?, through(known.source));
            // Its edges are where its owner put them.
            faults.retain(|fault| *fault != PageFault::Cut);
            Ok((page, faults))
        })
        .await
    }

    /// Makes a page anew out of itself. Whoever saw it well enough still does.
    async fn redo(
        &self,
        id: &str,
        make: impl FnOnce(&Page, &DraftPage) -> Result<(Page, Vec<PageFault>), Problem> + Send + 'static,
    ) -> Result<GuideView, Problem> {
        let before = self.visits();
        let (known, page) = self.page_of_draft(id).await?;
        let ((page, faults), known) = blocking(move || Ok((make(&page, &known)?, known))).await?;
        let mut visit = self.visit.lock().await;
        if self.visits() != before {
            return Err(nothing_begun());
        }
        let guide = self.in_hand(&mut visit)?;
        let new = DraftPage { kept: known.kept, ..draft_page(&page, &known.evidence, known.source, faults) };
        guide.exchange(id, new, page)?;
        self.shown(&mut visit).await
    }

    /// Takes a page away: it is gone from the memory, and never sent.
    ///
    /// # Errors
    /// `nothing-begun`, `assist-officer-edits`.
    pub async fn remove_page(&self, id: &str) -> Result<GuideView, Problem> {
        self.arrange(|guide| {
            guide.draft.remove_page(id);
            guide.files.remove(id);
            Ok(())
        })
        .await
    }

    /// Moves a page to another place of its paper, from 0.
    ///
    /// # Errors
    /// `nothing-begun`, `assist-officer-edits`, `page-unknown`.
    pub async fn move_page(&self, id: &str, to: usize) -> Result<GuideView, Problem> {
        self.arrange(|guide| guide.draft.move_page(id, to)).await
    }

    /// "Vẫn dùng trang này".
    ///
    /// # Errors
    /// `nothing-begun`, `assist-officer-edits`, `page-unknown`.
    pub async fn keep_page(&self, id: &str) -> Result<GuideView, Problem> {
        self.arrange(|guide| guide.draft.keep_page(id)).await
    }

    async fn arrange(&self, change: impl FnOnce(&mut Guide) -> Result<(), Problem>) -> Result<GuideView, Problem> {
        let mut visit = self.visit.lock().await;
        change(self.in_hand(&mut visit)?)?;
        self.shown(&mut visit).await
    }

    async fn page_of_draft(&self, id: &str) -> Result<(DraftPage, Page), Problem> {
        let visit = self.visit.lock().await;
        let guide = visit.guide.as_ref().ok_or_else(nothing_begun)?;
        guide.page(id).ok_or_else(|| Problem::new("page-unknown"))
    }

    /// Takes in what the scanner's folder brings, for as long as the program runs.
    pub(super) async fn follow_folder(&self) {
        let Some(folder) = &self.capture.folder else { return std::future::pending().await };
        let mut arrivals = folder.arrivals();
        while let Some(arrival) = arrivals.recv().await {
            let taken = match arrival.file {
                Ok(raw) => self.take_page(&arrival.wanted, raw, PageSource::Folder).await,
                Err(problem) => Err(problem),
            };
            if let Err(problem) = taken
                && self.visits() == arrival.wanted.visit
            {
                self.refuse(problem);
            }
        }
    }
}

impl Guide {
    fn page(&self, id: &str) -> Option<(DraftPage, Page)> {
        let known = self.draft.pages.iter().find(|page| page.id == id)?.clone();
        let jpeg = self.files.get(id)?.clone();
        let page = Page { jpeg, width: known.width, height: known.height };
        Some((known, page))
    }

    /// Adds pages to the paper asked for, all of them or none. The first takes the place of `retaken`,
    /// where that is one of the paper's.
    fn add(&mut self, evidence: &str, made: Vec<(DraftPage, Page)>, retaken: Option<String>) -> Result<(), Problem> {
        if self.form.asks_now(&self.draft).as_deref() != Some(evidence) {
            return Err(not_asked());
        }
        let mut retaken = retaken.filter(|id| self.draft.pages_of(evidence).any(|page| page.id == *id));
        let (mut draft, mut files, mut replaced) = (self.draft.clone(), Vec::new(), None);
        for (new, page) in made {
            let id = new.id.clone();
            match retaken.take() {
                Some(old) => {
                    draft.replace_page(&old, new)?;
                    replaced = Some((old, id.clone()));
                }
                None => self.form.attach(&mut draft, new)?,
            }
            files.push((id, page.jpeg));
        }
        self.draft = draft;
        self.files.extend(files);
        if let Some((old, new)) = replaced {
            self.forget_page(old, new);
        }
        Ok(())
    }

    /// Puts a page in another's place, which is gone then.
    fn exchange(&mut self, id: &str, new: DraftPage, page: Page) -> Result<(), Problem> {
        let new_id = new.id.clone();
        self.draft.replace_page(id, new)?;
        self.files.insert(new_id.clone(), page.jpeg);
        self.forget_page(id.to_owned(), new_id);
        Ok(())
    }

    fn forget_page(&mut self, id: String, stands_now: String) {
        self.files.remove(&id);
        self.became.insert(id, stands_now);
    }

    /// The page that now stands where this one did: it may have been turned, cut or taken again since.
    pub(super) fn now(&self, id: &str) -> Option<&DraftPage> {
        let mut id = id;
        while let Some(next) = self.became.get(id) {
            id = next;
        }
        self.draft.pages.iter().find(|page| page.id == id)
    }
}

fn draft_page(page: &Page, evidence: &str, source: PageSource, faults: Vec<PageFault>) -> DraftPage {
    DraftPage {
        id: Uuid::now_v7().to_string(),
        evidence: evidence.to_owned(),
        source,
        sha256: sha256(&page.jpeg),
        size: page.jpeg.len() as u64,
        width: page.width,
        height: page.height,
        faults,
        kept: false,
    }
}

fn through(source: PageSource) -> Through {
    match source {
        PageSource::Camera | PageSource::Phone => Through::Lens,
        PageSource::Scanner | PageSource::Folder => Through::Glass,
    }
}

/// Work on pixels, off the async threads.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T, Problem> + Send + 'static) -> Result<T, Problem> {
    match timeout(PATIENCE, tokio::task::spawn_blocking(work)).await {
        Ok(Ok(done)) => done,
        Ok(Err(_)) | Err(_) => {
            tracing::error!("a page could not be made in time");
            Err(Problem::new("scan-unreadable"))
        }
    }
}

fn data_url(jpeg: &[u8]) -> String {
    format!("data:image/jpeg;base64,{}", STANDARD.encode(jpeg))
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn not_asked() -> Problem {
    Problem::new("document-not-asked")
}
