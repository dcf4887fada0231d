//! One table of a book, and the questions that a reader may put to it.
//!
//! Every question marks its key as asked; [`Clause::close`] then refuses all the others.

use std::cell::RefCell;
use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime, Time};
use toml_edit::{Datetime, Item, TableLike, Value};
use unicode_normalization::UnicodeNormalization;

use super::findings::Findings;
use super::not_carried_out;
use crate::judging::Points;

/// Longer names and sentences than this are pasted by mistake.
const LONGEST_TEXT: usize = 2_000;

pub(super) struct Clause<'a> {
    path: String,
    line: usize,
    table: &'a dyn TableLike,
    findings: &'a Findings<'a>,
    asked: RefCell<BTreeSet<String>>,
}

/// A day, or a day with an hour.
#[derive(Clone, Copy)]
pub(super) enum DayOrInstant {
    Day(Date),
    Instant(DateTime),
}

impl<'a> Clause<'a> {
    pub(super) fn root(table: &'a dyn TableLike, findings: &'a Findings<'a>) -> Self {
        Self {
            path: String::new(),
            line: 1,
            table,
            findings,
            asked: RefCell::default(),
        }
    }

    fn inside(&self, path: String, line: usize, table: &'a dyn TableLike) -> Self {
        Self {
            path,
            line,
            table,
            findings: self.findings,
            asked: RefCell::default(),
        }
    }

    pub(super) fn findings(&self) -> &'a Findings<'a> {
        self.findings
    }

    /// The line of a key of this clause, or of the clause where the key is absent.
    pub(super) fn key_line(&self, key: &str) -> usize {
        match self.table.get_key_value(key) {
            Some((key, item)) => {
                let place = key.span().or_else(|| item.span());
                place.map_or(self.line, |place| self.findings.line_at(place.start))
            }
            None => self.line,
        }
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
        let (item_table, rest) = match (table_of(item), rest.split_first()) {
            (Some(table), _) => (Some(table), rest),
            (None, Some((index, rest))) => {
                let tables = tables_of(item);
                let index = index.parse::<usize>().ok();
                (
                    index.and_then(|index| tables.get(index).copied().flatten()),
                    rest,
                )
            }
            (None, None) => (None, rest),
        };
        match item_table {
            Some((table, span)) => {
                let line = span.map_or(line, |at| self.findings.line_at(at));
                self.inside(String::new(), line, table).line_of(rest)
            }
            None => line,
        }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    /// The word at a key, if it is one; asks nothing.
    pub(super) fn peek(&self, key: &str) -> Option<&'a str> {
        self.table.get(key)?.as_str()
    }

    /// Marks a key as known without looking at it.
    pub(super) fn asked(&self, key: &str) {
        self.asked.borrow_mut().insert(key.to_owned());
    }

    /// Says that something is wrong with a key.
    pub(super) fn wrong(&self, key: &str, code: &'static str, sentence: String) {
        self.findings.add(self.key_line(key), code, sentence);
    }

    fn get(&self, key: &str) -> Option<&'a Item> {
        self.asked(key);
        self.table.get(key).filter(|item| !item.is_none())
    }

    fn need(&self, key: &str, example: &str) -> Option<&'a Item> {
        let item = self.get(key);
        if item.is_none() {
            self.findings.add(
                self.line,
                "book.missing_key",
                format!(
                    "{} thiếu khóa `{key}`; hãy thêm dòng `{example}`.",
                    self.called()
                ),
            );
        }
        item
    }

    fn called(&self) -> String {
        if self.path.is_empty() {
            "Tệp".to_owned()
        } else {
            format!("Mục [{}]", self.path)
        }
    }

    fn wrong_kind<T>(&self, key: &str, example: &str) -> Option<T> {
        let sentence = format!("Giá trị của `{key}` không đúng loại; hãy viết như `{example}`.");
        self.wrong(key, "book.wrong_kind", sentence);
        None
    }

    // Text.

    /// A text that must be there: trimmed, composed, not empty, not longer than a page.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        let example = format!("{key} = \"…\"");
        let item = self.need(key, &example)?;
        self.checked_text(key, item)
    }

    /// A text that may be absent; `None` inside if absent, `None` outside if wrong.
    pub(super) fn text_if_any(&self, key: &str) -> Option<Option<String>> {
        match self.get(key) {
            Some(item) => self.checked_text(key, item).map(Some),
            None => Some(None),
        }
    }

    fn checked_text(&self, key: &str, item: &Item) -> Option<String> {
        let Some(text) = item.as_str() else {
            return self.wrong_kind(key, &format!("{key} = \"…\""));
        };
        let text: String = text.trim().nfc().collect();
        if text.is_empty() {
            let sentence = format!("`{key}` để trống; hãy ghi nội dung trong ngoặc kép.");
            self.wrong(key, "book.empty", sentence);
            return None;
        }
        if text.chars().count() > LONGEST_TEXT || text.chars().any(is_stray) {
            let sentence = format!(
                "`{key}` dài quá {LONGEST_TEXT} ký tự hoặc có ký tự điều khiển; hãy viết ngắn lại và bỏ ký tự lạ."
            );
            self.wrong(key, "book.wrong_value", sentence);
            return None;
        }
        Some(text)
    }

    /// A text that must read as something: a code, a document's number.
    pub(super) fn parsed<T>(
        &self,
        key: &str,
        example: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let item = self.need(key, &format!("{key} = \"{example}\""))?;
        let text = self.checked_text(key, item)?;
        let parsed = parse(&text);
        if parsed.is_none() {
            let sentence = format!(
                "`{key} = \"{text}\"` không đúng dạng; hãy viết như `{key} = \"{example}\"`."
            );
            self.wrong(key, "book.wrong_value", sentence);
        }
        parsed
    }

    /// Like [`Self::parsed`], where the key may be absent.
    pub(super) fn parsed_if_any<T>(
        &self,
        key: &str,
        example: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<Option<T>> {
        if self.get(key).is_some() {
            self.parsed(key, example, parse).map(Some)
        } else {
            Some(None)
        }
    }

    /// One of a few words.
    pub(super) fn choice<T>(&self, key: &str, choices: &[(&str, T)]) -> Option<T>
    where
        T: Copy,
    {
        let listed = listed(choices);
        let item = self.need(key, &format!("{key} = \"{}\"", choices.first()?.0))?;
        let text = self.checked_text(key, item)?;
        self.chosen(key, &text, choices, &listed)
    }

    /// Several of a few words, each once, at least one.
    pub(super) fn choices<T>(&self, key: &str, choices: &[(&str, T)]) -> Option<Vec<T>>
    where
        T: Copy + PartialEq,
    {
        let example = format!("{key} = [\"{}\"]", choices.first()?.0);
        let mut chosen = Vec::new();
        for word in self.texts(key, &example)? {
            let choice = self.chosen(key, &word, choices, &listed(choices))?;
            if chosen.contains(&choice) {
                let sentence = format!("`{word}` ghi hai lần trong `{key}`; hãy giữ một.");
                self.wrong(key, "book.duplicate_code", sentence);
                return None;
            }
            chosen.push(choice);
        }
        Some(chosen)
    }

    fn chosen<T: Copy>(
        &self,
        key: &str,
        text: &str,
        choices: &[(&str, T)],
        listed: &str,
    ) -> Option<T> {
        let choice = choices
            .iter()
            .find(|(word, _)| *word == text)
            .map(|(_, choice)| *choice);
        if choice.is_none() {
            let sentence =
                format!("`{key}` không nhận \"{text}\"; hãy viết một trong các từ: {listed}.");
            self.wrong(key, "book.wrong_value", sentence);
        }
        choice
    }

    /// A list of texts, at least one.
    pub(super) fn texts(&self, key: &str, example: &str) -> Option<Vec<String>> {
        let item = self.need(key, example)?;
        let Some(array) = item.as_array() else {
            return self.wrong_kind(key, example);
        };
        let texts: Option<Vec<String>> = array
            .iter()
            .map(|value| value.as_str().map(|text| text.trim().to_owned()))
            .collect();
        match texts {
            Some(texts) if texts.is_empty() => {
                let sentence = format!("`{key}` để trống; hãy viết như `{example}`.");
                self.wrong(key, "book.empty", sentence);
                None
            }
            Some(texts) => Some(texts),
            None => self.wrong_kind(key, example),
        }
    }

    // Numbers.

    /// A whole number within bounds.
    pub(super) fn whole(&self, key: &str, least: i64, most: i64) -> Option<i64> {
        let example = format!("{key} = {least}");
        let item = self.need(key, &example)?;
        let Some(number) = item.as_integer() else {
            return self.wrong_kind(key, &example);
        };
        if (least..=most).contains(&number) {
            return Some(number);
        }
        let sentence =
            format!("`{key} = {number}` ngoài khoảng; hãy viết số nguyên từ {least} đến {most}.");
        self.wrong(key, "book.out_of_range", sentence);
        None
    }

    /// A whole number within bounds, as the type that holds it.
    pub(super) fn number<T: TryFrom<i64>>(&self, key: &str, least: i64, most: i64) -> Option<T> {
        T::try_from(self.whole(key, least, most)?).ok()
    }

    /// Like [`Self::number`], where the key may be absent.
    pub(super) fn number_if_any<T: TryFrom<i64>>(
        &self,
        key: &str,
        least: i64,
        most: i64,
    ) -> Option<Option<T>> {
        if self.get(key).is_some() {
            self.number(key, least, most).map(Some)
        } else {
            Some(None)
        }
    }

    /// Points: `40`, `0.5`, or `"0,5"`. A decimal is read from what is written, never as a float.
    pub(super) fn points(&self, key: &str) -> Option<Points> {
        let example = format!("{key} = 0.5");
        let item = self.need(key, &example)?;
        let written = match item.as_value() {
            Some(Value::String(text)) => text.value().clone(),
            Some(Value::Integer(_) | Value::Float(_)) => {
                self.findings.written(item.span()?).to_owned()
            }
            _ => return self.wrong_kind(key, &example),
        };
        let points = written.parse().ok();
        if points.is_none() {
            let sentence = format!(
                "`{key}` không phải là số điểm; hãy viết số không âm, nhiều nhất hai chữ số lẻ, như `{example}`."
            );
            self.wrong(key, "book.wrong_value", sentence);
        }
        points
    }

    /// Like [`Self::points`], where the key may be absent.
    pub(super) fn points_if_any(&self, key: &str) -> Option<Option<Points>> {
        if self.get(key).is_some() {
            self.points(key).map(Some)
        } else {
            Some(None)
        }
    }

    /// Yes or no.
    pub(super) fn flag(&self, key: &str) -> Option<bool> {
        let example = format!("{key} = true");
        let item = self.need(key, &example)?;
        item.as_bool().or_else(|| self.wrong_kind(key, &example))
    }

    /// Yes or no, no if absent.
    pub(super) fn flag_if_any(&self, key: &str) -> Option<bool> {
        if self.get(key).is_some() {
            self.flag(key)
        } else {
            Some(false)
        }
    }

    // Time.

    /// A day.
    pub(super) fn day(&self, key: &str) -> Option<Date> {
        match self.day_or_instant(key)? {
            DayOrInstant::Day(day) => Some(day),
            DayOrInstant::Instant(_) => self.wrong_kind(key, &format!("{key} = 2021-06-30")),
        }
    }

    /// A day that may be absent.
    pub(super) fn day_if_any(&self, key: &str) -> Option<Option<Date>> {
        if self.get(key).is_some() {
            self.day(key).map(Some)
        } else {
            Some(None)
        }
    }

    /// A day, or a day with an hour on the wall's clock.
    pub(super) fn day_or_instant(&self, key: &str) -> Option<DayOrInstant> {
        let example = format!("{key} = 2021-06-30");
        let item = self.need(key, &example)?;
        let Some(written) = item.as_datetime() else {
            return self.wrong_kind(key, &example);
        };
        if written.offset.is_some() {
            let sentence = format!(
                "`{key}` không ghi múi giờ; múi giờ là `zone` của lịch, hãy viết như `{key} = 2021-06-30T17:00:00`."
            );
            self.wrong(key, "book.wrong_value", sentence);
            return None;
        }
        let read = civil(written);
        if read.is_none() {
            let sentence =
                format!("`{key}` không phải là một ngày có trong lịch; hãy viết như `{example}`.");
            self.wrong(key, "book.wrong_value", sentence);
        }
        read
    }

    // Tables inside.

    /// A table that must be there.
    pub(super) fn section(&self, key: &str) -> Option<Self> {
        let header = format!("[{}]", self.below(key));
        let item = self.get(key);
        let Some(item) = item else {
            let sentence = format!("Thiếu mục {header}; hãy thêm mục này vào tệp.");
            self.findings.add(self.line, "book.missing_part", sentence);
            return None;
        };
        let Some((table, span)) = table_of(item) else {
            return self.wrong_kind(key, &header);
        };
        let line = span.map_or_else(|| self.key_line(key), |at| self.findings.line_at(at));
        Some(self.inside(self.below(key), line, table))
    }

    /// A table that may be absent.
    pub(super) fn section_if_any(&self, key: &str) -> Option<Option<Self>> {
        if self.get(key).is_some() {
            self.section(key).map(Some)
        } else {
            Some(None)
        }
    }

    /// A list of tables, at least one.
    pub(super) fn list(&self, key: &str) -> Option<Vec<Self>> {
        let header = format!("[[{}]]", self.below(key));
        self.need(key, &header)?;
        let list = self.list_if_any(key)?;
        if list.is_empty() {
            let sentence = format!("`{key}` để trống; hãy thêm ít nhất một mục {header}.");
            self.wrong(key, "book.empty", sentence);
            return None;
        }
        Some(list)
    }

    /// A list of tables that may be absent or empty.
    pub(super) fn list_if_any(&self, key: &str) -> Option<Vec<Self>> {
        let path = self.below(key);
        let Some(item) = self.get(key) else {
            return Some(Vec::new());
        };
        let is_list = item.is_array_of_tables() || item.is_array();
        let tables: Option<Vec<_>> = tables_of(item).into_iter().collect();
        let (true, Some(tables)) = (is_list, tables) else {
            return self.wrong_kind(key, &format!("[[{path}]]"));
        };
        let line = self.key_line(key);
        let clauses = tables.into_iter().map(|(table, span)| {
            let line = span.map_or(line, |at| self.findings.line_at(at));
            self.inside(path.clone(), line, table)
        });
        Some(clauses.collect())
    }

    /// Every key with its value, for tables whose keys are codes.
    pub(super) fn keys(&self) -> Vec<String> {
        self.table.iter().map(|(key, _)| key.to_owned()).collect()
    }

    fn below(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    // The end.

    /// Refuses every key that no question named.
    pub(super) fn close(&self) {
        for key in self.keys() {
            if !self.asked.borrow().contains(&key) {
                self.refuse(&key);
            }
        }
    }

    fn refuse(&self, key: &str) {
        if let Some(about) = not_carried_out::about(key) {
            let sentence = not_carried_out::sentence(key, about);
            return self.wrong(key, "book.not_carried_out", sentence);
        }
        let asked = self.asked.borrow();
        let near = asked.iter().filter(|known| distance(known, key) <= 2);
        let advice = match near.min_by_key(|known| distance(known, key)) {
            Some(known) => format!("có phải là `{known}`?"),
            None => {
                let known: Vec<_> = asked.iter().map(|known| format!("`{known}`")).collect();
                format!("các khóa dùng được ở đây: {}.", known.join(", "))
            }
        };
        let sentence = format!(
            "Chương trình không biết khóa `{key}` nên không thể thực hiện; hãy sửa hoặc bỏ, {advice}"
        );
        self.wrong(key, "book.unknown_key", sentence);
    }
}

/// Control characters, other than the line's end, have no place in a text.
fn is_stray(character: char) -> bool {
    character.is_control() && character != '\n'
}

fn listed<T>(choices: &[(&str, T)]) -> String {
    let words: Vec<_> = choices
        .iter()
        .map(|(word, _)| format!("\"{word}\""))
        .collect();
    words.join(", ")
}

type TableAt<'a> = (&'a dyn TableLike, Option<usize>);

/// A table with where it begins. A dotted key makes a table that begins nowhere.
fn table_of(item: &Item) -> Option<TableAt<'_>> {
    let table = item.as_table_like()?;
    Some((table, item.span().map(|span| span.start)))
}

/// The tables of a list; `None` where an element is something else.
fn tables_of(item: &Item) -> Vec<Option<TableAt<'_>>> {
    if let Some(tables) = item.as_array_of_tables() {
        let at = |table: &toml_edit::Table| table.span().map(|span| span.start);
        return tables
            .iter()
            .map(|table| Some((table as &dyn TableLike, at(table))))
            .collect();
    }
    let values = item.as_array().map(|array| array.iter());
    values.into_iter().flatten().map(table_in_value).collect()
}

fn table_in_value(value: &Value) -> Option<TableAt<'_>> {
    let table = value.as_inline_table()?;
    Some((table as &dyn TableLike, value.span().map(|span| span.start)))
}

/// As the calendar knows it; `None` for a day that does not exist or a time with no day.
fn civil(written: &Datetime) -> Option<DayOrInstant> {
    let date = written.date?;
    let year = i16::try_from(date.year).ok()?;
    let day = Date::new(year, date.month.try_into().ok()?, date.day.try_into().ok()?).ok()?;
    let Some(time) = written.time else {
        return Some(DayOrInstant::Day(day));
    };
    let second = time.second.unwrap_or(0).try_into().ok()?;
    let time = Time::new(
        time.hour.try_into().ok()?,
        time.minute.try_into().ok()?,
        second,
        0,
    )
    .ok()?;
    Some(DayOrInstant::Instant(day.to_datetime(time)))
}

/// How many letters differ between two keys (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut diagonal = i;
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
        for (j, b) in other.chars().enumerate() {
            let (left, above) = (row[j], row[j + 1]);
            row[j + 1] = (diagonal + usize::from(a != b))
                .min(left + 1)
                .min(above + 1);
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or(0)
}
