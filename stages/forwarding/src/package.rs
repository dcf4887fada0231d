//! A package: what a contest sends to a contest that is held in another house, as one file that a person can
//! read without any program and a program can check without this one.

mod arriving;
mod fault;
mod kept;
mod manifest;
mod opened;
mod sending;
mod told;

pub(crate) use arriving::{Choice, Coming, Keep, TakeIn, keep, planned, take_in};
pub(crate) use fault::PackageFault;
pub(crate) use kept::{Arrival, SentPackage, arrival, arrivals, packages};
pub(crate) use manifest::{Manifest, PackedEntry, check_code};
pub(crate) use opened::Opened;
pub(crate) use sending::{MakePackage, make_package, waiting, written};
pub(crate) use told::read_first;
pub use told::{ToldPackage, look_through, newest_package};
