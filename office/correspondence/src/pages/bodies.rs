//! *Cơ quan ban hành*: whose documents these are, what stands on their sheets from which day, who
//! signs them, where their numbers come from.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::correspondence::{DocumentKind, Numbering, Signatory, SigningCapacity};
use hoithi_rules::day::parse_day;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;
use uuid::Uuid;

use super::fields::{all_or_none, signatory};
use super::ways::UnderRegister;
use crate::bodies::{Body, Letterhead, SetLetterhead, bodies_of, body, set_letterhead};
use crate::document::{self, ContentError};
use crate::folder::{Folder, folder, of_the_agency};

/// The fields of a body's form.
const FIELDS: [&str; 28] = [
    "from",
    "name",
    "parent_body",
    "place",
    "symbol",
    "letters",
    "numbering",
    "given_before",
    "signer_1",
    "capacity_1",
    "on_behalf_of_1",
    "in_place_of_1",
    "position_1",
    "signer_2",
    "capacity_2",
    "on_behalf_of_2",
    "in_place_of_2",
    "position_2",
    "signer_3",
    "capacity_3",
    "on_behalf_of_3",
    "in_place_of_3",
    "position_3",
    "signer_4",
    "capacity_4",
    "on_behalf_of_4",
    "in_place_of_4",
    "position_4",
];

/// The fields of each signatory: name, capacity, the collective, the head, the post.
const SIGNERS: [[&str; 5]; 4] = [
    ["signer_1", "capacity_1", "on_behalf_of_1", "in_place_of_1", "position_1"],
    ["signer_2", "capacity_2", "on_behalf_of_2", "in_place_of_2", "position_2"],
    ["signer_3", "capacity_3", "on_behalf_of_3", "in_place_of_3", "position_3"],
    ["signer_4", "capacity_4", "on_behalf_of_4", "in_place_of_4", "position_4"],
];

/// The names that one signatory's fields have on a document's form.
const OF_A_DOCUMENT: [&str; 5] = ["signer", "capacity", "on_behalf_of", "in_place_of", "position"];

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

/// What the rule book says of the agency, which is what a new body begins with.
fn of_the_book(folder: &Folder, page: &Page, today: Date) -> Form {
    let short = folder.symbol.split('-').next().unwrap_or_default();
    Form::new()
        .with("from", page.day(today))
        .with("name", &folder.issuer)
        .with("place", &folder.place)
        .with("symbol", short)
        .with("letters", &folder.symbol)
        .with("numbering", Numbering::Typed.code())
}

/// What holds today, to be changed from a day on.
fn filled(letterhead: &Letterhead, page: &Page, today: Date) -> Form {
    let form = Form::new()
        .with("from", page.day(today.max(letterhead.from)))
        .with("name", &letterhead.name)
        .with("parent_body", &letterhead.parent_body)
        .with("place", &letterhead.place)
        .with("symbol", &letterhead.symbol)
        .with("letters", &letterhead.letters)
        .with("numbering", letterhead.numbering.code());
    letterhead.signatories.iter().zip(SIGNERS).fold(form, |form, (signs, [name, capacity, collective, head, post])| {
        form.with(name, &signs.name)
            .with(capacity, signs.capacity.code())
            .with(collective, &signs.on_behalf_of)
            .with(head, &signs.in_place_of)
            .with(post, &signs.position)
    })
}

fn letterhead(form: &Form) -> Result<Letterhead, Halt> {
    let mut no = Refusals::new();
    let from = no.keep("from", parse_day(form.value("from")).ok_or(ContentError::Day));
    let name = no.keep("name", document::name("issuer", form.value("name")));
    let parent_body = no.keep("parent_body", document::name_if_any(form.value("parent_body")));
    let place = no.keep("place", document::name("place", form.value("place")));
    let symbol = symbol("symbol", form, &mut no);
    let letters = symbol_of_letters(form, &mut no);
    let numbering = Numbering::from_code(form.value("numbering")).ok_or(ContentError::Numbering);
    let numbering = no.keep("numbering", numbering);
    let given_before = no.keep("given_before", given_before(form));
    let signatories = signatories(form, &mut no);
    let letterhead =
        from.zip(name).zip(parent_body.zip(place)).zip(symbol.zip(letters)).zip(numbering.zip(given_before));
    let letterhead =
        letterhead.map(|((((from, name), (parent_body, place)), (symbol, letters)), (numbering, before))| Letterhead {
            from,
            name,
            parent_body,
            place,
            symbol,
            letters,
            numbering,
            given_before: before,
            signatories,
        });
    all_or_none(no, letterhead)
}

/// A symbol is right when a number could bear it.
fn symbol(field: &'static str, form: &Form, no: &mut Refusals) -> Option<String> {
    let number = hoithi_rules::correspondence::DocumentNumber::new(1, form.value(field), 2000);
    no.keep(field, number).map(|number| number.symbol().to_owned())
}

/// Where letters have no symbol of their own they bear the body's.
fn symbol_of_letters(form: &Form, no: &mut Refusals) -> Option<String> {
    if form.given("letters").is_none() {
        return Some(DocumentKind::OfficialLetter.symbol("", form.value("symbol")));
    }
    symbol("letters", form, no)
}

fn given_before(form: &Form) -> Result<u32, ContentError> {
    match form.value("given_before") {
        "" => Ok(0),
        number => number.parse().map_err(|_| ContentError::GivenBefore),
    }
}

/// Those whose name is filled in; what is wrong with one stands at their name.
fn signatories(form: &Form, no: &mut Refusals) -> Vec<Signatory> {
    let mut signatories = Vec::new();
    for fields in SIGNERS {
        if form.given(fields[0]).is_none() {
            continue;
        }
        let one = OF_A_DOCUMENT.iter().zip(fields);
        let one = one.fold(Form::new(), |one, (name, field)| one.with(name, form.value(field)));
        let mut its = Refusals::new();
        signatories.extend(signatory(&one, true, &mut its).flatten());
        if let Halt::Refused(refused) = its.halt() {
            no.at(fields[0], refused);
        }
    }
    signatories
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
