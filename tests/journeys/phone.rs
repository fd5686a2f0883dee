//! A phone before the code on the screen: the page of a paper opened in a browser, with pictures chosen as its
//! camera would give them.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use fantoccini::{Client, Locator};

use crate::central::Central;
use crate::drawn::{jpeg, on_a_table, print};
use crate::journey;
use crate::product::{Browser, PATIENCE, Product};
use crate::proxy::{Proxy, Way};

pub struct Phone {
    pub client: Client,
    _browser: Browser,
    pictures: tempfile::TempDir,
    last: AtomicU64,
}

impl Phone {
    /// Opens the address on the screen, over a network of its own.
    pub async fn before(product: &Product, network: SocketAddr) -> Self {
        let address = product.see("phone").await.attr("data-address").await.expect("a page").expect("its address");
        let (_, path) = address.split_once("/u/").expect("a page for phones");
        let browser = Browser::start().await;
        let client = browser.client.clone();
        client.goto(&format!("http://{network}/u/{path}")).await.expect("the page");
        let pictures = tempfile::tempdir().expect("a folder");
        Self { client, _browser: browser, pictures, last: AtomicU64::new(0) }
    }

    /// Chooses a picture.
    pub async fn choose(&self, picture: &[u8]) {
        let path = self.pictures.path().join("page.jpg");
        std::fs::write(&path, picture).expect("a picture");
        self.last.store(picture.len() as u64, Ordering::SeqCst);
        let input = self.client.find(Locator::Id("choose")).await.expect("a way to choose");
        input.send_keys(path.to_str().expect("an UTF-8 path")).await.expect("chosen");
    }

    /// The bytes of the picture that was chosen last.
    pub fn size_of_the_last(&self) -> u64 {
        self.last.load(Ordering::SeqCst)
    }

    pub async fn text(&self, css: &str) -> String {
        self.client.find(Locator::Css(css)).await.expect(css).text().await.expect("its text")
    }

    /// Waits until a page of the list stands so.
    pub async fn until_state(&self, page: usize, state: &str) {
        let css = format!("#pages > li:nth-child({page}).{state}");
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(&css)).await;
        if found.is_err() {
            panic!("page {page} never was {state}: {}", self.client.source().await.expect("a page"));
        }
    }

    /// How far the first page came that is on its way, of 1.
    pub async fn progress(&self) -> f64 {
        let script = "return document.querySelector('progress:not([hidden])').value;";
        self.client.execute(script, Vec::new()).await.expect("a page").as_f64().expect("a number")
    }
}

#[test]
fn a_phone_that_put_its_page_away_goes_on_where_it_was() {
    journey(async {
        let central = Central::start().await;
        let product = central.product(&["--faces=citizen"]).await;
        product.copy_until_authorisation().await;
        product.tap("way-phone").await;
        let proxy = Proxy::start(central.address()).await;
        let phone = Phone::before(&product, proxy.address).await;
        proxy.cut_after(400 * 1024);
        phone.choose(&jpeg(&on_a_table(&print(), 0.9), 98)).await;
        let started = Instant::now();
        while !proxy.is_cut() {
            assert!(started.elapsed() < PATIENCE, "nothing was sent");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        proxy.set(Way::Open);
        let asked = proxy.asked();
        phone.client.refresh().await.expect("loaded again");
        phone.until_state(1, "taken").await;
        let size = phone.size_of_the_last();
        assert!(proxy.asked() - asked < size - 200 * 1024, "what was there was not sent again: {size}");
        assert_eq!(phone.client.find_all(Locator::Css("#pages > li")).await.expect("a list").len(), 1);
        product.until("page-1", "from the phone", |said| said.contains("Chữ đọc rõ")).await;
        product.close().await;
        central.stop().await;
    });
}
