//! Somebody does not get on: an officer is called from the screen, and comes.

use std::time::{Duration, Instant};

use motcua_central::Settings;
use motcua_domain::branch::BranchConfig;

use crate::journey;
use crate::product::Product;

#[test]
fn an_officer_is_called_from_the_screen_and_comes() {
    journey(async {
        let product = Product::start(&["--name=Ki-ốt 2"]).await;
        product.open_counter(1).await;
        product.on("citizen").await;
        product.tap("tile-submit").await;
        product.tap("call-help").await;
        product.until("call-help", "a call", |told| told.contains("Đã gọi cán bộ")).await;
        product.tap("call-help").await;

        product.on("staff").await;
        product.tap("nav-hall").await;
        product.tap("help-answer").await;
        let started = Instant::now();
        while product.sees("help-answer").await {
            assert!(started.elapsed() < Duration::from_secs(30), "it was never answered");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        product.tap("nav-overview").await;
        product.until("overview", "the call", |told| told.contains("Ki-ốt 2") && told.contains("đang đến")).await;

        product.on("citizen").await;
        product.until("call-help", "an answer", |told| told.contains("Cán bộ đang đến")).await;
        product.tap("end").await;
        product.tap("end-yes").await;
        product.see("tile-ticket").await;
        product.until("call-help", "nobody's", |told| told.contains("Gọi cán bộ giúp")).await;

        product.on("staff").await;
        product.until("overview", "calm", |told| !told.contains("đang đến")).await;
        product.close().await;
    });
}

#[test]
fn nobody_is_said_to_be_called_while_the_server_is_away() {
    journey(async {
        let folder = tempfile::tempdir().expect("a folder");
        let server = motcua_central::start(Settings {
            listen: ([127, 0, 0, 1], 0).into(),
            database: format!("sqlite://{}?mode=rwc", folder.path().join("central.sqlite").display()),
            branch: BranchConfig::default(),
            public_url: None,
            banks: Default::default(),
        })
        .await
        .expect("the central server");
        let code = server.enrolment_code().await.expect("a code");
        let central = format!("--central=http://{}", server.address);
        let product = Product::start(&[&central, &format!("--enrol={code}"), "--faces=citizen"]).await;
        product.on("citizen").await;
        product.tap("tile-lookup").await;
        server.stop().await;
        product.tap("call-help").await;
        product.until("help-problem", "the truth", |told| told.contains("CHƯA") && told.contains("quầy")).await;
        product.until("call-help", "a way to call again", |told| told.contains("Gọi cán bộ giúp")).await;
        product.close().await;
    });
}
