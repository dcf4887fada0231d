//! What a reader finds on the pages of a PDF.

use std::io::Write;
use std::process::{Command, Stdio};

/// The words as they stand on the page; nothing where the file is no PDF that can be read.
///
/// # Panics
///
/// When `pdftotext` is not on this machine.
pub fn words_on_the_page(pdf: &[u8]) -> Option<String> {
    let mut reader = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("pdftotext is missing: apt-get install poppler-utils");
    let mut input = reader.stdin.take().expect("a pipe");
    let pdf = pdf.to_vec();
    // A reader that gives up early closes the pipe; its own status says so.
    let writer = std::thread::spawn(move || input.write_all(&pdf).is_ok());
    let output = reader.wait_with_output().expect("its status");
    writer.join().expect("the writer ends");
    output.status.success().then(|| String::from_utf8(output.stdout).ok()).flatten()
}
