//! What a draft's key seals, and what of a draft is told in the open: names, never answers.

use std::collections::HashSet;
use std::sync::Arc;

use motcua_domain::catalogue::Procedure;
use motcua_domain::guide::{self, Draft, Form};
use motcua_domain::wire::Problem;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::catalogue::Catalogue;
use crate::store::{Seal, StoreError};

/// What is sealed. The form that fits every procedure is made of its record, so that goes with it.
#[derive(Serialize)]
struct Content<'a> {
    draft: &'a Draft,
    procedure: Option<&'a Procedure>,
    code: &'a str,
}

#[derive(Deserialize)]
struct Opened {
    draft: Draft,
    procedure: Option<Procedure>,
    #[serde(default)]
    code: Option<String>,
}

/// A draft with what it was begun on.
pub(crate) struct Begun {
    pub(crate) draft: Draft,
    pub(crate) form: Arc<Form>,
    pub(crate) procedure: Arc<Procedure>,
    /// Its code, for an officer who submits it; drafts of an earlier version do not say it.
    pub(crate) code: Option<String>,
}

/// Seals a draft under its key, with what it was begun on.
pub(crate) fn close(
    id: Uuid,
    seal: &Seal,
    draft: &Draft,
    form: &Form,
    procedure: &Procedure,
    code: &str,
) -> Result<Vec<u8>, StoreError> {
    let procedure = form.fits_all().then_some(procedure);
    Ok(seal.close(&serde_json::to_vec(&Content { draft, procedure, code })?, &id.to_string()))
}

/// Opens a draft and finds the form it was begun on, in its version.
///
/// # Errors
/// `draft-damaged`, `form-version-gone`.
pub(crate) fn open(id: Uuid, seal: &Seal, sealed: &[u8], catalogue: &Catalogue) -> Result<Begun, Problem> {
    let content = seal.open(sealed, &id.to_string()).map_err(|_| damaged())?;
    let Opened { draft, procedure, code } = serde_json::from_slice(&content).map_err(|_| damaged())?;
    let gone = || Problem::new("form-version-gone");
    let (form, procedure) = match procedure {
        Some(procedure) => {
            let form = guide::any_form(&procedure).map_err(|_| gone())?;
            (Arc::new(form), Arc::new(procedure))
        }
        None => {
            let form = catalogue.forms().form(&draft.procedure, draft.form_version).cloned().ok_or_else(gone)?;
            (form, catalogue.procedure(&draft.procedure).map_err(|_| gone())?)
        }
    };
    if form.version() != draft.form_version {
        return Err(gone());
    }
    Ok(Begun { draft, form, procedure, code })
}

/// The place a page of a draft is sealed for.
pub(crate) fn page_place(draft: Uuid, page: Uuid) -> String {
    format!("{draft}/{page}")
}

/// Names of what is otherwise than before: fields, and papers.
pub(crate) fn changed(before: Option<&Draft>, now: &Draft) -> Vec<String> {
    let (answers, pages) = before.map_or((None, &[][..]), |before| (Some(&before.answers), &before.pages[..]));
    let answer = |field: &String| answers.and_then(|answers| answers.get(field));
    let gone = answers.into_iter().flat_map(|before| before.keys()).filter(|field| !now.answers.contains_key(*field));
    let mut names: Vec<String> = now
        .answers
        .iter()
        .filter(|(field, value)| answer(field) != Some(value))
        .map(|(field, _)| field.clone())
        .collect();
    names.extend(gone.cloned());
    let of = |pages: &[guide::DraftPage], paper: &str| -> Vec<String> {
        pages.iter().filter(|page| page.evidence == paper).map(|page| page.id.clone()).collect()
    };
    let papers: HashSet<&String> = now.pages.iter().chain(pages).map(|page| &page.evidence).collect();
    names.extend(papers.into_iter().filter(|paper| of(&now.pages, paper) != of(pages, paper)).cloned());
    names
}

pub(crate) fn damaged() -> Problem {
    Problem::new("draft-damaged")
}
