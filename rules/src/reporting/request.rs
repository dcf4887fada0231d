//! The duty of a unit to report, its answer, and whether the answer stands.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Given;
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

    /// When it was said.
    pub const fn at(&self) -> Option<Timestamp> {
        match self {
            Self::Waiting => None,
            Self::Returned { at, .. } | Self::Approved { at } | Self::Reopened { at, .. } => Some(*at),
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
            Self::ReasonMissing => "reporting.reason_missing",
            Self::ReceivedInFuture { .. } => "reporting.received_in_future",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::ReceivedInFuture { .. } => Some("received_on".into()),
            Self::ReasonMissing => Some("reason".into()),
            _ => None,
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::RequestWithdrawn { at } | Self::Answered { at } | Self::Approved { at } | Self::GivenBack { at } => {
                vec![("at", Fact::Instant(*at))]
            }
            Self::ReceivedInFuture { day } => vec![("day", Fact::Day(*day))],
            Self::NotApproved | Self::NotAnswered | Self::ReasonMissing => Vec::new(),
        }
    }
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
            RequestState::Answered(Answer { stands: Stands::Approved { at }, .. }) => {
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
            RequestState::Answered(Answer { stands: Stands::Approved { at }, .. }) => {
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
            Stands::Approved { at } => Err(AnswerRefusal::Approved { at }),
            Stands::Returned { at, .. } | Stands::Reopened { at, .. } => Err(AnswerRefusal::GivenBack { at }),
        })
    }

    /// Approves the answer: it counts from now on, and is locked.
    pub fn approve(self, at: Timestamp) -> Result<Self, AnswerRefusal> {
        self.judged(|stands| match stands {
            Stands::Waiting => Ok(Stands::Approved { at }),
            Stands::Approved { at } => Err(AnswerRefusal::Approved { at }),
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

    fn answered(when: &str) -> ReportRequest {
        request().answer(Given::default(), None, at(when)).unwrap()
    }

    #[test]
    fn a_late_answer_is_taken_and_marked() {
        let answered = answered("2021-07-16T17:30:00Z");
        let answer = answered.answered().unwrap();
        assert!(answer.late());
        assert_eq!((answer.first_received, answer.days_late), (date(2021, 7, 17), 2));
    }

    #[test]
    fn a_correction_after_the_day_makes_nobody_late() {
        let returned = answered("2021-07-15T16:59:00Z").give_back("Thiếu biểu.", at("2021-07-20T00:00:00Z")).unwrap();
        let second = returned.answer(Given::default(), None, at("2021-08-01T00:00:00Z")).unwrap();
        let answer = second.answered().unwrap();
        assert_eq!((answer.days_late, answer.version, &answer.stands), (0, 2, &Stands::Waiting));
    }

    #[test]
    fn what_is_still_owed_passes_to_a_successor_and_what_counts_stays() {
        let to = UnitId::new(Uuid::from_u128(3));
        let came = answered("2021-07-10T00:00:00Z");
        let approved = came.clone().approve(at("2021-07-20T00:00:00Z")).unwrap();
        for owed in [request(), came] {
            assert!(owed.is_still_owed());
            assert_eq!(owed.clone().pass_to(to), Ok(ReportRequest { unit: to, ..owed }));
        }
        assert!(!approved.is_still_owed());
        assert_eq!(approved.pass_to(to), Err(AnswerRefusal::Approved { at: at("2021-07-20T00:00:00Z") }));
    }

    #[test]
    fn a_paper_counts_from_the_day_it_arrived() {
        let entered = at("2021-07-20T02:00:00Z");
        let answered = request().answer(Given::default(), Some(date(2021, 7, 14)), entered).unwrap();
        assert!(!answered.answered().unwrap().late());
        let again = answered.answer(Given::default(), Some(date(2021, 7, 19)), entered).unwrap();
        let answer = again.answered().unwrap();
        assert_eq!((answer.first_received, answer.received), (date(2021, 7, 14), date(2021, 7, 19)));
        let tomorrow = date(2021, 7, 21);
        let refused = request().answer(Given::default(), Some(tomorrow), entered);
        assert_eq!(refused, Err(AnswerRefusal::ReceivedInFuture { day: tomorrow }));
    }

    #[test]
    fn a_withdrawn_request_takes_no_answer_and_is_never_overdue() {
        let when = at("2021-07-01T00:00:00Z");
        assert_eq!(request().withdraw(" ", when), Err(AnswerRefusal::ReasonMissing));
        let withdrawn = request().withdraw("Công văn không yêu cầu báo cáo.", when).unwrap();
        assert!(!withdrawn.is_overdue(date(2022, 1, 1)));
        let refused = withdrawn.answer(Given::default(), None, at("2021-07-02T00:00:00Z"));
        assert_eq!(refused, Err(AnswerRefusal::RequestWithdrawn { at: when }));
        assert!(request().is_overdue(date(2021, 7, 16)) && !request().is_overdue(date(2021, 7, 15)));
    }

    #[test]
    fn an_approved_report_is_locked_until_it_is_opened_again_with_a_reason() {
        let when = at("2021-07-20T00:00:00Z");
        let approved = answered("2021-07-10T00:00:00Z").approve(when).unwrap();
        let locked = Err(AnswerRefusal::Approved { at: when });
        assert_eq!(approved.clone().answer(Given::default(), None, when), locked);
        assert_eq!(approved.clone().give_back("Sai", when), locked);
        assert_eq!(approved.clone().reopen(" ", when), Err(AnswerRefusal::ReasonMissing));
        let open = approved.reopen("Thiếu một xã.", when).unwrap();
        assert_eq!(open.answered().unwrap().stands.reason(), Some("Thiếu một xã."));
        assert_eq!(open.clone().approve(when), Err(AnswerRefusal::GivenBack { at: when }), "it has not come again");
        let again = open.answer(Given::default(), None, when).unwrap();
        assert!(again.approve(when).is_ok());
    }

    #[test]
    fn nothing_is_said_of_what_did_not_come() {
        let when = at("2021-07-20T00:00:00Z");
        assert_eq!(request().approve(when), Err(AnswerRefusal::NotAnswered));
        assert_eq!(answered("2021-07-10T00:00:00Z").reopen("x", when), Err(AnswerRefusal::NotApproved));
    }
}
