use std::collections::BTreeSet;

use jsonschema::Validator;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::form::FormError;

/// When something applies: a JSON Forms schema-based condition.
///
/// A condition on an answer that is not there does not hold. JSON Forms leaves that to
/// `failWhenUndefined`, so a scope on one answer must say it; a scope on all of them (`#`) says
/// `required` in its schema.
#[derive(Deserialize)]
#[serde(try_from = "Condition")]
pub(super) struct Rule {
    field: Option<String>,
    schema: Validator,
    /// The answers it reads.
    pub(super) reads: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Condition {
    scope: String,
    schema: Value,
    #[serde(default)]
    fail_when_undefined: bool,
}

impl TryFrom<Condition> for Rule {
    type Error = FormError;
    fn try_from(condition: Condition) -> Result<Self, FormError> {
        let mut reads = BTreeSet::new();
        let field = match condition.scope.strip_prefix("#/properties/") {
            Some(field) if condition.fail_when_undefined => {
                reads.insert(field.to_owned());
                Some(field.to_owned())
            }
            None if condition.scope == "#" => {
                names_in(&condition.schema, &mut reads);
                None
            }
            _ => return Err(FormError::Package(format!("a condition on {} is not understood", condition.scope))),
        };
        let schema = jsonschema::draft202012::new(&condition.schema).map_err(|e| FormError::Schema(e.to_string()))?;
        Ok(Self { field, schema, reads })
    }
}

impl Rule {
    /// Whether it holds for these answers, hidden ones already left out.
    pub(super) fn holds(&self, answers: &Map<String, Value>) -> bool {
        match &self.field {
            Some(field) => answers.get(field).is_some_and(|answer| self.schema.is_valid(answer)),
            None => self.schema.is_valid(&Value::Object(answers.clone())),
        }
    }
}

/// The names under every `properties` in a schema.
fn names_in(schema: &Value, names: &mut BTreeSet<String>) {
    match schema {
        Value::Object(keywords) => {
            for (keyword, value) in keywords {
                match (keyword.as_str(), value) {
                    ("properties", Value::Object(properties)) => names.extend(properties.keys().cloned()),
                    _ => names_in(value, names),
                }
            }
        }
        Value::Array(schemas) => schemas.iter().for_each(|schema| names_in(schema, names)),
        _ => {}
    }
}
