//! A report has another day: the task that it answers follows. Where the agency decided so, the unit is told.

use hoithi_journal::{Act, Event, Halt};
use hoithi_reporting::Decided;
use hoithi_rules::campaign::{StepKind, Task, TaskKind, TaskState};
use hoithi_rules::ids::SendingId;
use jiff::civil::Date;

use super::life::{note, step};
use crate::contacts;
use crate::links::open_until_after;
use crate::store::{self, Step};

/// Gives the task that asks for the report the report's later day, and tells the unit. The room of reports has asked
/// whether it may.
pub async fn report_decided(act: &mut Act, sending: SendingId, decided: Decided) -> Result<(), Halt> {
    let sent = store::sending(act.db(), sending).await?.ok_or_else(Halt::not_found)?;
    if let Some(to) = decided.to {
        open_until_after(act, sending, to).await?;
        if let Some(task) = follow(act, sending, (StepKind::Extended, to), &decided.words).await? {
            act.record(
                Event::new("task.extended", task.id)
                    .fact("unit", task.unit.to_string())
                    .fact("kind", task.kind.code())
                    .fact("to", to.to_string()),
            );
        }
    }
    contacts::tell(act, sent.sending.document, &[(sending, sent.sending.unit)], decided.mail.as_ref()).await?;
    Ok(())
}

/// The task that the report answers is due when the report is. What was answered meanwhile gets a later day only: it is
/// on time by the day that holds, as its report is. Gives the task where its day moved.
pub(super) async fn follow(
    act: &mut Act,
    sending: SendingId,
    (kind, to): (StepKind, Date),
    words: &str,
) -> Result<Option<Task>, Halt> {
    let tasks = store::tasks_of_sending(act.db(), sending).await?;
    let asked = tasks.into_iter().find(|task| task.kind == TaskKind::DirectAndReport);
    let asked = asked.filter(|task| !matches!(task.state, TaskState::CalledOff { .. }));
    let both_ways = |task: &Task| kind == StepKind::DueChanged && task.is_open();
    let moves = |task: &Task| task.due.is_some_and(|due| due < to || (due > to && both_ways(task)));
    let Some(task) = asked.filter(moves) else { return Ok(None) };
    store::move_due(act.db(), task.id, to).await?;
    let step = Step { day: Some(to), before: task.due, ..step(act, &task, kind, words)? };
    note(act, step).await?;
    Ok(Some(task))
}
