#![allow(clippy::unwrap_used)]

use super::*;

fn chosen(file: &str, environment: &[(&str, &str)], flags: Flags) -> Result<Chosen, Wrong> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("central.toml");
    std::fs::write(&path, file).unwrap();
    let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Chosen::of(&Flags { config: Some(path), ..flags }, &environment)
}

fn wrong(file: &str) -> String {
    match chosen(file, &[], Flags::default()) {
        Err(wrong) => wrong.to_string(),
        Ok(chosen) => chosen.check().err().unwrap().to_string(),
    }
}

#[test]
fn a_flag_stands_above_the_environment_which_stands_above_the_file() {
    let file = "listen = \"127.0.0.1:1\"\ndatabase = \"sqlite://file.db\"\n[log]\nlevel = \"warn\"\n";
    let environment = [("MOTCUA_LISTEN", "127.0.0.1:2"), ("MOTCUA_DATABASE", "sqlite://environment.db")];
    let flags = Flags { listen: Some("127.0.0.1:3".to_owned()), ..Flags::default() };
    let checked = chosen(file, &environment, flags).unwrap().check().unwrap();
    assert_eq!(checked.settings.listen.port(), 3);
    assert_eq!(checked.settings.database, "sqlite://environment.db");
    assert_eq!((checked.log_level.as_str(), checked.log_format), ("warn", LogFormat::Text));
}

#[test]
fn every_wrong_setting_is_named_with_what_to_write() {
    for (file, says) in [
        ("lisen = \"127.0.0.1:1\"", &["lisen: there is no such setting", "did you mean listen?"][..]),
        ("[tls]\ncertifcate = \"x\"", &["tls.certifcate", "did you mean tls.certificate?"]),
        ("[logs]\nlevel = \"info\"", &["logs: there is no such setting"]),
        ("listen = \"8700\"", &["listen = \"8700\"", "127.0.0.1:8700"]),
        ("listen = \"0.0.0.0:8700\"", &["listen", "plain HTTP", "[tls]", IN_WORDS]),
        ("plain_http_on_the_network = \"yes\"", &["plain_http_on_the_network", IN_WORDS]),
        ("listen = [1]", &["listen: it takes one text or number"]),
        ("tls = \"x\"", &["tls: it is a table", "[tls]"]),
        ("database = \"mysql://x\"", &["database", "postgres://"]),
        ("[tls]\ncertificate = \"/there/is/none\"", &["tls.certificate", "its key is missing"]),
        ("[tls]\ncertificate = \"/there/is/none\"\nkey = \"/there/is/none\"", &["/there/is/none cannot be used"]),
        ("[log]\nformat = \"xml\"", &["log.format", "text or json"]),
        ("[limits]\nconnections = 3", &["limits.connections", "16 to 60000"]),
        ("key_file = \"/there/is/none\"", &["key_file", "cannot be read"]),
        ("branch = \"/there/is/none\"", &["branch", "motcua-central branch"]),
        ("[banks]\nvietinbank = \"/there/is/none\"", &["banks.vietinbank", "cannot be read"]),
        ("[banks]\nvietinbank = 3", &["banks.vietinbank", "file of a secret"]),
        ("listen = ", &["--config", "central.toml"]),
    ] {
        let said = wrong(file);
        assert!(says.iter().all(|part| said.contains(part)), "{file}: {said}");
    }
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let said = wrong("listen = \"x\"\n[log]\nformat = \"xml\"");
    assert!(said.contains("listen") && said.contains("log.format"), "{said}");
}

#[test]
fn the_example_is_valid_and_has_every_setting() {
    let plain = example();
    assert!(chosen(&plain, &[], Flags::default()).unwrap().check().is_ok());
    let every = plain.lines().map(|line| match line.strip_prefix('#') {
        Some(setting) if setting.starts_with(|c: char| c.is_ascii_lowercase()) => setting,
        _ => line,
    });
    let every = every.collect::<Vec<_>>().join("\n");
    let chosen = chosen(&every, &[], Flags::default()).unwrap();
    assert!(KEYS.iter().all(|key| chosen.values.contains_key(key.name) && plain.contains(&key.variable())));
    assert!(chosen.banks.contains_key("vietinbank"));
    assert!(chosen.values.values().all(|(_, source)| matches!(source, Source::File(_))));
}

#[test]
fn every_setting_has_a_flag_and_banks_come_from_all_three() {
    let said = || Some("x".to_owned());
    let flags = Flags {
        config: None,
        listen: said(),
        database: said(),
        branch: said(),
        public_url: said(),
        key_file: said(),
        tls_certificate: said(),
        tls_key: said(),
        plain_http_on_the_network: true,
        log_format: said(),
        log_level: said(),
        metrics_token_file: said(),
        limits_connections: said(),
        banks: vec!["c=/3".to_owned()],
    };
    assert!(KEYS.iter().all(|key| flags.of(key.name).is_some()));
    let chosen = chosen("[banks]\na = \"/1\"", &[("MOTCUA_BANKS", "b=/2")], flags).unwrap();
    assert_eq!(chosen.banks.keys().collect::<Vec<_>>(), ["a", "b", "c"]);
}

#[test]
fn what_is_shown_holds_no_password() {
    let file = "database = \"postgres://motcua:s3cr:et@host/motcua?sslpassword=s3cret&x=1\"";
    let shown = chosen(file, &[], Flags::default()).unwrap().shown();
    assert!(shown.contains("postgres://motcua:***@host/motcua?sslpassword=***&x=1"), "{shown}");
    assert!(!shown.contains("s3cr"), "{shown}");
    assert!(shown.parse::<toml::Table>().is_ok(), "{shown}");
}

#[test]
fn a_variable_that_is_no_setting_is_told_of() {
    let environment = [("MOTCUA_LISTN", ""), ("MOTCUA_TLS_KEY", ""), ("MOTCUA_DATA", ""), ("HOME", "")];
    let environment = environment.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    assert_eq!(unknown_variables(&environment), ["MOTCUA_LISTN is no setting: did you mean listen?"]);
}
