//! Reports: what a form asks, what a unit answers, how far its answer is, and how answers add up.
//!
//! A form is data, so that an office asks what it needs to know without a new program. A figure is
//! a count; sums are whole numbers and are computed, never typed. An office never turns a late
//! answer away; it marks it late.

mod answer;
mod check;
mod form;
mod grammar;
mod period;
mod request;
mod rollup;
mod rows;

pub use answer::{Given, ReportRefusal};
pub use check::{Check, Sign, Sum, Term};
pub use form::{Column, Figure, Heading, Question, ReportForm, Section, is_source, sources};
pub use grammar::{FormFault, FormRefusal};
pub use period::{Period, PeriodRefusal, PeriodState};
pub use request::{
    Answer, AnswerRefusal, LaterKind, LaterRefusal, Paper, REASON_LETTERS, ReportRequest, RequestState, Stands,
    farthest_day, words_about_later,
};
pub use rollup::{Added, Group, GroupSum, Kin, Leaf, LeafState, RollUp, Sums};
pub use rows::{CheckRow, FormRows, Row, RowKind, RowRefusal};
