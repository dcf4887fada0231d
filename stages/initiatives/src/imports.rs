//! A workbook on its way into a register: read, planned, confirmed.

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::UnitId;
use hoithi_store::{Conn, params};
use jiff::SignedDuration;
use jiff::civil::Date;
use uuid::Uuid;

use crate::fault::RegisterRefusal;
use crate::operations::{actor, permit_keeping};
use crate::plan::{Outcome, Planned, plan};
use crate::store::{self, KeptInitiative};
use crate::workbook::Line;

/// How long a file waits to be confirmed.
const HOURS: i64 = 24;

/// Keeps what was read until it is confirmed; what waited too long goes.
pub(crate) async fn keep(act: &mut Act, unit: UnitId, lines: Vec<Line>) -> Result<Uuid, Halt> {
    permit_keeping(act, unit).await?;
    let (id, by, now) = (act.random_id()?, actor(act)?, act.now());
    let too_long_ago = now.saturating_sub(SignedDuration::from_hours(HOURS)).map_err(Halt::fault)?;
    act.db().run("DELETE FROM initiative_imports WHERE made_at <= $1", params![too_long_ago]).await?;
    let lines = serde_json::to_string(&lines)?;
    act.db()
        .run(
            "INSERT INTO initiative_imports (id, unit_id, made_by, made_at, lines) VALUES ($1, $2, $3, $4, $5)",
            params![id, unit.uuid(), by.uuid(), now, lines],
        )
        .await?;
    Ok(id)
}

/// Which file is read back, and who sent it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Import {
    pub(crate) id: Uuid,
    pub(crate) unit: UnitId,
    pub(crate) by: Uuid,
}

/// What a kept file would do now.
pub(crate) struct Preview {
    pub(crate) rows: Vec<Planned>,
}

impl Preview {
    /// The plan of a file that this account read for this unit; none when it is gone.
    pub(crate) async fn load(db: &mut Conn, import: Import, today: Date) -> Result<Option<Self>, Halt> {
        let kept = db
            .maybe(
                "SELECT lines FROM initiative_imports WHERE id = $1 AND unit_id = $2 AND made_by = $3",
                params![import.id, import.unit.uuid(), import.by],
            )
            .await?;
        let Some(kept) = kept else { return Ok(None) };
        let lines: Vec<Line> = serde_json::from_str(&kept.text("lines")?)?;
        let register = store::initiatives_of(db, import.unit).await?;
        Ok(Some(Self { rows: plan(&register, &lines, today) }))
    }

    /// How many rows come out like that.
    pub(crate) fn count(&self, code: &str) -> usize {
        self.rows.iter().filter(|row| row.outcome.code() == code).count()
    }

    /// Whether anything at all would be different.
    pub(crate) fn would_change(&self) -> bool {
        self.count("new") + self.count("changed") > 0
    }

    /// By which the confirmation knows that it takes in what was read.
    pub(crate) fn mark(&self) -> String {
        Sha256Hex::of(format!("{:?}", self.rows).as_bytes()).to_string()
    }
}

/// The confirmation.
#[derive(Clone, Debug)]
pub(crate) struct TakeIn {
    pub(crate) import: Import,
    /// The mark of the plan that was read.
    pub(crate) seen: String,
    /// Whether rows with faults are left out; otherwise one of them keeps all others out.
    pub(crate) leave_out: bool,
}

/// Takes in what was read, all of it or nothing.
pub(crate) async fn take_in(act: &mut Act, command: TakeIn) -> Result<(usize, usize), Halt> {
    let unit = command.import.unit;
    let on_behalf = permit_keeping(act, unit).await?;
    let by = (act.now(), actor(act)?);
    let today = day_in_vietnam(act.now());
    let preview = Preview::load(act.db(), command.import, today).await?;
    let preview = preview.ok_or(RegisterRefusal::ImportGone).or_refuse()?;
    if preview.mark() != command.seen {
        return Err(RegisterRefusal::ChangedMeanwhile).or_refuse();
    }
    let faulty = preview.count("faulty");
    if faulty > 0 && !command.leave_out {
        return Err(RegisterRefusal::RowsFaulty { count: faulty }).or_refuse();
    }
    let unchanged = preview.count("same");
    let (mut new, mut changed) = (Vec::new(), 0_usize);
    for row in preview.rows {
        match row.outcome {
            Outcome::New(what) => new.push(KeptInitiative { id: act.random_id()?, unit, what: *what, version: 1 }),
            Outcome::Changed(kept) => {
                if !store::update(act.db(), &kept, by).await? {
                    return Err(RegisterRefusal::ChangedMeanwhile).or_refuse();
                }
                changed += 1;
            }
            Outcome::Same | Outcome::Faulty(_) => {}
        }
    }
    store::insert(act.db(), &new, by).await?;
    act.db().run("DELETE FROM initiative_imports WHERE id = $1", params![command.import.id]).await?;
    act.record(
        Event::new("initiative.imported", unit)
            .fact("added", new.len())
            .fact("changed", changed)
            .fact("unchanged", unchanged)
            .fact("left_out", faulty)
            .fact("on_behalf", on_behalf),
    );
    Ok((new.len(), changed))
}
