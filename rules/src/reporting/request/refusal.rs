//! Why a step of a report is not taken.

use jiff::Timestamp;
use jiff::civil::Date;
use thiserror::Error;

use crate::refusal::{Fact, Refusal};

/// Why a step is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AnswerRefusal {
    /// The request was withdrawn.
    #[error("the request was withdrawn at {at}")]
    RequestWithdrawn {
        /// When.
        at: Timestamp,
    },
    /// What was reported is not withdrawn.
    #[error("the unit reported at {at}")]
    Answered {
        /// When.
        at: Timestamp,
    },
    /// An approved report is locked.
    #[error("the report was approved at {at}; it must be opened again before it is changed")]
    Approved {
        /// When.
        at: Timestamp,
    },
    /// Only an approved report is opened again.
    #[error("the report is not approved")]
    NotApproved,
    /// It was given back, and the unit has not answered since.
    #[error("the report was given back at {at} and has not come again")]
    GivenBack {
        /// When.
        at: Timestamp,
    },
    /// Nothing was reported.
    #[error("the unit has not reported")]
    NotAnswered,
    /// The form wants the signed paper, and no exception was made.
    #[error("the signed paper is missing; it can be approved without it for a reason")]
    PaperMissing,
    /// No reason.
    #[error("the reason is missing")]
    ReasonMissing,
    /// A paper cannot have arrived after today.
    #[error("{day} has not come yet")]
    ReceivedInFuture {
        /// The day given.
        day: Date,
    },
}

impl Refusal for AnswerRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::RequestWithdrawn { .. } => "reporting.request_withdrawn",
            Self::Answered { .. } => "reporting.already_answered",
            Self::Approved { .. } => "reporting.approved",
            Self::NotApproved => "reporting.not_approved",
            Self::GivenBack { .. } => "reporting.given_back",
            Self::NotAnswered => "reporting.not_answered",
            Self::PaperMissing => "reporting.paper_missing",
            Self::ReasonMissing => "reporting.reason_missing",
            Self::ReceivedInFuture { .. } => "reporting.received_in_future",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::ReceivedInFuture { .. } => Some("received_on".into()),
            Self::ReasonMissing | Self::PaperMissing => Some("reason".into()),
            _ => None,
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::RequestWithdrawn { at } | Self::Answered { at } | Self::Approved { at } | Self::GivenBack { at } => {
                vec![("at", Fact::Instant(*at))]
            }
            Self::ReceivedInFuture { day } => vec![("day", Fact::Day(*day))],
            Self::NotApproved | Self::NotAnswered | Self::PaperMissing | Self::ReasonMissing => Vec::new(),
        }
    }
}
