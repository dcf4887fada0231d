//! `hoithi package check` and `hoithi package write`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use hoithi_forwarding::{look_through, newest_package};
use hoithi_journal::Halt;

use super::{Outcome, Where, tell, words};
use crate::data::Opening;

/// Packages of dossiers between houses.
#[derive(clap::Subcommand)]
pub(super) enum Package {
    /// Compares a package with its manifest and tells what it holds; needs no data folder.
    #[command(about = "Đối chiếu một gói với bản kê của nó và cho biết trong gói có gì")]
    Check {
        /// The package, ZIP.
        #[arg(help = "Tệp gói hồ sơ, ZIP")]
        file: PathBuf,
    },
    /// Writes the newest package of a contest once more.
    #[command(about = "Ghi lại gói hồ sơ mới nhất của một hội thi thành tệp")]
    Write {
        /// The contest's name in addresses.
        #[arg(help = "Tên hội thi trong địa chỉ, ví dụ quang-ninh-viii", long)]
        edition: String,
        /// Where the file goes; nothing is overwritten.
        #[arg(help = "Tệp sẽ ghi; tệp đã có thì không ghi đè")]
        file: PathBuf,
        #[command(flatten)]
        place: Where,
    },
}

impl Package {
    pub(super) async fn run(self) -> Outcome {
        match self {
            Self::Check { file } => check(&file),
            Self::Write { edition, file, place } => write(&edition, &file, place).await,
        }
    }
}

fn check(file: &Path) -> Outcome {
    let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    match look_through(&bytes) {
        Ok(told) => {
            tell(format!("{}: gói nguyên vẹn, {} hồ sơ.", told.contest, told.entries.len()));
            for (number, hash) in &told.entries {
                tell(format!("{number}  {hash}"));
            }
            tell(format!("Mã kiểm tra: {}", told.code));
            Ok(ExitCode::SUCCESS)
        }
        Err(halt @ Halt::Refused(_)) => {
            tell(words(halt));
            Ok(ExitCode::from(1))
        }
        Err(halt) => Err(words(halt).into()),
    }
}

async fn write(edition: &str, file: &Path, place: Where) -> Outcome {
    let opening = Opening { database: place.database, ..Opening::at(place.data) };
    let beside = opening.look().await?;
    let mut db = beside.store.read().await?;
    let package = newest_package(&mut db, &beside.files, edition).await.map_err(words)?;
    let Some(bytes) = package else {
        tell(format!("Hội thi {edition} chưa lập gói hồ sơ nào."));
        return Ok(ExitCode::from(1));
    };
    let told = look_through(&bytes).map_err(words)?;
    let io = |error: std::io::Error| format!("{}: {error}", file.display());
    let mut to = std::fs::File::create_new(file).map_err(io)?;
    std::io::Write::write_all(&mut to, &bytes).map_err(io)?;
    tell(format!("{}: {} hồ sơ. Mã kiểm tra: {}", file.display(), told.entries.len(), told.code));
    Ok(ExitCode::SUCCESS)
}
