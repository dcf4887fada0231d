//! More time for single entries: the list that everybody reads, which names none of them, and the form of
//! whoever grants it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::entries::ExtensionCause;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::review::parse_hour;
use crate::operations::{Extend, extend};
use crate::store::{self, Granted};

#[derive(Template)]
#[template(path = "entries/extensions.html")]
struct ExtensionsPage {
    page: Page,
    form: Form,
    edition: Edition,
    granted: Vec<Granted>,
    /// Whether the visitor grants more time.
    grants: bool,
    causes: Vec<(String, String)>,
}

async fn of(house: &House, slug: &str, viewer: &Viewer, page: Page, form: Form) -> Result<ExtensionsPage, Halt> {
    let mut db = house.read().await?;
    let edition = edition_by_slug(&mut db, slug).await?.filter(Edition::is_public).ok_or_else(Halt::not_found)?;
    let granted = store::extensions_in(&mut db, edition.id).await?;
    let word = |cause: ExtensionCause| page.tcode("entries-extension-cause-", cause.code());
    Ok(ExtensionsPage {
        granted,
        grants: viewer.may(Permission::ScreeningDecide, edition.place()),
        causes: ExtensionCause::ALL.map(|cause| (cause.code().to_owned(), word(cause))).to_vec(),
        page: page.titled("entries-extensions"),
        form,
        edition,
    })
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&of(&house, &slug, &viewer, page, Form::new()).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["code", "until_day", "until_hour", "cause", "reason"])?;
    match try_to_extend(&house, &slug, &viewer, &page, &posted.form).await {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/gia-han"), "entries-extension-done")),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&of(&house, &slug, &viewer, page, form).await?)
        }
    }
}

async fn try_to_extend(house: &House, slug: &str, viewer: &Viewer, page: &Page, form: &Form) -> Result<(), Halt> {
    let edition = edition_by_slug(&mut house.read().await?, slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::ScreeningDecide, edition.place())?;
    let mut no = Refusals::new();
    let day = parse_day(form.value("until_day"));
    if day.is_none() {
        no.add("entries.day_malformed", "until_day", "this is no day");
    }
    let hour = parse_hour(form.value("until_hour"));
    if hour.is_none() {
        no.add("entries.hour_malformed", "until_hour", "this is no hour");
    }
    let cause = ExtensionCause::from_code(form.value("cause"));
    if cause.is_none() {
        no.add("entries.cause_missing", "cause", "no cause is chosen");
    }
    let (Some(day), Some(hour), Some(cause)) = (day, hour, cause) else { return Err(no.halt()) };
    let until = day.to_datetime(hour).to_zoned(page.zone()).map_err(Halt::fault)?.timestamp();
    let (code, reason) = (form.value("code").to_owned(), form.value("reason").to_owned());
    let command = Extend { edition: edition.id, code, until, cause, reason };
    house.acts.perform(viewer.actor(), move |act| Box::pin(extend(act, command.clone()))).await
}
