//! The table of a plan's assignments.

use std::collections::BTreeSet;

use hoithi_rules::campaign::{Assignment, TaskKind};
use hoithi_rules::ids::{AccountId, DocumentId, EditionId, UnitId};
use hoithi_rules::workdays::{CountedFrom, Due, Within};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::{coded, narrow};

/// One assignment of a plan as it stands in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine {
    /// Its id.
    pub id: Uuid,
    /// What it says.
    pub assignment: Assignment,
    /// To how many units it was given, once it was.
    pub given_to: Option<usize>,
}

/// A plan's assignments in their order.
pub async fn plan_lines(db: &mut Conn, plan: DocumentId) -> Result<Vec<PlanLine>, StoreError> {
    let rows = db
        .all(
            "SELECT id, kind, title, words, due, within_days, within_from, unit_levels, unit_ids, given_to
               FROM plan_lines WHERE document_id = $1 ORDER BY place",
            params![plan.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(crate) async fn insert_plan_line(
    db: &mut Conn,
    (id, plan, edition): (Uuid, DocumentId, EditionId),
    assignment: &Assignment,
    (at, by): (Timestamp, AccountId),
) -> Result<(), StoreError> {
    let (day, within) = parts(assignment.due);
    let last = db
        .one("SELECT COALESCE(MAX(place), 0) AS place FROM plan_lines WHERE document_id = $1", params![plan.uuid()])
        .await?;
    db.run(
        "INSERT INTO plan_lines (id, document_id, edition_id, place, title, words, due, within_days, within_from,
                                 unit_levels, unit_ids, written_at, written_by, kind)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        params![
            id,
            plan.uuid(),
            edition.uuid(),
            last.int("place")? + 1,
            assignment.title.as_str(),
            assignment.words.as_str(),
            day,
            within.map(|within| i32::from(within.days)),
            within.map(|within| from_code(within.from)),
            joined(&assignment.groups),
            joined(&assignment.units),
            at,
            by.uuid(),
            assignment.kind.code(),
        ],
    )
    .await?;
    Ok(())
}

/// False when it was given already, or is not there.
pub(crate) async fn update_plan_line(
    db: &mut Conn,
    plan: DocumentId,
    id: Uuid,
    assignment: &Assignment,
) -> Result<bool, StoreError> {
    let (day, within) = parts(assignment.due);
    let changed = db
        .run(
            "UPDATE plan_lines SET kind = $1, title = $2, words = $3, due = $4, within_days = $5, within_from = $6,
                                   unit_levels = $7, unit_ids = $8
              WHERE id = $9 AND document_id = $10 AND given_at IS NULL",
            params![
                assignment.kind.code(),
                assignment.title.as_str(),
                assignment.words.as_str(),
                day,
                within.map(|within| i32::from(within.days)),
                within.map(|within| from_code(within.from)),
                joined(&assignment.groups),
                joined(&assignment.units),
                id,
                plan.uuid(),
            ],
        )
        .await?;
    Ok(changed == 1)
}

const fn parts(due: Option<Due>) -> (Option<Date>, Option<Within>) {
    match due {
        Some(Due::Day(day)) => (Some(day), None),
        Some(Due::Within(within)) => (None, Some(within)),
        None => (None, None),
    }
}

fn joined<T: ToString>(parts: &BTreeSet<T>) -> String {
    parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// False when it was given already, or is not there.
pub(crate) async fn delete_plan_line(db: &mut Conn, plan: DocumentId, id: Uuid) -> Result<bool, StoreError> {
    let gone = db
        .run("DELETE FROM plan_lines WHERE id = $1 AND document_id = $2 AND given_at IS NULL", params![id, plan.uuid()])
        .await?;
    Ok(gone == 1)
}

/// False when somebody else gave it.
pub(crate) async fn mark_given(db: &mut Conn, id: Uuid, at: Timestamp, to: usize) -> Result<bool, StoreError> {
    let to = i64::try_from(to).unwrap_or(i64::MAX);
    let changed = db
        .run(
            "UPDATE plan_lines SET given_at = $1, given_to = $2 WHERE id = $3 AND given_at IS NULL",
            params![at, to, id],
        )
        .await?;
    Ok(changed == 1)
}

const fn from_code(from: CountedFrom) -> &'static str {
    match from {
        CountedFrom::Sent => "sent",
        CountedFrom::Received => "received",
    }
}

fn read(row: &Row) -> Result<PlanLine, StoreError> {
    let from = match row.text_opt("within_from")?.as_deref() {
        Some("received") => CountedFrom::Received,
        _ => CountedFrom::Sent,
    };
    let within = narrow(row, "within_days")?.map(|days| Due::Within(Within { days, from }));
    let units = row.text("unit_ids")?;
    let read_unit = |id: &str| {
        id.parse::<UnitId>().map_err(|_| StoreError::Nonsense {
            column: "unit_ids".to_owned(),
            value: id.to_owned(),
            wanted: "unit",
        })
    };
    Ok(PlanLine {
        id: row.parsed("id")?,
        assignment: Assignment {
            kind: coded(row, "kind", "kind of task", TaskKind::from_code)?,
            title: row.text("title")?,
            words: row.text("words")?,
            due: row.parsed_opt("due")?.map(Due::Day).or(within),
            groups: row.text("unit_levels")?.split_whitespace().map(str::to_owned).collect(),
            units: units.split_whitespace().map(read_unit).collect::<Result<_, _>>()?,
        },
        given_to: narrow(row, "given_to")?,
    })
}
