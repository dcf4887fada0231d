//! Whom a unit is reached by: the contacts with an account, and the persons of the directory, who
//! answer by a personal link.

use std::collections::BTreeMap;

use hoithi_journal::{Act, Halt, Mail};
use hoithi_people::{Contact, account, holders_by_unit};
use hoithi_rules::campaign::Task;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{ContactId, DocumentId, SendingId, UnitId};
use hoithi_rules::people::{PersonName, Role};
use hoithi_store::{Conn, StoreError};
use jiff::civil::Date;

use crate::letter::{MailWords, with_link};
use crate::links::{self, Base};
use crate::operations::actor;
use crate::store::{self, TaskHolder};

/// One person of a unit.
pub(crate) struct Reached {
    pub(crate) name: PersonName,
    pub(crate) contact: Contact,
    /// Their line of the directory, where they have no account.
    pub(crate) person: Option<ContactId>,
}

/// The contacts of every unit on a day. Who has an account and stands in the directory as well is
/// one person, who signs in.
pub(crate) async fn contacts_on(db: &mut Conn, day: Date) -> Result<BTreeMap<UnitId, Vec<Reached>>, StoreError> {
    let mut all: BTreeMap<UnitId, Vec<Reached>> = BTreeMap::new();
    for (unit, accounts) in holders_by_unit(db, Role::UnitContact, day).await? {
        let reached = accounts.into_iter().map(|each| Reached { name: each.name, contact: each.contact, person: None });
        all.insert(unit, reached.collect());
    }
    for (unit, persons) in hoithi_contacts::contacts_on(db, day).await? {
        let known = all.entry(unit).or_default();
        for each in persons {
            let contact = Contact { email: each.person.email, phone: each.person.phone };
            if !known.iter().any(|other| is_same(other, &each.person.name, &contact)) {
                known.push(Reached { name: each.person.name, contact, person: Some(each.id) });
            }
        }
    }
    Ok(all)
}

fn is_same(other: &Reached, name: &PersonName, contact: &Contact) -> bool {
    let same_mail = !contact.email.is_empty() && other.contact.email.eq_ignore_ascii_case(&contact.email);
    same_mail || (contact.email.is_empty() && other.name.is_written_like(name))
}

/// Whether a letter by mail reaches anybody of them.
pub(crate) fn has_address(contacts: &[Reached]) -> bool {
    contacts.iter().any(|contact| !contact.contact.email.is_empty())
}

/// Writes to everybody of these units who has an address, each by themselves; a person without an
/// account is written a link of their own. Says how many of each unit were written.
pub(crate) async fn tell(
    act: &mut Act,
    letter: DocumentId,
    to: &[(SendingId, UnitId)],
    words: Option<&MailWords>,
) -> Result<BTreeMap<SendingId, usize>, Halt> {
    let Some(words) = words else { return Ok(BTreeMap::new()) };
    let (now, by) = (act.now(), actor(act)?);
    let mut everybody = contacts_on(act.db(), day_in_vietnam(now)).await?;
    let (mut with_account, mut by_link) = (Vec::new(), Vec::new());
    for (sending, unit) in to {
        for each in everybody.remove(unit).unwrap_or_default() {
            match each.person {
                _ if each.contact.email.is_empty() => {}
                None => with_account.push((*sending, each.contact.email)),
                Some(_) if words.personal.is_none() => {}
                Some(person) => by_link.push((*sending, person, each.contact.email)),
            }
        }
    }
    let mut post = Post { words, told: BTreeMap::new(), mails: Vec::new() };
    for (sending, to) in with_account {
        post.send(act, sending, to, words.body.clone());
    }
    let base = |(sending, person, _): &(SendingId, ContactId, String)| Base {
        sending: *sending,
        contact: Some(*person),
        holder: None,
        way: "mail",
    };
    let bases: Vec<Base> = by_link.iter().map(base).collect();
    let made = links::make(act, letter, by, &bases).await?;
    for ((sending, _, to), made) in by_link.into_iter().zip(made) {
        if let Some(body) = with_link(words, &made.token) {
            post.send(act, sending, to, body);
        }
    }
    links::insert_mails(act.db(), post.mails).await?;
    Ok(post.told)
}

/// Writes to the contacts of a unit who sign in: what is told can be seen nowhere else.
pub(crate) async fn tell_accounts(act: &mut Act, unit: UnitId, words: Option<&MailWords>) -> Result<(), Halt> {
    let Some(words) = words else { return Ok(()) };
    let today = day_in_vietnam(act.now());
    let holders = holders_by_unit(act.db(), Role::UnitContact, today).await?.remove(&unit).unwrap_or_default();
    for to in holders.into_iter().map(|each| each.contact.email).filter(|email| !email.is_empty()) {
        act.post(Mail { to, subject: words.subject.clone(), body: words.body.clone() });
    }
    Ok(())
}

/// Writes of a task to the unit's contacts and, beside them, to whoever was given it: who has no account is
/// written a link of their own.
pub(crate) async fn tell_of_task(act: &mut Act, task: &Task, words: Option<&MailWords>) -> Result<(), Halt> {
    let Some(words) = words else { return Ok(()) };
    let sending = store::sending_of_task(act.db(), task.id).await?;
    tell(act, task.letter, &[(sending, task.unit)], Some(words)).await?;
    let Some(given) = task.assignee else { return Ok(()) };
    let today = day_in_vietnam(act.now());
    let reached = contacts_on(act.db(), today).await?.remove(&task.unit).unwrap_or_default();
    let was_told = |email: &str| reached.iter().any(|each| each.contact.email.eq_ignore_ascii_case(email));
    if let Some(holder) = store::task_holder(act.db(), given).await?.filter(|holder| !was_told(&holder.email)) {
        return tell_holder(act, (sending, task.letter), &holder, words).await;
    }
    let person = account(act.db(), given).await?.filter(|person| !was_told(&person.contact.email));
    if let Some(to) = person.map(|person| person.contact.email).filter(|email| !email.is_empty()) {
        act.post(Mail { to, subject: words.subject.clone(), body: words.body.clone() });
    }
    Ok(())
}

async fn tell_holder(
    act: &mut Act,
    (sending, letter): (SendingId, DocumentId),
    holder: &TaskHolder,
    words: &MailWords,
) -> Result<(), Halt> {
    if holder.email.is_empty() {
        return Ok(());
    }
    let by = actor(act)?;
    let base = Base { sending, contact: None, holder: Some(holder.id), way: "mail" };
    for made in links::make(act, letter, by, &[base]).await? {
        if let Some(body) = with_link(words, &made.token) {
            act.post(Mail { to: holder.email.clone(), subject: words.subject.clone(), body });
        }
    }
    Ok(())
}

/// What goes out, with what is kept of it.
struct Post<'a> {
    words: &'a MailWords,
    told: BTreeMap<SendingId, usize>,
    mails: Vec<(uuid::Uuid, links::LetterMail)>,
}

impl Post<'_> {
    fn send(&mut self, act: &mut Act, sending: SendingId, to: String, body: String) {
        // As the outbox has it, which keeps a subject in one line.
        let subject = self.words.subject.replace(['\r', '\n'], " ");
        let kept = links::LetterMail { sending, recipient: to.clone(), subject: subject.clone(), at: act.now() };
        self.mails.push((act.new_id(), kept));
        act.post(Mail { to, subject, body });
        *self.told.entry(sending).or_default() += 1;
    }
}
