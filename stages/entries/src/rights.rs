//! Who may read an entry and who may write it. One answer for pages, API and operations.

use std::collections::BTreeSet;

use hoithi_journal::{Act, Halt};
use hoithi_people::{Viewer, grants_of};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, UnitId};
use hoithi_rules::people::{Grant, Permission, Place, Scope, authorize};
use jiff::civil::Date;

use crate::kept::KeptEntry;

/// Somebody with their grants of today.
pub(crate) struct Person {
    pub(crate) account: Option<AccountId>,
    grants: Vec<Grant>,
    today: Date,
}

impl Person {
    pub(crate) fn of(viewer: &Viewer) -> Self {
        let account = viewer.account.as_ref().map(|account| account.id);
        Self { account, grants: viewer.grants.clone(), today: viewer.today }
    }

    pub(crate) async fn acting(act: &mut Act) -> Result<Self, Halt> {
        let grants = grants_of(act).await?;
        let account = act.actor().account.map(AccountId::new);
        Ok(Self { account, grants, today: day_in_vietnam(act.now()) })
    }

    pub(crate) fn may(&self, permission: Permission, place: Place) -> bool {
        authorize(&self.grants, permission, place, self.today, None).is_ok()
    }

    /// Whether they may do that for the edition's organisers, or for this unit in it.
    fn may_for(&self, permission: Permission, place: Place, unit: Option<UnitId>) -> bool {
        let unit_s = |unit| Place { unit: Some(unit), edition: place.edition };
        self.may(permission, place) || unit.is_some_and(|unit| self.may(permission, unit_s(unit)))
    }

    /// Whether they read all of an edition's entries.
    pub(crate) fn reads_all(&self, place: Place) -> bool {
        // Whoever runs a unit's own contest reads its entries by the unit's right.
        self.may(Permission::EntryViewAll, place)
            || (place.unit.is_some() && self.may(Permission::EntryViewUnit, place))
    }

    /// The units whose entries they read, where they answer for some: after a merger often several.
    pub(crate) fn units_read(&self) -> Vec<UnitId> {
        self.units_with(Permission::EntryViewUnit).into_iter().collect()
    }

    /// The units for which that deed is open to them.
    pub(crate) fn units_with(&self, deed: Permission) -> BTreeSet<UnitId> {
        let units = self.grants.iter().filter_map(|grant| match grant.scope {
            Scope::Unit(unit) if grant.allows(deed, Place::unit(unit), self.today) => Some(unit),
            _ => None,
        });
        units.collect()
    }

    /// Whether they may order and confirm this unit's entries.
    pub(crate) fn may_endorse(&self, place: Place, unit: UnitId) -> bool {
        self.may_for(Permission::EntryEndorse, place, Some(unit))
    }

    /// Whether they read this one. What its author never submitted is nobody else's.
    pub(crate) fn may_read(&self, kept: &KeptEntry, place: Place) -> bool {
        let own = self.account.is_some_and(|account| kept.is_of(account)) && self.may(Permission::EntryViewOwn, place);
        let open = kept.receipt().is_some() || kept.was_entered_for_its_authors();
        let organiser = self.reads_all(place) || self.may_for(Permission::EntryViewUnit, place, kept.entry.unit);
        own || (open && organiser) || self.may_write(kept, place)
    }

    /// Whether the dossier is theirs to write: their own, or one written on the authors' behalf.
    pub(crate) fn may_write(&self, kept: &KeptEntry, place: Place) -> bool {
        self.may_as_its_writer(Permission::EntryEdit, kept, place)
    }

    /// Whether that deed is open to them with a dossier that is theirs to write.
    pub(crate) fn may_as_its_writer(&self, deed: Permission, kept: &KeptEntry, place: Place) -> bool {
        match kept.owner {
            Some(owner) if self.account == Some(owner) => self.may(deed, place),
            // Whoever entered it goes on helping after its author claimed it; taking it back is the author's.
            Some(_) => {
                let helps = kept.recorder.is_some() && deed != Permission::EntryWithdraw;
                helps && self.may_for(Permission::EntryOnBehalf, place, kept.entry.unit)
            }
            None => self.may_for(Permission::EntryOnBehalf, place, kept.entry.unit),
        }
    }

    /// Whether they print slips for a person of that unit: the organisers for anybody, those of a unit's own contest
    /// and a unit's contact for the unit's people.
    pub(crate) fn may_print_slips(&self, place: Place, unit: Option<UnitId>) -> bool {
        let within = place.unit.is_none_or(|own| unit == Some(own));
        (within && self.may(Permission::EntryOnBehalf, place))
            || unit.is_some_and(|unit| self.may(Permission::EntryOnBehalf, Place::unit(unit)))
    }

    /// Whether they may open, by an act that says why, what is kept secret in a contest. In a unit's own contest that
    /// is its organiser and its secretary alone: nobody of the office above it.
    pub(crate) fn may_open_secrets(&self, place: Place) -> bool {
        if place.unit.is_none() {
            return self.may(Permission::EntryOnBehalf, place);
        }
        let deeds = [Permission::LocalContestHold, Permission::ScreeningDecide];
        let opens = |grant: &Grant| deeds.iter().any(|deed| grant.allows(*deed, place, self.today));
        self.grants.iter().any(|grant| grant.scope != Scope::Whole && opens(grant))
    }

    /// Whether they may begin one for somebody of that unit.
    pub(crate) fn may_begin_for(&self, place: Place, unit: Option<UnitId>) -> bool {
        self.may_for(Permission::EntryOnBehalf, place, unit)
    }
}
