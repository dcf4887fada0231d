//! The consolidated report on the screen and as a PDF.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::answer_pdf;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::campaign::Figures;
use hoithi_rules::people::Permission;
use hoithi_web::{House, Page, Path, html};
use jiff::civil::Date;

use super::edition_for;
use crate::press::print_summary;
use crate::summary::{Summary, summary};

#[derive(Template)]
#[template(path = "campaign/summary.html")]
struct SummaryPage {
    page: Page,
    slug: String,
    summary: Summary,
    may_print: bool,
    today: Date,
}

impl SummaryPage {
    fn totals(&self) -> Vec<(String, String)> {
        let totals = self.summary.sum.totals;
        let figures = [
            ("documents_issued", totals.documents_issued),
            ("publicity_items", totals.publicity_items),
            ("people_reached", totals.people_reached),
            ("entries_mobilised", totals.entries_mobilised),
            ("local_entries", totals.local_entries),
            ("local_forwarded", totals.local_forwarded),
            ("initiatives", totals.initiatives),
            ("commendations", totals.commendations),
        ];
        figures.map(|(code, value)| (self.page.tcode("campaign-figure-", code), self.number(value))).into()
    }

    fn number(&self, value: u64) -> String {
        self.page.number(i64::try_from(value).unwrap_or(i64::MAX))
    }

    fn cells(&self, figures: &Figures) -> Vec<String> {
        cells(figures, |value| self.number(value))
    }

    fn heads(&self) -> Vec<String> {
        let codes = [
            "documents_issued",
            "publicity_items",
            "people_reached",
            "entries_mobilised",
            "local_entries",
            "local_forwarded",
            "initiatives",
            "commendations",
        ];
        codes.map(|code| self.page.tcode("campaign-column-", code)).into()
    }

    fn voices(&self, heading: &str) -> Vec<(String, String)> {
        let said = self.summary.units.iter().filter_map(|unit| {
            let report = &unit.line.answer()?.report;
            let words = if heading == "difficulties" { &report.difficulties } else { &report.proposals };
            (!words.is_empty()).then(|| (unit.name.clone(), words.clone()))
        });
        said.collect()
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
                self.page.tx("campaign-missing-units-yet", &[count, ("day", self.page.day(due))])
            }
            _ => self.page.tx("campaign-missing-units", &[count]),
        }
    }

    fn missing_tone(&self) -> &'static str {
        if self.overdue() { "stop" } else { "info" }
    }

    fn answered(&self) -> String {
        let sum = &self.summary.sum;
        self.page
            .tx("campaign-answered-of", &[("answered", sum.answered.to_string()), ("asked", sum.asked.to_string())])
    }
}

/// A unit's figures in the order of the form, each as its reader writes numbers; a dash where no local
/// contest was held.
pub(crate) fn cells(figures: &Figures, shown: impl Fn(u64) -> String) -> Vec<String> {
    let local = |value: Option<u32>| value.map_or_else(|| "–".to_owned(), |value| shown(value.into()));
    vec![
        shown(figures.documents_issued.into()),
        shown(figures.publicity_items.into()),
        shown(figures.people_reached.into()),
        shown(figures.entries_mobilised.into()),
        local(figures.local_contest.map(|contest| contest.entries)),
        local(figures.local_contest.map(|contest| contest.forwarded)),
        shown(figures.initiatives.into()),
        shown(figures.commendations.into()),
    ]
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CampaignView).await?;
    html(&SummaryPage {
        summary: summary(&mut db, edition.id).await?,
        may_print: viewer.may(Permission::ReportConsolidate, edition.place()),
        page: page.titled("campaign-summary"),
        today: viewer.today,
        slug,
    })
}

pub(super) async fn pdf(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::ReportConsolidate).await?;
    let summary = summary(&mut db, edition.id).await?;
    drop(db);
    Ok(answer_pdf(print_summary(&house, &edition, &summary).await?, "bao-cao-tong-hop.pdf"))
}
