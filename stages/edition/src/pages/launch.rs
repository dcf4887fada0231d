//! The launch: what is launched, what is still missing, and the leader's word.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Viewer, paper_of};
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::in_hand;
use super::manage::{PartLine, Under, parts};
use crate::edition::Edition;
use crate::operations::{Launch, launch};

#[derive(Template)]
#[template(path = "edition/launch.html")]
struct LaunchPage {
    page: Page,
    form: Form,
    edition: Edition,
    parts: Vec<PartLine>,
    from_paper: bool,
}

impl LaunchPage {
    fn new(page: Page, form: Form, edition: Edition, viewer: &Viewer) -> Self {
        Self {
            page: page.titled("edition-launch").under_edition(&edition),
            form,
            parts: parts(&edition.book, viewer.today),
            from_paper: needs_paper(viewer, &edition, Permission::EditionLaunch),
            edition,
        }
    }
}

/// Whether this person can only record the leader's act, not do it.
pub(super) fn needs_paper(viewer: &Viewer, edition: &Edition, permission: Permission) -> bool {
    !edition.is_local() && !viewer.may(permission, edition.place())
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let edition = in_hand(&mut house.read().await?, &slug, &viewer).await?;
    let form = Form::new().with("seen", edition.version);
    html(&LaunchPage::new(page, form, edition, &viewer))
}

pub(super) async fn send(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["seen", "paper_leader", "paper_number", "paper_date"])?;
    let edition = in_hand(&mut house.read().await?, &slug, &viewer).await?;
    match perform(&house, &viewer, &edition, &posted).await {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/quan-ly"), "edition-was-launched")),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&LaunchPage::new(page, form, edition, &viewer))
        }
    }
}

async fn perform(house: &House, viewer: &Viewer, edition: &Edition, posted: &Posted) -> Result<(), Halt> {
    let own_right = !needs_paper(viewer, edition, Permission::EditionLaunch);
    let paper = paper_of(house, posted, own_right)?;
    let seen = posted.form.value("seen").parse().unwrap_or_default();
    let command = Launch { edition: edition.id, seen, paper };
    house.acts.perform(viewer.actor(), move |act| Box::pin(launch(act, command.clone()))).await
}
