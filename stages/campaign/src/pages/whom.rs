//! Whom a letter may go to: the units of a level, an area and a day, each with how it is reached.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_correspondence::Document;
use hoithi_journal::Halt;
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::{DocumentId, UnitId};
use hoithi_store::Conn;
use hoithi_units::{Unit, UnitLevel, former_areas, successors, unit_names, units_of_level, units_on};
use hoithi_web::{Form, Page};
use jiff::civil::Date;

use crate::contacts::{Reached, contacts_on, has_address};
use crate::store::{self, RecipientList};

/// What the page of sending offers.
pub(super) struct Offer {
    /// The units that do not have the letter yet, each with its word.
    pub(super) units: Vec<(String, String)>,
    /// The areas that they lie in, where there are several.
    pub(super) areas: Vec<(String, String)>,
    /// How many units have it already.
    pub(super) sent: usize,
    /// Units of the chosen list that do not stand on that day, each with who came after it.
    pub(super) gone: Vec<String>,
}

impl Offer {
    pub(super) async fn load(
        db: &mut Conn,
        page: &Page,
        letter: DocumentId,
        (form, list): (&Form, Option<&RecipientList>),
    ) -> Result<Self, Halt> {
        let level: UnitLevel = form.value("level").parse().unwrap_or(UnitLevel::District);
        let have_it = store::units_with(db, letter).await?;
        let Some(on) = parse_day(form.value("on")) else {
            return Ok(Self { units: Vec::new(), areas: Vec::new(), sent: have_it.len(), gone: Vec::new() });
        };
        let (standing, gone) = match list {
            Some(list) => of_list(db, page, list, on).await?,
            None => (units_of_level(db, level, on).await?, Vec::new()),
        };
        let areas = Areas::of(db, &standing).await?;
        let area = form.value("area").parse::<UnitId>().ok().filter(|area| areas.names.contains_key(area));
        let reached = contacts_on(db, on).await?;
        let offered = standing
            .into_iter()
            .filter(|unit| !have_it.contains(&unit.id) && area.is_none_or(|area| areas.holds(unit.id, area)));
        let option = |unit: Unit| (unit.id.to_string(), word(page, &unit, reached.get(&unit.id)));
        let units = offered.map(option).collect();
        let mut named: Vec<_> = areas.names.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
        named.sort_by_cached_key(|(_, name)| hoithi_web::dictionary_order(name));
        Ok(Self { units, areas: named, sent: have_it.len(), gone })
    }
}

/// Words of an addressee by which a level is meant, without marks and capitals.
const LEVELS: [(UnitLevel, &[&str]); 6] = [
    (UnitLevel::Commune, &["cac xa", "xa, phuong", "cac phuong", "dac khu"]),
    (UnitLevel::District, &["huyen", "thi xa", "thanh pho"]),
    (UnitLevel::Department, &["cac so", "so, ban"]),
    (UnitLevel::School, &["truong dai hoc", "truong cao dang", "cac truong"]),
    (UnitLevel::Association, &["doan the", "cac hoi"]),
    (UnitLevel::Enterprise, &["doanh nghiep"]),
];

/// The level that a letter names first after its *Kính gửi*; the districts, where it names none.
pub(super) fn addressed(document: &Document) -> UnitLevel {
    let text = hoithi_web::fold(&document.content.addressees.text());
    let whom = text.as_str();
    let places = LEVELS.iter().flat_map(|(level, words)| words.iter().map(move |word| (whom.find(*word), *level)));
    let places = places.filter_map(|(place, level)| Some((place?, level)));
    places.min_by_key(|(place, _)| *place).map_or(UnitLevel::District, |(_, level)| level)
}

/// The list's units that stand on that day, and in words those that do not.
async fn of_list(db: &mut Conn, page: &Page, list: &RecipientList, on: Date) -> Result<(Vec<Unit>, Vec<String>), Halt> {
    let standing: Vec<Unit> =
        units_on(db, on).await?.into_iter().filter(|unit| list.units.contains(&unit.id)).collect();
    let names = unit_names(db).await?;
    let mut gone = Vec::new();
    for unit in list.units.iter().filter(|unit| standing.iter().all(|other| other.id != **unit)) {
        let after: Vec<_> = successors(db, *unit).await?.into_iter().map(|link| link.unit.name).collect();
        let facts = [("unit", names.get(unit).cloned().unwrap_or_default()), ("successors", after.join(", "))];
        gone.push(page.tx(if after.is_empty() { "campaign-list-gone" } else { "campaign-list-succeeded" }, &facts));
    }
    Ok((standing, gone))
}

/// The unit's name; whoever no mail and no account reaches, with how it is reached.
fn word(page: &Page, unit: &Unit, reached: Option<&Vec<Reached>>) -> String {
    let known = reached.map_or(&[][..], Vec::as_slice);
    let way = if known.iter().any(|each| each.person.is_none()) || has_address(known) {
        return unit.name.clone();
    } else if known.iter().any(|each| !each.contact.phone.is_empty()) {
        page.t("campaign-reach-phone")
    } else {
        page.t("campaign-reach-none")
    };
    format!("{} ({way})", unit.name)
}

/// The units above, and for communes of today the districts of before.
struct Areas {
    of: BTreeMap<UnitId, BTreeSet<UnitId>>,
    /// Those that hold some of the units and not all.
    names: BTreeMap<UnitId, String>,
}

impl Areas {
    async fn of(db: &mut Conn, units: &[Unit]) -> Result<Self, Halt> {
        let mut former = former_areas(db).await?;
        let names = unit_names(db).await?;
        let mut of: BTreeMap<UnitId, BTreeSet<UnitId>> = BTreeMap::new();
        let mut held: BTreeMap<UnitId, usize> = BTreeMap::new();
        for unit in units {
            let mut areas = former.remove(&unit.id).unwrap_or_default();
            areas.extend(unit.parent);
            for area in &areas {
                *held.entry(*area).or_default() += 1;
            }
            of.insert(unit.id, areas);
        }
        let some = held.into_iter().filter(|(_, count)| *count < units.len());
        let named = some.filter_map(|(area, _)| Some((area, names.get(&area)?.clone())));
        let named = named.collect();
        Ok(Self { of, names: named })
    }

    fn holds(&self, unit: UnitId, area: UnitId) -> bool {
        self.of.get(&unit).is_some_and(|areas| areas.contains(&area))
    }
}
