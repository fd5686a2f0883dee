use motcua_domain::catalogue::{Procedure, Under, starter};
use motcua_domain::guide::Forms;
use motcua_domain::wire::Problem;
use motcua_domain::words::Locale;

use super::CitizenDesk;
use crate::explain::explained;
use crate::view::{FoundGroup, HeadingTile, LifeEventTile, ProcedureLine, ProcedureView};

/// How many procedures a search shows.
const FOUND: usize = 12;

impl CitizenDesk {
    /// The life events people look under.
    pub async fn life_events(&self) -> Vec<LifeEventTile> {
        life_events(self.visit.lock().await.locale)
    }

    /// Procedures by a person's own words, put together by what people want: what fits best stands
    /// first.
    pub async fn find_procedures(&self, query: &str) -> Vec<FoundGroup> {
        let (shelf, forms) = (self.catalogue.shelf(), self.catalogue.forms());
        let (visit, words) = self.words().await;
        let locale = visit.locale;
        shelf
            .find_wanted(query, FOUND)
            .into_iter()
            .map(|wanted| FoundGroup {
                wish: wanted.wish,
                title: wanted.wish.in_words(words),
                lines: wanted.procedures.iter().map(|one| line(one, &forms, locale)).collect(),
            })
            .collect()
    }

    /// What procedures can be leafed through by, in the order of the alphabet.
    pub fn headings(&self, under: Under) -> Vec<HeadingTile> {
        let headings = self.catalogue.shelf().headings(under).into_iter();
        headings.map(|(name, count)| HeadingTile { name, count: count.try_into().unwrap_or(u32::MAX) }).collect()
    }

    /// The procedures under a heading, by name; a life event is told by its stable name.
    pub async fn procedures_under(&self, under: Under, heading: &str) -> Vec<ProcedureLine> {
        let (shelf, forms) = (self.catalogue.shelf(), self.catalogue.forms());
        let locale = self.visit.lock().await.locale;
        shelf.under(under, heading).iter().map(|one| line(one, &forms, locale)).collect()
    }

    /// A procedure explained.
    ///
    /// # Errors
    /// `unknown-procedure`.
    pub async fn procedure(&self, code: &str) -> Result<ProcedureView, Problem> {
        let procedure = self.catalogue.procedure(code)?;
        let (_, words) = self.words().await;
        Ok(explained(&procedure, &self.catalogue.forms(), words))
    }
}

/// The life events people look under, in a language.
pub(crate) fn life_events(locale: Locale) -> Vec<LifeEventTile> {
    let events = starter().life_events.iter();
    events
        .map(|event| LifeEventTile {
            id: event.id.clone(),
            name: event.name.get(locale).to_owned(),
            icon: event.icon.clone(),
        })
        .collect()
}

fn line(procedure: &Procedure, forms: &Forms, locale: Locale) -> ProcedureLine {
    let summary = procedure.summary.get(locale);
    let first = summary.split_inclusive(['.', '?', '!']).next().unwrap_or(summary);
    ProcedureLine {
        code: procedure.code.clone(),
        name: procedure.name.get(locale).to_owned(),
        official_name: procedure.official_name.clone(),
        summary: if first.is_empty() { procedure.field.clone() } else { first.to_owned() },
        way: forms.way_on(procedure),
    }
}
