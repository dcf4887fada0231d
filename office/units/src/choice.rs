//! Units for a choice. Two hundred names in one list cannot be found, and two communes of one name
//! cannot be told apart: a commune stands under its district.

use std::collections::BTreeMap;

use hoithi_rules::ids::UnitId;
use hoithi_store::{Conn, StoreError};
use hoithi_web::Page;
use jiff::civil::Date;

use crate::area::above_on;
use crate::store::units_on;
use crate::unit::{Unit, UnitLevel};

/// The units that stand on a day, each under the one that was above it then: a town that became a city has another
/// row of the register.
pub async fn units_to_choose(db: &mut Conn, day: Date) -> Result<Vec<Unit>, StoreError> {
    let above = above_on(db, day).await?;
    let placed = |unit: Unit| Unit { parent: above.get(&unit.id).copied(), ..unit };
    Ok(units_on(db, day).await?.into_iter().map(placed).collect())
}

/// The units in groups, each under its word: by their level, communes by their district.
pub fn grouped(page: &Page, units: Vec<Unit>) -> Vec<(String, Vec<Unit>)> {
    let districts = units.iter().filter(|unit| unit.level == UnitLevel::District);
    let districts: BTreeMap<UnitId, String> = districts.map(|unit| (unit.id, unit.name.clone())).collect();
    let mut groups: Vec<(String, Vec<Unit>)> = Vec::new();
    for unit in units {
        let above = unit.parent.filter(|_| unit.level == UnitLevel::Commune).and_then(|above| districts.get(&above));
        let word = above.cloned().unwrap_or_else(|| page.tcode("units-level-", unit.level));
        match groups.iter_mut().find(|(known, _)| *known == word) {
            Some((_, units)) => units.push(unit),
            None => groups.push((word, vec![unit])),
        }
    }
    // The many communes come last, whatever their level's place.
    groups.sort_by_key(|(_, units)| units.iter().any(|unit| unit.level == UnitLevel::Commune));
    groups
}

/// The same for a form's field.
pub fn choices(page: &Page, units: Vec<Unit>) -> Vec<(String, Vec<(String, String)>)> {
    let option = |unit: Unit| (unit.id.to_string(), unit.name);
    grouped(page, units).into_iter().map(|(word, units)| (word, units.into_iter().map(option).collect())).collect()
}
