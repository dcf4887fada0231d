//! What was found to be harmful: it stays on the disk, apart, and nobody gets it.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use super::{Files, FilesError, Sha256Hex, disk, sync_folder};

impl Files {
    /// Puts a file apart: from now on it is neither read nor written by its name. Once more changes nothing.
    pub fn quarantine(&self, hash: &Sha256Hex) -> Result<(), FilesError> {
        let (from, apart) = (self.path(hash), self.apart(hash));
        let folder = self.folder.join("quarantine");
        fs::create_dir_all(&folder).map_err(disk(&folder))?;
        let moved = fs::rename(&from, &apart);
        let there_already = matches!(&moved, Err(error) if error.kind() == ErrorKind::NotFound) && apart.exists();
        if !there_already {
            moved.map_err(disk(&from))?;
        }
        sync_folder(&folder).map_err(disk(&folder))
    }

    /// Whether it was put apart.
    pub fn is_quarantined(&self, hash: &Sha256Hex) -> bool {
        self.apart(hash).exists()
    }

    /// Where it lies, put apart or not: for whoever looks after the files and hands none out.
    pub fn lies_at(&self, hash: &Sha256Hex) -> PathBuf {
        let apart = self.apart(hash);
        if apart.exists() { apart } else { self.path(hash) }
    }

    fn apart(&self, hash: &Sha256Hex) -> PathBuf {
        self.folder.join("quarantine").join(hash.as_str())
    }
}
