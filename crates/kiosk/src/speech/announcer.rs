use std::sync::Arc;
use std::time::Duration;

use motcua_domain::voice::{Announcement, Spoken, Volumes};
use motcua_domain::words::Locale;
use tokio::sync::watch;

use super::calls::Calls;
use super::{Mute, Speaker};
use crate::clock::Clock;
use crate::link::Known;

/// How often a voice that is mute is tried again.
const TRY_AGAIN: Duration = Duration::from_secs(60);

/// How a hall is spoken to.
#[derive(Clone, Debug)]
pub struct Manner {
    /// How loud at what hour.
    pub volumes: Volumes,
    /// Who is also called in Khmer, after Vietnamese, where it was recorded.
    pub khmer: Khmer,
    /// Whether holders of English tickets are also called in English, after that.
    pub english: bool,
}

/// Who is also called in Khmer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Khmer {
    /// Holders of Khmer tickets.
    Tickets,
    /// Everybody.
    Everybody,
}

/// The one announcement queue of a hall.
pub struct Announcer {
    speaker: Arc<dyn Speaker>,
    clock: Arc<dyn Clock>,
    manner: Manner,
    mute: watch::Sender<bool>,
}

impl Announcer {
    /// An announcer; [`Announcer::run`] keeps it.
    pub fn new(speaker: Arc<dyn Speaker>, clock: Arc<dyn Clock>, manner: Manner) -> Self {
        Self { speaker, clock, manner, mute: watch::Sender::new(false) }
    }

    /// Whether calls cannot be heard now.
    pub fn mute(&self) -> watch::Receiver<bool> {
        self.mute.subscribe()
    }

    /// Says the calls one after another, each to its end, for as long as the program runs.
    pub async fn run(&self, mut known: watch::Receiver<Known>) {
        self.note(self.speaker.check().await);
        let mut calls = Calls::default();
        loop {
            if let Some(board) = &known.borrow_and_update().board {
                calls.hear(&board.called);
            }
            if let Some(call) = calls.next() {
                self.say(&Announcement::call(&call.label, call.counter, Locale::Vi)).await;
                if self.manner.khmer == Khmer::Everybody || call.language == Spoken::Khmer.tag() {
                    self.say_if_recorded(&Announcement::call_in_khmer(&call.label, call.counter)).await;
                }
                if self.manner.english && call.language == Locale::En.tag() {
                    self.say(&Announcement::call(&call.label, call.counter, Locale::En)).await;
                }
                continue;
            }
            let mute = *self.mute.borrow();
            tokio::select! {
                changed = known.changed() => if changed.is_err() { return },
                () = tokio::time::sleep(TRY_AGAIN), if mute => self.note(self.speaker.check().await),
            }
        }
    }

    async fn say(&self, what: &Announcement) {
        let volume = self.manner.volumes.at(self.clock.now().local().time());
        if volume > 0 {
            self.note(self.speaker.say(what, volume).await);
        }
    }

    /// Says what the call can do without: it was heard in Vietnamese already.
    async fn say_if_recorded(&self, what: &Announcement) {
        let volume = self.manner.volumes.at(self.clock.now().local().time());
        if volume > 0
            && let Err(why) = self.speaker.say(what, volume).await
        {
            tracing::debug!(%why, language = what.language.tag(), "a call was not repeated");
        }
    }

    /// Remembers whether it was heard, and tells the log when that changes.
    fn note(&self, heard: Result<(), Mute>) {
        let changed = self.mute.send_if_modified(|mute| std::mem::replace(mute, heard.is_err()) != heard.is_err());
        match heard {
            Err(why) if changed => tracing::warn!(%why, "numbers are not called aloud"),
            Ok(()) if changed => tracing::info!("numbers are called aloud again"),
            _ => {}
        }
    }
}
