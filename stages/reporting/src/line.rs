//! A unit's duty to report, with what it answered.

use hoithi_correspondence::KeptFile;
use hoithi_documents::FileKind;
use hoithi_rules::correspondence::Channel;
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::Place;
use hoithi_rules::reporting::{Answer, LeafState, Period, ReportForm, ReportRequest, RequestState};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::forms::FormKey;

/// What a signed paper may be: scanned, or photographed.
pub(crate) const SCANS: [FileKind; 3] = [FileKind::Pdf, FileKind::Png, FileKind::Jpeg];

/// How many pages or files its signed paper may have, beside what is attached.
pub(crate) fn pages_of(form: &ReportForm) -> u32 {
    form.attachments.max(1)
}

/// A duty to report and its latest answer.
#[derive(Clone, Debug)]
pub struct ReportLine {
    /// The duty.
    pub request: ReportRequest,
    /// In which edition.
    pub edition: EditionId,
    /// What asked for it.
    pub origin: Uuid,
    /// On which occasion it was asked together with others: the same for all units of one letter.
    pub occasion: Uuid,
    /// By which form.
    pub form: FormKey,
    /// How the latest answer came, and its files.
    pub latest: Option<ReportVersion>,
    /// That what asked for it was taken back. What came stays; nothing more is asked of the unit.
    pub unasked: Option<Unasked>,
}

/// That what asked for a report was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unasked {
    /// When.
    pub at: Timestamp,
    /// Why, as the unit reads it.
    pub reason: String,
}

/// How an answer came.
#[derive(Clone, Debug)]
pub struct ReportVersion {
    /// By which way; in the program, or recorded by the agency from paper and the like.
    pub how: Channel,
    /// How many files came with it.
    pub files: usize,
    /// How many of them are its signed paper.
    pub signed: usize,
    /// The signed report and what is attached; read for a single report only.
    pub kept: Vec<ReportFile>,
}

/// A file of a report.
#[derive(Clone, Debug)]
pub struct ReportFile {
    /// The file.
    pub file: KeptFile,
    /// Whether it is the signed paper, or a page of it; else it is attached.
    pub signed: bool,
}

/// Where a report stands, in the eyes of whoever waits for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportStanding {
    /// Asked no longer.
    Withdrawn,
    /// It has not come; days until its day.
    Waiting {
        /// How many.
        days: i32,
    },
    /// It has not come, and its day has passed.
    Overdue {
        /// Since how many days.
        days: i32,
    },
    /// It came, and nobody has said anything of it yet.
    Came {
        /// After how many days; zero on time.
        late: i32,
    },
    /// It was given back.
    ToCorrect,
    /// It counts.
    Approved {
        /// After how many days; zero on time.
        late: i32,
    },
}

impl ReportLine {
    /// The latest answer, if any.
    pub const fn answer(&self) -> Option<&Answer> {
        self.request.answered()
    }

    /// Whether it is asked no longer.
    pub const fn is_withdrawn(&self) -> bool {
        matches!(self.request.state, RequestState::Withdrawn { .. })
    }

    /// Why the unit is asked to correct it, where it is.
    pub fn to_correct(&self) -> Option<&str> {
        self.answer().filter(|answer| answer.is_to_be_corrected()).and_then(|answer| answer.stands.reason())
    }

    /// Why it is asked no longer.
    pub fn why_withdrawn(&self) -> Option<&str> {
        match &self.request.state {
            RequestState::Withdrawn { reason, .. } => Some(reason),
            RequestState::Requested | RequestState::Answered(_) => None,
        }
    }

    /// Why nothing more is asked of the unit: it was withdrawn, or what asked for it was taken back.
    pub fn why_closed(&self) -> Option<&str> {
        self.why_withdrawn().or_else(|| self.unasked.as_ref().map(|unasked| unasked.reason.as_str()))
    }

    /// Whether the latest answer came with its signed paper.
    pub fn has_scan(&self) -> bool {
        self.latest.as_ref().is_some_and(|version| version.signed > 0)
    }

    /// Whether the latest answer has its signed paper: a scan of it, or the agency entered the answer and says
    /// how it came.
    pub fn has_paper(&self) -> bool {
        self.has_scan() || self.latest.as_ref().is_some_and(|version| !version.how.is_first_hand())
    }

    /// Whether it was approved without its signed paper, and none came since.
    pub fn is_exception(&self) -> bool {
        !self.has_paper() && self.answer().is_some_and(|answer| answer.stands.exception().is_some())
    }

    /// Which version stands; 0 when there is none.
    pub const fn version(&self) -> u32 {
        match &self.request.state {
            RequestState::Answered(answer) => answer.version,
            RequestState::Requested | RequestState::Withdrawn { .. } => 0,
        }
    }

    /// Whose matter it is.
    pub const fn place(&self) -> Place {
        Place::unit_in(self.request.unit, self.edition)
    }

    /// The last day of its period, where that is one of these and closed.
    pub(crate) fn period_closed(&self, periods: &[Period]) -> Option<Date> {
        let closed = |period: &&Period| period.is_closed() && period.holds(self.request.asked_by());
        periods.iter().find(closed).map(|period| period.last)
    }

    /// Whether it came, does not count, and fell due in that period.
    pub(crate) fn is_open_in(&self, period: &Period) -> bool {
        self.leaf().is_open() && period.holds(self.request.asked_by())
    }

    /// Where it stands.
    pub fn standing(&self, today: Date) -> ReportStanding {
        match (&self.request.state, (self.request.due - today).get_days()) {
            (RequestState::Withdrawn { .. }, _) => ReportStanding::Withdrawn,
            (RequestState::Requested, days) if days >= 0 => ReportStanding::Waiting { days },
            (RequestState::Requested, days) => ReportStanding::Overdue { days: -days },
            (RequestState::Answered(answer), _) if answer.is_approved() => {
                ReportStanding::Approved { late: answer.days_late }
            }
            (RequestState::Answered(answer), _) if answer.is_to_be_corrected() => ReportStanding::ToCorrect,
            (RequestState::Answered(answer), _) => ReportStanding::Came { late: answer.days_late },
        }
    }

    /// How a sum sees it.
    pub(crate) fn leaf(&self) -> LeafState {
        LeafState::of(&self.request)
    }
}
