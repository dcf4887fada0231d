//! A movement is launched.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, OrRefuseAll, Refusals, Viewer};
use hoithi_rules::initiatives::{Movement, MovementForm, target};
use hoithi_rules::people::{Permission, Place};
use hoithi_units::UnitLevel;
use hoithi_web::{Form, House, Page, Posted, html, redirect_with_flash};

use super::under;
use crate::fault::RegisterRefusal;
use crate::movements::{Launch, launch};

#[derive(Template)]
#[template(path = "initiatives/launch.html")]
struct LaunchPage {
    page: Page,
    form: Form,
    levels: Vec<(String, String)>,
}

impl LaunchPage {
    fn new(page: Page, viewer: &Viewer, form: Form) -> Self {
        let levels = UnitLevel::ALL.iter().map(|each| (each.code().to_owned(), page.tcode("units-level-", each)));
        Self { levels: levels.collect(), page: under(page, viewer).titled("initiatives-launch"), form }
    }
}

pub(super) async fn show(viewer: Viewer, page: Page) -> Result<Response, Halt> {
    viewer.allowed(Permission::MovementLaunch, Place::HOUSE)?;
    html(&LaunchPage::new(page, &viewer, Form::new()))
}

pub(super) async fn send(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["name", "begins", "ends", "levels", "target"])?;
    viewer.allowed(Permission::MovementLaunch, Place::HOUSE)?;
    let launched = match command(&form) {
        Ok(command) => house.acts.perform(viewer.actor(), move |act| Box::pin(launch(act, command.clone()))).await,
        Err(halt) => Err(halt),
    };
    match launched {
        Ok(id) => {
            Ok(redirect_with_flash(&house.site, &format!("/sang-kien/phong-trao/{id}"), "initiatives-was-launched"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&LaunchPage::new(page, &viewer, form))
        }
    }
}

fn command(form: &Form) -> Result<Launch, Halt> {
    let mut no = Refusals::new();
    let typed = MovementForm { name: form.value("name"), begins: form.value("begins"), ends: form.value("ends") };
    let movement = no.absorb(Movement::parse(typed).or_refuse_all())?;
    let levels: Vec<UnitLevel> = form.values("levels").into_iter().filter_map(|code| code.parse().ok()).collect();
    let levels = if levels.is_empty() { Err(RegisterRefusal::NoUnits).or_refuse() } else { Ok(levels) };
    let levels = no.absorb(levels)?;
    let target = no.keep("target", target(form.value("target")));
    match (movement, levels, target) {
        (Some(movement), Some(levels), Some(target)) => Ok(Launch { movement, levels, target }),
        _ => Err(no.halt()),
    }
}
