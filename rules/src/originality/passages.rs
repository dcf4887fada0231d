//! Two texts side by side: which passages stand in both, and how much of each that is.

use std::collections::HashMap;
use std::ops::Range;

use super::Reading;
use super::reading::SHINGLE;

/// A row that stands more often in the other text is looked at in its first places only.
const MOST_PLACES: usize = 8;

/// So many syllables that differ do not cut a passage in two: a scanner reads one wrong here and there.
const GAP: usize = SHINGLE;

/// How alike two dossiers are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// How much of the one stands in the other, in percent of its syllables.
    pub percent: u32,
    /// The same of the other.
    pub percent_of_other: u32,
    runs: Vec<Run>,
}

/// A passage that stands in both, by its syllables.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    here: Range<usize>,
    there: Range<usize>,
}

/// A passage that stands in both, as each of them writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    /// The part of the one that it stands in.
    pub part: &'a str,
    /// How the one says it.
    pub words: &'a str,
    /// The part of the other.
    pub other_part: &'a str,
    /// How the other says it.
    pub other_words: &'a str,
}

impl Comparison {
    /// The passages in the order of the one.
    pub fn passages<'a>(&self, one: &'a Reading, other: &'a Reading) -> Vec<Passage<'a>> {
        let passage = |run: &Run| {
            let (part, words) = one.words(run.here.start, run.here.end)?;
            let (other_part, other_words) = other.words(run.there.start, run.there.end)?;
            Some(Passage { part, words, other_part, other_words })
        };
        self.runs.iter().filter_map(passage).collect()
    }
}

/// Compares two dossiers.
pub fn compare(one: &Reading, other: &Reading) -> Comparison {
    let runs = found(one, other);
    Comparison { percent: share(&runs, one), percent_of_other: share(&found(other, one), other), runs }
}

fn share(runs: &[Run], of: &Reading) -> u32 {
    let covered: usize = runs.iter().map(|run| run.here.len()).sum();
    (covered * 100).checked_div(of.len()).and_then(|percent| u32::try_from(percent).ok()).unwrap_or(0)
}

/// From every place on the longest way that the two go together; then on from its end.
fn found(here: &Reading, there: &Reading) -> Vec<Run> {
    let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, shingle) in there.shingles() {
        let known = places.entry(shingle).or_default();
        if known.len() < MOST_PLACES {
            known.push(at);
        }
    }
    let mut runs = Vec::new();
    let mut at = 0;
    while at < here.len() {
        let known = here.shingle(at).and_then(|shingle| places.get(&shingle));
        let ways = known.into_iter().flatten().map(|place| (together(here, at, there, *place), *place));
        match ways.max_by_key(|(length, place)| (*length, usize::MAX - place)) {
            Some((length, place)) if length > 0 => {
                let run = Run { here: at..at + length, there: place..place + length };
                join(&mut runs, run, here, there);
                at += length;
            }
            _ => at += 1,
        }
    }
    runs
}

/// How many syllables two parts have in common from these places on.
fn together(here: &Reading, at: usize, there: &Reading, place: usize) -> usize {
    let (part, other) = (here.part_at(at), there.part_at(place));
    let both = here.rest(at).iter().zip(there.rest(place));
    both.take_while(|(one, two)| one.sound == two.sound && Some(one.part) == part && Some(two.part) == other).count()
}

/// Adds a passage, or lengthens the one before it where only a few syllables lie between them in both.
fn join(runs: &mut Vec<Run>, run: Run, here: &Reading, there: &Reading) {
    if let Some(last) = runs.last_mut() {
        let same_parts = here.part_at(last.here.start) == here.part_at(run.here.start)
            && there.part_at(last.there.start) == there.part_at(run.there.start);
        let near = run.here.start - last.here.end <= GAP
            && run.there.start.checked_sub(last.there.end).is_some_and(|gap| gap <= GAP);
        if same_parts && near {
            last.here.end = run.here.end;
            last.there.end = run.there.end;
            return;
        }
    }
    runs.push(run);
}
