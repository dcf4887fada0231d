//! Units that helped with an entry which another unit sends.
//!
//! An entry is counted once, with its sending unit; with those that helped it is shown and not counted.

use std::collections::BTreeSet;

use thiserror::Error;

use crate::ids::UnitId;
use crate::refusal::{Fact, Refusal};

/// More than these are a list of everybody.
const MOST: usize = 12;

/// Why units cannot be named so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AssistRefusal {
    /// Who sends an entry does not help with it besides.
    #[error("the unit that sends the entry is named as one that helped")]
    SendsItself,
    /// Too many.
    #[error("at most {most} units can be named")]
    TooMany {
        /// How many may be.
        most: usize,
    },
}

impl Refusal for AssistRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::SendsItself => "entries.assists_itself",
            Self::TooMany { .. } => "entries.assisting_too_many",
        }
    }

    fn field(&self) -> Option<String> {
        Some("assisting_1".into())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::SendsItself => Vec::new(),
            Self::TooMany { most } => vec![("most", Fact::count(*most))],
        }
    }
}

/// The units that helped, each once, none of them the sender.
pub fn assisting(
    sender: Option<UnitId>,
    named: impl IntoIterator<Item = UnitId>,
) -> Result<BTreeSet<UnitId>, AssistRefusal> {
    let named: BTreeSet<_> = named.into_iter().collect();
    if sender.is_some_and(|sender| named.contains(&sender)) {
        return Err(AssistRefusal::SendsItself);
    }
    if named.len() > MOST {
        return Err(AssistRefusal::TooMany { most: MOST });
    }
    Ok(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn unit(id: u128) -> UnitId {
        UnitId::new(Uuid::from_u128(id))
    }

    proptest! {
        #[test]
        fn nobody_is_counted_twice(sender in proptest::option::of(0_u128..8), named in proptest::collection::vec(0_u128..20, 0..24)) {
            let sender = sender.map(unit);
            match assisting(sender, named.iter().copied().map(unit)) {
                Ok(units) => {
                    prop_assert!(units.len() <= MOST && sender.is_none_or(|sender| !units.contains(&sender)));
                    prop_assert!(named.iter().all(|&id| units.contains(&unit(id))));
                }
                Err(AssistRefusal::SendsItself) => prop_assert!(named.iter().any(|&id| Some(unit(id)) == sender)),
                Err(AssistRefusal::TooMany { .. }) => prop_assert!(named.len() > MOST),
            }
        }
    }
}
