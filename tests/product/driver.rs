//! WebKitWebDriver, and what it opens: the app, or an ordinary browser.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};

use super::PATIENCE;

/// A driver that runs. Dropping it ends it, and what it opened.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    pub fn start() -> Self {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port").port();
        let process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("NO_AT_BRIDGE", "1")
            .env("RUST_LOG", "warn")
            .stdin(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver is installed by script/bootstrap");
        Self { process, port }
    }

    /// Opens a program with its arguments.
    pub async fn open(&self, binary: &str, args: &[String]) -> Client {
        let capabilities = json!({ "webkitgtk:browserOptions": { "binary": binary, "args": args } });
        let Value::Object(capabilities) = capabilities else { unreachable!("an object was written") };
        let url = format!("http://127.0.0.1:{}", self.port);
        let started = Instant::now();
        loop {
            let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
            match builder.capabilities(capabilities.clone()).connect(&url).await {
                Ok(client) => break client,
                Err(error) if started.elapsed() > PATIENCE => panic!("{binary} did not open: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
    }
}

impl Driver {
    /// Ends what it opened without asking it.
    pub fn cut_power(&self) {
        self.end_children("-KILL");
    }

    fn end_children(&self, signal: &str) {
        if let Ok(children) = std::fs::read_to_string(format!("/proc/{0}/task/{0}/children", self.process.id())) {
            for child in children.split_whitespace() {
                let _ = Command::new("kill").args([signal, child]).stderr(Stdio::null()).status();
            }
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // What it opened is its child and outlives a driver that is killed.
        self.end_children("-TERM");
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// An ordinary browser, as a television has one: WebKitGTK's own, which is part of its package.
pub struct Browser {
    pub client: Client,
    _driver: Driver,
}

impl Browser {
    pub async fn start() -> Self {
        let driver = Driver::start();
        let folders = std::fs::read_dir("/usr/lib").expect("/usr/lib").flatten().map(|folder| folder.path());
        let browsers = folders.map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser"));
        let browser: PathBuf = browsers.into_iter().find(|path| path.exists()).expect("WebKitGTK's browser");
        let client = driver.open(browser.to_str().expect("an UTF-8 path"), &["--automation".to_owned()]).await;
        Self { client, _driver: driver }
    }

    /// Waits until the page shows the element of a test id.
    pub async fn see(&self, id: &str) -> Element {
        let css = format!("[data-testid='{id}']");
        let element = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(&css)).await;
        element.unwrap_or_else(|error| panic!("{id} did not appear: {error}"))
    }

    /// Whether the page shows the element of a test id now.
    pub async fn sees(&self, id: &str) -> bool {
        self.client.find(Locator::Css(&format!("[data-testid='{id}']"))).await.is_ok()
    }

    /// Closes it.
    pub async fn close(self) {
        let _ = self.client.clone().close().await;
    }
}
