//! A backup is made while the server runs, and one that is whole brings everything back.

use std::path::Path;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::central::{Central, run};

fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(!output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).unwrap()
}

async fn take(central: &Central, device: &str) -> String {
    let ask = json!({ "group": "ho-tich", "language": "vi" });
    let (status, ticket) = central.send(Method::POST, device, "/v1/tickets", Some(ask)).await;
    assert_eq!(status, StatusCode::CREATED, "{ticket}");
    ticket["label"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_brings_everything_back_and_no_number_is_given_twice() {
    let central = Central::start(&[]);
    let device = central.device("Ki-ốt 1").await;
    assert_eq!(take(&central, &device).await, "H001");
    let database = central.database();
    let there = central.folder.path().join("backup.db");
    let there = there.to_str().unwrap();
    let backup = ["backup", "--to", there, "--database", &database];
    assert!(done(central.folder.path(), &backup).starts_with("made: a backup of "));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(there).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert!(refused(central.folder.path(), &backup).contains("is there already"));
    // Given after the backup, and forgotten by it.
    assert_eq!(take(&central, &device).await, "H002");
    let folder = central.stop();

    let restore = ["restore", "--from", there, "--database", &database];
    assert!(refused(folder.path(), &restore).contains("--replace"));
    let whole = std::fs::read(there).unwrap();
    let mut broken = whole.clone();
    let middle = broken.len() / 2;
    broken[middle] ^= 1;
    std::fs::write(there, &broken).unwrap();
    assert!(refused(folder.path(), &[&restore[..], &["--replace"]].concat()).contains("not what its manifest says"));
    std::fs::write(there, &whole[..whole.len() - 4096]).unwrap();
    assert!(refused(folder.path(), &[&restore[..], &["--replace"]].concat()).contains("not what its manifest says"));
    std::fs::write(there, &whole).unwrap();
    assert!(done(folder.path(), &[&restore[..], &["--replace"]].concat()).starts_with("brought back"));
    let aside: Vec<_> = std::fs::read_dir(folder.path()).unwrap().flatten().map(|file| file.file_name()).collect();
    assert!(aside.iter().any(|name| name.to_string_lossy().starts_with("central.db.before-")), "{aside:?}");

    let central = Central::start_in(folder, &[]);
    let label = take(&central, &device).await;
    assert!(label[1..].parse::<u32>().unwrap() > 20_000, "{label} may have been given since the backup");
    let (_, queue) = central.send(Method::GET, &device, "/v1/queue", None).await;
    let waiting: Vec<&Value> = queue["waiting"].as_array().unwrap().iter().map(|ticket| &ticket["label"]).collect();
    assert_eq!(waiting[0], "H001", "who was there at the backup still waits");
    assert_eq!(central.sign_in("quantri", &central.first_password()).await.0, StatusCode::OK);
}

#[test]
fn what_is_for_sqlite_says_so_to_another_engine() {
    let folder = tempfile::TempDir::new().unwrap();
    let said = refused(folder.path(), &["backup", "--to", "x.db", "--database", "postgres://localhost/motcua"]);
    assert!(said.contains("pg_dump"), "{said}");
}
