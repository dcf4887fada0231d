//! What finding costs at that size.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection as Database, OpenFlags};

use super::super::load::Times;
use super::super::server::Server;
use super::super::table::{Row, span};
use super::super::visitor::Visitor;
use super::titles::{EARLIER, ENTRIES, asked, in_the_middle, left, write};
use crate::Result;

const SEED: &[&str] = &["demo", "--moment", "closed"];
const SECRETARY: &str = "thuky";
const EDITION: &str = "quang-ninh-viii";
const LOOKS: usize = 50;
/// Enough of them that one of a hundred can be told.
const SEARCHES: usize = 500;
const PATIENCE: Duration = Duration::from_hours(2);
const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

const FILTERED: Duration = Duration::from_millis(50);
const SEARCHED: Duration = Duration::from_millis(30);

/// Makes the folder, fills it, lets the server take the titles in, measures.
pub(in super::super) fn measure(binary: &Path, folder: &Path) -> Result<Vec<Row>> {
    let data = folder.join("entries");
    let words = data.to_str().ok_or("the build folder's name is not text")?;
    let words = [SEED, &["--data", words]].concat();
    println!("seeding: hoithi {} …", SEED.join(" "));
    drop(Server::start(binary, &words, Duration::from_mins(15))?);
    println!("{ENTRIES} entries, {EARLIER} earlier solutions …");
    let file = data.join("hoithi.db");
    write(&file)?;
    let server = Server::start(binary, &words, Duration::from_mins(1))?;
    let database = Database::open_with_flags(&file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let begun = Instant::now();
    while left(&database)? > 0 {
        if begun.elapsed() > PATIENCE {
            return Err(format!("{} are left after {PATIENCE:?}", left(&database)?).into());
        }
        thread::sleep(BETWEEN_LOOKS);
    }
    let mut secretary = Visitor::new(&server, Some(SECRETARY))?;
    let page = floor(&database, PAGE)?;
    let list = |rest: &str| format!("/ky/{EDITION}/ho-so{rest}");
    let desk = format!("/ky/{EDITION}/kiem-tra");
    Ok(vec![
        looked(&mut secretary, "10,000 entries, those that wait", &list("?tinh-trang=submitted"), (FILTERED, page))?,
        looked(&mut secretary, "10,000 entries by their titles", &list("?xep=ten"), (FILTERED, page))?,
        looked(&mut secretary, "10,000 entries, the hundredth page", &list("?trang=100"), (FILTERED, page))?,
        words_asked(&mut secretary, &list(""), floor(&database, WORDS)?)?,
        looked(&mut secretary, "the queue of screening", &desk, (FILTERED, page))?,
        looked(&mut secretary, "a dossier on the desk", &format!("{desk}/{}", in_the_middle()), (FILTERED, page))?,
        searched(&mut secretary, &database)?,
    ])
}

/// A page of the list and how long all of it is, read by SQLite alone.
const PAGE: &str = "SELECT t.title, t.byline,
            (SELECT COUNT(*) FROM entries e WHERE e.standing = 'submitted' AND e.edition_id =
                (SELECT m.edition_id FROM entries m WHERE m.id = '0e000000-0000-7000-8000-000000000001'))
       FROM entries t WHERE t.id LIKE '0e000000-%' ORDER BY t.id LIMIT 50";

/// The entries that have two words anywhere, counted by SQLite alone.
const WORDS: &str = "SELECT COUNT(*) FROM entries WHERE folded LIKE '%may%' AND folded LIKE '%nuoc%'";

/// What the same rows cost without the program: the median of a few.
fn floor(database: &Database, sql: &str) -> Result<Duration> {
    let mut statement = database.prepare(sql)?;
    let mut each = Vec::with_capacity(LOOKS);
    for _ in 0..LOOKS {
        let begun = Instant::now();
        let mut rows = statement.query([])?;
        while rows.next()?.is_some() {}
        each.push(begun.elapsed());
    }
    Ok(Times::new(each, Duration::from_secs(1)).median())
}

fn looked(secretary: &mut Visitor, what: &str, address: &str, (budget, floor): (Duration, Duration)) -> Result<Row> {
    println!("{what} …");
    secretary.time(address)?;
    let each = (0..LOOKS).map(|_| secretary.time(address)).collect::<Result<Vec<_>>>()?;
    let times = Times::new(each, Duration::from_secs(1));
    Ok(row(what, &times, ("median", times.median(), budget), floor))
}

/// Words of a title among the entries of one edition: they are sent, because they may name a person.
fn words_asked(secretary: &mut Visitor, page: &str, floor: Duration) -> Result<Row> {
    let what = "10,000 entries, two words";
    println!("{what} …");
    let mut form = secretary.form(page, page)?;
    let mut each = Vec::with_capacity(LOOKS);
    for number in 1..=LOOKS {
        form.set("q", &asked(number).join(" "));
        let begun = Instant::now();
        let answer = secretary.send(&form)?;
        each.push(begun.elapsed());
        if answer.status != 200 {
            return Err(format!("{page} was answered {}", answer.status).into());
        }
    }
    let times = Times::new(each, Duration::from_secs(1));
    Ok(row(what, &times, ("median", times.median(), FILTERED), floor))
}

/// Two words among all titles, other ones each time.
fn searched(secretary: &mut Visitor, database: &Database) -> Result<Row> {
    let what = "100,000 titles, two words";
    println!("{what} …");
    let address = |number: usize| format!("/ky/{EDITION}/tim-giai-phap?q={}", asked(number).join("+"));
    secretary.time(&address(0))?;
    let step = (ENTRIES + EARLIER) / SEARCHES;
    let each = (0..SEARCHES).map(|number| secretary.time(&address(number * step))).collect::<Result<Vec<_>>>()?;
    let times = Times::new(each, Duration::from_secs(1));
    let [one, other] = asked(step);
    let sql = format!(
        "SELECT k.folded
           FROM (SELECT a.title_number FROM title_words a JOIN title_words b ON b.title_number = a.title_number
                  WHERE a.word = '{other}' AND b.word = '{one}' ORDER BY a.title_number DESC LIMIT 50) f
           JOIN kept_titles k ON k.number = f.title_number"
    );
    Ok(row(what, &times, ("p99", times.percentile(99), SEARCHED), floor(database, &sql)?))
}

/// A line whose budget is kept by the median, or by ninety-nine of a hundred.
fn row(what: &str, times: &Times, (of, is, budget): (&str, Duration, Duration), floor: Duration) -> Row {
    let ratio = is.as_micros() * 10 / floor.as_micros().max(1);
    Row {
        what: what.to_owned(),
        budget: format!("{of} ≤ {}; {},{} × its floor ({})", span(budget), ratio / 10, ratio % 10, span(floor)),
        kept: Some(is <= budget),
        figures: format!("– | {} | {} | –", span(times.median()), span(times.percentile(99))),
    }
}
