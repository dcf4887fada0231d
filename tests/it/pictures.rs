//! What a first page looks like, and not only where its words stand: pictures of four kinds and of a stamp, how
//! every line of every kind is set, and the true lines that the decree wants under three of them.
//!
//! The pictures lie in `pictures/`. `INSTA_UPDATE=always` writes those that differ anew, as it does snapshots.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::Path;

use hoithi_correspondence::{Content, Document, print_draft};
use hoithi_rules::correspondence::{DocumentKind, Urgency};
use hoithi_testkit::{Picture, TestHouse, first_page, first_page_as_set};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _};

use crate::layout::{every_kind, sample};

/// Points an inch of a kept picture: its words are grey stripes, its lines and boxes are sharp.
const KEPT: u32 = 40;
/// From this grey on it is paper, and so are the pale words across the sheet.
const PAPER: u8 = 208;
/// Greys nearer than this are alike.
const ALIKE: u8 = 48;
/// Of a whole page three points in a thousand may differ, and of a square with sides of 15 mm half a side.
const SQUARE: usize = 24;
const OF_A_SQUARE: usize = 12;

/// In sixteen greys, which keeps the file small.
fn plain(page: Picture) -> Picture {
    let grey = page.grey.iter().map(|grey| if *grey >= PAPER { u8::MAX } else { grey / 16 * 17 }).collect();
    Picture { grey, ..page }
}

/// The points of one picture that have nothing like them at their place in the other or beside it: a letter that
/// is drawn a hair's breadth aside is the same letter.
fn alone(one: &Picture, other: &Picture) -> impl Iterator<Item = (usize, usize)> {
    let points = (0..one.height).flat_map(move |y| (0..one.width).map(move |x| (x, y)));
    points.filter(move |&(x, y)| {
        let grey = one.at(x, y);
        if grey.abs_diff(other.at(x, y)) <= ALIKE {
            return false;
        }
        let (mut darkest, mut palest) = (u8::MAX, 0);
        for y in y.saturating_sub(1)..(y + 2).min(other.height) {
            for x in x.saturating_sub(1)..(x + 2).min(other.width) {
                darkest = darkest.min(other.at(x, y));
                palest = palest.max(other.at(x, y));
            }
        }
        grey < darkest.saturating_sub(ALIKE) || grey > palest.saturating_add(ALIKE)
    })
}

/// Where a page differs from the kept one, when an eye would see it.
fn seen(kept: &Picture, page: &Picture) -> Option<Vec<(usize, usize)>> {
    assert_eq!((kept.width, kept.height), (page.width, page.height), "the page has another size");
    let points: Vec<_> = alone(kept, page).chain(alone(page, kept)).collect();
    let whole = points.len() * 1000 > page.grey.len() * 3;
    let somewhere = points.iter().any(|(x, y)| {
        let here = points.iter().filter(|(a, b)| (a / SQUARE, b / SQUARE) == (x / SQUARE, y / SQUARE));
        here.count() > OF_A_SQUARE
    });
    (whole || somewhere).then_some(points)
}

fn write(place: &Path, picture: &Picture) {
    let [width, height] = [picture.width, picture.height].map(|side| u32::try_from(side).unwrap());
    let file = File::create(place).unwrap();
    let png = PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::NoFilter);
    png.write_image(&picture.grey, width, height, ExtendedColorType::L8).unwrap();
}

fn read(place: &Path) -> Option<Picture> {
    let kept = image::load_from_memory(&fs::read(place).ok()?).unwrap().into_luma8();
    let [width, height] = [kept.width(), kept.height()].map(|side| usize::try_from(side).unwrap());
    Some(Picture { width, height, grey: kept.into_raw() })
}

/// The page, pale, with what differs in black.
fn marked(page: &Picture, points: &[(usize, usize)]) -> Picture {
    let mut grey: Vec<u8> = page.grey.iter().map(|grey| 192 + grey / 5).collect();
    for (x, y) in points {
        grey[y * page.width + x] = 0;
    }
    Picture { grey, ..page.clone() }
}

#[expect(clippy::disallowed_methods, reason = "the snapshots' own variable, read where they are compared")]
fn are_written_anew() -> bool {
    std::env::var("INSTA_UPDATE").is_ok_and(|how| how == "always")
}

/// Refuses a page that does not look as it did, with pictures of what it is now and of the difference.
fn looks_as_kept(name: &str, pdf: &[u8]) {
    let page = plain(first_page(pdf, KEPT).expect("a page"));
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("it/pictures").join(format!("{name}.png"));
    let Some(points) = read(&place).map_or_else(|| Some(Vec::new()), |kept| seen(&kept, &page)) else { return };
    if are_written_anew() {
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        write(&place, &page);
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(folder).unwrap();
    let [now, difference] = ["now", "difference"].map(|what| folder.join(format!("{name}-{what}.png")));
    write(&now, &page);
    write(&difference, &marked(&page, &points));
    panic!(
        "the {name} does not look as {} keeps it: see {} and {}; where it is meant so, INSTA_UPDATE=always keeps it",
        place.display(),
        now.display(),
        difference.display()
    );
}

/// The four kinds that a campaign lives on, and the letter that cannot wait.
fn papers() -> [(&'static str, Document); 5] {
    let letter = sample(&DocumentKind::OfficialLetter);
    let content = Content { urgency: Some(Urgency::Express), ..letter.content.clone() };
    [
        ("urgent-letter", Document { content, ..letter.clone() }),
        ("letter", letter),
        ("decision", sample(&DocumentKind::Decision)),
        ("plan", sample(&DocumentKind::Plan)),
        ("report", sample(&DocumentKind::Report)),
    ]
}

#[tokio::test]
async fn letter_decision_plan_and_report_look_as_they_did() {
    let house = TestHouse::on_sqlite().await;
    for (name, document) in papers() {
        looks_as_kept(name, &print_draft(house.house(), &document, &[]).await.unwrap());
    }
}

/// The picture without so many points of the longest row of ink in its head: of the rule under the motto.
fn without_ink(page: &Picture, count: usize) -> Picture {
    let rows = (0..page.height / 4).map(|y| (y, longest(page, y, (0, page.width))));
    let (y, (left, length)) = rows.max_by_key(|(_, (_, length))| *length).unwrap();
    assert!(length >= count, "there is a rule of {count} points");
    let mut grey = page.grey.clone();
    grey[y * page.width + left..][..count].fill(u8::MAX);
    Picture { grey, ..page.clone() }
}

#[tokio::test]
async fn a_rule_a_box_or_a_line_that_is_gone_is_seen_and_a_hair_s_breadth_is_not() {
    let house = TestHouse::on_sqlite().await;
    let papers = papers();
    let mut pages = Vec::new();
    for (_, document) in &papers {
        let pdf = print_draft(house.house(), document, &[]).await.unwrap();
        pages.push(plain(first_page(&pdf, KEPT).expect("a page")));
    }
    let (urgent, letter) = (&pages[0], &pages[1]);
    assert_eq!(seen(letter, letter), None);
    assert!(seen(letter, &without_ink(letter, 40)).is_some(), "forty points of the rule under the motto");
    assert!(seen(&without_ink(letter, 40), letter).is_some(), "nor may a rule come that was not there");
    assert!(seen(urgent, letter).is_some(), "the box with its word");
    let mut aside = letter.clone();
    aside.grey.rotate_right(1);
    assert_eq!(seen(letter, &aside), None, "a point aside");
    aside.grey.rotate_right(letter.width * 4);
    assert!(seen(letter, &aside).is_some(), "four rows lower");
}

/// A piece of a line of the first page: words of one font and size. Places and sizes are points.
struct Piece {
    left: usize,
    bottom: usize,
    width: usize,
    size: String,
    font: String,
    words: String,
}

/// All of them but the words across the sheet, which are larger than any other.
fn pieces(pdf: &[u8]) -> Vec<Piece> {
    let set = first_page_as_set(pdf);
    let font = regex::Regex::new(r#"<fontspec id="(\d+)" size="(\d+)" family="(?:[A-Z]+\+)?([^"]*)""#).unwrap();
    let fonts: Vec<_> = font.captures_iter(&set).map(|found| found.extract::<3>().1).collect();
    let piece =
        regex::Regex::new(r#"<text top="(\d+)" left="(\d+)" width="(\d+)" height="(\d+)" font="(\d+)">(.*)</text>"#);
    let (piece, mark) = (piece.unwrap(), regex::Regex::new("<[^>]*>").unwrap());
    let mut found = Vec::new();
    for each in piece.captures_iter(&set) {
        let (_, [top, left, width, height, font, words]) = each.extract();
        let [_, size, family] = fonts.iter().find(|[id, ..]| *id == font).unwrap();
        if size.parse::<u32>().unwrap() > 30 {
            continue;
        }
        let [top, left, width, height] = [top, left, width, height].map(|points| points.parse::<usize>().unwrap());
        let words = mark.replace_all(words, "").trim().to_owned();
        let (size, font) = ((*size).to_owned(), (*family).to_owned());
        found.push(Piece { left, bottom: top + height, width, size, font, words });
    }
    found
}

#[tokio::test]
async fn every_line_of_every_kind_is_set_as_it_was() {
    let house = TestHouse::on_sqlite().await;
    let mut all = String::new();
    for kind in every_kind() {
        writeln!(all, "## {kind}").unwrap();
        for Piece { size, font, words, .. } in pieces(&print_draft(house.house(), &sample(&kind), &[]).await.unwrap()) {
            writeln!(all, "{size:>2} {font:<18} {words}").unwrap();
        }
        writeln!(all).unwrap();
    }
    insta::assert_snapshot!("every_line_as_it_is_set", all);
}

/// The longest run of ink in a row between two points: where it begins, how long it is.
fn longest(page: &Picture, y: usize, (from, to): (usize, usize)) -> (usize, usize) {
    let (mut best, mut length) = ((from, 0), 0);
    for x in from..to.min(page.width) {
        length = if page.at(x, y) < 128 { length + 1 } else { 0 };
        if length > best.1 {
            best = (x + 1 - length, length);
        }
    }
    best
}

/// The rule under a line: no letter has so much ink in a row. The page has a point for each of the paper's.
fn rule_under(page: &Picture, line: &Piece) -> (usize, usize) {
    let across = (line.left.saturating_sub(10), line.left + line.width + 10);
    let rows = line.bottom - 3..(line.bottom + 10).min(page.height);
    rows.map(|y| longest(page, y, across)).max_by_key(|(_, length)| *length).unwrap()
}

#[tokio::test]
async fn true_lines_stand_under_the_motto_the_issuer_and_the_subject() {
    let house = TestHouse::on_sqlite().await;
    let mut without_subject = Vec::new();
    for kind in every_kind() {
        let pdf = print_draft(house.house(), &sample(&kind), &[]).await.unwrap();
        let (page, lines) = (first_page(&pdf, 72).expect("a page"), pieces(&pdf));
        let line = |words: &str| lines.iter().find(|line| line.words == words);
        let motto = line("Độc lập - Tự do - Hạnh phúc").unwrap();
        let (left, length) = rule_under(&page, motto);
        assert!(left.abs_diff(motto.left) <= 3 && length.abs_diff(motto.width) <= 5, "{kind}: {left}, {length}");
        let short = |line: &Piece| {
            let (left, length) = rule_under(&page, line);
            let middle = (2 * left + length).abs_diff(2 * line.left + line.width);
            assert!(length * 3 + 3 >= line.width && length * 2 <= line.width, "{kind}, {}: {length}", line.words);
            assert!(middle <= 8, "{kind}, {}: {left}", line.words);
        };
        short(line("SÁNG TẠO KỸ THUẬT").unwrap());
        match line("tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Hải Lam lần thứ XII") {
            Some(subject) => short(subject),
            None => without_subject.push(kind.name().to_owned()),
        }
    }
    assert_eq!(without_subject, ["Công văn", "Giấy giới thiệu", "Giấy nghỉ phép"]);
}
