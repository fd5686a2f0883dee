use motcua_domain::catalogue::{self, Procedure};
use motcua_domain::guide;
use motcua_domain::wire::Problem;
use motcua_domain::words::{Locale, Words};

use super::CitizenDesk;
use crate::view::{CaseView, LifeEventTile, ProcedureLine, ProcedureView};

/// How many procedures a search shows.
const FOUND: usize = 12;

impl CitizenDesk {
    /// The life events people look under.
    pub async fn life_events(&self) -> Vec<LifeEventTile> {
        let locale = self.visit.lock().await.locale;
        catalogue::starter()
            .life_events
            .iter()
            .map(|event| LifeEventTile {
                id: event.id.clone(),
                name: event.name.get(locale).to_owned(),
                icon: event.icon.clone(),
            })
            .collect()
    }

    /// Procedures by a person's own words, or of a life event when nothing was typed.
    pub async fn find_procedures(&self, query: &str, life_event: Option<&str>) -> Vec<ProcedureLine> {
        let locale = self.visit.lock().await.locale;
        let catalogue = catalogue::starter();
        let found = match life_event {
            Some(event) if query.trim().is_empty() => catalogue.of_life_event(event),
            _ => catalogue.find(query, FOUND),
        };
        found.into_iter().map(|procedure| line(procedure, locale)).collect()
    }

    /// A procedure explained.
    ///
    /// # Errors
    /// `unknown-procedure`.
    pub async fn procedure(&self, code: &str) -> Result<ProcedureView, Problem> {
        let (visit, words) = self.words().await;
        let procedure = known(code)?;
        Ok(explained(procedure, visit.locale, words))
    }
}

/// The procedure of a code.
///
/// # Errors
/// `unknown-procedure`.
pub(crate) fn known(code: &str) -> Result<&'static Procedure, Problem> {
    catalogue::starter().procedure(code).ok_or_else(|| Problem::new("unknown-procedure"))
}

fn line(procedure: &Procedure, locale: Locale) -> ProcedureLine {
    let summary = procedure.summary.get(locale);
    let first = summary.split_inclusive(['.', '?', '!']).next().unwrap_or(summary);
    ProcedureLine {
        code: procedure.code.clone(),
        name: procedure.name.get(locale).to_owned(),
        summary: first.to_owned(),
        here: guide::newest_form(&procedure.code).is_some(),
    }
}

fn explained(procedure: &Procedure, locale: Locale, words: &Words) -> ProcedureView {
    let form = guide::newest_form(&procedure.code);
    let cases = procedure.cases.iter().map(|case| CaseView {
        when: case.when.as_ref().map(|when| when.get(locale).to_owned()),
        papers: case.papers.iter().map(|paper| paper.in_words(words)).collect(),
    });
    ProcedureView {
        code: procedure.code.clone(),
        name: procedure.name.get(locale).to_owned(),
        summary: procedure.summary.get(locale).to_owned(),
        who: procedure.who.get(locale).to_owned(),
        group: procedure.group.clone(),
        cases: cases.collect(),
        deadlines: procedure.deadlines_in_words(words),
        fees: procedure.fees_in_words(words),
        outcomes: procedure.outcomes.iter().map(|outcome| outcome.get(locale).to_owned()).collect(),
        here: form.is_some(),
        appointment: form.is_some_and(guide::Form::appointment),
    }
}
