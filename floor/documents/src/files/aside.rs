//! What is still on its way to the house and lies on the disk meanwhile, not in the memory.

use std::fs::{self, File};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::{Files, FilesError, disk};

/// Bytes that come in one after the other. They go with it: nobody names them.
#[derive(Debug)]
pub struct Aside {
    path: PathBuf,
    file: File,
}

impl Files {
    /// An empty place for what comes in.
    pub fn aside(&self) -> Result<Aside, FilesError> {
        let path = self.incoming("aside");
        let file = File::options().read(true).write(true).create_new(true).open(&path).map_err(disk(&path))?;
        Ok(Aside { path, file })
    }
}

impl Aside {
    /// Puts these bytes behind the others.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), FilesError> {
        self.file.write_all(bytes).map_err(disk(&self.path))
    }

    /// Where it lies meanwhile.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// All that came.
    pub fn take(mut self) -> Result<Vec<u8>, FilesError> {
        let mut bytes = Vec::new();
        self.file.rewind().map_err(disk(&self.path))?;
        self.file.read_to_end(&mut bytes).map_err(disk(&self.path))?;
        Ok(bytes)
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        // What cannot be removed is swept away when the program starts again.
        let _ = fs::remove_file(&self.path);
    }
}
