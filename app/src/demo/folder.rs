//! The demo's folder: empty and to be filled, finished and to be served again, or not ours.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Plan;

/// What the mark in the folder says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mark {
    /// What was asked for.
    plan: Plan,
    /// Whether the filling came to its end.
    finished: bool,
}

/// A folder that may be used.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing is in it, or it is not there: it is to be filled.
    Empty,
    /// This very demo, ready.
    Ready,
}

/// Why a folder may not be used.
#[derive(Debug, Error)]
pub enum FolderError {
    /// Something else lies there.
    #[error(
        "Thư mục {folder} đang chứa dữ liệu khác nên không tạo dữ liệu minh họa ở đó; hãy chọn thư mục khác bằng --data THƯ-MỤC."
    )]
    OtherData {
        /// Where.
        folder: PathBuf,
    },
    /// Another demo lies there.
    #[error(
        "Thư mục {folder} đang chứa một bản minh họa khác ({there}); hãy chọn thư mục khác bằng --data THƯ-MỤC, \
         hoặc xóa nó: rm -r {folder}"
    )]
    OtherDemo {
        /// Where.
        folder: PathBuf,
        /// Which.
        there: String,
    },
    /// The filling was interrupted.
    #[error(
        "Việc tạo dữ liệu minh họa trong {folder} đã bị dừng giữa chừng; hãy xóa thư mục rồi chạy lại: rm -r {folder}"
    )]
    HalfMade {
        /// Where.
        folder: PathBuf,
    },
    /// The folder cannot be read or written.
    #[error("{path}: {error}")]
    Io {
        /// Which file.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
}

/// The demo's folder.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The folder at that path, which need not be there.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Looks at what lies there, without changing anything.
    pub fn look(&self, plan: &Plan) -> Result<Found, FolderError> {
        match fs::read(self.mark()) {
            Ok(bytes) => self.read_mark(&bytes, plan),
            Err(error) if error.kind() == ErrorKind::NotFound => self.without_mark(),
            Err(error) => Err(io(&self.mark())(error)),
        }
    }

    fn read_mark(&self, bytes: &[u8], plan: &Plan) -> Result<Found, FolderError> {
        let folder = self.path.clone();
        match serde_json::from_slice::<Mark>(bytes) {
            Ok(mark) if !mark.finished => Err(FolderError::HalfMade { folder }),
            Ok(mark) if mark.plan == *plan => Ok(Found::Ready),
            Ok(mark) => Err(FolderError::OtherDemo { folder, there: mark.plan.to_string() }),
            Err(_) => Err(FolderError::OtherData { folder }),
        }
    }

    fn without_mark(&self) -> Result<Found, FolderError> {
        match fs::read_dir(&self.path).map(|mut entries| entries.next().is_none()) {
            Ok(true) => Ok(Found::Empty),
            Ok(false) => Err(FolderError::OtherData { folder: self.path.clone() }),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Found::Empty),
            Err(error) if error.kind() == ErrorKind::NotADirectory => {
                Err(FolderError::OtherData { folder: self.path.clone() })
            }
            Err(error) => Err(io(&self.path)(error)),
        }
    }

    /// Says that the filling has begun.
    pub fn begin(&self, plan: &Plan) -> Result<(), FolderError> {
        DirBuilder::new().recursive(true).mode(0o700).create(&self.path).map_err(io(&self.path))?;
        self.write(plan, false)
    }

    /// Whether a demo was begun here.
    pub fn is_marked(&self) -> bool {
        self.mark().exists()
    }

    /// Says that it came to its end.
    pub fn finish(&self, plan: &Plan) -> Result<(), FolderError> {
        self.write(plan, true)
    }

    fn mark(&self) -> PathBuf {
        self.path.join("demo.json")
    }

    fn write(&self, plan: &Plan, finished: bool) -> Result<(), FolderError> {
        let mark = Mark { plan: plan.clone(), finished };
        let text = serde_json::to_vec_pretty(&mark).map_err(|error| io(&self.mark())(error.into()))?;
        let fresh = self.path.join("demo.json.new");
        let mut how = OpenOptions::new();
        how.create(true).truncate(true).write(true).mode(0o600);
        how.open(&fresh).and_then(|mut file| file.write_all(&text)).map_err(io(&fresh))?;
        fs::rename(&fresh, self.mark()).map_err(io(&fresh))
    }
}

fn io(path: &Path) -> impl FnOnce(std::io::Error) -> FolderError {
    let path = path.to_owned();
    move |error| FolderError::Io { path, error }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::super::Moment;
    use super::*;
    use tempfile::TempDir;

    fn plan(moment: Moment) -> Plan {
        Plan { moment, seed: 8, scale: None }
    }

    #[test]
    fn an_empty_folder_is_filled_and_a_finished_one_served_again() {
        let there = TempDir::new().unwrap();
        let folder = Folder::at(there.path().join("new"));
        let plan = plan(Moment::Judging);
        assert_eq!(folder.look(&plan).unwrap(), Found::Empty);
        folder.begin(&plan).unwrap();
        assert!(matches!(folder.look(&plan), Err(FolderError::HalfMade { .. })));
        folder.finish(&plan).unwrap();
        assert_eq!(folder.look(&plan).unwrap(), Found::Ready);
    }

    #[test]
    fn a_demo_s_folder_is_its_owner_s_alone() {
        let there = TempDir::new().unwrap();
        let path = there.path().join("new");
        Folder::at(&path).begin(&plan(Moment::Judging)).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(&path.join("demo.json"))), (0o700, 0o600));
    }

    #[test]
    fn another_demo_and_other_data_are_refused() {
        let there = TempDir::new().unwrap();
        let folder = Folder::at(there.path());
        folder.finish(&plan(Moment::Judging)).unwrap();
        assert!(matches!(folder.look(&plan(Moment::Open)), Err(FolderError::OtherDemo { .. })));
        fs::write(there.path().join("demo.json"), "{}").unwrap();
        assert!(matches!(folder.look(&plan(Moment::Open)), Err(FolderError::OtherData { .. })));
        fs::rename(there.path().join("demo.json"), there.path().join("hoithi.db")).unwrap();
        assert!(matches!(folder.look(&plan(Moment::Open)), Err(FolderError::OtherData { .. })));
    }
}
