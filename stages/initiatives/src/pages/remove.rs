//! Taking an initiative out, read back before.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_units::Unit;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use uuid::Uuid;

use super::{address, one_of, register_address, under_register, unit_kept};
use crate::operations::{Remove, remove};
use crate::store::KeptInitiative;

#[derive(Template)]
#[template(path = "initiatives/remove.html")]
struct RemovePage {
    page: Page,
    form: Form,
    unit: Unit,
    kept: KeptInitiative,
}

impl RemovePage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (unit, id): (UnitId, Uuid),
        form: Form,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let unit = unit_kept(&mut db, viewer, unit).await?;
        let kept = one_of(&mut db, unit.id, id).await?;
        let page = under_register(page, viewer, &unit).titled("initiatives-remove");
        Ok(Self { page, form, unit, kept })
    }

    fn back(&self) -> String {
        address(self.unit.id, self.kept.id)
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(at): Path<(UnitId, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&RemovePage::load(&house, &viewer, page, at, Form::new()).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((unit, id)): Path<(UnitId, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["seen"])?;
    let command = Remove { id, unit, seen: form.value("seen").parse().unwrap_or(0) };
    match house.acts.perform(viewer.actor(), move |act| Box::pin(remove(act, command))).await {
        Ok(()) => Ok(redirect_with_flash(&house.site, &register_address(unit), "initiatives-was-removed")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&RemovePage::load(&house, &viewer, page, (unit, id), form).await?)
        }
    }
}
