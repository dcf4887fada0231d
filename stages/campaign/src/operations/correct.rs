//! What a letter asked by mistake: a duty is called off for all its units, or asked by another day.

use std::collections::BTreeSet;

use hoithi_correspondence::{Document, document};
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_reporting::{ReportLine, save_duty};
use hoithi_rules::campaign::{StepKind, Task, TaskRefusal, keeps_granted_day, still_to_come};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{DocumentId, SendingId, UnitId};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::reporting::REASON_LETTERS;
use jiff::civil::Date;

use super::later::follow;
use super::life::{note, saved, step};
use crate::contacts;
use crate::letter::{Duty, MailWords};
use crate::links::open_until_after;
use crate::refusal::{CampaignRefusal, fits};
use crate::reports::{reports_of_letter, units_by_report};
use crate::store::{self, Step};

/// A duty that is asked no longer.
#[derive(Clone, Debug)]
pub struct CallOff {
    /// Of which letter.
    pub document: DocumentId,
    /// Which.
    pub duty: Duty,
    /// Why, in words that the units read.
    pub reason: String,
}

/// A duty that is asked by another day.
#[derive(Clone, Debug)]
pub struct ChangeDue {
    /// Of which letter.
    pub document: DocumentId,
    /// Which.
    pub duty: Duty,
    /// By which day; a task may have none.
    pub due: Option<Date>,
    /// What the units' contacts are written; none writes nothing.
    pub mail: Option<MailWords>,
}

/// Asks a duty no longer of any unit of the letter that has not answered it; answers stand.
pub async fn call_off(act: &mut Act, command: CallOff) -> Result<usize, Halt> {
    let letter = letter(act, command.document).await?;
    fits("reason", &command.reason, REASON_LETTERS).or_refuse()?;
    let now = act.now();
    let units = match still_open(act, &letter, command.duty).await? {
        Open::Tasks(tasks) => save_tasks(act, tasks, |task| task.call_off(&command.reason, now)).await?,
        Open::Reports(lines) => {
            let mut units = Vec::with_capacity(lines.len());
            for line in lines {
                let request = line.request.withdraw(&command.reason, now).or_refuse()?;
                saved(save_duty(act.db(), &request).await?)?;
                units.push(request.unit);
            }
            units
        }
    };
    act.record(described(Event::new("letter.duty_called_off", letter.id), command.duty, &units));
    Ok(units.len())
}

/// Asks a duty by another day of every unit of the letter that has not answered it, but for those that were
/// granted a later one. What a report answers has the report's day. Their contacts are told.
pub async fn change_due(act: &mut Act, command: ChangeDue) -> Result<usize, Halt> {
    let letter = letter(act, command.document).await?;
    let asked = (command.due, day_in_vietnam(act.now()));
    let changed = match still_open(act, &letter, command.duty).await? {
        Open::Tasks(tasks) => ask_tasks_by(act, &letter, tasks, asked).await?,
        Open::Reports(lines) => ask_reports_by(act, lines, asked).await?,
    };
    if changed.is_empty() {
        return Err(CampaignRefusal::SameDue).or_refuse();
    }
    let to: Vec<_> = changed.into_iter().collect();
    if let Some(due) = command.due {
        for (sending, _) in &to {
            open_until_after(act, *sending, due).await?;
        }
    }
    contacts::tell(act, letter.id, &to, command.mail.as_ref()).await?;
    let units: Vec<UnitId> = to.iter().map(|(_, unit)| *unit).collect();
    let event = described(Event::new("letter.due_changed", letter.id), command.duty, &units);
    act.record(event.fact("to", command.due.map(|due| due.to_string())));
    Ok(units.len())
}

/// Whose days changed, by the letter's way to them.
type Changed = BTreeSet<(SendingId, UnitId)>;

async fn ask_tasks_by(
    act: &mut Act,
    letter: &Document,
    tasks: Vec<Task>,
    (due, today): (Option<Date>, Date),
) -> Result<Changed, Halt> {
    let granted = store::extended_tasks(act.db(), letter.id).await?;
    let by_report = match tasks.first() {
        Some(task) => units_by_report(act.db(), letter.id, task.kind).await?,
        None => BTreeSet::new(),
    };
    let mut changed = Changed::new();
    for task in tasks.into_iter().filter(|task| !by_report.contains(&task.unit)) {
        let before = task.due;
        if before == due || keeps_granted_day(before, granted.contains_key(&task.id), due) {
            continue;
        }
        let task = task.ask_by(due, today).or_refuse()?;
        saved(store::save_correction(act.db(), &task).await?)?;
        let step = Step { day: due, before, ..step(act, &task, StepKind::DueChanged, "")? };
        note(act, step).await?;
        changed.insert((store::sending_of_task(act.db(), task.id).await?, task.unit));
    }
    if changed.is_empty() && !by_report.is_empty() {
        return Err(CampaignRefusal::ByReport).or_refuse();
    }
    Ok(changed)
}

async fn ask_reports_by(
    act: &mut Act,
    lines: Vec<ReportLine>,
    (due, today): (Option<Date>, Date),
) -> Result<Changed, Halt> {
    let due = due.ok_or(CampaignRefusal::DueDay).or_refuse()?;
    still_to_come(due, today).or_refuse()?;
    let mut changed = Changed::new();
    for line in lines {
        let (sending, before) = (SendingId::new(line.origin), line.request.due);
        let request = line.request.ask_all_by(due);
        saved(save_duty(act.db(), &request).await?)?;
        if request.due != before {
            follow(act, sending, (StepKind::DueChanged, request.due), "").await?;
            changed.insert((sending, request.unit));
        }
    }
    Ok(changed)
}

async fn letter(act: &mut Act, id: DocumentId) -> Result<Document, Halt> {
    let letter = document(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::LetterSend, Place::edition(letter.edition)).await?;
    Ok(letter)
}

/// What waits for an answer at the letter's units.
enum Open {
    Tasks(Vec<Task>),
    Reports(Vec<ReportLine>),
}

async fn still_open(act: &mut Act, letter: &Document, duty: Duty) -> Result<Open, Halt> {
    let open = match duty {
        Duty::Task(kind) => {
            let tasks = store::tasks_of_letter(act.db(), letter.id, kind).await?;
            Open::Tasks(tasks.into_iter().filter(Task::is_open).collect())
        }
        Duty::Report => {
            let lines = reports_of_letter(act.db(), letter.id).await?;
            Open::Reports(lines.into_iter().filter(|line| line.request.is_open()).collect())
        }
    };
    match &open {
        Open::Tasks(tasks) if tasks.is_empty() => Err(CampaignRefusal::NothingOpen).or_refuse(),
        Open::Reports(lines) if lines.is_empty() => Err(CampaignRefusal::NothingOpen).or_refuse(),
        _ => Ok(open),
    }
}

async fn save_tasks(
    act: &mut Act,
    tasks: Vec<Task>,
    changed: impl Fn(Task) -> Result<Task, TaskRefusal>,
) -> Result<Vec<UnitId>, Halt> {
    let mut units = Vec::with_capacity(tasks.len());
    for task in tasks {
        let task = changed(task).or_refuse()?;
        saved(store::save_correction(act.db(), &task).await?)?;
        units.push(task.unit);
    }
    Ok(units)
}

/// The reason stays with the task: what people write is not the journal's.
fn described(event: Event, duty: Duty, units: &[UnitId]) -> Event {
    let units: Vec<_> = units.iter().map(ToString::to_string).collect();
    event.fact("kind", duty.code()).fact("units", units)
}
