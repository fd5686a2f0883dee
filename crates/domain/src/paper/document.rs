/// A document to print: what it says, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What it is printed on.
    pub paper: PaperSize,
    /// The kind of document, for the file's metadata. Never anything about a person.
    pub title: String,
    /// What the foot of every sheet repeats when there is more than one, so that sheets that fall
    /// apart can be put together again. Rolls have none.
    pub footer: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// What a document is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperSize {
    /// A roll of 58 mm, of which a thermal head reaches 48 mm; as long as its content.
    Roll58,
    /// A roll of 80 mm, of which a thermal head reaches 72 mm; as long as its content.
    Roll80,
    /// 148 × 210 mm.
    A5,
    /// 210 × 297 mm.
    A4,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Text {
        /// What it says.
        text: String,
        /// Its role.
        style: Style,
        /// Where its lines stand.
        align: Align,
    },
    /// A mark that changes what the paper is worth: a trial print, a second copy.
    Stamp(String),
    /// Facts, each with its name.
    Rows(Vec<Row>),
    /// A line of an official form: the printed words, then what was filled in, or dots for a pen.
    Line {
        /// The form's words, with their punctuation.
        label: String,
        /// What was filled in; none leaves dots.
        value: Option<String>,
    },
    /// Items, each with a dot.
    List(Vec<String>),
    /// Items, each with a box: empty for a pen, or ticked.
    Checks(Vec<Check>),
    /// A ruled table; its head is repeated on every sheet.
    Table {
        /// The head.
        columns: Vec<Column>,
        /// The cells, as many in a row as there are columns.
        rows: Vec<Vec<String>>,
    },
    /// Blocks beside each other, never parted by the end of a sheet.
    Columns(Vec<Share>),
    /// A QR code.
    Qr {
        /// What a scanner reads.
        data: String,
        /// What a person reads below it, or nothing.
        caption: String,
    },
    /// A bar code (Code 128) across the width, for scanners that read no QR.
    Barcode {
        /// What a scanner reads: printable ASCII.
        data: String,
        /// What a person reads below it, or nothing.
        caption: String,
    },
    /// A line across.
    Rule(RuleKind),
    /// A ruler in millimetres across the width, true to size.
    Ruler,
    /// White space of so many millimetres.
    Space(u8),
    /// Places to sign, beside each other.
    Signatures(Vec<Signature>),
    /// What follows begins a new sheet, and the count of sheets begins again.
    PageBreak,
}

/// The role of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The one thing to be read from afar: a ticket's number. As large as the width allows.
    Display,
    /// A code that is read out or typed.
    Code,
    /// What the document is.
    Title,
    /// What a part of it is about.
    Heading,
    /// Body that matters most.
    Strong,
    /// Ordinary text.
    Body,
    /// Less than ordinary text.
    Note,
    /// What a form says in italics.
    Aside,
}

/// Where lines stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    Start,
    /// In the middle.
    Centre,
    /// At the right.
    End,
}

/// A fact with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub label: String,
    /// The fact.
    pub value: String,
}

/// An item to tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// What it is.
    pub text: String,
    /// What stands below it, such as how many; or nothing.
    pub note: String,
    /// Whether it is ticked already.
    pub done: bool,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// Its part of the width, beside the parts of the others.
    pub share: u8,
    /// Where its cells stand.
    pub align: Align,
}

/// Blocks that have a part of the width.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The part, beside the parts of the others.
    pub share: u8,
    /// What stands there.
    pub blocks: Vec<Block>,
}

/// Lines across.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleKind {
    /// From edge to edge.
    Full,
    /// A short one in the middle, as under the motto of an official paper.
    Short,
}

/// A place to sign.
#[derive(Clone, Debug, PartialEq)]
pub struct Signature {
    /// Who signs.
    pub title: String,
    /// How.
    pub note: String,
    /// The name below the signature, when it is known.
    pub name: Option<String>,
}

impl Document {
    /// The same on another paper.
    pub fn on(self, paper: PaperSize) -> Self {
        Self { paper, ..self }
    }
}

impl PaperSize {
    /// Whether it is a roll, cut where the content ends.
    pub fn is_roll(self) -> bool {
        matches!(self, Self::Roll58 | Self::Roll80)
    }

    /// The roll for what is always printed on one, such as a number, where this paper is chosen for receipts:
    /// itself, or 80 mm beside sheets.
    pub fn roll(self) -> Self {
        if self.is_roll() { self } else { Self::Roll80 }
    }
}

impl Block {
    /// A paragraph at the left.
    pub fn text(style: Style, text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), style, align: Align::Start }
    }

    /// A paragraph in the middle.
    pub fn centred(style: Style, text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), style, align: Align::Centre }
    }

    /// A bar code of a code, with the code below it; none of what a bar code cannot say.
    pub fn barcode(code: &str) -> Option<Self> {
        let sayable = !code.is_empty() && code.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        sayable.then(|| Self::Barcode { data: code.to_owned(), caption: code.to_owned() })
    }

    /// A form's line; an empty value counts as unknown.
    pub fn line(label: impl Into<String>, value: Option<String>) -> Self {
        Self::Line { label: label.into(), value: value.filter(|v| !v.trim().is_empty()) }
    }
}

impl Row {
    /// A fact with its name.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}
