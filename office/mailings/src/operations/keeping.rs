//! Lists and who is on them, as officers keep them; how fast mail leaves.

use hoithi_journal::{Act, Event, Halt, forget_recipient};
use hoithi_rules::ids::{MailingId, MailingListId, ReaderId};
use hoithi_rules::mailings::{Pace, ReaderState};

use super::{changed_meanwhile, list_of, mailing_of, permitted, reader_of};
use crate::store;
use crate::things::{Delivery, MailingList, Reader};

/// A list as it was typed.
#[derive(Clone, Debug)]
pub struct KeepList {
    /// Which one; none for a new one.
    pub list: Option<MailingListId>,
    /// Its name.
    pub name: String,
    /// What is written to it.
    pub purpose: String,
    /// Whether everybody may join it.
    pub public: bool,
    /// The version that was on the page.
    pub version: i64,
}

/// Begins a list or changes one.
pub async fn keep_list(act: &mut Act, command: KeepList) -> Result<MailingListId, Halt> {
    permitted(act).await?;
    let id = match command.list {
        Some(id) => list_of(act, id).await?.id,
        None => MailingListId::new(act.random_id()?),
    };
    let KeepList { name, purpose, public, version, .. } = command;
    let list = MailingList { id, name, purpose, public, readers: 0, version };
    if command.list.is_none() {
        let now = act.now();
        store::insert_list(act.db(), &list, now).await?;
    } else if !store::update_list(act.db(), &list).await? {
        return Err(changed_meanwhile());
    }
    act.record(Event::new("mailings.list_kept", id));
    Ok(id)
}

/// How fast mail leaves.
#[derive(Clone, Copy, Debug)]
pub struct Choose {
    /// So many a day, in these hours.
    pub pace: Pace,
    /// The version that was on the page.
    pub version: i64,
}

/// Keeps how many mails of lists leave on one day and in which hours, beside what was chosen before.
pub async fn choose_pace(act: &mut Act, command: Choose) -> Result<(), Halt> {
    let by = permitted(act).await?;
    let now = act.now();
    let (_, version) = store::pace(act.db()).await?;
    if version != command.version || !store::add_pace(act.db(), command.pace, version, (by, now)).await? {
        return Err(changed_meanwhile());
    }
    act.record(Event::new("mailings.quota_chosen", "mailings").fact("messages", command.pace.quota.count()));
    Ok(())
}

/// Everybody on a list who is not forgotten, for a file that leaves the house: the journal keeps that somebody
/// took it and how many addresses stood in it.
pub async fn take_out(act: &mut Act, id: MailingListId) -> Result<Vec<Reader>, Halt> {
    permitted(act).await?;
    let list = list_of(act, id).await?;
    let mut readers = store::readers(act.db(), list.id).await?;
    readers.retain(|reader| reader.state != ReaderState::Erased);
    act.record(Event::new("mailings.addresses_taken", list.id).fact("addresses", readers.len()));
    Ok(readers)
}

/// What became of a mailing at each address, for a file that leaves the house; noted as a list's is.
pub async fn take_results_out(act: &mut Act, id: MailingId) -> Result<Vec<Delivery>, Halt> {
    permitted(act).await?;
    let mailing = mailing_of(act, id).await?;
    let deliveries = store::deliveries(act.db(), mailing.id).await?;
    let addresses = deliveries.iter().filter(|delivery| !delivery.email.is_empty()).count();
    act.record(Event::new("mailings.results_taken", mailing.id).fact("addresses", addresses));
    Ok(deliveries)
}

/// A corrected address.
#[derive(Clone, Debug)]
pub struct Correct {
    /// Whose.
    pub reader: ReaderId,
    /// The new one.
    pub email: String,
}

/// Corrects the address of somebody whose server refused mail for good.
pub async fn correct(act: &mut Act, command: Correct) -> Result<(), Halt> {
    permitted(act).await?;
    let reader = reader_of(act, command.reader).await?;
    if reader.state != ReaderState::Bounced {
        return Err(changed_meanwhile());
    }
    let other = store::reader_at(act.db(), reader.list, &command.email).await?;
    if other.is_some_and(|other| other.id != reader.id) {
        return Err(Halt::refused("mailings.address_known", Some("email"), "this address is or was on the list"));
    }
    store::correct_reader(act.db(), reader.id, &command.email).await?;
    act.record(Event::new("mailings.address_corrected", reader.list));
    Ok(())
}

/// Forgets a person on request: address and name go from here and from the outbox.
pub async fn erase(act: &mut Act, id: ReaderId) -> Result<MailingListId, Halt> {
    permitted(act).await?;
    let reader = reader_of(act, id).await?;
    if reader.state == ReaderState::Erased {
        return Ok(reader.list);
    }
    for delivery in store::deliveries_to(act.db(), id).await? {
        super::carrying::take_back(act, &delivery).await?;
        if let Some(message) = &delivery.message {
            forget_recipient(act, message).await?;
        }
    }
    for message in store::earlier_messages(act.db(), id).await? {
        forget_recipient(act, &message).await?;
    }
    let now = act.now();
    store::forget_wishes(act.db(), reader.list, &reader.email).await?;
    store::forget_imports_of(act.db(), reader.list).await?;
    store::erase_reader(act.db(), id, now).await?;
    act.record(Event::new("mailings.reader_forgotten", reader.list));
    Ok(reader.list)
}
