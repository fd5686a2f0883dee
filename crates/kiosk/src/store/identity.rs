use std::fs;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Seal, StoreError};

/// What makes this machine this device: its token for the central API, and the key it seals with.
///
/// It is a file of mode 0600 in the data folder.
#[derive(Serialize, Deserialize)]
pub struct Identity {
    key: String,
    /// The device's token, once enrolled.
    pub token: Option<String>,
}

impl Identity {
    const FILE: &str = "device.json";

    /// Reads the identity in a folder, or makes one.
    ///
    /// # Errors
    /// [`StoreError`] when the folder cannot be used or the file is damaged.
    pub fn load(folder: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(folder)?;
        match fs::read(folder.join(Self::FILE)) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes)?),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                let identity = Self { key: STANDARD.encode(Seal::random_key()), token: None };
                identity.save(folder)?;
                Ok(identity)
            }
            Err(e) => Err(e.into()),
        }
    }

    /// Writes it down so that a power cut leaves the old file or the new one.
    ///
    /// # Errors
    /// [`StoreError::Folder`] when the folder cannot be written.
    pub fn save(&self, folder: &Path) -> Result<(), StoreError> {
        let new = folder.join("device.json.new");
        let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
        file.write_all(&serde_json::to_vec(self)?)?;
        file.sync_all()?;
        fs::rename(&new, folder.join(Self::FILE))?;
        fs::File::open(folder)?.sync_all()?;
        Ok(())
    }

    /// The seal of this device.
    ///
    /// # Errors
    /// [`StoreError::Seal`] when the file's key is damaged.
    pub fn seal(&self) -> Result<Seal, StoreError> {
        let bytes = STANDARD.decode(&self.key).map_err(|_| super::SealBroken)?;
        let key: [u8; 32] = bytes.try_into().map_err(|_| super::SealBroken)?;
        Ok(Seal::new(&key))
    }

    /// What this machine's jobs are known by at its printers, the same in every run: 16 hexadecimal digits that
    /// tell of nobody, and of the key no more than that they are of it.
    pub fn print_mark(&self) -> String {
        let digest = Sha256::new().chain_update("motcua print mark\0").chain_update(&self.key).finalize();
        digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_of_print_jobs_outlives_a_run_and_is_of_one_machine() {
        let (folder, other) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let mark = |at: &Path| Identity::load(at).expect("an identity").print_mark();
        let first = mark(folder.path());
        assert_eq!(first, mark(folder.path()));
        assert_ne!(first, mark(other.path()));
        assert!(first.len() == 16 && first.chars().all(|c| c.is_ascii_hexdigit()), "{first}");
    }
}
