//! What a unit gave its own people: a short list and a short form, for a phone.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, current};
use hoithi_journal::Halt;
use hoithi_people::{OrRefuseAll, Viewer};
use hoithi_rules::commendation::{OwnCommendation, OwnForm};
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_rules::people::{Permission, Place, Scope};
use hoithi_store::Conn;
use hoithi_units::Unit;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect, redirect_with_flash};
use uuid::Uuid;

use super::known;
use crate::operations::{RecordOwn, record_own};
use crate::store::{self, OwnLine};

#[derive(Template)]
#[template(path = "commendation/own.html")]
struct OwnPage {
    page: Page,
    form: Form,
    slug: String,
    unit: Unit,
    lines: Vec<OwnLine>,
    /// The one that is being changed.
    id: Option<Uuid>,
}

impl OwnPage {
    fn kinds(&self) -> Vec<(String, String)> {
        vec![
            ("collective".to_owned(), self.page.t("commendation-collective")),
            ("person".to_owned(), self.page.t("commendation-person")),
        ]
    }

    fn here(&self) -> String {
        format!("/don-vi/khen-thuong/{}/{}", self.slug, self.unit.id)
    }

    fn action(&self) -> String {
        self.id.map_or_else(|| self.here(), |id| format!("{}/{id}", self.here()))
    }

    fn decided(&self) -> usize {
        self.lines.iter().filter(|line| line.own.is_decided()).count()
    }
}

/// A unit of whoever looks, in an edition that they may know of.
pub(super) async fn place(db: &mut Conn, viewer: &Viewer, slug: &str, id: UnitId) -> Result<(Edition, Unit), Halt> {
    let edition = known(db, viewer, slug).await?;
    if !viewer.may(Permission::CommendationRecord, Place::unit_in(id, edition.id)) {
        return Err(Halt::not_found());
    }
    let unit = hoithi_units::unit(db, id).await?.ok_or_else(Halt::not_found)?;
    Ok((edition, unit))
}

/// What this unit gave in this edition under that id.
pub(super) async fn line_of(db: &mut Conn, (edition, unit): (EditionId, UnitId), id: Uuid) -> Result<OwnLine, Halt> {
    let line = store::own(db, id).await?.filter(|line| line.unit == unit && line.edition == edition);
    line.ok_or_else(Halt::not_found)
}

async fn load(
    db: &mut Conn,
    page: Page,
    (edition, unit): (Edition, Unit),
    (id, form): (Option<Uuid>, Form),
) -> Result<OwnPage, Halt> {
    let lines = store::own_of_unit(db, edition.id, unit.id).await?;
    let page = page.titled("commendation-own");
    Ok(OwnPage { page, form, slug: edition.slug.to_string(), unit, lines, id })
}

/// The list of the unit whose contact looks, in the edition that runs.
pub(super) async fn first(State(house): State<House>, viewer: Viewer) -> Result<Response, Halt> {
    let Some(edition) = current(&mut house.read().await?).await? else { return Ok(redirect("/ban-lam-viec")) };
    let own = viewer.grants.iter().find_map(|grant| match grant.scope {
        Scope::Unit(unit) if grant.role.may(Permission::CommendationRecord) => Some(unit),
        _ => None,
    });
    let unit = own.ok_or_else(Halt::not_found)?;
    Ok(redirect(&format!("/don-vi/khen-thuong/{}/{unit}", edition.slug)))
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, unit)): Path<(String, UnitId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let place = place(&mut db, &viewer, &slug, unit).await?;
    html(&load(&mut db, page, place, (None, Form::new().with("kind", "collective"))).await?)
}

pub(super) async fn show_one(
    State(house): State<House>,
    Path((slug, unit, id)): Path<(String, UnitId, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let place = place(&mut db, &viewer, &slug, unit).await?;
    let OwnLine { own, version, .. } = line_of(&mut db, (place.0.id, unit), id).await?;
    let form = Form::new()
        .with("version", version)
        .with("decision", &own.decision)
        .with("day", own.day.map(hoithi_web::day).unwrap_or_default())
        .with("receiver", &own.receiver)
        .with("kind", if own.collective { "collective" } else { "person" })
        .with("merit", &own.merit);
    html(&load(&mut db, page, place, (Some(id), form)).await?)
}

pub(super) async fn record(
    State(house): State<House>,
    Path((slug, unit)): Path<(String, UnitId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    keep(&house, (slug, unit, None), viewer, page, posted.form).await
}

pub(super) async fn record_one(
    State(house): State<House>,
    Path((slug, unit, id)): Path<(String, UnitId, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    keep(&house, (slug, unit, Some(id)), viewer, page, posted.form).await
}

async fn keep(
    house: &House,
    (slug, unit, id): (String, UnitId, Option<Uuid>),
    viewer: Viewer,
    page: Page,
    mut form: Form,
) -> Result<Response, Halt> {
    form.only(&["decision", "day", "receiver", "kind", "merit", "version"])?;
    let id = id.map(|id| (id, form.value("version").parse::<i64>().unwrap_or_default()));
    let place = place(&mut house.read().await?, &viewer, &slug, unit).await?;
    let typed = OwnForm {
        decision: form.value("decision"),
        day: form.value("day"),
        receiver: form.value("receiver"),
        kind: form.value("kind"),
        merit: form.value("merit"),
    };
    let kept = match OwnCommendation::parse(typed, viewer.today).or_refuse_all() {
        Ok(own) => {
            let command = RecordOwn { id, edition: place.0.id, unit, own };
            house.acts.perform(viewer.actor(), move |act| Box::pin(record_own(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match kept {
        Ok(_) => {
            Ok(redirect_with_flash(&house.site, &format!("/don-vi/khen-thuong/{slug}/{unit}"), "commendation-recorded"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&load(&mut house.read().await?, page, place, (id.map(|(id, _)| id), form)).await?)
        }
    }
}
