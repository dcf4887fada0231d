//! The table of publicity.

use hoithi_rules::campaign::{Check, Link, PublicityChannel, PublicityItem};
use hoithi_rules::ids::{AccountId, EditionId, PublicityId, UnitId};
use hoithi_store::{Conn, Row, StoreError, params};

use super::{coded, file_values, read_file};
use crate::publicity::PublicityLine;

/// Pieces of publicity, narrowed by what follows. A macro, because the store takes no text that was
/// put together at run time.
macro_rules! pieces {
    ($narrowed:literal) => {
        concat!(
            "SELECT id, edition_id, unit_id, channel, day, title, link, reach, recorded_at, state, checked_at,
                    checked_by, returned_why, version, file_hash, file_name, file_type, file_size
               FROM publicity_items ",
            $narrowed
        )
    };
}

/// One piece of publicity.
pub(crate) async fn publicity_item(db: &mut Conn, id: PublicityId) -> Result<Option<PublicityLine>, StoreError> {
    let row = db.maybe(pieces!("WHERE id = $1"), params![id.uuid()]).await?;
    row.as_ref().map(read).transpose()
}

/// Everything that units recorded for an edition, by unit and day.
pub async fn publicity_of(db: &mut Conn, edition: EditionId) -> Result<Vec<PublicityLine>, StoreError> {
    let rows =
        db.all(pieces!("WHERE edition_id = $1 ORDER BY unit_id, day DESC, id DESC"), params![edition.uuid()]).await?;
    rows.iter().map(read).collect()
}

/// How many pieces of an edition nobody has looked at.
pub async fn publicity_waiting(db: &mut Conn, edition: EditionId) -> Result<usize, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS pieces FROM publicity_items
                WHERE edition_id = $1 AND state = 'waiting'";
    db.one(sql, params![edition.uuid()]).await?.count("pieces")
}

/// What one unit recorded for an edition, the newest first.
pub async fn publicity_of_unit(
    db: &mut Conn,
    edition: EditionId,
    unit: UnitId,
) -> Result<Vec<PublicityLine>, StoreError> {
    let rows = db
        .all(
            pieces!("WHERE edition_id = $1 AND unit_id = $2 ORDER BY day DESC, id DESC"),
            params![edition.uuid(), unit.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(crate) async fn insert_publicity(db: &mut Conn, line: &PublicityLine, by: AccountId) -> Result<(), StoreError> {
    let mut values = params![
        line.id.uuid(),
        line.edition.uuid(),
        line.unit.uuid(),
        line.item.channel.code(),
        line.item.on,
        line.item.title.as_str(),
        line.item.link.as_ref().map(Link::as_str),
        line.item.reach,
        line.recorded_at,
        by.uuid(),
    ];
    values.extend(file_values(line.photo.as_ref()));
    db.run(
        "INSERT INTO publicity_items (id, edition_id, unit_id, channel, day, title, link, reach, recorded_at,
                                      recorded_by, file_hash, file_name, file_type, file_size)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        values,
    )
    .await?;
    Ok(())
}

/// Saves what the unit put right; false when somebody changed it meanwhile.
pub(crate) async fn save_correction_of(db: &mut Conn, line: &PublicityLine) -> Result<bool, StoreError> {
    let mut values = params![
        line.item.channel.code(),
        line.item.on,
        line.item.title.as_str(),
        line.item.link.as_ref().map(Link::as_str),
        line.item.reach,
        line.id.uuid(),
        line.version,
    ];
    values.extend(file_values(line.photo.as_ref()));
    let changed = db
        .run(
            "UPDATE publicity_items
                SET channel = $1, day = $2, title = $3, link = $4, reach = $5, version = version + 1,
                    state = 'waiting', checked_at = NULL, checked_by = NULL, returned_why = NULL,
                    file_hash = $8, file_name = $9, file_type = $10, file_size = $11
              WHERE id = $6 AND version = $7",
            values,
        )
        .await?;
    Ok(changed == 1)
}

/// Saves what the officer said of a piece; false when somebody changed it meanwhile.
pub(crate) async fn save_check(db: &mut Conn, line: &PublicityLine) -> Result<bool, StoreError> {
    let (at, by, why) = match &line.check {
        Check::Waiting => (None, None, None),
        Check::Confirmed { at, by } => (Some(*at), Some(by.uuid()), None),
        Check::Returned { at, by, reason } => (Some(*at), Some(by.uuid()), Some(reason.as_str())),
    };
    let changed = db
        .run(
            "UPDATE publicity_items
                SET state = $1, checked_at = $2, checked_by = $3, returned_why = $4, version = version + 1
              WHERE id = $5 AND version = $6",
            params![line.check.code(), at, by, why, line.id.uuid(), line.version],
        )
        .await?;
    Ok(changed == 1)
}

pub(crate) async fn delete_publicity(db: &mut Conn, id: PublicityId) -> Result<(), StoreError> {
    db.run("DELETE FROM publicity_items WHERE id = $1", params![id.uuid()]).await?;
    Ok(())
}

fn read(row: &Row) -> Result<PublicityLine, StoreError> {
    let reach = row.int_opt("reach")?;
    Ok(PublicityLine {
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        unit: row.parsed("unit_id")?,
        item: PublicityItem {
            channel: coded(row, "channel", "channel of publicity", PublicityChannel::from_code)?,
            on: row.parsed("day")?,
            title: row.text("title")?,
            link: row.parsed_opt("link")?,
            reach: reach.map(|_| super::small(row, "reach")).transpose()?,
        },
        photo: read_file(row)?,
        recorded_at: row.instant("recorded_at")?,
        check: read_check(row)?,
        version: row.int("version")?,
    })
}

fn read_check(row: &Row) -> Result<Check, StoreError> {
    let (Some(at), Some(by)) = (row.instant_opt("checked_at")?, row.parsed_opt("checked_by")?) else {
        return Ok(Check::Waiting);
    };
    Ok(match row.text_opt("returned_why")? {
        Some(reason) => Check::Returned { at, by, reason },
        None => Check::Confirmed { at, by },
    })
}
