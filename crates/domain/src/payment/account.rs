use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use utoipa::ToSchema;

use super::{VietQr, Vnd};
use crate::units::Units;

/// The most postage that can be set, in đồng: what is more was mistyped.
const MOST_POSTAGE: u64 = 10_000_000;

/// The account of the centre that fees are paid to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct BankAccount {
    /// The bank's BIN: 6 digits (VietinBank: `970415`).
    #[schema(example = "970415")]
    pub bin: String,
    /// The account's number: 1 to 19 letters and digits.
    pub account: String,
    /// The bank and the holder as people read them beside the code.
    pub name: String,
}

impl BankAccount {
    /// Whether a QR code can be made of it, and people can tell whose it is.
    pub fn is_sound(&self) -> bool {
        let named = !self.name.trim().is_empty() && self.name.chars().count() <= 100;
        let plain =
            VietQr { bin: self.bin.clone(), account: self.account.clone(), amount: None, bill: None, purpose: None };
        named && plain.payload().is_ok()
    }

    /// The code with which a submission is paid: its amount, and its code as the bill number. Banks that
    /// pass on no bill number pass on the purpose, so the code stands there as well.
    ///
    /// # Errors
    /// [`VietQrError`](super::VietQrError) for an account that was never checked.
    pub fn payload(&self, amount: Vnd, code: &str) -> Result<String, super::VietQrError> {
        let bill: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
        let purpose = Some(format!("Nop ho so {bill}"));
        let (bin, account) = (self.bin.clone(), self.account.clone());
        VietQr { bin, account, amount: Some(amount), bill: Some(bill), purpose }.payload()
    }
}

/// What the post takes for bringing a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct Postage {
    /// The code of the centre's own province (General Statistics Office): 91 for An Giang.
    #[schema(example = 91)]
    pub province: u8,
    /// To an address in that province.
    pub within_province: Vnd,
    /// To any other address, and to one whose province is not known.
    pub elsewhere: Vnd,
}

impl Postage {
    /// Whether it names a province and amounts that are none by mistake.
    pub fn is_sound(&self) -> bool {
        let known = Units::shipped().province(&self.code()).is_some();
        known && self.within_province.max(self.elsewhere).0 <= MOST_POSTAGE
    }

    fn code(&self) -> String {
        format!("{:02}", self.province)
    }

    /// What it costs to an address as it was answered: `{ "text", "province"?, "commune"? }`. The text of
    /// an address is never read for its province.
    pub fn to(&self, address: &Value) -> Vnd {
        match address.get("province").and_then(Value::as_str) {
            Some(province) if province == self.code() => self.within_province,
            _ => self.elsewhere,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn postage_goes_by_the_province_that_was_picked() {
        let postage = Postage { province: 91, within_province: Vnd(26_000), elsewhere: Vnd(35_000) };
        assert_eq!(postage.to(&json!({ "text": "x", "province": "91", "commune": "30742" })), Vnd(26_000));
        let elsewhere = [
            json!({ "text": "x", "province": "92" }),
            json!({ "text": "12 Trần Hưng Đạo, An Giang" }),
            json!("12 Trần Hưng Đạo, An Giang"),
            json!({ "province": 91 }),
        ];
        assert!(elsewhere.iter().all(|address| postage.to(address) == Vnd(35_000)));
        assert!(postage.is_sound());
        assert!(!Postage { province: 90, ..postage }.is_sound());
        assert!(!Postage { elsewhere: Vnd(MOST_POSTAGE + 1), ..postage }.is_sound());
    }

    #[test]
    fn an_account_that_makes_no_code_is_not_sound() {
        let sound = BankAccount {
            bin: "970415".to_owned(),
            account: "0011001932418".to_owned(),
            name: "VietinBank – Trung tâm".to_owned(),
        };
        assert!(sound.is_sound());
        for bin in ["97041", "9704155", "97041x", ""] {
            assert!(!BankAccount { bin: bin.to_owned(), ..sound.clone() }.is_sound(), "{bin}");
        }
        for account in ["", "00110019324180000000", "0011 0019", "số"] {
            assert!(!BankAccount { account: account.to_owned(), ..sound.clone() }.is_sound(), "{account}");
        }
        assert!(!BankAccount { name: " ".to_owned(), ..sound.clone() }.is_sound());
        let read = VietQr::parse(&sound.payload(Vnd(34_000), "A7KM-3XPT").expect("a code")).expect("reads back");
        assert_eq!(read.bill.as_deref(), Some("A7KM3XPT"));
        assert_eq!(read.purpose.as_deref(), Some("Nop ho so A7KM3XPT"));
        assert_eq!(read.amount, Some(Vnd(34_000)));
    }
}
