use std::sync::Arc;

use motcua_domain::voice::Announcement;
use motcua_domain::words::{Locale, Words};
use tokio::sync::watch;

use super::CitizenDesk;
use crate::speech::Speaker;
use crate::view::ProcedureLine;

/// How many results are read: more than one can keep in mind are only counted.
const READ: usize = 6;
/// Somebody who reads at the machine is nearer to its loudspeaker than the hall is.
const VOLUME: u8 = 80;

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

    /// Ends what is being read.
    pub(super) fn hush(&self) {
        self.turn.send_modify(|turn| *turn += 1);
    }

    /// Reads sentence by sentence, to the end or until it is hushed; false when nothing is heard here.
    async fn read(&self, sentences: Vec<String>, locale: Locale) -> bool {
        let Some(speaker) = &self.speaker else { return false };
        self.hush();
        let mut turn = self.turn.subscribe();
        let reading = async {
            for sentence in sentences {
                if speaker.say(&Announcement::read(sentence, locale), VOLUME).await.is_err() {
                    return false;
                }
            }
            true
        };
        tokio::select! {
            heard = reading => heard,
            // What was begun is cut off with the future that says it.
            _ = turn.changed() => true,
        }
    }
}

impl CitizenDesk {
    /// Reads what was found last aloud, to its end or until it is hushed. False when nothing is heard
    /// here: no voice is set up, or no sound comes out.
    pub async fn read_found(&self) -> bool {
        let (locale, sentences) = {
            let (visit, words) = self.words().await;
            (visit.locale, sentences(&visit.found, words))
        };
        self.aloud.read(sentences, locale).await
    }

    /// Ends reading aloud.
    pub fn hush(&self) {
        self.aloud.hush();
    }
}

/// What is said of results: how many, and the first of them one by one.
fn sentences(found: &[ProcedureLine], words: &Words) -> Vec<String> {
    let count = words.say_with("aloud-found", &[("count", &found.len().to_string())]);
    let lines = found.iter().take(READ).zip(1..).map(|(line, number): (_, u32)| {
        let key = if line.here() { "aloud-line-here" } else { "aloud-line-counter" };
        words.say_with(key, &[("number", &number.to_string()), ("name", &line.name)])
    });
    std::iter::once(count).chain(lines).collect()
}
