//! Searches of an edition's list that are kept under a name: what they ask for stands in no address.

use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, redirect_with_flash};
use uuid::Uuid;

use super::list::{find, listed};
use crate::operations::{SaveSearch, forget_search, save_search};
use crate::standing::Standing;
use crate::store::{self, Asked, SavedSearch};

/// The list itself, from whatever page of its searches.
fn at_the_list(mut page: Page, slug: &str) -> Page {
    page.path = format!("/ky/{slug}/ho-so");
    page
}

/// What was asked of the list, in the words of its form.
fn asked(form: &Form) -> Asked {
    let said = |field: &str| form.value(field).to_owned();
    Asked {
        words: said("q"),
        category: said("linh-vuc"),
        standing: said("tinh-trang"),
        unit: said("don-vi"),
        sort: said("xep"),
    }
}

/// The list's form as a search fills it in. What the rule book does not know any more is not asked.
fn filled(edition: &Edition, search: SavedSearch) -> Form {
    let Asked { words, category, standing, unit, sort } = search.asked;
    let category = edition.book.rules().category_code(&category).map(|_| category);
    let standing = standing.parse::<Standing>().ok().map(|_| standing);
    let unit = unit.parse::<UnitId>().ok().map(|_| unit);
    let given = [("q", Some(words)), ("linh-vuc", category), ("tinh-trang", standing), ("don-vi", unit)];
    let given = given.into_iter().chain([("xep", Some(sort))]);
    given.fold(Form::new(), |form, (field, value)| match value {
        Some(value) if !value.is_empty() => form.with(field, value),
        _ => form,
    })
}

pub(super) async fn open(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let edition = find(&house, &slug).await?;
    viewer.allowed(Permission::EntryViewAll, edition.place())?;
    let known = store::searches(&mut house.read().await?, edition.id, viewer.signed_in()?.id).await?;
    let search = known.into_iter().find(|each| each.id == id).ok_or_else(Halt::not_found)?;
    let form = filled(&edition, search);
    listed(&house, &viewer, at_the_list(page, &slug), form, &slug).await
}

pub(super) async fn save(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["q", "linh-vuc", "tinh-trang", "don-vi", "xep", "name", "shared"])?;
    let edition = find(&house, &slug).await?;
    let (name, shared) = (form.value("name").to_owned(), form.checked("shared", "co"));
    let command = SaveSearch { edition: edition.id, name, shared, asked: asked(&form) };
    match house.acts.perform(viewer.actor(), move |act| Box::pin(save_search(act, command.clone()))).await {
        Ok(id) => {
            let there = format!("/ky/{slug}/ho-so/tim/{id}");
            Ok(redirect_with_flash(&house.site, &there, "entries-search-was-saved"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            listed(&house, &viewer, at_the_list(page, &slug), form, &slug).await
        }
    }
}

pub(super) async fn forget(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let edition = find(&house, &slug).await?.id;
    house.acts.perform(viewer.actor(), move |act| Box::pin(forget_search(act, edition, id))).await?;
    Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/ho-so"), "entries-search-was-forgotten"))
}
