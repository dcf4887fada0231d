//! How far an entry is, in one word, for lists and for the table's column.

use std::fmt;
use std::str::FromStr;

macro_rules! standings {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $tone:literal;)+) => {
        /// How far an entry is. The first three and the last are the law's own states; screening's verdict
        /// stands beside them, because the author's page and every list need it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Standing { $($(#[$doc])* $name,)+ }

        impl Standing {
            /// All, in the order of an entry's life.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Stable name.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The shape of its tag.
            pub const fn tone(self) -> &'static str {
                match self { $(Self::$name => $tone,)+ }
            }
        }
    };
}

standings! {
    /// Being written.
    Draft = "draft", "doing";
    /// Received, waiting for screening.
    Submitted = "submitted", "done";
    /// Back with its authors for completion.
    Returned = "returned", "warn";
    /// Screening let it pass; it will be judged.
    Admitted = "admitted", "done";
    /// Screening turned it away.
    Refused = "refused", "stop";
    /// Taken back by its authors.
    Withdrawn = "withdrawn", "neutral";
}

impl Standing {
    /// The shape of its tag for the staff: what is done for the author is still to do for them.
    pub const fn staff_tone(self) -> &'static str {
        match self {
            Self::Submitted => "todo",
            other => other.tone(),
        }
    }

    /// Whether somebody received it, whatever came of it.
    pub const fn was_received(self) -> bool {
        !matches!(self, Self::Draft)
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Not a standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no entry stands so")]
pub struct NoStanding;

impl FromStr for Standing {
    type Err = NoStanding;

    fn from_str(text: &str) -> Result<Self, NoStanding> {
        Self::ALL.iter().copied().find(|standing| standing.code() == text).ok_or(NoStanding)
    }
}
