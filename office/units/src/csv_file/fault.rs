//! What can be wrong with a line of the file.

use hoithi_rules::refusal::{Fact, Refusal};
use jiff::civil::Date;

/// What is wrong with one line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {fault}")]
pub struct CsvError {
    /// The line, counted from 1; the head is line 1.
    pub line: u64,
    /// What is wrong.
    pub fault: CsvFault,
}

/// What can be wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CsvFault {
    /// The file has no line below its head.
    #[error("the file names no unit")]
    Empty,
    /// A column that must be there is not.
    #[error("the column {column} is missing in the head")]
    ColumnMissing {
        /// Which.
        column: String,
    },
    /// A column that nobody knows, or that is there twice.
    #[error("the head has a column {column:?} that is not known, or has it twice")]
    ColumnUnknown {
        /// Which.
        column: String,
    },
    /// Not as many fields as the head has.
    #[error("{given} fields, the head has {wanted}")]
    Fields {
        /// How many there are.
        given: u64,
        /// How many there should be.
        wanted: u64,
    },
    /// A quotation mark that does not close, or the like.
    #[error("the line cannot be read as CSV")]
    Unreadable,
    /// A field that must be filled is empty.
    #[error("the field {column} is empty")]
    Missing {
        /// Which.
        column: &'static str,
    },
    /// A code with other signs than letters, digits, full stops and hyphens, or a long one.
    #[error("{given:?} is no code")]
    Code {
        /// What was written.
        given: String,
    },
    /// A level that does not exist.
    #[error("{given:?} is no level")]
    Level {
        /// What was written.
        given: String,
    },
    /// Not a day.
    #[error("{given:?} in {column} is no day")]
    Day {
        /// Where.
        column: &'static str,
        /// What was written.
        given: String,
    },
    /// The last day lies before the first.
    #[error("the last day {to} lies before the first, {from}")]
    EndsBeforeItBegins {
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
    },
    /// The code belongs to another unit for some of the same time.
    #[error("the code {code} belongs to {other} for some of the same time")]
    Overlap {
        /// The code.
        code: String,
        /// The other unit.
        other: String,
    },
    /// No unit with the parent's code stands at the end of this unit's time.
    #[error("no unit has the parent's code {code} at that time")]
    Parent {
        /// The parent's code.
        code: String,
    },
    /// The parent does not stand above.
    #[error("the parent {code} does not stand above this unit")]
    ParentNotAbove {
        /// The parent's code.
        code: String,
    },
    /// Successors of a unit that has no last day.
    #[error("successors are named, but no last day")]
    SuccessorsWithoutEnd,
    /// A successor is not written as `06661`, `06661(main)` or `06661(part)`.
    #[error("{given:?} does not name a successor")]
    Successor {
        /// What was written.
        given: String,
    },
    /// All of a unit cannot come to each of several.
    #[error("several successors, but {code} is not marked as (main) or (part)")]
    WholeOfMany {
        /// The successor's code.
        code: String,
    },
    /// No unit with the successor's code stands on the day after the last.
    #[error("no unit has the successor's code {code} on {day}")]
    SuccessorUnknown {
        /// The successor's code.
        code: String,
        /// The day after the last.
        day: Date,
    },
}

impl Refusal for CsvError {
    fn code(&self) -> &'static str {
        self.fault.code()
    }

    fn field(&self) -> Option<String> {
        Some("file".to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        let mut facts = vec![("line", Fact::count(self.line))];
        facts.extend(self.fault.facts());
        facts
    }
}

impl CsvFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "units.csv_empty",
            Self::ColumnMissing { .. } => "units.csv_column_missing",
            Self::ColumnUnknown { .. } => "units.csv_column_unknown",
            Self::Fields { .. } => "units.csv_fields",
            Self::Unreadable => "units.csv_unreadable",
            Self::Missing { .. } => "units.csv_missing",
            Self::Code { .. } => "units.csv_code",
            Self::Level { .. } => "units.csv_level",
            Self::Day { .. } => "units.csv_day",
            Self::EndsBeforeItBegins { .. } => "units.csv_ends_before_it_begins",
            Self::Overlap { .. } => "units.csv_overlap",
            Self::Parent { .. } => "units.csv_parent",
            Self::ParentNotAbove { .. } => "units.csv_parent_not_above",
            Self::SuccessorsWithoutEnd => "units.csv_successors_without_end",
            Self::Successor { .. } => "units.csv_successor",
            Self::WholeOfMany { .. } => "units.csv_whole_of_many",
            Self::SuccessorUnknown { .. } => "units.csv_successor_unknown",
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Empty | Self::Unreadable | Self::SuccessorsWithoutEnd => Vec::new(),
            Self::ColumnMissing { column } | Self::ColumnUnknown { column } => vec![("column", Fact::text(column))],
            Self::Fields { given, wanted } => vec![("given", Fact::count(*given)), ("wanted", Fact::count(*wanted))],
            Self::Missing { column } => vec![("column", Fact::text(column))],
            Self::Code { given } | Self::Level { given } | Self::Successor { given } => {
                vec![("given", Fact::text(given))]
            }
            Self::Day { column, given } => vec![("column", Fact::text(column)), ("given", Fact::text(given))],
            Self::EndsBeforeItBegins { from, to } => vec![("from", Fact::Day(*from)), ("to", Fact::Day(*to))],
            Self::Overlap { code, other } => vec![("code", Fact::text(code)), ("other", Fact::text(other))],
            Self::Parent { code } | Self::ParentNotAbove { code } | Self::WholeOfMany { code } => {
                vec![("code", Fact::text(code))]
            }
            Self::SuccessorUnknown { code, day } => vec![("code", Fact::text(code)), ("day", Fact::Day(*day))],
        }
    }
}
