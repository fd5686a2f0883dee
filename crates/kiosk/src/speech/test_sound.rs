use std::sync::Arc;

use motcua_domain::voice::{Announcement, Pace, Volumes};
use motcua_domain::wire::Problem;
use motcua_domain::words::{Locale, Words};

use super::{Mute, Speaker};
use crate::clock::Clock;

/// Lets an officer hear whether this machine's loudspeakers speak, as loud as they would now.
#[derive(Clone)]
pub struct SoundTest {
    /// What speaks here, in turn with all else it says.
    pub speaker: Arc<dyn Speaker>,
    /// How loud at what hour.
    pub volumes: Volumes,
    /// The time.
    pub clock: Arc<dyn Clock>,
}

impl SoundTest {
    /// Plays two notes and says a sentence, and returns when both were played to the end. Whether they were
    /// heard only who stands there can say.
    ///
    /// # Errors
    /// `sound-off-now` when nothing is to be heard at this hour, `sound-no-voice` when the synthesiser does not
    /// speak, `sound-no-device` when nothing plays: no player, no device, or one that is busy.
    pub async fn run(&self) -> Result<(), Problem> {
        let volume = self.volumes.at(self.clock.now().local().time());
        if volume == 0 {
            return Err(Problem::new("sound-off-now"));
        }
        let sentence = Words::of(Locale::Vi).say("voice-test");
        let heard = async {
            self.speaker.tone(volume).await?;
            self.speaker.say(&Announcement::read(sentence, Locale::Vi, Pace::Usual), volume).await
        };
        heard.await.map_err(|mute| {
            Problem::new(match mute {
                Mute::NoSound => "sound-no-device",
                Mute::NoVoice | Mute::NoClip => "sound-no-voice",
            })
        })
    }
}
