//! Tokens, codes and passwords: how they are made, and what is kept of them.

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use sha2::{Digest, Sha256};

/// Characters that are told apart when read aloud or copied by hand.
const PLAIN: &[u8] = b"ABCDEFGHJKLMNPRSTUVWXY23456789";

/// SHA-256 in lower-case hex. Tokens have 256 random bits, so a bare hash of them is enough.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// What is kept of the token in the address at which a submission is followed: 32 hex digits. None for
/// what is no such token.
pub(crate) fn follow_sha256(token: &str) -> Option<String> {
    let plain = token.len() == 32 && token.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'));
    plain.then(|| sha256(token.as_bytes()))
}

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A new bearer token: what it is for, and 256 random bits.
pub(crate) fn token(prefix: &str) -> Result<String, getrandom::Error> {
    let mut random = [0; 32];
    getrandom::fill(&mut random)?;
    Ok(format!("{prefix}_{}", hex(&random)))
}

/// So many characters a person can read and type.
pub(crate) fn readable(length: usize) -> Result<String, getrandom::Error> {
    let mut text = String::with_capacity(length);
    while text.len() < length {
        let mut byte = [0];
        getrandom::fill(&mut byte)?;
        // 240 is the last whole multiple of 30 in a byte: no character comes more often than another.
        if byte[0] < 240 {
            text.push(char::from(PLAIN[usize::from(byte[0]) % PLAIN.len()]));
        }
    }
    Ok(text)
}

/// argon2id with m = 19456 KiB, t = 2, p = 1 (OWASP Password Storage).
fn argon2() -> Argon2<'static> {
    let params = Params::new(19_456, 2, 1, None).expect("the parameters are within argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// A password's hash as a PHC string. Slow on purpose: call it where blocking is allowed.
pub(crate) fn hash_password(password: &str) -> Result<String, getrandom::Error> {
    let mut random = [0; 16];
    getrandom::fill(&mut random)?;
    let salt = SaltString::encode_b64(&random).expect("sixteen bytes are a salt");
    Ok(argon2().hash_password(password.as_bytes(), &salt).expect("argon2 takes any password and this salt").to_string())
}

/// Whether a password has this hash. Without a hash, and with what is none (of an account that was closed), it takes as long and says no, so that nobody
/// learns which accounts exist. Slow on purpose: call it where blocking is allowed.
pub(crate) fn password_fits(password: &str, hash: Option<&str>) -> bool {
    /// Of a random password nobody kept.
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5a25vd3NpdA$pdHcx4Y5cEVLhE3hg0ymcvFhmPQ1dPcLZlNx4WfBR5M";
    let hash = hash.filter(|hash| PasswordHash::new(hash).is_ok());
    let fits = PasswordHash::new(hash.unwrap_or(NOBODY))
        .is_ok_and(|hash| argon2().verify_password(password.as_bytes(), &hash).is_ok());
    fits && hash.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_hash_and_no_other() {
        let hash = hash_password("một mật khẩu dài").expect("randomness");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(password_fits("một mật khẩu dài", Some(&hash)));
        assert!(!password_fits("một mật khẩu dà", Some(&hash)));
        assert!(!password_fits("một mật khẩu dài", None));
    }

    #[test]
    fn readable_secrets_have_no_look_alikes() {
        let text = readable(500).expect("randomness");
        assert_eq!(text.len(), 500);
        assert!(!text.contains(['I', 'O', 'Q', 'Z', '0', '1']));
    }
}
