//! What comparing costs at that size.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection as Database, OpenFlags};

use super::super::load::Times;
use super::super::server::Server;
use super::super::table::{Row, single, span};
use super::super::visitor::Visitor;
use super::dossiers::{DOSSIERS, compared, size, two_alike, write};
use crate::Result;

const SEED: &[&str] = &["demo", "--moment", "closed"];
const SECRETARY: &str = "thuky";
const EDITION: &str = "quang-ninh-viii";
const LOOKS: usize = 20;
/// What is timed of the reading: the last of them, with nearly all others to be compared with.
const LAST: usize = 1_000;
const PATIENCE: Duration = Duration::from_hours(3);
const BETWEEN_LOOKS: Duration = Duration::from_millis(500);

const ADDED: Duration = Duration::from_millis(300);
const SIDE_BY_SIDE: Duration = Duration::from_millis(300);
const LARGEST: u64 = 1_024;

/// Makes the folder, fills it, lets the server read it, measures.
pub(in super::super) fn measure(binary: &Path, folder: &Path) -> Result<Vec<Row>> {
    let data = folder.join("originality");
    let words = data.to_str().ok_or("the build folder's name is not text")?;
    let words = [SEED, &["--data", words]].concat();
    println!("seeding: hoithi {} …", SEED.join(" "));
    drop(Server::start(binary, &words, Duration::from_mins(15))?);
    println!("{DOSSIERS} dossiers …");
    let file = data.join("hoithi.db");
    write(&file)?;
    let server = Server::start(binary, &words, Duration::from_mins(1))?;
    let database = Database::open_with_flags(&file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let begun = Instant::now();
    reached(&database, DOSSIERS - LAST, begun)?;
    let (at, before) = (Instant::now(), server.cpu()?);
    reached(&database, DOSSIERS, begun)?;
    let (wall, cpu) = (at.elapsed(), server.cpu()?.saturating_sub(before));
    let last = u32::try_from(LAST)?;
    let each = wall / last;
    Ok(vec![
        Row {
            what: "a dossier of 10,000 letters read, compared with 20,000 and kept".to_owned(),
            budget: format!("≤ {}", span(ADDED)),
            kept: Some(each <= ADDED),
            figures: format!("– | {} | – | {}", span(each), span(cpu / last)),
        },
        mebibytes("the tables of the comparing", size(&database)?, Some(LARGEST)),
        side_by_side(&server)?,
        mebibytes("memory at the most, while 20,000 were read", server.most_resident()?, None),
    ])
}

/// Waits until the server has compared so many.
fn reached(database: &Database, wanted: usize, begun: Instant) -> Result {
    println!("until {wanted} are compared …");
    while compared(database)? < wanted {
        if begun.elapsed() > PATIENCE {
            return Err(format!("{} of {wanted} dossiers in {PATIENCE:?}", compared(database)?).into());
        }
        thread::sleep(BETWEEN_LOOKS);
    }
    Ok(())
}

fn side_by_side(server: &Server) -> Result<Row> {
    let (entry, other) = two_alike();
    let address = format!("/ky/{EDITION}/kiem-tra/{entry}/giong/{other}");
    let mut secretary = Visitor::new(server, Some(SECRETARY))?;
    secretary.time(&address)?;
    let each = (0..LOOKS).map(|_| secretary.time(&address)).collect::<Result<Vec<_>>>()?;
    let times = Times::new(each, Duration::from_secs(1));
    Ok(Row {
        what: "two dossiers side by side".to_owned(),
        budget: format!("median ≤ {}", span(SIDE_BY_SIDE)),
        kept: Some(times.median() <= SIDE_BY_SIDE),
        figures: format!("– | {} | {} | –", span(times.median()), span(times.percentile(99))),
    })
}

fn mebibytes(what: &str, is: u64, most: Option<u64>) -> Row {
    Row {
        what: what.to_owned(),
        budget: most.map_or_else(|| "–".to_owned(), |most| format!("≤ {most} MiB")),
        kept: most.map(|most| is <= most),
        figures: single(&format!("{is} MiB")),
    }
}
