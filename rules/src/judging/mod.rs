//! Judging: criteria, blind sheets, what follows from them.
//!
//! Serves the article on judging of every *Thể lệ* (usually Điều 8).

mod fraction;
mod marking;
mod points;
mod rubric;
mod tally;

pub use fraction::Fraction;
pub use marking::{Marking, OpenerRole, PanelRule, RoundRule, TieBreak};
pub use points::{Points, PointsError};
pub use rubric::{Band, Criterion, CriterionCode, Rubric, Scale};
pub use tally::{Aggregate, Rounding, TallyRule, Trim};
