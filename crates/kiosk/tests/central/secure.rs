//! A centre with a certificate that it made itself.

use motcua_central::{Serving, Settings, Tls};
use motcua_domain::branch::BranchConfig;
use motcua_kiosk::central::CentralClient;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};

fn authority() -> CertifiedIssuer<'static, KeyPair> {
    let mut params = CertificateParams::new(Vec::new()).expect("parameters");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key")).expect("an authority")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kiosk_trusts_the_centre_s_own_authority_and_says_so_when_it_is_another() {
    let (folder, centre, other) = (tempfile::tempdir().expect("a folder"), authority(), authority());
    let key = KeyPair::generate().expect("a key");
    let params = CertificateParams::new(vec!["127.0.0.1".to_owned()]).expect("parameters");
    let certificate = params.signed_by(&key, &centre).expect("a certificate");
    let tls = Tls { certificate: folder.path().join("tls.pem"), key: folder.path().join("tls.key") };
    std::fs::write(&tls.certificate, certificate.pem()).expect("written");
    std::fs::write(&tls.key, key.serialize_pem()).expect("written");
    let settings = Settings {
        listen: "127.0.0.1:0".parse().expect("an address"),
        database: format!("sqlite://{}", folder.path().join("central.db").display()),
        branch: BranchConfig::default(),
        public_url: None,
        banks: Default::default(),
    };
    let serving = Serving { tls: Some(tls), ..Serving::default() };
    let server = motcua_central::start_with(settings, serving).await.expect("a server");
    let base = format!("https://{}", server.address);
    let code = server.enrolment_code().await.expect("a code");

    for stranger in [CentralClient::new(&base), trusting(&base, &other)] {
        let problem = stranger.enrol(&code, "Ki-ốt").await.expect_err("a certificate that is not trusted");
        assert_eq!(problem.code, "central-not-trusted");
    }
    let kiosk = trusting(&base, &centre);
    let device = kiosk.enrol(&code, "Ki-ốt").await.expect("enrolled");
    kiosk.use_device_token(&device.token);
    kiosk.branch().await.expect("the centre");
    assert!(CentralClient::trusting(&base, b"no certificate").is_err());
    server.stop().await;
    assert_eq!(kiosk.enrol(&code, "Ki-ốt").await.expect_err("nobody is there").code, "central-away");
}

fn trusting(base: &str, authority: &CertifiedIssuer<'static, KeyPair>) -> CentralClient {
    CentralClient::trusting(base, authority.pem().as_bytes()).expect("an authority")
}
