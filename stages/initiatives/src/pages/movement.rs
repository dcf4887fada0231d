//! A movement: how every unit stands, and what each is asked for.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::ids::UnitId;
use hoithi_rules::initiatives::target;
use hoithi_rules::people::{Permission, Place};
use hoithi_units::Unit;
use hoithi_web::{Asked, Asking, Form, House, Page, Paging, Path, Posted, html, redirect_with_flash};
use uuid::Uuid;

use super::{register_address, under};
use crate::movements::{SetTarget, Standing, set_target, standing, stands};
use crate::store::movements::{Launched, movement, targets};

const A_PAGE: usize = 50;
const ASKING: Asking = Asking { path: "", open: &["xem"], words: &[] };

/// Which units are shown.
const SHOWS: [&str; 4] = ["reached", "behind", "nothing", "unasked"];

#[derive(Template)]
#[template(path = "initiatives/movement.html")]
struct MovementPage {
    page: Page,
    form: Form,
    launched: Launched,
    shows: Vec<(String, String)>,
    reached: usize,
    asked: usize,
    used: i64,
    target: i64,
    rows: Vec<Standing>,
    paging: Paging,
    may_launch: bool,
}

impl MovementPage {
    fn place(&self) -> String {
        self.paging.place(&self.page, "initiatives-place-units")
    }

    fn href(row: &Standing) -> String {
        register_address(row.unit)
    }

    fn tone(row: &Standing) -> &'static str {
        stands(row.used, row.target).1
    }

    fn word(&self, row: &Standing) -> String {
        self.page.tcode("initiatives-standing-", stands(row.used, row.target).0)
    }

    fn days(&self) -> String {
        let movement = &self.launched.movement;
        let facts = [("begins", self.page.day(movement.begins)), ("ends", self.page.day(movement.ends))];
        self.page.tx("initiatives-days", &facts)
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<Uuid>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    viewer.allowed(Permission::InitiativeView, Place::HOUSE)?;
    let form = asked.only(&ASKING.asked())?;
    let show = form.choice("xem", |show| SHOWS.into_iter().find(|each| *each == show))?;
    let mut db = house.read().await?;
    let launched = movement(&mut db, id).await?.ok_or_else(Halt::not_found)?;
    let mut rows = standing(&mut db, &launched).await?;
    drop(db);
    let asked = rows.iter().filter(|row| row.target > 0);
    let (asked, reached) = (asked.clone().count(), asked.filter(|row| row.used >= row.target).count());
    let (used, target) = (rows.iter().map(|row| row.used).sum(), rows.iter().map(|row| row.target).sum());
    rows.retain(|row| show.is_none_or(|show| stands(row.used, row.target).0 == show));
    let paging = Paging::of(&form, rows.len(), A_PAGE, &ASKING);
    html(&MovementPage {
        shows: SHOWS.map(|show| (show.to_owned(), page.tcode("initiatives-standing-", show))).into(),
        page: under(page, &viewer).named(launched.movement.name.clone()),
        form,
        launched,
        reached,
        asked,
        used,
        target,
        rows: paging.part_of(rows),
        paging,
        may_launch: viewer.may(Permission::MovementLaunch, Place::HOUSE),
    })
}

#[derive(Template)]
#[template(path = "initiatives/target.html")]
struct TargetPage {
    page: Page,
    form: Form,
    unit: Unit,
}

impl TargetPage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (id, unit): (Uuid, UnitId),
        form: Option<Form>,
    ) -> Result<Self, Halt> {
        viewer.allowed(Permission::MovementLaunch, Place::HOUSE)?;
        let mut db = house.read().await?;
        let launched = movement(&mut db, id).await?.ok_or_else(Halt::not_found)?;
        let unit = hoithi_units::unit(&mut db, unit).await?.ok_or_else(Halt::not_found)?;
        let known = targets(&mut db, id).await?.get(&unit.id).copied();
        let form = form.unwrap_or_else(|| known.map_or_else(Form::new, |known| Form::new().with("target", known)));
        let page = under(page, viewer).under(launched.movement.name, format!("/sang-kien/phong-trao/{id}"));
        Ok(Self { page: page.titled("initiatives-target"), form, unit })
    }
}

pub(super) async fn show_target(
    State(house): State<House>,
    Path(at): Path<(Uuid, UnitId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&TargetPage::load(&house, &viewer, page, at, None).await?)
}

pub(super) async fn send_target(
    State(house): State<House>,
    Path((id, unit)): Path<(Uuid, UnitId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["target"])?;
    viewer.allowed(Permission::MovementLaunch, Place::HOUSE)?;
    let set = match form.given("target").map(target).transpose().or_refuse() {
        Ok(target) => {
            let command = SetTarget { movement: id, unit, target };
            house.acts.perform(viewer.actor(), move |act| Box::pin(set_target(act, command))).await
        }
        Err(halt) => Err(halt),
    };
    match set {
        Ok(()) => {
            Ok(redirect_with_flash(&house.site, &format!("/sang-kien/phong-trao/{id}"), "initiatives-target-was-set"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&TargetPage::load(&house, &viewer, page, (id, unit), Some(form)).await?)
        }
    }
}
