//! The tables of initiatives, of their authors and of the entries begun from them.

pub(crate) mod movements;

use std::collections::BTreeMap;

use hoithi_rules::ids::{AccountId, EditionId, EntryId, UnitId};
use hoithi_rules::initiatives::{Initiative, Recognition};
use hoithi_rules::people::PersonName;
use hoithi_store::{Conn, Row, StoreError, Value, params};
use jiff::Timestamp;
use uuid::Uuid;

/// Which initiative.
pub type InitiativeId = Uuid;

/// An initiative in its unit's register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptInitiative {
    /// Its id.
    pub id: InitiativeId,
    /// In whose register.
    pub unit: UnitId,
    /// What.
    pub what: Initiative,
    /// Counts its changes.
    pub version: i64,
}

/// A dossier that was begun from an initiative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Linked {
    /// From which.
    pub initiative: InitiativeId,
    /// The dossier.
    pub entry: EntryId,
    /// In which edition.
    pub edition: EditionId,
}

/// A unit's register, what was used last first.
pub async fn initiatives_of(db: &mut Conn, unit: UnitId) -> Result<Vec<KeptInitiative>, StoreError> {
    let rows = db
        .all(
            "SELECT id, unit_id, title, first_used, decision, decided_on, money, benefit, version
               FROM initiatives WHERE unit_id = $1 ORDER BY first_used DESC, id",
            params![unit.uuid()],
        )
        .await?;
    let authors = db
        .all(
            "SELECT a.initiative_id, a.name
               FROM initiative_authors a JOIN initiatives i ON i.id = a.initiative_id
              WHERE i.unit_id = $1 ORDER BY a.initiative_id, a.place",
            params![unit.uuid()],
        )
        .await?;
    joined(&rows, &authors)
}

/// Every unit's register.
pub(crate) async fn all(db: &mut Conn) -> Result<Vec<KeptInitiative>, StoreError> {
    let rows = db
        .all(
            "SELECT id, unit_id, title, first_used, decision, decided_on, money, benefit, version
               FROM initiatives ORDER BY unit_id, first_used DESC, id",
            params![],
        )
        .await?;
    let authors =
        db.all("SELECT initiative_id, name FROM initiative_authors ORDER BY initiative_id, place", params![]).await?;
    joined(&rows, &authors)
}

/// One of them.
pub(crate) async fn initiative(db: &mut Conn, id: InitiativeId) -> Result<Option<KeptInitiative>, StoreError> {
    let rows = db
        .all(
            "SELECT id, unit_id, title, first_used, decision, decided_on, money, benefit, version
               FROM initiatives WHERE id = $1",
            params![id],
        )
        .await?;
    let authors = db
        .all("SELECT initiative_id, name FROM initiative_authors WHERE initiative_id = $1 ORDER BY place", params![id])
        .await?;
    Ok(joined(&rows, &authors)?.pop())
}

fn joined(rows: &[Row], authors: &[Row]) -> Result<Vec<KeptInitiative>, StoreError> {
    let mut by_initiative: BTreeMap<InitiativeId, Vec<PersonName>> = BTreeMap::new();
    for row in authors {
        by_initiative.entry(row.parsed("initiative_id")?).or_default().push(row.parsed("name")?);
    }
    let read = |row: &Row| {
        let id: InitiativeId = row.parsed("id")?;
        read(row, id, by_initiative.remove(&id).unwrap_or_default())
    };
    rows.iter().map(read).collect()
}

fn read(row: &Row, id: InitiativeId, authors: Vec<PersonName>) -> Result<KeptInitiative, StoreError> {
    let decision = row.text("decision")?;
    let recognition = row.parsed_opt("decided_on")?.map(|day| Recognition { decision, day });
    let what = Initiative {
        title: row.parsed("title")?,
        authors,
        first_used: row.parsed("first_used")?,
        recognition,
        money: row.int_opt("money")?,
        benefit: row.text("benefit")?,
    };
    Ok(KeptInitiative { id, unit: row.parsed("unit_id")?, what, version: row.int("version")? })
}

fn facts(what: &Initiative) -> Vec<Value> {
    let recognition = what.recognition.as_ref();
    params![
        what.title.as_str(),
        what.first_used,
        recognition.map_or("", |recognition| recognition.decision.as_str()),
        recognition.map(|recognition| recognition.day),
        what.money,
        what.benefit.as_str(),
    ]
}

pub(crate) async fn insert(
    db: &mut Conn,
    kept: &[KeptInitiative],
    (at, by): (Timestamp, AccountId),
) -> Result<(), StoreError> {
    let rows = kept.iter().map(|each| {
        let mut values = params![each.id, each.unit.uuid()];
        values.extend(facts(&each.what));
        values.extend(params![at, by.uuid(), each.version]);
        values
    });
    let insert = "INSERT INTO initiatives (id, unit_id, title, first_used, decision, decided_on, money, benefit,
                                           recorded_at, recorded_by, version)";
    db.insert_many(insert, rows.collect()).await?;
    for each in kept {
        insert_authors(db, each).await?;
    }
    Ok(())
}

async fn insert_authors(db: &mut Conn, kept: &KeptInitiative) -> Result<(), StoreError> {
    let rows = (0_i64..).zip(&kept.what.authors).map(|(place, name)| params![kept.id, place, name.as_str()]);
    db.insert_many("INSERT INTO initiative_authors (initiative_id, place, name)", rows.collect()).await
}

/// False when somebody else changed it since that version.
pub(crate) async fn update(
    db: &mut Conn,
    kept: &KeptInitiative,
    (at, by): (Timestamp, AccountId),
) -> Result<bool, StoreError> {
    let mut values = facts(&kept.what);
    values.extend(params![at, by.uuid(), kept.id, kept.version]);
    let changed = db
        .run(
            "UPDATE initiatives
                SET title = $1, first_used = $2, decision = $3, decided_on = $4, money = $5, benefit = $6,
                    recorded_at = $7, recorded_by = $8, version = version + 1
              WHERE id = $9 AND version = $10",
            values,
        )
        .await?;
    if changed == 1 {
        db.run("DELETE FROM initiative_authors WHERE initiative_id = $1", params![kept.id]).await?;
        insert_authors(db, kept).await?;
    }
    Ok(changed == 1)
}

pub(crate) async fn delete(db: &mut Conn, id: InitiativeId) -> Result<(), StoreError> {
    db.run("DELETE FROM initiative_authors WHERE initiative_id = $1", params![id]).await?;
    db.run("DELETE FROM initiatives WHERE id = $1", params![id]).await?;
    Ok(())
}

/// The dossiers that were begun from it, the newest last.
pub async fn links_of(db: &mut Conn, initiative: InitiativeId) -> Result<Vec<Linked>, StoreError> {
    let rows = db
        .all(
            "SELECT initiative_id, entry_id, edition_id FROM initiative_entries
              WHERE initiative_id = $1 ORDER BY made_at, entry_id",
            params![initiative],
        )
        .await?;
    rows.iter().map(read_link).collect()
}

/// Every initiative of a unit from which a dossier was begun.
pub(crate) async fn links_of_unit(db: &mut Conn, unit: UnitId) -> Result<Vec<Linked>, StoreError> {
    let rows = db
        .all(
            "SELECT l.initiative_id, l.entry_id, l.edition_id
               FROM initiative_entries l JOIN initiatives i ON i.id = l.initiative_id
              WHERE i.unit_id = $1 ORDER BY l.made_at, l.entry_id",
            params![unit.uuid()],
        )
        .await?;
    rows.iter().map(read_link).collect()
}

/// Every link of the house.
pub(crate) async fn all_links(db: &mut Conn) -> Result<Vec<Linked>, StoreError> {
    let sql = "SELECT initiative_id, entry_id, edition_id FROM initiative_entries ORDER BY made_at, entry_id";
    let rows = db.all(sql, params![]).await?;
    rows.iter().map(read_link).collect()
}

fn read_link(row: &Row) -> Result<Linked, StoreError> {
    Ok(Linked {
        initiative: row.parsed("initiative_id")?,
        entry: row.parsed("entry_id")?,
        edition: row.parsed("edition_id")?,
    })
}

/// The initiative from which a dossier was begun.
pub async fn initiative_of_entry(db: &mut Conn, entry: EntryId) -> Result<Option<KeptInitiative>, StoreError> {
    let sql = "SELECT initiative_id FROM initiative_entries WHERE entry_id = $1";
    let Some(row) = db.maybe(sql, params![entry.uuid()]).await? else { return Ok(None) };
    initiative(db, row.parsed("initiative_id")?).await
}

pub(crate) async fn insert_link(
    db: &mut Conn,
    linked: Linked,
    (at, by): (Timestamp, AccountId),
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO initiative_entries (entry_id, initiative_id, edition_id, made_at, made_by)
         VALUES ($1, $2, $3, $4, $5)",
        params![linked.entry.uuid(), linked.initiative, linked.edition.uuid(), at, by.uuid()],
    )
    .await?;
    Ok(())
}
