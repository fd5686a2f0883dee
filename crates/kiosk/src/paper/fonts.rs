use std::sync::OnceLock;

use printpdf::ParsedFont;

use super::PaperError;

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
}

impl Face {
    /// Every face.
    pub(super) const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::Italic, Self::Other];
}

/// The fonts of paper, under the SIL Open Font License.
pub(super) struct Fonts([ParsedFont; 4]);

const FILES: [&[u8]; 4] = [
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
];

/// What stands for a character that no font has.
const MISSING: char = '?';

impl Fonts {
    /// The fonts, read once.
    pub(super) fn load() -> Result<&'static Self, PaperError> {
        static FONTS: OnceLock<Option<Fonts>> = OnceLock::new();
        let read = || {
            let [a, b, c, d] = FILES.map(|file| ParsedFont::from_bytes(file, 0, &mut Vec::new()));
            Some(Fonts([a?, b?, c?, d?]))
        };
        FONTS.get_or_init(read).as_ref().ok_or(PaperError::Font)
    }

    /// A face's font.
    pub(super) fn font(&self, face: Face) -> &ParsedFont {
        &self.0[face as usize]
    }

    /// The face that has a character, and the character it shows it with.
    pub(super) fn shown(&self, c: char, face: Face) -> (Face, char) {
        let has = |face: Face| self.font(face).lookup_glyph_index(u32::from(c)).is_some_and(|glyph| glyph != 0);
        match c {
            _ if has(face) => (face, c),
            _ if has(Face::Other) => (Face::Other, c),
            _ => (face, MISSING),
        }
    }

    /// How wide text is, in points.
    pub(super) fn width(&self, text: &str, face: Face, size: f32) -> f32 {
        text.chars().map(|c| self.advance(c, face)).sum::<f32>() * size
    }

    /// How far a character moves the pen, in parts of the size.
    fn advance(&self, c: char, face: Face) -> f32 {
        let (face, c) = self.shown(c, face);
        let font = self.font(face);
        let glyph = font.lookup_glyph_index(u32::from(c)).unwrap_or(0);
        f32::from(font.get_horizontal_advance(glyph)) / f32::from(font.font_metrics.units_per_em.max(1))
    }

    /// Text in runs of one face each, in order.
    pub(super) fn runs(&self, text: &str, face: Face) -> Vec<(Face, String)> {
        let mut runs: Vec<(Face, String)> = Vec::new();
        for (face, c) in text.chars().map(|c| self.shown(c, face)) {
            match runs.last_mut() {
                Some((last, run)) if *last == face => run.push(c),
                _ => runs.push((face, c.to_string())),
            }
        }
        runs
    }
}
