//! Why a step of a report cannot be taken, beyond what the law of reports says.

use hoithi_rules::refusal::Refusal;
use thiserror::Error;

/// What stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ReportingRefusal {
    /// Not a day.
    #[error("this is no day")]
    Day,
    /// No such way.
    #[error("this is no way by which a report comes")]
    Way,
    /// Somebody else answered meanwhile.
    #[error("this was answered meanwhile")]
    ChangedMeanwhile,
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
    /// Too long for a cluster's name.
    #[error("the cluster's name is too long")]
    ClusterTooLong,
    /// A form of that name is there.
    #[error("there is a form of that name")]
    FormThere,
    /// The unit that came after was asked by the same letter.
    #[error("the successor is asked for this report itself")]
    SuccessorReports,
}

impl Refusal for ReportingRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Day => "reporting.day_malformed",
            Self::Way => "reporting.way_unknown",
            Self::ChangedMeanwhile => "reporting.changed_meanwhile",
            Self::DraftChanged => "reporting.draft_changed",
            Self::TooManyFiles => "reporting.too_many_files",
            Self::NoFile => "reporting.no_file",
            Self::FormCode => "reporting.form_code",
            Self::FormChanged => "reporting.form_changed",
            Self::FormSame => "reporting.form_same",
            Self::FormThere => "reporting.form_there",
            Self::SuccessorReports => "reporting.successor_reports",
            Self::PeriodChanged => "reporting.period_changed",
            Self::ClusterTooLong => "reporting.cluster_too_long",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Day => "received_on",
            Self::Way => "how",
            Self::TooManyFiles | Self::NoFile => "file",
            Self::FormCode | Self::FormThere => "code",
            Self::ChangedMeanwhile
            | Self::DraftChanged
            | Self::FormChanged
            | Self::FormSame
            | Self::SuccessorReports
            | Self::PeriodChanged
            | Self::ClusterTooLong => return None,
        };
        Some(field.to_owned())
    }
}
