//! A Word file read back: its paragraphs and tables in their order.
//!
//! What was deleted with changes tracked is left out, what was added is in. Pictures, text boxes and
//! notes are counted, not read: whoever reads the text back is told so.

use std::collections::BTreeMap;

use crate::package::xml::{Element, Met, read};
use crate::package::{Limits, Package, PackageError};

/// What a Word file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// In their order.
    pub pieces: Vec<Piece>,
    /// Pictures, boxes and notes whose words are not among them.
    pub left_out: usize,
}

/// A part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The name of its style, such as `VBThan`.
    pub style: String,
    /// Whether it stands in a list that the program marks or numbers by itself.
    pub listed: bool,
    /// Its words; a line break is a line feed.
    pub runs: Vec<Run>,
    /// To which side it stands, as the file says: `center`, `right`.
    pub side: String,
}

/// Words of one kind of letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they are bold, by themselves or by the paragraph's style.
    pub bold: bool,
}

impl Paragraph {
    /// All of its words.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Whether every word is bold, and there is one.
    pub fn is_bold(&self) -> bool {
        let mut words = self.runs.iter().filter(|run| !run.text.trim().is_empty()).peekable();
        words.peek().is_some() && words.all(|run| run.bold)
    }
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The widths of its columns, in the file's own measure.
    pub widths: Vec<u32>,
    /// Its rows of cells.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// How many columns it takes.
    pub span: usize,
    /// What stands in it.
    pub paragraphs: Vec<Paragraph>,
}

impl Cell {
    /// All of its words.
    pub fn text(&self) -> String {
        self.paragraphs.iter().map(Paragraph::text).collect::<Vec<_>>().join("\n")
    }
}

/// Opens a Word file and reads its text, or says why not.
pub fn word_text(bytes: &[u8]) -> Result<Read, PackageError> {
    let package = Package::open(bytes, Limits::OFFICE)?;
    let bold = package.text("word/styles.xml")?.map(bold_styles).transpose()?.unwrap_or_default();
    let document = package.text("word/document.xml")?.ok_or(PackageError::Broken)?;
    let mut reader = Reader { bold, ..Reader::default() };
    read(document, |met| {
        reader.meet(met);
        Ok(())
    })?;
    Ok(Read { pieces: reader.pieces, left_out: reader.left_out })
}

/// The styles whose letters are bold.
fn bold_styles(styles: &str) -> Result<BTreeMap<String, bool>, PackageError> {
    let (mut bold, mut style) = (BTreeMap::new(), String::new());
    read(styles, |met| {
        if let Met::Begin(element) = met {
            match element.name().as_str() {
                "style" => style = element.attribute("styleId").unwrap_or_default(),
                "b" => drop(bold.insert(style.clone(), is_on(&element))),
                _ => {}
            }
        }
        Ok(())
    })?;
    Ok(bold)
}

fn is_on(element: &Element<'_, '_>) -> bool {
    !element.attribute("val").is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off"))
}

/// What is read so far. A table inside a table is read into the cell that it stands in.
#[derive(Default)]
struct Reader {
    bold: BTreeMap<String, bool>,
    pieces: Vec<Piece>,
    left_out: usize,
    paragraph: Option<Paragraph>,
    table: Option<Table>,
    tables_deep: usize,
    /// The letters of the run under way.
    run_bold: Option<bool>,
    in_run: bool,
    in_words: bool,
    /// How deep in what is not read.
    skipped: usize,
}

/// Of a text box there are two forms in one file; its words stand beside the text and not in it.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "drawing" | "pict" | "object" | "Fallback" | "moveFrom" | "del" | "pPrChange" | "rPrChange" | "tblPrChange"
    )
}

impl Reader {
    fn meet(&mut self, met: Met<'_, '_>) {
        match met {
            Met::Begin(element) => {
                let name = element.name();
                if is_skipped(&name) {
                    self.skipped += 1;
                    let outermost = self.skipped == 1;
                    self.left_out += usize::from(outermost && matches!(name.as_str(), "drawing" | "pict" | "object"));
                } else if self.skipped == 0 {
                    self.begin(&name, &element);
                }
            }
            Met::End(name) if is_skipped(&name) => self.skipped = self.skipped.saturating_sub(1),
            Met::End(name) if self.skipped == 0 => self.end(&name),
            Met::Words(words) if self.in_words && self.skipped == 0 => self.words(&words),
            Met::End(_) | Met::Words(_) => {}
        }
    }

    fn begin(&mut self, name: &str, element: &Element<'_, '_>) {
        match name {
            "tbl" => {
                self.tables_deep += 1;
                self.table.get_or_insert_default();
            }
            "gridCol" if self.tables_deep == 1 => {
                let width = element.attribute("w").and_then(|width| width.parse().ok()).unwrap_or(0);
                if let Some(table) = &mut self.table {
                    table.widths.push(width);
                }
            }
            "tr" if self.tables_deep == 1 => drop(self.table.as_mut().map(|table| table.rows.push(Vec::new()))),
            "tc" if self.tables_deep == 1 => {
                if let Some(row) = self.table.as_mut().and_then(|table| table.rows.last_mut()) {
                    row.push(Cell { span: 1, paragraphs: Vec::new() });
                }
            }
            "gridSpan" if self.tables_deep == 1 => {
                let span = element.attribute("val").and_then(|span| span.parse().ok()).unwrap_or(1);
                if let Some(cell) = self.cell() {
                    cell.span = span;
                }
            }
            "p" => self.paragraph = Some(Paragraph::default()),
            "footnoteReference" | "endnoteReference" => self.left_out += 1,
            _ => self.in_paragraph(name, element),
        }
    }

    fn in_paragraph(&mut self, name: &str, element: &Element<'_, '_>) {
        let Some(paragraph) = &mut self.paragraph else { return };
        let value = || element.attribute("val").unwrap_or_default();
        match name {
            "pStyle" => paragraph.style = value(),
            "numId" if !self.in_run => paragraph.listed = value() != "0",
            "jc" => paragraph.side = value(),
            "r" => (self.in_run, self.run_bold) = (true, None),
            "b" if self.in_run => self.run_bold = Some(is_on(element)),
            "t" => self.in_words = true,
            "br" | "cr" => self.words("\n"),
            "tab" if self.in_run => self.words(" "),
            "noBreakHyphen" => self.words("-"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.in_words = false,
            "r" => self.in_run = false,
            "p" => self.paragraph_ends(),
            "tbl" => {
                self.tables_deep = self.tables_deep.saturating_sub(1);
                if self.tables_deep == 0 {
                    self.pieces.extend(self.table.take().map(Piece::Table));
                }
            }
            _ => {}
        }
    }

    fn paragraph_ends(&mut self) {
        let Some(paragraph) = self.paragraph.take() else { return };
        if self.tables_deep == 0 {
            self.pieces.push(Piece::Paragraph(paragraph));
        } else if let Some(cell) = self.cell() {
            cell.paragraphs.push(paragraph);
        }
    }

    fn cell(&mut self) -> Option<&mut Cell> {
        self.table.as_mut()?.rows.last_mut()?.last_mut()
    }

    fn words(&mut self, words: &str) {
        let Some(paragraph) = &mut self.paragraph else { return };
        let by_style = self.bold.get(&paragraph.style).copied().unwrap_or(false);
        let bold = self.run_bold.unwrap_or(by_style);
        match paragraph.runs.last_mut() {
            Some(run) if run.bold == bold => run.text.push_str(words),
            _ => paragraph.runs.push(Run { text: words.to_owned(), bold }),
        }
    }
}
