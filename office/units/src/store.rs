//! The table of units; beside it who came after whom, and where they lie.

mod borders;
mod succession;

use std::collections::BTreeMap;

use hoithi_rules::ids::UnitId;
use hoithi_store::{Conn, Row, StoreError, Value, params};
use hoithi_web::{dictionary_order, fold};
use jiff::civil::Date;

use crate::unit::{Unit, UnitLevel};

pub use borders::borders_on;
pub(crate) use borders::{BorderSet, border_sets, remove_borders, replace_borders};
pub use succession::{Link, former_areas, lineage, predecessors, sole_successor, successors};
pub(crate) use succession::{Succession, replace_successions, successions};

/// A unit by its id.
pub async fn unit(db: &mut Conn, id: UnitId) -> Result<Option<Unit>, StoreError> {
    let row = db
        .maybe(
            "SELECT id, code, name, kind, level, parent_id, valid_from, valid_to, source, note
               FROM units WHERE id = $1",
            params![id.uuid()],
        )
        .await?;
    row.as_ref().map(read_unit).transpose()
}

/// The unit that bears the code on that day.
pub async fn unit_by_code(db: &mut Conn, code: &str, day: Date) -> Result<Option<Unit>, StoreError> {
    let row = db
        .maybe(
            "SELECT id, code, name, kind, level, parent_id, valid_from, valid_to, source, note
               FROM units
              WHERE code = $1 AND (valid_from IS NULL OR valid_from <= $2) AND (valid_to IS NULL OR valid_to >= $2)",
            params![code, day],
        )
        .await?;
    row.as_ref().map(read_unit).transpose()
}

/// Every unit that stands on that day, by level and name.
pub async fn units_on(db: &mut Conn, day: Date) -> Result<Vec<Unit>, StoreError> {
    let mut all = Vec::new();
    for level in UnitLevel::ALL {
        all.extend(units_of_level(db, *level, day).await?);
    }
    Ok(all)
}

/// The units of one level that stand on that day, by name.
pub async fn units_of_level(db: &mut Conn, level: UnitLevel, day: Date) -> Result<Vec<Unit>, StoreError> {
    let rows = db
        .all(
            "SELECT id, code, name, kind, level, parent_id, valid_from, valid_to, source, note
               FROM units
              WHERE level = $1 AND (valid_from IS NULL OR valid_from <= $2) AND (valid_to IS NULL OR valid_to >= $2)
              ORDER BY folded, id",
            params![level.code(), day],
        )
        .await?;
    let mut units = rows.iter().map(read_unit).collect::<Result<Vec<_>, _>>()?;
    units.sort_by_cached_key(|unit| dictionary_order(&unit.name));
    Ok(units)
}

/// The name of every unit there is or was.
pub async fn unit_names(db: &mut Conn) -> Result<BTreeMap<UnitId, String>, StoreError> {
    let rows = db.all("SELECT id, name FROM units", params![]).await?;
    rows.iter().map(|row| Ok((row.parsed("id")?, row.text("name")?))).collect()
}

/// Every unit there is or was, by its id.
pub async fn units_by_id(db: &mut Conn) -> Result<BTreeMap<UnitId, Unit>, StoreError> {
    Ok(all(db).await?.into_iter().map(|unit| (unit.id, unit)).collect())
}

/// Every unit of every time.
pub(crate) async fn all(db: &mut Conn) -> Result<Vec<Unit>, StoreError> {
    let rows = db
        .all(
            "SELECT id, code, name, kind, level, parent_id, valid_from, valid_to, source, note
               FROM units ORDER BY id",
            params![],
        )
        .await?;
    rows.iter().map(read_unit).collect()
}

/// The units below one on a day. A unit keeps its parent by the parent's code, so that communes
/// stay with a town that became a city.
pub async fn children(db: &mut Conn, parent: UnitId, day: Date) -> Result<Vec<Unit>, StoreError> {
    let rows = db
        .all(
            "SELECT u.id, u.code, u.name, u.kind, u.level, u.parent_id, u.valid_from, u.valid_to, u.source, u.note
               FROM units u JOIN units p ON p.id = u.parent_id
              WHERE (p.id = $1 OR p.code = (SELECT code FROM units WHERE id = $1))
                AND (u.valid_from IS NULL OR u.valid_from <= $2) AND (u.valid_to IS NULL OR u.valid_to >= $2)
              ORDER BY u.level, u.folded, u.id",
            params![parent.uuid(), day],
        )
        .await?;
    rows.iter().map(read_unit).collect()
}

fn read_unit(row: &Row) -> Result<Unit, StoreError> {
    Ok(Unit {
        id: row.parsed("id")?,
        code: row.text_opt("code")?,
        name: row.text("name")?,
        kind: row.text("kind")?,
        level: row.parsed("level")?,
        parent: row.parsed_opt("parent_id")?,
        valid_from: row.parsed_opt("valid_from")?,
        valid_to: row.parsed_opt("valid_to")?,
        source: row.text("source")?,
        note: row.text("note")?,
    })
}

/// What a search looks in: the name and the code.
fn folded(unit: &Unit) -> String {
    format!("{} {}", fold(&unit.name), unit.code.as_deref().unwrap_or_default()).trim_end().to_owned()
}

/// Parents must stand before their children.
pub(crate) async fn insert(db: &mut Conn, units: &[&Unit]) -> Result<(), StoreError> {
    let rows = units.iter().map(|unit| {
        params![
            unit.id.uuid(),
            unit.code.clone(),
            unit.name.as_str(),
            unit.kind.as_str(),
            unit.level.code(),
            unit.parent.map(UnitId::uuid),
            unit.valid_from,
            unit.valid_to,
            unit.source.as_str(),
            unit.note.as_str(),
            folded(unit),
        ]
    });
    db.insert_many(
        "INSERT INTO units (id, code, name, kind, level, parent_id, valid_from, valid_to, source, note, folded)",
        rows.collect(),
    )
    .await
}

pub(crate) async fn update(db: &mut Conn, unit: &Unit) -> Result<(), StoreError> {
    db.run(
        "UPDATE units SET name = $2, kind = $3, level = $4, parent_id = $5, valid_to = $6, source = $7, note = $8,
                          folded = $9
          WHERE id = $1",
        params![
            unit.id.uuid(),
            unit.name.as_str(),
            unit.kind.as_str(),
            unit.level.code(),
            unit.parent.map(UnitId::uuid),
            unit.valid_to,
            unit.source.as_str(),
            unit.note.as_str(),
            folded(unit),
        ],
    )
    .await?;
    Ok(())
}

/// A unit of exactly that name, the one that stands before one that has ended.
pub(crate) async fn named(db: &mut Conn, name: &str) -> Result<Option<Unit>, StoreError> {
    let row = db
        .maybe(
            "SELECT id, code, name, kind, level, parent_id, valid_from, valid_to, source, note
               FROM units WHERE name = $1 ORDER BY CASE WHEN valid_to IS NULL THEN 0 ELSE 1 END, id",
            params![name],
        )
        .await?;
    row.as_ref().map(read_unit).transpose()
}

/// Every unit that bears or bore a code, by time.
pub(crate) async fn of_code(db: &mut Conn, code: &str) -> Result<Vec<Unit>, StoreError> {
    let rows = db
        .all(
            "SELECT id, code, name, kind, level, parent_id, valid_from, valid_to, source, note
               FROM units WHERE code = $1 ORDER BY COALESCE(valid_from, ''), id",
            params![code],
        )
        .await?;
    rows.iter().map(read_unit).collect()
}

/// What a list of units asks.
#[derive(Clone, Debug)]
pub(crate) struct Search {
    pub(crate) day: Date,
    pub(crate) level: Option<UnitLevel>,
    pub(crate) words: String,
}

impl Search {
    fn values(&self) -> Vec<Value> {
        params![self.day, self.level.map_or("", UnitLevel::code), like(&self.words)]
    }
}

/// How many units a list would show.
pub(crate) async fn count(db: &mut Conn, search: &Search) -> Result<usize, StoreError> {
    db.one(
        "SELECT COUNT(*) AS total FROM units
          WHERE (valid_from IS NULL OR valid_from <= $1) AND (valid_to IS NULL OR valid_to >= $1)
            AND ($2 = '' OR level = $2) AND folded LIKE $3 ESCAPE '!'",
        search.values(),
    )
    .await?
    .count("total")
}

/// One page of the units that stand on a day.
pub(crate) async fn page_of(db: &mut Conn, search: &Search, (most, skip): (i64, i64)) -> Result<Vec<Unit>, StoreError> {
    let mut values = search.values();
    values.extend(params![most, skip]);
    let rows = db
        .all(
            "SELECT id, code, name, kind, level, parent_id, valid_from, valid_to, source, note FROM units
              WHERE (valid_from IS NULL OR valid_from <= $1) AND (valid_to IS NULL OR valid_to >= $1)
                AND ($2 = '' OR level = $2) AND folded LIKE $3 ESCAPE '!'
              ORDER BY CASE level WHEN 'province' THEN 1 WHEN 'district' THEN 2 WHEN 'commune' THEN 3
                                  WHEN 'department' THEN 4 WHEN 'school' THEN 5 ELSE 6 END, folded, id
              LIMIT $4 OFFSET $5",
            values,
        )
        .await?;
    rows.iter().map(read_unit).collect()
}

/// The words as a pattern: anywhere in the folded name or code.
fn like(words: &str) -> String {
    let mut pattern = String::from("%");
    for letter in fold(words).chars() {
        if matches!(letter, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}
