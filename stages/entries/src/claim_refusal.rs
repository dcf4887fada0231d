//! What stands in the way of an author who claims an entry.

use hoithi_rules::refusal::Refusal;
use thiserror::Error;

/// Why an entry does not become somebody's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(crate) enum ClaimRefusal {
    #[error("the entry has an owner already")]
    OwnedAlready,
    #[error("the author who speaks for all claims it")]
    NotRepresentative,
    /// No such receipt, or no author of the visitor's name on it; which, nobody is told.
    #[error("no entry of that receipt waits for an author of this name")]
    NothingToClaim,
}

impl Refusal for ClaimRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::OwnedAlready => "entries.claimed_already",
            Self::NotRepresentative => "entries.claim_not_representative",
            Self::NothingToClaim => "entries.nothing_to_claim",
        }
    }

    fn field(&self) -> Option<String> {
        matches!(self, Self::NothingToClaim).then(|| "code".to_owned())
    }
}
