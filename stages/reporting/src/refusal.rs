//! Why a step of a report cannot be taken, beyond what the law of reports says.

use hoithi_rules::refusal::{Fact, Refusal};
use thiserror::Error;

/// What stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ReportingRefusal {
    /// Not a day.
    #[error("this is no day")]
    Day,
    /// No day at all.
    #[error("the last day is missing")]
    DayMissing,
    /// No such way.
    #[error("this is no way by which a report comes")]
    Way,
    /// Somebody else answered meanwhile.
    #[error("this was answered meanwhile")]
    ChangedMeanwhile,
    /// It says what the version says that waits for its approval.
    #[error("nothing was changed since version {version}")]
    Unchanged {
        /// The version that waits.
        version: u32,
    },
    /// The draft was saved in another window.
    #[error("the draft was saved elsewhere meanwhile")]
    DraftChanged,
    /// More than the form takes.
    #[error("too many files")]
    TooManyFiles,
    /// No file came.
    #[error("choose a file")]
    NoFile,
    /// Not a short name.
    #[error("this is no short name for a form")]
    FormCode,
    /// The form was saved meanwhile.
    #[error("the form was saved meanwhile")]
    FormChanged,
    /// Nothing in it is new.
    #[error("nothing was changed")]
    FormSame,
    /// Somebody else closed or opened the period meanwhile.
    #[error("the period was closed or opened meanwhile")]
    PeriodChanged,
    /// Reports of the period came that are not approved, and nobody said so to whoever closes it.
    #[error("the period has reports that are not approved")]
    PeriodHasOpen,
    /// A form of that name is there.
    #[error("there is a form of that name")]
    FormThere,
    /// The letter that asked for it was recalled, or ended in the register.
    #[error("the letter that asked for this report is asked no longer")]
    AskedNoLonger,
}

impl Refusal for ReportingRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Day => "reporting.day_malformed",
            Self::DayMissing => "reporting.period_day_missing",
            Self::Way => "reporting.way_unknown",
            Self::ChangedMeanwhile => "reporting.changed_meanwhile",
            Self::Unchanged { .. } => "reporting.unchanged",
            Self::DraftChanged => "reporting.draft_changed",
            Self::TooManyFiles => "reporting.too_many_files",
            Self::NoFile => "reporting.no_file",
            Self::FormCode => "reporting.form_code",
            Self::FormChanged => "reporting.form_changed",
            Self::FormSame => "reporting.form_same",
            Self::FormThere => "reporting.form_there",
            Self::AskedNoLonger => "reporting.asked_no_longer",
            Self::PeriodChanged => "reporting.period_changed",
            Self::PeriodHasOpen => "reporting.period_has_open",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Day => "received_on",
            Self::DayMissing => "last",
            Self::Way => "how",
            Self::TooManyFiles | Self::NoFile => "file",
            Self::FormCode | Self::FormThere => "code",
            Self::ChangedMeanwhile
            | Self::Unchanged { .. }
            | Self::DraftChanged
            | Self::FormChanged
            | Self::FormSame
            | Self::AskedNoLonger
            | Self::PeriodChanged
            | Self::PeriodHasOpen => return None,
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        if let Self::Unchanged { version } = self {
            vec![("version", Fact::Count(i64::from(*version)))]
        } else {
            Vec::new()
        }
    }
}

/// The unit that came after was asked by the same letter, so that the report of the one before does not pass to it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{successor} came after {unit} and is asked for this report itself")]
pub(crate) struct SuccessorReports {
    /// Whose report it is.
    pub(crate) unit: String,
    /// Who came after.
    pub(crate) successor: String,
}

impl Refusal for SuccessorReports {
    fn code(&self) -> &'static str {
        "reporting.successor_reports"
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("unit", Fact::text(&self.unit)), ("successor", Fact::text(&self.successor))]
    }
}

/// Why a unit is not put into a cluster.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum ClusterRefusal {
    /// Nobody reads such a name in a table.
    #[error("the cluster's name has more than {max} letters")]
    TooLong {
        /// At which unit.
        field: String,
        /// Letters allowed.
        max: usize,
    },
    /// Written without marks both are one name, so that their addresses would be one.
    #[error("{given} is {known} but for its marks")]
    Alike {
        /// At which unit.
        field: String,
        /// The name given.
        given: String,
        /// The cluster that is there.
        known: String,
    },
}

impl Refusal for ClusterRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "reporting.cluster_too_long",
            Self::Alike { .. } => "reporting.cluster_alike",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::TooLong { field, .. } | Self::Alike { field, .. } => Some(field.clone()),
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::TooLong { max, .. } => vec![("max", Fact::count(*max))],
            Self::Alike { given, known, .. } => vec![("given", Fact::text(given)), ("known", Fact::text(known))],
        }
    }
}
