//! Why something cannot stand in the directory.

use hoithi_rules::refusal::{Fact, Refusal};
use jiff::civil::Date;
use thiserror::Error;

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ContactFault {
    /// No person's name.
    #[error("this is no person's name")]
    Name,
    /// More than fits.
    #[error("{field} has more than 200 letters")]
    TooLong {
        /// Where.
        field: &'static str,
    },
    /// No telephone number.
    #[error("this is no telephone number")]
    Phone,
    /// No mail address.
    #[error("this is no mail address")]
    Email,
    /// No number of a Zalo account.
    #[error("this is no Zalo number")]
    Zalo,
    /// Nothing by which anybody could be reached.
    #[error("give a telephone, a mail address, a Zalo number or a postal address")]
    NoWay,
    /// Not a day.
    #[error("this is no day")]
    Day {
        /// Where.
        field: &'static str,
    },
    /// The last day lies before the first.
    #[error("the last day lies before the first")]
    EndsBefore,
    /// Nobody knows where it is from.
    #[error("say where this is from")]
    Source,
    /// The same person stands there.
    #[error("this person stands in the unit's directory already")]
    There,
    /// The unit of the contact has not ended.
    #[error("the unit has not ended")]
    UnitStands,
    /// Not a unit that came after it.
    #[error("choose a unit that came after it")]
    NoSuccessor,
    /// Somebody else changed it.
    #[error("somebody changed this meanwhile")]
    ChangedMeanwhile,
    /// Neither code nor name of a unit.
    #[error("the row names no unit")]
    UnitMissing,
    /// A code that nobody bears or bore.
    #[error("no unit has the code {code}")]
    CodeUnknown {
        /// The code.
        code: String,
    },
    /// A code that nobody bears on that day.
    #[error("no unit has the code {code} on {day}")]
    CodeExpired {
        /// The code.
        code: String,
        /// The day asked about.
        day: Date,
    },
    /// A name that no unit bears on that day.
    #[error("no unit has the name {name:?} on {day}")]
    UnitUnknown {
        /// The name.
        name: String,
        /// The day asked about.
        day: Date,
    },
    /// A name that several units bear.
    #[error("several units have the name {name:?}; give the code")]
    UnitUnclear {
        /// The name.
        name: String,
    },
    /// The code is one unit's, the name another's.
    #[error("the code is that of {other:?}")]
    CodeOfAnother {
        /// Whose code it is.
        other: String,
    },
    /// Neither main nor deputy.
    #[error("this is neither main nor deputy")]
    Part,
    /// The same person of the same unit stands in an earlier row.
    #[error("the same person stands in row {row}")]
    Doubled {
        /// Which.
        row: i64,
    },
    /// A second main contact of a unit.
    #[error("row {row} names another main contact of this unit")]
    SecondMain {
        /// Which.
        row: i64,
    },
    /// Nobody in it.
    #[error("the file names nobody")]
    Empty,
}

impl Refusal for ContactFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Name => "contacts.name",
            Self::TooLong { .. } => "contacts.too_long",
            Self::Phone => "contacts.phone",
            Self::Email => "contacts.email",
            Self::Zalo => "contacts.zalo",
            Self::NoWay => "contacts.no_way",
            Self::Day { .. } => "contacts.day",
            Self::EndsBefore => "contacts.ends_before",
            Self::Source => "contacts.source",
            Self::There => "contacts.there",
            Self::UnitStands => "contacts.unit_stands",
            Self::NoSuccessor => "contacts.no_successor",
            Self::ChangedMeanwhile => "contacts.changed_meanwhile",
            Self::UnitMissing => "contacts.unit_missing",
            Self::CodeUnknown { .. } => "contacts.code_unknown",
            Self::CodeExpired { .. } => "contacts.code_expired",
            Self::UnitUnknown { .. } => "contacts.unit_unknown",
            Self::UnitUnclear { .. } => "contacts.unit_unclear",
            Self::CodeOfAnother { .. } => "contacts.code_of_another",
            Self::Part => "contacts.part",
            Self::Doubled { .. } => "contacts.doubled",
            Self::SecondMain { .. } => "contacts.second_main",
            Self::Empty => "contacts.empty",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Name | Self::There | Self::Doubled { .. } => "name",
            Self::TooLong { field } | Self::Day { field } => field,
            Self::Phone | Self::NoWay => "phone",
            Self::Email => "email",
            Self::Zalo => "zalo",
            Self::EndsBefore => "to",
            Self::NoSuccessor => "unit",
            Self::Source => "source",
            Self::Empty => "file",
            _ => return None,
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::CodeUnknown { code } => vec![("code", Fact::text(code))],
            Self::CodeExpired { code, day } => vec![("code", Fact::text(code)), ("day", Fact::Day(*day))],
            Self::UnitUnknown { name, day } => vec![("name", Fact::text(name)), ("day", Fact::Day(*day))],
            Self::UnitUnclear { name } => vec![("name", Fact::text(name))],
            Self::CodeOfAnother { other } => vec![("other", Fact::text(other))],
            Self::Doubled { row } | Self::SecondMain { row } => vec![("row", Fact::count(*row))],
            _ => Vec::new(),
        }
    }
}
