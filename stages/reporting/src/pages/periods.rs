//! Periods of reporting: which are closed, closing the next, opening one again.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::people::Permission;
use hoithi_rules::reporting::{LeafState, Period, PeriodState};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::edition_for;
use crate::line::ReportLine;
use crate::operations::{PeriodStep, close_period, step_period};
use crate::refusal::ReportingRefusal;
use crate::store;

#[derive(Template)]
#[template(path = "reporting/periods.html")]
struct PeriodsPage {
    page: Page,
    form: Form,
    slug: String,
    periods: Vec<Period>,
    lines: Vec<ReportLine>,
}

impl PeriodsPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, slug: String, form: Form) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = edition_for(&mut db, viewer, &slug, Permission::ReportApprove).await?;
        let lines = store::reports_of(&mut db, edition.id).await?.into_iter().filter(|line| !line.is_withdrawn());
        let above = page.t("reporting-summary");
        let page = page.titled("reporting-periods").under(above, format!("/ky/{slug}/tong-hop"));
        Ok(Self { lines: lines.collect(), periods: store::periods(&mut db, edition.id).await?, page, form, slug })
    }

    fn days(&self, period: &Period) -> String {
        let last = self.page.day(period.last);
        match period.after {
            Some(after) => self.page.tx("reporting-period-between", &[("after", self.page.day(after)), ("last", last)]),
            None => self.page.t1("reporting-period-until", "last", last),
        }
    }

    fn says(&self, period: &Period) -> String {
        match &period.state {
            PeriodState::Closed { at } => self.page.t1("reporting-period-closed-at", "at", self.page.instant(*at)),
            PeriodState::Reopened { at, reason } => {
                let facts = [("at", self.page.instant(*at)), ("reason", reason.clone())];
                self.page.tx("reporting-period-reopened-at", &facts)
            }
        }
    }

    /// What is in it: approved, open, not come.
    fn counts(&self, period: &Period) -> String {
        let held = || self.lines.iter().filter(move |line| period.holds(line.request.due));
        let of = |state: LeafState| held().filter(|line| line.leaf() == state).count().to_string();
        let facts =
            [("approved", of(LeafState::Approved)), ("open", of(LeafState::Open)), ("missing", of(LeafState::Missing))];
        self.page.tx("reporting-period-counts", &facts)
    }

    fn address(&self, period: &Period) -> String {
        format!("/ky/{}/ky-bao-cao/{}", self.slug, period.last)
    }
}

pub(super) async fn list(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut shown = PeriodsPage::load(&house, &viewer, page, slug, Form::new()).await?;
    // The latest day that has passed and is in no period is what an officer closes next.
    let last = shown.periods.last().map(|period| period.last);
    let due = shown.lines.iter().map(|line| line.request.due);
    let next = due.filter(|due| *due < viewer.today && last.is_none_or(|last| last < *due)).max();
    shown.form = Form::new().with("last", next.map(hoithi_web::day).unwrap_or_default());
    html(&shown)
}

pub(super) async fn close(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["last"])?;
    let edition = edition_for(&mut house.read().await?, &viewer, &slug, Permission::ReportApprove).await?;
    match closed(&house, &viewer, &edition, &posted.form).await {
        Ok(()) => {
            Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/ky-bao-cao"), "reporting-period-now-closed"))
        }
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&PeriodsPage::load(&house, &viewer, page, slug, form).await?)
        }
    }
}

async fn closed(house: &House, viewer: &Viewer, edition: &Edition, form: &Form) -> Result<(), Halt> {
    let mut no = Refusals::new();
    let last = no.keep("last", parse_day(form.value("last")).ok_or(ReportingRefusal::Day));
    no.done()?;
    let last = last.ok_or_else(Halt::not_found)?;
    let of = edition.id;
    house.acts.perform(viewer.actor(), move |act| Box::pin(close_period(act, of, last))).await
}

#[derive(Template)]
#[template(path = "reporting/period.html")]
struct PeriodPage {
    page: Page,
    form: Form,
    slug: String,
    period: Period,
}

async fn one(
    house: &House,
    viewer: &Viewer,
    page: Page,
    (slug, last): (String, Date),
    form: Form,
) -> Result<PeriodPage, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, viewer, &slug, Permission::ReportApprove).await?;
    let found = store::periods(&mut db, edition.id).await?.into_iter().find(|period| period.last == last);
    let above = page.t("reporting-periods");
    let title = page.t1("reporting-period-until", "last", page.day(last));
    let page = page.named(title).under(above, format!("/ky/{slug}/ky-bao-cao"));
    Ok(PeriodPage { page, form, slug, period: found.ok_or_else(Halt::not_found)? })
}

/// The day in the address; another word is no page.
fn day_of(last: &str) -> Result<Date, Halt> {
    last.parse().map_err(|_| Halt::not_found())
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, last)): Path<(String, String)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&one(&house, &viewer, page, (slug, day_of(&last)?), Form::new()).await?)
}

pub(super) async fn step(
    State(house): State<House>,
    Path((slug, last)): Path<(String, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["step", "reason"])?;
    let last = day_of(&last)?;
    let of = edition_for(&mut house.read().await?, &viewer, &slug, Permission::ReportApprove).await?.id;
    let reason = form.raw("reason").to_owned();
    let step = form.choice("step", |word| match word {
        "reopen" => Some((PeriodStep::Reopen(reason.clone()), "reporting-period-now-open")),
        "close" => Some((PeriodStep::CloseAgain, "reporting-period-now-closed")),
        _ => None,
    })?;
    let (step, flash) = step.ok_or_else(Halt::not_found)?;
    let done = house.acts.perform(viewer.actor(), move |act| Box::pin(step_period(act, of, last, step.clone()))).await;
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/ky-bao-cao"), flash)),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&one(&house, &viewer, page, (slug, last), form).await?)
        }
    }
}
