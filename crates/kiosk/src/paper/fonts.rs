use std::sync::OnceLock;

use printpdf::ParsedFont;

use super::PaperError;
use super::khmer::{self, Shaped};

/// A face of the fonts in [`Fonts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Face {
    /// Be Vietnam Pro.
    Regular,
    /// Be Vietnam Pro SemiBold.
    Bold,
    /// Be Vietnam Pro Italic.
    Italic,
    /// Noto Sans, for characters that Be Vietnam Pro lacks.
    Other,
    /// Noto Sans Khmer.
    Khmer,
    /// Noto Sans Khmer SemiBold.
    KhmerBold,
}

impl Face {
    /// Every face.
    pub(super) const ALL: [Self; 6] =
        [Self::Regular, Self::Bold, Self::Italic, Self::Other, Self::Khmer, Self::KhmerBold];
}

/// The fonts of paper, under the SIL Open Font License.
pub(super) struct Fonts {
    /// By [`Face`].
    faces: [ParsedFont; 6],
    /// What shapes Khmer: ordinary and bold.
    shapers: [harfrust::Font; 2],
}

/// Characters that only say where a line or a cluster may part: they are never drawn.
const INVISIBLE: [char; 4] = ['\u{200b}', '\u{200c}', '\u{200d}', '\u{feff}'];

const FILES: [&[u8]; 6] = [
    include_bytes!(
        "../../../../ui/node_modules/@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf"
    ),
    include_bytes!(
        "../../../../ui/node_modules/@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf"
    ),
    include_bytes!(
        "../../../../ui/node_modules/@expo-google-fonts/be-vietnam-pro/400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf"
    ),
    include_bytes!("../../../../ui/node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"),
    include_bytes!(
        "../../../../ui/node_modules/@expo-google-fonts/noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf"
    ),
    include_bytes!(
        "../../../../ui/node_modules/@expo-google-fonts/noto-sans-khmer/600SemiBold/NotoSansKhmer_600SemiBold.ttf"
    ),
];

/// What stands for a character that no font has.
const MISSING: char = '?';

impl Fonts {
    /// The fonts, read once.
    pub(super) fn load() -> Result<&'static Self, PaperError> {
        static FONTS: OnceLock<Option<Fonts>> = OnceLock::new();
        let read = || {
            let parsed: Vec<ParsedFont> =
                FILES.iter().filter_map(|file| ParsedFont::from_bytes(file, 0, &mut Vec::new())).collect();
            let shaper = |face: Face| harfrust::Font::new(FILES[face as usize], 0);
            let shapers = [shaper(Face::Khmer)?, shaper(Face::KhmerBold)?];
            Some(Fonts { faces: parsed.try_into().ok()?, shapers })
        };
        FONTS.get_or_init(read).as_ref().ok_or(PaperError::Font)
    }

    /// A face's font.
    pub(super) fn font(&self, face: Face) -> &ParsedFont {
        &self.faces[face as usize]
    }

    /// The face that has a character, and the character it shows it with.
    pub(super) fn shown(&self, c: char, face: Face) -> (Face, char) {
        let has = |face: Face| self.font(face).lookup_glyph_index(u32::from(c)).is_some_and(|glyph| glyph != 0);
        match c {
            _ if has(face) => (face, c),
            _ if khmer::is_khmer(c) => (if face == Face::Bold { Face::KhmerBold } else { Face::Khmer }, c),
            _ if has(Face::Other) => (Face::Other, c),
            _ => (face, MISSING),
        }
    }

    /// How wide text is, in points.
    pub(super) fn width(&self, text: &str, face: Face, size: f32) -> f32 {
        let ems: f32 = if text.chars().any(khmer::is_khmer) {
            self.runs(text, face).iter().map(|(face, run)| self.run_width(run, *face)).sum()
        } else {
            text.chars().filter(|c| !INVISIBLE.contains(c)).map(|c| self.advance(c, face)).sum()
        };
        ems * size
    }

    /// How wide a run of one face is, in parts of the size.
    pub(super) fn run_width(&self, run: &str, face: Face) -> f32 {
        match self.shaped(run, face) {
            Some(shaped) => shaped.width,
            None => run.chars().map(|c| self.advance(c, face)).sum(),
        }
    }

    /// A run of a face whose letters change beside each other, as glyphs at their places; none of other faces.
    pub(super) fn shaped(&self, run: &str, face: Face) -> Option<Shaped> {
        let shaper = match face {
            Face::Khmer => &self.shapers[0],
            Face::KhmerBold => &self.shapers[1],
            _ => return None,
        };
        Some(khmer::shape(run, shaper))
    }

    /// How far a character moves the pen, in parts of the size.
    fn advance(&self, c: char, face: Face) -> f32 {
        let (face, c) = self.shown(c, face);
        let font = self.font(face);
        let glyph = font.lookup_glyph_index(u32::from(c)).unwrap_or(0);
        f32::from(font.get_horizontal_advance(glyph)) / f32::from(font.font_metrics.units_per_em.max(1))
    }

    /// Text in runs of one face each, in order. What is invisible goes with Khmer, whose shaping it can change,
    /// and is dropped elsewhere.
    pub(super) fn runs(&self, text: &str, face: Face) -> Vec<(Face, String)> {
        let mut runs: Vec<(Face, String)> = Vec::new();
        for c in text.chars() {
            if INVISIBLE.contains(&c) {
                if let Some((Face::Khmer | Face::KhmerBold, run)) = runs.last_mut()
                    && matches!(c, '\u{200c}' | '\u{200d}')
                {
                    run.push(c);
                }
                continue;
            }
            let (face, c) = self.shown(c, face);
            match runs.last_mut() {
                Some((last, run)) if *last == face => run.push(c),
                _ => runs.push((face, c.to_string())),
            }
        }
        runs
    }
}
