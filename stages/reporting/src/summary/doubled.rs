//! What stands twice in the sums: a district beside its own communes, or what a unit was beside what it became,
//! where each of them was asked by another letter. Nobody guesses what is to be taken off; they are named.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_rules::ids::UnitId;
use hoithi_store::{Conn, StoreError};
use hoithi_units::{Unit, UnitLevel, lineage};

use super::UnitReport;
use crate::line::ReportLine;

/// A report whose ground other reports stand on, too.
#[derive(Clone, Debug)]
pub struct Doubled {
    /// The unit around, or the one that was there before.
    pub above: UnitReport,
    /// Units on its ground whose reports are added up beside its own, by name.
    pub below: Vec<String>,
}

/// A unit that is ground, so that one may lie in another.
fn is_ground(unit: &Unit) -> bool {
    matches!(unit.level, UnitLevel::Province | UnitLevel::District | UnitLevel::Commune)
}

/// Which of the reports that are added up stand on the same ground. Within one letter a unit and what it became
/// answer for different parts, and are not the same.
pub(super) async fn doubled(
    db: &mut Conn,
    units: &BTreeMap<UnitId, Unit>,
    reports: &[UnitReport],
) -> Result<Vec<Doubled>, StoreError> {
    let ground = |unit: UnitId| units.get(&unit).filter(|unit| is_ground(unit));
    let came = reports.iter().filter(|report| report.line.answer().is_some());
    let came = came.filter(|report| ground(report.line.request.unit).is_some());
    let came: BTreeMap<UnitId, &UnitReport> = came.map(|report| (report.line.request.unit, report)).collect();
    let levels: BTreeSet<_> = came.keys().filter_map(|unit| ground(*unit)).map(|unit| unit.level).collect();
    let occasions: BTreeSet<_> = came.values().map(|report| report.line.occasion).collect();
    if levels.len() < 2 && occasions.len() < 2 {
        return Ok(Vec::new());
    }
    let mut before: BTreeMap<UnitId, Vec<UnitId>> = BTreeMap::new();
    for (old, new) in lineage(db).await? {
        before.entry(new).or_default().push(old);
    }
    let mut all: BTreeMap<UnitId, Vec<String>> = BTreeMap::new();
    for report in came.values() {
        for above in grounds(&report.line, units, &before, &came) {
            all.entry(above).or_default().push(report.name.clone());
        }
    }
    let named = |(above, below): (UnitId, Vec<String>)| Some(Doubled { above: (*came.get(&above)?).clone(), below });
    let mut all: Vec<Doubled> = all.into_iter().filter_map(named).collect();
    all.sort_by_cached_key(|doubled| hoithi_web::dictionary_order(&doubled.above.name));
    for doubled in &mut all {
        doubled.below.sort_by_cached_key(|name| hoithi_web::dictionary_order(name));
    }
    Ok(all)
}

/// Which of the units that reported hold the ground of this report: whatever is above it, and what it was, where
/// that answered another letter.
fn grounds(
    line: &ReportLine,
    units: &BTreeMap<UnitId, Unit>,
    before: &BTreeMap<UnitId, Vec<UnitId>>,
    came: &BTreeMap<UnitId, &UnitReport>,
) -> BTreeSet<UnitId> {
    let own = line.request.unit;
    let (mut found, mut seen, mut left) = (BTreeSet::new(), BTreeSet::new(), vec![(own, false)]);
    while let Some((unit, is_above)) = left.pop() {
        if !seen.insert((unit, is_above)) {
            continue;
        }
        let other = came.get(&unit).filter(|_| unit != own);
        if other.is_some_and(|other| is_above || other.line.occasion != line.occasion) {
            found.insert(unit);
        }
        left.extend(units.get(&unit).and_then(|unit| unit.parent).map(|above| (above, true)));
        left.extend(before.get(&unit).into_iter().flatten().map(|old| (*old, is_above)));
    }
    found
}
