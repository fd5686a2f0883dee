//! Provinces and communes: imported whole or not at all, and told to kiosks.

use std::io::Write;
use std::path::Path;

use motcua_central::{UnitsImportError, import_units};
use reqwest::StatusCode;
use serde_json::json;
use tempfile::NamedTempFile;

use crate::server::Server;

fn file(content: &str) -> NamedTempFile {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(content.as_bytes()).unwrap();
    file
}

const CAN_THO: &str =
    r#"[{"code":"92","name":"Thành phố Cần Thơ","communes":[{"code":"31117","name":"Phường Cái Khế"}]}]"#;

#[tokio::test(flavor = "multi_thread")]
async fn imported_units_are_told_once_and_what_changed_is_reported() {
    let server = Server::start().await;
    let database = server.database().await;
    let import = async |content: &str| import_units(file(content).path(), Some(&database)).await;
    let known = async |revision: &str| {
        let (status, body) = server.get(&server.device, &format!("/v1/units?known={revision}")).await;
        assert_eq!(status, StatusCode::OK, "{body}");
        body
    };
    let (_, nothing) = server.get(&server.device, "/v1/units").await;
    assert_eq!(nothing, json!({ "revision": "", "provinces": [] }));
    assert_eq!(known("").await["provinces"], json!(null));

    let first = import(CAN_THO).await.unwrap();
    assert_eq!((first.change.communes, first.change.added, first.stored), (1, 1, Some(true)));
    let told = known("").await;
    assert_eq!(told["provinces"][0]["communes"][0]["name"], "Phường Cái Khế");
    let revision = told["revision"].as_str().unwrap().to_owned();
    assert_eq!(known(&revision).await["provinces"], json!(null), "nothing is told twice");
    assert_eq!(import(CAN_THO).await.unwrap().stored, Some(false));

    let wrong = CAN_THO.replace("Phường Cái Khế", "Quận Ninh Kiều");
    let refused = import(&wrong).await.unwrap_err();
    assert!(matches!(&refused, UnitsImportError::Units(_)) && refused.to_string().contains("31117"), "{refused}");
    assert_eq!(known(&revision).await["revision"], revision.as_str(), "nothing of it was taken");

    // Another province leaves the first as it was; a new name of a shipped one is taken and told.
    let an_giang =
        r#"[{"code":"91","name":"Tỉnh An Giang","communes":[{"code":"30742","name":"Phường Rạch Giá Mới"}]}]"#;
    let second = import(an_giang).await.unwrap().change;
    assert_eq!(second.renamed, [("30742".into(), "Phường Rạch Giá".into(), "Phường Rạch Giá Mới".into())]);
    assert_eq!((second.added, second.gone.len()), (0, 101));
    let all = known(&revision).await;
    assert_eq!(all["provinces"].as_array().unwrap().iter().map(|one| &one["code"]).collect::<Vec<_>>(), ["91", "92"]);
}

#[tokio::test]
async fn the_published_units_can_be_tried_without_a_database() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/administrative-units.json");
    if !path.exists() {
        println!("skipped: ../shared/data/administrative-units.json is not there");
        return;
    }
    let tried = import_units(&path, None).await.unwrap();
    assert_eq!((tried.change.provinces, tried.change.communes, tried.stored), (34, 3_321, None));
    assert_eq!((tried.change.renamed.len(), tried.change.gone.len()), (0, 0));
}
