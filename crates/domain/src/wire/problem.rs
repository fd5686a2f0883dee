use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// Why something was refused, in a form every layer can carry (RFC 9457 over HTTP).
///
/// `code` is stable and in kebab-case. What a person reads is the message `error-<code>` of the
/// catalogue of words, with `args`; it is never the text of a library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Problem {
    /// Stable name of the reason: `unknown-code`, `queue-empty`, `central-away`, …
    pub code: String,
    /// Values for the message; never personal data.
    #[serde(default)]
    pub args: BTreeMap<String, String>,
}

impl Problem {
    /// A problem without arguments.
    pub fn new(code: &str) -> Self {
        Self { code: code.to_owned(), args: BTreeMap::new() }
    }

    /// The same problem with one more argument for its message.
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// The key of its message in the catalogue of words.
    pub fn message_key(&self) -> String {
        format!("error-{}", self.code)
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.code)
    }
}

impl std::error::Error for Problem {}
