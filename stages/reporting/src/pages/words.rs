//! How a report stands, in a word, a shape and days.

use hoithi_web::Page;
use jiff::civil::Date;

use crate::line::{ReportLine, ReportStanding};

/// A state as a page shows it.
pub(super) struct Shown {
    pub(super) word: String,
    pub(super) tone: &'static str,
    pub(super) days: String,
}

pub(super) fn of_report(page: &Page, line: &ReportLine, today: Date) -> Shown {
    let days = |key: &str, days: i32| page.t1(key, "days", days);
    let late = |late: i32| if late > 0 { days("reporting-days-late", late) } else { String::new() };
    let shown = |key: &str, tone, days| Shown { word: page.t(key), tone, days };
    match line.standing(today) {
        ReportStanding::Withdrawn => shown("reporting-withdrawn", "stop", String::new()),
        ReportStanding::Waiting { days: left } => shown("reporting-waiting", "todo", days("reporting-days-left", left)),
        ReportStanding::Overdue { days: over } => shown("reporting-overdue", "late", days("reporting-days-over", over)),
        ReportStanding::Came { late: by } => shown("reporting-came", "doing", late(by)),
        ReportStanding::ToCorrect => shown("reporting-to-correct", "warn", String::new()),
        ReportStanding::Approved { late: by } if line.is_exception() => {
            let notes = [page.t("reporting-is-unsigned"), late(by)].into_iter().filter(|note| !note.is_empty());
            shown("reporting-is-approved", "warn", notes.collect::<Vec<_>>().join("; "))
        }
        ReportStanding::Approved { late: by } => shown("reporting-is-approved", "done", late(by)),
    }
}

/// When the latest answer came. Of what the agency entered from paper only the day of its arrival is known.
pub(super) fn came(page: &Page, line: &ReportLine) -> String {
    let Some(answer) = line.answer() else { return String::new() };
    if line.latest.as_ref().is_none_or(|latest| latest.how.is_first_hand()) {
        return page.t1("reporting-at", "at", page.instant(answer.at));
    }
    page.t1("reporting-on", "day", page.day(answer.received))
}

/// A count, as the reader writes it.
pub(super) fn many(page: &Page, value: u64) -> String {
    page.number(i64::try_from(value).unwrap_or(i64::MAX))
}
