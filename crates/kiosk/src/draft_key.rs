//! What a draft is found by and opened with: made of the owner's code and one secret more, slowly.

use argon2::{Algorithm, Argon2, Params, Version};
use motcua_domain::dossier::SubmissionCode;
use motcua_domain::wire::{DraftProof, ProofKind};
use sha2::{Digest, Sha256};

use crate::outbox::hex_sha256;
use crate::store::{Seal, SealBroken, random};

/// What nobody else's hash is made with.
const FOUND_BY: &[u8] = b"motcua draft: found by";

/// argon2id with m = 19456 KiB, t = 2, p = 1 (OWASP Password Storage).
fn slow(secret: &[u8], salt: &[u8]) -> [u8; 32] {
    let params = Params::new(19_456, 2, 1, None).expect("the parameters are within argon2's bounds");
    let mut out = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret, salt, &mut out)
        .expect("a salt and an output of these lengths are taken");
    out
}

/// A code that nobody can guess.
pub(crate) fn new_code() -> SubmissionCode {
    loop {
        if let Some(code) = SubmissionCode::from_random(&random::<32>()) {
            return code;
        }
    }
}

/// What a draft with this code is found by, in hex. The code has some 39 bits: it cannot be found from
/// this.
pub(crate) async fn found_by(code: &SubmissionCode) -> String {
    let code = code.as_str().to_owned();
    apart(move || hex_sha256(&slow(code.as_bytes(), FOUND_BY))).await
}

/// What a proof gives: a verifier to be told, and a key that wraps the draft's own and is told nobody.
pub(crate) struct Opener {
    /// What is told to who keeps the draft.
    pub(crate) verifier: String,
    key: [u8; 32],
}

/// Makes an opener. The salt is what the draft is found by, so that nothing has to be asked, and no code
/// probed, before the proof.
pub(crate) async fn opener(code: &SubmissionCode, found_by: &str, kind: ProofKind, secret: &str) -> Opener {
    let said = format!("{}\u{1f}{}\u{1f}{secret}", code.as_str(), kind.name());
    let salt = found_by.to_owned();
    apart(move || {
        let root = slow(said.as_bytes(), salt.as_bytes());
        let of = |what: &[u8]| Sha256::new().chain_update(what).chain_update(root).finalize();
        let verifier = of(b"motcua draft: verifier");
        Opener { verifier: hex_sha256(&verifier), key: of(b"motcua draft: key").into() }
    })
    .await
}

impl Opener {
    /// A way to a draft: its key, sealed for that draft.
    pub(crate) fn wrap(&self, kind: ProofKind, key: &[u8; 32], draft: &str) -> DraftProof {
        let wrapped_key = base64(&Seal::new(&self.key).close(key, draft));
        DraftProof { kind, verifier: self.verifier.clone(), wrapped_key }
    }

    /// The draft's key.
    ///
    /// # Errors
    /// [`SealBroken`] when it was wrapped otherwise, or was damaged.
    pub(crate) fn unwrap(&self, proof: &DraftProof, draft: &str) -> Result<[u8; 32], SealBroken> {
        let key = Seal::new(&self.key).open(&bytes(&proof.wrapped_key)?, draft)?;
        key.try_into().map_err(|_| SealBroken)
    }
}

/// Bytes as base64.
pub(crate) fn base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

/// Base64 as bytes.
///
/// # Errors
/// [`SealBroken`] when it is none.
pub(crate) fn bytes(base64: &str) -> Result<Vec<u8>, SealBroken> {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.decode(base64).map_err(|_| SealBroken)
}

/// Runs what takes a core for a while where it holds up nothing else.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(work).await.expect("argon2 does not panic")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_same_code_kind_and_secret_open() {
        let code = SubmissionCode::parse("A7KM-3XPT").expect("a code");
        let other = SubmissionCode::parse("A7KM-3XPA").expect("a code");
        let found = found_by(&code).await;
        assert_ne!(found, found_by(&other).await);
        let opener = async |code: &SubmissionCode, kind, secret| super::opener(code, &found, kind, secret).await;
        let right = opener(&code, ProofKind::Birth, "1995-03-02").await;
        let wrapped = right.wrap(ProofKind::Birth, &[7; 32], "a draft");
        assert_eq!(right.unwrap(&wrapped, "a draft"), Ok([7; 32]));
        assert_eq!(right.unwrap(&wrapped, "another"), Err(SealBroken));
        for wrong in [
            opener(&code, ProofKind::Birth, "1995-03-03").await,
            opener(&code, ProofKind::Number, "1995-03-02").await,
            opener(&other, ProofKind::Birth, "1995-03-02").await,
        ] {
            assert_ne!(wrong.verifier, right.verifier);
            assert_eq!(wrong.unwrap(&wrapped, "a draft"), Err(SealBroken));
        }
    }
}
