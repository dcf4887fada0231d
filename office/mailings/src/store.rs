//! The tables of lists and of mailings.

mod lists;
mod pace;
mod sent;

pub(crate) use lists::*;
pub(crate) use pace::*;
pub(crate) use sent::*;
