//! The consolidated report on the screen.

use std::collections::BTreeSet;
use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_rules::reporting::{Column, GroupSum, Sums};
use hoithi_web::{Asked, Form, House, Page, Path, html};
use jiff::civil::Date;

use super::chosen::{ASKED, Chosen, added, heap_name, named_sheet, told};
use super::words::{self, Shown, many};
use crate::choice::Grouping;
use crate::known::Origins;
use crate::summary::{Heap, Passage, Sheet, Summary, UnitReport};
use crate::upward::telling;

#[derive(Template)]
#[template(path = "reporting/summary.html")]
struct SummaryPage {
    page: Page,
    form: Form,
    slug: String,
    chosen: Chosen,
    groups: Vec<(String, Heap)>,
    /// The one group whose units are shown.
    within: Option<Heap>,
    /// Code of the figure that the chart shows.
    charted: String,
    may_consolidate: bool,
    today: Date,
    /// Whether the tables have the figures of folded parts too.
    wide: bool,
    /// The columns of the tables.
    columns: Vec<Column>,
}

/// A cell below its column's head.
struct Cell {
    head: String,
    value: String,
}

impl SummaryPage {
    const fn summary(&self) -> &Summary {
        &self.chosen.summary
    }

    const fn top(&self) -> &GroupSum {
        &self.summary().sum.top
    }

    fn used(&self) -> Vec<&Column> {
        used(self.summary())
    }

    /// How many columns more the tables could have.
    fn more(&self) -> usize {
        self.used().len() - self.columns.len()
    }

    /// The address of the same tables with every column, or with those of the main parts.
    fn with_columns(&self, all: bool) -> String {
        let within = self.within.as_ref().map(|heap| format!("&trong={}", heap.key())).unwrap_or_default();
        format!("{}{within}{}#tong-hop", self.as_shown(), if all { "&cot=het" } else { "" })
    }

    fn approved(&self, column: &Column) -> String {
        added(&self.page, &self.top().approved, column)
    }

    /// What a sum is of, where that is not said by its name, and what is not in it yet.
    fn note(&self, column: &Column) -> String {
        let open = &self.top().open;
        let said_yes = column.asked.then(|| self.page.t("reporting-says-yes"));
        let more = open.having(&column.code) > 0 && (column.asked || open.of(&column.code) > 0);
        let open = more.then(|| self.page.t1("reporting-figure-open", "value", added(&self.page, open, column)));
        said_yes.into_iter().chain(open).collect::<Vec<_>>().join("; ")
    }

    fn cells(&self, unit: &UnitReport) -> Vec<Cell> {
        let figures = unit.line.answer().map(|answer| &answer.given.figures);
        let cell = |column: &Column| {
            let value = figures.and_then(|figures| figures.get(&column.code));
            let value = value.map_or_else(|| "–".to_owned(), |value| told(&self.page, column, *value));
            Cell { head: column.short.clone(), value }
        };
        self.columns.iter().map(cell).collect()
    }

    fn group(&self, heap: &Heap) -> GroupSum {
        self.summary().sum.groups.get(heap).cloned().unwrap_or_default()
    }

    fn sums(&self, sums: &Sums) -> Vec<Cell> {
        let cell = |column: &Column| Cell { head: column.short.clone(), value: added(&self.page, sums, column) };
        self.columns.iter().map(cell).collect()
    }

    fn group_cells(&self, group: &GroupSum) -> Vec<Cell> {
        self.sums(&group.approved)
    }

    fn sum_of_all(&self) -> Vec<Cell> {
        self.sums(&self.top().approved)
    }

    fn shown(&self, unit: &UnitReport) -> Shown {
        words::of_report(&self.page, &unit.line, self.today)
    }

    /// The units of the group that was asked for, or all.
    fn units(&self) -> Vec<&UnitReport> {
        let shown = |unit: &&UnitReport| self.within.as_ref().is_none_or(|heap| unit.heap == *heap);
        self.summary().units.iter().filter(shown).collect()
    }

    fn units_title(&self) -> String {
        match &self.within {
            Some(heap) => self.page.t1("reporting-summary-table-of", "group", heap_name(&self.page, heap)),
            None => self.page.t("reporting-summary-table"),
        }
    }

    /// What the units that are shown come to.
    fn sum_of_units(&self) -> Vec<Cell> {
        match &self.within {
            Some(heap) => self.group_cells(&self.group(heap)),
            None => self.sum_of_all(),
        }
    }

    fn overdue(&self) -> bool {
        self.summary().missing().iter().any(|unit| unit.line.request.is_overdue(self.today))
    }

    /// Nobody is late before the day.
    fn missing_words(&self) -> String {
        let missing = self.summary().missing();
        let count = ("count", missing.len().to_string());
        match missing.iter().map(|unit| unit.line.request.due).min() {
            Some(due) if !self.overdue() => {
                self.page.tx("reporting-missing-units-yet", &[count, ("day", self.page.day(due))])
            }
            _ => self.page.tx("reporting-missing-units", &[count]),
        }
    }

    fn missing_tone(&self) -> &'static str {
        if self.overdue() { "stop" } else { "info" }
    }

    fn answered(&self) -> String {
        let top = self.top();
        let facts = [
            ("answered", top.answered().to_string()),
            ("asked", top.asked.to_string()),
            ("approved", top.approved.reports.to_string()),
        ];
        self.page.tx("reporting-answered-of", &facts)
    }

    fn groupings(&self) -> Vec<(String, String)> {
        let word = |each: Grouping| (each.code().to_owned(), self.page.tcode("reporting-by-", each.code()));
        Grouping::ALL.into_iter().map(word).collect()
    }

    /// Figures that a chart can show.
    fn charts(&self) -> Vec<(String, String)> {
        let summed = self.used().into_iter().filter(|column| column.rolls_up && !column.asked);
        summed.map(|column| (column.code.clone(), column.label.clone())).collect()
    }

    fn as_shown(&self) -> String {
        format!("{}&bieu_do={}", self.chosen.query(), self.charted)
    }

    /// Reports of a form whose figures are not in these sums.
    fn other(&self, sheet: &Sheet) -> String {
        let facts = [("form", named_sheet(sheet)), ("count", many(&self.page, count(sheet.reports)))];
        self.page.tx("reporting-other-form", &facts)
    }

    /// The address of the sums of that form.
    fn by_form(&self, sheet: &Sheet) -> String {
        let choice = &self.chosen.choice;
        let (span, nhom) = (choice.span.code(), choice.grouping.code());
        format!("/ky/{}/tong-hop?lan={span}&bieu={}&nhom={nhom}", self.slug, sheet.code())
    }

    fn voices(&self, heading: &str) -> Vec<&Passage> {
        self.summary().texts.iter().filter(|text| text.key.heading == heading && !text.left_out).collect()
    }
}

/// The columns in which some unit has something.
fn used(summary: &Summary) -> Vec<&Column> {
    let given = |unit: &UnitReport, code: &str| {
        unit.line.answer().is_some_and(|answer| answer.given.figures.contains_key(code))
    };
    let used = |column: &&Column| summary.units.iter().any(|unit| given(unit, &column.code));
    summary.columns.iter().filter(used).collect()
}

/// Those of the form's main parts, unless everything was asked for or they have nothing.
fn columns(summary: &Summary, wide: bool) -> Vec<Column> {
    let sections = summary.form.iter().flat_map(|sheet| &sheet.form.sections);
    let folded = sections.filter(|section| section.folded).flat_map(|section| {
        let asked = section.question.iter().map(|question| question.code.as_str());
        asked.chain(section.figures.iter().map(|figure| figure.code.as_str()))
    });
    let folded: BTreeSet<&str> = folded.collect();
    let used = used(summary);
    let main: Vec<_> = used.iter().filter(|column| !folded.contains(column.code.as_str())).copied().cloned().collect();
    if wide || main.is_empty() { used.into_iter().cloned().collect() } else { main }
}

fn count(many: usize) -> u64 {
    u64::try_from(many).unwrap_or(u64::MAX)
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(origins): Extension<Arc<dyn Origins>>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&[&ASKED[..], &["bieu_do", "trong", "cot"]].concat())?;
    let who = (&viewer, slug.as_str(), Permission::CampaignView);
    let chosen = Chosen::load(&house, origins.as_ref(), who, &page, &form).await?;
    let charted = chosen.figure(&form)?.or_else(|| telling(&chosen.summary).cloned());
    let charted = charted.map(|column| column.code).unwrap_or_default();
    let of_key = |key: &str| chosen.summary.sum.groups.keys().find(|heap| heap.key() == key).cloned();
    let within = form.choice("trong", of_key)?;
    let wide = form.choice("cot", |word| (word == "het").then_some(()))?.is_some();
    let filled = Form::new()
        .with("lan", chosen.choice.span.code())
        .with("bieu", chosen.summary.form.as_ref().map(Sheet::code).unwrap_or_default())
        .with("nhom", chosen.choice.grouping.code())
        .with("bieu_do", charted.as_str());
    html(&SummaryPage {
        within,
        groups: chosen.groups(&page),
        may_consolidate: viewer.may(Permission::ReportConsolidate, chosen.edition.place()),
        page: page.titled("reporting-summary"),
        form: filled,
        charted,
        today: viewer.today,
        columns: columns(&chosen.summary, wide),
        wide,
        chosen,
        slug,
    })
}
