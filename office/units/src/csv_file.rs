//! The CSV file of units: read line by line, every bad line told with its number.
//!
//! ```text
//! code,name,kind,level,valid_from,valid_to,parent,successors,source,note
//! 06655,Phường Hà Khẩu,phường,commune,,2025-06-30,193,06661(main) 06706(part),…,…
//! ```

mod fault;

use csv::{ReaderBuilder, StringRecord};
use hoithi_rules::day::parse_day;
use hoithi_rules::text::one_line;
use jiff::civil::Date;

use crate::unit::{Extent, UnitLevel};

pub use fault::{CsvError, CsvFault};

/// The columns, in the order of our own file; another order is read as well.
pub(crate) const COLUMNS: [&str; 10] =
    ["code", "name", "kind", "level", "valid_from", "valid_to", "parent", "successors", "source", "note"];

/// One line as it was written, read field by field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) number: u64,
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) level: UnitLevel,
    pub(crate) valid_from: Option<Date>,
    pub(crate) valid_to: Option<Date>,
    pub(crate) parent: Option<String>,
    pub(crate) successors: Vec<(String, Extent)>,
    pub(crate) source: String,
    pub(crate) note: String,
}

/// Reads all lines, or tells everything that is wrong with any of them.
pub(crate) fn read(text: &str) -> Result<Vec<Line>, Vec<CsvError>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = ReaderBuilder::new().delimiter(delimiter(text)).flexible(true).from_reader(text.as_bytes());
    let head = reader.headers().map_err(|_| vec![CsvError { line: 1, fault: CsvFault::Unreadable }])?.clone();
    let places = places(&head)?;
    let (mut lines, mut errors) = (Vec::new(), Vec::new());
    for record in reader.records() {
        match record.map_err(|error| unreadable(&error)).and_then(|record| line(&record, &places)) {
            Ok(line) => lines.push(line),
            Err(found) => errors.extend(found),
        }
    }
    if lines.is_empty() && errors.is_empty() {
        errors.push(CsvError { line: 1, fault: CsvFault::Empty });
    }
    if errors.is_empty() { Ok(lines) } else { Err(errors) }
}

/// Spreadsheets of a Vietnamese computer put semicolons.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    if head.contains(';') && !head.contains(',') { b';' } else { b',' }
}

fn unreadable(error: &csv::Error) -> Vec<CsvError> {
    let line = error.position().map_or(1, csv::Position::line);
    vec![CsvError { line, fault: CsvFault::Unreadable }]
}

/// Where each column of ours stands in the file.
type Places = [usize; COLUMNS.len()];

fn places(head: &StringRecord) -> Result<Places, Vec<CsvError>> {
    let mut places = [usize::MAX; COLUMNS.len()];
    let mut errors = Vec::new();
    for (place, column) in head.iter().enumerate() {
        let known = COLUMNS.iter().position(|known| *known == column.trim());
        match known {
            Some(index) if places[index] == usize::MAX => places[index] = place,
            _ => errors.push(CsvFault::ColumnUnknown { column: column.to_owned() }),
        }
    }
    for (column, place) in COLUMNS.iter().zip(places) {
        if place == usize::MAX {
            errors.push(CsvFault::ColumnMissing { column: (*column).to_owned() });
        }
    }
    if errors.is_empty() {
        return Ok(places);
    }
    Err(errors.into_iter().map(|fault| CsvError { line: 1, fault }).collect())
}

/// Collects the faults of one line while its fields are read.
struct Fields<'r> {
    record: &'r StringRecord,
    places: &'r Places,
    faults: Vec<CsvFault>,
}

fn line(record: &StringRecord, places: &Places) -> Result<Line, Vec<CsvError>> {
    let number = record.position().map_or(1, csv::Position::line);
    let told = |faults: Vec<CsvFault>| faults.into_iter().map(|fault| CsvError { line: number, fault }).collect();
    if record.len() != COLUMNS.len() {
        let (given, wanted) = (record.len() as u64, COLUMNS.len() as u64);
        return Err(told(vec![CsvFault::Fields { given, wanted }]));
    }
    let mut fields = Fields { record, places, faults: Vec::new() };
    let code = fields.code();
    let name = fields.filled("name");
    let kind = fields.filled("kind");
    let level = fields.level();
    let (valid_from, valid_to) = (fields.day("valid_from"), fields.day("valid_to"));
    let parent = Some(fields.text("parent")).filter(|parent| !parent.is_empty());
    let successors = fields.successors();
    let source = fields.filled("source");
    let note = fields.text("note");
    if let (Some(from), Some(to)) = (valid_from, valid_to)
        && to < from
    {
        fields.faults.push(CsvFault::EndsBeforeItBegins { from, to });
    }
    if !successors.is_empty() && fields.text("valid_to").is_empty() {
        fields.faults.push(CsvFault::SuccessorsWithoutEnd);
    }
    match level {
        Some(level) if fields.faults.is_empty() => {
            Ok(Line { number, code, name, kind, level, valid_from, valid_to, parent, successors, source, note })
        }
        _ => Err(told(fields.faults)),
    }
}

impl Fields<'_> {
    fn text(&self, column: &str) -> String {
        let index = COLUMNS.iter().position(|known| *known == column);
        let place = index.map_or(usize::MAX, |index| self.places[index]);
        one_line(self.record.get(place).unwrap_or_default())
    }

    fn filled(&mut self, column: &'static str) -> String {
        let text = self.text(column);
        if text.is_empty() {
            self.faults.push(CsvFault::Missing { column });
        }
        text
    }

    fn code(&mut self) -> String {
        let code = self.filled("code");
        if !code.is_empty() && !is_code(&code) {
            self.faults.push(CsvFault::Code { given: code.clone() });
        }
        code
    }

    fn level(&mut self) -> Option<UnitLevel> {
        let given = self.filled("level");
        let level = given.parse().ok();
        if level.is_none() && !given.is_empty() {
            self.faults.push(CsvFault::Level { given });
        }
        level
    }

    fn day(&mut self, column: &'static str) -> Option<Date> {
        let given = self.text(column);
        if given.is_empty() {
            return None;
        }
        let day = parse_day(&given);
        if day.is_none() {
            self.faults.push(CsvFault::Day { column, given });
        }
        day
    }

    fn successors(&mut self) -> Vec<(String, Extent)> {
        let given = self.text("successors");
        let mut successors = Vec::new();
        for word in given.split_whitespace() {
            match successor(word) {
                Some(successor) => successors.push(successor),
                None => self.faults.push(CsvFault::Successor { given: word.to_owned() }),
            }
        }
        if successors.len() > 1
            && let Some((code, _)) = successors.iter().find(|(_, extent)| *extent == Extent::Whole)
        {
            self.faults.push(CsvFault::WholeOfMany { code: code.clone() });
        }
        successors
    }
}

/// `06661`, `06661(main)`, `06661(part)`.
fn successor(word: &str) -> Option<(String, Extent)> {
    let (code, extent) = match word.split_once('(') {
        Some((code, "main)")) => (code, Extent::Main),
        Some((code, "part)")) => (code, Extent::Part),
        Some(_) => return None,
        None => (word, Extent::Whole),
    };
    is_code(code).then(|| (code.to_owned(), extent))
}

fn is_code(text: &str) -> bool {
    let sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    (1..=20).contains(&text.len()) && text.bytes().all(sign)
}
