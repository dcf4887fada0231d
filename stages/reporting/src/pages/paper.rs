//! The report on paper: printed for signature and stamp, and the signed paper coming back.

use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{answer_pdf, serve_file};
use hoithi_journal::{Halt, Refused};
use hoithi_people::Viewer;
use hoithi_rules::ids::ReportId;
use hoithi_rules::people::Permission;
use hoithi_units::unit;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use uuid::Uuid;

use super::desk::{Desk, own_line};
use super::own::{ReportPage, Seat};
use super::{form, read};
use crate::forms::form_of;
use crate::known::{KnownFigures, Origins};
use crate::line::{ReportLine, pages_of};
use crate::operations::{AddFiles, add_files};
use crate::press::print_report;

pub(super) async fn own_pdf(
    State(house): State<House>,
    Extension(known): Extension<Arc<dyn KnownFigures>>,
    Extension(origins): Extension<Arc<dyn Origins>>,
    Path(origin): Path<Uuid>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let sources = (known.as_ref(), origins.as_ref());
    let desk = Desk::of_unit(&house, sources, &viewer, origin, Permission::SendingView).await?;
    printed(&house, &desk).await
}

/// The unit's own report, for signature and stamp.
pub(super) async fn printed(house: &House, desk: &Desk) -> Result<Response, Halt> {
    let answer = desk.line.answer().ok_or_else(Halt::not_found)?;
    let given = (&answer.given, answer.received);
    let occasion = Some(desk.line.occasion);
    let paper = print_report(house, &desk.edition, &desk.unit, &desk.form, given, occasion).await?;
    Ok(answer_pdf(paper, "bao-cao.pdf"))
}

/// The signed paper that was posted.
pub(super) fn paper_in(house: &House, desk: &Desk, posted: &mut Posted) -> Result<AddFiles, Halt> {
    let most = pages_of(&desk.form);
    Ok(AddFiles {
        request: desk.line.request.id,
        seen: posted.form.value("seen").parse().unwrap_or(0),
        files: form::signed_paper(house, posted, most)?,
        most: usize::try_from(most).unwrap_or(usize::MAX),
    })
}

/// The signed paper, scanned or photographed; the page it came from says what is wrong with it.
pub(super) async fn add(
    State(house): State<House>,
    Extension(known): Extension<Arc<dyn KnownFigures>>,
    Extension(origins): Extension<Arc<dyn Origins>>,
    Path(origin): Path<Uuid>,
    viewer: Viewer,
    page: Page,
    mut posted: Posted,
) -> Result<Response, Halt> {
    let sources = (known.as_ref(), origins.as_ref());
    let desk = Desk::of_unit(&house, sources, &viewer, origin, Permission::ReportSubmit).await?;
    posted.form.only(&["seen"])?;
    let added = match paper_in(&house, &desk, &mut posted) {
        Ok(command) => house.acts.perform(viewer.actor(), move |act| Box::pin(add_files(act, command.clone()))).await,
        Err(halt) => Err(halt),
    };
    match added {
        Ok(()) => Ok(redirect_with_flash(&house.site, &desk.address(), "reporting-paper-added")),
        Err(halt) => {
            let form = refused_paper(&page, &desk, halt)?;
            html(&ReportPage::of(page, desk, form, Seat::Unit, viewer.today))
        }
    }
}

/// What stands in the way of the signed paper, above the form as it is kept: the fields of the paper are
/// another form than the report's.
pub(super) fn refused_paper(page: &Page, desk: &Desk, halt: Halt) -> Result<Form, Halt> {
    let at_the_paper = |refused: Refused| match refused.field.as_deref() {
        Some("file") => Refused { field: Some("photo".to_owned()), ..refused },
        _ => refused,
    };
    let halt = match halt {
        Halt::Refused(refused) => Halt::Refused(refused.into_iter().map(at_the_paper).collect()),
        other => other,
    };
    let mut form = desk.filled();
    form.keep_refusals(page, halt)?;
    Ok(form)
}

pub(super) async fn own_file(
    State(house): State<House>,
    Path((origin, place)): Path<(Uuid, usize)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let line = own_line(&mut house.read().await?, &viewer, origin, Permission::SendingView).await?;
    served(&house, &line, place).await
}

pub(super) async fn pdf(
    State(house): State<House>,
    Path((slug, report)): Path<(String, ReportId)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (edition, line) = read::report_for(&mut db, &viewer, &slug, report, Permission::CampaignView).await?;
    let unit = unit(&mut db, line.request.unit).await?.ok_or_else(Halt::not_found)?;
    let form = form_of(&mut db, &line.form, &edition).await?;
    drop(db);
    let answer = line.answer().ok_or_else(Halt::not_found)?;
    let given = (&answer.given, answer.received);
    let paper = print_report(&house, &edition, &unit, &form, given, Some(line.occasion)).await?;
    Ok(answer_pdf(paper, "bao-cao.pdf"))
}

pub(super) async fn file(
    State(house): State<House>,
    Path((slug, report, place)): Path<(String, ReportId, usize)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let (_, line) =
        read::report_for(&mut house.read().await?, &viewer, &slug, report, Permission::CampaignView).await?;
    served(&house, &line, place).await
}

/// Files are counted from 1.
pub(super) async fn served(house: &House, line: &ReportLine, place: usize) -> Result<Response, Halt> {
    let kept = line.latest.as_ref().and_then(|latest| latest.kept.get(place.checked_sub(1)?));
    serve_file(house, &kept.ok_or_else(Halt::not_found)?.file).await
}
