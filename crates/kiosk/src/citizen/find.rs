use motcua_domain::catalogue::{self, Channel, ChannelKind, Deadline, Procedure};
use motcua_domain::guide::{self, ReviewRow};
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
        match life_event {
            Some(event) if query.trim().is_empty() => {
                catalogue.of_life_event(event).map(|procedure| line(procedure, locale)).collect()
            }
            _ => catalogue::find(query, FOUND).into_iter().map(|procedure| line(procedure, locale)).collect(),
        }
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
        deadlines: deadlines(procedure, words),
        fees: fees(procedure, words),
        outcomes: procedure.outcomes.iter().map(|outcome| outcome.get(locale).to_owned()).collect(),
        here: form.is_some(),
        appointment: form.is_some_and(guide::Form::appointment),
    }
}

/// How long the procedure takes when it is submitted online; empty when that is not known for certain.
pub(crate) fn deadline_words(procedure: &Procedure, words: &Words) -> String {
    let online = procedure.channels.iter().find(|channel| channel.kind == ChannelKind::Online);
    match online.map(|channel| &channel.deadline) {
        None | Some(Deadline::Unknown(_)) => String::new(),
        Some(deadline) => deadline.in_words(words),
    }
}

/// How long it takes by each way of handing it in; one line when all are alike.
fn deadlines(procedure: &Procedure, words: &Words) -> Vec<ReviewRow> {
    let row =
        |channel: &Channel| ReviewRow { label: channel.kind.in_words(words), value: channel.deadline.in_words(words) };
    let mut rows: Vec<ReviewRow> = procedure.channels.iter().map(row).collect();
    if rows.iter().all(|row| row.value == rows[0].value) {
        rows.truncate(1);
        rows.iter_mut().for_each(|row| row.label.clear());
    }
    rows
}

/// What it costs, each fee once; empty when the record names none.
fn fees(procedure: &Procedure, words: &Words) -> Vec<ReviewRow> {
    let locale = words.locale();
    let mut rows: Vec<ReviewRow> = Vec::new();
    for channel in &procedure.channels {
        for fee in &channel.fees {
            let row = ReviewRow { label: fee.what.get(locale).to_owned(), value: fee.amount.in_words(words) };
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
    }
    rows
}
