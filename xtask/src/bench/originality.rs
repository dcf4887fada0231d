//! Originality at the size of many provinces and years: 20,000 dossiers of ten thousand letters each. The demo makes
//! the contest; one of its dossiers is then copied row by row under texts of their own, because 20,000 people
//! who type would be a year.
//!
//! The server reads and compares them in the background as it would after an import; what is measured of it is how
//! long the last thousand take, each read, compared with all others and kept.

#[cfg(feature = "bench")]
mod dossiers;
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
