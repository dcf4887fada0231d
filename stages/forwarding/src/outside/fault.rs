//! What stands in the way of recording a contest that was held outside.

use hoithi_rules::refusal::{Fact, Refusal};
use jiff::civil::Date;
use thiserror::Error;

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum OutsideFault {
    #[error("the contest has no name")]
    TitleMissing,
    #[error("the decision bears {date}, which has not come yet")]
    FromFuture { date: Date },
    #[error("this decision of the unit is recorded already")]
    Known,
    #[error("this is no unit of the register")]
    UnitUnknown,
    #[error("the contest above has no category {words}")]
    CategoryUnknown { words: String },
    #[error("the entry names no author")]
    AuthorsMissing,
    #[error("the same title stands in row {row}")]
    Doubled { row: i64 },
    #[error("the entry went up already and does not change any more")]
    SentAlready,
    #[error("the list names no entry")]
    Empty,
    #[error("somebody changed this meanwhile")]
    ChangedMeanwhile,
}

impl Refusal for OutsideFault {
    fn code(&self) -> &'static str {
        match self {
            Self::TitleMissing => "forwarding.outside_title_missing",
            Self::FromFuture { .. } => "forwarding.outside_from_future",
            Self::Known => "forwarding.outside_known",
            Self::UnitUnknown => "forwarding.outside_unit_unknown",
            Self::CategoryUnknown { .. } => "forwarding.outside_category_unknown",
            Self::AuthorsMissing => "forwarding.outside_authors_missing",
            Self::Doubled { .. } => "forwarding.outside_doubled",
            Self::SentAlready => "forwarding.outside_sent_already",
            Self::Empty => "forwarding.outside_empty",
            Self::ChangedMeanwhile => "forwarding.outside_changed_meanwhile",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::TitleMissing => "title",
            Self::FromFuture { .. } => "decided_on",
            Self::Known => "decision",
            Self::UnitUnknown => "unit",
            Self::Empty => "lines",
            _ => return None,
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::FromFuture { date } => vec![("date", Fact::Day(*date))],
            Self::CategoryUnknown { words } => vec![("words", Fact::text(words))],
            Self::Doubled { row } => vec![("row", Fact::count(*row))],
            _ => Vec::new(),
        }
    }
}
