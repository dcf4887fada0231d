//! The table of borders.

use std::collections::BTreeMap;

use hoithi_rules::ids::UnitId;
use hoithi_store::{Conn, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::borders::Border;

/// The borders that hold on a day: of each unit the latest.
pub async fn borders_on(db: &mut Conn, day: Date) -> Result<BTreeMap<UnitId, Border>, StoreError> {
    let sql = "SELECT unit_id, rings FROM unit_borders WHERE valid_from <= $1 ORDER BY valid_from";
    let mut borders = BTreeMap::new();
    for row in db.all(sql, params![day]).await? {
        let text = row.text("rings")?;
        let nonsense = || StoreError::Nonsense { column: "rings".to_owned(), value: String::new(), wanted: "rings" };
        borders.insert(row.parsed("unit_id")?, Border::stored(&text).ok_or_else(nonsense)?);
    }
    Ok(borders)
}

/// Borders that were loaded together.
#[derive(Clone, Debug)]
pub(crate) struct BorderSet {
    pub(crate) from: Date,
    pub(crate) source: String,
    pub(crate) units: usize,
}

/// What was loaded, the latest first.
pub(crate) async fn border_sets(db: &mut Conn) -> Result<Vec<BorderSet>, StoreError> {
    let sql = "SELECT valid_from, source, CAST(COUNT(*) AS BIGINT) AS units FROM unit_borders
                GROUP BY valid_from, source ORDER BY valid_from DESC, source";
    let rows = db.all(sql, params![]).await?;
    rows.iter()
        .map(|row| {
            Ok(BorderSet { from: row.parsed("valid_from")?, source: row.text("source")?, units: row.count("units")? })
        })
        .collect()
}

/// Puts borders of a day in the place of those that these units had from that day.
pub(crate) async fn replace_borders(
    db: &mut Conn,
    borders: &[(UnitId, Border)],
    from: Date,
    (source, at): (&str, Timestamp),
) -> Result<(), StoreError> {
    for (unit, _) in borders {
        let sql = "DELETE FROM unit_borders WHERE unit_id = $1 AND valid_from = $2";
        db.run(sql, params![unit.uuid(), from]).await?;
    }
    let rows = borders.iter().map(|(unit, border)| params![unit.uuid(), from, border.written(), source, at]);
    db.insert_many("INSERT INTO unit_borders (unit_id, valid_from, rings, source, loaded_at)", rows.collect()).await
}

/// Takes away what holds from that day; of how many units.
pub(crate) async fn remove_borders(db: &mut Conn, from: Date) -> Result<u64, StoreError> {
    db.run("DELETE FROM unit_borders WHERE valid_from = $1", params![from]).await
}
