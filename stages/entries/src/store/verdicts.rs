//! The table of what a scanner said of files, by their hashes. What it did not say is not scanned.

use std::collections::BTreeMap;

use hoithi_documents::Sha256Hex;
use hoithi_rules::edition::PartCode;
use hoithi_rules::ids::EntryId;
use hoithi_store::{Conn, StoreError, params};
use jiff::Timestamp;

/// What is known of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileVerdict {
    /// Looked through, and nothing found.
    Clean,
    /// Something harmful was found: it is put apart.
    Infected,
    /// Nobody looked through it, or not wholly.
    NotScanned,
}

impl FileVerdict {
    /// Stable name, in the database and in the catalogue.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Infected => "infected",
            Self::NotScanned => "not_scanned",
        }
    }

    /// The tag's tone.
    pub(crate) const fn tone(self) -> &'static str {
        match self {
            Self::Clean => "done",
            Self::Infected => "stop",
            Self::NotScanned => "neutral",
        }
    }

    /// Whatever is not plainly one of the others is not scanned.
    pub(super) fn of(code: Option<&str>) -> Self {
        match code {
            Some("clean") => Self::Clean,
            Some("infected") => Self::Infected,
            _ => Self::NotScanned,
        }
    }
}

/// Everything that was handed in with a dossier or beside it, and when: files of parts, authorisations, signed
/// lists, requests to take an entry back.
macro_rules! handed_in {
    () => {
        "(SELECT sha256 AS file, given_at FROM entry_part_files
           UNION ALL SELECT scan, recorded_at FROM entry_authorisations
           UNION ALL SELECT scan, recorded_at FROM entry_list_signatures
           UNION ALL SELECT withdrawn_request, withdrawn_at FROM entries WHERE withdrawn_request IS NOT NULL) f"
    };
}

/// So often a file is tried that could not be looked through.
const MOST_TRIES: i64 = 24;

/// The file that waits longest: one that nobody looked into, or one that was last tried before `again`.
pub(crate) async fn next_to_scan(db: &mut Conn, again: Timestamp) -> Result<Option<Sha256Hex>, StoreError> {
    let row = db
        .maybe(
            concat!(
                "SELECT f.file FROM ",
                handed_in!(),
                " LEFT JOIN file_verdicts v ON v.file = f.file
                   WHERE v.file IS NULL OR (v.verdict = 'not_scanned' AND v.scanned_at < $1 AND v.tries < $2)
                   ORDER BY COALESCE(v.tries, 0), f.given_at, f.file LIMIT 1"
            ),
            params![again, MOST_TRIES],
        )
        .await?;
    row.map(|row| row.parsed("file")).transpose()
}

/// Keeps what was said; a later word takes the place of an earlier one.
pub(crate) async fn keep_verdict(
    db: &mut Conn,
    file: &Sha256Hex,
    (verdict, told): (FileVerdict, &str),
    at: Timestamp,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO file_verdicts (file, verdict, told, scanned_at, tries) VALUES ($1, $2, $3, $4, 1)
         ON CONFLICT (file) DO UPDATE SET verdict = excluded.verdict, told = excluded.told,
             scanned_at = excluded.scanned_at, tries = file_verdicts.tries + 1",
        params![file.as_str(), verdict.code(), told, at],
    )
    .await?;
    Ok(())
}

/// Where that file stands in a dossier now: the entry, the part, and what its giver called it.
pub(crate) async fn stands_in(
    db: &mut Conn,
    file: &Sha256Hex,
) -> Result<Vec<(EntryId, Option<PartCode>, String)>, StoreError> {
    let rows = db
        .all(
            "SELECT entry_id, code, file_name FROM entry_parts WHERE kind = 'file' AND sha256 = $1
              ORDER BY entry_id, code",
            params![file.as_str()],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((row.parsed("entry_id")?, PartCode::parse(&row.text("code")?), row.text("file_name")?)))
        .collect()
}

/// The entries beside which that file lies as a signed paper: an authorisation, a request to take it back.
pub(crate) async fn lies_beside(db: &mut Conn, file: &Sha256Hex) -> Result<Vec<EntryId>, StoreError> {
    let rows = db
        .all(
            "SELECT entry_id FROM entry_authorisations WHERE scan = $1
              UNION SELECT id FROM entries WHERE withdrawn_request = $1
              ORDER BY entry_id",
            params![file.as_str()],
        )
        .await?;
    rows.iter().map(|row| row.parsed("entry_id")).collect()
}

/// What is known of the files that a dossier holds, by their hashes.
pub(crate) async fn verdicts(db: &mut Conn, entry: EntryId) -> Result<BTreeMap<String, FileVerdict>, StoreError> {
    let rows = db
        .all(
            "SELECT v.file, v.verdict FROM entry_parts p JOIN file_verdicts v ON v.file = p.sha256
              WHERE p.entry_id = $1",
            params![entry.uuid()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.text("file")?, FileVerdict::of(row.text_opt("verdict")?.as_deref())))).collect()
}

/// Takes out of the dossier the files that were put apart.
pub(crate) async fn drop_infected(db: &mut Conn, entry: EntryId) -> Result<(), StoreError> {
    db.run(
        "DELETE FROM entry_parts WHERE entry_id = $1 AND kind = 'file'
            AND sha256 IN (SELECT file FROM file_verdicts WHERE verdict = 'infected')",
        params![entry.uuid()],
    )
    .await?;
    Ok(())
}

/// How many files of dossiers have each verdict.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scanned {
    /// Nothing was found.
    pub clean: u64,
    /// Put apart.
    pub infected: u64,
    /// Nobody looked through them.
    pub not_scanned: u64,
}

/// Counts the files that were ever given, by what is known of them.
pub async fn scanned(db: &mut Conn) -> Result<Scanned, StoreError> {
    let rows = db
        .all(
            concat!(
                "SELECT v.verdict AS verdict, COUNT(DISTINCT f.file) AS files FROM ",
                handed_in!(),
                " LEFT JOIN file_verdicts v ON v.file = f.file GROUP BY v.verdict"
            ),
            params![],
        )
        .await?;
    let mut counted = Scanned::default();
    for row in rows {
        let files = row.int("files")?.unsigned_abs();
        match FileVerdict::of(row.text_opt("verdict")?.as_deref()) {
            FileVerdict::Clean => counted.clean += files,
            FileVerdict::Infected => counted.infected += files,
            FileVerdict::NotScanned => counted.not_scanned += files,
        }
    }
    Ok(counted)
}
