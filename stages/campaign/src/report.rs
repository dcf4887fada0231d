//! A unit's duty to report, with what it answered.

use hoithi_correspondence::KeptFile;
use hoithi_rules::campaign::{Answer, ReportRequest, RequestState};
use hoithi_rules::correspondence::Channel;
use hoithi_rules::ids::{EditionId, SendingId};

/// A duty to report and its latest answer.
#[derive(Clone, Debug)]
pub struct ReportLine {
    /// The duty.
    pub request: ReportRequest,
    /// In which edition.
    pub edition: EditionId,
    /// The letter's way that asked for it.
    pub sending: SendingId,
    /// How the latest answer came, and its scan.
    pub latest: Option<ReportVersion>,
}

impl ReportLine {
    /// The latest answer, if any.
    pub fn answer(&self) -> Option<&Answer> {
        self.request.answered()
    }

    /// Whether it is asked no longer.
    pub fn is_withdrawn(&self) -> bool {
        matches!(self.request.state, RequestState::Withdrawn { .. })
    }

    /// Why it is asked no longer.
    pub fn why_withdrawn(&self) -> Option<&str> {
        match &self.request.state {
            RequestState::Withdrawn { reason, .. } => Some(reason),
            RequestState::Requested | RequestState::Answered(_) => None,
        }
    }

    /// Whether the latest answer came with its signed paper.
    pub fn has_scan(&self) -> bool {
        self.latest.as_ref().is_some_and(|version| version.file.is_some())
    }

    /// Which version stands; 0 when there is none.
    pub fn version(&self) -> u32 {
        match &self.request.state {
            RequestState::Answered(answer) => answer.version,
            RequestState::Requested | RequestState::Withdrawn { .. } => 0,
        }
    }
}

/// How an answer came.
#[derive(Clone, Debug)]
pub struct ReportVersion {
    /// By which way; in the program, or recorded by the agency from paper and the like.
    pub how: Channel,
    /// The signed report, scanned.
    pub file: Option<KeptFile>,
}
