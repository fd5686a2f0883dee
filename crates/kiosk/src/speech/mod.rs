//! The voice of the hall and of a kiosk, behind one port: [`Speaker`]. One machine of a hall has the
//! loudspeakers and runs the [`Announcer`]; a kiosk may read its pages aloud. There are never two voices
//! at once.
//!
//! | adapter | what it is |
//! |---|---|
//! | [`Clips`] | recorded pieces from a folder, when there is one for each piece |
//! | [`Espeak`] | espeak-ng, for what has no clip |
//! | [`InTurn`] | the first of several that can say it |
//! | [`ByTurns`] | one that several may use |
//! | [`TrialSpeaker`] | silent; keeps the text of what it was to say |
//!
//! All that is heard is made equally loud first (`loudness`), then as loud as the hour wants. [`SoundTest`]
//! lets an officer hear whether anything comes out, and [`devices`] lists where it can come out.

mod announcer;
mod by_turns;
mod calls;
mod clips;
mod devices;
mod espeak;
mod loudness;
mod player;
mod sound;
mod test_sound;
mod trial;

pub use announcer::{Announcer, Khmer, Manner};
pub use by_turns::ByTurns;
pub use clips::Clips;
pub use devices::{SoundDevice, devices};
pub use espeak::Espeak;
pub use player::{Player, PlayerError};
pub use test_sound::SoundTest;
pub use trial::TrialSpeaker;

use std::sync::Arc;

use async_trait::async_trait;
use motcua_domain::voice::Announcement;

/// Why nothing was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Mute {
    /// A recorded piece is missing, or cannot be put together with the others.
    #[error("not all of it was recorded")]
    NoClip,
    /// espeak-ng is not installed, or lacks the voice.
    #[error("espeak-ng does not speak: install it, or choose a voice it has (espeak-ng --voices)")]
    NoVoice,
    /// The player is not installed, or has no loudspeaker to play on.
    #[error("no sound comes out: check the loudspeakers and the player")]
    NoSound,
}

/// What says announcements aloud.
#[async_trait]
pub trait Speaker: Send + Sync {
    /// Whether it could say something now; nothing is heard.
    ///
    /// # Errors
    /// Why it could not.
    async fn check(&self) -> Result<(), Mute>;

    /// Says it at a volume in percent, and returns when it has been said to the end.
    ///
    /// # Errors
    /// Why it was not heard.
    async fn say(&self, what: &Announcement, volume: u8) -> Result<(), Mute>;

    /// Plays two notes of a second at a volume in percent, to hear whether anything comes out.
    ///
    /// # Errors
    /// Why it was not heard.
    async fn tone(&self, volume: u8) -> Result<(), Mute>;
}

/// The first of several speakers that can say something says it.
pub struct InTurn(pub Vec<Arc<dyn Speaker>>);

#[async_trait]
impl Speaker for InTurn {
    /// The last one must be able to say whatever comes.
    async fn check(&self) -> Result<(), Mute> {
        match self.0.last() {
            Some(last) => last.check().await,
            None => Err(Mute::NoVoice),
        }
    }

    async fn say(&self, what: &Announcement, volume: u8) -> Result<(), Mute> {
        let mut mute = Mute::NoVoice;
        for speaker in &self.0 {
            match speaker.say(what, volume).await {
                Ok(()) => return Ok(()),
                Err(why) => mute = why,
            }
        }
        Err(mute)
    }

    /// They share their loudspeakers.
    async fn tone(&self, volume: u8) -> Result<(), Mute> {
        match self.0.last() {
            Some(last) => last.tone(volume).await,
            None => Err(Mute::NoVoice),
        }
    }
}
