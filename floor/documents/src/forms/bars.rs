//! Figures side by side.

use serde::Serialize;

/// Figures as bars that print in black and white, each with its number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Bars {
    pub title: Option<String>,
    pub bars: Vec<Bar>,
}

/// One of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Bar {
    pub label: String,
    /// The figure, as it is written.
    pub shown: String,
    /// Thousandths of the longest bar.
    pub share: u32,
}

/// What is more than nothing is seen.
const LEAST: u32 = 5;

impl Bars {
    /// The greatest figure takes the whole width; `write` writes a figure.
    pub fn of<'a>(
        title: impl Into<String>,
        figures: impl IntoIterator<Item = (&'a str, u64)>,
        write: impl Fn(u64) -> String,
    ) -> Self {
        let figures: Vec<_> = figures.into_iter().collect();
        let most = figures.iter().map(|(_, value)| *value).max().unwrap_or(0);
        let bar = |&(label, value): &(&str, u64)| Bar {
            label: label.to_owned(),
            shown: write(value),
            share: share(value, most),
        };
        Self { title: Some(title.into()), bars: figures.iter().map(bar).collect() }
    }
}

fn share(value: u64, most: u64) -> u32 {
    if value == 0 {
        return 0;
    }
    let thousandths = u128::from(value) * 1000 / u128::from(most.max(1));
    u32::try_from(thousandths).unwrap_or(1000).clamp(LEAST, 1000)
}
