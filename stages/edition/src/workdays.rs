//! The working days of the house and of an edition: what ships with the program, what the office
//! wrote over it, what one edition's calendar has of its own.

use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::permit;
use hoithi_rules::ids::{AccountId, EditionId};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::workdays::{SpecialDay, SpecialKind, Workdays};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::civil::Date;

use crate::store;

/// The days on which offices are open, for an edition or for the whole house.
pub async fn workdays(db: &mut Conn, edition: Option<EditionId>) -> Result<Workdays, StoreError> {
    let house = Workdays::of_vietnam().with(own_days(db, None).await?);
    match edition {
        Some(_) => Ok(house.with(own_days(db, edition).await?)),
        None => Ok(house),
    }
}

/// What the office itself wrote down, for one edition or for all, by day.
pub async fn own_days(db: &mut Conn, edition: Option<EditionId>) -> Result<Vec<SpecialDay>, StoreError> {
    let rows = db
        .all(
            "SELECT day, kind, name, source FROM special_days WHERE edition_id = $1 ORDER BY day",
            params![owner(edition)],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// A special day for an edition's calendar, or for all of the house.
#[derive(Clone, Debug)]
pub struct SetDay {
    /// Whose; none is everybody's.
    pub edition: Option<EditionId>,
    /// Which, and what it is.
    pub day: SpecialDay,
}

/// Writes a special day down, over what stood there for the same day.
pub async fn set_day(act: &mut Act, command: SetDay) -> Result<(), Halt> {
    let recorder = permitted(act, command.edition).await?;
    let (now, SpecialDay { day, kind, name, source }) = (act.now(), command.day);
    act.db()
        .run(
            "INSERT INTO special_days (edition_id, day, kind, name, source, recorded_at, recorded_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (edition_id, day) DO UPDATE
                SET kind = excluded.kind, name = excluded.name, source = excluded.source,
                    recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by",
            params![owner(command.edition), day, kind.code(), name, source, now, recorder.uuid()],
        )
        .await?;
    act.record(
        Event::new("calendar.day_set", subject(command.edition)).fact("day", day.to_string()).fact("kind", kind.code()),
    );
    Ok(())
}

/// Takes back what the office wrote for a day: what stood under it counts again.
pub async fn drop_day(act: &mut Act, edition: Option<EditionId>, day: Date) -> Result<(), Halt> {
    permitted(act, edition).await?;
    let gone = act
        .db()
        .run("DELETE FROM special_days WHERE edition_id = $1 AND day = $2", params![owner(edition), day])
        .await?;
    if gone == 0 {
        return Err(Halt::not_found());
    }
    act.record(Event::new("calendar.day_dropped", subject(edition)).fact("day", day.to_string()));
    Ok(())
}

async fn permitted(act: &mut Act, edition: Option<EditionId>) -> Result<AccountId, Halt> {
    let place = match edition {
        Some(id) => store::edition(act.db(), id).await?.ok_or_else(Halt::not_found)?.place(),
        None => Place::HOUSE,
    };
    permit(act, Permission::EditionSetUp, place).await?;
    act.actor().account.map(AccountId::new).ok_or(Halt::Denied(Denied::NotSignedIn))
}

fn owner(edition: Option<EditionId>) -> String {
    edition.map(|edition| edition.to_string()).unwrap_or_default()
}

fn subject(edition: Option<EditionId>) -> String {
    edition.map_or_else(|| "calendar".to_owned(), |edition| edition.to_string())
}

fn read(row: &Row) -> Result<SpecialDay, StoreError> {
    let kind = row.text("kind")?;
    Ok(SpecialDay {
        day: row.parsed("day")?,
        kind: SpecialKind::from_code(&kind).ok_or(StoreError::Nonsense {
            column: "kind".to_owned(),
            value: kind,
            wanted: "kind of day",
        })?,
        name: row.text("name")?,
        source: row.text("source")?,
    })
}
