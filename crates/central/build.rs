//! Embeds the pages of `ui/dist` that any browser of the hall may open, with all they load. Where they
//! were not built the server is built without them, and says so at `/board/{branch}`. Names the catalogue
//! the server is built with.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// The board for televisions, and the tablet that stands at a counter.
const PAGES: [&str; 2] = ["board.html", "tablet.html"];

fn main() {
    // A new migration must be compiled in.
    println!("cargo:rerun-if-changed=migrations");
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/dist");
    println!("cargo:rerun-if-changed={}", dist.display());
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo says where")).join("board");
    fs::create_dir_all(&out).expect("a folder for the pages");
    let mut list = String::from("const FILES: &[File] = &[\n");
    for (place, (name, bytes)) in pages(&dist).iter().enumerate() {
        // Copied, so that a page that is being built anew cannot break a build of the server.
        let copy = out.join(place.to_string());
        fs::write(&copy, bytes).expect("a copy of a file of the pages");
        writeln!(list, "    ({name:?}, include_bytes!({copy:?})),").expect("text can be written");
    }
    list.push_str("];\n");
    fs::write(out.with_file_name("board_files.rs"), list).expect("a list of the files");
    println!("cargo:rustc-env=MOTCUA_COMPOSED_WITH={:016x}", composed_with());
}

/// A fingerprint of what the product ships for the catalogue and of how it composes it, so that a server
/// composes its catalogue anew when either is another.
fn composed_with() -> u64 {
    let mut hasher = DefaultHasher::new();
    let mut sources = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/catalogue.rs")];
    for folder in ["catalogue", "catalogue/procedures", "src/catalogue"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain").join(folder);
        println!("cargo:rerun-if-changed={}", folder.display());
        let files = fs::read_dir(folder).expect("the catalogue's sources").flatten().map(|file| file.path());
        sources.extend(files.filter(|path| path.is_file()));
    }
    sources.sort();
    for source in sources {
        println!("cargo:rerun-if-changed={}", source.display());
        fs::read(source).expect("a source").hash(&mut hasher);
    }
    hasher.finish()
}

/// The pages and every file they name, and those these name, by path; the pages first.
fn pages(dist: &Path) -> Vec<(String, Vec<u8>)> {
    let page = |name: &str| Some((name.to_owned(), fs::read(dist.join(name)).ok()?));
    let Some(mut found) = PAGES.map(page).into_iter().collect::<Option<Vec<_>>>() else { return Vec::new() };
    let assets = fs::read_dir(dist.join("assets")).into_iter().flatten().flatten();
    let mut assets: BTreeMap<String, Vec<u8>> =
        assets.filter_map(|file| Some((file.file_name().into_string().ok()?, fs::read(file.path()).ok()?))).collect();
    let mut next = 0;
    while next < found.len() {
        let text = String::from_utf8_lossy(&found[next].1).into_owned();
        let named: Vec<_> = assets.keys().filter(|name| text.contains(name.as_str())).cloned().collect();
        for name in named {
            let bytes = assets.remove(&name).expect("it was found there");
            // Every browser that can show the page reads the smaller kind of font.
            if !name.ends_with(".woff") {
                found.push((format!("assets/{name}"), bytes));
            }
        }
        next += 1;
    }
    found
}
