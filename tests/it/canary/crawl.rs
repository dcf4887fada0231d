//! What somebody can fetch, by links and by guessing, and whether words stand anywhere in it.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, VecDeque};

use axum::http::{Method, Uri};
use hoithi::rooms::route_rows;
use hoithi_testkit::{Answer, Browser, words_if_any};
use lopdf::{Document, Object};
use regex::Regex;

use crate::word_files::unzipped;

/// Answers by their addresses.
pub(super) type Fetched = BTreeMap<String, Answer>;

/// Zips in zips, PDFs in zips: so deep is looked.
const DEPTH: usize = 3;

/// Everything that these addresses lead to, the nearest first: links, frames, the addresses of forms and of what
/// saves itself, addresses in a program's answer, redirections.
pub(super) async fn followed(browser: &Browser, starts: &[String], most: usize) -> Fetched {
    let address = Regex::new(r#"(?:["'>]|https?://127\.0\.0\.1:8080)(/[^"'<>\s#]*)"#).unwrap();
    let mut waiting: VecDeque<String> = starts.iter().cloned().collect();
    let mut seen = Fetched::new();
    while let Some(path) = waiting.pop_front() {
        if seen.len() >= most {
            break;
        }
        if seen.contains_key(&path) {
            continue;
        }
        let answer = browser.get(&path).await;
        if is_words(&answer) {
            let text = format!("\"{}\"\n{}", answer.location(), answer.text());
            let found = address.captures_iter(&text).map(|found| found[1].replace("&amp;", "&"));
            // The description of the API has patterns of addresses, prose has slashes.
            let found = found.filter(|path| path.parse::<Uri>().is_ok());
            waiting.extend(found.filter(|path| !path.starts_with("//") && !path.starts_with("/assets/")));
        }
        seen.insert(path, answer);
    }
    seen
}

fn is_words(answer: &Answer) -> bool {
    let kind = answer.header("content-type");
    kind.is_empty() || kind.starts_with("text/") || kind.contains("json") || kind.contains("xml")
}

/// Every address of the program that takes this method, with what somebody may know in its places.
pub(super) fn guessed(method: &str, places: &[(&str, String)]) -> Vec<String> {
    let mut all = Vec::new();
    for row in route_rows().into_iter().filter(|row| row.method == method) {
        let mut paths = vec![String::new()];
        for step in row.path.split('/').skip(1) {
            let fits = |(name, _): &&(&str, String)| *name == step;
            let mut known: Vec<&str> = places.iter().filter(fits).map(|(_, value)| value.as_str()).collect();
            if known.is_empty() {
                known.push(if step.starts_with('{') { "khong-co" } else { step });
            }
            let longer = |path: &String| known.iter().map(|value| format!("{path}/{value}")).collect::<Vec<_>>();
            paths = paths.iter().flat_map(longer).collect();
        }
        all.extend(paths);
    }
    all
}

/// What these addresses answer.
pub(super) async fn fetched(browser: &Browser, paths: impl IntoIterator<Item = String>) -> Fetched {
    let mut seen = Fetched::new();
    for path in paths {
        if let Entry::Vacant(place) = seen.entry(path) {
            let answer = browser.get(place.key()).await;
            place.insert(answer);
        }
    }
    seen
}

/// What forms answer that bring nothing.
pub(super) async fn sent_empty(browser: &Browser, paths: impl IntoIterator<Item = String>) -> Fetched {
    let mut seen = Fetched::new();
    for path in paths.into_iter().filter(|path| path != "/dang-xuat") {
        let answer = if path.starts_with("/api/") {
            browser.raw(Method::POST, &path, Some("application/json"), "{}").await
        } else {
            browser.send(&path, &[]).await
        };
        seen.insert(path, answer);
    }
    seen
}

/// What was read, ready to be looked through.
pub(super) struct Told {
    pub(super) path: String,
    words: String,
    digits: String,
}

impl Told {
    fn of(path: &str, headers: &str, body: &[u8]) -> Self {
        let words = format!("{headers}\n{}", everything_in(body, DEPTH)).to_lowercase();
        let digits = words.chars().filter(char::is_ascii_digit).collect();
        Self { path: path.to_owned(), words, digits }
    }

    /// Whether it tells this word; a number is found however it is written.
    pub(super) fn tells(&self, word: &str) -> bool {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { self.digits.contains(word) } else { self.words.contains(word) }
    }
}

pub(super) fn read(fetched: &Fetched) -> Vec<Told> {
    fetched.iter().map(|(path, answer)| Told::of(path, &answer.headers(), answer.bytes())).collect()
}

/// Which answers tell which of these words.
pub(super) fn leaks(told: &[Told], words: &[&str]) -> Vec<String> {
    let of = |each: &Told| {
        let found = words.iter().filter(|word| each.tells(word));
        found.map(|word| format!("{} tells {word}", each.path)).collect::<Vec<_>>()
    };
    told.iter().flat_map(of).collect()
}

/// Which answers tell a word of each of two kinds.
pub(super) fn ties(told: &[Told], one: &[&str], other: &[&str]) -> Vec<String> {
    let both = |each: &&Told| [one, other].iter().all(|words| words.iter().any(|word| each.tells(word)));
    told.iter().filter(both).map(|each| each.path.clone()).collect()
}

/// The words of a file, of its properties, and of the files in it.
fn everything_in(bytes: &[u8], depth: usize) -> String {
    let mut told = String::from_utf8_lossy(bytes).into_owned();
    if depth == 0 {
        return told;
    }
    if bytes.starts_with(b"%PDF") {
        if let Ok(document) = Document::load_mem(bytes) {
            document.objects.values().for_each(|object| words_of(object, &mut told));
        }
        told.push_str(&words_if_any(bytes).unwrap_or_default());
    }
    if bytes.starts_with(b"PK\x03\x04") {
        for (name, part) in unzipped(bytes) {
            told.push_str(&name);
            told.push_str(&everything_in(&part, depth - 1));
        }
    }
    told
}

fn words_of(object: &Object, told: &mut String) {
    match object {
        Object::String(bytes, _) | Object::Name(bytes) => put(bytes, told),
        Object::Array(all) => all.iter().for_each(|each| words_of(each, told)),
        Object::Dictionary(named) => named.iter().for_each(|(_, each)| words_of(each, told)),
        Object::Stream(stream) => {
            stream.dict.iter().for_each(|(_, each)| words_of(each, told));
            put(&stream.decompressed_content().unwrap_or_else(|_| stream.content.clone()), told);
        }
        _ => {}
    }
}

/// Letters of two bytes have an empty one each, which is left out.
fn put(bytes: &[u8], told: &mut String) {
    told.push('\n');
    told.extend(String::from_utf8_lossy(bytes).chars().filter(|letter| *letter != '\0'));
}

/// Nobody is sure of blindness by a reader that is blind itself.
#[test]
fn the_reader_finds_a_word_wherever_it_hides() {
    use hoithi_documents::bundle;
    use lopdf::{Stream, dictionary};

    let wide: Vec<u8> = "Zykhon".bytes().flat_map(|byte| [0, byte]).collect();
    let mut document = Document::with_version("1.7");
    let wide = Object::string_literal([b"\xFE\xFF".as_slice(), &wide].concat());
    let info = document.add_object(dictionary! { "Author" => wide });
    let packet = document.add_object(Stream::new(dictionary! {}, b"<dc:creator>Wexlam</dc:creator>".repeat(40)));
    let pages = document.add_object(dictionary! { "Type" => "Pages", "Kids" => Vec::<Object>::new(), "Count" => 0 });
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages, "Metadata" => packet });
    document.trailer.set("Root", root);
    document.trailer.set("Info", info);
    document.compress();
    let mut pdf = Vec::new();
    document.save_modern(&mut pdf).unwrap();
    let lies_open = |word: &[u8]| pdf.windows(word.len()).any(|part| part == word);
    assert!(!lies_open(b"Zykhon") && !lies_open(b"Wexlam"), "packed and in wide letters");
    let zip = bundle(&[("anh/Qorittan.txt".to_owned(), b"x".to_vec()), ("ho-so.pdf".to_owned(), pdf.clone())]).unwrap();
    let headers = "content-disposition: inline; filename=\"Jagwol.pdf\"\netag: \"Fuzhemi\"";
    let told =
        [Told::of("/a", headers, &pdf), Told::of("/b", "", &zip), Told::of("/c", "", "0203.777 13-57".as_bytes())];
    let words = ["zykhon", "wexlam", "qorittan", "jagwol", "fuzhemi", "02037771357"];
    let found = leaks(&told, &words);
    let wanted = [
        "/a tells zykhon",
        "/a tells wexlam",
        "/a tells jagwol",
        "/a tells fuzhemi",
        "/b tells zykhon",
        "/b tells wexlam",
        "/b tells qorittan",
        "/c tells 02037771357",
    ];
    assert_eq!(found, wanted);
    assert_eq!(ties(&told, &["zykhon"], &["qorittan"]), ["/b"]);
}
