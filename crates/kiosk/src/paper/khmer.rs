//! Khmer, whose letters change their shape and their order beside each other: consonants below consonants
//! (coeng), vowels that stand before, around and above what they follow.

use harfrust::{Buffer, Direction, Font, Script, ShapeOptions, ShaperFont, shape as shaped};

/// Glyphs of a run.
#[derive(Debug, Default)]
pub(super) struct Shaped {
    /// In the order they are drawn.
    pub(super) glyphs: Vec<Glyph>,
    /// From the first to behind the last, in parts of the size.
    pub(super) width: f32,
}

/// A glyph at its place, in parts of the size from where the run begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    /// Its number in the font.
    pub(super) id: u16,
    /// To the right.
    pub(super) x: f32,
    /// Up.
    pub(super) y: f32,
}

/// A letter, a sign, a digit or a symbol of Khmer (The Unicode Standard, 16.4).
pub(super) fn is_khmer(c: char) -> bool {
    matches!(c, '\u{1780}'..='\u{17ff}' | '\u{19e0}'..='\u{19ff}')
}

/// Whether a character belongs to the cluster of the one before it: signs, dependent vowels, and what stands
/// below by a coeng. No line ends before it.
pub(super) fn follows(before: Option<char>, c: char) -> bool {
    const COENG: char = '\u{17d2}';
    matches!(c, '\u{17b4}'..='\u{17d3}' | '\u{17dd}' | '\u{200c}' | '\u{200d}') || before == Some(COENG) && is_khmer(c)
}

/// Shapes a run of Khmer letters.
pub(super) fn shape(run: &str, font: &Font) -> Shaped {
    let mut buffer = Buffer::new();
    buffer.push_str(run);
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(Some(Script::KHMER));
    // A direction and a script are all that shaping can miss.
    if shaped(&ShaperFont::new(font), &mut buffer, ShapeOptions::new()).is_err() {
        return Shaped::default();
    }
    let em = f32::from(font.units_per_em().max(1));
    let mut width = 0.0;
    let mut glyphs = Vec::with_capacity(buffer.len());
    for (info, place) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        let (x, y) = (width + place.x_offset as f32 / em, place.y_offset as f32 / em);
        // Fonts have no more than 65,536 glyphs.
        glyphs.push(Glyph { id: u16::try_from(info.glyph_id).unwrap_or(0), x, y });
        width += place.x_advance as f32 / em;
    }
    Shaped { glyphs, width }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::fonts::{Face, Fonts};

    fn of(run: &str) -> Shaped {
        Fonts::load().expect("fonts").shaped(run, Face::Khmer).expect("Khmer")
    }

    #[test]
    fn a_vowel_that_stands_before_its_consonant_is_drawn_first() {
        let (with, alone) = (of("កេ"), of("ក"));
        assert_eq!(with.glyphs.len(), 2);
        assert_eq!(with.glyphs[1].id, alone.glyphs[0].id);
        assert!(with.glyphs[1].x > 0.1, "{with:?}");
    }

    #[test]
    fn a_vowel_around_its_consonant_is_split() {
        // Its first part is the vowel that stands before; the second is one glyph with the consonant.
        let (around, before) = (of("កោ"), of("កេ"));
        assert_eq!(around.glyphs[0].id, before.glyphs[0].id, "{around:?}");
        assert!(around.width > before.width, "{around:?}");
    }

    #[test]
    fn a_consonant_below_another_is_no_letter_of_its_own() {
        let (below, two) = (of("ស្ថា"), of("សថា"));
        assert!(below.width < two.width, "{below:?}");
        // The coeng itself is not seen.
        assert!(below.glyphs.len() <= 3, "{below:?}");
    }

    #[test]
    fn every_letter_of_a_sentence_has_a_glyph() {
        let all = of("មនុស្សទាំងអស់កើតមកមានសេរីភាពនិងភាពស្មើៗគ្នាក្នុងសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ។០១២៣៤៥៦៧៨៩");
        assert!(all.glyphs.iter().all(|glyph| glyph.id != 0), "{all:?}");
    }
}
