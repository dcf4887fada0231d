//! A dossier's texts, read for comparing.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Syllables in a row that are looked for in another text. Two Vietnamese words are three or four syllables and
/// mean nothing; five in a row are mostly somebody's own.
pub(super) const SHINGLE: usize = 5;

/// No more syllables of a dossier are read, so that no file costs more than this.
const MOST_SYLLABLES: usize = 40_000;

/// A scanner's sign inside a word that is cut at the end of a line.
const SOFT_HYPHEN: char = '\u{ad}';

/// One text of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPart {
    /// What it is called: the part's name in the rule book; nothing for the title.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// The texts of a dossier as they are compared: their syllables, each with its place.
#[derive(Clone, Debug)]
pub struct Reading {
    parts: Vec<TextPart>,
    syllables: Vec<Syllable>,
    shingles: Vec<Option<u64>>,
}

/// A syllable by what it sounds like to a reader in a hurry, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Syllable {
    pub(super) sound: u64,
    pub(super) part: usize,
    start: usize,
    end: usize,
}

impl Reading {
    /// Reads the texts.
    pub fn of(parts: Vec<TextPart>) -> Self {
        let mut syllables = Vec::new();
        for (part, each) in parts.iter().enumerate() {
            read(part, &each.text, &mut syllables);
        }
        let shingles = (0..syllables.len()).map(|at| shingle(&syllables, at)).collect();
        Self { parts, syllables, shingles }
    }

    /// How many syllables were read.
    pub fn len(&self) -> usize {
        self.syllables.len()
    }

    /// Whether there was nothing to read.
    pub fn is_empty(&self) -> bool {
        self.syllables.is_empty()
    }

    /// The syllables in a row that begin at each place where so many follow.
    pub(super) fn shingles(&self) -> impl Iterator<Item = (usize, u64)> + '_ {
        self.shingles.iter().enumerate().filter_map(|(at, shingle)| shingle.map(|shingle| (at, shingle)))
    }

    pub(super) fn shingle(&self, at: usize) -> Option<u64> {
        self.shingles.get(at).copied().flatten()
    }

    pub(super) fn rest(&self, at: usize) -> &[Syllable] {
        self.syllables.get(at..).unwrap_or_default()
    }

    pub(super) fn part_at(&self, at: usize) -> Option<usize> {
        self.syllables.get(at).map(|syllable| syllable.part)
    }

    /// The words between two syllables of one part as they were written, with the part's name.
    pub(super) fn words(&self, from: usize, to: usize) -> Option<(&str, &str)> {
        let (first, last) = (self.syllables.get(from)?, self.syllables.get(to.checked_sub(1)?)?);
        let part = self.parts.get(first.part)?;
        Some((part.name.as_str(), part.text.get(first.start..last.end)?))
    }
}

fn read(part: usize, text: &str, syllables: &mut Vec<Syllable>) {
    let mut open: Option<(usize, String)> = None;
    let mut close = |open: &mut Option<(usize, String)>, end: usize| {
        if let Some((start, letters)) = open.take().filter(|(_, letters)| !letters.is_empty())
            && syllables.len() < MOST_SYLLABLES
        {
            syllables.push(Syllable { sound: sound(&letters), part, start, end });
        }
    };
    for (at, letter) in text.char_indices() {
        if letter.is_alphanumeric() || is_combining_mark(letter) || letter == SOFT_HYPHEN {
            let (_, letters) = open.get_or_insert_with(|| (at, String::new()));
            fold_into(letter, letters);
        } else {
            close(&mut open, at);
        }
    }
    close(&mut open, text.len());
}

/// Without capitals and marks; `l`, `i` and `1` are one letter, and so are `o` and `0`.
fn fold_into(letter: char, letters: &mut String) {
    decompose_canonical(letter, |base| {
        if base != SOFT_HYPHEN && !is_combining_mark(base) {
            letters.extend(base.to_lowercase().map(mistaken_for));
        }
    });
}

fn mistaken_for(letter: char) -> char {
    match letter {
        'đ' => 'd',
        'l' | '1' => 'i',
        '0' => 'o',
        other => other,
    }
}

/// FNV-1a, stirred: the same on every machine and in every year, because it is kept.
fn sound(letters: &str) -> u64 {
    let each = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    stirred(letters.bytes().fold(0xcbf2_9ce4_8422_2325, each))
}

/// Every bit of the value counts in every bit of the answer (the last step of splitmix64).
fn stirred(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// The row that begins there; a part that is shorter than a row is one by itself.
fn shingle(syllables: &[Syllable], at: usize) -> Option<u64> {
    let part = syllables.get(at)?.part;
    let five = syllables.get(at..at + SHINGLE).filter(|five| five.last().is_some_and(|last| last.part == part));
    let row = match five {
        Some(five) => five,
        None if begins_its_part(syllables, at) => {
            let length = syllables.iter().skip(at).take_while(|syllable| syllable.part == part).count();
            syllables.get(at..at + length)?
        }
        None => return None,
    };
    Some(row.iter().fold(stirred(1), |hash, syllable| stirred(hash.rotate_left(7) ^ syllable.sound)))
}

fn begins_its_part(syllables: &[Syllable], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| syllables.get(before));
    before.is_none_or(|before| syllables.get(at).is_some_and(|here| here.part != before.part))
}
