//! Drafts that submit themselves when the intake ends, because their author chose so before.
//!
//! Who acts is the author, by the standing choice; the instant that counts is the last one before the door
//! closed, also where the program stood still then and looks later. The law is the one of a submission by hand.

use hoithi_edition::Edition;
use hoithi_journal::{Act, Actor, Door, Event, Halt};
use hoithi_people::{OrRefuse, OrRefuseAll};
use hoithi_rules::edition::{Arrival, Window, WindowRefusal};
use hoithi_rules::entries::{Confirmation, Content, ReceiptCode, Requirements, Submission, SubmitRefusal};
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_web::House;
use jiff::{SignedDuration, Timestamp};

use super::submit::{Way, hash_of, next_number, receive};
use super::{edition_of, load_for};
use crate::kept::KeptEntry;
use crate::refusals::DossierRefusal;
use crate::standing::Standing;
use crate::store::StandingChoice;
use crate::{mail, store};

/// So long before the intake ends it is told what a draft that submits itself still lacks.
const TOLD_BEFORE: SignedDuration = SignedDuration::from_hours(24);

/// Whether a draft submits itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChooseItself {
    pub(crate) entry: EntryId,
    pub(crate) chosen: bool,
}

/// Keeps or ends the author's choice. Nobody chooses it for somebody else, and nobody after the door closed.
pub(crate) async fn choose_itself(act: &mut Act, command: ChooseItself) -> Result<(), Halt> {
    let (kept, edition) = load_for(act, command.entry, Permission::EntrySubmit).await?;
    let own = act.actor().account.map(AccountId::new).filter(|by| kept.owner == Some(*by));
    let own = own.filter(|_| kept.standing == Standing::Draft);
    let by = own.ok_or(DossierRefusal::NotItself).or_refuse()?;
    if !command.chosen {
        if store::drop_choice(act.db(), command.entry).await? > 0 {
            act.record(Event::new("entry.itself_dropped", command.entry));
        }
        return Ok(());
    }
    let (now, window) = (act.now(), edition.book.calendar().intake_until(kept.longer));
    edition.book.receives_until(Arrival::Online { at: window.last_second() }, kept.longer).or_refuse()?;
    if now >= window.closes {
        return Err(WindowRefusal::Closed { closed_at: window.closes }).or_refuse();
    }
    if store::standing_choice(act.db(), command.entry).await?.is_none() {
        store::choose(act.db(), command.entry, by, now).await?;
        act.record(Event::new("entry.itself_chosen", command.entry));
    }
    Ok(())
}

/// From the closing until it was looked at a draft that submits itself stays as it lay.
pub(super) async fn lies_still(act: &mut Act, kept: &KeptEntry, edition: &Edition) -> Result<(), Halt> {
    let choice = store::standing_choice(act.db(), kept.id()).await?;
    let due = choice.is_some_and(|choice| is_due(&choice, &window_of(edition, &choice), act.now()));
    if due { Err(DossierRefusal::SubmitsItself).or_refuse() } else { Ok(()) }
}

fn window_of(edition: &Edition, choice: &StandingChoice) -> Window {
    edition.book.calendar().intake_until(choice.longer)
}

/// Whether the door closed and nobody looked since. A later closing is looked at anew.
fn is_due(choice: &StandingChoice, window: &Window, now: Timestamp) -> bool {
    now >= window.closes && choice.missed_at != Some(window.closes)
}

/// Whether the closing is near and nothing was told before it.
fn is_near(choice: &StandingChoice, window: &Window, now: Timestamp) -> bool {
    let left = window.closes.duration_since(now);
    left.is_positive() && left <= TOLD_BEFORE && choice.warned_for != Some(window.closes)
}

/// Submits every draft whose author chose so and whose time is over, and tells beforehand what one lacks. How
/// many were submitted. One that cannot be looked at holds up no other.
pub async fn submit_what_is_due(house: &House) -> Result<usize, Halt> {
    let mut db = house.read().await?;
    let choices = store::standing_choices(&mut db).await?;
    if choices.is_empty() {
        return Ok(0);
    }
    let editions = hoithi_edition::editions(&mut db).await?;
    drop(db);
    let now = house.clock().now();
    let mut submitted = 0;
    for choice in choices {
        let Some(edition) = editions.iter().find(|edition| edition.id == choice.edition) else { continue };
        let window = window_of(edition, &choice);
        let done = if is_due(&choice, &window, now) {
            look_at(house, &choice).await
        } else if is_near(&choice, &window, now) {
            tell_before(house, edition, &choice).await
        } else {
            Ok(false)
        };
        match done {
            Ok(true) => submitted += 1,
            Ok(false) => {}
            Err(halt) => tracing::error!(?halt, entry = %choice.entry, "a draft could not submit itself"),
        }
    }
    Ok(submitted)
}

async fn look_at(house: &House, choice: &StandingChoice) -> Result<bool, Halt> {
    let (entry, author) = (choice.entry, Actor::account(choice.by.uuid(), Door::Job));
    let done = house.acts.perform(author, move |act| Box::pin(submit_itself(act, entry))).await;
    match done {
        // Who may not submit any more by hand may not so either.
        Err(Halt::Denied(_)) => {
            let nobody = Actor::nobody(Door::Job);
            house.acts.perform(nobody, move |act| Box::pin(leave_alone(act, entry))).await.map(|()| false)
        }
        done => done,
    }
}

async fn submit_itself(act: &mut Act, id: EntryId) -> Result<bool, Halt> {
    let (kept, edition) = load_for(act, id, Permission::EntrySubmit).await?;
    let Some(choice) = store::standing_choice(act.db(), id).await? else { return Ok(false) };
    let window = window_of(&edition, &choice);
    if !is_due(&choice, &window, act.now()) {
        return Ok(false);
    }
    let (at, seen) = (window.last_second(), kept.entry.version);
    let arrival = Arrival::Online { at };
    let required = Requirements::of_one(&edition.book, arrival, at, choice.longer)
        .with_promised(&kept.promises)
        .with_stamp(kept.stamped(edition.book.rules()));
    let problems = required.problems(&as_it_lay(&kept.entry.content, window.closes));
    if !problems.is_empty() {
        miss(act, &kept, &window, problems.len()).await?;
        mail::not_submitted_itself(act, &kept, &edition, &problems).await?;
        return Ok(false);
    }
    let submission = Submission {
        at,
        arrival,
        seen,
        number: next_number(act, &edition).await?,
        receipt: ReceiptCode::from_random(act.random_bytes()?),
        hash: hash_of(&kept.entry.content, kept.entry.unit),
    };
    let entry = kept.entry.submit(submission, &required).or_refuse_all()?;
    receive(act, KeptEntry { entry, ..kept }, &edition, seen, Way::Itself(choice.at)).await?;
    Ok(true)
}

/// Whoever agreed after the door closed had not agreed yet.
fn as_it_lay(content: &Content, closes: Timestamp) -> Content {
    let mut content = content.clone();
    for author in &mut content.authors {
        if let Confirmation::InApp { at } | Confirmation::OnForm { at } = author.confirmation
            && at >= closes
        {
            author.confirmation = Confirmation::Pending;
        }
    }
    content
}

async fn miss(act: &mut Act, kept: &KeptEntry, window: &Window, missing: usize) -> Result<(), Halt> {
    store::note_missed(act.db(), kept.id(), window.closes).await?;
    let event = Event::new("entry.itself_missed", kept.id());
    act.record(event.fact("edition", kept.entry.edition.to_string()).fact("missing", missing));
    Ok(())
}

async fn leave_alone(act: &mut Act, id: EntryId) -> Result<(), Halt> {
    let kept = store::dossier(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let edition = edition_of(act, kept.entry.edition).await?;
    let window = edition.book.calendar().intake_until(kept.longer);
    miss(act, &kept, &window, 0).await
}

/// Tells what a draft lacks while there is time to mend it; a whole one needs no letter.
async fn tell_before(house: &House, edition: &Edition, choice: &StandingChoice) -> Result<bool, Halt> {
    let kept = store::dossier(&mut house.read().await?, choice.entry).await?;
    let lacks = kept.is_some_and(|kept| !lacking(&kept, edition).is_empty());
    if lacks {
        let (nobody, entry) = (Actor::nobody(Door::Job), choice.entry);
        house.acts.perform(nobody, move |act| Box::pin(warn(act, entry))).await?;
    }
    Ok(false)
}

fn lacking(kept: &KeptEntry, edition: &Edition) -> Vec<SubmitRefusal> {
    let at = edition.book.calendar().intake_until(kept.longer).last_second();
    let required = Requirements::of_one(&edition.book, Arrival::Online { at }, at, kept.longer);
    let required = required.with_promised(&kept.promises).with_stamp(kept.stamped(edition.book.rules()));
    required.problems(&kept.entry.content)
}

async fn warn(act: &mut Act, id: EntryId) -> Result<(), Halt> {
    let kept = store::dossier(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let edition = edition_of(act, kept.entry.edition).await?;
    let problems = lacking(&kept, &edition);
    if problems.is_empty() || kept.standing != Standing::Draft {
        return Ok(());
    }
    let closes = edition.book.calendar().intake_until(kept.longer).closes;
    store::note_warned(act.db(), id, closes).await?;
    mail::lacks_before_closing(act, &kept, &edition, &problems).await
}
