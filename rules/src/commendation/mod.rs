//! Commendation: what an active unit earned, by a formula that everybody can read beforehand.
//!
//! Serves the letter's fourth dash: suitable commendation for collectives and persons outstanding in
//! publicity, mobilisation and participation, with many good entries and high prizes. The formula is
//! data of the edition; points are whole hundredths; units are compared with their like only.

mod formula;
mod own;
mod score;

pub use formula::{Criterion, Formula, FormulaRefusal, Rule};
pub use own::{OwnCommendation, OwnForm, OwnRefusal};
pub use score::{Group, Line, Placed, Score, place};
