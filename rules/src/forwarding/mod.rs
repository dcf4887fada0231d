//! Forwarding: a contest sends its best to the one above.
//!
//! Serves the letter's encouragement to hold local contests and choose from their results, and
//! the article on sending entries to the national contest. It hangs on the ranking and not on the
//! award: the upper intake closes before the lower ceremony.

mod promotion;
mod selection;

pub use promotion::{Endorsement, ForwardingRefusal, Nominee, check_promotion, could_go_up};
pub use selection::{Contender, Override, OverrideRefusal, Selection, check_override, list_of, select};
