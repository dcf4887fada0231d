//! The figures as a Markdown table, each beside its budget.

use std::fmt::Write as _;
use std::time::Duration;

use super::load::Times;

/// A line of the table.
#[derive(Clone)]
pub(super) struct Row {
    pub(super) what: String,
    pub(super) budget: String,
    pub(super) kept: Option<bool>,
    pub(super) figures: String,
}

/// Figures of answers: a second, median, p99 and, where the process was watched, its processor time.
pub(super) fn figures(times: &Times, cpu: Option<Duration>) -> String {
    let each = cpu.map(|cpu| cpu / u32::try_from(times.count().max(1)).unwrap_or(u32::MAX));
    format!(
        "{:.0} | {} | {} | {}",
        times.per_second(),
        span(times.median()),
        span(times.percentile(99)),
        each.map_or_else(|| "–".to_owned(), span)
    )
}

/// A single figure in the first column, the others empty.
pub(super) fn single(figure: &str) -> String {
    format!("{figure} | – | – | –")
}

pub(super) fn span(time: Duration) -> String {
    let micros = time.as_micros();
    if micros < 1_000 { format!("{micros} µs") } else { format!("{:.2} ms", time.as_secs_f64() * 1e3) }
}

pub(super) fn markdown(rows: &[Row]) -> String {
    let mut text =
        String::from("| what | a second | median | p99 | CPU each | budget | kept |\n|---|--:|--:|--:|--:|---|---|\n");
    for Row { what, budget, kept, figures } in rows {
        let verdict = match kept {
            None => "",
            Some(true) => "yes",
            Some(false) => "**no**",
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "| {what} | {figures} | {budget} | {verdict} |");
    }
    text
}
