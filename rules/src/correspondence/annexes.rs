//! How many annexes a document has room for: as many as the register's form, by whatever way they come.

use thiserror::Error;

use crate::refusal::{Fact, Refusal};

/// The most annexes of one document.
pub const MOST_ANNEXES: usize = 8;

/// More annexes than a document has room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a document has at most {most} annexes; these are {count}", most = MOST_ANNEXES)]
pub struct TooManyAnnexes {
    /// How many came.
    pub count: usize,
}

impl Refusal for TooManyAnnexes {
    fn code(&self) -> &'static str {
        "correspondence.too_many_annexes"
    }

    fn field(&self) -> Option<String> {
        Some("annex".to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("most", Fact::count(MOST_ANNEXES)), ("count", Fact::count(self.count))]
    }
}

/// Whether a document has room for so many.
pub fn room_for_annexes(count: usize) -> Result<(), TooManyAnnexes> {
    if count > MOST_ANNEXES { Err(TooManyAnnexes { count }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_annexes_fit_and_the_ninth_does_not() {
        assert_eq!(room_for_annexes(0), Ok(()));
        assert_eq!(room_for_annexes(8), Ok(()));
        assert_eq!(room_for_annexes(9), Err(TooManyAnnexes { count: 9 }));
    }
}
