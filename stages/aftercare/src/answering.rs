//! An answer is written down: by the author who signed in, by whoever holds the link, by a clerk who heard or read it.

use hoithi_correspondence::KeptFile;
use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, may, secret_hash};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::AccountId;
use hoithi_rules::people::Permission;
use jiff::civil::Date;
use uuid::Uuid;

use crate::asking::asked_by;
use crate::refusal::AftercareRefusal;
use crate::reply::{How, KeptReply, Reply};
use crate::store::{self, Ask};

/// What was given.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    pub(crate) reply: Reply,
    /// A new photograph or file; none leaves what lies there.
    pub(crate) file: Option<KeptFile>,
    /// The version that was seen; 0 where there was none.
    pub(crate) seen: i64,
}

/// By whoever holds the link: who acts by a link is the link.
pub(crate) async fn reply_by_link(act: &mut Act, token: &str, given: Given) -> Result<(), Halt> {
    let today = day_in_vietnam(act.now());
    let link = store::link(act.db(), &secret_hash(token)).await?;
    let link = link.filter(|link| link.times.opens_on(today).is_ok()).ok_or_else(Halt::not_found)?;
    let ask = store::ask(act.db(), link.ask).await?.ok_or_else(Halt::not_found)?;
    keep(act, &ask, given, (How::Link, today)).await
}

/// By an author of the entry, or whoever wrote it.
pub(crate) async fn reply_as_author(act: &mut Act, id: Uuid, given: Given) -> Result<(), Halt> {
    let account = act.actor().account.map(AccountId::new).ok_or(Halt::Denied(Denied::NotSignedIn))?;
    let ask = store::ask(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(act.db(), ask.edition).await?.ok_or_else(Halt::not_found)?;
    let kept = hoithi_entries::dossier(act.db(), ask.entry).await?.ok_or_else(Halt::not_found)?;
    if !kept.is_of(account) || !may(act, Permission::EntryViewOwn, edition.place()).await? {
        return Err(Halt::not_found());
    }
    let today = day_in_vietnam(act.now());
    keep(act, &ask, given, (How::Account, today)).await
}

/// By a clerk, with how and when the answer came.
pub(crate) async fn reply_on_behalf(
    act: &mut Act,
    id: Uuid,
    (how, came_on): (How, Date),
    given: Given,
) -> Result<(), Halt> {
    let (ask, _) = asked_by(act, id).await?;
    let today = day_in_vietnam(act.now());
    if came_on > today || came_on < day_in_vietnam(ask.at) {
        return Err(AftercareRefusal::CameOn).or_refuse();
    }
    keep(act, &ask, given, (how, came_on)).await
}

async fn keep(act: &mut Act, ask: &Ask, given: Given, (how, came_on): (How, Date)) -> Result<(), Halt> {
    let by = act.actor().account.ok_or(Halt::Denied(Denied::NotSignedIn))?;
    let Given { reply, file, seen } = given;
    let before = store::reply(act.db(), ask.id).await?;
    if before.as_ref().map_or(0, |before| before.version) != seen {
        return Err(AftercareRefusal::ChangedMeanwhile).or_refuse();
    }
    let file = file.or_else(|| before.and_then(|before| before.file));
    let kept = KeptReply { reply, file, how, came_on, at: act.now(), version: seen + 1 };
    if !store::put_reply(act.db(), (ask.id, &kept), (seen, by)).await? {
        return Err(AftercareRefusal::ChangedMeanwhile).or_refuse();
    }
    act.record(
        Event::new("aftercare.replied", ask.entry)
            .fact("months", ask.months)
            .fact("how", (how != How::Account).then(|| how.code()))
            .fact("day", came_on.to_string())
            .fact("published", kept.reply.may_publish),
    );
    Ok(())
}
