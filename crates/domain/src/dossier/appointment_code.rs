use super::submission_code::characters;
use crate::wire::Problem;

/// How many characters it has, the hyphen apart.
const LENGTH: usize = 6;

/// What stands on an appointment's paper for those whose QR cannot be read: six characters, shown
/// `XXX-XXX`; some 29 bits, good until the appointment is over.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ts_rs::TS, utoipa::ToSchema)]
#[ts(type = "string")]
#[schema(value_type = String, example = "K7M-3XP")]
pub struct AppointmentCode(String);

impl AppointmentCode {
    /// As somebody typed or scanned it: lower case, spaces, and a missing or misplaced hyphen are
    /// forgiven.
    ///
    /// # Errors
    /// `appointment-code-wrong`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        match characters(text, LENGTH) {
            Ok(characters) => {
                let (first, second) = characters.split_at(LENGTH / 2);
                Ok(Self(format!("{first}-{second}")))
            }
            Err(_) => Err(Problem::new("appointment-code-wrong")),
        }
    }
}

super::string_code!(AppointmentCode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_is_forgiven() {
        let code = AppointmentCode::parse("K7M-3XP").expect("a code");
        assert_eq!(code.to_string(), "K7M-3XP");
        for typed in ["k7m3xp", " K7M 3XP", "k7-m3xp"] {
            assert_eq!(AppointmentCode::parse(typed).as_ref(), Ok(&code), "{typed}");
        }
        for wrong in ["K7M-3X", "K7M-3XPP", "K7M-3X0", ""] {
            assert_eq!(AppointmentCode::parse(wrong).expect_err("wrong").code, "appointment-code-wrong");
        }
    }
}
