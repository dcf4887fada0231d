//! The table of every file that was ever given for a part, and of the photographs behind some of them.

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Act, Halt};
use hoithi_rules::edition::PartCode;
use hoithi_rules::entries::{DossierHash, PartContent};
use hoithi_rules::ids::{AccountId, EntryId, FileId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

use super::verdicts::FileVerdict;
use crate::kept::KeptEntry;
use crate::photographs::Pictures;

/// A file that is or was a part's.
#[derive(Clone, Debug)]
pub(crate) struct PartFile {
    pub(crate) id: FileId,
    pub(crate) name: String,
    pub(crate) bytes: u64,
    pub(crate) sha256: Sha256Hex,
    pub(crate) given_at: Timestamp,
    /// Who gave it, where that was kept.
    pub(crate) given_by: Option<AccountId>,
    /// When it was first received, if ever it was.
    pub(crate) received_at: Option<Timestamp>,
    /// What was ticked about the people on its photographs, where it was made of some.
    pub(crate) agreed: Option<String>,
    /// What is known of it.
    pub(crate) verdict: FileVerdict,
    /// What was found in it, or why it was not looked through.
    pub(crate) told: String,
    /// How many photographs it was made of.
    pub(crate) photographs: u64,
}

impl PartFile {
    /// Whether it can be opened: what was put apart is served nowhere.
    pub(crate) fn opens(&self) -> bool {
        self.verdict != FileVerdict::Infected
    }
}

/// Keeps the files of the dossier's parts beside those that were there before, and the photographs of those that
/// were made of some.
pub(crate) async fn keep_files(act: &mut Act, kept: &KeptEntry, pictures: &[(PartCode, Pictures)]) -> Result<(), Halt> {
    let (by, at) = (act.actor().account, act.now());
    for (code, part) in &kept.entry.content.dossier.0 {
        let PartContent::File(file) = part else { continue };
        let behind = pictures.iter().find(|(part, _)| part == code).map(|(_, pictures)| pictures);
        let new = act
            .db()
            .run(
                "INSERT INTO entry_part_files (entry_id, file_id, code, file_name, bytes, sha256, version, given_at,
                                               given_by, agreed)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (entry_id, file_id) DO NOTHING",
                params![
                    kept.id().uuid(),
                    file.id.uuid(),
                    code.as_str(),
                    file.name.as_str(),
                    i64::try_from(file.bytes).unwrap_or(i64::MAX),
                    DossierHash(file.sha256).to_string(),
                    kept.entry.version,
                    at,
                    by,
                    behind.map(|pictures| pictures.agreed.as_str()),
                ],
            )
            .await?;
        if let Some(pictures) = behind.filter(|_| new == 1) {
            keep_photographs(act.db(), kept.id(), file.id, pictures).await?;
        }
    }
    Ok(())
}

async fn keep_photographs(db: &mut Conn, entry: EntryId, file: FileId, pictures: &Pictures) -> Result<(), StoreError> {
    let rows = pictures.originals.iter().zip(1_i64..).map(|(original, place)| {
        let bytes = i64::try_from(original.bytes).unwrap_or(i64::MAX);
        let (name, hash) = (original.name.as_str(), original.sha256.to_string());
        params![entry.uuid(), file.uuid(), place, name, bytes, hash]
    });
    let sql = "INSERT INTO entry_photographs (entry_id, file_id, place, file_name, bytes, original)";
    db.insert_many(sql, rows.collect()).await
}

/// What the dossier holds now was received.
pub(crate) async fn mark_received(db: &mut Conn, entry: EntryId, at: Timestamp) -> Result<(), StoreError> {
    db.run(
        "UPDATE entry_part_files SET received_at = $1
          WHERE entry_id = $2 AND received_at IS NULL
            AND file_id IN (SELECT file_id FROM entry_parts WHERE entry_id = $3 AND kind = 'file')",
        params![at, entry.uuid(), entry.uuid()],
    )
    .await?;
    Ok(())
}

/// Every file that was ever given for a part, the last one first.
pub(crate) async fn files_of_part(db: &mut Conn, entry: EntryId, part: &PartCode) -> Result<Vec<PartFile>, StoreError> {
    let rows = db
        .all(
            "SELECT f.file_id, f.file_name, f.bytes, f.sha256, f.given_at, f.given_by, f.received_at, f.agreed,
                    v.verdict, v.told,
                    (SELECT COUNT(*) FROM entry_photographs p
                      WHERE p.entry_id = f.entry_id AND p.file_id = f.file_id) AS photographs
               FROM entry_part_files f LEFT JOIN file_verdicts v ON v.file = f.sha256
              WHERE f.entry_id = $1 AND f.code = $2
              ORDER BY f.version DESC, f.file_id DESC",
            params![entry.uuid(), part.as_str()],
        )
        .await?;
    rows.iter().map(read_file).collect()
}

fn read_file(row: &Row) -> Result<PartFile, StoreError> {
    Ok(PartFile {
        id: row.parsed("file_id")?,
        name: row.text("file_name")?,
        bytes: row.int("bytes")?.unsigned_abs(),
        sha256: row.parsed("sha256")?,
        given_at: row.instant("given_at")?,
        given_by: row.parsed_opt("given_by")?,
        received_at: row.instant_opt("received_at")?,
        agreed: row.text_opt("agreed")?,
        verdict: FileVerdict::of(row.text_opt("verdict")?.as_deref()),
        told: row.text_opt("told")?.unwrap_or_default(),
        photographs: row.int("photographs")?.unsigned_abs(),
    })
}
