//! Somebody of a unit that has ended goes on at a unit that came after it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::ids::{ContactId, UnitId};
use hoithi_store::Conn;
use hoithi_units::{Unit, successors};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::edit::{address, contact_for};
use crate::contact::Contact;
use crate::fault::ContactFault;
use crate::operations::{CarryOver, carry_over};

#[derive(Template)]
#[template(path = "contacts/carry.html")]
struct CarryPage {
    page: Page,
    form: Form,
    contact: Contact,
    unit: Unit,
    successors: Vec<(String, String)>,
}

impl CarryPage {
    async fn load(db: &mut Conn, (page, viewer): (Page, &Viewer), id: ContactId, form: Form) -> Result<Self, Halt> {
        let (contact, unit) = contact_for(db, viewer, id).await?;
        let after = successors(db, unit.id).await?;
        let directory = page.t("contacts-directory");
        let page = page.titled("contacts-carry").under(directory, super::DIRECTORY);
        Ok(Self {
            page: page.under(unit.name.clone(), address(unit.id)),
            successors: after.into_iter().map(|link| (link.unit.id.to_string(), link.unit.name)).collect(),
            form,
            contact,
            unit,
        })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<ContactId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut shown = CarryPage::load(&mut house.read().await?, (page, &viewer), id, Form::new()).await?;
    shown.form = shown.form.with("seen", shown.contact.version);
    html(&shown)
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<ContactId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["unit", "seen"])?;
    let to = form.value("unit").parse::<UnitId>().map_err(|_| ContactFault::NoSuccessor).or_refuse();
    let carried = match to {
        Ok(to) => {
            let command = CarryOver { contact: id, seen: form.value("seen").parse().unwrap_or(0), to };
            house.acts.perform(viewer.actor(), move |act| Box::pin(carry_over(act, command))).await.map(|_| to)
        }
        Err(halt) => Err(halt),
    };
    match carried {
        Ok(to) => Ok(redirect_with_flash(&house.site, &address(to), "contacts-was-carried")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&CarryPage::load(&mut house.read().await?, (page, &viewer), id, form).await?)
        }
    }
}
