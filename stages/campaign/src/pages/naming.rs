//! *Cử cán bộ đầu mối* by whoever signs in for the unit.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_contacts::Person;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuseAll, Viewer};
use hoithi_rules::ids::SendingId;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::desk::Work;
use super::link::{PERSON, person};
use crate::operations::{NameContact, name_contact};

#[derive(Template)]
#[template(path = "campaign/naming.html")]
struct NamingPage {
    page: Page,
    form: Form,
    work: Work,
}

impl NamingPage {
    async fn load(house: &House, page: Page, viewer: &Viewer, id: SendingId, form: Form) -> Result<Self, Halt> {
        let work = Work::load(&mut house.read().await?, viewer, id, Permission::TaskComplete).await?;
        Ok(Self { page: work.crumbs(page.titled("campaign-name-contact")), form, work })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<SendingId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&NamingPage::load(&house, page, &viewer, id, Form::new()).await?)
}

pub(super) async fn name(
    State(house): State<House>,
    Path(id): Path<SendingId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&PERSON)?;
    let work = Work::load(&mut house.read().await?, &viewer, id, Permission::TaskComplete).await?;
    let named = match Person::parse(person(&form)).or_refuse_all() {
        Ok(person) => {
            let command = NameContact { sending: id, person };
            house.acts.perform(viewer.actor(), move |act| Box::pin(name_contact(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match named {
        Ok(()) => Ok(redirect_with_flash(&house.site, &work.address(), "campaign-contact-named")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&NamingPage::load(&house, page, &viewer, id, form).await?)
        }
    }
}
