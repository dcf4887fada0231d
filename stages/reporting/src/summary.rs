//! The consolidated report: computed from the units' answers, never typed.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::Edition;
use hoithi_rules::ids::{EditionId, ReportId, UnitId};
use hoithi_rules::reporting::{Column, Group, Kin, Leaf, ReportForm, RollUp};
use hoithi_store::{Conn, StoreError};
use hoithi_units::{Unit, UnitLevel, lineage, units_by_id};
use jiff::civil::Date;

use crate::forms::{FormKey, chosen, form_of};
use crate::line::ReportLine;
use crate::store;

/// By what units are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// Each by itself.
    #[default]
    Unit,
    /// By the districts of the time before 1/7/2025.
    District,
    /// By the clusters that the officer made.
    Cluster,
    /// By the communes of today.
    Commune,
    /// By the provinces of today.
    Province,
    /// Communes, departments, schools …
    Level,
}

impl Grouping {
    /// In the order of the choice.
    pub const ALL: [Self; 6] = [Self::Unit, Self::District, Self::Cluster, Self::Commune, Self::Province, Self::Level];

    /// Stable name, in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unit => "don-vi",
            Self::District => "huyen",
            Self::Cluster => "cum",
            Self::Commune => "xa",
            Self::Province => "tinh",
            Self::Level => "cap",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grouping| grouping.code() == code)
    }
}

/// All answers of an edition, added up, with the names of who answered late or not at all.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The sums, by the group that was asked for.
    pub sum: RollUp<Heap>,
    /// The columns of every form that a report stands on.
    pub columns: Vec<Column>,
    /// The headings of their texts: code and words.
    pub headings: Vec<(String, String)>,
    /// Every unit that was asked, by name.
    pub units: Vec<UnitReport>,
    /// What units wrote: report, heading, words, and whether it is left out.
    pub texts: Vec<Passage>,
}

/// Where a unit's figures are put.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heap {
    /// With a unit: sorted by its folded name, then shown by its name.
    At(String, String, UnitId),
    /// With the units of a level.
    Level(UnitLevel),
    /// With a cluster, by its name.
    Cluster(String),
    /// In no cluster.
    Unclustered,
    /// It lies in several; nobody guesses.
    Several,
    /// In none.
    Elsewhere,
}

impl Heap {
    /// Stable name, in addresses.
    pub fn key(&self) -> String {
        match self {
            Self::At(_, _, unit) => unit.to_string(),
            Self::Level(level) => level.code().to_owned(),
            Self::Cluster(name) => format!("cum-{}", in_address(name)),
            Self::Unclustered => "chua-xep-cum".to_owned(),
            Self::Several => "nhieu-noi".to_owned(),
            Self::Elsewhere => "noi-khac".to_owned(),
        }
    }
}

/// Unmarked letters and digits, which need no signs in an address.
fn in_address(name: &str) -> String {
    let fits = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    hoithi_web::fold(name).chars().map(fits).collect()
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

/// What one unit wrote under one heading.
#[derive(Clone, Debug)]
pub struct Passage {
    /// In which report.
    pub report: ReportId,
    /// Under which heading.
    pub heading: String,
    /// Whose words.
    pub unit: String,
    /// The words.
    pub words: String,
    /// Whether the officer leaves it out.
    pub left_out: bool,
}

impl Summary {
    /// Who answered after the day.
    pub fn late(&self) -> Vec<&UnitReport> {
        let late = |unit: &&UnitReport| unit.line.answer().is_some_and(hoithi_rules::reporting::Answer::late);
        self.units.iter().filter(late).collect()
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

/// Adds up the latest report of every unit. Where two letters asked one unit, the report that was
/// answered last counts, so that nothing is added twice.
pub async fn summary(db: &mut Conn, edition: &Edition, grouping: Grouping, today: Date) -> Result<Summary, StoreError> {
    let units = units_by_id(db).await?;
    let mut latest: BTreeMap<UnitId, ReportLine> = BTreeMap::new();
    for line in store::reports_of(db, edition.id).await?.into_iter().filter(|line| !line.is_withdrawn()) {
        let newer = latest.get(&line.request.unit).is_none_or(|known| answered_at(known) <= answered_at(&line));
        if newer {
            latest.insert(line.request.unit, line);
        }
    }
    let heaps = Heaps::load(db, (edition.id, &units), grouping, today).await?;
    let (columns, headings) = asked(db, edition, latest.values().map(|line| &line.form).collect()).await?;
    let none = BTreeMap::new();
    let sum = RollUp::of(latest.values().map(|line| leaf(line, &none)), |unit| heaps.of(unit));
    let name = |unit: UnitId| units.get(&unit).map(|unit| unit.name.clone()).unwrap_or_default();
    let report = |line: ReportLine| {
        let unit = line.request.unit;
        UnitReport { name: name(unit), heap: heaps.of(unit), line }
    };
    let mut lines: Vec<_> = latest.into_values().map(report).collect();
    lines.sort_by_cached_key(|unit| hoithi_web::fold(&unit.name));
    let texts = passages(db, edition, &lines).await?;
    Ok(Summary { sum, columns, headings, units: lines, texts })
}

fn answered_at(line: &ReportLine) -> Option<jiff::Timestamp> {
    line.answer().map(|answer| answer.at)
}

fn leaf<'a>(line: &'a ReportLine, none: &'a BTreeMap<String, u64>) -> Leaf<'a> {
    let answer = line.answer();
    Leaf {
        unit: line.request.unit,
        state: line.leaf(),
        late: answer.is_some_and(hoithi_rules::reporting::Answer::late),
        figures: answer.map_or(none, |answer| &answer.given.figures),
    }
}

/// The columns and headings of the edition's form, then what only other forms ask.
async fn asked(
    db: &mut Conn,
    edition: &Edition,
    used: BTreeSet<&FormKey>,
) -> Result<(Vec<Column>, Vec<(String, String)>), StoreError> {
    let mut keys = vec![chosen(db, edition.id).await?];
    keys.extend(used.into_iter().rev().cloned());
    let (mut columns, mut headings): (Vec<Column>, Vec<(String, String)>) = (Vec::new(), Vec::new());
    for key in keys {
        let form: ReportForm = form_of(db, &key, edition).await?;
        for column in form.columns() {
            if !columns.iter().any(|known| known.code == column.code) {
                columns.push(column);
            }
        }
        for heading in form.headings {
            if !headings.iter().any(|(code, _)| *code == heading.code) {
                headings.push((heading.code, heading.label));
            }
        }
    }
    Ok((columns, headings))
}

async fn passages(db: &mut Conn, edition: &Edition, lines: &[UnitReport]) -> Result<Vec<Passage>, StoreError> {
    let out = store::left_out(db, edition.id).await?;
    let mut said: BTreeMap<ReportId, Vec<(String, String)>> = BTreeMap::new();
    for (report, heading, words) in store::texts_of(db, edition.id).await? {
        said.entry(report).or_default().push((heading, words));
    }
    let mut all = Vec::new();
    for unit in lines {
        let report = unit.line.request.id;
        for (heading, words) in said.remove(&report).unwrap_or_default() {
            let left_out = out.contains(&(report, heading.clone()));
            all.push(Passage { report, heading, unit: unit.name.clone(), words, left_out });
        }
    }
    Ok(all)
}

/// Which heap each unit's figures are put on.
struct Heaps<'a> {
    units: &'a BTreeMap<UnitId, Unit>,
    grouping: Grouping,
    kin: Kin,
    among: BTreeSet<UnitId>,
    clusters: BTreeMap<UnitId, String>,
}

impl<'a> Heaps<'a> {
    async fn load(
        db: &mut Conn,
        (edition, units): (EditionId, &'a BTreeMap<UnitId, Unit>),
        grouping: Grouping,
        today: Date,
    ) -> Result<Self, StoreError> {
        let kin = match grouping {
            Grouping::District | Grouping::Commune | Grouping::Province => {
                let parents = units.values().filter_map(|unit| unit.parent.map(|above| (unit.id, above)));
                Kin::new(lineage(db).await?, parents)
            }
            Grouping::Unit | Grouping::Cluster | Grouping::Level => Kin::default(),
        };
        let clusters =
            if grouping == Grouping::Cluster { store::clusters(db, edition).await? } else { BTreeMap::new() };
        let of_level = |level: UnitLevel| units.values().filter(move |unit| unit.level == level);
        let standing = |level: UnitLevel| {
            of_level(level).filter(|unit| unit.stands_on(today)).map(|unit| unit.id).collect::<BTreeSet<_>>()
        };
        let among = match grouping {
            Grouping::District => of_level(UnitLevel::District).map(|unit| unit.id).collect(),
            Grouping::Commune => standing(UnitLevel::Commune),
            Grouping::Province => standing(UnitLevel::Province),
            Grouping::Unit | Grouping::Cluster | Grouping::Level => BTreeSet::new(),
        };
        Ok(Self { units, grouping, kin, among, clusters })
    }

    fn of(&self, unit: UnitId) -> Heap {
        match self.grouping {
            Grouping::Unit => self.at(unit),
            Grouping::Level => self.units.get(&unit).map_or(Heap::Elsewhere, |unit| Heap::Level(unit.level)),
            Grouping::Cluster => self.clusters.get(&unit).cloned().map_or(Heap::Unclustered, Heap::Cluster),
            Grouping::District => self.heap(self.kin.before(unit, &self.among)),
            Grouping::Commune => self.heap(self.kin.after(unit, &self.among)),
            Grouping::Province => self.heap(self.kin.within(unit, &self.among)),
        }
    }

    fn heap(&self, group: Group) -> Heap {
        match group {
            Group::At(unit) => self.at(unit),
            Group::Several => Heap::Several,
            Group::Elsewhere => Heap::Elsewhere,
        }
    }

    fn at(&self, unit: UnitId) -> Heap {
        let name = self.units.get(&unit).map(|unit| unit.name.clone()).unwrap_or_default();
        Heap::At(hoithi_web::fold(&name), name, unit)
    }
}
