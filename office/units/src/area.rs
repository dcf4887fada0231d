//! Areas: by what part of the province a figure is grouped. A commune of today is in every former
//! district that a predecessor of it lay in; six communes of Quảng Ninh are in two, and nobody guesses.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_rules::ids::UnitId;
use hoithi_store::{Conn, StoreError, params};
use jiff::civil::Date;

use crate::store::{lineage, units_by_id};
use crate::unit::{Unit, UnitLevel};

/// A part by which units are grouped: a former district, or the unit above.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Area {
    /// Stable: the district's code, or the id of the unit above.
    pub key: String,
    /// Its name; the latest where a town became a city.
    pub name: String,
}

/// The areas of every unit, of which all are given; a unit that lies in none is not there.
pub async fn areas(
    db: &mut Conn,
    units: &BTreeMap<UnitId, Unit>,
) -> Result<BTreeMap<UnitId, BTreeSet<Area>>, StoreError> {
    let rows = db.all("SELECT predecessor_id, successor_id FROM unit_successors", params![]).await?;
    let mut areas: BTreeMap<UnitId, BTreeSet<Area>> = BTreeMap::new();
    let latest = latest_districts(units);
    for row in &rows {
        let (before, after): (UnitId, UnitId) = (row.parsed("predecessor_id")?, row.parsed("successor_id")?);
        let former = units.get(&before).and_then(|unit| units.get(&unit.parent?));
        let stands = units.get(&after).is_some_and(|unit| unit.level == UnitLevel::Commune);
        if let Some(district) = former.filter(|unit| stands && unit.level == UnitLevel::District) {
            areas.entry(after).or_default().insert(district_area(district, &latest));
        }
    }
    for unit in units.values() {
        if areas.contains_key(&unit.id) {
            continue;
        }
        if let Some(above) = unit.parent.and_then(|parent| units.get(&parent)) {
            let area = match above.level {
                UnitLevel::District => district_area(above, &latest),
                _ => Area { key: above.id.to_string(), name: above.name.clone() },
            };
            areas.entry(unit.id).or_default().insert(area);
        }
    }
    Ok(areas)
}

/// The unit above each one that stands on a day, as it was on that day: the one that bore the code then, and for
/// a commune that outlived its district that district.
pub async fn above_on(db: &mut Conn, day: Date) -> Result<BTreeMap<UnitId, UnitId>, StoreError> {
    let units = units_by_id(db).await?;
    let standing = || units.values().filter(|unit| unit.stands_on(day));
    let coded = standing().filter_map(|unit| Some(((unit.level, unit.code.as_deref()?), unit.id)));
    let coded: BTreeMap<(UnitLevel, &str), UnitId> = coded.collect();
    let mut districts: BTreeMap<UnitId, Vec<UnitId>> = BTreeMap::new();
    for (before, after) in lineage(db).await? {
        let district = units.get(&before).filter(|unit| unit.level == UnitLevel::District && unit.stands_on(day));
        if district.is_some() {
            districts.entry(after).or_default().push(before);
        }
    }
    let mut above = BTreeMap::new();
    for unit in standing() {
        let Some(parent) = unit.parent.and_then(|parent| units.get(&parent)) else { continue };
        let then = match districts.get(&unit.id).map(Vec::as_slice) {
            Some([district]) if unit.level == UnitLevel::Commune && parent.level == UnitLevel::Province => *district,
            _ if parent.stands_on(day) => parent.id,
            _ => {
                let code = parent.code.as_deref();
                code.and_then(|code| coded.get(&(parent.level, code)).copied()).unwrap_or(parent.id)
            }
        };
        above.insert(unit.id, then);
    }
    Ok(above)
}

/// The latest name under each code.
fn latest_districts(units: &BTreeMap<UnitId, Unit>) -> BTreeMap<&str, &Unit> {
    let mut latest: BTreeMap<&str, &Unit> = BTreeMap::new();
    for unit in units.values().filter(|unit| unit.level == UnitLevel::District) {
        let Some(code) = unit.code.as_deref() else { continue };
        let known = latest.entry(code).or_insert(unit);
        if known.valid_from < unit.valid_from {
            *known = unit;
        }
    }
    latest
}

fn district_area(district: &Unit, latest: &BTreeMap<&str, &Unit>) -> Area {
    let code = district.code.as_deref().unwrap_or_default();
    let name = latest.get(code).map_or(&district.name, |unit| &unit.name);
    Area { key: code.to_owned(), name: name.clone() }
}
