//! A later day for a unit's report: the unit asks, the agency grants or declines, the unit takes its wish back.

use jiff::ToSpan;
use jiff::civil::Date;
use thiserror::Error;

use super::{AnswerRefusal, ReportRequest, RequestState};
use crate::refusal::{Fact, Refusal};
use crate::text::{length, paragraphs};

/// So many days after the day that holds nobody plans: what lies farther away is a slip.
const FARTHEST: i32 = 180;

/// So many letters say why.
pub const REASON_LETTERS: usize = 1000;

/// The farthest day that can be asked for or granted: counted from the day that holds, or from today where
/// that is over.
pub fn farthest_day(due: Date, today: Date) -> Date {
    due.max(today).saturating_add(FARTHEST.days())
}

/// What was done about a later day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LaterKind {
    /// The unit asks for it.
    Asked,
    /// The agency grants it, asked for or not.
    Granted,
    /// The day stays.
    Declined,
    /// The unit asks no longer.
    Withdrawn,
}

impl LaterKind {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Asked, Self::Granted, Self::Declined, Self::Withdrawn];

    /// Stable name, in the store and in the catalogue.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Granted => "granted",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The kind of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Why nothing is done about a later day.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LaterRefusal {
    /// What stands in the way of any change.
    #[error(transparent)]
    Answer(#[from] AnswerRefusal),
    /// The new day is not later.
    #[error("the report is due on {due} already")]
    NotLater {
        /// The day that holds.
        due: Date,
    },
    /// Nobody can report by a day that is over.
    #[error("{to} is over; it is {today}")]
    Over {
        /// The day given.
        to: Date,
        /// The day on which it was given.
        today: Date,
    },
    /// Too far away to be meant.
    #[error("the farthest day is {farthest}")]
    TooFar {
        /// The last day that can be given.
        farthest: Date,
    },
    /// Nobody said why.
    #[error("the reason is missing")]
    ReasonMissing,
    /// More words than anybody reads.
    #[error("the reason has more than {max} letters")]
    TooLong {
        /// Letters allowed.
        max: usize,
    },
    /// A wish waits already.
    #[error("a later day was asked for already")]
    AskedAlready,
    /// Nobody asks.
    #[error("no later day is asked for")]
    NotAsked,
}

impl Refusal for LaterRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Answer(inner) => inner.code(),
            Self::NotLater { .. } => "reporting.later_not_later",
            Self::Over { .. } => "reporting.later_over",
            Self::TooFar { .. } => "reporting.later_too_far",
            Self::ReasonMissing => "reporting.later_reason_missing",
            Self::TooLong { .. } => "reporting.later_too_long",
            Self::AskedAlready => "reporting.later_asked_already",
            Self::NotAsked => "reporting.later_not_asked",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::NotLater { .. } | Self::Over { .. } | Self::TooFar { .. } => "later_to",
            Self::ReasonMissing | Self::TooLong { .. } => "later_why",
            Self::Answer(_) | Self::AskedAlready | Self::NotAsked => return None,
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Answer(inner) => inner.facts(),
            Self::NotLater { due } => vec![("due", Fact::Day(*due))],
            Self::Over { to, today } => vec![("to", Fact::Day(*to)), ("today", Fact::Day(*today))],
            Self::TooFar { farthest } => vec![("farthest", Fact::Day(*farthest))],
            Self::TooLong { max } => vec![("max", Fact::count(*max))],
            Self::ReasonMissing | Self::AskedAlready | Self::NotAsked => Vec::new(),
        }
    }
}

/// Words about a later day as they are kept; there may be none.
pub fn words_about_later(words: &str) -> Result<String, LaterRefusal> {
    let words = paragraphs(words);
    if length(&words) > REASON_LETTERS { Err(LaterRefusal::TooLong { max: REASON_LETTERS }) } else { Ok(words) }
}

fn reason(words: &str) -> Result<String, LaterRefusal> {
    let words = words_about_later(words)?;
    if words.is_empty() { Err(LaterRefusal::ReasonMissing) } else { Ok(words) }
}

impl ReportRequest {
    /// The day by which all are asked together with it: a report stays in the period of that day, whatever
    /// its unit alone was granted.
    pub fn asked_by(&self) -> Date {
        self.asked.unwrap_or(self.due)
    }

    /// Asks all by another day; a later one that was granted to this unit alone holds.
    #[must_use]
    pub fn ask_all_by(self, day: Date) -> Self {
        if self.asked.is_some() && self.due > day {
            return Self { asked: Some(day), ..self };
        }
        Self { due: day, asked: None, ..self }
    }

    /// Whether the unit may ask for that later day: as long as nothing came, or what came is to be corrected.
    /// Gives its reason as it is kept.
    pub fn may_ask_for(&self, to: Date, why: &str, waiting: bool, today: Date) -> Result<String, LaterRefusal> {
        if let RequestState::Answered(answer) = &self.state
            && !answer.is_to_be_corrected()
            && !answer.is_approved()
        {
            return Err(AnswerRefusal::Answered { at: answer.at }.into());
        }
        self.may_be_later(to, today)?;
        if waiting {
            return Err(LaterRefusal::AskedAlready);
        }
        reason(why)
    }

    /// Gives it a later day. What came meanwhile is late by that day, or no longer.
    pub fn extend(self, to: Date, today: Date) -> Result<Self, LaterRefusal> {
        self.may_be_later(to, today)?;
        let asked = Some(self.asked_by());
        let state = match self.state {
            RequestState::Answered(mut answer) => {
                answer.days_late = (answer.first_received - to).get_days().max(0);
                RequestState::Answered(answer)
            }
            other => other,
        };
        Ok(Self { due: to, asked, state, ..self })
    }

    /// Whether a wish may be declined in these words; gives them as they are kept.
    pub fn may_decline(&self, words: &str, waiting: bool) -> Result<String, LaterRefusal> {
        self.may_withdraw_wish(waiting)?;
        reason(words)
    }

    /// Whether there is a wish that could be taken back.
    pub fn may_withdraw_wish(&self, waiting: bool) -> Result<(), LaterRefusal> {
        self.still_open()?;
        if waiting { Ok(()) } else { Err(LaterRefusal::NotAsked) }
    }

    fn may_be_later(&self, to: Date, today: Date) -> Result<(), LaterRefusal> {
        self.still_open()?;
        let farthest = farthest_day(self.due, today);
        if to <= self.due {
            return Err(LaterRefusal::NotLater { due: self.due });
        }
        // What came already came by a day that may be over when the agency gets to it.
        if self.is_open() && to < today {
            return Err(LaterRefusal::Over { to, today });
        }
        if to > farthest { Err(LaterRefusal::TooFar { farthest }) } else { Ok(()) }
    }

    fn still_open(&self) -> Result<(), AnswerRefusal> {
        match &self.state {
            RequestState::Withdrawn { at, .. } => Err(AnswerRefusal::RequestWithdrawn { at: *at }),
            RequestState::Answered(answer) if answer.is_approved() => {
                Err(AnswerRefusal::Approved { at: answer.stands.at().unwrap_or(answer.at) })
            }
            RequestState::Requested | RequestState::Answered(_) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{ReportId, UnitId};
    use crate::reporting::{Given, Paper};
    use jiff::Timestamp;
    use jiff::civil::date;
    use proptest::prelude::*;
    use uuid::Uuid;

    const DUE: Date = date(2021, 7, 15);

    fn request() -> ReportRequest {
        ReportRequest {
            id: ReportId::new(Uuid::from_u128(1)),
            unit: UnitId::new(Uuid::from_u128(2)),
            due: DUE,
            asked: None,
            state: RequestState::Requested,
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_later_day_is_later_still_to_come_and_not_far_away() {
        let today = date(2021, 7, 1);
        let ask = |to, today| request().may_ask_for(to, " Bão \n", false, today);
        assert_eq!(ask(DUE, today), Err(LaterRefusal::NotLater { due: DUE }));
        assert_eq!(ask(date(2050, 1, 1), today), Err(LaterRefusal::TooFar { farthest: date(2022, 1, 11) }));
        assert_eq!(ask(date(2022, 1, 11), today), Ok("Bão".to_owned()));
        let after = date(2021, 7, 20);
        assert_eq!(ask(date(2021, 7, 19), after), Err(LaterRefusal::Over { to: date(2021, 7, 19), today: after }));
        assert_eq!(farthest_day(DUE, date(2021, 8, 1)), date(2022, 1, 28), "from today, where the day is over");
    }

    #[test]
    fn a_wish_has_a_reason_of_some_words_and_stands_once() {
        let (to, today) = (date(2021, 7, 25), date(2021, 7, 1));
        assert_eq!(request().may_ask_for(to, " ", false, today), Err(LaterRefusal::ReasonMissing));
        assert_eq!(request().may_ask_for(to, "Bão", true, today), Err(LaterRefusal::AskedAlready));
        let long = "ế".repeat(REASON_LETTERS + 1);
        let too_long = Err(LaterRefusal::TooLong { max: REASON_LETTERS });
        assert_eq!(request().may_ask_for(to, &long, false, today), too_long);
        assert_eq!(request().may_decline(&long, true), too_long);
        assert_eq!(request().may_decline("Phải tổng hợp", false), Err(LaterRefusal::NotAsked));
        assert_eq!(request().may_decline("", true), Err(LaterRefusal::ReasonMissing));
        assert_eq!(request().may_withdraw_wish(false), Err(LaterRefusal::NotAsked));
        assert_eq!(request().may_withdraw_wish(true), Ok(()));
    }

    #[test]
    fn what_came_waits_for_its_word_and_what_counts_has_no_day_any_more() {
        let (to, today, when) = (date(2021, 7, 25), date(2021, 7, 20), at("2021-07-20T02:00:00Z"));
        let came = request().answer(Given::default(), None, when).unwrap();
        let said = Err(LaterRefusal::Answer(AnswerRefusal::Answered { at: when }));
        assert_eq!(came.may_ask_for(to, "Bão", false, today), said);
        let back = came.clone().give_back("Thiếu số", when).unwrap();
        assert!(back.may_ask_for(to, "Bão", false, today).is_ok());
        let approved = came.approve(Paper::There, when).unwrap();
        let locked = LaterRefusal::Answer(AnswerRefusal::Approved { at: when });
        assert_eq!(approved.may_ask_for(to, "Bão", false, today), Err(locked.clone()));
        assert_eq!(approved.extend(to, today), Err(locked));
    }

    #[test]
    fn what_came_before_the_agency_s_word_is_on_time_by_the_day_that_holds() {
        let came = request().answer(Given::default(), None, at("2021-07-18T02:00:00Z")).unwrap();
        assert_eq!(came.answered().unwrap().days_late, 3);
        let granted = came.extend(date(2021, 7, 18), date(2021, 7, 22)).unwrap();
        assert_eq!((granted.answered().unwrap().days_late, granted.asked_by()), (0, DUE));
    }

    #[test]
    fn a_granted_day_holds_against_an_earlier_one_for_all() {
        let granted = request().extend(date(2021, 7, 25), date(2021, 7, 1)).unwrap();
        let again = granted.clone().extend(date(2021, 7, 28), date(2021, 7, 1)).unwrap();
        assert_eq!((again.due, again.asked), (date(2021, 7, 28), Some(DUE)), "the first day stays known");
        let kept = granted.clone().ask_all_by(date(2021, 7, 20));
        assert_eq!((kept.due, kept.asked_by()), (date(2021, 7, 25), date(2021, 7, 20)));
        let moved = granted.ask_all_by(date(2021, 8, 1));
        assert_eq!((moved.due, moved.asked), (date(2021, 8, 1), None));
        assert_eq!(request().ask_all_by(date(2021, 7, 10)).due, date(2021, 7, 10));
    }

    proptest! {
        /// However often later days are granted, the day never comes nearer and the period stays.
        #[test]
        fn grants_only_move_the_day_on(days in proptest::collection::vec(-30_i32..400, 0..20)) {
            let today = date(2021, 7, 1);
            let mut request = request();
            for days in days {
                let before = request.due;
                if let Ok(next) = request.clone().extend(DUE.saturating_add(days.days()), today) {
                    prop_assert!(next.due > before && next.due <= farthest_day(before, today));
                    request = next;
                }
                prop_assert_eq!(request.asked_by(), DUE);
            }
        }
    }
}
