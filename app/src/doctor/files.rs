//! The files that rows name, on the disk and unchanged.

use std::collections::BTreeSet;

use hoithi_documents::{Files, Sha256Hex};
use hoithi_journal::Halt;
use hoithi_store::{Conn, params};

use super::{Complaint, RESTORE};

/// Every column that names a file of the folder.
const NAMED: &str = "SELECT sha256 AS hash FROM entry_parts WHERE sha256 IS NOT NULL
 UNION SELECT file_hash FROM documents WHERE file_hash IS NOT NULL
 UNION SELECT print_hash FROM documents WHERE print_hash IS NOT NULL
 UNION SELECT file_hash FROM publicity_items WHERE file_hash IS NOT NULL
 UNION SELECT minutes_hash FROM rounds WHERE minutes_hash IS NOT NULL
 UNION SELECT file_hash FROM reports WHERE file_hash IS NOT NULL";

/// Leaders' papers are named by the journal alone.
const PAPERS: &str = "SELECT DISTINCT acting_for FROM journal_lines WHERE acting_for IS NOT NULL";

/// Every file that a row names is on the disk and is still what it was.
pub(super) async fn are_there(files: &Files, db: &mut Conn) -> Result<Vec<Complaint>, Halt> {
    let mut hashes: BTreeSet<Sha256Hex> = BTreeSet::new();
    for row in db.all(NAMED, params![]).await? {
        hashes.insert(row.parsed("hash")?);
    }
    for row in db.all(PAPERS, params![]).await? {
        hashes.extend(scan_of(&row.text("acting_for")?));
    }
    let files = files.clone();
    let check = move || {
        let broken = |hash: &Sha256Hex| files.verify(hash).err().map(|error| format!("{hash}: {error}"));
        hashes.iter().filter_map(broken).collect::<Vec<_>>()
    };
    let broken = tokio::task::spawn_blocking(check).await.map_err(Halt::fault)?;
    let rule = "Tệp đã nhận còn nguyên trên đĩa";
    Ok(broken.into_iter().map(|what| Complaint { rule, what, advice: RESTORE }).collect())
}

fn scan_of(paper: &str) -> Option<Sha256Hex> {
    let paper: serde_json::Value = serde_json::from_str(paper).ok()?;
    paper.get("scan")?.as_str()?.parse().ok()
}
