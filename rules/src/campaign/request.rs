//! The duty of a unit to report, and its answer.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Report;
use crate::day::day_in_vietnam;
use crate::ids::{ReportId, UnitId};
use crate::refusal::{Fact, Refusal};
use crate::text::paragraphs;

/// A unit's duty to report to the standing agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRequest {
    /// Its id.
    pub id: ReportId,
    /// Who reports.
    pub unit: UnitId,
    /// By which day.
    pub due: Date,
    /// How far it is.
    pub state: RequestState,
}

/// How far a request is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// What a unit reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The report.
    pub report: Report,
    /// When this version came.
    pub at: Timestamp,
    /// The day the first version arrived; it decides whether the unit was late.
    pub first_received: Date,
    /// Days after the due day; zero on time.
    pub days_late: i32,
    /// Which version, from 1.
    pub version: u32,
}

impl Answer {
    /// Whether the unit answered after its day.
    pub const fn late(&self) -> bool {
        self.days_late > 0
    }
}

/// Why an answer is not taken.
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
    /// No reason for withdrawing it.
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
            Self::RequestWithdrawn { .. } => "campaign.request_withdrawn",
            Self::Answered { .. } => "campaign.report_already_answered",
            Self::ReasonMissing => "campaign.reason_missing",
            Self::ReceivedInFuture { .. } => "campaign.received_in_future",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::ReceivedInFuture { .. } => Some("received_on".into()),
            Self::ReasonMissing => Some("reason".into()),
            Self::RequestWithdrawn { .. } | Self::Answered { .. } => None,
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::RequestWithdrawn { at } | Self::Answered { at } => vec![("at", Fact::Instant(*at))],
            Self::ReasonMissing => Vec::new(),
            Self::ReceivedInFuture { day } => vec![("day", Fact::Day(*day))],
        }
    }
}

impl ReportRequest {
    /// Takes the unit's answer; a late one too, marked late.
    ///
    /// `paper_received` is the day a paper arrived, when an officer enters it afterwards: the
    /// unit is not late because the office was slow.
    pub fn answer(self, report: Report, paper_received: Option<Date>, at: Timestamp) -> Result<Self, AnswerRefusal> {
        let today = day_in_vietnam(at);
        let received = paper_received.unwrap_or(today);
        if received > today {
            return Err(AnswerRefusal::ReceivedInFuture { day: received });
        }
        let (first_received, version) = match self.state {
            RequestState::Withdrawn { at, .. } => return Err(AnswerRefusal::RequestWithdrawn { at }),
            RequestState::Requested => (received, 1),
            RequestState::Answered(earlier) => {
                (earlier.first_received.min(received), earlier.version.saturating_add(1))
            }
        };
        let days_late = (first_received - self.due).get_days().max(0);
        let answer = Answer { report, at, first_received, days_late, version };
        Ok(Self { state: RequestState::Answered(answer), ..self })
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

    /// The answer, if there is one.
    pub fn answered(&self) -> Option<&Answer> {
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
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    fn request() -> ReportRequest {
        ReportRequest {
            id: ReportId::new(Uuid::from_u128(1)),
            unit: UnitId::new(Uuid::from_u128(2)),
            due: date(2021, 7, 15),
            state: RequestState::Requested,
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_late_answer_is_taken_and_marked() {
        let answered = request().answer(Report::default(), None, at("2021-07-16T17:30:00Z")).unwrap();
        let answer = answered.answered().unwrap();
        assert!(answer.late());
        assert_eq!((answer.first_received, answer.days_late), (date(2021, 7, 17), 2));
    }

    #[test]
    fn a_correction_after_the_day_makes_nobody_late() {
        let first = request().answer(Report::default(), None, at("2021-07-15T16:59:00Z")).unwrap();
        let second = first.answer(Report::default(), None, at("2021-08-01T00:00:00Z")).unwrap();
        let answer = second.answered().unwrap();
        assert_eq!((answer.days_late, answer.version), (0, 2));
    }

    #[test]
    fn a_paper_counts_from_the_day_it_arrived() {
        let entered = at("2021-07-20T02:00:00Z");
        let answered = request().answer(Report::default(), Some(date(2021, 7, 14)), entered).unwrap();
        assert!(!answered.answered().unwrap().late());
        let tomorrow = date(2021, 7, 21);
        let refused = request().answer(Report::default(), Some(tomorrow), entered);
        assert_eq!(refused, Err(AnswerRefusal::ReceivedInFuture { day: tomorrow }));
    }

    #[test]
    fn a_withdrawn_request_takes_no_answer_and_is_never_overdue() {
        let when = at("2021-07-01T00:00:00Z");
        assert_eq!(request().withdraw(" ", when), Err(AnswerRefusal::ReasonMissing));
        let withdrawn = request().withdraw("Công văn không yêu cầu báo cáo.", when).unwrap();
        assert!(!withdrawn.is_overdue(date(2022, 1, 1)));
        let refused = withdrawn.answer(Report::default(), None, at("2021-07-02T00:00:00Z"));
        assert_eq!(refused, Err(AnswerRefusal::RequestWithdrawn { at: when }));
        assert!(request().is_overdue(date(2021, 7, 16)) && !request().is_overdue(date(2021, 7, 15)));
    }
}
