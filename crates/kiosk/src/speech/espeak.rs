use std::process::Stdio;
use std::time::Duration;

use async_trait::async_trait;
use motcua_domain::voice::{Announcement, Pace, Spoken};
use motcua_domain::words::Locale;
use tokio::process::Command;

use super::player::Player;
use super::sound::Sound;
use super::{Mute, Speaker};

/// Words in a minute: slower than espeak-ng's 175, for a hall that echoes.
const USUAL: &str = "140";
/// For who wants more time: below 100 single words fall apart.
const SLOW: &str = "105";
/// Making the sound of a sentence takes a small part of a second.
const PATIENCE: Duration = Duration::from_secs(10);

/// The speech synthesiser espeak-ng (Debian's package of that name).
pub struct Espeak {
    vietnamese: String,
    english: String,
    player: Player,
}

impl Espeak {
    /// With the names of its voices: `vi-vn-x-south`, `en`.
    pub fn new(vietnamese: &str, english: &str, player: Player) -> Self {
        Self { vietnamese: vietnamese.to_owned(), english: english.to_owned(), player }
    }

    async fn sound(&self, text: &str, locale: Locale, pace: Pace) -> Result<Sound, Mute> {
        let pace = match pace {
            Pace::Usual => USUAL,
            Pace::Slow => SLOW,
        };
        let voice = match locale {
            Locale::Vi => &self.vietnamese,
            Locale::En => &self.english,
        };
        let espeak = Command::new("espeak-ng")
            .args(["--stdout", "-s", pace, "-v", voice, "--", text])
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .output();
        let made = tokio::time::timeout(PATIENCE, espeak).await.map_err(|_| Mute::NoVoice)?;
        let made = made.map_err(|_| Mute::NoVoice)?;
        let spoken = Sound::read(&made.stdout).filter(|_| made.status.success()).ok_or(Mute::NoVoice)?;
        tokio::task::spawn_blocking(|| spoken.levelled()).await.map_err(|_| Mute::NoVoice)
    }
}

#[async_trait]
impl Speaker for Espeak {
    async fn check(&self) -> Result<(), Mute> {
        self.sound("một", Locale::Vi, Pace::Usual).await?;
        self.player.play(&Sound::silence(50)).await
    }

    async fn say(&self, what: &Announcement, volume: u8) -> Result<(), Mute> {
        // It speaks no Khmer.
        let Spoken::In(locale) = what.language else { return Err(Mute::NoVoice) };
        let sound = self.sound(&what.text, locale, what.pace).await?;
        self.player.play(&sound.at(volume)).await
    }

    async fn tone(&self, volume: u8) -> Result<(), Mute> {
        self.player.play(&Sound::tone().at(volume)).await
    }
}
