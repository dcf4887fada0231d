//! By when something is asked: a day, or so many working days from sending or from receipt.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Workdays;
use crate::day::parse_day;
use crate::refusal::Refusal;
use crate::text::one_line;

/// From which day working days are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountedFrom {
    /// The day the letter went out.
    Sent,
    /// The day the unit confirmed that it has the letter.
    Received,
}

/// So many working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Within {
    /// How many, from 1 to 250: a year has no more.
    pub days: u16,
    /// From which day.
    pub from: CountedFrom,
}

/// By when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Due {
    /// By that day.
    Day(Date),
    /// Within working days.
    Within(Within),
}

/// Why a text says no due day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DueError {
    /// Neither a day nor working days from one.
    #[error("neither a day nor a number of working days from sending or receipt")]
    Malformed,
    /// None, or more than a year of them.
    #[error("between 1 and 250 working days")]
    Count,
}

impl Refusal for DueError {
    fn code(&self) -> &'static str {
        match self {
            Self::Malformed => "campaign.due_malformed",
            Self::Count => "campaign.due_count",
        }
    }

    fn field(&self) -> Option<String> {
        Some("due".to_owned())
    }
}

impl Due {
    /// The most working days that a paper gives.
    pub const MOST: u16 = 250;

    /// Reads `30/6/2021`, `5 ngày làm việc từ ngày nhận`, `10 ngày làm việc kể từ ngày gửi`, and
    /// `5 working days from receipt` as English pages write it.
    ///
    /// ```
    /// use hoithi_rules::workdays::{CountedFrom, Due, Within};
    /// let five = Due::Within(Within { days: 5, from: CountedFrom::Received });
    /// assert_eq!(Due::parse("5 ngày làm việc, kể từ ngày nhận"), Ok(five));
    /// ```
    pub fn parse(text: &str) -> Result<Self, DueError> {
        if let Some(day) = parse_day(text) {
            return Ok(Self::Day(day));
        }
        let text = one_line(text).to_lowercase();
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let rest = text.strip_prefix(digits.as_str()).unwrap_or_default().trim_start();
        let counts = rest.starts_with("ngày làm việc") || rest.starts_with("working day");
        let from = if ["nhận", "receipt", "received"].iter().any(|word| rest.contains(word)) {
            CountedFrom::Received
        } else if ["gửi", "sent", "sending"].iter().any(|word| rest.contains(word)) {
            CountedFrom::Sent
        } else {
            return Err(DueError::Malformed);
        };
        if digits.is_empty() || !counts {
            return Err(DueError::Malformed);
        }
        match digits.parse() {
            Ok(days) if (1..=Self::MOST).contains(&days) => Ok(Self::Within(Within { days, from })),
            _ => Err(DueError::Count),
        }
    }

    /// The day that it means, as far as it is known: what counts from receipt waits for that.
    pub fn day(self, sent: Date, received: Option<Date>, workdays: &Workdays) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Within(Within { days, from: CountedFrom::Sent }) => workdays.after(sent, days),
            Self::Within(Within { days, from: CountedFrom::Received }) => workdays.after(received?, days),
        }
    }

    /// The working days that are still to be counted, from a day that has not come.
    pub fn counted_from_receipt(self) -> Option<u16> {
        match self {
            Self::Within(Within { days, from: CountedFrom::Received }) => Some(days),
            Self::Day(_) | Self::Within(_) => None,
        }
    }
}
