use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgb, RgbImage, RgbaImage};
use motcua_domain::wire::Problem;

use crate::kept::{LONG_SIDE, SHORT_SIDE};

/// The largest file taken, in bytes.
pub const MAX_BYTES: u64 = 15 * 1024 * 1024;

/// The most pages one file may bring.
pub const MAX_PAGES: u32 = 30;

/// Sides of a picture in pixels: an A3 page at 1,200 dpi is within.
const MAX_SIDE: u32 = 20_000;

/// Memory a picture may need: an A4 page in colour at 600 dpi takes 104 MB.
const MAX_ALLOC: u64 = 256 * 1024 * 1024;

/// Pixels in a point of a PDF page that is kept: 200 in an inch.
const KEPT_SCALE: f32 = 200.0 / 72.0;

/// The most pixels a drawn page has on its longer side.
const MAX_PICTURE: u32 = 4_000;

/// What a paper may be, told by its first bytes and never by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// PDF.
    Pdf,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
}

impl Kind {
    /// How many bytes tell every kind.
    pub const TOLD_BY: usize = 8;

    /// By the first bytes (ISO 32000-2, 7.5.2; ITU-T T.81, B.2.1; PNG, 5.2).
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            _ => None,
        }
    }

    /// Whether the end that belongs to the kind is there. Readers forgive a missing end, and would
    /// show half a paper.
    pub fn is_whole(self, bytes: &[u8]) -> bool {
        let tail = &bytes[bytes.len().saturating_sub(1024)..];
        let ends = |mark: &[u8]| tail.windows(mark.len()).any(|window| window == mark);
        match self {
            Self::Pdf => ends(b"%%EOF"),
            Self::Jpeg => jpeg_ends(bytes),
            Self::Png => ends(b"IEND"),
        }
    }

    fn of_media_type(media_type: &str) -> Option<Self> {
        match media_type {
            "application/pdf" => Some(Self::Pdf),
            "image/jpeg" => Some(Self::Jpeg),
            "image/png" => Some(Self::Png),
            _ => None,
        }
    }
}

/// Whether a JPEG reaches its end marker, from segment to segment (ITU-T T.81, B.1 and B.2). Phones put a
/// film or a second picture behind it, and a small picture with an end of its own into a segment.
fn jpeg_ends(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some(length) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == 0xff)) {
        // What is no marker's first byte is coded picture; a marker may be led in by more of them.
        at += length + 1;
        match bytes.get(at) {
            Some(0xd9) => return true,
            // An 0xff of the coded picture, a restart, a byte that fills: no segment.
            Some(0x00 | 0x01 | 0xd0..=0xd7) => at += 1,
            Some(0xff) => {}
            Some(_) => match bytes.get(at + 1..at + 3) {
                Some(&[high, low]) => at += 1 + usize::from(u16::from_be_bytes([high, low])),
                _ => return false,
            },
            None => return false,
        }
    }
    false
}

/// What came from outside, opened. Its pages are drawn one after another, so that no more than one
/// is in memory as pixels.
pub struct Incoming(Opened);

enum Opened {
    Pdf(Pdf),
    Picture(Kind, Vec<u8>),
}

impl Incoming {
    /// Opens a file.
    ///
    /// # Errors
    /// `scan-wrong-type`; `scan-unreadable`, also for one whose end is missing; `scan-locked` for a
    /// PDF with a password; `scan-too-large` for more than [`MAX_BYTES`] or [`MAX_PAGES`].
    pub fn open(bytes: Vec<u8>) -> Result<Self, Problem> {
        let kind = Kind::of(&bytes).ok_or_else(wrong_type)?;
        if bytes.len() as u64 > MAX_BYTES {
            return Err(too_large());
        }
        if !kind.is_whole(&bytes) {
            return Err(unreadable());
        }
        if kind != Kind::Pdf {
            return Ok(Self(Opened::Picture(kind, bytes)));
        }
        guarded(|| {
            let pdf = load_pdf(bytes)?;
            match pdf.pages().len() {
                0 => Err(unreadable()),
                pages if pages > MAX_PAGES as usize => Err(too_large()),
                _ => Ok(Self(Opened::Pdf(pdf))),
            }
        })
    }

    /// How many pages it has, at least one.
    pub fn pages(&self) -> u32 {
        match &self.0 {
            Opened::Pdf(pdf) => u32::try_from(pdf.pages().len()).unwrap_or(MAX_PAGES),
            Opened::Picture(..) => 1,
        }
    }

    /// A page as pixels, from 0, upright as the camera that took it says. Slow: not for an async
    /// thread.
    ///
    /// # Errors
    /// `scan-unreadable`; `scan-too-large` for a picture of too many pixels; `scan-no-page`.
    pub fn picture(&self, index: u32) -> Result<DynamicImage, Problem> {
        guarded(|| match &self.0 {
            Opened::Pdf(pdf) => draw_pdf(pdf, index, |width, height| {
                let fits = (LONG_SIDE as f32 / width.max(height)).min(SHORT_SIDE as f32 / width.min(height));
                KEPT_SCALE.min(fits)
            }),
            Opened::Picture(kind, bytes) if index == 0 => load_image(*kind, bytes),
            Opened::Picture(..) => Err(no_page()),
        })
    }
}

/// Draws a page of a paper as a PNG, for a screen.
///
/// `media_type` is `application/pdf`, `image/jpeg` or `image/png`; `page` counts from 1; neither side
/// is longer than `max_px` (1 to 4,000). Slow: not for an async thread.
///
/// # Errors
/// `scan-wrong-type`, `scan-unreadable`, `scan-locked`, `scan-too-large`, and `scan-no-page` when the
/// paper has no such page.
pub fn page_picture(bytes: &[u8], media_type: &str, page: u32, max_px: u32) -> Result<Vec<u8>, Problem> {
    let kind = Kind::of_media_type(media_type).ok_or_else(wrong_type)?;
    let max_px = max_px.clamp(1, MAX_PICTURE);
    let index = page.checked_sub(1).ok_or_else(no_page)?;
    guarded(|| {
        let picture = match kind {
            Kind::Pdf => {
                draw_pdf(&load_pdf(bytes.to_vec())?, index, |width, height| max_px as f32 / width.max(height))?
            }
            Kind::Jpeg | Kind::Png if index > 0 => return Err(no_page()),
            Kind::Jpeg | Kind::Png => {
                let image = load_image(kind, bytes)?;
                if image.width().max(image.height()) > max_px { image.thumbnail(max_px, max_px) } else { image }
            }
        };
        let mut out = Cursor::new(Vec::new());
        picture.write_to(&mut out, ImageFormat::Png).map_err(|_| unreadable())?;
        Ok(out.into_inner())
    })
}

/// Draws a page at the scale that `scale` says for its width and height in points.
fn draw_pdf(pdf: &Pdf, index: u32, scale: impl Fn(f32, f32) -> f32) -> Result<DynamicImage, Problem> {
    let page = pdf.pages().get(index as usize).ok_or_else(no_page)?;
    let (width, height) = page.render_dimensions();
    let scale = scale(width, height);
    // A page as thin as a thread, or without a size, cannot be drawn.
    if !(scale.is_finite() && scale > 0.0 && width.min(height) * scale >= 1.0) {
        return Err(unreadable());
    }
    let size = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let drawn =
        hayro::render(page, &RenderCache::new(), &InterpreterSettings::default(), &RenderSettings::default(), &size);
    let (width, height) = (drawn.width().into(), drawn.height().into());
    // On a white ground every pixel is opaque, so premultiplied colours are the colours.
    let pixels = RgbaImage::from_raw(width, height, drawn.data_as_u8_slice().to_vec()).ok_or_else(unreadable)?;
    Ok(DynamicImage::ImageRgba8(pixels).to_rgb8().into())
}

fn load_pdf(bytes: Vec<u8>) -> Result<Pdf, Problem> {
    Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Problem::new("scan-locked"),
        LoadPdfError::Invalid => unreadable(),
    })
}

/// Decodes a picture within bounds, upright, eight bits a channel, on white where it can be seen through.
pub(crate) fn load_image(kind: Kind, bytes: &[u8]) -> Result<DynamicImage, Problem> {
    let decoded = || -> Result<DynamicImage, ImageError> {
        let format = if kind == Kind::Jpeg { ImageFormat::Jpeg } else { ImageFormat::Png };
        let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
        let mut limits = Limits::default();
        limits.max_image_width = Some(MAX_SIDE);
        limits.max_image_height = Some(MAX_SIDE);
        limits.max_alloc = Some(MAX_ALLOC);
        reader.limits(limits);
        let mut decoder = reader.into_decoder()?;
        let orientation = decoder.orientation()?;
        let mut image = DynamicImage::from_decoder(decoder)?;
        image.apply_orientation(orientation);
        Ok(image)
    };
    let image = decoded().map_err(|error| match error {
        ImageError::Limits(_) => too_large(),
        _ => unreadable(),
    })?;
    Ok(match image {
        image @ (DynamicImage::ImageLuma8(_) | DynamicImage::ImageRgb8(_)) => image,
        image @ DynamicImage::ImageLuma16(_) => image.into_luma8().into(),
        image if image.color().has_alpha() => on_white(&image.into_rgba8()).into(),
        image => image.into_rgb8().into(),
    })
}

fn on_white(picture: &RgbaImage) -> RgbImage {
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, alpha] = picture.get_pixel(x, y).0.map(u16::from);
        Rgb([red, green, blue].map(|channel| ((channel * alpha + 255 * (255 - alpha)) / 255) as u8))
    })
}

/// A hostile paper may make its reader panic: that refuses the paper and ends nothing else.
pub(crate) fn guarded<T>(read: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(unreadable()))
}

fn too_large() -> Problem {
    Problem::new("scan-too-large").with("megabytes", MAX_BYTES / (1024 * 1024))
}

fn wrong_type() -> Problem {
    Problem::new("scan-wrong-type")
}

pub(crate) fn unreadable() -> Problem {
    Problem::new("scan-unreadable")
}

fn no_page() -> Problem {
    Problem::new("scan-no-page")
}
