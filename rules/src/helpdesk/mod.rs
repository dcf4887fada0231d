//! The help desk: who answers, when, and what becomes of a question.
//!
//! Serves the letter's last clause: in difficulties, turn to these officers. A question is never left
//! with nobody: when the desk's people are away, whoever stands in for them sees it.

mod duty;
mod hours;
mod public;
mod question;
mod words;

pub use duty::{Absence, Member, on_duty};
pub use hours::{Hours, HoursRefusal, Weekdays};
pub use public::{Known, named_in};
pub use question::{QuestionChannel, QuestionRefusal, QuestionState};
pub use words::{WordsRefusal, long_words, short_words};
