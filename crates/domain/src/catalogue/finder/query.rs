//! What somebody typed, as the words it may stand for.

use super::index::words;
use crate::text::fold;

/// Short forms people type, and what they may stand for, the likeliest first.
const SHORT_FORMS: &[(&str, &[&str])] = &[
    ("1", &["1", "mot"]),
    ("2", &["2", "hai"]),
    ("attp", &["an toan thuc pham"]),
    ("bhtn", &["bao hiem that nghiep"]),
    ("bhxh", &["bao hiem xa hoi"]),
    ("bhyt", &["bao hiem y te"]),
    ("bs", &["ban sao"]),
    ("cccd", &["can cuoc"]),
    ("cmnd", &["can cuoc"]),
    ("cmt", &["can cuoc"]),
    ("cty", &["cong ty"]),
    ("dk", &["dang ky"]),
    ("dki", &["dang ky"]),
    ("dkkd", &["dang ky ho kinh doanh"]),
    ("dkkh", &["dang ky ket hon"]),
    ("dkks", &["dang ky khai sinh"]),
    ("dn", &["doanh nghiep"]),
    ("gcn", &["giay chung nhan"]),
    ("gks", &["giay khai sinh"]),
    ("gp", &["giay phep"]),
    ("gpkd", &["dang ky ho kinh doanh"]),
    ("gpxd", &["giay phep xay dung"]),
    ("hc", &["ho chieu"]),
    ("hd", &["hop dong"]),
    ("hk", &["ho khau"]),
    ("hkd", &["ho kinh doanh"]),
    ("hn", &["hon nhan"]),
    ("htx", &["hop tac xa"]),
    ("kd", &["kinh doanh"]),
    ("kh", &["ket hon"]),
    ("ks", &["khai sinh"]),
    ("kt", &["khai tu"]),
    ("kt3", &["tam tru"]),
    ("lltp", &["ly lich tu phap"]),
    ("pccc", &["phong chay chua chay"]),
    ("qsd", &["quyen su dung"]),
    ("qsdd", &["quyen su dung dat"]),
    ("tgpl", &["tro giup phap ly"]),
    ("tk", &["to khai"]),
    ("tl", &["trich luc"]),
    ("tt", &["tam tru", "thuong tru"]),
    ("ttr", &["tam tru"]),
    ("xd", &["xay dung"]),
    ("xn", &["xac nhan"]),
];

/// Everyday phrases and what the law calls them. Both are tried.
const PHRASES: &[(&str, &str)] = &[
    ("ban ve tich", "trich luc"),
    ("bao tu", "khai tu"),
    ("chia dat", "tach thua dat"),
    ("chung tu", "khai tu"),
    ("chuyen khau", "dang ky thuong tru"),
    ("con nuoi", "nuoi con nuoi"),
    ("cong chung", "chung thuc"),
    ("cong ty", "doanh nghiep"),
    ("cuoi", "ket hon"),
    ("doc than", "tinh trang hon nhan"),
    ("doi ten", "thay doi cai chinh thong tin ho tich"),
    ("ghe", "tau ca"),
    ("gieng", "nuoc duoi dat"),
    ("ho khau", "thuong tru"),
    ("hon thu", "ket hon"),
    ("luat su mien phi", "yeu cau tro giup phap ly"),
    ("luong huu", "che do bao hiem xa hoi"),
    ("ly di", "ly hon"),
    ("nhap khau", "dang ky thuong tru"),
    ("passport", "ho chieu pho thong"),
    ("photo", "ban sao"),
    ("sang ten dat", "dang ky bien dong chuyen nhuong quyen su dung dat"),
    ("sao y", "chung thuc ban sao tu ban chinh"),
    ("so do", "giay chung nhan quyen su dung dat"),
    ("so ho khau", "dang ky thuong tru"),
    ("so hong", "giay chung nhan quyen su dung dat"),
    ("sua nam sinh", "thay doi cai chinh thong tin ho tich"),
    ("sua ngay sinh", "thay doi cai chinh thong tin ho tich"),
    ("tach khau", "tach ho"),
    ("thua ke", "di san"),
    ("tien cham dong", "no tien su dung dat"),
    ("visa", "thi thuc"),
    ("xay nha", "giay phep xay dung nha o rieng le"),
    ("xuat canh", "ho chieu"),
];

/// Words that say nothing about which procedure is meant.
const FILLERS: &[&str] = &[
    "a", "anh", "cai", "can", "chi", "cho", "chau", "cua", "de", "di", "duoc", "em", "giay", "gium", "giup", "hay",
    "hoi", "lam", "minh", "muon", "nao", "nay", "nha", "nhu", "o", "phai", "sao", "ta", "the", "thi", "thu", "toi",
    "tuc", "va", "ve", "voi", "xin",
];

/// The most readings of one query that are tried.
const READINGS: usize = 6;

/// An everyday name with its short forms written out, folded.
pub(super) fn spelled_out(name: &str) -> String {
    let long = |word: String| {
        SHORT_FORMS.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long[0].to_owned())
    };
    words(&fold(name)).map(long).collect::<Vec<_>>().join(" ")
}

/// The readings of a query, as words, the plainest first. Words that say nothing are left out where
/// others are left.
pub(super) fn readings(query: &str, known: impl Fn(&str) -> bool) -> Vec<Vec<String>> {
    let typed: Vec<String> = words(&fold(query)).flat_map(|word| apart(&word, &known)).collect();
    let mut readings: Vec<Vec<String>> = vec![Vec::new()];
    for word in &typed {
        let meant = SHORT_FORMS
            .iter()
            .find(|(short, _)| short == word)
            .map_or(&[word.as_str()][..], |(_, long)| *long)
            .to_vec();
        let so_far = std::mem::take(&mut readings);
        for meaning in meant {
            readings.extend(so_far.iter().map(|said| {
                let mut said = said.clone();
                said.extend(words(meaning));
                said
            }));
        }
        readings.truncate(READINGS);
    }
    for place in 0..readings.len() {
        let said = format!(" {} ", readings[place].join(" "));
        for (phrase, formal) in PHRASES {
            if said.contains(&format!(" {phrase} ")) && readings.len() < READINGS {
                readings.push(words(&said.replace(&format!(" {phrase} "), &format!(" {formal} "))).collect());
            }
        }
    }
    for reading in &mut readings {
        let telling: Vec<_> = reading.iter().filter(|word| !FILLERS.contains(&word.as_str())).cloned().collect();
        if !telling.is_empty() {
            *reading = telling;
        }
    }
    readings.retain(|reading| !reading.is_empty());
    readings.dedup();
    readings
}

/// Words typed without spaces, taken apart where all parts are known: `dangkytamtru`.
fn apart(word: &str, known: &impl Fn(&str) -> bool) -> Vec<String> {
    let whole = vec![word.to_owned()];
    let short = SHORT_FORMS.iter().any(|(short, _)| *short == word);
    if word.len() < 5 || word.len() > 40 || !word.is_ascii() || known(word) || short {
        return whole;
    }
    // The fewest parts that end at each place, and where the last of them begins.
    let mut best: Vec<Option<(usize, usize)>> = vec![None; word.len() + 1];
    best[0] = Some((0, 0));
    for end in 1..=word.len() {
        for begin in end.saturating_sub(7)..end {
            if let Some((parts, _)) = best[begin]
                && end - begin >= 2
                && known(&word[begin..end])
                && best[end].is_none_or(|(fewest, _)| parts + 1 < fewest)
            {
                best[end] = Some((parts + 1, begin));
            }
        }
    }
    let (mut end, mut parts) = (word.len(), Vec::new());
    while end > 0 {
        let Some((_, begin)) = best[end] else { return whole };
        parts.push(word[begin..end].to_owned());
        end = begin;
    }
    parts.reverse();
    parts
}
