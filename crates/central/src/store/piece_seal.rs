//! Pieces of photos on the disk, readable only while this process runs.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

const NONCE: usize = 24;

/// Seals pieces of files from phones, which come with all that cameras write into them, with
/// XChaCha20-Poly1305. Its key is nowhere but in memory: what a server that ended left is sealed for good.
#[derive(Clone)]
pub(crate) struct PieceSeal(XChaCha20Poly1305);

impl PieceSeal {
    /// One with a key of its own.
    ///
    /// # Errors
    /// When the operating system gives no random bytes.
    pub(crate) fn new() -> Result<Self, getrandom::Error> {
        let mut key = [0; 32];
        getrandom::fill(&mut key)?;
        Ok(Self(XChaCha20Poly1305::new(&key.into())))
    }

    /// Seals the piece of an upload's file that begins at `at`: 24 random bytes of nonce, then the sealed
    /// bytes. It opens as no other piece.
    pub(super) fn close(&self, piece: &[u8], upload: &str, number: u32, at: i64) -> Result<Vec<u8>, getrandom::Error> {
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce)?;
        let place = place(upload, number, at);
        let payload = Payload { msg: piece, aad: place.as_bytes() };
        let sealed = self.0.encrypt(XNonce::from_slice(&nonce), payload).expect("a piece is below the cipher's limit");
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens a piece; none when it is not this one, or was sealed by a server that ended.
    pub(super) fn open(&self, sealed: &[u8], upload: &str, number: u32, at: i64) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
        let place = place(upload, number, at);
        let payload = Payload { msg: sealed, aad: place.as_bytes() };
        self.0.decrypt(XNonce::from_slice(nonce), payload).ok()
    }
}

fn place(upload: &str, number: u32, at: i64) -> String {
    format!("{upload}/{number}/{at}")
}
