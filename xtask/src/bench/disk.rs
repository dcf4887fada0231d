//! The floors of writing: what one acknowledged write costs on the disk that the data lies on.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use super::load::Times;
use crate::Result;

const WRITES: usize = 300;

/// Appends of one page, each forced to the disk before the next.
pub(super) fn appends(folder: &Path) -> Result<Times> {
    let place = folder.join("appended");
    let mut file = OpenOptions::new().create(true).append(true).open(&place)?;
    let page = [7_u8; 4096];
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
    use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
    use sqlx::{ConnectOptions, Connection};

    let options = SqliteConnectOptions::new()
        .filename(folder.join("committed.sqlite"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut database = runtime.block_on(options.connect())?;
    runtime.block_on(
        sqlx::query("CREATE TABLE written (id INTEGER PRIMARY KEY, what TEXT NOT NULL)").execute(&mut database),
    )?;
    let times = timed(|| {
        let write = sqlx::query("INSERT INTO written (what) VALUES ('one mark of one judge')");
        runtime.block_on(write.execute(&mut database))?;
        Ok(())
    })?;
    runtime.block_on(database.close())?;
    Ok(times)
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
