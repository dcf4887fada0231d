//! One judge's sheet for one entry in one round.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Band, Conflict, Criterion, CriterionCode, Points, Round, Rubric, Scale};
use crate::ids::{EntryId, JudgeId, RoundId, ScoreSheetId};
use crate::refusal::{Fact, Refusal};

/// Marks by criterion.
pub type Marks = BTreeMap<CriterionCode, Points>;

/// One judge's sheet (*phiếu chấm*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreSheet {
    /// Its id; random, because its judge sees it.
    pub id: ScoreSheetId,
    /// The round.
    pub round: RoundId,
    /// Whose it is.
    pub judge: JudgeId,
    /// What it marks.
    pub entry: EntryId,
    /// Counts its changes; a form that saw an older one changes nothing.
    pub version: u32,
    /// The marks so far.
    pub marks: Marks,
    /// How far it is.
    pub state: SheetState,
}

/// How far a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SheetState {
    /// Being marked.
    Open,
    /// Confirmed and locked by its judge.
    Locked {
        /// When.
        at: Timestamp,
    },
}

/// A mark as the judge gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenMark {
    /// For which criterion.
    pub criterion: CriterionCode,
    /// How much.
    pub points: Points,
    /// Which band the judge picked, counted from 0, where the criterion has bands and the form
    /// asks for one; none leaves it to the number.
    pub band: Option<usize>,
}

/// What is wrong with a mark, or with marking now.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MarkRefusal {
    /// The round takes no marks.
    #[error("the round is not open for marking")]
    RoundNotOpen,
    /// The judge must not judge this entry.
    #[error("the judge must not judge this entry: {conflict:?}")]
    Conflicted {
        /// Why.
        conflict: Conflict,
    },
    /// The sheet is locked.
    #[error("the sheet was locked at {at}")]
    SheetLocked {
        /// When.
        at: Timestamp,
    },
    /// The sheet was changed after the judge last saw it.
    #[error("the sheet is at version {current}, the judge saw {seen}")]
    ChangedMeanwhile {
        /// The version seen.
        seen: u32,
        /// The version now.
        current: u32,
    },
    /// The rubric has no such criterion.
    #[error("the rubric has no criterion {criterion}")]
    UnknownCriterion {
        /// What was marked.
        criterion: CriterionCode,
    },
    /// More than the criterion's maximum, or less than nothing.
    #[error("{given} for {criterion} is outside 0 to {max}")]
    MarkAboveMax {
        /// The criterion.
        criterion: CriterionCode,
        /// The mark.
        given: Points,
        /// The most.
        max: Points,
    },
    /// Not a multiple of the criterion's step.
    #[error("{given} for {criterion} is not a multiple of {step}")]
    MarkOffStep {
        /// The criterion.
        criterion: CriterionCode,
        /// The mark.
        given: Points,
        /// The step.
        step: Points,
    },
    /// Outside the band that the judge picked, or in none.
    #[error("{given} for {criterion} is outside the band {band:?}, {from} to {to}")]
    MarkOutsideBand {
        /// The criterion.
        criterion: CriterionCode,
        /// The mark.
        given: Points,
        /// The band's name; empty where the number lies in no band.
        band: String,
        /// The lowest mark in it.
        from: Points,
        /// The highest mark in it.
        to: Points,
    },
    /// A criterion without a mark, on locking.
    #[error("{criterion} has no mark")]
    MarkMissing {
        /// Which.
        criterion: CriterionCode,
    },
}

impl Refusal for MarkRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::RoundNotOpen => "judging.round_not_open",
            Self::Conflicted { .. } => "judging.conflicted",
            Self::SheetLocked { .. } => "judging.sheet_locked",
            Self::ChangedMeanwhile { .. } => "judging.changed_meanwhile",
            Self::UnknownCriterion { .. } => "judging.unknown_criterion",
            Self::MarkAboveMax { .. } => "judging.mark_above_max",
            Self::MarkOffStep { .. } => "judging.mark_off_step",
            Self::MarkOutsideBand { .. } => "judging.mark_outside_band",
            Self::MarkMissing { .. } => "judging.mark_missing",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::UnknownCriterion { criterion }
            | Self::MarkAboveMax { criterion, .. }
            | Self::MarkOffStep { criterion, .. }
            | Self::MarkOutsideBand { criterion, .. }
            | Self::MarkMissing { criterion } => Some(format!("marks.{criterion}")),
            _ => None,
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::RoundNotOpen | Self::Conflicted { .. } => vec![],
            Self::SheetLocked { at } => vec![("at", Fact::Instant(*at))],
            Self::ChangedMeanwhile { seen, current } => {
                vec![("seen", Fact::count(*seen)), ("current", Fact::count(*current))]
            }
            Self::UnknownCriterion { criterion } | Self::MarkMissing { criterion } => {
                vec![("criterion", Fact::text(criterion))]
            }
            Self::MarkAboveMax { criterion, given, max: bound }
            | Self::MarkOffStep { criterion, given, step: bound } => vec![
                ("criterion", Fact::text(criterion)),
                ("given", Fact::Points(*given)),
                (if matches!(self, Self::MarkOffStep { .. }) { "step" } else { "max" }, Fact::Points(*bound)),
            ],
            Self::MarkOutsideBand { criterion, given, band, from, to } => vec![
                ("criterion", Fact::text(criterion)),
                ("given", Fact::Points(*given)),
                ("band", Fact::text(band)),
                ("from", Fact::Points(*from)),
                ("to", Fact::Points(*to)),
            ],
        }
    }
}

impl ScoreSheet {
    /// Puts these marks in place of the earlier ones; missing ones are allowed until locking.
    ///
    /// *Thể lệ*, article on judging: independent sheets, each mark within its criterion. The
    /// rubric is the one frozen when the round opened.
    pub fn mark(
        self,
        round: &Round,
        conflicts: &[Conflict],
        given: &[GivenMark],
        seen: u32,
    ) -> Result<Self, Vec<MarkRefusal>> {
        let rubric = self.admit(round, conflicts, seen)?;
        let problems: Vec<_> = given.iter().filter_map(|mark| problem(mark, rubric)).collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        let marks = given.iter().map(|mark| (mark.criterion.clone(), mark.points)).collect();
        Ok(Self { marks, version: self.version.saturating_add(1), ..self })
    }

    /// Locks the sheet for good (*xác nhận và khóa phiếu*); every criterion must have its mark.
    pub fn lock(
        self,
        round: &Round,
        conflicts: &[Conflict],
        seen: u32,
        at: Timestamp,
    ) -> Result<Self, Vec<MarkRefusal>> {
        let rubric = self.admit(round, conflicts, seen)?;
        let unmarked = rubric.criteria.iter().filter(|each| !self.marks.contains_key(&each.code));
        let missing: Vec<_> =
            unmarked.map(|criterion| MarkRefusal::MarkMissing { criterion: criterion.code.clone() }).collect();
        if !missing.is_empty() {
            return Err(missing);
        }
        let version = self.version.saturating_add(1);
        Ok(Self { state: SheetState::Locked { at }, version, ..self })
    }

    /// The total of the marks so far; only its own judge may see it before the opening.
    pub fn total(&self) -> Points {
        self.marks.values().copied().sum()
    }

    /// Whether its judge has locked it.
    pub const fn is_locked(&self) -> bool {
        matches!(self.state, SheetState::Locked { .. })
    }

    fn admit<'a>(&self, round: &'a Round, conflicts: &[Conflict], seen: u32) -> Result<&'a Rubric, Vec<MarkRefusal>> {
        let refused = |refusal| Err(vec![refusal]);
        let Some(frozen) = round.open_for_marking().filter(|_| round.id == self.round) else {
            return refused(MarkRefusal::RoundNotOpen);
        };
        if let Some(conflict) = conflicts.first() {
            return refused(MarkRefusal::Conflicted { conflict: conflict.clone() });
        }
        if let SheetState::Locked { at } = self.state {
            return refused(MarkRefusal::SheetLocked { at });
        }
        if seen != self.version {
            return refused(MarkRefusal::ChangedMeanwhile { seen, current: self.version });
        }
        Ok(&frozen.rubric)
    }
}

fn problem(mark: &GivenMark, rubric: &Rubric) -> Option<MarkRefusal> {
    let (criterion, given) = (mark.criterion.clone(), mark.points);
    let Some(asked) = rubric.criterion(&criterion) else {
        return Some(MarkRefusal::UnknownCriterion { criterion });
    };
    if given < Points::ZERO || given > asked.max {
        return Some(MarkRefusal::MarkAboveMax { criterion, given, max: asked.max });
    }
    if given.hundredths() % asked.step.hundredths().max(1) != 0 {
        return Some(MarkRefusal::MarkOffStep { criterion, given, step: asked.step });
    }
    outside_band(mark, asked)
}

fn outside_band(mark: &GivenMark, asked: &Criterion) -> Option<MarkRefusal> {
    let Scale::Bands(bands) = &asked.scale else {
        return None;
    };
    let inside = |band: &Band| (band.from..=band.to).contains(&mark.points);
    let picked = match mark.band {
        Some(index) => bands.get(index),
        None => bands.iter().find(|band| inside(band)),
    };
    if picked.is_some_and(inside) {
        return None;
    }
    let (criterion, given) = (mark.criterion.clone(), mark.points);
    let (band, from, to) = match picked {
        Some(band) => (band.name.clone(), band.from, band.to),
        None => (String::new(), Points::ZERO, asked.max),
    };
    Some(MarkRefusal::MarkOutsideBand { criterion, given, band, from, to })
}

#[cfg(test)]
mod tests;
