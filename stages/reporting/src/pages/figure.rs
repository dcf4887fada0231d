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
use hoithi_rules::reporting::Column;
use hoithi_web::{Asked, House, Page, Path, html};
use jiff::civil::Date;

use super::chosen::{ASKED, Chosen, told};
use super::leaf::Leaf;
use super::words::{self, Shown, many};
use crate::known::Origins;
use crate::summary::UnitReport;

#[derive(Template)]
#[template(path = "reporting/figure.html")]
struct FigurePage {
    page: Page,
    column: Column,
    chosen: Chosen,
    units: Vec<UnitShown>,
    leaf: Leaf,
}

/// A unit with its figure.
struct UnitShown {
    name: String,
    href: String,
    value: String,
    shown: Shown,
}

/// Who reported a figure, the greatest first.
fn units(page: &Page, slug: &str, (chosen, column): (&Chosen, &Column), today: Date) -> Vec<UnitShown> {
    let given = |unit: &UnitReport| unit.line.answer()?.given.figures.get(&column.code).copied();
    let having = chosen.summary.units.iter().filter_map(|unit| Some((unit, given(unit)?)));
    let mut having: Vec<_> = having.collect();
    having.sort_by_key(|(_, value)| Reverse(*value));
    let shown = |(unit, value): (&UnitReport, u64)| UnitShown {
        name: unit.name.clone(),
        href: format!("/ky/{slug}/bao-cao/{}", unit.line.request.id),
        value: told(page, column, value),
        shown: words::of_report(page, &unit.line, today),
    };
    having.into_iter().map(shown).collect()
}

impl FigurePage {
    /// What it comes to, in a sentence.
    fn says(&self) -> String {
        let (sums, code) = (&self.chosen.summary.sum.top.approved, self.column.code.as_str());
        let value = many(&self.page, sums.of(code));
        match (self.column.rolls_up, self.column.asked) {
            (false, _) => self.page.t("reporting-figure-not-summed"),
            (true, false) => self.page.t1("reporting-figure-sum", "value", value),
            (true, true) => {
                let facts = [("yes", value), ("answered", sums.having(code).to_string())];
                self.page.tx("reporting-figure-yes", &facts)
            }
        }
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
    let form = asked.only(&[&ASKED[..], &["trang"]].concat())?;
    let who = (&viewer, slug.as_str(), Permission::CampaignView);
    let chosen = Chosen::load(&house, origins.as_ref(), who, &page, &form).await?;
    let column = chosen.summary.columns.iter().find(|column| column.code == code).cloned();
    let column = column.ok_or_else(Halt::not_found)?;
    let above = page.t("reporting-summary");
    let units = units(&page, &slug, (&chosen, &column), viewer.today);
    let here = format!("/ky/{slug}/tong-hop/so-lieu/{code}{}&", chosen.query());
    let (leaf, units) = Leaf::of(&page, units, (&form, "trang"), &here);
    html(&FigurePage {
        page: page.named(column.label.clone()).under(above, format!("/ky/{slug}/tong-hop{}", chosen.query())),
        units,
        leaf,
        column,
        chosen,
    })
}
