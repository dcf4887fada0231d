//! A unit that has ended: each dossier that it was writing for authors goes to the successor that a person
//! names. Where all of the unit came to one successor, that one is proposed.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::ids::{EntryId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_units::{Link, Unit, sole_successor, successors};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use crate::operations::{PassDrafts, pass_drafts};
use crate::refusals::DossierRefusal;
use crate::store::{self, Line};

#[derive(Template)]
#[template(path = "entries/succession.html")]
struct SuccessionPage {
    page: Page,
    form: Form,
    edition: Edition,
    unit: Unit,
    lines: Vec<Line>,
    /// Drafts that authors of the unit write themselves.
    own: usize,
    /// The units that came after it, with how much of it each took.
    choices: Vec<(String, String)>,
}

impl SuccessionPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        edition: Edition,
        of: UnitId,
        today: jiff::civil::Date,
    ) -> Result<Self, Halt> {
        let unit = hoithi_units::unit(db, of).await?.ok_or_else(Halt::not_found)?;
        let links = successors(db, of).await?;
        let lines = store::left_with(db, (edition.id, of), today).await?;
        let choice = |link: &Link| {
            let facts = [("unit", link.unit.name.clone()), ("extent", page.tcode("units-extent-", link.extent))];
            (link.unit.id.to_string(), page.tx("entries-successor", &facts))
        };
        let choices = links.iter().map(choice).collect();
        let form = lines.iter().fold(Form::new(), |form, line| match sole_successor(&links) {
            Some(to) => form.with(&field(line.id), to),
            None => form,
        });
        let own = store::own_drafts_at(db, edition.id, of).await?;
        let way = format!("/ky/{}/tien-do/{of}", edition.slug);
        let page = page.titled("entries-succession").under(unit.name.clone(), way);
        Ok(Self { page, form, edition, unit, lines, own, choices })
    }

    fn here(&self) -> String {
        format!("/ky/{}/tien-do/{}/ke-thua/ho-so", self.edition.slug, self.unit.id)
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn field(&self, line: &Line) -> String {
        field(line.id)
    }

    fn label(&self, line: &Line) -> String {
        if line.title.is_empty() { self.page.t("entries-untitled") } else { line.title.clone() }
    }
}

fn field(entry: EntryId) -> String {
    format!("to_{entry}")
}

/// The page for whoever takes dossiers in for the organisers.
async fn open(house: &House, viewer: &Viewer, page: Page, slug: &str, of: UnitId) -> Result<SuccessionPage, Halt> {
    let mut db = house.read().await?;
    let edition = edition_by_slug(&mut db, slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::EntryOnBehalf, edition.place())?;
    SuccessionPage::load(&mut db, page, edition, of, viewer.today).await
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, of)): Path<(String, UnitId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&open(&house, &viewer, page, &slug, of).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, of)): Path<(String, UnitId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut succession = open(&house, &viewer, page, &slug, of).await?;
    let known: Vec<String> = succession.lines.iter().map(|line| field(line.id)).collect();
    posted.form.only(&known.iter().map(String::as_str).collect::<Vec<_>>())?;
    let passed = match read(&posted.form, &succession.lines) {
        Ok(drafts) => {
            let command = PassDrafts { edition: succession.edition.id, from: of, drafts };
            house.acts.perform(viewer.actor(), move |act| Box::pin(pass_drafts(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match passed {
        Ok(()) => Ok(redirect_with_flash(&house.site, &succession.here(), "entries-passed-on")),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&succession.page, halt)?;
            succession.form = form;
            html(&succession)
        }
    }
}

/// Every dossier has its successor, or says that it lacks one.
fn read(form: &Form, lines: &[Line]) -> Result<Vec<(EntryId, UnitId)>, Halt> {
    let mut no = Refusals::new();
    let mut drafts = Vec::new();
    for line in lines {
        let field = field(line.id);
        let to = form.given(&field).and_then(|text| text.parse().ok()).ok_or(DossierRefusal::NoSuccessor);
        drafts.extend(no.keep(&field, to).map(|to| (line.id, to)));
    }
    no.done()?;
    Ok(drafts)
}
