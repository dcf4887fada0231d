//! The agency gives a report back, approves it, or opens an approved one again.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::ReportId;
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::reporting::Paper;

use super::actor;
use super::period::in_open_period;
use super::submit::still_open;
use crate::forms::form;
use crate::line::ReportLine;
use crate::refusal::ReportingRefusal;
use crate::store;

/// What is said of a report.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// It counts, and is locked; its signed paper is there, or its form wants none.
    Approve,
    /// The same though its signed paper is missing, and why.
    ApproveUnsigned(String),
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
    if matches!(command.verdict, Verdict::GiveBack(_) | Verdict::Reopen(_)) {
        still_open(&line)?;
    }
    if line.version() != command.seen {
        return Err(ReportingRefusal::ChangedMeanwhile).or_refuse();
    }
    in_open_period(act, &line).await?;
    let before = line.answer().map_or("waiting", |answer| answer.stands.code());
    let now = act.now();
    let paper = paper_of(act, &line, &command.verdict).await?;
    let judged = match &command.verdict {
        Verdict::Approve | Verdict::ApproveUnsigned(_) => line.request.approve(paper, now),
        Verdict::GiveBack(reason) => line.request.give_back(reason, now),
        Verdict::Reopen(reason) => line.request.reopen(reason, now),
    };
    let judged = judged.or_refuse()?;
    if !store::save_verdict(act.db(), &judged, before).await? {
        return Err(ReportingRefusal::ChangedMeanwhile).or_refuse();
    }
    let by = actor(act)?;
    store::insert_verdict(act.db(), &judged, by).await?;
    let excepted = judged.answered().is_some_and(|answer| answer.stands.exception().is_some());
    let event = match &command.verdict {
        Verdict::Approve | Verdict::ApproveUnsigned(_) if excepted => Event::new("report.approved_unsigned", judged.id),
        Verdict::Approve | Verdict::ApproveUnsigned(_) => Event::new("report.approved", judged.id),
        Verdict::GiveBack(_) => Event::new("report.given_back", judged.id),
        Verdict::Reopen(_) => Event::new("report.reopened", judged.id),
    };
    act.record(event.fact("unit", judged.unit.to_string()).fact("version", command.seen));
    Ok(())
}

/// Whether the signed paper is there, as far as the form of the report wants it. Where it came meanwhile, no
/// exception is made of what was said.
async fn paper_of<'v>(act: &mut Act, line: &ReportLine, verdict: &'v Verdict) -> Result<Paper<'v>, Halt> {
    let asked = form(act.db(), &line.form).await?;
    let wanted = asked.is_none_or(|kept| !kept.form.without_paper);
    Ok(match verdict {
        _ if !wanted || line.has_paper() => Paper::There,
        Verdict::ApproveUnsigned(reason) => Paper::Waived(reason),
        _ => Paper::Missing,
    })
}
