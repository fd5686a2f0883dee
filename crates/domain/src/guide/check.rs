use std::sync::OnceLock;

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Draft as Dialect, ValidationError, Validator};
use regex::Regex;
use serde_json::Value;

use super::address;
use super::consent;
use super::draft::{Content, ContentPaper, Draft, Surroundings};
use super::form::{Attach, Control, Form, FormError};
use super::papers::DraftPage;
use super::shown::{CONSENTS, Shown};
use super::time_wanted::TimeWanted;
use super::view::{FieldProblem, Widget};
use crate::card::CitizenNumber;
use crate::wire::Consent;
use crate::words::Locale;

/// What is wrong with one field of one page. What is said about it is in the words.
pub(super) struct Fault {
    pub(super) page: String,
    pub(super) field: String,
    pub(super) cause: String,
}

/// Compiles the schema of a form's answers, with the formats forms use beside those of JSON Schema:
/// `person-name`, `citizen-number`, `phone`, `year`, `signature`, `appointment`.
pub(super) fn compile(schema: &Value) -> Result<Validator, FormError> {
    jsonschema::options()
        .with_draft(Dialect::Draft202012)
        .should_validate_formats(true)
        .should_ignore_unknown_formats(false)
        .with_format("person-name", is_person_name)
        .with_format("citizen-number", |text: &str| CitizenNumber::parse(text).is_ok_and(|n| n.as_str() == text))
        .with_format("phone", is_phone)
        .with_format("year", is_year)
        .with_format("signature", is_signature)
        .with_format("appointment", |text: &str| TimeWanted::parse(text).is_some())
        .build(schema)
        .map_err(|e| FormError::Schema(e.to_string()))
}

/// Letters of any language, with what stands between the parts of a name.
fn is_person_name(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '\'' | '’' | '-' | '.'))
}

/// Vietnamese numbers: 10 digits, 11 for some landlines.
fn is_phone(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().all(u8::is_ascii_digit)
        && matches!(bytes, [b'0', b'2' | b'3' | b'5' | b'7' | b'8' | b'9', rest @ ..] if (8..=9).contains(&rest.len()))
}

/// The oldest entries of registers that still matter name people born before 1900.
fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse::<u16>().is_ok_and(|year| (1800..2100).contains(&year))
}

/// Strokes of a finger in a box of 1000 by 400: an SVG path of nothing but `M` and `L` with whole numbers.
fn is_signature(text: &str) -> bool {
    static STROKES: OnceLock<Regex> = OnceLock::new();
    let strokes = STROKES.get_or_init(|| {
        Regex::new(r"^M ?\d{1,4}[ ,]\d{1,4}(?: ?[ML] ?\d{1,4}[ ,]\d{1,4})+$").expect("a pattern that was tried")
    });
    strokes.is_match(text)
        && text
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .enumerate()
            .all(|(n, part)| part.parse::<u32>().is_ok_and(|place| place <= if n % 2 == 0 { 1000 } else { 400 }))
}

impl Form {
    /// Everything that is wrong, in the order of the pages; one fault a field.
    pub(super) fn faults(&self, draft: &Draft, shown: &Shown, around: &Surroundings) -> Vec<Fault> {
        let fault = |page: &str, field: &str, cause: &str| Fault {
            page: page.to_owned(),
            field: field.to_owned(),
            cause: cause.to_owned(),
        };
        let refused = self.purposes().iter().filter(|p| p.required && !consent::given(&draft.consents, p.name));
        let mut faults: Vec<Fault> = refused.map(|p| fault(CONSENTS, p.name, "refused")).collect();
        let answers = Value::Object(shown.answers.clone());
        let wrong = self.wrong_fields(&answers);
        let today = around.now.business_date();
        for own in &shown.pages {
            for field in &own.fields {
                let by_schema = wrong.iter().find(|(path, _)| *path == field.path).map(|(_, cause)| cause.as_str());
                let by_day = || field.control.options.day?.fault_of(shown.flat.get(&field.path)?.as_str()?, today);
                let by_age = || self.is_young(own, field, shown, today).then_some("young");
                let by_units = match field.control.options.widget {
                    Widget::Address => shown.flat.get(&field.path).and_then(|at| address::fault(at, &around.units)),
                    _ => None,
                };
                let by_time = || match field.control.options.widget {
                    Widget::Appointment => {
                        TimeWanted::parse(shown.flat.get(&field.path)?.as_str()?)?.fault(&around.hours, around.now)
                    }
                    _ => None,
                };
                if let Some(cause) = by_units.or(by_schema).or_else(by_day).or_else(by_age).or_else(by_time) {
                    faults.push(fault(&own.name, &field.path, cause));
                }
            }
            if let Some(one) = &own.paper
                && one.paper.attach == Attach::Required
                && draft.pages_of(&one.id).next().is_none()
            {
                faults.push(fault(&own.name, &one.id, "missing"));
            }
            if let Some(one) = &own.paper
                && draft.pages_of(&one.id).any(DraftPage::doubtful)
            {
                faults.push(fault(&own.name, &one.id, "doubtful"));
            }
        }
        faults
    }

    /// The fields that do not fit the schema by their paths, each with its first cause.
    pub(super) fn wrong_fields(&self, answers: &Value) -> Vec<(String, String)> {
        let mut wrong: Vec<(String, String)> = Vec::new();
        let mut unknown = Vec::new();
        for error in self.schema.iter_errors(answers) {
            match error.kind() {
                ValidationErrorKind::UnevaluatedProperties { unexpected } => {
                    let within = error.instance_path().to_string();
                    unknown.extend(unexpected.iter().map(|name| self.path_of(&format!("{within}/{name}"))));
                }
                _ => {
                    let (field, cause) = self.field_and_cause(&error);
                    if !wrong.iter().any(|(known, _)| *known == field) {
                        wrong.push((field, cause));
                    }
                }
            }
        }
        // A property that failed counts as unevaluated too: only what nothing else explains is unknown.
        let explained = |field: &str, known: &str| {
            known.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        unknown.retain(|field| !wrong.iter().any(|(known, _)| explained(field, known)));
        let deepest = unknown.clone();
        unknown.retain(|field| !deepest.iter().any(|other| other != field && explained(field, other)));
        wrong.extend(unknown.into_iter().map(|field| (field, "unknown".to_owned())));
        wrong
    }

    /// The field that a place in what is sent belongs to: what is inside an answer is that answer's.
    fn path_of(&self, place: &str) -> String {
        let parts: Vec<&str> = place.trim_start_matches('/').split('/').collect();
        match parts.as_slice() {
            [group, item, field, ..] if self.group(group).is_some() => format!("{group}/{item}/{field}"),
            [field, ..] => (*field).to_owned(),
            [] => String::new(),
        }
    }

    fn field_and_cause(&self, error: &ValidationError) -> (String, String) {
        let place = error.instance_path().to_string();
        if let ValidationErrorKind::Required { property } = error.kind() {
            let missing = format!("{place}/{}", property.as_str().unwrap_or_default());
            return (self.path_of(&missing), "required".to_owned());
        }
        let field = self.path_of(&place);
        let cause = match error.kind() {
            ValidationErrorKind::Format { format } => format.clone(),
            ValidationErrorKind::MinLength { .. } => "short".to_owned(),
            ValidationErrorKind::MaxLength { .. } => "long".to_owned(),
            ValidationErrorKind::Minimum { .. }
            | ValidationErrorKind::Maximum { .. }
            | ValidationErrorKind::MinItems { .. }
            | ValidationErrorKind::MaxItems { .. } => "range".to_owned(),
            ValidationErrorKind::Enum { .. } | ValidationErrorKind::Constant { .. } => "choice".to_owned(),
            ValidationErrorKind::Type { .. } => match self.control(&field).map(|control| control.options.widget) {
                Some(Widget::Choice | Widget::YesNo) => "choice".to_owned(),
                Some(Widget::Count | Widget::Amount) => "range".to_owned(),
                _ => "not".to_owned(),
            },
            _ => "not".to_owned(),
        };
        (field, cause)
    }

    /// Whether answers fit the form's whole schema, as the server asks before it takes a submission:
    /// everything required is there, and nothing that should be hidden.
    ///
    /// # Errors
    /// One problem for each field that does not fit, in Vietnamese.
    pub fn check_answers(&self, answers: &Value) -> Result<(), Vec<FieldProblem>> {
        let wrong = self.wrong_fields(answers);
        if wrong.is_empty() {
            return Ok(());
        }
        let shown = self.shown_of(answers);
        let texts = |field: &str| {
            let item = field.split('/').nth(1).and_then(|item| item.parse().ok());
            self.texts(&shown, Locale::Vi).about(field.split('/').next(), item)
        };
        let problem = |(field, cause): (String, String)| self.field_problem(&field, &cause, &texts(&field));
        Err(wrong.into_iter().map(problem).collect())
    }

    /// Whether these papers belong to these answers: none that they do not ask for, and each that cannot
    /// be left out.
    pub fn check_papers(&self, answers: &Value, attached: &[&str]) -> bool {
        let shown = self.shown_of(answers);
        let mut papers = shown.pages.iter().filter_map(|own| own.paper.as_ref());
        attached.iter().all(|evidence| shown.asks_for(evidence))
            && papers.all(|one| one.paper.attach != Attach::Required || attached.contains(&one.id.as_str()))
    }

    /// Whether what is asked only with a consent is answered with that consent only.
    pub fn check_consents(&self, answers: &Value, given: &[&str]) -> bool {
        let answered = self.flatten(answers);
        // A field of a group stands under its item: `members/0/phone`.
        let is = |path: &str, control: &Control| match (&control.group, path.split('/').collect::<Vec<_>>().as_slice())
        {
            (None, [field]) => *field == control.field,
            (Some(group), [of, _, field]) => of == group && *field == control.field,
            _ => false,
        };
        self.controls().all(|control| match control.options.consent.as_deref() {
            Some(purpose) if !given.contains(&purpose) => !answered.keys().any(|path| is(path, control)),
            _ => true,
        })
    }

    /// What is sent: hidden answers and papers left out, equal to what the review shows.
    ///
    /// # Errors
    /// Everything that is missing or wrong, in the order of the pages.
    pub fn content(&self, draft: &Draft, around: &Surroundings) -> Result<Content, Vec<FieldProblem>> {
        let shown = self.shown(draft);
        let faults = self.faults(draft, &shown, around);
        if !faults.is_empty() {
            return Err(self.field_problems(&faults, &shown, around.locale));
        }
        let given =
            self.purposes().iter().flat_map(|p| draft.consents.iter().filter(|a| a.given && a.purpose == p.name));
        Ok(Content {
            consents: given
                .map(|answer| Consent {
                    purpose: answer.purpose.clone(),
                    text_version: answer.text_version,
                    at: answer.at,
                    method: "touch".to_owned(),
                })
                .collect(),
            papers: shown
                .pages
                .iter()
                .filter_map(|own| own.evidence())
                .filter_map(|evidence| {
                    let pages: Vec<String> = draft.pages_of(evidence).map(|page| page.id.clone()).collect();
                    (!pages.is_empty()).then(|| ContentPaper { evidence: evidence.to_owned(), pages })
                })
                .collect(),
            to_show: self.to_show(draft, &shown, around.locale),
            answers: Value::Object(shown.answers),
        })
    }
}
