//! The names of the places that a role is given for.
//!
//! A grant names a unit or an edition by its id alone: units and editions are rooms that stand on
//! this one, so this one cannot look them up. Whoever puts the house together knows them all and
//! hands their names in, as it hands the campaign the entries' figures; the law of grants needs no
//! name, only the administrator's page does.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use hoithi_journal::Halt;
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_rules::people::Scope;
use hoithi_store::Conn;
use hoithi_web::Page;
use jiff::civil::Date;

/// What a role can be given for, by name.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Every edition with its title, in the order in which it is offered.
    pub editions: Vec<(EditionId, String)>,
    /// The units that stand today with their names, in groups, each under its word.
    pub units: Vec<(String, Vec<(UnitId, String)>)>,
    /// Every unit that ever stood: a role may outlive its unit's name.
    pub unit_names: BTreeMap<UnitId, String>,
}

impl Places {
    /// The scope in words.
    pub(crate) fn name(&self, page: &Page, scope: Scope) -> String {
        match scope {
            Scope::Whole => page.t("people-scope-whole"),
            Scope::Unit(unit) => self.unit_names.get(&unit).cloned().unwrap_or_else(|| page.t("people-scope-gone")),
            Scope::Edition(edition) => {
                let named = self.editions.iter().find(|(id, _)| *id == edition);
                named.map_or_else(|| page.t("people-scope-gone"), |(_, title)| title.clone())
            }
        }
    }

    /// The units of today as a form offers them.
    pub(crate) fn unit_options(&self) -> Vec<(String, Vec<(String, String)>)> {
        let options =
            |units: &[(UnitId, String)]| units.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
        self.units.iter().map(|(word, units)| (word.clone(), options(units))).collect()
    }

    /// The edition of that id, if it is one.
    pub(crate) fn edition(&self, id: &str) -> Option<EditionId> {
        self.editions.iter().map(|(id, _)| *id).find(|known| known.to_string() == id)
    }

    /// The unit of that id, if it stands today.
    pub(crate) fn unit(&self, id: &str) -> Option<UnitId> {
        self.units.iter().flat_map(|(_, units)| units).map(|(id, _)| *id).find(|known| known.to_string() == id)
    }
}

/// An answer that takes queries.
pub type PlacesFuture<'a> = Pin<Box<dyn Future<Output = Result<Places, Halt>> + Send + 'a>>;

/// Who knows the units and editions, which are later rooms; the binary hands it in.
pub trait KnownPlaces: Send + Sync {
    /// Their names, as of today.
    fn places<'a>(&'a self, db: &'a mut Conn, page: &'a Page, today: Date) -> PlacesFuture<'a>;
}
