//! How far every unit of a letter is, in few figures: for the board, for the picture, for whoever reminds.

use std::collections::BTreeSet;

use hoithi_reporting::ReportMark;
use hoithi_rules::ids::DocumentId;
use hoithi_store::{Conn, StoreError};
use hoithi_units::{Area, Unit, UnitLevel, areas, units_by_id};
use jiff::civil::Date;

use crate::letter::SentTo;
use crate::recall::is_asked;
use crate::reports::marks_of;
use crate::store::{self, TaskCounts};

/// One unit of a letter.
#[derive(Clone, Debug)]
pub struct UnitProgress {
    /// The unit.
    pub unit: Unit,
    /// The letter's way to it.
    pub sent: SentTo,
    /// How far its tasks are.
    pub tasks: TaskCounts,
    /// In which areas it lies.
    pub areas: BTreeSet<Area>,
    /// Whether anything of the letter is asked still: it was neither recalled nor ended.
    pub is_asked: bool,
    pub(crate) report: Option<ReportMark>,
}

/// What a unit's progress comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// It has not confirmed and has done nothing.
    Silent,
    /// It has confirmed, and nothing is under way.
    Received,
    /// Something is under way or done.
    Begun,
    /// Half or more of what it was asked is done.
    Half,
    /// Everything is done.
    Whole,
    /// Something's day has passed.
    Late,
    /// Nothing of the letter is asked any more.
    Ended,
}

impl Progress {
    /// From the least to the most; then late ones, and what is asked no longer.
    pub const ALL: [Self; 7] =
        [Self::Silent, Self::Received, Self::Begun, Self::Half, Self::Whole, Self::Late, Self::Ended];

    /// Stable name, in the catalogue.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::Received => "received",
            Self::Begun => "begun",
            Self::Half => "half",
            Self::Whole => "whole",
            Self::Late => "late",
            Self::Ended => "ended",
        }
    }
}

impl UnitProgress {
    /// How many things it was asked, the report among them.
    pub fn asked(&self) -> usize {
        self.tasks.asked + usize::from(self.report.is_some_and(|mark| !mark.is_withdrawn()))
    }

    /// How many of them are there.
    pub fn done(&self) -> usize {
        self.tasks.done + usize::from(self.report.is_some_and(|mark| mark.is_done()))
    }

    /// How many have passed their day without an answer.
    pub fn late(&self, today: Date) -> usize {
        self.tasks.overdue + usize::from(self.report.is_some_and(|mark| mark.is_overdue(today)))
    }

    /// Whether anything is still to come: the confirmation, a task, the report.
    pub fn is_open(&self) -> bool {
        self.is_unconfirmed() || (self.is_asked && self.done() < self.asked())
    }

    /// Whether its confirmation is still to come.
    pub fn is_unconfirmed(&self) -> bool {
        self.is_asked && !self.sent.is_acknowledged()
    }

    /// Whether anything is under way or done, as the board's cells count it.
    fn has_begun(&self) -> bool {
        self.tasks.begun > 0 || self.done() > 0 || self.report.is_some_and(|mark| mark.is_to_correct())
    }

    /// What it comes to on that day.
    pub fn comes_to(&self, today: Date) -> Progress {
        if !self.is_asked {
            Progress::Ended
        } else if self.late(today) > 0 {
            Progress::Late
        } else if !self.is_open() {
            Progress::Whole
        } else if self.done() * 2 >= self.asked() && self.done() > 0 {
            Progress::Half
        } else if self.has_begun() {
            Progress::Begun
        } else if self.sent.is_acknowledged() {
            Progress::Received
        } else {
            Progress::Silent
        }
    }
}

/// Every unit of a letter, by level and name.
pub async fn progress(db: &mut Conn, letter: DocumentId, today: Date) -> Result<Vec<UnitProgress>, StoreError> {
    let mut units = units_by_id(db).await?;
    let mut areas = areas(db, &units).await?;
    let counts = store::task_counts(db, letter, today).await?;
    let ways = store::sendings_of_letter(db, letter).await?;
    let reports = marks_of(db, &ways).await?;
    let asked = is_asked(db, letter, today).await?;
    let mut rows = Vec::new();
    for sent in ways {
        let id = sent.sending.unit;
        let Some(unit) = units.remove(&id) else { continue };
        // Of what is asked no longer stands what was answered.
        let report = reports.get(&sent.sending.id).copied().filter(|mark| asked || mark.is_done());
        let tasks = counts.get(&id).copied().unwrap_or_default();
        let tasks = if asked { tasks } else { TaskCounts { asked: tasks.done, begun: 0, overdue: 0, ..tasks } };
        let areas = areas.remove(&id).unwrap_or_default();
        rows.push(UnitProgress { unit, sent, tasks, areas, is_asked: asked, report });
    }
    rows.sort_by_cached_key(|row| (row.unit.level, hoithi_web::dictionary_order(&row.unit.name)));
    Ok(rows)
}

/// What a filter shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Show {
    Open,
    Late,
    Unconfirmed,
}

impl Show {
    pub(crate) const ALL: [Self; 3] = [Self::Open, Self::Late, Self::Unconfirmed];

    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Late => "late",
            Self::Unconfirmed => "unconfirmed",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|show| show.code() == code)
    }
}

/// Which units a page shows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Narrowed {
    pub(crate) level: Option<UnitLevel>,
    pub(crate) area: Option<String>,
    pub(crate) show: Option<Show>,
}

impl Narrowed {
    pub(crate) fn lets_through(&self, row: &UnitProgress, today: Date) -> bool {
        let shown = match self.show {
            Some(Show::Open) => row.is_open(),
            Some(Show::Late) => row.late(today) > 0,
            Some(Show::Unconfirmed) => row.is_unconfirmed(),
            None => true,
        };
        let inside = self.area.as_ref().is_none_or(|key| row.areas.iter().any(|area| area.key == *key));
        shown && inside && self.level.is_none_or(|level| row.unit.level == level)
    }
}

/// The areas of these units, by name; none where they all lie in one.
pub(crate) fn areas_of(rows: &[UnitProgress]) -> Vec<Area> {
    let all: BTreeSet<_> = rows.iter().flat_map(|row| row.areas.iter().cloned()).collect();
    let mut all: Vec<_> = if all.len() > 1 { all.into_iter().collect() } else { Vec::new() };
    all.sort_by_cached_key(|area| hoithi_web::dictionary_order(&area.name));
    all
}
