//! Pictures as they are handed in, made into pictures as they are kept: upright, of a size for a
//! board, one kind, and nothing but the picture.

use std::io::Cursor;
use std::panic::catch_unwind;

use axum::http::StatusCode;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgb, RgbImage};

use crate::refusal::Refusal;

/// The most pixels a picture is read with: a photograph of 24 megapixels, which takes 100 MB.
const MOST_PIXELS: u64 = 25_000_000;

/// What reading a picture may take besides its pixels, in bytes.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

/// The longest side it is kept with, in pixels.
const LONGEST: u32 = 1920;

/// JPEG quality at which the words on a poster stay clear.
const QUALITY: u8 = 88;

/// A picture as it is kept.
pub(crate) struct Picture {
    /// A JPEG.
    pub(crate) bytes: Vec<u8>,
    /// Its width in pixels.
    pub(crate) width: u32,
    /// Its height in pixels.
    pub(crate) height: u32,
}

/// Reads a PNG, JPEG or WebP and writes it anew. Slow: not for an async thread.
pub(crate) fn made_anew(bytes: &[u8]) -> Result<Picture, Refusal> {
    let format =
        format(bytes).ok_or_else(|| Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "picture-kind-refused"))?;
    // A hostile picture may make its reader panic: that refuses the picture and ends nothing else.
    let read = catch_unwind(|| read(bytes, format)).unwrap_or_else(|_| Err(unreadable()))?;
    let upright = if read.width().max(read.height()) > LONGEST {
        read.resize(LONGEST, LONGEST, FilterType::CatmullRom)
    } else {
        read
    };
    let opaque = on_white(upright);
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, QUALITY).encode_image(&opaque).map_err(|_| unreadable())?;
    Ok(Picture { bytes: out, width: opaque.width(), height: opaque.height() })
}

/// What it is, by its first bytes; never by what the sender calls it.
fn format(bytes: &[u8]) -> Option<ImageFormat> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(ImageFormat::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(ImageFormat::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(ImageFormat::WebP),
        _ => None,
    }
}

fn read(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, Refusal> {
    let refused = |error| match error {
        ImageError::Limits(_) => too_large(),
        _ => unreadable(),
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refused)?;
    // Its size is told before its pixels: a small file may be a very large picture.
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(too_large());
    }
    let orientation = decoder.orientation().map_err(refused)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(refused)?;
    image.apply_orientation(orientation);
    Ok(image)
}

/// A JPEG has no transparency: what can be seen through is white.
fn on_white(image: DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let seen = image.into_rgba8();
    let mut opaque = RgbImage::new(seen.width(), seen.height());
    for (from, to) in seen.pixels().zip(opaque.pixels_mut()) {
        let [r, g, b, alpha] = from.0.map(u16::from);
        let blend = |colour: u16| u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        *to = Rgb([blend(r), blend(g), blend(b)]);
    }
    opaque
}

fn too_large() -> Refusal {
    Refusal::wrong("picture-too-large").with("most", MOST_PIXELS / 1_000_000)
}

fn unreadable() -> Refusal {
    Refusal::wrong("picture-unreadable")
}

#[cfg(test)]
mod tests {
    use image::{Rgba, RgbaImage};

    use super::*;

    fn written(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        image.write_to(&mut out, format).expect("written");
        out.into_inner()
    }

    fn code(bytes: &[u8]) -> String {
        made_anew(bytes).err().expect("refused").said().1.code
    }

    #[test]
    fn every_kind_becomes_a_jpeg_of_a_size_for_a_board() {
        let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(2400, 300, Rgba([200, 0, 0, 0])));
        for format in [ImageFormat::Png, ImageFormat::WebP] {
            let kept = made_anew(&written(&clear, format)).expect("kept");
            assert_eq!((kept.width, kept.height), (1920, 240));
            let read = image::load_from_memory_with_format(&kept.bytes, ImageFormat::Jpeg).expect("a JPEG").into_rgb8();
            assert!(read.get_pixel(5, 5).0.iter().all(|part| *part > 250), "what can be seen through is white");
        }
        let small = DynamicImage::ImageRgb8(RgbImage::new(40, 30));
        let kept = made_anew(&written(&small, ImageFormat::Jpeg)).expect("kept");
        assert_eq!((kept.width, kept.height), (40, 30));
    }

    #[test]
    fn nothing_but_the_picture_is_kept_and_it_stands_upright() {
        // An APP1 segment with an Exif orientation of 6 (a quarter turn) and somebody's name.
        let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
        tiff.extend([0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]);
        tiff.extend([0x3b, 1, 2, 0, 8, 0, 0, 0, 38, 0, 0, 0]);
        tiff.extend(b"\0\0\0\0THE-NAME");
        let exif = [b"Exif\0\0".as_slice(), &tiff].concat();
        let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
        let plain = written(&DynamicImage::ImageRgb8(RgbImage::new(40, 30)), ImageFormat::Jpeg);
        let tagged = [&plain[..2], &[0xff, 0xe1], &length, &exif, &plain[2..]].concat();
        let kept = made_anew(&tagged).expect("kept");
        assert_eq!((kept.width, kept.height), (30, 40));
        assert!(!kept.bytes.windows(8).any(|part| part == b"THE-NAME"));
    }

    #[test]
    fn what_is_no_picture_or_too_large_is_refused() {
        assert_eq!(code(b"<svg onload=alert(1)>"), "picture-kind-refused");
        assert_eq!(code(b"GIF89a"), "picture-kind-refused");
        let mut png = written(&DynamicImage::ImageLuma8(image::GrayImage::new(64, 64)), ImageFormat::Png);
        assert_eq!(code(&png[..60]), "picture-unreadable");
        // A few bytes that call themselves 100,000 pixels wide and as high.
        let side = 100_000_u32.to_be_bytes();
        png[16..20].copy_from_slice(&side);
        png[20..24].copy_from_slice(&side);
        let crc = crc(&png[12..29]).to_be_bytes();
        png[29..33].copy_from_slice(&crc);
        assert_eq!(code(&png), "picture-too-large");
    }

    /// CRC-32 of a PNG chunk's kind and data (PNG, 5.5).
    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
        })
    }
}
