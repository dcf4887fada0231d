//! One figure of the sums, down to the reports that it was added up from.

use std::cmp::Reverse;
use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_rules::reporting::{Answer, Column, Sums};
use hoithi_web::{Asked, House, Page, Path, html};
use jiff::civil::Date;

use super::chosen::{ASKED, Chosen, heap_name, told};
use super::leaf::Leaf;
use super::words::{self, Shown, many};
use crate::known::Origins;
use crate::summary::{Heap, UnitReport, sum_of};

#[derive(Template)]
#[template(path = "reporting/figure.html")]
struct FigurePage {
    page: Page,
    column: Column,
    chosen: Chosen,
    /// The group of which these units are, where the sums are put together by groups.
    within: Option<Heap>,
    units: Vec<UnitShown>,
    leaf: Leaf,
}

/// A unit with its figure.
struct UnitShown {
    name: String,
    href: String,
    value: String,
    shown: Shown,
    /// Whether its figure is in the sum.
    counts: bool,
}

/// Who reported: first whose figure is in the sum, then the others; of each the greatest figure first. A figure
/// that is not added up has all of them in one list.
fn units(page: &Page, slug: &str, (reports, column): (Vec<&UnitReport>, &Column), today: Date) -> Vec<UnitShown> {
    let given = |unit: &UnitReport| Some(unit.line.answer()?.given.figures.get(&column.code).copied());
    let mut came: Vec<_> = reports.into_iter().filter_map(|unit| Some((unit, given(unit)?))).collect();
    if came.iter().all(|(_, value)| value.is_none()) {
        return Vec::new();
    }
    let approved = |unit: &UnitReport| unit.line.answer().is_some_and(Answer::is_approved);
    let counts = |unit: &UnitReport, value: Option<u64>| !column.rolls_up || (value.is_some() && approved(unit));
    came.sort_by_key(|&(unit, value)| (!counts(unit, value), Reverse(value)));
    let shown = |(unit, value): (&UnitReport, Option<u64>)| UnitShown {
        name: unit.name.clone(),
        href: format!("/ky/{slug}/bao-cao/{}", unit.line.request.id),
        value: value.map_or_else(|| "–".to_owned(), |value| told(page, column, value)),
        shown: words::of_report(page, &unit.line, today),
        counts: counts(unit, value),
    };
    came.into_iter().map(shown).collect()
}

impl FigurePage {
    /// What it comes to, in a sentence.
    fn says(&self) -> String {
        let sums = self.approved();
        match sum_of(sums, &self.column) {
            _ if !self.column.rolls_up => self.page.t("reporting-figure-not-summed"),
            None => self.page.t("reporting-figure-none"),
            Some(added) if self.column.asked => {
                let facts = [("yes", many(&self.page, added.sum)), ("answered", added.reports.to_string())];
                self.page.tx("reporting-figure-yes", &facts)
            }
            Some(added) => self.page.t1("reporting-figure-sum", "value", many(&self.page, added.sum)),
        }
    }

    fn approved(&self) -> &Sums {
        let sum = &self.chosen.summary.sum;
        let group = self.within.as_ref().and_then(|heap| sum.groups.get(heap));
        &group.unwrap_or(&sum.top).approved
    }

    /// In how many approved reports it is blank; empty where it is in none.
    fn blank(&self) -> String {
        match self.chosen.summary.blank(&self.column, self.within.as_ref()) {
            0 => String::new(),
            blank => self.page.t1("reporting-figure-blank-in", "count", blank),
        }
    }

    /// The reports that make the sum, and below them those that came and are not in it.
    fn lists(&self) -> Vec<(String, Vec<&UnitShown>)> {
        let (counted, apart): (Vec<_>, Vec<_>) = self.units.iter().partition(|unit| unit.counts);
        let summed = if self.column.rolls_up { "reporting-figure-counted" } else { "reporting-summary-table" };
        let lists = [(summed, counted), ("reporting-figure-apart", apart)];
        lists.into_iter().filter(|(_, units)| !units.is_empty()).map(|(key, units)| (self.page.t(key), units)).collect()
    }

    fn group(&self) -> Option<String> {
        self.within.as_ref().map(|heap| heap_name(&self.page, heap))
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(origins): Extension<Arc<dyn Origins>>,
    Path((slug, code)): Path<(String, String)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&[&ASKED[..], &["trang", "trong"]].concat())?;
    let who = (&viewer, slug.as_str(), Permission::CampaignView);
    let chosen = Chosen::load(&house, origins.as_ref(), who, &page, &form).await?;
    let column = chosen.summary.columns.iter().find(|column| column.code == code).cloned();
    let column = column.ok_or_else(Halt::not_found)?;
    let above = page.t("reporting-summary");
    let of_key = |key: &str| chosen.summary.sum.groups.keys().find(|heap| heap.key() == key).cloned();
    let within = form.choice("trong", of_key)?;
    let in_group = |unit: &&UnitReport| within.as_ref().is_none_or(|heap| unit.heap == *heap);
    let reports = chosen.summary.units.iter().filter(in_group).collect();
    let units = units(&page, &slug, (reports, &column), viewer.today);
    let narrowed = within.as_ref().map(|heap| format!("trong={}&", heap.key())).unwrap_or_default();
    let here = format!("/ky/{slug}/tong-hop/so-lieu/{code}{}&{narrowed}", chosen.query());
    let (leaf, units) = Leaf::of(&page, units, (&form, "trang"), &here);
    html(&FigurePage {
        page: page.named(column.label.clone()).under(above, format!("/ky/{slug}/tong-hop{}", chosen.query())),
        within,
        units,
        leaf,
        column,
        chosen,
    })
}
