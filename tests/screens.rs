//! Not a test: draws every page of two forms in the four sizes of text, upright and wide, into `out/screens/`,
//! each held to what a page must be.

#[path = "product/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the journeys use the rest")]
mod product;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use product::Product;
use serde_json::{Value, json};

/// The forms with the life event they are found under, and the choices of each walk: together the walks come to
/// every page.
fn walks() -> Vec<(&'static str, &'static str, Value)> {
    let birth = "1.001193";
    vec![
        ("co-con", birth, json!({ "receive": "post", "ethnicity": "other", "relation": "mother" })),
        ("co-con", birth, json!({ "relation": "authorised", "certificate": false, "witnesses": 2 })),
        ("co-con", birth, json!({ "relation": "father", "certificate": false, "has_witness": false })),
        (
            "mo-cua-hang",
            "1.001612",
            json!({ "acting": "other", "founder": "family", "receive": "post", "start_date": "15/01/2027" }),
        ),
    ]
}

struct Album {
    folder: PathBuf,
    pictures: AtomicU32,
}

impl Album {
    async fn pages(&self, product: &Product, page: &str) {
        let number = self.pictures.fetch_add(1, Ordering::Relaxed) + 1;
        product
            .in_four_sizes(page, async |size| {
                let picture = product.client.screenshot().await.expect("a picture");
                std::fs::write(self.folder.join(format!("{number:02}-{page}-{size}.png")), picture).expect("kept");
            })
            .await;
    }
}

#[tokio::main]
async fn main() {
    let out = Path::new(env!("CARGO_MANIFEST_DIR")).join("out/screens");
    let _ = std::fs::remove_dir_all(&out);
    for (shape, size) in [("upright", "1080x1920"), ("wide", "1920x1080")] {
        for (number, (life_event, code, choices)) in walks().into_iter().enumerate() {
            let folder = out.join(format!("{code}-{shape}-{}", number + 1));
            std::fs::create_dir_all(&folder).expect("out/screens can be written");
            let album = Album { folder, pictures: AtomicU32::new(0) };
            let product = Product::start(&["--faces=citizen", &format!("--windowed={size}")]).await;
            product.begin_of(life_event, code).await;
            product.walk(&choices, async |page| album.pages(&product, page).await).await;
            product.submit().await;
            product.until_printed().await;
            album.pages(&product, "submitted").await;
            product.close().await;
        }
    }
    println!("the pages are in {}", out.display());
}
