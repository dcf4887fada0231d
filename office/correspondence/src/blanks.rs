//! Blanks that a paper was composed with and that nobody has filled in: `**Chủ trì:** ……`.

use hoithi_journal::Halt;
use hoithi_people::OrRefuse;
use hoithi_rules::text::one_line;

use crate::document::{Content, ContentError, Document};
use crate::signers::Said;

/// What stands for words to come: in our papers, and as people type it.
const BLANK: [&str; 5] = ["……", "…/", "/…", ".....", "____"];

/// So much of a line tells which one it is.
const MAX_SHOWN: usize = 120;

/// The lines that still have blanks. What is attached may be a form, whose blanks are the reader's to fill.
pub(crate) fn blanks(content: &Content) -> Vec<String> {
    let addressees = content.addressees.all().iter().map(String::as_str);
    let lines = std::iter::once(content.subject.as_str()).chain(addressees).chain(content.text.lines());
    lines.filter(|line| BLANK.iter().any(|blank| line.contains(blank))).map(shown).collect()
}

/// Without the marks of bold words.
fn shown(line: &str) -> String {
    one_line(&line.replace("**", "")).chars().take(MAX_SHOWN).collect()
}

/// A paper with blanks is signed and numbered by whoever says that they may stay.
pub(crate) fn filled_in(document: &Document, said: Said) -> Result<(), Halt> {
    if said.blanks || blanks(&document.content).is_empty() { Ok(()) } else { Err(ContentError::Blanks).or_refuse() }
}
