//! The table of clusters.

use std::collections::BTreeMap;

use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_store::{Conn, StoreError, params};

/// The cluster of each unit that is in one.
pub(crate) async fn clusters(db: &mut Conn, edition: EditionId) -> Result<BTreeMap<UnitId, String>, StoreError> {
    let rows =
        db.all("SELECT unit_id, name FROM report_clusters WHERE edition_id = $1", params![edition.uuid()]).await?;
    rows.iter().map(|row| Ok((row.parsed("unit_id")?, row.text("name")?))).collect()
}

/// Puts these in place of those that were there.
pub(crate) async fn put_clusters(
    db: &mut Conn,
    edition: EditionId,
    clusters: &BTreeMap<UnitId, String>,
) -> Result<(), StoreError> {
    db.run("DELETE FROM report_clusters WHERE edition_id = $1", params![edition.uuid()]).await?;
    let rows = clusters.iter().map(|(unit, name)| params![edition.uuid(), unit.uuid(), name.as_str()]).collect();
    db.insert_many("INSERT INTO report_clusters (edition_id, unit_id, name)", rows).await
}
