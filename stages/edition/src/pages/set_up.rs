//! Setting up an edition: of the house, or of one's unit under an edition.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::people::{Permission, Place, Scope};
use hoithi_web::{Form, House, Page, Posted, html, redirect_with_flash};

use super::book_form::{FaultyLine, faulty_lines, take_in};
use crate::operations::{SetUp, set_up};
use crate::store;

#[derive(Template)]
#[template(path = "edition/set_up.html")]
struct SetUpPage {
    page: Page,
    form: Form,
    faulty: Vec<FaultyLine>,
    local: Option<Choices>,
}

/// What a unit's organiser chooses between.
struct Choices {
    units: Vec<(String, String)>,
    parents: Vec<(String, String)>,
}

impl Choices {
    async fn of(house: &House, viewer: &Viewer) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let mut parents = store::editions(&mut db).await?;
        parents.retain(|edition| edition.is_public() && !edition.is_local());
        let parents = parents.iter().map(|edition| (edition.id.to_string(), edition.title())).collect();
        let mut units = Vec::new();
        for grant in &viewer.grants {
            if let (true, Scope::Unit(id)) = (grant.role.may(Permission::LocalContestHold), grant.scope)
                && let Some(unit) = hoithi_units::unit(&mut db, id).await?
            {
                units.push((id.to_string(), unit.name));
            }
        }
        Ok(Self { units, parents })
    }

    /// With one choice there is nothing to choose.
    fn chosen(&self, form: Form) -> Form {
        let only = |choices: &[(String, String)]| match choices {
            [(value, _)] => value.clone(),
            _ => String::new(),
        };
        form.with("unit", only(&self.units)).with("parent", only(&self.parents))
    }
}

pub(super) async fn show(viewer: Viewer, page: Page) -> Result<Response, Halt> {
    viewer.allowed(Permission::EditionSetUp, Place::HOUSE)?;
    let page = page.titled("edition-set-up");
    html(&SetUpPage { page, form: Form::new(), faulty: Vec::new(), local: None })
}

pub(super) async fn send(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["book"])?;
    let (mut form, text) = take_in(&posted, &[]);
    let new = text.map(|text| SetUp { text, parent: None, unit: None });
    match perform(&house, &viewer, new).await {
        Ok(slug) => Ok(done(&house, &slug)),
        Err(halt) => {
            let page = page.titled("edition-set-up");
            form.keep_refusals(&page, halt)?;
            html(&SetUpPage { faulty: faulty_lines(&form), page, form, local: None })
        }
    }
}

async fn perform(house: &House, viewer: &Viewer, new: Result<SetUp, Halt>) -> Result<String, Halt> {
    let new = new?;
    let id = house.acts.perform(viewer.actor(), move |act| Box::pin(set_up(act, new.clone()))).await?;
    let edition = store::edition(&mut house.read().await?, id).await?.ok_or_else(Halt::not_found)?;
    Ok(edition.slug.to_string())
}

fn done(house: &House, slug: &str) -> Response {
    redirect_with_flash(&house.site, &format!("/ky/{slug}/quan-ly"), "edition-was-set-up")
}

pub(super) async fn show_local(State(house): State<House>, viewer: Viewer, page: Page) -> Result<Response, Halt> {
    let choices = Choices::of(&house, &viewer).await?;
    let form = choices.chosen(Form::new());
    html(&SetUpPage { page: page.titled("edition-set-up-local"), form, faulty: Vec::new(), local: Some(choices) })
}

pub(super) async fn send_local(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["book", "unit", "parent"])?;
    let (mut form, text) = take_in(&posted, &["unit", "parent"]);
    match perform(&house, &viewer, local_from(&form, text)).await {
        Ok(slug) => Ok(done(&house, &slug)),
        Err(halt) => {
            let page = page.titled("edition-set-up-local");
            form.keep_refusals(&page, halt)?;
            let choices = Choices::of(&house, &viewer).await?;
            html(&SetUpPage { faulty: faulty_lines(&form), page, form, local: Some(choices) })
        }
    }
}

fn local_from(form: &Form, text: Result<String, Halt>) -> Result<SetUp, Halt> {
    let mut no = Refusals::new();
    let text = no.absorb(text)?;
    let unit = form.value("unit").parse().ok();
    if unit.is_none() {
        no.add("edition.unit_unknown", "unit", "choose a unit");
    }
    let parent = form.value("parent").parse().ok();
    if parent.is_none() {
        no.add("edition.parent_unknown", "parent", "choose the edition above");
    }
    match text {
        Some(text) if no.is_empty() => Ok(SetUp { text, parent, unit }),
        _ => Err(no.halt()),
    }
}
