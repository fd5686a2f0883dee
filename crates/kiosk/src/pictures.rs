//! Pictures of the boards' notices, kept on this machine, so that a board that lost the central system
//! still shows them.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use motcua_domain::branch::PictureId;
use motcua_domain::wire::{BoardNotice, Problem};
use sha2::{Digest, Sha256};
use tokio::sync::Mutex;

use crate::central::CentralClient;
use crate::store::random_u64;

/// The pictures a board of this machine shows.
pub struct Pictures {
    central: Arc<CentralClient>,
    folder: PathBuf,
    /// Held while the folder is changed.
    keeping: Mutex<()>,
}

impl Pictures {
    /// Pictures kept in a folder, which is made when there is something to keep.
    pub fn new(central: Arc<CentralClient>, folder: PathBuf) -> Self {
        Self { central, folder, keeping: Mutex::default() }
    }

    /// A picture as a `data:` URL, from the folder or from the central system. Whenever one is kept, those
    /// that no notice names any more are forgotten.
    ///
    /// # Errors
    /// `unknown-picture`, `central-away`, or what the API refuses with.
    pub async fn url(&self, id: &PictureId, notices: &[BoardNotice]) -> Result<String, Problem> {
        let path = self.folder.join(id.as_ref());
        if let Some(bytes) = tokio::fs::read(&path).await.ok().filter(|bytes| is(id, bytes)) {
            return Ok(data_url(&bytes));
        }
        let bytes = self.central.picture(id).await?;
        if !is(id, &bytes) {
            return Err(Problem::new("central-not-understood"));
        }
        if let Err(error) = self.keep(&path, &bytes, notices).await {
            tracing::warn!(%error, "a picture of the board could not be kept");
        }
        Ok(data_url(&bytes))
    }

    async fn keep(&self, path: &Path, bytes: &[u8], notices: &[BoardNotice]) -> io::Result<()> {
        let _turn = self.keeping.lock().await;
        tokio::fs::create_dir_all(&self.folder).await?;
        // Written beside its place first: a power cut leaves no half picture under its name.
        let half = self.folder.join(format!("{:x}.half", random_u64()));
        tokio::fs::write(&half, bytes).await?;
        tokio::fs::rename(&half, path).await?;
        let named = |name: &str| notices.iter().any(|one| one.picture.as_ref().is_some_and(|id| id.as_ref() == name));
        let mut kept = tokio::fs::read_dir(&self.folder).await?;
        while let Some(file) = kept.next_entry().await? {
            if file.path() != path && !file.file_name().to_str().is_some_and(named) {
                tokio::fs::remove_file(file.path()).await?;
            }
        }
        Ok(())
    }
}

/// Whether these are the bytes of a picture, whole.
fn is(id: &PictureId, bytes: &[u8]) -> bool {
    let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    hash == id.as_ref()
}

/// A picture as a page shows it.
pub(crate) fn data_url(jpeg: &[u8]) -> String {
    format!("data:image/jpeg;base64,{}", STANDARD.encode(jpeg))
}
