//! A unit's answer to a task.

use hoithi_correspondence::KeptFile;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::campaign::{Evidence, StepKind, Task, TaskKind, TaskState};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{EditionId, FileId, PublicityId, SendingId, TaskId, UnitId};
use jiff::Timestamp;

use super::life::{note, permit_on_task, step};
use crate::refusal::CampaignRefusal;
use crate::store;

/// What a unit answers.
#[derive(Clone, Debug)]
pub enum TaskAnswer {
    /// It is done; these words show it, with the publicity the unit recorded.
    Done(String),
    /// It is done; these words and files show it.
    Shown(String, Vec<KeptFile>),
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
    permit_on_task(act, &task, edition).await?;
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
    let (text, files) = match answer {
        TaskAnswer::Done(text) => (text, Vec::new()),
        TaskAnswer::Shown(text, files) => (text, files),
        TaskAnswer::Nothing(reason) => {
            nothing_was_recorded(act, &task, edition).await?;
            let answered = task.nothing_to_report(&reason, at).or_refuse()?;
            return save(act, &answered).await;
        }
    };
    let evidence = evidence(act, &task, edition, (text, &files)).await?;
    let kept = evidence.files.clone();
    let answered = task.complete(evidence, at).or_refuse()?;
    save(act, &answered).await?;
    for (id, file) in kept.into_iter().zip(&files) {
        store::insert_file(act.db(), id, answered.id, file).await?;
    }
    Ok(())
}

/// A report answers the task that asked for it, on the day it arrived: a unit is not late because the
/// office entered its paper later. The room of reports has asked whether it may.
pub async fn answered_by_report(act: &mut Act, sending: SendingId, at: Timestamp) -> Result<(), Halt> {
    let tasks = store::tasks_of_sending(act.db(), sending).await?;
    let asked = tasks.into_iter().find(|task| task.kind == TaskKind::DirectAndReport && task.is_open());
    let Some(task) = asked else { return Ok(()) };
    // The office's own language, as in every text that lies in its files.
    let text = format!("Báo cáo kết quả ngày {}", hoithi_web::day(day_in_vietnam(at)));
    let done = task.complete(Evidence { text, ..Evidence::default() }, at).or_refuse()?;
    save(act, &done).await
}

/// Whoever named a contact has done what a letter asked with that: the unit's open tasks of this kind are
/// answered. The caller has made sure that the unit named one.
pub async fn contact_named(act: &mut Act, unit: UnitId) -> Result<Vec<(SendingId, TaskId)>, Halt> {
    let now = act.now();
    let mut done = Vec::new();
    for sent in store::sendings_to(act.db(), unit).await? {
        let tasks = store::tasks_of_sending(act.db(), sent.sending.id).await?;
        for task in tasks.into_iter().filter(|task| task.kind == TaskKind::NameContact && task.is_open()) {
            // The office's own language, as in every text that lies in its files; who it is, the directory says.
            let text = format!("Đã ghi cán bộ đầu mối ngày {}", hoithi_web::day(day_in_vietnam(now)));
            done.push((sent.sending.id, task.id));
            let answered = task.complete(Evidence { text, ..Evidence::default() }, now).or_refuse()?;
            save(act, &answered).await?;
        }
    }
    Ok(done)
}

/// Whoever recorded publicity that stands cannot say that there was none.
async fn nothing_was_recorded(act: &mut Act, task: &Task, edition: EditionId) -> Result<(), Halt> {
    if task.kind != TaskKind::PubliciseAndMobilise {
        return Ok(());
    }
    let count = standing_publicity(act, task, edition).await?.len();
    if count == 0 { Ok(()) } else { Err(CampaignRefusal::SomethingRecorded { count }).or_refuse() }
}

/// What the unit recorded, but for what was given back and waits to be put right.
async fn standing_publicity(act: &mut Act, task: &Task, edition: EditionId) -> Result<Vec<PublicityId>, Halt> {
    let recorded = store::publicity_of_unit(act.db(), edition, task.unit).await?;
    Ok(recorded.iter().filter(|line| line.returned_why().is_none()).map(|line| line.id).collect())
}

/// What was published shows by itself that the unit publicised.
async fn evidence(
    act: &mut Act,
    task: &Task,
    edition: EditionId,
    (text, files): (String, &[KeptFile]),
) -> Result<Evidence, Halt> {
    let files = files.iter().map(|_| FileId::new(act.new_id())).collect();
    let mut evidence = Evidence { text, files, ..Evidence::default() };
    if task.kind == TaskKind::PubliciseAndMobilise {
        evidence.publicity = standing_publicity(act, task, edition).await?;
    }
    Ok(evidence)
}

/// Saves an answered task that nobody answered before, and keeps the answer in its history.
async fn save(act: &mut Act, task: &Task) -> Result<(), Halt> {
    if !store::save_answer(act.db(), task).await? {
        return Err(CampaignRefusal::ChangedMeanwhile).or_refuse();
    }
    let (kind, words) = match &task.state {
        TaskState::NothingToReport { reason, .. } => (StepKind::Nothing, reason.as_str()),
        TaskState::Done { evidence, .. } => (StepKind::Done, evidence.text.as_str()),
        TaskState::Assigned | TaskState::Accepted { .. } | TaskState::CalledOff { .. } => return Ok(()),
    };
    let step = step(act, task, kind, words)?;
    note(act, step).await?;
    act.record(
        Event::new("task.answered", task.id)
            .fact("unit", task.unit.to_string())
            .fact("kind", task.kind.code())
            .fact("nothing_to_report", kind == StepKind::Nothing),
    );
    Ok(())
}
