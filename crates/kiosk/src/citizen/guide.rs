use std::collections::HashMap;
use std::sync::Arc;

use motcua_domain::card::Card;
use motcua_domain::catalogue::{ChannelKind, Procedure, WayOn};
use motcua_domain::guide::{self, Draft, Form, GuideView, PageBody, Surroundings};
use motcua_domain::wire::Problem;
use motcua_domain::words::Locale;
use serde::Deserialize;
use serde_json::{Map, Value};
use tokio::sync::mpsc;
use ts_rs::TS;

use super::draft::Kept;
use super::{CitizenDesk, Guide, Visit};
use crate::capture::Wanted;
use crate::measures::Way;
use crate::reader::{Frame, Scanned};
use crate::view::{CitizenNews, ProcedureCase};

/// Frames of a reader that wait while one is taken; what comes beyond them is dropped, to be scanned again.
const KEPT: usize = 8;

/// The answers of a page, by field.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(export, type = "Record<string, string | number | boolean | Record<string, string> | null>")]
#[serde(transparent)]
pub struct Answers(pub Map<String, Value>);

impl CitizenDesk {
    /// Begins a guided submission, by the procedure's own form or the one that fits every procedure;
    /// what was begun before in this visit is gone. It stays with the procedure as it is now.
    ///
    /// # Errors
    /// `unknown-procedure`, `no-form-here`, `case-at-counter` for a case that only an officer can do.
    pub async fn guide_begin(&self, wanted: &ProcedureCase) -> Result<GuideView, Problem> {
        let code = wanted.code.as_str();
        let procedure = self.catalogue.procedure(code)?;
        let no_form = || Problem::new("no-form-here");
        let forms = self.catalogue.forms();
        let form = match forms.way_on(&procedure) {
            WayOn::Form => forms.newest(code).cloned().ok_or_else(no_form)?,
            WayOn::AnyForm => Arc::new(guide::any_form(&procedure).map_err(|error| {
                tracing::error!(code, %error, "a record makes no form");
                no_form()
            })?),
            WayOn::Number => return Err(no_form()),
        };
        let case = wanted.case_of(&procedure);
        if case.and_then(|case| procedure.cases.get(case)).is_some_and(|case| form.leaves_to_the_counter(case)) {
            return Err(Problem::new("case-at-counter"));
        }
        let mut visit = self.visit.lock().await;
        let mut draft = Draft::begin(&form);
        if let Some(case) = case {
            draft = draft.with_case(&form, case);
        }
        let kept = Kept::new();
        self.assist.end();
        self.drafts.answer(Some((kept.id, 0)));
        let guide =
            Guide { draft, form, procedure, files: HashMap::new(), became: HashMap::new(), kept, supplement: None };
        self.measure_begun(&guide);
        visit.guide = Some(guide);
        visit.wanted = None;
        visit.submitted = None;
        self.shown(&mut visit).await
    }

    /// The page as it stands.
    ///
    /// # Errors
    /// `nothing-begun`.
    pub async fn guide_view(&self) -> Result<GuideView, Problem> {
        let mut visit = self.visit.lock().await;
        self.shown(&mut visit).await
    }

    /// "Tiếp tục": checks the page's answers and goes on, or stays and says why.
    ///
    /// # Errors
    /// `nothing-begun`, `page-out-of-date` for a second tap, `unknown-field`; `assist-officer-edits` while an
    /// officer has it in hand.
    pub async fn guide_next(&self, page: &str, answers: &Answers) -> Result<GuideView, Problem> {
        self.change(Way::On, |form, draft, around| form.next(draft, page, &answers.0, around)).await
    }

    /// "Quay lại": keeps what was typed, unchecked.
    ///
    /// # Errors
    /// As [`CitizenDesk::guide_next`].
    pub async fn guide_back(&self, page: &str, answers: &Answers) -> Result<GuideView, Problem> {
        self.change(Way::Back, |form, draft, around| form.back(draft, page, &answers.0, around)).await
    }

    /// "Sửa" on the review.
    ///
    /// # Errors
    /// As [`CitizenDesk::guide_next`].
    pub async fn guide_open(&self, page: &str) -> Result<GuideView, Problem> {
        self.change(Way::Back, |form, draft, around| form.open(draft, page, around)).await
    }

    /// What a reader that pretends to be a keyboard typed, at any page: as what one on a line reads.
    ///
    /// # Errors
    /// `reader-too-long`, `reader-not-text`, `scan-not-understood`; why the card or the code cannot be used now.
    pub async fn scan_typed(&self, text: String) -> Result<(), Problem> {
        self.scanned(&Frame::typed(text)?).await
    }

    /// Listens to the reader and the scanner's folder for as long as the program runs.
    pub async fn listen(self: Arc<Self>) {
        // What waits for its turn is of whose visit it was when it came.
        let (queue, mut waiting) = mpsc::channel(KEPT);
        let reading = async {
            let Some(reader) = &self.reader else { return std::future::pending().await };
            let mut frames = reader.frames();
            while let Some(frame) = frames.recv().await {
                if queue.try_send((self.visits(), frame)).is_err() {
                    tracing::debug!("too much was read at once");
                }
            }
        };
        let taking = async {
            while let Some((visit, frame)) = waiting.recv().await {
                if self.visits() != visit {
                    continue;
                }
                let taken = match frame {
                    Ok(frame) => self.scanned(&frame).await,
                    Err(problem) => Err(problem),
                };
                if let Err(problem) = taken
                    && self.visits() == visit
                {
                    self.refuse(problem);
                }
            }
        };
        tokio::join!(reading, taking, self.follow_folder());
    }

    async fn scanned(&self, text: &str) -> Result<(), Problem> {
        let visit = self.visits();
        let news = match Scanned::classify(text)? {
            Scanned::Card(frame) => {
                let card = Card::read(frame.text(), self.clock.now().business_date())?;
                return self.take_card(&card).await;
            }
            Scanned::Submission(code) => CitizenNews::Scanned { code: code.to_string() },
            Scanned::Draft(code) => CitizenNews::Resume { code: code.to_string() },
            Scanned::Dossier(code) => CitizenNews::Scanned { code: code.to_string() },
            Scanned::Follow(token) => CitizenNews::Scanned { code: self.followed(&token).await? },
            Scanned::Ticket(id) => CitizenNews::Ticket { held: Box::new(self.held(id).await?) },
            Scanned::Appointment(id_or_code) => {
                CitizenNews::Appointment { held: Box::new(self.appointment_of(&id_or_code).await?) }
            }
            Scanned::Procedure { code, case, version } => {
                let known = self.catalogue.procedure(&code)?;
                let wanted = ProcedureCase { code, case, version };
                let case = wanted.case_of(&known).and(case);
                CitizenNews::Procedure { wanted: ProcedureCase { case, ..wanted } }
            }
        };
        // What was asked for somebody who has left since is for nobody.
        if self.visits() == visit {
            self.tell(news);
        }
        Ok(())
    }

    async fn take_card(&self, card: &Card) -> Result<(), Problem> {
        let visit = self.visit.lock().await;
        let (begun, wanted) = (visit.guide.is_some(), visit.wanted.is_some());
        let to_answer = visit.to_answer.is_some();
        drop(visit);
        if to_answer {
            self.answer_with_card(card).await?;
            self.tell(CitizenNews::Resumed);
            return Ok(());
        }
        if wanted {
            self.open_with_card(card).await?;
            self.tell(CitizenNews::Resumed);
            return Ok(());
        }
        if !begun {
            return self.hold_card(card).await;
        }
        self.apply_card(card).await?;
        self.tell(CitizenNews::Guide);
        Ok(())
    }

    async fn apply_card(&self, card: &Card) -> Result<GuideView, Problem> {
        let mut visit = self.visit.lock().await;
        let locale = visit.locale;
        let guide = self.in_hand(&mut visit)?;
        if !matches!(self.page(locale, guide).body, PageBody::Card { .. }) {
            return Err(Problem::new("card-not-now"));
        }
        guide.form.apply_card(&mut guide.draft, card);
        self.measures.went(Way::On);
        self.shown(&mut visit).await
    }

    async fn change(
        &self,
        way: Way,
        step: impl FnOnce(&Form, &mut Draft, &Surroundings<'_>) -> Result<(), Problem>,
    ) -> Result<GuideView, Problem> {
        let mut visit = self.visit.lock().await;
        let locale = visit.locale;
        let guide = self.in_hand(&mut visit)?;
        let (form, procedure) = (guide.form.clone(), guide.procedure.clone());
        let (page, around) = (guide.draft.page.clone(), self.around(locale, &procedure));
        step(&form, &mut guide.draft, &around)?;
        if guide.draft.page != page {
            self.measures.went(way);
            // Whoever left the page takes none of its papers again.
            visit.retaken = None;
        } else if way == Way::On {
            self.measures.kept_by(&form.kept_by(&guide.draft, &around));
        }
        self.shown(&mut visit).await
    }

    /// The view of the page after its draft was saved, with the scanner's folder open exactly while its
    /// owner is asked for a paper.
    ///
    /// # Errors
    /// `nothing-begun`; `draft-elsewhere` when it was opened elsewhere: nothing of it stays here then.
    pub(super) async fn shown(&self, visit: &mut Visit) -> Result<GuideView, Problem> {
        let guide = visit.guide.as_mut().ok_or_else(nothing_begun)?;
        if let Err(problem) = self.keep(guide).await {
            visit.guide = None;
            return Err(problem);
        }
        self.measure_shown(guide);
        let view = self.page(visit.locale, guide);
        match view.body {
            PageBody::Document { ref evidence, .. } if !self.assist.officer_edits(guide.kept.id) => {
                self.capture.arm(Wanted { visit: self.visits(), evidence: evidence.clone() }).await;
            }
            _ => self.capture.disarm().await,
        }
        Ok(view)
    }

    pub(super) fn page(&self, locale: Locale, guide: &Guide) -> GuideView {
        let view = guide.form.view(&guide.draft, &self.around(locale, &guide.procedure));
        GuideView { supplement: guide.supplement.as_ref().map(|answering| answering.code.clone()), ..view }
    }

    pub(super) fn around<'a>(&self, locale: Locale, procedure: &'a Procedure) -> Surroundings<'a> {
        let branch = self.link.known().branch;
        Surroundings {
            locale,
            now: self.clock.now(),
            reader: self.reader.as_ref().is_some_and(crate::reader::Reader::present),
            sources: self.capture.sources(self.phone_reaches()),
            procedure,
            units: self.units.units(),
            postage: branch.as_ref().and_then(|branch| branch.postage),
            channel: ChannelKind::Online,
            hours: branch.map(|branch| branch.hours).unwrap_or_default(),
        }
    }
}

pub(super) fn nothing_begun() -> Problem {
    Problem::new("nothing-begun")
}
