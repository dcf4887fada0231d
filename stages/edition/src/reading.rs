//! The book as people read it: its explanation in blocks, its calendar as the life line.

use hoithi_rules::edition::{RuleBook, StageKind, Stop, When};
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

/// What the address of its pages says to whoever keeps the book.
const IN_ADDRESSES: &str = "Tên trong địa chỉ trang";

/// The same for the public, to whom short names and codes say nothing: "Y dược [y-duoc]" is "Y dược", and
/// the contest above and its categories are called by their names, as far as they are known here.
pub(crate) fn public_blocks(explained: &str, above: Option<&RuleBook>) -> Vec<Block> {
    let mut blocks = blocks(explained);
    for block in &mut blocks {
        let Block::Clauses(clauses) = block else { continue };
        clauses.retain(|(label, _)| label != IN_ADDRESSES);
        for (label, text) in clauses {
            *label = without_codes(label);
            *text = match label.as_str() {
                "Gửi đến" => format!("{}.", above.map_or_else(|| "hội thi cấp trên".to_owned(), RuleBook::title)),
                "Múi giờ" => text.replace("Asia/Ho_Chi_Minh", "giờ Việt Nam (GMT+7)"),
                _ => without_codes(&with_category(text, above)),
            };
        }
    }
    blocks
}

/// "gửi lên cấp trên vào lĩnh vực [y-duoc]", with the name of that category.
fn with_category(text: &str, above: Option<&RuleBook>) -> String {
    let Some((before, rest)) = text.split_once("lĩnh vực [") else { return text.to_owned() };
    let Some((code, after)) = rest.split_once(']') else { return text.to_owned() };
    let category = above.and_then(|book| book.rules().category(code));
    let name = category.map_or("tương ứng", |category| category.name.as_str());
    format!("{before}lĩnh vực {name}{after}")
}

/// Without the codes that stand in brackets behind a name.
fn without_codes(text: &str) -> String {
    let (mut bare, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, behind)) = rest.split_once(" [") {
        bare.push_str(before);
        match behind.split_once(']') {
            Some((code, after)) if is_code(code) => rest = after,
            _ => {
                bare.push_str(" [");
                rest = behind;
            }
        }
    }
    bare + rest
}

fn is_code(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'))
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
