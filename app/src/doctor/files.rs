//! The files that rows name, on the disk and unchanged.

use std::collections::BTreeSet;

use hoithi_documents::{Files, Sha256Hex};
use hoithi_journal::Halt;
use hoithi_store::{Conn, params};

use super::{Complaint, RESTORE};

/// A column that names files of the folder by their hashes.
#[derive(Clone, Copy, Debug)]
pub struct NamingColumn {
    /// Its table.
    pub table: &'static str,
    /// Its name.
    pub column: &'static str,
    sql: &'static str,
    one: &'static str,
}

macro_rules! naming {
    ($($table:ident.$column:ident,)+) => {
        &[$(NamingColumn {
            table: stringify!($table),
            column: stringify!($column),
            sql: concat!(
                "SELECT ", stringify!($column), " AS hash FROM ", stringify!($table),
                " WHERE ", stringify!($column), " IS NOT NULL"
            ),
            one: concat!(
                "SELECT COUNT(*) AS named FROM ", stringify!($table), " WHERE ", stringify!($column), " = $1"
            ),
        },)+]
    };
}

/// Every column that names a file of the folder. A test reads the migrations and fails on one that is
/// missing here.
pub const NAMING: &[NamingColumn] = naming![
    aftercare_replies.file_hash,
    answers_from_elsewhere.file_hash,
    author_confirmations.scan,
    award_decision_corrections.file_hash,
    award_decision_corrections.print_hash,
    covered_parts.copy_hash,
    document_arrivals.file_hash,
    document_attachments.file_hash,
    document_former_scans.file_hash,
    document_returns.file_hash,
    document_signature_checks.file_hash,
    documents.file_hash,
    documents.print_hash,
    entries.withdrawn_request,
    entry_authorisations.scan,
    entry_list_signatures.scan,
    entry_part_files.sha256,
    entry_parts.sha256,
    entry_thing_photos.photo_hash,
    file_texts.sha256,
    letter_packages.file_hash,
    outside_contests.scan,
    package_arrivals.file_hash,
    publicity_items.file_hash,
    released_parts.copy_hash,
    report_files.file_hash,
    rounds.minutes_hash,
    task_files.file_hash,
];

/// What was received and then replaced is named by its frozen copy alone.
const FROZEN: &str = "SELECT content FROM entry_frozen_copies";

/// Leaders' papers are named by the journal alone.
const PAPERS: &str = "SELECT DISTINCT acting_for FROM journal_lines WHERE acting_for IS NOT NULL";

/// Whether anything names a file that was not there a moment ago: a frozen copy names no other than its parts do.
pub(crate) async fn is_named(db: &mut Conn, hash: &Sha256Hex) -> Result<bool, Halt> {
    let paper = "SELECT COUNT(*) AS named FROM journal_lines WHERE acting_for LIKE '%' || $1 || '%'";
    for sql in NAMING.iter().map(|naming| naming.one).chain([paper]) {
        if db.one(sql, params![hash.as_str()]).await?.count("named")? > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Every file that a row names is on the disk and is still what it was.
pub(super) async fn are_there(files: &Files, db: &mut Conn) -> Result<Vec<Complaint>, Halt> {
    let hashes = named(db).await?;
    let files = files.clone();
    let check = move || {
        let broken = |hash: &Sha256Hex| files.verify(hash).err().map(|error| format!("{hash}: {error}"));
        hashes.iter().filter_map(broken).collect::<Vec<_>>()
    };
    let broken = tokio::task::spawn_blocking(check).await.map_err(Halt::fault)?;
    let rule = "Tệp đã nhận còn nguyên trên đĩa";
    Ok(broken.into_iter().map(|what| Complaint { rule, what, advice: RESTORE }).collect())
}

async fn named(db: &mut Conn) -> Result<BTreeSet<Sha256Hex>, Halt> {
    let mut hashes = BTreeSet::new();
    for naming in NAMING {
        for row in db.all(naming.sql, params![]).await? {
            hashes.insert(row.parsed("hash")?);
        }
    }
    for row in db.all(FROZEN, params![]).await? {
        hashes.extend(files_of(&row.text("content")?));
    }
    for row in db.all(PAPERS, params![]).await? {
        hashes.extend(scan_of(&row.text("acting_for")?));
    }
    Ok(hashes)
}

/// The files of a frozen copy. Every value stands behind its name and its length, and is skipped by
/// it: a line of an author's own text may look like a file. What cannot be read any more was changed,
/// and the copy's own hash says so.
fn files_of(content: &str) -> Vec<Sha256Hex> {
    let mut files = Vec::new();
    let mut rest = content.split_once('\n').map_or("", |(_, values)| values);
    while let Some((name, value, after)) = first_value(rest) {
        if name == "file" {
            files.extend(value.parse::<Sha256Hex>().ok());
        }
        rest = after;
    }
    files
}

/// The name, the value and what follows it. Texts and files have the code of their part behind the
/// name.
fn first_value(rest: &str) -> Option<(&str, &str, &str)> {
    let (name, mut behind) = rest.split_once(' ')?;
    if matches!(name, "text" | "file") {
        (_, behind) = behind.split_once(' ')?;
    }
    let (length, behind) = behind.split_once(' ')?;
    let (value, after) = behind.split_at_checked(length.parse().ok()?)?;
    Some((name, value, after.strip_prefix('\n')?))
}

fn scan_of(paper: &str) -> Option<Sha256Hex> {
    let paper: serde_json::Value = serde_json::from_str(paper).ok()?;
    paper.get("scan")?.as_str()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_text_is_no_file() {
        let (given, told) = (Sha256Hex::of(b"given"), Sha256Hex::of(b"told"));
        let text = format!("Tóm tắt\nfile ban-mo-ta 64 {told}");
        let length = text.len();
        let content = format!("hoithi dossier 2\nfile ban-mo-ta 64 {given}\ntext tom-tat {length} {text}\n");
        assert_eq!(files_of(&content), [given]);
    }

    #[test]
    fn what_cannot_be_read_is_left() {
        for changed in ["", "x", "2\nfile a 99 ", "2\ntext a 1 ế\n", "2\ntitle x y\n", "2\ntitle 1 yx"] {
            assert!(files_of(changed).is_empty(), "{changed}");
        }
    }
}
