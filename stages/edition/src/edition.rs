//! An edition and where it stands.

use std::sync::Arc;

use hoithi_rules::edition::{RuleBook, Slug};
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_rules::people::Place;
use hoithi_rules::refusal::{Fact, Refusal};
use jiff::Timestamp;
use jiff::civil::Date;

/// One run of a contest with the book that counts now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its id.
    pub id: EditionId,
    /// Names it in addresses.
    pub slug: Slug,
    /// Whose own contest it is; none for the contest of the nation or a province.
    pub unit: Option<UnitId>,
    /// The edition above; set where `unit` is.
    pub parent: Option<EditionId>,
    /// Where it stands.
    pub state: EditionState,
    /// The version of the book that counts; grows with every book, so it also tells two browsers
    /// apart.
    pub version: i64,
    /// The book that counts.
    pub book: Arc<RuleBook>,
}

impl Edition {
    /// Where its acts take place. A unit's own contest is that unit's matter.
    pub fn place(&self) -> Place {
        Place { unit: self.unit, edition: Some(self.id) }
    }

    /// Its full name.
    pub fn title(&self) -> String {
        self.book.title()
    }

    /// The day of its launch in the contest's zone.
    pub fn launched_on(&self) -> Option<Date> {
        self.state.launched_at().map(|at| self.book.calendar().day_of(at))
    }

    /// Whether the public may know of it.
    pub fn is_public(&self) -> bool {
        self.state != EditionState::Preparing
    }

    /// Whether it is a unit's own contest.
    pub fn is_local(&self) -> bool {
        self.unit.is_some()
    }
}

/// Where an edition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditionState {
    /// Its book may still be corrected.
    Preparing,
    /// It runs.
    Launched {
        /// Since when.
        at: Timestamp,
    },
    /// Its result is public.
    Announced {
        /// When it was launched.
        launched_at: Timestamp,
        /// Since when the result is public.
        at: Timestamp,
    },
}

impl EditionState {
    /// Stable, in the store and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::Launched { .. } => "launched",
            Self::Announced { .. } => "announced",
        }
    }

    /// The tone of its word on a page.
    pub(crate) const fn tone(self) -> &'static str {
        match self {
            Self::Preparing => "todo",
            Self::Launched { .. } => "doing",
            Self::Announced { .. } => "done",
        }
    }

    /// When it was launched, if it was.
    pub const fn launched_at(self) -> Option<Timestamp> {
        match self {
            Self::Preparing => None,
            Self::Launched { at } => Some(at),
            Self::Announced { launched_at, .. } => Some(launched_at),
        }
    }

    /// When the result was announced, if it was.
    pub const fn announced_at(self) -> Option<Timestamp> {
        match self {
            Self::Announced { at, .. } => Some(at),
            Self::Preparing | Self::Launched { .. } => None,
        }
    }

    /// *Phát động*. The rules must be in force on that day.
    pub(crate) fn launch(self, rules_in_force: Date, today: Date, at: Timestamp) -> Result<Self, StateRefusal> {
        match self {
            Self::Preparing if rules_in_force > today => Err(StateRefusal::RulesNotInForce { day: rules_in_force }),
            Self::Preparing => Ok(Self::Launched { at }),
            Self::Launched { at } | Self::Announced { launched_at: at, .. } => {
                Err(StateRefusal::AlreadyLaunched { at })
            }
        }
    }

    /// The result is public.
    pub(crate) fn announce(self, at: Timestamp) -> Result<Self, StateRefusal> {
        match self {
            Self::Preparing => Err(StateRefusal::NotLaunched),
            Self::Launched { at: launched_at } => Ok(Self::Announced { launched_at, at }),
            Self::Announced { at, .. } => Err(StateRefusal::AlreadyAnnounced { at }),
        }
    }

    /// Goes on only while the book may be corrected without a decision.
    pub(crate) fn still_preparing(self) -> Result<(), StateRefusal> {
        self.launched_at().map_or(Ok(()), |at| Err(StateRefusal::AlreadyLaunched { at }))
    }

    /// Goes on only where an amendment is the way to change the book: even after the result, a
    /// ceremony may be moved to another day.
    pub(crate) fn has_launched(self) -> Result<(), StateRefusal> {
        self.launched_at().map(|_| ()).ok_or(StateRefusal::NotLaunched)
    }
}

/// Why an edition cannot take this step now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StateRefusal {
    /// The rules are not in force yet.
    #[error("the rules come into force on {day}")]
    RulesNotInForce {
        /// When they do.
        day: Date,
    },
    /// It has launched: its book changes by amendment only.
    #[error("the edition was launched at {at}")]
    AlreadyLaunched {
        /// When.
        at: Timestamp,
    },
    /// It has not launched.
    #[error("the edition has not been launched")]
    NotLaunched,
    /// Its result is public.
    #[error("the result was announced at {at}")]
    AlreadyAnnounced {
        /// When.
        at: Timestamp,
    },
}

impl Refusal for StateRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::RulesNotInForce { .. } => "edition.rules_not_in_force",
            Self::AlreadyLaunched { .. } => "edition.already_launched",
            Self::NotLaunched => "edition.not_launched",
            Self::AlreadyAnnounced { .. } => "edition.already_announced",
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match *self {
            Self::RulesNotInForce { day } => vec![("day", Fact::Day(day))],
            Self::AlreadyLaunched { at } | Self::AlreadyAnnounced { at } => vec![("at", Fact::Instant(at))],
            Self::NotLaunched => Vec::new(),
        }
    }
}
