//! Where each unit's figures are put.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_rules::reporting::{Group, Kin};
use hoithi_store::{Conn, StoreError};
use hoithi_units::{Unit, UnitLevel, lineage};
use jiff::civil::Date;

use crate::choice::Grouping;
use crate::store;

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

/// Which heap each unit's figures are put on.
pub(super) struct Heaps<'a> {
    units: &'a BTreeMap<UnitId, Unit>,
    grouping: Grouping,
    kin: Kin,
    among: BTreeSet<UnitId>,
    clusters: BTreeMap<UnitId, String>,
}

impl<'a> Heaps<'a> {
    pub(super) async fn load(
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

    pub(super) fn of(&self, unit: UnitId) -> Heap {
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
