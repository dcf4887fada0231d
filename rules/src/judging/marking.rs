//! The marking part of a rule book: who marks how often, with what sheet, and who may open.

use serde::{Deserialize, Serialize};

use super::{CriterionCode, Rubric, TallyRule};

/// How an edition is judged; frozen into a round when the round opens.
///
/// Serves the articles on judging and on the jury of a *Thể lệ*, or the separate *Quy định chấm
/// thi* where the committee issues one. An edition may launch before this part is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marking {
    /// Whether judges see a blind code only; Sơn La's form shows the authors, so it is a choice.
    pub blind: bool,
    /// Which judges may mark which entries.
    pub panels: PanelRule,
    /// How many locked sheets an entry needs before it has a result; at least one.
    pub sheets_per_entry: usize,
    /// The sheet.
    pub rubric: Rubric,
    /// From the sheets to the result.
    pub tally: TallyRule,
    /// What parts entries of equal result, asked one after the other; may be empty.
    pub tie_breaks: Vec<TieBreak>,
    /// The rounds in their order; never empty, codes unique.
    pub rounds: Vec<RoundRule>,
    /// Who opens a sealed round: two different persons, one in each role.
    pub openers: [OpenerRole; 2],
}

/// Which judges may mark which entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PanelRule {
    /// A panel (*tiểu ban*) marks the entries of its categories only.
    PerCategory,
    /// The whole jury marks every category.
    Plenary,
}

/// What is compared when results are equal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TieBreak {
    /// The better exact result in this criterion is placed before.
    Criterion(CriterionCode),
    /// The better single sheet is placed before; sheets that a trim left out do not count.
    HighestSheet,
    /// Equal entries keep the same place. Nothing after it is ever asked.
    SharedPlace,
}

/// One round of judging as the rule book names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundRule {
    /// Its short name, unique in the edition: `so-khao`.
    pub code: String,
    /// Its name in the words of the *Thể lệ*: "Vòng sơ khảo".
    pub name: String,
}

/// A role whose holder may open a sealed round together with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum OpenerRole {
    /// The chair of the jury.
    JuryChair,
    /// The secretary of the jury.
    JurySecretary,
    /// A member of the organizing committee.
    CommitteeMember,
    /// The contest's secretary.
    ContestSecretary,
    /// Whoever watches over the contest from outside.
    Auditor,
}

impl OpenerRole {
    /// Every role that a rule book may name.
    pub const ALL: [Self; 5] =
        [Self::JuryChair, Self::JurySecretary, Self::CommitteeMember, Self::ContestSecretary, Self::Auditor];

    /// Its name in a rule book; the same as the code of the role in `people`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::JuryChair => "jury_chair",
            Self::JurySecretary => "jury_secretary",
            Self::CommitteeMember => "committee_member",
            Self::ContestSecretary => "contest_secretary",
            Self::Auditor => "auditor",
        }
    }

    /// The role of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}
