//! What stands in the way of keeping a register.

use hoithi_rules::refusal::{Fact, Refusal};
use thiserror::Error;

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RegisterRefusal {
    /// The unit has one of that title.
    #[error("the unit's register has an initiative of this title")]
    There,
    /// Somebody else changed it.
    #[error("somebody changed this meanwhile")]
    ChangedMeanwhile,
    /// A dossier was begun from it.
    #[error("a dossier was begun from it, so it stays")]
    Entered,
    /// It stands in that contest already.
    #[error("a dossier of this edition was begun from it")]
    InThisEdition,
    /// No contest, or one that takes nothing.
    #[error("choose a contest that takes dossiers")]
    NoEdition,
    /// Nobody is asked for anything.
    #[error("choose for which units the target is")]
    NoUnits,
    /// The same title in an earlier row.
    #[error("the same title stands in row {row}")]
    Doubled {
        /// Which.
        row: i64,
    },
    /// Nothing in it.
    #[error("the file names no initiative")]
    Empty,
}

impl Refusal for RegisterRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::There => "initiatives.there",
            Self::ChangedMeanwhile => "initiatives.changed_meanwhile",
            Self::Entered => "initiatives.entered",
            Self::InThisEdition => "initiatives.in_this_edition",
            Self::NoEdition => "initiatives.no_edition",
            Self::NoUnits => "initiatives.no_units",
            Self::Doubled { .. } => "initiatives.doubled",
            Self::Empty => "initiatives.empty",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::There | Self::Doubled { .. } => "title",
            Self::InThisEdition | Self::NoEdition => "edition",
            Self::NoUnits => "levels",
            Self::Empty => "file",
            Self::ChangedMeanwhile | Self::Entered => return None,
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Doubled { row } => vec![("row", Fact::count(*row))],
            _ => Vec::new(),
        }
    }
}
