//! What a letter asked by mistake: a duty is called off for all its units, or asked by another day.

use hoithi_correspondence::{Document, document};
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_reporting::{ReportLine, save_duty};
use hoithi_rules::campaign::{Task, TaskRefusal, still_to_come};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{DocumentId, UnitId};
use hoithi_rules::people::{Permission, Place};
use jiff::civil::Date;

use crate::letter::Duty;
use crate::refusal::CampaignRefusal;
use crate::reports::reports_of_letter;
use crate::store;

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
#[derive(Clone, Copy, Debug)]
pub struct ChangeDue {
    /// Of which letter.
    pub document: DocumentId,
    /// Which.
    pub duty: Duty,
    /// By which day; a task may have none.
    pub due: Option<Date>,
}

/// Asks a duty no longer of any unit of the letter that has not answered it; answers stand.
pub async fn call_off(act: &mut Act, command: CallOff) -> Result<usize, Halt> {
    let letter = letter(act, command.document).await?;
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

/// Asks a duty by another day of every unit of the letter that has not answered it.
pub async fn change_due(act: &mut Act, command: ChangeDue) -> Result<usize, Halt> {
    let letter = letter(act, command.document).await?;
    let today = day_in_vietnam(act.now());
    let open = still_open(act, &letter, command.duty).await?;
    if open.is_asked_by(command.due) {
        return Err(CampaignRefusal::SameDue).or_refuse();
    }
    let units = match open {
        Open::Tasks(tasks) => save_tasks(act, tasks, |task| task.ask_by(command.due, today)).await?,
        Open::Reports(lines) => {
            let due = command.due.ok_or(CampaignRefusal::DueDay).or_refuse()?;
            still_to_come(due, today).or_refuse()?;
            let mut units = Vec::with_capacity(lines.len());
            for line in lines {
                let request = hoithi_rules::reporting::ReportRequest { due, ..line.request };
                saved(save_duty(act.db(), &request).await?)?;
                units.push(request.unit);
            }
            units
        }
    };
    let event = described(Event::new("letter.due_changed", letter.id), command.duty, &units);
    act.record(event.fact("to", command.due.map(|due| due.to_string())));
    Ok(units.len())
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

impl Open {
    /// Whether all of it is asked by that day.
    fn is_asked_by(&self, due: Option<Date>) -> bool {
        match self {
            Self::Tasks(tasks) => tasks.iter().all(|task| task.due == due),
            Self::Reports(lines) => lines.iter().all(|line| Some(line.request.due) == due),
        }
    }
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

fn saved(saved: bool) -> Result<(), Halt> {
    if saved { Ok(()) } else { Err(CampaignRefusal::ChangedMeanwhile).or_refuse() }
}

/// The reason stays with the task: what people write is not the journal's.
fn described(event: Event, duty: Duty, units: &[UnitId]) -> Event {
    let units: Vec<_> = units.iter().map(ToString::to_string).collect();
    event.fact("kind", duty.code()).fact("units", units)
}
