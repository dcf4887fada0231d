//! The tables of movements and of what each unit is asked for.

use std::collections::BTreeMap;

use hoithi_rules::ids::{AccountId, UnitId};
use hoithi_rules::initiatives::Movement;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

/// A movement that was launched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Launched {
    /// Its id.
    pub id: Uuid,
    /// What.
    pub movement: Movement,
    /// Counts its changes.
    pub version: i64,
}

/// Every movement, the one that ends last first.
pub async fn movements(db: &mut Conn) -> Result<Vec<Launched>, StoreError> {
    let sql = "SELECT id, name, begins, ends, version FROM movements ORDER BY ends DESC, begins DESC, id";
    let rows = db.all(sql, params![]).await?;
    rows.iter().map(read).collect()
}

/// One of them.
pub async fn movement(db: &mut Conn, id: Uuid) -> Result<Option<Launched>, StoreError> {
    let row = db.maybe("SELECT id, name, begins, ends, version FROM movements WHERE id = $1", params![id]).await?;
    row.as_ref().map(read).transpose()
}

fn read(row: &Row) -> Result<Launched, StoreError> {
    let movement = Movement { name: row.text("name")?, begins: row.parsed("begins")?, ends: row.parsed("ends")? };
    Ok(Launched { id: row.parsed("id")?, movement, version: row.int("version")? })
}

/// How many each unit is asked for.
pub(crate) async fn targets(db: &mut Conn, movement: Uuid) -> Result<BTreeMap<UnitId, i64>, StoreError> {
    let sql = "SELECT unit_id, target FROM movement_targets WHERE movement_id = $1";
    let rows = db.all(sql, params![movement]).await?;
    rows.iter().map(|row| Ok((row.parsed("unit_id")?, row.int("target")?))).collect()
}

/// The movements that ask something of a unit, the one that ends last first, each with its target.
pub(crate) async fn asked_of(db: &mut Conn, unit: UnitId) -> Result<Vec<(Launched, i64)>, StoreError> {
    let rows = db
        .all(
            "SELECT m.id, m.name, m.begins, m.ends, m.version, t.target
               FROM movements m JOIN movement_targets t ON t.movement_id = m.id
              WHERE t.unit_id = $1 ORDER BY m.ends DESC, m.begins DESC, m.id",
            params![unit.uuid()],
        )
        .await?;
    rows.iter().map(|row| Ok((read(row)?, row.int("target")?))).collect()
}

pub(crate) async fn insert(
    db: &mut Conn,
    launched: &Launched,
    targets: &[(UnitId, u32)],
    (at, by): (Timestamp, AccountId),
) -> Result<(), StoreError> {
    let Movement { name, begins, ends } = &launched.movement;
    db.run(
        "INSERT INTO movements (id, name, begins, ends, launched_at, launched_by) VALUES ($1, $2, $3, $4, $5, $6)",
        params![launched.id, name.as_str(), *begins, *ends, at, by.uuid()],
    )
    .await?;
    let rows = targets.iter().map(|(unit, target)| params![launched.id, unit.uuid(), *target]);
    db.insert_many("INSERT INTO movement_targets (movement_id, unit_id, target)", rows.collect()).await
}

/// Puts its name and days right; false when somebody else did so meanwhile.
pub(crate) async fn update(db: &mut Conn, id: Uuid, movement: &Movement, seen: i64) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE movements SET name = $1, begins = $2, ends = $3, version = version + 1
              WHERE id = $4 AND version = $5",
            params![movement.name.as_str(), movement.begins, movement.ends, id, seen],
        )
        .await?;
    Ok(changed == 1)
}

/// Asks a unit for so many; none asks it for nothing any more.
pub(crate) async fn set_target(
    db: &mut Conn,
    movement: Uuid,
    unit: UnitId,
    target: Option<u32>,
) -> Result<(), StoreError> {
    let of = params![movement, unit.uuid()];
    db.run("DELETE FROM movement_targets WHERE movement_id = $1 AND unit_id = $2", of).await?;
    let Some(target) = target else { return Ok(()) };
    db.run(
        "INSERT INTO movement_targets (movement_id, unit_id, target) VALUES ($1, $2, $3)",
        params![movement, unit.uuid(), target],
    )
    .await?;
    Ok(())
}
