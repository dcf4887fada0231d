//! Whose reports are not in the sums, or came late: named above the table, the first of many.

use std::collections::BTreeMap;

use hoithi_rules::reporting::Answer;
use hoithi_web::Page;
use jiff::civil::Date;

use crate::summary::{Summary, UnitReport};

/// The most names that are read at a glance.
const FEW: usize = 20;

/// Units of which the table shows one kind only.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Only {
    /// Another report of theirs counts.
    Beside,
    /// Their report is not approved.
    Open,
    Late,
    Missing,
    /// Approved without its signed paper, which has not come since.
    Unsigned,
}

impl Only {
    const ALL: [Self; 5] = [Self::Beside, Self::Open, Self::Late, Self::Missing, Self::Unsigned];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Beside => "ngoai",
            Self::Open => "cho",
            Self::Late => "muon",
            Self::Missing => "thieu",
            Self::Unsigned => "ky",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|only| only.code() == code)
    }

    /// These units, by name.
    pub(super) fn of(self, summary: &Summary) -> Vec<&UnitReport> {
        match self {
            Self::Beside => summary.beside.iter().collect(),
            Self::Open => summary.open(),
            Self::Late => summary.late(),
            Self::Missing => summary.missing(),
            Self::Unsigned => summary.units.iter().filter(|unit| unit.line.is_exception()).collect(),
        }
    }
}

/// A notice with the first of its units.
pub(super) struct Noticed {
    pub(super) title: String,
    pub(super) tone: &'static str,
    pub(super) how: String,
    pub(super) units: Vec<NamedUnit>,
    /// How many are not named, and where all of them stand.
    pub(super) more: usize,
    pub(super) all: String,
}

/// A unit with the way to its report.
pub(super) struct NamedUnit {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) note: String,
}

/// Every notice that there is cause for; `here` is the page's address with what it shows.
pub(super) fn noticed(page: &Page, (slug, here): (&str, &str), summary: &Summary, today: Date) -> Vec<Noticed> {
    let notice = |only: Only, units: Vec<&UnitReport>| {
        let (title, tone) = headed(page, only, &units, today);
        let how = if only == Only::Beside { page.t("reporting-beside-how") } else { String::new() };
        let days = differ(&units);
        Noticed {
            title,
            tone,
            how,
            more: units.len().saturating_sub(FEW),
            units: units.into_iter().take(FEW).map(|unit| named(page, slug, (only, days), unit)).collect(),
            all: format!("{here}&chi={}#tong-hop", only.code()),
        }
    };
    let mut all = Vec::new();
    for only in Only::ALL {
        let units = only.of(summary);
        let together = if only == Only::Missing { by_day(units, today) } else { vec![units] };
        all.extend(together.into_iter().filter(|units| !units.is_empty()).map(|units| notice(only, units)));
    }
    all
}

/// Those whose day has passed, then the others by the day that each of them has.
fn by_day(units: Vec<&UnitReport>, today: Date) -> Vec<Vec<&UnitReport>> {
    let mut days: BTreeMap<Option<Date>, Vec<&UnitReport>> = BTreeMap::new();
    for unit in units {
        let request = &unit.line.request;
        days.entry((!request.is_overdue(today)).then_some(request.due)).or_default().push(unit);
    }
    days.into_values().collect()
}

/// Whether they are not all asked by one day.
fn differ(units: &[&UnitReport]) -> bool {
    units.windows(2).any(|pair| pair[0].line.request.due != pair[1].line.request.due)
}

fn headed(page: &Page, only: Only, units: &[&UnitReport], today: Date) -> (String, &'static str) {
    let count = units.len();
    match only {
        Only::Beside => (page.t1("reporting-beside", "count", count), "warn"),
        Only::Open => (page.t1("reporting-open-units", "count", count), "warn"),
        Only::Late => (page.t1("reporting-late-units", "count", count), "warn"),
        Only::Missing => missing(page, units, today),
        Only::Unsigned => (page.t1("reporting-unsigned-units", "count", count), "warn"),
    }
}

/// Nobody is late before the day.
fn missing(page: &Page, units: &[&UnitReport], today: Date) -> (String, &'static str) {
    let count = ("count", units.len().to_string());
    let overdue = units.iter().any(|unit| unit.line.request.is_overdue(today));
    match units.iter().map(|unit| unit.line.request.due).min() {
        Some(due) if !overdue => (page.tx("reporting-missing-units-yet", &[count, ("day", page.day(due))]), "info"),
        _ => (page.tx("reporting-missing-units", &[count]), "stop"),
    }
}

/// The day stands beside a name where the names of one notice have several.
fn named(page: &Page, slug: &str, (only, days): (Only, bool), unit: &UnitReport) -> NamedUnit {
    let request = &unit.line.request;
    let note = match only {
        Only::Beside => page.t1("reporting-due", "day", page.day(request.due)),
        Only::Missing if days => page.t1("reporting-due", "day", page.day(request.due)),
        Only::Late => page.t1("reporting-days-late", "days", unit.line.answer().map_or(0, days_late)),
        Only::Open | Only::Missing | Only::Unsigned => String::new(),
    };
    let href = match only {
        Only::Missing => format!("/ky/{slug}/tien-do/{}", request.unit),
        _ => format!("/ky/{slug}/bao-cao/{}", request.id),
    };
    NamedUnit { name: unit.name.clone(), href, note }
}

const fn days_late(answer: &Answer) -> i32 {
    answer.days_late
}
