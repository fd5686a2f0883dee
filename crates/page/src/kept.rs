use image::imageops::FilterType;
use image::{DynamicImage, RgbImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use motcua_domain::guide::Crop;
use motcua_domain::wire::Problem;

use crate::incoming::{Kind, guarded, load_image, unreadable};

/// The most bytes of a page that is kept: 300 KB.
pub const MAX_PAGE_BYTES: usize = 300 * 1024;

/// The longer side of an A4 sheet at 200 pixels an inch, at which small print and stamps stay clear.
pub(crate) const LONG_SIDE: u32 = 2339;

/// Its shorter side.
pub(crate) const SHORT_SIDE: u32 = 1654;

/// JPEG qualities tried one after another, until the page is small enough. Below the last one print
/// gets rings around its letters, and fewer pixels serve better.
const QUALITIES: [u8; 5] = [85, 75, 65, 55, 45];

/// What is left of each side where no quality was enough: a picture full of noise.
const SMALLER: f64 = 0.8;

/// The quality of a small picture for the screen.
const SCREEN_QUALITY: u8 = 80;

/// The quality of what is only on its way from a camera to a page.
const CAMERA_QUALITY: u8 = 92;

/// Below it, of 255, there is nothing to be seen: sensors show noise of up to half of it in the dark.
const DARKNESS: u8 = 24;

/// How far the channels of a colourless pixel may lie apart; JPEG itself makes up to half of it.
const COLOUR: u8 = 40;

/// One coloured pixel among so many makes a page coloured: a signature in blue ink is more.
const COLOURLESS: usize = 5_000;

/// A page as it is kept: an upright JPEG without metadata, of at most [`MAX_PAGE_BYTES`].
#[derive(Clone, PartialEq, Eq)]
pub struct Page {
    /// The JPEG.
    pub jpeg: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { jpeg, width, height } = self;
        f.debug_struct("Page").field("size", &jpeg.len()).field("width", width).field("height", height).finish()
    }
}

impl Page {
    /// A picture as a page: no larger than A4 at 200 pixels an inch, in grey where it has no colour,
    /// at the best quality that fits. Slow: not for an async thread.
    ///
    /// # Errors
    /// `scan-unreadable` for a picture without pixels.
    pub fn of(picture: DynamicImage) -> Result<Self, Problem> {
        if picture.width() == 0 || picture.height() == 0 {
            return Err(unreadable());
        }
        let picture = within(picture, LONG_SIDE, SHORT_SIDE);
        let mut picture = if is_colourless(&picture) { picture.into_luma8().into() } else { picture };
        loop {
            for quality in QUALITIES {
                let jpeg = encode(&picture, quality)?;
                if jpeg.len() <= MAX_PAGE_BYTES {
                    return Ok(Self { jpeg, width: picture.width(), height: picture.height() });
                }
            }
            let smaller = |side: u32| (f64::from(side) * SMALLER) as u32;
            let (width, height) = (smaller(picture.width()), smaller(picture.height()));
            picture = picture.resize_exact(width.max(1), height.max(1), FilterType::Triangle);
        }
    }

    /// Its pixels.
    ///
    /// # Errors
    /// `scan-unreadable`.
    pub fn picture(&self) -> Result<DynamicImage, Problem> {
        guarded(|| load_image(Kind::Jpeg, &self.jpeg))
    }

    /// It turned by so many quarters, clockwise.
    ///
    /// # Errors
    /// `scan-unreadable`.
    pub fn turned(&self, quarters: u8) -> Result<Self, Problem> {
        let picture = self.picture()?;
        Self::of(match quarters % 4 {
            0 => return Ok(self.clone()),
            1 => picture.rotate90(),
            2 => picture.rotate180(),
            _ => picture.rotate270(),
        })
    }

    /// A part of it.
    ///
    /// # Errors
    /// `scan-unreadable`.
    pub fn cropped(&self, crop: &Crop) -> Result<Self, Problem> {
        let (x, y, width, height) = place(crop, self.width, self.height);
        Self::of(self.picture()?.crop_imm(x, y, width, height))
    }

    /// It as a small JPEG for the screen, neither side longer than `max_px`.
    ///
    /// # Errors
    /// `scan-unreadable`.
    pub fn small(&self, max_px: u32) -> Result<Vec<u8>, Problem> {
        reduced(self.picture()?, max_px)
    }
}

/// Any JPEG or PNG as a small JPEG for the screen, upright, neither side longer than `max_px`.
///
/// # Errors
/// `scan-wrong-type`, `scan-unreadable`, `scan-too-large`.
pub fn small(bytes: &[u8], max_px: u32) -> Result<Vec<u8>, Problem> {
    let kind = Kind::of(bytes).filter(|kind| *kind != Kind::Pdf).ok_or_else(|| Problem::new("scan-wrong-type"))?;
    reduced(guarded(|| load_image(kind, bytes))?, max_px)
}

/// A JPEG of a camera's pixels in pairs, Y U Y V (V4L2_PIX_FMT_YUYV, colours by BT.601).
///
/// # Errors
/// `scan-unreadable` when there are not as many as the sides say.
pub fn of_yuyv(pixels: &[u8], width: u32, height: u32) -> Result<Vec<u8>, Problem> {
    if !width.is_multiple_of(2) || pixels.len() != width as usize * height as usize * 2 {
        return Err(unreadable());
    }
    let colours = |pair: &[u8]| {
        let [first, u, second, v] = [0, 1, 2, 3].map(|at| f32::from(pair[at]));
        let (u, v) = (u - 128.0, v - 128.0);
        [first, second].map(|y| {
            let y = 1.164 * (y - 16.0);
            [y + 1.596 * v, y - 0.392 * u - 0.813 * v, y + 2.017 * u].map(|channel| channel.clamp(0.0, 255.0) as u8)
        })
    };
    let rgb = pixels.chunks_exact(4).flat_map(colours).flatten().collect();
    let picture = RgbImage::from_raw(width, height, rgb).ok_or_else(unreadable)?;
    encode(&picture.into(), CAMERA_QUALITY)
}

/// What a camera sees with its lens covered: a black JPEG.
pub fn darkness() -> Vec<u8> {
    encode(&DynamicImage::new_luma8(640, 480), SCREEN_QUALITY).unwrap_or_default()
}

/// Whether a picture shows nothing but darkness: the lens is covered, or the lamp is off.
pub fn is_dark(picture: &DynamicImage) -> bool {
    let grey = picture.thumbnail(64, 64).into_luma8();
    grey.pixels().all(|pixel| pixel.0[0] < DARKNESS)
}

fn reduced(picture: DynamicImage, max_px: u32) -> Result<Vec<u8>, Problem> {
    let max_px = max_px.clamp(1, LONG_SIDE);
    let larger = picture.width().max(picture.height()) > max_px;
    encode(&if larger { picture.thumbnail(max_px, max_px) } else { picture }, SCREEN_QUALITY)
}

/// The part of a picture that is meant, in pixels: left, top, width and height, at least one each.
fn place(crop: &Crop, width: u32, height: u32) -> (u32, u32, u32, u32) {
    let along = |from: u16, to: u16, side: u32| {
        let at = |thousandths: u16| u32::from(thousandths.min(1000)) * side / 1000;
        let start = at(from).min(side - 1);
        (start, at(to).saturating_sub(start).max(1))
    };
    let ((left, width), (top, height)) = (along(crop.left, crop.right, width), along(crop.top, crop.bottom, height));
    (left, top, width, height)
}

/// A picture made to fit sides of these lengths, whichever way it lies.
fn within(picture: DynamicImage, long: u32, short: u32) -> DynamicImage {
    let (width, height) = if picture.width() > picture.height() { (long, short) } else { (short, long) };
    if picture.width() <= width && picture.height() <= height {
        return picture;
    }
    picture.resize(width, height, FilterType::Triangle)
}

/// Whether a picture has no colour that matters: a stamp or a signature has.
fn is_colourless(picture: &DynamicImage) -> bool {
    let DynamicImage::ImageRgb8(pixels) = picture else { return true };
    let coloured = |pixel: &&[u8]| {
        let (most, least) = (pixel.iter().max(), pixel.iter().min());
        most.zip(least).is_some_and(|(most, least)| most - least > COLOUR)
    };
    let all = pixels.as_raw().chunks_exact(3);
    let count = all.len();
    all.filter(coloured).count() * COLOURLESS < count
}

/// Writes a picture, and nothing but the picture. Colour gets a quarter of the pixels that brightness
/// gets, as eyes have it: stamps stay red, and print is as sharp in half the bytes.
fn encode(picture: &DynamicImage, quality: u8) -> Result<Vec<u8>, Problem> {
    let (Ok(width), Ok(height)) = (u16::try_from(picture.width()), u16::try_from(picture.height())) else {
        return Err(unreadable());
    };
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, quality);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    let written = match picture {
        DynamicImage::ImageLuma8(grey) => encoder.encode(grey, width, height, ColorType::Luma),
        DynamicImage::ImageRgb8(colour) => encoder.encode(colour, width, height, ColorType::Rgb),
        other => encoder.encode(&other.to_rgb8(), width, height, ColorType::Rgb),
    };
    written.map(|()| out).map_err(|_| unreadable())
}
