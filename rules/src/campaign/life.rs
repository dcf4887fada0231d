//! What happens to a task between being given and being done: it is given to somebody of the unit,
//! notes say how far it is, the agency sends an answer back, a later day is asked for and granted.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use thiserror::Error;

use super::task::{Evidence, Task, TaskRefusal, TaskState, still_to_come};
use crate::ids::AccountId;
use crate::refusal::{Fact, Refusal};
use crate::reporting::{REASON_LETTERS, farthest_day};
use crate::text::{length, paragraphs};

/// What happened to a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// It was given to somebody of the unit.
    Assigned,
    /// How far it is.
    Progress,
    /// Answered: it is done.
    Done,
    /// Answered: there is nothing to report.
    Nothing,
    /// The agency sent the answer back.
    SentBack,
    /// The unit asks for a later day.
    ExtensionAsked,
    /// It has a later day.
    Extended,
    /// It keeps its day.
    ExtensionDeclined,
    /// The unit asks for a later day no longer.
    ExtensionWithdrawn,
    /// It is asked of all by another day.
    DueChanged,
    /// It went to another unit, which came after the one that had it.
    HandedOver,
}

impl StepKind {
    /// Every one.
    pub const ALL: [Self; 11] = [
        Self::Assigned,
        Self::Progress,
        Self::Done,
        Self::Nothing,
        Self::SentBack,
        Self::ExtensionAsked,
        Self::Extended,
        Self::ExtensionDeclined,
        Self::ExtensionWithdrawn,
        Self::DueChanged,
        Self::HandedOver,
    ];

    /// Stable name, in the store and in the catalogue.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Assigned => "assigned",
            Self::Progress => "progress",
            Self::Done => "done",
            Self::Nothing => "nothing",
            Self::SentBack => "sent_back",
            Self::ExtensionAsked => "extension_asked",
            Self::Extended => "extended",
            Self::ExtensionDeclined => "extension_declined",
            Self::ExtensionWithdrawn => "extension_withdrawn",
            Self::DueChanged => "due_changed",
            Self::HandedOver => "handed_over",
        }
    }

    /// The kind of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Whether a task keeps the day that was granted to it alone, where all are asked by another one: it does
/// where its own is later.
pub fn keeps_granted_day(day: Option<Date>, granted: bool, asked: Option<Date>) -> bool {
    granted && asked.is_some_and(|asked| day > Some(asked))
}

/// Why a task does not take a step.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StepRefusal {
    /// What stands in the way of any change.
    #[error(transparent)]
    Task(#[from] TaskRefusal),
    /// Nobody of that name works for the unit.
    #[error("this is nobody of the unit")]
    NotOfTheUnit,
    /// They have it already.
    #[error("this person has the task already")]
    HasItAlready,
    /// Neither words nor a figure.
    #[error("say how far it is, in words or per cent")]
    NothingNoted,
    /// Not a share of a whole.
    #[error("a share is a whole number from 0 to 100")]
    Percent,
    /// There is no answer that could be sent back.
    #[error("there is no answer to send back")]
    NotAnswered,
    /// It has no day that could be later.
    #[error("the task has no due day")]
    NoDue,
    /// The new day is not later.
    #[error("the task is due on {due} already")]
    NotLater {
        /// The day it is due now.
        due: Date,
    },
    /// Too far away to be meant.
    #[error("the farthest day is {farthest}")]
    TooFar {
        /// The last day that can be given.
        farthest: Date,
    },
    /// More words than anybody reads.
    #[error("the reason has more than {max} letters")]
    TooLong {
        /// Letters allowed.
        max: usize,
    },
    /// A wish for a later day waits already.
    #[error("a later day was asked for already")]
    AskedAlready,
    /// Nobody asks for a later day.
    #[error("no later day is asked for")]
    NotAsked,
}

impl Refusal for StepRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Task(inner) => inner.code(),
            Self::NotOfTheUnit => "campaign.not_of_the_unit",
            Self::HasItAlready => "campaign.has_it_already",
            Self::NothingNoted => "campaign.nothing_noted",
            Self::Percent => "campaign.percent_malformed",
            Self::NotAnswered => "campaign.not_answered",
            Self::NoDue => "campaign.no_due_day",
            Self::NotLater { .. } => "campaign.not_later",
            Self::TooFar { .. } => "campaign.later_too_far",
            Self::TooLong { .. } => "campaign.later_too_long",
            Self::AskedAlready => "campaign.extension_asked_already",
            Self::NotAsked => "campaign.extension_not_asked",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Task(TaskRefusal::DuePast { .. }) | Self::NoDue | Self::NotLater { .. } | Self::TooFar { .. } => "to",
            Self::TooLong { .. } => "why",
            Self::Task(inner) => return inner.field(),
            Self::NotOfTheUnit | Self::HasItAlready => "person",
            Self::NothingNoted => "note",
            Self::Percent => "percent",
            Self::NotAnswered | Self::AskedAlready | Self::NotAsked => return None,
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Task(inner) => inner.facts(),
            Self::NotLater { due } => vec![("due", Fact::Day(*due))],
            Self::TooFar { farthest } => vec![("farthest", Fact::Day(*farthest))],
            Self::TooLong { max } => vec![("max", Fact::count(*max))],
            _ => Vec::new(),
        }
    }
}

/// A share of a whole, 0 to 100.
pub fn parse_percent(text: &str) -> Result<Option<u8>, StepRefusal> {
    let text = text.trim().trim_end_matches('%').trim_end();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().ok().filter(|share| *share <= 100).map(Some).ok_or(StepRefusal::Percent)
}

/// A reason has words, and not too many of them.
fn said_why(reason: &str) -> Result<(), StepRefusal> {
    let reason = paragraphs(reason);
    if reason.is_empty() {
        return Err(TaskRefusal::ReasonMissing.into());
    }
    if length(&reason) > REASON_LETTERS { Err(StepRefusal::TooLong { max: REASON_LETTERS }) } else { Ok(()) }
}

impl Task {
    /// Gives it to somebody of the unit.
    pub fn give_to(self, person: AccountId, of_the_unit: &BTreeSet<AccountId>) -> Result<Self, StepRefusal> {
        self.still_open()?;
        if !of_the_unit.contains(&person) {
            return Err(StepRefusal::NotOfTheUnit);
        }
        if self.assignee == Some(person) {
            return Err(StepRefusal::HasItAlready);
        }
        Ok(Self { assignee: Some(person), ..self })
    }

    /// Notes how far it is. A note without a figure leaves the figure that stands.
    pub fn note(self, percent: Option<u8>, words: &str) -> Result<Self, StepRefusal> {
        self.still_open()?;
        if percent.is_some_and(|share| share > 100) {
            return Err(StepRefusal::Percent);
        }
        if percent.is_none() && paragraphs(words).is_empty() {
            return Err(StepRefusal::NothingNoted);
        }
        Ok(Self { percent: percent.or(self.percent), ..self })
    }

    /// Sends its answer back with a reason: it is open again, and counted as sent back once more.
    pub fn send_back(self, reason: &str, at: Timestamp) -> Result<Self, StepRefusal> {
        if let TaskState::CalledOff { at, .. } = self.state {
            return Err(TaskRefusal::CalledOff { at }.into());
        }
        if self.answered_at().is_none() {
            return Err(StepRefusal::NotAnswered);
        }
        if paragraphs(reason).is_empty() {
            return Err(TaskRefusal::ReasonMissing.into());
        }
        Ok(Self { state: TaskState::Accepted { at }, returned: self.returned + 1, ..self })
    }

    /// Whether the unit may ask for that later day.
    pub fn may_ask_for(&self, to: Date, reason: &str, waiting: bool, today: Date) -> Result<(), StepRefusal> {
        self.later(to, today)?;
        if waiting {
            return Err(StepRefusal::AskedAlready);
        }
        said_why(reason)
    }

    /// Whether there is a wish for a later day that could be taken back.
    pub fn may_withdraw_wish(&self, waiting: bool) -> Result<(), StepRefusal> {
        self.still_open()?;
        if waiting { Ok(()) } else { Err(StepRefusal::NotAsked) }
    }

    /// Gives it a later day.
    pub fn extend(self, to: Date, today: Date) -> Result<Self, StepRefusal> {
        self.later(to, today)?;
        Ok(Self { due: Some(to), ..self })
    }

    /// Whether a wish for a later day may be declined in these words.
    pub fn may_decline(&self, words: &str, waiting: bool) -> Result<(), StepRefusal> {
        if !waiting {
            return Err(StepRefusal::NotAsked);
        }
        said_why(words)
    }

    fn later(&self, to: Date, today: Date) -> Result<(), StepRefusal> {
        self.still_open()?;
        let due = self.due.ok_or(StepRefusal::NoDue)?;
        if to <= due {
            return Err(StepRefusal::NotLater { due });
        }
        still_to_come(to, today)?;
        let farthest = farthest_day(due, today);
        if to > farthest { Err(StepRefusal::TooFar { farthest }) } else { Ok(()) }
    }

    /// The evidence of its answer, where it is done.
    pub fn evidence(&self) -> Option<&Evidence> {
        match &self.state {
            TaskState::Done { evidence, .. } => Some(evidence),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::TaskKind;
    use crate::ids::{DocumentId, TaskId, UnitId};
    use jiff::civil::date;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn task() -> Task {
        Task {
            id: TaskId::new(Uuid::from_u128(1)),
            unit: UnitId::new(Uuid::from_u128(2)),
            letter: DocumentId::new(Uuid::from_u128(3)),
            kind: TaskKind::Other,
            title: "Cử đầu mối".into(),
            text: "Cử một cán bộ đầu mối".into(),
            due: Some(date(2020, 9, 10)),
            counted: None,
            state: TaskState::Assigned,
            assignee: None,
            percent: None,
            returned: 0,
        }
    }

    fn person(number: u128) -> AccountId {
        AccountId::new(Uuid::from_u128(number))
    }

    fn now() -> Timestamp {
        "2020-09-01T02:00:00Z".parse().unwrap()
    }

    fn done() -> Task {
        task().complete(Evidence { text: "Đã cử".into(), ..Evidence::default() }, now()).unwrap()
    }

    #[test]
    fn a_task_is_given_to_somebody_of_the_unit_only() {
        let unit = BTreeSet::from([person(7), person(8)]);
        let given = task().give_to(person(7), &unit).unwrap();
        assert_eq!(given.assignee, Some(person(7)));
        assert_eq!(given.clone().give_to(person(7), &unit), Err(StepRefusal::HasItAlready));
        assert_eq!(given.give_to(person(9), &unit), Err(StepRefusal::NotOfTheUnit));
        assert!(matches!(done().give_to(person(7), &unit), Err(StepRefusal::Task(_))));
    }

    #[test]
    fn progress_is_a_share_or_words() {
        assert_eq!(task().note(None, " "), Err(StepRefusal::NothingNoted));
        let half = task().note(Some(50), "").unwrap();
        assert_eq!(half.note(None, "Đang soạn").unwrap().percent, Some(50));
        assert_eq!(parse_percent(" 40 % "), Ok(Some(40)));
        assert_eq!(
            (parse_percent(""), parse_percent("101"), parse_percent("-1")),
            (Ok(None), Err(StepRefusal::Percent), Err(StepRefusal::Percent))
        );
    }

    #[test]
    fn an_answer_sent_back_is_open_again_and_counted() {
        assert_eq!(task().send_back("Thiếu ảnh", now()), Err(StepRefusal::NotAnswered));
        assert_eq!(done().send_back(" ", now()), Err(StepRefusal::Task(TaskRefusal::ReasonMissing)));
        let back = done().send_back("Thiếu ảnh", now()).unwrap();
        assert!(back.is_open() && back.returned == 1);
        let again = back.complete(Evidence { text: "Có ảnh".into(), ..Evidence::default() }, now()).unwrap();
        assert_eq!(again.send_back("Ảnh mờ", now()).unwrap().returned, 2);
    }

    #[test]
    fn a_later_day_is_later_and_still_to_come() {
        let today = date(2020, 9, 12);
        assert_eq!(task().extend(date(2020, 9, 10), today), Err(StepRefusal::NotLater { due: date(2020, 9, 10) }));
        let past = StepRefusal::Task(TaskRefusal::DuePast { due: date(2020, 9, 11), today });
        assert_eq!(task().extend(date(2020, 9, 11), today), Err(past));
        assert_eq!(task().extend(date(2020, 9, 20), today).unwrap().due, Some(date(2020, 9, 20)));
        assert_eq!(Task { due: None, ..task() }.extend(date(2020, 9, 20), today), Err(StepRefusal::NoDue));
        assert_eq!(task().may_ask_for(date(2020, 9, 20), "Bão", true, today), Err(StepRefusal::AskedAlready));
        assert!(task().may_ask_for(date(2020, 9, 20), "Bão", false, today).is_ok());
        let too_far = StepRefusal::TooFar { farthest: date(2021, 3, 11) };
        assert_eq!(task().may_ask_for(date(2050, 1, 1), "Bão", false, today), Err(too_far.clone()));
        assert_eq!(task().extend(date(2050, 1, 1), today), Err(too_far), "the bound is the agency's, too");
        let long = "ế".repeat(REASON_LETTERS + 1);
        let too_long = Err(StepRefusal::TooLong { max: REASON_LETTERS });
        assert_eq!(task().may_ask_for(date(2020, 9, 20), &long, false, today), too_long);
        assert_eq!(
            (task().may_withdraw_wish(false), task().may_withdraw_wish(true)),
            (Err(StepRefusal::NotAsked), Ok(()))
        );
        assert_eq!(task().may_decline("x", false), Err(StepRefusal::NotAsked));
        assert_eq!(task().may_decline("", true), Err(StepRefusal::Task(TaskRefusal::ReasonMissing)));
    }

    #[test]
    fn a_granted_day_gives_way_to_a_later_one_only() {
        let (day, later) = (Some(date(2020, 9, 10)), Some(date(2020, 9, 20)));
        assert!(keeps_granted_day(later, true, day));
        assert!(!keeps_granted_day(later, false, day) && !keeps_granted_day(day, true, later));
        assert!(!keeps_granted_day(day, true, day) && !keeps_granted_day(later, true, None));
    }

    proptest! {
        /// Whatever is done in whatever order, a task is never both open and answered, its day never
        /// comes nearer, and it is sent back as often as it says.
        #[test]
        fn any_order_of_steps_keeps_the_law(steps in proptest::collection::vec(0_u8..5, 0..40)) {
            let today = date(2020, 9, 1);
            let (mut task, mut sent_back, mut due) = (task(), 0, task().due);
            for (place, step) in steps.into_iter().enumerate() {
                let day = date(2020, 9, 2).checked_add(jiff::Span::new().days(i64::try_from(place).unwrap())).unwrap();
                let next = match step {
                    0 => task.clone().note(Some(10), ""),
                    1 => task.clone().complete(Evidence { text: "x".into(), ..Evidence::default() }, now()).map_err(StepRefusal::Task),
                    2 => task.clone().send_back("x", now()).inspect(|_| sent_back += 1),
                    3 => task.clone().extend(day, today),
                    _ => task.clone().nothing_to_report("x", now()).map_err(StepRefusal::Task),
                };
                if let Ok(next) = next {
                    task = next;
                }
                prop_assert_eq!(task.is_open(), task.answered_at().is_none());
                prop_assert!(task.due >= due);
                due = task.due;
            }
            prop_assert_eq!(task.returned, sent_back);
        }
    }
}
