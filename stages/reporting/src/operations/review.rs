//! The agency gives a report back, approves it, or opens an approved one again.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::ReportId;
use hoithi_rules::people::{Permission, Place};

use super::actor;
use super::period::in_open_period;
use crate::refusal::ReportingRefusal;
use crate::store;

/// What is said of a report.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// It counts, and is locked.
    Approve,
    /// It is to be corrected, and why.
    GiveBack(String),
    /// It is open for correction again, and why.
    Reopen(String),
}

/// What is said of one version of a report.
#[derive(Clone, Debug)]
pub struct Judge {
    /// Which duty it answers.
    pub request: ReportId,
    /// The version that was read.
    pub seen: u32,
    /// What is said.
    pub verdict: Verdict,
}

/// Says it. Words to the unit stay with the report for good; the journal keeps that they were said.
pub async fn judge(act: &mut Act, command: Judge) -> Result<(), Halt> {
    let line = store::report_line(act.db(), command.request).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ReportApprove, Place::edition(line.edition)).await?;
    if line.version() != command.seen {
        return Err(ReportingRefusal::ChangedMeanwhile).or_refuse();
    }
    in_open_period(act, &line).await?;
    let before = line.answer().map_or("waiting", |answer| answer.stands.code());
    let now = act.now();
    let judged = match &command.verdict {
        Verdict::Approve => line.request.approve(now),
        Verdict::GiveBack(reason) => line.request.give_back(reason, now),
        Verdict::Reopen(reason) => line.request.reopen(reason, now),
    };
    let judged = judged.or_refuse()?;
    if !store::save_verdict(act.db(), &judged, before).await? {
        return Err(ReportingRefusal::ChangedMeanwhile).or_refuse();
    }
    let by = actor(act)?;
    store::insert_verdict(act.db(), &judged, by).await?;
    let event = match &command.verdict {
        Verdict::Approve => Event::new("report.approved", judged.id),
        Verdict::GiveBack(_) => Event::new("report.given_back", judged.id),
        Verdict::Reopen(_) => Event::new("report.reopened", judged.id),
    };
    act.record(event.fact("unit", judged.unit.to_string()).fact("version", command.seen));
    Ok(())
}
