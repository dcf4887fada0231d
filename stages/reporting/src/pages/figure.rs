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
use super::words::{self, Shown, many};
use crate::known::Origins;
use crate::summary::UnitReport;

#[derive(Template)]
#[template(path = "reporting/figure.html")]
struct FigurePage {
    page: Page,
    slug: String,
    column: Column,
    chosen: Chosen,
    today: Date,
}

impl FigurePage {
    /// Who reported this figure, the greatest first.
    fn units(&self) -> Vec<(&UnitReport, String, Shown)> {
        let given = |unit: &UnitReport| unit.line.answer()?.given.figures.get(&self.column.code).copied();
        let shown = |unit: &UnitReport| words::of_report(&self.page, &unit.line, self.today);
        let units = self.chosen.summary.units.iter().filter_map(|unit| Some((unit, given(unit)?, shown(unit))));
        let mut units: Vec<_> = units.collect();
        units.sort_by_key(|(_, value, _)| Reverse(*value));
        units.into_iter().map(|(unit, value, shown)| (unit, told(&self.page, &self.column, value), shown)).collect()
    }

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
    let form = asked.only(&ASKED)?;
    let who = (&viewer, slug.as_str(), Permission::CampaignView);
    let chosen = Chosen::load(&house, origins.as_ref(), who, &page, &form).await?;
    let column = chosen.summary.columns.iter().find(|column| column.code == code).cloned();
    let column = column.ok_or_else(Halt::not_found)?;
    let above = page.t("reporting-summary");
    html(&FigurePage {
        page: page.named(column.label.clone()).under(above, format!("/ky/{slug}/tong-hop{}", chosen.query())),
        today: viewer.today,
        column,
        chosen,
        slug,
    })
}
