//! Edition: one run of a contest and its *Thể lệ* as data.
//!
//! A [`RuleBook`] is read once from TOML into types that cannot be wrong; whoever holds one need
//! not ask again whether it makes sense. It has five parts, each brought into force by a document
//! of its own, because the organizing committee, the People's Committee and the treasury do not
//! decide on the same day, and beside them, if the committee likes, the formula of merit. Serves the articles 1 to 9 of every *Thể lệ*.
//!
//! What the program cannot carry out is refused when the book is read; a clause that is parsed
//! and then ignored may not enter.

mod amendment;
mod articles;
mod assumed;
pub mod books;
mod calendar;
mod contest;
mod explain;
mod fields;
mod reader;
mod rule_book;
mod screening;
mod stamp;
#[cfg(test)]
mod tests;
mod words;

pub use amendment::{
    Amendment, AmendmentRefusal, Reach, differences, merit_stands, notice, prizes_stand, reach, started_rounds_stand,
};
pub use assumed::assumed;
pub use calendar::{Arrival, Calendar, Stage, StageKind, Stop, When, Window, WindowRefusal};
pub use contest::{
    Agency, Basis, Category, CategoryCode, Channel, ChannelKind, ChoiceRule, Declaration, DossierPart, Eligibility,
    EndorsementRule, EntrantKind, Entrants, ForwardingRule, Level, PartCode, PartKind, Rules, Slug, Source,
    TiesAtTheLine, Years,
};
pub use explain::explain;
pub use fields::{Asked, FieldKind, FieldProblem, FieldRule, LONGEST_CELL, Values, cells, kept_table};
pub use reader::BookError;
pub use rule_book::{MarkingPart, MeritPart, MoneyPart, Part, PartNotInForce, PrizesPart, RuleBook};
pub use screening::{Listing, Reason, ReasonFor, ScreeningRule};
pub use stamp::StampRule;
pub use words::{day, hour, roman};
