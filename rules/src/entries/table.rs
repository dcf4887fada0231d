//! A dossier on paper counts from when it lay on the table, not from when somebody typed it.

use jiff::Timestamp;
use thiserror::Error;

use crate::day::day_in_vietnam;
use crate::refusal::{Fact, Refusal};
use crate::text::paragraphs;

/// So many days after it lay there it may still be entered by the earlier hour.
pub const MOST_DAYS_ON_THE_TABLE: i32 = 5;

/// When a dossier lay on the table, told afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnTheTable {
    /// When.
    pub at: Timestamp,
    /// Why it was not entered then.
    pub because: String,
}

impl OnTheTable {
    /// What the clerk says of it; everything that is wrong with it at once.
    pub fn told(at: Timestamp, because: &str, now: Timestamp) -> Result<Self, Vec<TableRefusal>> {
        let because = paragraphs(because);
        let waited = day_in_vietnam(at).until(day_in_vietnam(now)).map_or(i32::MAX, |span| span.get_days());
        let most = MOST_DAYS_ON_THE_TABLE;
        let problems: Vec<TableRefusal> = [
            (at > now).then_some(TableRefusal::Ahead { at }),
            (waited > most).then_some(TableRefusal::TooLongAgo { most }),
            because.is_empty().then_some(TableRefusal::BecauseMissing),
        ]
        .into_iter()
        .flatten()
        .collect();
        if problems.is_empty() { Ok(Self { at, because }) } else { Err(problems) }
    }
}

/// Why the earlier hour does not count.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TableRefusal {
    /// It has not come.
    #[error("{at} has not come yet")]
    Ahead {
        /// The hour that was told.
        at: Timestamp,
    },
    /// Nobody vouches for what lay there so long.
    #[error("it lay there more than {most} days ago")]
    TooLongAgo {
        /// The bound.
        most: i32,
    },
    /// Nobody says why.
    #[error("why it was not entered then is not said")]
    BecauseMissing,
}

impl Refusal for TableRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Ahead { .. } => "entries.table_ahead",
            Self::TooLongAgo { .. } => "entries.table_too_long_ago",
            Self::BecauseMissing => "entries.table_because_missing",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Ahead { .. } | Self::TooLongAgo { .. } => "table_day",
            Self::BecauseMissing => "table_because",
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Ahead { at } => vec![("at", Fact::Instant(*at))],
            Self::TooLongAgo { most } => vec![("most", Fact::Count(i64::from(*most)))],
            Self::BecauseMissing => vec![],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(at: &str, because: &str) -> Vec<&'static str> {
        let now = "2021-06-30T17:05:00+07:00".parse().unwrap();
        let told = OnTheTable::told(at.parse().unwrap(), because, now);
        told.err().unwrap_or_default().iter().map(Refusal::code).collect()
    }

    #[test]
    fn an_hour_counts_with_its_reason_and_for_some_days() {
        assert_eq!(codes("2021-06-30T16:00:00+07:00", "Bốn mươi phong bì đến cùng lúc."), [""; 0]);
        assert_eq!(codes("2021-06-25T07:00:00+07:00", "Mất điện."), [""; 0]);
        assert_eq!(codes("2021-06-24T23:00:00+07:00", "Mất điện."), ["entries.table_too_long_ago"]);
        assert_eq!(codes("2021-06-30T17:06:00+07:00", " "), ["entries.table_ahead", "entries.table_because_missing"]);
    }
}
