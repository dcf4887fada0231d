//! Finding at the size of a province and of many years: an edition of 10,000 entries, and 90,000 solutions of editions
//! before it. The demo makes the contest; one of its entries is then copied row by row under titles of their own.
//!
//! Times are of one person's one click; each has a floor beside it, the same rows read by SQLite alone in the same
//! run.

#[cfg(feature = "bench")]
mod measured;
#[cfg(feature = "bench")]
mod titles;

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
