//! The tables of bodies and of what holds of them.

use hoithi_rules::correspondence::{Numbering, Signatory};
use hoithi_rules::ids::EditionId;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Body, Letterhead};
use crate::document::issuer_key;
use crate::store::nonsense;

/// A body with everything that was set of it.
pub(crate) async fn body(db: &mut Conn, id: Uuid) -> Result<Option<Body>, StoreError> {
    let row = db.maybe("SELECT id, edition_id FROM issuing_bodies WHERE id = $1", params![id]).await?;
    let Some(row) = row else { return Ok(None) };
    let rows = db
        .all(
            "SELECT from_day, name, parent_body, place, symbol, letters, numbering, given_before, signatories
               FROM body_letterheads WHERE body_id = $1 ORDER BY from_day",
            params![id],
        )
        .await?;
    let letterheads = rows.iter().map(read).collect::<Result<_, _>>()?;
    Ok(Some(Body { id, edition: row.parsed("edition_id")?, letterheads }))
}

/// Every body that was set up in the register of one of these editions, in that order.
pub(crate) async fn bodies_of(db: &mut Conn, editions: &[EditionId]) -> Result<Vec<Body>, StoreError> {
    let rows = db.all("SELECT id, edition_id FROM issuing_bodies ORDER BY created_at, id", params![]).await?;
    let mut bodies = Vec::new();
    for row in rows {
        if editions.contains(&row.parsed("edition_id")?) {
            bodies.extend(body(db, row.parsed("id")?).await?);
        }
    }
    Ok(bodies)
}

/// The body that bears or bore that name.
pub(crate) async fn of_issuer(db: &mut Conn, issuer: &str) -> Result<Option<Body>, StoreError> {
    let sql = "SELECT body_id FROM body_letterheads WHERE name_key = $1 ORDER BY from_day DESC LIMIT 1";
    match db.maybe(sql, params![issuer_key(issuer)]).await? {
        Some(row) => body(db, row.parsed("body_id")?).await,
        None => Ok(None),
    }
}

pub(super) async fn insert(db: &mut Conn, id: Uuid, edition: EditionId, now: Timestamp) -> Result<(), StoreError> {
    let sql = "INSERT INTO issuing_bodies (id, edition_id, created_at) VALUES ($1, $2, $3)";
    db.run(sql, params![id, edition.uuid(), now]).await?;
    Ok(())
}

/// What is set anew from the same day takes the place of what stood there.
pub(super) async fn set(
    db: &mut Conn,
    body: Uuid,
    letterhead: &Letterhead,
    (account, now): (Option<Uuid>, Timestamp),
) -> Result<(), StoreError> {
    let signatories = serde_json::to_string(&letterhead.signatories).unwrap_or_default();
    db.run(
        "INSERT INTO body_letterheads (body_id, from_day, name, name_key, parent_body, place, symbol, letters,
             numbering, given_before, signatories, account_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT (body_id, from_day) DO UPDATE SET
             name = excluded.name, name_key = excluded.name_key, parent_body = excluded.parent_body,
             place = excluded.place, symbol = excluded.symbol, letters = excluded.letters,
             numbering = excluded.numbering, given_before = excluded.given_before,
             signatories = excluded.signatories, account_id = excluded.account_id, at = excluded.at",
        params![
            body,
            letterhead.from,
            letterhead.name.as_str(),
            issuer_key(&letterhead.name),
            letterhead.parent_body.as_str(),
            letterhead.place.as_str(),
            letterhead.symbol.as_str(),
            letterhead.letters.as_str(),
            letterhead.numbering.code(),
            letterhead.given_before,
            signatories,
            account,
            now,
        ],
    )
    .await?;
    Ok(())
}

fn read(row: &Row) -> Result<Letterhead, StoreError> {
    let numbering = row.text("numbering")?;
    let signatories = row.text("signatories")?;
    let signatories: Vec<Signatory> =
        serde_json::from_str(&signatories).map_err(|_| nonsense("signatories", signatories, "list of signatories"))?;
    Ok(Letterhead {
        from: row.parsed("from_day")?,
        name: row.text("name")?,
        parent_body: row.text("parent_body")?,
        place: row.text("place")?,
        symbol: row.text("symbol")?,
        letters: row.text("letters")?,
        numbering: Numbering::from_code(&numbering).ok_or_else(|| nonsense("numbering", numbering, "numbering"))?,
        given_before: u32::try_from(row.int("given_before")?).unwrap_or(0),
        signatories,
    })
}
