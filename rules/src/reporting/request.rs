//! The duty of a unit to report, its answer, and whether the answer stands.

mod later;
mod refusal;
mod stands;

use jiff::Timestamp;
use jiff::civil::Date;

use super::Given;
use crate::day::day_in_vietnam;
use crate::ids::{ReportId, UnitId};
use crate::text::paragraphs;

pub use later::{LaterKind, LaterRefusal, REASON_LETTERS, farthest_day, words_about_later};
pub use refusal::AnswerRefusal;
pub use stands::{Answer, Paper, Stands};

/// A unit's duty to report to the standing agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRequest {
    /// Its id.
    pub id: ReportId,
    /// Who reports.
    pub unit: UnitId,
    /// By which day.
    pub due: Date,
    /// By which day all are asked, where this unit alone was granted the later one.
    pub asked: Option<Date>,
    /// How far it is.
    pub state: RequestState,
}

/// How far a request is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestState {
    /// Asked.
    Requested,
    /// Answered; a later answer takes the place of an earlier one.
    Answered(Answer),
    /// No longer asked.
    Withdrawn {
        /// When.
        at: Timestamp,
        /// Why.
        reason: String,
    },
}

impl ReportRequest {
    /// Whether the unit still owes it, or owes it again: only that goes to a unit that comes after.
    pub const fn is_still_owed(&self) -> bool {
        match &self.state {
            RequestState::Requested => true,
            RequestState::Answered(answer) => !answer.is_approved(),
            RequestState::Withdrawn { .. } => false,
        }
    }

    /// The same duty at the unit that came after this one. What was approved counts where it was written.
    pub fn pass_to(self, unit: UnitId) -> Result<Self, AnswerRefusal> {
        match &self.state {
            RequestState::Withdrawn { at, .. } => Err(AnswerRefusal::RequestWithdrawn { at: *at }),
            RequestState::Answered(Answer { stands: Stands::Approved { at, .. }, .. }) => {
                Err(AnswerRefusal::Approved { at: *at })
            }
            RequestState::Requested | RequestState::Answered(_) => Ok(Self { unit, ..self }),
        }
    }

    /// Takes the unit's answer; a late one too, marked late.
    ///
    /// `paper_received` is the day a paper arrived, when an officer enters it afterwards: the
    /// unit is not late because the office was slow.
    pub fn answer(self, given: Given, paper_received: Option<Date>, at: Timestamp) -> Result<Self, AnswerRefusal> {
        let today = day_in_vietnam(at);
        let received = paper_received.unwrap_or(today);
        if received > today {
            return Err(AnswerRefusal::ReceivedInFuture { day: received });
        }
        let (first_received, version) = match self.state {
            RequestState::Withdrawn { at, .. } => return Err(AnswerRefusal::RequestWithdrawn { at }),
            RequestState::Requested => (received, 1),
            RequestState::Answered(Answer { stands: Stands::Approved { at, .. }, .. }) => {
                return Err(AnswerRefusal::Approved { at });
            }
            RequestState::Answered(earlier) => {
                (earlier.first_received.min(received), earlier.version.saturating_add(1))
            }
        };
        let days_late = (first_received - self.due).get_days().max(0);
        let answer = Answer { given, at, first_received, received, days_late, version, stands: Stands::Waiting };
        Ok(Self { state: RequestState::Answered(answer), ..self })
    }

    /// Gives the answer back for correction.
    pub fn give_back(self, reason: &str, at: Timestamp) -> Result<Self, AnswerRefusal> {
        let reason = paragraphs(reason);
        self.judged(|stands| match stands {
            Stands::Waiting if reason.is_empty() => Err(AnswerRefusal::ReasonMissing),
            Stands::Waiting => Ok(Stands::Returned { at, reason }),
            Stands::Approved { at, .. } => Err(AnswerRefusal::Approved { at }),
            Stands::Returned { at, .. } | Stands::Reopened { at, .. } => Err(AnswerRefusal::GivenBack { at }),
        })
    }

    /// Approves the answer: it counts from now on, and is locked. One whose signed paper is missing is
    /// approved only as an exception, with its reason.
    pub fn approve(self, paper: Paper<'_>, at: Timestamp) -> Result<Self, AnswerRefusal> {
        self.judged(|stands| match stands {
            Stands::Waiting => Ok(Stands::Approved { at, unsigned: paper.exception()? }),
            Stands::Approved { at, .. } => Err(AnswerRefusal::Approved { at }),
            Stands::Returned { at, .. } | Stands::Reopened { at, .. } => Err(AnswerRefusal::GivenBack { at }),
        })
    }

    /// Opens an approved answer again: it counts no longer until the unit answers anew.
    pub fn reopen(self, reason: &str, at: Timestamp) -> Result<Self, AnswerRefusal> {
        let reason = paragraphs(reason);
        self.judged(|stands| match stands {
            Stands::Approved { .. } if reason.is_empty() => Err(AnswerRefusal::ReasonMissing),
            Stands::Approved { .. } => Ok(Stands::Reopened { at, reason }),
            _ => Err(AnswerRefusal::NotApproved),
        })
    }

    fn judged(self, say: impl FnOnce(Stands) -> Result<Stands, AnswerRefusal>) -> Result<Self, AnswerRefusal> {
        match self.state {
            RequestState::Requested => Err(AnswerRefusal::NotAnswered),
            RequestState::Withdrawn { at, .. } => Err(AnswerRefusal::RequestWithdrawn { at }),
            RequestState::Answered(answer) => {
                let stands = say(answer.stands)?;
                Ok(Self { state: RequestState::Answered(Answer { stands, ..answer }), ..self })
            }
        }
    }

    /// Asks for it no longer, and says why. What was reported stays reported.
    pub fn withdraw(self, reason: &str, at: Timestamp) -> Result<Self, AnswerRefusal> {
        match self.state {
            RequestState::Requested => {}
            RequestState::Withdrawn { at, .. } => return Err(AnswerRefusal::RequestWithdrawn { at }),
            RequestState::Answered(answer) => return Err(AnswerRefusal::Answered { at: answer.at }),
        }
        let reason = paragraphs(reason);
        if reason.is_empty() {
            return Err(AnswerRefusal::ReasonMissing);
        }
        Ok(Self { state: RequestState::Withdrawn { at, reason }, ..self })
    }

    /// Whether the unit has still to report.
    pub const fn is_open(&self) -> bool {
        matches!(self.state, RequestState::Requested)
    }

    /// Whether the unit has reported, as every count of units says it: what was given back or opened again has
    /// not been reported until it is sent again.
    pub fn is_reported(&self) -> bool {
        self.answered().is_some_and(|answer| !answer.is_to_be_corrected())
    }

    /// The answer, if there is one.
    pub const fn answered(&self) -> Option<&Answer> {
        match &self.state {
            RequestState::Answered(answer) => Some(answer),
            RequestState::Requested | RequestState::Withdrawn { .. } => None,
        }
    }

    /// Whether the unit still owes an answer whose day has passed.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.is_open() && today > self.due
    }
}

#[cfg(test)]
mod tests;
