//! `hoithi journal verify`.

use std::process::ExitCode;

use hoithi_journal::{Finding, verify};

use super::{Outcome, Where, tell};
use crate::data::Opening;

/// The journal.
#[derive(clap::Subcommand)]
pub(super) enum Journal {
    /// Checks every line against itself, the tree, and the signed head kept outside the database.
    #[command(about = "Kiểm tra từng dòng, cây băm và dấu chốt đã ký nằm ngoài cơ sở dữ liệu")]
    Verify(Where),
}

impl Journal {
    pub(super) async fn run(self) -> Outcome {
        let Self::Verify(place) = self;
        let opening = Opening { database: place.database, ..Opening::at(place.data) };
        let beside = opening.look().await?;
        let finding = verify(&beside.store, &beside.journal).await?;
        let (words, code) = match finding {
            Finding::Whole(lines) => (format!("Nhật ký nguyên vẹn: {lines} dòng."), 0),
            Finding::LineChanged(seq) => (format!("Nhật ký đã bị sửa ở dòng {seq}."), 1),
            Finding::TailCut { from, of } => (format!("Nhật ký bị cắt đuôi: thiếu từ dòng {from} đến dòng {of}."), 1),
            Finding::TreeChanged(what) => {
                (format!("Các dòng còn nguyên nhưng cây hoặc dấu chốt đã bị sửa: {what}."), 1)
            }
        };
        tell(words);
        Ok(ExitCode::from(code))
    }
}
