//! The laws of comparing: what is the same is wholly the same, what is not shares nothing, and a scanner's
//! mistakes make no new text.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::refusal::Refusal;

const HEADS: [&str; 16] = ["b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "q", "r", "s", "t", "v", "x"];
const MARKED: [&str; 5] = ["ấ", "ệ", "ỗ", "ứ", "ỷ"];
const BARE: [&str; 5] = ["a", "e", "o", "u", "y"];
const TAILS: [&str; 5] = ["", "n", "m", "t", "c"];
/// So many syllables, no two of which are read as one.
const SYLLABLES: usize = HEADS.len() * BARE.len() * TAILS.len();

fn syllable(number: usize, vowels: [&str; 5]) -> String {
    let (head, rest) = (number % HEADS.len(), number / HEADS.len());
    [HEADS[head], vowels[rest % vowels.len()], TAILS[rest / vowels.len() % TAILS.len()]].concat()
}

fn text(numbers: &[usize]) -> String {
    numbers.iter().map(|number| syllable(*number, MARKED)).collect::<Vec<_>>().join(" ")
}

fn reading(texts: &[String]) -> Reading {
    let part = |text: &String| TextPart { name: "Mô tả".to_owned(), text: text.clone() };
    Reading::of(texts.iter().map(part).collect())
}

fn read(numbers: &[usize]) -> Reading {
    reading(&[text(numbers)])
}

/// Syllables of the lower half alone, or of the upper.
fn numbers(upper: bool, length: std::ops::Range<usize>) -> impl Strategy<Value = Vec<usize>> {
    let half = SYLLABLES / 2;
    let from = if upper { half } else { 0 };
    prop::collection::vec(from..from + half, length)
}

proptest! {
    #[test]
    fn the_same_texts_are_wholly_alike(one in numbers(false, 1..60), two in numbers(true, 1..60)) {
        let read = reading(&[text(&one), text(&two)]);
        let found = compare(&read, &read);
        prop_assert_eq!((found.percent, found.percent_of_other), (100, 100));
        let prints = Prints::of(&read);
        let kept = i64::try_from(prints.kept.len()).unwrap();
        prop_assert_eq!(prints.sample.estimate(prints.sample, kept), 100);
    }

    #[test]
    fn texts_without_a_common_word_share_nothing(one in numbers(false, 0..80), two in numbers(true, 0..80)) {
        let (one, two) = (read(&one), read(&two));
        let found = compare(&one, &two);
        prop_assert_eq!((found.percent, found.percent_of_other), (0, 0));
        prop_assert!(found.passages(&one, &two).is_empty());
        let kept: BTreeSet<i64> = Prints::of(&one).kept.into_iter().collect();
        prop_assert!(Prints::of(&two).kept.iter().all(|row| !kept.contains(row)));
    }

    #[test]
    fn who_is_compared_with_whom_makes_no_difference(
        one in numbers(false, 0..40),
        both in numbers(false, 0..40),
        two in numbers(true, 0..40),
    ) {
        let (one, two) = (read(&[one, both.clone()].concat()), read(&[both, two].concat()));
        let (there, back) = (compare(&one, &two), compare(&two, &one));
        prop_assert_eq!((there.percent, there.percent_of_other), (back.percent_of_other, back.percent));
        let (sample, other) = (Prints::of(&one).sample, Prints::of(&two).sample);
        prop_assert_eq!(sample.estimate(other, 7), other.estimate(sample, 7));
    }

    #[test]
    fn what_was_copied_is_the_share(copied in numbers(false, 5..60), own in numbers(true, 0..60)) {
        let (one, two) = (read(&[copied.clone(), own.clone()].concat()), read(&copied));
        let found = compare(&one, &two);
        let expected = copied.len() * 100 / (copied.len() + own.len());
        prop_assert_eq!((usize::try_from(found.percent), found.percent_of_other), (Ok(expected), 100));
        let passages = found.passages(&one, &two);
        prop_assert_eq!(passages.len(), 1);
        let copied = text(&copied);
        prop_assert_eq!((passages[0].words, passages[0].other_words), (copied.as_str(), copied.as_str()));
    }

    /// Lost marks, capitals, `l` and `1`, `o` and `0`, lines that break elsewhere.
    #[test]
    fn a_scanner_s_mistakes_make_no_other_text(said in numbers(false, 5..80), broken in 2_usize..7) {
        let bare: Vec<String> = said.iter().map(|number| syllable(*number, BARE)).collect();
        let lines: Vec<String> = bare.chunks(broken).map(|line| line.join(" ")).collect();
        let scanned = lines.join("\n").to_uppercase().replace('L', "1").replace('O', "0");
        let (typed, scanned) = (read(&said), reading(&[scanned]));
        let found = compare(&typed, &scanned);
        prop_assert_eq!((found.percent, found.percent_of_other), (100, 100));
        prop_assert_eq!(Prints::of(&typed), Prints::of(&scanned));
    }

    /// Of two samples the rarer lies in the other, or a short text would not be found in a long one.
    #[test]
    fn a_short_text_is_found_in_a_long_one(short in numbers(false, 20..60), long in numbers(true, 900..1_500)) {
        let whole = Prints::of(&reading(&[text(&short), text(&long)]));
        prop_assert!(whole.kept.len() <= 400 && whole.sample.every > 1);
        let all: BTreeSet<i64> = whole.kept.iter().copied().collect();
        let short = Prints::of(&read(&short));
        prop_assert_eq!(short.sample.every, 1);
        prop_assert!(short.kept.iter().filter(|row| *row % whole.sample.every == 0).all(|row| all.contains(row)));
    }
}

/// The same numbers on every machine (Knuth's MMIX generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

/// Every tenth syllable is read wrong, every twentieth line is lost.
#[test]
fn a_badly_scanned_copy_is_found() {
    for seed in 1..=20 {
        let mut chance = Chance(seed);
        let said: Vec<usize> = (0..2_000).map(|_| chance.below(SYLLABLES)).collect();
        let lines = said.chunks(12).filter(|_| chance.below(20) > 0).map(<[usize]>::to_vec).collect::<Vec<_>>();
        let mut copy = lines.concat();
        for number in &mut copy {
            if chance.below(10) == 0 {
                *number = chance.below(SYLLABLES);
            }
        }
        let (one, two) = (read(&said), read(&copy));
        let found = compare(&one, &two);
        assert!(found.percent >= 70 && found.percent_of_other >= 75, "{seed}: {found:?}");
        let (kept, other) = (Prints::of(&one), Prints::of(&two));
        let all: BTreeSet<i64> = kept.kept.iter().copied().collect();
        let common = other.kept.iter().filter(|row| all.contains(row)).count();
        let estimate = kept.sample.estimate(other.sample, i64::try_from(common).unwrap());
        assert!(estimate >= ALIKE, "{seed}: {estimate}");
    }
}

#[test]
fn a_passage_is_told_as_each_of_them_writes_it() {
    let one = ["Máy rửa than".to_owned(), "Nước được tuần hoàn qua ba bể lắng, rồi lọc.".to_owned()];
    let two = ["Khác hẳn".to_owned(), "Nuoc duoc tuan hoan qua\nba be lang. Hết.".to_owned()];
    let (one, two) = (reading(&one), reading(&two));
    let found = compare(&one, &two);
    let [passage] = found.passages(&one, &two)[..] else { panic!("{found:?}") };
    assert_eq!(passage.words, "Nước được tuần hoàn qua ba bể lắng");
    assert_eq!(passage.other_words, "Nuoc duoc tuan hoan qua\nba be lang");
    assert_eq!((passage.part, passage.other_part), ("Mô tả", "Mô tả"));
    assert_eq!((found.percent, found.percent_of_other), (8 * 100 / 13, 8 * 100 / 11));
}

#[test]
fn no_text_costs_more_than_what_is_read_of_it() {
    let long = read(&(0..50_000).map(|number| number * 7 % SYLLABLES).collect::<Vec<_>>());
    assert_eq!(long.len(), 40_000);
    let same = reading(&["ba ".repeat(50_000)]);
    assert_eq!(compare(&same, &same).percent, 100);
    assert!(compare(&reading(&[]), &same).passages(&same, &same).is_empty());
    assert_eq!(compare(&reading(&[]), &reading(&[])).percent, 0);
}

#[test]
fn a_note_says_what_it_is_and_what_is_to_be_asked() {
    let note = LikenessNote::parse("coincidence", "  ").unwrap();
    assert_eq!((note.what, note.words.as_str()), (Likeness::Coincidence, ""));
    let codes = |what: &str, words: &str| {
        let refused = LikenessNote::parse(what, words).unwrap_err();
        refused.iter().map(|each| (each.code(), each.field().unwrap())).collect::<Vec<_>>()
    };
    assert_eq!(codes("", ""), [("originality.nothing_chosen", "what".to_owned())]);
    assert_eq!(codes("ask_author", " "), [("originality.question_missing", "words".to_owned())]);
    assert_eq!(codes("own_earlier", &"a".repeat(1_001)), [("originality.too_long", "words".to_owned())]);
}
