use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Vnd;

/// NAPAS among those who run such codes.
const NAPAS: &str = "A000000727";
/// A transfer to an account.
const TO_ACCOUNT: &str = "QRIBFTTA";
/// The đồng (ISO 4217).
const DONG: &str = "704";
/// The most characters of a bill number and of a purpose.
const MOST_TEXT: usize = 25;
/// The most characters of an account.
const MOST_ACCOUNT: usize = 19;
/// The most digits of an amount.
const MOST_AMOUNT: usize = 13;

/// A VietQR code: an EMVCo merchant-presented QR by NAPAS for a transfer to an account. With an amount it
/// is dynamic, for one payment; without one it is static.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VietQr {
    /// The bank's BIN: 6 digits.
    pub bin: String,
    /// The account: 1 to 19 ASCII letters and digits.
    pub account: String,
    /// What is to be paid; more than nothing.
    pub amount: Option<Vnd>,
    /// The bill number: 1 to 25 printable ASCII characters.
    pub bill: Option<String>,
    /// What it is for: as it is written, it is folded to at most 25 ASCII characters.
    pub purpose: Option<String>,
}

/// Why a text is no code of ours, or a code cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VietQrError {
    /// The bank's BIN is not 6 digits.
    #[error("the BIN has 6 digits")]
    Bin,
    /// The account is empty, too long, or has other characters than letters and digits.
    #[error("the account has 1 to 19 letters and digits")]
    Account,
    /// The amount is nothing, has more than 13 digits, or is written in another way.
    #[error("the amount has 1 to 13 digits and is more than nothing")]
    Amount,
    /// The bill number is empty, too long or not printable ASCII.
    #[error("the bill number has 1 to 25 ASCII characters")]
    Bill,
    /// The purpose is empty, too long or not printable ASCII.
    #[error("the purpose has 1 to 25 ASCII characters")]
    Purpose,
    /// A length does not fit what follows it, or a tag is not two digits.
    #[error("the lengths do not fit")]
    Broken,
    /// A tag is missing, stands twice, at another place, or says something else.
    #[error("tag {0} is not as it should be")]
    Tag(&'static str),
    /// The check sum is of something else.
    #[error("the check sum is wrong")]
    Sum,
}

impl VietQr {
    /// The text of the code.
    ///
    /// # Errors
    /// The first thing that cannot stand in one.
    pub fn payload(&self) -> Result<String, VietQrError> {
        let Self { bin, account, amount, bill, purpose } = self;
        check_account(bin, account)?;
        let mut text = tagged("00", "01") + &tagged("01", if amount.is_some() { "12" } else { "11" });
        let to = tagged("00", bin) + &tagged("01", account);
        text += &tagged("38", &(tagged("00", NAPAS) + &tagged("01", &to) + &tagged("02", TO_ACCOUNT)));
        text += &tagged("53", DONG);
        if let Some(amount) = amount {
            let digits = amount.0.to_string();
            if amount.0 == 0 || digits.len() > MOST_AMOUNT {
                return Err(VietQrError::Amount);
            }
            text += &tagged("54", &digits);
        }
        text += &tagged("58", "VN");
        let mut more = String::new();
        if let Some(bill) = bill {
            more += &tagged("01", printable(bill).ok_or(VietQrError::Bill)?);
        }
        if let Some(purpose) = purpose {
            more += &tagged("08", printable(&folded(purpose)).ok_or(VietQrError::Purpose)?);
        }
        if !more.is_empty() {
            text += &tagged("62", &more);
        }
        text += "6304";
        let sum = crc16(text.as_bytes());
        Ok(format!("{text}{sum:04X}"))
    }

    /// Reads a code strictly: every length fits, every tag stands once and in its place, and nothing
    /// else does.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, VietQrError> {
        let mut tags = Tags::of(text)?;
        tags.must("00", "01")?;
        let dynamic = match tags.next("01") {
            Some("11") => false,
            Some("12") => true,
            _ => return Err(VietQrError::Tag("01")),
        };
        let mut napas = Tags::of(tags.next("38").ok_or(VietQrError::Tag("38"))?)?;
        napas.must("00", NAPAS)?;
        let mut to = Tags::of(napas.next("01").ok_or(VietQrError::Tag("38.01"))?)?;
        let bin = to.next("00").ok_or(VietQrError::Bin)?.to_owned();
        let account = to.next("01").ok_or(VietQrError::Account)?.to_owned();
        to.end()?;
        check_account(&bin, &account)?;
        napas.must("02", TO_ACCOUNT)?;
        napas.end()?;
        tags.must("53", DONG)?;
        let amount = tags.next("54").map(read_amount).transpose()?;
        if amount.is_some() != dynamic {
            return Err(VietQrError::Amount);
        }
        tags.must("58", "VN")?;
        let (mut bill, mut purpose) = (None, None);
        if let Some(more) = tags.next("62") {
            let mut more = Tags::of(more)?;
            let text = |text: Option<&str>, wrong| match text {
                Some(text) => printable(text).map(|text| Some(text.to_owned())).ok_or(wrong),
                None => Ok(None),
            };
            bill = text(more.next("01"), VietQrError::Bill)?;
            purpose = text(more.next("08"), VietQrError::Purpose)?;
            more.end()?;
        }
        let sum = tags.next("63").ok_or(VietQrError::Tag("63"))?;
        tags.end()?;
        // Only now is it known that the last four characters are the sum.
        let over = text.strip_suffix(sum).ok_or(VietQrError::Broken)?;
        if sum != format!("{:04X}", crc16(over.as_bytes())) {
            return Err(VietQrError::Sum);
        }
        Ok(Self { bin, account, amount, bill, purpose })
    }
}

fn check_account(bin: &str, account: &str) -> Result<(), VietQrError> {
    if bin.len() != 6 || !bin.bytes().all(|c| c.is_ascii_digit()) {
        return Err(VietQrError::Bin);
    }
    let fits = (1..=MOST_ACCOUNT).contains(&account.len()) && account.bytes().all(|c| c.is_ascii_alphanumeric());
    if fits { Ok(()) } else { Err(VietQrError::Account) }
}

fn read_amount(digits: &str) -> Result<Vnd, VietQrError> {
    let plain = digits.len() <= MOST_AMOUNT && !digits.starts_with('0') && digits.bytes().all(|c| c.is_ascii_digit());
    digits.parse().ok().filter(|_| plain).map(Vnd).ok_or(VietQrError::Amount)
}

/// A text that may stand in tag 62.
fn printable(text: &str) -> Option<&str> {
    let plain = (1..=MOST_TEXT).contains(&text.len()) && text.bytes().all(|c| (b' '..=b'~').contains(&c));
    plain.then_some(text)
}

/// A text as banks take it: without marks, đ as d, other characters as spaces, no more than 25 characters.
pub fn folded(text: &str) -> String {
    let plain = text.nfd().filter(|c| !is_combining_mark(*c)).map(|c| match c {
        'đ' => 'd',
        'Đ' => 'D',
        c if c.is_ascii_graphic() => c,
        _ => ' ',
    });
    let plain: String = plain.collect();
    let mut words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    words.truncate(MOST_TEXT);
    words.truncate(words.trim_end().len());
    words
}

/// A value behind its tag and its length. Values here are ASCII and shorter than 100.
fn tagged(tag: &str, value: &str) -> String {
    format!("{tag}{:02}{value}", value.len())
}

/// CRC-16/CCITT-FALSE: polynomial 1021, initial FFFF.
pub fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xFFFF, |crc, byte| {
        (0..8).fold(
            crc ^ (u16::from(*byte) << 8),
            |crc, _| if crc & 0x8000 == 0 { crc << 1 } else { (crc << 1) ^ 0x1021 },
        )
    })
}

/// The tags of a text in their order, each taken once.
struct Tags<'a> {
    rest: std::vec::IntoIter<(&'a str, &'a str)>,
}

impl<'a> Tags<'a> {
    fn of(mut text: &'a str) -> Result<Self, VietQrError> {
        let mut tags = Vec::new();
        while !text.is_empty() {
            let digits = |from: usize| text.get(from..from + 2).filter(|two| two.bytes().all(|c| c.is_ascii_digit()));
            let (Some(tag), Some(length)) = (digits(0), digits(2)) else { return Err(VietQrError::Broken) };
            let end = 4 + length.parse::<usize>().map_err(|_| VietQrError::Broken)?;
            let value = text.get(4..end).filter(|value| !value.is_empty()).ok_or(VietQrError::Broken)?;
            tags.push((tag, value));
            text = &text[end..];
        }
        Ok(Self { rest: tags.into_iter() })
    }

    /// The value of the next tag, if it is this one.
    fn next(&mut self, tag: &str) -> Option<&'a str> {
        let (_, value) = *self.rest.as_slice().first().filter(|(next, _)| *next == tag)?;
        self.rest.next();
        Some(value)
    }

    fn must(&mut self, tag: &'static str, value: &str) -> Result<(), VietQrError> {
        if self.next(tag) == Some(value) { Ok(()) } else { Err(VietQrError::Tag(tag)) }
    }

    fn end(&self) -> Result<(), VietQrError> {
        if self.rest.as_slice().is_empty() { Ok(()) } else { Err(VietQrError::Tag("62")) }
    }
}

#[cfg(test)]
mod tests;
