use std::path::{Path, PathBuf};

use async_trait::async_trait;
use motcua_domain::voice::Announcement;

use super::player::Player;
use super::sound::Sound;
use super::{Mute, Speaker};

/// The longest a clip may be, in bytes: a minute in CD quality.
const MOST: u64 = 11_000_000;

/// Recorded pieces: `vi/invite.wav`, `vi/A.wav` to `vi/Z.wav`, `vi/0.wav` to `vi/9.wav`,
/// `vi/to-counter.wav`, and the counters' numbers (`vi/10.wav`, …); the same in `km/` and `en/`. 16-bit PCM, all
/// with the same rate and channels.
pub struct Clips {
    folder: PathBuf,
    player: Player,
}

impl Clips {
    /// The clips of a folder.
    pub fn new(folder: &Path, player: Player) -> Self {
        Self { folder: folder.to_owned(), player }
    }

    /// The pieces put together.
    async fn joined(&self, what: &Announcement) -> Option<Sound> {
        let mut joined: Option<Sound> = None;
        for clip in &what.clips {
            let path = self.folder.join(what.language.tag()).join(format!("{clip}.wav"));
            if tokio::fs::metadata(&path).await.ok()?.len() > MOST {
                return None;
            }
            let piece = Sound::read(&tokio::fs::read(&path).await.ok()?)?;
            joined = match joined {
                None => Some(piece),
                Some(before) => Some(before.then(&piece)?),
            };
        }
        joined
    }
}

#[async_trait]
impl Speaker for Clips {
    async fn check(&self) -> Result<(), Mute> {
        self.player.play(&Sound::silence(50)).await
    }

    async fn say(&self, what: &Announcement, volume: u8) -> Result<(), Mute> {
        let sound = self.joined(what).await.ok_or(Mute::NoClip)?;
        self.player.play(&sound.at(volume)).await
    }
}
