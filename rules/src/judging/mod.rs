//! Judging: criteria, blind sheets, what follows from them.
//!
//! Serves the article on judging of every *Thể lệ* (usually Điều 8).

mod assignment;
mod conflict;
mod fraction;
mod marking;
mod points;
pub(crate) mod round;
mod rubric;
mod score_sheet;
mod tally;

pub use assignment::{AssignRefusal, Pairing, assign, assign_beside};
pub use conflict::{Conflict, EntryFacts, JudgeFacts, conflicts};
pub use fraction::Fraction;
pub use marking::{Marking, OpenerRole, PanelRule, RoundRule, TieBreak};
pub use points::{Points, PointsError};
pub use round::{Intake, Opener, Round, RoundRefusal, RoundState};
pub use rubric::{Band, Criterion, CriterionCode, Rubric, Scale};
pub use score_sheet::{GivenMark, MarkRefusal, Marks, ScoreSheet, SheetState};
pub use tally::{Aggregate, Rounding, TallyRefusal, TallyResult, TallyRule, Trim, tally};
