//! The tables of lists and of mailings.

mod again;
mod imports;
mod lists;
mod pace;
mod sent;

pub(crate) use again::*;
pub(crate) use imports::*;
pub(crate) use lists::*;
pub(crate) use pace::*;
pub(crate) use sent::*;
