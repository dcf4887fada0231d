//! Whether a role can be given to somebody: for what, when, and beside which other roles.

use jiff::civil::Date;
use thiserror::Error;

use super::{Grant, Role, Scope};
use crate::refusal::{Fact, Refusal};

/// Why a role cannot be given so.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SeatRefusal {
    /// The role is not held for that.
    #[error("{role} is not given for this place")]
    Reach {
        /// The role.
        role: Role,
    },
    /// The last day comes before the first.
    #[error("the last day comes before the first")]
    DaysReversed,
    /// The same person holds the same role there in some of these days.
    #[error("the role is held there already, from {from}")]
    Held {
        /// From when.
        from: Date,
    },
    /// The same person would both see names and have a hand in the marks.
    #[error("{role} cannot be held together with {held}, held from {from}: a conflict of interest")]
    Conflict {
        /// The role to be given.
        role: Role,
        /// The one in its way.
        held: Role,
        /// From when that is held.
        from: Date,
    },
}

impl Refusal for SeatRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Reach { .. } => "people.role_reach",
            Self::DaysReversed => "people.days_reversed",
            Self::Held { .. } => "people.role_held",
            Self::Conflict { .. } => "people.role_conflict",
        }
    }

    fn field(&self) -> Option<String> {
        let field = if matches!(self, Self::DaysReversed) { "to" } else { "role" };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Reach { role } => vec![("role", Fact::text(role))],
            Self::DaysReversed => Vec::new(),
            Self::Held { from } => vec![("from", Fact::Day(*from))],
            Self::Conflict { role, held, from } => {
                vec![("role", Fact::text(role)), ("held", Fact::text(held)), ("from", Fact::Day(*from))]
            }
        }
    }
}

/// Whether nobody may hold both in one edition at one time.
///
/// The contest's secretary takes in and screens the dossiers with their authors' names; the jury
/// marks without them. Whoever did both would mark what they know the author of, which the rules'
/// articles on judging and on conflicts of interest forbid.
pub fn incompatible(one: Role, other: Role) -> bool {
    let jury = |role| matches!(role, Role::Judge | Role::JuryChair | Role::JurySecretary);
    let reads_names = |role| role == Role::ContestSecretary;
    (jury(one) && reads_names(other)) || (jury(other) && reads_names(one))
}

/// Whether this can be given to somebody who holds these, ended ones included.
pub fn admit_grant(new: &Grant, held: &[Grant]) -> Result<(), SeatRefusal> {
    if !new.role.is_held_for(new.scope) {
        return Err(SeatRefusal::Reach { role: new.role });
    }
    if new.to.is_some_and(|last| last < new.from) {
        return Err(SeatRefusal::DaysReversed);
    }
    let beside = || held.iter().filter(|grant| grant.meets(new));
    if let Some(same) = beside().find(|grant| grant.role == new.role) {
        return Err(SeatRefusal::Held { from: same.from });
    }
    match beside().find(|grant| incompatible(grant.role, new.role)) {
        Some(other) => Err(SeatRefusal::Conflict { role: new.role, held: other.role, from: other.from }),
        None => Ok(()),
    }
}

impl Role {
    /// Whether the role can be given for that. A unit's own contest has a leader, officers and a
    /// watch of its own: these may be given for one edition alone, never for more than they reach.
    pub const fn is_held_for(self, scope: Scope) -> bool {
        match scope {
            Scope::Whole => matches!(self.reach(), super::Reach::House) && !matches!(self, Self::Public),
            Scope::Edition(_) => matches!(self.reach(), super::Reach::Edition) || self.may_serve_one_edition(),
            Scope::Unit(_) => matches!(self.reach(), super::Reach::Unit),
        }
    }

    /// Whether a role for the whole house can be narrowed to one edition.
    pub const fn may_serve_one_edition(self) -> bool {
        matches!(self, Self::AgencyHead | Self::AgencyOfficer | Self::Auditor)
    }
}

impl Grant {
    /// Whether both hold for some place on some day.
    fn meets(&self, other: &Self) -> bool {
        let whole = self.scope == Scope::Whole || other.scope == Scope::Whole;
        let place = whole || self.scope == other.scope;
        let starts_in_time = |one: &Self, two: &Self| two.to.is_none_or(|last| one.from <= last);
        place && starts_in_time(self, other) && starts_in_time(other, self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{EditionId, UnitId};
    use jiff::civil::date;
    use uuid::Uuid;

    fn edition(number: u128) -> Scope {
        Scope::Edition(EditionId::new(Uuid::from_u128(number)))
    }

    fn grant(role: Role, scope: Scope, from: Date, to: Option<Date>) -> Grant {
        Grant { role, scope, from, to, deputy: false }
    }

    const MAY: Date = date(2021, 5, 1);
    const JUNE: Date = date(2021, 6, 1);
    const JULY: Date = date(2021, 7, 1);

    #[test]
    fn a_role_is_given_for_what_it_reaches() {
        let unit = Scope::Unit(UnitId::new(Uuid::from_u128(9)));
        let given = |role, scope| admit_grant(&grant(role, scope, JUNE, None), &[]).is_ok();
        assert!(given(Role::Judge, edition(1)) && given(Role::UnitContact, unit) && given(Role::Author, Scope::Whole));
        assert!(given(Role::AgencyHead, edition(1)), "a unit's own contest has its own leader");
        for (role, scope) in [
            (Role::Judge, Scope::Whole),
            (Role::Judge, unit),
            (Role::UnitContact, Scope::Whole),
            (Role::UnitContact, edition(1)),
            (Role::SystemAdministrator, edition(1)),
            (Role::AgencyHead, unit),
            (Role::Public, Scope::Whole),
        ] {
            assert!(!given(role, scope), "{role} for {scope:?}");
        }
    }

    #[test]
    fn the_same_role_is_not_given_twice_for_the_same_days() {
        let held = [grant(Role::Judge, edition(1), MAY, Some(JUNE))];
        let again = |from, to| admit_grant(&grant(Role::Judge, edition(1), from, to), &held);
        assert_eq!(again(JUNE, None), Err(SeatRefusal::Held { from: MAY }), "both days are included");
        assert_eq!(again(date(2021, 4, 1), Some(MAY)), Err(SeatRefusal::Held { from: MAY }));
        assert_eq!(again(date(2021, 6, 2), None), Ok(()));
        assert_eq!(again(date(2021, 4, 1), Some(date(2021, 4, 30))), Ok(()));
        assert_eq!(admit_grant(&grant(Role::Judge, edition(2), JUNE, None), &held), Ok(()), "another edition");
    }

    #[test]
    fn a_last_day_does_not_come_first() {
        let grant = grant(Role::Author, Scope::Whole, JULY, Some(JUNE));
        assert_eq!(admit_grant(&grant, &[]), Err(SeatRefusal::DaysReversed));
    }

    #[test]
    fn nobody_sees_the_names_and_sits_in_the_jury() {
        for jury in [Role::Judge, Role::JuryChair, Role::JurySecretary] {
            for (role, other) in [(jury, Role::ContestSecretary), (Role::ContestSecretary, jury)] {
                let held = [grant(other, edition(1), MAY, Some(JUNE))];
                let conflict = SeatRefusal::Conflict { role, held: other, from: MAY };
                assert_eq!(admit_grant(&grant(role, edition(1), JUNE, None), &held), Err(conflict));
                assert_eq!(admit_grant(&grant(role, edition(2), JUNE, None), &held), Ok(()), "another edition");
                assert_eq!(admit_grant(&grant(role, edition(1), JULY, None), &held), Ok(()), "one after the other");
            }
        }
    }

    #[test]
    fn incompatible_goes_both_ways_and_never_with_itself() {
        for one in Role::ALL {
            assert!(!incompatible(*one, *one));
            for other in Role::ALL {
                assert_eq!(incompatible(*one, *other), incompatible(*other, *one), "{one} {other}");
            }
        }
        assert!(!incompatible(Role::Judge, Role::JuryChair), "a chair may mark");
    }
}
