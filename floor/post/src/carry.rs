//! One round of carrying: what is due of one channel, message by message.

use hoithi_journal::{Channel, Claimed, Try, channel_down, claim, keep_all, pause, release, settle, up};
use hoithi_store::{Store, StoreError};
use jiff::{SignedDuration, Timestamp};

use crate::failure::{Failure, Reason};
use crate::gateway::Gateway;
use crate::smtp::Smtp;

/// Who carries the messages of one channel away.
pub enum Carrier {
    /// A mail server.
    Smtp(Box<Smtp>),
    /// A gateway for messages to telephones.
    Gateway(Box<Gateway>),
    /// Nobody: they are kept and can be read in the browser (demo, or nothing configured).
    Keep,
}

impl Carrier {
    async fn send(&self, claimed: &Claimed) -> Result<(), Failure> {
        match self {
            Self::Smtp(smtp) => smtp.send(&claimed.mail).await,
            Self::Gateway(gateway) => gateway.send(&claimed.mail).await,
            Self::Keep => Ok(()),
        }
    }
}

/// How many are in hand at once: a round that is broken off leaves at most these to wait for it.
const IN_HAND: i64 = 20;

/// After so many in a row that could not be brought to anybody, it is the server and not the address.
const STRIKES: u32 = 2;

/// After three days somebody has to look.
const MOST_TRIES: i64 = 24;

/// How long a message waits after so many tries; none when it is given up.
fn wait_after(tries: i64) -> Option<SignedDuration> {
    const LONGEST: i64 = 4 * 60;
    let minutes = (1_i64 << tries.clamp(0, 10)).min(LONGEST);
    (tries < MOST_TRIES).then(|| SignedDuration::from_mins(minutes))
}

/// How long a channel is left alone after so many rounds in vain.
fn pause_after(rounds: i64) -> SignedDuration {
    const LONGEST: i64 = 30;
    SignedDuration::from_mins((1_i64 << rounds.clamp(0, 10)).min(LONGEST))
}

fn later(now: Timestamp, wait: SignedDuration) -> Timestamp {
    now.saturating_add(wait).unwrap_or(Timestamp::MAX)
}

/// Carries what is due of one channel while `goes_on` says so; how many messages were done with.
pub async fn deliver(
    store: &Store,
    channel: Channel,
    carrier: &Carrier,
    now: impl Fn() -> Timestamp,
    goes_on: impl Fn() -> bool,
) -> Result<u64, StoreError> {
    if !goes_on() {
        return Ok(0);
    }
    if let Carrier::Keep = carrier {
        return keep_all(store, channel, now()).await;
    }
    let mut round = Round::begin(store, channel, now()).await?;
    while !round.over && goes_on() {
        let batch = claim(store, channel, now(), IN_HAND).await?;
        if batch.is_empty() {
            break;
        }
        round.carry(carrier, batch, &now, &goes_on).await?;
    }
    Ok(round.done)
}

/// What a round knows of its channel.
struct Round<'a> {
    store: &'a Store,
    channel: Channel,
    /// How often the channel was found down in a row, before this round.
    failures: i64,
    strikes: u32,
    done: u64,
    over: bool,
}

impl<'a> Round<'a> {
    async fn begin(store: &'a Store, channel: Channel, now: Timestamp) -> Result<Self, StoreError> {
        let down = channel_down(&mut store.read().await?, channel).await?;
        let over = down.as_ref().is_some_and(|down| down.next_try > now);
        let failures = down.map_or(0, |down| down.failures);
        Ok(Self { store, channel, failures, strikes: 0, done: 0, over })
    }

    async fn carry(
        &mut self,
        carrier: &Carrier,
        batch: Vec<Claimed>,
        now: &impl Fn() -> Timestamp,
        goes_on: &impl Fn() -> bool,
    ) -> Result<(), StoreError> {
        let mut batch = batch.into_iter();
        while !self.over
            && goes_on()
            && let Some(claimed) = batch.next()
        {
            let outcome = carrier.send(&claimed).await;
            self.settled(&claimed, outcome, now()).await?;
        }
        let left: Vec<_> = batch.map(|claimed| claimed.mail.id).collect();
        release(self.store, &left, now()).await
    }

    async fn settled(
        &mut self,
        claimed: &Claimed,
        outcome: Result<(), Failure>,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let reason = outcome.as_ref().err().map(|failure| failure.reason);
        let words = outcome.err().map(|failure| failure.words);
        let tried = Try { at, reason: reason.map(|reason| reason.code().to_owned()), words };
        let again = reason.filter(|reason| !reason.is_final()).and_then(|_| wait_after(claimed.attempts + 1));
        settle(self.store, &claimed.mail.id, &tried, again.map(|wait| later(at, wait))).await?;
        self.done += 1;
        match reason.filter(|reason| reason.doubts_the_channel()) {
            None => self.answered().await,
            Some(reason) => self.doubted(reason, &tried).await,
        }
    }

    /// Whatever it said: the channel answers.
    async fn answered(&mut self) -> Result<(), StoreError> {
        self.strikes = 0;
        if self.failures > 0 {
            self.failures = 0;
            up(self.store, self.channel).await?;
        }
        Ok(())
    }

    async fn doubted(&mut self, reason: Reason, tried: &Try) -> Result<(), StoreError> {
        self.strikes += 1;
        let sure = self.strikes >= STRIKES || self.failures > 0 || reason == Reason::SignIn;
        if !sure {
            return Ok(());
        }
        tracing::warn!(channel = self.channel.code(), reason = reason.code(), "a channel takes nothing");
        self.over = true;
        pause(self.store, self.channel, tried, later(tried.at, pause_after(self.failures))).await
    }
}
