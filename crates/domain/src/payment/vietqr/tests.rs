use proptest::prelude::*;
use serde_json::Value;

use super::*;

fn code() -> VietQr {
    VietQr {
        bin: "970415".to_owned(),
        account: "101234567890".to_owned(),
        amount: Some(Vnd(34_000)),
        bill: Some("A7KM3XPT".to_owned()),
        purpose: Some("Nộp hồ sơ A7KM3XPT".to_owned()),
    }
}

#[test]
fn a_payment_is_written_as_the_standard_has_it() {
    assert_eq!(crc16(b"123456789"), 0x29B1, "the published check value");
    let payload = code().payload().expect("a code");
    let (body, sum) = payload.split_at(payload.len() - 4);
    assert_eq!(
        body,
        "00020101021238560010A0000007270126000697041501121012345678900208QRIBFTTA5303704540534000\
         5802VN62340108A7KM3XPT0818Nop ho so A7KM3XPT6304"
    );
    assert_eq!(sum, format!("{:04X}", crc16(body.as_bytes())));
    let fixed = VietQr { amount: None, bill: None, purpose: None, ..code() }.payload().expect("a code");
    assert!(fixed.starts_with("000201010211") && !fixed.contains("5802VN62"), "{fixed}");
}

#[test]
fn purposes_are_folded_and_cut() {
    assert_eq!(folded("Ủng hộ  ĐỒNG bào\tlũ—lụt"), "Ung ho DONG bao lu lut");
    assert_eq!(folded("một hai ba bốn năm sáu bảy tám"), "mot hai ba bon nam sau ba");
    assert_eq!(folded("aaaaaaaaaaaaaaaaaaaaaaaa bb"), "aaaaaaaaaaaaaaaaaaaaaaaa", "no space at the end");
    assert_eq!(folded("🙂"), "");
}

#[test]
fn what_cannot_stand_in_a_code_is_refused() {
    let wrong = |change: fn(&mut VietQr)| {
        let mut code = code();
        change(&mut code);
        code.payload().expect_err("refused")
    };
    assert_eq!(wrong(|c| c.bin = "97041".to_owned()), VietQrError::Bin);
    assert_eq!(wrong(|c| c.account = "1".repeat(20)), VietQrError::Account);
    assert_eq!(wrong(|c| c.amount = Some(Vnd(0))), VietQrError::Amount);
    assert_eq!(wrong(|c| c.amount = Some(Vnd(10_000_000_000_000))), VietQrError::Amount);
    assert_eq!(wrong(|c| c.bill = Some(String::new())), VietQrError::Bill);
    assert_eq!(wrong(|c| c.bill = Some("Đ".to_owned())), VietQrError::Bill);
    assert_eq!(wrong(|c| c.purpose = Some("🙂".to_owned())), VietQrError::Purpose);
}

/// The same text with its sum made right.
fn summed(body: &str) -> String {
    let body = format!("{body}6304");
    format!("{body}{:04X}", crc16(body.as_bytes()))
}

#[test]
fn a_strict_reader_takes_nothing_else() {
    let head = "000201010212";
    let to = "38560010A0000007270126000697041501121012345678900208QRIBFTTA";
    let read = |body: String| VietQr::parse(&summed(&body));
    assert!(read(format!("{head}{to}53037045405340005802VN")).is_ok());
    assert!(read(format!("{head}{to}53037045405340005802VN62090105A7KM3")).is_ok());
    let short = to.replace("0112", "0111");
    for (body, why) in [
        (format!("{head}{short}53037045405340005802VN"), VietQrError::Broken),
        // A published example: the sum holds, but "0112" stands before an account of 13 digits.
        (
            "00020101021238570010A00000072701270006970403011200110123456780208QRIBFTTA530370454061800005802VN\
             62340107NPS68690819thanh toan don hang"
                .to_owned(),
            VietQrError::Broken,
        ),
        (format!("{head}{to}53037045405034005802VN"), VietQrError::Amount),
        (format!("{head}{to}530370454053x0005802VN"), VietQrError::Amount),
        (format!("{head}{to}53037045802VN"), VietQrError::Amount),
        (format!("000201010211{to}53037045405340005802VN"), VietQrError::Amount),
        (format!("{head}{to}53038405405340005802VN"), VietQrError::Tag("53")),
        (format!("{head}{to}54053400053037045802VN"), VietQrError::Tag("53")),
        (format!("{head}{to}53037045405340005802VN5903ABC"), VietQrError::Tag("63")),
        (format!("{head}{to}53037045405340005802VN620401"), VietQrError::Broken),
    ] {
        assert_eq!(read(body.clone()), Err(why), "{body}");
    }
    let good = code().payload().expect("a code");
    assert_eq!(VietQr::parse(&good.to_lowercase()), Err(VietQrError::Tag("00")), "A000000727 in capitals");
    assert_eq!(VietQr::parse(&format!("{good}0000")), Err(VietQrError::Broken));
    assert_eq!(VietQr::parse(&good.replace("34000", "35000")), Err(VietQrError::Sum));
    assert_eq!(VietQr::parse(""), Err(VietQrError::Tag("00")));
    assert_eq!(VietQr::parse("đ"), Err(VietQrError::Broken));
}

/// Published examples; they are no part of the product.
#[test]
fn published_examples_are_made_and_read() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/vietqr.json");
    let Ok(file) = std::fs::read_to_string(path) else {
        eprintln!("skipped: the published examples are not here");
        return;
    };
    let vectors: Value = serde_json::from_str(&file).expect("JSON");
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let valid = vectors["valid"].as_array().expect("examples");
    assert!(!valid.is_empty());
    for example in valid {
        let code = VietQr {
            bin: text(&example["bin"]).expect("a BIN"),
            account: text(&example["account"]).expect("an account"),
            amount: example["amount"].as_u64().map(Vnd),
            bill: text(&example["bill"]),
            purpose: text(&example["purpose"]),
        };
        let payload = text(&example["payload"]).expect("a text");
        assert_eq!(code.payload(), Ok(payload.clone()));
        let read = VietQr::parse(&payload).expect("reads back");
        assert_eq!(read, VietQr { purpose: code.purpose.as_deref().map(folded), ..code });
    }
    let crc = &vectors["crc"];
    let sum = crc16(text(&crc["input"]).expect("an input").as_bytes());
    assert_eq!(Some(format!("{sum:04X}")), text(&crc["hex"]));
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        bin in "[0-9]{6}",
        account in "[0-9A-Za-z]{1,19}",
        amount in prop::option::of(1_u64..10_000_000_000_000),
        bill in prop::option::of("[ -~]{1,25}"),
        purpose in prop::option::of("[a-zđĐáỗ🙂 ]{0,40}"),
    ) {
        let code = VietQr { bin, account, amount: amount.map(Vnd), bill, purpose };
        match code.payload() {
            Ok(payload) => {
                prop_assert!(payload.is_ascii());
                let purpose = code.purpose.as_deref().map(folded);
                prop_assert_eq!(VietQr::parse(&payload), Ok(VietQr { purpose, ..code }));
            }
            Err(error) => {
                prop_assert_eq!(error, VietQrError::Purpose);
                prop_assert_eq!(code.purpose.as_deref().map(folded), Some(String::new()));
            }
        }
    }

    #[test]
    fn one_wrong_character_is_noticed(place in 0_usize..120, with in "[0-9A-Z]") {
        let good = code().payload().expect("a code");
        let place = place % good.len();
        let mut wrong = good.clone();
        wrong.replace_range(place..=place, &with);
        prop_assert!(wrong == good || VietQr::parse(&wrong).is_err());
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,200}") {
        prop_assert!(VietQr::parse(&text).is_err());
    }
}
