//! Values on their way into a statement, and rows on their way out.

use std::any::type_name;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::Row as _;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use crate::{StoreError, embedded};

/// A parameter. Absence keeps its type, because PostgreSQL asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Whole numbers, flags, points, instants.
    Int(Option<i64>),
    /// Words, ids, days, codes.
    Text(Option<String>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
}

/// The parameters of one statement, in the order of its placeholders.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { vec![$($crate::Value::from($value)),*] };
}

macro_rules! into_value {
    ($($from:ty => $variant:ident($name:ident) $to:expr;)+) => {$(
        impl From<$from> for Value {
            fn from($name: $from) -> Self {
                Self::$variant(Some($to))
            }
        }

        impl From<Option<$from>> for Value {
            fn from(value: Option<$from>) -> Self {
                Self::$variant(value.map(|$name| $to))
            }
        }
    )+};
}

into_value! {
    i64 => Int(n) n;
    i32 => Int(n) i64::from(n);
    u32 => Int(n) i64::from(n);
    bool => Int(flag) i64::from(flag);
    Timestamp => Int(instant) instant.as_microsecond();
    String => Text(text) text;
    &String => Text(text) text.clone();
    &str => Text(text) text.to_owned();
    Uuid => Text(id) id.to_string();
    Date => Text(day) day.to_string();
    Vec<u8> => Bytes(bytes) bytes;
    &[u8] => Bytes(bytes) bytes.to_vec();
}

/// One row of an answer.
pub struct Row(pub(crate) AnyRow);

pub(crate) enum AnyRow {
    Embedded(embedded::Row),
    Postgres(PgRow),
}

/// Reads a column as one kind of value from whichever row this is.
macro_rules! read_as {
    ($row:expr, $column:expr, $kind:ident) => {
        match &$row.0 {
            AnyRow::Postgres(row) => Ok(row.try_get($column)?),
            AnyRow::Embedded(row) => match row.get($column)? {
                None => Ok(None),
                Some(Value::$kind(value)) => Ok(value.clone()),
                Some(_) => Err(StoreError::Encoding),
            },
        }
    };
}

impl Row {
    /// A whole number.
    pub fn int(&self, column: &str) -> Result<i64, StoreError> {
        self.int_opt(column)?.ok_or(StoreError::Encoding)
    }

    /// A whole number that may be absent.
    pub fn int_opt(&self, column: &str) -> Result<Option<i64>, StoreError> {
        read_as!(self, column, Int)
    }

    /// A count: a whole number that cannot be negative.
    pub fn count(&self, column: &str) -> Result<usize, StoreError> {
        let value = self.int(column)?;
        usize::try_from(value).map_err(|_| nonsense(column, value.to_string(), "count"))
    }

    /// A flag stored as 0 or 1.
    pub fn flag(&self, column: &str) -> Result<bool, StoreError> {
        Ok(self.int(column)? != 0)
    }

    /// Words.
    pub fn text(&self, column: &str) -> Result<String, StoreError> {
        self.text_opt(column)?.ok_or(StoreError::Encoding)
    }

    /// Words that may be absent.
    pub fn text_opt(&self, column: &str) -> Result<Option<String>, StoreError> {
        read_as!(self, column, Text)
    }

    /// Bytes.
    pub fn bytes(&self, column: &str) -> Result<Vec<u8>, StoreError> {
        let bytes: Option<Vec<u8>> = read_as!(self, column, Bytes)?;
        bytes.ok_or(StoreError::Encoding)
    }

    /// An instant.
    pub fn instant(&self, column: &str) -> Result<Timestamp, StoreError> {
        to_instant(column, self.int(column)?)
    }

    /// An instant that may be absent.
    pub fn instant_opt(&self, column: &str) -> Result<Option<Timestamp>, StoreError> {
        self.int_opt(column)?.map(|value| to_instant(column, value)).transpose()
    }

    /// An id, a day, a code: whatever its type reads from text.
    pub fn parsed<T: FromStr>(&self, column: &str) -> Result<T, StoreError> {
        to_parsed(column, self.text(column)?)
    }

    /// The same, where it may be absent.
    pub fn parsed_opt<T: FromStr>(&self, column: &str) -> Result<Option<T>, StoreError> {
        self.text_opt(column)?.map(|text| to_parsed(column, text)).transpose()
    }
}

fn to_instant(column: &str, value: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(value).map_err(|_| nonsense(column, value.to_string(), "instant"))
}

fn to_parsed<T: FromStr>(column: &str, text: String) -> Result<T, StoreError> {
    text.parse().map_err(|_| nonsense(column, text, type_name::<T>()))
}

fn nonsense(column: &str, value: String, wanted: &'static str) -> StoreError {
    StoreError::Nonsense { column: column.to_owned(), value, wanted }
}
