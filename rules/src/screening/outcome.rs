//! Admitted, returned, refused.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{BlindCode, CheckItem, Finding, Verdict};
use crate::ids::EntryId;
use crate::refusal::{Fact, Refusal};
use crate::text::one_line;

/// The screening of one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screening {
    /// The entry.
    pub entry: EntryId,
    /// How far it is.
    pub state: ScreeningState,
}

/// How far a screening is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScreeningState {
    /// Waiting for a decision, for the first time or after a completion.
    Waiting,
    /// Decided.
    Decided {
        /// When.
        at: Timestamp,
        /// How.
        outcome: ScreeningOutcome,
    },
}

/// How an entry comes out of screening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScreeningOutcome {
    /// It will be judged.
    Admitted {
        /// Under this name.
        blind_code: BlindCode,
    },
    /// Its authors may complete it.
    Returned {
        /// What is missing or wrong; never empty.
        reasons: Vec<String>,
        /// The last day to complete it.
        until: Date,
    },
    /// It will not be judged.
    Refused {
        /// Why; never empty.
        reasons: Vec<String>,
    },
}

/// What the secretary decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Admit it under a code that the act drew.
    Admit {
        /// The code.
        blind_code: BlindCode,
    },
    /// Return it for completion.
    Return {
        /// What is missing or wrong.
        reasons: Vec<String>,
        /// The last day to complete it.
        until: Date,
    },
    /// Refuse it.
    Refuse {
        /// Why.
        reasons: Vec<String>,
    },
}

/// Why a decision cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ScreeningRefusal {
    /// Admitted and refused entries stay so.
    #[error("the entry was decided already at {at}")]
    AlreadyDecided {
        /// When.
        at: Timestamp,
    },
    /// The authors still have it.
    #[error("the entry is with its authors until {until}")]
    WithAuthors {
        /// The last day to complete it.
        until: Date,
    },
    /// Its time to be completed ran out, so what was missing is missing still.
    #[error("the entry was not completed by {until}, so it cannot be admitted")]
    NotCompleted {
        /// The last day to complete it.
        until: Date,
    },
    /// A question has no answer.
    #[error("the check {item} has no answer")]
    ItemUnanswered {
        /// Which.
        item: CheckItem,
    },
    /// What is not in order cannot be admitted.
    #[error("the check {item} failed, so the entry cannot be admitted")]
    ItemFailed {
        /// Which.
        item: CheckItem,
    },
    /// No reason was given.
    #[error("the reason is missing")]
    ReasonMissing,
    /// The day to complete it has passed or is today.
    #[error("{until} leaves no day to complete the entry")]
    UntilTooSoon {
        /// The day given.
        until: Date,
    },
    /// Judging would have begun before.
    #[error("{until} is not before {judging}, when judging begins")]
    UntilTooLate {
        /// The day given.
        until: Date,
        /// The first day of judging.
        judging: Date,
    },
    /// Nothing on the list failed.
    #[error("no question of the list has failed, so the entry cannot be refused")]
    NothingFailed,
}

impl Refusal for ScreeningRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyDecided { .. } => "screening.already_decided",
            Self::WithAuthors { .. } => "screening.with_authors",
            Self::NotCompleted { .. } => "screening.not_completed",
            Self::ItemUnanswered { .. } => "screening.item_unanswered",
            Self::ItemFailed { .. } => "screening.item_failed",
            Self::ReasonMissing => "screening.reason_missing",
            Self::UntilTooSoon { .. } => "screening.until_too_soon",
            Self::UntilTooLate { .. } => "screening.until_too_late",
            Self::NothingFailed => "screening.nothing_failed",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::AlreadyDecided { .. } | Self::WithAuthors { .. } => None,
            Self::ItemUnanswered { item } | Self::ItemFailed { item } => Some(format!("findings.{item}")),
            Self::ReasonMissing => Some("reasons".into()),
            Self::UntilTooSoon { .. } | Self::UntilTooLate { .. } => Some("until".into()),
            Self::NothingFailed | Self::NotCompleted { .. } => Some("decision".into()),
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::AlreadyDecided { at } => vec![("at", Fact::Instant(*at))],
            Self::WithAuthors { until } | Self::NotCompleted { until } | Self::UntilTooSoon { until } => {
                vec![("until", Fact::Day(*until))]
            }
            Self::ItemUnanswered { item } | Self::ItemFailed { item } => {
                vec![("item", Fact::text(item))]
            }
            Self::UntilTooLate { until, judging } => {
                vec![("until", Fact::Day(*until)), ("judging", Fact::Day(*judging))]
            }
            Self::ReasonMissing | Self::NothingFailed => vec![],
        }
    }
}

/// Between which days an entry may be completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// Today.
    pub today: Date,
    /// The first day of judging by the plan, where it has one.
    pub judging_from: Option<Date>,
}

impl Days {
    /// What speaks against that last day. Where the plan was overrun, the round itself says whether
    /// entries still come.
    fn against(self, until: Date) -> Option<ScreeningRefusal> {
        if until <= self.today {
            return Some(ScreeningRefusal::UntilTooSoon { until });
        }
        let judging = self.judging_from.filter(|from| self.today < *from && until >= *from)?;
        Some(ScreeningRefusal::UntilTooLate { until, judging })
    }
}

impl Screening {
    /// Decides, or tells everything that stands in the way.
    ///
    /// To admit, every question of the list must be answered and in order. To return, reasons
    /// suffice: an entry without its form need not be read to the end. To refuse, at least one
    /// question has failed: the list is what an entry is refused by.
    pub fn decide(
        self,
        decision: Decision,
        asked: &[CheckItem],
        findings: &[Finding],
        days: Days,
        at: Timestamp,
    ) -> Result<Self, Vec<ScreeningRefusal>> {
        self.may_decide(&decision, days.today).map_err(|refusal| vec![refusal])?;
        let problems = match &decision {
            Decision::Admit { .. } => unfit(asked, findings),
            Decision::Return { reasons, until } => {
                without_reason(reasons).into_iter().chain(days.against(*until)).collect()
            }
            Decision::Refuse { reasons } => {
                let failed = findings.iter().any(|finding| finding.verdict == Verdict::Failed);
                let nothing = (!failed).then_some(ScreeningRefusal::NothingFailed);
                nothing.into_iter().chain(without_reason(reasons)).collect()
            }
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self { state: ScreeningState::Decided { at, outcome: decision.outcome() }, ..self })
    }

    /// A completed entry waits for a decision again.
    pub fn completed(self) -> Result<Self, ScreeningRefusal> {
        match self.state {
            ScreeningState::Decided { outcome: ScreeningOutcome::Returned { .. }, .. } => {
                Ok(Self { state: ScreeningState::Waiting, ..self })
            }
            ScreeningState::Decided { at, .. } => Err(ScreeningRefusal::AlreadyDecided { at }),
            ScreeningState::Waiting => Ok(self),
        }
    }

    /// The code under which it is judged, once admitted.
    pub fn admitted(&self) -> Option<&BlindCode> {
        match &self.state {
            ScreeningState::Decided { outcome: ScreeningOutcome::Admitted { blind_code }, .. } => Some(blind_code),
            _ => None,
        }
    }

    /// Who let the time to complete it run out may be given more of it, or is refused.
    fn may_decide(&self, decision: &Decision, today: Date) -> Result<(), ScreeningRefusal> {
        match &self.state {
            ScreeningState::Waiting => Ok(()),
            ScreeningState::Decided { outcome: ScreeningOutcome::Returned { until, .. }, .. } => {
                let until = *until;
                match decision {
                    _ if today <= until => Err(ScreeningRefusal::WithAuthors { until }),
                    Decision::Admit { .. } => Err(ScreeningRefusal::NotCompleted { until }),
                    Decision::Return { .. } | Decision::Refuse { .. } => Ok(()),
                }
            }
            ScreeningState::Decided { at, .. } => Err(ScreeningRefusal::AlreadyDecided { at: *at }),
        }
    }
}

impl Decision {
    fn outcome(self) -> ScreeningOutcome {
        let clean = |reasons: Vec<String>| {
            let lines = reasons.iter().map(|reason| one_line(reason));
            lines.filter(|reason| !reason.is_empty()).collect()
        };
        match self {
            Self::Admit { blind_code } => ScreeningOutcome::Admitted { blind_code },
            Self::Return { reasons, until } => ScreeningOutcome::Returned { reasons: clean(reasons), until },
            Self::Refuse { reasons } => ScreeningOutcome::Refused { reasons: clean(reasons) },
        }
    }
}

fn unfit(asked: &[CheckItem], findings: &[Finding]) -> Vec<ScreeningRefusal> {
    let verdict =
        |item: &CheckItem| findings.iter().find(|finding| finding.item == *item).map(|finding| finding.verdict);
    let problem = |item: &CheckItem| match verdict(item) {
        Some(Verdict::Passed) => None,
        Some(Verdict::Failed) => Some(ScreeningRefusal::ItemFailed { item: item.clone() }),
        None => Some(ScreeningRefusal::ItemUnanswered { item: item.clone() }),
    };
    asked.iter().filter_map(problem).collect()
}

fn without_reason(reasons: &[String]) -> Vec<ScreeningRefusal> {
    let none = reasons.iter().all(|reason| one_line(reason).is_empty());
    if none { vec![ScreeningRefusal::ReasonMissing] } else { vec![] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2021, 7, 5);
    const ASKED: [CheckItem; 2] = [CheckItem::Category, CheckItem::Distinct];

    fn waiting() -> Screening {
        Screening { entry: EntryId::new(Uuid::from_u128(1)), state: ScreeningState::Waiting }
    }

    fn found(verdicts: &[(CheckItem, Verdict)]) -> Vec<Finding> {
        let finding = |(item, verdict): &(CheckItem, Verdict)| Finding {
            item: item.clone(),
            verdict: *verdict,
            note: String::new(),
        };
        verdicts.iter().map(finding).collect()
    }

    fn admit() -> Decision {
        Decision::Admit { blind_code: BlindCode::from_random([1, 2, 3, 4]) }
    }

    fn decide(
        screening: Screening,
        decision: Decision,
        findings: &[Finding],
    ) -> Result<Screening, Vec<ScreeningRefusal>> {
        let days = Days { today: TODAY, judging_from: Some(date(2021, 7, 21)) };
        screening.decide(decision, &ASKED, findings, days, Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn only_what_is_wholly_in_order_is_admitted() {
        let passed = |item| (item, Verdict::Passed);
        let all = found(&[passed(CheckItem::Category), passed(CheckItem::Distinct)]);
        assert!(decide(waiting(), admit(), &all).unwrap().admitted().is_some());
        let failed = found(&[(CheckItem::Category, Verdict::Failed)]);
        let refused = decide(waiting(), admit(), &failed).unwrap_err();
        let expected = [
            ScreeningRefusal::ItemFailed { item: CheckItem::Category },
            ScreeningRefusal::ItemUnanswered { item: CheckItem::Distinct },
        ];
        assert_eq!(refused, expected);
    }

    #[test]
    fn a_return_needs_reasons_and_time() {
        let decision = Decision::Return { reasons: vec![" ".into()], until: TODAY };
        let refused = decide(waiting(), decision, &[]).unwrap_err();
        let expected = [ScreeningRefusal::ReasonMissing, ScreeningRefusal::UntilTooSoon { until: TODAY }];
        assert_eq!(refused, expected);
    }

    #[test]
    fn a_return_ends_before_judging_begins() {
        let back = |until| Decision::Return { reasons: vec!["Thiếu".into()], until };
        assert!(decide(waiting(), back(date(2021, 7, 20)), &[]).is_ok());
        let (until, judging) = (date(2021, 7, 21), date(2021, 7, 21));
        let late = decide(waiting(), back(until), &[]).unwrap_err();
        assert_eq!(late, [ScreeningRefusal::UntilTooLate { until, judging }]);
        let overrun = Days { today: date(2021, 7, 25), judging_from: Some(judging) };
        assert_eq!(overrun.against(date(2021, 7, 28)), None);
    }

    #[test]
    fn nothing_is_refused_that_failed_in_nothing() {
        let refuse = || Decision::Refuse { reasons: vec!["Không thuộc đối tượng".into()] };
        let all = found(&[(CheckItem::Category, Verdict::Passed), (CheckItem::Distinct, Verdict::Passed)]);
        assert_eq!(decide(waiting(), refuse(), &all).unwrap_err(), [ScreeningRefusal::NothingFailed]);
        let one = found(&[(CheckItem::Distinct, Verdict::Failed)]);
        assert!(decide(waiting(), refuse(), &one).is_ok());
    }

    #[test]
    fn what_was_not_completed_in_time_is_refused_or_given_more_time() {
        let (until, after) = (date(2021, 7, 10), date(2021, 7, 11));
        let reasons = || vec!["Thiếu xác nhận của đơn vị".to_owned()];
        let returned =
            decide(waiting(), Decision::Return { reasons: reasons(), until }, &[]).expect("there is a reason and time");
        let failed = found(&[(CheckItem::Category, Verdict::Failed)]);
        let later = |decision| {
            let days = Days { today: after, judging_from: Some(date(2021, 7, 21)) };
            returned.clone().decide(decision, &ASKED, &failed, days, Timestamp::UNIX_EPOCH)
        };
        assert_eq!(later(admit()), Err(vec![ScreeningRefusal::NotCompleted { until }]));
        assert!(later(Decision::Refuse { reasons: reasons() }).is_ok());
        assert!(later(Decision::Return { reasons: reasons(), until: date(2021, 7, 15) }).is_ok());
    }

    #[test]
    fn a_returned_entry_is_decided_again_after_its_completion_only() {
        let until = date(2021, 7, 15);
        let reasons = vec!["Thiếu xác nhận của đơn vị".to_owned()];
        let decision = Decision::Return { reasons: reasons.clone(), until };
        let returned = decide(waiting(), decision, &[]).unwrap();
        let refuse = Decision::Refuse { reasons };
        let failed = found(&[(CheckItem::Category, Verdict::Failed)]);
        let early = decide(returned.clone(), refuse.clone(), &failed);
        assert_eq!(early, Err(vec![ScreeningRefusal::WithAuthors { until }]));
        let refused = decide(returned.completed().unwrap(), refuse.clone(), &failed).unwrap();
        let again = decide(refused, refuse, &failed).unwrap_err();
        assert_eq!(again[0].code(), "screening.already_decided");
    }
}
