//! Places, as people answer where something or somebody is.

use serde_json::{Value, json};

use super::view::AddressAnswer;
use crate::text::{clean, cut};
use crate::units::{Units, address_text};

/// No part of an address is longer, in characters, whatever its schema says.
const LONGEST: usize = 1000;

/// An address as it is stored: chosen from the lists, with its text made of the names of the units; or
/// as typed. An empty one is no answer. What cannot be composed is kept for [`fault`] to refuse.
pub(super) fn tidy(answer: &Value, units: &Units) -> Option<Value> {
    let part = |name: &str| {
        let text = match name {
            "text" if answer.is_string() => answer.as_str(),
            _ => answer.get(name).and_then(Value::as_str),
        };
        let text = clean(&text.unwrap_or_default().chars().take(LONGEST).collect::<String>());
        (!text.is_empty()).then_some(text)
    };
    let (text, province, commune, street) = (part("text"), part("province"), part("commune"), part("street"));
    let Some(province) = province else { return text.map(|text| json!({ "text": text })) };
    let commune_name = commune.as_deref().and_then(|code| units.commune(code)).map_or("", |unit| &unit.name);
    let province_name = units.province(&province).map_or("", |unit| &unit.name);
    let text = address_text(street.as_deref().unwrap_or_default(), commune_name, province_name);
    Some(json!(AddressAnswer { text, province: Some(province), commune, street }))
}

/// What is wrong with a stored address that was chosen from the lists, by the name of the cause.
pub(super) fn fault(answer: &Value, units: &Units) -> Option<&'static str> {
    let code = |name: &str| answer.get(name).and_then(Value::as_str);
    let province = code("province")?;
    let known = match code("commune") {
        Some(commune) => units.commune(commune).is_some_and(|unit| unit.province == province),
        None => !units.knows_communes_of(province),
    };
    if !known || units.province(province).is_none() {
        return Some("unit");
    }
    code("street").is_none().then_some("street")
}

/// An address as it is sent: what was typed before the units is in its text.
pub(super) fn sent(answer: &Value) -> Value {
    let mut answer = answer.clone();
    if let Some(answer) = answer.as_object_mut() {
        answer.remove("street");
    }
    answer
}

/// Its text, as far as a screen has room.
pub(super) fn text(answer: &Value) -> String {
    cut(answer.get("text").and_then(Value::as_str).unwrap_or_default(), LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidied(answer: Value) -> Value {
        tidy(&answer, Units::shipped()).expect("an answer")
    }

    fn refused(answer: Value) -> Option<&'static str> {
        fault(&tidied(answer), Units::shipped())
    }

    #[test]
    fn an_address_chosen_from_the_lists_has_the_names_of_its_units() {
        let units = Units::shipped();
        let commune = &units.communes_of("91")[0];
        let chosen = tidied(json!({ "province": "91", "commune": commune.code, "street": "  Số 12,  Lê Lợi " }));
        let province = &units.province("91").expect("An Giang").name;
        assert_eq!(chosen["text"], format!("Số 12, Lê Lợi, {}, {province}", commune.name));
        assert_eq!(fault(&chosen, units), None);
        assert_eq!(sent(&chosen), json!({ "text": chosen["text"], "province": "91", "commune": commune.code }));
        assert_eq!(tidied(chosen.clone()), chosen, "what is stored can be given back");
    }

    #[test]
    fn an_address_that_was_typed_is_taken_as_it_is() {
        let typed = tidied(json!({ "text": " Ấp Bình  Hòa, huyện cũ " }));
        assert_eq!(typed, json!({ "text": "Ấp Bình Hòa, huyện cũ" }));
        assert_eq!(fault(&typed, Units::shipped()), None);
        assert_eq!(tidied(json!("Ấp Bình Hòa")), json!({ "text": "Ấp Bình Hòa" }));
        for nothing in [json!({}), json!({ "text": " " }), json!({ "street": "12" }), json!([1]), json!(7), Value::Null]
        {
            assert_eq!(tidy(&nothing, Units::shipped()), None);
        }
    }

    #[test]
    fn units_that_do_not_fit_and_missing_streets_are_named() {
        let units = Units::shipped();
        let commune = units.communes_of("91")[0].code.clone();
        assert_eq!(refused(json!({ "province": "91", "commune": commune })), Some("street"));
        assert_eq!(refused(json!({ "province": "91", "street": "12" })), Some("unit"), "its communes are known");
        assert_eq!(refused(json!({ "province": "00", "street": "12" })), Some("unit"));
        assert_eq!(refused(json!({ "province": "91", "commune": "99999", "street": "12" })), Some("unit"));
        let other = units.provinces().iter().find(|other| other.code != "91").expect("another").code.clone();
        assert_eq!(refused(json!({ "province": other, "commune": commune, "street": "12" })), Some("unit"));
        assert_eq!(
            refused(json!({ "province": other, "street": "12 Lê Lợi, phường 3" })),
            None,
            "typed until imported"
        );
    }
}
