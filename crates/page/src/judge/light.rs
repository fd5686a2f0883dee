use image::DynamicImage;
use image::GrayImage;

use super::look::Look;

/// White paper is brighter than that where there is light enough: 90 of 255 is a tenth of the light of
/// white in sRGB.
const LIT_PAPER: u8 = 90;

/// The brightness of the paper: that of the nine tenths of pixels that are not above it.
const PAPER_PART: f32 = 0.9;

pub(super) fn is_dark(look: &Look) -> bool {
    look.level(PAPER_PART) < LIT_PAPER
}

/// What a mirrored lamp reaches: the sensor is full.
const FULL: u8 = 250;

/// Paper beside a mirrored lamp is darker than that. Where all of it is bright, a scanner made it so.
const PAPER_BELOW: u8 = 236;

/// The part of the page that a mirrored lamp covers at least: a tenth of a line of text.
const SPOT: f32 = 0.002;

/// How far out, in coarse pixels, the glow around a lamp is looked for: 5 mm of an A4 sheet.
const GLOW_AT: usize = 4;

/// The part of the way from paper to lamp that the glow reaches there. The edge of a white label on
/// coloured paper has none.
const GLOW: f32 = 0.15;

/// One coarse pixel for so many of the look, along each side.
const COARSE: u32 = 8;

pub(super) fn has_glare(look: &Look) -> bool {
    let paper = look.level(0.6);
    if paper >= PAPER_BELOW {
        return false;
    }
    let Some(fine) = GrayImage::from_raw(look.width as u32, look.height as u32, look.grey.clone()) else {
        return false;
    };
    let (width, height) = ((fine.width() / COARSE).max(1), (fine.height() / COARSE).max(1));
    let coarse = DynamicImage::from(fine).thumbnail_exact(width, height).into_luma8();
    let (width, height) = (width as usize, height as usize);
    let grey = coarse.as_raw();
    let mut seen = vec![false; grey.len()];
    for start in 0..grey.len() {
        if seen[start] || grey[start] < FULL {
            continue;
        }
        let spot = spread(grey, width, height, start, &mut seen);
        if spot.len() as f32 >= SPOT * grey.len() as f32 && glows(grey, width, height, &spot, paper) {
            return true;
        }
    }
    false
}

/// The full pixels that hang together with one.
fn spread(grey: &[u8], width: usize, height: usize, start: usize, seen: &mut [bool]) -> Vec<usize> {
    let mut spot = vec![start];
    seen[start] = true;
    let mut next = 0;
    while let Some(at) = spot.get(next).copied() {
        next += 1;
        let (x, y) = (at % width, at / width);
        let near = [
            (x > 0).then(|| at - 1),
            (x + 1 < width).then(|| at + 1),
            (y > 0).then(|| at - width),
            (y + 1 < height).then(|| at + width),
        ];
        for near in near.into_iter().flatten() {
            if !seen[near] && grey[near] >= FULL {
                seen[near] = true;
                spot.push(near);
            }
        }
    }
    spot
}

/// Whether light falls off around a spot as it does around a lamp.
fn glows(grey: &[u8], width: usize, height: usize, spot: &[usize], paper: u8) -> bool {
    let (mut sum, mut count) = (0.0, 0.0);
    let mut look = |x: Option<usize>, y: Option<usize>| {
        if let (Some(x), Some(y)) = (x.filter(|x| *x < width), y.filter(|y| *y < height))
            && grey[y * width + x] < FULL
        {
            sum += f32::from(grey[y * width + x]);
            count += 1.0;
        }
    };
    for at in spot {
        let (x, y) = (at % width, at / width);
        look(x.checked_sub(GLOW_AT), Some(y));
        look(Some(x + GLOW_AT), Some(y));
        look(Some(x), y.checked_sub(GLOW_AT));
        look(Some(x), Some(y + GLOW_AT));
    }
    count > 0.0 && (sum / count - f32::from(paper)) / (255.0 - f32::from(paper)) > GLOW
}
