//! The campaign: what the letter asks of every unit, and what units answer.
//!
//! Serves the plan of the committee and the letter of the standing agency: tasks, publicity,
//! reports, and the consolidated report upward. An office never turns a late answer away; it
//! marks it late.

mod consolidated;
mod evidence;
mod life;
mod link;
mod plan;
mod publicity;
mod report;
mod request;
mod task;

pub use consolidated::{Consolidated, Totals, UnitAnswer};
pub use evidence::{Check, CheckRefusal, PageKey};
pub use life::{StepKind, StepRefusal, parse_percent};
pub use link::{LinkEnded, LinkTimes, last_day_of_link};
pub use plan::{Assignment, AssignmentRefusal};
pub use publicity::{Link, LinkError, PublicityChannel, PublicityForm, PublicityItem, PublicityRefusal};
pub use report::{Figure, Figures, LocalContest, Report, ReportForm, ReportRefusal};
pub use request::{Answer, AnswerRefusal, ReportRequest, RequestState};
pub use task::{Evidence, Standing, Task, TaskKind, TaskRefusal, TaskState, still_to_come};
