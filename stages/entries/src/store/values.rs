//! What is written into the fields of a dossier's parts.

use hoithi_rules::edition::{PartCode, Values};
use hoithi_rules::entries::{Dossier, PartContent};
use hoithi_rules::ids::EntryId;
use hoithi_store::{Conn, Row, StoreError, params};

/// Adds what is written into fields to the parts that were read.
pub(super) async fn read_values(db: &mut Conn, entry: EntryId, dossier: &mut Dossier) -> Result<(), StoreError> {
    let sql = "SELECT part, field, value FROM entry_values WHERE entry_id = $1";
    for row in &db.all(sql, params![entry.uuid()]).await? {
        let (part, field) = (code(row, "part")?, code(row, "field")?);
        let content = dossier.0.entry(part).or_insert_with(|| PartContent::Values(Values::new()));
        if let PartContent::Values(values) = content {
            values.insert(field, row.text("value")?);
        }
    }
    Ok(())
}

fn code(row: &Row, column: &str) -> Result<PartCode, StoreError> {
    let text = row.text(column)?;
    PartCode::parse(&text).ok_or_else(|| StoreError::Nonsense {
        column: column.to_owned(),
        value: text,
        wanted: "code",
    })
}

/// Puts what is written into fields in place of what was there.
pub(super) async fn save_values(
    db: &mut Conn,
    entry: EntryId,
    dossier: &Dossier,
    fresh: bool,
) -> Result<(), StoreError> {
    if !fresh {
        db.run("DELETE FROM entry_values WHERE entry_id = $1", params![entry.uuid()]).await?;
    }
    let mut rows = Vec::new();
    for (part, content) in &dossier.0 {
        let PartContent::Values(values) = content else { continue };
        let row =
            |(field, value): (&PartCode, &String)| params![entry.uuid(), part.as_str(), field.as_str(), value.as_str()];
        rows.extend(values.iter().map(row));
    }
    db.insert_many("INSERT INTO entry_values (entry_id, part, field, value)", rows).await
}
