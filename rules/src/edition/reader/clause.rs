//! One table of a book: where it stands, what is inside it, and what nobody asked for.
//!
//! Every question marks its key as asked; [`Clause::close`] then refuses all the others.

use std::cell::RefCell;
use std::collections::BTreeSet;

use toml_edit::{Item, TableLike, Value};

use super::findings::{Findings, Told};
use super::{meanings, not_carried_out};

/// What a reader gives: the thing, or the mark that its trouble has been told.
pub(super) type Read<T> = Result<T, Told>;

pub(super) struct Clause<'a> {
    path: String,
    line: usize,
    table: &'a dyn TableLike,
    findings: &'a Findings<'a>,
    asked: RefCell<BTreeSet<String>>,
}

impl<'a> Clause<'a> {
    pub(super) fn root(table: &'a dyn TableLike, findings: &'a Findings<'a>) -> Self {
        Self { path: String::new(), line: 1, table, findings, asked: RefCell::default() }
    }

    fn inside(&self, path: String, line: usize, table: &'a dyn TableLike) -> Self {
        Self { path, line, table, findings: self.findings, asked: RefCell::default() }
    }

    pub(super) fn findings(&self) -> &'a Findings<'a> {
        self.findings
    }

    // Places.

    /// The line of a key of this clause, or of the clause where the key is absent.
    pub(super) fn key_line(&self, key: &str) -> usize {
        let found = self.table.get_key_value(key);
        let place = found.and_then(|(key, item)| key.span().or_else(|| item.span()));
        place.map_or(self.line, |place| self.findings.line_at(place.start))
    }

    /// The line of a thing deep inside, by keys and indices; of the deepest that is there.
    pub(super) fn line_of(&self, path: &[&str]) -> usize {
        let Some((key, rest)) = path.split_first() else {
            return self.line;
        };
        let line = self.key_line(key);
        let Some(item) = self.table.get(key) else {
            return line;
        };
        let (table, rest) = match (table_of(item), rest.split_first()) {
            (None, Some((index, rest))) => (element(item, index), rest),
            (table, _) => (table, rest),
        };
        let Some(TableAt { table, byte }) = table else {
            return line;
        };
        let line = byte.map_or(line, |byte| self.findings.line_at(byte));
        self.inside(String::new(), line, table).line_of(rest)
    }

    /// Says that something is wrong with a key.
    pub(super) fn wrong(&self, key: &str, code: &'static str, sentence: impl Into<String>) -> Told {
        self.findings.add(self.key_line(key), code, sentence)
    }

    /// Says that a value is of another kind than the example.
    pub(super) fn wrong_kind(&self, key: &str, example: &str) -> Told {
        let sentence = format!("Giá trị của `{key}` không đúng loại; hãy viết như `{example}`.");
        self.wrong(key, "book.wrong_kind", sentence)
    }

    // Keys.

    /// The word at a key, if it is one; asks nothing.
    pub(super) fn peek(&self, key: &str) -> Option<&'a str> {
        self.table.get(key)?.as_str()
    }

    /// Marks a key as known without looking at it.
    pub(super) fn asked(&self, key: &str) {
        self.asked.borrow_mut().insert(key.to_owned());
    }

    /// Marks the keys that a wrong word leaves undecided, so that they are not refused as well.
    pub(super) fn asked_all(&self, keys: &[&str]) {
        for key in keys {
            self.asked(key);
        }
    }

    /// Every key, for tables whose keys are codes.
    pub(super) fn keys(&self) -> Vec<String> {
        self.table.iter().map(|(key, _)| key.to_owned()).collect()
    }

    /// The value of a key that may be there.
    pub(super) fn get(&self, key: &str) -> Option<&'a Item> {
        self.asked(key);
        self.table.get(key).filter(|item| !item.is_none())
    }

    /// The value of a key that must be there.
    pub(super) fn need(&self, key: &str, example: &str) -> Read<&'a Item> {
        self.get(key).ok_or_else(|| {
            let sentence =
                format!("{} thiếu khóa `{key}`{}; hãy thêm dòng `{example}`.", self.called(), meanings::bracketed(key));
            self.findings.add(self.line, "book.missing_key", sentence)
        })
    }

    fn called(&self) -> String {
        if self.path.is_empty() { "Tệp".to_owned() } else { format!("Mục [{}]", self.path) }
    }

    /// Asks a question only where the key is there.
    pub(super) fn if_any<T>(&self, key: &str, ask: impl FnOnce() -> Read<T>) -> Read<Option<T>> {
        if self.get(key).is_some() { ask().map(Some) } else { Ok(None) }
    }

    // Tables inside.

    /// A table that must be there.
    pub(super) fn section(&self, key: &str) -> Read<Self> {
        let path = self.below(key);
        let Some(item) = self.get(key) else {
            let sentence = format!("Thiếu mục [{path}]; hãy thêm mục này vào tệp.");
            return Err(self.findings.add(self.line, "book.missing_part", sentence));
        };
        let table = table_of(item).ok_or_else(|| self.wrong_kind(key, &format!("[{path}]")))?;
        Ok(self.at(path, self.key_line(key), table))
    }

    /// A table that may be absent.
    pub(super) fn section_if_any(&self, key: &str) -> Read<Option<Self>> {
        self.if_any(key, || self.section(key))
    }

    /// A list of tables, at least one.
    pub(super) fn list(&self, key: &str) -> Read<Vec<Self>> {
        let header = format!("[[{}]]", self.below(key));
        self.need(key, &header)?;
        let list = self.list_if_any(key)?;
        if list.is_empty() {
            let sentence = format!("`{key}` để trống; hãy thêm ít nhất một mục {header}.");
            return Err(self.wrong(key, "book.empty", sentence));
        }
        Ok(list)
    }

    /// A list of tables that may be absent or empty.
    pub(super) fn list_if_any(&self, key: &str) -> Read<Vec<Self>> {
        let path = self.below(key);
        let Some(item) = self.get(key) else {
            return Ok(Vec::new());
        };
        let tables = tables_of(item).ok_or_else(|| self.wrong_kind(key, &format!("[[{path}]]")))?;
        let line = self.key_line(key);
        Ok(tables.into_iter().map(|table| self.at(path.clone(), line, table)).collect())
    }

    fn at(&self, path: String, line: usize, TableAt { table, byte }: TableAt<'a>) -> Self {
        let line = byte.map_or(line, |byte| self.findings.line_at(byte));
        self.inside(path, line, table)
    }

    fn below(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    // The end.

    /// Refuses every key that no question named.
    pub(super) fn close(&self) {
        let asked = self.asked.borrow();
        for key in self.keys().iter().filter(|key| !asked.contains(*key)) {
            self.refuse(key, &asked);
        }
    }

    fn refuse(&self, key: &str, asked: &BTreeSet<String>) -> Told {
        if let Some(about) = not_carried_out::about(key) {
            let sentence = not_carried_out::sentence(key, about);
            return self.wrong(key, "book.not_carried_out", sentence);
        }
        let near = asked.iter().map(|known| (distance(known, key), known));
        let advice = match near.filter(|(letters, _)| *letters <= 2).min() {
            Some((_, known)) => format!("có phải là `{known}`?"),
            None => format!("các khóa dùng được ở đây: {}.", quoted(asked)),
        };
        let sentence =
            format!("Chương trình không biết khóa `{key}` nên không thể thực hiện; hãy sửa hoặc bỏ, {advice}");
        self.wrong(key, "book.unknown_key", sentence)
    }
}

fn quoted(words: &BTreeSet<String>) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// A table with the byte where it begins. A dotted key makes a table that begins nowhere.
struct TableAt<'a> {
    table: &'a dyn TableLike,
    byte: Option<usize>,
}

fn table_of(item: &Item) -> Option<TableAt<'_>> {
    let table = item.as_table_like()?;
    Some(TableAt { table, byte: item.span().map(|span| span.start) })
}

/// The tables of a list, written as `[[…]]` or as `[{…}, {…}]`; none if it is something else.
fn tables_of(item: &Item) -> Option<Vec<TableAt<'_>>> {
    if let Some(tables) = item.as_array_of_tables() {
        let at = |table: &toml_edit::Table| table.span().map(|span| span.start);
        return Some(tables.iter().map(|table| TableAt { table, byte: at(table) }).collect());
    }
    item.as_array()?.iter().map(table_in).collect()
}

fn table_in(value: &Value) -> Option<TableAt<'_>> {
    let table = value.as_inline_table()?;
    Some(TableAt { table, byte: value.span().map(|span| span.start) })
}

fn element<'a>(item: &'a Item, index: &str) -> Option<TableAt<'a>> {
    tables_of(item)?.into_iter().nth(index.parse().ok()?)
}

/// How many letters differ between two keys (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, b) in other.chars().enumerate() {
            let (left, above) = (row[j], row[j + 1]);
            row[j + 1] = (diagonal + usize::from(a != b)).min(left + 1).min(above + 1);
            diagonal = above;
        }
    }
    row[row.len() - 1]
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn the_distance_of_two_keys_counts_their_letters() {
        assert_eq!(distance("name", "name"), 0);
        assert_eq!(distance("name", "nmae"), 2);
        assert_eq!(distance("", "max"), 3);
        assert_eq!(distance("ceiling", "celing"), 1);
    }
}
