use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbaImage};
use motcua_domain::wire::Problem;

/// Sides of a picture in pixels: an A3 page at 1,200 dpi is within.
const MAX_SIDE: u32 = 20_000;

/// Memory a picture may need: an A4 page in colour at 600 dpi takes 104 MB.
const MAX_ALLOC: u64 = 256 * 1024 * 1024;

/// JPEG quality at which scanned text and stamps stay clear.
const QUALITY: u8 = 85;

/// The most pixels a drawn page has on its longer side.
const MAX_PICTURE: u32 = 4_000;

/// What a paper may be, told by its first bytes and never by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Pdf,
    Jpeg,
    Png,
}

impl Kind {
    /// How many bytes tell every kind.
    pub(super) const TOLD_BY: usize = 8;

    /// By the first bytes (ISO 32000-2, 7.5.2; ITU-T T.81, B.2.1; PNG, 5.2).
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            _ => None,
        }
    }

    /// Whether the end that belongs to the kind is there. Readers forgive a missing end, and would
    /// show half a paper.
    pub(super) fn is_whole(self, bytes: &[u8]) -> bool {
        let tail = &bytes[bytes.len().saturating_sub(1024)..];
        let mark: &[u8] = match self {
            Self::Pdf => b"%%EOF",
            Self::Jpeg => &[0xff, 0xd9],
            Self::Png => b"IEND",
        };
        tail.windows(mark.len()).any(|window| window == mark)
    }

    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    fn of_media_type(media_type: &str) -> Option<Self> {
        [Self::Pdf, Self::Jpeg, Self::Png].into_iter().find(|kind| kind.media_type() == media_type)
    }
}

/// A paper that opens: its bytes as they are kept, and how many pages it has.
pub(super) struct Opened {
    pub(super) kind: Kind,
    pub(super) bytes: Vec<u8>,
    pub(super) pages: u32,
}

/// Opens a paper. Pictures are turned upright and written anew, without the place, time and device
/// that cameras write into them; a PDF is kept as it is.
///
/// # Errors
/// `scan-wrong-type`; `scan-unreadable`; `scan-locked` for a PDF with a password; `scan-too-large`
/// for a picture of too many pixels.
pub(super) fn open(bytes: Vec<u8>) -> Result<Opened, Problem> {
    let kind = Kind::of(&bytes).ok_or_else(|| Problem::new("scan-wrong-type"))?;
    guarded(|| match kind {
        Kind::Pdf => {
            let pages = load_pdf(bytes.clone())?.pages().len();
            match u32::try_from(pages) {
                Ok(pages) if pages > 0 => Ok(Opened { kind, bytes, pages }),
                _ => Err(unreadable()),
            }
        }
        Kind::Jpeg | Kind::Png => {
            let upright = load_image(kind, &bytes)?;
            let bytes = encode(kind, upright)?;
            if bytes.len() as u64 > super::MAX_BYTES {
                return Err(Problem::new("scan-too-large"));
            }
            Ok(Opened { kind, bytes, pages: 1 })
        }
    })
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
    let kind = Kind::of_media_type(media_type).ok_or_else(|| Problem::new("scan-wrong-type"))?;
    let max_px = max_px.clamp(1, MAX_PICTURE);
    let index = page.checked_sub(1).ok_or_else(no_page)?;
    guarded(|| {
        let picture = match kind {
            Kind::Pdf => draw_pdf(bytes, index, max_px)?,
            Kind::Jpeg | Kind::Png if index > 0 => return Err(no_page()),
            Kind::Jpeg | Kind::Png => {
                let image = load_image(kind, bytes)?;
                if image.width().max(image.height()) > max_px { image.thumbnail(max_px, max_px) } else { image }
            }
        };
        encode(Kind::Png, picture)
    })
}

fn draw_pdf(bytes: &[u8], index: u32, max_px: u32) -> Result<DynamicImage, Problem> {
    let pdf = load_pdf(bytes.to_vec())?;
    let page = pdf.pages().get(index as usize).ok_or_else(no_page)?;
    let (width, height) = page.render_dimensions();
    let scale = max_px as f32 / width.max(height);
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

/// Decodes a picture within bounds, upright.
fn load_image(kind: Kind, bytes: &[u8]) -> Result<DynamicImage, Problem> {
    let decoded = || -> Result<DynamicImage, ImageError> {
        let mut reader = ImageReader::with_format(Cursor::new(bytes), format(kind));
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
    decoded().map_err(|error| match error {
        ImageError::Limits(_) => Problem::new("scan-too-large"),
        _ => unreadable(),
    })
}

/// Writes a picture, and nothing but the picture.
fn encode(kind: Kind, image: DynamicImage) -> Result<Vec<u8>, Problem> {
    let mut out = Cursor::new(Vec::new());
    let written = match (kind, image) {
        (Kind::Jpeg, DynamicImage::ImageLuma8(grey)) => {
            JpegEncoder::new_with_quality(&mut out, QUALITY).encode_image(&grey)
        }
        (Kind::Jpeg, image) => JpegEncoder::new_with_quality(&mut out, QUALITY).encode_image(&image.to_rgb8()),
        (_, image) => image.write_to(&mut out, ImageFormat::Png),
    };
    written.map(|()| out.into_inner()).map_err(|_| unreadable())
}

fn format(kind: Kind) -> ImageFormat {
    if kind == Kind::Jpeg { ImageFormat::Jpeg } else { ImageFormat::Png }
}

/// A hostile paper may make its reader panic: that refuses the paper and ends nothing else.
fn guarded<T>(read: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(unreadable()))
}

fn unreadable() -> Problem {
    Problem::new("scan-unreadable")
}

fn no_page() -> Problem {
    Problem::new("scan-no-page")
}
