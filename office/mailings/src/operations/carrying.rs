//! The house's one look: what the outbox did is noted, and the next mails leave as far as the day
//! takes them.

use hoithi_journal::{Act, Actor, Door, Event, Halt, OutboxMail, call_back, outbox_mail};
use hoithi_people::secret_word;
use hoithi_rules::day::{clock_in_vietnam, day_in_vietnam};
use hoithi_rules::mailings::{MailingState, Outcome, ReaderState};
use hoithi_store::Conn;
use hoithi_web::House;
use jiff::Timestamp;

use super::{oldest_import, oldest_wish};
use crate::compose::{self, To};
use crate::store;
use crate::things::{Delivery, Mailing};

/// Notes what became of what was posted and posts what may leave in this hour; how many that were. Asked
/// again on the same day it posts nothing beyond the day's number.
pub async fn carry_on(house: &House) -> Result<usize, Halt> {
    // Looking takes no turn among the acts; most looks find nothing.
    let idle = is_idle(&mut house.read().await?, house.clock().now()).await?;
    if idle {
        return Ok(0);
    }
    let deed = house.acts.perform(Actor::nobody(Door::Job), |act| {
        let house = house.clone();
        Box::pin(async move { carry(act, &house).await })
    });
    deed.await
}

async fn is_idle(db: &mut Conn, now: Timestamp) -> Result<bool, Halt> {
    let nothing_old = !store::any_wish_before(db, oldest_wish(now)?).await?
        && !store::any_import_before(db, oldest_import(now)?).await?;
    let (pace, _) = store::pace(db).await?;
    let none_leaves = !pace.hours.cover(clock_in_vietnam(now).hour()) || store::going(db).await?.is_empty();
    Ok(nothing_old && none_leaves && store::posted(db).await?.is_empty())
}

async fn carry(act: &mut Act, house: &House) -> Result<usize, Halt> {
    let now = act.now();
    store::forget_wishes_before(act.db(), oldest_wish(now)?).await?;
    store::forget_imports_before(act.db(), oldest_import(now)?).await?;
    for delivery in store::posted(act.db()).await? {
        settle(act, &delivery).await?;
    }
    let mut posted = 0;
    for mailing in store::going(act.db()).await? {
        posted += post_some(act, house, &mailing).await?;
    }
    if posted > 0 {
        act.record(Event::new("mailings.carried", "mailings").fact("messages", posted));
    }
    Ok(posted)
}

/// What the outbox says of a delivery.
async fn settle(act: &mut Act, delivery: &Delivery) -> Result<(), Halt> {
    let Some(message) = &delivery.message else { return Ok(()) };
    let Some(mail) = outbox_mail(act.db(), message).await? else { return Ok(()) };
    let Some(outcome) = outcome_of(&mail) else { return Ok(()) };
    store::set_outcome(act.db(), delivery, outcome, &mail.last_error.unwrap_or_default()).await?;
    if outcome == Outcome::Bounced {
        store::set_bounced(act.db(), delivery.reader).await?;
    }
    Ok(())
}

/// Only an address at which nobody is stays off the list. A policy, a full box or a server that was never
/// reached says nothing of it.
fn outcome_of(mail: &OutboxMail) -> Option<Outcome> {
    match (mail.state.as_str(), mail.reason.as_deref()) {
        ("sent", _) => Some(Outcome::Sent),
        ("kept", _) => Some(Outcome::Kept),
        ("failed", Some("address")) => Some(Outcome::Bounced),
        ("failed", _) => Some(Outcome::Refused),
        _ => None,
    }
}

/// Posts as much of a mailing as the day still takes. What has nobody left to write to is done.
async fn post_some(act: &mut Act, house: &House, mailing: &Mailing) -> Result<usize, Halt> {
    let now = act.now();
    let today = day_in_vietnam(now);
    let (pace, _) = store::pace(act.db()).await?;
    let mut left = pace.takes(clock_in_vietnam(now).hour(), store::posted_on(act.db(), today).await?);
    let mut posted = 0;
    while left > 0 {
        let batch = store::waiting(act.db(), mailing.id, left).await?;
        if batch.is_empty() {
            break;
        }
        for delivery in &batch {
            if delivery.reader_state == ReaderState::Joined {
                post(act, house, mailing, delivery).await?;
                posted += 1;
                left -= 1;
            } else {
                store::set_outcome(act.db(), delivery, unreachable(delivery), "").await?;
            }
        }
    }
    if store::waiting(act.db(), mailing.id, 1).await?.is_empty() {
        store::set_state(act.db(), (mailing.id, mailing.version), MailingState::Done, now).await?;
    }
    Ok(posted)
}

fn unreachable(delivery: &Delivery) -> Outcome {
    if delivery.reader_state == ReaderState::Bounced { Outcome::Bounced } else { Outcome::Left }
}

async fn post(act: &mut Act, house: &House, mailing: &Mailing, delivery: &Delivery) -> Result<(), Halt> {
    let now = act.now();
    let (token, message) = (secret_word(act)?, act.random_id()?);
    store::put_leave_link(act.db(), &token, delivery.reader, now).await?;
    let leave = compose::leave_address(house, &token);
    let to = To { name: &delivery.name, email: &delivery.email };
    let mail = compose::mail(house, mailing, &to, &leave)?;
    act.post_listed(message, mail, leave);
    store::set_posted(act.db(), delivery, &message.to_string(), (now, day_in_vietnam(now))).await?;
    Ok(())
}

/// Whether the outbox gave a delivery up for good. What was sent from there once more is noted as it stands.
pub(super) async fn given_up(act: &mut Act, delivery: &Delivery) -> Result<bool, Halt> {
    let Some(message) = &delivery.message else { return Ok(false) };
    let Some(mail) = outbox_mail(act.db(), message).await? else { return Ok(true) };
    if mail.state == "failed" {
        return Ok(true);
    }
    let outcome = outcome_of(&mail).unwrap_or(Outcome::Posted);
    store::set_outcome(act.db(), delivery, outcome, "").await?;
    Ok(false)
}

/// Nothing more goes to somebody who left, as far as it has not left the house.
pub(super) async fn take_back(act: &mut Act, delivery: &Delivery) -> Result<(), Halt> {
    let waits = match (delivery.outcome, &delivery.message) {
        (Outcome::Waiting, _) => true,
        (Outcome::Posted, Some(message)) => call_back(act, message).await?,
        // Its result stays what it was; nobody sends it from the outbox either.
        (Outcome::Refused, Some(message)) => {
            call_back(act, message).await?;
            false
        }
        _ => false,
    };
    if waits {
        store::set_outcome(act.db(), delivery, Outcome::Left, "").await?;
    }
    Ok(())
}
