//! How the server is to run, put together from flags, the environment and one TOML file, in this order, and
//! checked as a whole before anything starts: every message names the key, what is wrong, where it was said,
//! and what to write.

mod check;
mod keys;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use clap::Args;

pub(super) use check::{Checked, LogFormat};
use keys::{BANKS, BANKS_VARIABLE, IN_WORDS, KEYS};

pub(super) use keys::example;

/// The settings as flags; each stands above the environment and the file.
#[derive(Args, Default)]
pub(super) struct Flags {
    /// The file with the settings ('config-example' prints one).
    #[arg(long, value_name = "FILE", env = "MOTCUA_CONFIG")]
    config: Option<PathBuf>,
    /// Where to listen [default: 127.0.0.1:8700].
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// The database [default: sqlite://motcua-central.db].
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// A JSON file that describes the centre, for the first start.
    #[arg(long, value_name = "FILE")]
    branch: Option<String>,
    /// Where phones reach the public pages.
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// The file with the key that wraps the keys of what is kept sealed.
    #[arg(long, value_name = "FILE")]
    key_file: Option<String>,
    /// The server's certificate in PEM; with it the server speaks TLS only.
    #[arg(long, value_name = "FILE")]
    tls_certificate: Option<String>,
    /// The certificate's private key in PEM.
    #[arg(long, value_name = "FILE")]
    tls_key: Option<String>,
    /// Lets plain HTTP leave this machine: everybody on the network can read and change it.
    #[arg(long)]
    plain_http_on_the_network: bool,
    /// How the log is written: text or json.
    #[arg(long, value_name = "FORMAT")]
    log_format: Option<String>,
    /// How much is logged.
    #[arg(long, value_name = "LEVEL")]
    log_level: Option<String>,
    /// The file with the token that lets another machine read /metrics.
    #[arg(long, value_name = "FILE")]
    metrics_token_file: Option<String>,
    /// How many connections are open at once.
    #[arg(long, value_name = "NUMBER")]
    limits_connections: Option<String>,
    /// A bank that tells of credits, with the file of the secret shared with it: `vietinbank=/etc/…`.
    #[arg(long = "bank", value_name = "NAME=FILE")]
    banks: Vec<String>,
}

impl Flags {
    fn of(&self, key: &str) -> Option<String> {
        match key {
            "listen" => self.listen.clone(),
            "database" => self.database.clone(),
            "branch" => self.branch.clone(),
            "public_url" => self.public_url.clone(),
            "key_file" => self.key_file.clone(),
            "plain_http_on_the_network" => self.plain_http_on_the_network.then(|| IN_WORDS.to_owned()),
            "tls.certificate" => self.tls_certificate.clone(),
            "tls.key" => self.tls_key.clone(),
            "log.format" => self.log_format.clone(),
            "log.level" => self.log_level.clone(),
            "metrics.token_file" => self.metrics_token_file.clone(),
            "limits.connections" => self.limits_connections.clone(),
            _ => None,
        }
    }
}

/// Where a setting was said.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Source {
    Flag,
    Environment(String),
    File(PathBuf),
    Default,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag => f.write_str("a flag"),
            Self::Environment(variable) => f.write_str(variable),
            Self::File(file) => write!(f, "{}", file.display()),
            Self::Default => f.write_str("default"),
        }
    }
}

/// All that is wrong with the settings, a line each.
#[derive(Debug, thiserror::Error)]
#[error("the settings cannot be used:\n  {}", .0.join("\n  "))]
pub(super) struct Wrong(Vec<String>);

/// The settings that hold, with where each was said.
pub(super) struct Chosen {
    values: BTreeMap<&'static str, (String, Source)>,
    banks: BTreeMap<String, (String, Source)>,
}

impl Chosen {
    /// Puts them together.
    ///
    /// # Errors
    /// When the file cannot be read, or says what is no setting.
    pub(super) fn of(flags: &Flags, environment: &BTreeMap<String, String>) -> Result<Self, Wrong> {
        let mut wrong = Vec::new();
        let mut chosen = Self { values: BTreeMap::new(), banks: BTreeMap::new() };
        for key in KEYS {
            if let Some(default) = key.default {
                chosen.values.insert(key.name, (default.to_owned(), Source::Default));
            }
        }
        if let Some(file) = &flags.config {
            chosen.read(file, &mut wrong);
        }
        for key in KEYS {
            let variable = key.variable();
            if let Some(value) = environment.get(&variable).filter(|value| !value.is_empty()) {
                chosen.values.insert(key.name, (value.clone(), Source::Environment(variable)));
            }
            if let Some(value) = flags.of(key.name) {
                chosen.values.insert(key.name, (value, Source::Flag));
            }
        }
        let named = environment.get(BANKS_VARIABLE).into_iter().flat_map(|all| all.split(',')).map(str::trim);
        let named =
            named.filter(|one| !one.is_empty()).map(|one| (one, Source::Environment(BANKS_VARIABLE.to_owned())));
        for (bank, source) in named.chain(flags.banks.iter().map(|bank| (bank.as_str(), Source::Flag))) {
            match bank.split_once('=') {
                Some((name, file)) => drop(chosen.banks.insert(name.to_owned(), (file.to_owned(), source))),
                None => wrong.push(format!("{BANKS}: '{bank}' names no file (from {source}): write NAME=FILE")),
            }
        }
        if wrong.is_empty() { Ok(chosen) } else { Err(Wrong(wrong)) }
    }

    fn read(&mut self, file: &PathBuf, wrong: &mut Vec<String>) {
        let table = std::fs::read_to_string(file).map_err(|error| error.to_string());
        let table = table.and_then(|text| text.parse::<toml::Table>().map_err(|error| error.to_string()));
        match table {
            Ok(table) => self.take(&table, "", &Source::File(file.clone()), wrong),
            Err(error) => wrong.push(format!("--config {}: {}", file.display(), error.trim())),
        }
    }

    fn take(&mut self, table: &toml::Table, within: &str, source: &Source, wrong: &mut Vec<String>) {
        for (name, value) in table {
            let full = if within.is_empty() { name.clone() } else { format!("{within}.{name}") };
            let key = KEYS.iter().find(|key| key.name == full);
            let is_table = full == BANKS || KEYS.iter().any(|key| key.name.starts_with(&format!("{full}.")));
            match (value, key) {
                (toml::Value::Table(inner), None) if is_table => self.take(inner, &full, source, wrong),
                (toml::Value::String(value), _) if within == BANKS => {
                    self.banks.insert(name.clone(), (value.clone(), source.clone()));
                }
                (toml::Value::String(value), Some(key)) => {
                    self.values.insert(key.name, (value.clone(), source.clone()));
                }
                (toml::Value::Integer(value), Some(key)) => {
                    self.values.insert(key.name, (value.to_string(), source.clone()));
                }
                (_, Some(key)) => wrong.push(format!(
                    "{full}: it takes one text or number (from {source}): write {} = {:?}",
                    key.name, key.example
                )),
                (_, None) if is_table => wrong.push(format!("{full}: it is a table (from {source}): write [{full}]")),
                (_, None) if within == BANKS => {
                    wrong.push(format!(
                        "{full}: it takes the file of a secret (from {source}): write {name} = \"/etc/…\""
                    ));
                }
                (_, None) => wrong.push(format!("{full}: there is no such setting (from {source}){}", nearest(&full))),
            }
        }
    }

    /// As a file of settings with what would hold, where it was said behind each, and no secret.
    pub(super) fn shown(&self) -> String {
        let mut text = String::new();
        let mut table = "";
        for key in KEYS {
            let Some((value, source)) = self.values.get(key.name) else { continue };
            let (in_table, name) = key.name.split_once('.').unwrap_or(("", key.name));
            if in_table != table {
                text.push_str(&format!("\n[{in_table}]\n"));
                table = in_table;
            }
            text.push_str(&format!("{name} = {:?} # {source}\n", masked(value)));
        }
        if !self.banks.is_empty() {
            text.push_str(&format!("\n[{BANKS}]\n"));
        }
        for (name, (file, source)) in &self.banks {
            text.push_str(&format!("{name} = {file:?} # {source}\n"));
        }
        text
    }
}

/// What to say of a key that is none: the one it is most like.
fn nearest(key: &str) -> String {
    let name = |full: &str| full.rsplit('.').next().unwrap_or(full).to_owned();
    let like = |known: &str| strsim::jaro_winkler(key, known).max(strsim::jaro_winkler(&name(key), &name(known)));
    let best = KEYS.iter().map(|known| (like(known.name), known.name)).max_by(|one, other| one.0.total_cmp(&other.0));
    match best {
        Some((likeness, known)) if likeness > 0.75 => format!(": did you mean {known}?"),
        _ => ": 'motcua-central config-example' shows all there are".to_owned(),
    }
}

/// A value without the password that a URL may hold.
fn masked(value: &str) -> String {
    let Some((scheme, rest)) = value.split_once("://") else { return value.to_owned() };
    let (rest, query) = rest.split_once('?').map_or((rest, None), |(rest, query)| (rest, Some(query)));
    let rest = match rest.rsplit_once('@') {
        Some((who, host)) => match who.split_once(':') {
            Some((user, _)) => format!("{user}:***@{host}"),
            None => rest.to_owned(),
        },
        None => rest.to_owned(),
    };
    let query = query.map(|query| {
        let one = |pair: &str| match pair.split_once('=') {
            Some((name, _)) if name.contains("password") => format!("{name}=***"),
            _ => pair.to_owned(),
        };
        format!("?{}", query.split('&').map(one).collect::<Vec<_>>().join("&"))
    });
    format!("{scheme}://{rest}{}", query.unwrap_or_default())
}

/// Variables that look like settings and are none, each with what to do.
pub(super) fn unknown_variables(environment: &BTreeMap<String, String>) -> Vec<String> {
    let known = |name: &str| {
        // The first two are of the program with the windows and of `serve --config`.
        matches!(name, "MOTCUA_DATA" | "MOTCUA_CONFIG" | BANKS_VARIABLE)
            || KEYS.iter().any(|key| key.variable() == name)
    };
    let unknown = environment.keys().filter(|name| name.starts_with("MOTCUA_") && !known(name));
    let key = |name: &str| name.trim_start_matches("MOTCUA_").to_lowercase().replacen('_', ".", 1);
    unknown.map(|name| format!("{name} is no setting{}", nearest(&key(name)))).collect()
}
