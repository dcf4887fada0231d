//! A movement: launched with its days and what each unit is asked for, and how the units stand in it.

use std::collections::BTreeMap;

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::UnitId;
use hoithi_rules::initiatives::Movement;
use hoithi_rules::people::{Permission, Place};
use hoithi_store::{Conn, StoreError};
use hoithi_units::{UnitLevel, units_by_id, units_on};
use uuid::Uuid;

use crate::fault::RegisterRefusal;
use crate::operations::actor;
use crate::store::movements::{self as store, Launched};
use crate::store::{KeptInitiative, all};

/// A movement that begins.
#[derive(Clone, Debug)]
pub struct Launch {
    /// What.
    pub movement: Movement,
    /// The levels whose units are asked.
    pub levels: Vec<UnitLevel>,
    /// For how many each of them.
    pub target: u32,
}

/// Launches a movement for every unit of these levels that stands today.
pub async fn launch(act: &mut Act, command: Launch) -> Result<Uuid, Halt> {
    permit(act, Permission::MovementLaunch, Place::HOUSE).await?;
    let today = day_in_vietnam(act.now());
    let mut units = units_on(act.db(), today).await?;
    units.retain(|unit| command.levels.contains(&unit.level));
    if units.is_empty() {
        return Err(RegisterRefusal::NoUnits).or_refuse();
    }
    let targets: Vec<_> = units.into_iter().map(|unit| (unit.id, command.target)).collect();
    let launched = Launched { id: act.new_id(), movement: command.movement, version: 1 };
    let by = (act.now(), actor(act)?);
    store::insert(act.db(), &launched, &targets, by).await?;
    act.record(
        Event::new("movement.launched", launched.id)
            .fact("begins", launched.movement.begins.to_string())
            .fact("ends", launched.movement.ends.to_string())
            .fact("count", targets.len())
            .fact("target", command.target),
    );
    Ok(launched.id)
}

/// A movement whose name or days were wrong.
#[derive(Clone, Debug)]
pub struct Correct {
    /// Which.
    pub id: Uuid,
    /// The version that was read.
    pub seen: i64,
    /// As it is right.
    pub movement: Movement,
}

/// Puts a movement's name and days right; the units stand in it by the new days at once.
pub async fn correct(act: &mut Act, command: Correct) -> Result<(), Halt> {
    permit(act, Permission::MovementLaunch, Place::HOUSE).await?;
    let Correct { id, seen, movement } = command;
    store::movement(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    if !store::update(act.db(), id, &movement, seen).await? {
        return Err(RegisterRefusal::ChangedMeanwhile).or_refuse();
    }
    act.record(
        Event::new("movement.corrected", id)
            .fact("begins", movement.begins.to_string())
            .fact("ends", movement.ends.to_string()),
    );
    Ok(())
}

/// What one unit is asked for.
#[derive(Clone, Copy, Debug)]
pub struct SetTarget {
    /// In which movement.
    pub movement: Uuid,
    /// Which unit.
    pub unit: UnitId,
    /// How many; none asks it for nothing.
    pub target: Option<u32>,
}

/// Asks a unit for another number, takes it in or lets it go.
pub async fn set_target(act: &mut Act, command: SetTarget) -> Result<(), Halt> {
    permit(act, Permission::MovementLaunch, Place::HOUSE).await?;
    store::movement(act.db(), command.movement).await?.ok_or_else(Halt::not_found)?;
    hoithi_units::unit(act.db(), command.unit).await?.ok_or_else(Halt::not_found)?;
    store::set_target(act.db(), command.movement, command.unit, command.target).await?;
    act.record(
        Event::new("movement.target_set", command.movement)
            .fact("unit", command.unit.to_string())
            .fact("target", command.target),
    );
    Ok(())
}

/// How a unit stands in a movement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// How many it is asked for.
    pub target: i64,
    /// How many were first used in the days of the movement.
    pub used: i64,
    /// How many were recognised in them.
    pub recognised: i64,
}

/// How far a unit is, as its word's code and its tone.
pub(crate) const fn stands(used: i64, target: i64) -> (&'static str, &'static str) {
    match (used >= target, used) {
        // Nobody reaches what they are not asked for.
        _ if target == 0 => ("unasked", "neutral"),
        (true, _) => ("reached", "done"),
        (false, 0) => ("nothing", "todo"),
        (false, _) => ("behind", "doing"),
    }
}

/// Every unit that is asked, and whoever has something without being asked, in the order of the names.
pub async fn standing(db: &mut Conn, launched: &Launched) -> Result<Vec<Standing>, StoreError> {
    let targets = store::targets(db, launched.id).await?;
    let counts = counted(&all(db).await?, &launched.movement);
    let units = units_by_id(db).await?;
    let asked = targets.keys().chain(counts.keys().filter(|unit| !targets.contains_key(unit)));
    let mut all: Vec<Standing> = asked
        .filter_map(|unit| {
            let (used, recognised) = counts.get(unit).copied().unwrap_or_default();
            let name = units.get(unit)?.name.clone();
            Some(Standing { unit: *unit, name, target: targets.get(unit).copied().unwrap_or(0), used, recognised })
        })
        .collect();
    all.sort_by_cached_key(|standing| hoithi_web::dictionary_order(&standing.name));
    Ok(all)
}

/// How many a unit has, of those first used and of those recognised in the movement's days.
fn counted(all: &[KeptInitiative], movement: &Movement) -> BTreeMap<UnitId, (i64, i64)> {
    let mut counts: BTreeMap<UnitId, (i64, i64)> = BTreeMap::new();
    for kept in all {
        let (used, recognised) = within(kept, movement);
        if used || recognised {
            let count = counts.entry(kept.unit).or_default();
            count.0 += i64::from(used);
            count.1 += i64::from(recognised);
        }
    }
    counts
}

fn within(kept: &KeptInitiative, movement: &Movement) -> (bool, bool) {
    let (from, to) = (movement.begins, movement.ends);
    (kept.what.used_within(from, to), kept.what.recognised_within(from, to))
}

/// A movement as one unit meets it.
pub(crate) struct OfUnit {
    pub(crate) launched: Launched,
    pub(crate) target: i64,
    pub(crate) used: i64,
    pub(crate) recognised: i64,
}

/// What is asked of a unit, and how far it is.
pub(crate) async fn of_unit(
    db: &mut Conn,
    unit: UnitId,
    register: &[KeptInitiative],
) -> Result<Vec<OfUnit>, StoreError> {
    let asked = store::asked_of(db, unit).await?;
    let told = |(launched, target): (Launched, i64)| {
        let counts = counted(register, &launched.movement);
        let (used, recognised) = counts.get(&unit).copied().unwrap_or_default();
        OfUnit { launched, target, used, recognised }
    };
    Ok(asked.into_iter().map(told).collect())
}
