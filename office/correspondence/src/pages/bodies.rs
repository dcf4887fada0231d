//! *Cơ quan ban hành*: whose documents these are, what stands on their sheets from which day, who
//! signs them, where their numbers come from.

mod form;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::correspondence::{Numbering, SigningCapacity};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;
use uuid::Uuid;

use self::form::{FIELDS, SIGNERS, filled, letterhead, of_the_book};
use super::ways::UnderRegister;
use crate::bodies::{Body, Letterhead, SetLetterhead, bodies_of, body, set_letterhead};
use crate::folder::{Folder, folder, of_the_agency};

/// The bodies of the agency that keeps this register.
pub(super) async fn bodies_here(db: &mut Conn, folder: &Folder) -> Result<Vec<Body>, Halt> {
    let editions: Vec<_> = of_the_agency(db, folder).await?.iter().map(|each| each.edition).collect();
    Ok(bodies_of(db, &editions).await?)
}

#[derive(Template)]
#[template(path = "correspondence/bodies.html")]
struct BodiesPage {
    page: Page,
    folder: Folder,
    bodies: Vec<Body>,
    today: Date,
    may_set: bool,
}

impl BodiesPage {
    /// What holds today, or will hold first.
    fn name(&self, body: &Body) -> String {
        body.now_or_soon(self.today).map(|each| each.name.clone()).unwrap_or_default()
    }

    /// The first body is what has to be done here.
    fn new_kind(&self) -> &'static str {
        if self.bodies.is_empty() { "" } else { "secondary" }
    }

    /// The latest first: what is to come, what holds, what held.
    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn rows<'a>(&self, body: &'a Body) -> Vec<&'a Letterhead> {
        body.letterheads.iter().rev().collect()
    }

    fn state(&self, body: &Body, letterhead: &Letterhead) -> (&'static str, &'static str) {
        if letterhead.from > self.today {
            ("correspondence-body-later", "todo")
        } else if body.on(self.today) == Some(letterhead) {
            ("correspondence-body-now", "done")
        } else {
            ("correspondence-body-before", "neutral")
        }
    }
}

pub(super) async fn list(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let folder = folder(&mut db, &viewer, &slug, Permission::DocumentRead).await?;
    let bodies = bodies_here(&mut db, &folder).await?;
    let may_set = viewer.may(Permission::DocumentRegister, folder.place_of_rights());
    let page = page.titled("correspondence-bodies").under_register(&folder);
    html(&BodiesPage { page, folder, bodies, today: viewer.today, may_set })
}

#[derive(Template)]
#[template(path = "correspondence/body.html")]
struct BodyPage {
    page: Page,
    form: Form,
    action: String,
    numberings: Vec<(String, String)>,
    capacities: Vec<(String, String)>,
    signers: [[&'static str; 5]; 4],
}

impl BodyPage {
    fn of(page: Page, folder: &Folder, id: Option<Uuid>, form: Form) -> Self {
        let list = format!("{}/co-quan", folder.address());
        let page = page.titled(if id.is_some() { "correspondence-body-change" } else { "correspondence-body-new" });
        let page = page.under_register(folder);
        let label = page.t("correspondence-bodies");
        let numberings = Numbering::ALL
            .map(|each| (each.code().to_owned(), page.tcode("correspondence-numbering-", each.code())))
            .to_vec();
        let capacities = SigningCapacity::ALL
            .map(|each| (each.code().to_owned(), page.tcode("correspondence-capacity-", each.code())))
            .to_vec();
        let action = match id {
            Some(id) => format!("{list}/{id}"),
            None => format!("{list}/moi"),
        };
        Self { page: page.under(label, list), form, action, numberings, capacities, signers: SIGNERS }
    }
}

pub(super) async fn show_new(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let folder = folder(&mut db, &viewer, &slug, Permission::DocumentRegister).await?;
    let form = if bodies_here(&mut db, &folder).await?.is_empty() {
        of_the_book(&folder, &page, viewer.today)
    } else {
        Form::new().with("from", page.day(viewer.today)).with("numbering", Numbering::Typed.code())
    };
    html(&BodyPage::of(page, &folder, None, form))
}

pub(super) async fn show_change(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let folder = folder(&mut db, &viewer, &slug, Permission::DocumentRegister).await?;
    let body = body_here(&mut db, &folder, id).await?;
    let letterhead = body.now_or_soon(viewer.today).ok_or_else(Halt::not_found)?;
    let form = filled(letterhead, &page, viewer.today);
    html(&BodyPage::of(page, &folder, Some(id), form))
}

async fn body_here(db: &mut Conn, folder: &Folder, id: Uuid) -> Result<Body, Halt> {
    let here = of_the_agency(db, folder).await?;
    let body = body(db, id).await?.filter(|body| here.iter().any(|each| each.edition == body.edition));
    body.ok_or_else(Halt::not_found)
}

pub(super) async fn set_up(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    set(&house, &viewer, page, (&slug, None), posted.form).await
}

pub(super) async fn change(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    set(&house, &viewer, page, (&slug, Some(id)), posted.form).await
}

async fn set(
    house: &House,
    viewer: &Viewer,
    page: Page,
    (slug, id): (&str, Option<Uuid>),
    mut form: Form,
) -> Result<Response, Halt> {
    form.only(&FIELDS)?;
    let folder = folder(&mut house.read().await?, viewer, slug, Permission::DocumentRegister).await?;
    let command = letterhead(&form).map(|letterhead| SetLetterhead { edition: folder.edition, body: id, letterhead });
    let done = match command {
        Ok(command) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(set_letterhead(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(_) => {
            let list = format!("{}/co-quan", folder.address());
            Ok(redirect_with_flash(&house.site, &list, "correspondence-body-set"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&BodyPage::of(page, &folder, id, form))
        }
    }
}
