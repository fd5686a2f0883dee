//! A QR code as a picture in the page itself: the page loads nothing.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

/// White modules around a code (ISO/IEC 18004).
const QUIET: usize = 4;

/// The code of a text, at level M as on paper; none when it is too long for one.
pub(super) fn drawn(text: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let (width, size) = (code.width(), code.width() + 2 * QUIET);
    let mut path = String::new();
    for (i, _) in code.to_colors().iter().enumerate().filter(|(_, color)| **color == Color::Dark) {
        // Writing into a string cannot fail.
        let _ = write!(path, "M{} {}h1v1h-1z", i % width + QUIET, i / width + QUIET);
    }
    Some(format!(
        r##"<svg class="qr" viewBox="0 0 {size} {size}" role="img" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{path}"/></svg>"##
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_its_quiet_zone_and_what_does_not_fit_has_none() {
        let picture = drawn("A7KM-3XPT").expect("a code");
        assert!(picture.contains(r#"viewBox="0 0 29 29""#), "{picture}");
        assert!(picture.contains("M4 4h1v1h-1z") && !picture.contains("M3 4"), "{picture}");
        assert_eq!(drawn(&"x".repeat(2_400)), None);
    }
}
