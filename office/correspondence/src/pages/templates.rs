//! *Mẫu văn bản*: the list, and the form in which the office makes its own.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::correspondence::Placeholder;
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};
use uuid::Uuid;

use super::fields::{self, FREE_KIND, all_or_none};
use super::ways::UnderRegister;
use crate::document::{self, ContentError};
use crate::folder::{Folder, folder};
use crate::templates::{self, ComposedPaper, Listed, facts, remove_template, save_template, template_of, templates_of};

const FIELDS: [&str; 8] = ["kind", "kind_name", "composes", "name", "subject", "addressees", "text", "recipients"];

#[derive(Template)]
#[template(path = "correspondence/templates.html")]
struct ListPage {
    page: Page,
    folder: Folder,
    /// Those from which a person drafts.
    all: Vec<Listed>,
    /// The words of the papers that the program composes.
    papers: Vec<Listed>,
}

#[derive(Template)]
#[template(path = "correspondence/template.html")]
struct EditPage {
    page: Page,
    form: Form,
    action: String,
    /// Where it is taken from the list; of a new one empty.
    remove: String,
    kinds: Vec<(String, String)>,
    /// Whether it holds the words of a paper that the program composes, whose kind stands.
    composed: bool,
    /// Name, meaning and this edition's fact of every place.
    places: Vec<(String, String, String)>,
}

impl EditPage {
    async fn load(house: &House, page: Page, folder: &Folder, own: Option<Uuid>, form: Form) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = hoithi_edition::edition(&mut db, folder.edition).await?.ok_or_else(Halt::not_found)?;
        let facts = facts(&mut db, &edition, house.clock().now()).await?;
        let place = |place: &Placeholder| {
            let meaning = page.tcode("correspondence-place-", place.name());
            (format!("{{{{{}}}}}", place.name()), meaning, facts.get(place).cloned().unwrap_or_default())
        };
        let paper = form.value("composes").parse::<ComposedPaper>().ok();
        let own_places = paper.map(ComposedPaper::places).unwrap_or_default().iter().map(|place| {
            let meaning = page.tcode("correspondence-place-", place.code());
            (format!("{{{{{}}}}}", place.code()), meaning, String::new())
        });
        let places = own_places.chain(Placeholder::ALL.iter().map(place)).collect();
        let mut kinds = fields::kinds();
        kinds.push((FREE_KIND.to_owned(), page.t("correspondence-kind-free")));
        let list = format!("{}/mau", folder.address());
        let page =
            page.titled(if own.is_some() { "correspondence-template-change" } else { "correspondence-template-new" });
        let label = page.t("correspondence-templates");
        let page = page.under_register(folder).under(label, list.clone());
        let action = own.map_or_else(|| format!("{list}/moi"), |id| format!("{list}/{id}"));
        let remove = own.map_or_else(String::new, |id| format!("{list}/{id}/bo"));
        Ok(Self { page, form, action, remove, kinds, composed: paper.is_some(), places })
    }
}

/// The words of a template as fields.
fn filled(listed: &Listed) -> Form {
    let words = &listed.template;
    let (kind, kind_name) = match &words.kind {
        hoithi_rules::correspondence::DocumentKind::Free(name) => (FREE_KIND.to_owned(), name.to_string()),
        kind => (kind.code(), String::new()),
    };
    Form::new()
        .with("kind", kind)
        .with("kind_name", kind_name)
        .with("composes", words.composes.map_or("", ComposedPaper::code))
        .with("name", &words.name)
        .with("subject", &words.subject)
        .with("addressees", &words.addressees)
        .with("text", &words.text)
        .with("recipients", &words.recipients)
        .with("version", listed.version.unwrap_or(0))
}

fn read(form: &Form) -> Result<templates::Template, Halt> {
    let mut no = Refusals::new();
    let composes = form.value("composes").parse::<ComposedPaper>().ok();
    let kind = match composes {
        Some(paper) => Some(paper.kind()),
        None => no.keep("kind", fields::kind(form)),
    };
    let name = document::name_if_any(form.value("name"));
    let name =
        no.keep("name", name.and_then(|name| if name.is_empty() { Err(ContentError::Unnamed) } else { Ok(name) }));
    let subject = no.keep("subject", document::subject(form.value("subject")));
    let text = no.keep("text", document::text(form.raw("text")));
    let template = kind.zip(name).zip(subject.zip(text)).map(|((kind, name), (subject, text))| templates::Template {
        kind,
        composes,
        name,
        subject,
        addressees: document::Lines::parse(form.raw("addressees")).text(),
        text,
        recipients: document::Lines::parse(form.raw("recipients")).text(),
    });
    if let Some(template) = &template {
        template.check(&mut no);
    }
    all_or_none(no, template)
}

pub(super) async fn list(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let folder = folder(&mut db, &viewer, &slug, Permission::DocumentRegister).await?;
    let listed = templates_of(&mut db, folder.edition).await?;
    let (papers, all) = listed.into_iter().partition(Listed::is_composed);
    let page = page.titled("correspondence-templates").under_register(&folder);
    html(&ListPage { page, folder, all, papers })
}

pub(super) async fn show_new(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["tu"])?;
    let mut db = house.read().await?;
    let folder = folder(&mut db, &viewer, &slug, Permission::DocumentRegister).await?;
    let form = match asked.given("tu") {
        Some(code) => filled(&template_of(&mut db, folder.edition, code).await?),
        None => Form::new().with("kind", "official_letter"),
    };
    drop(db);
    html(&EditPage::load(&house, page, &folder, None, form).await?)
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let folder = folder(&mut db, &viewer, &slug, Permission::DocumentRegister).await?;
    let form = filled(&template_of(&mut db, folder.edition, &id.to_string()).await?);
    drop(db);
    html(&EditPage::load(&house, page, &folder, Some(id), form).await?)
}

pub(super) async fn save_new(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    save(house, viewer, page, (slug, None), posted.form).await
}

pub(super) async fn change(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    save(house, viewer, page, (slug, Some(id)), posted.form).await
}

async fn save(
    house: House,
    viewer: Viewer,
    page: Page,
    (slug, own): (String, Option<Uuid>),
    mut form: Form,
) -> Result<Response, Halt> {
    form.only(&[&FIELDS[..], &["version"]].concat())?;
    let folder = folder(&mut house.read().await?, &viewer, &slug, Permission::DocumentRegister).await?;
    let edition: EditionId = folder.edition;
    let changed = own.map(|id| (id, form.value("version").parse().unwrap_or(0)));
    let saved = match read(&form) {
        Ok(words) => {
            house
                .acts
                .perform(viewer.actor(), move |act| Box::pin(save_template(act, edition, changed, words.clone())))
                .await
        }
        Err(halt) => Err(halt),
    };
    match saved {
        Ok(()) => {
            Ok(redirect_with_flash(&house.site, &format!("{}/mau", folder.address()), "correspondence-template-saved"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&EditPage::load(&house, page, &folder, own, form).await?)
        }
    }
}

pub(super) async fn remove(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let folder = folder(&mut house.read().await?, &viewer, &slug, Permission::DocumentRegister).await?;
    let edition = folder.edition;
    house.acts.perform(viewer.actor(), move |act| Box::pin(remove_template(act, edition, id))).await?;
    Ok(redirect_with_flash(&house.site, &format!("{}/mau", folder.address()), "correspondence-template-removed"))
}
