//! The officer begins a period of reporting, closes it, and opens it again with a reason.

use std::collections::BTreeSet;

use hoithi_edition::edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::{EditionId, ReportId};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::reporting::Period;
use jiff::civil::Date;

use super::actor;
use crate::line::ReportLine;
use crate::refusal::ReportingRefusal;
use crate::store;

/// What is done with a period.
#[derive(Clone, Debug)]
pub enum PeriodStep {
    /// From now on no report of it is sent, judged or opened. What came and is not approved stays outside the
    /// sums, so whoever closes is told of these reports before.
    Close(BTreeSet<ReportId>),
    /// It is open for changes again, and why.
    Reopen(String),
    /// It was a slip, and is there no longer.
    Remove,
}

/// Begins a period after the one that ends before it: by its name what falls due until that day is added up. The
/// period that held that day until now begins where this one ends.
pub async fn begin_period(act: &mut Act, of: EditionId, name: String, last: Date) -> Result<(), Halt> {
    let periods = periods_to_change(act, of).await?;
    let period = Period::begin(&periods, &name, last).or_refuse()?;
    if !store::insert_period(act.db(), of, &period).await? {
        return Err(ReportingRefusal::PeriodChanged).or_refuse();
    }
    if let Some(next) = Period::holding(&periods, last) {
        store::put_after(act.db(), of, next.last, last).await?;
    }
    act.record(Event::new("report.period_begun", of).fact("until", last.to_string()));
    Ok(())
}

/// Closes a period, opens a closed one again, or takes a slip away. The reason stays with the period.
pub async fn step_period(act: &mut Act, of: EditionId, last: Date, step: PeriodStep) -> Result<(), Halt> {
    let periods = periods_to_change(act, of).await?;
    let period = periods.iter().find(|period| period.last == last).cloned().ok_or_else(Halt::not_found)?;
    let now = act.now();
    let done = match &step {
        PeriodStep::Close(told) => {
            let closed = period.close(now).or_refuse()?;
            told_of_open(act, of, &closed, told).await?;
            saved(act, of, closed).await?
        }
        PeriodStep::Reopen(reason) => saved(act, of, period.reopen(reason, now).or_refuse()?).await?,
        PeriodStep::Remove => {
            period.may_go(&periods).or_refuse()?;
            store::delete_period(act.db(), of, last).await?
        }
    };
    if !done {
        return Err(ReportingRefusal::PeriodChanged).or_refuse();
    }
    let event = match step {
        PeriodStep::Close(_) => Event::new("report.period_closed", of),
        PeriodStep::Reopen(_) => Event::new("report.period_reopened", of),
        PeriodStep::Remove => Event::new("report.period_removed", of),
    };
    act.record(event.fact("until", last.to_string()));
    Ok(())
}

/// Nobody closes over a report that they do not know of.
async fn told_of_open(act: &mut Act, of: EditionId, period: &Period, told: &BTreeSet<ReportId>) -> Result<(), Halt> {
    let lines = store::reports_of(act.db(), of).await?;
    let mut open = lines.iter().filter(|line| line.is_open_in(period));
    if open.all(|line| told.contains(&line.request.id)) {
        return Ok(());
    }
    Err(ReportingRefusal::PeriodHasOpen).or_refuse()
}

async fn saved(act: &mut Act, of: EditionId, period: Period) -> Result<bool, Halt> {
    let by = actor(act)?;
    Ok(store::save_period(act.db(), of, &period, by).await?)
}

async fn periods_to_change(act: &mut Act, of: EditionId) -> Result<Vec<Period>, Halt> {
    edition(act.db(), of).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ReportApprove, Place::edition(of)).await?;
    Ok(store::periods(act.db(), of).await?)
}

/// Refuses a change of a report whose period is closed.
pub(super) async fn in_open_period(act: &mut Act, line: &ReportLine) -> Result<(), Halt> {
    let periods = store::periods(act.db(), line.edition).await?;
    Period::may_change(&periods, line.request.asked_by()).or_refuse()
}
