//! Setting up an edition, correcting its book while it is prepared, launching it.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit, permit_with_paper};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::edition::{Level, Part, RuleBook, differences};
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_rules::people::{Permission, Place, SignedPaper};
use std::sync::Arc;

use crate::books;
use crate::edition::{Edition, EditionState};
use crate::store::{self, BookVersion};

/// What setting up an edition needs.
#[derive(Clone, Debug)]
pub struct SetUp {
    /// The rule book, TOML.
    pub text: String,
    /// The edition above, for a unit's own contest.
    pub parent: Option<EditionId>,
    /// The unit, for its own contest; given with `parent` or not at all.
    pub unit: Option<UnitId>,
}

/// Sets up an edition from a rule book.
pub async fn set_up(act: &mut Act, new: SetUp) -> Result<EditionId, Halt> {
    let place = match (new.unit, new.parent) {
        (Some(unit), Some(parent)) => Place::unit_in(unit, parent),
        (None, None) => Place::HOUSE,
        _ => {
            return Err(Halt::refused("edition.unit_or_parent_missing", Some("unit"), "name unit and parent, or none"));
        }
    };
    let permission = if new.unit.is_some() { Permission::LocalContestHold } else { Permission::EditionSetUp };
    permit(act, permission, place).await?;
    let book = books::read(&new.text)?;
    if let (Some(unit), Some(parent)) = (new.unit, new.parent) {
        fits_under(act, &book, unit, parent).await?;
    }
    let slug = book.rules().slug.clone();
    if store::edition_by_slug(act.db(), slug.as_str()).await?.is_some() {
        return Err(Halt::refused("edition.slug_taken", Some("book"), "an edition of this slug is there already"));
    }
    let id = EditionId::new(act.new_id());
    let state = EditionState::Preparing;
    let (unit, parent) = (new.unit, new.parent);
    let edition = Edition { id, slug, unit, parent, state, version: 1, book: Arc::new(book) };
    let now = act.now();
    store::insert_edition(act.db(), &edition, now).await?;
    let first = BookVersion {
        version: 1,
        text: new.text,
        decision: None,
        differences: Vec::new(),
        recorded_at: now,
        refused: None,
    };
    store::insert_version(act.db(), id, &first).await?;
    act.record(
        Event::new("edition.set_up", id)
            .fact("text_hash", first.hash().as_str())
            .fact("slug", edition.slug.as_str())
            .fact("local", edition.is_local()),
    );
    Ok(id)
}

/// A unit's own contest sends its best to the edition above, and in that edition's categories.
async fn fits_under(act: &mut Act, book: &RuleBook, unit: UnitId, parent: EditionId) -> Result<(), Halt> {
    let parent = store::edition(act.db(), parent).await?.ok_or_else(Halt::not_found)?;
    if hoithi_units::unit(act.db(), unit).await?.is_none() {
        return Err(Halt::refused("edition.unit_unknown", Some("unit"), "there is no such unit"));
    }
    parent.state.has_launched().or_refuse()?;
    if parent.is_local() {
        return Err(Halt::refused(
            "edition.parent_is_local",
            Some("book"),
            "the edition above is a unit's own contest",
        ));
    }
    fits(book, &parent)
}

fn fits(book: &RuleBook, parent: &Edition) -> Result<(), Halt> {
    let rules = book.rules();
    if rules.level != Level::Unit {
        return Err(Halt::refused(
            "edition.level_is_not_unit",
            Some("book"),
            "a unit's own contest has level \"unit\"",
        ));
    }
    if rules.forwarding.as_ref().is_some_and(|rule| rule.to != parent.slug) {
        return Err(Halt::refused(
            "edition.forwards_elsewhere",
            Some("book"),
            "forwarding.to is not the edition above",
        ));
    }
    let above = parent.book.rules();
    let unknown = |code: &str| above.category(code).is_none();
    let upward = rules.categories.iter().filter_map(|category| category.upward.as_ref());
    if upward.into_iter().any(|code| unknown(code.as_str())) {
        let english = "a category's upward is no category of the edition above";
        return Err(Halt::refused("edition.upward_unknown", Some("book"), english));
    }
    Ok(())
}

/// By which permission the edition's book and life are in one's hands.
pub(crate) fn permission_of(edition: &Edition, whole: Permission) -> Permission {
    if edition.is_local() { Permission::LocalContestHold } else { whole }
}

/// Puts a corrected book in the place of one that never counted: before the launch only.
/// Gives what it says differently.
pub async fn replace_book(act: &mut Act, id: EditionId, seen: i64, text: String) -> Result<Vec<String>, Halt> {
    let edition = store::edition(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    permit(act, permission_of(&edition, Permission::EditionSetUp), edition.place()).await?;
    edition.state.still_preparing().or_refuse()?;
    let book = books::read(&text)?;
    if book.rules().slug != edition.slug {
        return Err(Halt::refused("edition.book_of_other_edition", Some("book"), "the slug is another edition's"));
    }
    if let (Some(unit), Some(parent)) = (edition.unit, edition.parent) {
        fits_under(act, &book, unit, parent).await?;
    }
    let differences = differences(&edition.book, &book);
    let version = edition.version + 1;
    let recorded_at = act.now();
    let new =
        BookVersion { version, text, decision: None, differences: differences.clone(), recorded_at, refused: None };
    if !store::put_version(act.db(), id, seen, version).await? {
        return Err(changed_meanwhile());
    }
    store::insert_version(act.db(), id, &new).await?;
    act.record(Event::new("edition.book_replaced", id).fact("version", version).fact("text_hash", new.hash().as_str()));
    Ok(differences)
}

pub(crate) fn changed_meanwhile() -> Halt {
    Halt::refused("edition.changed_meanwhile", None, "the edition was changed by somebody else meanwhile")
}

/// What a launch needs.
#[derive(Clone, Debug)]
pub struct Launch {
    /// Which.
    pub edition: EditionId,
    /// The version of the book that was read before deciding.
    pub seen: i64,
    /// The leader's signed paper, when an officer records the launch.
    pub paper: Option<SignedPaper>,
}

/// *Phát động*: from now on the edition is public, and its book changes by amendment only. Parts
/// that are still missing do not stand in the way.
pub async fn launch(act: &mut Act, command: Launch) -> Result<(), Halt> {
    let edition = store::edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    let place = edition.place();
    if edition.is_local() {
        permit(act, Permission::LocalContestHold, place).await?;
    } else {
        permit_with_paper(act, Permission::EditionLaunch, place, command.paper.as_ref()).await?;
    }
    let today = day_in_vietnam(act.now());
    let in_force = edition.book.rules().source.in_force;
    let state = edition.state.launch(in_force, today, act.now()).or_refuse()?;
    edition.book.counts(Part::Calendar, today).or_refuse()?;
    if edition.version != command.seen || !store::save_state(act.db(), &edition, state).await? {
        return Err(changed_meanwhile());
    }
    let missing: Vec<_> = edition.book.missing().into_iter().map(Part::code).collect();
    act.record(Event::new("edition.launched", edition.id).fact("version", edition.version).fact("missing", missing));
    Ok(())
}

/// A unit that has ended leaves its own contest to a successor. The room that hands over has asked who may.
pub async fn pass_local_contest(act: &mut Act, edition: &Edition, to: UnitId) -> Result<(), Halt> {
    let from = edition.unit.ok_or_else(Halt::not_found)?;
    if !store::save_unit(act.db(), edition.id, (from, to)).await? {
        return Err(changed_meanwhile());
    }
    act.record(Event::new("edition.passed_on", edition.id).fact("unit", from.to_string()).fact("to", to.to_string()));
    Ok(())
}

/// The result of the edition is public. The room that announces it has asked who may.
pub async fn mark_announced(act: &mut Act, id: EditionId) -> Result<(), Halt> {
    let edition = store::edition(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let state = edition.state.announce(act.now()).or_refuse()?;
    if !store::save_state(act.db(), &edition, state).await? {
        return Err(changed_meanwhile());
    }
    act.record(Event::new("edition.announced", id));
    Ok(())
}
