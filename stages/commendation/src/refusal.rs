//! Why a step of commendation cannot be taken, beyond what the law of the formula says.

use hoithi_rules::refusal::{Fact, Refusal};
use jiff::civil::Date;
use thiserror::Error;

use crate::deciding::Unsigned;

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CommendationRefusal {
    /// Nobody was chosen.
    #[error("choose at least one unit")]
    NoUnits,
    /// No such honour.
    #[error("choose what is proposed")]
    Honour,
    /// A unit without any point is not among the standings.
    #[error("a chosen unit has no points in this edition")]
    UnitWithoutPoints,
    /// What the standings count can still change.
    #[error("{open} reports that the standings count are still open")]
    ReportsOpen {
        /// How many.
        open: usize,
    },
    /// A new formula says why.
    #[error("say why the formula changes")]
    WhyMissing,
    /// It changes nothing.
    #[error("the formula is the one that is published")]
    SameFormula,
    /// Once something was proposed by it, the formula stands.
    #[error("units were proposed by the published formula; it is not changed any more")]
    FormulaInUse,
    /// The rule book has it, so it changes by an amendment.
    #[error("the formula stands in the rule book and changes by an amendment")]
    FormulaInBook,
    /// The rule book has one that counts only later.
    #[error("the formula of the rule book is in force from {day}")]
    FormulaToCome {
        /// From when.
        day: Date,
    },
    /// It was taken back.
    #[error("this proposal was withdrawn")]
    Withdrawn,
    /// Nobody says why it is taken back.
    #[error("say why the proposal is withdrawn")]
    WithdrawalWithoutReason,
    /// The decision's number is missing.
    #[error("the decision's number is missing")]
    DecisionMissing,
    /// The decision was drafted here and bears no number yet.
    #[error("the decision in the register bears no number and day yet")]
    OwnDecisionUnsigned,
    /// The decision was drafted here and is another.
    #[error("the decision in the register is {number} of {day}")]
    OwnDecisionDiffers {
        /// Its number.
        number: String,
        /// Its day.
        day: Date,
    },
    /// This body's number of that year is known with another day.
    #[error("{number} is of {day}")]
    NumberOfOtherDay {
        /// The number.
        number: String,
        /// Its day.
        day: Date,
    },
    /// The body that decided is missing.
    #[error("the body that decided is missing")]
    BodyMissing,
    /// Not a day.
    #[error("this is no day")]
    Day,
    /// A day to come.
    #[error("{day} has not come yet")]
    DayAhead {
        /// The day given.
        day: Date,
    },
    /// Decided before.
    #[error("this proposal is decided already")]
    Decided,
    /// What the decision rests on is not signed, and nobody says that it is to be so.
    #[error("papers before the decision are not signed: {}", .papers.code())]
    PapersUnsigned {
        /// Which.
        papers: Unsigned,
    },
    /// A later document ended the decision, or it was recalled.
    #[error("the decision was replaced or recalled; its sheets are printed no more")]
    DecisionFallen,
    /// That paper is in the register.
    #[error("this paper is in the register already")]
    PaperThere,
    /// Somebody else was faster.
    #[error("this was changed meanwhile")]
    ChangedMeanwhile,
}

impl Refusal for CommendationRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoUnits => "commendation.no_units",
            Self::Honour => "commendation.honour",
            Self::UnitWithoutPoints => "commendation.unit_without_points",
            Self::ReportsOpen { .. } => "commendation.reports_open",
            Self::WhyMissing => "commendation.why_missing",
            Self::SameFormula => "commendation.same_formula",
            Self::FormulaInUse => "commendation.formula_in_use",
            Self::FormulaInBook => "commendation.formula_in_book",
            Self::FormulaToCome { .. } => "commendation.formula_to_come",
            Self::Withdrawn => "commendation.withdrawn",
            Self::WithdrawalWithoutReason => "commendation.withdrawal_without_reason",
            Self::DecisionMissing => "commendation.decision_missing",
            Self::OwnDecisionUnsigned => "commendation.own_decision_unsigned",
            Self::OwnDecisionDiffers { .. } => "commendation.own_decision_differs",
            Self::NumberOfOtherDay { .. } => "commendation.number_of_other_day",
            Self::BodyMissing => "commendation.body_missing",
            Self::Day => "commendation.day",
            Self::DayAhead { .. } => "commendation.day_ahead",
            Self::Decided => "commendation.decided",
            Self::PapersUnsigned { .. } => "commendation.papers_unsigned",
            Self::DecisionFallen => "commendation.decision_fallen",
            Self::PaperThere => "commendation.paper_there",
            Self::ChangedMeanwhile => "commendation.changed_meanwhile",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::NoUnits | Self::UnitWithoutPoints => "units",
            Self::Honour => "honour",
            Self::WhyMissing | Self::WithdrawalWithoutReason => "why",
            Self::DecisionMissing
            | Self::OwnDecisionUnsigned
            | Self::OwnDecisionDiffers { .. }
            | Self::NumberOfOtherDay { .. } => "decision",
            Self::BodyMissing => "body",
            Self::PapersUnsigned { .. } => "early",
            Self::Day | Self::DayAhead { .. } => "day",
            Self::ReportsOpen { .. }
            | Self::SameFormula
            | Self::FormulaInUse
            | Self::FormulaInBook
            | Self::FormulaToCome { .. }
            | Self::Withdrawn
            | Self::Decided
            | Self::DecisionFallen
            | Self::PaperThere
            | Self::ChangedMeanwhile => return None,
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::DayAhead { day } | Self::FormulaToCome { day } => vec![("day", Fact::Day(*day))],
            Self::OwnDecisionDiffers { number, day } | Self::NumberOfOtherDay { number, day } => {
                vec![("number", Fact::text(number)), ("day", Fact::Day(*day))]
            }
            Self::PapersUnsigned { papers } => vec![("papers", Fact::text(papers.code()))],
            Self::ReportsOpen { open } => vec![("open", Fact::count(*open))],
            _ => Vec::new(),
        }
    }
}
