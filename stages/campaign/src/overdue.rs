//! What is overdue: listed by task, told to the agency's officers in the morning. Nobody above the agency
//! is told anything by the program.

use std::collections::BTreeSet;

use hoithi_edition::{Edition, editions};
use hoithi_journal::{Act, Actor, Door, Event, Halt, Mail};
use hoithi_people::holders;
use hoithi_rules::campaign::TaskKind;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_rules::people::{Role, Scope};
use hoithi_store::{Conn, StoreError};
use hoithi_units::{Unit, units_by_id};
use hoithi_web::{House, Lang};
use jiff::civil::Date;
use jiff::tz;

use crate::letter::MailWords;
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

/// What is overdue of a letter, in the letter's order, the report last.
pub async fn overdue(db: &mut Conn, letter: DocumentId, today: Date) -> Result<Vec<Overdue>, StoreError> {
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
    let reports = store::report_marks(db, letter).await?;
    for sent in store::sendings_of_letter(db, letter).await? {
        let late = reports.get(&sent.sending.id).filter(|mark| mark.is_late(today));
        if let (Some(mark), Some(unit)) = (late, units.get(&sent.sending.unit)) {
            owe(None, unit, mark.due);
        }
    }
    for each in &mut all {
        each.units.sort_by_cached_key(|(unit, _)| hoithi_web::fold(&unit.name));
    }
    Ok(all)
}

/// From this hour on a morning is told of.
const MORNING: i8 = 7;

/// Tells the agency's officers, once a morning and in one mail for each edition that runs, which units
/// owe what.
pub async fn tell_of_overdue(house: &House) -> Result<(), Halt> {
    let now = tz::offset(7).to_datetime(house.clock().now());
    if now.hour() < MORNING {
        return Ok(());
    }
    let mut db = house.read().await?;
    let mut due = Vec::new();
    for edition in editions(&mut db).await? {
        let runs = edition.is_public() && edition.state.announced_at().is_none();
        if runs && !store::was_told(&mut db, edition.id, now.date()).await? {
            let mail = digest(&mut db, house, &edition, now.date()).await?;
            due.push((edition.id, mail));
        }
    }
    drop(db);
    for (edition, mail) in due {
        let told = house.acts.perform(Actor::nobody(Door::Job), move |act| {
            let mail = mail.clone();
            Box::pin(async move { tell(act, edition, mail).await })
        });
        told.await?;
    }
    Ok(())
}

async fn tell(act: &mut Act, edition: EditionId, mail: Option<(MailWords, usize)>) -> Result<(), Halt> {
    let day = day_in_vietnam(act.now());
    if store::was_told(act.db(), edition, day).await? {
        return Ok(());
    }
    let mut mails = 0;
    if let Some((words, units)) = mail {
        for officer in holders(act.db(), Role::AgencyOfficer, Scope::Whole, day).await? {
            if !officer.contact.email.is_empty() {
                let MailWords { subject, body, .. } = words.clone();
                act.post(Mail { to: officer.contact.email, subject, body });
                mails += 1;
            }
        }
        act.record(Event::new("overdue.told", edition).fact("day", day.to_string()).fact("count", units));
    }
    let now = act.now();
    Ok(store::note_told(act.db(), (edition, day), now, mails).await?)
}

/// One mail over all letters of an edition; none where nothing is overdue.
async fn digest(
    db: &mut Conn,
    house: &House,
    edition: &Edition,
    today: Date,
) -> Result<Option<(MailWords, usize)>, Halt> {
    let (mut lines, mut units) = (String::new(), BTreeSet::new());
    for letter in store::sent_letters(db, edition.id).await? {
        let late = overdue(db, letter.card.id, today).await?;
        if late.is_empty() {
            continue;
        }
        units.extend(late.iter().flat_map(|each| each.units.iter().map(|(unit, _)| unit.id)));
        let number = letter.card.signed.map(|(number, _)| number.to_string()).unwrap_or_default();
        lines.push_str(&text(house, &number, &late));
        let place = format!("{}/ky/{}/don-doc/{}/qua-han", house.site.public_url, edition.slug, letter.card.id);
        lines.push_str(&place);
        lines.push_str("\n\n");
    }
    if lines.is_empty() {
        return Ok(None);
    }
    let facts =
        [("units", units.len().to_string()), ("edition", edition.title()), ("lines", lines.trim_end().to_owned())];
    let words = |key| house.catalogue.text(Lang::Vi, key, &facts);
    let mail = MailWords {
        subject: words("campaign-overdue-mail-subject"),
        body: words("campaign-overdue-mail-body"),
        personal: None,
    };
    Ok(Some((mail, units.len())))
}

/// What is overdue of a letter in plain lines: for the mail and for a chat group. Units only, no person.
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
