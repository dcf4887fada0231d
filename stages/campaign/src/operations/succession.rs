//! A unit has ended: what it was still asked passes to the units that came after it, each task and each
//! report to the one that a person names.

use hoithi_correspondence::document;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_reporting::{PassOn, pass_on, report_line, save_duty};
use hoithi_rules::campaign::{StepKind, Task};
use hoithi_rules::correspondence::{Sending, SendingState};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{DocumentId, EditionId, ReportId, SendingId, TaskId, UnitId};
use hoithi_rules::people::{Permission, Place};

use super::actor;
use super::life::{begin_counting, note, saved, step};
use super::people::came_after;
use crate::letter::SentTo;
use crate::refusal::CampaignRefusal;
use crate::reports::report_of_sending;
use crate::store::{self, Step};

/// The open tasks and reports of a unit that has ended, with the successor that each goes to.
#[derive(Clone, Debug)]
pub struct HandOver {
    /// In which edition.
    pub edition: EditionId,
    /// Of which unit.
    pub from: UnitId,
    /// Which task to whom.
    pub tasks: Vec<(TaskId, UnitId)>,
    /// Which report to whom.
    pub reports: Vec<(ReportId, UnitId)>,
}

/// Hands open tasks and reports over to successors; the letter goes to them with what it asks.
pub async fn hand_over(act: &mut Act, command: HandOver) -> Result<(), Halt> {
    permit(act, Permission::LetterSend, Place::edition(command.edition)).await?;
    if command.tasks.is_empty() && command.reports.is_empty() {
        return Err(CampaignRefusal::NothingOpen).or_refuse();
    }
    for (id, to) in &command.tasks {
        let found = store::task(act.db(), *id).await?;
        let own = found.filter(|(task, edition)| task.unit == command.from && *edition == command.edition);
        let (task, edition) = own.ok_or_else(Halt::not_found)?;
        came_after(act, command.from, *to).await?;
        pass(act, task, (edition, *to)).await?;
    }
    for (report, to) in &command.reports {
        came_after(act, command.from, *to).await?;
        pass_report(act, &command, (*report, *to)).await?;
    }
    let units = command.tasks.iter().map(|(_, to)| to).chain(command.reports.iter().map(|(_, to)| to));
    act.record(
        Event::new("tasks.handed_over", command.from)
            .fact("edition", command.edition.to_string())
            .fact("tasks", command.tasks.iter().map(|(task, _)| task.to_string()).collect::<Vec<_>>())
            .fact("reports", command.reports.iter().map(|(report, _)| report.to_string()).collect::<Vec<_>>())
            .fact("units", units.map(ToString::to_string).collect::<Vec<_>>()),
    );
    Ok(())
}

/// A report that is still owed goes with its draft; one that was approved stays and is counted there. Where
/// the successor reports itself, nothing more is waited for from the old unit.
async fn pass_report(act: &mut Act, command: &HandOver, (report, to): (ReportId, UnitId)) -> Result<(), Halt> {
    let line = report_line(act.db(), report).await?.ok_or_else(Halt::not_found)?;
    if line.request.unit != command.from || line.edition != command.edition {
        return Err(Halt::not_found());
    }
    let from = store::sending(act.db(), SendingId::new(line.origin)).await?.ok_or_else(Halt::not_found)?;
    let way = way_to(act, from.sending.document, (command.edition, to)).await?;
    if line.request.is_open() && report_of_sending(act.db(), way.sending.id).await?.is_some() {
        let now = act.now();
        let request = line.request.withdraw(&asked_there(act, to).await?, now).or_refuse()?;
        return saved(save_duty(act.db(), &request).await?);
    }
    pass_on(act, PassOn { report, unit: to, origin: way.sending.id.uuid() }).await
}

/// The task goes along; where several units became one, the successor is asked for it once.
async fn pass(act: &mut Act, task: Task, (edition, to): (EditionId, UnitId)) -> Result<(), Halt> {
    if !task.is_open() {
        return Err(CampaignRefusal::ChangedMeanwhile).or_refuse();
    }
    let way = way_to(act, task.letter, (edition, to)).await?;
    let there = store::tasks_of_sending(act.db(), way.sending.id).await?;
    if there.iter().any(|other| other.kind == task.kind && other.title == task.title) {
        let now = act.now();
        let ended = task.call_off(&asked_there(act, to).await?, now).or_refuse()?;
        return saved(store::save_correction(act.db(), &ended).await?);
    }
    let place = store::last_place(act.db(), way.sending.id).await? + 1;
    saved(store::move_task(act.db(), task.id, &way, place).await?)?;
    let step = Step { unit: Some(task.unit), ..step(act, &task, StepKind::HandedOver, "")? };
    note(act, step).await?;
    if way.is_acknowledged() {
        let now = act.now();
        store::accept_tasks(act.db(), way.sending.id, now).await?;
        begin_counting(act, way.sending.id, edition, day_in_vietnam(now)).await?;
    }
    Ok(())
}

/// Why the old unit is asked no longer, in the office's own language as in every text of its files.
async fn asked_there(act: &mut Act, to: UnitId) -> Result<String, Halt> {
    let unit = hoithi_units::unit(act.db(), to).await?.ok_or_else(Halt::not_found)?;
    Ok(format!("Đơn vị kế thừa là {} cũng được giao việc này; chỉ thực hiện một lần.", unit.name))
}

/// The letter at the successor; it goes there now if it did not before.
async fn way_to(act: &mut Act, letter: DocumentId, (edition, to): (EditionId, UnitId)) -> Result<SentTo, Halt> {
    let ways = store::sendings_to(act.db(), to).await?;
    if let Some(way) = ways.into_iter().find(|way| way.sending.document == letter) {
        return Ok(way);
    }
    let letter = document(act.db(), letter).await?.ok_or_else(Halt::not_found)?;
    let state = SendingState::Sent { at: act.now() };
    let sending = Sending { id: SendingId::new(act.new_id()), document: letter.id, unit: to, state };
    let way = SentTo { sending, edition, opened_at: None };
    let sender = actor(act)?;
    store::insert_sendings(act.db(), std::slice::from_ref(&way), sender).await?;
    Ok(way)
}
