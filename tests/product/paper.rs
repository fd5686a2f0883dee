//! Reading paper back with the eye of a scanner.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// Waits for the newest PDF of a kind in the trial printer's folder.
pub async fn printed(data: &Path, kind: &str) -> PathBuf {
    let started = Instant::now();
    loop {
        let found = std::fs::read_dir(data.join("printed"))
            .into_iter()
            .flatten()
            .flatten()
            .map(|e| e.path())
            .filter(|p| p.extension().is_some_and(|e| e == "pdf") && p.to_string_lossy().contains(kind));
        if let Some(newest) = found.max() {
            return newest;
        }
        assert!(started.elapsed() < Duration::from_secs(30), "no {kind} was printed");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// The text of a PDF, in reading order.
pub fn text_of(pdf: &Path) -> String {
    let output = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output().expect("pdftotext");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// How many pages a PDF has.
pub fn pages_of(pdf: &Path) -> usize {
    let output = Command::new("pdfinfo").arg(pdf).output().expect("pdfinfo");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    let pages = said.lines().find_map(|line| line.strip_prefix("Pages:")).expect("a PDF");
    pages.trim().parse().expect("a number")
}

/// What the QR codes of a PDF say.
pub fn qr_codes(pdf: &Path) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join("page");
    let drawn = Command::new("pdftoppm").args(["-r", "203", "-png"]).arg(pdf).arg(&page).status().expect("pdftoppm");
    assert!(drawn.success());
    let mut pages: Vec<_> = std::fs::read_dir(folder.path()).expect("pages").flatten().map(|e| e.path()).collect();
    pages.sort();
    let output = Command::new("zbarimg").args(["--quiet", "--raw"]).args(&pages).output().expect("zbarimg");
    String::from_utf8(output.stdout).expect("UTF-8").lines().map(str::to_owned).collect()
}
