//! The consolidated report: computed from the units' answers, never typed.

use std::collections::BTreeMap;

use hoithi_rules::campaign::{Consolidated, UnitAnswer};
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_store::{Conn, StoreError};
use hoithi_units::unit_names;

use crate::report::ReportLine;
use crate::store;

/// All answers of an edition, added up, with the names of who answered late or not at all.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The sums.
    pub sum: Consolidated,
    /// Every unit that was asked, by name.
    pub units: Vec<UnitReport>,
}

/// One unit's line.
#[derive(Clone, Debug)]
pub struct UnitReport {
    /// Its name.
    pub name: String,
    /// Its latest report.
    pub line: ReportLine,
}

impl Summary {
    /// Who answered after the day.
    pub fn late(&self) -> Vec<&UnitReport> {
        self.units.iter().filter(|unit| unit.line.answer().is_some_and(hoithi_rules::campaign::Answer::late)).collect()
    }

    /// Who has not answered.
    pub fn missing(&self) -> Vec<&UnitReport> {
        self.units.iter().filter(|unit| unit.line.answer().is_none()).collect()
    }
}

/// Adds up the latest report of every unit. Where two letters asked one unit, the report that was
/// answered last counts, so that nothing is added twice.
pub async fn summary(db: &mut Conn, edition: EditionId) -> Result<Summary, StoreError> {
    let names = unit_names(db).await?;
    let mut latest: BTreeMap<UnitId, ReportLine> = BTreeMap::new();
    for line in store::reports_of(db, edition).await?.into_iter().filter(|line| !line.is_withdrawn()) {
        let unit = line.request.unit;
        let newer = latest.get(&unit).is_none_or(|known| answered_at(known) <= answered_at(&line));
        if newer {
            latest.insert(unit, line);
        }
    }
    let answers: Vec<UnitAnswer> = latest.values().map(to_answer).collect();
    let mut units: Vec<_> = latest
        .into_values()
        .map(|line| UnitReport { name: names.get(&line.request.unit).cloned().unwrap_or_default(), line })
        .collect();
    units.sort_by_cached_key(|unit| hoithi_web::fold(&unit.name));
    Ok(Summary { sum: Consolidated::of(&answers), units })
}

fn answered_at(line: &ReportLine) -> Option<jiff::Timestamp> {
    line.answer().map(|answer| answer.at)
}

fn to_answer(line: &ReportLine) -> UnitAnswer {
    let answer = line.answer();
    UnitAnswer {
        unit: line.request.unit,
        figures: answer.map(|answer| answer.report.figures),
        late: answer.is_some_and(hoithi_rules::campaign::Answer::late),
    }
}
