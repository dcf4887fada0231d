//! The office records, takes, answers and closes questions.

use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{Contact, OrRefuse, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::helpdesk::{QuestionChannel, QuestionState};
use hoithi_rules::ids::{AccountId, DeskId, EditionId, QuestionId};
use hoithi_rules::people::Permission;

use super::asking::desk_for;
use super::{edition_of, question_of, save};
use crate::question::Question;
use crate::{mail, store};

/// A question that was told.
#[derive(Clone, Debug)]
pub struct Record {
    /// About which edition.
    pub edition: EditionId,
    /// At which desk; the first where none is named.
    pub desk: Option<DeskId>,
    /// How it came.
    pub channel: QuestionChannel,
    /// Who asked, and of which unit, in words.
    pub who: String,
    /// Where to reach them, for the answer; both may be empty.
    pub contact: Contact,
    /// The question.
    pub words: String,
    /// What was answered at once; none while there is no answer.
    pub answer: Option<String>,
    /// Where the portal is reached.
    pub portal: String,
}

/// Records a question from the telephone, a chat or a visit. What was answered at once goes by mail as well, where
/// an address was told.
pub async fn record(act: &mut Act, told: Record) -> Result<QuestionId, Halt> {
    let edition = edition_of(act, told.edition).await?;
    permit(act, Permission::QuestionAnswer, edition.place()).await?;
    let desk = desk_for(act, &edition, told.desk).await?;
    let (now, me) = (act.now(), act.actor().account.map(AccountId::new));
    let answered = told.answer.is_some();
    let question = Question {
        id: QuestionId::new(act.random_id()?),
        edition: told.edition,
        number: store::next_number(act.db(), told.edition).await?,
        desk: desk.map(|desk| desk.id),
        assignee: me.filter(|_| answered),
        assignee_name: String::new(),
        state: if answered { QuestionState::Answered } else { QuestionState::New },
        channel: told.channel,
        asker: None,
        asker_name: told.who,
        asker_email: told.contact.email,
        asker_phone: told.contact.phone,
        asker_unit: String::new(),
        asked_at: now,
        waiting_since: (!answered).then_some(now),
        words: told.words,
        version: 1,
    };
    store::insert_question(act.db(), &question, None).await?;
    store::add_message(act.db(), question.id, (now, false, None), &question.words).await?;
    if let Some(answer) = &told.answer {
        store::add_message(act.db(), question.id, (now, true, me), answer).await?;
    }
    let event = Event::new("question.recorded", question.id);
    act.record(event.fact("channel", question.channel.code()).fact("answered", answered));
    if let Some(answer) = &told.answer {
        mail::tell_answered(act, (&edition, &told.portal), &question, answer).await?;
    }
    Ok(question.id)
}

/// An answer on its way out.
#[derive(Clone, Debug)]
pub struct Answer {
    /// To which question.
    pub question: QuestionId,
    /// The version that was read.
    pub version: i64,
    /// Its words.
    pub words: String,
    /// Where the portal is reached.
    pub portal: String,
}

/// Answers: on the page and by mail in the same words.
pub async fn answer(act: &mut Act, given: Answer) -> Result<(), Halt> {
    let (edition, mut question) = for_answering(act, given.question, given.version).await?;
    let me = act.actor().account.map(AccountId::new);
    question.state = question.state.answered().or_refuse()?;
    question.assignee = question.assignee.or(me);
    question.waiting_since = None;
    save(act, &question).await?;
    let at = act.now();
    store::add_message(act.db(), question.id, (at, true, me), &given.words).await?;
    let mailed = !question.asker_email.is_empty();
    act.record(Event::new("question.answered", question.id).fact("mailed", mailed));
    mail::tell_answered(act, (&edition, &given.portal), &question, &given.words).await
}

/// Who looks after a question, at which desk.
#[derive(Clone, Debug)]
pub struct Assign {
    /// Which question.
    pub question: QuestionId,
    /// The version that was read.
    pub version: i64,
    /// Whose it is.
    pub to: AccountId,
    /// At which desk; as it is where none is named.
    pub desk: Option<DeskId>,
}

/// Gives a question to somebody who may answer it, or to oneself.
pub async fn assign(act: &mut Act, given: Assign) -> Result<(), Halt> {
    let (edition, mut question) = for_answering(act, given.question, given.version).await?;
    let today = day_in_vietnam(act.now());
    if !store::may_answer(act.db(), &edition, today).await?.contains_key(&given.to) {
        return Err(Halt::refused("helpdesk.may_not_answer", Some("to"), "this person may not answer questions"));
    }
    if given.desk.is_some() {
        question.desk = desk_for(act, &edition, given.desk).await?.map(|desk| desk.id);
    }
    question.state = question.state.taken().or_refuse()?;
    question.assignee = Some(given.to);
    save(act, &question).await?;
    act.record(Event::new("question.assigned", question.id).fact("to", given.to.to_string()));
    Ok(())
}

/// Nothing more is expected.
pub async fn close(act: &mut Act, question: QuestionId, version: i64) -> Result<(), Halt> {
    let (_, mut question) = for_answering(act, question, version).await?;
    question.state = question.state.closed().or_refuse()?;
    save(act, &question).await?;
    act.record(Event::new("question.closed", question.id));
    Ok(())
}

/// The question as it was read, for somebody who may answer it.
async fn for_answering(act: &mut Act, id: QuestionId, version: i64) -> Result<(Edition, Question), Halt> {
    let question = question_of(act, id).await?;
    let edition = edition_of(act, question.edition).await?;
    permit(act, Permission::QuestionAnswer, edition.place()).await?;
    Ok((edition, Question { version, ..question }))
}
