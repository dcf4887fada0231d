//! What was made of a kept file and costs time to make again. It may be lost at any hour: it is made anew.

use std::fs;
use std::path::PathBuf;

use super::{Files, FilesError, Sha256Hex, disk, settle, write_through};

/// So many letters of a hash stand before what it is the hash of.
const HEAD: usize = 64;

impl Files {
    /// What this maker made of that file, where it lies there whole.
    pub fn made(&self, maker: &str, of: &Sha256Hex) -> Option<Vec<u8>> {
        if self.is_quarantined(of) {
            return None;
        }
        let mut kept = fs::read(self.made_at(maker, of)).ok()?;
        let bytes = kept.split_off(HEAD.min(kept.len()));
        (Sha256Hex::of(&bytes).as_str().as_bytes() == kept).then_some(bytes)
    }

    /// Whether this maker made anything of that file, without reading it.
    pub fn has_made(&self, maker: &str, of: &Sha256Hex) -> bool {
        self.made_at(maker, of).exists()
    }

    /// Keeps what this maker made of that file.
    pub fn keep_made(&self, maker: &str, of: &Sha256Hex, bytes: &[u8]) -> Result<(), FilesError> {
        let half_written = self.incoming("made");
        let whole = [Sha256Hex::of(bytes).as_str().as_bytes(), bytes].concat();
        write_through(&half_written, &whole).map_err(disk(&half_written))?;
        settle(&half_written, &self.made_at(maker, of))
    }

    fn made_at(&self, maker: &str, of: &Sha256Hex) -> PathBuf {
        self.folder.join("made").join(maker).join(&of.as_str()[..2]).join(of.as_str())
    }
}
