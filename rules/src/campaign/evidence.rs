//! Whether a piece of publicity shows what it says: the officer looks and confirms, or returns it with words.

use jiff::Timestamp;
use thiserror::Error;

use crate::ids::AccountId;
use crate::refusal::{Fact, Refusal};
use crate::text::{length, one_line};

/// How a piece of publicity stands with the agency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Check {
    /// Nobody has looked at it, or it was corrected since.
    #[default]
    Waiting,
    /// It shows what it says.
    Confirmed {
        /// When.
        at: Timestamp,
        /// By whom.
        by: AccountId,
    },
    /// It does not; the unit corrects it.
    Returned {
        /// When.
        at: Timestamp,
        /// By whom.
        by: AccountId,
        /// What is wrong with it.
        reason: String,
    },
}

/// A reason longer than this is a letter.
const LONGEST_REASON: usize = 500;

impl Check {
    /// Every state's stable name.
    pub const CODES: [&str; 3] = ["waiting", "confirmed", "returned"];

    /// Stable name, in the store and the API.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Confirmed { .. } => "confirmed",
            Self::Returned { .. } => "returned",
        }
    }

    /// Whether it counts in the agency's figures and in a unit's points: only what was confirmed.
    pub const fn counts(&self) -> bool {
        matches!(self, Self::Confirmed { .. })
    }

    /// Whether the unit's own report is filled in with it: the unit answers for what it recorded,
    /// and what was returned is not said again.
    pub const fn may_be_reported(&self) -> bool {
        !matches!(self, Self::Returned { .. })
    }

    /// The officer looked and it is right; also what was returned before by mistake.
    pub fn confirm(&self, by: AccountId, at: Timestamp) -> Result<Self, CheckRefusal> {
        match self {
            Self::Confirmed { .. } => Err(CheckRefusal::AlreadyConfirmed),
            Self::Waiting | Self::Returned { .. } => Ok(Self::Confirmed { at, by }),
        }
    }

    /// The officer looked and it is not right; also what was confirmed and turns out wrong.
    pub fn give_back(&self, reason: &str, by: AccountId, at: Timestamp) -> Result<Self, CheckRefusal> {
        let reason = one_line(reason);
        match (self, length(&reason)) {
            (Self::Returned { .. }, _) => Err(CheckRefusal::AlreadyReturned),
            (_, 0) => Err(CheckRefusal::ReasonMissing),
            (_, length) if length > LONGEST_REASON => Err(CheckRefusal::ReasonTooLong { length, max: LONGEST_REASON }),
            _ => Ok(Self::Returned { at, by, reason }),
        }
    }

    /// The unit corrects it, and it waits to be looked at again.
    pub fn correct(&self) -> Result<Self, CheckRefusal> {
        match self {
            Self::Confirmed { .. } => Err(CheckRefusal::ConfirmedStays),
            Self::Waiting | Self::Returned { .. } => Ok(Self::Waiting),
        }
    }
}

/// Why a piece of publicity cannot be confirmed, returned or corrected.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CheckRefusal {
    /// Confirmed before.
    #[error("this piece is confirmed already")]
    AlreadyConfirmed,
    /// Returned before.
    #[error("this piece is returned already and waits for the unit")]
    AlreadyReturned,
    /// Without words the unit does not know what to put right.
    #[error("say what the unit is to put right")]
    ReasonMissing,
    /// Too many words.
    #[error("a reason of {length} letters is longer than {max}")]
    ReasonTooLong {
        /// Letters given.
        length: usize,
        /// Letters allowed.
        max: usize,
    },
    /// What was confirmed is not changed behind the officer.
    #[error("this piece was confirmed and is not changed any more")]
    ConfirmedStays,
}

impl Refusal for CheckRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyConfirmed => "campaign.publicity_confirmed_already",
            Self::AlreadyReturned => "campaign.publicity_returned_already",
            Self::ReasonMissing => "campaign.return_without_words",
            Self::ReasonTooLong { .. } => "campaign.return_too_long",
            Self::ConfirmedStays => "campaign.publicity_confirmed_stays",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::ReasonMissing | Self::ReasonTooLong { .. } => Some("reason".to_owned()),
            Self::AlreadyConfirmed | Self::AlreadyReturned | Self::ConfirmedStays => None,
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::ReasonTooLong { length, max } => {
                vec![("length", Fact::count(*length)), ("max", Fact::count(*max))]
            }
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn only_what_was_confirmed_last_counts(steps in proptest::collection::vec(0..3_u8, 0..12)) {
            let (by, at) = (AccountId::new(uuid::Uuid::nil()), Timestamp::UNIX_EPOCH);
            let mut check = Check::default();
            let mut confirmed = false;
            for step in steps {
                let next = match step {
                    0 => check.confirm(by, at),
                    1 => check.give_back("ảnh mờ", by, at),
                    _ => check.correct(),
                };
                if let Ok(next) = next {
                    confirmed = step == 0;
                    check = next;
                }
                prop_assert_eq!(check.counts(), confirmed);
            }
        }
    }

    #[test]
    fn a_return_has_words_and_what_was_confirmed_is_not_changed() {
        let (by, at) = (AccountId::new(uuid::Uuid::nil()), Timestamp::UNIX_EPOCH);
        assert_eq!(Check::Waiting.give_back(" \n ", by, at), Err(CheckRefusal::ReasonMissing));
        let confirmed = Check::Waiting.confirm(by, at).unwrap();
        assert_eq!(confirmed.correct(), Err(CheckRefusal::ConfirmedStays));
        let returned = confirmed.give_back("Liên kết không mở được.", by, at).unwrap();
        assert!(!returned.may_be_reported() && returned.correct() == Ok(Check::Waiting));
    }
}
