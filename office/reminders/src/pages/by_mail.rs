//! Whoever has no account and wants no reminders says so by the address in the mail.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_web::{House, Page, Path, Posted, html, redirect_with_flash};

use crate::operations::mute_by_mail;
use crate::store;

#[derive(Template)]
#[template(path = "reminders/by_mail.html")]
struct ByMailPage {
    page: Page,
    token: String,
    muted: bool,
}

/// Programs that look at every link of a mail must not say anything for its reader: a button does.
pub(super) async fn show(State(house): State<House>, Path(token): Path<String>, page: Page) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let person = store::whose_mute_link(&mut db, &token).await?.ok_or_else(Halt::not_found)?;
    let muted = store::is_muted(&mut db, person).await?;
    html(&ByMailPage { page: page.titled("nav-own-reminders"), token, muted })
}

pub(super) async fn save(
    State(house): State<House>,
    Path(token): Path<String>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["wanted"])?;
    let muted = posted.form.given("wanted").is_none();
    let back = format!("/nhac-viec/thoi/{token}");
    house.acts.perform(viewer.actor(), move |act| Box::pin(mute_by_mail(act, token.clone(), muted))).await?;
    Ok(redirect_with_flash(&house.site, &back, "reminders-saved"))
}
