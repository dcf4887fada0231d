//! What a reader finds on the pages of a PDF, and what a telephone finds.

use std::io::Write;
use std::process::{Command, Stdio};

/// The words as they stand on the page.
///
/// # Panics
///
/// When `pdftotext` is not on this machine, or there is no page that it can read.
pub fn words_on_the_page(pdf: &[u8]) -> String {
    words_if_any(pdf).expect("a page that can be read")
}

/// The same; nothing where the file has no page that can be read.
///
/// # Panics
///
/// When `pdftotext` is not on this machine.
pub fn words_if_any(pdf: &[u8]) -> Option<String> {
    let text = through("pdftotext", &["-layout", "-enc", "UTF-8", "-", "-"], pdf)?;
    String::from_utf8(text).ok()
}

/// What the square codes on the first page say, read off its picture.
///
/// # Panics
///
/// When `pdftoppm` is not on this machine.
pub fn square_codes(pdf: &[u8]) -> Vec<String> {
    let Some(first) = first_page(pdf, 200) else { return Vec::new() };
    let mut page = rqrr::PreparedImage::prepare_from_greyscale(first.width, first.height, |x, y| first.at(x, y));
    page.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

/// A page in greys: 0 is ink, 255 is paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Points in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Row by row, from the left upper corner.
    pub grey: Vec<u8>,
}

impl Picture {
    /// The grey of that point.
    ///
    /// # Panics
    ///
    /// Outside the picture.
    pub fn at(&self, x: usize, y: usize) -> u8 {
        self.grey[y * self.width + x]
    }
}

/// What the first page looks like, with so many points an inch.
///
/// # Panics
///
/// When `pdftoppm` is not on this machine.
pub fn first_page(pdf: &[u8], fine: u32) -> Option<Picture> {
    let picture = through("pdftoppm", &["-gray", "-r", &fine.to_string(), "-f", "1", "-l", "1", "-"], pdf)?;
    let (width, height, grey) = pgm(&picture)?;
    Some(Picture { width, height, grey: grey.to_vec() })
}

/// How the first page is set: its fonts, and every piece of a line with its place in points, as `pdftohtml -xml`
/// writes them.
///
/// # Panics
///
/// When `pdftohtml` is not on this machine, or there is no page that it can read.
pub fn first_page_as_set(pdf: &[u8]) -> String {
    let words = ["-xml", "-i", "-stdout", "-fontfullname", "-zoom", "1", "-f", "1", "-l", "1", "-", "page"];
    let text = through("pdftohtml", &words, pdf).expect("a page that can be read");
    String::from_utf8(text).expect("its words")
}

/// A binary PGM: `P5`, width, height, 255, then one byte a point.
fn pgm(picture: &[u8]) -> Option<(usize, usize, &[u8])> {
    let mut parts = picture.splitn(4, u8::is_ascii_whitespace);
    let (kind, width, height, rest) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let number = |text: &[u8]| std::str::from_utf8(text).ok()?.parse::<usize>().ok();
    let (width, height) = (number(width)?, number(height)?);
    let grey = rest.strip_prefix(b"255\n")?;
    (kind == b"P5" && grey.len() == width * height).then_some((width, height, grey))
}

/// What another program makes of the bytes; nothing where it does not end well.
fn through(program: &str, words: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    let mut reader = Command::new(program)
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} (apt-get install poppler-utils): {error}"));
    let mut pipe = reader.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // A reader that gives up early closes the pipe; its own status says so.
    let writer = std::thread::spawn(move || pipe.write_all(&input).is_ok());
    let output = reader.wait_with_output().expect("its status");
    writer.join().expect("the writer ends");
    output.status.success().then_some(output.stdout)
}
