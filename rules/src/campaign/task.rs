//! A task that a letter gives to a unit.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::day::day_in_vietnam;
use crate::ids::{DocumentId, FileId, PublicityId, TaskId, UnitId};
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

    /// Stable name, in the store and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DirectAndReport => "direct_and_report",
            Self::PubliciseAndMobilise => "publicise_and_mobilise",
            Self::LaunchMovement => "launch_movement",
            Self::Commend => "commend",
            Self::HoldLocalContest => "hold_local_contest",
            Self::Other => "other",
        }
    }

    /// The kind of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::LETTER.into_iter().chain([Self::Other]).find(|kind| kind.code() == code)
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
    /// The words of the letter.
    pub text: String,
    /// By which day, where the letter names one.
    pub due: Option<Date>,
    /// How far it is.
    pub state: TaskState,
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
}

/// Why a task does not take an answer.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TaskRefusal {
    /// It was taken on already.
    #[error("the task was accepted already at {at}")]
    AlreadyAccepted {
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
    /// No reason for having nothing to report.
    #[error("the reason is missing")]
    ReasonMissing,
}

impl Refusal for TaskRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyAccepted { .. } => "campaign.task_already_accepted",
            Self::AlreadyAnswered { .. } => "campaign.task_already_answered",
            Self::EvidenceMissing => "campaign.evidence_missing",
            Self::ReasonMissing => "campaign.reason_missing",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::EvidenceMissing => Some("evidence".into()),
            Self::ReasonMissing => Some("reason".into()),
            _ => None,
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::AlreadyAccepted { at } | Self::AlreadyAnswered { at } => {
                vec![("at", Fact::Instant(*at))]
            }
            _ => vec![],
        }
    }
}

impl Task {
    /// Takes it on for the unit.
    pub fn accept(self, at: Timestamp) -> Result<Self, TaskRefusal> {
        match self.state {
            TaskState::Assigned => Ok(Self { state: TaskState::Accepted { at }, ..self }),
            TaskState::Accepted { at } => Err(TaskRefusal::AlreadyAccepted { at }),
            TaskState::Done { at, .. } | TaskState::NothingToReport { at, .. } => {
                Err(TaskRefusal::AlreadyAnswered { at })
            }
        }
    }

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

    /// Where it stands on that day.
    pub fn standing(&self, today: Date) -> Standing {
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
            TaskState::Assigned | TaskState::Accepted { .. } => None,
        }
    }

    fn still_open(&self) -> Result<(), TaskRefusal> {
        match self.answered_at() {
            Some(at) => Err(TaskRefusal::AlreadyAnswered { at }),
            None => Ok(()),
        }
    }
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
            text: "Tổ chức phát động phong trào đổi mới sáng tạo".into(),
            due: Some(date(2020, 12, 31)),
            state: TaskState::Assigned,
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn words(text: &str) -> Evidence {
        Evidence { text: text.into(), ..Evidence::default() }
    }

    #[test]
    fn a_task_is_accepted_once_and_answered_once() {
        let (first, later) = (at("2020-09-01T00:00:00Z"), at("2020-09-02T00:00:00Z"));
        let accepted = task().accept(first).unwrap();
        assert_eq!(accepted.clone().accept(later), Err(TaskRefusal::AlreadyAccepted { at: first }));
        let done = accepted.complete(words("Đã phát động ngày 01/9/2020"), later).unwrap();
        let answered = Err(TaskRefusal::AlreadyAnswered { at: later });
        assert_eq!(done.clone().nothing_to_report("không có", later), answered);
        assert_eq!(done.accept(later), answered);
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
