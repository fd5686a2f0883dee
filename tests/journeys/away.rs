//! Scene 4: the network goes at "Nộp". The kiosk's central server is another program here, which
//! stops and comes back; or it is there, and its answer is lost.

use std::net::SocketAddr;
use std::path::Path;

use motcua_central::{Running, Settings};
use motcua_domain::branch::BranchConfig;

use crate::central::Central;
use crate::journey;
use crate::product::{Product, printed, text_of};
use crate::proxy::{Proxy, Way};

impl Product {
    /// Asks again what became of a submission, until the central system has it.
    async fn until_looked_up(&self) {
        let started = std::time::Instant::now();
        while !self.sees("lookup-result").await {
            assert!(started.elapsed().as_secs() < 60, "it was never submitted");
            self.tap("lookup-go").await;
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        }
    }
}

async fn central(folder: &Path, listen: SocketAddr) -> Running {
    let database = format!("sqlite://{}?mode=rwc", folder.join("central.sqlite").display());
    let settings =
        Settings { listen, database, branch: BranchConfig::default(), public_url: None, banks: Default::default() };
    motcua_central::start(settings).await.expect("the central server")
}

#[test]
fn what_is_saved_while_the_server_is_away_is_submitted_when_it_is_back() {
    journey(async {
        let folder = tempfile::tempdir().expect("a folder");
        let server = central(folder.path(), ([127, 0, 0, 1], 0).into()).await;
        let address = server.address;
        let code = server.enrolment_code().await.expect("a code");
        let product =
            Product::start(&[&format!("--central=http://{address}"), &format!("--enrol={code}"), "--faces=citizen"])
                .await;
        product.birth_until_certificate(async |_| ()).await;
        product.certificate_to_review().await;

        server.stop().await;
        let code = product.submit().await;
        let sent = product.see("submitted").await.attr("data-sent").await.expect("the state");
        assert_eq!(sent.as_deref(), Some("false"), "the screen does not claim what it does not know");
        product.until_printed().await;
        let paper = text_of(&printed(&product.data, "receipt").await);
        assert!(paper.contains("CHƯA"), "nor does the paper:\n{paper}");
        product.tap("home").await;
        product.see("away").await;
        product.tap("tile-lookup").await;
        product.touch_code(&code).await;
        product.tap("lookup-go").await;
        product.until("problem", "the truth", |told| told.contains("CHƯA nộp")).await;

        let server = central(folder.path(), address).await;
        product.until_looked_up().await;
        product.until("lookup-result", "received", |told| told.contains(&code)).await;
        product.close().await;
        server.stop().await;
    });
}

#[test]
fn an_answer_that_is_lost_makes_no_second_submission() {
    journey(async {
        let central = Central::start().await;
        let proxy = Proxy::start(central.address()).await;
        let product = central.product_at(proxy.address, &["--faces=citizen,staff"]).await;
        product.open_counter(1).await;
        product.copy_until_result().await;
        product.tap("choice-receive-counter").await;
        product.tap("more-copies").await;
        product.next("event").await;
        product.copy_to_review().await;

        proxy.set(Way::Swallow);
        let code = product.submit().await;
        let sent = product.see("submitted").await.attr("data-sent").await.expect("the state");
        assert_eq!(sent.as_deref(), Some("false"), "nobody told this machine that it arrived");
        assert_eq!(central.submissions().await.len(), 1, "it did arrive");
        product.until_printed().await;
        let paper = text_of(&printed(&product.data, "receipt").await);
        assert!(paper.contains("CHƯA"), "{paper}");
        product.on("staff").await;
        product.see("unsent").await;

        proxy.set(Way::Open);
        product.until_gone("unsent").await;
        let [line] = central.submissions().await.try_into().expect("one submission in the end");
        assert_eq!(line["code"], code);
        product.on("citizen").await;
        product.tap("home").await;
        product.tap("tile-lookup").await;
        product.touch_code(&code).await;
        product.until_looked_up().await;
        product.until("lookup-result", "received", |told| told.contains(&code)).await;
        product.close().await;
        central.stop().await;
    });
}
