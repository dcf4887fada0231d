//! The campaign: what the letter asks of every unit, and what units answer.
//!
//! Serves the plan of the committee and the letter of the standing agency: tasks and publicity. An
//! office never turns a late answer away; it
//! marks it late.

mod doubt;
mod evidence;
mod going_out;
mod life;
mod link;
mod page;
mod plan;
mod publicity;
mod task;

pub use doubt::{Doubt, said_so};
pub use evidence::{Check, CheckRefusal};
pub use going_out::{GoingOutRefusal, still_goes_out};
pub use life::{StepKind, StepRefusal, keeps_granted_day, parse_percent};
pub use link::{LinkEnded, LinkTimes, SlipCode, SlipCodeError, last_day_of_link};
pub use page::PageKey;
pub use plan::{Assignment, AssignmentRefusal};
pub use publicity::{Link, LinkError, PublicityChannel, PublicityForm, PublicityItem, PublicityRefusal};
pub use task::{Evidence, Standing, Task, TaskKind, TaskRefusal, TaskState, still_to_come};
