//! The tour: a ticket, a guided submission with its receipt, a call shown on the board, through the
//! real windows, and what people see when something is away. Leaves pictures and papers in `out/tour/`.

#[path = "product/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the journeys use the rest")]
mod product;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use product::{Product, printed, qr_codes, text_of};

struct Tour {
    product: Product,
    folder: PathBuf,
    pictures: AtomicU32,
}

impl Tour {
    async fn picture(&self, name: &str) {
        // Two frames, so that what was just set is drawn, and the end of what moves for a moment.
        let drawn = "const done = arguments[0];
            const moving = document.getAnimations().filter(({ effect }) => effect.getTiming().iterations !== Infinity);
            Promise.all(moving.map(({ finished }) => finished)).finally(() =>
                requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200))));";
        self.product.client.execute_async(drawn, Vec::new()).await.expect("a drawn page");
        let number = self.pictures.fetch_add(1, Ordering::Relaxed) + 1;
        let picture = self.product.client.screenshot().await.expect("a picture");
        std::fs::write(self.folder.join(format!("{number:02}-{name}.png")), picture).expect("the picture is kept");
    }

    /// Keeps a printed paper, read back by other programs first.
    async fn paper(&self, kind: &str, says: &str) {
        let pdf = printed(&self.product.data, kind).await;
        assert!(text_of(&pdf).contains(says), "the {kind} says {says}");
        assert!(!qr_codes(&pdf).is_empty(), "the {kind} has a QR that reads");
        std::fs::copy(pdf, self.folder.join(format!("{kind}.pdf"))).expect("the paper is kept");
    }
}

/// What people see when paper does not come, when the central server goes at "Nộp", and when they walk
/// away from it.
async fn in_trouble(folder: PathBuf, pictures: AtomicU32) -> Tour {
    let data = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite://{}?mode=rwc", data.path().join("central.sqlite").display());
    let settings = motcua_central::Settings {
        listen: ([127, 0, 0, 1], 0).into(),
        database,
        branch: Default::default(),
        public_url: None,
        banks: Default::default(),
    };
    let server = motcua_central::start(settings).await.expect("the central server");
    let code = server.enrolment_code().await.expect("a code");
    let central = format!("--central=http://{}", server.address);
    let enrol = format!("--enrol={code}");
    // Port 9 discards what is sent to it: no printer answers there.
    let printer = "--printer=ipp://127.0.0.1:9/ipp/print";
    let product = Product::start(&[&central, &enrol, printer, "--faces=citizen", "--idle-ask-ms=16000"]).await;
    let tour = Tour { product, folder, pictures };
    let product = &tour.product;
    let group = product.group_of_counter_1().await;
    product.see("printer-notice").await;
    product.take_number(&group).await;
    product.see("reprint").await;
    tour.picture("ticket-not-printed").await;
    product.tap("home").await;
    product.tap("tile-lookup").await;
    product.touch_code("ABCD-2345").await;
    product.tap("lookup-go").await;
    product.see("problem").await;
    tour.picture("unknown-code").await;
    product.tap("back").await;

    product.birth_until_certificate(async |_| ()).await;
    product.certificate_to_review().await;
    server.stop().await;
    product.submit().await;
    product.see("reprint").await;
    tour.picture("saved-not-submitted").await;
    product.see("idle-question").await;
    tour.picture("idle-question").await;
    product.tap("idle-end").await;
    product.see("away").await;
    tour.picture("away-first-screen").await;
    tour
}

#[tokio::main]
async fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("out/tour");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("out/tour can be written");
    let tour = Tour { product: Product::start(&[]).await, folder, pictures: AtomicU32::new(0) };
    let product = &tour.product;

    let group = product.group_of_counter_1().await;
    product.see("tile-ticket").await;
    tour.picture("first-screen").await;
    product.tap("tile-ticket").await;
    product.see(&format!("group-{group}")).await;
    tour.picture("service-groups").await;
    product.tap(&format!("group-{group}")).await;
    let label = product.text("ticket-label").await;
    product.until_printed().await;
    tour.picture("ticket").await;
    tour.paper("ticket", &label).await;
    product.tap("home").await;
    // A hall with people in it.
    let branch = product.branch().await;
    let groups = branch["groups"].as_array().expect("groups").iter().filter_map(|group| group["id"].as_str());
    for other in groups.filter(|other| *other != group) {
        product.take_number(other).await;
        product.tap("home").await;
    }

    product.tap("tile-submit").await;
    product.see("life-co-con").await;
    tour.picture("choose").await;
    product.tap("life-co-con").await;
    product.tap("procedure-1.001193").await;
    product.see("begin").await;
    tour.picture("procedure").await;
    product.tap("back").await;
    product.tap("end").await;
    product.tap("end-yes").await;
    product.birth_until_certificate(async |page| tour.picture(page).await).await;
    tour.picture("birth").await;
    product.certificate_to_review().await;
    tour.picture("review").await;
    let code = product.submit().await;
    product.until_printed().await;
    tour.picture("receipt").await;
    tour.paper("receipt", &code).await;

    product.open_counter(1).await;
    product.tap("call-next").await;
    product.until("current-label", &label, |shown| shown == label).await;
    tour.picture("console-call").await;
    product.on("board").await;
    product.until("now-label", &label, |shown| shown == label).await;
    tour.picture("board").await;
    product.on("staff").await;
    product.tap("nav-submissions").await;
    product.tap(&format!("submission-{code}")).await;
    product.see("answer-rows").await;
    tour.picture("console-submission").await;
    product.tap("accept").await;
    product.tap("accept-confirm").await;
    let dossier = product.text("dossier-code").await;
    product.until_printed().await;
    tour.picture("console-accepted").await;
    tour.paper("acceptance", &dossier).await;
    let Tour { product, folder, pictures } = tour;
    product.close().await;

    // The same on a landscape screen.
    let wide = Product::start(&["--faces=citizen", "--windowed=1920x1080"]).await;
    let tour = Tour { product: wide, folder, pictures };
    tour.product.on("citizen").await;
    tour.product.see("tile-ticket").await;
    tour.picture("wide-first-screen").await;
    tour.product.birth_until_certificate(async |page| tour.picture(&format!("wide-{page}")).await).await;
    let Tour { product, folder, pictures } = tour;
    product.close().await;

    let tour = in_trouble(folder, pictures).await;
    println!("the tour is in {}", tour.folder.display());
}
