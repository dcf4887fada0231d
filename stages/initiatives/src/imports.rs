//! A workbook on its way into a register: read, planned, confirmed.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::refused;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::UnitId;
use hoithi_store::Conn;
use hoithi_web::imports::{self, Confirmation, Kept};
use jiff::civil::Date;
use uuid::Uuid;

use crate::fault::RegisterRefusal;
use crate::operations::{actor, permit_keeping};
use crate::plan::{Outcome, Plan, plan};
use crate::store::{self, KeptInitiative};
use crate::workbook::Line;

/// Under this name files for a unit's register wait.
const REGISTER: &str = "initiatives";

/// Keeps what was read until it is confirmed.
pub(crate) async fn keep(act: &mut Act, unit: UnitId, lines: Vec<Line>) -> Result<Uuid, Halt> {
    permit_keeping(act, unit).await?;
    let by = actor(act)?.uuid();
    imports::keep(act, (REGISTER, by), &Kept { ground: unit.uuid(), lines }).await
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
    pub(crate) plan: Plan,
}

impl Preview {
    /// The plan of a file that this account read for this unit; none when it is gone.
    pub(crate) async fn load(db: &mut Conn, import: Import, today: Date) -> Result<Option<Self>, Halt> {
        let kept = imports::kept::<Uuid, Line>(db, (REGISTER, import.by), import.id).await?;
        let Some(kept) = kept.filter(|kept| kept.ground == import.unit.uuid()) else { return Ok(None) };
        let register = store::initiatives_of(db, import.unit).await?;
        Ok(Some(Self { plan: plan(&register, &kept.lines, today) }))
    }
}

/// The confirmation.
#[derive(Clone, Debug)]
pub(crate) struct TakeIn {
    pub(crate) import: Import,
    pub(crate) said: Confirmation,
}

/// Takes in what was read, all of it or nothing.
pub(crate) async fn take_in(act: &mut Act, command: TakeIn) -> Result<(usize, usize), Halt> {
    let unit = command.import.unit;
    let on_behalf = permit_keeping(act, unit).await?;
    let by = (act.now(), actor(act)?);
    let today = day_in_vietnam(act.now());
    let preview = Preview::load(act.db(), command.import, today).await?;
    let plan = preview.ok_or_else(imports::gone)?.plan;
    plan.confirmed(&command.said, changed_meanwhile)?;
    let (faulty, unchanged) = (plan.count("faulty"), plan.count("same"));
    let (mut new, mut changed) = (Vec::new(), 0_usize);
    for row in plan.rows {
        match row.outcome {
            Outcome::New(what) => new.push(KeptInitiative { id: act.random_id()?, unit, what: *what, version: 1 }),
            Outcome::Changed(kept) => {
                if !store::update(act.db(), &kept, by).await? {
                    return Err(changed_meanwhile());
                }
                changed += 1;
            }
            Outcome::Same | Outcome::Faulty(_) => {}
        }
    }
    store::insert(act.db(), &new, by).await?;
    imports::let_go(act, command.import.id).await?;
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

fn changed_meanwhile() -> Halt {
    Halt::Refused(vec![refused(&RegisterRefusal::ChangedMeanwhile)])
}
