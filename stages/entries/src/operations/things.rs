//! Models, samples and devices: taken over with minutes, moved, damaged or lost, shown to judges, given back.

use hoithi_documents::Sha256Hex;
use hoithi_edition::Edition;
use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, OrRefuseAll};
use hoithi_rules::entries::{GivenBack, Handover, Harm, Thing, ThingCode, ThingState};
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_rules::screening::tellings;
use hoithi_rules::text::one_line;

use super::load;
use crate::kept::KeptEntry;
use crate::mail;
use crate::standing::Standing;
use crate::store::{self, KeptThing, insert_step};
use crate::telling::points_at;
use crate::thing_refusal::ThingDoorRefusal;

/// A thing that is handed over.
#[derive(Clone, Debug)]
pub(crate) struct TakeThing {
    pub(crate) entry: EntryId,
    pub(crate) handover: Handover,
    /// Where it is kept.
    pub(crate) place: String,
    pub(crate) photos: Vec<Sha256Hex>,
    /// What was ticked about the people on the photographs.
    pub(crate) agreed: String,
}

/// Which thing of which entry, and the version that was seen.
#[derive(Clone, Debug)]
pub(crate) struct SeenThing {
    pub(crate) entry: EntryId,
    pub(crate) code: ThingCode,
    pub(crate) seen: u32,
}

/// What judges are shown of a thing.
#[derive(Clone, Debug)]
pub(crate) struct ShownThing {
    /// What they read that it is.
    pub(crate) name: String,
    /// Whether they see its photographs.
    pub(crate) photos: bool,
    /// Whether somebody looked through them for faces and names.
    pub(crate) photos_seen: bool,
}

/// Takes a thing over under a label of its own, by whoever receives for the organisers. Its authors are told.
pub(crate) async fn take_thing(act: &mut Act, command: TakeThing) -> Result<ThingCode, Halt> {
    let (entry, edition, by) = receiving(act, command.entry).await?;
    let in_contest = matches!(entry.standing, Standing::Submitted | Standing::Returned | Standing::Admitted);
    if !in_contest || entry.receipt().is_none() {
        return Err(ThingDoorRefusal::NotInContest).or_refuse();
    }
    if entry.is_of(by) {
        return Err(ThingDoorRefusal::OwnEntry).or_refuse();
    }
    let today = edition.book.calendar().day_of(act.now());
    let thing = Thing::taken_over(command.handover, &command.place, today).or_refuse_all()?;
    let kept = inserted(act, (command.entry, by), thing).await?;
    store::insert_photos(act.db(), &kept.code, (&command.photos, &command.agreed)).await?;
    let (place, at) = (kept.thing.place.clone(), act.now());
    insert_step(act.db(), (&kept.code, kept.version), ("received", &place), (at, by)).await?;
    act.record(
        Event::new("thing.received", command.entry)
            .fact("label", kept.code.to_string())
            .fact("day", kept.thing.handover.received_on.to_string()),
    );
    mail::thing_received(act, &entry, &edition, &kept).await?;
    Ok(kept.code)
}

/// Keeps it under a label that no other thing has.
async fn inserted(act: &mut Act, (entry, by): (EntryId, AccountId), thing: Thing) -> Result<KeptThing, Halt> {
    let mut kept = KeptThing {
        code: ThingCode::from_random(act.random_bytes()?),
        entry,
        version: 1,
        thing,
        received_by: name_of(act, by).await?,
        returned_by: None,
        shown_as: None,
        shown_photos: false,
    };
    while !store::insert_thing(act.db(), &kept, by).await? {
        kept.code = ThingCode::from_random(act.random_bytes()?);
    }
    Ok(kept)
}

/// Puts a thing into another place; what was lost is found there, and its authors are told.
pub(crate) async fn move_thing(act: &mut Act, which: SeenThing, to: &str) -> Result<(), Halt> {
    let (kept, entry, edition, by) = changing(act, &which).await?;
    let was_lost = kept.thing.state == ThingState::Lost;
    let thing = kept.thing.clone().moved(to).or_refuse()?;
    if kept.shown_as.is_some() {
        names_nobody(&entry, &edition, ("place", &thing.place))?;
    }
    let place = thing.place.clone();
    let step = if was_lost { "found" } else { "moved" };
    let kept = keep(act, KeptThing { thing, ..kept }, (step, &place), by).await?;
    let label = kept.code.to_string();
    if was_lost {
        act.record(Event::new("thing.found", entry.id()).fact("label", label));
        return mail::thing_found(act, &entry, &edition, &kept).await;
    }
    act.record(Event::new("thing.moved", entry.id()).fact("label", label));
    Ok(())
}

/// Records that a thing was damaged or lost, with the reason that its authors are told.
pub(crate) async fn harm_thing(act: &mut Act, which: SeenThing, (harm, reason): (Harm, &str)) -> Result<(), Halt> {
    let (kept, entry, edition, by) = changing(act, &which).await?;
    let (thing, reason) = kept.thing.clone().harmed(harm, reason).or_refuse()?;
    let kept = keep(act, KeptThing { thing, ..kept }, (harm.code(), &reason), by).await?;
    let label = kept.code.to_string();
    act.record(match harm {
        Harm::Damaged => Event::new("thing.damaged", entry.id()).fact("label", label),
        Harm::Lost => Event::new("thing.lost", entry.id()).fact("label", label),
    });
    mail::thing_harmed(act, &entry, &edition, (&kept, harm, &reason)).await
}

/// Gives a thing back; its authors are told to whom.
pub(crate) async fn return_thing(act: &mut Act, which: SeenThing, back: GivenBack) -> Result<(), Halt> {
    let (kept, entry, edition, by) = changing(act, &which).await?;
    let today = edition.book.calendar().day_of(act.now());
    let (to, on) = (back.to.to_string(), back.on);
    let thing = kept.thing.clone().given_back(back, today).or_refuse_all()?;
    let returned_by = Some(name_of(act, by).await?);
    let kept =
        keep(act, KeptThing { thing, returned_by, shown_as: None, shown_photos: false, ..kept }, ("returned", &to), by)
            .await?;
    act.record(
        Event::new("thing.returned", entry.id()).fact("label", kept.code.to_string()).fact("day", on.to_string()),
    );
    mail::thing_returned(act, &entry, &edition, (&kept, &to, on)).await
}

/// Shows judges a thing under words of their own, or no more. Where they read without names, the words and the place
/// name nobody who made it, and somebody looked through the photographs.
pub(crate) async fn show_thing(act: &mut Act, which: SeenThing, shown: Option<ShownThing>) -> Result<(), Halt> {
    let (kept, entry, edition, by) = changing(act, &which).await?;
    let label = kept.code.to_string();
    let Some(shown) = shown else {
        let kept = KeptThing { shown_as: None, shown_photos: false, ..kept };
        keep(act, kept, ("hidden", ""), by).await?;
        act.record(Event::new("thing.hidden", entry.id()).fact("label", label));
        return Ok(());
    };
    if kept.thing.state != ThingState::Kept {
        return Err(ThingDoorRefusal::NotHere).or_refuse();
    }
    if shown.photos && !shown.photos_seen {
        return Err(ThingDoorRefusal::PhotosUnseen).or_refuse();
    }
    let name = Thing::called(&shown.name).or_refuse()?;
    names_nobody(&entry, &edition, ("shown_as", &name))?;
    names_nobody(&entry, &edition, ("place", &kept.thing.place))?;
    let kept = KeptThing { shown_as: Some(name.clone()), shown_photos: shown.photos, ..kept };
    keep(act, kept, ("shown", &name), by).await?;
    act.record(Event::new("thing.shown", entry.id()).fact("label", label));
    Ok(())
}

/// Goes on where these words name nobody of the entry, or judges read names anyway.
fn names_nobody(entry: &KeptEntry, edition: &Edition, (field, words): (&'static str, &str)) -> Result<(), Halt> {
    // Until the marking part stands, nobody is to read a name.
    if edition.book.marking().is_some_and(|part| !part.marking.blind) {
        return Ok(());
    }
    let told = tellings(&[one_line(words)], &points_at(entry));
    let what: Vec<String> = told.into_iter().map(|telling| telling.what).collect();
    if what.is_empty() {
        return Ok(());
    }
    Err(ThingDoorRefusal::Names { field, what: what.join(", ") }).or_refuse()
}

/// The entry for whoever receives for its organisers.
async fn receiving(act: &mut Act, entry: EntryId) -> Result<(KeptEntry, Edition, AccountId), Halt> {
    let (kept, edition, person) = load(act, entry).await?;
    let by = person.account.ok_or_else(Halt::not_found)?;
    match (person.may_read(&kept, edition.place()), person.may(Permission::EntryOnBehalf, edition.place())) {
        (true, true) => Ok((kept, edition, by)),
        (true, false) => Err(Halt::Denied(Denied::Forbidden)),
        (false, _) => Err(Halt::not_found()),
    }
}

/// The thing as it was seen, its entry, and who changes it.
async fn changing(act: &mut Act, which: &SeenThing) -> Result<(KeptThing, KeptEntry, Edition, AccountId), Halt> {
    let (entry, edition, by) = receiving(act, which.entry).await?;
    let found = store::thing(act.db(), &which.code).await?;
    let kept = found.filter(|kept| kept.entry == which.entry).ok_or_else(Halt::not_found)?;
    if kept.version != which.seen {
        return Err(ThingDoorRefusal::ChangedMeanwhile).or_refuse();
    }
    Ok((kept, entry, edition, by))
}

/// Keeps a thing that was changed, and the step.
async fn keep(act: &mut Act, kept: KeptThing, (step, words): (&str, &str), by: AccountId) -> Result<KeptThing, Halt> {
    let (seen, at) = (kept.version, act.now());
    let kept = KeptThing { version: seen + 1, ..kept };
    if !store::update_thing(act.db(), &kept, seen).await? {
        return Err(ThingDoorRefusal::ChangedMeanwhile).or_refuse();
    }
    insert_step(act.db(), (&kept.code, kept.version), (step, words), (at, by)).await?;
    Ok(kept)
}

/// What whoever acts is called today: minutes are signed with it.
async fn name_of(act: &mut Act, account: AccountId) -> Result<String, Halt> {
    let account = hoithi_people::account(act.db(), account).await?.ok_or_else(Halt::not_found)?;
    Ok(account.name.to_string())
}
