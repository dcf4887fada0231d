//! What a contest says of the registration form that is printed from the dossier, signed and stamped.

use std::num::NonZeroU16;

use super::{DossierPart, PartCode, Rules};

/// The registration form is printed here and comes back with signature and stamp.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StampRule {
    /// The part that its scan fills: a PDF that judges do not read.
    pub part: PartCode,
    /// So many working days after the last day of the intake, where it may follow the dossier.
    pub follows_within: Option<NonZeroU16>,
}

impl Rules {
    /// The part that the stamped form fills, where this contest has the form printed here.
    pub fn stamped_part(&self) -> Option<&DossierPart> {
        self.stamp.as_ref().and_then(|rule| self.dossier_part(rule.part.as_str()))
    }

    /// How many working days after the intake the stamped form may follow, where it may.
    pub fn stamp_follows(&self) -> Option<NonZeroU16> {
        self.stamp.as_ref().and_then(|rule| rule.follows_within)
    }
}
