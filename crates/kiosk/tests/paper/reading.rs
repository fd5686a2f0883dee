//! A PDF read with other programs' eyes: poppler's and zbar's.

use std::path::PathBuf;
use std::process::Command;

use motcua_domain::paper::Block;
use tempfile::TempDir;

/// What a document must say: every text, and every code.
#[derive(Default)]
pub struct Said {
    pub texts: Vec<String>,
    pub codes: Vec<String>,
}

/// What the parts of a document say.
pub fn said(blocks: &[Block]) -> Said {
    fn walk(blocks: &[Block], said: &mut Said) {
        for block in blocks {
            let texts: Vec<&String> = match block {
                Block::Text { text, .. } | Block::Stamp(text) => vec![text],
                Block::Rows(rows) => rows.iter().flat_map(|row| [&row.label, &row.value]).collect(),
                Block::Line { label, value } => [label].into_iter().chain(value).collect(),
                Block::List(items) => items.iter().collect(),
                Block::Checks(checks) => checks.iter().flat_map(|check| [&check.text, &check.note]).collect(),
                Block::Table { columns, rows } => {
                    columns.iter().map(|column| &column.title).chain(rows.iter().flatten()).collect()
                }
                Block::Columns(shares) => {
                    shares.iter().for_each(|share| walk(&share.blocks, said));
                    Vec::new()
                }
                Block::Qr { data, caption } | Block::Barcode { data, caption } => {
                    said.codes.push(data.clone());
                    vec![caption]
                }
                Block::Signatures(signatures) => {
                    signatures.iter().flat_map(|s| [Some(&s.title), Some(&s.note), s.name.as_ref()]).flatten().collect()
                }
                Block::Rule(_) | Block::Space(_) | Block::Ruler | Block::PageBreak => Vec::new(),
            };
            said.texts.extend(texts.into_iter().cloned());
        }
    }
    let mut said = Said::default();
    walk(blocks, &mut said);
    said
}

/// A PDF on the disk.
pub struct Paper {
    folder: TempDir,
    pub bytes: usize,
}

/// A word where it stands, in points from the left and the top of its page.
#[derive(Clone, Debug)]
pub struct Word {
    pub page: usize,
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
    pub text: String,
}

impl Word {
    /// From where to where its ink reaches down the page. Poppler's boxes have room for two marks
    /// above and a tail below; capitals and digits use neither.
    pub fn ink(&self) -> (f32, f32) {
        let plain = self.text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        let height = self.bottom - self.top;
        if plain { (self.top + height * 0.2, self.bottom - height * 0.15) } else { (self.top, self.bottom) }
    }
}

impl Paper {
    pub fn of(pdf: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("paper.pdf"), pdf).expect("a file");
        Self { folder, bytes: pdf.len() }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("paper.pdf")
    }

    fn run(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let mut command = Command::new(program);
        command.args(before).arg(self.file()).args(after).current_dir(self.folder.path());
        let out = command.output().unwrap_or_else(|e| panic!("{program}: {e}"));
        assert!(out.status.success(), "{program}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).expect("UTF-8")
    }

    /// Its text, with every run of white space made one space.
    pub fn text(&self) -> String {
        self.run("pdftotext", &["-enc", "UTF-8"], &["-"]).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Its fonts as `pdffonts` lists them, a line each.
    pub fn fonts(&self) -> Vec<String> {
        self.run("pdffonts", &[], &[]).lines().skip(2).map(str::to_owned).collect()
    }

    pub fn info(&self) -> String {
        self.run("pdfinfo", &[], &[])
    }

    /// What a scanner reads on its pages at so many dots an inch: every code, page by page.
    pub fn codes(&self, dpi: u32) -> Vec<String> {
        let drawn = self.folder.path().join(dpi.to_string());
        std::fs::create_dir(&drawn).expect("a folder");
        self.run("pdftoppm", &["-r", &dpi.to_string(), "-gray"], &[&format!("{dpi}/page")]);
        let entries = std::fs::read_dir(&drawn).expect("the folder").flatten();
        let mut pages: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        pages.sort();
        let out = Command::new("zbarimg").args(["-q", "--raw"]).args(&pages).output().expect("zbarimg");
        String::from_utf8_lossy(&out.stdout).lines().map(str::to_owned).collect()
    }

    /// Its words, and the size of its pages.
    pub fn words(&self) -> (Vec<Word>, Vec<(f32, f32)>) {
        let listed = self.run("pdftotext", &["-bbox", "-enc", "UTF-8"], &["-"]);
        let (mut words, mut pages) = (Vec::new(), Vec::new());
        for line in listed.lines().map(str::trim) {
            let number = |name: &str| -> f32 {
                let rest = line.split_once(&format!("{name}=\"")).expect("an attribute").1;
                rest.split('"').next().expect("a value").parse().expect("a number")
            };
            if line.starts_with("<page") {
                pages.push((number("width"), number("height")));
            } else if line.starts_with("<word") {
                let text = line.split_once('>').expect("a word").1.trim_end_matches("</word>").to_owned();
                let (left, top) = (number("xMin"), number("yMin"));
                words.push(Word { page: pages.len(), left, top, right: number("xMax"), bottom: number("yMax"), text });
            }
        }
        (words, pages)
    }
}
