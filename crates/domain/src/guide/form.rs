use std::collections::BTreeSet;
use std::sync::OnceLock;

use jsonschema::Validator;
use serde::Deserialize;
use serde_json::Value;

use super::answer::Day;
use super::check;
use super::fees::FeeRule;
use super::rule::{ConditionText, Rule, RuleText};
use super::view::Widget;
use crate::words::{Locale, Words};

/// Why a form package cannot be used. Shipped packages are checked by tests.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// A file of it is not the JSON it should be.
    #[error("not the expected JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A schema in it is no JSON Schema 2020-12.
    #[error("not a schema: {0}")]
    Schema(String),
    /// Its files do not fit together.
    #[error("{0}")]
    Package(String),
}

/// A procedure's form, in one version.
pub struct Form {
    pub(super) about: About,
    pub(super) pages: Vec<Page>,
    pub(super) schema: Validator,
    pub(super) branching: BTreeSet<String>,
    words: [Words; 2],
}

/// A page of the form: questions, or one paper to attach.
pub(super) struct Page {
    pub(super) name: String,
    pub(super) rule: Option<Rule>,
    pub(super) evidence: Option<String>,
    pub(super) controls: Vec<Control>,
}

/// A field on a page, with what its schema says of it.
pub(super) struct Control {
    pub(super) field: String,
    pub(super) widget: Widget,
    pub(super) prefill: Option<Prefill>,
    pub(super) day: Option<Day>,
    /// The consent without which it is not asked.
    pub(super) consent: Option<String>,
    pub(super) rule: Option<Rule>,
    pub(super) optional: bool,
    pub(super) choices: Vec<String>,
    pub(super) max_length: Option<u32>,
    pub(super) range: Option<(i64, i64)>,
}

/// What of the card fills a field.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Prefill {
    Name,
    Number,
    BirthDate,
    Address,
}

/// `form.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct About {
    pub(super) procedure: String,
    pub(super) version: u32,
    pub(super) appointment: bool,
    pub(super) applicant: ApplicantFields,
    /// The answer that says how the result is received; without one it is at the counter.
    pub(super) result: Option<String>,
    pub(super) papers: Vec<Paper>,
    pub(super) fees: Vec<FeeRule>,
}

/// Which answers say who applies.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ApplicantFields {
    pub(super) name: String,
    pub(super) number: String,
    pub(super) phone: String,
    pub(super) address: String,
}

/// A paper of the procedure, as the form handles it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PaperText {
    id: String,
    originals: u32,
    copies: u32,
    attach: Attach,
    #[serde(default)]
    when: Option<ConditionText>,
}

#[derive(Deserialize)]
#[serde(try_from = "PaperText")]
pub(super) struct Paper {
    pub(super) id: String,
    /// Originals to hand in or show.
    pub(super) originals: u32,
    /// Copies to hand in.
    pub(super) copies: u32,
    pub(super) attach: Attach,
    pub(super) when: Option<Rule>,
}

impl TryFrom<PaperText> for Paper {
    type Error = FormError;
    fn try_from(text: PaperText) -> Result<Self, FormError> {
        let when = text.when.map(ConditionText::compile).transpose()?;
        Ok(Self { id: text.id, originals: text.originals, copies: text.copies, attach: text.attach, when })
    }
}

/// Whether a file is attached.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Attach {
    /// One cannot go on without it.
    Required,
    /// One may.
    Optional,
    /// It is only shown or signed at the counter.
    Never,
}

/// The part of the UI schema that forms use: a Categorization of Categories of Controls.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Categorization {
    #[serde(rename = "type")]
    _kind: CategorizationType,
    elements: Vec<Category>,
}

#[derive(Deserialize)]
enum CategorizationType {
    Categorization,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Category {
    #[serde(rename = "type")]
    _kind: CategoryType,
    label: String,
    #[serde(default)]
    rule: Option<RuleText>,
    #[serde(default)]
    options: CategoryOptions,
    elements: Vec<ControlText>,
}

#[derive(Deserialize)]
enum CategoryType {
    Category,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct CategoryOptions {
    evidence: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ControlText {
    #[serde(rename = "type")]
    _kind: ControlType,
    scope: String,
    #[serde(default)]
    rule: Option<RuleText>,
    options: ControlOptions,
}

#[derive(Deserialize)]
enum ControlType {
    Control,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ControlOptions {
    widget: Widget,
    prefill: Option<Prefill>,
    day: Option<Day>,
    consent: Option<String>,
}

impl Form {
    /// Reads a package: its three JSON files, and its words in Vietnamese and English.
    pub(super) fn parse(schema: &str, ui: &str, about: &str, words: [&str; 2]) -> Result<Self, FormError> {
        let schema_text: Value = serde_json::from_str(schema)?;
        let ui: Categorization = serde_json::from_str(ui)?;
        let about: About = serde_json::from_str(about)?;
        let required = required_somewhere(&schema_text);
        let pages = ui
            .elements
            .into_iter()
            .map(|category| page(category, &schema_text, &required))
            .collect::<Result<Vec<_>, _>>()?;
        for evidence in pages.iter().filter_map(|page| page.evidence.as_ref()) {
            if !about.papers.iter().any(|paper| paper.id == *evidence) {
                return Err(FormError::Package(format!("no paper {evidence}")));
            }
        }
        let branching = pages
            .iter()
            .flat_map(|page| page.controls.iter().map(|control| &control.rule).chain([&page.rule]))
            .chain(about.papers.iter().map(|paper| &paper.when))
            .flatten()
            .flat_map(|rule| rule.reads.iter().cloned())
            .collect();
        let [vi, en] = words;
        let words = [(Locale::Vi, vi), (Locale::En, en)]
            .map(|(locale, source)| Words::from_sources(locale, &[source], Some(Words::of(locale))));
        Ok(Self { about, pages, schema: check::compile(&schema_text)?, branching, words })
    }

    /// The national code of its procedure.
    pub fn procedure(&self) -> &str {
        &self.about.procedure
    }

    /// Its version: drafts and submissions stay with the one they began on.
    pub fn version(&self) -> u32 {
        self.about.version
    }

    /// Whether an appointment to show originals belongs to it.
    pub fn appointment(&self) -> bool {
        self.about.appointment
    }

    /// The form's words, with the product's behind them.
    pub(super) fn words(&self, locale: Locale) -> &Words {
        match locale {
            Locale::Vi => &self.words[0],
            Locale::En => &self.words[1],
        }
    }

    pub(super) fn paper(&self, evidence: &str) -> Option<&Paper> {
        self.about.papers.iter().find(|paper| paper.id == evidence)
    }

    pub(super) fn control(&self, field: &str) -> Option<&Control> {
        self.pages.iter().flat_map(|page| &page.controls).find(|control| control.field == field)
    }
}

fn page(category: Category, schema: &Value, required: &BTreeSet<&str>) -> Result<Page, FormError> {
    let controls = category
        .elements
        .into_iter()
        .map(|control| self::control(control, schema, required))
        .collect::<Result<_, _>>()?;
    Ok(Page {
        name: category.label,
        rule: category.rule.map(RuleText::compile).transpose()?,
        evidence: category.options.evidence,
        controls,
    })
}

fn control(text: ControlText, schema: &Value, required: &BTreeSet<&str>) -> Result<Control, FormError> {
    let missing = || FormError::Package(format!("no answer at {}", text.scope));
    let field = text.scope.strip_prefix("#/properties/").ok_or_else(missing)?.to_owned();
    let asked = schema["properties"].get(&field).ok_or_else(missing)?;
    let choices = asked["enum"].as_array().into_iter().flatten();
    Ok(Control {
        widget: text.options.widget,
        prefill: text.options.prefill,
        day: text.options.day,
        consent: text.options.consent,
        rule: text.rule.map(RuleText::compile).transpose()?,
        optional: !required.contains(field.as_str()),
        choices: choices.filter_map(|c| c.as_str().map(str::to_owned)).collect(),
        max_length: asked["maxLength"].as_u64().and_then(|n| n.try_into().ok()),
        range: asked["minimum"].as_i64().zip(asked["maximum"].as_i64()),
        field,
    })
}

/// The answers that are required, always or on some condition.
fn required_somewhere(schema: &Value) -> BTreeSet<&str> {
    let conditional = schema["allOf"].as_array().into_iter().flatten().map(|part| &part["then"]["required"]);
    let lists = conditional.chain([&schema["required"]]);
    lists.filter_map(Value::as_array).flatten().filter_map(Value::as_str).collect()
}

macro_rules! package {
    ($folder:literal) => {
        Form::parse(
            include_str!(concat!("../../forms/", $folder, "/schema.json")),
            include_str!(concat!("../../forms/", $folder, "/ui.json")),
            include_str!(concat!("../../forms/", $folder, "/form.json")),
            [
                include_str!(concat!("../../forms/", $folder, "/vi.ftl")),
                include_str!(concat!("../../forms/", $folder, "/en.ftl")),
            ],
        )
        .expect("shipped forms are checked by tests")
    };
}

/// Every form the product ships.
pub(super) fn shipped() -> &'static [Form] {
    static FORMS: OnceLock<Vec<Form>> = OnceLock::new();
    FORMS.get_or_init(|| vec![package!("1.001193"), package!("2.000635"), package!("2.000815")])
}

/// A procedure's form in a version.
pub fn form(code: &str, version: u32) -> Option<&'static Form> {
    shipped().iter().find(|form| form.procedure() == code && form.version() == version)
}

/// A procedure's form as it is answered today; none when it cannot be submitted at a kiosk.
pub fn newest_form(code: &str) -> Option<&'static Form> {
    shipped().iter().filter(|form| form.procedure() == code).max_by_key(|form| form.version())
}
