use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use async_trait::async_trait;
use motcua_domain::voice::Announcement;

use super::player::Player;
use super::sound::Sound;
use super::{Mute, Speaker};

/// The longest a clip may be, in bytes: a minute in CD quality.
const MOST: u64 = 11_000_000;

/// Recorded pieces: `vi/invite.wav`, `vi/A.wav` to `vi/Z.wav`, `vi/0.wav` to `vi/9.wav`,
/// `vi/to-counter.wav`, and the counters' numbers (`vi/10.wav`, …); the same in `km/` and `en/`. 16-bit PCM, all
/// with the same rate and channels. Each is made as loud as all others when it is first needed.
pub struct Clips {
    folder: PathBuf,
    player: Player,
    /// What was read, with the time its file was written: a piece that is recorded anew is read anew.
    read: Mutex<HashMap<PathBuf, (SystemTime, Sound)>>,
}

impl Clips {
    /// The clips of a folder.
    pub fn new(folder: &Path, player: Player) -> Self {
        Self { folder: folder.to_owned(), player, read: Mutex::default() }
    }

    /// The pieces put together.
    async fn joined(&self, what: &Announcement) -> Option<Sound> {
        let mut joined: Option<Sound> = None;
        for clip in &what.clips {
            let piece = self.piece(self.folder.join(what.language.tag()).join(format!("{clip}.wav"))).await?;
            joined = match joined {
                None => Some(piece),
                Some(before) => Some(before.then(&piece)?),
            };
        }
        joined
    }

    async fn piece(&self, path: PathBuf) -> Option<Sound> {
        let file = tokio::fs::metadata(&path).await.ok()?;
        let written = file.modified().ok()?;
        let known = self.read.lock().unwrap_or_else(PoisonError::into_inner).get(&path).cloned();
        match known {
            Some((then, piece)) if then == written => return Some(piece),
            _ if file.len() > MOST => return None,
            _ => {}
        }
        let recorded = Sound::read(&tokio::fs::read(&path).await.ok()?)?;
        let piece = tokio::task::spawn_blocking(|| recorded.levelled()).await.ok()?;
        self.read.lock().unwrap_or_else(PoisonError::into_inner).insert(path, (written, piece.clone()));
        Some(piece)
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

    async fn tone(&self, volume: u8) -> Result<(), Mute> {
        self.player.play(&Sound::tone().at(volume)).await
    }
}
