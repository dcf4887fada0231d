//! The answered questions, for everybody.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_web::{Asked, Form, House, Page, Path, html};

use super::known;
use crate::help::{Help, help};
use crate::question::Published;
use crate::store;

#[derive(Template)]
#[template(path = "helpdesk/public.html")]
struct PublicPage {
    page: Page,
    form: Form,
    slug: String,
    /// Headings in the order of their first questions.
    groups: Vec<(String, Vec<Published>)>,
    help: Help,
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&["tim"])?;
    let mut db = house.read().await?;
    let edition = known(&mut db, &viewer, &slug).await?;
    let mut groups: Vec<(String, Vec<Published>)> = Vec::new();
    for each in store::published_of(&mut db, edition.id, form.value("tim")).await? {
        match groups.iter_mut().find(|(category, _)| *category == each.category) {
            Some((_, group)) => group.push(each),
            None => groups.push((each.category.clone(), vec![each])),
        }
    }
    let help = help(&mut db, &page, &viewer, &edition).await?;
    let page = page.under(edition.title(), format!("/ky/{slug}")).titled("helpdesk-answered");
    html(&PublicPage { page, form, slug, groups, help })
}
