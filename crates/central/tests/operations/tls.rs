use std::path::Path;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use reqwest::{Certificate, Client, StatusCode};
use tempfile::TempDir;

use crate::central::Central;

type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority(name: &str) -> Authority {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(DnType::CommonName, name);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

fn issue(authority: &Authority, folder: &Path) {
    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap();
    let certificate = params.signed_by(&key, authority).unwrap();
    std::fs::write(folder.join("tls.pem"), certificate.pem()).unwrap();
    std::fs::write(folder.join("tls.key"), key.serialize_pem()).unwrap();
}

fn trusting(authority: &Authority) -> Client {
    let root = Certificate::from_pem(authority.pem().as_bytes()).unwrap();
    Client::builder().tls_certs_only([root]).build().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_with_a_certificate_speaks_tls_only_and_shows_a_new_one_when_it_is_told_to() {
    let (folder, centre, other) = (TempDir::new().unwrap(), authority("the centre"), authority("another"));
    issue(&centre, folder.path());
    let mut central = Central::start_in(folder, &["--tls-certificate", "tls.pem", "--tls-key", "tls.key"]);
    assert!(central.url.starts_with("https://127.0.0.1:"), "{}", central.url);
    let ready = format!("{}/readyz", central.url);
    assert_eq!(trusting(&centre).get(&ready).send().await.unwrap().status(), StatusCode::OK);
    assert!(trusting(&other).get(&ready).send().await.is_err());
    assert!(Client::new().get(ready.replace("https", "http")).send().await.is_err());

    // Signing in needs the address of who asks, and streams pass as well.
    central.http = trusting(&centre);
    let (status, _) = central.sign_in("quantri", &central.first_password()).await;
    assert_eq!(status, StatusCode::OK);
    let device = central.device("Ki-ốt 1").await;
    let mut stream = central.http.get(format!("{}/v1/events", central.url)).bearer_auth(&device).send().await.unwrap();
    assert!(stream.chunk().await.unwrap().is_some());

    issue(&other, central.folder.path());
    central.signal("HUP");
    let shown = async {
        // A new client each time: one that is connected stays so.
        while trusting(&other).get(&ready).send().await.is_err() {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), shown).await.unwrap();
    // Whoever was connected before goes on: the next ping comes on the same connection.
    assert!(stream.chunk().await.unwrap().is_some());
    // A file that cannot be used changes nothing.
    std::fs::write(central.folder.path().join("tls.pem"), "no certificate").unwrap();
    central.signal("HUP");
    let said = async {
        while !central.log().contains("the certificate from before is still shown") {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), said).await.unwrap();
    assert_eq!(trusting(&other).get(&ready).send().await.unwrap().status(), StatusCode::OK);
}

#[test]
fn a_server_does_not_start_on_a_certificate_that_cannot_be_used() {
    let (folder, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    issue(&authority("the centre"), folder.path());
    issue(&authority("the centre"), other.path());
    let key = other.path().join("tls.key");
    let check = |key: &str| {
        let arguments = ["check-config", "--tls-certificate", "tls.pem", "--tls-key", key];
        crate::central::run(folder.path(), &arguments)
    };
    assert!(check("tls.key").status.success());
    let mixed = check(key.to_str().unwrap());
    assert!(String::from_utf8(mixed.stderr).unwrap().contains("cannot be used together"));
    assert!(!mixed.status.success());
}
