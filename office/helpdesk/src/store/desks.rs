//! Desks and their people.

use std::collections::BTreeMap;

use hoithi_edition::Edition;
use hoithi_people::{Account, holders};
use hoithi_rules::helpdesk::{Absence, Hours, Member, Weekdays};
use hoithi_rules::ids::{AccountId, DeskId, EditionId};
use hoithi_rules::people::{Permission, Scope};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::desk::{Desk, DeskMember, DeskWords};

/// The desks of an edition with their people, in the order in which they were opened; those that
/// ended as well.
pub async fn desks_of(db: &mut Conn, edition: EditionId) -> Result<Vec<Desk>, StoreError> {
    let rows = db
        .all(
            "SELECT id, edition_id, name, about, days, hours, ended_at, version FROM helpdesk_desks
              WHERE edition_id = $1 ORDER BY created_at, id",
            params![edition.uuid()],
        )
        .await?;
    let mut desks: Vec<Desk> = rows.iter().map(read_desk).collect::<Result<_, _>>()?;
    let rows = db
        .all(
            "SELECT m.id, m.desk_id, m.account_id, m.post, m.phone, m.deputy, m.from_day, m.to_day, m.absent_from,
                    m.absent_to, a.name, a.email
               FROM helpdesk_members m JOIN helpdesk_desks d ON d.id = m.desk_id JOIN accounts a ON a.id = m.account_id
              WHERE d.edition_id = $1 AND a.disabled_at IS NULL
              ORDER BY m.deputy, m.from_day, m.id",
            params![edition.uuid()],
        )
        .await?;
    let mut people: BTreeMap<DeskId, Vec<DeskMember>> = BTreeMap::new();
    for row in &rows {
        people.entry(DeskId::new(row.parsed("desk_id")?)).or_default().push(read_member(row)?);
    }
    for desk in &mut desks {
        desk.members = people.remove(&desk.id).unwrap_or_default();
    }
    Ok(desks)
}

fn read_desk(row: &Row) -> Result<Desk, StoreError> {
    let (days, hours) = (row.text("days")?, row.text("hours")?);
    let read = Weekdays::of(days.split(' ')).and_then(|days| Hours::parse(days, &hours));
    let nonsense =
        |_| StoreError::Nonsense { column: "hours".to_owned(), value: hours.clone(), wanted: "hours of a desk" };
    Ok(Desk {
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        words: DeskWords { name: row.text("name")?, about: row.text("about")?, hours: read.map_err(nonsense)? },
        ended: row.int_opt("ended_at")?.is_some(),
        version: row.int("version")?,
        members: Vec::new(),
    })
}

fn read_member(row: &Row) -> Result<DeskMember, StoreError> {
    let absent = row.parsed_opt("absent_from")?.zip(row.parsed_opt("absent_to")?);
    Ok(DeskMember {
        id: row.parsed("id")?,
        name: row.text("name")?,
        email: row.text("email")?,
        post: row.text("post")?,
        phone: row.text("phone")?,
        member: Member {
            account: row.parsed("account_id")?,
            deputy: row.flag("deputy")?,
            from: row.parsed("from_day")?,
            to: row.parsed_opt("to_day")?,
            absent: absent.map(|(from, to)| Absence { from, to }),
        },
    })
}

/// A desk of that edition.
pub(crate) async fn desk(db: &mut Conn, edition: EditionId, id: DeskId) -> Result<Option<Desk>, StoreError> {
    Ok(desks_of(db, edition).await?.into_iter().find(|desk| desk.id == id))
}

fn days(words: &DeskWords) -> String {
    words.hours.days().figures().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

pub(crate) async fn insert_desk(
    db: &mut Conn,
    (id, edition): (DeskId, EditionId),
    words: &DeskWords,
    now: Timestamp,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO helpdesk_desks (id, edition_id, name, about, days, hours, created_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 1)",
        params![id.uuid(), edition.uuid(), &words.name, &words.about, days(words), words.hours.times(), now],
    )
    .await?;
    Ok(())
}

/// Saves what is said of a desk, over the version that was read; an ended one takes no questions.
pub(crate) async fn end_or_change(
    db: &mut Conn,
    (id, version): (DeskId, i64),
    words: &DeskWords,
    ended_at: Option<Timestamp>,
) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE helpdesk_desks SET name = $3, about = $4, days = $5, hours = $6, ended_at = $7, version = version + 1
              WHERE id = $1 AND version = $2",
            params![id.uuid(), version, &words.name, &words.about, days(words), words.hours.times(), ended_at],
        )
        .await?;
    Ok(changed == 1)
}

pub(crate) async fn insert_member(
    db: &mut Conn,
    (id, desk): (Uuid, DeskId),
    (post, phone): (&str, &str),
    member: &Member,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO helpdesk_members (id, desk_id, account_id, post, phone, deputy, from_day)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![id, desk.uuid(), member.account.uuid(), post, phone, member.deputy, member.from],
    )
    .await?;
    Ok(())
}

pub(crate) async fn change_member(
    db: &mut Conn,
    id: Uuid,
    to: Option<Date>,
    absent: Option<Absence>,
) -> Result<(), StoreError> {
    let (first, last) = (absent.map(|absence| absence.from), absent.map(|absence| absence.to));
    let sql = "UPDATE helpdesk_members SET to_day = $2, absent_from = $3, absent_to = $4 WHERE id = $1";
    db.run(sql, params![id, to, first, last]).await?;
    Ok(())
}

/// Who may answer questions of that edition on that day, by name.
pub(crate) async fn may_answer(
    db: &mut Conn,
    edition: &Edition,
    day: Date,
) -> Result<BTreeMap<AccountId, Account>, StoreError> {
    let scopes = [Scope::Whole, Scope::Edition(edition.id)].into_iter().chain(edition.unit.map(Scope::Unit));
    let mut all = BTreeMap::new();
    for scope in scopes {
        for role in Permission::QuestionAnswer.holders() {
            all.extend(holders(db, *role, scope, day).await?.into_iter().map(|account| (account.id, account)));
        }
    }
    Ok(all)
}
