//! What of the received dossiers can be compared: where each stands, and which are one solution.

use std::collections::BTreeMap;

use hoithi_documents::Sha256Hex;
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_store::{Conn, StoreError, params};

use crate::standing::Standing;

/// A received dossier that stands.
#[derive(Clone, Debug)]
pub struct Comparable {
    /// Which.
    pub entry: EntryId,
    /// In which contest.
    pub edition: EditionId,
    /// The entry of the lowest contest that it was sent up from; itself where it was not.
    pub family: EntryId,
    /// The hash of what was received last.
    pub dossier_hash: String,
    /// The codes of parts that whoever writes it keeps secret, each behind a blank; nothing where there are none.
    pub secret: String,
    /// It lies with its authors, who complete it.
    pub returned: bool,
}

/// Every received dossier that was not taken back, in all contests.
pub async fn comparable(db: &mut Conn) -> Result<Vec<Comparable>, StoreError> {
    let sql = "SELECT id, edition_id, standing, dossier_hash, origin_entry_id
                 FROM entries WHERE dossier_hash IS NOT NULL ORDER BY submitted_at, id";
    let rows = db.all(sql, params![]).await?;
    let secrets = secret_parts(db).await?;
    let mut origins: BTreeMap<EntryId, EntryId> = BTreeMap::new();
    let mut all = Vec::new();
    for row in &rows {
        let entry: EntryId = row.parsed("id")?;
        if let Some(origin) = row.parsed_opt("origin_entry_id")? {
            origins.insert(entry, origin);
        }
        let standing: Standing = row.parsed("standing")?;
        if standing != Standing::Withdrawn {
            let (edition, dossier_hash) = (row.parsed("edition_id")?, row.text("dossier_hash")?);
            let returned = standing == Standing::Returned;
            let secret = secrets.get(&entry).cloned().unwrap_or_default();
            all.push(Comparable { entry, edition, family: entry, dossier_hash, secret, returned });
        }
    }
    for each in &mut all {
        // There are three levels; a few more, so that wrong data is no endless way.
        for _ in 0..8 {
            each.family = origins.get(&each.family).copied().unwrap_or(each.family);
        }
    }
    Ok(all)
}

/// The parts that whoever writes an entry keeps secret, each behind a blank.
async fn secret_parts(db: &mut Conn) -> Result<BTreeMap<EntryId, String>, StoreError> {
    let rows = db.all("SELECT entry_id, part FROM entry_secret_parts ORDER BY entry_id, part", params![]).await?;
    let mut parts: BTreeMap<EntryId, String> = BTreeMap::new();
    for row in &rows {
        let of = parts.entry(row.parsed("entry_id")?).or_default();
        of.push(' ');
        of.push_str(&row.text("part")?);
    }
    Ok(parts)
}

/// A file that lies in a received dossier: the dossier, the part's code, the file.
pub type ReceivedFile = (EntryId, String, Sha256Hex);

/// The files of every dossier that was received, in the order of entries and parts.
pub async fn received_files(db: &mut Conn) -> Result<Vec<ReceivedFile>, StoreError> {
    let rows = db
        .all(
            "SELECT p.entry_id, p.code, p.sha256 FROM entry_parts p JOIN entries e ON e.id = p.entry_id
              WHERE p.kind = 'file' AND e.dossier_hash IS NOT NULL AND e.standing <> 'withdrawn'
              ORDER BY p.entry_id, p.code",
            params![],
        )
        .await?;
    rows.iter().map(|row| Ok((row.parsed("entry_id")?, row.text("code")?, row.parsed("sha256")?))).collect()
}
