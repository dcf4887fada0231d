//! An entry's number, and the code of its receipt.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::code::random_code;
use crate::refusal::{Fact, Refusal};

/// The number under which an entry was received: `QN8-0042`.
///
/// The edition's prefix (2 to 12 capital letters and digits) and a running number from 1, at
/// least four digits wide. It tells the order of arrival, so a blind judge never sees it.
///
/// ```
/// use hoithi_rules::entries::EntryNumber;
/// let number = EntryNumber::new("QN8", 42).unwrap();
/// assert_eq!(number.to_string(), "QN8-0042");
/// assert_eq!("qn8-42".parse(), Ok(number));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EntryNumber {
    prefix: String,
    sequence: u32,
}

/// Why a text is not an entry's number.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{given:?} is not an entry's number, as in QN8-0042")]
pub struct EntryNumberError {
    /// What was written.
    pub given: String,
}

impl Refusal for EntryNumberError {
    fn code(&self) -> &'static str {
        "entries.number_form"
    }

    fn field(&self) -> Option<String> {
        Some("number".into())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("given", Fact::text(&self.given))]
    }
}

impl EntryNumber {
    /// The running number `sequence`, from 1, under the edition's prefix.
    pub fn new(prefix: &str, sequence: u32) -> Result<Self, EntryNumberError> {
        let prefix = prefix.to_ascii_uppercase();
        let letters = prefix.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if !(2..=12).contains(&prefix.len()) || !letters || sequence == 0 {
            return Err(EntryNumberError { given: format!("{prefix}-{sequence}") });
        }
        Ok(Self { prefix, sequence })
    }

    /// The edition's prefix.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The running number.
    pub const fn sequence(&self) -> u32 {
        self.sequence
    }
}

impl fmt::Display for EntryNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:04}", self.prefix, self.sequence)
    }
}

impl FromStr for EntryNumber {
    type Err = EntryNumberError;

    fn from_str(text: &str) -> Result<Self, EntryNumberError> {
        let refused = || EntryNumberError { given: text.to_owned() };
        let (prefix, sequence) = text.trim().split_once('-').ok_or_else(refused)?;
        if !sequence.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(refused());
        }
        let sequence = sequence.parse().map_err(|_| refused())?;
        Self::new(prefix, sequence).map_err(|_| refused())
    }
}

impl TryFrom<String> for EntryNumber {
    type Error = EntryNumberError;

    fn try_from(text: String) -> Result<Self, EntryNumberError> {
        text.parse()
    }
}

impl From<EntryNumber> for String {
    fn from(number: EntryNumber) -> Self {
        number.to_string()
    }
}

random_code! {
    /// The code on a receipt (*giấy biên nhận*), by which its holder finds the entry again:
    /// `7KQM2-X0V9D`, fifty random bits.
    ReceiptCode, 10 letters from 7 bytes, groups of 5, ReceiptCodeError, "entries.receipt_code_form", "receipt"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_a_prefix_and_begins_at_one() {
        for text in ["QN8", "QN8-", "QN8-0", "Q-1", "QN 8-1", "QN8-+1", "ĐT-1"] {
            assert!(text.parse::<EntryNumber>().is_err(), "{text}");
        }
        assert_eq!(EntryNumber::new("QN8", 12_345).unwrap().to_string(), "QN8-12345");
    }

    #[test]
    fn a_receipt_s_code_is_read_in_any_case() {
        let code = ReceiptCode::from_random([0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde]);
        assert_eq!(code.to_string().to_lowercase().parse(), Ok(code));
    }
}
