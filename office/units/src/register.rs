//! What a file of units changes in the register: decided here, without a table.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_rules::ids::UnitId;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::csv_file::{CsvError, CsvFault, Line};
use crate::store::Succession;
use crate::unit::Unit;

/// What an import will do, if nothing is refused.
#[derive(Debug)]
pub(crate) struct Plan {
    /// Parents before their children.
    pub(crate) added: Vec<Unit>,
    pub(crate) changed: Vec<Unit>,
    pub(crate) unchanged: usize,
    /// Of these the successors are replaced.
    pub(crate) predecessors: Vec<UnitId>,
    pub(crate) successions: Vec<Succession>,
}

/// Finds a unit by code and day among those that stand and those that come with the file.
struct Known {
    units: Vec<Unit>,
    by_code: BTreeMap<String, Vec<usize>>,
}

impl Known {
    fn of(units: Vec<Unit>) -> Self {
        let mut known = Self { units: Vec::new(), by_code: BTreeMap::new() };
        for unit in units {
            known.put(unit);
        }
        known
    }

    fn put(&mut self, unit: Unit) -> usize {
        let index = self.units.len();
        if let Some(code) = &unit.code {
            self.by_code.entry(code.clone()).or_default().push(index);
        }
        self.units.push(unit);
        index
    }

    fn of_code<'k>(&'k self, code: &str) -> impl Iterator<Item = &'k Unit> {
        self.by_code.get(code).into_iter().flatten().map(|index| &self.units[*index])
    }

    fn key(&self, code: &str, first: Option<Date>) -> Option<usize> {
        let mut indexes = self.by_code.get(code)?.iter().copied();
        indexes.find(|index| self.units[*index].valid_from == first)
    }

    fn on(&self, code: &str, day: Date) -> Option<&Unit> {
        self.of_code(code).find(|unit| unit.stands_on(day))
    }
}

/// Compares the lines with the register; refuses everything that does not fit, all at once.
pub(crate) fn plan(
    standing: Vec<Unit>,
    stored: &BTreeSet<Succession>,
    lines: &[Line],
    mut new_id: impl FnMut() -> UnitId,
) -> Result<Plan, Vec<CsvError>> {
    let before: BTreeMap<UnitId, Unit> = standing.iter().map(|unit| (unit.id, unit.clone())).collect();
    let mut known = Known::of(standing);
    let places: Vec<usize> = lines.iter().map(|line| take_in(&mut known, line, &mut new_id)).collect();
    let mut errors = overlaps(&known, lines, &places);
    let mut successions = Vec::new();
    for (line, place) in lines.iter().zip(&places) {
        match parent_of(&known, line) {
            Ok(parent) => known.units[*place].parent = parent,
            Err(error) => errors.push(error),
        }
        match successors_of(&known, line, known.units[*place].id) {
            Ok(found) => successions.extend(found),
            Err(found) => errors.extend(found),
        }
    }
    if !errors.is_empty() {
        errors.sort_by_key(|error| error.line);
        return Err(errors);
    }
    Ok(sorted_out(&known, &places, &before, stored, successions))
}

/// Puts the line's unit among the known ones: in the place of its former self, or as a new one.
fn take_in(known: &mut Known, line: &Line, new_id: &mut impl FnMut() -> UnitId) -> usize {
    let former = known.key(&line.code, line.valid_from);
    let unit = Unit {
        id: former.map_or_else(new_id, |index| known.units[index].id),
        code: Some(line.code.clone()),
        name: line.name.clone(),
        kind: line.kind.clone(),
        level: line.level,
        parent: None,
        valid_from: line.valid_from,
        valid_to: line.valid_to,
        source: line.source.clone(),
        note: line.note.clone(),
    };
    match former {
        Some(index) => {
            known.units[index] = unit;
            index
        }
        None => known.put(unit),
    }
}

/// Two units of one code may not stand on one day; two lines may not have one key.
fn overlaps(known: &Known, lines: &[Line], places: &[usize]) -> Vec<CsvError> {
    let mut errors = Vec::new();
    let mut seen = BTreeSet::new();
    for (line, place) in lines.iter().zip(places) {
        let twice = !seen.insert(*place);
        let unit = &known.units[*place];
        let other = known.of_code(&line.code).find(|other| other.id != unit.id && meet(unit, other));
        if let Some(other) = other.or(twice.then_some(unit)) {
            let fault = CsvFault::Overlap { code: line.code.clone(), other: other.name.clone() };
            errors.push(CsvError { line: line.number, fault });
        }
    }
    errors
}

fn meet(one: &Unit, other: &Unit) -> bool {
    let before =
        |last: Option<Date>, first: Option<Date>| matches!((last, first), (Some(last), Some(first)) if last < first);
    !before(one.valid_to, other.valid_from) && !before(other.valid_to, one.valid_from)
}

/// The parent at the end of the unit's time: what a register of past units can still know.
fn parent_of(known: &Known, line: &Line) -> Result<Option<UnitId>, CsvError> {
    let Some(code) = &line.parent else { return Ok(None) };
    let told = |fault| CsvError { line: line.number, fault };
    let last = line.valid_to.unwrap_or(Date::MAX);
    let parent = known.on(code, last).ok_or_else(|| told(CsvFault::Parent { code: code.clone() }))?;
    // Strictly above, so that no circle of parents can close.
    if parent.level < line.level {
        Ok(Some(parent.id))
    } else {
        Err(told(CsvFault::ParentNotAbove { code: code.clone() }))
    }
}

/// Who bears the successors' codes on the day after the last.
fn successors_of(known: &Known, line: &Line, predecessor: UnitId) -> Result<Vec<Succession>, Vec<CsvError>> {
    let Some(day) = line.valid_to.and_then(|last| last.checked_add(1.day()).ok()) else { return Ok(Vec::new()) };
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    for (code, extent) in &line.successors {
        let Some(successor) = known.on(code, day).filter(|successor| successor.id != predecessor) else {
            let fault = CsvFault::SuccessorUnknown { code: code.clone(), day };
            errors.push(CsvError { line: line.number, fault });
            continue;
        };
        found.push(Succession { predecessor, successor: successor.id, extent: *extent, source: line.source.clone() });
    }
    if errors.is_empty() { Ok(found) } else { Err(errors) }
}

fn sorted_out(
    known: &Known,
    places: &[usize],
    before: &BTreeMap<UnitId, Unit>,
    stored: &BTreeSet<Succession>,
    successions: Vec<Succession>,
) -> Plan {
    let mut plan = Plan {
        added: Vec::new(),
        changed: Vec::new(),
        unchanged: 0,
        predecessors: Vec::new(),
        successions: Vec::new(),
    };
    let (mut new_ones, mut old_ones) = (by_predecessor(successions), by_predecessor(stored.iter().cloned()));
    for place in places {
        let unit = &known.units[*place];
        let new = new_ones.remove(&unit.id).unwrap_or_default();
        let old = old_ones.remove(&unit.id).unwrap_or_default();
        if new != old {
            plan.predecessors.push(unit.id);
            plan.successions.extend(new.iter().cloned());
        }
        match before.get(&unit.id) {
            None => plan.added.push(unit.clone()),
            Some(former) if former == unit && new == old => plan.unchanged += 1,
            Some(_) => plan.changed.push(unit.clone()),
        }
    }
    plan.added.sort_by_key(|unit| unit.level);
    plan
}

fn by_predecessor(all: impl IntoIterator<Item = Succession>) -> BTreeMap<UnitId, BTreeSet<Succession>> {
    let mut found: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for each in all {
        found.entry(each.predecessor).or_default().insert(each);
    }
    found
}
