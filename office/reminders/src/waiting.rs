//! Mail that does not leave: whoever has a telephone too is told there, once, and the record says so. The
//! mail stays where it waits.

use std::collections::BTreeMap;
use std::sync::Arc;

use hoithi_journal::{Act, Actor, Channel, Door, Event, Halt, channels_down, outbox_mail};
use hoithi_rules::day::clock_in_vietnam;
use hoithi_rules::ids::AccountId;
use hoithi_rules::reminders::Thing;
use hoithi_store::{Conn, StoreError};
use hoithi_web::House;
use jiff::{SignedDuration, Timestamp};

use crate::known::{KnownDue, Open};
use crate::store;
use crate::tell::{Due, REMEMBERED, short};

/// Tells by telephone what waits as mail for longer than the house has patience, while mail does not leave and
/// messages do; to how many people. For a house with a gateway: without one nothing would be told.
pub async fn tell_who_waits(house: &House, known: &Arc<dyn KnownDue>) -> Result<usize, Halt> {
    let now = house.clock().now();
    // Looking takes no turn among the acts; most looks find nothing.
    if waiting(&mut house.read().await?, house, known.as_ref(), now).await?.is_empty() {
        return Ok(0);
    }
    let deed = house.acts.perform(Actor::nobody(Door::Job), |act| {
        let (house, known) = (house.clone(), Arc::clone(known));
        Box::pin(async move { tell(act, &house, known.as_ref()).await })
    });
    deed.await
}

async fn tell(act: &mut Act, house: &House, known: &dyn KnownDue) -> Result<usize, Halt> {
    let now = act.now();
    let waiting = waiting(act.db(), house, known, now).await?;
    for (first, due) in &waiting {
        let second = act.random_id()?;
        act.post_short_as(second, short(house, due, ""));
        store::put_second_way(act.db(), first, &second.to_string(), now).await?;
    }
    if !waiting.is_empty() {
        act.record(Event::new("reminders.told_by_telephone", "reminders").fact("messages", waiting.len()));
    }
    Ok(waiting.len())
}

/// Whose mail waits for too long, by its message, with what of it is still open.
async fn waiting(
    db: &mut Conn,
    house: &House,
    known: &dyn KnownDue,
    now: Timestamp,
) -> Result<Vec<(String, Due)>, Halt> {
    let (settings, _) = store::settings(db).await?;
    let here = clock_in_vietnam(now);
    let Some(hours) = settings.patience().hours() else { return Ok(Vec::new()) };
    if !settings.tells_at(here.hour()) || !only_mail_is_down(db).await? {
        return Ok(Vec::new());
    }
    let before = |wait: SignedDuration| now.checked_sub(wait).unwrap_or(Timestamp::MIN);
    let told = store::told_by_mail(db, before(REMEMBERED), before(SignedDuration::from_hours(hours))).await?;
    if told.is_empty() {
        return Ok(Vec::new());
    }
    let mut open: BTreeMap<(AccountId, Thing), Open> = BTreeMap::new();
    for each in known.open(db, house, here.date()).await? {
        open.entry((each.person.id, each.thing.clone())).or_insert(each);
    }
    let mut by_message: BTreeMap<String, Due> = BTreeMap::new();
    for (message, person, point) in told {
        let Some(each) = open.get(&(person, point.thing)) else { continue };
        // Without an account there is nothing that a short message could lead to.
        if each.person.signs_in && !each.person.contact.phone.is_empty() {
            let due = by_message.entry(message).or_insert_with(|| Due::of(each.person.clone()));
            due.lines.push((each.clone(), point.from));
        }
    }
    let mut waiting = Vec::new();
    for (message, due) in by_message {
        let waits = outbox_mail(db, &message).await?.is_some_and(|mail| mail.state == "waiting");
        if waits && !store::is_muted(db, due.person.id).await? {
            waiting.push((message, due));
        }
    }
    Ok(waiting)
}

async fn only_mail_is_down(db: &mut Conn) -> Result<bool, StoreError> {
    let down = channels_down(db).await?;
    let is_down = |channel: Channel| down.iter().any(|each| each.channel == channel.code());
    Ok(is_down(Channel::Mail) && !is_down(Channel::Short))
}
