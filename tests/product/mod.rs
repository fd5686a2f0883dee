//! The real product for a journey: the app with its three windows, driven by WebDriver, with a card
//! reader on a pseudo-terminal, a scanner's folder, a camera that plays pictures and the trial printer.

mod citizen;
mod devices;
mod driver;
mod paper;
mod walk;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

pub use citizen::CARD;
pub use devices::{CardReader, a_scan};
pub use driver::Browser;
use driver::Driver;
pub use paper::{pages_of, printed, qr_codes, text_of};

/// The first administrator's password, once it was changed at the first sign-in.
pub const PASSWORD: &str = "Sông Hậu 2026 êm đềm";

/// How long a page may take to show something before the journey has failed.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A running product. Dropping it ends what it started.
pub struct Product {
    pub client: Client,
    /// Where the app keeps its data.
    pub data: PathBuf,
    pub reader: CardReader,
    /// The scanner's folder.
    pub scanner: PathBuf,
    /// The folder whose pictures the camera plays, where there is one.
    camera: PathBuf,
    driver: Driver,
    args: Vec<String>,
    _folder: tempfile::TempDir,
}

impl Product {
    /// Starts the product with further options of its command line; `--camera` alone gives it a document
    /// camera.
    pub async fn start(options: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("data");
        let scanner = folder.path().join("scanner");
        let camera = folder.path().join("camera");
        std::fs::create_dir(&scanner).expect("a folder for the scanner");
        std::fs::create_dir(&camera).expect("a folder for the camera");
        let reader = CardReader::new();
        let path = |path: &Path| path.to_str().expect("an UTF-8 path").to_owned();
        let mut args = vec![
            format!("--data={}", path(&data)),
            "--listen=127.0.0.1:0".to_owned(),
            format!("--reader={}", path(reader.device())),
            format!("--scanner={}", path(&scanner)),
        ];
        for usual in ["--windowed", "--printer=trial"] {
            let name = usual.split('=').next().unwrap_or(usual);
            if !options.iter().any(|option| option.starts_with(name)) {
                args.push(usual.to_owned());
            }
        }
        args.extend(options.iter().map(|option| match *option {
            "--camera" => format!("--camera=trial:{}", path(&camera)),
            option => option.to_owned(),
        }));
        let driver = Driver::start();
        let client = driver.open(env!("CARGO_BIN_EXE_motcua"), &args).await;
        Self { client, data, reader, scanner, camera, driver, args, _folder: folder }
    }

    /// The power goes, and comes back: the app is ended in the middle of whatever it does, and started
    /// again over what it left on the disk.
    pub async fn power_cut(mut self) -> Self {
        self.driver.cut_power();
        self.driver = Driver::start();
        self.client = self.driver.open(env!("CARGO_BIN_EXE_motcua"), &self.args).await;
        self
    }

    /// Turns to the window of a face: `citizen`, `staff` or `board`.
    pub async fn on(&self, face: &str) {
        let started = Instant::now();
        loop {
            for window in self.client.windows().await.expect("windows") {
                self.client.switch_to_window(window).await.expect("a window");
                let url = self.client.current_url().await.expect("an address");
                if url.path() == format!("/{face}.html") {
                    return;
                }
            }
            assert!(started.elapsed() < PATIENCE, "the {face} window did not open");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Waits until the page shows the element of a test id.
    pub async fn see(&self, id: &str) -> Element {
        let css = format!("[data-testid='{id}']");
        let started = Instant::now();
        loop {
            match self.client.wait().at_most(PATIENCE).for_element(Locator::Css(&css)).await {
                Ok(element) => return element,
                // The page was loaded anew while it was looked through, as at the end of a visit.
                Err(error) if error.to_string().contains("unload event") && started.elapsed() < PATIENCE => {}
                Err(error) => panic!("{id} did not appear: {error}\n{}", self.page_text().await),
            }
        }
    }

    /// Whether the page shows the element of a test id now.
    pub async fn sees(&self, id: &str) -> bool {
        self.client.find(Locator::Css(&format!("[data-testid='{id}']"))).await.is_ok()
    }

    /// Waits for an element that can be touched, and touches it.
    pub async fn tap(&self, id: &str) {
        let started = Instant::now();
        loop {
            let element = self.see(id).await;
            // A button that leads on rests for a moment on a new page: a touch then is a double tap.
            let ready = element.is_enabled().await.unwrap_or(false);
            if ready && self.touch(&element).await.is_ok() {
                return;
            }
            if started.elapsed() > PATIENCE {
                panic!("{id} cannot be touched\n{}", self.page_text().await);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits for an element of a selector, and touches the first there is.
    pub async fn tap_first(&self, css: &str) {
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(css)).await;
        let Ok(element) = found else { panic!("nothing is {css}\n{}", self.page_text().await) };
        let id = element.attr("data-testid").await.expect("a page").expect("a test id");
        self.tap(&id).await;
    }

    /// Touches the first element of a selector, which has no test id of its own.
    pub async fn tap_within(&self, css: &str) {
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(css)).await;
        let Ok(element) = found else { panic!("nothing is {css}\n{}", self.page_text().await) };
        self.touch(&element).await.expect("a touch");
    }

    /// Chooses in a list of the console.
    pub async fn choose(&self, id: &str, value: &str) {
        self.see(id).await.select_by_value(value).await.expect("it is in the list");
    }

    /// Scrolls to an element as a finger would, and touches it.
    pub async fn touch(&self, element: &Element) -> Result<(), CmdError> {
        let script = "arguments[0].scrollIntoView({ block: 'center' });";
        self.client.execute(script, vec![serde_json::to_value(element)?]).await?;
        element.click().await
    }

    /// The text of an element.
    pub async fn text(&self, id: &str) -> String {
        self.see(id).await.text().await.expect("its text").trim().to_owned()
    }

    /// Waits until an element's text is as told.
    pub async fn until(&self, id: &str, what: &str, told: impl Fn(&str) -> bool) -> String {
        let started = Instant::now();
        loop {
            let text = match self.see(id).await.text().await {
                Ok(text) => text.trim().to_owned(),
                Err(_) => String::new(),
            };
            if told(&text) {
                return text;
            }
            assert!(started.elapsed() < PATIENCE, "{id} never became {what}; it is {text:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Types into an ordinary field of the console.
    pub async fn write(&self, id: &str, text: &str) {
        let field = self.see(id).await;
        field.clear().await.expect("an empty field");
        field.send_keys(text).await.expect("typed");
    }

    /// The rows of a list of labels and answers, each as it reads.
    pub async fn rows(&self, css: &str) -> Vec<(String, String)> {
        let script = "return [...document.querySelectorAll(arguments[0])].map((row) =>
            ['dt', 'dd'].map((part) => row.querySelector(part).innerText.trim()));";
        let rows = self.client.execute(script, vec![json!(css)]).await.expect("a script");
        serde_json::from_value(rows).expect("labels and answers")
    }

    /// Waits until the page does not show the element of a test id.
    pub async fn until_gone(&self, id: &str) {
        let started = Instant::now();
        while self.sees(id).await {
            assert!(started.elapsed() < PATIENCE, "{id} stayed\n{}", self.page_text().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits for the guide's page of this name.
    pub async fn at_page(&self, page: &str) {
        let css = format!("[data-page='{page}']");
        if let Err(error) = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(&css)).await {
            panic!("the guide did not come to {page}: {error}\n{}", self.page_text().await);
        }
    }

    /// Calls a command of the app from the page, as a hostile page would.
    pub async fn invoke(&self, command: &str, args: Value) -> Result<Value, Value> {
        let script = "const [command, args, done] = arguments;\
            window.__TAURI_INTERNALS__.invoke(command, args).then(a => done({ ok: a }), e => done({ err: e }));";
        let answer = self.client.execute_async(script, vec![json!(command), args]).await.expect("a script");
        match answer.get("err") {
            Some(refused) => Err(refused.clone()),
            None => Ok(answer["ok"].clone()),
        }
    }

    /// Signs the first administrator in, with a new password, and opens a counter.
    pub async fn open_counter(&self, number: u32) {
        let first =
            std::fs::read_to_string(self.data.join("first-administrator.txt")).expect("the first administrator");
        let value = |name: &str| {
            let line = first.lines().find_map(|line| line.strip_prefix(name)).expect(name);
            line.trim_start_matches(':').trim().to_owned()
        };
        self.on("staff").await;
        self.write("account", &value("account")).await;
        self.write("password", &value("password")).await;
        self.tap("sign-in").await;
        self.write("current-password", &value("password")).await;
        self.write("new-password", PASSWORD).await;
        self.write("repeat-password", PASSWORD).await;
        self.tap("change-password").await;
        self.tap(&format!("counter-{number}")).await;
        self.see("call-next").await;
    }

    /// All that can be read on the page.
    pub async fn page_text(&self) -> String {
        match self.client.find(Locator::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// Closes the windows.
    pub async fn close(self) {
        let _ = self.client.clone().close().await;
    }
}
