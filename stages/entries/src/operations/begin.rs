//! Beginning a dossier: one's own, or for authors who brought it on paper.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::edition::{Arrival, CategoryCode, ChannelKind, EntrantKind, Rules};
use hoithi_rules::entries::{
    Author, Confirmation, Content, Dossier, Entry, EntryState, MOST_DAYS_ON_THE_TABLE, Share, SubmitRefusal, Title,
};
use hoithi_rules::ids::{AccountId, AuthorId, EditionId, EntryId, UnitId};
use hoithi_rules::people::Permission;
use jiff::Timestamp;

use super::edition_of;
use crate::kept::{KeptEntry, Reach};
use crate::refusals::DossierRefusal;
use crate::rights::Person;
use crate::standing::Standing;
use crate::store;

/// What beginning a dossier needs.
#[derive(Clone, Debug)]
pub struct Begin {
    /// In which edition.
    pub edition: EditionId,
    /// The title, where it is known already.
    pub title: Option<Title>,
    /// The category, where it is known already.
    pub category: Option<CategoryCode>,
    /// The unit where the solution was made or is in use.
    pub unit: Option<UnitId>,
    /// Written by an officer or a unit's contact for authors without an account.
    pub on_behalf: bool,
}

/// Begins a dossier; its author stands in it already where they write it themselves.
pub async fn begin(act: &mut Act, command: Begin) -> Result<EntryId, Halt> {
    let edition = edition_of(act, command.edition).await?;
    if command.on_behalf {
        permit_on_behalf(act, &edition, command.unit).await?;
    } else {
        permit(act, Permission::EntryCreate, edition.place()).await?;
    }
    refuse_after_closing(act, &edition, command.on_behalf)?;
    check(&edition, command.category.as_ref())?;
    let mut kept = draft(act, &edition, &command).await?;
    if !command.on_behalf {
        put_own_author(act, &mut kept).await?;
    }
    store::insert(act.db(), &kept).await?;
    let category = command.category.map(|category| category.to_string());
    act.record(
        Event::new("entry.begun", kept.id())
            .fact("edition", command.edition.to_string())
            .fact("category", category)
            .fact("on_behalf", command.on_behalf),
    );
    Ok(kept.id())
}

async fn permit_on_behalf(act: &mut Act, edition: &Edition, unit: Option<UnitId>) -> Result<(), Halt> {
    let person = Person::acting(act).await?;
    if person.may_begin_for(edition.place(), unit) {
        return Ok(());
    }
    if !person.units_read().is_empty() && unit.is_none() {
        return Err(DossierRefusal::UnitMissing).or_refuse();
    }
    permit(act, Permission::EntryOnBehalf, edition.place()).await.map(drop)
}

/// A dossier that cannot be submitted any more is not begun: the author would write it in vain.
fn refuse_after_closing(act: &Act, edition: &Edition, on_behalf: bool) -> Result<(), Halt> {
    let now = act.now();
    match edition.book.receives(Arrival::Online { at: now }) {
        Err(window) if doors_are_closed(edition, now, on_behalf) => Err(window).or_refuse(),
        _ => Ok(()),
    }
}

/// Whether no dossier can arrive any more: an author's own comes through this program, one that is
/// written for its authors also by hand or by post, for which the postmark counts.
pub(crate) fn doors_are_closed(edition: &Edition, now: Timestamp, on_behalf: bool) -> bool {
    use hoithi_rules::edition::WindowRefusal::NotOpen;
    if on_behalf {
        return edition.book.intake_is_over(now) && !still_from_the_table(edition, now);
    }
    let online = edition.book.receives(Arrival::Online { at: now });
    matches!(online, Err(refusal) if !matches!(refusal, NotOpen { .. }))
}

/// What lay on the table in time is still entered for some days.
fn still_from_the_table(edition: &Edition, now: Timestamp) -> bool {
    let calendar = edition.book.calendar();
    let days = (calendar.day_of(now) - calendar.intake_window().last_day).get_days();
    edition.book.rules().channel(ChannelKind::ByHand).is_some() && days <= MOST_DAYS_ON_THE_TABLE
}

fn check(edition: &Edition, category: Option<&CategoryCode>) -> Result<(), Halt> {
    if edition.state.launched_at().is_none() {
        return Err(DossierRefusal::NotLaunched).or_refuse();
    }
    match category.filter(|category| edition.book.rules().category(category.as_str()).is_none()) {
        Some(category) => Err(SubmitRefusal::CategoryUnknown { category: category.clone() }).or_refuse(),
        None => Ok(()),
    }
}

async fn draft(act: &mut Act, edition: &Edition, command: &Begin) -> Result<KeptEntry, Halt> {
    let unit_name = unit_name(act, command.unit).await?;
    let account = act.actor().account.map(AccountId::new);
    let now = act.now();
    let content = Content {
        title: command.title.clone(),
        category: command.category.clone(),
        entrant: first_kind(edition.book.rules()),
        organisation: None,
        created_on: None,
        authors: Vec::new(),
        dossier: Dossier::default(),
        declarations: BTreeSet::new(),
    };
    Ok(KeptEntry {
        entry: Entry {
            id: EntryId::new(act.new_id()),
            edition: edition.id,
            unit: command.unit,
            version: 1,
            content,
            state: EntryState::Draft,
        },
        standing: Standing::Draft,
        moved_to: None,
        owner: account.filter(|_| !command.on_behalf),
        recorder: account.filter(|_| command.on_behalf),
        unit_name,
        assisting: Vec::new(),
        reach: Vec::new(),
        reasons: Vec::new(),
        postmark: None,
        on_table: None,
        handed_in: None,
        origin: None,
        begun_at: now,
        changed_at: now,
        longer: None,
        promises: Vec::new(),
        prizes_decided: false,
        shown: None,
        secrets: BTreeMap::new(),
        received_for: None,
        merged_into: None,
    })
}

fn first_kind(rules: &Rules) -> EntrantKind {
    rules.entrants.kinds.first().copied().unwrap_or(EntrantKind::Individual)
}

/// The name as it is now: the dossier keeps it, whatever becomes of the unit.
pub(super) async fn unit_name(act: &mut Act, unit: Option<UnitId>) -> Result<String, Halt> {
    let Some(id) = unit else { return Ok(String::new()) };
    match hoithi_units::unit(act.db(), id).await? {
        Some(unit) => Ok(unit.name),
        None => Err(DossierRefusal::UnitUnknown).or_refuse(),
    }
}

async fn put_own_author(act: &mut Act, kept: &mut KeptEntry) -> Result<(), Halt> {
    let Some(owner) = kept.owner else { return Ok(()) };
    let account = hoithi_people::account(act.db(), owner).await?.ok_or_else(Halt::not_found)?;
    let workplace = unit_name(act, account.unit).await?;
    kept.entry.content.authors.push(Author {
        id: AuthorId::new(act.new_id()),
        account: Some(owner),
        name: account.name,
        born: None,
        workplace,
        unit: account.unit,
        share: Share::WHOLE,
        representative: true,
        confirmation: Confirmation::InApp { at: act.now() },
    });
    kept.reach.push(Reach { email: account.contact.email, phone: account.contact.phone });
    Ok(())
}
