//! A role given to an account, for a place, with dates.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Permission, Role};
use crate::ids::{EditionId, UnitId};

/// What a grant covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scope {
    /// The whole house.
    Whole,
    /// Everything of one unit.
    Unit(UnitId),
    /// Everything of one edition.
    Edition(EditionId),
}

/// Where an act takes place; a grant covers it or not.
///
/// Name the unit only when the act belongs to that unit (its letter, its report, its dossiers);
/// an act of the organisers on a unit's entry belongs to the edition alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The unit whose matter it is.
    pub unit: Option<UnitId>,
    /// The edition whose matter it is.
    pub edition: Option<EditionId>,
}

impl Place {
    /// A matter of no unit and no edition: only a grant for the whole house covers it.
    pub const HOUSE: Self = Self { unit: None, edition: None };

    /// A matter of the edition's organisers.
    pub const fn edition(edition: EditionId) -> Self {
        Self { unit: None, edition: Some(edition) }
    }

    /// A unit's own matter.
    pub const fn unit(unit: UnitId) -> Self {
        Self { unit: Some(unit), edition: None }
    }

    /// A unit's own matter in an edition.
    pub const fn unit_in(unit: UnitId, edition: EditionId) -> Self {
        Self { unit: Some(unit), edition: Some(edition) }
    }
}

impl Scope {
    /// Whether the place lies within.
    pub fn covers(self, place: Place) -> bool {
        match self {
            Self::Whole => true,
            Self::Unit(unit) => place.unit == Some(unit),
            Self::Edition(edition) => place.edition == Some(edition),
        }
    }
}

/// A role held for a scope between two days, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// What it covers.
    pub scope: Scope,
    /// The first day.
    pub from: Date,
    /// The last day; none while nobody ended it.
    pub to: Option<Date>,
    /// Whether it stands in for the holder of the role; the journal and the minutes say so.
    pub deputy: bool,
}

impl Grant {
    /// Whether it holds on that day.
    pub fn active_on(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|last| day <= last)
    }

    /// Whether it lets its holder do that there on that day.
    pub fn allows(&self, permission: Permission, place: Place, day: Date) -> bool {
        self.active_on(day) && self.scope.covers(place) && self.role.may(permission)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    fn contact_of(unit: UnitId) -> Grant {
        let (from, to) = (date(2020, 8, 1), Some(date(2021, 12, 31)));
        Grant { role: Role::UnitContact, scope: Scope::Unit(unit), from, to, deputy: false }
    }

    #[test]
    fn a_grant_holds_on_its_first_and_last_day_and_not_beyond() {
        let grant = contact_of(UnitId::new(Uuid::from_u128(1)));
        let holds = |year, month, day| grant.active_on(date(year, month, day));
        assert!(holds(2020, 8, 1) && holds(2021, 12, 31));
        assert!(!holds(2020, 7, 31) && !holds(2022, 1, 1));
    }

    #[test]
    fn a_contact_acts_for_the_own_unit_only() {
        let (own, other) = (UnitId::new(Uuid::from_u128(1)), UnitId::new(Uuid::from_u128(2)));
        let edition = EditionId::new(Uuid::from_u128(3));
        let may = |place| contact_of(own).allows(Permission::ReportSubmit, place, date(2021, 1, 1));
        assert!(may(Place::unit(own)) && may(Place::unit_in(own, edition)));
        assert!(!may(Place::unit(other)) && !may(Place::edition(edition)) && !may(Place::HOUSE));
    }
}
