//! A round of judging: prepared, open, sealed, opened.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Marking, OpenerRole, RoundRule, ScoreSheet, TallyRefusal, TallyResult, tally};
use crate::day::day_in_vietnam;
use crate::ids::{AccountId, EditionId, RoundId};
use crate::refusal::{Fact, Refusal};

/// One round of judging.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// The edition.
    pub edition: EditionId,
    /// Its name in the rule book.
    pub rule: RoundRule,
    /// How far it is.
    pub state: RoundState,
}

/// How far a round is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RoundState {
    /// Judges are being assigned.
    Prepared,
    /// Judges mark, by rules that do not change any more.
    Open {
        /// Since when.
        at: Timestamp,
        /// The marking part as it was then; an amendment does not touch it.
        frozen: Marking,
    },
    /// All sheets are locked; nobody sees a total.
    Sealed {
        /// When it was sealed.
        at: Timestamp,
        /// The marking part.
        frozen: Marking,
        /// Who has already asked to open it; a second person is needed.
        consent: Option<Opener>,
    },
    /// Opened by two persons; results may be seen.
    Opened {
        /// When it was sealed.
        sealed_at: Timestamp,
        /// When it was opened.
        at: Timestamp,
        /// The marking part.
        frozen: Marking,
        /// Who opened it; two different persons.
        by: [Opener; 2],
    },
}

/// A person at the opening of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opener {
    /// The person.
    pub account: AccountId,
    /// In which role.
    pub role: OpenerRole,
    /// Whether as a deputy; the minutes say so.
    pub deputy: bool,
    /// The first day of the grant: named before the seal, never for the opening.
    pub since: Date,
    /// The instant at which the grant was given; none for grants from before it was kept, of which
    /// only the day can be asked.
    #[serde(default)]
    pub given: Option<Timestamp>,
}

/// Where the intake and the screening stand when a contest's first round is to start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Intake {
    /// Whether nothing can arrive any more.
    pub over: bool,
    /// Dossiers received and neither admitted nor refused.
    pub waiting: usize,
}

impl Intake {
    /// Whether an entry may still come that the round would leave out.
    pub const fn unfinished(self) -> bool {
        !self.over || self.waiting > 0
    }

    /// A round that leaves out later entries starts only when the person says so.
    pub fn admit_start(self, though_unfinished: bool) -> Result<(), RoundRefusal> {
        if self.unfinished() && !though_unfinished {
            return Err(RoundRefusal::IntakeUnfinished { waiting: self.waiting });
        }
        Ok(())
    }
}

/// Why a round does not move on.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RoundRefusal {
    /// It has left that state already.
    #[error("the round was opened for marking already")]
    AlreadyStarted,
    /// No entry has been given to a judge.
    #[error("no entry is assigned to a judge")]
    NothingAssigned,
    /// Entries may still come, or wait for screening; they would never be judged.
    #[error("the intake is open, or {waiting} dossiers wait for screening; what is admitted later is not judged")]
    IntakeUnfinished {
        /// How many wait for screening.
        waiting: usize,
    },
    /// It is not open for marking, so it cannot be sealed.
    #[error("the round is not open for marking")]
    NotOpen,
    /// Sheets are still being marked.
    #[error("{count} sheets are not locked")]
    SheetsUnlocked {
        /// How many.
        count: usize,
    },
    /// It is not sealed, so there is nothing to open.
    #[error("the round is not sealed")]
    NotSealed,
    /// The second person must be another one.
    #[error("two different persons open a round")]
    SamePerson,
    /// The role is none of the two that the rule book names, or the other person holds it already.
    #[error("a round is opened in the roles {} and {}", needed[0].code(), needed[1].code())]
    OpenerRoleMissing {
        /// The two roles.
        needed: [OpenerRole; 2],
    },
    /// The person was given the role after the round was sealed.
    #[error("the role counts from {since}, after the sealing on {sealed_on}")]
    NamedAfterSealing {
        /// The first day of the grant.
        since: Date,
        /// The day of the sealing.
        sealed_on: Date,
    },
    /// The person was given the role after the round was sealed, be it on the same day.
    #[error("the role was given at {given}, after the sealing at {sealed}")]
    GivenAfterSealing {
        /// When it was given.
        given: Timestamp,
        /// When the round was sealed.
        sealed: Timestamp,
    },
}

impl Refusal for RoundRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyStarted => "judging.round_already_started",
            Self::NothingAssigned => "judging.nothing_assigned",
            Self::IntakeUnfinished { .. } => "judging.intake_unfinished",
            Self::NotOpen => "judging.round_not_open",
            Self::SheetsUnlocked { .. } => "judging.sheets_unlocked",
            Self::NotSealed => "judging.round_not_sealed",
            Self::SamePerson => "judging.same_person",
            Self::OpenerRoleMissing { .. } => "judging.opener_role_missing",
            Self::NamedAfterSealing { .. } => "judging.named_after_sealing",
            Self::GivenAfterSealing { .. } => "judging.given_after_sealing",
        }
    }

    fn field(&self) -> Option<String> {
        matches!(self, Self::IntakeUnfinished { .. }).then(|| "intake_unfinished".to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::IntakeUnfinished { waiting } => vec![("count", Fact::count(*waiting))],
            Self::SheetsUnlocked { count } => vec![("count", Fact::count(*count))],
            Self::OpenerRoleMissing { needed: [first, second] } => {
                vec![("first", Fact::text(first.code())), ("second", Fact::text(second.code()))]
            }
            Self::NamedAfterSealing { since, sealed_on } => {
                vec![("since", Fact::Day(*since)), ("sealed_on", Fact::Day(*sealed_on))]
            }
            Self::GivenAfterSealing { given, sealed } => {
                vec![("given", Fact::Instant(*given)), ("sealed", Fact::Instant(*sealed))]
            }
            _ => vec![],
        }
    }
}

impl Round {
    /// Opens it for marking and freezes the marking part.
    pub fn start(self, marking: &Marking, assigned: usize, at: Timestamp) -> Result<Self, RoundRefusal> {
        if !matches!(self.state, RoundState::Prepared) {
            return Err(RoundRefusal::AlreadyStarted);
        }
        if assigned == 0 {
            return Err(RoundRefusal::NothingAssigned);
        }
        let frozen = marking.clone();
        Ok(Self { state: RoundState::Open { at, frozen }, ..self })
    }

    /// Seals it. All sheets must be locked; from here on none changes and none is seen.
    pub fn seal(self, locked: usize, unlocked: usize, at: Timestamp) -> Result<Self, RoundRefusal> {
        let RoundState::Open { frozen, .. } = self.state else {
            return Err(RoundRefusal::NotOpen);
        };
        if unlocked > 0 {
            return Err(RoundRefusal::SheetsUnlocked { count: unlocked });
        }
        if locked == 0 {
            return Err(RoundRefusal::NothingAssigned);
        }
        Ok(Self { state: RoundState::Sealed { at, frozen, consent: None }, ..self })
    }

    /// One person asks to open it: the first time it stays sealed and remembers who; when a
    /// second, different person asks in the other role, it is opened.
    pub fn consent_to_open(self, opener: Opener, at: Timestamp) -> Result<Self, RoundRefusal> {
        let RoundState::Sealed { at: sealed_at, frozen, consent } = self.state else {
            return Err(RoundRefusal::NotSealed);
        };
        admit_opener(opener, consent, frozen.openers, sealed_at)?;
        let state = match consent {
            None => RoundState::Sealed { at: sealed_at, frozen, consent: Some(opener) },
            Some(first) => RoundState::Opened { sealed_at, at, frozen, by: [first, opener] },
        };
        Ok(Self { state, ..self })
    }

    /// The frozen marking part while judges may mark.
    pub const fn open_for_marking(&self) -> Option<&Marking> {
        match &self.state {
            RoundState::Open { frozen, .. } => Some(frozen),
            _ => None,
        }
    }

    /// The frozen marking part, once there is one.
    pub const fn frozen(&self) -> Option<&Marking> {
        match &self.state {
            RoundState::Prepared => None,
            RoundState::Open { frozen, .. } | RoundState::Sealed { frozen, .. } | RoundState::Opened { frozen, .. } => {
                Some(frozen)
            }
        }
    }

    /// When two persons opened it; until then nothing of its marks may be seen or printed.
    pub const fn opened_at(&self) -> Option<Timestamp> {
        match &self.state {
            RoundState::Opened { at, .. } => Some(*at),
            _ => None,
        }
    }

    /// The result of one entry from its sheets, by the frozen rules; only of an opened round.
    pub fn tally(&self, sheets: &[&ScoreSheet]) -> Result<TallyResult, TallyRefusal> {
        let RoundState::Opened { frozen, .. } = &self.state else {
            return Err(TallyRefusal::RoundNotOpened);
        };
        if let Some(sheet) = sheets.iter().find(|sheet| !sheet.is_locked()) {
            return Err(TallyRefusal::SheetOpen { sheet: sheet.id });
        }
        let (have, need) = (sheets.len(), frozen.sheets_per_entry);
        if have < need {
            return Err(TallyRefusal::SheetsLacking { have, need });
        }
        if have > need {
            return Err(TallyRefusal::SheetsTooMany { have, need });
        }
        let marks: Vec<_> = sheets.iter().map(|sheet| (sheet.id, &sheet.marks)).collect();
        tally(&marks, &frozen.rubric, &frozen.tally)
    }
}

fn admit_opener(
    opener: Opener,
    first: Option<Opener>,
    needed: [OpenerRole; 2],
    sealed_at: Timestamp,
) -> Result<(), RoundRefusal> {
    if first.is_some_and(|first| first.account == opener.account) {
        return Err(RoundRefusal::SamePerson);
    }
    let [one, other] = needed;
    let fits = match first {
        None => needed.contains(&opener.role),
        Some(first) if first.role == one => opener.role == other,
        Some(_) => opener.role == one,
    };
    if !fits {
        return Err(RoundRefusal::OpenerRoleMissing { needed });
    }
    let sealed_on = day_in_vietnam(sealed_at);
    if opener.since > sealed_on {
        return Err(RoundRefusal::NamedAfterSealing { since: opener.since, sealed_on });
    }
    if let Some(given) = opener.given.filter(|given| *given > sealed_at) {
        return Err(RoundRefusal::GivenAfterSealing { given, sealed: sealed_at });
    }
    Ok(())
}

#[cfg(test)]
pub(crate) mod tests;
