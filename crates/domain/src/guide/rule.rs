use std::collections::BTreeSet;

use jsonschema::Validator;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::form::FormError;

/// When something applies: a JSON Forms schema-based condition.
///
/// A condition on an answer that is not there does not hold. JSON Forms leaves that to
/// `failWhenUndefined`, so a scope on one answer must say it; a scope on all of them (`#`, or of an
/// item `#/properties/<group>/items`) says `required` in its schema.
#[derive(Deserialize)]
#[serde(try_from = "Condition")]
pub(super) struct Rule {
    pub(super) scope: Scope,
    pub(super) source: Value,
    schema: Validator,
    /// The answers it reads, by [`super::form::Control::base`].
    pub(super) reads: BTreeSet<String>,
}

/// What a rule looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// All answers.
    All,
    /// One answer.
    Answer(String),
    /// The item of a group that the page stands for.
    Item(String),
    /// One answer of that item.
    ItemAnswer(String, String),
}

/// The answers a rule may read.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    /// All that are visible, as they are sent.
    pub(super) answers: &'a Map<String, Value>,
    /// Those of the item that is looked at.
    pub(super) item: Option<&'a Value>,
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
        let named = Scope::parse(&condition.scope);
        let scope = named
            .filter(|scope| !scope.is_one_answer() || condition.fail_when_undefined)
            .ok_or_else(|| FormError::Package(format!("a condition on {} is not understood", condition.scope)))?;
        let mut reads = BTreeSet::new();
        let below = match &scope {
            Scope::All => String::new(),
            Scope::Answer(name) | Scope::Item(name) => format!("{name}/"),
            Scope::ItemAnswer(group, name) => format!("{group}/{name}/"),
        };
        if scope.is_one_answer() {
            reads.insert(below.trim_end_matches('/').to_owned());
        }
        names_in(&condition.schema, &below, &mut reads);
        let schema = jsonschema::draft202012::new(&condition.schema).map_err(|e| FormError::Schema(e.to_string()))?;
        Ok(Self { scope, source: condition.schema, schema, reads })
    }
}

impl Scope {
    fn parse(scope: &str) -> Option<Self> {
        if scope == "#" {
            return Some(Self::All);
        }
        let parts: Vec<&str> = scope.strip_prefix("#/properties/")?.split('/').collect();
        match parts.as_slice() {
            [answer] => Some(Self::Answer((*answer).to_owned())),
            [group, "items"] => Some(Self::Item((*group).to_owned())),
            [group, "items", "properties", answer] => Some(Self::ItemAnswer((*group).to_owned(), (*answer).to_owned())),
            _ => None,
        }
    }

    fn is_one_answer(&self) -> bool {
        matches!(self, Self::Answer(_) | Self::ItemAnswer(..))
    }
}

impl Rule {
    /// Whether it holds for these answers, hidden ones already left out.
    pub(super) fn holds(&self, known: Known) -> bool {
        let seen = match &self.scope {
            Scope::All => return self.schema.is_valid(&Value::Object(known.answers.clone())),
            Scope::Answer(name) => known.answers.get(name),
            Scope::Item(_) => known.item,
            Scope::ItemAnswer(_, name) => known.item.and_then(|item| item.get(name)),
        };
        seen.is_some_and(|seen| self.schema.is_valid(seen))
    }

    /// The group whose item it looks at.
    pub(super) fn group(&self) -> Option<&str> {
        match &self.scope {
            Scope::Item(group) | Scope::ItemAnswer(group, _) => Some(group),
            Scope::All | Scope::Answer(_) => None,
        }
    }
}

/// The names under every `properties` in a schema, those of items behind the name of their group.
pub(super) fn names_in(schema: &Value, below: &str, names: &mut BTreeSet<String>) {
    match schema {
        Value::Object(keywords) => {
            for (keyword, value) in keywords {
                match (keyword.as_str(), value) {
                    ("properties", Value::Object(properties)) => {
                        for (name, schema) in properties {
                            names.insert(format!("{below}{name}"));
                            names_in(schema, &format!("{below}{name}/"), names);
                        }
                    }
                    ("const" | "enum", _) => {}
                    _ => names_in(value, below, names),
                }
            }
        }
        Value::Array(schemas) => schemas.iter().for_each(|schema| names_in(schema, below, names)),
        _ => {}
    }
}
