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
    let picture = through("pdftoppm", &["-gray", "-r", "200", "-f", "1", "-l", "1", "-"], pdf).unwrap_or_default();
    let Some((width, height, grey)) = pgm(&picture) else { return Vec::new() };
    let mut page = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
    page.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
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
