//! The one step from an initiative to a draft.

use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_web::{House, Page, Path, Posted, redirect_with_flash};
use uuid::Uuid;

use super::{one, unit_kept};
use crate::entering::{Enter, enter};
use crate::fault::RegisterRefusal;

pub(super) async fn send(
    State(house): State<House>,
    Path((unit, id)): Path<(UnitId, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["edition"])?;
    unit_kept(&mut house.read().await?, &viewer, unit).await?;
    let chosen = form.value("edition").parse::<EditionId>().map_err(|_| RegisterRefusal::NoEdition).or_refuse();
    let entered = match chosen {
        Ok(edition) => {
            let command = Enter { id, unit, edition };
            house.acts.perform(viewer.actor(), move |act| Box::pin(enter(act, command))).await
        }
        Err(halt) => Err(halt),
    };
    match entered {
        Ok(entry) => Ok(redirect_with_flash(&house.site, &format!("/lap-ho-so/{entry}"), "initiatives-was-entered")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            one::respond(&house, &viewer, page, (unit, id), form).await
        }
    }
}
