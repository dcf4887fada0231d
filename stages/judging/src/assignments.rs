//! Who marks which entry in which round, and what a judge may know of it.

use std::collections::BTreeMap;

use hoithi_rules::edition::CategoryCode;
use hoithi_rules::ids::{AccountId, AssignmentId, EditionId, EntryId, JudgeId, RoundId};
use hoithi_rules::screening::BlindCode;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

use crate::rounds::category;

/// How far an assignment has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssignmentState {
    /// The judge has written nothing yet.
    Open,
    /// The judge marks.
    Begun,
    /// The judge confirmed and locked the sheet.
    Locked,
    /// The judge or the entry withdrew; nothing of the sheet counts.
    Recused,
}

impl AssignmentState {
    const ALL: [Self; 4] = [Self::Open, Self::Begun, Self::Locked, Self::Recused];

    /// Stable name, in the store, the API and the catalogue.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Begun => "begun",
            Self::Locked => "locked",
            Self::Recused => "recused",
        }
    }

    /// Whether the judge may still write.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Begun)
    }
}

fn state(row: &Row) -> Result<AssignmentState, StoreError> {
    let code = row.text("state")?;
    AssignmentState::ALL.into_iter().find(|state| state.code() == code).ok_or(StoreError::Nonsense {
        column: "state".to_owned(),
        value: code,
        wanted: "state of an assignment",
    })
}

/// An assignment, for staff and for the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Assignment {
    pub(crate) entry: EntryId,
    pub(crate) judge: JudgeId,
    pub(crate) state: AssignmentState,
}

/// Every assignment of a round.
pub(crate) async fn assignments(db: &mut Conn, round: RoundId) -> Result<Vec<Assignment>, StoreError> {
    let rows = db
        .all(
            "SELECT entry_id, judge_id, state FROM assignments WHERE round_id = $1 ORDER BY entry_id, judge_id",
            params![round.uuid()],
        )
        .await?;
    let read = |row: &Row| {
        Ok(Assignment { entry: row.parsed("entry_id")?, judge: row.parsed("judge_id")?, state: state(row)? })
    };
    rows.iter().map(read).collect()
}

/// A new assignment on its way into the table.
pub(crate) struct NewAssignment {
    pub(crate) id: AssignmentId,
    pub(crate) entry: EntryId,
    pub(crate) judge: JudgeId,
    pub(crate) account: AccountId,
    pub(crate) turn: i64,
}

pub(crate) async fn insert(
    db: &mut Conn,
    round: RoundId,
    new: &[NewAssignment],
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = |each: &NewAssignment| {
        params![
            each.id.uuid(),
            round.uuid(),
            each.entry.uuid(),
            each.judge.uuid(),
            each.account.uuid(),
            each.turn,
            "open",
            now
        ]
    };
    let rows = new.iter().map(row).collect();
    db.insert_many("INSERT INTO assignments (id, round_id, entry_id, judge_id, account_id, turn, state, made_at)", rows)
        .await
}

/// Takes back every assignment of a round that nobody has begun to mark.
pub(crate) async fn clear(db: &mut Conn, round: RoundId) -> Result<(), StoreError> {
    db.run("DELETE FROM assignments WHERE round_id = $1", params![round.uuid()]).await?;
    Ok(())
}

/// How many turns each judge has in a round, ended ones included.
pub(crate) async fn turns(db: &mut Conn, round: RoundId) -> Result<BTreeMap<JudgeId, i64>, StoreError> {
    let rows = db
        .all(
            "SELECT judge_id, MAX(turn) + 1 AS turns FROM assignments WHERE round_id = $1 GROUP BY judge_id",
            params![round.uuid()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.parsed("judge_id")?, row.int("turns")?))).collect()
}

/// Moves an assignment on; false when it is no longer where that step begins.
pub(crate) async fn move_on(
    db: &mut Conn,
    own: &OwnAssignment,
    to: AssignmentState,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let (from, ended) = match to {
        AssignmentState::Open => return Ok(false),
        AssignmentState::Begun => (&["open", "begun", "begun"], None),
        AssignmentState::Locked => (&["open", "begun", "begun"], Some(now)),
        AssignmentState::Recused => (&["open", "begun", "locked"], Some(now)),
    };
    let changed = db
        .run(
            "UPDATE assignments SET state = $2, ended_at = $3 WHERE id = $1 AND state IN ($4, $5, $6)",
            params![own.id.uuid(), to.code(), ended, from[0], from[1], from[2]],
        )
        .await?;
    Ok(changed == 1)
}

/// Ends what a judge has in a round and has not locked; says how many sheets that were.
pub(crate) async fn end_unlocked_of(
    db: &mut Conn,
    round: RoundId,
    judge: JudgeId,
    now: Timestamp,
) -> Result<u64, StoreError> {
    db.run(
        "UPDATE assignments SET state = 'recused', ended_at = $3
          WHERE round_id = $1 AND judge_id = $2 AND state IN ('open', 'begun')",
        params![round.uuid(), judge.uuid(), now],
    )
    .await
}

/// Ends one judge's sheet of an entry that is not locked.
pub(crate) async fn end_unlocked(
    db: &mut Conn,
    round: RoundId,
    (entry, judge): (EntryId, JudgeId),
    now: Timestamp,
) -> Result<(), StoreError> {
    db.run(
        "UPDATE assignments SET state = 'recused', ended_at = $4
          WHERE round_id = $1 AND entry_id = $2 AND judge_id = $3 AND state IN ('open', 'begun')",
        params![round.uuid(), entry.uuid(), judge.uuid(), now],
    )
    .await?;
    Ok(())
}

/// Ends whatever stands of an entry that left the round.
pub(crate) async fn end_all_of(
    db: &mut Conn,
    round: RoundId,
    entry: EntryId,
    now: Timestamp,
) -> Result<(), StoreError> {
    db.run(
        "UPDATE assignments SET state = 'recused', ended_at = $3
          WHERE round_id = $1 AND entry_id = $2 AND state <> 'recused'",
        params![round.uuid(), entry.uuid(), now],
    )
    .await?;
    Ok(())
}

/// An assignment in the hands of its own judge.
///
/// Only [`own`] makes one, and only for the account that the assignment belongs to: whoever holds
/// one may read and write its sheet.
#[derive(Clone, Debug)]
pub struct OwnAssignment {
    /// The random id in the judge's addresses.
    pub id: AssignmentId,
    /// Of which edition.
    pub edition: EditionId,
    /// In which round.
    pub round: RoundId,
    /// The version of the rule book that the round froze.
    pub(crate) book_version: i64,
    /// Whether the round is still being marked.
    pub marking: bool,
    /// Whether the round is sealed: then not even its own judge reads the sheet.
    pub sealed: bool,
    /// The entry; its id never leaves the server.
    pub(crate) entry: EntryId,
    pub(crate) judge: JudgeId,
    pub(crate) account: AccountId,
    pub(crate) started_at: Timestamp,
    /// The entry's blind code.
    pub blind_code: BlindCode,
    /// The entry's title.
    pub title: String,
    /// The entry's category.
    pub category: CategoryCode,
    /// Open or locked; a recused judge has no trace of it.
    pub state: AssignmentState,
    /// Its place in the judge's own order, from 1.
    pub place: i64,
    /// How many assignments the judge has in the round.
    pub count: i64,
    /// How many of their sheets are locked.
    pub locked: i64,
    /// The neighbours in the judge's own order.
    pub previous: Option<AssignmentId>,
    /// The next one.
    pub next: Option<AssignmentId>,
}

/// The assignment behind a handle, if it is this judge's, has not been recused, and the round has
/// started. Anybody else's is as unknown as one that never was.
pub async fn own(db: &mut Conn, judge: AccountId, handle: AssignmentId) -> Result<Option<OwnAssignment>, StoreError> {
    let row = db
        .maybe(
            "SELECT a.id, a.round_id, a.entry_id, a.judge_id, a.state, r.edition_id, r.book_version, r.started_at,
                    r.state AS round_state,
                    e.blind_code, e.title, e.category,
                    (SELECT COUNT(*) FROM assignments o WHERE o.account_id = a.account_id AND o.round_id = a.round_id
                        AND o.state <> 'recused' AND o.turn <= a.turn) AS place,
                    (SELECT COUNT(*) FROM assignments o WHERE o.account_id = a.account_id AND o.round_id = a.round_id
                        AND o.state <> 'recused') AS total,
                    (SELECT COUNT(*) FROM assignments o WHERE o.account_id = a.account_id AND o.round_id = a.round_id
                        AND o.state = 'locked') AS locked,
                    (SELECT o.id FROM assignments o WHERE o.account_id = a.account_id AND o.round_id = a.round_id
                        AND o.state <> 'recused' AND o.turn < a.turn ORDER BY o.turn DESC LIMIT 1) AS previous,
                    (SELECT o.id FROM assignments o WHERE o.account_id = a.account_id AND o.round_id = a.round_id
                        AND o.state <> 'recused' AND o.turn > a.turn ORDER BY o.turn LIMIT 1) AS next
               FROM assignments a
               JOIN rounds r ON r.id = a.round_id
               JOIN round_entries e ON e.round_id = a.round_id AND e.entry_id = a.entry_id
              WHERE a.id = $1 AND a.account_id = $2 AND a.state <> 'recused' AND r.state <> 'prepared'",
            params![handle.uuid(), judge.uuid()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(OwnAssignment {
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        round: row.parsed("round_id")?,
        book_version: row.int("book_version")?,
        marking: row.text("round_state")? == "marking",
        sealed: row.text("round_state")? == "sealed",
        entry: row.parsed("entry_id")?,
        judge: row.parsed("judge_id")?,
        account: judge,
        started_at: row.instant("started_at")?,
        blind_code: row.parsed("blind_code")?,
        title: row.text("title")?,
        category: category(&row)?,
        state: state(&row)?,
        place: row.int("place")?,
        count: row.int("total")?,
        locked: row.int("locked")?,
        previous: row.parsed_opt("previous")?,
        next: row.parsed_opt("next")?,
    }))
}

/// One line of a judge's own list.
#[derive(Clone, Debug)]
pub struct OwnLine {
    /// The random id in the judge's addresses.
    pub id: AssignmentId,
    /// Of which edition.
    pub edition: EditionId,
    /// In which round.
    pub round: RoundId,
    /// The round's name.
    pub round_name: String,
    /// Whether the round is still being marked.
    pub marking: bool,
    /// Whether the round is sealed.
    pub sealed: bool,
    /// The entry's blind code.
    pub blind_code: BlindCode,
    /// The entry's title.
    pub title: String,
    /// The entry's category.
    pub category: CategoryCode,
    /// How far the judge has come with it.
    pub state: AssignmentState,
}

/// A judge's own assignments, round by round, the newest round first, in the judge's own order.
pub async fn own_list(db: &mut Conn, judge: AccountId) -> Result<Vec<OwnLine>, StoreError> {
    let rows = db
        .all(
            "SELECT a.id, a.round_id, a.state, r.edition_id, r.name, r.state AS round_state,
                    e.blind_code, e.title, e.category
               FROM assignments a
               JOIN rounds r ON r.id = a.round_id
               JOIN round_entries e ON e.round_id = a.round_id AND e.entry_id = a.entry_id
              WHERE a.account_id = $1 AND a.state <> 'recused' AND r.state <> 'prepared'
              ORDER BY r.started_at DESC, r.id, a.turn",
            params![judge.uuid()],
        )
        .await?;
    let read = |row: &Row| {
        Ok(OwnLine {
            id: row.parsed("id")?,
            edition: row.parsed("edition_id")?,
            round: row.parsed("round_id")?,
            round_name: row.text("name")?,
            marking: row.text("round_state")? == "marking",
            sealed: row.text("round_state")? == "sealed",
            blind_code: row.parsed("blind_code")?,
            title: row.text("title")?,
            category: category(row)?,
            state: state(row)?,
        })
    };
    rows.iter().map(read).collect()
}

/// What staff may know of a round before it is opened: counts, never a mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Assignments that stand.
    pub assigned: usize,
    /// Sheets with something on them, not yet locked.
    pub begun: usize,
    /// Sheets locked.
    pub locked: usize,
}

impl Progress {
    pub(crate) fn add(&mut self, assignment: &Assignment) {
        match assignment.state {
            AssignmentState::Recused => return,
            AssignmentState::Locked => self.locked += 1,
            AssignmentState::Begun => self.begun += 1,
            AssignmentState::Open => {}
        }
        self.assigned += 1;
    }

    /// Sheets that are not locked yet.
    pub fn left(&self) -> usize {
        self.assigned - self.locked
    }
}

/// Whether a judge has an entry in a round of the edition that has started.
pub(crate) async fn stands(
    db: &mut Conn,
    edition: EditionId,
    judge: AccountId,
    entry: EntryId,
) -> Result<bool, StoreError> {
    let row = db
        .maybe(
            "SELECT a.id FROM assignments a JOIN rounds r ON r.id = a.round_id
              WHERE r.edition_id = $1 AND a.account_id = $2 AND a.entry_id = $3
                AND a.state <> 'recused' AND r.state <> 'prepared'",
            params![edition.uuid(), judge.uuid(), entry.uuid()],
        )
        .await?;
    Ok(row.is_some())
}
