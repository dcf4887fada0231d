//! The consolidated report: computed from the units' answers, never typed.

mod asked;
mod doubled;
mod heaps;
mod sheets;

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::Edition;
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_rules::reporting::{Answer, Column, Leaf, RollUp};
use hoithi_store::{Conn, StoreError};
use hoithi_units::units_by_id;
use jiff::Timestamp;
use jiff::civil::Date;

pub use self::asked::Requested;
use self::asked::requests;
pub(crate) use self::asked::sum_of;
pub use self::doubled::Doubled;
use self::doubled::doubled;
pub use self::heaps::Heap;
use self::heaps::Heaps;
pub use self::sheets::Sheet;
use self::sheets::sheets;
use crate::choice::Choice;
use crate::line::ReportLine;
use crate::store::{self, TextKey};

/// The answers that were chosen, added up, with the names of who answered late or not at all.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The sums, by the group that was asked for.
    pub sum: RollUp<Heap>,
    /// The form that all of these reports stand on; none while nothing was asked.
    pub form: Option<Sheet>,
    /// Forms of reports that were chosen and are not in these sums, because figures of different forms
    /// are not added.
    pub other_forms: Vec<Sheet>,
    /// The columns of the form.
    pub columns: Vec<Column>,
    /// The headings of its texts: code and words.
    pub headings: Vec<(String, String)>,
    /// Every unit that was asked, by name, each with the one report that counts for it.
    pub units: Vec<UnitReport>,
    /// Reports of units for which another one counts.
    pub beside: Vec<UnitReport>,
    /// Reports that stand on the same ground as others beside them.
    pub doubled: Vec<Doubled>,
    /// The requests of the form, the earliest first.
    pub requests: Vec<Requested>,
    /// What units wrote.
    pub texts: Vec<Passage>,
}

/// One unit's line.
#[derive(Clone, Debug)]
pub struct UnitReport {
    /// Its name.
    pub name: String,
    /// Where its figures are put.
    pub heap: Heap,
    /// Its latest report.
    pub line: ReportLine,
}

impl UnitReport {
    /// What it reported of a figure, once its report is approved: nothing else is added up.
    pub(crate) fn approved(&self, code: &str) -> Option<u64> {
        self.line.answer().filter(|answer| answer.is_approved())?.given.figures.get(code).copied()
    }
}

/// What one unit wrote under one heading.
#[derive(Clone, Debug)]
pub struct Passage {
    /// In which version of which report, under which heading.
    pub key: TextKey,
    /// Whose words.
    pub unit: String,
    /// The words.
    pub words: String,
    /// Whether the report it stands in is approved.
    pub approved: bool,
    /// Whether it stays out: the officer leaves it out, or its report is not approved and nobody took it in.
    pub left_out: bool,
}

impl Summary {
    /// Who reported, after the day.
    pub fn late(&self) -> Vec<&UnitReport> {
        let late = |line: &ReportLine| line.request.is_reported() && line.answer().is_some_and(Answer::late);
        self.units.iter().filter(|unit| late(&unit.line)).collect()
    }

    /// Who has not answered.
    pub fn missing(&self) -> Vec<&UnitReport> {
        self.units.iter().filter(|unit| unit.line.answer().is_none()).collect()
    }

    /// Whose report came and does not count yet.
    pub fn open(&self) -> Vec<&UnitReport> {
        let open = |unit: &&UnitReport| unit.line.answer().is_some_and(|answer| !answer.is_approved());
        self.units.iter().filter(open).collect()
    }
}

/// Adds up what was chosen: reports of one form, one of each unit. Where a unit was asked more than once
/// its approved report counts, the latest of several; the others are named beside the sums.
pub async fn summary(
    db: &mut Conn,
    edition: &Edition,
    choice: impl Into<Choice>,
    today: Date,
) -> Result<Summary, StoreError> {
    let choice: Choice = choice.into();
    let known = units_by_id(db).await?;
    let mut lines = store::reports_of(db, edition.id).await?;
    lines.retain(|line| !line.is_withdrawn() && choice.span.holds(line));
    let (form, other_forms) = sheets(db, edition, &lines, choice.form.as_ref()).await?;
    lines.retain(|line| form.as_ref().is_some_and(|form| form.holds(line)));
    let requests = requests(&lines);
    let (counted, beside) = one_of_each(lines);
    let heaps = Heaps::load(db, (edition.id, &known), choice.grouping, today).await?;
    let none = BTreeMap::new();
    let sum = RollUp::of(counted.values().map(|line| leaf(line, &none)), |unit| heaps.of(unit));
    let name = |unit: UnitId| known.get(&unit).map(|unit| unit.name.clone()).unwrap_or_default();
    let report = |line: ReportLine| {
        let unit = line.request.unit;
        UnitReport { name: name(unit), heap: heaps.of(unit), line }
    };
    let by_name = |lines: Vec<ReportLine>| {
        let mut reports: Vec<_> = lines.into_iter().map(report).collect();
        reports.sort_by_cached_key(|unit| hoithi_web::dictionary_order(&unit.name));
        reports
    };
    let (units, beside) = (by_name(counted.into_values().collect()), by_name(beside));
    let doubled = doubled(db, &known, &units).await?;
    let texts = passages(db, edition.id, &units).await?;
    let columns = form.as_ref().map(|sheet| sheet.form.columns()).unwrap_or_default();
    let headings = form.iter().flat_map(|sheet| &sheet.form.headings);
    let headings = headings.map(|heading| (heading.code.clone(), heading.label.clone())).collect();
    Ok(Summary { sum, form, other_forms, columns, headings, units, beside, doubled, requests, texts })
}

/// The report of each unit that counts, and those that do not because of it.
fn one_of_each(lines: Vec<ReportLine>) -> (BTreeMap<UnitId, ReportLine>, Vec<ReportLine>) {
    let (mut counted, mut beside): (BTreeMap<UnitId, ReportLine>, _) = (BTreeMap::new(), Vec::new());
    for line in lines {
        let unit = line.request.unit;
        let Some(known) = counted.remove(&unit) else {
            counted.insert(unit, line);
            continue;
        };
        let (counts, less) = if weight(&known) <= weight(&line) { (line, known) } else { (known, line) };
        counted.insert(unit, counts);
        beside.push(less);
    }
    (counted, beside)
}

/// An approved report before one that is open, then the later one.
fn weight(line: &ReportLine) -> (bool, Option<Timestamp>) {
    (line.answer().is_some_and(Answer::is_approved), line.answer().map(|answer| answer.at))
}

fn leaf<'a>(line: &'a ReportLine, none: &'a BTreeMap<String, u64>) -> Leaf<'a> {
    let answer = line.answer();
    Leaf {
        unit: line.request.unit,
        state: line.leaf(),
        late: answer.is_some_and(Answer::late),
        figures: answer.map_or(none, |answer| &answer.given.figures),
    }
}

async fn passages(db: &mut Conn, edition: EditionId, units: &[UnitReport]) -> Result<Vec<Passage>, StoreError> {
    let out: BTreeSet<TextKey> = store::left_out(db, edition).await?;
    let taken: BTreeSet<TextKey> = store::taken_in(db, edition).await?;
    let mut said: BTreeMap<_, Vec<(TextKey, String)>> = BTreeMap::new();
    for (key, words) in store::texts_of(db, edition).await? {
        said.entry(key.report).or_default().push((key, words));
    }
    let mut all = Vec::new();
    for unit in units {
        let approved = unit.line.answer().is_some_and(Answer::is_approved);
        for (key, words) in said.remove(&unit.line.request.id).unwrap_or_default() {
            let left_out = if approved { out.contains(&key) } else { !taken.contains(&key) };
            all.push(Passage { key, unit: unit.name.clone(), words, approved, left_out });
        }
    }
    Ok(all)
}
