//! A duty to report, as far as a board counts it: many at once, without what was reported.

use jiff::civil::Date;

use crate::line::ReportStanding;

/// How far a duty to report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportMark {
    /// By which day it is asked for.
    pub due: Date,
    /// By which day all are asked, where this unit alone was granted the later one.
    pub asked: Option<Date>,
    pub(crate) state: MarkState,
}

/// What a mark knows of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MarkState {
    Withdrawn,
    Requested,
    Came { late: i32 },
    ToCorrect,
    Approved { late: i32 },
}

impl ReportMark {
    /// Whether it is asked no longer.
    pub const fn is_withdrawn(&self) -> bool {
        matches!(self.state, MarkState::Withdrawn)
    }

    /// Whether the unit has reported, by the same rule as [`hoithi_rules::reporting::ReportRequest::is_reported`].
    pub const fn is_done(&self) -> bool {
        matches!(self.state, MarkState::Came { .. } | MarkState::Approved { .. })
    }

    /// Whether the unit is asked to correct what it reported.
    pub const fn is_to_correct(&self) -> bool {
        matches!(self.state, MarkState::ToCorrect)
    }

    /// Whether its day has passed and nothing came.
    pub fn is_overdue(&self, today: Date) -> bool {
        matches!(self.standing(today), ReportStanding::Overdue { .. })
    }

    /// Where it stands.
    pub fn standing(&self, today: Date) -> ReportStanding {
        match (self.state, (self.due - today).get_days()) {
            (MarkState::Withdrawn, _) => ReportStanding::Withdrawn,
            (MarkState::Requested, days) if days >= 0 => ReportStanding::Waiting { days },
            (MarkState::Requested, days) => ReportStanding::Overdue { days: -days },
            (MarkState::Came { late }, _) => ReportStanding::Came { late },
            (MarkState::ToCorrect, _) => ReportStanding::ToCorrect,
            (MarkState::Approved { late }, _) => ReportStanding::Approved { late },
        }
    }
}
