//! The consolidated report on the screen, figure by figure.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::ReportId;
use hoithi_rules::people::Permission;
use hoithi_rules::reporting::{Column, GroupSum};
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::edition_for;
use super::words::{self, Shown, many};
use crate::operations::choose_passages;
use crate::summary::{Grouping, Heap, Passage, Summary, UnitReport, summary};
use crate::upward::telling;

/// The edition's sums by the grouping that was asked for.
pub(super) async fn summed(
    house: &House,
    viewer: &Viewer,
    slug: &str,
    grouping: Grouping,
    permission: Permission,
) -> Result<(Edition, Summary), Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, viewer, slug, permission).await?;
    let summary = summary(&mut db, &edition, grouping, viewer.today).await?;
    Ok((edition, summary))
}

pub(super) fn asked_grouping(form: &Form) -> Result<Grouping, Halt> {
    Ok(form.choice("nhom", Grouping::from_code)?.unwrap_or_default())
}

/// The figure that the chart is to show; none when nobody chose.
pub(super) fn asked_figure(form: &Form, summary: &Summary) -> Result<Option<Column>, Halt> {
    let summed = |code: &str| summary.columns.iter().find(|column| column.rolls_up && column.code == code).cloned();
    form.choice("bieu_do", summed)
}

/// Each heap with its name; none when every unit stands for itself.
pub(super) fn named(page: &Page, summary: &Summary, grouping: Grouping) -> Vec<(String, Heap)> {
    if grouping == Grouping::Unit {
        return Vec::new();
    }
    summary.sum.groups.keys().map(|heap| (heap_name(page, heap), heap.clone())).collect()
}

fn heap_name(page: &Page, heap: &Heap) -> String {
    match heap {
        Heap::At(_, name, _) | Heap::Cluster(name) => name.clone(),
        Heap::Level(level) => page.tcode("reporting-level-", level.code()),
        Heap::Unclustered => page.t("reporting-unclustered"),
        Heap::Several => page.t("reporting-several"),
        Heap::Elsewhere => page.t("reporting-elsewhere"),
    }
}

#[derive(Template)]
#[template(path = "reporting/summary.html")]
struct SummaryPage {
    page: Page,
    form: Form,
    slug: String,
    summary: Summary,
    grouping: Grouping,
    groups: Vec<(String, Heap)>,
    /// The one group whose units are shown.
    within: Option<Heap>,
    /// Code of the figure that the chart shows.
    charted: String,
    may_print: bool,
    today: Date,
}

impl SummaryPage {
    fn used(&self) -> Vec<&Column> {
        let given = |unit: &UnitReport, code: &str| {
            unit.line.answer().is_some_and(|answer| answer.given.figures.contains_key(code))
        };
        let used = |column: &&Column| self.summary.units.iter().any(|unit| given(unit, &column.code));
        self.summary.columns.iter().filter(used).collect()
    }

    fn approved(&self, column: &Column) -> String {
        many(&self.page, self.summary.sum.top.approved.of(&column.code))
    }

    /// What is not in the sum yet.
    fn open(&self, column: &Column) -> String {
        match self.summary.sum.top.open.of(&column.code) {
            0 => String::new(),
            open => self.page.t1("reporting-figure-open", "value", many(&self.page, open)),
        }
    }

    fn cells(&self, unit: &UnitReport) -> Vec<String> {
        let figures = unit.line.answer().map(|answer| &answer.given.figures);
        let cell = |column: &&Column| {
            let value = figures.and_then(|figures| figures.get(&column.code));
            value.map_or_else(|| "–".to_owned(), |value| many(&self.page, *value))
        };
        self.used().iter().map(cell).collect()
    }

    fn group(&self, heap: &Heap) -> GroupSum {
        self.summary.sum.groups.get(heap).cloned().unwrap_or_default()
    }

    fn group_cells(&self, group: &GroupSum) -> Vec<String> {
        let cell = |column: &&Column| {
            if column.rolls_up { many(&self.page, group.approved.of(&column.code)) } else { "–".to_owned() }
        };
        self.used().iter().map(cell).collect()
    }

    fn shown(&self, unit: &UnitReport) -> Shown {
        words::of_report(&self.page, &unit.line, self.today)
    }

    /// The units of the group that was asked for, or all.
    fn units(&self) -> Vec<&UnitReport> {
        let shown = |unit: &&UnitReport| self.within.as_ref().is_none_or(|heap| unit.heap == *heap);
        self.summary.units.iter().filter(shown).collect()
    }

    fn units_title(&self) -> String {
        match &self.within {
            Some(heap) => self.page.t1("reporting-summary-table-of", "group", heap_name(&self.page, heap)),
            None => self.page.t("reporting-summary-table"),
        }
    }

    /// What the units that are shown come to.
    fn sum_of_units(&self) -> Vec<String> {
        match &self.within {
            Some(heap) => self.group_cells(&self.group(heap)),
            None => self.group_cells(&self.summary.sum.top),
        }
    }

    fn overdue(&self) -> bool {
        self.summary.missing().iter().any(|unit| unit.line.request.is_overdue(self.today))
    }

    /// Nobody is late before the day.
    fn missing_words(&self) -> String {
        let missing = self.summary.missing();
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
        let top = &self.summary.sum.top;
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
        let summed = self.used().into_iter().filter(|column| column.rolls_up);
        summed.map(|column| (column.code.clone(), column.label.clone())).collect()
    }

    fn as_shown(&self) -> String {
        format!("?nhom={}&bieu_do={}", self.grouping.code(), self.charted)
    }

    fn voices(&self, heading: &str) -> Vec<&Passage> {
        self.summary.texts.iter().filter(|text| text.heading == heading && !text.left_out).collect()
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&["nhom", "bieu_do", "trong"])?;
    let grouping = asked_grouping(&form)?;
    let (edition, summary) = summed(&house, &viewer, &slug, grouping, Permission::CampaignView).await?;
    let charted = asked_figure(&form, &summary)?.or_else(|| telling(&summary).cloned());
    let charted = charted.map(|column| column.code).unwrap_or_default();
    let of_key = |key: &str| summary.sum.groups.keys().find(|heap| heap.key() == key).cloned();
    let within = form.choice("trong", of_key)?;
    html(&SummaryPage {
        within,
        groups: named(&page, &summary, grouping),
        may_print: viewer.may(Permission::ReportConsolidate, edition.place()),
        page: page.titled("reporting-summary"),
        form: Form::new().with("nhom", grouping.code()).with("bieu_do", charted.as_str()),
        charted,
        today: viewer.today,
        grouping,
        summary,
        slug,
    })
}

#[derive(Template)]
#[template(path = "reporting/figure.html")]
struct FigurePage {
    page: Page,
    slug: String,
    column: Column,
    summary: Summary,
    today: Date,
}

impl FigurePage {
    /// Who reported this figure, the greatest first.
    fn units(&self) -> Vec<(&UnitReport, String, Shown)> {
        let given = |unit: &UnitReport| unit.line.answer()?.given.figures.get(&self.column.code).copied();
        let shown = |unit: &UnitReport| words::of_report(&self.page, &unit.line, self.today);
        let units = self.summary.units.iter().filter_map(|unit| Some((unit, given(unit)?, shown(unit))));
        let mut units: Vec<_> = units.collect();
        units.sort_by_key(|(_, value, _)| std::cmp::Reverse(*value));
        units.into_iter().map(|(unit, value, shown)| (unit, many(&self.page, value), shown)).collect()
    }

    fn sum(&self) -> String {
        many(&self.page, self.summary.sum.top.approved.of(&self.column.code))
    }
}

/// One figure, down to the reports that it was added up from.
pub(super) async fn figure(
    State(house): State<House>,
    Path((slug, code)): Path<(String, String)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let (_, summary) = summed(&house, &viewer, &slug, Grouping::Unit, Permission::CampaignView).await?;
    let column = summary.columns.iter().find(|column| column.code == code).cloned().ok_or_else(Halt::not_found)?;
    let above = page.t("reporting-summary");
    html(&FigurePage {
        page: page.named(column.label.clone()).under(above, format!("/ky/{slug}/tong-hop")),
        today: viewer.today,
        column,
        summary,
        slug,
    })
}

#[derive(Template)]
#[template(path = "reporting/passages.html")]
struct PassagesPage {
    page: Page,
    summary: Summary,
}

impl PassagesPage {
    fn of(&self, heading: &str) -> Vec<&Passage> {
        self.summary.texts.iter().filter(|text| text.heading == heading).collect()
    }
}

fn value_of(passage: &Passage) -> String {
    format!("{} {}", passage.report, passage.heading)
}

pub(super) async fn passages(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let (_, summary) = summed(&house, &viewer, &slug, Grouping::Unit, Permission::ReportConsolidate).await?;
    let above = page.t("reporting-summary");
    let page = page.titled("reporting-passages").under(above, format!("/ky/{slug}/tong-hop"));
    html(&PassagesPage { page, summary })
}

pub(super) async fn choose(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["chosen", "seen"])?;
    let (edition, summary) = summed(&house, &viewer, &slug, Grouping::Unit, Permission::ReportConsolidate).await?;
    let chosen: BTreeSet<&str> = posted.form.values("chosen").into_iter().collect();
    // What came while the page stood open was not seen, and so not left out.
    let seen: BTreeSet<&str> = posted.form.values("seen").into_iter().collect();
    let out = |passage: &&Passage| {
        let value = value_of(passage);
        if seen.contains(value.as_str()) { !chosen.contains(value.as_str()) } else { passage.left_out }
    };
    let out: BTreeSet<(ReportId, String)> =
        summary.texts.iter().filter(out).map(|passage| (passage.report, passage.heading.clone())).collect();
    let id = edition.id;
    house.acts.perform(viewer.actor(), move |act| Box::pin(choose_passages(act, id, out.clone()))).await?;
    Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/tong-hop"), "reporting-passages-chosen"))
}
