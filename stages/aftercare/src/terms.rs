//! After how many months winners are asked.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;

/// Of a year nobody remembers much after ten.
const MOST_MONTHS: i64 = 120;

/// More questions than these nobody answers.
const MOST_TERMS: usize = 5;

/// What was due for longer than this is not asked any more: a house that takes the program up late does not
/// write to the winners of long ago.
const ASKED_WITHIN: i64 = 12;

/// The months after an announcement at which winners are asked, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Terms(Vec<i64>);

impl Terms {
    /// One year and three years.
    pub(crate) fn usual() -> Self {
        Self(vec![12, 36])
    }

    /// Reads `12, 36`; nothing asks nobody.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let given = text.split([',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty());
        let months: Option<Vec<i64>> = given.map(|part| part.parse().ok()).collect();
        let mut months = months?;
        months.sort_unstable();
        months.dedup();
        let fits = months.len() <= MOST_TERMS && months.iter().all(|months| (1..=MOST_MONTHS).contains(months));
        fits.then_some(Self(months))
    }

    /// Each of them.
    pub(crate) fn months(&self) -> &[i64] {
        &self.0
    }

    /// The last of them that has come by that day, unless that was too long ago.
    pub(crate) fn reached(&self, announced: Date, today: Date) -> Option<i64> {
        let on = |months: i64| announced.checked_add(months.months()).ok();
        let last = self.0.iter().copied().rfind(|months| on(*months).is_some_and(|day| day <= today))?;
        on(last + ASKED_WITHIN).is_some_and(|over| today < over).then_some(last)
    }
}

impl fmt::Display for Terms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&words.join(", "))
    }
}

/// The key that says after how long, and its number: whole years are told as years.
pub(crate) const fn after(months: i64) -> (&'static str, i64) {
    if months % 12 == 0 { ("aftercare-after-years", months / 12) } else { ("aftercare-after-months", months) }
}
