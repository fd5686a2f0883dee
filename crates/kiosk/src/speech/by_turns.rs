use std::sync::Arc;

use async_trait::async_trait;
use motcua_domain::voice::Announcement;
use tokio::sync::Mutex;

use super::{Mute, Speaker};

/// A speaker that several may use: each says what it began to the end before the next one begins, so
/// that a machine that calls numbers and reads pages never has two voices.
pub struct ByTurns {
    speaker: Arc<dyn Speaker>,
    turn: Mutex<()>,
}

impl ByTurns {
    /// Turns at a speaker.
    pub fn new(speaker: Arc<dyn Speaker>) -> Self {
        Self { speaker, turn: Mutex::default() }
    }
}

#[async_trait]
impl Speaker for ByTurns {
    async fn check(&self) -> Result<(), Mute> {
        let _turn = self.turn.lock().await;
        self.speaker.check().await
    }

    async fn say(&self, what: &Announcement, volume: u8) -> Result<(), Mute> {
        let _turn = self.turn.lock().await;
        self.speaker.say(what, volume).await
    }

    async fn tone(&self, volume: u8) -> Result<(), Mute> {
        let _turn = self.turn.lock().await;
        self.speaker.tone(volume).await
    }
}
