//! The text of a document as people type it: one line is one paragraph.
//!
//! A line that begins with `- ` is an item; words between `**` at a line's beginning are bold, and
//! a line that is bold from end to end is a heading. Nothing else is a sign.

/// One paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A bold line of its own.
    Heading(String),
    /// A line after a dash.
    Item(String),
    /// A paragraph, perhaps with bold words before it.
    Paragraph {
        /// The bold words.
        lead: Option<String>,
        /// The rest.
        text: String,
    },
}

/// The paragraphs of a text; empty lines only set them apart.
pub fn pieces(text: &str) -> Vec<Piece> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(piece).collect()
}

fn piece(line: &str) -> Piece {
    if let Some(item) = line.strip_prefix("- ").or_else(|| line.strip_prefix("– ")) {
        return Piece::Item(item.trim().to_owned());
    }
    let bold = line.strip_prefix("**").and_then(|rest| rest.split_once("**"));
    match bold {
        Some((lead, "")) => Piece::Heading(lead.trim().to_owned()),
        Some((lead, text)) => Piece::Paragraph { lead: Some(lead.trim().to_owned()), text: text.trim().to_owned() },
        None => Piece::Paragraph { lead: None, text: line.to_owned() },
    }
}

/// Whether the text brings its own preamble, so that none is made from the register's links.
pub(crate) fn names_its_bases(text: &str) -> bool {
    pieces(text).iter().any(|piece| match piece {
        Piece::Paragraph { text, .. } => text.starts_with("Căn cứ"),
        Piece::Heading(_) | Piece::Item(_) => false,
    })
}
