//! Somebody is reached there no longer.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::ContactId;
use hoithi_units::Unit;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::edit::{address, contact_for};
use crate::contact::Contact;
use crate::fault::ContactFault;
use crate::operations::{EndContact, end_contact};

#[derive(Template)]
#[template(path = "contacts/end.html")]
struct EndPage {
    page: Page,
    form: Form,
    contact: Contact,
    unit: Unit,
}

impl EndPage {
    fn new(page: Page, contact: Contact, unit: Unit, form: Form) -> Self {
        let directory = page.t("contacts-directory");
        let page = page.titled("contacts-end").under(directory, super::DIRECTORY);
        let page = page.under(unit.name.clone(), address(unit.id));
        Self { page, form, contact, unit }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<ContactId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let (contact, unit) = contact_for(&mut house.read().await?, &viewer, id).await?;
    let form = Form::new().with("last", hoithi_web::day(viewer.today)).with("seen", contact.version);
    html(&EndPage::new(page, contact, unit, form))
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<ContactId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["last", "seen"])?;
    let (contact, unit) = contact_for(&mut house.read().await?, &viewer, id).await?;
    let ended = match parse_day(form.value("last")).ok_or(ContactFault::Day { field: "last" }).or_refuse() {
        Ok(last) => {
            let command = EndContact { contact: id, seen: form.value("seen").parse().unwrap_or(0), last };
            house.acts.perform(viewer.actor(), move |act| Box::pin(end_contact(act, command))).await
        }
        Err(halt) => Err(halt),
    };
    match ended {
        Ok(()) => Ok(redirect_with_flash(&house.site, &address(unit.id), "contacts-was-ended")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&EndPage::new(page, contact, unit, form))
        }
    }
}
