//! What was received stays what it was: the frozen copy, the rows in use, and what the journal holds.

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Halt, Line, lines_about};
use hoithi_rules::entries::EntryState;
use hoithi_rules::ids::EntryId;
use hoithi_store::{Conn, StoreError, params};

use crate::kept::KeptEntry;
use crate::store;

/// The lines that tell a dossier's hash.
const RECEIVED: [&str; 4] = ["entry.submitted", "entry.supplemented", "entry.promoted", "entry.corrected_below"];

/// What is not any more as it was received, each by its entry's number.
#[derive(Clone, Debug, Default)]
pub struct UnprovenDossiers {
    /// Frozen copies that are not what the journal holds of them.
    pub frozen: Vec<String>,
    /// Received dossiers whose rows are not their last frozen copy.
    pub live: Vec<String>,
}

/// Whether what is kept of an entry is still its last frozen copy, to the letter.
async fn as_frozen(db: &mut Conn, kept: &KeptEntry) -> Result<bool, StoreError> {
    let last = frozen(db, kept.id()).await?.pop();
    let told = kept.receipt().map(|receipt| receipt.hash.to_string());
    let content = kept.entry.content.canonical(kept.dossier_unit());
    Ok(last.is_some_and(|copy| copy.content == content && Some(copy.hash) == told))
}

/// Nobody marks by, or sends on, what was not received: rows that were changed past the program go
/// nowhere.
pub(crate) async fn must_be_as_frozen(db: &mut Conn, kept: &KeptEntry) -> Result<(), Halt> {
    if as_frozen(db, kept).await? {
        return Ok(());
    }
    Err(Halt::fault(format!("the dossier of entry {} is not its frozen copy; run hoithi doctor", kept.id())))
}

/// Compares every dossier that was ever received.
pub async fn unproven_dossiers(db: &mut Conn) -> Result<UnprovenDossiers, Halt> {
    let rows = db.all("SELECT id, number FROM entries WHERE submitted_at IS NOT NULL ORDER BY id", params![]).await?;
    let mut found = UnprovenDossiers::default();
    for row in rows {
        let (id, number): (EntryId, _) = (row.parsed("id")?, row.text_opt("number")?.unwrap_or_default());
        let copies = frozen(db, id).await?;
        let lines = lines_about(db, &id.to_string()).await?;
        if !copies_stand(&copies, &lines) || !sealed_stands(db, id, &lines).await? {
            found.frozen.push(number.clone());
        }
        let Some(kept) = store::dossier(db, id).await? else { continue };
        let stands = matches!(kept.entry.state, EntryState::Submitted(_));
        if stands && !as_frozen(db, &kept).await? {
            found.live.push(number);
        }
    }
    Ok(found)
}

/// One copy for every time that the journal tells of, in its order and with its hash.
fn copies_stand(copies: &[Frozen], lines: &[Line]) -> bool {
    let told: Vec<String> = lines
        .iter()
        .filter(|line| RECEIVED.contains(&line.event.as_str()))
        .filter_map(|line| line.text_fact("dossier_hash"))
        .collect();
    let whole = |copy: &Frozen| Sha256Hex::of(copy.content.as_bytes()).as_str() == copy.hash;
    copies.iter().all(whole) && copies.iter().map(|copy| &copy.hash).eq(&told)
}

/// What came from below is still what the journal says that it was there, each time that it came.
async fn sealed_stands(db: &mut Conn, id: EntryId, lines: &[Line]) -> Result<bool, StoreError> {
    let told: Vec<String> = lines.iter().filter_map(|line| line.text_fact("origin_hash")).collect();
    let mut copies = store::earlier_sealed(db, id).await?;
    copies.extend(store::sealed(db, id).await?);
    let whole = |copy: &store::Sealed| Sha256Hex::of(copy.content.as_bytes()).as_str() == copy.hash;
    Ok(copies.iter().all(whole) && copies.iter().map(|copy| &copy.hash).eq(&told))
}

/// The text of a dossier as it was received under that hash; none where it never was.
pub async fn received_text(db: &mut Conn, entry: EntryId, hash: &str) -> Result<Option<String>, StoreError> {
    let copies = frozen(db, entry).await?;
    Ok(copies.into_iter().find(|copy| copy.hash == hash).map(|copy| copy.content))
}

/// Where the journal tells of the receipt: the line that holds its hash. A receipt is read after its act, so the
/// line is there.
pub(crate) async fn place_in_journal(db: &mut Conn, kept: &KeptEntry) -> Result<Option<u64>, StoreError> {
    let Some(hash) = kept.receipt().map(|receipt| receipt.hash.to_string()) else { return Ok(None) };
    let lines = lines_about(db, &kept.id().to_string()).await?.into_iter().rev();
    let mut received = lines.filter(|line| RECEIVED.contains(&line.event.as_str()));
    Ok(received.find(|line| line.text_fact("dossier_hash").as_ref() == Some(&hash)).map(|line| line.seq))
}

struct Frozen {
    hash: String,
    content: String,
}

async fn frozen(db: &mut Conn, id: EntryId) -> Result<Vec<Frozen>, StoreError> {
    let sql = "SELECT dossier_hash, content FROM entry_frozen_copies WHERE entry_id = $1 ORDER BY version";
    let rows = db.all(sql, params![id.uuid()]).await?;
    rows.iter().map(|row| Ok(Frozen { hash: row.text("dossier_hash")?, content: row.text("content")? })).collect()
}
