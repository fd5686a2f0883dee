//! A version of a form never changes: what each says is written down as a sum over its files.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::super::any::ANY_FORM_VERSION;
use super::super::shipped::{ANY, PACKAGES, shipped};
use super::super::supplement::{SUPPLEMENT_FORM_VERSION, WORDS};
use super::*;

const PINNED: &str = include_str!("../../../forms/pinned.txt");

fn line(code: &str, version: u32, files: &[&str]) -> String {
    let mut sum = Sha256::new();
    for file in files {
        // With its length in front, so that nothing can move from one file to the next.
        sum.update(file.len().to_be_bytes());
        sum.update(file);
    }
    let mut line = format!("{code} {version} ");
    for byte in sum.finalize() {
        let _ = write!(line, "{byte:02x}");
    }
    line
}

#[test]
fn what_ships_says_what_its_version_always_said() {
    let files =
        |package: &Package<'static>| [package.schema, package.ui, package.about, package.words[0], package.words[1]];
    let own = shipped().iter().zip(&PACKAGES);
    let own = own.map(|(form, package)| line(form.procedure(), form.version(), &files(package)));
    let made = [line("any", ANY_FORM_VERSION, &files(&ANY)), line("supplement", SUPPLEMENT_FORM_VERSION, &WORDS)];
    let missing: Vec<String> = own.chain(made).filter(|line| !PINNED.lines().any(|pinned| pinned == line)).collect();
    assert!(
        missing.is_empty(),
        "a form was changed. Drafts may have been begun on its version: raise the version, keep the old one in \
         shipped.rs, and add to crates/domain/forms/pinned.txt\n{}",
        missing.join("\n")
    );
    let mut versions: Vec<&str> = PINNED.lines().filter_map(|line| Some(line.rsplit_once(' ')?.0)).collect();
    versions.sort_unstable();
    assert!(versions.windows(2).all(|two| two[0] != two[1]), "a version is written down twice: {versions:?}");
}
