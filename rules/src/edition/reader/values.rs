//! The questions that a reader may put to one key: texts, codes, numbers, points, days.

use jiff::civil::{Date, DateTime, Time};
use toml_edit::{Datetime, Item, Value};

use super::clause::{Clause, Read};
use crate::edition::contest::is_code;
use crate::judging::Points;
use crate::text::{length, one_line};

/// Longer names and sentences than this are pasted by mistake.
const LONGEST_TEXT: usize = 2_000;

/// A day, or a day with an hour on the wall's clock.
#[derive(Clone, Copy)]
pub(super) enum DayOrHour {
    Day(Date),
    Hour(DateTime),
}

/// A word of a rule book and what it stands for.
pub(super) type Words<'w, T> = &'w [(&'w str, T)];

impl Clause<'_> {
    // Text.

    /// One line of text: composed, trimmed, not empty, not longer than a page.
    pub(super) fn text(&self, key: &str) -> Read<String> {
        let example = format!("{key} = \"…\"");
        let item = self.need(key, &example)?;
        let text = item.as_str().map(one_line).ok_or_else(|| self.wrong_kind(key, &example))?;
        if text.is_empty() {
            let sentence = format!("`{key}` để trống; hãy ghi nội dung trong ngoặc kép.");
            return Err(self.wrong(key, "book.empty", sentence));
        }
        if length(&text) > LONGEST_TEXT {
            let sentence = format!("`{key}` dài quá {LONGEST_TEXT} ký tự; hãy viết ngắn lại.");
            return Err(self.wrong(key, "book.out_of_range", sentence));
        }
        Ok(text)
    }

    /// A text that must read as something.
    pub(super) fn parsed<T>(&self, key: &str, example: &str, parse: impl Fn(&str) -> Option<T>) -> Read<T> {
        self.need(key, &format!("{key} = \"{example}\""))?;
        let text = self.text(key)?;
        parse(&text).ok_or_else(|| {
            let sentence = format!("`{key} = \"{text}\"` không đúng dạng; hãy viết như `{key} = \"{example}\"`.");
            self.wrong(key, "book.wrong_value", sentence)
        })
    }

    /// A code: `a-z`, `0-9` and hyphens.
    pub(super) fn code(&self, key: &str, example: &str) -> Read<String> {
        self.parsed(key, example, |text| is_code(text).then(|| text.to_owned()))
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(&self, key: &str, words: Words<'_, T>) -> Read<T> {
        let example = words.first().map_or("…", |(word, _)| word);
        self.need(key, &format!("{key} = \"{example}\""))?;
        self.chosen(key, &self.text(key)?, words)
    }

    /// Several of a few words, each once, at least one.
    pub(super) fn choices<T: Copy + PartialEq>(&self, key: &str, words: Words<'_, T>) -> Read<Vec<T>> {
        let example = format!("{key} = [\"{}\"]", words.first().map_or("…", |(word, _)| word));
        let mut choices = Vec::new();
        for word in self.words(key, &example)? {
            let choice = self.chosen(key, word, words)?;
            if choices.contains(&choice) {
                let sentence = format!("`{word}` ghi hai lần trong `{key}`; hãy giữ một.");
                return Err(self.wrong(key, "book.duplicate_code", sentence));
            }
            choices.push(choice);
        }
        Ok(choices)
    }

    fn chosen<T: Copy>(&self, key: &str, text: &str, words: Words<'_, T>) -> Read<T> {
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, choice)| *choice);
        found.ok_or_else(|| {
            let known: Vec<_> = words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
            let known = known.join(", ");
            let sentence = format!("`{key}` không nhận \"{text}\"; hãy chọn trong: {known}.");
            self.wrong(key, "book.wrong_value", sentence)
        })
    }

    /// Several words, at least one.
    pub(super) fn words(&self, key: &str, example: &str) -> Read<Vec<&str>> {
        let item = self.need(key, example)?;
        let words = item.as_array().and_then(|array| array.iter().map(Value::as_str).collect());
        let words: Vec<&str> = words.ok_or_else(|| self.wrong_kind(key, example))?;
        if words.is_empty() {
            let sentence = format!("`{key}` để trống; hãy viết như `{example}`.");
            return Err(self.wrong(key, "book.empty", sentence));
        }
        Ok(words)
    }

    // Numbers.

    /// A whole number within bounds, as the type that holds it.
    pub(super) fn number<T: TryFrom<i64>>(&self, key: &str, least: i64, most: i64) -> Read<T> {
        let example = format!("{key} = {least}");
        let item = self.need(key, &example)?;
        let number = item.as_integer().ok_or_else(|| self.wrong_kind(key, &example))?;
        let within = (least..=most).contains(&number).then_some(number);
        within.and_then(|number| T::try_from(number).ok()).ok_or_else(|| {
            let sentence = format!("`{key} = {number}` ngoài khoảng; hãy viết số nguyên từ {least} đến {most}.");
            self.wrong(key, "book.out_of_range", sentence)
        })
    }

    /// Points: `40`, `0.5`, or `"0,5"`. A decimal is read from what is written, never as a float.
    pub(super) fn points(&self, key: &str) -> Read<Points> {
        let example = format!("{key} = 0.5");
        let item = self.need(key, &example)?;
        let written = self.written_number(item).ok_or_else(|| self.wrong_kind(key, &example))?;
        written.parse().map_err(|_| {
            let sentence = format!(
                "`{key}` không phải là số điểm; hãy viết số không âm, nhiều nhất hai chữ số lẻ, như `{example}`."
            );
            self.wrong(key, "book.wrong_value", sentence)
        })
    }

    fn written_number<'i>(&'i self, item: &'i Item) -> Option<&'i str> {
        match item.as_value()? {
            Value::String(text) => Some(text.value()),
            Value::Integer(_) | Value::Float(_) => Some(self.findings().written(item.span()?)),
            _ => None,
        }
    }

    /// Points of which zero would make no sense.
    pub(super) fn points_above_zero(&self, key: &str) -> Read<Points> {
        let points = self.points(key)?;
        if points == Points::ZERO {
            let sentence = format!("`{key}` bằng 0 thì không dùng được; hãy viết số lớn hơn 0.");
            return Err(self.wrong(key, "book.out_of_range", sentence));
        }
        Ok(points)
    }

    /// Yes or no.
    pub(super) fn flag(&self, key: &str) -> Read<bool> {
        let example = format!("{key} = true");
        let item = self.need(key, &example)?;
        item.as_bool().ok_or_else(|| self.wrong_kind(key, &example))
    }

    // Time.

    /// A day.
    pub(super) fn day(&self, key: &str) -> Read<Date> {
        match self.day_or_hour(key)? {
            DayOrHour::Day(day) => Ok(day),
            DayOrHour::Hour(_) => Err(self.wrong_kind(key, &format!("{key} = 2021-06-30"))),
        }
    }

    /// A day, or a day with an hour.
    pub(super) fn day_or_hour(&self, key: &str) -> Read<DayOrHour> {
        let example = format!("{key} = 2021-06-30");
        let item = self.need(key, &example)?;
        let written = item.as_datetime().ok_or_else(|| self.wrong_kind(key, &example))?;
        if written.offset.is_some() {
            let sentence = format!(
                "`{key}` không ghi múi giờ; múi giờ là `zone` của lịch, hãy viết như `{key} = 2021-06-30T17:00:00`."
            );
            return Err(self.wrong(key, "book.wrong_value", sentence));
        }
        civil(written).ok_or_else(|| {
            let sentence = format!(
                "`{key}` không phải là ngày có trong lịch (năm 1900 đến 2200, giờ không kèm giây); hãy viết như `{example}`."
            );
            self.wrong(key, "book.wrong_value", sentence)
        })
    }
}

/// As the calendar knows it; none for a day that does not exist, an hour without a day, or an
/// hour with seconds, which no document writes and no page would show.
fn civil(written: &Datetime) -> Option<DayOrHour> {
    let date = written.date.filter(|date| (1900..=2200).contains(&date.year))?;
    let year = i16::try_from(date.year).ok()?;
    let day = Date::new(year, date.month.try_into().ok()?, date.day.try_into().ok()?).ok()?;
    let Some(time) = written.time else {
        return Some(DayOrHour::Day(day));
    };
    if time.second.unwrap_or(0) != 0 || time.nanosecond.unwrap_or(0) != 0 {
        return None;
    }
    let (hour, minute) = (time.hour.try_into().ok()?, time.minute.try_into().ok()?);
    Some(DayOrHour::Hour(day.to_datetime(Time::new(hour, minute, 0, 0).ok()?)))
}
