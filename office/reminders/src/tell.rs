//! The scheduler's one look: what is due is told, and that it was told is kept in the same act.

use std::collections::BTreeMap;
use std::sync::Arc;

use hoithi_journal::{Act, Actor, Door, Event, Halt, Mail, Short};
use hoithi_people::secret_word;
use hoithi_rules::day::clock_in_vietnam;
use hoithi_rules::edition::day as day_words;
use hoithi_rules::ids::AccountId;
use hoithi_rules::reminders::{Digest, Thing, due_now};
use hoithi_store::{Conn, params};
use hoithi_web::{House, Lang};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use crate::known::{KnownDue, Open, Person};
use crate::store;

/// The law asks about the last week only; two days more are for the zone and the night.
pub(crate) const REMEMBERED: SignedDuration = SignedDuration::from_hours(24 * 9);

/// How long the address by which somebody says that they want no mail is good for.
const MUTABLE: SignedDuration = SignedDuration::from_hours(24 * 400);

/// Tells what is due now; to how many people. Asked again it tells nothing twice.
pub async fn tell_what_is_due(house: &House, known: &Arc<dyn KnownDue>) -> Result<usize, Halt> {
    let now = house.clock().now();
    // Looking takes no turn among the acts; most looks find nothing.
    if due(&mut house.read().await?, house, known.as_ref(), now).await?.is_empty() {
        return Ok(0);
    }
    let deed = house.acts.perform(Actor::nobody(Door::Job), |act| {
        let (house, known) = (house.clone(), Arc::clone(known));
        Box::pin(async move { tell(act, &house, known.as_ref()).await })
    });
    deed.await
}

/// Whether anybody may be written at that hour: other rooms ask people by the same clock.
pub async fn may_tell(db: &mut Conn, now: Timestamp) -> Result<bool, Halt> {
    let (settings, _) = store::settings(db).await?;
    Ok(settings.tells_at(clock_in_vietnam(now).hour()))
}

/// One person's mail, with what is behind each of its lines.
pub(crate) struct Due {
    pub(crate) person: Person,
    pub(crate) lines: Vec<(Open, Date)>,
}

impl Due {
    /// Nothing yet.
    pub(crate) fn of(person: Person) -> Self {
        Self { person, lines: Vec::new() }
    }
}

async fn due(db: &mut Conn, house: &House, known: &dyn KnownDue, now: Timestamp) -> Result<Vec<Due>, Halt> {
    let (settings, _) = store::settings(db).await?;
    let here = clock_in_vietnam(now);
    if !settings.tells_at(here.hour()) {
        return Ok(Vec::new());
    }
    let open = known.open(db, house, here.date()).await?;
    let since = now.checked_sub(REMEMBERED).unwrap_or(Timestamp::MIN);
    let told = store::told_since(db, since).await?;
    let things: Vec<_> = open.iter().map(|each| (each.person.id, each.thing.clone())).collect();
    let digests = due_now(&settings, here, &things, &told);
    let mut by_thing: BTreeMap<(AccountId, Thing), Open> = BTreeMap::new();
    for each in open {
        by_thing.entry((each.person.id, each.thing.clone())).or_insert(each);
    }
    Ok(digests.into_iter().filter_map(|digest| with_lines(digest, &by_thing)).collect())
}

fn with_lines(digest: Digest<AccountId>, open: &BTreeMap<(AccountId, Thing), Open>) -> Option<Due> {
    let line = |point: hoithi_rules::reminders::Point| {
        let open = open.get(&(digest.person, point.thing)).cloned()?;
        Some((open, point.from))
    };
    let lines: Vec<_> = digest.points.into_iter().filter_map(line).collect();
    let person = lines.first()?.0.person.clone();
    Some(Due { person, lines })
}

async fn tell(act: &mut Act, house: &House, known: &dyn KnownDue) -> Result<usize, Halt> {
    let now = act.now();
    let due = due(act.db(), house, known, now).await?;
    store::forget_mute_links_before(act.db(), now.checked_sub(MUTABLE).unwrap_or(Timestamp::MIN)).await?;
    let mut rows = Vec::new();
    for each in &due {
        let mute = mute_address(act, house, &each.person).await?;
        let (channel, message) = send(act, house, each, &mute)?;
        for (open, point) in &each.lines {
            let thing = &open.thing;
            rows.push(params![
                act.random_id()?,
                now,
                each.person.id.uuid(),
                open.role.code(),
                open.unit.map(hoithi_rules::ids::UnitId::uuid),
                thing.kind.code(),
                thing.about.as_str(),
                thing.day,
                *point,
                channel,
                message.clone(),
            ]);
        }
    }
    let told = rows.len();
    let insert = "INSERT INTO reminders_told
        (id, at, account_id, role, unit_id, kind, about, day, point, channel, message_id)";
    act.db().insert_many(insert, rows).await?;
    if told > 0 {
        act.record(Event::new("reminders.told", "reminders").fact("messages", due.len()).fact("lines", told));
    }
    Ok(due.len())
}

/// Mail where there is an address, a short message where there is a telephone only; where there is
/// neither, the record says so and somebody has to call.
fn send(act: &mut Act, house: &House, due: &Due, mute: &str) -> Result<(&'static str, Option<String>), Halt> {
    let contact = &due.person.contact;
    if contact.email.is_empty() && contact.phone.is_empty() {
        return Ok(("none", None));
    }
    let id = act.random_id()?;
    if contact.email.is_empty() {
        act.post_short_as(id, short(house, due, mute));
        return Ok(("short", Some(id.to_string())));
    }
    act.post_as(id, mail(house, due, mute));
    Ok(("mail", Some(id.to_string())))
}

/// Where the person says that they want no mail.
async fn mute_address(act: &mut Act, house: &House, person: &Person) -> Result<String, Halt> {
    let site = &house.site.public_url;
    if person.signs_in {
        return Ok(format!("{site}/nhac-viec/cua-toi"));
    }
    let (token, now) = (secret_word(act)?, act.now());
    store::put_mute_link(act.db(), &token, person.id, now).await?;
    Ok(format!("{site}/nhac-viec/thoi/{token}"))
}

fn facts(house: &House, due: &Due, mute: &str) -> [(&'static str, String); 5] {
    let first = due.lines.first().map(|(open, _)| open.thing.day);
    [
        ("person", due.person.name.to_string()),
        ("count", due.lines.len().to_string()),
        ("day", first.map(day_words).unwrap_or_default()),
        ("link", format!("{}/ban-lam-viec", house.site.public_url)),
        ("mute", mute.to_owned()),
    ]
}

fn mail(house: &House, due: &Due, mute: &str) -> Mail {
    let facts = facts(house, due, mute);
    let text = |key| house.catalogue.text(Lang::Vi, key, &facts);
    let line = |(open, _): &(Open, Date)| match open.path.as_str() {
        "" => format!("- {}", open.words),
        path => format!("- {}\n  {}{path}", open.words, house.site.public_url),
    };
    let lines: Vec<_> = due.lines.iter().map(line).collect();
    let end = if due.person.signs_in { "reminders-mail-end" } else { "reminders-mail-end-by-link" };
    let [greeting, end] = [text("reminders-mail-greeting"), text(end)];
    Mail {
        to: due.person.contact.email.clone(),
        subject: text("reminders-mail-subject"),
        body: format!("{greeting}\n\n{}\n\n{end}\n", lines.join("\n\n")),
    }
}

pub(crate) fn short(house: &House, due: &Due, mute: &str) -> Short {
    let facts = facts(house, due, mute);
    let text = |key| house.catalogue.text(Lang::Vi, key, &facts);
    Short {
        to: due.person.contact.phone.clone(),
        subject: text("reminders-mail-subject"),
        text: text("reminders-short"),
        facts: facts
            .into_iter()
            .filter(|(name, _)| *name != "mute")
            .map(|(name, fact)| (name.to_owned(), fact))
            .collect(),
    }
}
