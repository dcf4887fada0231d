//! Periods of reporting: by name, closed or open, what was done with each.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer, account};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::ReportId;
use hoithi_rules::people::Permission;
use hoithi_rules::reporting::{LeafState, Period, PeriodRefusal, PeriodState};
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::{closing, edition_for};
use crate::line::ReportLine;
use crate::operations::{PeriodStep, begin_period, step_period};
use crate::refusal::ReportingRefusal;
use crate::store::{self, PeriodDone};

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

    fn says(&self, period: &Period) -> String {
        match &period.state {
            PeriodState::Open => String::new(),
            PeriodState::Closed { at } => self.page.t1("reporting-period-closed-at", "at", self.page.instant(*at)),
            PeriodState::Reopened { at, reason } => {
                let facts = [("at", self.page.instant(*at)), ("reason", reason.clone())];
                self.page.tx("reporting-period-reopened-at", &facts)
            }
        }
    }

    /// What is in it: approved, open, not come.
    fn counts(&self, period: &Period) -> String {
        let held = || self.lines.iter().filter(move |line| period.holds(line.request.asked_by()));
        let of = |wanted: fn(LeafState) -> bool| held().filter(|line| wanted(line.leaf())).count().to_string();
        let facts = [
            ("approved", of(|leaf| leaf == LeafState::Approved)),
            ("open", of(LeafState::is_open)),
            ("missing", of(|leaf| leaf == LeafState::Missing)),
        ];
        self.page.tx("reporting-period-counts", &facts)
    }

    fn days(&self, period: &Period) -> String {
        days(&self.page, period)
    }

    /// The word of its state and its shape.
    fn stands(&self, period: &Period) -> (String, &'static str) {
        match period.state {
            PeriodState::Open => (self.page.t("reporting-period-open"), "doing"),
            PeriodState::Closed { .. } => (self.page.t("reporting-period-closed"), "lock"),
            PeriodState::Reopened { .. } => (self.page.t("reporting-period-reopened"), "warn"),
        }
    }

    fn address(&self, period: &Period) -> String {
        format!("/ky/{}/ky-bao-cao/{}", self.slug, period.last)
    }
}

/// From when to when.
fn days(page: &Page, period: &Period) -> String {
    let last = page.day(period.last);
    match period.after {
        Some(after) => page.tx("reporting-period-between", &[("after", page.day(after)), ("last", last)]),
        None => page.t1("reporting-period-until", "last", last),
    }
}

pub(super) async fn list(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut shown = PeriodsPage::load(&house, &viewer, page, slug, Form::new()).await?;
    // The next day by which reports are asked for and that is in no period is what an officer names next.
    let last = shown.periods.last().map(|period| period.last);
    let due = shown.lines.iter().map(|line| line.request.asked_by());
    let next = due.filter(|due| last.is_none_or(|last| last < *due)).min();
    shown.form = Form::new().with("last", next.map(hoithi_web::day).unwrap_or_default());
    html(&shown)
}

pub(super) async fn begin(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["name", "last"])?;
    let edition = edition_for(&mut house.read().await?, &viewer, &slug, Permission::ReportApprove).await?;
    match begun(&house, &viewer, &edition, &posted.form).await {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/ky-bao-cao"), "reporting-period-now-begun")),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&PeriodsPage::load(&house, &viewer, page, slug, form).await?)
        }
    }
}

async fn begun(house: &House, viewer: &Viewer, edition: &Edition, form: &Form) -> Result<(), Halt> {
    let mut no = Refusals::new();
    let name = form.given("name").ok_or(PeriodRefusal::NameMissing);
    no.keep("name", name);
    let wrong = if form.given("last").is_some() { ReportingRefusal::Day } else { ReportingRefusal::DayMissing };
    let last = no.keep("last", parse_day(form.value("last")).ok_or(wrong));
    no.done()?;
    let last = last.ok_or_else(Halt::not_found)?;
    let (of, name) = (edition.id, form.value("name").to_owned());
    house.acts.perform(viewer.actor(), move |act| Box::pin(begin_period(act, of, name.clone(), last))).await
}

#[derive(Template)]
#[template(path = "reporting/period.html")]
struct PeriodPage {
    page: Page,
    form: Form,
    slug: String,
    period: Period,
    /// Whether it may be taken away.
    may_go: bool,
    today: Date,
    done: Vec<(PeriodDone, String)>,
}

impl PeriodPage {
    fn days(&self) -> String {
        days(&self.page, &self.period)
    }

    /// Nobody is shut out before their day is over.
    fn is_over(&self) -> bool {
        self.period.last < self.today
    }
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
    let periods = store::periods(&mut db, edition.id).await?;
    let period = periods.iter().find(|period| period.last == last).cloned().ok_or_else(Halt::not_found)?;
    let above = page.t("reporting-periods");
    let steps = store::period_steps(&mut db, edition.id, last).await?;
    Ok(PeriodPage {
        page: page.named(period.name.clone()).under(above, format!("/ky/{slug}/ky-bao-cao")),
        may_go: period.may_go(&periods).is_ok(),
        done: done(&mut db, steps).await?,
        today: viewer.today,
        form,
        slug,
        period,
    })
}

/// What was done with a period, each with the name of whoever did it.
async fn done(db: &mut Conn, steps: Vec<PeriodDone>) -> Result<Vec<(PeriodDone, String)>, Halt> {
    let mut named = Vec::new();
    for step in steps {
        let who = match step.by {
            Some(id) => account(db, id).await?.map(|known| known.name.to_string()).unwrap_or_default(),
            None => String::new(),
        };
        named.push((step, who));
    }
    Ok(named)
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
    let last = day_of(&last)?;
    html(&one(&house, &viewer, page, (slug, last), Form::new()).await?)
}

pub(super) async fn step(
    State(house): State<House>,
    Path((slug, last)): Path<(String, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["step", "reason", "told"])?;
    let last = day_of(&last)?;
    let of = edition_for(&mut house.read().await?, &viewer, &slug, Permission::ReportApprove).await?.id;
    let reason = form.raw("reason").to_owned();
    let told: BTreeSet<ReportId> = form.values("told").into_iter().filter_map(|id| id.parse().ok()).collect();
    let step = form.choice("step", |word| match word {
        "reopen" => Some((PeriodStep::Reopen(reason.clone()), "reporting-period-now-open")),
        "close" => Some((PeriodStep::Close(told), "reporting-period-now-closed")),
        "remove" => Some((PeriodStep::Remove, "reporting-period-now-removed")),
        _ => None,
    })?;
    let (step, flash) = step.ok_or_else(Halt::not_found)?;
    let done = house.acts.perform(viewer.actor(), move |act| Box::pin(step_period(act, of, last, step.clone()))).await;
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/ky-bao-cao"), flash)),
        Err(halt) if closing::has_open(&halt) => closing::show(&house, &viewer, page, (slug, last), (form, halt)).await,
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&one(&house, &viewer, page, (slug, last), form).await?)
        }
    }
}
