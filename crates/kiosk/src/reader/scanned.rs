use motcua_domain::dossier::{AppointmentCode, Code, DossierCode, SubmissionCode};
use motcua_domain::wire::Problem;
use uuid::Uuid;

use super::Frame;

/// What somebody held under the reader.
#[derive(Debug)]
pub enum Scanned {
    /// The text of a citizen's card, for the card parser to judge.
    Card(Frame),
    /// A submission code.
    Submission(SubmissionCode),
    /// The code of a draft, on the slip its owner was given.
    Draft(SubmissionCode),
    /// The token in the address at which a submission is followed.
    Follow(String),
    /// A dossier code.
    Dossier(DossierCode),
    /// A queue ticket.
    Ticket(Uuid),
    /// An appointment, by its identity or its code.
    Appointment(String),
    /// A list of papers: its procedure, and the place of its case from 0.
    Procedure {
        /// National code.
        code: String,
        /// The case that was chosen.
        case: Option<u32>,
        /// The version of the procedure it was chosen in.
        version: Option<u32>,
    },
}

impl Scanned {
    /// Tells what a text is: `|` between fields is a card; `motcua:t:UUID` or a web address ending in
    /// `/t/UUID` is a ticket, with `d` and a token a receipt, with `a` for `t` an appointment, with `p` and a national code a list of
    /// papers; the rest are codes.
    ///
    /// # Errors
    /// `scan-not-understood`.
    pub fn classify(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        // The shortest card has six fields; one with fewer is for the card parser to explain.
        if text.matches('|').count() >= 3 {
            return Ok(Self::Card(Frame::new(text)));
        }
        if let Some(code) = text.strip_prefix("motcua:r:") {
            return SubmissionCode::parse(code).map(Self::Draft).map_err(|_| Problem::new("scan-not-understood"));
        }
        if let Some(ticket) = named(text, "t") {
            return Ok(Self::Ticket(ticket));
        }
        if let Some(appointment) = named(text, "a") {
            return Ok(Self::Appointment(appointment.to_string()));
        }
        if let Some(token) = said(text, "d") {
            let plain = token.len() == 32 && token.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'));
            return if plain { Ok(Self::Follow(token.to_owned())) } else { Err(Problem::new("scan-not-understood")) };
        }
        if let Some(list) = list(text) {
            return Ok(list);
        }
        if let Ok(code) = AppointmentCode::parse(text) {
            return Ok(Self::Appointment(code.to_string()));
        }
        match Code::parse(text) {
            Ok(Code::Submission(code)) => Ok(Self::Submission(code)),
            Ok(Code::Dossier(code)) => Ok(Self::Dossier(code)),
            Err(_) => Err(Problem::new("scan-not-understood")),
        }
    }
}

/// What of a kind a QR names, written with its hyphens.
fn named(text: &str, kind: &str) -> Option<Uuid> {
    let id = said(text, kind)?;
    (id.len() == 36).then(|| Uuid::try_parse(id).ok())?
}

/// The procedure that the QR of a list of papers names, and of which version which case: `1.004194`, or
/// `1.004194?case=2&v=3`.
fn list(text: &str) -> Option<Scanned> {
    let said = said(text, "p")?;
    let (code, of) = said.split_once("?case=").map_or((said, None), |(code, of)| (code, Some(of)));
    let (case, version) = match of.map(|of| of.split_once("&v=").map_or((of, None), |(case, v)| (case, Some(v)))) {
        None => (None, None),
        Some((case, version)) => {
            let version = version.map(str::parse::<u32>).transpose().ok()?;
            (Some(case.parse::<u32>().ok()?.checked_sub(1)?), version)
        }
    };
    let plain = !code.is_empty() && code.len() <= 16 && code.bytes().all(|c| c.is_ascii_digit() || c == b'.');
    plain.then(|| Scanned::Procedure { code: code.to_owned(), case, version })
}

/// What stands behind the kind in a QR of ours.
fn said<'a>(text: &'a str, kind: &str) -> Option<&'a str> {
    match text.strip_prefix(&format!("motcua:{kind}:")) {
        None if text.starts_with("https://") || text.starts_with("http://") => {
            Some(text.rsplit_once(&format!("/{kind}/"))?.1)
        }
        said => said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_thing_is_told_apart() {
        let id = Uuid::now_v7();
        let card = "089087001234||Nguyễn Văn A|01021987|Nam|An Giang|01012022";
        assert!(matches!(Scanned::classify(card), Ok(Scanned::Card(text)) if text.text() == card));
        for text in [format!("motcua:t:{id}"), format!("http://10.0.0.2:8080/t/{id}"), format!("https://a.vn/x/t/{id}")]
        {
            assert!(matches!(Scanned::classify(&text), Ok(Scanned::Ticket(found)) if found == id), "{text}");
        }
        for text in [format!("motcua:a:{id}"), format!("https://a.vn/a/{id}")] {
            assert!(matches!(Scanned::classify(&text), Ok(Scanned::Appointment(found)) if found == id.to_string()));
        }
        for (text, place) in [
            ("motcua:p:1.001193", (None, None)),
            ("motcua:p:1.001193?case=2", (Some(1), None)),
            ("https://a.vn/p/1.001193?case=1&v=3", (Some(0), Some(3))),
        ] {
            let Ok(Scanned::Procedure { code, case, version }) = Scanned::classify(text) else { panic!("{text}") };
            assert_eq!((code.as_str(), (case, version)), ("1.001193", place));
        }
        assert!(
            matches!(Scanned::classify("motcua:r:A7KM-3XPT"), Ok(Scanned::Draft(code)) if code.as_str() == "A7KM-3XPT")
        );
        let token = "0123456789abcdef0123456789abcdef";
        for text in [format!("motcua:d:{token}"), format!("https://a.vn/d/{token}")] {
            assert!(matches!(Scanned::classify(&text), Ok(Scanned::Follow(found)) if found == token));
        }
        assert!(matches!(Scanned::classify("k7m-3xp"), Ok(Scanned::Appointment(code)) if code == "K7M-3XP"));
        assert!(matches!(Scanned::classify("a7km3xpt"), Ok(Scanned::Submission(_))));
        assert!(matches!(Scanned::classify("H01-261123-0001"), Ok(Scanned::Dossier(_))));
    }

    #[test]
    fn anything_else_is_not_understood() {
        let id = Uuid::now_v7();
        for text in [
            String::new(),
            "https://example.org/".into(),
            format!("https://example.org/t/{id}/x"),
            format!("ftp://example.org/t/{id}"),
            format!("motcua:t:{}", id.simple()),
            "motcua:r:A7KM-3XP".into(),
            "https://example.org/r/A7KM-3XPT".into(),
            "motcua:d:0123456789abcdef".into(),
            "https://a.vn/d/0123456789ABCDEF0123456789ABCDEF".into(),
            "motcua:p:".into(),
            "motcua:p:1.001193?case=0".into(),
            "motcua:p:1.001193?case=1&v=x".into(),
            "motcua:p:<script>".into(),
            "00020101021138".into(),
            "javascript:alert(1)".into(),
        ] {
            assert_eq!(Scanned::classify(&text).expect_err("not ours").code, "scan-not-understood", "{text}");
        }
    }
}
