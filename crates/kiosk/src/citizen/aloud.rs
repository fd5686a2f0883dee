use std::sync::Arc;

use motcua_domain::catalogue::{Procedure, WayOn};
use motcua_domain::guide::Forms;
use motcua_domain::text::cut;
use motcua_domain::voice::{Announcement, Pace, readable};
use motcua_domain::words::{Locale, Words};
use tokio::sync::watch;

use super::CitizenDesk;
use crate::speech::Speaker;
use crate::view::ReadManner;

/// How many results are read: more than one can keep in mind are only counted.
const READ: usize = 6;
/// The most of a name that is read, in characters: a call of a number may wait for its end.
const LONGEST: usize = 120;
/// The longest sentence that is said at once, in characters: the voice takes it as one piece.
const PIECE: usize = 400;
/// The most of a page that is read, in characters: half an hour. What is longer says that it goes on.
const PAGE: usize = 25_000;

/// What reads pages aloud at this kiosk.
pub(super) struct Aloud {
    speaker: Option<Arc<dyn Speaker>>,
    /// Counts up with every end of reading: who reads on under another count is to be silent.
    turn: watch::Sender<u64>,
}

impl Aloud {
    pub(super) fn new(speaker: Option<Arc<dyn Speaker>>) -> Self {
        Self { speaker, turn: watch::Sender::new(0) }
    }

    /// Whether anything is heard here.
    pub(super) fn there(&self) -> bool {
        self.speaker.is_some()
    }

    /// Ends what is being read.
    pub(super) fn hush(&self) {
        self.turn.send_modify(|turn| *turn += 1);
    }

    /// Reads sentence by sentence at a volume in percent, to the end or until it is hushed, also while they are still being made;
    /// false when nothing is heard here.
    async fn read(&self, volume: u8, sentences: impl Future<Output = Vec<Announcement>>) -> bool {
        let Some(speaker) = &self.speaker else { return false };
        self.hush();
        let mut turn = self.turn.subscribe();
        let ended = turn.clone();
        let reading = async {
            for sentence in sentences.await {
                if ended.has_changed().unwrap_or(true) {
                    return true;
                }
                if speaker.say(&sentence, volume).await.is_err() {
                    return false;
                }
            }
            true
        };
        tokio::select! {
            // What was begun is cut off with the future that says it.
            _ = turn.changed() => true,
            heard = reading => heard,
        }
    }
}

impl CitizenDesk {
    /// Reads these procedures aloud as results, to the end or until it is hushed. False when nothing is
    /// heard here: no voice is set up, or no sound comes out.
    pub async fn read_found(&self, codes: &[String], manner: ReadManner) -> bool {
        let sentences = async {
            let (_, words) = self.words().await;
            let (shelf, forms) = (self.catalogue.shelf(), self.catalogue.forms());
            let found: Vec<_> = codes.iter().filter_map(|code| shelf.procedure(code)).collect();
            sentences(&found, &forms, words, manner.pace())
        };
        self.aloud.read(manner.volume(), sentences).await
    }

    /// Reads what a page shows aloud, line by line, within bounds; as [`CitizenDesk::read_found`].
    pub async fn read_aloud(&self, lines: Vec<String>, manner: ReadManner) -> bool {
        self.aloud.read(manner.volume(), async { said(&lines, self.words().await.1, manner.pace()) }).await
    }

    /// Ends reading aloud.
    pub fn hush(&self) {
        self.aloud.hush();
    }
}

/// Lines of a page as sentences.
fn said(lines: &[String], words: &Words, pace: Pace) -> Vec<Announcement> {
    let read = |text: String| Announcement::read(text, words.locale(), pace);
    let mut sentences = Vec::new();
    let mut room = PAGE;
    for line in lines {
        for piece in pieces(&readable(&cut(line, PAGE), words)) {
            let length = piece.chars().count();
            if length > room {
                sentences.push(read(words.say("aloud-goes-on")));
                return sentences;
            }
            room -= length;
            sentences.push(read(piece));
        }
    }
    sentences
}

/// A line in pieces the voice can take, parted behind a sentence where there is one.
fn pieces(line: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for word in line.split_whitespace() {
        let word = cut(word, PIECE);
        match pieces.last_mut() {
            Some(piece) if !is_full(piece, &word) => {
                piece.push(' ');
                piece.push_str(&word);
            }
            _ => pieces.push(word),
        }
    }
    pieces
}

/// Whether the next word begins another piece.
fn is_full(piece: &str, next: &str) -> bool {
    let length = piece.chars().count();
    length + 1 + next.chars().count() > PIECE || length > PIECE / 2 && piece.ends_with(['.', ';', '?', '!'])
}

/// What is said of results: how many, and the first of them one by one. A name that is there in Vietnamese
/// only is said by the Vietnamese voice.
fn sentences(found: &[&Arc<Procedure>], forms: &Forms, words: &Words, pace: Pace) -> Vec<Announcement> {
    let locale = words.locale();
    let said = |text: String| Announcement::read(text, locale, pace);
    let mut sentences = vec![said(words.say_with("aloud-found", &[("count", &found.len().to_string())]))];
    for (number, one) in (1..).zip(found.iter().take(READ)) {
        let number: u32 = number;
        let foreign = locale != Locale::Vi && one.name.en.is_none();
        sentences.push(said(words.say_with("aloud-number", &[("number", &number.to_string())])));
        let name = cut(one.name.get(locale), LONGEST);
        sentences.push(Announcement::read(name, if foreign { Locale::Vi } else { locale }, pace));
        let here = forms.way_on(one) != WayOn::Number;
        sentences.push(said(words.say(if here { "aloud-here" } else { "aloud-counter" })));
    }
    sentences
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use async_trait::async_trait;
    use motcua_domain::catalogue::starter;

    use super::*;
    use crate::speech::Mute;

    /// Begins to say things and never ends.
    #[derive(Default)]
    struct Endless(Mutex<Vec<String>>);

    #[async_trait]
    impl Speaker for Endless {
        async fn check(&self) -> Result<(), Mute> {
            Ok(())
        }

        async fn say(&self, what: &Announcement, _: u8) -> Result<(), Mute> {
            self.0.lock().expect("no test panics holding it").push(what.text.clone());
            std::future::pending().await
        }

        async fn tone(&self, _: u8) -> Result<(), Mute> {
            std::future::pending().await
        }
    }

    #[tokio::test]
    async fn hushing_ends_a_sentence_and_what_was_still_being_made() {
        let speaker = Arc::new(Endless::default());
        let aloud = Aloud::new(Some(speaker.clone()));
        let said = || vec![Announcement::read("Tìm thấy".to_owned(), Locale::Vi, Pace::Usual)];
        let (heard, ()) = tokio::join!(aloud.read(80, async { said() }), async { aloud.hush() });
        assert!(heard);
        let later = async {
            // It is hushed before there is anything to say.
            aloud.hush();
            said()
        };
        assert!(aloud.read(80, later).await);
        assert_eq!(speaker.0.lock().expect("no test panics holding it").len(), 1);
        assert!(!Aloud::new(None).read(80, async { said() }).await, "nothing is heard without a voice");
    }

    #[test]
    fn a_long_line_is_read_in_pieces_and_empty_ones_are_not() {
        let sentence = format!("{}cuối.", "chữ ".repeat(60));
        let lines = ["  ".to_owned(), "Tháng 11".to_owned(), [sentence.as_str(); 3].join(" "), "a".repeat(1_000)];
        let read: Vec<_> = said(&lines, Words::of(Locale::Vi), Pace::Slow);
        assert!(read.iter().all(|said| said.pace == Pace::Slow && said.text.chars().count() <= PIECE));
        let texts: Vec<&str> = read.iter().map(|said| said.text.as_str()).collect();
        assert_eq!((texts.len(), texts[0]), (5, "Tháng 11"));
        assert!(texts[1..4].iter().all(|text| text.ends_with("cuối.")), "{texts:?}");
    }

    #[test]
    fn a_page_without_end_says_that_it_goes_on() {
        let many = said(&vec!["một dòng".to_owned(); 100_000], Words::of(Locale::Vi), Pace::Usual);
        let length: usize = many.iter().map(|said| said.text.chars().count()).sum();
        assert!(length <= PAGE + PIECE && many.len() > 1_000, "{length}");
        assert_eq!(many.last().map(|last| last.text.clone()), Some(Words::of(Locale::Vi).say("aloud-goes-on")));
    }

    #[test]
    fn a_vietnamese_name_is_said_by_the_vietnamese_voice() {
        let mut one = starter().procedure("1.001193").expect("birth registration").clone();
        one.name.en = None;
        let one = Arc::new(one);
        let said = sentences(&[&one], Forms::shipped(), Words::of(Locale::En), Pace::Slow);
        let languages: Vec<_> = said.iter().map(|said| said.language.tag()).collect();
        assert_eq!(languages, ["en", "en", "vi", "en"]);
        assert!(said.iter().all(|said| said.pace == Pace::Slow));
        assert_eq!(said[2].text, "Đăng ký khai sinh");
    }
}
