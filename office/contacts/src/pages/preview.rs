//! What a file would do, row by row, before it is taken in.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer, refused};
use hoithi_rules::people::{Permission, Place};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_told_flash};
use uuid::Uuid;

use crate::fault::ContactFault;
use crate::imports::{Preview, TakeIn, take_in};
use crate::plan::{Outcome, Planned};

#[derive(Template)]
#[template(path = "contacts/preview.html")]
struct PreviewPage {
    page: Page,
    form: Form,
    import: Uuid,
    preview: Option<Preview>,
}

impl PreviewPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, import: Uuid, form: Form) -> Result<Self, Halt> {
        viewer.allowed(Permission::ContactsManage, Place::HOUSE)?;
        let by = viewer.signed_in()?.id.uuid();
        let preview = Preview::load(&mut house.read().await?, import, by).await?;
        let (directory, files) = (page.t("contacts-directory"), page.t("contacts-import"));
        let page = page.titled("contacts-preview").under(directory, super::DIRECTORY);
        let page = page.under(files, format!("{}/nhap", super::DIRECTORY));
        Ok(Self { page, form, import, preview })
    }

    fn tone(row: &Planned) -> &'static str {
        match row.outcome {
            Outcome::New(_) => "done",
            Outcome::Changed(_) => "doing",
            Outcome::Same => "neutral",
            Outcome::Faulty(_) => "stop",
        }
    }

    fn faults(&self, row: &Planned) -> Vec<String> {
        let Outcome::Faulty(faults) = &row.outcome else { return Vec::new() };
        faults.iter().map(|fault| self.page.refusal(&refused(fault))).collect()
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(import): Path<Uuid>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut form = Form::new();
    let sheet = PreviewPage::load(&house, &viewer, page.clone(), import, Form::new()).await?;
    if sheet.preview.is_none() {
        form.keep_refusals(&page, gone())?;
    }
    html(&PreviewPage { form, ..sheet })
}

fn gone() -> Halt {
    let gone: Result<(), Halt> = Err(ContactFault::ImportGone).or_refuse();
    gone.err().unwrap_or_else(Halt::not_found)
}

pub(super) async fn take(
    State(house): State<House>,
    Path(import): Path<Uuid>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["seen", "leave_out"])?;
    let command = TakeIn { import, seen: form.value("seen").to_owned(), leave_out: form.checked("leave_out", "co") };
    let taken = house.acts.perform(viewer.actor(), move |act| Box::pin(take_in(act, command.clone()))).await;
    match taken {
        Ok((added, changed)) => {
            let facts = [("added", added.to_string()), ("changed", changed.to_string())];
            Ok(redirect_with_told_flash(&house.site, super::DIRECTORY, "contacts-was-imported", &facts))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&PreviewPage::load(&house, &viewer, page, import, form).await?)
        }
    }
}
