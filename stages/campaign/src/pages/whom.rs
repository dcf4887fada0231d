//! Whom a letter may go to: the units of a level, an area and a day, each with how it is reached.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_correspondence::Document;
use hoithi_journal::Halt;
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::{DocumentId, UnitId};
use hoithi_store::Conn;
use hoithi_units::{Unit, UnitLevel, above_on, former_areas, successors, unit_names, units_of_level, units_on};
use hoithi_web::{Form, Page};
use jiff::civil::Date;

use crate::contacts::{Reached, contacts_on, has_address};
use crate::store::{self, RecipientList};

/// What the page of sending offers.
pub(super) struct Offer {
    /// The units that do not have the letter yet, by the area that they lie in.
    pub(super) groups: Vec<Group>,
    /// The areas that they lie in, where there are several.
    pub(super) areas: Vec<(String, String)>,
    /// What they are called by law, where that differs.
    pub(super) kinds: Vec<(String, String)>,
    /// How many units have it already.
    pub(super) sent: usize,
    /// Units of the chosen list that do not stand on that day, each with who came after it.
    pub(super) gone: Vec<String>,
}

/// Units of one area, marked together.
pub(super) struct Group {
    /// By which a button names it.
    pub(super) key: String,
    pub(super) title: String,
    /// Each with its word.
    pub(super) units: Vec<(String, String)>,
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
        let Some(on) = parse_day(form.value("on")) else { return Ok(Self::nothing(have_it.len())) };
        let (standing, gone) = match list {
            Some(list) => of_list(db, page, list, on).await?,
            None => (units_of_level(db, level, on).await?, Vec::new()),
        };
        let kinds = kinds_of(&standing);
        let areas = Areas::of(db, &standing, on).await?;
        let area = form.value("area").parse::<UnitId>().ok().filter(|area| areas.names.contains_key(area));
        let kind = form.given("kind").filter(|kind| kinds.iter().any(|(known, _)| known == kind));
        let reached = contacts_on(db, on).await?;
        let offered: Vec<Unit> = standing
            .into_iter()
            .filter(|unit| !have_it.contains(&unit.id) && kind.is_none_or(|kind| unit.kind == kind))
            .filter(|unit| area.is_none_or(|area| areas.holds(unit.id, area)))
            .collect();
        let groups = areas.grouped(page, &offered, &reached);
        let named = areas.names.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
        Ok(Self { groups, areas: in_order(named), kinds, sent: have_it.len(), gone })
    }

    fn nothing(sent: usize) -> Self {
        Self { groups: Vec::new(), areas: Vec::new(), kinds: Vec::new(), sent, gone: Vec::new() }
    }
}

/// By their words, as in a dictionary.
fn in_order(mut named: Vec<(String, String)>) -> Vec<(String, String)> {
    named.sort_by_cached_key(|(_, name)| hoithi_web::dictionary_order(name));
    named
}

/// What the units are called by law; none where all are called the same.
fn kinds_of(units: &[Unit]) -> Vec<(String, String)> {
    let kinds: BTreeSet<&str> = units.iter().map(|unit| unit.kind.as_str()).filter(|kind| !kind.is_empty()).collect();
    if kinds.len() < 2 {
        return Vec::new();
    }
    in_order(kinds.into_iter().map(|kind| (kind.to_owned(), kind.to_owned())).collect())
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

/// The levels that words such as *các sở, ban, ngành* mean; none where they name a unit.
pub(super) fn levels_named(words: &str) -> Vec<UnitLevel> {
    let whom = hoithi_web::fold(words);
    if !whom.split_whitespace().any(|word| word == "cac") {
        return Vec::new();
    }
    let meant = LEVELS.iter().filter(|(_, words)| words.iter().any(|word| whom.contains(*word)));
    meant.map(|(level, _)| *level).collect()
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

/// The units above on that day, and for communes of today the districts of before.
struct Areas {
    of: BTreeMap<UnitId, BTreeSet<UnitId>>,
    above: BTreeMap<UnitId, UnitId>,
    /// Those that hold some of the units and not all.
    names: BTreeMap<UnitId, String>,
}

impl Areas {
    async fn of(db: &mut Conn, units: &[Unit], on: Date) -> Result<Self, Halt> {
        let mut former = former_areas(db).await?;
        let above = above_on(db, on).await?;
        let names = unit_names(db).await?;
        let mut of: BTreeMap<UnitId, BTreeSet<UnitId>> = BTreeMap::new();
        let mut held: BTreeMap<UnitId, usize> = BTreeMap::new();
        for unit in units {
            let mut areas = former.remove(&unit.id).unwrap_or_default();
            areas.extend(above.get(&unit.id));
            for area in &areas {
                *held.entry(*area).or_default() += 1;
            }
            of.insert(unit.id, areas);
        }
        let some = held.into_iter().filter(|(_, count)| *count < units.len());
        let named = some.filter_map(|(area, _)| Some((area, names.get(&area)?.clone())));
        let named = named.collect();
        Ok(Self { of, above, names: named })
    }

    fn holds(&self, unit: UnitId, area: UnitId) -> bool {
        self.of.get(&unit).is_some_and(|areas| areas.contains(&area))
    }

    /// The units by the one area that says most: a province where there are several, else the district of
    /// before. Nobody guesses for a unit that lies in two.
    fn grouped(&self, page: &Page, units: &[Unit], reached: &BTreeMap<UnitId, Vec<Reached>>) -> Vec<Group> {
        let mut held: BTreeMap<UnitId, usize> = BTreeMap::new();
        for area in units.iter().filter_map(|unit| self.of.get(&unit.id)).flatten() {
            *held.entry(*area).or_default() += 1;
        }
        let tells = |area: &UnitId| held.get(area).is_some_and(|count| *count < units.len());
        let lies = |unit: &Unit| match (self.above.get(&unit.id).copied().filter(tells), self.of.get(&unit.id)) {
            (Some(parent), _) => Lies::In(parent),
            (None, None) => Lies::Nowhere,
            (None, Some(areas)) => Lies::among(areas.iter().filter(|area| tells(area)).copied()),
        };
        let mut groups: BTreeMap<Lies, Vec<(String, String)>> = BTreeMap::new();
        for unit in units {
            let shown = (unit.id.to_string(), word(page, unit, reached.get(&unit.id)));
            groups.entry(lies(unit)).or_default().push(shown);
        }
        let mut groups: Vec<Group> = groups
            .into_iter()
            .map(|(lies, units)| Group { key: lies.key(), title: self.title(page, lies), units })
            .collect();
        let last = |key: &str| key == SEVERAL || key == NOWHERE;
        groups.sort_by_cached_key(|group| (last(&group.key), hoithi_web::dictionary_order(&group.title)));
        groups
    }

    fn title(&self, page: &Page, lies: Lies) -> String {
        match lies {
            Lies::In(area) => self.names.get(&area).cloned().unwrap_or_default(),
            Lies::Several => page.t("campaign-group-several"),
            Lies::Nowhere => page.t("campaign-group-rest"),
        }
    }
}

const SEVERAL: &str = "several";
const NOWHERE: &str = "none";

/// In which area a unit is shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Lies {
    In(UnitId),
    Several,
    Nowhere,
}

impl Lies {
    fn among(mut areas: impl Iterator<Item = UnitId>) -> Self {
        match (areas.next(), areas.next()) {
            (Some(only), None) => Self::In(only),
            (Some(_), Some(_)) => Self::Several,
            (None, _) => Self::Nowhere,
        }
    }

    fn key(self) -> String {
        match self {
            Self::In(area) => area.to_string(),
            Self::Several => SEVERAL.to_owned(),
            Self::Nowhere => NOWHERE.to_owned(),
        }
    }
}
