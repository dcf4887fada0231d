//! The book as people read it: its explanation in blocks, its calendar as the life line.

use hoithi_rules::edition::{StageKind, Stop, When};
use jiff::Timestamp;

use crate::edition::Edition;

/// One piece of the explanation's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// "PHẦN I. THỂ LỆ"
    Part(String),
    /// "Điều 1. Hội thi"
    Article(String),
    /// Clauses of an article: what each is about (empty where it says so itself), and what it says.
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
    let (label, text) = rest.split_once(": ").unwrap_or(("", rest));
    Some((label.to_owned(), text.to_owned()))
}

/// The same for the public, to whom the short names in brackets behind a clause's subject say
/// nothing: "Y dược [y-duoc]".
pub(crate) fn public_blocks(explained: &str) -> Vec<Block> {
    let mut blocks = blocks(explained);
    for block in &mut blocks {
        let Block::Clauses(clauses) = block else { continue };
        for (label, _) in clauses {
            if let Some((subject, code)) = label.rsplit_once(" [")
                && code.ends_with(']')
            {
                *label = subject.to_owned();
            }
        }
    }
    blocks
}

/// Every stage of the edition with where it stands, for the line under the header of every page.
pub fn life_line(edition: &Edition, now: Timestamp) -> Vec<Stop> {
    let mut stops = edition.book.calendar().life_line(now);
    if edition.state.announced_at().is_some() {
        // The act has come before its day: what leads up to it is over.
        let over = stops.iter_mut().filter(|stop| stop.kind <= StageKind::Announcement);
        over.for_each(|stop| stop.when = When::Past);
    }
    stops
}

/// The days of a stage in words: `30/6/2021`, `1 – 15/7/2021`, `1/8/2020 – 30/6/2021`.
pub fn stop_days(stop: &Stop) -> String {
    let (from, to) = (stop.from, stop.to);
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
