//! After how many months winners are asked.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::people::{Permission, Place};
use hoithi_web::{Form, House, Page, Posted, html, redirect_with_flash};

use crate::refusal::AftercareRefusal;
use crate::settings::set_terms;
use crate::store;
use crate::terms::Terms;

const HERE: &str = "/nhac-viec/sau-giai";

#[derive(Template)]
#[template(path = "aftercare/settings.html")]
struct SettingsPage {
    page: Page,
    form: Form,
    may_set: bool,
}

impl SettingsPage {
    fn shown(page: Page, viewer: &Viewer, form: Form) -> Result<Response, Halt> {
        let record = page.t("nav-reminders");
        let page = page.under(record, "/nhac-viec").titled("aftercare-settings");
        html(&Self { page, form, may_set: viewer.may(Permission::RemindersSet, Place::HOUSE) })
    }
}

pub(super) async fn show(State(house): State<House>, viewer: Viewer, page: Page) -> Result<Response, Halt> {
    viewer.allowed(Permission::RemindersView, Place::HOUSE)?;
    let (terms, version) = store::terms(&mut house.read().await?).await?;
    SettingsPage::shown(page, &viewer, Form::new().with("months", terms).with("seen", version))
}

pub(super) async fn save(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["months", "seen"])?;
    let seen = form.value("seen").parse().unwrap_or(-1);
    let saved = match Terms::read(form.value("months")).ok_or(AftercareRefusal::Months).or_refuse() {
        Ok(terms) => house.acts.perform(viewer.actor(), move |act| Box::pin(set_terms(act, terms.clone(), seen))).await,
        Err(halt) => Err(halt),
    };
    match saved {
        Ok(()) => Ok(redirect_with_flash(&house.site, HERE, "aftercare-settings-saved")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            SettingsPage::shown(page, &viewer, form)
        }
    }
}
