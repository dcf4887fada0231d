//! What went up, in its table.

use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::forwarding::Endorsement;
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

/// An entry that went up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promoted {
    /// The entry below.
    pub entry: EntryId,
    /// The edition above.
    pub to: EditionId,
    /// The entry above.
    pub above: EntryId,
    /// Its place below.
    pub place: i64,
    /// Which of the quota's places it took, from 1.
    pub slot: i64,
    /// How many there were on that day.
    pub quota: i64,
    /// Why it went before better ones, and how many they were.
    pub passed_over: Option<PassedOver>,
    /// Who stands behind it.
    pub endorsement: Endorsement,
    /// When it went.
    pub at: Timestamp,
}

/// Better ones that stayed behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedOver {
    /// How many.
    pub better: i64,
    /// Why, in the words of whoever sent the entry.
    pub because: String,
}

/// What went up from an edition, in the order of its going.
pub async fn promoted(db: &mut Conn, edition: EditionId) -> Result<Vec<Promoted>, StoreError> {
    let rows = db
        .all(
            "SELECT entry_id, above_edition_id, above_entry_id, place, slot, quota, passed_over, because,
                    endorsement, endorsed_on, endorsed_by, sent_at
               FROM promotions WHERE edition_id = $1 ORDER BY slot",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Promoted, StoreError> {
    let date: jiff::civil::Date = row.parsed("endorsed_on")?;
    let number = row.text("endorsement")?;
    let document = DocumentNumber::parse(&number, date.year()).map_err(|_| StoreError::Nonsense {
        column: "endorsement".to_owned(),
        value: number,
        wanted: "number of a document",
    })?;
    let better = row.int("passed_over")?;
    Ok(Promoted {
        entry: row.parsed("entry_id")?,
        to: row.parsed("above_edition_id")?,
        above: row.parsed("above_entry_id")?,
        place: row.int("place")?,
        slot: row.int("slot")?,
        quota: row.int("quota")?,
        passed_over: row.text_opt("because")?.map(|because| PassedOver { better, because }),
        endorsement: Endorsement { document, date, signed_by: row.parsed("endorsed_by")? },
        at: row.instant("sent_at")?,
    })
}

pub(crate) async fn insert(db: &mut Conn, id: Uuid, from: EditionId, sent: &Promoted) -> Result<(), StoreError> {
    let passed = sent.passed_over.as_ref();
    db.run(
        "INSERT INTO promotions (id, edition_id, entry_id, above_edition_id, above_entry_id, place, slot, quota,
                                 passed_over, because, endorsement, endorsed_on, endorsed_by, sent_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        params![
            id,
            from.uuid(),
            sent.entry.uuid(),
            sent.to.uuid(),
            sent.above.uuid(),
            sent.place,
            sent.slot,
            sent.quota,
            passed.map_or(0, |passed| passed.better),
            passed.map(|passed| passed.because.as_str()),
            sent.endorsement.document.to_string(),
            sent.endorsement.date,
            sent.endorsement.signed_by.as_str(),
            sent.at,
        ],
    )
    .await?;
    Ok(())
}
