use serde::{Deserialize, Serialize};

use crate::text::fold;
use crate::words::Words;

/// What somebody who looks for a procedure wants, as its name begins: results are grouped by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// To register or get something for the first time.
    Begin,
    /// To get a copy, an extract, a confirmation, or a lost paper again.
    Again,
    /// To change, correct or extend what one has.
    Change,
    /// To end, give back or strike out.
    End,
    /// To get support, a benefit or help.
    Support,
    /// To complain or to have a decision looked at.
    Complain,
    /// Something else.
    Other,
}

/// How names begin, folded, and what they mean; the longest that fits counts.
const BEGINNINGS: &[(&str, Wish)] = &[
    ("ban sao", Wish::Again),
    ("bai bo", Wish::End),
    ("bo sung", Wish::Change),
    ("cai chinh", Wish::Change),
    ("cap", Wish::Begin),
    ("cap ban sao", Wish::Again),
    ("cap bo sung", Wish::Change),
    ("cap doi", Wish::Change),
    ("cap gia han", Wish::Change),
    ("cap giay xac nhan", Wish::Again),
    ("cap lai", Wish::Again),
    ("cap trich luc", Wish::Again),
    ("cham dut", Wish::End),
    ("chi tra", Wish::Support),
    ("chung thuc", Wish::Again),
    ("chuyen doi", Wish::Change),
    ("cong nhan", Wish::Begin),
    ("dang ky", Wish::Begin),
    ("dang ky bien dong", Wish::Change),
    ("dang ky cham dut", Wish::End),
    ("dang ky lai", Wish::Again),
    ("dang ky tam ngung", Wish::End),
    ("dang ky thay doi", Wish::Change),
    ("dang ky xoa", Wish::End),
    ("dieu chinh", Wish::Change),
    ("doi", Wish::Change),
    ("dinh chinh", Wish::Change),
    ("giai quyet che do", Wish::Support),
    ("giai quyet huong", Wish::Support),
    ("giai quyet khieu nai", Wish::Complain),
    ("giai quyet to cao", Wish::Complain),
    ("giai quyet tranh chap", Wish::Complain),
    ("giai the", Wish::End),
    ("gia han", Wish::Change),
    ("hoa giai", Wish::Complain),
    ("ho tro", Wish::Support),
    ("huong", Wish::Support),
    ("huy", Wish::End),
    ("khai bao", Wish::Begin),
    ("khieu nai", Wish::Complain),
    ("sua doi", Wish::Change),
    ("tach", Wish::Change),
    ("tam dung", Wish::End),
    ("tam ngung", Wish::End),
    ("thanh lap", Wish::Begin),
    ("thay doi", Wish::Change),
    ("thu hoi", Wish::End),
    ("tiep cong dan", Wish::Complain),
    ("tiep nhan", Wish::Begin),
    ("to cao", Wish::Complain),
    ("tra lai", Wish::End),
    ("trich luc", Wish::Again),
    ("tro cap", Wish::Support),
    ("tro giup", Wish::Support),
    ("xac nhan", Wish::Again),
    ("xoa", Wish::End),
];

/// Words that names begin with and that say nothing of what is wanted.
const BEFORE: &[&str] = &["thu tuc", "thuc hien", "yeu cau", "de nghi", "dich vu"];

impl Wish {
    /// What the official name of a procedure says of it.
    pub fn of(name: &str) -> Self {
        let folded = fold(name);
        let mut name = folded.trim();
        while let Some(rest) = BEFORE.iter().find_map(|before| begins(name, before)) {
            name = rest;
        }
        let longest = BEGINNINGS.iter().filter(|(beginning, _)| begins(name, beginning).is_some());
        longest.max_by_key(|(beginning, _)| beginning.len()).map_or(Self::Other, |(_, wish)| *wish)
    }

    /// What it is on the screen, to be read behind "Bạn muốn…".
    pub fn in_words(self, words: &Words) -> String {
        words.say(match self {
            Self::Begin => "wish-begin",
            Self::Again => "wish-again",
            Self::Change => "wish-change",
            Self::End => "wish-end",
            Self::Support => "wish-support",
            Self::Complain => "wish-complain",
            Self::Other => "wish-other",
        })
    }
}

/// The rest of a text behind whole words it begins with.
fn begins<'a>(text: &'a str, with: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(with)?;
    (rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric()))
        .then(|| rest.trim_start_matches(|c: char| !c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    #[test]
    fn names_say_what_is_wanted() {
        for (name, wish) in [
            ("Đăng ký khai sinh", Wish::Begin),
            ("Thủ tục đăng ký lại khai sinh", Wish::Again),
            ("Cấp bản sao trích lục hộ tịch", Wish::Again),
            ("Đăng ký thay đổi nội dung đăng ký hộ kinh doanh", Wish::Change),
            ("Chấm dứt hoạt động hộ kinh doanh", Wish::End),
            ("Xóa đăng ký tạm trú", Wish::End),
            ("Hỗ trợ chi phí mai táng", Wish::Support),
            ("Giải quyết khiếu nại lần đầu", Wish::Complain),
            ("Cấp Giấy phép xây dựng", Wish::Begin),
            ("Capybara", Wish::Other),
        ] {
            assert_eq!(Wish::of(name), wish, "{name}");
        }
    }

    #[test]
    fn every_wish_has_words() {
        use Wish::*;
        for wish in [Begin, Again, Change, End, Support, Complain, Other] {
            for locale in Locale::ALL {
                assert!(!wish.in_words(Words::of(locale)).starts_with("wish-"), "{wish:?}");
            }
        }
    }
}
