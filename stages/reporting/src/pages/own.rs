//! A unit's report: by the unit, with what the system knows filled in, or entered by the agency.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::correspondence::Channel;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::Permission;
use hoithi_rules::reporting::{Given, Heading};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;
use uuid::Uuid;

use super::desk::Desk;
use super::form::{self, SectionShown};
use super::later::LaterLine;
use super::words::{self, Shown};
use crate::known::{KnownFigures, Origins};
use crate::line::pages_of;
use crate::operations::{save_draft, submit_report};

/// Whom the page is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Seat<'a> {
    Unit,
    Agency,
    /// Whoever holds a personal link that begins at this address.
    Link(&'a str),
}

#[derive(Template)]
#[template(path = "reporting/report.html")]
pub(super) struct ReportPage {
    page: Page,
    form: Form,
    desk: Desk,
    shown: Shown,
    action: String,
    sections: Vec<SectionShown>,
    /// The ways by which a report comes that the agency enters; empty on the unit's own form.
    ways: Vec<(String, String)>,
    by_link: bool,
    /// What was asked and said about a later day.
    later: Vec<LaterLine>,
}

impl ReportPage {
    pub(super) fn of(page: Page, desk: Desk, form: Form, seat: Seat<'_>, today: Date) -> Self {
        let ways = Channel::TOLD.iter().filter(|_| seat == Seat::Agency);
        let ways = ways.map(|way| (way.code().to_owned(), page.tcode("reporting-way-", way.code()))).collect();
        let (page, action) = match seat {
            Seat::Unit => (page.named(desk.form.name.clone()).under(desk.title.clone(), desk.letter()), desk.address()),
            Seat::Link(letter) => {
                let page = page.named(desk.form.name.clone()).under(desk.title.clone(), letter.to_owned());
                (page, format!("{letter}/bao-cao"))
            }
            Seat::Agency => {
                let board = page.t("reporting-board");
                let page = page.titled("reporting-receive").under(board, format!("/ky/{}/tien-do", desk.edition.slug));
                let action = format!("{}/bao-cao/{}", desk.unit_page(), desk.line.origin);
                (page.under(desk.unit.name.clone(), desk.unit_page()), action)
            }
        };
        Self {
            later: desk.later.lines(&page),
            shown: words::of_report(&page, &desk.line, today),
            sections: form::sections(&page, &desk.form, &form, (&desk.known, &desk.waiting)),
            ways,
            by_link: matches!(seat, Seat::Link(_)),
            action,
            form,
            desk,
            page,
        }
    }

    fn came(&self) -> String {
        words::came(&self.page, &self.desk.line)
    }

    fn yes_no(&self) -> Vec<(String, String)> {
        form::yes_no(&self.page)
    }

    fn headings(&self) -> &[Heading] {
        &self.desk.form.headings
    }

    const fn attachments(&self) -> u32 {
        self.desk.form.attachments
    }

    /// How many files the signed paper may have.
    fn signed_pages(&self) -> u32 {
        pages_of(&self.desk.form)
    }

    /// An approved report is locked, as is one of a closed period; what is asked no longer takes no answer.
    fn is_closed(&self) -> bool {
        self.desk.period_closed.is_some()
            || self.desk.line.why_closed().is_some()
            || self.desk.line.answer().is_some_and(hoithi_rules::reporting::Answer::is_approved)
    }

    /// The later day that is asked for and why.
    fn asks_later(&self) -> Option<String> {
        self.desk.later.asks(&self.page).filter(|_| !self.is_closed())
    }

    /// Whether the unit may ask for a later day here: nothing came, or what came is to be corrected.
    fn may_ask_later(&self) -> bool {
        self.own() && !self.is_closed() && !self.desk.later.waits() && !self.desk.line.request.is_reported()
    }

    fn may_withdraw_later(&self) -> bool {
        self.own() && !self.is_closed() && self.desk.later.waits()
    }

    fn later_is_wrong(&self) -> bool {
        self.form.error("later_to").is_some() || self.form.error("later_why").is_some()
    }

    /// Whether it is not approved before its signed paper is there.
    fn wants_paper(&self) -> bool {
        !self.desk.form.without_paper && !self.desk.line.has_paper() && !self.is_closed()
    }

    fn own(&self) -> bool {
        self.ways.is_empty()
    }

    /// Whether somebody has to say that doubtful figures are right.
    fn doubted(&self) -> bool {
        self.form.error(Given::SURE).is_some() || self.form.checked(Given::SURE, Given::YES)
    }

    /// The version that has a signed paper, which does not go along with the next one.
    fn signed_version(&self) -> Option<u32> {
        let line = &self.desk.line;
        line.has_scan().then(|| line.version())
    }

    /// Whether the signed paper was refused just now.
    fn paper_is_wrong(&self) -> bool {
        self.form.error("photo").is_some() || self.form.error("paper").is_some()
    }

    fn takes_more(&self) -> bool {
        let there = self.desk.line.latest.as_ref().map_or(0, |latest| latest.signed);
        there < usize::try_from(self.signed_pages()).unwrap_or(usize::MAX)
    }
}

type Known = Extension<Arc<dyn KnownFigures>>;
type Asked = Extension<Arc<dyn Origins>>;

pub(super) async fn show(
    State(house): State<House>,
    Extension(known): Known,
    Extension(origins): Asked,
    Path(origin): Path<Uuid>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let sources = (known.as_ref(), origins.as_ref());
    let desk = Desk::of_unit(&house, sources, &viewer, origin, Permission::ReportSubmit).await?;
    let form = desk.filled();
    html(&ReportPage::of(page, desk, form, Seat::Unit, viewer.today))
}

pub(super) async fn submit(
    State(house): State<House>,
    Extension(known): Known,
    Extension(origins): Asked,
    Path(origin): Path<Uuid>,
    viewer: Viewer,
    page: Page,
    mut posted: Posted,
) -> Result<Response, Halt> {
    let sources = (known.as_ref(), origins.as_ref());
    let desk = Desk::of_unit(&house, sources, &viewer, origin, Permission::ReportSubmit).await?;
    form::only(&desk.form, &posted.form)?;
    let flash = if posted.form.checked("step", "draft") { form::draft_kept(&posted) } else { "reporting-sent" };
    match taken(&house, &origins, &viewer, &desk, &mut posted, Seat::Unit).await {
        Ok(()) => Ok(redirect_with_flash(&house.site, &desk.address(), flash)),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&ReportPage::of(page, desk, form, Seat::Unit, viewer.today))
        }
    }
}

/// Keeps a draft, or takes the report.
async fn taken(
    house: &House,
    origins: &Arc<dyn Origins>,
    viewer: &Viewer,
    desk: &Desk,
    posted: &mut Posted,
    seat: Seat<'_>,
) -> Result<(), Halt> {
    let on_behalf = seat == Seat::Agency;
    if posted.form.checked("step", "draft") {
        let command = desk.draft_in(posted, on_behalf);
        return house.acts.perform(viewer.actor(), move |act| Box::pin(save_draft(act, command.clone()))).await;
    }
    let command = desk.report_in(house, posted, on_behalf)?;
    let origins = Arc::clone(origins);
    house
        .acts
        .perform(viewer.actor(), move |act| {
            let (command, origins) = (command.clone(), Arc::clone(&origins));
            Box::pin(async move { submit_report(act, command, origins.as_ref()).await })
        })
        .await
}

pub(super) async fn show_on_behalf(
    State(house): State<House>,
    Extension(known): Known,
    Extension(origins): Asked,
    Path((slug, unit, origin)): Path<(String, UnitId, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let sources = (known.as_ref(), origins.as_ref());
    let desk = Desk::of_agency(&house, sources, &viewer, (&slug, unit, origin)).await?;
    let form = desk.filled().with("received_on", hoithi_web::day(viewer.today)).with("how", Channel::Paper.code());
    html(&ReportPage::of(page, desk, form, Seat::Agency, viewer.today))
}

pub(super) async fn receive(
    State(house): State<House>,
    Extension(known): Known,
    Extension(origins): Asked,
    Path((slug, unit, origin)): Path<(String, UnitId, Uuid)>,
    viewer: Viewer,
    page: Page,
    mut posted: Posted,
) -> Result<Response, Halt> {
    let sources = (known.as_ref(), origins.as_ref());
    let desk = Desk::of_agency(&house, sources, &viewer, (&slug, unit, origin)).await?;
    form::only(&desk.form, &posted.form)?;
    let flash = if posted.form.checked("step", "draft") { form::draft_kept(&posted) } else { "reporting-received" };
    match taken(&house, &origins, &viewer, &desk, &mut posted, Seat::Agency).await {
        Ok(()) => Ok(redirect_with_flash(&house.site, &desk.unit_page(), flash)),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&ReportPage::of(page, desk, form, Seat::Agency, viewer.today))
        }
    }
}
