//! The head of a dossier: title, category, in what capacity, since when.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::edition::{CategoryCode, EntrantKind};
use hoithi_rules::entries::Title;
use hoithi_rules::ids::EntryId;
use hoithi_rules::text::one_line;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html};

use super::begin::categories;
use super::sheet::{Sheet, save};
use super::tasks::entrant_word;
use super::tasks::saved;
use crate::change::{Change, Solution};

#[derive(Template)]
#[template(path = "entries/solution.html")]
struct SolutionPage {
    page: Page,
    form: Form,
    version: u32,
    meanwhile: bool,
    now: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    entrants: Vec<(String, String)>,
    organisations: bool,
    created_from: Option<String>,
}

impl SolutionPage {
    fn of(sheet: Sheet) -> Self {
        let rules = sheet.edition.book.rules();
        let kinds = &rules.entrants.kinds;
        let created_from = rules.eligibility.created_from.map(|day| sheet.page.day(day));
        Self {
            entrants: kinds.iter().map(|kind| (kind.code().to_owned(), entrant_word(&sheet.page, *kind))).collect(),
            organisations: kinds.contains(&EntrantKind::Organisation),
            categories: categories(&sheet.edition),
            now: now(&sheet),
            created_from,
            page: sheet.page.titled("entries-solution"),
            form: sheet.form,
            version: sheet.version,
            meanwhile: sheet.meanwhile,
        }
    }
}

/// What lies there, to compare with what was typed.
fn now(sheet: &Sheet) -> Vec<(String, String)> {
    vec![
        (sheet.page.t("entries-title"), sheet.kept.title().to_owned()),
        (sheet.page.t("entries-category"), crate::receipt::own_category_name(&sheet.kept, &sheet.edition)),
    ]
}

const FIELDS: [&str; 6] = ["version", "title", "category", "entrant", "organisation", "created_on"];

fn filled(sheet: &Sheet) -> Form {
    let content = &sheet.kept.entry.content;
    Form::new()
        .with("title", sheet.kept.title())
        .with("category", content.category.as_ref().map_or("", CategoryCode::as_str))
        .with("entrant", content.entrant.code())
        .with("organisation", content.organisation.as_deref().unwrap_or_default())
        .with("created_on", content.created_on.map(hoithi_web::day).unwrap_or_default())
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let mut sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
    sheet.may_change(&house)?;
    sheet.form = filled(&sheet);
    html(&SolutionPage::of(sheet))
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&FIELDS)?;
    match save(&house, &viewer, id, &posted.form, head(&posted.form).map(|head| vec![Change::Solution(head)])).await {
        Ok(_) => saved(&house, &viewer, page, id, |field| ["title", "category", "created_on"].contains(&field)).await,
        Err(halt) => {
            let sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
            html(&SolutionPage::of(sheet.refused(posted.form, halt)?))
        }
    }
}

fn head(form: &Form) -> Result<Solution, Halt> {
    let mut no = Refusals::new();
    let title = form.given("title").map(str::parse::<Title>);
    let title = title.and_then(|title| no.keep("title", title));
    let created_on = form.given("created_on").map(parse_day);
    if created_on == Some(None) {
        no.add("entries.day_malformed", "created_on", "this is no day");
    }
    let entrant = EntrantKind::ALL.into_iter().find(|kind| kind.code() == form.value("entrant"));
    no.done()?;
    Ok(Solution {
        title,
        category: form.given("category").and_then(CategoryCode::parse),
        entrant: entrant.unwrap_or(EntrantKind::Individual),
        organisation: form.given("organisation").map(one_line),
        created_on: created_on.flatten(),
    })
}
