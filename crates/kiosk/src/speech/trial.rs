use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use async_trait::async_trait;
use motcua_domain::voice::Announcement;

use super::{Mute, Speaker};

/// Says nothing aloud: keeps the text of what it was to say, line by line in a file where one is named.
#[derive(Debug, Default)]
pub struct TrialSpeaker {
    file: Option<PathBuf>,
    said: Mutex<Vec<String>>,
}

impl TrialSpeaker {
    /// Adds each text to a file.
    pub fn into_file(file: &Path) -> Self {
        Self { file: Some(file.to_owned()), said: Mutex::default() }
    }

    fn keep(&self, text: &str) -> Result<(), Mute> {
        if let Some(path) = &self.file {
            let file = std::fs::OpenOptions::new().create(true).append(true).open(path);
            file.and_then(|mut file| writeln!(file, "{text}")).map_err(|_| Mute::NoSound)?;
        }
        self.said.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(text.to_owned());
        Ok(())
    }

    /// What was said so far.
    pub fn said(&self) -> Vec<String> {
        self.said.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }
}

#[async_trait]
impl Speaker for TrialSpeaker {
    async fn check(&self) -> Result<(), Mute> {
        Ok(())
    }

    async fn say(&self, what: &Announcement, _: u8) -> Result<(), Mute> {
        self.keep(&what.text)
    }

    async fn tone(&self, _: u8) -> Result<(), Mute> {
        self.keep("♪")
    }
}
