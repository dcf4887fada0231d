//! The table of contact persons.

use std::collections::BTreeMap;

use hoithi_rules::ids::{AccountId, ContactId, UnitId};
use hoithi_store::{Conn, Row, StoreError, Value, params};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::contact::{Contact, Person};

/// One line of the directory.
pub async fn contact(db: &mut Conn, id: ContactId) -> Result<Option<Contact>, StoreError> {
    let row = db
        .maybe(
            "SELECT id, unit_id, name, position, phone, email, zalo, address, main, valid_from, valid_to, source, version
               FROM contact_persons WHERE id = $1",
            params![id.uuid()],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// Everybody of a unit, those who were there before included: the main one first, then the newest.
pub async fn contacts_of(db: &mut Conn, unit: UnitId) -> Result<Vec<Contact>, StoreError> {
    let rows = db
        .all(
            "SELECT id, unit_id, name, position, phone, email, zalo, address, main, valid_from, valid_to, source, version
               FROM contact_persons WHERE unit_id = $1 ORDER BY main DESC, valid_from DESC, id",
            params![unit.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Whom one reaches on a day, by unit: the main one first.
pub async fn contacts_on(db: &mut Conn, day: Date) -> Result<BTreeMap<UnitId, Vec<Contact>>, StoreError> {
    let rows = db
        .all(
            "SELECT id, unit_id, name, position, phone, email, zalo, address, main, valid_from, valid_to, source, version
               FROM contact_persons
              WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)
              ORDER BY unit_id, main DESC, valid_from, id",
            params![day],
        )
        .await?;
    by_unit(&rows)
}

/// The same of these units only.
pub(crate) async fn contacts_at(
    db: &mut Conn,
    units: &[UnitId],
    day: Date,
) -> Result<BTreeMap<UnitId, Vec<Contact>>, StoreError> {
    // Ids are of one length, so that none is found inside another.
    let units = units.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let rows = db
        .all(
            "SELECT id, unit_id, name, position, phone, email, zalo, address, main, valid_from, valid_to, source, version
               FROM contact_persons
              WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1) AND $2 LIKE '%' || unit_id || '%'
              ORDER BY unit_id, main DESC, valid_from, id",
            params![day, units],
        )
        .await?;
    by_unit(&rows)
}

/// The units in which one reaches somebody on a day, and whether by mail.
pub(crate) async fn reached_on(db: &mut Conn, day: Date) -> Result<BTreeMap<UnitId, bool>, StoreError> {
    let rows = db
        .all(
            "SELECT unit_id, COUNT(CASE WHEN email <> '' THEN 1 END) AS mails
               FROM contact_persons
              WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)
              GROUP BY unit_id",
            params![day],
        )
        .await?;
    rows.iter().map(|row| Ok((row.parsed("unit_id")?, row.int("mails")? > 0))).collect()
}

fn by_unit(rows: &[Row]) -> Result<BTreeMap<UnitId, Vec<Contact>>, StoreError> {
    let mut by_unit: BTreeMap<UnitId, Vec<Contact>> = BTreeMap::new();
    for row in rows {
        let contact = read(row)?;
        by_unit.entry(contact.unit).or_default().push(contact);
    }
    Ok(by_unit)
}

fn read(row: &Row) -> Result<Contact, StoreError> {
    Ok(Contact {
        id: row.parsed("id")?,
        unit: row.parsed("unit_id")?,
        person: Person {
            name: row.parsed("name")?,
            position: row.text("position")?,
            phone: row.text("phone")?,
            email: row.text("email")?,
            zalo: row.text("zalo")?,
            address: row.text("address")?,
        },
        main: row.flag("main")?,
        from: row.parsed("valid_from")?,
        to: row.parsed_opt("valid_to")?,
        source: row.text("source")?,
        version: row.int("version")?,
    })
}

pub(crate) async fn insert(
    db: &mut Conn,
    contacts: &[Contact],
    (at, by): (Timestamp, AccountId),
) -> Result<(), StoreError> {
    let rows = contacts.iter().map(|contact| {
        let mut values = params![contact.id.uuid(), contact.unit.uuid()];
        values.extend(facts(contact));
        values.extend(params![contact.from, contact.version, at, by.uuid()]);
        values
    });
    let insert =
        "INSERT INTO contact_persons (id, unit_id, name, position, phone, email, zalo, address, main, valid_to,
                                               source, valid_from, version, recorded_at, recorded_by)";
    db.insert_many(insert, rows.collect()).await
}

fn facts(contact: &Contact) -> Vec<Value> {
    let Person { name, position, phone, email, zalo, address } = &contact.person;
    params![
        name.as_str(),
        position.as_str(),
        phone.as_str(),
        email.as_str(),
        zalo.as_str(),
        address.as_str(),
        i64::from(contact.main),
        contact.to,
        contact.source.as_str(),
    ]
}

/// False when somebody else changed the line since that version.
pub(crate) async fn update(
    db: &mut Conn,
    contact: &Contact,
    (at, by): (Timestamp, AccountId),
) -> Result<bool, StoreError> {
    let mut values = facts(contact);
    values.extend(params![contact.from, at, by.uuid(), contact.id.uuid(), contact.version]);
    let changed = db
        .run(
            "UPDATE contact_persons
                SET name = $1, position = $2, phone = $3, email = $4, zalo = $5, address = $6, main = $7,
                    valid_to = $8, source = $9, valid_from = $10, recorded_at = $11, recorded_by = $12,
                    version = version + 1
              WHERE id = $13 AND version = $14",
            values,
        )
        .await?;
    Ok(changed == 1)
}

/// A unit has one who is asked first.
pub(crate) async fn make_only_main(db: &mut Conn, contact: &Contact) -> Result<(), StoreError> {
    db.run(
        "UPDATE contact_persons SET main = 0, version = version + 1 WHERE unit_id = $1 AND id <> $2 AND main = 1",
        params![contact.unit.uuid(), contact.id.uuid()],
    )
    .await?;
    Ok(())
}
