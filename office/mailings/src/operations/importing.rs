//! Rows for a list: they wait until somebody has looked at what they come to.

use hoithi_journal::{Act, Event, Halt};
use hoithi_rules::ids::{MailingListId, ReaderId};
use hoithi_rules::mailings::ReaderState;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{changed_meanwhile, list_of, permitted};
use crate::importing::{Line, Preview, Verdict};
use crate::store;
use crate::table::Row;
use crate::things::Reader;

/// How long rows wait to be looked at.
const HOURS: i64 = 24;

/// What was read before this is as if it had never been.
pub(crate) fn oldest_import(now: Timestamp) -> Result<Timestamp, Halt> {
    now.saturating_sub(SignedDuration::from_hours(HOURS)).map_err(Halt::fault)
}

/// Rows that were read.
#[derive(Clone, Debug)]
pub(crate) struct KeepRows {
    pub(crate) list: MailingListId,
    pub(crate) rows: Vec<Row>,
}

/// Keeps what was read until somebody has looked at it.
pub(crate) async fn keep_rows(act: &mut Act, command: KeepRows) -> Result<Uuid, Halt> {
    let by = permitted(act).await?;
    let list = list_of(act, command.list).await?;
    let (id, now) = (act.random_id()?, act.now());
    let rows = serde_json::to_string(&command.rows)?;
    store::forget_imports_before(act.db(), oldest_import(now)?).await?;
    store::put_import(act.db(), (list.id, id), (by, now), &rows).await?;
    Ok(id)
}

/// The confirmation of rows that were looked at.
#[derive(Clone, Debug)]
pub(crate) struct TakeIn {
    pub(crate) list: MailingListId,
    pub(crate) import: Uuid,
    /// The mark of the plan that was read.
    pub(crate) seen: String,
}

/// Puts the new addresses on the list; how many they are and how many rows were left out. Who left or was
/// forgotten stays off it, and whoever is on it keeps the consent that is known.
pub(crate) async fn take_in(act: &mut Act, command: TakeIn) -> Result<(usize, usize), Halt> {
    let by = permitted(act).await?;
    let list = list_of(act, command.list).await?;
    let now = act.now();
    let preview = Preview::load(act.db(), (list.id, command.import), by, now).await?.ok_or_else(import_gone)?;
    if preview.mark() != command.seen {
        return Err(changed_meanwhile());
    }
    let all = preview.rows.len();
    let mut added = 0;
    for planned in preview.rows {
        if let Verdict::New(line) = planned.verdict {
            let reader = reader_of_line(ReaderId::new(act.random_id()?), list.id, line);
            store::put_reader(act.db(), &reader, now).await?;
            added += 1;
        }
    }
    store::forget_import(act.db(), command.import).await?;
    act.record(Event::new("mailings.imported", list.id).fact("added", added).fact("left_out", all - added));
    Ok((added, all - added))
}

pub(crate) fn import_gone() -> Halt {
    Halt::refused("mailings.import_gone", Some("file"), "these rows wait no longer")
}

fn reader_of_line(id: ReaderId, list: MailingListId, line: Line) -> Reader {
    Reader {
        id,
        list,
        email: line.email,
        name: line.name,
        state: ReaderState::Joined,
        source: line.source,
        consent: String::new(),
        consent_version: String::new(),
        consent_day: line.day,
        left_at: None,
    }
}
