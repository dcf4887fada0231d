//! A plan's assignments: who does what by when. Each becomes a task at every unit it names.

use std::collections::BTreeSet;

use jiff::civil::Date;
use thiserror::Error;

use super::task::{TaskKind, TaskRefusal, still_to_come};
use crate::ids::UnitId;
use crate::refusal::{Fact, Refusal};
use crate::text::{length, one_line, paragraphs};
use crate::workdays::Due;

/// One assignment of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Its own words, or a contact to be named.
    pub kind: TaskKind,
    /// What it is called, short enough for the head of a board; empty where its kind has a name.
    pub title: String,
    /// The words of the plan.
    pub words: String,
    /// By when, where the plan says so.
    pub due: Option<Due>,
    /// Every unit of these kinds.
    pub groups: BTreeSet<String>,
    /// These units by name or by their place in the register.
    pub units: BTreeSet<UnitId>,
}

/// Why an assignment is none.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AssignmentRefusal {
    /// It is not called anything.
    #[error("the assignment has no title")]
    TitleMissing,
    /// Its title fits no board.
    #[error("the title has {length} letters; {most} fit")]
    TitleLong {
        /// How many it has.
        length: usize,
        /// How many fit.
        most: usize,
    },
    /// It says nothing.
    #[error("the assignment says nothing")]
    WordsMissing,
    /// Nobody is to do it.
    #[error("the assignment names no unit")]
    NobodyNamed,
    /// Its day is over.
    #[error(transparent)]
    Due(#[from] TaskRefusal),
}

impl Refusal for AssignmentRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::TitleMissing => "campaign.plan_title_missing",
            Self::TitleLong { .. } => "campaign.plan_title_long",
            Self::WordsMissing => "campaign.task_without_words",
            Self::NobodyNamed => "campaign.plan_nobody",
            Self::Due(inner) => inner.code(),
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::TitleMissing | Self::TitleLong { .. } => "title",
            Self::WordsMissing => "words",
            Self::NobodyNamed => "groups",
            Self::Due(_) => "due",
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::TitleLong { length, most } => vec![("length", Fact::count(*length)), ("most", Fact::count(*most))],
            Self::Due(inner) => inner.facts(),
            _ => Vec::new(),
        }
    }
}

impl Assignment {
    /// What a plan assigns: what it says itself, or *cử cán bộ đầu mối*.
    pub const KINDS: [TaskKind; 2] = [TaskKind::Other, TaskKind::NameContact];

    /// The most letters of a title.
    pub const TITLE: usize = 40;

    /// The head of a column of the board: there, and short.
    pub fn title(title: String) -> Result<String, AssignmentRefusal> {
        let letters = length(&title);
        if title.is_empty() {
            Err(AssignmentRefusal::TitleMissing)
        } else if letters > Self::TITLE {
            Err(AssignmentRefusal::TitleLong { length: letters, most: Self::TITLE })
        } else {
            Ok(title)
        }
    }

    /// Everything that is wrong with it, or the assignment with its words in one form.
    pub fn check(self, today: Date) -> Result<Self, Vec<AssignmentRefusal>> {
        let named = self.kind != TaskKind::Other;
        let mut no = Vec::new();
        let title = if named { Ok(String::new()) } else { Self::title(one_line(&self.title)) };
        let title = title.unwrap_or_else(|refusal| {
            no.push(refusal);
            String::new()
        });
        let words = paragraphs(&self.words);
        if words.is_empty() {
            no.push(AssignmentRefusal::WordsMissing);
        }
        if self.groups.is_empty() && self.units.is_empty() {
            no.push(AssignmentRefusal::NobodyNamed);
        }
        if let Some(Due::Day(day)) = self.due
            && let Err(past) = still_to_come(day, today)
        {
            no.push(past.into());
        }
        if no.is_empty() { Ok(Self { title, words, ..self }) } else { Err(no) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn everything_wrong_is_said_at_once() {
        let today = date(2020, 9, 1);
        let none = Assignment {
            kind: TaskKind::Other,
            title: " ".into(),
            words: String::new(),
            due: Some(Due::Day(date(2020, 8, 31))),
            groups: BTreeSet::new(),
            units: BTreeSet::new(),
        };
        let codes: Vec<_> = none.check(today).unwrap_err().iter().filter_map(Refusal::field).collect();
        assert_eq!(codes, ["title", "words", "groups", "due"]);
        let right = Assignment {
            kind: TaskKind::Other,
            title: "  Cấp  kinh phí ".into(),
            words: "Bố trí kinh phí.".into(),
            due: Some(Due::parse("5 ngày làm việc từ ngày nhận").unwrap()),
            groups: BTreeSet::from(["department".into()]),
            units: BTreeSet::new(),
        };
        assert_eq!(right.clone().check(today).unwrap().title, "Cấp kinh phí");
        let contact = Assignment { kind: TaskKind::NameContact, title: "x".repeat(41), ..right.clone() };
        assert_eq!(contact.check(today).unwrap().title, "", "its kind has a name");
        let long = Assignment { title: "x".repeat(41), ..right };
        assert_eq!(long.check(today), Err(vec![AssignmentRefusal::TitleLong { length: 41, most: 40 }]));
    }
}
