//! What the officer's clicks cost at that size.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::super::html::Form;
use super::super::load::Times;
use super::super::server::Server;
use super::super::table::{Row, span};
use super::super::visitor::Visitor;
use super::country::{Country, DRAFTS, Floors, UNITS, WAITING};
use crate::{Fault, Result};

const SEED: &[&str] = &["demo", "--moment", "screened"];
const OFFICER: &str = "chuyenvien";
const EDITION: &str = "quang-ninh-viii";
const LOOKS: usize = 20;

const ISSUED: Duration = Duration::from_secs(2);
const BOARD: Duration = Duration::from_millis(150);
const ROLL_UP: Duration = Duration::from_millis(200);
const ONE_PDF: Duration = Duration::from_millis(60);
const ALL_PDFS: Duration = Duration::from_secs(10);

/// Makes the folder, serves it, measures.
pub(in super::super) fn measure(binary: &Path, folder: &Path) -> Result<Vec<Row>> {
    let data = folder.join("campaign");
    let words = data.to_str().ok_or("the build folder's name is not text")?;
    let words = [SEED, &["--data", words]].concat();
    println!("seeding: hoithi {} …", SEED.join(" "));
    drop(Server::start(binary, &words, Duration::from_mins(15))?);
    println!("{UNITS} communes …");
    let file = data.join("hoithi.db");
    let country = Country::in_database(&file)?;
    let floors = Floors::measure(&file, folder)?;
    let server = Server::start(binary, &words, Duration::from_mins(1))?;
    let mut rows = vec![issued(&server, &country, floors.written)?];
    // By its name: the letters that were issued just now are newer.
    let board = format!("tien-do?level=commune&letter={}", country.sent);
    rows.push(looked(&server, "board of 3,321 units × 20 tasks", &board, (BOARD, floors.tasks))?);
    rows.push(looked(&server, "roll-up of 3,321 reports × 40 figures", "tong-hop", (ROLL_UP, floors.reports))?);
    rows.extend(printed(&server, &country)?);
    Ok(rows)
}

/// The last click of sending; mail waits in the outbox.
fn issued(server: &Server, country: &Country, floor: Duration) -> Result<Row> {
    println!("a letter to {UNITS} units …");
    let mut officer = Visitor::new(server, Some(OFFICER))?;
    let mut each = Vec::with_capacity(WAITING);
    for letter in &country.waiting {
        let page = format!("/ky/{EDITION}/gui/{letter}?level=commune");
        let form = officer.form(&page, "/gui/")?;
        let read = officer.send(&form)?.text();
        let mut form = Form::find(&read, "/gui/").ok_or("the letter was not read back")?;
        form.set("step", "send");
        let asked = Instant::now();
        let answer = officer.send(&form)?;
        each.push(asked.elapsed());
        if answer.status != 303 {
            return Err(format!("the letter was answered {}:\n{}", answer.status, answer.text()).into());
        }
    }
    Ok(row("a letter to 3,321 units with five tasks, issued", each, (ISSUED, Some(floor))))
}

fn looked(server: &Server, what: &str, place: &str, (budget, floor): (Duration, Duration)) -> Result<Row> {
    println!("{what} …");
    let mut officer = Visitor::new(server, Some(OFFICER))?;
    let address = format!("/ky/{EDITION}/{place}");
    officer.time(&address)?;
    let each = (0..LOOKS).map(|_| officer.time(&address)).collect::<Result<Vec<_>>>()?;
    Ok(row(what, each, (budget, Some(floor))))
}

/// Drafts are printed anew each time; five hundred of them by as many people as there are cores.
fn printed(server: &Server, country: &Country) -> Result<[Row; 2]> {
    println!("{DRAFTS} letters as PDF …");
    let address = |draft: &String| format!("/ky/{EDITION}/van-ban/{draft}/pdf");
    let mut officer = Visitor::new(server, Some(OFFICER))?;
    let one = country.drafts.iter().take(LOOKS).map(|draft| officer.time(&address(draft)));
    let one = one.collect::<Result<Vec<_>>>()?;
    let people = thread::available_parallelism()?.get();
    let begun = Instant::now();
    thread::scope(|scope| {
        let share = country.drafts.len().div_ceil(people);
        let print = |drafts: &[String]| -> Result {
            let mut officer = Visitor::new(server, Some(OFFICER))?;
            drafts.iter().try_for_each(|draft| officer.time(&address(draft)).map(|_| ()))
        };
        let printers: Vec<_> = country.drafts.chunks(share).map(|drafts| scope.spawn(move || print(drafts))).collect();
        printers
            .into_iter()
            .try_for_each(|printer| printer.join().map_err(|_| Fault::from("a printer's thread panicked"))?)
    })?;
    let all = vec![begun.elapsed()];
    Ok([row("a one-page letter as PDF", one, (ONE_PDF, None)), row("500 letters as PDF", all, (ALL_PDFS, None))])
}

fn row(what: &str, each: Vec<Duration>, (budget, floor): (Duration, Option<Duration>)) -> Row {
    let times = Times::new(each, Duration::from_secs(1));
    let median = times.median();
    let ratio = floor.map(|floor| {
        let times = median.as_micros() * 10 / floor.as_micros().max(1);
        format!("; {},{} × its floor ({})", times / 10, times % 10, span(floor))
    });
    Row {
        what: what.to_owned(),
        budget: format!("median ≤ {}{}", span(budget), ratio.unwrap_or_default()),
        kept: Some(median <= budget),
        figures: format!("– | {} | {} | –", span(median), span(times.percentile(99))),
    }
}
