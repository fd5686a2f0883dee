//! Settings as the server takes them, each checked.

use std::net::SocketAddr;
use std::path::Path;

use motcua_central::{Serving, Settings, Tls, bank_option};
use motcua_domain::branch::BranchConfig;
use tracing_subscriber::EnvFilter;

use super::keys::{BANKS, IN_WORDS};
use super::{Chosen, Wrong};

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LogFormat {
    /// Lines for people.
    Text,
    /// A JSON object a line.
    Json,
}

/// Settings that can be worked with.
pub(crate) struct Checked {
    /// What the server is.
    pub(crate) settings: Settings,
    /// How it meets the network.
    pub(crate) serving: Serving,
    /// How its log is written.
    pub(crate) log_format: LogFormat,
    /// How much is logged.
    pub(crate) log_level: String,
}

/// The fewest connections that let a lobby work.
const FEWEST: usize = 16;
/// More than one address has ports for.
const MOST: usize = 60_000;

impl Chosen {
    /// Checks every setting.
    ///
    /// # Errors
    /// All that is wrong, at once.
    pub(crate) fn check(&self) -> Result<Checked, Wrong> {
        let mut wrong = Vec::new();
        let listen = self.listen(&mut wrong);
        let database = self.value("database").unwrap_or_default().to_owned();
        if !["sqlite:", "postgres:", "postgresql:"].iter().any(|engine| database.starts_with(engine)) {
            self.say(
                "database",
                "it is no database",
                "write sqlite:///var/lib/motcua-central/central.db or postgres://motcua@localhost/motcua",
                &mut wrong,
            );
        }
        let branch = self.branch(&mut wrong);
        let public_url = self.value("public_url").map(ToOwned::to_owned);
        if public_url.as_ref().is_some_and(|url| !url.starts_with("http://") && !url.starts_with("https://")) {
            self.say("public_url", "it is no address of a page", "begin it with https:// or http://", &mut wrong);
        }
        let serving = self.serving(&mut wrong);
        if serving.tls.is_none() && !serving.plain_http_on_the_network && !listen.ip().to_canonical().is_loopback() {
            self.say(
                "listen",
                "the network reaches it, where everybody could read plain HTTP",
                &format!("give [tls] a certificate and its key, listen on 127.0.0.1, or write plain_http_on_the_network = {IN_WORDS:?}"),
                &mut wrong,
            );
        }
        let log_format = match self.value("log.format") {
            Some("text") => LogFormat::Text,
            Some("json") => LogFormat::Json,
            _ => {
                self.say("log.format", "there is no such format", "write text or json", &mut wrong);
                LogFormat::Text
            }
        };
        let log_level = self.value("log.level").unwrap_or("info").to_owned();
        if EnvFilter::try_new(&log_level).is_err() || log_level.is_empty() {
            self.say(
                "log.level",
                "it is no filter",
                "write error, warn, info, debug, or one such as info,sqlx=warn",
                &mut wrong,
            );
        }
        let mut banks = std::collections::BTreeMap::new();
        for (name, (file, source)) in &self.banks {
            match bank_option(&format!("{name}={file}")) {
                Ok((name, secret)) => drop(banks.insert(name, secret)),
                Err(error) => wrong.push(format!("{BANKS}.{name}: {error} (from {source})")),
            }
        }
        if wrong.is_empty() {
            let settings = Settings { listen, database, branch, public_url, banks };
            Ok(Checked { settings, serving, log_format, log_level })
        } else {
            Err(Wrong(wrong))
        }
    }

    fn value(&self, key: &str) -> Option<&str> {
        self.values.get(key).map(|(value, _)| value.as_str())
    }

    fn say(&self, key: &str, what: &str, write: &str, wrong: &mut Vec<String>) {
        let (value, source) = match self.values.get(key) {
            Some((value, source)) => (super::masked(value), source.to_string()),
            None => (String::new(), "nowhere".to_owned()),
        };
        wrong.push(format!("{key} = {value:?}: {what} (from {source}): {write}"));
    }

    fn listen(&self, wrong: &mut Vec<String>) -> SocketAddr {
        self.value("listen").and_then(|listen| listen.parse().ok()).unwrap_or_else(|| {
            self.say("listen", "it is no address with a port", "write it as 127.0.0.1:8700", wrong);
            SocketAddr::from(([127, 0, 0, 1], 0))
        })
    }

    fn branch(&self, wrong: &mut Vec<String>) -> BranchConfig {
        let Some(file) = self.value("branch") else { return BranchConfig::default() };
        let read = std::fs::read(file).map_err(|error| error.to_string());
        let read =
            read.and_then(|text| serde_json::from_slice::<BranchConfig>(&text).map_err(|error| error.to_string()));
        read.and_then(|branch| branch.check().map(|()| branch).map_err(|error| error.to_string())).unwrap_or_else(
            |error| {
                self.say(
                    "branch",
                    &format!("the centre cannot be read ({error})"),
                    "start from what 'motcua-central branch' prints",
                    wrong,
                );
                BranchConfig::default()
            },
        )
    }

    fn serving(&self, wrong: &mut Vec<String>) -> Serving {
        let tls = match (self.value("tls.certificate"), self.value("tls.key")) {
            (Some(certificate), Some(key)) => Some(Tls { certificate: certificate.into(), key: key.into() }),
            (None, None) => None,
            (Some(_), None) => {
                self.say("tls.certificate", "its key is missing", "write tls.key as well", wrong);
                None
            }
            (None, Some(_)) => {
                self.say("tls.key", "its certificate is missing", "write tls.certificate as well", wrong);
                None
            }
        };
        if let Some(tls) = &tls
            && let Err(error) = tls.check()
        {
            self.say("tls.certificate", &error.to_string(), "nothing is served until it is right", wrong);
        }
        let said = self.value("plain_http_on_the_network");
        if said.is_some_and(|said| said != IN_WORDS) {
            self.say(
                "plain_http_on_the_network",
                "it takes one sentence",
                &format!("write {IN_WORDS:?}, or leave it out"),
                wrong,
            );
        }
        let metrics_token = self.value("metrics.token_file").and_then(|file| self.token(file, wrong));
        let key_file = self.value("key_file").map(Into::into);
        if let Some(file) = self.value("key_file") {
            self.secret_file("key_file", Path::new(file), wrong);
        }
        let connections = self.value("limits.connections").and_then(|number| number.parse().ok());
        let connections = connections.filter(|number| (FEWEST..=MOST).contains(number)).unwrap_or_else(|| {
            self.say("limits.connections", "it is no such number", "write a whole number from 16 to 60000", wrong);
            FEWEST
        });
        Serving { tls, plain_http_on_the_network: said == Some(IN_WORDS), metrics_token, key_file, connections }
    }

    fn token(&self, file: &str, wrong: &mut Vec<String>) -> Option<String> {
        if !self.secret_file("metrics.token_file", Path::new(file), wrong) {
            return None;
        }
        let token = std::fs::read_to_string(file).unwrap_or_default().trim().to_owned();
        if token.len() < 16 {
            self.say(
                "metrics.token_file",
                "the token in it could be guessed",
                "put 16 characters or more into it, such as 'openssl rand -hex 24' prints",
                wrong,
            );
        }
        Some(token)
    }

    /// Whether a file can be read, and by nobody else.
    fn secret_file(&self, key: &str, file: &Path, wrong: &mut Vec<String>) -> bool {
        let found = match std::fs::File::open(file).and_then(|open| open.metadata()) {
            Ok(found) => found,
            Err(error) => {
                self.say(key, &format!("it cannot be read ({error})"), "name a file that this account may read", wrong);
                return false;
            }
        };
        #[cfg(unix)]
        if std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o007 != 0 {
            self.say(key, "everybody on this machine can read it", &format!("chmod 600 {}", file.display()), wrong);
            return false;
        }
        found.is_file()
    }
}
