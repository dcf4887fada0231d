//! The text of a Word file: paragraphs, tables, sections.

use std::fmt::Write;

pub(super) use crate::package::xml::escaped;

use crate::forms::{Align, Article, Bars, Block, Column, Row, Table};

/// Between the margins of an A4 sheet, twentieths of a point.
pub(super) const WIDTH: u32 = 9184;
const WIDTH_ACROSS: u32 = 14116;
/// What a column of codes or years takes.
const NARROW: u32 = 1100;
/// Rows of a table that stay with the signature under it.
const LAST_ROWS: usize = 2;
/// How a paragraph of a table's cell begins.
const CELL_STYLE: &str = "<w:pStyle w:val=\"VBOBang\"/>";

/// `word/document.xml` as it grows.
pub(super) struct Body {
    xml: String,
}

impl Body {
    pub(super) fn new() -> Self {
        Self { xml: String::new() }
    }

    /// As it stands, inside its document, with its last section's page.
    pub(super) fn whole(mut self, landscape: bool) -> String {
        self.xml.push_str(&section(landscape));
        format!("{}<w:body>{}</w:body></w:document>", super::parts::DOCUMENT_BEGINS, self.xml)
    }

    /// What follows stands on a new page that counts from one.
    pub(super) fn end_section(&mut self, landscape: bool) {
        let _ = write!(self.xml, "<w:p><w:pPr><w:pStyle w:val=\"VBKhung\"/>{}</w:pPr></w:p>", section(landscape));
    }

    pub(super) fn raw(&mut self, xml: &str) {
        self.xml.push_str(xml);
    }

    pub(super) fn centred(&mut self, style: &str, words: &str) {
        self.raw(&paragraph(style, "", &run(words, "")));
    }

    /// The mark at the end of a line is ours to set.
    pub(super) fn bases(&mut self, all: &[String]) {
        for (line, mark) in marked(all) {
            self.raw(&paragraph("VBCanCu", "", &run(&format!("{line}{mark}"), "")));
        }
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for (place, block) in blocks.iter().enumerate() {
            // A signature does not stand on a page alone.
            let last = if place + 1 == blocks.len() { "<w:keepNext/>" } else { "" };
            self.block(block, last);
        }
    }

    fn block(&mut self, block: &Block, more: &str) {
        match block {
            Block::Heading { text } => self.raw(&paragraph("VBDeMuc", "", &run(text, ""))),
            Block::Item { text } => self.raw(&paragraph("VBGachDau", more, &run(&format!("- {text}"), ""))),
            Block::Paragraph { lead, text } => self.raw(&paragraph("VBThan", more, &led(lead.as_deref(), text))),
            Block::Table(table) => self.table(table, more),
            Block::Bars(all) => self.bars(all),
        }
    }

    /// `Điều 1.` before its title, or before its first paragraph.
    pub(super) fn article(&mut self, place: usize, article: &Article) {
        let number = format!("Điều {place}.");
        let (first, rest) = match (&article.title, article.blocks.split_first()) {
            (Some(title), _) => (led(Some(&format!("{number} {title}")), ""), article.blocks.as_slice()),
            (None, Some((Block::Paragraph { lead, text }, rest))) => {
                let opening = lead.as_ref().map_or(number.clone(), |lead| format!("{number} {lead}"));
                (led(Some(&opening), text), rest)
            }
            (None, _) => (led(Some(&number), ""), article.blocks.as_slice()),
        };
        self.raw(&paragraph("VBThan", "", &first));
        self.blocks(rest);
    }

    /// Its last rows bear `more`, and so does what ends it.
    fn table(&mut self, table: &Table, more: &str) {
        if let Some(title) = &table.title {
            self.centred("VBTenBang", title);
        }
        let widths = widths(&table.columns);
        let total: u32 = widths.iter().sum();
        let _ = write!(
            self.xml,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"VBBang\"/><w:tblW w:w=\"{total}\" w:type=\"dxa\"/><w:tblLayout \
             w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
        );
        for width in &widths {
            let _ = write!(self.xml, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.xml.push_str("</w:tblGrid>");
        let titles = table.columns.iter().map(|column| (column.title.as_str(), Align::Centre));
        self.row(&widths, titles, BOLD, "<w:cantSplit/><w:tblHeader/>");
        let others = table.rows.len().saturating_sub(LAST_ROWS);
        for row in table.rows.iter().take(others) {
            self.table_row(&widths, &table.columns, row);
        }
        let begins = self.xml.len();
        for row in table.rows.iter().skip(others) {
            self.table_row(&widths, &table.columns, row);
        }
        let last = self.xml.split_off(begins).replace(CELL_STYLE, &format!("{CELL_STYLE}{more}"));
        self.xml.push_str(&last);
        self.xml.push_str("</w:tbl>");
        self.raw(&paragraph("VBKhung", more, ""));
    }

    fn bars(&mut self, all: &Bars) {
        if let Some(title) = &all.title {
            self.centred("VBTenBang", title);
        }
        self.raw(&super::bars::bars(all));
        self.raw(&paragraph("VBKhung", "", ""));
    }

    fn table_row(&mut self, widths: &[u32], columns: &[Column], row: &Row) {
        let (cells, more) = match row {
            Row::Group(words) => {
                let total: u32 = widths.iter().sum();
                let cell = cell(total, widths.len(), &run(words, BOLD), "left");
                self.raw(&format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"));
                return;
            }
            Row::Cells(cells) => (cells, ""),
            Row::Total(cells) => (cells, BOLD),
        };
        let word = |place: usize| cells.get(place).map_or("", String::as_str);
        let cells = columns.iter().enumerate().map(|(place, column)| (word(place), column.align));
        self.row(widths, cells, more, "<w:cantSplit/>");
    }

    fn row<'a>(
        &mut self,
        widths: &[u32],
        cells: impl Iterator<Item = (&'a str, Align)>,
        words: &str,
        properties: &str,
    ) {
        let _ = write!(self.xml, "<w:tr><w:trPr>{properties}</w:trPr>");
        for ((text, align), width) in cells.zip(widths) {
            self.raw(&cell(*width, 1, &run(text, words), side(align)));
        }
        self.xml.push_str("</w:tr>");
    }
}

pub(super) const BOLD: &str = "<w:b/>";

/// Every line with the mark that ends it.
pub(super) fn marked(all: &[String]) -> impl Iterator<Item = (&str, &'static str)> {
    let bare = |line: &str| line.trim_end_matches([' ', ';', '.', ',', '\n']).len();
    all.iter()
        .enumerate()
        .map(move |(place, line)| (&line[..bare(line)], if place + 1 < all.len() { ";" } else { "." }))
}

pub(super) fn paragraph(style: &str, more: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>{runs}</w:p>")
}

/// Bold words, then others.
fn led(lead: Option<&str>, text: &str) -> String {
    match lead {
        Some(lead) if text.is_empty() => run(lead, BOLD),
        Some(lead) => run(&format!("{lead} "), BOLD) + &run(text, ""),
        None => run(text, ""),
    }
}

/// Words; a line feed in them is a new line on paper.
pub(super) fn run(words: &str, properties: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    let properties = if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    let lines: Vec<String> =
        words.split('\n').map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line))).collect();
    format!("<w:r>{properties}{}</w:r>", lines.join("<w:br/>"))
}

pub(super) fn cell(width: u32, span: usize, runs: &str, side: &str) -> String {
    let span = if span > 1 { format!("<w:gridSpan w:val=\"{span}\"/>") } else { String::new() };
    let aligned = format!("<w:jc w:val=\"{side}\"/>");
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}</w:tcPr>{}</w:tc>",
        paragraph("VBOBang", &aligned, runs)
    )
}

const fn side(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
    }
}

/// What the narrow columns leave is shared among the others.
fn widths(columns: &[Column]) -> Vec<u32> {
    let shares: u32 = columns.iter().map(|column| column.width).sum();
    let narrow = u32::try_from(columns.iter().filter(|column| column.width == 0).count()).unwrap_or(0);
    let sheet = if columns.len() > 5 { WIDTH_ACROSS } else { WIDTH };
    let count = u32::try_from(columns.len()).unwrap_or(1).max(1);
    let each = if shares == 0 { sheet / count } else { NARROW.min(sheet / count) };
    let rest = sheet.saturating_sub(each * narrow);
    columns.iter().map(|column| if column.width == 0 { each } else { rest * column.width / shares.max(1) }).collect()
}

/// A4 with the decree's margins; the number stands over every page but the first.
fn section(landscape: bool) -> String {
    let size = if landscape {
        "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
    } else {
        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
    };
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdTren\"/><w:headerReference w:type=\"first\" \
         r:id=\"rIdTrenDau\"/><w:footerReference w:type=\"default\" r:id=\"rIdDuoi\"/><w:footerReference \
         w:type=\"first\" r:id=\"rIdDuoi\"/><w:type w:val=\"nextPage\"/>{size}<w:pgMar w:top=\"1134\" \
         w:right=\"1021\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" w:footer=\"454\" w:gutter=\"0\"/>\
         <w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>"
    )
}
