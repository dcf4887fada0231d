//! The law of a contest, pure: what may happen, when, by whom, and what follows from it.
//!
//! Nothing here reads a clock, a file, a table or a page. A stage's operation loads facts, asks
//! this crate, and saves what it answers. The modules stand in the order of an edition's life;
//! read them from top to bottom and you have read the *Thể lệ*.

#![warn(missing_docs)]

// The order is the contest's time; blank lines keep rustfmt from sorting it away.

pub mod edition;

pub mod correspondence;

pub mod reporting;

pub mod campaign;

pub mod initiatives;

pub mod entries;

pub mod originality;

pub mod screening;

pub mod judging;

pub mod awards;

pub mod commendation;
pub mod forwarding;

pub mod publication;

// Work around every stage.

pub mod helpdesk;

pub mod mailings;
pub mod meetings;

pub mod people;

pub mod reminders;

mod code;

pub mod day;

pub mod ids;

pub mod refusal;

pub mod text;

pub mod workdays;
