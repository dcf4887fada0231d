//! What is kept of a text, so that it need not be read again beside every other: some of its rows of syllables,
//! always the same ones of the same words.

use std::collections::BTreeSet;

use super::Reading;

/// The way in which texts are read and their rows chosen. Another number here has every text read anew.
pub const METHOD: i64 = 1;

/// No more rows of one text are kept. Of a page or two all of them are, of a description of ten thousand
/// letters every eighth: enough to find a text of which a tenth is the same.
const MOST: usize = 400;

/// The rarest choice: of a text as long as is read at all, every 128th row is enough.
const RAREST: u64 = 1 << 20;

/// How a text's rows were chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// One of so many rows is kept; a power of two, so that of two samples the rarer lies in the other.
    pub every: i64,
    /// Different rows that the text has in all.
    pub rows: i64,
}

/// The rows of a text that are kept, by their hashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prints {
    /// How they were chosen.
    pub sample: Sample,
    /// Which.
    pub kept: Vec<i64>,
}

impl Prints {
    /// Chooses the rows of a text.
    pub fn of(reading: &Reading) -> Self {
        let all: BTreeSet<u64> = reading.shingles().map(|(_, shingle)| shingle).collect();
        let rows = i64::try_from(all.len()).unwrap_or(i64::MAX);
        let mut every = 1_u64;
        let mut kept: Vec<u64> = all.into_iter().collect();
        while kept.len() > MOST && every < RAREST {
            every *= 2;
            kept.retain(|row| row.is_multiple_of(every));
        }
        let sample = Sample { every: i64::try_from(every).unwrap_or(i64::MAX), rows };
        Self { sample, kept: kept.into_iter().map(u64::cast_signed).collect() }
    }
}

impl Sample {
    /// About how much of the shorter text stands in the other one, in percent, where so many kept rows are in
    /// both.
    pub fn estimate(self, other: Self, common: i64) -> u32 {
        let shorter = self.rows.min(other.rows).max(1);
        let both = common.saturating_mul(self.every.max(other.every));
        u32::try_from((both.saturating_mul(100) / shorter).clamp(0, 100)).unwrap_or(100)
    }
}
