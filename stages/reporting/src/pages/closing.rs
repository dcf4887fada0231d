//! A period read back before it is closed over reports that are not approved.

use askama::Template;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::ReportId;
use hoithi_rules::people::Permission;
use hoithi_rules::refusal::Refusal;
use hoithi_rules::reporting::{Answer, LeafState, Period};
use hoithi_units::unit_names;
use hoithi_web::{Form, House, Page, html};
use jiff::civil::Date;

use super::edition_for;
use super::words::{self, Shown};
use crate::line::ReportLine;
use crate::refusal::ReportingRefusal;
use crate::store;

/// The most names that are read on one page.
const NAMED: usize = 60;

#[derive(Template)]
#[template(path = "reporting/period_close.html")]
struct ClosingPage {
    page: Page,
    form: Form,
    slug: String,
    period: Period,
    open: Vec<OpenReport>,
    /// How many of them the unit is to correct.
    returned: usize,
    missing: usize,
}

/// A report that is not approved.
struct OpenReport {
    report: ReportId,
    unit: String,
    shown: Shown,
}

impl ClosingPage {
    /// How many there are of which kind.
    fn says(&self) -> String {
        let waiting = self.open.len() - self.returned;
        let facts = [("waiting", waiting), ("returned", self.returned), ("missing", self.missing)];
        self.page.tx("reporting-closing-says", &facts.map(|(name, count)| (name, count.to_string())))
    }

    fn named(&self) -> &[OpenReport] {
        &self.open[..self.open.len().min(NAMED)]
    }

    fn unnamed(&self) -> usize {
        self.open.len() - self.named().len()
    }
}

/// Whether a period was not closed because of reports that whoever closes it was not told of.
pub(super) fn has_open(halt: &Halt) -> bool {
    let code = ReportingRefusal::PeriodHasOpen.code();
    matches!(halt, Halt::Refused(refused) if refused.iter().any(|each| each.code == code))
}

/// Names the reports, and asks. Who was asked already learns that there are others now.
pub(super) async fn show(
    house: &House,
    viewer: &Viewer,
    page: Page,
    (slug, last): (String, Date),
    (mut form, halt): (Form, Halt),
) -> Result<Response, Halt> {
    if form.given("told").is_some() {
        form.keep_refusals(&page, halt)?;
    }
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, viewer, &slug, Permission::ReportApprove).await?;
    let periods = store::periods(&mut db, edition.id).await?;
    let period = periods.into_iter().find(|period| period.last == last).ok_or_else(Halt::not_found)?;
    let (lines, names) = (store::reports_of(&mut db, edition.id).await?, unit_names(&mut db).await?);
    let missing = |line: &&ReportLine| !line.is_withdrawn() && line.leaf() == LeafState::Missing;
    let missing = lines.iter().filter(missing).filter(|line| period.holds(line.request.asked_by())).count();
    let open: Vec<&ReportLine> = lines.iter().filter(|line| line.is_open_in(&period)).collect();
    let returned = open.iter().filter(|line| line.answer().is_some_and(Answer::is_to_be_corrected)).count();
    let told = |line: &&ReportLine| OpenReport {
        report: line.request.id,
        unit: names.get(&line.request.unit).cloned().unwrap_or_default(),
        shown: words::of_report(&page, line, viewer.today),
    };
    let mut open: Vec<OpenReport> = open.iter().map(told).collect();
    open.sort_by_cached_key(|each| hoithi_web::fold(&each.unit));
    let title = page.t1("reporting-closing", "name", &period.name);
    let above = page.t("reporting-periods");
    let page = page.named(title).under(above, format!("/ky/{slug}/ky-bao-cao"));
    html(&ClosingPage { page, form, slug, period, open, returned, missing })
}
