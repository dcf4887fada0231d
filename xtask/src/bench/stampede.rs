//! The last night: two thousand authors, two hundred of them at once, each with a file of nearly twenty megabytes that
//! goes up in pieces while everybody else saves drafts. The demo makes the contest; its first author's account is
//! copied row by row, because two thousand people who register would be a day.
//!
//! Every submission that the server acknowledged is counted in the database afterwards.

#[cfg(feature = "bench")]
mod author;
#[cfg(feature = "bench")]
mod measured;

#[cfg(not(feature = "bench"))]
use std::path::Path;

#[cfg(not(feature = "bench"))]
use super::table::Row;
#[cfg(not(feature = "bench"))]
use crate::Result;

#[cfg(not(feature = "bench"))]
pub(super) fn measure(_binary: &Path, _folder: &Path) -> Result<Vec<Row>> {
    Err("built without the feature `bench`: start it by cargo xtask bench".into())
}

#[cfg(feature = "bench")]
pub(super) use measured::measure;
