//! Documents made into pages: one layout engine for the ticket, the receipt and Mẫu 01.
//!
//! | module | what it does |
//! |---|---|
//! | `fonts` | the fonts, and how wide text is in them |
//! | `khmer` | Khmer letters shaped |
//! | `lines` | words into lines that fit |
//! | `sheet` | sizes and margins of each kind of paper, and of each role of text |
//! | `piece` | what is drawn, at measured places |
//! | `block` | the parts of a document, each into pieces |
//! | `table` | ruled tables |
//! | `ruler` | a ruler in millimetres |
//! | `pages` | pieces onto sheets, or onto a roll as long as they are |
//! | `qr` | QR codes, for paper and for the screen |
//! | `barcode` | bar codes: Code 128 |
//! | `dots` | what a roll bears, moved onto the dots of a thermal head |
//! | `pdf` | sheets into a PDF, with fonts embedded and subset |

mod barcode;
mod block;
mod dots;
mod fonts;
mod khmer;
mod lines;
mod pages;
mod pdf;
mod piece;
mod qr;
mod ruler;
mod sheet;
mod table;
#[cfg(test)]
mod tests;

pub use qr::qr;

use motcua_domain::paper::Document;

/// Why a document could not be made into pages.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// A font that comes with the program could not be read.
    #[error("a font could not be read")]
    Font,
    /// What a QR code should say does not fit into one.
    #[error("the text of a QR code is too long")]
    Qr,
    /// What a bar code should say is empty, or is not printable ASCII.
    #[error("the text of a bar code cannot be encoded")]
    Barcode,
}

/// Dots in a millimetre of a thermal head: a roll drawn at so many pixels in a millimetre has its codes,
/// its rules and its letters' feet on whole pixels.
pub const HEAD_DOTS: u32 = 8;

/// Makes a document into a PDF.
///
/// Everything of the document is on the pages: lines wrap, sheets follow each other, and a roll is
/// as long as its content. The file's metadata holds the document's kind and nothing of a person.
///
/// # Errors
/// When a QR code or a bar code cannot hold its text.
pub fn render(document: &Document) -> Result<Vec<u8>, PaperError> {
    let fonts = fonts::Fonts::load()?;
    let sheet = sheet::Sheet::of(document.paper);
    let pieces = block::layout(&document.blocks, sheet, fonts)?;
    Ok(pdf::write(&pages::fill(pieces, sheet, &document.footer, fonts), &document.title, fonts))
}
