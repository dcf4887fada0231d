//! Winners are asked: by the house's scheduler when a term has come, once more by an officer's hand, by codes on
//! paper where nobody knows a mail address.

use std::collections::BTreeMap;

use hoithi_awards::{AwardLine, awards};
use hoithi_edition::{Edition, editions};
use hoithi_entries::KeptEntry;
use hoithi_journal::{Act, Actor, Door, Event, Halt, Mail};
use hoithi_people::{OrRefuse, permit, secret_hash, secret_word};
use hoithi_reminders::may_tell;
use hoithi_rules::campaign::{LinkTimes, SlipCode};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{EditionId, LinkId};
use hoithi_rules::people::Permission;
use hoithi_store::{Conn, StoreError};
use hoithi_web::{House, Lang};
use jiff::{Timestamp, ToSpan};
use uuid::Uuid;

use crate::refusal::AftercareRefusal;
use crate::store::{self, Ask, Link, LinkWay};
use crate::terms::after;

/// For so many days a link opens: whoever finds the mail in autumn may still answer it.
const OPENS: i32 = 365;

/// Somebody who is due to be asked.
struct Due {
    edition: Edition,
    line: AwardLine,
    months: i64,
}

/// Asks the winners whose term has come; how many. Asked again it asks nobody twice.
pub async fn ask_what_is_due(house: &House) -> Result<usize, Halt> {
    let now = house.clock().now();
    // Looking takes no turn among the acts; most looks find nothing.
    let mut db = house.read().await?;
    if !may_tell(&mut db, now).await? || due(&mut db, now).await?.is_empty() {
        return Ok(0);
    }
    drop(db);
    let deed = house.acts.perform(Actor::nobody(Door::Job), |act| {
        let house = house.clone();
        Box::pin(async move { ask_all(act, &house).await })
    });
    deed.await
}

/// The winners of the house's own contests; what a unit holds under one of them is the unit's to follow.
async fn due(db: &mut Conn, now: Timestamp) -> Result<Vec<Due>, Halt> {
    let (terms, _) = store::terms(db).await?;
    let today = day_in_vietnam(now);
    let mut due = Vec::new();
    for edition in editions(db).await? {
        let announced = edition.state.announced_at().filter(|_| !edition.is_local()).map(day_in_vietnam);
        let Some(months) = announced.and_then(|announced| terms.reached(announced, today)) else { continue };
        let mut asked = store::asked(db, edition.id, months).await?;
        for line in awards(db, edition.id).await? {
            if asked.insert(line.entry) {
                due.push(Due { edition: edition.clone(), line, months });
            }
        }
    }
    Ok(due)
}

async fn ask_all(act: &mut Act, house: &House) -> Result<usize, Halt> {
    let now = act.now();
    let due = due(act.db(), now).await?;
    let mut told: BTreeMap<(EditionId, i64), (usize, usize)> = BTreeMap::new();
    for Due { edition, line, months } in &due {
        let ask = Ask { id: act.new_id(), edition: edition.id, entry: line.entry, months: *months, at: now };
        store::insert_ask(act.db(), &ask).await?;
        let written = write_to(act, house, (&ask, edition, line)).await?;
        let (asked, mailed) = told.entry((edition.id, *months)).or_default();
        *asked += 1;
        *mailed += usize::from(written);
    }
    for ((edition, months), (asked, mailed)) in told {
        act.record(
            Event::new("aftercare.asked", edition).fact("months", months).fact("count", asked).fact("mailed", mailed),
        );
    }
    Ok(due.len())
}

/// Whom one asks, and how they are reached.
#[derive(Clone, Debug)]
pub(crate) struct Winner {
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) phone: String,
}

/// The author who speaks for all; where the dossier does not say how they are reached, their account does.
pub(crate) async fn winner(db: &mut Conn, kept: &KeptEntry) -> Result<Winner, StoreError> {
    let mut known = kept.entry.content.authors.iter().zip(&kept.reach);
    let speaks = known.find(|(author, _)| author.representative);
    let account = speaks.and_then(|(author, _)| author.account).or(kept.owner);
    let account = match account {
        Some(account) => hoithi_people::account(db, account).await?,
        None => None,
    };
    let (email, phone) = account.map(|account| (account.contact.email, account.contact.phone)).unwrap_or_default();
    let or = |said: Option<&String>, known: String| said.filter(|said| !said.is_empty()).cloned().unwrap_or(known);
    Ok(Winner {
        name: speaks.map_or_else(|| kept.byline(), |(author, _)| author.name.to_string()),
        email: or(speaks.map(|(_, reach)| &reach.email), email),
        phone: or(speaks.map(|(_, reach)| &reach.phone), phone),
    })
}

/// Writes to the winner with a link of their own; false where nobody knows an address.
async fn write_to(
    act: &mut Act,
    house: &House,
    (ask, edition, line): (&Ask, &Edition, &AwardLine),
) -> Result<bool, Halt> {
    let kept = hoithi_entries::dossier(act.db(), ask.entry).await?.ok_or_else(Halt::not_found)?;
    let winner = winner(act.db(), &kept).await?;
    if winner.email.is_empty() {
        return Ok(false);
    }
    let token = new_link(act, ask.id, LinkWay::Mail).await?;
    let (key, count) = after(ask.months);
    let facts = [
        ("name", winner.name),
        ("title", line.title.clone()),
        ("prize", line.tier_name.clone()),
        ("contest", edition.title()),
        ("after", house.catalogue.text(Lang::Vi, key, &[("count", count.to_string())])),
        ("link", format!("{}/ung-dung/{token}", house.site.public_url)),
    ];
    let text = |key| house.catalogue.text(Lang::Vi, key, &facts);
    act.post(Mail { to: winner.email, subject: text("aftercare-mail-subject"), body: text("aftercare-mail-body") });
    Ok(true)
}

/// Makes a link in the place of all earlier ones.
async fn new_link(act: &mut Act, ask: Uuid, way: LinkWay) -> Result<String, Halt> {
    let token = match way {
        LinkWay::Mail => secret_word(act)?,
        // What is copied from paper is short, and one wrong letter is noticed.
        LinkWay::Shown => SlipCode::from_random(act.random_bytes()?).as_str().to_owned(),
    };
    let (now, by) = (act.now(), act.actor().account);
    let today = day_in_vietnam(now);
    let last_day = today.checked_add(OPENS.days()).unwrap_or(today);
    let link = Link { id: LinkId::new(act.random_id()?), ask, times: LinkTimes { last_day, revoked_at: None } };
    store::revoke_links(act.db(), ask, now).await?;
    store::insert_link(act.db(), (link, way), (&secret_hash(&token), now, by)).await?;
    Ok(token)
}

/// What is asked, for whoever may write answers down.
pub(crate) async fn asked_by(act: &mut Act, id: Uuid) -> Result<(Ask, Edition), Halt> {
    let ask = store::ask(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(act.db(), ask.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::EntryOnBehalf, edition.place()).await?;
    Ok((ask, edition))
}

/// Writes once more to somebody who has not answered.
pub(crate) async fn remind(act: &mut Act, house: &House, id: Uuid) -> Result<(), Halt> {
    let (ask, edition) = asked_by(act, id).await?;
    if store::reply(act.db(), id).await?.is_some() {
        return Err(AftercareRefusal::Answered).or_refuse();
    }
    let lines = awards(act.db(), edition.id).await?;
    let line = lines.into_iter().find(|line| line.entry == ask.entry).ok_or_else(Halt::not_found)?;
    if !write_to(act, house, (&ask, &edition, &line)).await? {
        return Err(AftercareRefusal::NoAddress).or_refuse();
    }
    act.record(Event::new("aftercare.reminded", ask.entry).fact("months", ask.months));
    Ok(())
}

/// Codes for everybody who has not answered and whom no mail reaches, in the place of earlier ones. They are told
/// here and nowhere else.
pub(crate) async fn codes_on_paper(act: &mut Act, edition: EditionId) -> Result<BTreeMap<Uuid, String>, Halt> {
    let known = hoithi_edition::edition(act.db(), edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::EntryOnBehalf, known.place()).await?;
    let replies = store::replies_of(act.db(), edition).await?;
    let mut codes = BTreeMap::new();
    for ask in store::asks_of(act.db(), edition).await? {
        if replies.contains_key(&ask.id) {
            continue;
        }
        let kept = hoithi_entries::dossier(act.db(), ask.entry).await?.ok_or_else(Halt::not_found)?;
        if winner(act.db(), &kept).await?.email.is_empty() {
            codes.insert(ask.id, new_link(act, ask.id, LinkWay::Shown).await?);
        }
    }
    if codes.is_empty() {
        return Err(AftercareRefusal::NobodyWithoutMail).or_refuse();
    }
    act.record(Event::new("aftercare.codes_printed", edition).fact("count", codes.len()));
    Ok(codes)
}
