//! The tables of lists and of mailings.

mod lists;
mod sent;

pub(crate) use lists::*;
pub(crate) use sent::*;
