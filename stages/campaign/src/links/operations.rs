//! What a link's holder does for the unit, and what officers do with links.
//!
//! Whoever acts here is the link: its id stands where an account's would, in the journal and as who
//! recorded. No role gives the right; the link does, and it is read again in the very act.

use hoithi_contacts::{NewContact, Person};
use hoithi_correspondence::{KeptFile, document};
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit, secret_word};
use hoithi_rules::campaign::{PublicityItem, Task};
use hoithi_rules::correspondence::{Acknowledgement, Channel};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, DocumentId, PublicityId, SendingId, TaskId};
use hoithi_rules::people::{Permission, PersonName, Place};

use super::hash;
use super::making::{Base, Made, make};
use super::origin::{Origin, OriginAbout, insert_origin};
use super::store::{self as links, LetterLink, LinkTry};
use crate::letter::{MailWords, SentTo};
use crate::operations::{
    AskExtension, GiveToPerson, NoteProgress, RecordPublicity, TaskAnswer, actor, answered, confirm, contact_named,
    extension_asked, extension_withdrawn, given, progress_noted, recorded,
};
use crate::refusal::CampaignRefusal;
use crate::{contacts, store};

/// The letter that a link opens now. What ended while a page stood open is told as not found, and whoever has
/// one task answers for nothing else.
pub(super) async fn opened(act: &mut Act, token: &str) -> Result<(LetterLink, SentTo), Halt> {
    let (link, sent) = opened_at_all(act, token).await?;
    if link.holder.is_some() { Err(Halt::not_found()) } else { Ok((link, sent)) }
}

async fn opened_at_all(act: &mut Act, token: &str) -> Result<(LetterLink, SentTo), Halt> {
    let today = day_in_vietnam(act.now());
    let LinkTry::Opens(link) = links::holder(act.db(), token, today).await? else { return Err(Halt::not_found()) };
    let sent = store::sending(act.db(), link.sending).await?.ok_or_else(Halt::not_found)?;
    Ok((*link, sent))
}

/// The same for what is asked only of who confirmed the letter: they said who they are.
pub(super) async fn confirmed(act: &mut Act, token: &str) -> Result<(LetterLink, SentTo, Origin), Halt> {
    let (link, sent) = opened(act, token).await?;
    let Some(acknowledgement) = sent.sending.acknowledgement() else {
        return Err(CampaignRefusal::ConfirmFirst).or_refuse();
    };
    let origin = Origin {
        how: Channel::Link,
        by_name: acknowledgement.by_name.clone(),
        position: String::new(),
        day: day_in_vietnam(act.now()),
        file: None,
    };
    Ok((link, sent, origin))
}

/// Notes who answered by a link.
pub(super) async fn note(act: &mut Act, link: &LetterLink, about: OriginAbout, origin: &Origin) -> Result<(), Halt> {
    let (id, now) = (act.random_id()?, act.now());
    let by = AccountId::new(link.id.uuid());
    Ok(insert_origin(act.db(), (id, link.sending, about), origin, (now, by)).await?)
}

/// Notes that somebody opened the letter by the link; the first time counts. The page alone is no sign of a
/// person: programs that look at an address before one comes fetch it too.
pub async fn open_by_link(act: &mut Act, token: String) -> Result<(), Halt> {
    let (link, sent) = opened(act, &token).await?;
    note_opened(act, &link, &sent).await
}

async fn note_opened(act: &mut Act, link: &LetterLink, sent: &SentTo) -> Result<(), Halt> {
    let (now, by) = (act.now(), AccountId::new(link.id.uuid()));
    links::mark_link_opened(act.db(), link.id, now).await?;
    if store::mark_opened(act.db(), link.sending, by, now).await? {
        act.record(Event::new("sending.opened", link.sending).fact("unit", sent.sending.unit.to_string()));
    }
    Ok(())
}

/// That the unit has its letter, said by a link's holder.
#[derive(Clone, Debug)]
pub struct AcknowledgeByLink {
    /// The link.
    pub token: String,
    /// Who says so.
    pub by_name: PersonName,
    /// What they are in the unit.
    pub position: String,
}

/// Confirms the letter by a link; whoever does has opened it.
pub async fn acknowledge_by_link(act: &mut Act, command: AcknowledgeByLink) -> Result<(), Halt> {
    let (link, sent) = opened(act, &command.token).await?;
    let (now, recorded_by) = (act.now(), AccountId::new(link.id.uuid()));
    let (by_name, how) = (command.by_name, Channel::Link);
    let acknowledgement = Acknowledgement { at: now, by_name: by_name.clone(), how, recorded_by };
    note_opened(act, &link, &sent).await?;
    confirm(act, sent, acknowledgement).await?;
    let origin = Origin { how, by_name, position: command.position, day: day_in_vietnam(now), file: None };
    note(act, &link, OriginAbout::Acknowledgement, &origin).await
}

/// A task's answer by a link's holder.
#[derive(Clone, Debug)]
pub struct AnswerByLink {
    /// The link.
    pub token: String,
    /// Which task.
    pub task: TaskId,
    /// What.
    pub answer: TaskAnswer,
}

/// Answers a task of the link's own letter.
pub async fn answer_by_link(act: &mut Act, command: AnswerByLink) -> Result<(), Halt> {
    let (link, sent, origin, task) = on_task(act, &command.token, command.task).await?;
    let now = act.now();
    answered(act, task, sent.edition, command.answer, now).await?;
    note(act, &link, OriginAbout::Task(command.task), &origin).await
}

/// Notes how far a task of the link's own letter is.
pub async fn note_by_link(act: &mut Act, token: String, note: NoteProgress) -> Result<(), Halt> {
    let (.., task) = on_task(act, &token, note.task).await?;
    progress_noted(act, task, note).await
}

/// Asks for a later day for a task of the link's own letter.
pub async fn ask_by_link(act: &mut Act, token: String, wish: AskExtension) -> Result<(), Halt> {
    let (.., task) = on_task(act, &token, wish.task).await?;
    extension_asked(act, task, wish).await
}

/// Gives a task of the link's own letter on to somebody else of the unit. Gives the word of their link where
/// nobody could be written; a link that opened this one task opens nothing any more.
pub async fn give_by_link(act: &mut Act, token: String, command: GiveToPerson) -> Result<Option<String>, Halt> {
    let (.., task) = on_task(act, &token, command.task).await?;
    seldom_given(act, command.task).await?;
    given(act, task, (command.person, command.mail)).await
}

/// So often a day a task goes on by links: a slip lies open on many tables, and each giving writes to an
/// address that somebody typed.
const GIVEN_A_DAY: usize = 5;

async fn seldom_given(act: &mut Act, task: TaskId) -> Result<(), Halt> {
    let midnight = day_in_vietnam(act.now()).at(0, 0, 0, 0);
    let since = jiff::tz::offset(7).to_timestamp(midnight).map_err(Halt::fault)?;
    let times = store::given_by_links(act.db(), task, since).await?;
    if usize::try_from(times).is_ok_and(|times| times < GIVEN_A_DAY) {
        return Ok(());
    }
    Err(CampaignRefusal::GivenTooOften { most: GIVEN_A_DAY }).or_refuse()
}

/// Takes back the wish for a later day for a task of the link's own letter.
pub async fn withdraw_by_link(act: &mut Act, token: String, task: TaskId) -> Result<(), Halt> {
    let (.., task) = on_task(act, &token, task).await?;
    extension_withdrawn(act, &task).await
}

/// Makes the secret of the unit's calendar feed, told once; it leads somewhere as long as this link does.
pub(crate) async fn make_feed_by_link(act: &mut Act, token: String) -> Result<String, Halt> {
    let (link, sent, _) = confirmed(act, &token).await?;
    let (secret, unit) = (secret_word(act)?, sent.sending.unit);
    let made = (act.now(), AccountId::new(link.id.uuid()));
    store::replace_feed(act.db(), unit, &hash(&secret), made).await?;
    act.record(Event::new("feed.made", unit));
    Ok(secret)
}

/// A task of the link's own letter, for whoever answers for the unit, or for whom the unit gave this one.
async fn on_task(act: &mut Act, token: &str, id: TaskId) -> Result<(LetterLink, SentTo, Origin, Task), Halt> {
    let (link, sent) = opened_at_all(act, token).await?;
    let own = store::tasks_of_sending(act.db(), link.sending).await?;
    let task = own.into_iter().find(|task| task.id == id).ok_or_else(Halt::not_found)?;
    let Some(holder) = link.holder else {
        let (link, sent, origin) = confirmed(act, token).await?;
        return Ok((link, sent, origin, task));
    };
    let holder = store::task_holder(act.db(), holder).await?.filter(|holder| task.assignee == Some(holder.id));
    let by_name = holder.ok_or_else(Halt::not_found)?.name;
    let day = day_in_vietnam(act.now());
    Ok((link, sent, Origin { how: Channel::Link, by_name, position: String::new(), day, file: None }, task))
}

/// Evidence of publicity by a link's holder.
#[derive(Clone, Debug)]
pub struct PublicityByLink {
    /// The link.
    pub token: String,
    /// What it was.
    pub item: PublicityItem,
    /// A photo, or a page as PDF.
    pub photo: Option<KeptFile>,
}

/// Records a piece of publicity of the link's own unit.
pub async fn publicity_by_link(act: &mut Act, command: PublicityByLink) -> Result<PublicityId, Halt> {
    let (link, sent, origin) = confirmed(act, &command.token).await?;
    let (edition, unit) = (sent.edition, sent.sending.unit);
    let piece = RecordPublicity { edition, unit, item: command.item, photo: command.photo };
    let id = recorded(act, piece).await?;
    note(act, &link, OriginAbout::Publicity(id), &origin).await?;
    Ok(id)
}

/// A unit names whom it is reached by.
#[derive(Clone, Debug)]
pub struct NameByLink {
    /// The link.
    pub token: String,
    /// Who.
    pub person: Person,
}

/// Names the unit's contact; the directory has it from now on, and what asked for it is answered.
pub async fn name_by_link(act: &mut Act, command: NameByLink) -> Result<(), Halt> {
    let (link, sent, origin) = confirmed(act, &command.token).await?;
    let (unit, by) = (sent.sending.unit, AccountId::new(link.id.uuid()));
    let source = format!("Đơn vị cử qua liên kết riêng, {} ghi", origin.by_name);
    let new = NewContact { unit, person: command.person, main: true, from: origin.day, source };
    hoithi_contacts::name_contact(act, new, by).await?;
    for (sending, task) in contact_named(act, unit).await? {
        let (id, now) = (act.random_id()?, act.now());
        insert_origin(act.db(), (id, sending, OriginAbout::Task(task)), &origin, (now, by)).await?;
    }
    Ok(())
}

/// The letter, for whoever may send it again.
async fn letter_of(act: &mut Act, sending: SendingId) -> Result<SentTo, Halt> {
    let sent = store::sending(act.db(), sending).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::LetterSend, Place::edition(sent.edition)).await?;
    Ok(sent)
}

/// Takes back every link to one letter of one unit.
pub async fn revoke_links(act: &mut Act, sending: SendingId) -> Result<(), Halt> {
    let sent = letter_of(act, sending).await?;
    let now = act.now();
    if links::revoke(act.db(), sending, now).await? + links::revoke_held(act.db(), sending, now).await? == 0 {
        return Err(CampaignRefusal::NoLink).or_refuse();
    }
    act.record(Event::new("links.revoked", sending).fact("unit", sent.sending.unit.to_string()));
    Ok(())
}

/// New links in the place of all that one unit has.
#[derive(Clone, Debug)]
pub struct RenewLinks {
    /// Which letter at which unit.
    pub sending: SendingId,
    /// What the contacts are written; none makes one link to be handed over.
    pub mail: Option<MailWords>,
}

/// Makes links anew; says how many mails went out, and gives the link that nobody was written.
pub async fn renew_links(act: &mut Act, command: RenewLinks) -> Result<(usize, Option<String>), Halt> {
    let sent = letter_of(act, command.sending).await?;
    let (now, by) = (act.now(), actor(act)?);
    links::revoke(act.db(), command.sending, now).await?;
    let letter = sent.sending.document;
    let done = if command.mail.is_some() {
        let to = [(command.sending, sent.sending.unit)];
        let told = contacts::tell(act, letter, &to, command.mail.as_ref()).await?;
        let mails: usize = told.values().sum();
        if mails == 0 {
            return Err(CampaignRefusal::NoAddress).or_refuse();
        }
        (mails, None)
    } else {
        let base = Base { sending: command.sending, contact: None, holder: None, way: "shown" };
        let made = make(act, letter, by, &[base]).await?;
        (0, made.into_iter().next().map(|made| made.token))
    };
    act.record(Event::new("links.renewed", command.sending).fact("unit", sent.sending.unit.to_string()));
    Ok(done)
}

/// A link for each of these units, to be printed on slips; slips of before open nothing any more.
pub(crate) async fn slips(act: &mut Act, letter: DocumentId, of: Vec<SendingId>) -> Result<Vec<Made>, Halt> {
    let document = document(act.db(), letter).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::LetterSend, Place::edition(document.edition)).await?;
    let (now, by) = (act.now(), actor(act)?);
    links::revoke_slips(act.db(), letter, now).await?;
    let base = |sending| Base { sending, contact: None, holder: None, way: "slip" };
    let bases: Vec<_> = of.into_iter().map(base).collect();
    let made = make(act, letter, by, &bases).await?;
    act.record(Event::new("links.printed", letter).fact("count", made.len()));
    Ok(made)
}
