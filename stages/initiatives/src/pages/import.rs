//! A workbook that comes in.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::ids::UnitId;
use hoithi_units::Unit;
use hoithi_web::imports::cells_of;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect};
use uuid::Uuid;

use super::{register_address, under_register, unit_kept};
use crate::imports::keep;
use crate::workbook::{self, COLUMNS, HEADS};

#[derive(Template)]
#[template(path = "initiatives/import.html")]
struct ImportPage {
    page: Page,
    form: Form,
    /// The unit's workbook as it is now.
    workbook: String,
    heads: [&'static str; 7],
}

impl ImportPage {
    fn new(page: Page, viewer: &Viewer, unit: &Unit, form: Form) -> Self {
        let page = under_register(page, viewer, unit).titled("initiatives-import");
        Self { page, form, workbook: format!("{}/bang-tinh", register_address(unit.id)), heads: HEADS }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<UnitId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let unit = unit_kept(&mut house.read().await?, &viewer, id).await?;
    html(&ImportPage::new(page, &viewer, &unit, Form::new()))
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<UnitId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let unit = unit_kept(&mut house.read().await?, &viewer, id).await?;
    match receive(&house, &viewer, id, &posted).await {
        Ok(import) => Ok(redirect(&format!("{}/nhap/{import}", register_address(id)))),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&ImportPage::new(page, &viewer, &unit, form))
        }
    }
}

async fn receive(house: &House, viewer: &Viewer, unit: UnitId, posted: &Posted) -> Result<Uuid, Halt> {
    let lines = workbook::lines(cells_of(posted, COLUMNS).await?).or_refuse()?;
    house.acts.perform(viewer.actor(), move |act| Box::pin(keep(act, unit, lines.clone()))).await
}
