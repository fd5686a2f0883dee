//! What lies on the disk sealed, and the one key that opens it.
//!
//! Each submission and each file has a random key of its own (XChaCha20-Poly1305), which lies in the
//! database wrapped by the server's key: deleting the wrapped key is the deletion, also in every copy that
//! was made without it. The server's key is 32 bytes in a file, never in the database.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::secret::hex;

const NONCE: usize = 24;
/// What sealed text begins with; JSON and names never do.
const SEALED: &str = "v1:";
/// How long the check value of a key is, in hex digits.
const CHECK: usize = 16;

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// None was given where several processes share the data.
    #[error(
        "PostgreSQL needs the file of the server's key: give --key-file, or MOTCUA_KEY_FILE, or a systemd credential \
         motcua-key. `head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \\n'` makes one"
    )]
    Missing,
    /// It cannot be read or made.
    #[error("the server's key in {0} cannot be read: {1}")]
    File(PathBuf, std::io::Error),
    /// It is no key.
    #[error("the server's key in {0} is not 64 hex digits")]
    Malformed(PathBuf),
    /// It is another one.
    #[error("the key in {0} is not the one this database was sealed with: nothing of it could be opened")]
    Other(PathBuf),
}

/// Where the server's key is: as given, by the environment, as a systemd credential, or beside a file of
/// SQLite.
pub(crate) fn key_file(given: Option<&Path>, database: &str) -> Result<(PathBuf, bool), KeyError> {
    if let Some(given) = given {
        return Ok((given.to_owned(), false));
    }
    if let Some(named) = std::env::var_os("MOTCUA_KEY_FILE") {
        return Ok((named.into(), false));
    }
    if let Some(folder) = std::env::var_os("CREDENTIALS_DIRECTORY") {
        let file = Path::new(&folder).join("motcua-key");
        if file.exists() {
            return Ok((file, false));
        }
    }
    let path = database.strip_prefix("sqlite:").ok_or(KeyError::Missing)?;
    let path = path.strip_prefix("//").unwrap_or(path);
    let path = path.split('?').next().unwrap_or(path);
    Ok((PathBuf::from(format!("{path}.key")), true))
}

/// The server's key.
pub(crate) struct Vault {
    root: [u8; 32],
    wrap: XChaCha20Poly1305,
    file: PathBuf,
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").finish_non_exhaustive()
    }
}

impl Vault {
    /// Opens the key of a database. Where it stands beside a file of SQLite and `create`, it is made, for its
    /// owner only.
    pub(crate) fn open(given: Option<&Path>, database: &str, create: bool) -> Result<Self, KeyError> {
        let (file, beside) = key_file(given, database)?;
        if beside && create && !file.exists() {
            make(&file).map_err(|error| KeyError::File(file.clone(), error))?;
            tracing::warn!(
                "the server's key was made beside the database: whoever copies both can read everything. In a \
                 lobby it belongs into a systemd credential"
            );
        }
        let written = fs::read_to_string(&file).map_err(|error| KeyError::File(file.clone(), error))?;
        let root = from_hex(written.trim()).ok_or_else(|| KeyError::Malformed(file.clone()))?;
        let mut vault = Self { root, wrap: XChaCha20Poly1305::new(&[0; 32].into()), file };
        vault.wrap = XChaCha20Poly1305::new(&vault.derive("wrap").into());
        Ok(vault)
    }

    /// A key for one purpose (HKDF-SHA256 of RFC 5869, expanded once; the root is uniform already).
    pub(crate) fn derive(&self, purpose: &str) -> [u8; 32] {
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&self.root).expect("HMAC takes a key of any length");
        mac.update(b"motcua/");
        mac.update(purpose.as_bytes());
        mac.update(&[1]);
        mac.finalize().into_bytes().into()
    }

    /// What tells this key from another, and nothing of it.
    pub(crate) fn check_value(&self) -> String {
        hex(&self.derive("check"))[..CHECK].to_owned()
    }

    /// That the database was sealed with another key.
    pub(crate) fn other(&self) -> KeyError {
        KeyError::Other(self.file.clone())
    }

    /// The key for one purpose, to seal with.
    pub(crate) fn seal_for(&self, purpose: &str) -> Seal {
        Seal(XChaCha20Poly1305::new(&self.derive(purpose).into()))
    }

    /// A new key, and how it is kept for a subject.
    pub(crate) fn make(&self, subject: &str) -> Result<(Seal, Vec<u8>), getrandom::Error> {
        let mut key = [0; 32];
        getrandom::fill(&mut key)?;
        let wrapped = close(&self.wrap, subject, &key)?;
        Ok((Seal(XChaCha20Poly1305::new(&key.into())), wrapped))
    }

    /// The key of a subject as it is kept; none when it is not this subject's, or of another server.
    pub(crate) fn unwrap(&self, subject: &str, wrapped: &[u8]) -> Option<Seal> {
        let key: [u8; 32] = open(&self.wrap, subject, wrapped)?.try_into().ok()?;
        Some(Seal(XChaCha20Poly1305::new(&key.into())))
    }
}

/// Whether text is sealed.
pub(crate) fn is_sealed(text: &str) -> bool {
    text.starts_with(SEALED)
}

/// A key that seals values (24 random bytes of nonce, then the sealed bytes), each for its place: none opens
/// anywhere else.
#[derive(Clone)]
pub(crate) struct Seal(XChaCha20Poly1305);

impl Seal {
    /// With a key that is nowhere but in memory: what a process that ended left is sealed for good.
    pub(crate) fn random() -> Result<Self, getrandom::Error> {
        let mut key = [0; 32];
        getrandom::fill(&mut key)?;
        Ok(Self(XChaCha20Poly1305::new(&key.into())))
    }

    /// Seals bytes.
    pub(crate) fn close(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>, getrandom::Error> {
        close(&self.0, place, plain)
    }

    /// Opens bytes.
    pub(crate) fn open(&self, place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        open(&self.0, place, sealed)
    }

    /// Seals text, as text.
    pub(crate) fn close_text(&self, place: &str, plain: &str) -> Result<String, getrandom::Error> {
        Ok(format!("{SEALED}{}", STANDARD.encode(self.close(place, plain.as_bytes())?)))
    }

    /// Opens text.
    pub(crate) fn open_text(&self, place: &str, sealed: &str) -> Option<String> {
        let sealed = STANDARD.decode(sealed.strip_prefix(SEALED)?).ok()?;
        String::from_utf8(self.open(place, &sealed)?).ok()
    }
}

fn close(cipher: &XChaCha20Poly1305, place: &str, plain: &[u8]) -> Result<Vec<u8>, getrandom::Error> {
    let mut nonce = [0; NONCE];
    getrandom::fill(&mut nonce)?;
    let payload = Payload { msg: plain, aad: place.as_bytes() };
    let sealed = cipher.encrypt(XNonce::from_slice(&nonce), payload).expect("a value is below the cipher's limit");
    Ok([nonce.as_slice(), &sealed].concat())
}

fn open(cipher: &XChaCha20Poly1305, place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
    let payload = Payload { msg: sealed, aad: place.as_bytes() };
    cipher.decrypt(XNonce::from_slice(nonce), payload).ok()
}

fn make(file: &Path) -> std::io::Result<()> {
    let mut key = [0; 32];
    getrandom::fill(&mut key).map_err(|error| std::io::Error::other(error.to_string()))?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut opened = options.open(file)?;
    writeln!(opened, "{}", hex(&key))?;
    opened.sync_all()
}

fn from_hex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (byte, place) in bytes.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(&text[place..place + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault(folder: &Path, name: &str) -> Vault {
        Vault::open(None, &format!("sqlite://{}", folder.join(name).display()), true).expect("a key")
    }

    #[test]
    fn a_key_opens_what_it_sealed_in_its_place_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let one = vault(folder.path(), "one.db");
        let (seal, wrapped) = one.make("s-1").expect("random");
        let sealed = seal.close_text("submission/s-1/content", "Nguyễn Văn A").expect("sealed");
        assert!(sealed.starts_with("v1:") && !sealed.contains("Nguy"));
        let again = vault(folder.path(), "one.db").unwrap("s-1", &wrapped).expect("the same key");
        assert_eq!(again.open_text("submission/s-1/content", &sealed).as_deref(), Some("Nguyễn Văn A"));
        assert_eq!(again.open_text("submission/s-2/content", &sealed), None);
        assert!(one.unwrap("s-2", &wrapped).is_none());
        assert!(vault(folder.path(), "two.db").unwrap("s-1", &wrapped).is_none());
        assert_ne!(one.check_value(), vault(folder.path(), "two.db").check_value());
        assert_ne!(one.derive("wrap"), one.derive("pieces"));
    }

    #[test]
    fn a_key_is_its_owners_and_a_broken_one_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        vault(folder.path(), "one.db");
        let file = folder.path().join("one.db.key");
        #[cfg(unix)]
        assert_eq!(
            std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&file).expect("there").permissions()) & 0o777,
            0o600
        );
        fs::write(&file, "none").expect("written");
        let url = format!("sqlite://{}", folder.path().join("one.db").display());
        assert!(matches!(Vault::open(None, &url, true), Err(KeyError::Malformed(_))));
        fs::remove_file(&file).expect("gone");
        assert!(matches!(Vault::open(None, &url, false), Err(KeyError::File(..))));
    }
}
