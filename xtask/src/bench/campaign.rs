//! The campaign at the size of the whole country: 3,321 communes, a letter with twenty tasks, a report of
//! forty figures from everyone. The demo makes the contest; its letter, sendings, tasks and reports are
//! then copied row by row to as many units, because 3,321 people at 3,321 pages would be an hour.
//!
//! Times here are of one person's one click; each has a floor beside it, the same rows written or read
//! by SQLite alone on the same disk in the same run.

#[cfg(feature = "bench")]
mod country;
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
pub(super) use country::copy;
#[cfg(feature = "bench")]
pub(super) use measured::measure;
