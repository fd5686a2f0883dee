//! Pages drawn to pictures in Rust: the same on every machine, but for a rounding here and there.

use image::GrayImage;
use motcua_kiosk::paper::HEAD_DOTS;

/// Dots in an inch of a thermal head.
pub const HEAD_DPI: f32 = HEAD_DOTS as f32 * 25.4;

/// Every page of a PDF at so many pixels in an inch, in grey.
pub fn pages(pdf: Vec<u8>, dpi: f32) -> Vec<GrayImage> {
    use hayro::hayro_interpret::InterpreterSettings;
    use hayro::{PixmapSettings, RenderCache, RenderSettings};
    let pdf = hayro::hayro_syntax::Pdf::new(pdf).expect("a PDF");
    let scale = dpi / 72.0;
    let to = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: hayro::vello_cpu::color::palette::css::WHITE };
    let cache = RenderCache::new();
    let page = |page| {
        let drawn = hayro::render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &to);
        let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
        // Black on white: one channel tells all.
        let grey = drawn.data_as_u8_slice().chunks_exact(4).map(|pixel| pixel[0]).collect();
        GrayImage::from_raw(width, height, grey).expect("as many pixels as it says")
    };
    pdf.pages().iter().map(page).collect()
}
