//! What stands in the way of keeping a register.

use hoithi_documents::sheet::SheetError;
use hoithi_rules::initiatives::InitiativeRefusal;
use hoithi_rules::refusal::{Fact, Refusal};
use thiserror::Error;

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RegisterRefusal {
    /// What the law says of one initiative.
    #[error(transparent)]
    Wrong(#[from] InitiativeRefusal),
    /// The unit has one of that title.
    #[error("the unit's register has an initiative of this title")]
    There,
    /// Somebody else changed it.
    #[error("somebody changed this meanwhile")]
    ChangedMeanwhile,
    /// A dossier was begun from it.
    #[error("a dossier was begun from it, so it stays")]
    Entered,
    /// It stands in that contest already.
    #[error("a dossier of this edition was begun from it")]
    InThisEdition,
    /// No contest, or one that takes nothing.
    #[error("choose a contest that takes dossiers")]
    NoEdition,
    /// Nobody is asked for anything.
    #[error("choose for which units the target is")]
    NoUnits,
    /// The same title in an earlier row.
    #[error("the same title stands in row {row}")]
    Doubled {
        /// Which.
        row: i64,
    },
    /// Rows with faults, and nobody said to leave them out.
    #[error("{count} rows have faults")]
    RowsFaulty {
        /// How many.
        count: usize,
    },
    /// Taken in, or a day old.
    #[error("this file was taken in already or read too long ago")]
    ImportGone,
    /// No file.
    #[error("choose a file")]
    NoFile,
    /// Not a workbook.
    #[error("the file is no XLSX workbook")]
    NotAWorkbook,
    /// A workbook that can do something.
    #[error("the workbook carries macros or links to other files")]
    Macros,
    /// Far more than a register.
    #[error("the file is too large")]
    TooLarge,
    /// Far more than a register.
    #[error("the file has more than {most} rows")]
    TooManyRows {
        /// How many may be.
        most: usize,
    },
    /// The head does not name this column.
    #[error("the column {column:?} is missing")]
    ColumnMissing {
        /// Its head.
        column: &'static str,
    },
    /// Nothing in it.
    #[error("the file names no initiative")]
    Empty,
}

impl RegisterRefusal {
    /// What became of a workbook, with the most rows that one may have.
    pub(crate) fn of_sheet(error: SheetError, most: usize) -> Self {
        match error {
            SheetError::NotAWorkbook => Self::NotAWorkbook,
            SheetError::Macros => Self::Macros,
            SheetError::TooLarge => Self::TooLarge,
            SheetError::TooManyRows => Self::TooManyRows { most },
        }
    }
}

impl Refusal for RegisterRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Wrong(refusal) => refusal.code(),
            Self::There => "initiatives.there",
            Self::ChangedMeanwhile => "initiatives.changed_meanwhile",
            Self::Entered => "initiatives.entered",
            Self::InThisEdition => "initiatives.in_this_edition",
            Self::NoEdition => "initiatives.no_edition",
            Self::NoUnits => "initiatives.no_units",
            Self::Doubled { .. } => "initiatives.doubled",
            Self::RowsFaulty { .. } => "initiatives.rows_faulty",
            Self::ImportGone => "initiatives.import_gone",
            Self::NoFile => "initiatives.no_file",
            Self::NotAWorkbook => "initiatives.not_a_workbook",
            Self::Macros => "initiatives.macros",
            Self::TooLarge => "initiatives.too_large",
            Self::TooManyRows { .. } => "initiatives.too_many_rows",
            Self::ColumnMissing { .. } => "initiatives.column_missing",
            Self::Empty => "initiatives.empty",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Wrong(refusal) => return refusal.field(),
            Self::There | Self::Doubled { .. } => "title",
            Self::InThisEdition | Self::NoEdition => "edition",
            Self::NoUnits => "levels",
            Self::RowsFaulty { .. } => "leave_out",
            Self::ImportGone
            | Self::NoFile
            | Self::NotAWorkbook
            | Self::Macros
            | Self::TooLarge
            | Self::TooManyRows { .. }
            | Self::ColumnMissing { .. }
            | Self::Empty => "file",
            Self::ChangedMeanwhile | Self::Entered => return None,
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Wrong(refusal) => refusal.facts(),
            Self::Doubled { row } => vec![("row", Fact::count(*row))],
            Self::RowsFaulty { count } => vec![("count", Fact::count(*count))],
            Self::TooManyRows { most } => vec![("most", Fact::count(*most))],
            Self::ColumnMissing { column } => vec![("column", Fact::text(column))],
            _ => Vec::new(),
        }
    }
}
