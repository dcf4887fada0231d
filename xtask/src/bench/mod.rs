//! `cargo xtask bench`: the release binary on a contest of a thousand entries, beside what this
//! machine can do at all, measured in the same run. It prints figures and judges nothing but the
//! budgets; no test depends on how fast a machine is.

pub(crate) mod bare_server;
mod campaign;
mod client;
mod disk;
mod entries;
mod html;
mod load;
mod originality;
mod routes;
mod server;
mod stampede;
mod table;
mod visitor;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{fs, thread};

use load::Times;
use routes::{FIRST_PAGE, IDLE_MEMORY, LOADED_MEMORY, READS, Read, SEED, WRITES, Write};
use server::Server;
use table::{Row, figures, single, span};
use visitor::Visitor;

use crate::{Result, shell, steps};

const WARM_UP: Duration = Duration::from_secs(1);
const LASTING: Duration = Duration::from_secs(5);
const TRIES: usize = 200;
const STARTS: usize = 7;

/// Builds the binary and this program for release, and measures with the latter: a client that
/// burns the server's cores measures itself.
pub(crate) fn run(words: &[&str]) -> Result {
    // In one build, so that the two share the database driver and the binary stays the one that
    // `cargo run --release` made.
    shell::run(&mut shell::cargo([
        "build",
        "--release",
        "--package",
        "hoithi",
        "--package",
        "xtask",
        "--features",
        "xtask/bench",
    ]))?;
    let ourselves = shell::target_folder()?.join("release/xtask");
    shell::run(Command::new(ourselves).arg("bench-inside").args(words).current_dir(shell::root()))
}

/// Measures everything; `--write` also puts the tables into the documents. `--floors` measures the
/// machine alone, `--campaign` the campaign alone, `--originality` the comparing of dossiers, which takes an hour,
/// `--entries` the lists and the search, which take half of one, and `--stampede` the last night of an intake: these
/// three are measured by their words alone.
pub(crate) fn measure(words: &[&str]) -> Result {
    let folder = shell::target_folder()?.join("bench");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let (floors, commit) = floors(&folder)?;
    let known = ["--floors", "--campaign", "--originality", "--entries", "--stampede"];
    let part = known.into_iter().find(|part| words.contains(part));
    let mut tables = Vec::new();
    if part.is_none() {
        tables.push((SERVING, program(&folder, commit)?));
    }
    if part.is_none_or(|part| part == "--campaign") {
        tables.push((CAMPAIGN, campaign::measure(&steps::release_binary()?, &folder)?));
    }
    if part == Some("--originality") {
        tables.push((ORIGINALITY, originality::measure(&steps::release_binary()?, &folder)?));
    }
    if part == Some("--stampede") {
        tables.push((STAMPEDE, stampede::measure(&steps::release_binary()?, &folder)?));
    }
    if part == Some("--entries") {
        tables.push((ENTRIES, entries::measure(&steps::release_binary()?, &folder)?));
    }
    fs::remove_dir_all(&folder)?;
    if tables.is_empty() {
        println!("\n{}", table::markdown(&floors));
    }
    for (section, rows) in tables {
        let text = table::markdown(&[&floors[..], &rows].concat());
        println!("\n{text}");
        if words.contains(&"--write") {
            write_down(&section, &text)?;
        }
    }
    Ok(())
}

/// The machine's own limits, and how long one commit of SQLite takes on its disk.
fn floors(folder: &Path) -> Result<(Vec<Row>, Duration)> {
    println!("floors of this machine …");
    let ourselves = std::env::current_exe()?;
    let bare = Server::that_prints_its_address(Command::new(ourselves).arg("bare-server"))?;
    let (times, cpu) = load_of(&bare, &[client::get("/", "")])?;
    let appends = disk::appends(folder, 4096)?;
    let commits = disk::commits(folder)?;
    let floor = |what: &str, figures| Row { what: what.to_owned(), budget: "floor".to_owned(), kept: None, figures };
    let rows = vec![
        floor("a bare server, 16 KiB", figures(&times, Some(cpu))),
        floor("4 KiB appended and forced to the disk", figures(&appends, None)),
        floor("a commit of SQLite (WAL, FULL)", figures(&commits, None)),
    ];
    Ok((rows, commits.median()))
}

fn program(folder: &Path, commit: Duration) -> Result<Vec<Row>> {
    let binary = steps::release_binary()?;
    let data = folder.join("data");
    let data = data.to_str().ok_or("the build folder's name is not text")?;
    println!("seeding: hoithi {} …", SEED.join(" "));
    let seeding = [SEED, &["--data", data]].concat();
    drop(Server::start(&binary, &seeding, Duration::from_mins(15))?);

    // The demo's command again: it serves what it finds, with the clock where the marking goes on.
    let mut rows = vec![first_page(&binary, &seeding)?];
    let server = Server::start(&binary, &seeding, Duration::from_secs(30))?;
    thread::sleep(Duration::from_secs(2));
    rows.push(memory("memory idle", server.resident()?, IDLE_MEMORY));
    for read in READS {
        println!("{} …", read.what);
        rows.push(measure_read(&server, read)?);
    }
    for write in WRITES {
        println!("{} …", write.what);
        rows.push(measure_write(&server, write, commit)?);
    }
    rows.push(memory("memory at the most, under load", server.most_resident()?, LOADED_MEMORY));
    Ok(rows)
}

fn first_page(binary: &Path, words: &[&str]) -> Result<Row> {
    let begun = Instant::now();
    let starts = (0..STARTS)
        .map(|_| Ok(Server::start(binary, words, Duration::from_secs(30))?.first_page))
        .collect::<Result<Vec<_>>>()?;
    let median = Times::new(starts, begun.elapsed()).median();
    Ok(Row {
        what: "start on an existing folder to the first page".to_owned(),
        budget: format!("≤ {FIRST_PAGE} ms"),
        kept: Some(median.as_millis() <= FIRST_PAGE),
        figures: format!("– | {} | – | –", span(median)),
    })
}

fn memory(what: &str, mebibytes: u64, most: u64) -> Row {
    Row {
        what: what.to_owned(),
        budget: format!("≤ {most} MiB"),
        kept: Some(mebibytes <= most),
        figures: single(&format!("{mebibytes} MiB")),
    }
}

fn measure_read(server: &Server, read: &Read) -> Result<Row> {
    let mut visitor = Visitor::new(server, read.who)?;
    let requests = visitor.requests(read.page)?;
    let (times, cpu) = load_of(server, &requests)?;
    Ok(Row {
        what: read.what.to_owned(),
        budget: read.at_least.map_or_else(|| "–".to_owned(), |least| format!("≥ {least} a second")),
        kept: read.at_least.map(|least| times.per_second() >= f64::from(least)),
        figures: figures(&times, Some(cpu)),
    })
}

/// Warms up, then loads; with the processor time that the server took for it.
fn load_of(server: &Server, requests: &[Vec<u8>]) -> Result<(Times, Duration)> {
    load::ask(server.address, requests, WARM_UP)?;
    let before = server.cpu()?;
    let times = load::ask(server.address, requests, LASTING)?;
    Ok((times, server.cpu()?.saturating_sub(before)))
}

/// One person who sends a form, waits for the answer and sends the next; only the sending is timed.
fn measure_write(server: &Server, write: &Write, commit: Duration) -> Result<Row> {
    let mut visitor = Visitor::new(server, Some(write.who))?;
    let addresses = visitor.addresses(write.page)?;
    let mut each = Vec::with_capacity(TRIES);
    let before = server.cpu()?;
    for (number, address) in addresses.iter().cycle().take(TRIES).enumerate() {
        let mut form = visitor.form(address, write.action)?;
        for (name, value) in write.fields {
            form.set(name, &value.replace("{n}", &number.to_string()));
        }
        let asked = Instant::now();
        let answer = visitor.send(&form)?;
        each.push(asked.elapsed());
        if answer.status != 303 {
            return Err(format!("{} was answered {}:\n{}", form.action, answer.status, answer.text()).into());
        }
    }
    let cpu = server.cpu()?.saturating_sub(before);
    let wall = each.iter().sum();
    let times = Times::new(each, wall);
    Ok(Row {
        what: write.what.to_owned(),
        budget: format!("median ≤ {} commits ({})", write.commits, span(commit * write.commits)),
        kept: Some(times.median() <= commit * write.commits),
        figures: figures(&times, Some(cpu)),
    })
}

/// A part of the document that a run writes: its heading, and how its figures came about.
#[derive(Clone, Copy)]
struct Section {
    heading: &'static str,
    opening: &'static str,
}

const SERVING: Section = Section {
    heading: "## Serving\n",
    opening: "the release binary on SQLite, 16 connections\nfor 5 s each (writes: one person, 200 times), client and \
              server on the same cores. The floors are what\nthe same machine did in the same run without this \
              program. CPU each: the server's processor time for\none answer.",
};
const CAMPAIGN: Section = Section {
    heading: "## The campaign at the size of the country\n",
    opening: "the release binary on SQLite with 3,321\ncommunes, one person's one click at a time. Beside a budget \
              stands how often the floor, which is the same\nrows by SQLite alone, fits in.",
};

const ORIGINALITY: Section = Section {
    heading: "## Dossiers that say the same\n",
    opening: "the release binary on SQLite with 20,000\ndossiers of 10,000 letters, read in the background one after the \
              other; the first row is of the last thousand.",
};

const STAMPEDE: Section = Section {
    heading: "## The last night\n",
    opening: "the release binary on SQLite; 2,000 authors,\n200 at once, write a dossier with a file of nearly 20 MB \
              in pieces of 1 MiB and submit it, client and\nserver on the same cores. A hundred files differ, the \
              others are equal to one of them.",
};

const ENTRIES: Section = Section {
    heading: "## Finding among many\n",
    opening: "the release binary on SQLite with 10,000\nentries in one edition and 90,000 solutions of earlier ones, one \
              person's one click at a time. Beside a\nbudget stands how often the floor, which is the same rows by \
              SQLite alone, fits in.",
};

/// Puts the table in the place of the section's old one; what comes before and after it is left alone.
fn write_down(section: &Section, text: &str) -> Result {
    let place = shell::root().join("docs/benchmarks.md");
    let document = fs::read_to_string(&place)?;
    let (before, after) = document.split_once(section.heading).unwrap_or((&document, ""));
    let after = after.find("\n## ").map_or("", |at| &after[at..]);
    let cores = thread::available_parallelism()?;
    let opening = format!("Written by `cargo xtask bench --write` on a machine of {cores} cores: {}", section.opening);
    fs::write(&place, format!("{}\n\n{}\n{opening}\n\n{text}{after}", before.trim_end(), section.heading))?;
    println!("{} is written", place.display());
    Ok(())
}
