//! What is overdue of a letter, listed by task. The agency's officers hear of it by the house's reminders;
//! nobody above the agency is told anything by the program.

use hoithi_rules::campaign::TaskKind;
use hoithi_rules::ids::DocumentId;
use hoithi_store::{Conn, StoreError};
use hoithi_units::{Unit, units_by_id};
use hoithi_web::{House, Lang};
use jiff::civil::Date;

use crate::recall::is_asked;
use crate::reports::marks_of;
use crate::store::{self, OverdueTask};

/// One thing that is overdue, with the units that owe it.
#[derive(Clone, Debug)]
pub struct Overdue {
    /// Which task; none is the report.
    pub task: Option<(TaskKind, String)>,
    /// By which day it was due first.
    pub due: Date,
    /// Who owes it since when, by name.
    pub units: Vec<(Unit, Date)>,
}

/// What is overdue of a letter, in the letter's order, the report last. Of what was recalled or ended
/// nothing is.
pub async fn overdue(db: &mut Conn, letter: DocumentId, today: Date) -> Result<Vec<Overdue>, StoreError> {
    if !is_asked(db, letter, today).await? {
        return Ok(Vec::new());
    }
    let units = units_by_id(db).await?;
    let mut all: Vec<Overdue> = Vec::new();
    let mut owe = |task: Option<(TaskKind, String)>, unit: &Unit, due: Date| match all
        .iter_mut()
        .find(|known| known.task == task)
    {
        Some(known) => {
            known.due = known.due.min(due);
            known.units.push((unit.clone(), due));
        }
        None => all.push(Overdue { task, due, units: vec![(unit.clone(), due)] }),
    };
    for OverdueTask { unit, kind, title, due } in store::overdue_tasks(db, letter, today).await? {
        if let Some(unit) = units.get(&unit) {
            owe(Some((kind, title)), unit, due);
        }
    }
    let ways = store::sendings_of_letter(db, letter).await?;
    let reports = marks_of(db, &ways).await?;
    for sent in ways {
        let late = reports.get(&sent.sending.id).filter(|mark| mark.is_overdue(today));
        if let (Some(mark), Some(unit)) = (late, units.get(&sent.sending.unit)) {
            owe(None, unit, mark.due);
        }
    }
    for each in &mut all {
        each.units.sort_by_cached_key(|(unit, _)| hoithi_web::dictionary_order(&unit.name));
    }
    Ok(all)
}

/// What is overdue of a letter in plain lines, for a chat group. Units only, no person.
pub(crate) fn text(house: &House, number: &str, late: &[Overdue]) -> String {
    let say = |key: &str, facts: &[(&str, String)]| house.catalogue.text(Lang::Vi, key, facts);
    let mut text = say("campaign-overdue-letter", &[("number", number.to_owned())]) + "\n";
    for each in late {
        let names: Vec<_> = each.units.iter().map(|(unit, _)| unit.name.as_str()).collect();
        let facts = [("task", task_name(house, each)), ("day", hoithi_web::day(each.due)), ("units", names.join(", "))];
        text.push_str(&say("campaign-overdue-line", &facts));
        text.push('\n');
    }
    text
}

/// What the office calls it, in Vietnamese whoever asks.
pub(crate) fn task_name(house: &House, each: &Overdue) -> String {
    let key = match &each.task {
        Some((_, title)) if !title.is_empty() => return title.clone(),
        Some((kind, _)) => format!("campaign-task-{}", kind.code().replace('_', "-")),
        None => "campaign-report".to_owned(),
    };
    house.catalogue.text(Lang::Vi, &key, &[])
}
