//! A movement's name and days are put right; what each unit is asked for stays.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuseAll, Viewer};
use hoithi_rules::initiatives::{Movement, MovementForm};
use hoithi_rules::people::{Permission, Place};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use uuid::Uuid;

use super::under;
use crate::movements::{Correct, correct};
use crate::store::movements::{Launched, movement};

#[derive(Template)]
#[template(path = "initiatives/correct.html")]
struct CorrectPage {
    page: Page,
    form: Form,
}

impl CorrectPage {
    fn of(page: Page, viewer: &Viewer, launched: &Launched, form: Form) -> Self {
        let page = under(page, viewer).under(launched.movement.name.clone(), address(launched.id));
        Self { page: page.titled("initiatives-movement-change"), form }
    }
}

fn address(id: Uuid) -> String {
    format!("/sang-kien/phong-trao/{id}")
}

async fn known(house: &House, viewer: &Viewer, id: Uuid) -> Result<Launched, Halt> {
    viewer.allowed(Permission::MovementLaunch, Place::HOUSE)?;
    movement(&mut house.read().await?, id).await?.ok_or_else(Halt::not_found)
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<Uuid>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let launched = known(&house, &viewer, id).await?;
    let form = Form::new()
        .with("name", &launched.movement.name)
        .with("begins", hoithi_web::day(launched.movement.begins))
        .with("ends", hoithi_web::day(launched.movement.ends))
        .with("seen", launched.version);
    html(&CorrectPage::of(page, &viewer, &launched, form))
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<Uuid>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["name", "begins", "ends", "seen"])?;
    let launched = known(&house, &viewer, id).await?;
    let typed = MovementForm { name: form.value("name"), begins: form.value("begins"), ends: form.value("ends") };
    let corrected = match Movement::parse(typed).or_refuse_all() {
        Ok(movement) => {
            let command = Correct { id, seen: form.value("seen").parse().unwrap_or(0), movement };
            house.acts.perform(viewer.actor(), move |act| Box::pin(correct(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match corrected {
        Ok(()) => Ok(redirect_with_flash(&house.site, &address(id), "initiatives-movement-was-changed")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&CorrectPage::of(page, &viewer, &launched, form))
        }
    }
}
