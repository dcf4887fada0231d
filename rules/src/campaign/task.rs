//! A task that a letter gives to a unit.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::day::day_in_vietnam;
use crate::ids::{AccountId, DocumentId, FileId, PublicityId, TaskId, UnitId};
use crate::refusal::{Fact, Refusal};
use crate::text::paragraphs;

/// The tasks of the letter of 2020 (section 1, its five dashes), or one of a letter's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// Direct plan and rules locally; report the results.
    DirectAndReport,
    /// Publicise and mobilise.
    PubliciseAndMobilise,
    /// Launch a movement of innovation and technical improvement.
    LaunchMovement,
    /// Commend the outstanding.
    Commend,
    /// Hold a contest of one's own and choose from its results.
    HoldLocalContest,
    /// Name whom the unit is reached by. Done by itself when the directory has them.
    NameContact,
    /// Whatever else a letter asks; its text says what.
    Other,
}

impl TaskKind {
    /// The five tasks of the letter, in its order.
    pub const LETTER: [Self; 5] = [
        Self::DirectAndReport,
        Self::PubliciseAndMobilise,
        Self::LaunchMovement,
        Self::Commend,
        Self::HoldLocalContest,
    ];

    /// What a letter is offered when it is sent: a contact first, then its five tasks.
    pub const OFFERED: [Self; 6] = [
        Self::NameContact,
        Self::DirectAndReport,
        Self::PubliciseAndMobilise,
        Self::LaunchMovement,
        Self::Commend,
        Self::HoldLocalContest,
    ];

    /// Stable name, in the store and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DirectAndReport => "direct_and_report",
            Self::PubliciseAndMobilise => "publicise_and_mobilise",
            Self::LaunchMovement => "launch_movement",
            Self::Commend => "commend",
            Self::HoldLocalContest => "hold_local_contest",
            Self::NameContact => "name_contact",
            Self::Other => "other",
        }
    }

    /// The kind of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::OFFERED.into_iter().chain([Self::Other]).find(|kind| kind.code() == code)
    }

    /// Whether the letter asks for it, or only encourages it.
    pub const fn is_encouraged_only(self) -> bool {
        matches!(self, Self::HoldLocalContest)
    }
}

/// A task of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// Whose it is.
    pub unit: UnitId,
    /// The letter that gives it.
    pub letter: DocumentId,
    /// What kind.
    pub kind: TaskKind,
    /// What it is called, where the catalogue has no name for its kind; else empty.
    pub title: String,
    /// The words of the letter.
    pub text: String,
    /// By which day, where the letter names one.
    pub due: Option<Date>,
    /// Within how many working days from receipt, where the day is counted from there; the day
    /// stands in `due` from then on.
    pub counted: Option<u16>,
    /// How far it is.
    pub state: TaskState,
    /// Who of the unit has it.
    pub assignee: Option<AccountId>,
    /// How far it is, of a hundred, as the unit noted last.
    pub percent: Option<u8>,
    /// How often its answer was sent back.
    pub returned: u32,
}

/// How far a task is. Overdue is no state: it follows from the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskState {
    /// Given.
    Assigned,
    /// Taken on by the unit.
    Accepted {
        /// When.
        at: Timestamp,
    },
    /// Done.
    Done {
        /// When it was answered.
        at: Timestamp,
        /// What shows it.
        evidence: Evidence,
    },
    /// Answered: there is nothing to report.
    NothingToReport {
        /// When it was answered.
        at: Timestamp,
        /// Why.
        reason: String,
    },
    /// No longer asked for.
    CalledOff {
        /// When.
        at: Timestamp,
        /// Why.
        reason: String,
    },
}

/// What shows that a task was done; at least one of these.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// In words.
    pub text: String,
    /// Documents the unit issued.
    pub documents: Vec<DocumentId>,
    /// Publicity the unit recorded.
    pub publicity: Vec<PublicityId>,
    /// Files: photographs, scans.
    pub files: Vec<FileId>,
}

impl Evidence {
    fn shows_nothing(&self) -> bool {
        let Self { text, documents, publicity, files } = self;
        text.trim().is_empty() && documents.is_empty() && publicity.is_empty() && files.is_empty()
    }
}

/// Where a task stands on a day, for boards and reminders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Answered on time, or without a day to answer by.
    Answered,
    /// Answered after its day.
    AnsweredLate {
        /// Days after it.
        days: i32,
    },
    /// Open, and its day has not passed.
    Waiting,
    /// Open, and its day has passed.
    Overdue {
        /// Days since.
        days: i32,
    },
    /// No longer asked for.
    CalledOff,
}

/// Why a task does not take an answer.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TaskRefusal {
    /// It is no longer asked for.
    #[error("the task was called off at {at}")]
    CalledOff {
        /// When.
        at: Timestamp,
    },
    /// It was answered already.
    #[error("the task was answered already at {at}")]
    AlreadyAnswered {
        /// When.
        at: Timestamp,
    },
    /// Nothing shows it.
    #[error("neither words, document, publicity nor file shows that the task was done")]
    EvidenceMissing,
    /// No reason for having nothing to report, or for calling the task off.
    #[error("the reason is missing")]
    ReasonMissing,
    /// Nobody can do by a day that is over what they are asked for today.
    #[error("{due} is over; it is {today}")]
    DuePast {
        /// The day given.
        due: Date,
        /// The day on which it was given.
        today: Date,
    },
}

impl Refusal for TaskRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::CalledOff { .. } => "campaign.task_called_off",
            Self::AlreadyAnswered { .. } => "campaign.task_already_answered",
            Self::EvidenceMissing => "campaign.evidence_missing",
            Self::ReasonMissing => "campaign.reason_missing",
            Self::DuePast { .. } => "campaign.due_past",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::EvidenceMissing => Some("evidence".into()),
            Self::ReasonMissing => Some("reason".into()),
            Self::DuePast { .. } => Some("due".into()),
            _ => None,
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::CalledOff { at } | Self::AlreadyAnswered { at } => vec![("at", Fact::Instant(*at))],
            Self::DuePast { due, today } => vec![("due", Fact::Day(*due)), ("today", Fact::Day(*today))],
            _ => vec![],
        }
    }
}

impl Task {
    /// Answers it as done. A unit that did the work without accepting first is not sent back for
    /// a formality.
    pub fn complete(self, evidence: Evidence, at: Timestamp) -> Result<Self, TaskRefusal> {
        self.still_open()?;
        if evidence.shows_nothing() {
            return Err(TaskRefusal::EvidenceMissing);
        }
        let evidence = Evidence { text: paragraphs(&evidence.text), ..evidence };
        Ok(Self { state: TaskState::Done { at, evidence }, ..self })
    }

    /// Answers that there is nothing to report, and why.
    pub fn nothing_to_report(self, reason: &str, at: Timestamp) -> Result<Self, TaskRefusal> {
        self.still_open()?;
        let reason = paragraphs(reason);
        if reason.is_empty() {
            return Err(TaskRefusal::ReasonMissing);
        }
        Ok(Self { state: TaskState::NothingToReport { at, reason }, ..self })
    }

    /// Asks for it no longer, and says why. What was answered stays answered.
    pub fn call_off(self, reason: &str, at: Timestamp) -> Result<Self, TaskRefusal> {
        self.still_open()?;
        let reason = paragraphs(reason);
        if reason.is_empty() {
            return Err(TaskRefusal::ReasonMissing);
        }
        Ok(Self { state: TaskState::CalledOff { at, reason }, ..self })
    }

    /// Asks for it by another day.
    pub fn ask_by(self, due: Option<Date>, today: Date) -> Result<Self, TaskRefusal> {
        self.still_open()?;
        due.map_or(Ok(()), |due| still_to_come(due, today))?;
        Ok(Self { due, ..self })
    }

    /// Whether the unit has still to answer it.
    pub fn is_open(&self) -> bool {
        self.still_open().is_ok()
    }

    /// Where it stands on that day.
    pub fn standing(&self, today: Date) -> Standing {
        if matches!(self.state, TaskState::CalledOff { .. }) {
            return Standing::CalledOff;
        }
        let late = |day: Date| self.due.filter(|due| day > *due).map(|due| (day - due).get_days());
        match self.answered_at() {
            Some(at) => match late(day_in_vietnam(at)) {
                Some(days) => Standing::AnsweredLate { days },
                None => Standing::Answered,
            },
            None => match late(today) {
                Some(days) => Standing::Overdue { days },
                None => Standing::Waiting,
            },
        }
    }

    /// When it was answered, if it was.
    pub fn answered_at(&self) -> Option<Timestamp> {
        match &self.state {
            TaskState::Done { at, .. } | TaskState::NothingToReport { at, .. } => Some(*at),
            TaskState::Assigned | TaskState::Accepted { .. } | TaskState::CalledOff { .. } => None,
        }
    }

    pub(super) fn still_open(&self) -> Result<(), TaskRefusal> {
        match self.state {
            TaskState::Assigned | TaskState::Accepted { .. } => Ok(()),
            TaskState::Done { at, .. } | TaskState::NothingToReport { at, .. } => {
                Err(TaskRefusal::AlreadyAnswered { at })
            }
            TaskState::CalledOff { at, .. } => Err(TaskRefusal::CalledOff { at }),
        }
    }
}

/// Whether something can be asked for by that day: it is not over.
pub fn still_to_come(due: Date, today: Date) -> Result<(), TaskRefusal> {
    if due < today { Err(TaskRefusal::DuePast { due, today }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    fn task() -> Task {
        Task {
            id: TaskId::new(Uuid::from_u128(1)),
            unit: UnitId::new(Uuid::from_u128(2)),
            letter: DocumentId::new(Uuid::from_u128(3)),
            kind: TaskKind::LaunchMovement,
            title: String::new(),
            text: "Tổ chức phát động phong trào đổi mới sáng tạo".into(),
            due: Some(date(2020, 12, 31)),
            counted: None,
            state: TaskState::Assigned,
            assignee: None,
            percent: None,
            returned: 0,
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn words(text: &str) -> Evidence {
        Evidence { text: text.into(), ..Evidence::default() }
    }

    #[test]
    fn a_task_is_answered_once() {
        let (first, later) = (at("2020-09-01T00:00:00Z"), at("2020-09-02T00:00:00Z"));
        let done = task().complete(words("Đã phát động ngày 01/9/2020"), first).unwrap();
        let answered = TaskRefusal::AlreadyAnswered { at: first };
        assert_eq!(done.clone().nothing_to_report("không có", later), Err(answered.clone()));
        assert_eq!(done.call_off("thôi", later), Err(answered));
    }

    #[test]
    fn what_is_called_off_with_a_reason_is_neither_waited_for_nor_answered() {
        let now = at("2020-09-01T00:00:00Z");
        assert_eq!(task().call_off(" ", now), Err(TaskRefusal::ReasonMissing));
        let off = task().call_off("Công văn không giao việc này.", now).unwrap();
        assert_eq!((off.standing(date(2030, 1, 1)), off.is_open()), (Standing::CalledOff, false));
        assert_eq!(off.complete(words("x"), now), Err(TaskRefusal::CalledOff { at: now }));
    }

    #[test]
    fn a_day_that_is_over_is_no_due_day() {
        let today = date(2020, 9, 1);
        let refused = TaskRefusal::DuePast { due: date(2020, 8, 31), today };
        assert_eq!(task().ask_by(Some(date(2020, 8, 31)), today), Err(refused));
        assert_eq!(task().ask_by(Some(today), today).unwrap().due, Some(today));
        assert_eq!(task().ask_by(None, today).unwrap().due, None);
    }

    #[test]
    fn done_is_shown_and_nothing_has_a_reason() {
        let now = at("2020-09-01T00:00:00Z");
        assert_eq!(task().complete(words(" "), now), Err(TaskRefusal::EvidenceMissing));
        assert_eq!(task().nothing_to_report("", now), Err(TaskRefusal::ReasonMissing));
        let by_file = Evidence { files: vec![FileId::new(Uuid::from_u128(4))], ..Evidence::default() };
        assert!(task().complete(by_file, now).is_ok());
    }

    #[test]
    fn the_day_itself_is_on_time_by_vietnam_s_clock() {
        assert_eq!(task().standing(date(2020, 12, 31)), Standing::Waiting);
        assert_eq!(task().standing(date(2021, 1, 2)), Standing::Overdue { days: 2 });
        let answered = |when| task().complete(words("x"), at(when)).unwrap().standing(date(2021, 6, 1));
        assert_eq!(answered("2020-12-31T16:59:59Z"), Standing::Answered);
        assert_eq!(answered("2020-12-31T17:00:00Z"), Standing::AnsweredLate { days: 1 });
        assert_eq!(Task { due: None, ..task() }.standing(date(2030, 1, 1)), Standing::Waiting);
    }
}
