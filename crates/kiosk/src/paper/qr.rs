use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

use super::PaperError;
use crate::view::QrPicture;

/// White modules around a code (ISO/IEC 18004).
const QUIET: u32 = 4;

/// The dark modules of a QR code, row by row.
pub(super) struct Modules {
    width: u32,
    dark: Vec<bool>,
}

impl Modules {
    /// Of a text: level M, so that a crease or a drop does not end it.
    pub(super) fn of(data: &str) -> Result<Self, PaperError> {
        let code = QrCode::with_error_correction_level(data, EcLevel::M).map_err(|_| PaperError::Qr)?;
        let width = u32::try_from(code.width()).map_err(|_| PaperError::Qr)?;
        Ok(Self { width, dark: code.to_colors().into_iter().map(|c| c == Color::Dark).collect() })
    }

    /// The side in modules, the quiet zone included.
    pub(super) fn size(&self) -> u32 {
        self.width + 2 * QUIET
    }

    /// Runs of dark modules: where one begins, counted with the quiet zone, its row, and its length.
    pub(super) fn runs(&self) -> Vec<(u32, u32, u32)> {
        let mut runs: Vec<(u32, u32, u32)> = Vec::new();
        for (i, _) in (0_u32..).zip(&self.dark).filter(|(_, dark)| **dark) {
            let (x, y) = (i % self.width + QUIET, i / self.width + QUIET);
            match runs.last_mut() {
                Some((start, row, length)) if *row == y && *start + *length == x => *length += 1,
                _ => runs.push((x, y, 1)),
            }
        }
        runs
    }
}

/// A QR code for the screen.
///
/// # Errors
/// When the text is longer than a QR code can hold (2,331 bytes at level M).
pub fn qr(data: &str) -> Result<QrPicture, PaperError> {
    let modules = Modules::of(data)?;
    let mut path = String::new();
    for (x, y, length) in modules.runs() {
        // Writing into a string cannot fail.
        let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
    }
    Ok(QrPicture { size: modules.size(), path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_its_quiet_zone_and_its_first_finder() {
        let picture = qr("A7KM-3XPT").expect("a QR");
        assert_eq!(picture.size, 21 + 8);
        assert!(picture.path.starts_with("M4 4h7v1h-7z"), "{}", picture.path);
    }

    #[test]
    fn what_does_not_fit_is_an_error() {
        assert!(matches!(qr(&"x".repeat(2_400)), Err(PaperError::Qr)));
    }
}
