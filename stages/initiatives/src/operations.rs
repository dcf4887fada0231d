//! Writing an initiative down, putting it right, taking it out.

use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, may, permit};
use hoithi_rules::ids::{AccountId, UnitId};
use hoithi_rules::initiatives::Initiative;
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::text::one_line;

use crate::fault::RegisterRefusal;
use crate::store::{self, InitiativeId, KeptInitiative};

/// Who acts; the public and jobs never reach these verbs.
pub(crate) fn actor(act: &Act) -> Result<AccountId, Halt> {
    act.actor().account.map(AccountId::new).ok_or(Halt::Denied(Denied::NotSignedIn))
}

/// Goes on for the unit's contact, and for the agency that writes what the unit told it; says whether it is
/// the agency.
pub(crate) async fn permit_keeping(act: &mut Act, unit: UnitId) -> Result<bool, Halt> {
    if may(act, Permission::InitiativeKeep, Place::unit(unit)).await? {
        return Ok(false);
    }
    permit(act, Permission::InitiativeKeepOnBehalf, Place::HOUSE).await?;
    Ok(true)
}

/// One of the unit's register.
pub(crate) async fn one_of(act: &mut Act, unit: UnitId, id: InitiativeId) -> Result<KeptInitiative, Halt> {
    let kept = store::initiative(act.db(), id).await?.filter(|kept| kept.unit == unit);
    kept.ok_or_else(Halt::not_found)
}

/// An initiative for a unit's register.
#[derive(Clone, Debug)]
pub struct Record {
    /// The one that is changed, in the version that was read; none for a new one.
    pub id: Option<(InitiativeId, i64)>,
    /// In whose register.
    pub unit: UnitId,
    /// What.
    pub what: Initiative,
}

/// Writes an initiative down, or puts it right.
pub async fn record(act: &mut Act, command: Record) -> Result<InitiativeId, Halt> {
    let on_behalf = permit_keeping(act, command.unit).await?;
    hoithi_units::unit(act.db(), command.unit).await?.ok_or_else(Halt::not_found)?;
    let Record { id, unit, what } = command;
    let register = store::initiatives_of(act.db(), unit).await?;
    let changes = |each: &KeptInitiative| id.is_some_and(|(id, _)| each.id == id);
    let title = spelt(what.title.as_str());
    if register.iter().any(|each| spelt(each.what.title.as_str()) == title && !changes(each)) {
        return Err(RegisterRefusal::There).or_refuse();
    }
    let by = (act.now(), actor(act)?);
    let kept = if let Some((id, version)) = id {
        let kept = KeptInitiative { what, version, ..one_of(act, unit, id).await? };
        if !store::update(act.db(), &kept, by).await? {
            return Err(RegisterRefusal::ChangedMeanwhile).or_refuse();
        }
        kept
    } else {
        let kept = KeptInitiative { id: act.new_id(), unit, what, version: 1 };
        store::insert(act.db(), std::slice::from_ref(&kept), by).await?;
        kept
    };
    let decision = kept.what.recognition.as_ref();
    act.record(
        Event::new("initiative.recorded", kept.id)
            .fact("unit", unit.to_string())
            .fact("decision", decision.map(|recognition| recognition.decision.clone()))
            .fact("day", decision.map(|recognition| recognition.day.to_string()))
            .fact("on_behalf", on_behalf),
    );
    Ok(kept.id)
}

/// A register has a title once; capitals and spaces do not make another.
pub(crate) fn spelt(title: &str) -> String {
    one_line(title).to_lowercase()
}

/// One that was written down by mistake.
#[derive(Clone, Copy, Debug)]
pub struct Remove {
    /// Which.
    pub id: InitiativeId,
    /// The version that was read.
    pub seen: i64,
    /// In whose register.
    pub unit: UnitId,
}

/// Takes it out of the register, unless a dossier came of it; the journal keeps that it was there.
pub async fn remove(act: &mut Act, command: Remove) -> Result<(), Halt> {
    let on_behalf = permit_keeping(act, command.unit).await?;
    let kept = one_of(act, command.unit, command.id).await?;
    if kept.version != command.seen {
        return Err(RegisterRefusal::ChangedMeanwhile).or_refuse();
    }
    if !store::links_of(act.db(), kept.id).await?.is_empty() {
        return Err(RegisterRefusal::Entered).or_refuse();
    }
    store::delete(act.db(), kept.id).await?;
    act.record(
        Event::new("initiative.removed", kept.id).fact("unit", command.unit.to_string()).fact("on_behalf", on_behalf),
    );
    Ok(())
}
