//! Sending a letter to many units, its first reading, its confirmation.

use std::collections::BTreeSet;

use hoithi_correspondence::{Document, document, lacks_its_list};
use hoithi_edition::edition;
use hoithi_journal::{Act, Event, Halt, Refused};
use hoithi_people::{OrRefuse, account, permit, refused};
use hoithi_reporting::Ask;
use hoithi_rules::campaign::{still_goes_out, still_to_come};
use hoithi_rules::correspondence::{Acknowledgement, Channel, DocumentNumber, Sending, SendingState};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{SendingId, UnitId};
use hoithi_rules::people::{Permission, PersonName, Place};
use hoithi_store::Conn;
use hoithi_units::units_on;
use jiff::Timestamp;
use jiff::civil::Date;

use super::actor;
use super::life::begin_counting;
use crate::letter::{SendLetter, SentLetter, SentTo};
use crate::recall::{is_asked, recall_of};
use crate::refusal::{CampaignRefusal, WORDS, fits};
use crate::{contacts, store};

/// Sends a signed letter to many units at once; each gets its own sending, its tasks, its duty to
/// report. The contacts are told by mail.
pub async fn send_letter(act: &mut Act, command: SendLetter) -> Result<SentLetter, Halt> {
    let edition = edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::LetterSend, edition.place()).await?;
    let today = day_in_vietnam(act.now());
    let (number, units) = may_go_out(act.db(), &command, today).await?;
    let sent = sendings(act, &command, &units)?;
    let sender = actor(act)?;
    store::insert_sendings(act.db(), &sent, sender).await?;
    store::insert_tasks(act, &command, &sent).await?;
    if let Some(due) = command.report_due {
        let ask = |to: &SentTo| Ask { origin: to.sending.id.uuid(), unit: to.sending.unit, due };
        let asked: Vec<_> = sent.iter().map(ask).collect();
        hoithi_reporting::ask(act, edition.id, command.document.uuid(), &asked).await?;
    }
    let to: Vec<_> = sent.iter().map(|sent| (sent.sending.id, sent.sending.unit)).collect();
    let mails = contacts::tell(act, command.document, &to, command.mail.as_ref()).await?.values().sum();
    act.record(
        Event::new("letter.sent", command.document)
            .fact("edition", edition.id.to_string())
            .fact("number", number.to_string())
            .fact("units", units.iter().map(ToString::to_string).collect::<Vec<_>>())
            .fact("tasks", command.tasks.iter().map(|task| task.kind.code()).collect::<Vec<_>>())
            .fact("report_due", command.report_due.map(|due| due.to_string())),
    );
    Ok(SentLetter { units: units.len(), mails })
}

/// The same by whoever read the letter back. One that speaks of a list which is not there goes out once they said that
/// the list goes by itself.
pub(crate) async fn send_read(act: &mut Act, command: SendLetter, list_elsewhere: bool) -> Result<SentLetter, Halt> {
    let letter = document(act.db(), command.document).await?.ok_or_else(Halt::not_found)?;
    if !list_elsewhere && lacks_its_list(&letter) {
        return Err(CampaignRefusal::ListMissing).or_refuse();
    }
    send_letter(act, command).await
}

/// Whether the letter may go out like this: its number, and whom it goes to. The page that reads
/// it back asks the same before anything is sent.
pub(crate) async fn may_go_out(
    db: &mut Conn,
    command: &SendLetter,
    today: Date,
) -> Result<(DocumentNumber, Vec<UnitId>), Halt> {
    let letter = document(db, command.document).await?;
    let letter = letter.filter(|letter| letter.edition == command.edition).ok_or_else(Halt::not_found)?;
    let Some((number, _)) = letter.signed() else {
        return Err(CampaignRefusal::LetterUnsigned).or_refuse();
    };
    goes_out(db, &letter, today).await?;
    let units = receivers(db, command).await?;
    asked_lawfully(command, today)?;
    Ok((number.clone(), units))
}

/// Whether the letter was neither ended nor recalled.
pub(crate) async fn goes_out(db: &mut Conn, letter: &Document, today: Date) -> Result<(), Halt> {
    let ended = letter.ended.as_ref().map(|ended| (ended.ending, ended.day));
    let recalled = recall_of(db, letter.id).await?.is_some();
    still_goes_out(ended, recalled, today).or_refuse()
}

/// Whether everything that is asked has words and a day that is to come.
pub(crate) fn asked_lawfully(command: &SendLetter, today: Date) -> Result<(), Halt> {
    let no = asked_wrongly(command, today);
    if no.is_empty() { Ok(()) } else { Err(Halt::Refused(no)) }
}

/// What is asked without words, or by a day that is over.
fn asked_wrongly(command: &SendLetter, today: Date) -> Vec<Refused> {
    let mut no = Vec::new();
    for task in &command.tasks {
        if task.words.trim().is_empty() {
            let field = Some(format!("words_{}", task.kind.code()));
            no.push(Refused { field, ..refused(&CampaignRefusal::TaskWithoutWords) });
        }
        if let Err(long) = fits("words", &task.words, WORDS) {
            no.push(Refused { field: Some(format!("words_{}", task.kind.code())), ..refused(&long) });
        }
        no.extend(past(task.due, today, &format!("due_{}", task.kind.code())));
    }
    no.extend(past(command.report_due, today, "report_due"));
    no
}

/// Nobody can do today what was due yesterday.
fn past(due: Option<Date>, today: Date, field: &str) -> Option<Refused> {
    let wrong = still_to_come(due?, today).err()?;
    Some(Refused { field: Some(field.to_owned()), ..refused(&wrong) })
}

/// The chosen units, each once, all standing on that day, none of which has the letter.
pub(crate) async fn receivers(db: &mut Conn, command: &SendLetter) -> Result<Vec<UnitId>, Halt> {
    let chosen: BTreeSet<UnitId> = command.units.iter().copied().collect();
    if chosen.is_empty() {
        return Err(CampaignRefusal::NoUnits).or_refuse();
    }
    let standing: BTreeSet<UnitId> = units_on(db, command.on).await?.iter().map(|unit| unit.id).collect();
    let gone = chosen.difference(&standing).count();
    if gone > 0 {
        return Err(CampaignRefusal::UnitsNotStanding { count: gone, day: command.on }).or_refuse();
    }
    let have_it = store::units_with(db, command.document).await?;
    let twice = chosen.intersection(&have_it).count();
    if twice > 0 {
        return Err(CampaignRefusal::SentAlready { count: twice }).or_refuse();
    }
    Ok(chosen.into_iter().collect())
}

fn sendings(act: &Act, command: &SendLetter, units: &[UnitId]) -> Result<Vec<SentTo>, Halt> {
    let state = SendingState::Sent { at: act.now() };
    let to = |unit: &UnitId| {
        let id = SendingId::new(act.new_id());
        let sending = Sending { id, document: command.document, unit: *unit, state: state.clone() };
        Ok(SentTo { sending, edition: command.edition, opened_at: None })
    };
    units.iter().map(to).collect()
}

/// Notes that somebody of the unit reads the letter for the first time. Later readings change
/// nothing.
pub async fn open_letter(act: &mut Act, sending: SendingId) -> Result<(), Halt> {
    let sent = store::sending(act.db(), sending).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::SendingView, Place::unit_in(sent.sending.unit, sent.edition)).await?;
    let (reader, now) = (actor(act)?, act.now());
    if store::mark_opened(act.db(), sending, reader, now).await? {
        act.record(Event::new("sending.opened", sending).fact("unit", sent.sending.unit.to_string()));
    }
    Ok(())
}

/// That a unit has its letter.
#[derive(Clone, Debug)]
pub struct Acknowledge {
    /// Which letter at which unit.
    pub sending: SendingId,
    /// Given when the agency records what the unit said by paper, mail or telephone: who said so,
    /// when, how. Without it the actor confirms for their own unit.
    pub on_behalf: Option<(PersonName, Timestamp, Channel)>,
}

/// Confirms that the letter arrived; with it the unit takes on the letter's tasks.
pub async fn acknowledge(act: &mut Act, command: Acknowledge) -> Result<(), Halt> {
    let sent = store::sending(act.db(), command.sending).await?.ok_or_else(Halt::not_found)?;
    let place = Place::unit_in(sent.sending.unit, sent.edition);
    let recorded_by = actor(act)?;
    let acknowledgement = if let Some((by_name, at, how)) = command.on_behalf {
        permit(act, Permission::SendingAcknowledgeOnBehalf, place).await?;
        Acknowledgement { at, by_name, how, recorded_by }
    } else {
        permit(act, Permission::SendingAcknowledge, place).await?;
        let reader = account(act.db(), recorded_by).await?.ok_or_else(Halt::not_found)?;
        Acknowledgement { at: act.now(), by_name: reader.name, how: Channel::InApp, recorded_by }
    };
    confirm(act, sent, acknowledgement).await
}

/// The same once it is known by what right.
pub(crate) async fn confirm(act: &mut Act, sent: SentTo, acknowledgement: Acknowledgement) -> Result<(), Halt> {
    let now = act.now();
    if !is_asked(act.db(), sent.sending.document, day_in_vietnam(now)).await? {
        return Err(CampaignRefusal::Recalled).or_refuse();
    }
    let how = acknowledgement.how;
    let confirmed = sent.sending.acknowledge(acknowledgement, now).or_refuse()?;
    if !store::save_acknowledgement(act.db(), &confirmed).await? {
        return Err(CampaignRefusal::ChangedMeanwhile).or_refuse();
    }
    store::accept_tasks(act.db(), confirmed.id, now).await?;
    let received = confirmed.acknowledgement().map_or(now, |each| each.at);
    begin_counting(act, confirmed.id, sent.edition, day_in_vietnam(received)).await?;
    act.record(
        Event::new("sending.acknowledged", confirmed.id)
            .fact("unit", confirmed.unit.to_string())
            .fact("how", how.code()),
    );
    Ok(())
}
