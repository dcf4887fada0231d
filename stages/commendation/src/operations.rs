//! What is done: a formula published, what a unit gave recorded.

use hoithi_edition::edition;
use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::commendation::{Formula, OwnCommendation};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, EditionId, UnitId};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::text::one_line;
use uuid::Uuid;

use crate::refusal::CommendationRefusal;
use crate::store::{self, Kept, Origin, OwnLine};

/// Who acts; the public and jobs never reach these verbs.
pub(crate) fn actor(act: &Act) -> Result<AccountId, Halt> {
    act.actor().account.map(AccountId::new).ok_or(Halt::Denied(Denied::NotSignedIn))
}

/// Another formula from now on.
#[derive(Clone, Debug)]
pub struct PublishFormula {
    /// Of which edition.
    pub edition: EditionId,
    /// The version that was read.
    pub seen: i64,
    /// The new one.
    pub formula: Formula,
    /// Why.
    pub why: String,
}

/// Publishes the next version of the formula, as long as nobody is put forward by it.
pub async fn publish_formula(act: &mut Act, command: PublishFormula) -> Result<i64, Halt> {
    permit(act, Permission::CommendationPropose, Place::edition(command.edition)).await?;
    let edition = edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    let today = day_in_vietnam(act.now());
    let now = store::formula(act.db(), &edition, today).await?;
    if edition.book.merit().is_some() {
        return Err(CommendationRefusal::FormulaInBook).or_refuse();
    }
    let why = one_line(&command.why);
    if now.version != command.seen {
        return Err(CommendationRefusal::ChangedMeanwhile).or_refuse();
    }
    if why.is_empty() {
        return Err(CommendationRefusal::WhyMissing).or_refuse();
    }
    if now.version > 0 && now.formula == command.formula {
        return Err(CommendationRefusal::SameFormula).or_refuse();
    }
    if store::stands(act.db(), command.edition).await? {
        return Err(CommendationRefusal::FormulaInUse).or_refuse();
    }
    let (version, at) = (now.version + 1, Some(act.now()));
    let kept = Kept { origin: Origin::Published, version, formula: command.formula, why, at };
    let by = actor(act)?;
    store::insert_formula(act.db(), command.edition, &kept, by).await?;
    act.record(Event::new("commendation.formula_published", command.edition).fact("version", kept.version));
    Ok(kept.version)
}

/// What a unit gave its own people.
#[derive(Clone, Debug)]
pub struct RecordOwn {
    /// The line that is changed, in the version that was read; none for a new one.
    pub id: Option<(Uuid, i64)>,
    /// In which edition.
    pub edition: EditionId,
    /// Which unit.
    pub unit: UnitId,
    /// What.
    pub own: OwnCommendation,
}

/// Records what a unit gave, or puts it right; a draft becomes a decision in the same way.
pub async fn record_own(act: &mut Act, command: RecordOwn) -> Result<Uuid, Halt> {
    permit(act, Permission::CommendationRecord, Place::unit_in(command.unit, command.edition)).await?;
    edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    let by = (actor(act)?, act.now());
    let line = if let Some((id, version)) = command.id {
        let line = own_of(act, id, command.unit, command.edition).await?;
        let line = OwnLine { own: command.own, version, ..line };
        if !store::save_own(act.db(), &line).await? {
            return Err(CommendationRefusal::ChangedMeanwhile).or_refuse();
        }
        line
    } else {
        let (id, RecordOwn { edition, unit, own, .. }) = (act.new_id(), command);
        let line = OwnLine { id, edition, unit, own, version: 1 };
        store::insert_own(act.db(), &line, by).await?;
        line
    };
    act.record(
        Event::new("commendation.recorded", line.id)
            .fact("edition", line.edition.to_string())
            .fact("unit", line.unit.to_string())
            .fact("decision", line.own.decision.as_str())
            .fact("day", line.own.day.map(|day| day.to_string())),
    );
    Ok(line.id)
}

async fn own_of(act: &mut Act, id: Uuid, unit: UnitId, edition: EditionId) -> Result<OwnLine, Halt> {
    let line = store::own(act.db(), id).await?.filter(|line| line.unit == unit && line.edition == edition);
    line.ok_or_else(Halt::not_found)
}

/// One that was recorded by mistake.
#[derive(Clone, Debug)]
pub struct RemoveOwn {
    /// Which.
    pub id: Uuid,
    /// Whose.
    pub unit: UnitId,
    /// In which edition.
    pub edition: EditionId,
}

/// Takes it out of the unit's list; the journal keeps that it was there.
pub async fn remove_own(act: &mut Act, command: RemoveOwn) -> Result<(), Halt> {
    permit(act, Permission::CommendationRecord, Place::unit_in(command.unit, command.edition)).await?;
    let line = own_of(act, command.id, command.unit, command.edition).await?;
    store::delete_own(act.db(), line.id).await?;
    act.record(
        Event::new("commendation.removed", line.id)
            .fact("edition", line.edition.to_string())
            .fact("unit", line.unit.to_string()),
    );
    Ok(())
}
