//! What that night costs, and whether all that was acknowledged is there.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection as Database, OpenFlags};

use super::super::campaign::copy;
use super::super::disk;
use super::super::load::Times;
use super::super::server::Server;
use super::super::table::{Row, figures, single, span};
use super::author::{PIECE, Papers, Told, submit};
use crate::{Fault, Result};

const SEED: &[&str] = &["demo", "--moment", "open"];
const MODEL: &str = "tacgia1";
const LOGIN: &str = "tacgia-dem";

const AUTHORS: usize = 2_000;
const AT_ONCE: usize = 200;

const SAVED: Duration = Duration::from_secs(1);
const MEMORY: u64 = 300;

/// Makes the folder, lets the authors in, measures, counts.
pub(in super::super) fn measure(binary: &Path, folder: &Path) -> Result<Vec<Row>> {
    let data = folder.join("stampede");
    let words = data.to_str().ok_or("the build folder's name is not text")?;
    let words = [SEED, &["--data", words]].concat();
    println!("seeding: hoithi {} …", SEED.join(" "));
    drop(Server::start(binary, &words, Duration::from_mins(15))?);
    let file = data.join("hoithi.db");
    enlist(&file)?;
    let floor = disk::appends(folder, PIECE)?;
    let server = Server::start(binary, &words, Duration::from_mins(1))?;
    println!("{AUTHORS} authors, {AT_ONCE} at once …");
    let (begun, before) = (Instant::now(), server.cpu()?);
    let told = rush(&server)?;
    let (wall, cpu) = (begun.elapsed(), server.cpu()?.saturating_sub(before));
    let counted = counted(&file)?;
    let memory = server.most_resident()?;
    let submitted = told.submitted;
    let dossiers = Times::new(vec![wall / u32::try_from(submitted.max(1))?; submitted], wall);
    Ok(vec![
        row("1 MiB appended and forced to the disk", "floor".to_owned(), None, figures(&floor, None)),
        saving(Times::new(told.saves, wall), &floor),
        row("a piece of 1 MiB of a file", "–".to_owned(), None, figures(&Times::new(told.pieces, wall), None)),
        row(
            "a file of 20 MB, until its part has it",
            "–".to_owned(),
            None,
            figures(&Times::new(told.files, wall), None),
        ),
        row("a whole dossier, one after the other", "–".to_owned(), None, figures(&dossiers, Some(cpu))),
        row(
            "submissions in the database, of those acknowledged",
            "all".to_owned(),
            Some(counted == submitted && submitted == AUTHORS),
            single(&format!("{counted} of {submitted}")),
        ),
        row("memory at the most", format!("≤ {MEMORY} MiB"), Some(memory <= MEMORY), single(&format!("{memory} MiB"))),
    ])
}

fn saving(times: Times, floor: &Times) -> Row {
    let (longest, least) = (times.percentile(99), floor.percentile(99));
    let times_over = longest.as_secs_f64() / least.as_secs_f64().max(1e-9);
    let budget = format!("p99 ≤ {}; {times_over:.1} × the floor's ({})", span(SAVED), span(least));
    row("a draft saves itself, 200 authors at once", budget, Some(longest <= SAVED), figures(&times, None))
}

fn row(what: &str, budget: String, kept: Option<bool>, figures: String) -> Row {
    Row { what: what.to_owned(), budget, kept, figures }
}

/// The model's account and its roles once more for each of them.
fn enlist(file: &Path) -> Result {
    let mut database = Database::open(file)?;
    let write = database.transaction()?;
    write.execute_batch(&format!(
        "CREATE TEMP TABLE numbers AS WITH RECURSIVE up (n) AS
             (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < {AUTHORS}) SELECT n FROM up;"
    ))?;
    let account = "printf('0b0a0000-0000-7000-8000-%012d', n)".to_owned();
    let others = [("id", account.clone()), ("login", format!("'{LOGIN}' || n"))];
    let accounts = copy(&write, "accounts", &format!("numbers WHERE t.login = '{MODEL}'"), &others)?;
    let grant = "printf('0b0c0000-0000-7000-8000-%012d', t.rowid * 10000 + n)".to_owned();
    let of_model = format!("numbers WHERE t.account_id = (SELECT id FROM accounts WHERE login = '{MODEL}')");
    copy(&write, "grants", &of_model, &[("id", grant), ("account_id", account)])?;
    write.commit()?;
    if accounts == AUTHORS { Ok(()) } else { Err(format!("{accounts} accounts were copied").into()) }
}

/// All of them, each line one author after the other.
fn rush(server: &Server) -> Result<Told> {
    let (next, papers) = (AtomicUsize::new(1), Papers::new());
    thread::scope(|scope| {
        let lines: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(|| in_turn(server, &next, &papers))).collect();
        let mut all = Told::default();
        for line in lines {
            all.join(line.join().map_err(|_| Fault::from("an author's thread panicked"))??);
        }
        Ok(all)
    })
}

fn in_turn(server: &Server, next: &AtomicUsize, papers: &Papers) -> Result<Told> {
    let mut told = Told::default();
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number > AUTHORS {
            return Ok(told);
        }
        submit(server, &format!("{LOGIN}{number}"), number, papers, &mut told)?;
    }
}

/// Dossiers of theirs that have a number.
fn counted(file: &Path) -> Result<usize> {
    let database = Database::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let sql = format!(
        "SELECT COUNT(DISTINCT e.number) FROM entries e JOIN accounts a ON a.id = e.owner_id
          WHERE a.login LIKE '{LOGIN}%' AND e.standing = 'submitted' AND e.dossier_hash IS NOT NULL"
    );
    Ok(usize::try_from(database.query_row(&sql, [], |row| row.get::<_, i64>(0))?)?)
}
