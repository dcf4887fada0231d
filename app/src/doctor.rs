//! `hoithi doctor`: the data's invariants as questions, each with what to type when it fails.
//!
//! The tables' own constraints keep most of what must hold; here stands what one row cannot know:
//! sums over rows, things that must be there in another table, files on the disk.

use hoithi_documents::{Files, Sha256Hex};
use hoithi_journal::{Finding, Halt, verify};
use hoithi_store::{Conn, Store, params};

use crate::data::Beside;

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

/// A question to the tables: its rows, in the column `what`, are what breaks the rule.
struct Question {
    rule: &'static str,
    sql: &'static str,
    advice: &'static str,
}

const RESTORE: &str = "Không sửa bằng tay. Khôi phục bản sao lưu gần nhất, rồi chạy lại: hoithi doctor";
const REPORT: &str = "Đây là lỗi của chương trình. Giữ nguyên dữ liệu và báo cho nhóm phát triển kèm dòng này.";

const QUESTIONS: &[Question] = &[
    Question {
        rule: "Tỷ lệ đóng góp của các tác giả mỗi hồ sơ đã nộp cộng đúng 100%",
        sql: "SELECT e.number AS what FROM entries e JOIN entry_authors a ON a.entry_id = e.id
               WHERE e.submitted_at IS NOT NULL
               GROUP BY e.id, e.number HAVING SUM(a.share) <> 10000",
        advice: REPORT,
    },
    Question {
        rule: "Mỗi hồ sơ đã nộp có đúng một tác giả đại diện",
        sql: "SELECT e.number AS what FROM entries e JOIN entry_authors a ON a.entry_id = e.id
               WHERE e.submitted_at IS NOT NULL
               GROUP BY e.id, e.number HAVING SUM(a.representative) <> 1",
        advice: REPORT,
    },
    Question {
        rule: "Mỗi hồ sơ đã nộp có bản lưu nguyên trạng với đúng mã băm",
        sql: "SELECT e.number AS what FROM entries e
               WHERE e.submitted_at IS NOT NULL AND NOT EXISTS
                 (SELECT 1 FROM entry_frozen_copies f
                   WHERE f.entry_id = e.id AND f.dossier_hash = e.dossier_hash)",
        advice: REPORT,
    },
    Question {
        rule: "Hồ sơ vào vòng chấm đều là hồ sơ đã được chấp nhận",
        sql: "SELECT r.blind_code AS what FROM round_entries r JOIN entries e ON e.id = r.entry_id
               WHERE e.standing NOT IN ('admitted', 'withdrawn')",
        advice: REPORT,
    },
    Question {
        rule: "Vòng đã mở có đủ hai người khác nhau xác nhận",
        sql: "SELECT r.name AS what FROM rounds r
               WHERE r.state = 'opened' AND
                 (SELECT COUNT(DISTINCT o.account_id) FROM round_openers o WHERE o.round_id = r.id) < 2",
        advice: REPORT,
    },
    Question {
        rule: "Vòng chưa mở không có kết quả nào",
        sql: "SELECT DISTINCT r.name AS what FROM rounds r JOIN entry_results x ON x.round_id = r.id
               WHERE r.state <> 'opened'",
        advice: REPORT,
    },
    Question {
        rule: "Không còn phiếu đang chấm trong vòng đã niêm phong",
        sql: "SELECT DISTINCT r.name AS what FROM rounds r JOIN assignments a ON a.round_id = r.id
               WHERE r.state IN ('sealed', 'opened') AND a.state IN ('open', 'begun')",
        advice: REPORT,
    },
    Question {
        rule: "Giải chỉ trao cho hồ sơ có trong vòng đã mở",
        sql: "SELECT w.number AS what FROM awards w JOIN award_proposals p ON p.edition_id = w.edition_id
               WHERE NOT EXISTS (SELECT 1 FROM rounds r JOIN round_entries x ON x.round_id = r.id
                                  WHERE r.id = p.round_id AND r.state = 'opened' AND x.entry_id = w.entry_id)",
        advice: REPORT,
    },
];

/// Asks every question. It only reads, so it may be asked while the program serves: it is then,
/// when something looks wrong, that one wants to know.
pub async fn examine(beside: &Beside) -> Result<Vec<Complaint>, Halt> {
    let mut complaints = Vec::new();
    complaints.extend(journal_is_whole(beside).await?);
    let mut db = beside.store.read().await?;
    complaints.extend(disk_is_waited_for(&beside.store, &mut db).await?);
    for question in QUESTIONS {
        let rows = db.all(question.sql, params![]).await?;
        for row in rows {
            let what = row.text_opt("what")?.unwrap_or_default();
            complaints.push(Complaint { rule: question.rule, what, advice: question.advice });
        }
    }
    complaints.extend(files_are_there(&beside.files, &mut db).await?);
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

/// With less than FULL, a power cut takes acknowledged acts with it.
async fn disk_is_waited_for(store: &Store, db: &mut Conn) -> Result<Option<Complaint>, Halt> {
    if !store.is_embedded() {
        return Ok(None);
    }
    let synchronous = db.one("PRAGMA synchronous", params![]).await?.int("synchronous")?;
    Ok((synchronous < 2).then(|| Complaint {
        rule: "SQLite chờ đĩa ghi xong (synchronous=FULL)",
        what: format!("synchronous={synchronous}"),
        advice: REPORT,
    }))
}

/// Every file that a row names is on the disk and is still what it was.
async fn files_are_there(files: &Files, db: &mut Conn) -> Result<Vec<Complaint>, Halt> {
    let rows = db.all("SELECT DISTINCT sha256 AS hash FROM entry_parts WHERE sha256 IS NOT NULL", params![]).await?;
    let hashes = rows.iter().map(|row| row.parsed::<Sha256Hex>("hash")).collect::<Result<Vec<_>, _>>()?;
    let files = files.clone();
    let check = move || {
        let broken = |hash: &Sha256Hex| files.verify(hash).err().map(|error| format!("{hash}: {error}"));
        hashes.iter().filter_map(broken).collect::<Vec<_>>()
    };
    let broken = tokio::task::spawn_blocking(check).await.map_err(Halt::fault)?;
    let rule = "Tệp của hồ sơ còn nguyên trên đĩa";
    Ok(broken.into_iter().map(|what| Complaint { rule, what, advice: RESTORE }).collect())
}
