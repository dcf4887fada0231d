//! What a paper still lacks by its own words: blanks that it was composed with and that nobody has filled in
//! (`**Chủ trì:** ……`), and the list of which it says that it lies behind.

use hoithi_journal::Halt;
use hoithi_people::OrRefuse;
use hoithi_rules::text::one_line;

use crate::document::{Content, ContentError, Document, Origin};
use crate::signers::Said;

/// What stands for words to come: in our papers, and as people type it.
const BLANK: [&str; 5] = ["……", "…/", "/…", ".....", "____"];

/// How a paper's words speak of a list or an annex behind them, in small letters.
const ATTACHED: [&str; 6] = [
    "danh sách kèm theo",
    "danh sách gửi kèm",
    "danh sách đính kèm",
    "kèm theo danh sách",
    "phụ lục kèm theo",
    "kèm theo phụ lục",
];

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

/// Whether a paper of ours speaks of a list or an annex that is attached, and has none.
pub fn lacks_its_list(document: &Document) -> bool {
    let content = &document.content;
    let promises = |words: &str| {
        let words = words.to_lowercase();
        ATTACHED.iter().any(|attached| words.contains(*attached))
    };
    let mut lines = content.addressees.all().iter().map(String::as_str).chain([content.text.as_str()]);
    document.origin == Origin::Drafted && content.annexes.is_empty() && lines.any(promises)
}

/// A paper with blanks, or without its list, goes on by whoever says that it may.
pub(crate) fn filled_in(document: &Document, said: Said) -> Result<(), Halt> {
    if !said.blanks && !blanks(&document.content).is_empty() {
        return Err(ContentError::Blanks).or_refuse();
    }
    if !said.list && lacks_its_list(document) {
        return Err(ContentError::ListMissing).or_refuse();
    }
    Ok(())
}
