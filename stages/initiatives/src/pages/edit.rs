//! An initiative's form: a new one, or something new about one.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuseAll, Viewer};
use hoithi_rules::ids::UnitId;
use hoithi_rules::initiatives::{Initiative, InitiativeForm};
use hoithi_rules::people::PersonName;
use hoithi_units::Unit;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;
use uuid::Uuid;

use super::{address, one_of, under_register, unit_kept};
use crate::operations::{Record, record};
use crate::store::KeptInitiative;

const FIELDS: [&str; 8] = ["title", "authors", "first_used", "decision", "decided_on", "money", "benefit", "seen"];

#[derive(Template)]
#[template(path = "initiatives/edit.html")]
struct EditPage {
    page: Page,
    form: Form,
    unit: Unit,
}

pub(super) async fn show_new(
    State(house): State<House>,
    Path(id): Path<UnitId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let unit = unit_kept(&mut house.read().await?, &viewer, id).await?;
    let page = under_register(page, &viewer, &unit).titled("initiatives-new");
    html(&EditPage { page, form: Form::new(), unit })
}

pub(super) async fn send_new(
    State(house): State<House>,
    Path(id): Path<UnitId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&FIELDS)?;
    let unit = unit_kept(&mut house.read().await?, &viewer, id).await?;
    match keep(&house, &viewer, (None, id), &form).await {
        Ok(made) => Ok(redirect_with_flash(&house.site, &address(id, made), "initiatives-was-recorded")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let page = under_register(page, &viewer, &unit).titled("initiatives-new");
            html(&EditPage { page, form, unit })
        }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((unit, id)): Path<(UnitId, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let unit = unit_kept(&mut db, &viewer, unit).await?;
    let kept = one_of(&mut db, unit.id, id).await?;
    let page = under_one(page, &viewer, &unit, &kept);
    html(&EditPage { page, form: filled(&kept), unit })
}

fn under_one(page: Page, viewer: &Viewer, unit: &Unit, kept: &KeptInitiative) -> Page {
    let page = under_register(page, viewer, unit);
    page.under(kept.what.title.to_string(), address(unit.id, kept.id)).titled("initiatives-change")
}

fn filled(kept: &KeptInitiative) -> Form {
    let what = &kept.what;
    let recognition = what.recognition.as_ref();
    Form::new()
        .with("title", &what.title)
        .with("authors", what.authors.iter().map(PersonName::as_str).collect::<Vec<_>>().join("\n"))
        .with("first_used", hoithi_web::day(what.first_used))
        .with("decision", recognition.map_or("", |recognition| recognition.decision.as_str()))
        .with("decided_on", recognition.map(|recognition| hoithi_web::day(recognition.day)).unwrap_or_default())
        .with("money", what.money.map(hoithi_web::number).unwrap_or_default())
        .with("benefit", &what.benefit)
        .with("seen", kept.version)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((unit, id)): Path<(UnitId, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&FIELDS)?;
    let mut db = house.read().await?;
    let unit = unit_kept(&mut db, &viewer, unit).await?;
    let kept = one_of(&mut db, unit.id, id).await?;
    drop(db);
    let seen = form.value("seen").parse().unwrap_or(0);
    match keep(&house, &viewer, (Some((id, seen)), unit.id), &form).await {
        Ok(_) => Ok(redirect_with_flash(&house.site, &address(unit.id, id), "initiatives-was-changed")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let page = under_one(page, &viewer, &unit, &kept);
            html(&EditPage { page, form, unit })
        }
    }
}

async fn keep(
    house: &House,
    viewer: &Viewer,
    (id, unit): (Option<(Uuid, i64)>, UnitId),
    form: &Form,
) -> Result<Uuid, Halt> {
    let command = Record { id, unit, what: read(form, viewer.today)? };
    house.acts.perform(viewer.actor(), move |act| Box::pin(record(act, command.clone()))).await
}

fn read(form: &Form, today: Date) -> Result<Initiative, Halt> {
    let typed = InitiativeForm {
        title: form.value("title"),
        authors: form.raw("authors"),
        first_used: form.value("first_used"),
        decision: form.value("decision"),
        decided_on: form.value("decided_on"),
        money: form.value("money"),
        benefit: form.raw("benefit"),
    };
    Initiative::parse(typed, today).or_refuse_all()
}
