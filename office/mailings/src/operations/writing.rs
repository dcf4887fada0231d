//! A mailing from its first words to the day on which it begins to leave, and what holds or ends it.

use hoithi_journal::{Act, Event, Halt, call_back};
use hoithi_people::{OrRefuse, account};
use hoithi_rules::ids::{MailingId, MailingListId};
use hoithi_rules::mailings::{MailingRefusal, MailingState, Step};
use hoithi_web::House;

use super::carrying::given_up;
use super::{changed_meanwhile, list_of, mailing_of, permitted};
use crate::compose::{self, To};
use crate::store;
use crate::things::Mailing;

/// A mailing's words as they were typed and allowed.
#[derive(Clone, Debug)]
pub struct Write {
    /// To which list.
    pub list: MailingListId,
    /// Its subject, with places.
    pub subject: String,
    /// Its text, with places.
    pub body: String,
    /// The version that was on the page; of a new one 0.
    pub version: i64,
}

/// Begins a mailing.
pub async fn write(act: &mut Act, command: Write) -> Result<MailingId, Halt> {
    let by = permitted(act).await?;
    let list = list_of(act, command.list).await?;
    let mailing = Mailing {
        id: MailingId::new(act.random_id()?),
        list: list.id,
        list_name: list.name,
        subject: command.subject,
        body: command.body,
        state: MailingState::Draft,
        by,
        created_at: act.now(),
        version: 1,
    };
    store::insert_mailing(act.db(), &mailing).await?;
    act.record(Event::new("mailings.written", mailing.id));
    Ok(mailing.id)
}

/// Changes the words of a mailing that has not begun to leave.
pub async fn rewrite(act: &mut Act, id: MailingId, command: Write) -> Result<(), Halt> {
    permitted(act).await?;
    let mailing = mailing_of(act, id).await?;
    mailing.state.still_written().or_refuse()?;
    let list = list_of(act, command.list).await?;
    let Write { subject, body, version, .. } = command;
    let mailing = Mailing { list: list.id, list_name: list.name, subject, body, version, ..mailing };
    if !store::update_words(act.db(), &mailing).await? {
        return Err(changed_meanwhile());
    }
    act.record(Event::new("mailings.rewritten", id));
    Ok(())
}

/// Sends the mailing to whoever acts, and to nobody else.
pub async fn try_out(act: &mut Act, house: &House, id: MailingId) -> Result<(), Halt> {
    let by = permitted(act).await?;
    let mailing = mailing_of(act, id).await?;
    let own = account(act.db(), by).await?.ok_or_else(Halt::not_found)?;
    if own.contact.email.is_empty() {
        return Err(Halt::refused("mailings.no_own_address", None, "your account has no address of mail"));
    }
    let to = To { name: own.name.as_str(), email: &own.contact.email };
    let leave = format!("{}/nhan-tin", house.site.public_url);
    act.post(compose::mail(house, &mailing, &to, &leave)?);
    act.record(Event::new("mailings.tried_out", id));
    Ok(())
}

/// Everybody who is on the list now shall get it; it begins to leave. How many they are.
pub async fn start(act: &mut Act, id: MailingId, version: i64) -> Result<u64, Halt> {
    permitted(act).await?;
    let mailing = mailing_of(act, id).await?;
    let state = mailing.state.after(Step::Start).or_refuse()?;
    let now = act.now();
    if !store::set_state(act.db(), (id, version), state, now).await? {
        return Err(changed_meanwhile());
    }
    let readers = store::line_up(act.db(), id).await?;
    if readers == 0 {
        return Err(MailingRefusal::NobodyThere).or_refuse();
    }
    act.record(Event::new("mailings.started", id).fact("messages", readers));
    Ok(readers)
}

/// Holds a mailing, lets it go on or ends it.
pub async fn step(act: &mut Act, (id, version): (MailingId, i64), step: Step) -> Result<(), Halt> {
    permitted(act).await?;
    let mailing = mailing_of(act, id).await?;
    let state = mailing.state.after(step).or_refuse()?;
    let now = act.now();
    if !store::set_state(act.db(), (id, version), state, now).await? {
        return Err(changed_meanwhile());
    }
    if step == Step::Stop {
        store::drop_waiting(act.db(), id).await?;
    }
    act.record(match step {
        Step::Start => Event::new("mailings.started", id),
        Step::Pause => Event::new("mailings.paused", id),
        Step::Resume => Event::new("mailings.resumed", id),
        Step::Stop => Event::new("mailings.stopped", id),
    });
    Ok(())
}

/// Sends a mailing once more to whom it did not reach without a word against their address; how many they
/// are. Each of them waits for the turn that the day gives.
pub async fn send_again(act: &mut Act, (id, version): (MailingId, i64)) -> Result<usize, Halt> {
    permitted(act).await?;
    let mailing = mailing_of(act, id).await?;
    let state = mailing.state.once_more().or_refuse()?;
    let mut again = 0;
    for delivery in store::missed(act.db(), id).await? {
        if given_up(act, &delivery).await? {
            if let Some(message) = &delivery.message {
                call_back(act, message).await?;
            }
            store::line_up_again(act.db(), &delivery).await?;
            again += 1;
        }
    }
    let now = act.now();
    if again > 0 && !store::set_state(act.db(), (id, version), state, now).await? {
        return Err(changed_meanwhile());
    }
    act.record(Event::new("mailings.sent_again", id).fact("messages", again));
    Ok(again)
}
