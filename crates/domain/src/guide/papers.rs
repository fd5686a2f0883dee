//! The pages of papers in a draft: pictures that were taken, in the order they will be sent.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::Draft;
use super::form::Form;
use super::view::{FaultSeen, PageSeen};
use crate::wire::Problem;
use crate::words::{Locale, Words};

/// The most pages one paper has.
pub const MOST_PAGES: usize = 30;

/// One page of a paper: an upright picture without metadata, whose bytes the kiosk holds.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftPage {
    /// Its identity. A page that is turned, cropped or taken again is another page in the same place.
    pub id: String,
    /// Which paper it belongs to, by the form's name for it.
    pub evidence: String,
    /// How it came.
    pub source: PageSource,
    /// SHA-256 of its bytes, in lower-case hex.
    pub sha256: String,
    /// Its length in bytes.
    pub size: u64,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// What makes it hard to read.
    pub faults: Vec<PageFault>,
    /// Whether its owner said to use it all the same.
    pub kept: bool,
}

/// How a page came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum PageSource {
    /// The kiosk's document camera.
    Camera,
    /// A scanner that the kiosk drives.
    Scanner,
    /// The folder that a scanner writes into.
    Folder,
    /// The person's phone.
    Phone,
}

/// What makes a page hard to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum PageFault {
    /// The letters are not sharp.
    Blurred,
    /// Too little light.
    Dark,
    /// A light is mirrored in it.
    Glare,
    /// An edge of the sheet is outside the picture.
    Cut,
    /// It stands on its head.
    UpsideDown,
    /// Too few pixels to be read.
    Small,
    /// A page beside it could not be read again: its paper may be short.
    Gap,
}

impl PageFault {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Blurred, Self::Dark, Self::Glare, Self::Cut, Self::UpsideDown, Self::Small, Self::Gap];

    /// Its name in words: `guide-fault-<name>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Blurred => "blurred",
            Self::Dark => "dark",
            Self::Glare => "glare",
            Self::Cut => "cut",
            Self::UpsideDown => "upside-down",
            Self::Small => "small",
            Self::Gap => "gap",
        }
    }
}

/// A part of a page, in thousandths of its width and height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Crop {
    /// From the left, 0 to 1000.
    pub left: u16,
    /// From the top, 0 to 1000.
    pub top: u16,
    /// From the left, greater than `left`.
    pub right: u16,
    /// From the top, greater than `top`.
    pub bottom: u16,
}

impl DraftPage {
    /// Whether its owner has still to decide about it.
    pub fn doubtful(&self) -> bool {
        !self.faults.is_empty() && !self.kept
    }
}

impl Form {
    /// Adds a page behind those of the paper that the draft's page asks for.
    ///
    /// # Errors
    /// `document-not-asked` on any other page, `pages-too-many` (argument `most`) when the paper has its
    /// fill.
    pub fn attach(&self, draft: &mut Draft, page: DraftPage) -> Result<(), Problem> {
        if self.asks_now(draft).as_deref() != Some(page.evidence.as_str()) {
            return Err(Problem::new("document-not-asked"));
        }
        if draft.pages.iter().filter(|known| known.evidence == page.evidence).count() >= MOST_PAGES {
            return Err(Problem::new("pages-too-many").with("most", MOST_PAGES));
        }
        draft.checked = false;
        draft.pages.push(page);
        Ok(())
    }

    /// The paper that the draft's page asks for, by the form's name for it.
    pub fn asks_now(&self, draft: &Draft) -> Option<String> {
        let shown = self.shown(draft);
        shown.page(&draft.page)?.evidence().map(str::to_owned)
    }
}

impl Draft {
    /// Puts another picture in a page's place: it was turned, cropped or taken again.
    ///
    /// # Errors
    /// `page-unknown` when the page is not there any more.
    pub fn replace_page(&mut self, id: &str, page: DraftPage) -> Result<(), Problem> {
        let known = self.pages.iter_mut().find(|known| known.id == id).ok_or_else(page_unknown)?;
        *known = DraftPage { evidence: std::mem::take(&mut known.evidence), ..page };
        self.checked = false;
        Ok(())
    }

    /// Takes a page away; one that is not there is no fault.
    pub fn remove_page(&mut self, id: &str) {
        self.pages.retain(|page| page.id != id);
        self.checked = false;
    }

    /// Takes a page away that could not be read again. What is left of its paper is not taken for all of it:
    /// its owner decides about the page beside the gap.
    pub fn lose_page(&mut self, id: &str) {
        let Some(at) = self.pages.iter().position(|page| page.id == id) else { return };
        let lost = self.pages.remove(at);
        let (before, behind) = self.pages.split_at_mut(at);
        let of_it = |page: &&mut DraftPage| page.evidence == lost.evidence;
        if let Some(beside) = before.iter_mut().rfind(of_it).or_else(|| behind.iter_mut().find(of_it)) {
            beside.kept = false;
            if !beside.faults.contains(&PageFault::Gap) {
                beside.faults.push(PageFault::Gap);
            }
        }
        self.checked = false;
    }

    /// Moves a page to another place among those of its paper, from 0; behind the last is the last.
    ///
    /// # Errors
    /// `page-unknown` when the page is not there any more.
    pub fn move_page(&mut self, id: &str, to: usize) -> Result<(), Problem> {
        let from = self.pages.iter().position(|page| page.id == id).ok_or_else(page_unknown)?;
        let page = self.pages.remove(from);
        let others: Vec<usize> =
            self.pages.iter().enumerate().filter(|(_, p)| p.evidence == page.evidence).map(|(at, _)| at).collect();
        let at = others.get(to).copied().or(others.last().map(|last| last + 1)).unwrap_or(from);
        self.pages.insert(at, page);
        Ok(())
    }

    /// Uses a page all the same, whatever is wrong with it.
    ///
    /// # Errors
    /// `page-unknown` when the page is not there any more.
    pub fn keep_page(&mut self, id: &str) -> Result<(), Problem> {
        self.pages.iter_mut().find(|page| page.id == id).ok_or_else(page_unknown)?.kept = true;
        Ok(())
    }

    /// The pages of a paper, in order.
    pub fn pages_of<'a>(&'a self, evidence: &'a str) -> impl Iterator<Item = &'a DraftPage> {
        self.pages.iter().filter(move |page| page.evidence == evidence)
    }
}

fn page_unknown() -> Problem {
    Problem::new("page-unknown")
}

/// The pages of a paper as a screen shows them.
pub(super) fn seen(draft: &Draft, evidence: &str, words: &Words) -> Vec<PageSeen> {
    let fault = |fault: &PageFault| FaultSeen { fault: *fault, advice: advice(*fault, words) };
    (1..)
        .zip(draft.pages_of(evidence))
        .map(|(number, page)| PageSeen {
            id: page.id.clone(),
            number,
            source: page.source,
            width: page.width,
            height: page.height,
            faults: page.faults.iter().map(fault).collect(),
            kept: page.kept,
        })
        .collect()
}

/// What is wrong with a page and what to do about it, in plain words.
pub fn fault_advice(fault: PageFault, locale: Locale) -> String {
    advice(fault, Words::of(locale))
}

fn advice(fault: PageFault, words: &Words) -> String {
    words.say(&format!("guide-fault-{}", fault.name()))
}
