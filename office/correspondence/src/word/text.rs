//! From a Word file's paragraphs to the parts of a document.
//!
//! A paragraph is known by its style where the file went out from here; else by its words: what
//! stands in the frame of our own file is no text, whoever typed it.

use std::collections::BTreeSet;

use hoithi_documents::docx::read::{Cell, Paragraph, Piece, Read, Table};
use hoithi_documents::forms::{self, Column, Row};

use crate::press::is_article_number;
use crate::table_text;

/// Styles of paragraphs that are the text's own.
const OF_THE_TEXT: [&str; 5] = ["VBThan", "VBGachDau", "VBDeMuc", "VBTenBang", "VBOBang"];

/// The parts of a document that a Word file holds. What a file says nothing of is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) subject: String,
    pub(crate) addressees: Vec<String>,
    /// The lines of *Căn cứ* above the text.
    pub(crate) bases: Vec<String>,
    pub(crate) text: Vec<String>,
    pub(crate) recipients: Vec<String>,
    pub(crate) annexes: Vec<AnnexPart>,
}

/// An annex that a Word file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AnnexPart {
    pub(crate) title: String,
    pub(crate) text: Vec<String>,
}

impl Parts {
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(crate) fn of(read: &Read, frame: &BTreeSet<String>) -> Self {
        let mut parts = Self::default();
        let mut place = Place::Text;
        for piece in &read.pieces {
            match piece {
                Piece::Paragraph(paragraph) => parts.paragraph(paragraph, frame, &mut place),
                Piece::Table(table) => parts.table(table, &mut place),
            }
        }
        parts
    }

    /// What a file says nothing of stays as it is: only the text can be emptied of its own lines.
    pub(crate) fn keep_unsaid(&mut self, sent: &Self, bases_may_go: bool) {
        if self.subject.is_empty() {
            sent.subject.clone_into(&mut self.subject);
        }
        if self.addressees.is_empty() {
            sent.addressees.clone_into(&mut self.addressees);
        }
        if self.recipients.is_empty() {
            sent.recipients.clone_into(&mut self.recipients);
        }
        if self.bases.is_empty() && !bases_may_go {
            sent.bases.clone_into(&mut self.bases);
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, frame: &BTreeSet<String>, place: &mut Place) {
        let words = plain(&paragraph.text());
        if words.is_empty() {
            return;
        }
        match paragraph.style.as_str() {
            "VBCanCu" => self.bases.push(bare(&words)),
            "VBTrichYeu" => self.subject = words,
            "VBKinhGui" => self.addressees.push(after_colon(&words)),
            "VBMoi" => self.addressees.extend(Some(after_colon(&words)).filter(|one| !one.is_empty())),
            "VBKinhGuiNoi" | "VBMoiNoi" => self.addressees.extend(Some(bare(&words)).filter(|one| !one.is_empty())),
            "VBPhuLuc" => {
                *place = Place::Annex;
                self.annexes.push(AnnexPart::default());
            }
            "VBPhuLucTen" => self.annex().title = words,
            style if style.starts_with("VB") && !OF_THE_TEXT.contains(&style) => {}
            style if !style.starts_with("VB") && frame.contains(&key(&words)) => {}
            _ if *place == Place::Under => {}
            _ => self.lines(*place).extend(lines(paragraph)),
        }
    }

    fn table(&mut self, table: &Table, place: &mut Place) {
        let paragraphs = || table.rows.iter().flatten().flat_map(|cell| &cell.paragraphs);
        let bears = |style: &str| paragraphs().any(|paragraph| paragraph.style == style);
        let says = |words: &str| paragraphs().any(|paragraph| key(&paragraph.text()).starts_with(words));
        if bears("VBSo") || bears("VBQuocHieu") || says("cộng hòa xã hội") {
            let subject = paragraphs().map(|paragraph| plain(&paragraph.text())).find(|words| words.starts_with("V/v"));
            if let Some(subject) = subject {
                subject.trim_start_matches("V/v").trim_start_matches([':', ' ']).clone_into(&mut self.subject);
            }
        } else if bears("VBNguoiKy") || says("nơi nhận") {
            let sent = paragraphs().filter(|paragraph| {
                paragraph.style == "VBNoiNhan"
                    || (paragraph.style.is_empty() && plain(&paragraph.text()).starts_with('-'))
            });
            self.recipients
                .extend(sent.map(|paragraph| bare(&plain(&paragraph.text()))).filter(|line| !line.is_empty()));
            if *place == Place::Text {
                *place = Place::Under;
            }
        } else if *place != Place::Under {
            let text = table_text(&read_table(table));
            self.lines(*place).extend(text.lines().map(str::to_owned));
        }
    }

    fn lines(&mut self, place: Place) -> &mut Vec<String> {
        if place == Place::Annex { &mut self.annex().text } else { &mut self.text }
    }

    /// The annex that is read; its head may have been taken out.
    fn annex(&mut self) -> &mut AnnexPart {
        if self.annexes.is_empty() {
            self.annexes.push(AnnexPart::default());
        }
        let last = self.annexes.len() - 1;
        &mut self.annexes[last]
    }
}

/// Where in the file the reader is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    /// Behind the signature.
    Under,
    Annex,
}

/// Whether the file went out from here: a program keeps the names of styles.
pub(super) fn bears_our_styles(read: &Read) -> bool {
    read.pieces.iter().any(|piece| matches!(piece, Piece::Paragraph(paragraph) if paragraph.style.starts_with("VB")))
}

/// Styles of what is read off the signed paper, and of who signs it.
const UNTAKEN: [(Untaken, [&str; 2]); 2] =
    [(Untaken::Number, ["VBSo", "VBNgay"]), (Untaken::Signer, ["VBQuyenHan", "VBNguoiKy"])];

/// A part of the frame that is not taken from a Word file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Untaken {
    /// Number and day.
    Number,
    /// Who signs, and in which capacity.
    Signer,
}

/// What was changed in the frame of our own file.
pub(super) fn untaken(sent: &Read, came: &Read) -> Vec<Untaken> {
    let changed = UNTAKEN.iter().filter(|(_, styles)| in_styles(sent, styles) != in_styles(came, styles));
    changed.map(|(part, _)| *part).collect()
}

fn in_styles(read: &Read, styles: &[&str]) -> Vec<String> {
    let mut words = Vec::new();
    let mut meet = |paragraph: &Paragraph| {
        let said = plain(&paragraph.text());
        if styles.contains(&paragraph.style.as_str()) && !said.is_empty() {
            words.push(said);
        }
    };
    for piece in &read.pieces {
        match piece {
            Piece::Paragraph(paragraph) => meet(paragraph),
            Piece::Table(table) => table.rows.iter().flatten().flat_map(|cell| &cell.paragraphs).for_each(&mut meet),
        }
    }
    words
}

/// The words of our own file that are no text: title, authority, `QUYẾT ĐỊNH:`.
pub(super) fn frame_words(read: &Read) -> BTreeSet<String> {
    let framed =
        |paragraph: &&Paragraph| paragraph.style.starts_with("VB") && !OF_THE_TEXT.contains(&paragraph.style.as_str());
    let paragraphs = read.pieces.iter().filter_map(|piece| match piece {
        Piece::Paragraph(paragraph) => Some(paragraph),
        Piece::Table(_) => None,
    });
    paragraphs.filter(framed).map(|paragraph| key(&paragraph.text())).filter(|words| !words.is_empty()).collect()
}

fn key(words: &str) -> String {
    plain(words).to_lowercase().trim_end_matches([';', '.', ':', ',']).to_owned()
}

/// One space between words, none around them.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without the dash before a line and the mark behind it.
fn bare(words: &str) -> String {
    words.trim_start_matches(['-', '–', ' ']).trim_end_matches([';', '.', ',', ' ']).to_owned()
}

fn after_colon(words: &str) -> String {
    bare(words.split_once(':').map_or(words, |(_, rest)| rest))
}

/// A paragraph as lines of a document's text; a line break in it begins another.
fn lines(paragraph: &Paragraph) -> Vec<String> {
    let whole = paragraph.text();
    let mut lines = whole.split('\n').map(plain).filter(|line| !line.is_empty());
    let Some(first) = lines.next() else { return Vec::new() };
    let first = match ["- ", "– ", "• ", "-", "–"].iter().find_map(|dash| first.strip_prefix(dash)) {
        // A list's line that was emptied, but for its dash.
        Some(item) if item.trim().is_empty() => return lines.collect(),
        Some(item) => format!("- {}", item.trim()),
        None if paragraph.listed || paragraph.style == "VBGachDau" => format!("- {first}"),
        None => with_bold(paragraph, first),
    };
    std::iter::once(first).chain(lines).collect()
}

/// A heading is bold from end to end; bold words before others lead them.
fn with_bold(paragraph: &Paragraph, line: String) -> String {
    if paragraph.is_bold() && !is_article_number(&line) {
        return format!("**{line}**");
    }
    let mut runs = paragraph.runs.iter().skip_while(|run| run.text.trim().is_empty());
    let lead = runs.next().filter(|run| run.bold).map(|run| plain(&run.text));
    match lead.as_deref().and_then(|lead| line.strip_prefix(lead).map(|rest| (lead, rest.trim_start()))) {
        Some((lead, rest)) if !rest.is_empty() && !is_article_number(lead) => format!("**{lead}** {rest}"),
        _ => line,
    }
}

/// A ruled table: its first row is its head; a row of one cell heads a group, a bold one is the sum.
fn read_table(table: &Table) -> forms::Table {
    let mut rows = table.rows.iter();
    let titles = rows.next().map(Vec::as_slice).unwrap_or_default();
    let first = rows.clone().find(|row| row.len() == titles.len()).map(Vec::as_slice).unwrap_or_default();
    let narrowest =
        sides(titles, first).zip(&table.widths).filter(|(side, _)| *side == "left").map(|(_, width)| *width);
    let narrowest = narrowest.min().unwrap_or(1).max(1);
    let widths = table.widths.iter().copied().chain(std::iter::repeat(narrowest));
    let columns = titles.iter().zip(sides(titles, first)).zip(widths).map(|((title, side), width)| {
        let title = plain(&title.text());
        match side {
            "center" => Column::narrow(title),
            "right" => Column::amount(title),
            _ => Column::wide(title, (width.saturating_add(narrowest / 2) / narrowest).clamp(1, 12)),
        }
    });
    forms::Table { title: None, columns: columns.collect(), rows: rows.map(|row| read_row(row)).collect() }
}

/// To which side each column stands, by the first row under the head.
fn sides<'a>(titles: &'a [Cell], first: &'a [Cell]) -> impl Iterator<Item = &'a str> {
    titles.iter().enumerate().map(|(place, _)| {
        let side = first.get(place).and_then(|cell| cell.paragraphs.first()).map_or("", |words| words.side.as_str());
        match side {
            "center" => "center",
            "right" | "end" => "right",
            _ => "left",
        }
    })
}

fn read_row(row: &[Cell]) -> Row {
    let words: Vec<String> = row.iter().map(|cell| plain(&cell.text())).collect();
    if let ([_], [only]) = (row, words.as_slice()) {
        return Row::Group(only.clone());
    }
    let bold = |cell: &Cell| cell.paragraphs.iter().all(|words| words.is_bold() || plain(&words.text()).is_empty());
    let sum = row.iter().all(bold) && words.iter().any(|word| !word.is_empty());
    if sum { Row::Total(words) } else { Row::Cells(words) }
}
