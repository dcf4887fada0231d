//! Files that arrive in pieces, perhaps over days: each lies on the disk as far as it came, under the name of its
//! upload, until all of it is here. A start of the program sweeps none of them away.

use std::fmt::Display;
use std::fs::{self, File};
use std::io::{ErrorKind, Seek, SeekFrom, Write};
use std::path::PathBuf;

use super::{Files, FilesError, disk, sync_folder};

/// What came so far of one file, open to be added to. One at a time adds to it.
#[derive(Debug)]
pub struct Begun {
    path: PathBuf,
    file: File,
    from: u64,
}

impl Files {
    /// Opens what came so far. Only `sure` bytes of it are known to be whole: what lies behind them goes.
    pub fn begun(&self, upload: impl Display, sure: u64) -> Result<Begun, FilesError> {
        let path = self.begun_at(upload);
        let folder = self.all_begun();
        fs::create_dir_all(&folder).map_err(disk(&folder))?;
        let file = File::options().read(true).write(true).create(true).truncate(false).open(&path);
        let file = file.map_err(disk(&path))?;
        let from = file.metadata().map_err(disk(&path))?.len().min(sure);
        let begun = Begun { path, file, from };
        begun.cut(from)?;
        if from == 0 {
            sync_folder(&folder).map_err(disk(&folder))?;
        }
        Ok(begun)
    }

    /// How much of it lies on the disk.
    pub fn begun_length(&self, upload: impl Display) -> Result<u64, FilesError> {
        let path = self.begun_at(upload);
        match fs::metadata(&path) {
            Ok(there) => Ok(there.len()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(0),
            Err(error) => Err(disk(&path)(error)),
        }
    }

    /// All that came of it.
    pub fn begun_bytes(&self, upload: impl Display) -> Result<Vec<u8>, FilesError> {
        let path = self.begun_at(upload);
        match fs::read(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            read => read.map_err(disk(&path)),
        }
    }

    /// Nobody waits for it any more. Once more changes nothing.
    pub fn forget_begun(&self, upload: impl Display) -> Result<(), FilesError> {
        let path = self.begun_at(upload);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(disk(&path)(error)),
            _ => Ok(()),
        }
    }

    fn all_begun(&self) -> PathBuf {
        self.folder.join("begun")
    }

    fn begun_at(&self, upload: impl Display) -> PathBuf {
        self.all_begun().join(upload.to_string())
    }
}

impl Begun {
    /// How much was there when it was opened.
    pub fn length(&self) -> u64 {
        self.from
    }

    /// Puts these bytes behind the others. They may be lost until they are kept.
    pub fn add(&self, bytes: &[u8]) -> Result<(), FilesError> {
        (&self.file).write_all(bytes).map_err(disk(&self.path))
    }

    /// What was added is on the disk when this returns.
    pub fn keep(&self) -> Result<(), FilesError> {
        self.file.sync_data().map_err(disk(&self.path))
    }

    /// Lets everything go behind so many bytes.
    pub fn cut(&self, to: u64) -> Result<(), FilesError> {
        self.file.set_len(to).map_err(disk(&self.path))?;
        (&self.file).seek(SeekFrom::Start(to)).map(drop).map_err(disk(&self.path))
    }
}
