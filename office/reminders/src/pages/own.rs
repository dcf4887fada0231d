//! Whether one wants the daily mail oneself.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_web::{Form, House, Page, Posted, html, redirect_with_flash};

use crate::operations::mute;
use crate::store;

#[derive(Template)]
#[template(path = "reminders/own.html")]
struct OwnPage {
    page: Page,
    form: Form,
    has_address: bool,
    digest: i8,
}

pub(super) async fn show(State(house): State<House>, viewer: Viewer, page: Page) -> Result<Response, Halt> {
    let account = viewer.signed_in()?;
    let mut db = house.read().await?;
    let muted = store::is_muted(&mut db, account.id).await?;
    let (settings, _) = store::settings(&mut db).await?;
    let has_address = !account.contact.email.is_empty() || !account.contact.phone.is_empty();
    let form = Form::new().with("wanted", if muted { "" } else { "1" });
    html(&OwnPage { page: page.titled("nav-own-reminders"), form, has_address, digest: settings.digest_hour() })
}

pub(super) async fn save(State(house): State<House>, viewer: Viewer, posted: Posted) -> Result<Response, Halt> {
    posted.form.only(&["wanted"])?;
    let muted = posted.form.given("wanted").is_none();
    house.acts.perform(viewer.actor(), move |act| Box::pin(mute(act, muted))).await?;
    Ok(redirect_with_flash(&house.site, "/nhac-viec/cua-toi", "reminders-saved"))
}
