//! Which units of a letter have not confirmed it, or not reported, and whether they were reminded.

use std::collections::BTreeMap;

use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{DocumentId, SendingId};
use hoithi_store::{Conn, StoreError};
use hoithi_units::{Unit, units_by_id};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::contacts::{Reached, contacts_on, has_address};
use crate::recall::is_asked;
use crate::store;

/// What a unit is reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// That it has not confirmed the letter.
    Confirmation,
    /// That it has not answered all of the letter's tasks.
    Tasks,
    /// That it has not reported.
    Report,
}

impl About {
    /// In the order in which a unit answers.
    pub const ALL: [Self; 3] = [Self::Confirmation, Self::Tasks, Self::Report];

    /// Stable name, in forms, in the store and in the journal.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confirmation => "confirmation",
            Self::Tasks => "tasks",
            Self::Report => "report",
        }
    }

    /// The one of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|about| about.code() == code)
    }
}

/// A unit that has not answered.
pub(crate) struct Silent {
    pub(crate) unit: Unit,
    pub(crate) sending: SendingId,
    pub(crate) contacts: Vec<Reached>,
    /// When it was last written.
    pub(crate) reminded_at: Option<Timestamp>,
}

impl Silent {
    /// Whether it can be written: somebody has an address, and nobody was written today.
    pub(crate) fn can_be_written(&self, today: Date) -> bool {
        has_address(&self.contacts) && !self.was_written(today)
    }

    pub(crate) fn was_written(&self, today: Date) -> bool {
        self.reminded_at.is_some_and(|at| day_in_vietnam(at) == today)
    }

    pub(crate) fn must_be_called(&self) -> bool {
        !has_address(&self.contacts)
    }
}

/// The units of a letter that have not answered, by name; none where it is asked no longer.
pub(crate) async fn silent(
    db: &mut Conn,
    letter: DocumentId,
    about: About,
    today: Date,
) -> Result<Vec<Silent>, StoreError> {
    if !is_asked(db, letter, today).await? {
        return Ok(Vec::new());
    }
    let written: BTreeMap<SendingId, Timestamp> = store::last_reminders(db, letter, about).await?;
    let (units, mut contacts) = (units_by_id(db).await?, contacts_on(db, today).await?);
    let mut silent = Vec::new();
    for (sending, of_unit) in store::unanswered(db, letter, about).await? {
        let Some(unit) = units.get(&of_unit).cloned() else { continue };
        let contacts = contacts.remove(&of_unit).unwrap_or_default();
        silent.push(Silent { unit, sending, contacts, reminded_at: written.get(&sending).copied() });
    }
    silent.sort_by_cached_key(|each| hoithi_web::dictionary_order(&each.unit.name));
    Ok(silent)
}
