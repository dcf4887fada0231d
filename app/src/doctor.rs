//! `hoithi doctor`: the data's invariants as questions, each with what to type when it fails.
//!
//! The tables' own constraints keep most of what must hold; here stands what one row cannot know:
//! sums over rows, things that must be there in another table, results that must come out of the
//! sheets again, files on the disk.

mod files;
mod proof;
mod questions;

use hoithi_journal::{Finding, Halt, verify};
use hoithi_store::params;

use crate::data::Beside;
pub(crate) use files::is_named;
pub use files::{NAMING, NamingColumn};
use questions::QUESTIONS;

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// What must hold, in words.
    pub rule: &'static str,
    /// What breaks it.
    pub what: String,
    /// What to do.
    pub advice: &'static str,
}

const RESTORE: &str = "Không sửa bằng tay. Khôi phục bản sao lưu gần nhất, rồi chạy lại: hoithi doctor";
/// A row that breaks an invariant was changed past the program far more often than by it, and the
/// journal tells which.
const CHANGED: &str = "Dữ liệu không khớp, có thể đã bị sửa ngoài chương trình. Không sửa bằng tay. Gõ: hoithi journal verify; \
rồi khôi phục bản sao lưu gần nhất và chạy lại: hoithi doctor. Nếu nhật ký nguyên vẹn và không ai sửa dữ liệu, báo cho \
nhóm phát triển kèm dòng này.";

/// Asks every question. It only reads, so it may be asked while the program serves: it is then,
/// when something looks wrong, that one wants to know.
pub async fn examine(beside: &Beside) -> Result<Vec<Complaint>, Halt> {
    let mut complaints = Vec::new();
    complaints.extend(journal_is_whole(beside).await?);
    let mut db = beside.store.read().await?;
    for question in QUESTIONS {
        let rows = db.all(question.sql, params![]).await?;
        for row in rows {
            let what = row.text_opt("what")?.unwrap_or_default();
            complaints.push(Complaint { rule: question.rule, what, advice: question.advice });
        }
    }
    complaints.extend(proof::against_the_journal(&mut db).await?);
    complaints.extend(files::are_there(&beside.files, &mut db).await?);
    Ok(complaints)
}

async fn journal_is_whole(beside: &Beside) -> Result<Option<Complaint>, Halt> {
    let finding = verify(&beside.store, &beside.journal).await.map_err(Halt::fault)?;
    let what = match finding {
        Finding::Whole(_) => return Ok(None),
        Finding::LineChanged(seq) => format!("dòng {seq} đã bị sửa"),
        Finding::TailCut { from, .. } => format!("thiếu từ dòng {from}"),
        Finding::TreeChanged(what) => what,
    };
    Ok(Some(Complaint { rule: "Nhật ký nguyên vẹn", what, advice: RESTORE }))
}
