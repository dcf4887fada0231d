//! Who came after whom.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_rules::ids::UnitId;
use hoithi_store::{Conn, Row, StoreError, params};

use super::read_unit;
use crate::unit::{Extent, Unit};

/// One end of a succession.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The unit at the other end.
    pub unit: Unit,
    /// How much of the predecessor came over.
    pub extent: Extent,
    /// Where the register has it from.
    pub source: String,
}

/// Who came after a unit.
pub async fn successors(db: &mut Conn, of: UnitId) -> Result<Vec<Link>, StoreError> {
    let rows = db
        .all(
            "SELECT u.id, u.code, u.name, u.kind, u.level, u.parent_id, u.valid_from, u.valid_to, u.source, u.note,
                    s.extent, s.source AS link_source
               FROM unit_successors s JOIN units u ON u.id = s.successor_id
              WHERE s.predecessor_id = $1 ORDER BY u.folded, u.id",
            params![of.uuid()],
        )
        .await?;
    rows.iter().map(read_link).collect()
}

/// The one that took all of a unit, where one did.
pub fn sole_successor(links: &[Link]) -> Option<UnitId> {
    match links {
        [only] if only.extent == Extent::Whole => Some(only.unit.id),
        _ => None,
    }
}

/// Who was there before a unit.
pub async fn predecessors(db: &mut Conn, of: UnitId) -> Result<Vec<Link>, StoreError> {
    let rows = db
        .all(
            "SELECT u.id, u.code, u.name, u.kind, u.level, u.parent_id, u.valid_from, u.valid_to, u.source, u.note,
                    s.extent, s.source AS link_source
               FROM unit_successors s JOIN units u ON u.id = s.predecessor_id
              WHERE s.successor_id = $1 ORDER BY u.level, u.folded, u.id",
            params![of.uuid()],
        )
        .await?;
    rows.iter().map(read_link).collect()
}

/// The districts in which a commune of today lay before: those of the communes that it came from.
pub async fn former_areas(db: &mut Conn) -> Result<BTreeMap<UnitId, BTreeSet<UnitId>>, StoreError> {
    let rows = db
        .all(
            "SELECT DISTINCT s.successor_id, p.parent_id
               FROM unit_successors s JOIN units p ON p.id = s.predecessor_id JOIN units a ON a.id = p.parent_id
              WHERE a.level = 'district'",
            params![],
        )
        .await?;
    let mut areas: BTreeMap<UnitId, BTreeSet<UnitId>> = BTreeMap::new();
    for row in &rows {
        areas.entry(row.parsed("successor_id")?).or_default().insert(row.parsed("parent_id")?);
    }
    Ok(areas)
}

/// A succession as the table has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Succession {
    pub(crate) predecessor: UnitId,
    pub(crate) successor: UnitId,
    pub(crate) extent: Extent,
    pub(crate) source: String,
}

pub(crate) async fn successions(db: &mut Conn) -> Result<Vec<Succession>, StoreError> {
    let rows = db.all("SELECT predecessor_id, successor_id, extent, source FROM unit_successors", params![]).await?;
    rows.iter()
        .map(|row| {
            Ok(Succession {
                predecessor: row.parsed("predecessor_id")?,
                successor: row.parsed("successor_id")?,
                extent: row.parsed("extent")?,
                source: row.text("source")?,
            })
        })
        .collect()
}

/// Puts the successors of these units in the place of those that stood there.
pub(crate) async fn replace_successions(
    db: &mut Conn,
    predecessors: &[UnitId],
    new: &[Succession],
) -> Result<(), StoreError> {
    for predecessor in predecessors {
        db.run("DELETE FROM unit_successors WHERE predecessor_id = $1", params![predecessor.uuid()]).await?;
    }
    let rows = new
        .iter()
        .map(|each| params![each.predecessor.uuid(), each.successor.uuid(), each.extent.code(), each.source.as_str()]);
    let insert = "INSERT INTO unit_successors (predecessor_id, successor_id, extent, source)";
    db.insert_many(insert, rows.collect()).await
}

/// Who came from whom, for the whole register: predecessor and successor.
pub async fn lineage(db: &mut Conn) -> Result<Vec<(UnitId, UnitId)>, StoreError> {
    let rows = db.all("SELECT predecessor_id, successor_id FROM unit_successors", params![]).await?;
    rows.iter().map(|row| Ok((row.parsed("predecessor_id")?, row.parsed("successor_id")?))).collect()
}

fn read_link(row: &Row) -> Result<Link, StoreError> {
    Ok(Link { unit: read_unit(row)?, extent: row.parsed("extent")?, source: row.text("link_source")? })
}
