//! *Cử cán bộ đầu mối*: the unit names whom it is reached by, and the directory has it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_contacts::{Person, PersonForm};
use hoithi_journal::Halt;
use hoithi_people::OrRefuseAll;
use hoithi_rules::campaign::{Task, TaskKind};
use hoithi_rules::ids::TaskId;
use hoithi_web::{Form, House, NetworkAddress, Page, Path, Posted, html, redirect, redirect_with_flash};

use super::{Opened, opened, private};
use crate::links::{NameByLink, name_by_link};
use crate::store;

#[derive(Template)]
#[template(path = "campaign/link_contact.html")]
struct ContactPage {
    page: Page,
    form: Form,
    opened: Opened,
    /// The task that asks for it, where nobody can be named yet.
    task: Option<TaskId>,
}

/// The fields of a person.
pub(in crate::pages) const PERSON: [&str; 6] = ["name", "position", "phone", "email", "zalo", "address"];

/// A person as it was typed.
pub(in crate::pages) fn person(form: &Form) -> PersonForm<'_> {
    PersonForm {
        name: form.value("name"),
        position: form.value("position"),
        phone: form.value("phone"),
        email: form.value("email"),
        zalo: form.value("zalo"),
        address: form.value("address"),
    }
}

impl ContactPage {
    async fn load(house: &House, page: Page, opened: Opened, form: Form) -> Result<Self, Halt> {
        let tasks = store::tasks_of_sending(&mut house.read().await?, opened.link.sending).await?;
        let asks = |task: &Task| task.kind == TaskKind::NameContact && task.is_open();
        let task = tasks.into_iter().find(asks).map(|task| task.id);
        Ok(Self { page: opened.under(page.titled("campaign-name-contact")), form, opened, task })
    }
}

pub(in crate::pages) async fn show(
    State(house): State<House>,
    from: NetworkAddress,
    Path(token): Path<String>,
    page: Page,
) -> Result<Response, Halt> {
    let opened = opened!(&house, &from, &page, token);
    if !opened.is_confirmed() {
        return Ok(private(redirect(&opened.address())));
    }
    Ok(private(html(&ContactPage::load(&house, page, opened, Form::new()).await?)?))
}

pub(in crate::pages) async fn name(
    State(house): State<House>,
    from: NetworkAddress,
    Path(token): Path<String>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&PERSON)?;
    let opened = opened!(&house, &from, &page, token);
    let named = match Person::parse(person(&form)).or_refuse_all() {
        Ok(person) => {
            let command = NameByLink { token: opened.token.clone(), person };
            house.acts.perform(opened.actor(), move |act| Box::pin(name_by_link(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match named {
        Ok(()) => Ok(private(redirect_with_flash(&house.site, &opened.address(), "campaign-contact-named"))),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            Ok(private(html(&ContactPage::load(&house, page, opened, form).await?)?))
        }
    }
}
