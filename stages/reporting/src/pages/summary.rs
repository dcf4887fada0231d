//! The consolidated report on the screen.

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
use super::columns::{Cell, columns, used};
use super::leaf::Leaf;
use super::noticed::{Noticed, Only, noticed};
use super::words::{self, Shown, many};
use crate::choice::Grouping;
use crate::known::Origins;
use crate::summary::{Doubled, Heap, Passage, Sheet, Summary, UnitReport, sum_of};
use crate::upward::telling;

/// What an address may say of the page beside what is added up.
const NARROWED: [&str; 6] = ["bieu_do", "trong", "chi", "cot", "trang", "trang_nhom"];

/// So many texts under one heading are read on this page.
const VOICES: usize = 20;

#[derive(Template)]
#[template(path = "reporting/summary.html")]
struct SummaryPage {
    page: Page,
    form: Form,
    slug: String,
    chosen: Chosen,
    /// The columns that some unit filled.
    used: Vec<Column>,
    /// The groups of this page.
    groups: Vec<(String, Heap)>,
    groups_leaf: Leaf,
    /// The one group whose units are shown.
    within: Option<Heap>,
    /// The one kind of units that is shown.
    only: Option<Only>,
    /// The units of this page.
    units: Vec<UnitReport>,
    leaf: Leaf,
    /// Code of the figure that the chart shows.
    charted: String,
    may_consolidate: bool,
    today: Date,
    /// Whether the tables have the figures of folded parts too.
    wide: bool,
    /// The columns of the tables.
    columns: Vec<Column>,
}

impl SummaryPage {
    const fn summary(&self) -> &Summary {
        &self.chosen.summary
    }

    const fn top(&self) -> &GroupSum {
        &self.summary().sum.top
    }

    /// How many columns more the tables could have.
    fn more(&self) -> usize {
        self.used.len() - self.columns.len()
    }

    /// The address of the same tables with every column, or with those of the main parts.
    fn with_columns(&self, all: bool) -> String {
        let within = self.within.as_ref().map(|heap| format!("&trong={}", heap.key())).unwrap_or_default();
        let only = self.only.map(|only| format!("&chi={}", only.code())).unwrap_or_default();
        format!("{}{within}{only}{}#tong-hop", self.as_shown(), if all { "&cot=het" } else { "" })
    }

    fn approved(&self, column: &Column) -> String {
        added(&self.page, &self.top().approved, column)
    }

    /// What a sum is of, where that is not said by its name, what is not in it yet, and how many left it blank.
    fn note(&self, column: &Column) -> String {
        let (approved, open) = (&self.top().approved, &self.top().open);
        let said_yes = column.asked.then(|| self.page.t("reporting-says-yes"));
        let nothing = sum_of(approved, column).is_none().then(|| self.page.t("reporting-figure-nothing"));
        let open = sum_of(open, column).map(|_| added(&self.page, open, column));
        let open = open.map(|open| self.page.t1("reporting-figure-open", "value", open));
        let blank = Some(self.summary().blank(column, None)).filter(|blank| *blank > 0);
        let blank = blank.map(|blank| self.page.t1("reporting-figure-blank", "count", blank));
        [said_yes, nothing, open, blank].into_iter().flatten().collect::<Vec<_>>().join("; ")
    }

    /// What nobody wrote in a report that came.
    fn unwritten(&self) -> Vec<&Column> {
        if self.used.is_empty() { Vec::new() } else { self.summary().unwritten() }
    }

    fn cells(&self, unit: &UnitReport) -> Vec<Cell> {
        let figures = unit.line.answer().map(|answer| &answer.given.figures);
        let cell = |column: &Column| {
            let value = figures.and_then(|figures| figures.get(&column.code));
            let value = value.map_or_else(|| "–".to_owned(), |value| told(&self.page, column, *value));
            Cell { head: column.short.clone(), value, href: String::new() }
        };
        self.columns.iter().map(cell).collect()
    }

    fn group(&self, heap: &Heap) -> GroupSum {
        self.summary().sum.groups.get(heap).cloned().unwrap_or_default()
    }

    /// The sums of a group, or of all, each with the way to its reports.
    fn sums(&self, sums: &Sums, within: Option<&Heap>) -> Vec<Cell> {
        let within = within.map(|heap| format!("&trong={}", heap.key())).unwrap_or_default();
        let href = |column: &Column| {
            format!("/ky/{}/tong-hop/so-lieu/{}{}{within}", self.slug, column.code, self.chosen.query())
        };
        let cell = |column: &Column| Cell {
            head: column.short.clone(),
            value: added(&self.page, sums, column),
            href: sum_of(sums, column).map(|_| href(column)).unwrap_or_default(),
        };
        self.columns.iter().map(cell).collect()
    }

    fn group_cells(&self, heap: &Heap) -> Vec<Cell> {
        self.sums(&self.group(heap).approved, Some(heap))
    }

    fn sum_of_all(&self) -> Vec<Cell> {
        self.sums(&self.top().approved, None)
    }

    fn shown(&self, unit: &UnitReport) -> Shown {
        words::of_report(&self.page, &unit.line, self.today)
    }

    fn units_title(&self) -> String {
        let group = self.within.as_ref().map(|heap| heap_name(&self.page, heap));
        let kind = self.only.map(|only| self.page.tcode("reporting-only-", only.code()));
        match [group, kind].into_iter().flatten().collect::<Vec<_>>() {
            parts if parts.is_empty() => self.page.t("reporting-summary-table"),
            parts => self.page.t1("reporting-summary-table-of", "group", parts.join(", ")),
        }
    }

    /// Whether the table shows all units of the sums.
    const fn is_narrowed(&self) -> bool {
        self.within.is_some() || self.only.is_some()
    }

    /// What the foot of the table adds up.
    fn sum_word(&self) -> String {
        self.page.t(if self.leaf.is_one_of_many() { "reporting-sum-all" } else { "reporting-sum" })
    }

    /// What may be added up twice.
    fn doubled(&self) -> &[Doubled] {
        &self.summary().doubled
    }

    fn notices(&self) -> Vec<Noticed> {
        let here = format!("/ky/{}/tong-hop{}", self.slug, self.as_shown());
        noticed(&self.page, (&self.slug, &here), self.summary(), self.today)
    }

    /// What the units that are shown come to.
    fn sum_of_units(&self) -> Vec<Cell> {
        match &self.within {
            Some(heap) => self.group_cells(heap),
            None => self.sum_of_all(),
        }
    }

    fn answered(&self) -> String {
        let top = self.top();
        let facts = [
            ("answered", top.answered().to_string()),
            ("asked", top.asked.to_string()),
            ("approved", top.approved.reports.to_string()),
        ];
        let says = self.page.tx("reporting-answered-of", &facts);
        match top.returned {
            0 => says,
            returned => format!("{says} {}", self.page.t1("reporting-returned-of", "count", returned)),
        }
    }

    fn groupings(&self) -> Vec<(String, String)> {
        let word = |each: Grouping| (each.code().to_owned(), self.page.tcode("reporting-by-", each.code()));
        Grouping::ALL.into_iter().map(word).collect()
    }

    /// Figures that a chart can show.
    fn charts(&self) -> Vec<(String, String)> {
        let summed = self.used.iter().filter(|column| column.rolls_up && !column.asked);
        summed.map(|column| (column.code.clone(), column.label.clone())).collect()
    }

    fn as_shown(&self) -> String {
        as_shown(&self.chosen, &self.charted)
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

    fn said(&self, heading: &str) -> impl Iterator<Item = &Passage> {
        self.summary().texts.iter().filter(move |text| text.key.heading == heading && !text.left_out)
    }

    /// The first of what units wrote under a heading.
    fn voices(&self, heading: &str) -> Vec<&Passage> {
        self.said(heading).take(VOICES).collect()
    }

    /// How many are not shown.
    fn unvoiced(&self, heading: &str) -> usize {
        self.said(heading).skip(VOICES).count()
    }
}

/// The same sums with the same chart, in another address.
fn as_shown(chosen: &Chosen, charted: &str) -> String {
    format!("{}&bieu_do={charted}", chosen.query())
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
    let form = asked.only(&[&ASKED[..], &NARROWED].concat())?;
    let who = (&viewer, slug.as_str(), Permission::CampaignView);
    let chosen = Chosen::load(&house, origins.as_ref(), who, &page, &form).await?;
    let charted = chosen.figure(&form)?.or_else(|| telling(&chosen.summary).cloned());
    let charted = charted.map(|column| column.code).unwrap_or_default();
    let of_key = |key: &str| chosen.summary.sum.groups.keys().find(|heap| heap.key() == key).cloned();
    let within = form.choice("trong", of_key)?;
    let only = form.choice("chi", Only::from_code)?;
    let wide = form.choice("cot", |word| (word == "het").then_some(()))?.is_some();
    let filled = Form::new()
        .with("lan", chosen.choice.span.code())
        .with("bieu", chosen.summary.form.as_ref().map(Sheet::code).unwrap_or_default())
        .with("nhom", chosen.choice.grouping.code())
        .with("bieu_do", charted.as_str());
    let shown = format!("/ky/{slug}/tong-hop{}&", as_shown(&chosen, &charted));
    let (groups_leaf, groups) = Leaf::of(&page, chosen.groups(&page), (&form, "trang_nhom"), &shown);
    let all: Vec<&UnitReport> =
        only.map_or_else(|| chosen.summary.units.iter().collect(), |only| only.of(&chosen.summary));
    let in_group = |unit: &&UnitReport| within.as_ref().is_none_or(|heap| unit.heap == *heap);
    let units: Vec<&UnitReport> = all.into_iter().filter(in_group).collect();
    let narrowed = ["trong", "chi", "cot"].map(|field| form.given(field).map(|value| format!("{field}={value}&")));
    let here = narrowed.into_iter().flatten().fold(shown, |here, part| here + &part);
    let (leaf, units) = Leaf::of(&page, units, (&form, "trang"), &here);
    let used = used(&chosen.summary);
    html(&SummaryPage {
        units: units.into_iter().cloned().collect(),
        columns: columns(&chosen.summary, &used, wide),
        used,
        wide,
        may_consolidate: viewer.may(Permission::ReportConsolidate, chosen.edition.place()),
        page: page.titled("reporting-summary"),
        form: filled,
        today: viewer.today,
        leaf,
        groups,
        groups_leaf,
        within,
        only,
        charted,
        chosen,
        slug,
    })
}
