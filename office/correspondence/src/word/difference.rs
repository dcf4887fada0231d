//! What was changed, line by line and word by word.

use similar::{ChangeTag, TextDiff};

use super::Returned;
use super::text::AnnexPart;

/// Unchanged lines shown before and behind a change.
const AROUND: usize = 1;

/// A part of the document that was changed.
pub(crate) struct Change {
    /// Its name, by which the page knows its words: `text`, `subject`.
    pub(crate) part: &'static str,
    /// Its lines around what was changed.
    pub(crate) lines: Vec<Line>,
}

/// A line of a changed part.
pub(crate) enum Line {
    /// As it was.
    Same(String),
    /// Gone; `true` marks the words that are.
    Gone(Vec<(bool, String)>),
    /// New, in the same way.
    New(Vec<(bool, String)>),
    /// Lines that are as they were.
    Left(usize),
}

/// The parts that differ.
pub(crate) fn changes(returned: &Returned) -> Vec<Change> {
    let (sent, came) = (&returned.sent, &returned.came);
    let one = |words: &String| vec![words.clone()];
    let parts = [
        ("subject", one(&sent.subject), one(&came.subject)),
        ("addressees", sent.addressees.clone(), came.addressees.clone()),
        ("bases", sent.bases.clone(), came.bases.clone()),
        ("text", sent.text.clone(), came.text.clone()),
        ("recipients", sent.recipients.clone(), came.recipients.clone()),
    ];
    let annexes = (0..sent.annexes.len().max(came.annexes.len())).flat_map(|place| {
        let annex = |all: &[AnnexPart]| all.get(place).cloned().unwrap_or_default();
        let (old, new) = (annex(&sent.annexes), annex(&came.annexes));
        [("annex-title", one(&old.title), one(&new.title)), ("annex", old.text, new.text)]
    });
    let changed = parts.into_iter().chain(annexes).filter(|(_, old, new)| old != new);
    changed.map(|(part, old, new)| Change { part, lines: lines(&old, &new) }).collect()
}

fn lines(old: &[String], new: &[String]) -> Vec<Line> {
    let whole = |lines: &[String]| lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect::<String>();
    let (old, new) = (whole(old), whole(new));
    let diff = TextDiff::from_lines(old.as_str(), new.as_str());
    let mut lines = Vec::new();
    for op in diff.ops() {
        let changes: Vec<_> = diff.iter_inline_changes_deadline(op, None).collect();
        // Lines that are gone or new as a whole have no words that are marked apart.
        let whole = !changes.iter().any(|change| change.values().iter().any(|(marked, _)| *marked));
        lines.extend(changes.iter().map(|change| {
            let words = change.values().iter();
            let words = words.map(|(marked, words)| (*marked || whole, words.trim_end_matches('\n').to_owned()));
            match change.tag() {
                ChangeTag::Equal => Line::Same(words.map(|(_, words)| words).collect()),
                ChangeTag::Delete => Line::Gone(words.collect()),
                ChangeTag::Insert => Line::New(words.collect()),
            }
        }));
    }
    shortened(lines)
}

/// Long stretches of what stayed are only counted.
fn shortened(all: Vec<Line>) -> Vec<Line> {
    let changed: Vec<usize> =
        all.iter().enumerate().filter(|(_, line)| !matches!(line, Line::Same(_))).map(|(place, _)| place).collect();
    let near = |place: usize| changed.iter().any(|change| change.abs_diff(place) <= AROUND);
    let mut short: Vec<Line> = Vec::new();
    for (place, line) in all.into_iter().enumerate() {
        match (near(place), short.last_mut()) {
            (true, _) => short.push(line),
            (false, Some(Line::Left(count))) => *count += 1,
            (false, _) => short.push(Line::Left(1)),
        }
    }
    short
}
