//! A question comes, and its asker writes again.

use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{Contact, permit};
use hoithi_rules::helpdesk::{QuestionChannel, QuestionState};
use hoithi_rules::ids::{AccountId, DeskId, EditionId, QuestionId};
use hoithi_rules::people::{Permission, PersonName};

use super::{edition_of, question_of, save};
use crate::desk::Desk;
use crate::question::Question;
use crate::tries::Source;
use crate::{mail, store, tries};

/// Who asks.
#[derive(Clone, Debug)]
pub enum Asker {
    /// Whoever is signed in.
    Account(AccountId),
    /// Somebody on the portal, who agreed that name and reach are kept for the answer.
    Stranger {
        /// Their name.
        name: PersonName,
        /// Where to reach them.
        contact: Contact,
        /// Their unit in words; may be empty.
        unit: String,
    },
}

/// A question on its way to a desk.
#[derive(Clone, Debug)]
pub struct Ask {
    /// About which edition.
    pub edition: EditionId,
    /// To which desk; none where its asker does not know.
    pub desk: Option<DeskId>,
    /// Who asks.
    pub asker: Asker,
    /// The question.
    pub words: String,
    /// From which network address, for counting.
    pub from: String,
    /// Where the portal is reached.
    pub portal: String,
}

/// A question that was taken.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its id.
    pub question: QuestionId,
    /// Its number.
    pub number: i64,
    /// The secret word of a stranger's personal link.
    pub token: Option<String>,
}

/// Takes a question about an edition that the public knows.
pub async fn ask(act: &mut Act, asked: Ask) -> Result<Asked, Halt> {
    let edition = edition_of(act, asked.edition).await?;
    permit(act, Permission::QuestionAsk, edition.place()).await?;
    if !edition.is_public() {
        return Err(Halt::not_found());
    }
    let desk = desk_for(act, &edition, asked.desk).await?;
    count(act, &asked).await?;
    let question = question_from(act, &asked, desk.as_ref()).await?;
    let consent_at = question.asker.is_none().then(|| act.now());
    store::insert_question(act.db(), &question, consent_at).await?;
    let at = act.now();
    store::add_message(act.db(), question.id, (at, false, question.asker), &question.words).await?;
    act.record(Event::new("question.asked", question.id).fact("channel", question.channel.code()));
    let here = (&edition, asked.portal.as_str());
    let token = mail::tell_received(act, here, &question, &question.words).await?;
    mail::tell_desk(act, here, desk.as_ref(), &question, &question.words)?;
    Ok(Asked { question: question.id, number: question.number, token })
}

async fn count(act: &mut Act, asked: &Ask) -> Result<(), Halt> {
    match &asked.asker {
        Asker::Account(account) => tries::count(act, &[Source::Asker(&account.to_string())]).await,
        Asker::Stranger { contact, .. } => {
            let reach = format!("{} {}", contact.email.to_lowercase(), digits(&contact.phone));
            tries::count(act, &[Source::Address(&asked.from), Source::Asker(&reach)]).await
        }
    }
}

fn digits(phone: &str) -> String {
    phone.chars().filter(char::is_ascii_digit).collect()
}

async fn question_from(act: &mut Act, asked: &Ask, desk: Option<&Desk>) -> Result<Question, Halt> {
    let now = act.now();
    let bare = Question {
        id: QuestionId::new(act.random_id()?),
        edition: asked.edition,
        number: store::next_number(act.db(), asked.edition).await?,
        desk: desk.map(|desk| desk.id),
        assignee: None,
        assignee_name: String::new(),
        state: QuestionState::New,
        channel: QuestionChannel::Portal,
        asker: None,
        asker_name: String::new(),
        asker_email: String::new(),
        asker_phone: String::new(),
        asker_unit: String::new(),
        asked_at: now,
        waiting_since: Some(now),
        words: asked.words.clone(),
        version: 1,
    };
    Ok(match asked.asker.clone() {
        Asker::Stranger { name, contact: Contact { email, phone }, unit } => {
            Question { asker_name: name.to_string(), asker_email: email, asker_phone: phone, asker_unit: unit, ..bare }
        }
        Asker::Account(id) => {
            let account = hoithi_people::account(act.db(), id).await?.ok_or_else(Halt::not_found)?;
            let unit = match account.unit {
                Some(unit) => hoithi_units::unit(act.db(), unit).await?.map(|unit| unit.name).unwrap_or_default(),
                None => String::new(),
            };
            Question {
                channel: QuestionChannel::Account,
                asker: Some(id),
                asker_name: account.name.to_string(),
                asker_email: account.contact.email,
                asker_phone: account.contact.phone,
                asker_unit: unit,
                ..bare
            }
        }
    })
}

/// The desk that was chosen, or the first there is.
pub(super) async fn desk_for(act: &mut Act, edition: &Edition, chosen: Option<DeskId>) -> Result<Option<Desk>, Halt> {
    let desks = store::desks_of(act.db(), edition.id).await?;
    let mut open = desks.into_iter().filter(|desk| !desk.ended);
    match chosen {
        None => Ok(open.next()),
        Some(id) => match open.find(|desk| desk.id == id) {
            Some(desk) => Ok(Some(desk)),
            None => Err(Halt::refused("helpdesk.desk_unknown", Some("desk"), "there is no such desk")),
        },
    }
}

/// By what right somebody writes again: they asked signed in, or hold the personal link.
#[derive(Clone, Debug)]
pub enum By {
    /// Whoever is signed in.
    Account(AccountId),
    /// The secret word of a link.
    Link(String),
}

/// More words of an asker.
#[derive(Clone, Debug)]
pub struct AskAgain {
    /// About which question.
    pub question: QuestionId,
    /// By what right.
    pub by: By,
    /// What they write.
    pub words: String,
    /// Where the portal is reached.
    pub portal: String,
}

/// Takes more words of the asker, which opens the question again where it was closed.
pub async fn ask_again(act: &mut Act, again: AskAgain) -> Result<(), Halt> {
    let mut question = question_of(act, again.question).await?;
    let edition = edition_of(act, question.edition).await?;
    permit(act, Permission::QuestionAsk, edition.place()).await?;
    let own = match &again.by {
        By::Account(account) => question.asker == Some(*account),
        By::Link(token) => store::linked(act.db(), token).await?.is_some_and(|linked| linked.id == question.id),
    };
    if !own {
        return Err(Halt::not_found());
    }
    tries::count(act, &[Source::Asker(&question.id.to_string())]).await?;
    let (at, reopened) = (act.now(), !question.state.waits());
    question.state = question.state.asked_again();
    question.waiting_since = question.waiting_since.or(Some(at));
    save(act, &question).await?;
    store::add_message(act.db(), question.id, (at, false, question.asker), &again.words).await?;
    act.record(Event::new("question.asked_again", question.id).fact("reopened", reopened));
    let here = (&edition, again.portal.as_str());
    if !question.asker_email.is_empty() {
        mail::tell_received(act, here, &question, &again.words).await?;
    }
    let desks = store::desks_of(act.db(), edition.id).await?;
    let desk = desks.into_iter().find(|desk| Some(desk.id) == question.desk);
    mail::tell_desk(act, here, desk.as_ref(), &question, &again.words)
}
