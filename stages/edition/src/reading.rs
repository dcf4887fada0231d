//! The book as people read it: its explanation in blocks, its calendar as the life line.

use hoithi_rules::edition::When;
use hoithi_web::Stop;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::edition::Edition;

/// One piece of the explanation's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// "PHẦN I. THỂ LỆ"
    Part(String),
    /// "Điều 1. Hội thi"
    Article(String),
    /// Clauses of an article: what each is about, and what it says.
    Clauses(Vec<(String, String)>),
    /// A sentence.
    Words(String),
}

/// The text of `hoithi_rules::edition::explain`, without its title, as blocks of a page.
pub fn blocks(explained: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in explained.lines().skip(1).map(str::trim).filter(|line| !line.is_empty()) {
        match (block(line), blocks.last_mut()) {
            (Block::Clauses(new), Some(Block::Clauses(clauses))) => clauses.extend(new),
            (new, _) => blocks.push(new),
        }
    }
    blocks
}

fn block(line: &str) -> Block {
    if line.starts_with("PHẦN ") {
        Block::Part(line.to_owned())
    } else if line.starts_with("Điều ") {
        Block::Article(line.to_owned())
    } else {
        clause(line).map_or_else(|| Block::Words(line.to_owned()), |clause| Block::Clauses(vec![clause]))
    }
}

/// "2. Cấp: tỉnh, thành phố."
fn clause(line: &str) -> Option<(String, String)> {
    let (number, rest) = line.split_once(". ")?;
    number.parse::<u16>().ok()?;
    let (label, text) = rest.split_once(": ")?;
    Some((label.to_owned(), text.to_owned()))
}

/// The line of stages under the header of every page.
pub fn life_line(edition: &Edition, now: Timestamp) -> Vec<Stop> {
    let stops = edition.book.calendar().life_line(now);
    stops.into_iter().map(|stop| Stop { label: stop.name, dates: dates(stop.from, stop.to), state: state(stop.when) }).collect()
}

fn state(when: When) -> &'static str {
    match when {
        When::Past => "past",
        When::Today => "today",
        When::Coming => "coming",
    }
}

/// `30/6/2021`, `1 – 15/7/2021`, `1/8 – 30/9/2021`, `1/8/2020 – 30/6/2021`.
fn dates(from: Date, to: Date) -> String {
    let last = hoithi_web::day(to);
    if from == to {
        last
    } else if (from.year(), from.month()) == (to.year(), to.month()) {
        format!("{} – {last}", from.day())
    } else if from.year() == to.year() {
        format!("{}/{} – {last}", from.day(), from.month())
    } else {
        format!("{} – {last}", hoithi_web::day(from))
    }
}
