//! Files by content: what people hand in and what the office prints, kept under the hash of its
//! bytes, so that a file can be named in the journal and checked years later.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

mod aside;
mod begun;
mod held;
mod kind;
mod made;
mod quarantine;

pub use aside::Aside;
pub use begun::Begun;
pub use held::HeldFile;
pub use kind::{FileKind, kind_of};

use held::UnderWay;

/// The SHA-256 of some bytes, printed as 64 small hex digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sha256Hex(String);

/// Not 64 small hex digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a file's hash is 64 hex digits in small letters")]
pub struct NotAHash;

impl Sha256Hex {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::from_digest(Sha256::digest(bytes).as_slice())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn from_digest(digest: &[u8]) -> Self {
        use std::fmt::Write;
        let mut text = String::with_capacity(64);
        for byte in digest {
            // Writing into a String cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        Self(text)
    }
}

impl FromStr for Sha256Hex {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        let digits = text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if digits && text.len() == 64 { Ok(Self(text.to_owned())) } else { Err(NotAHash) }
    }
}

impl TryFrom<String> for Sha256Hex {
    type Error = NotAHash;

    fn try_from(text: String) -> Result<Self, NotAHash> {
        text.parse()
    }
}

impl From<Sha256Hex> for String {
    fn from(hash: Sha256Hex) -> Self {
        hash.0
    }
}

impl std::fmt::Display for Sha256Hex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::fmt::Debug for Sha256Hex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why the store of files could not answer.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    #[error("no file {0} in the store")]
    Missing(Sha256Hex),
    #[error("file {0} was put apart: something harmful was found in it")]
    Quarantined(Sha256Hex),
    #[error("file {kept_as} in the store has changed: its bytes now hash to {found}")]
    Changed { kept_as: Sha256Hex, found: Sha256Hex },
    #[error("{path}: {source}")]
    Disk { path: PathBuf, source: io::Error },
}

/// A folder of files by hash: `ab/cd/abcd…`. Cheap to clone.
///
/// A put file is on disk when `put` returns; a file is never changed, and none is removed but one that was held
/// and let go.
/// Every call waits for the disk: async callers go through `spawn_blocking`.
#[derive(Clone, Debug)]
pub struct Files {
    folder: PathBuf,
    under_way: UnderWay,
}

impl Files {
    /// The store in this folder; the folder is made when it is not there.
    pub fn at(folder: impl Into<PathBuf>) -> Result<Self, FilesError> {
        let files = Self { folder: folder.into(), under_way: UnderWay::default() };
        let half_written = files.half_written();
        fs::create_dir_all(&half_written).map_err(disk(&half_written))?;
        Ok(files)
    }

    /// Clears what a stopped `put` left. Only for the program that serves this folder, when it
    /// starts: another one's file under way would be lost.
    pub fn sweep(&self) -> Result<(), FilesError> {
        let half_written = self.half_written();
        for left in fs::read_dir(&half_written).map_err(disk(&half_written))? {
            let path = left.map_err(disk(&half_written))?.path();
            fs::remove_file(&path).map_err(disk(&path))?;
        }
        Ok(())
    }

    /// Keeps these bytes and names them. Putting the same bytes again changes nothing.
    pub fn put(&self, bytes: &[u8]) -> Result<Sha256Hex, FilesError> {
        Ok(self.hold(bytes)?.hash().clone())
    }

    fn write(&self, hash: &Sha256Hex, bytes: &[u8]) -> Result<(), FilesError> {
        let path = self.path(hash);
        if holds(&path, bytes.len()) || self.is_quarantined(hash) {
            return Ok(());
        }
        let half_written = self.incoming(hash);
        write_through(&half_written, bytes).map_err(disk(&half_written))?;
        settle(&half_written, &path)
    }

    /// The bytes, checked against their name.
    pub fn get(&self, hash: &Sha256Hex) -> Result<Vec<u8>, FilesError> {
        let mut bytes = Vec::new();
        let path = self.path(hash);
        self.open(hash)?.read_to_end(&mut bytes).map_err(disk(&path))?;
        same(hash, Sha256Hex::of(&bytes))?;
        Ok(bytes)
    }

    /// The file for reading piece by piece, unchecked.
    pub fn open(&self, hash: &Sha256Hex) -> Result<File, FilesError> {
        let path = self.path(hash);
        File::open(&path).map_err(|source| match source.kind() {
            io::ErrorKind::NotFound if self.is_quarantined(hash) => FilesError::Quarantined(hash.clone()),
            io::ErrorKind::NotFound => FilesError::Missing(hash.clone()),
            _ => FilesError::Disk { path, source },
        })
    }

    /// At most so many bytes from that place on, unchecked, and how many the file has in all.
    pub fn piece(&self, hash: &Sha256Hex, from: u64, most: u64) -> Result<(Vec<u8>, u64), FilesError> {
        let (mut file, path, mut bytes) = (self.open(hash)?, self.path(hash), Vec::new());
        let all = file.metadata().map_err(disk(&path))?.len();
        file.seek(SeekFrom::Start(from)).map_err(disk(&path))?;
        file.take(most).read_to_end(&mut bytes).map_err(disk(&path))?;
        Ok((bytes, all))
    }

    /// Reads the file through and compares it with its name.
    pub fn verify(&self, hash: &Sha256Hex) -> Result<(), FilesError> {
        let path = self.lies_at(hash);
        let mut file =
            if self.is_quarantined(hash) { File::open(&path).map_err(disk(&path))? } else { self.open(hash)? };
        let mut sum = Sha256::new();
        let mut piece = vec![0; 64 * 1024];
        loop {
            let read = file.read(&mut piece).map_err(disk(&path))?;
            if read == 0 {
                break;
            }
            sum.update(&piece[..read]);
        }
        same(hash, Sha256Hex::from_digest(sum.finalize().as_slice()))
    }

    /// Where a file of this name is, or would be, kept.
    pub fn path(&self, hash: &Sha256Hex) -> PathBuf {
        let name = hash.as_str();
        self.folder.join(&name[..2]).join(&name[2..4]).join(name)
    }

    fn half_written(&self) -> PathBuf {
        self.folder.join("incoming")
    }

    /// A name of its own for each `put`: two people may hand in the same file at once.
    fn incoming(&self, hash: impl std::fmt::Display) -> PathBuf {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let turn = NEXT.fetch_add(1, Ordering::Relaxed);
        let process = std::process::id();
        self.half_written().join(format!("{hash}.{process}.{turn}"))
    }
}

/// A file of the right length is taken as kept: a rename is whole or not at all, so only damage
/// can change it later, and `verify` is there for damage.
fn holds(path: &Path, length: usize) -> bool {
    fs::metadata(path).is_ok_and(|kept| kept.len() == length as u64)
}

/// Moves a written file to its place and makes the move last.
fn settle(half_written: &Path, path: &Path) -> Result<(), FilesError> {
    let folders: Vec<&Path> = path.ancestors().skip(1).take(3).collect();
    if let Some(folder) = folders.first() {
        fs::create_dir_all(folder).map_err(disk(folder))?;
    }
    fs::rename(half_written, path).map_err(disk(path))?;
    for folder in folders {
        sync_folder(folder).map_err(disk(folder))?;
    }
    Ok(())
}

fn same(kept_as: &Sha256Hex, found: Sha256Hex) -> Result<(), FilesError> {
    if *kept_as == found {
        return Ok(());
    }
    Err(FilesError::Changed { kept_as: kept_as.clone(), found })
}

fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A rename is only on disk when its folder is.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Other systems do not open folders as files, and order a rename themselves.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

fn disk(path: &Path) -> impl FnOnce(io::Error) -> FilesError {
    let path = path.to_owned();
    move |source| FilesError::Disk { path, source }
}
