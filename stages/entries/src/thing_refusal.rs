//! What stands in the way of models and samples that no rule speaks of.

use hoithi_rules::refusal::{Fact, Refusal};
use thiserror::Error;

/// Why a thing is not taken over, or not shown.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum ThingDoorRefusal {
    #[error("only with a dossier that was received and is in the contest")]
    NotInContest,
    #[error("nobody takes over a thing of their own entry")]
    OwnEntry,
    #[error("somebody changed it in another window")]
    ChangedMeanwhile,
    #[error("what judges read names {what}")]
    Names { field: &'static str, what: String },
    #[error("it is not kept here")]
    NotHere,
    #[error("it is not said whether somebody looked through its photographs")]
    PhotosUnseen,
}

impl Refusal for ThingDoorRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotInContest => "entries.thing_not_in_contest",
            Self::OwnEntry => "entries.thing_own_entry",
            Self::ChangedMeanwhile => "entries.thing_changed_meanwhile",
            Self::Names { .. } => "entries.thing_names",
            Self::NotHere => "entries.thing_not_here",
            Self::PhotosUnseen => "entries.thing_photos_unseen",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Names { field, .. } => *field,
            Self::PhotosUnseen => "photos_seen",
            Self::NotInContest | Self::OwnEntry | Self::ChangedMeanwhile | Self::NotHere => return None,
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Names { what, .. } => vec![("what", Fact::text(what))],
            _ => Vec::new(),
        }
    }
}
