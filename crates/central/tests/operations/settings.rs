use tempfile::TempDir;

use crate::central::{file, run};

#[test]
fn the_example_is_taken_as_it_is_and_says_what_holds() {
    let folder = TempDir::new().unwrap();
    let example = run(folder.path(), &["config-example"]);
    assert!(example.status.success());
    let path = file(folder.path(), "central.toml", &String::from_utf8(example.stdout).unwrap());
    let checked = run(folder.path(), &["check-config", "--config", path.to_str().unwrap(), "--log-level", "debug"]);
    let said = String::from_utf8(checked.stdout).unwrap();
    assert!(checked.status.success(), "{said}");
    assert!(said.contains("level = \"debug\" # a flag"), "{said}");
    assert!(said.contains("central.toml") && said.contains("MOTCUA_DATABASE"), "{said}");
}

#[test]
fn a_server_does_not_start_on_settings_that_are_wrong_and_says_which() {
    let folder = TempDir::new().unwrap();
    let path = file(folder.path(), "central.toml", "lisen = \"127.0.0.1:1\"\n");
    let output = run(folder.path(), &["serve", "--config", path.to_str().unwrap()]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success());
    assert!(said.contains("lisen: there is no such setting") && said.contains("did you mean listen?"), "{said}");
}

#[test]
fn plain_http_does_not_leave_this_machine_unless_told_so_in_words() {
    let folder = TempDir::new().unwrap();
    let output = run(folder.path(), &["serve", "--listen", "0.0.0.0:0"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success());
    assert!(said.contains("plain HTTP") && said.contains("plain_http_on_the_network"), "{said}");
    assert!(!folder.path().join("central.db").exists());
    for flags in [&["--plain-http-on-the-network"][..], &["--config", "words.toml"]] {
        file(
            folder.path(),
            "words.toml",
            "plain_http_on_the_network = \"yes, everybody on this network can read and change it\"\n",
        );
        let checked = run(folder.path(), &[&["check-config", "--listen", "0.0.0.0:0"], flags].concat());
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    }
}
