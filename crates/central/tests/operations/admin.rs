use reqwest::{Method, StatusCode};

use crate::central::{Central, admin, run};

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_password_is_replaced_while_the_server_runs() {
    let central = Central::start(&[]);
    let first = central.first_password();
    let (_, signed_in) = central.sign_in("quantri", &first).await;
    let token = signed_in["token"].as_str().unwrap().to_owned();
    let at = central.folder.path();
    assert!(admin(at, &["accounts"]).contains("quantri\tadministrator\tQuản trị\tfirst password\t1 signed in"));

    let password = admin(at, &["reset-password", "quantri"]);
    assert_ne!(password.trim(), first);
    assert_eq!(central.sign_in("quantri", &first).await.0, StatusCode::UNAUTHORIZED);
    assert_eq!(central.send(Method::GET, &token, "/v1/staff/me", None).await.0, StatusCode::UNAUTHORIZED);
    let (status, answer) = central.sign_in("quantri", password.trim()).await;
    assert_eq!((status, answer["who"]["must_change_password"].as_bool()), (StatusCode::OK, Some(true)), "{answer}");
    let nobody = run(at, &["admin", "reset-password", "nobody"]);
    assert!(!nobody.status.success() && String::from_utf8(nobody.stderr).unwrap().contains("no account nobody"));
    assert!(!central.log().contains(password.trim()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_account_signs_in_no_more_and_the_first_administrator_is_made_anew() {
    let central = Central::start(&[]);
    let first = central.first_password();
    let at = central.folder.path();
    let (_, signed_in) = central.sign_in("quantri", &first).await;
    assert_eq!(admin(at, &["end-sessions"]), "1 signed out\n");
    let token = signed_in["token"].as_str().unwrap();
    assert_eq!(central.send(Method::GET, token, "/v1/staff/me", None).await.0, StatusCode::UNAUTHORIZED);
    admin(at, &["close-account", "quantri"]);
    assert!(admin(at, &["accounts"]).contains("\tclosed\t"));
    assert_eq!(central.sign_in("quantri", &first).await.0, StatusCode::UNAUTHORIZED);
    assert_eq!(central.sign_in("quantri", "!").await.0, StatusCode::UNAUTHORIZED);
    let anew = admin(at, &["first-administrator"]);
    let password = anew.lines().find_map(|line| line.strip_prefix("password: ")).unwrap();
    assert_eq!(central.sign_in("quantri", password).await.0, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_device_is_sent_away_for_good() {
    let central = Central::start(&[]);
    let device = central.device("Ki-ốt 1").await;
    let listed = admin(central.folder.path(), &["devices"]);
    let id = listed.split('\t').next().unwrap().to_owned();
    assert!(listed.contains("\tKi-ốt 1\tenrolled "), "{listed}");
    admin(central.folder.path(), &["revoke-device", &id]);
    assert!(admin(central.folder.path(), &["devices"]).contains("\trevoked "));
    let again = run(central.folder.path(), &["admin", "revoke-device", "018f0000-0000-7000-8000-00000000dead"]);
    assert!(!again.status.success(), "there is no such device");
    assert_eq!(central.send(Method::GET, &device, "/v1/branch", None).await.0, StatusCode::UNAUTHORIZED);
}
