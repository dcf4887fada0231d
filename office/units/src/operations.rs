//! Importing the register from a file, and adding a unit that no national list has.

use std::collections::BTreeSet;

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuseAll, permit};
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Permission, Place};
use jiff::civil::Date;

use crate::unit::{Unit, UnitLevel};
use crate::{csv_file, register, store};

/// What an import did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Units that were not there.
    pub added: usize,
    /// Units of which something is different now.
    pub changed: usize,
    /// Units that stood there just so.
    pub unchanged: usize,
}

/// Takes in a CSV file of units: all of it, or nothing when one line is wrong. The same file
/// again changes nothing.
pub async fn import_csv(act: &mut Act, text: String) -> Result<Imported, Halt> {
    permit(act, Permission::UnitsManage, Place::HOUSE).await?;
    let lines = csv_file::read(&text).or_refuse_all()?;
    let standing = store::all(act.db()).await?;
    let stored: BTreeSet<_> = store::successions(act.db()).await?.into_iter().collect();
    let plan = register::plan(standing, &stored, &lines, || UnitId::new(act.new_id())).or_refuse_all()?;
    store::insert(act.db(), &plan.added.iter().collect::<Vec<_>>()).await?;
    for unit in &plan.changed {
        store::update(act.db(), unit).await?;
    }
    store::replace_successions(act.db(), &plan.predecessors, &plan.successions).await?;
    let done = Imported { added: plan.added.len(), changed: plan.changed.len(), unchanged: plan.unchanged };
    if done.added + done.changed > 0 {
        act.record(
            Event::new("units.imported", "register")
                .fact("added", done.added)
                .fact("changed", done.changed)
                .fact("unchanged", done.unchanged),
        );
    }
    Ok(done)
}

/// A department, a school, an association, an enterprise.
#[derive(Clone, Debug)]
pub struct NewUnit {
    /// Its full name.
    pub name: String,
    /// What it is called by law: "sở", "trường đại học".
    pub kind: String,
    /// Where it stands; not one of the national list's levels.
    pub level: UnitLevel,
    /// The unit above it.
    pub parent: Option<UnitId>,
    /// Its first day, where it matters.
    pub valid_from: Option<Date>,
    /// Where the register has it from.
    pub source: String,
}

/// Adds a unit that has no code. Units of the national list come with a file, because their
/// codes mean nothing without the dates of all of them.
pub async fn add_unit(act: &mut Act, new: NewUnit) -> Result<UnitId, Halt> {
    permit(act, Permission::UnitsManage, Place::HOUSE).await?;
    if new.level.is_administrative() {
        return Err(Halt::refused("units.level_needs_code", Some("level"), "units of this level are imported"));
    }
    if let Some(parent) = new.parent
        && store::unit(act.db(), parent).await?.is_none()
    {
        return Err(Halt::refused("units.parent_unknown", Some("parent"), "there is no such unit"));
    }
    if store::named(act.db(), &new.name).await?.is_some_and(|other| other.valid_to.is_none()) {
        return Err(Halt::refused("units.name_taken", Some("name"), "a unit of this name stands in the register"));
    }
    let id = UnitId::new(act.new_id());
    let unit = Unit {
        id,
        code: None,
        name: new.name,
        kind: new.kind,
        level: new.level,
        parent: new.parent,
        valid_from: new.valid_from,
        valid_to: None,
        source: new.source,
        note: String::new(),
    };
    store::insert(act.db(), &[&unit]).await?;
    act.record(Event::new("unit.added", id).fact("level", unit.level.code()));
    Ok(id)
}
