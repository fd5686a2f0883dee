use motcua_domain::text::is_mark;

use super::fonts::{Face, Fonts};
use super::khmer;

/// Where a line may end though nothing is seen there: between the words of Khmer.
const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// Breaks text into lines no wider than `width` points. Words that are wider are broken too, between
/// letters with all their marks, so that nothing runs off. The first line may begin at `indent`, behind other text.
pub(super) fn wrap(text: &str, face: Face, size: f32, width: f32, indent: f32, fonts: &Fonts) -> Vec<String> {
    let text = motcua_domain::text::clean(text);
    let measure = |s: &str| fonts.width(s, face, size);
    let space = measure(" ");
    let mut lines = vec![String::new()];
    let mut used = indent;
    for word in text.split(' ').filter(|w| !w.is_empty()) {
        for (n, part) in word.split(ZERO_WIDTH_SPACE).filter(|part| !part.is_empty()).enumerate() {
            let begun = n == 0 && lines.last().is_some_and(|line| !line.is_empty());
            let gap = if begun { space } else { 0.0 };
            let wide = measure(part);
            if used > 0.0 && used + gap + wide > width {
                lines.push(String::new());
                used = 0.0;
            } else if begun {
                push(&mut lines, " ");
                used += space;
            }
            if used + wide <= width {
                push(&mut lines, part);
                used += wide;
                continue;
            }
            for cluster in clusters(part) {
                let one = measure(cluster);
                if used > 0.0 && used + one > width {
                    lines.push(String::new());
                    used = 0.0;
                }
                push(&mut lines, cluster);
                used += one;
            }
        }
    }
    lines
}

/// As [`wrap`], with lines of like width: no word stands alone below a full line. Lines that end where the
/// text takes breath come first.
pub(super) fn balanced(text: &str, face: Face, size: f32, width: f32, fonts: &Fonts) -> Vec<String> {
    let lines = |width: f32| wrap(text, face, size, width, 0.0, fonts);
    let widest = lines(width);
    if !(2..=4).contains(&widest.len()) {
        return widest;
    }
    let breaths = |lines: &[String]| {
        let (_, ends) = lines.split_last().unwrap_or((&String::new(), &[]));
        ends.iter().filter(|line| line.ends_with([',', ';', '.', ':', '–'])).count()
    };
    let narrower = (10..=20).map(|twentieths| lines(width * twentieths as f32 / 20.0));
    let like: Vec<Vec<String>> = narrower.filter(|lines| lines.len() == widest.len()).collect();
    let most = like.iter().map(|lines| breaths(lines)).max();
    like.into_iter().find(|lines| Some(breaths(lines)) == most).unwrap_or(widest)
}

fn push(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(text);
    }
}

/// A word in letters with all their marks: what no line may part.
fn clusters(word: &str) -> Vec<&str> {
    let mut begins = Vec::new();
    let mut before = None;
    for (at, c) in word.char_indices() {
        if before.is_none() || !(is_mark(c) || khmer::follows(before, c)) {
            begins.push(at);
        }
        before = Some(c);
    }
    let ends = begins.iter().skip(1).copied().chain([word.len()]);
    begins.iter().zip(ends).map(|(begin, end)| &word[*begin..end]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: f32, indent: f32) -> Vec<String> {
        wrap(text, Face::Regular, 10.0, width, indent, Fonts::load().expect("fonts"))
    }

    #[test]
    fn no_line_is_wider_than_it_may_be_and_no_letter_is_lost() {
        let fonts = Fonts::load().expect("fonts");
        let text = "Đăng ký khai sinh có yếu tố nước ngoài Pneumonoultramicroscopicsilicovolcanoconiosis cho bạn";
        for width in [12.0_f32, 40.0, 90.0, 300.0] {
            let lines = wrapped(text, width, 0.0);
            for line in &lines {
                assert!(fonts.width(line, Face::Regular, 10.0) <= width + 0.01, "{line:?} in {width}");
            }
            let letters = |s: &str| s.chars().filter(|c| *c != ' ').collect::<String>();
            assert_eq!(letters(&lines.concat()), letters(text));
        }
    }

    #[test]
    fn a_first_line_leaves_room_for_what_stands_before_it() {
        let fonts = Fonts::load().expect("fonts");
        let width = fonts.width("Nguyễn Văn", Face::Regular, 10.0) + 0.01;
        assert_eq!(wrapped("Nguyễn Văn", width, 0.0), ["Nguyễn Văn"]);
        assert_eq!(wrapped("Nguyễn Văn", width, 5.0), ["Nguyễn", "Văn"]);
        assert_eq!(wrapped("Nguyễn Văn", width, width - 1.0), ["", "Nguyễn Văn"]);
    }

    #[test]
    fn balanced_lines_leave_no_word_alone() {
        let fonts = Fonts::load().expect("fonts");
        let text = "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ";
        let width = fonts.width("BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT", Face::Bold, 10.0) + 1.0;
        assert_eq!(wrap(text, Face::Bold, 10.0, width, 0.0, fonts)[1], "QUẢ");
        let lines = balanced(text, Face::Bold, 10.0, width, fonts);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].split(' ').count() >= 3, "{lines:?}");
    }

    #[test]
    fn khmer_ends_its_lines_at_unseen_spaces_and_never_within_a_cluster() {
        let fonts = Fonts::load().expect("fonts");
        let width = fonts.width("សេវារដ្ឋបាល", Face::Regular, 10.0) + 0.01;
        assert_eq!(wrapped("សេវា\u{200b}រដ្ឋបាល\u{200b}សាធារណៈ", width, 0.0), ["សេវារដ្ឋបាល", "សាធារណៈ"]);
        assert_eq!(clusters("ស្ត្រីកោះ"), ["ស្ត្រី", "កោះ"]);
        // Without them it is broken as a last resort.
        let lines = wrapped("មនុស្សទាំងអស់កើតមកមានសេរីភាពនិងភាពស្មើៗគ្នា", 20.0, 0.0);
        assert!(lines.len() > 3);
        assert!(lines.iter().all(|line| line.chars().next().is_some_and(|c| !khmer::follows(None, c))), "{lines:?}");
        assert!(lines.iter().all(|line| !line.ends_with('\u{17d2}')), "{lines:?}");
    }

    #[test]
    fn a_mark_stays_on_its_letter() {
        // A letter and a mark that no single character stands for.
        assert_eq!(clusters("x\u{302}yz"), ["x\u{302}", "y", "z"]);
    }

    #[test]
    fn empty_text_is_one_empty_line() {
        assert_eq!(wrapped(" \n ", 50.0, 0.0), [""]);
    }
}
