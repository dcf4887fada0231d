//! What a unit reported, and what the agency said of it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::refusal::AnswerRefusal;
use crate::reporting::Given;
use crate::text::paragraphs;

/// What a unit reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The report.
    pub given: Given,
    /// When this version came.
    pub at: Timestamp,
    /// The day the first version arrived; it decides whether the unit was late.
    pub first_received: Date,
    /// The day this version arrived; of a paper nothing more is known.
    pub received: Date,
    /// Days after the due day; zero on time.
    pub days_late: i32,
    /// Which version, from 1.
    pub version: u32,
    /// What the agency said of it.
    pub stands: Stands,
}

/// What the agency said of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stands {
    /// Nothing yet.
    Waiting,
    /// It is to be corrected.
    Returned {
        /// When.
        at: Timestamp,
        /// Why.
        reason: String,
    },
    /// It counts, and is locked.
    Approved {
        /// When.
        at: Timestamp,
        /// Why without its signed paper, where that is wanted and was missing.
        unsigned: Option<String>,
    },
    /// It counted, and is open for correction again.
    Reopened {
        /// When.
        at: Timestamp,
        /// Why.
        reason: String,
    },
}

impl Stands {
    /// Stable name, in the store and in the journal.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Returned { .. } => "returned",
            Self::Approved { .. } => "approved",
            Self::Reopened { .. } => "reopened",
        }
    }

    /// The words that the unit reads.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Returned { reason, .. } | Self::Reopened { reason, .. } => Some(reason),
            Self::Waiting | Self::Approved { .. } => None,
        }
    }

    /// Why it was approved without its signed paper, if it was.
    pub fn exception(&self) -> Option<&str> {
        match self {
            Self::Approved { unsigned, .. } => unsigned.as_deref(),
            Self::Waiting | Self::Returned { .. } | Self::Reopened { .. } => None,
        }
    }

    /// When it was said.
    pub const fn at(&self) -> Option<Timestamp> {
        match self {
            Self::Waiting => None,
            Self::Returned { at, .. } | Self::Approved { at, .. } | Self::Reopened { at, .. } => Some(*at),
        }
    }
}

impl Answer {
    /// Whether the unit answered after its day.
    pub const fn late(&self) -> bool {
        self.days_late > 0
    }

    /// Whether it counts.
    pub const fn is_approved(&self) -> bool {
        matches!(self.stands, Stands::Approved { .. })
    }

    /// Whether the unit is asked to correct it.
    pub const fn is_to_be_corrected(&self) -> bool {
        matches!(self.stands, Stands::Returned { .. } | Stands::Reopened { .. })
    }
}

/// Whether an answer that is to be approved has its signed paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper<'r> {
    /// It is there, or the form wants none.
    There,
    /// It is missing.
    Missing,
    /// It is missing, and the answer is approved all the same, and why.
    Waived(&'r str),
}

impl Paper<'_> {
    /// The reason that is kept with an approval, or why there is none.
    pub(super) fn exception(self) -> Result<Option<String>, AnswerRefusal> {
        match self {
            Self::There => Ok(None),
            Self::Missing => Err(AnswerRefusal::PaperMissing),
            Self::Waived(reason) => match paragraphs(reason) {
                reason if reason.is_empty() => Err(AnswerRefusal::ReasonMissing),
                reason => Ok(Some(reason)),
            },
        }
    }
}
