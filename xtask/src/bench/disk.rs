//! The floors of writing: what one acknowledged write costs on the disk that the data lies on.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use super::load::Times;
use crate::Result;

const WRITES: usize = 300;

/// Appends of so many bytes, each forced to the disk before the next.
pub(super) fn appends(folder: &Path, bytes: usize) -> Result<Times> {
    let place = folder.join("appended");
    let mut file = OpenOptions::new().create(true).append(true).open(&place)?;
    let page = vec![7_u8; bytes];
    let times = timed(|| {
        file.write_all(&page)?;
        Ok(file.sync_data()?)
    })?;
    std::fs::remove_file(place)?;
    Ok(times)
}

/// Commits of one row by SQLite as the program sets it: write-ahead log, `synchronous=FULL`.
#[cfg(feature = "bench")]
pub(super) fn commits(folder: &Path) -> Result<Times> {
    let database = rusqlite::Connection::open(folder.join("committed.sqlite"))?;
    database.pragma_update(None, "journal_mode", "WAL")?;
    database.pragma_update(None, "synchronous", "FULL")?;
    database.execute("CREATE TABLE written (id INTEGER PRIMARY KEY, what TEXT NOT NULL)", [])?;
    timed(|| {
        let mut write = database.prepare_cached("INSERT INTO written (what) VALUES ('one mark of one judge')")?;
        write.execute([])?;
        Ok(())
    })
}

#[cfg(not(feature = "bench"))]
pub(super) fn commits(_folder: &Path) -> Result<Times> {
    Err("built without the feature `bench`: start it by cargo xtask bench".into())
}

fn timed(mut write: impl FnMut() -> Result) -> Result<Times> {
    let begun = Instant::now();
    let mut each = Vec::with_capacity(WRITES);
    for _ in 0..WRITES {
        let asked = Instant::now();
        write()?;
        each.push(asked.elapsed());
    }
    Ok(Times::new(each, begun.elapsed()))
}
