//! What can be said of the files as text, before they are a form.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use unicode_normalization::is_nfc;

use super::super::package::Package;
use super::{Findings, PackageFile};

/// What stands in programs and never in a form.
const EXECUTABLE: [&str; 9] =
    ["javascript:", "<script", "<iframe", "function(", "function (", "=>", "eval(", "onerror=", "onclick="];

/// What forms use of JSON Schema, and what only explains it.
const KEYWORDS: [&str; 31] = [
    "$schema",
    "$comment",
    "title",
    "description",
    "examples",
    "type",
    "properties",
    "required",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "unevaluatedProperties",
    "additionalProperties",
    "enum",
    "const",
    "minLength",
    "maxLength",
    "format",
    "pattern",
    "minimum",
    "maximum",
    "minItems",
    "maxItems",
    "items",
    "uniqueItems",
    "contains",
    "minContains",
];

const JSON: [PackageFile; 3] = [PackageFile::Schema, PackageFile::Ui, PackageFile::About];

pub(super) fn check(package: &Package, findings: &mut Findings) {
    for file in PackageFile::ALL {
        let source = file.of(package);
        for (number, line) in (1..).zip(source.lines()) {
            let place = format!("{number}");
            if !is_nfc(line) {
                findings.add("not-composed", file, &place, "");
            }
            let lower = line.to_lowercase();
            if let Some(found) = EXECUTABLE.iter().find(|text| lower.contains(**text)) {
                findings.add("executable", file, &place, found);
            }
        }
    }
    for file in JSON {
        if let Ok(Once(repeated)) = serde_json::from_str(file.of(package)) {
            repeated.iter().for_each(|name| findings.add("repeated-name", file, name, ""));
        }
    }
    let parsed = JSON.map(|file| serde_json::from_str::<Value>(file.of(package)).unwrap_or_default());
    keywords(&parsed[0], PackageFile::Schema, "", findings);
    for (value, file) in [(&parsed[1], PackageFile::Ui), (&parsed[2], PackageFile::About)] {
        conditions(value, file, "", findings);
    }
}

/// The file that keeps a package from being read.
pub(super) fn unread(package: &Package) -> PackageFile {
    let broken = JSON.into_iter().find(|file| serde_json::from_str::<Value>(file.of(package)).is_err());
    broken.unwrap_or(PackageFile::Ui)
}

/// Looks at a schema: all its keywords are known, and it fetches nothing.
fn keywords(schema: &Value, file: PackageFile, place: &str, findings: &mut Findings) {
    for (keyword, value) in schema.as_object().into_iter().flatten() {
        let here = format!("{place}/{keyword}");
        match (keyword.as_str(), value) {
            ("$ref" | "$dynamicRef" | "$id" | "$anchor", _) => findings.add("reference", file, &here, ""),
            ("properties", Value::Object(properties)) => {
                for (name, schema) in properties {
                    keywords(schema, file, &format!("{here}/{name}"), findings);
                }
            }
            ("enum" | "const" | "examples" | "required", _) => {}
            (known, _) if !KEYWORDS.contains(&known) => {
                findings.add("unknown-keyword", file, &here, known);
                keywords(value, file, &here, findings);
            }
            (_, Value::Array(schemas)) => {
                for (n, schema) in schemas.iter().enumerate() {
                    keywords(schema, file, &format!("{here}/{n}"), findings);
                }
            }
            _ => keywords(value, file, &here, findings),
        }
    }
}

/// Looks at the schemas of rules.
fn conditions(value: &Value, file: PackageFile, place: &str, findings: &mut Findings) {
    match value {
        Value::Object(members) => {
            if members.contains_key("scope")
                && let Some(schema) = members.get("schema")
            {
                keywords(schema, file, &format!("{place}/schema"), findings);
            }
            for (name, value) in members {
                conditions(value, file, &format!("{place}/{name}"), findings);
            }
        }
        Value::Array(values) => {
            for (n, value) in values.iter().enumerate() {
                conditions(value, file, &format!("{place}/{n}"), findings);
            }
        }
        _ => {}
    }
}

/// The names that stand twice in one object of a JSON file: only the last of them would count.
struct Once(BTreeSet<String>);

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Look;
        impl<'de> Visitor<'de> for Look {
            type Value = Once;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("JSON")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Once, A::Error> {
                let (mut names, mut repeated) = (BTreeSet::new(), BTreeSet::new());
                while let Some((name, Once(below))) = map.next_entry::<String, Once>()? {
                    repeated.extend(below);
                    if !names.insert(name.clone()) {
                        repeated.insert(name);
                    }
                }
                Ok(Once(repeated))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Once, A::Error> {
                let mut repeated = BTreeSet::new();
                while let Some(Once(below)) = list.next_element()? {
                    repeated.extend(below);
                }
                Ok(Once(repeated))
            }
            fn visit_str<E>(self, _: &str) -> Result<Once, E> {
                Ok(Once(BTreeSet::new()))
            }
            fn visit_bool<E>(self, _: bool) -> Result<Once, E> {
                Ok(Once(BTreeSet::new()))
            }
            fn visit_i64<E>(self, _: i64) -> Result<Once, E> {
                Ok(Once(BTreeSet::new()))
            }
            fn visit_u64<E>(self, _: u64) -> Result<Once, E> {
                Ok(Once(BTreeSet::new()))
            }
            fn visit_f64<E>(self, _: f64) -> Result<Once, E> {
                Ok(Once(BTreeSet::new()))
            }
            fn visit_unit<E>(self) -> Result<Once, E> {
                Ok(Once(BTreeSet::new()))
            }
        }
        from.deserialize_any(Look)
    }
}
