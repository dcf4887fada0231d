//! The data folder: database, files, keys, the journal's head. One program at a time opens it.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hoithi_documents::{Files, PrintError, Printer, Reader};
use hoithi_journal::{Acts, Clock, Fault, HeadError, HeadKeeper, machine_now};
use hoithi_store::{Store, StoreError};
use hoithi_web::{Catalogue, House, Jobs, Landing, Scanner, Site, SiteKey};
use thiserror::Error;

use crate::demo::Folder;
use crate::rooms;

/// Why a data folder cannot be opened.
#[derive(Debug, Error)]
pub enum DataError {
    /// The folder or a file in it.
    #[error("{}", io_words(path, error))]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// Another program has it open.
    #[error("Thư mục {0} đang được một hoithi khác mở; hãy dừng chương trình kia (Ctrl+C) rồi gõ lại lệnh")]
    Locked(PathBuf),
    /// Nothing of ours lies there.
    #[error(
        "Thư mục {0} không có dữ liệu của hoithi; hãy chỉ đúng thư mục bằng --data (lệnh hoithi serve tạo thư mục mới)"
    )]
    Nothing(PathBuf),
    /// The machine's other users may enter it, and it is not ours to close.
    #[error(
        "Người dùng khác của máy vào được thư mục {0}, mà dữ liệu có mật khẩu và thông tin cá nhân; hãy chọn một thư \
         mục riêng bằng --data, hoặc đóng thư mục này lại: chmod 700 {0}"
    )]
    OpenToOthers(PathBuf),
    /// A demo lies there, with a password that everybody knows.
    #[error(
        "Thư mục {0} chứa dữ liệu minh họa nên không dùng để làm thật được; hãy chọn thư mục khác bằng --data, hoặc \
         xem bản minh họa bằng lệnh: hoithi demo --data {0}"
    )]
    Demo(PathBuf),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The journal's head.
    #[error(transparent)]
    Head(#[from] HeadError),
    /// The printer.
    #[error(transparent)]
    Print(#[from] PrintError),
    /// The texts, or the files' folder.
    #[error("{0}")]
    Fault(Fault),
}

/// How a data folder is opened.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The folder; made if it is not there.
    pub data: PathBuf,
    /// `postgres://…`, or none for SQLite in the folder.
    pub database: Option<String>,
    /// How people reach it.
    pub public_url: String,
    /// Plain http beyond this machine, by the operator's choice.
    pub insecure_lan: bool,
    /// Invented data: its clock may be set, and every page says so.
    pub demo: bool,
    /// What reads the files that people hand in.
    pub reader: Reader,
    /// Who looks into files for malware.
    pub scanner: Scanner,
}

impl Opening {
    /// A folder on this machine with the defaults.
    pub fn at(data: impl Into<PathBuf>) -> Self {
        Self {
            data: data.into(),
            database: None,
            public_url: "http://127.0.0.1:8080".to_owned(),
            insecure_lan: false,
            demo: false,
            reader: Reader::of_this_machine(),
            scanner: Scanner::none(),
        }
    }

    /// The address of the database.
    pub fn database_address(&self) -> String {
        let embedded = || format!("sqlite:{}", self.data.join("hoithi.db").display());
        self.database.clone().unwrap_or_else(embedded)
    }

    /// Where the journal's head is kept.
    pub fn journal_folder(&self) -> PathBuf {
        self.data.join("journal")
    }

    /// Opens everything and brings the tables up to date.
    pub async fn open(&self) -> Result<DataFolder, DataError> {
        if !self.demo && Folder::at(&self.data).is_marked() {
            return Err(DataError::Demo(self.data.clone()));
        }
        make_private_folder(&self.data)?;
        match close_to_others(&self.data) {
            // Invented data, with a password that everybody knows, is no secret.
            Err(DataError::OpenToOthers(_)) if self.demo => {}
            closed => closed?,
        }
        let lock = lock(&self.data)?;
        if self.database.is_none() {
            make_private_file(&self.data.join("hoithi.db"))?;
        }
        let store = Store::open(&self.database_address()).await?;
        store.migrate(&rooms::migrations(), machine_now().as_microsecond()).await?;
        let clock = if self.demo { Clock::that_may_be_set() } else { Clock::of_the_machine() };
        let head = HeadKeeper::open(&self.journal_folder(), "hoithi", &store).await?;
        let catalogue = Catalogue::new(rooms::LOCALES).map_err(DataError::Fault)?;
        let files = Files::at(self.data.join("files")).map_err(|error| DataError::Fault(Fault::new(error)))?;
        files.sweep().map_err(|error| DataError::Fault(Fault::new(error)))?;
        let site = Site {
            public_url: self.public_url.trim_end_matches('/').to_owned(),
            insecure_lan: self.insecure_lan,
            demo: self.demo,
            data: self.data.clone(),
            largest_upload: 48 << 20,
            key: read_or_make_site_key(&self.data.join("site.key"))?,
        };
        let house = House {
            acts: Acts::new(store, clock, head),
            files,
            printer: Printer::new()?,
            reader: self.reader,
            scanner: self.scanner.clone(),
            catalogue: Arc::new(catalogue),
            jobs: Jobs::default(),
            landing: Landing::default(),
            site: Arc::new(site),
        };
        Ok(DataFolder { house, _lock: lock })
    }
}

/// What may be looked at beside a running program: it changes nothing and takes no lock.
pub struct Beside {
    /// The database.
    pub store: Store,
    /// The files.
    pub files: Files,
    /// Where the journal's head is kept.
    pub journal: PathBuf,
}

impl Opening {
    /// Opens the folder for looking only: no table is brought up to date, nothing is made that
    /// is not there.
    pub async fn look(&self) -> Result<Beside, DataError> {
        let files = self.data.join("files");
        let database = self.data.join("hoithi.db");
        if !files.is_dir() || (self.database.is_none() && !database.exists()) {
            return Err(DataError::Nothing(self.data.clone()));
        }
        let store = Store::look(&self.database_address()).await?;
        let files = Files::at(files).map_err(|error| DataError::Fault(Fault::new(error)))?;
        Ok(Beside { store, files, journal: self.journal_folder() })
    }
}

/// An open data folder; dropping it lets another program in.
pub struct DataFolder {
    /// The house in it.
    pub house: House,
    _lock: File,
}

fn io(path: &Path) -> impl FnOnce(std::io::Error) -> DataError {
    let path = path.to_owned();
    move |error| DataError::Io { path, error }
}

fn io_words(path: &Path, error: &std::io::Error) -> String {
    let path = path.display();
    match error.kind() {
        ErrorKind::NotFound => format!("Không có {path}; hãy xem lại --data"),
        ErrorKind::PermissionDenied => {
            format!("Không có quyền đọc hoặc ghi {path}; hãy chạy bằng người dùng sở hữu thư mục ấy")
        }
        _ => format!("{path}: {error}"),
    }
}

fn make_private_folder(path: &Path) -> Result<(), DataError> {
    DirBuilder::new().recursive(true).mode(OWNER_ALONE).create(path).map_err(io(path))
}

/// A folder's mode: only its owner enters; and the bits by which others would.
const OWNER_ALONE: u32 = 0o700;
const OTHERS: u32 = 0o077;

/// By these a folder is known that an earlier start filled.
const OURS: [&str; 3] = ["hoithi.db", "site.key", "demo.json"];

/// A folder that was made beforehand is closed to the machine's other users: whatever is made in it
/// later is behind that door. One in which something else lies is never changed: it may be a folder of
/// the machine's own.
fn close_to_others(path: &Path) -> Result<(), DataError> {
    if !is_open_to_others(path)? {
        return Ok(());
    }
    let is_ours = OURS.iter().any(|name| path.join(name).exists()) || is_empty(path)?;
    if !is_ours || fs::set_permissions(path, Permissions::from_mode(OWNER_ALONE)).is_err() {
        return Err(DataError::OpenToOthers(path.to_owned()));
    }
    // Some disks know no permissions and say yes all the same.
    if is_open_to_others(path)? {
        tracing::warn!(folder = %path.display(), "the machine's other users may read the data folder");
    }
    Ok(())
}

fn is_open_to_others(path: &Path) -> Result<bool, DataError> {
    Ok(fs::metadata(path).map_err(io(path))?.permissions().mode() & OTHERS != 0)
}

fn is_empty(path: &Path) -> Result<bool, DataError> {
    Ok(fs::read_dir(path).map_err(io(path))?.next().is_none())
}

/// SQLite would make its file for everybody to read; the log beside it takes the file's mode.
fn make_private_file(path: &Path) -> Result<(), DataError> {
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(io(path)(error)),
        _ => Ok(()),
    }
}

fn lock(data: &Path) -> Result<File, DataError> {
    let path = data.join("lock");
    let made = OpenOptions::new().create(true).truncate(false).write(true).mode(0o600).open(&path);
    let file = made.map_err(io(&path))?;
    file.try_lock().map_err(|_| DataError::Locked(data.to_owned()))?;
    Ok(file)
}

/// From the operating system's chance, never from a demo's seed.
fn read_or_make_site_key(path: &Path) -> Result<SiteKey, DataError> {
    if let Ok(bytes) = fs::read(path) {
        let wrong = || DataError::Fault(Fault::new(format!("{} must have 32 bytes", path.display())));
        return Ok(SiteKey::new(bytes.try_into().map_err(|_| wrong())?));
    }
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| DataError::Fault(Fault::new(error.to_string())))?;
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(io(path))?;
    file.write_all(&bytes).and_then(|()| file.sync_all()).map_err(io(path))?;
    Ok(SiteKey::new(bytes))
}
