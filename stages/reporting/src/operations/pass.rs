//! A unit has ended: a report that is still owed goes to a unit that came after it, with its draft.

use hoithi_journal::{Act, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::ids::{ReportId, UnitId};
use hoithi_units::unit;
use uuid::Uuid;

use crate::refusal::{ReportingRefusal, SuccessorReports};
use crate::store;

/// A duty to report on its way to another unit.
#[derive(Clone, Copy, Debug)]
pub struct PassOn {
    /// Which.
    pub report: ReportId,
    /// Who reports from now on.
    pub unit: UnitId,
    /// What asks that unit for it.
    pub origin: Uuid,
}

/// Passes a report on that is not approved; draft, answers and their files lie with the duty and go along.
/// Part of the act that hands a unit's work over, which has asked whether it may.
pub async fn pass_on(act: &mut Act, command: PassOn) -> Result<(), Halt> {
    let line = store::report_line(act.db(), command.report).await?.ok_or_else(Halt::not_found)?;
    if store::report_of_origin(act.db(), command.origin).await?.is_some() {
        let (unit, successor) = (name_of(act, line.request.unit).await?, name_of(act, command.unit).await?);
        return Err(SuccessorReports { unit, successor }).or_refuse();
    }
    let seen = (line.origin, line.version());
    let passed = line.request.pass_to(command.unit).or_refuse()?;
    if !store::move_duty(act.db(), &passed, command.origin, seen).await? {
        return Err(ReportingRefusal::ChangedMeanwhile).or_refuse();
    }
    Ok(())
}

async fn name_of(act: &mut Act, id: UnitId) -> Result<String, Halt> {
    Ok(unit(act.db(), id).await?.ok_or_else(Halt::not_found)?.name)
}
