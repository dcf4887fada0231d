//! What happens to a task between being given and being done.

use std::collections::BTreeSet;

use hoithi_edition::workdays;
use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{Account, OrRefuse, holders_by_unit, may, permit};
use hoithi_rules::campaign::{StepKind, Task};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, EditionId, SendingId, TaskId, UnitId};
use hoithi_rules::people::{Permission, Place, Role};
use hoithi_rules::reporting::REASON_LETTERS;
use hoithi_store::{Conn, StoreError};
use jiff::civil::Date;

use super::actor;
use crate::contacts;
use crate::letter::MailWords;
use crate::links::{open_until_after, revoke_of_task, set_origin_aside};
use crate::recall::is_asked;
use crate::refusal::{CampaignRefusal, WORDS, fits};
use crate::reports::report_over;
use crate::store::{self, Step};

/// A task that is given to somebody of the unit.
#[derive(Clone, Copy, Debug)]
pub struct AssignTask {
    /// Which.
    pub task: TaskId,
    /// To whom.
    pub person: AccountId,
}

/// How far a task is.
#[derive(Clone, Debug)]
pub struct NoteProgress {
    /// Which.
    pub task: TaskId,
    /// Of a hundred.
    pub percent: Option<u8>,
    /// In words.
    pub words: String,
}

/// An answer that the agency sends back.
#[derive(Clone, Debug)]
pub struct SendBack {
    /// Which task's.
    pub task: TaskId,
    /// Why, in words that the unit reads.
    pub reason: String,
    /// What the unit is written; none writes nothing.
    pub mail: Option<MailWords>,
}

/// A later day that a unit asks for.
#[derive(Clone, Debug)]
pub struct AskExtension {
    /// For which task.
    pub task: TaskId,
    /// Until when.
    pub to: Date,
    /// Why.
    pub reason: String,
}

/// The agency's word on a later day: it is granted, asked for or not, or what was asked is declined.
#[derive(Clone, Debug)]
pub struct DecideExtension {
    /// For which task.
    pub task: TaskId,
    /// The day that is granted; none declines.
    pub to: Option<Date>,
    /// In which words; needed to decline.
    pub words: String,
    /// What the unit is written; none writes nothing.
    pub mail: Option<MailWords>,
}

/// The people of a unit to whom a task can be given: whoever holds a role for it.
pub async fn people_of_unit(db: &mut Conn, unit: UnitId, day: Date) -> Result<Vec<Account>, StoreError> {
    let mut people: Vec<Account> = Vec::new();
    for role in [Role::UnitContact, Role::UnitOrganiser] {
        for person in holders_by_unit(db, role, day).await?.remove(&unit).unwrap_or_default() {
            if people.iter().all(|known| known.id != person.id) {
                people.push(person);
            }
        }
    }
    Ok(people)
}

/// Gives a task to somebody of the unit.
pub async fn assign_task(act: &mut Act, command: AssignTask) -> Result<(), Halt> {
    let (task, edition) = load(act, command.task).await?;
    permit(act, Permission::TaskComplete, Place::unit_in(task.unit, edition)).await?;
    let today = day_in_vietnam(act.now());
    let people: BTreeSet<_> =
        people_of_unit(act.db(), task.unit, today).await?.into_iter().map(|person| person.id).collect();
    let given = task.give_to(command.person, &people).or_refuse()?;
    let now = act.now();
    revoke_of_task(act.db(), given.id, now).await?;
    saved(store::save_step(act.db(), &given).await?)?;
    let step = Step { person: Some(command.person), ..step(act, &given, StepKind::Assigned, "")? };
    note(act, step).await?;
    act.record(about(Event::new("task.assigned", given.id), &given).fact("person", command.person.to_string()));
    Ok(())
}

/// Notes how far a task is.
pub async fn note_progress(act: &mut Act, command: NoteProgress) -> Result<(), Halt> {
    let (task, edition) = load(act, command.task).await?;
    permit_on_task(act, &task, edition).await?;
    progress_noted(act, task, command).await
}

/// The same once it is known by what right.
pub(crate) async fn progress_noted(act: &mut Act, task: Task, command: NoteProgress) -> Result<(), Halt> {
    let noted = task.note(command.percent, &command.words).or_refuse()?;
    // What was noted in words alone is under way as well.
    let noted = Task { percent: noted.percent.or(Some(0)), ..noted };
    saved(store::save_step(act.db(), &noted).await?)?;
    let step = Step { percent: command.percent, ..step(act, &noted, StepKind::Progress, &command.words)? };
    note(act, step).await?;
    act.record(about(Event::new("task.progress_noted", noted.id), &noted).fact("percent", command.percent));
    Ok(())
}

/// Sends an answer back: the task is open again.
pub async fn send_back(act: &mut Act, command: SendBack) -> Result<(), Halt> {
    let (task, edition) = load(act, command.task).await?;
    permit(act, Permission::LetterSend, Place::edition(edition)).await?;
    let now = act.now();
    if !is_asked(act.db(), task.letter, day_in_vietnam(now)).await? {
        return Err(CampaignRefusal::Recalled).or_refuse();
    }
    let back = task.send_back(&command.reason, now).or_refuse()?;
    saved(store::save_sent_back(act.db(), &back, now).await?)?;
    set_origin_aside(act.db(), back.id).await?;
    let step = step(act, &back, StepKind::SentBack, &command.reason)?;
    note(act, step).await?;
    contacts::tell_of_task(act, &back, command.mail.as_ref()).await?;
    act.record(about(Event::new("task.sent_back", back.id), &back).fact("times", back.returned));
    Ok(())
}

/// Asks for a later day.
pub async fn ask_extension(act: &mut Act, command: AskExtension) -> Result<(), Halt> {
    let (task, edition) = load(act, command.task).await?;
    permit_on_task(act, &task, edition).await?;
    extension_asked(act, task, command).await
}

/// The same once it is known by what right.
pub(crate) async fn extension_asked(act: &mut Act, task: Task, command: AskExtension) -> Result<(), Halt> {
    stands_by_itself(act, &task).await?;
    let today = day_in_vietnam(act.now());
    let waiting = store::extension_waits(act.db(), &task).await?.is_some();
    task.may_ask_for(command.to, &command.reason, waiting, today).or_refuse()?;
    let step = Step { day: Some(command.to), ..step(act, &task, StepKind::ExtensionAsked, &command.reason)? };
    note(act, step).await?;
    act.record(about(Event::new("task.extension_asked", task.id), &task).fact("to", command.to.to_string()));
    Ok(())
}

/// Takes the wish for a later day back that waits: whoever may ask for it may.
pub async fn withdraw_extension(act: &mut Act, task: TaskId) -> Result<(), Halt> {
    let (task, edition) = load(act, task).await?;
    permit_on_task(act, &task, edition).await?;
    extension_withdrawn(act, &task).await
}

/// The same once it is known by what right.
pub(crate) async fn extension_withdrawn(act: &mut Act, task: &Task) -> Result<(), Halt> {
    let waiting = store::extension_waits(act.db(), task).await?.is_some();
    task.may_withdraw_wish(waiting).or_refuse()?;
    let step = step(act, task, StepKind::ExtensionWithdrawn, "")?;
    note(act, step).await?;
    act.record(about(Event::new("task.extension_withdrawn", task.id), task));
    Ok(())
}

/// Grants a later day, whether or not it was asked for, or declines what was asked.
pub async fn decide_extension(act: &mut Act, command: DecideExtension) -> Result<(), Halt> {
    let (task, edition) = load(act, command.task).await?;
    permit(act, Permission::LetterSend, Place::edition(edition)).await?;
    let today = day_in_vietnam(act.now());
    let Some(to) = command.to else {
        let waiting = store::extension_waits(act.db(), &task).await?.is_some();
        task.may_decline(&command.words, waiting).or_refuse()?;
        let step = step(act, &task, StepKind::ExtensionDeclined, &command.words)?;
        note(act, step).await?;
        contacts::tell_of_task(act, &task, command.mail.as_ref()).await?;
        act.record(about(Event::new("task.extension_declined", task.id), &task));
        return Ok(());
    };
    stands_by_itself(act, &task).await?;
    let before = task.due;
    let extended = task.extend(to, today).or_refuse()?;
    saved(store::save_step(act.db(), &extended).await?)?;
    let sending = store::sending_of_task(act.db(), extended.id).await?;
    open_until_after(act, sending, to).await?;
    let step = Step { day: Some(to), before, ..step(act, &extended, StepKind::Extended, &command.words)? };
    note(act, step).await?;
    contacts::tell_of_task(act, &extended, command.mail.as_ref()).await?;
    act.record(about(Event::new("task.extended", extended.id), &extended).fact("to", to.to_string()));
    Ok(())
}

/// What a letter asked that was recalled or ended has no day any more; what a report answers has the report's, and no
/// later one of its own.
async fn stands_by_itself(act: &mut Act, task: &Task) -> Result<(), Halt> {
    let today = day_in_vietnam(act.now());
    if !is_asked(act.db(), task.letter, today).await? {
        return Err(CampaignRefusal::Recalled).or_refuse();
    }
    match report_over(act.db(), task).await? {
        Some(_) => Err(CampaignRefusal::ByReport).or_refuse(),
        None => Ok(()),
    }
}

/// From the day of receipt on, the working days of a sending's tasks are counted.
pub(super) async fn begin_counting(
    act: &mut Act,
    sending: SendingId,
    edition: EditionId,
    received: Date,
) -> Result<(), Halt> {
    let tasks = store::tasks_of_sending(act.db(), sending).await?;
    let waiting: Vec<_> =
        tasks.iter().filter(|task| task.due.is_none()).filter_map(|task| Some((task.id, task.counted?))).collect();
    if waiting.is_empty() {
        return Ok(());
    }
    let days = workdays(act.db(), Some(edition)).await?;
    for (task, count) in waiting {
        if let Some(due) = days.after(received, count) {
            store::set_counted_due(act.db(), task, due).await?;
        }
    }
    Ok(())
}

/// Whoever answers the unit's tasks, or whom the unit gave this one.
pub(super) async fn permit_on_task(act: &mut Act, task: &Task, edition: EditionId) -> Result<(), Halt> {
    let place = Place::unit_in(task.unit, edition);
    let has_it = task.assignee.is_some() && task.assignee.map(AccountId::uuid) == act.actor().account;
    if has_it && may(act, Permission::SendingView, place).await? {
        return Ok(());
    }
    permit(act, Permission::TaskComplete, place).await.map(|_| ())
}

/// Keeps a step in the task's history.
pub(super) async fn note(act: &mut Act, step: Step) -> Result<(), Halt> {
    let id = act.new_id();
    Ok(store::insert_step(act.db(), id, &step).await?)
}

/// A step by whoever acts, now, in words that fit.
pub(super) fn step(act: &Act, task: &Task, kind: StepKind, words: &str) -> Result<Step, Halt> {
    let (field, most) = match kind {
        StepKind::Done => ("evidence", WORDS),
        StepKind::Progress => ("note", REASON_LETTERS),
        StepKind::Extended | StepKind::ExtensionDeclined => ("words", REASON_LETTERS),
        _ => ("reason", REASON_LETTERS),
    };
    fits(field, words, most).or_refuse()?;
    Ok(Step::new(task.id, kind, (act.now(), actor(act)?), words))
}

pub(super) async fn load(act: &mut Act, id: TaskId) -> Result<(Task, EditionId), Halt> {
    if act.actor().account.is_none() {
        return Err(Halt::Denied(Denied::NotSignedIn));
    }
    store::task(act.db(), id).await?.ok_or_else(Halt::not_found)
}

fn about(event: Event, task: &Task) -> Event {
    event.fact("unit", task.unit.to_string()).fact("kind", task.kind.code())
}

/// Refused where somebody else changed it first.
pub(super) fn saved(saved: bool) -> Result<(), Halt> {
    if saved { Ok(()) } else { Err(CampaignRefusal::ChangedMeanwhile).or_refuse() }
}
