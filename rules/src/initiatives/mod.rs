//! Initiatives: what people made better at their work, kept by their unit all year.
//!
//! Serves the letter's third dash: units launch a movement of new ideas and improvements, and the best of
//! them enter the contest. What a unit recognises as an initiative is its own decision with a number and a
//! day; a movement has a first and a last day and says how many each unit is asked for.

mod initiative;
mod movement;
mod refusal;

pub use initiative::{Initiative, InitiativeForm, Recognition};
pub use movement::{Movement, MovementForm, target};
pub use refusal::InitiativeRefusal;
