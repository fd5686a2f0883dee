//! Every setting there is: its key in the file, what it says, and what an example of it is.

/// A setting. Its environment variable is made of its key: `tls.key` is `MOTCUA_TLS_KEY`.
pub(super) struct Key {
    /// In the file, with its table: `tls.key`.
    pub(super) name: &'static str,
    /// What it has when nobody says otherwise.
    pub(super) default: Option<&'static str>,
    /// An example, for the file that explains itself.
    pub(super) example: &'static str,
    /// What it is, in lines of that file.
    pub(super) about: &'static str,
}

impl Key {
    /// The environment variable that overrides it.
    pub(super) fn variable(&self) -> String {
        format!("MOTCUA_{}", self.name.replace('.', "_").to_uppercase())
    }
}

/// The sentence that lets plain HTTP leave this machine.
pub(super) const IN_WORDS: &str = "yes, everybody on this network can read and change it";
/// The table with a key for each bank.
pub(super) const BANKS: &str = "banks";
/// The environment variable with all banks: `vietinbank=/etc/…,vietcombank=/etc/…`.
pub(super) const BANKS_VARIABLE: &str = "MOTCUA_BANKS";

/// All settings but the banks, as they stand in the file: those without a table first.
pub(super) const KEYS: &[Key] = &[
    Key {
        name: "listen",
        default: Some("127.0.0.1:8700"),
        example: "127.0.0.1:8700",
        about: "Where the server listens: an address of this machine and a port. 0.0.0.0:8700 is every address.",
    },
    Key {
        name: "database",
        default: Some("sqlite://motcua-central.db"),
        example: "sqlite:///var/lib/motcua-central/central.db",
        about: "The database: a file of SQLite, or postgres://motcua:PASSWORD@host/motcua (PostgreSQL 15 or newer).",
    },
    Key {
        name: "branch",
        default: None,
        example: "/etc/motcua/branch.json",
        about: "A JSON file that describes the centre, for the first start ('motcua-central branch' prints one).\n\
                After it the centre is set up at the console.",
    },
    Key {
        name: "public_url",
        default: None,
        example: "https://motcua.angiang.example",
        about: "Where visitors' phones reach this server: it is printed into the QR of tickets and receipts.",
    },
    Key {
        name: "key_file",
        default: None,
        example: "/etc/motcua/seal.key",
        about: "The file with the key that wraps the keys of what is kept sealed, readable by its owner only.\n\
                Keep a copy of it apart from the backups: without it nobody can open what was sealed.",
    },
    Key {
        name: "plain_http_on_the_network",
        default: None,
        example: IN_WORDS,
        about: "Without a certificate the server listens on this machine only. Whoever wants plain HTTP on the\n\
                network all the same says so with exactly this sentence.",
    },
    Key {
        name: "tls.certificate",
        default: None,
        example: "/etc/motcua/tls.pem",
        about: "The server's certificate in PEM, with those between it and its authority after it. After a change\n\
                'systemctl reload motcua-central' (SIGHUP) shows the new one without ending anybody's visit.",
    },
    Key {
        name: "tls.key",
        default: None,
        example: "/etc/motcua/tls.key",
        about: "The certificate's private key in PEM, without a password.",
    },
    Key {
        name: "log.format",
        default: Some("text"),
        example: "json",
        about: "How the log on standard error is written: text for people, json for programs.",
    },
    Key {
        name: "log.level",
        default: Some("info"),
        example: "info",
        about: "How much is logged: error, warn, info, debug, or a filter such as info,sqlx=warn.",
    },
    Key {
        name: "metrics.token_file",
        default: None,
        example: "/etc/motcua/metrics.token",
        about: "The file with the token that lets another machine read /metrics (Authorization: Bearer …).\n\
                Without it /metrics answers this machine only.",
    },
    Key {
        name: "limits.connections",
        default: Some("4096"),
        example: "4096",
        about: "How many connections are open at once, from 16 to 60000; more wait to be let in. A board or a\n\
                console keeps two open.",
    },
];

/// The file that explains itself: every setting with what it is. What stands behind `#` without a space is a
/// setting that has no value unless somebody gives it one.
pub(crate) fn example() -> String {
    let mut text = String::from(
        "# Settings of motcua-central. A flag of 'serve' overrides the environment, the environment overrides this\n\
         # file. 'motcua-central check-config --config FILE' says what would hold, and what is wrong.\n",
    );
    let mut table = "";
    for key in KEYS {
        let (in_table, name) = key.name.split_once('.').unwrap_or(("", key.name));
        if in_table != table {
            text.push_str(&format!("\n[{in_table}]\n"));
            table = in_table;
        }
        let about = key.about.replace('\n', "\n# ");
        let unset = if key.default.is_some() { "" } else { "#" };
        let value = key.default.unwrap_or(key.example);
        let value = if value.parse::<u32>().is_ok() { value.to_owned() } else { format!("{value:?}") };
        text.push_str(&format!("\n# {about}\n# Environment: {}\n{unset}{name} = {value}\n", key.variable()));
    }
    text.push_str(&format!(
        "\n[{BANKS}]\n\n# The banks that tell of credits: a name of small letters, digits and hyphens, and the file of the secret\n\
         # (32 bytes or more) shared with it. The bank posts to /v1/bank/NAME.\n\
         # Environment: {BANKS_VARIABLE}=vietinbank=/etc/motcua/vietinbank.secret,…\n\
         #vietinbank = \"/etc/motcua/vietinbank.secret\"\n"
    ));
    text
}
