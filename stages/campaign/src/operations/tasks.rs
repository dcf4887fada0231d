//! A unit's answer to a task.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::campaign::{Evidence, Task, TaskKind, TaskState};
use hoithi_rules::ids::{EditionId, TaskId};
use hoithi_rules::people::{Permission, Place};
use jiff::Timestamp;

use crate::refusal::CampaignRefusal;
use crate::store;

/// What a unit answers.
#[derive(Clone, Debug)]
pub enum TaskAnswer {
    /// It is done; these words show it, with the publicity the unit recorded.
    Done(String),
    /// *Không phát sinh*, and why.
    Nothing(String),
}

/// A unit's answer to one task.
#[derive(Clone, Debug)]
pub struct AnswerTask {
    /// Which.
    pub task: TaskId,
    /// What.
    pub answer: TaskAnswer,
}

/// Answers a task: done, or nothing to report.
pub async fn answer_task(act: &mut Act, command: AnswerTask) -> Result<(), Halt> {
    let (task, edition) = store::task(act.db(), command.task).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::TaskComplete, Place::unit_in(task.unit, edition)).await?;
    let now = act.now();
    answered(act, task, edition, command.answer, now).await
}

/// The same once it is known by what right; it counts from the instant at which it came.
pub(crate) async fn answered(
    act: &mut Act,
    task: Task,
    edition: EditionId,
    answer: TaskAnswer,
    at: Timestamp,
) -> Result<(), Halt> {
    let answered = match answer {
        TaskAnswer::Done(text) => {
            let evidence = evidence(act, &task, edition, text).await?;
            task.complete(evidence, at).or_refuse()?
        }
        TaskAnswer::Nothing(reason) => task.nothing_to_report(&reason, at).or_refuse()?,
    };
    save(act, &answered).await
}

/// What was published shows by itself that the unit publicised.
async fn evidence(act: &mut Act, task: &Task, edition: EditionId, text: String) -> Result<Evidence, Halt> {
    let mut evidence = Evidence { text, ..Evidence::default() };
    if task.kind == TaskKind::PubliciseAndMobilise {
        let recorded = store::publicity_of_unit(act.db(), edition, task.unit).await?;
        evidence.publicity = recorded.iter().map(|line| line.id).collect();
    }
    Ok(evidence)
}

/// Saves an answered task that nobody answered before.
pub(super) async fn save(act: &mut Act, task: &Task) -> Result<(), Halt> {
    if !store::save_answer(act.db(), task).await? {
        return Err(CampaignRefusal::ChangedMeanwhile).or_refuse();
    }
    let nothing = matches!(task.state, TaskState::NothingToReport { .. });
    act.record(
        Event::new("task.answered", task.id)
            .fact("unit", task.unit.to_string())
            .fact("kind", task.kind.code())
            .fact("nothing_to_report", nothing),
    );
    Ok(())
}
