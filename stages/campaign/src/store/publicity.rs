//! The table of publicity.

use hoithi_rules::campaign::{Link, PublicityChannel, PublicityItem};
use hoithi_rules::ids::{AccountId, EditionId, PublicityId, UnitId};
use hoithi_store::{Conn, Row, StoreError, params};

use super::{coded, file_values, read_file};
use crate::publicity::PublicityLine;

/// One piece of publicity.
pub(crate) async fn publicity_item(db: &mut Conn, id: PublicityId) -> Result<Option<PublicityLine>, StoreError> {
    let row = db
        .maybe(
            "SELECT id, edition_id, unit_id, channel, day, title, link, reach, recorded_at,
                    file_hash, file_name, file_type, file_size
               FROM publicity_items WHERE id = $1",
            params![id.uuid()],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// Everything that units recorded for an edition, by unit and day.
pub async fn publicity_of(db: &mut Conn, edition: EditionId) -> Result<Vec<PublicityLine>, StoreError> {
    let rows = db
        .all(
            "SELECT id, edition_id, unit_id, channel, day, title, link, reach, recorded_at,
                    file_hash, file_name, file_type, file_size
               FROM publicity_items WHERE edition_id = $1 ORDER BY unit_id, day DESC, id DESC",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// What one unit recorded for an edition, the newest first.
pub async fn publicity_of_unit(
    db: &mut Conn,
    edition: EditionId,
    unit: UnitId,
) -> Result<Vec<PublicityLine>, StoreError> {
    let rows = db
        .all(
            "SELECT id, edition_id, unit_id, channel, day, title, link, reach, recorded_at,
                    file_hash, file_name, file_type, file_size
               FROM publicity_items WHERE edition_id = $1 AND unit_id = $2 ORDER BY day DESC, id DESC",
            params![edition.uuid(), unit.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Whether the unit recorded this page already.
pub(crate) async fn link_is_known(
    db: &mut Conn,
    edition: EditionId,
    unit: UnitId,
    link: &str,
) -> Result<bool, StoreError> {
    let row = db
        .maybe(
            "SELECT id FROM publicity_items WHERE edition_id = $1 AND unit_id = $2 AND link = $3",
            params![edition.uuid(), unit.uuid(), link],
        )
        .await?;
    Ok(row.is_some())
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
    })
}
