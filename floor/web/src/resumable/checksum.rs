//! The sum of a piece, told before it: a piece that comes to another sum goes, and is sent again.

use axum::http::HeaderMap;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::said::Stop;

/// What a piece should come to, with what it came to so far.
pub(super) struct Checksum {
    sum: Sum,
    wanted: Vec<u8>,
}

enum Sum {
    Sha256(Sha256),
    Sha1(Sha1),
}

impl Checksum {
    /// As the protocol lists them; it asks every server for the second.
    pub(super) const KNOWN: &str = "sha256,sha1";

    pub(super) fn of(headers: &HeaderMap) -> Result<Option<Self>, Stop> {
        let Some(told) = headers.get("upload-checksum") else { return Ok(None) };
        let told = told.to_str().ok().and_then(|told| told.trim().split_once(' '));
        let (algorithm, sum) = told.ok_or(Stop::Status(400))?;
        let wanted = STANDARD.decode(sum).map_err(|_| Stop::Status(400))?;
        let sum = match algorithm {
            "sha256" => Sum::Sha256(Sha256::new()),
            "sha1" => Sum::Sha1(Sha1::new()),
            _ => return Err(Stop::Status(400)),
        };
        Ok(Some(Self { sum, wanted }))
    }

    pub(super) fn add(&mut self, bytes: &[u8]) {
        match &mut self.sum {
            Sum::Sha256(sum) => sum.update(bytes),
            Sum::Sha1(sum) => sum.update(bytes),
        }
    }

    pub(super) fn fits(&self) -> bool {
        match &self.sum {
            Sum::Sha256(sum) => sum.clone().finalize().as_slice() == self.wanted,
            Sum::Sha1(sum) => sum.clone().finalize().as_slice() == self.wanted,
        }
    }
}
