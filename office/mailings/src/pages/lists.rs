//! A list's name and purpose.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::ids::MailingListId;
use hoithi_rules::mailings::{line, short};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::{beneath, keeps, version};
use crate::operations::{KeepList, keep_list};
use crate::store;
use crate::things::MailingList;

#[derive(Template)]
#[template(path = "mailings/list.html")]
struct ListPage {
    page: Page,
    form: Form,
    action: String,
}

fn list_page(page: Page, form: Form, list: Option<&MailingList>) -> ListPage {
    let page = beneath(page);
    match list {
        Some(list) => {
            let home = format!("/thu-tin/danh-sach/{}", list.id);
            let page = page.under(list.name.clone(), home.clone()).titled("mailings-list-change");
            ListPage { page, form, action: format!("{home}/sua") }
        }
        None => ListPage { page: page.titled("mailings-list-new"), form, action: "/thu-tin/danh-sach/moi".to_owned() },
    }
}

pub(super) async fn list_of(house: &House, id: MailingListId) -> Result<MailingList, Halt> {
    store::list(&mut house.read().await?, id).await?.ok_or_else(Halt::not_found)
}

pub(super) async fn show_new(viewer: Viewer, page: Page) -> Result<Response, Halt> {
    keeps(&viewer)?;
    html(&list_page(page, Form::new(), None))
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<MailingListId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    keeps(&viewer)?;
    let list = list_of(&house, id).await?;
    let form = Form::new().with("name", &list.name).with("purpose", &list.purpose).with("version", list.version);
    let form = if list.public { form.with("public", "yes") } else { form };
    html(&list_page(page, form, Some(&list)))
}

pub(super) async fn send_new(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    keep(&house, &viewer, page, posted.form, None).await
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<MailingListId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let list = list_of(&house, id).await?;
    keep(&house, &viewer, page, posted.form, Some(list)).await
}

async fn keep(
    house: &House,
    viewer: &Viewer,
    page: Page,
    mut form: Form,
    list: Option<MailingList>,
) -> Result<Response, Halt> {
    form.only(&["name", "purpose", "public", "version"])?;
    let kept = match list_in(&form, list.as_ref().map(|list| list.id)) {
        Ok(command) => house.acts.perform(viewer.actor(), move |act| Box::pin(keep_list(act, command.clone()))).await,
        Err(halt) => Err(halt),
    };
    match kept {
        Ok(id) => Ok(redirect_with_flash(&house.site, &format!("/thu-tin/danh-sach/{id}"), "mailings-list-saved")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&list_page(page, form, list.as_ref()))
        }
    }
}

fn list_in(form: &Form, list: Option<MailingListId>) -> Result<KeepList, Halt> {
    let mut no = Refusals::new();
    let name = no.keep("name", line(form.value("name")));
    let purpose = no.keep("purpose", short(form.value("purpose")));
    match (name, purpose) {
        (Some(name), Some(purpose)) => {
            Ok(KeepList { list, name, purpose, public: form.checked("public", "yes"), version: version(form) })
        }
        _ => Err(no.halt()),
    }
}
