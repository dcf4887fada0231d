//! The unit's report by a link: the form, the print for signature, the signed paper.

use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_reporting::{KnownFigures, LinkedReport, Origins, Written};
use hoithi_web::{House, Page, Path, Posted, redirect, redirect_with_flash};

use super::{Holder, Opened, private};
use crate::links::{ReportByLink, report_by_link};

type Known = Extension<Arc<dyn KnownFigures>>;
type Asked = Extension<Arc<dyn Origins>>;

async fn report_of(
    house: &House,
    sources: (&dyn KnownFigures, &dyn Origins),
    opened: &Opened,
) -> Result<LinkedReport, Halt> {
    LinkedReport::load(house, sources, opened.link.sending.uuid(), (opened.address(), opened.today)).await
}

/// Takes what was written, by the link.
async fn take(house: &House, origins: &Arc<dyn Origins>, opened: &Opened, written: Written) -> Result<(), Halt> {
    let (origins, command) = (Arc::clone(origins), ReportByLink { token: opened.token.clone(), written });
    house
        .acts
        .perform(opened.actor(), move |act| {
            let (command, origins) = (command.clone(), Arc::clone(&origins));
            Box::pin(async move { report_by_link(act, command, origins.as_ref()).await })
        })
        .await
}

pub(in crate::pages) async fn show(
    State(house): State<House>,
    Extension(known): Known,
    Extension(origins): Asked,
    Holder(opened): Holder,
    page: Page,
) -> Result<Response, Halt> {
    if !opened.is_confirmed() {
        return Ok(private(redirect(&opened.address())));
    }
    let report = report_of(&house, (known.as_ref(), origins.as_ref()), &opened).await?;
    Ok(private(report.show(page)?))
}

pub(in crate::pages) async fn submit(
    State(house): State<House>,
    Extension(known): Known,
    Extension(origins): Asked,
    Holder(opened): Holder,
    page: Page,
    mut posted: Posted,
) -> Result<Response, Halt> {
    let report = report_of(&house, (known.as_ref(), origins.as_ref()), &opened).await?;
    report.only(&posted.form)?;
    let taken = match report.written(&house, &mut posted) {
        Ok(written) => {
            let says = written.says();
            take(&house, &origins, &opened, written).await.map(|()| says)
        }
        Err(halt) => Err(halt),
    };
    match taken {
        Ok(says) => Ok(private(redirect_with_flash(&house.site, &report.address(), says))),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            Ok(private(report.show_with(page, form)?))
        }
    }
}

/// The signed paper, scanned or photographed.
pub(in crate::pages) async fn add_paper(
    State(house): State<House>,
    Extension(known): Known,
    Extension(origins): Asked,
    Holder(opened): Holder,
    page: Page,
    mut posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["seen"])?;
    let report = report_of(&house, (known.as_ref(), origins.as_ref()), &opened).await?;
    let taken = match report.paper(&house, &mut posted) {
        Ok(written) => {
            let says = written.says();
            take(&house, &origins, &opened, written).await.map(|()| says)
        }
        Err(halt) => Err(halt),
    };
    match taken {
        Ok(says) => Ok(private(redirect_with_flash(&house.site, &report.address(), says))),
        Err(halt) => Ok(private(report.refuse_paper(page, halt)?)),
    }
}

/// A later day: asked for, or asked no longer.
pub(in crate::pages) async fn later(
    State(house): State<House>,
    Extension(known): Known,
    Extension(origins): Asked,
    Holder(opened): Holder,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["later_to", "later_why", "later"])?;
    let report = report_of(&house, (known.as_ref(), origins.as_ref()), &opened).await?;
    let taken = match report.later(&posted.form) {
        Ok(written) => {
            let says = written.says();
            take(&house, &origins, &opened, written).await.map(|()| says)
        }
        Err(halt) => Err(halt),
    };
    match taken {
        Ok(says) => Ok(private(redirect_with_flash(&house.site, &report.address(), says))),
        Err(halt) => Ok(private(report.refuse_later(page, &posted.form, halt)?)),
    }
}

pub(in crate::pages) async fn pdf(
    State(house): State<House>,
    Extension(known): Known,
    Extension(origins): Asked,
    Holder(opened): Holder,
) -> Result<Response, Halt> {
    let report = report_of(&house, (known.as_ref(), origins.as_ref()), &opened).await?;
    Ok(private(report.printed(&house).await?))
}

pub(in crate::pages) async fn file(
    State(house): State<House>,
    Extension(known): Known,
    Extension(origins): Asked,
    Holder(opened): Holder,
    Path((_, place)): Path<(String, usize)>,
) -> Result<Response, Halt> {
    let report = report_of(&house, (known.as_ref(), origins.as_ref()), &opened).await?;
    Ok(private(report.file(&house, place).await?))
}
