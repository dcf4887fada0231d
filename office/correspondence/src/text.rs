//! The text of a document as people type it: one line is one paragraph.
//!
//! A line that begins with `- ` is an item; words between `**` at a line's beginning are bold, and
//! a line that is bold from end to end is a heading. Lines that begin and end with `|` are a table's: see
//! [`crate::table_text`]. Nothing else is a sign.

use hoithi_documents::forms::Table;
use hoithi_rules::correspondence::DocumentKind;
use hoithi_web::{Lang, Page, lower_first};

use crate::table;

/// One paragraph, or a table.
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
    /// Lines that begin and end with `|`, as far as they follow each other.
    Table(Table),
}

/// The paragraphs of a text; empty lines only set them apart.
pub fn pieces(text: &str) -> Vec<Piece> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let together = lines.chunk_by(|one, next| table::is_row(one) && table::is_row(next));
    together
        .map(|lines| match lines {
            [line] if !table::is_row(line) => piece(line),
            rows => Piece::Table(table::read(rows)),
        })
        .collect()
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
        Piece::Heading(_) | Piece::Item(_) | Piece::Table(_) => false,
    })
}

/// A decision's own preamble, without the marks at the ends of its lines, and what follows it.
pub(crate) fn own_preamble(text: &str) -> (Vec<String>, Vec<Piece>) {
    let mut pieces = pieces(text);
    let ends = pieces.iter().position(|piece| !is_basis(piece)).unwrap_or(pieces.len());
    let body = pieces.split_off(ends);
    let line = |piece| match piece {
        Piece::Paragraph { text, .. } => text.trim_end_matches([';', '.', ',', ' ']).to_owned(),
        _ => String::new(),
    };
    (pieces.into_iter().map(line).collect(), body)
}

fn is_basis(piece: &Piece) -> bool {
    let Piece::Paragraph { lead: None, text } = piece else { return false };
    ["Căn cứ ", "Xét ", "Theo đề nghị "].iter().any(|begins| text.starts_with(begins))
}

/// With which a name begins whose second word is small.
const NAMES: [&str; 17] = [
    "Chính phủ",
    "Chủ tịch nước",
    "Công đoàn",
    "Cuộc thi",
    "Đảng",
    "Đoàn thanh niên",
    "Hội đồng",
    "Hội thi",
    "Liên hiệp",
    "Mặt trận",
    "Nhà nước",
    "Quốc hội",
    "Thể lệ",
    "Thủ tướng",
    "Tỉnh ủy",
    "Thành ủy",
    "Ủy ban",
];

/// With which a deed begins: small within a line, though a name may follow.
const DEEDS: [&str; 6] = ["Cử", "Giao", "Gửi", "Họp", "Lễ", "Mời"];

/// A subject where it goes on within a line, as a letter's behind *V/v*: with a small letter, unless it begins
/// with a name or with capitals.
pub fn within_a_line(subject: &str) -> String {
    let mut words = subject.split(' ');
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let goes_on = DEEDS.contains(&first) || second.chars().next().is_some_and(char::is_lowercase);
    let in_capitals = first.chars().nth(1).is_some() && !first.chars().any(char::is_lowercase);
    let begins = |name: &&str| subject.strip_prefix(*name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    if !goes_on || in_capitals || NAMES.iter().any(begins) {
        return subject.to_owned();
    }
    lower_first(subject)
}

/// A kind of document for readers of a page: the paper bears its Vietnamese name, beside which an
/// English page says what it is.
pub fn kind_named(page: &Page, kind: &DocumentKind) -> String {
    match (page.language(), kind) {
        (Lang::Vi, _) | (Lang::En, DocumentKind::Free(_)) => kind.name().to_owned(),
        (Lang::En, listed) => format!("{} ({})", listed.name(), listed.code().replace('_', " ")),
    }
}
