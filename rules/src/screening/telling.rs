//! What in a text points at the authors: their names and bodies, telephones and addresses, also
//! without marks and as a machine reads a scan. It points, a person decides.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::one_line;

/// Something that points at who made an entry, in the words in which the dossier gives it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pointer {
    /// A person, a unit, an organisation. A name of one word is too common to point at anybody.
    Name(String),
    /// A telephone.
    Phone(String),
    /// An address for mail.
    Mail(String),
}

impl Pointer {
    /// Its words.
    pub fn words(&self) -> &str {
        match self {
            Self::Name(words) | Self::Phone(words) | Self::Mail(words) => words,
        }
    }
}

/// A place that points at somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// What it points with, as the dossier gives it.
    pub what: String,
    /// On which page, from 1.
    pub page: usize,
    /// What stands there.
    pub passage: String,
}

/// Where the pages point, each pointer once a page, in the order of the pages.
pub fn tellings(pages: &[String], pointers: &[Pointer]) -> Vec<Telling> {
    let mut found = Vec::new();
    for (page, text) in (1..).zip(pages) {
        let page_read = Page::of(text);
        for pointer in pointers {
            if let Some(place) = page_read.find(pointer) {
                let passage = passage(text, place);
                found.push(Telling { what: pointer.words().to_owned(), page, passage });
            }
        }
    }
    found
}

/// Every place in a text that points, to be covered.
pub fn places(text: &str, pointers: &[Pointer]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    for pointer in pointers {
        let mut from = 0;
        while let Some(place) = Page::of(&text[from..]).find(pointer) {
            let end = letter_ends(text, from + place.end);
            all.push(from + place.start..end);
            from = end;
        }
    }
    all
}

/// A page without marks, capitals and spaces, each letter with its place in the text.
struct Page {
    letters: Vec<(usize, char)>,
    words: Vec<Word>,
}

struct Word {
    place: Range<usize>,
    plain: Vec<char>,
}

impl Page {
    fn of(text: &str) -> Self {
        let mut letters = Vec::new();
        let mut words: Vec<Word> = Vec::new();
        let mut within = false;
        for (at, letter) in text.char_indices() {
            if is_combining_mark(letter) {
                continue;
            }
            let in_word = letter.is_alphanumeric();
            if in_word && !within {
                words.push(Word { place: at..at, plain: Vec::new() });
            }
            within = in_word;
            for plain in plain(letter).filter(|plain| !plain.is_whitespace()) {
                letters.push((at, plain));
                if let Some(word) = words.last_mut().filter(|_| in_word) {
                    word.plain.push(plain);
                    word.place.end = at + letter.len_utf8();
                }
            }
        }
        Self { letters, words }
    }

    fn find(&self, pointer: &Pointer) -> Option<Range<usize>> {
        match pointer {
            Pointer::Name(name) => self.name(name),
            Pointer::Mail(mail) => {
                let wanted: Vec<char> = folded(mail).filter(|letter| !letter.is_whitespace()).collect();
                within(&self.letters, &wanted)
            }
            Pointer::Phone(phone) => self.dials(phone),
        }
    }

    /// However the number is grouped, and with the country's code or without.
    fn dials(&self, phone: &str) -> Option<Range<usize>> {
        let number: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
        if number.len() < 8 {
            return None;
        }
        let tail = &number[number.len() - number.len().min(9)..];
        let between = |letter: &char| matches!(letter, '.' | '-' | '(' | ')');
        let digits: Vec<_> = self.letters.iter().copied().filter(|(_, letter)| !between(letter)).collect();
        within(&digits, tail)
    }

    /// The name in as many words as it has, one more or fewer where a machine parted or joined them,
    /// with a wrong letter in every eight.
    fn name(&self, name: &str) -> Option<Range<usize>> {
        let count = name.split_whitespace().count();
        let wanted: Vec<char> = folded(name).filter(|letter| letter.is_alphanumeric()).collect();
        if count < 2 || wanted.is_empty() {
            return None;
        }
        let noise = (wanted.len() / 8).min(2);
        (0..self.words.len()).find_map(|from| {
            let mut read: Vec<char> = Vec::with_capacity(wanted.len() + noise);
            for word in self.words[from..].iter().take(count + 1) {
                read.extend(&word.plain);
                if read.len() > wanted.len() + noise {
                    return None;
                }
                if alike(&read, &wanted, noise) {
                    return Some(self.words[from].place.start..word.place.end);
                }
            }
            None
        })
    }
}

/// One letter without its marks, small.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let bare = if matches!(letter, 'đ' | 'Đ') { 'd' } else { letter };
    bare.nfd().filter(|part| !is_combining_mark(*part)).flat_map(char::to_lowercase)
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| !is_combining_mark(*letter)).flat_map(plain)
}

fn within(letters: &[(usize, char)], wanted: &[char]) -> Option<Range<usize>> {
    if wanted.is_empty() {
        return None;
    }
    let same = |part: &[(usize, char)]| part.iter().map(|(_, letter)| letter).eq(wanted);
    let part = letters.windows(wanted.len()).find(|part| same(part))?;
    let ((from, _), (last, letter)) = (part.first()?, part.last()?);
    Some(*from..last + letter.len_utf8())
}

/// Whether at most so many letters differ, are missing or too many. Two names that share neither
/// their beginning nor their end are not compared.
fn alike(read: &[char], wanted: &[char], noise: usize) -> bool {
    if read == wanted {
        return true;
    }
    let edge = wanted.len().min(2);
    let shared = read.starts_with(&wanted[..edge]) || read.ends_with(&wanted[wanted.len() - edge..]);
    noise > 0 && shared && read.len().abs_diff(wanted.len()) <= noise && distance(read, wanted) <= noise
}

fn distance(one: &[char], other: &[char]) -> usize {
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, against) in other.iter().enumerate() {
            let changed = above[column] + usize::from(letter != against);
            line.push(changed.min(above[column + 1] + 1).min(line[column] + 1));
        }
        above = line;
    }
    above[other.len()]
}

/// How much stands before and behind, in letters.
const AROUND: usize = 40;

/// Where the letter ends that is under way there: a folded letter may be shorter than the one that stands.
fn letter_ends(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

fn passage(text: &str, place: Range<usize>) -> String {
    let end = letter_ends(text, place.end);
    let (before, behind) = (&text[..place.start], &text[end..]);
    let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let to = behind.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| end + at);
    let (cut_before, cut_behind) = (if from > 0 { "… " } else { "" }, if to < text.len() { " …" } else { "" });
    format!("{cut_before}{}{cut_behind}", one_line(&text[from..to]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(words: &str) -> Pointer {
        Pointer::Name(words.to_owned())
    }

    fn told(text: &str, pointer: Pointer) -> bool {
        !tellings(&[text.to_owned()], &[pointer]).is_empty()
    }

    #[test]
    fn a_name_is_found_without_marks_over_lines_and_through_a_scan() {
        for text in [
            "Tác giả: Đặng Thị Hải Yến, Tổ 3",
            "DANG THI HAI YEN",
            "giao cho Đặng Thị\n Hải   Yến giữ",
            "Đăng Thi Hái Yên",
            "Đặng Thị HảiYến",
            "Dang Thl Hai Yen",
            "Đa\u{323}\u{306}ng Thị Hải Yến",
        ] {
            assert!(told(text, name("Đặng Thị Hải Yến")), "{text}");
        }
        for text in ["Đặng Thị Hải", "Hải Yến Đặng Thị", "đang thi hai năm", "Đặng Văn Hải Yên Bình"]
        {
            assert!(!told(text, name("Đặng Thị Hải Yến")), "{text}");
        }
        assert!(!told("Yến sào", name("Yến")), "one word is too common");
    }

    #[test]
    fn a_telephone_is_found_however_it_is_grouped() {
        let phone = || Pointer::Phone("0912 345 678".to_owned());
        for text in ["ĐT: 0912.345.678", "+84 912-345-678", "(0912) 345678", "09 12 34 56 78"] {
            assert!(told(text, phone()), "{text}");
        }
        assert!(!told("0912 345 679", phone()));
        assert!(!told("113", Pointer::Phone("113".to_owned())));
    }

    #[test]
    fn an_address_is_found_through_spaces_and_capitals() {
        let mail = || Pointer::Mail("yen.dang@vidu.invalid".to_owned());
        assert!(told("Thư: Yen.Dang@vidu. invalid", mail()));
        assert!(!told("yen@vidu.invalid", mail()));
    }

    #[test]
    fn every_place_is_found_to_be_covered() {
        let text = "Lò Văn Sấm và LO VAN SAM, ĐT 0912.345.678";
        let pointers = [name("Lò Văn Sấm"), Pointer::Phone("0912 345 678".to_owned())];
        let found: Vec<&str> = places(text, &pointers).into_iter().map(|place| &text[place]).collect();
        assert_eq!(found, ["Lò Văn Sấm", "LO VAN SAM", "912.345.678"]);
        assert!(places("Không có ai", &pointers).is_empty());
    }

    #[test]
    fn the_place_is_told_by_its_page_and_its_words() {
        let pages = ["Trang bìa".to_owned(), format!("{} Lò Văn Sấm nói {}", "a ".repeat(60), "b ".repeat(60))];
        let found = tellings(&pages, &[name("Lò Văn Sấm")]);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].what.as_str(), found[0].page), ("Lò Văn Sấm", 2));
        assert!(found[0].passage.starts_with("… a a") && found[0].passage.contains("Lò Văn Sấm nói b"));
        assert!(found[0].passage.ends_with("b …"), "{}", found[0].passage);
    }
}
