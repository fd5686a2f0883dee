use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

const NONCE: usize = 24;

/// Seals bytes with XChaCha20-Poly1305: 24 random bytes of nonce, then the sealed content.
#[derive(Clone)]
pub struct Seal(XChaCha20Poly1305);

/// Sealed bytes that do not open: another key, another place, or damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("sealed content does not open with this key")]
pub struct SealBroken;

impl Seal {
    /// A seal with this key.
    pub fn new(key: &[u8; 32]) -> Self {
        Self(XChaCha20Poly1305::new(key.into()))
    }

    /// A fresh random key.
    pub fn random_key() -> [u8; 32] {
        random()
    }

    /// Seals content for one place, such as a submission's identity: it opens nowhere else.
    pub fn close(&self, content: &[u8], place: &str) -> Vec<u8> {
        let nonce: [u8; NONCE] = random();
        let payload = Payload { msg: content, aad: place.as_bytes() };
        let sealed =
            self.0.encrypt(XNonce::from_slice(&nonce), payload).expect("content is far below the cipher's limit");
        [nonce.as_slice(), &sealed].concat()
    }

    /// Opens what was sealed for this place.
    ///
    /// # Errors
    /// [`SealBroken`] when it was sealed with another key or for another place, or was damaged.
    pub fn open(&self, sealed: &[u8], place: &str) -> Result<Vec<u8>, SealBroken> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or(SealBroken)?;
        let payload = Payload { msg: sealed, aad: place.as_bytes() };
        self.0.decrypt(XNonce::from_slice(nonce), payload).map_err(|_| SealBroken)
    }
}

/// Random bytes from the operating system.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_only_with_its_key_and_in_its_place() {
        let seal = Seal::new(&[7; 32]);
        let sealed = seal.close("Nguyễn Văn An".as_bytes(), "a");
        assert_eq!(seal.open(&sealed, "a").expect("opens"), "Nguyễn Văn An".as_bytes());
        assert_eq!(seal.open(&sealed, "b"), Err(SealBroken));
        assert_eq!(Seal::new(&[8; 32]).open(&sealed, "a"), Err(SealBroken));
        assert_eq!(seal.open(&sealed[..10], "a"), Err(SealBroken));
        assert!(!sealed.windows(4).any(|w| w == b"Nguy"));
    }
}
