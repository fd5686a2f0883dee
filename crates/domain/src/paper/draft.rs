use super::{Block, Document, PaperSize, RuleKind, Style, marks};
use crate::time::Moment;
use crate::words::Words;

/// The facts on the slip of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftPaper {
    /// The centre's name.
    pub centre: String,
    /// What it is for.
    pub procedure_name: String,
    /// The code its owner comes back with.
    pub code: String,
    /// What its QR says.
    pub qr: String,
    /// The last moment it is kept.
    pub keep_until: Moment,
    /// Whether its owner's card opens it.
    pub card: bool,
    /// Whether its owner's birth date opens it.
    pub birth: bool,
    /// A second copy.
    pub reprint: bool,
    /// Printed on the trial printer.
    pub trial: bool,
}

/// A **Phiếu làm tiếp hồ sơ**, on a roll of 80 mm or [another](Document::on): how its owner goes on at any kiosk of the centre. It
/// names nobody, and says that nothing was submitted.
pub fn draft(paper: &DraftPaper, words: &Words) -> Document {
    let title = words.say("paper-draft-title");
    let proof = match (paper.card, paper.birth) {
        (true, true) => "paper-draft-with-either",
        (true, false) => "paper-draft-with-card",
        _ => "paper-draft-with-birth",
    };
    let mut blocks = marks(paper.trial, paper.reprint, words);
    blocks.extend([
        Block::centred(Style::Strong, &paper.centre),
        Block::centred(Style::Note, &title),
        Block::Rule(RuleKind::Full),
        Block::centred(Style::Heading, &paper.procedure_name),
        Block::centred(Style::Strong, words.say("paper-draft-not-submitted")),
        Block::Rule(RuleKind::Full),
        Block::centred(Style::Body, words.say("paper-draft-code")),
        Block::centred(Style::Code, &paper.code),
        Block::Qr { data: paper.qr.clone(), caption: words.say("paper-draft-qr") },
        Block::text(Style::Strong, words.say(proof)),
        Block::text(
            Style::Body,
            words.say_with("paper-draft-keep", &[("day", &words.day(paper.keep_until.business_date()))]),
        ),
        Block::text(Style::Body, words.say("paper-draft-secret")),
        Block::text(Style::Note, words.say("paper-draft-not-acceptance")),
    ]);
    Document { paper: PaperSize::Roll80, title, footer: String::new(), blocks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    #[test]
    fn it_says_how_to_go_on_and_that_nothing_was_submitted() {
        let paper = DraftPaper {
            centre: "Trung tâm".to_owned(),
            procedure_name: "Đăng ký khai sinh".to_owned(),
            code: "A7KM-3XPT".to_owned(),
            qr: "motcua:r:A7KM-3XPT".to_owned(),
            keep_until: "2026-12-01T09:00:00+07:00".parse().expect("a moment"),
            card: false,
            birth: true,
            reprint: false,
            trial: false,
        };
        let words = Words::of(Locale::Vi);
        let document = draft(&paper, words);
        assert!(document.blocks.contains(&Block::centred(Style::Code, "A7KM-3XPT")));
        assert!(document.blocks.contains(&Block::text(Style::Strong, words.say("paper-draft-with-birth"))));
        assert!(document.blocks.contains(&Block::centred(Style::Strong, words.say("paper-draft-not-submitted"))));
        let says = |block: &Block, text: &str| matches!(block, Block::Text { text: said, .. } if said.contains(text));
        assert!(document.blocks.iter().any(|block| says(block, "01/12/2026")), "{:?}", document.blocks);
        let both = draft(&DraftPaper { card: true, ..paper }, words);
        assert!(both.blocks.contains(&Block::text(Style::Strong, words.say("paper-draft-with-either"))));
    }
}
