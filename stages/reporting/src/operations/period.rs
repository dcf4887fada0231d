//! The officer closes a period of reporting, and opens it again with a reason.

use hoithi_edition::edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::reporting::Period;
use jiff::civil::Date;

use crate::line::ReportLine;
use crate::refusal::ReportingRefusal;
use crate::store;

/// What is done with a period that was closed before.
#[derive(Clone, Debug)]
pub enum PeriodStep {
    /// It is open for changes again, and why.
    Reopen(String),
    /// It is closed again.
    CloseAgain,
}

/// Closes what fell due until that day: from now on no report of it is sent, judged or opened.
pub async fn close_period(act: &mut Act, of: EditionId, last: Date) -> Result<(), Halt> {
    let periods = periods_to_change(act, of).await?;
    let period = Period::close(&periods, last, act.now()).or_refuse()?;
    if !store::insert_period(act.db(), of, &period).await? {
        return Err(ReportingRefusal::PeriodChanged).or_refuse();
    }
    act.record(Event::new("report.period_closed", of).fact("until", last.to_string()));
    Ok(())
}

/// Opens a closed period again, or closes it anew. The reason stays with the period.
pub async fn step_period(act: &mut Act, of: EditionId, last: Date, step: PeriodStep) -> Result<(), Halt> {
    let periods = periods_to_change(act, of).await?;
    let period = periods.into_iter().find(|period| period.last == last).ok_or_else(Halt::not_found)?;
    let now = act.now();
    let stepped = match &step {
        PeriodStep::Reopen(reason) => period.reopen(reason, now),
        PeriodStep::CloseAgain => period.close_again(now),
    };
    let period = stepped.or_refuse()?;
    if !store::save_period(act.db(), of, &period).await? {
        return Err(ReportingRefusal::PeriodChanged).or_refuse();
    }
    let event = match step {
        PeriodStep::Reopen(_) => Event::new("report.period_reopened", of),
        PeriodStep::CloseAgain => Event::new("report.period_closed", of),
    };
    act.record(event.fact("until", last.to_string()));
    Ok(())
}

async fn periods_to_change(act: &mut Act, of: EditionId) -> Result<Vec<Period>, Halt> {
    edition(act.db(), of).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ReportApprove, Place::edition(of)).await?;
    Ok(store::periods(act.db(), of).await?)
}

/// Refuses a change of a report whose period is closed.
pub(super) async fn in_open_period(act: &mut Act, line: &ReportLine) -> Result<(), Halt> {
    let periods = store::periods(act.db(), line.edition).await?;
    Period::may_change(&periods, line.request.due).or_refuse()
}
