//! Secret words that open something by themselves: a session, a personal link. Chance makes them, and
//! of each only a hash is kept.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hoithi_journal::{Act, Halt};
use sha2::{Digest, Sha256};

/// A new word of 256 bits, fit for an address or a cookie.
pub fn secret_word(act: &Act) -> Result<String, Halt> {
    Ok(URL_SAFE_NO_PAD.encode(act.random_bytes::<32>()?))
}

/// What is kept of a secret word.
pub fn secret_hash(word: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(word.as_bytes()))
}
