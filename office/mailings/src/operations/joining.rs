//! The public's part: asking for mail, confirming it by the mailed link, leaving.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{secret_hash, secret_word};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{MailingListId, ReaderId};
use hoithi_rules::mailings::ReaderState;
use hoithi_web::House;
use jiff::{SignedDuration, Timestamp};

use super::list_of;
use crate::store::{self, Wish};
use crate::things::Reader;
use crate::{compose, tries};

/// Somebody wants to be on a list.
#[derive(Clone, Debug)]
pub struct AskToJoin {
    /// Which list.
    pub list: MailingListId,
    /// Where mail reaches them.
    pub email: String,
    /// Their name; may be empty.
    pub name: String,
    /// The consent's words as they were shown.
    pub consent: String,
    /// Which wording that is.
    pub consent_version: String,
    /// From which network address, for counting.
    pub from: String,
}

/// Takes the wish and writes to the address. The same happens whether or not the address is on the
/// list: nobody learns that from the answer.
pub async fn ask_to_join(act: &mut Act, house: &House, asked: AskToJoin) -> Result<(), Halt> {
    let list = list_of(act, asked.list).await?;
    if !list.public {
        return Err(Halt::not_found());
    }
    let email = asked.email.to_lowercase();
    tries::count(act, &asked.from, &email).await?;
    let (token, now) = (secret_word(act)?, act.now());
    let wish = Wish {
        list: list.id,
        email,
        name: asked.name,
        consent: asked.consent,
        consent_version: asked.consent_version,
        consent_day: day_in_vietnam(now),
    };
    store::put_wish(act.db(), &secret_hash(&token), &wish, now).await?;
    act.post(compose::asking(house, &list.name, &wish.email, &token));
    act.record(Event::new("mailings.join_asked", list.id));
    Ok(())
}

/// How long a wish waits to be confirmed.
const WISH_HOURS: i64 = 72;

/// What was wished before this is as if it had never been.
pub(crate) fn oldest_wish(now: Timestamp) -> Result<Timestamp, Halt> {
    now.saturating_sub(SignedDuration::from_hours(WISH_HOURS)).map_err(Halt::fault)
}

/// The owner of the address says yes in time; the link is used up by it.
pub async fn confirm(act: &mut Act, token: String) -> Result<(), Halt> {
    let now = act.now();
    let wish = store::wish(act.db(), &token, oldest_wish(now)?).await?.ok_or_else(Halt::not_found)?;
    let id = ReaderId::new(act.random_id()?);
    let reader = Reader {
        id,
        list: wish.list,
        email: wish.email,
        name: wish.name,
        state: ReaderState::Joined,
        source: String::new(),
        consent: wish.consent,
        consent_version: wish.consent_version,
        consent_day: Some(wish.consent_day),
        left_at: None,
    };
    store::put_reader(act.db(), &reader, now).await?;
    store::forget_wishes(act.db(), reader.list, &reader.email).await?;
    act.record(Event::new("mailings.joined", reader.list));
    Ok(())
}

/// Whoever holds a mail's link leaves the list. Done twice it is done once.
pub async fn leave(act: &mut Act, token: String) -> Result<(), Halt> {
    let reader = store::leaving(act.db(), &token).await?.ok_or_else(Halt::not_found)?;
    let now = act.now();
    if store::set_left(act.db(), reader.id, now).await? {
        act.record(Event::new("mailings.left", reader.list));
    }
    for delivery in store::deliveries_to(act.db(), reader.id).await? {
        super::carrying::take_back(act, &delivery).await?;
    }
    Ok(())
}
