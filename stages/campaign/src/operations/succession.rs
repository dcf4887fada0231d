//! A unit has ended: what it was still asked passes to the units that came after it, each task to the
//! one that a person names.

use hoithi_correspondence::document;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::campaign::{StepKind, Task};
use hoithi_rules::correspondence::{Sending, SendingState};
use hoithi_rules::ids::{EditionId, SendingId, TaskId, UnitId};
use hoithi_rules::people::{Permission, Place};

use super::actor;
use super::life::{note, step};
use super::people::came_after;
use crate::letter::SentTo;
use crate::refusal::CampaignRefusal;
use crate::store::{self, Step};

/// The open tasks of a unit that has ended, with the successor that each goes to.
#[derive(Clone, Debug)]
pub struct HandOver {
    /// In which edition.
    pub edition: EditionId,
    /// Of which unit.
    pub from: UnitId,
    /// Which task to whom.
    pub tasks: Vec<(TaskId, UnitId)>,
}

/// Hands open tasks over to successors; the letter goes to them with the task.
pub async fn hand_over(act: &mut Act, command: HandOver) -> Result<usize, Halt> {
    permit(act, Permission::LetterSend, Place::edition(command.edition)).await?;
    if command.tasks.is_empty() {
        return Err(CampaignRefusal::NothingOpen).or_refuse();
    }
    for (id, to) in &command.tasks {
        let found = store::task(act.db(), *id).await?;
        let own = found.filter(|(task, edition)| task.unit == command.from && *edition == command.edition);
        let (task, edition) = own.ok_or_else(Halt::not_found)?;
        came_after(act, command.from, *to).await?;
        pass(act, task, (edition, *to)).await?;
    }
    act.record(
        Event::new("tasks.handed_over", command.from)
            .fact("edition", command.edition.to_string())
            .fact("tasks", command.tasks.iter().map(|(task, _)| task.to_string()).collect::<Vec<_>>())
            .fact("units", command.tasks.iter().map(|(_, to)| to.to_string()).collect::<Vec<_>>()),
    );
    Ok(command.tasks.len())
}

async fn pass(act: &mut Act, task: Task, (edition, to): (EditionId, UnitId)) -> Result<(), Halt> {
    if !task.is_open() {
        return Err(CampaignRefusal::ChangedMeanwhile).or_refuse();
    }
    let way = way_to(act, &task, (edition, to)).await?;
    let there = store::tasks_of_sending(act.db(), way.sending.id).await?;
    let twin = |other: &Task| other.kind == task.kind && other.title == task.title;
    if there.iter().any(twin) {
        return Err(CampaignRefusal::SuccessorHasIt).or_refuse();
    }
    let place = store::last_place(act.db(), way.sending.id).await? + 1;
    if !store::move_task(act.db(), task.id, &way, place).await? {
        return Err(CampaignRefusal::ChangedMeanwhile).or_refuse();
    }
    let step = Step { unit: Some(task.unit), ..step(act, &task, StepKind::HandedOver, "")? };
    note(act, step).await
}

/// The letter at the successor; it goes there now if it did not before.
async fn way_to(act: &mut Act, task: &Task, (edition, to): (EditionId, UnitId)) -> Result<SentTo, Halt> {
    let ways = store::sendings_to(act.db(), to).await?;
    if let Some(way) = ways.into_iter().find(|way| way.sending.document == task.letter) {
        return Ok(way);
    }
    let letter = document(act.db(), task.letter).await?.ok_or_else(Halt::not_found)?;
    let state = SendingState::Sent { at: act.now() };
    let sending = Sending { id: SendingId::new(act.new_id()), document: letter.id, unit: to, state };
    let way = SentTo { sending, edition, opened_at: None };
    let sender = actor(act)?;
    store::insert_sendings(act.db(), std::slice::from_ref(&way), sender).await?;
    Ok(way)
}
