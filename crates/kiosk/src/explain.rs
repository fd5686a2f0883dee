//! A procedure in a person's words: what pages and papers say of it.

use motcua_domain::catalogue::{Case, Procedure};
use motcua_domain::guide::{Forms, ReviewRow};
use motcua_domain::words::Words;

use crate::view::{CaseView, PaperView, ProcedureView};

/// A procedure explained, with the way on that the forms known here give it.
pub(crate) fn explained(procedure: &Procedure, forms: &Forms, words: &Words) -> ProcedureView {
    let locale = words.locale();
    ProcedureView {
        code: procedure.code.clone(),
        version: procedure.version,
        name: procedure.name.get(locale).to_owned(),
        official_name: procedure.official_name.clone(),
        summary: procedure.summary.get(locale).to_owned(),
        bring: procedure.bring.iter().map(|line| line.get(locale).to_owned()).collect(),
        who: procedure.who.get(locale).to_owned(),
        field: procedure.field.clone(),
        departments: procedure.departments.clone(),
        group: procedure.group.clone(),
        cases: procedure.cases.iter().map(|case| case_view(case, words)).collect(),
        deadlines: rows(procedure.deadlines_in_words(words)),
        fees: rows(procedure.fees_in_words(words)),
        conditions: procedure.conditions.clone(),
        outcomes: procedure.outcomes.iter().map(|outcome| outcome.get(locale).to_owned()).collect(),
        way: forms.way_on(procedure),
        appointment: forms.newest(&procedure.code).is_some_and(|form| form.appointment()),
        unsure: !procedure.unsure.is_empty(),
    }
}

fn case_view(case: &Case, words: &Words) -> CaseView {
    let locale = words.locale();
    let papers = case.papers.iter().map(|paper| PaperView {
        name: paper.name.get(locale).to_owned(),
        counts: paper.counts_in_words(words),
        only_shown: paper.only_shown,
    });
    CaseView {
        when: case.when.as_ref().map(|when| when.get(locale).to_owned()),
        papers: papers.collect(),
        notes: case.notes.clone(),
    }
}

fn rows(lines: Vec<(String, String)>) -> Vec<ReviewRow> {
    lines.into_iter().map(|(label, value)| ReviewRow { label, value }).collect()
}

/// How long the procedure takes when it is submitted online; empty when that is not known for certain.
pub(crate) fn deadline_words(procedure: &Procedure, words: &Words) -> String {
    procedure.online_deadline().map(|deadline| deadline.in_words(words)).unwrap_or_default()
}
